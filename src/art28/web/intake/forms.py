"""What people fill in about a signal: the least that is needed, in two minutes, on a phone."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.fields import PastField
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import Where

DATA = (
    ("contact", _("Names and contact details")),
    ("access", _("User names or passwords")),
    ("financial", _("Financial data")),
    ("identity", _("Citizen service numbers or identity documents")),
    ("health", _("Health or other special categories")),
    ("staff", _("Data of staff")),
)


def _order(form: forms.Form, earlier: str, later: str, message: Any) -> None:
    first, second = form.cleaned_data.get(earlier), form.cleaned_data.get(later)
    if isinstance(first, datetime) and isinstance(second, datetime) and second < first:
        form.add_error(later, forms.ValidationError(message, code="order"))


class SignalForm(forms.Form):
    """A signal. Only what happened must be said; what isn't known stays open."""

    what = forms.CharField(
        label=_("What did you see or hear?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "autocapitalize": "sentences"}),
        help_text=_("A few sentences do. Name no people whose data are concerned."),
    )
    noticed_at = PastField(
        label=_("When was it noticed?"),
        required=False,
        help_text=_("By you or by anybody else. Not known: clear this; then the moment of this report counts."),
    )
    occurred = forms.ChoiceField(
        label=_("When did it happen, or may it have happened?"),
        widget=forms.RadioSelect,
        initial="unknown",
        choices=[("unknown", _("I don't know")), ("known", _("At or from this moment:"))],
    )
    occurred_from = PastField(label=_("From"), required=False)
    occurred_until = PastField(label=_("Until, if it has ended"), required=False)
    where = forms.ChoiceField(
        label=_("Where?"), widget=forms.RadioSelect, choices=Where.choices, initial=Where.UNKNOWN.value
    )
    where_name = forms.CharField(label=_("Which one?"), required=False, max_length=200)
    told_at = PastField(label=_("If the sub-processor told it: when?"), required=False)
    kinds_of_data = forms.MultipleChoiceField(
        label=_("Which data?"), required=False, widget=forms.CheckboxSelectMultiple, choices=DATA
    )
    data_other = forms.CharField(label=_("Other data"), required=False, max_length=300)
    reach = forms.CharField(label=_("How can you be reached now?"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """What happened lies before it was noticed, and an end after its beginning."""
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("occurred") == "known"
            and not cleaned.get("occurred_from")
            and "occurred_from" not in self.errors
        ):
            self.add_error(
                "occurred_from",
                forms.ValidationError(_("Give the moment, or choose that you don't know."), code="empty"),
            )
        _order(self, "occurred_from", "occurred_until", _("It can't end before it began."))
        _order(self, "occurred_from", "noticed_at", _("It can't be noticed before it happened. Check both moments."))
        return cleaned

    def facts(self) -> SignalFacts:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        known = given["occurred"] == "known"
        data = [str(label) for key, label in DATA if key in given["kinds_of_data"]]
        other = [part.strip() for part in given["data_other"].split(",")]
        return SignalFacts(
            what=given["what"],
            where=given["where"],
            where_name=given["where_name"],
            occurred_from=given["occurred_from"] if known else None,
            occurred_until=given["occurred_until"] if known else None,
            noticed_at=given["noticed_at"],
            told_at=given["told_at"] if given["where"] == Where.SUB_PROCESSOR else None,
            data=tuple(part for part in (*data, *other) if part),
            reach=given["reach"],
        )


class SignalFactsForm(SignalForm):
    """A signal as it is known later."""

    why = forms.CharField(
        label=_("What do you add or correct, and why?"),
        max_length=300,
        help_text=_("For instance: checked in the log. It stays with this version."),
    )


def initial_of(facts: SignalFacts) -> dict[str, Any]:
    """What the form shows of known facts."""
    known = {str(label): key for key, label in DATA}
    return {
        "what": facts.what,
        "where": facts.where,
        "where_name": facts.where_name,
        "occurred": "known" if facts.occurred_from else "unknown",
        "occurred_from": facts.occurred_from,
        "occurred_until": facts.occurred_until,
        "noticed_at": facts.noticed_at,
        "told_at": facts.told_at,
        "kinds_of_data": [known[item] for item in facts.data if item in known],
        "data_other": ", ".join(item for item in facts.data if item not in known),
        "reach": facts.reach,
    }


class LookForm(forms.Form):
    """A short investigation."""

    who = forms.ChoiceField(label=_("Who looks into it?"))
    until = forms.IntegerField(
        label=_("Within how many hours?"),
        min_value=1,
        max_value=72,
        initial=4,
        help_text=_("Shortly: until then your organisation is not yet aware, but must go on looking (EDPB 9/2022)."),
    )
    what = forms.CharField(
        label=_("What must be found out?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class NoBreachForm(forms.Form):
    """Why it is none."""

    reason = forms.CharField(
        label=_("Why is it no personal data breach?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class JoinForm(forms.Form):
    """The breach that it belongs to."""

    breach = forms.ChoiceField(label=_("Which breach?"))
    reason = forms.CharField(label=_("How is that known?"), max_length=300)


class BreachForm(forms.Form):
    """That signals are a breach."""

    title = forms.CharField(
        label=_("Short description"), max_length=200, help_text=_("What everybody will call it. Name no people here.")
    )
    aware_at = PastField(
        label=_("Since when is it reasonably certain?"),
        help_text=_("That personal data are affected. From here the law's clock runs (Art. 33 GDPR)."),
    )
    aware_reason = forms.CharField(
        label=_("Why this moment?"),
        max_length=300,
        help_text=_("For instance: confirmed by the engineer on duty. It stands in the report."),
    )
    discovered_at = PastField(
        label=_("Discovered"),
        required=False,
        help_text=_("Agreements that count from discovery count from here; left open, from when it was noticed."),
    )
    discovered_reason = forms.CharField(label=_("Why was it discovered then?"), required=False, max_length=300)
    origin = forms.ChoiceField(
        label=_("Where did it happen?"),
        widget=forms.RadioSelect,
        initial="own",
        choices=[("own", _("With us")), ("sub_processor", _("At a sub-processor, who told us"))],
    )
    words = forms.CharField(
        label=_("Only agreements that hold these words"),
        required=False,
        max_length=200,
        help_text=_(
            "A party's name, for instance. Left empty, every agreement counts as touched until you leave it out."
        ),
    )
    begun_before = forms.BooleanField(
        label=_("Count agreements too that were signed after this moment"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, noticed_at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.noticed_at = noticed_at

    def clean(self) -> dict[str, Any]:
        """Noticed, discovered, certain: in that order; a discovery later than the notice has its reason."""
        cleaned = super().clean() or self.cleaned_data
        aware, discovered = cleaned.get("aware_at"), cleaned.get("discovered_at")
        shown = timezone.localtime(self.noticed_at).strftime("%d-%m-%Y %H:%M")
        if aware and aware < self.noticed_at:
            self.add_error(
                "aware_at",
                forms.ValidationError(
                    _("This lies before it was noticed (%(at)s). If it was noticed earlier, correct the signal first.")
                    % {"at": shown},
                    code="order",
                ),
            )
        if aware and discovered and discovered > aware:
            self.add_error(
                "discovered_at", forms.ValidationError(_("It can't be certain before it was discovered."), code="order")
            )
        if discovered and discovered > self.noticed_at and not cleaned.get("discovered_reason"):
            self.add_error(
                "discovered_reason",
                forms.ValidationError(
                    _("It was noticed on %(at)s. Say why it was discovered only later: clocks count from it.")
                    % {"at": shown},
                    code="reason",
                ),
            )
        return cleaned
