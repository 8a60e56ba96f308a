"""What people fill in about a breach. Unknown is allowed everywhere but where a clock hangs on it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent
from art28.obligations.beginning import Instant, Known
from art28.obligations.start import Proof
from art28.web.breaches.facts import CONTACT, COUNTS, EXTENTS, INSTANTS, LISTS, TEXTS
from art28.web.fields import AsksLongAgo, LinesField, PastField

_UNKNOWN = ("", _("Not yet known"))
_EXTENTS = [_UNKNOWN, (Extent.YES.value, _("Yes")), (Extent.PARTLY.value, _("Partly")), (Extent.NO.value, _("No"))]
_YES_NO = [_UNKNOWN, (Extent.YES.value, _("Yes")), (Extent.NO.value, _("No"))]


def _text(label: Any, *, rows: int = 3, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=10_000, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=2_000_000_000)


class FactsForm(forms.Form):
    """The facts of a breach."""

    title = forms.CharField(
        label=_("Short description"), max_length=200, help_text=_("What everybody will call it. Name no people here.")
    )
    description = _text(_("What happened?"), rows=4)
    affected = forms.MultipleChoiceField(
        label=_("What was broken?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Affected.CONFIDENTIALITY.value, _("Confidentiality: somebody could see or take data")),
            (Affected.INTEGRITY.value, _("Integrity: data were altered")),
            (Affected.AVAILABILITY.value, _("Availability: data were lost or out of reach")),
        ],
    )
    nature = _text(_("Nature of the breach, more precisely"), rows=2)
    cause = _text(_("Cause"), rows=2)
    system = _text(_("System or service"), rows=2)
    occurred_from = PastField(label=_("It began"), required=False)
    occurred_until = PastField(label=_("It ended"), required=False)
    ongoing = forms.ChoiceField(label=_("Is it still going on?"), required=False, choices=_YES_NO)
    discovered_at = PastField(label=_("Discovered"), required=False)
    how_discovered = _text(_("How was it discovered?"), rows=2)
    data_categories = LinesField(label=_("Categories of personal data"), required=False, help_text=_("One a line."))
    subject_categories = LinesField(label=_("Categories of data subjects"), required=False, help_text=_("One a line."))
    vulnerable_groups = _text(
        _("Vulnerable people among them"), rows=2, help_text=_("For instance children or patients.")
    )
    subjects_least = _number(_("Data subjects, at least"))
    subjects_most = _number(_("Data subjects, at most"))
    records_least = _number(_("Records, at least"))
    records_most = _number(_("Records, at most"))
    consequences = _text(_("Likely consequences"), rows=4)
    measures_taken = _text(_("Measures taken"))
    measures_planned = _text(_("Measures planned"))
    protection = forms.ChoiceField(
        label=_("Were the data unreadable to others?"),
        required=False,
        choices=_EXTENTS,
        help_text=_("Encrypted or hashed."),
    )
    protection_detail = _text(_("How were they protected?"), rows=2)
    abroad = forms.ChoiceField(label=_("Are people in other EEA countries affected?"), required=False, choices=_YES_NO)
    other_countries = LinesField(label=_("Which countries?"), required=False, help_text=_("One a line."))
    reachable = forms.ChoiceField(label=_("Are contact details of the people known?"), required=False, choices=_EXTENTS)
    contact_name = forms.CharField(label=_("Contact for more information"), required=False, max_length=120)
    contact_function = forms.CharField(label=_("Function"), required=False, max_length=120)
    contact_phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    contact_email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)

    SECTIONS = (
        (_("What happened"), ("title", "description", "affected", "nature", "cause", "system")),
        (_("When"), ("occurred_from", "occurred_until", "ongoing", "discovered_at", "how_discovered")),
        (
            _("Which data, which people"),
            ("data_categories", "subject_categories", "subjects_least", "subjects_most", "records_least", "records_most",
             "vulnerable_groups", "reachable", "abroad", "other_countries"),
        ),
        (
            _("Consequences and measures"),
            ("consequences", "measures_taken", "measures_planned", "protection", "protection_detail"),
        ),
        (_("Who can tell more"), ("contact_name", "contact_function", "contact_phone", "contact_email")),
    )  # fmt: skip

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields by heading, as the page shows them."""
        return [(heading, [self[name] for name in names]) for heading, names in self.SECTIONS]

    def clean(self) -> dict[str, Any]:
        """Ranges run upwards, and an end lies after its beginning."""
        cleaned = super().clean() or self.cleaned_data
        for name in COUNTS:
            least, most = cleaned.get(f"{name}_least"), cleaned.get(f"{name}_most")
            if most is not None and most < (least or 0):
                self.add_error(f"{name}_most", forms.ValidationError(_("This is less than the minimum."), code="range"))
        start, end = cleaned.get("occurred_from"), cleaned.get("occurred_until")
        if start and end and end < start:
            self.add_error("occurred_until", forms.ValidationError(_("It can't end before it began."), code="order"))
        if start and (found := cleaned.get("discovered_at")) and found < start:
            self.add_error(
                "discovered_at",
                forms.ValidationError(_("It can't be discovered before it began. Check both moments."), code="order"),
            )
        return cleaned

    def facts(self) -> BreachFacts:
        """The facts as filled in; call after `is_valid`."""
        given = self.cleaned_data
        fields: dict[str, Any] = {name: given[name] for name in (*TEXTS, *INSTANTS, *LISTS)}
        fields |= {name: Extent(given[name]) if given[name] else None for name in EXTENTS}
        fields |= {name: _count(given[f"{name}_least"], given[f"{name}_most"]) for name in COUNTS}
        fields["affected"] = tuple(Affected(kind) for kind in given["affected"])
        fields["other_countries"] = _countries(given["abroad"], given["other_countries"])
        contact = {name: given[f"contact_{name}"] for name in CONTACT}
        fields["contact"] = Contact(**contact) if any(contact.values()) else None
        return BreachFacts(reference="", **fields)


