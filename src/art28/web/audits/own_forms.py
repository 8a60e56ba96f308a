"""What people fill in about audits of one's own, and about offering them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.audits.forms import ToForm
from art28.web.audits.offering import Offer
from art28.web.audits.own import Planned, Reported
from art28.web.fields import Day
from art28.web.uploads import CopyField


def _ahead(day: date) -> date:
    if day <= timezone.localdate():
        raise forms.ValidationError(_("Choose a day after today: a clock runs until then."), code="past")
    return day


class MoveForm(forms.Form):
    """Another day for it."""

    planned_on = Day(label=_("On which day?"))
    reason = forms.CharField(label=_("Why another day?"), max_length=500)

    def clean_planned_on(self) -> date:
        """A day that is to come."""
        return _ahead(self.cleaned_data["planned_on"])


class PlanForm(forms.Form):
    """An audit of one's own to plan."""

    scope = forms.CharField(label=_("What is audited?"), max_length=500, help_text=_("Services, systems, locations."))
    norm = forms.CharField(
        label=_("Against what?"), max_length=120, required=False, help_text=_("A standard, or your own measures.")
    )
    auditor = forms.CharField(label=_("Who audits?"), max_length=200)
    independent = forms.BooleanField(label=_("The auditor is independent of us"), required=False, initial=True)
    planned_on = Day(label=_("On which day?"))

    def clean_planned_on(self) -> date:
        """A day that is to come."""
        return _ahead(self.cleaned_data["planned_on"])

    def planned(self) -> Planned:
        """What was filled in; call after `is_valid`."""
        return Planned(**self.cleaned_data)


class OwnReportForm(forms.Form):
    """What an audit of one's own came to."""

    held_on = Day(label=_("On which day was it held?"))
    compliant = forms.ChoiceField(
        label=_("What did it show?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("We comply")), ("no", _("We don't comply on every point"))],
    )
    outcome = forms.CharField(label=_("In words"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    file = CopyField(label=_("The audit report"), required=False)
    valid_until = Day(
        label=_("Until when may it be offered to customers?"), required=False, help_text=_("Left open: it isn't.")
    )
    next_on = Day(label=_("When is it held again?"), required=False, help_text=_("Planned at once, with its clock."))

    def clean_held_on(self) -> date:
        """A day that has been."""
        day: date = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."), code="future")
        return day

    def clean_next_on(self) -> date | None:
        """A day that is to come."""
        day: date | None = self.cleaned_data["next_on"]
        return _ahead(day) if day else None

    def came(self) -> Reported:
        """What was filled in; call after `is_valid`."""
        given, file = self.cleaned_data, self.cleaned_data["file"]
        return Reported(
            held_on=given["held_on"],
            compliant=given["compliant"] == "yes",
            outcome=given["outcome"],
            valid_until=given["valid_until"],
            next_on=given["next_on"],
            file=(file.name, file.read()) if file else None,
        )


class WhyForm(forms.Form):
    """Why it isn't held, or no longer asked for."""

    reason = forms.CharField(label=_("Why?"), max_length=500)


class OfferForm(ToForm):
    """What of what is at hand is offered, and to whom."""

    chosen = forms.MultipleChoiceField(label=_("What do you offer?"), widget=forms.CheckboxSelectMultiple)
    field_order = ("chosen", "recipient")

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(str(each.id), each.title) for each in offers]  # type: ignore[attr-defined]
        self.fields["chosen"].initial = [str(each.id) for each in offers]


class IntoRoomForm(forms.Form):
    """Which report of one's own goes into the evidence room."""

    own = forms.ChoiceField(label=_("Which audit of our own?"))

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["own"].choices = choices  # type: ignore[attr-defined]
