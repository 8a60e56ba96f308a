"""What people fill in about the life of an agreement."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.agreements.models import Agreement
from art28.web.euros import Euros
from art28.web.fields import Day
from art28.web.lifecycle.actions import Wanted
from art28.web.lifecycle.doubles import Double
from art28.web.lifecycle.models import About, Belonging, Outcome, Side, Why
from art28.web.lifecycle.stages import Ending, Stage
from art28.web.uploads import CopyField

BY_PEOPLE = [each for each in Ending.choices if each[0] != Ending.REPLACED]
"""The grounds that people name; of a newer version the end of the older follows."""


class AsideForm(forms.Form):
    """Why an agreement is put aside. `same` are the agreements that say the same; `unread` where nothing was read in it."""

    why = forms.ChoiceField(label=_("Why doesn't it belong here?"), widget=forms.RadioSelect, choices=Why.choices)
    double = forms.ChoiceField(label=_("Which one stays?"), required=False)
    words = forms.CharField(label=_("Anything else"), max_length=500, required=False)

    def __init__(self, *args: Any, same: tuple[Double, ...], unread: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.same = {str(each.agreement.pk): each.agreement for each in same}
        self.initial["why"] = Why.DOUBLE if same else Why.NO_AGREEMENT if unread else ""
        if not same:
            del self.fields["double"]
            return
        choices = [(key, f"{each.title} ({each.source.name})") for key, each in self.same.items()]
        self.fields["double"].choices = choices  # type: ignore[attr-defined]

    def double_of(self) -> Agreement | None:
        """The agreement that stays, where this one is double and that is known; call after `is_valid`."""
        if self.cleaned_data["why"] != Why.DOUBLE:
            return None
        return self.same.get(self.cleaned_data.get("double", ""))


class StageForm(forms.Form):
    """The next stage, since when, and by what it ends."""

    stage = forms.ChoiceField(label=_("What comes next?"))
    on = Day(
        label=_("On"),
        required=False,
        help_text=_(
            "In force since the last signature or the start of the main agreement, where the agreement says so."
        ),
    )
    ground = forms.ChoiceField(label=_("By what does it end?"), required=False, choices=[("", "–"), *BY_PEOPLE])
    noticed_on = Day(label=_("Failure: notice given on"), required=False)
    cure_until = Day(label=_("Failure: could be cured until"), required=False)
    reason = forms.CharField(label=_("Why?"), max_length=500, required=False)

    def __init__(self, *args: Any, stages: tuple[Stage, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [(each.value, each.label) for each in stages]  # type: ignore[attr-defined]
        if Stage.ENDING not in stages:
            for name in ("ground", "noticed_on", "cure_until"):
                del self.fields[name]

    def wanted(self) -> Wanted:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Wanted(
            stage=Stage(given["stage"]),
            on=given["on"],
            ground=Ending(given["ground"]) if given.get("ground") else None,
            reason=given["reason"],
            noticed_on=given.get("noticed_on"),
            cure_until=given.get("cure_until"),
        )


class WaiveForm(forms.Form):
    """Why something isn't needed."""

    reason = forms.CharField(label=_("Why is it not needed?"), max_length=500)


class MainForm(forms.Form):
    """The main agreement."""

    name = forms.CharField(label=_("What is it called?"), max_length=200)
    reference = forms.CharField(label=_("Reference"), max_length=120, required=False)
    services = forms.CharField(
        label=_("Services under it, one a line"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    starts_on = Day(label=_("Starts on"))
    ends_on = Day(label=_("Ends on"), required=False, help_text=_("Leave it empty while it runs on."))
    days_of_notice = forms.IntegerField(label=_("Notice, in days"), required=False, min_value=0, max_value=3660)
    cents_price = Euros(label=_("Price agreed for all of it, in euros without VAT"), required=False)
    cents_a_year = Euros(label=_("Fees a year, in euros without VAT"), required=False)
    cents_cap = Euros(
        label=_("Most that a party can owe by it, in euros"),
        required=False,
        help_text=_("A claim is held against these sums where the processor agreement points to them."),
    )

    def clean(self) -> dict[str, Any]:
        """It doesn't end before it starts."""
        given: dict[str, Any] = super().clean() or {}
        starts, ends = given.get("starts_on"), given.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", forms.ValidationError(_("It can't end before it began."), code="order"))
        return given


class SignatureForm(forms.Form):
    """Who signed."""

    side = forms.ChoiceField(label=_("For whom?"), choices=Side.choices)
    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.CharField(label=_("Position"), max_length=200)
    place = forms.CharField(label=_("Place"), max_length=100)
    on = Day(label=_("On"))
    initialled = forms.BooleanField(label=_("Every page is initialled"), required=False)

    def clean_on(self) -> date:
        """A day that has come."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("This day has yet to come."), code="future")
        return on


class PaperForm(forms.Form):
    """A dated copy."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Belonging.choices)
    name = forms.CharField(
        label=_("Name"), max_length=200, help_text=_("A later copy under the same name follows the earlier one.")
    )
    dated = Day(label=_("Dated"))
    source = forms.CharField(label=_("Where it comes from"), max_length=300, required=False)
    file = CopyField(label=_("File"))


class NoteForm(forms.Form):
    """A note among ourselves."""

    text = forms.CharField(label=_("Note"), max_length=8000, widget=forms.Textarea(attrs={"rows": 3}))


class DayForm(forms.Form):
    """The day to look at."""

    day = Day(label=_("On which day?"))


class ChangeForm(forms.Form):
    """What changed, since when, until when agreements are to be reviewed."""

    about = forms.ChoiceField(label=_("What changed?"), choices=About.choices)
    what = forms.CharField(label=_("In words"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    source = forms.CharField(label=_("Source"), max_length=300, required=False)
    from_on = Day(label=_("It holds from"))
    due_on = Day(label=_("Agreements reviewed by"))


class LawForm(forms.Form):
    """Between which days to look for changes of law."""

    since = Day(label=_("From"))
    until = Day(label=_("Up to"))

    def clean(self) -> dict[str, Any]:
        """The earlier day first."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", forms.ValidationError(_("Name the earlier day first."), code="order"))
        return given


class ReviewForm(forms.Form):
    """What a review came to."""

    outcome = forms.ChoiceField(label=_("What came of it?"), choices=Outcome.choices)
    what = forms.CharField(label=_("In words"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    agreed_by = forms.CharField(
        label=_("Who agreed in writing, on both sides?"),
        max_length=300,
        required=False,
    )
    agreed_on = Day(label=_("Agreed on"), required=False)
    conditions = forms.CharField(label=_("On which conditions?"), max_length=1000, required=False)
    price = Euros(label=_("At what price, in euros?"), required=False)

    def clean(self) -> dict[str, Any]:
        """An amendment holds where both agreed in writing."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("outcome") == Outcome.AMENDED and not (given.get("agreed_by") and given.get("agreed_on")):
            self.add_error(
                "agreed_by",
                forms.ValidationError(
                    _("An amendment holds where both agreed in writing: say who, and when."), code="both"
                ),
            )
        return given