def initial_of(title: str, facts: BreachFacts) -> dict[str, Any]:
    """What the form shows of known facts."""
    shown: dict[str, Any] = {"title": title}
    shown |= {name: getattr(facts, name) for name in (*TEXTS, *INSTANTS, *LISTS)}
    shown |= {name: extent.value if (extent := getattr(facts, name)) else "" for name in EXTENTS}
    for name in COUNTS:
        count: Count | None = getattr(facts, name)
        shown |= {f"{name}_least": count.least if count else None, f"{name}_most": count.most if count else None}
    shown["affected"] = [kind.value for kind in facts.affected]
    abroad = facts.other_countries
    shown["abroad"] = "" if abroad is None else Extent.YES.value if abroad else Extent.NO.value
    shown["other_countries"] = abroad or ()
    shown |= {f"contact_{name}": getattr(facts.contact, name, "") for name in CONTACT}
    return shown


def _count(least: int | None, most: int | None) -> Count | None:
    """A range, or one number given twice; a maximum alone starts at nought."""
    if least is None and most is None:
        return None
    return Count(least or 0, most)


def _countries(abroad: str, countries: tuple[str, ...]) -> tuple[str, ...] | None:
    if countries:
        return countries
    return () if abroad == Extent.NO.value else None


class RecordForm(AsksLongAgo, FactsForm):
    """A new breach: its facts, and the instant from which the clocks run."""

    aware_at = PastField(
        label=_("When did your organisation become aware?"),
        help_text=_("Reasonably certain that personal data are affected. The clock runs from here."),
    )
    aware_reason = forms.CharField(
        label=_("Why this moment?"),
        max_length=300,
        help_text=_("For instance: confirmed by the engineer on duty. It stands in the report."),
    )
    noticed_at = PastField(
        label=_("First noticed"),
        required=False,
        help_text=_("That something was amiss. Some agreements count from here, or from the discovery below."),
    )
    told_at = PastField(label=_("When did the sub-processor tell you?"), required=False)
    origin = forms.ChoiceField(
        label=_("Where did it happen?"),
        widget=forms.RadioSelect,
        initial="own",
        choices=[("own", _("With us")), ("sub_processor", _("At a sub-processor, who told us"))],
    )
    ends_by = forms.ChoiceField(
        label=_("What ends the clock of the report?"),
        required=False,
        choices=[
            ("", _("What is usual for this agreement")),
            (Proof.HANDED_OVER.value, _("Handing it over for sending")),
            (Proof.ACCEPTED.value, _("The mail server's acceptance")),
            (Proof.REACHED.value, _("Reaching somebody by telephone")),
            (Proof.ACKNOWLEDGED.value, _("The recipient's confirmation")),
        ],
    )

    target_hours = forms.IntegerField(
        label=_("Your own target, in hours"),
        required=False,
        min_value=1,
        max_value=720,
        help_text=_("Stands beside the limit, and orders what has none."),
    )

    begun_before = forms.BooleanField(required=False)  # asked only where an agreement was signed after that

    CLOCK = ("aware_at", "aware_reason", "origin", "told_at", "noticed_at", "ends_by", "target_hours")

    def clock_fields(self) -> list[forms.BoundField]:
        """The fields on which the clock hangs."""
        return [self[name] for name in self.CLOCK]

    def clean(self) -> dict[str, Any]:
        """What was noticed or told was so before the organisation was sure."""
        cleaned = super().clean()
        aware = cleaned.get("aware_at")
        self.ask_long_ago(aware)
        if aware and (noticed := cleaned.get("noticed_at")) and noticed > aware:
            self.add_error(
                "noticed_at",
                forms.ValidationError(_("Your organisation can't be aware before anything was noticed."), code="order"),
            )
        if aware and (found := cleaned.get("discovered_at")) and found > aware:
            self.add_error(
                "discovered_at", forms.ValidationError(_("It can't be certain before it was discovered."), code="order")
            )
        return cleaned

    def instants(self) -> dict[Instant, Known]:
        """The instants beside awareness, as filled in; call after `is_valid`."""
        given = (
            (Instant.OBSERVATION, self.cleaned_data["noticed_at"], _("as whoever recorded the breach has it")),
            (Instant.REPORT_FROM_SUB_PROCESSOR, self.cleaned_data["told_at"], _("report by the sub-processor")),
        )
        return {kind: Known(at, str(reason)) for kind, at, reason in given if at is not None}


class MomentForm(AsksLongAgo):
    """What holds in the place of a moment of a breach that was kept wrongly. `known` are its other moments that hold.

    One that `may_loosen` may give a moment that is later than `before`.
    """

    aware_at = PastField(label=_("When was it really?"))
    reason = forms.CharField(label=_("Why this moment?"), max_length=300)
    why = forms.CharField(
        label=_("What was wrong?"), max_length=300, help_text=_("For instance: the wrong year was typed. It is kept.")
    )

    def __init__(
        self,
        *args: Any,
        kind: Instant,
        before: datetime,
        known: Mapping[Instant, Known],
        may_loosen: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.before, self.known, self.may_loosen = kind, before, known, may_loosen

    def clean(self) -> dict[str, Any]:
        """Nothing is certain before it happened, was noticed or discovered; more time is for who decides."""
        cleaned = super().clean() or self.cleaned_data
        at = cleaned.get("aware_at")
        if at is None:
            return cleaned
        if at == self.before:
            self._refuse(_("This is the moment that is kept already."), "same")
        elif at > self.before and not self.may_loosen:
            self._refuse(_("A later moment gives more time. That is for somebody who may decide."), "looser")
        elif self.kind is not Instant.AWARENESS and at > self.known[Instant.AWARENESS].at:
            self._refuse(_("This lies after your organisation was aware. Correct that moment first."), "order")
        elif self.kind is Instant.AWARENESS and any(
            each.at > at for kind, each in self.known.items() if kind != self.kind
        ):
            self._refuse(_("This lies before another moment of this breach. Correct that one first."), "order")
        else:
            self.ask_long_ago(at)
        return cleaned

    def _refuse(self, words: Any, code: str) -> None:
        self.add_error("aware_at", forms.ValidationError(words, code=code))


class SendForm(forms.Form):
    """To whom a notice goes, and the words that only people can give."""

    kind = forms.ChoiceField(label=_("Notice"), widget=forms.RadioSelect)
    recipient = forms.EmailField(label=_("To"), max_length=254)
    recipient_name = forms.CharField(label=_("Name"), required=False, max_length=200)
    late_reasons = forms.CharField(
        label=_("Why is it late?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    closing_reason = forms.CharField(
        label=_("Why is it closed?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class CallForm(forms.Form):
    """A telephone call."""

    at = PastField(label=_("When"))
    spoken_to = forms.CharField(label=_("Spoken to"), required=False, max_length=200)
    reached = forms.BooleanField(label=_("Somebody was reached"), required=False)
    confirmed = forms.BooleanField(label=_("They confirmed receipt of the last notice"), required=False)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(forms.Form):
    """A reason in words."""

    reason = forms.CharField(label=_("Reason"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
