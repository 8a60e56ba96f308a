"""What people fill in about costs."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.agreements.models import Agreement
from art28.web.costs.actions import Kept
from art28.web.costs.models import MINUTES_IN_AN_HOUR, Incurred, Work

_MOST_HOURS = 10_000
_MOST_EUROS = 10_000_000


class LineForm(forms.Form):
    """Time at an hourly rate, expenses, or both."""

    agreement = forms.ChoiceField(label=_("Under which agreement?"))
    incurred_by = forms.ChoiceField(label=_("Whose costs?"), choices=Incurred.choices)
    work = forms.ChoiceField(label=_("What was it for?"), choices=Work.choices)
    text = forms.CharField(label=_("What was done?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    on = forms.DateField(label=_("On"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    hours = forms.DecimalField(
        label=_("Hours"), required=False, min_value=0, max_value=_MOST_HOURS, decimal_places=2, max_digits=8
    )
    rate = forms.DecimalField(
        label=_("Hourly rate, in euros"),
        required=False,
        min_value=0,
        max_value=_MOST_EUROS,
        decimal_places=2,
        max_digits=10,
    )
    expense = forms.DecimalField(
        label=_("Expenses, in euros"),
        required=False,
        min_value=0,
        max_value=_MOST_EUROS,
        decimal_places=2,
        max_digits=10,
    )

    def __init__(self, *args: Any, agreements: Sequence[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreement"].choices = [  # type: ignore[attr-defined]
            (str(each.pk), each.counterparty_name or each.title) for each in agreements
        ]

    def clean_on(self) -> date:
        """A day that has come."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("This day has yet to come."), code="future")
        return on

    def clean(self) -> dict[str, Any]:
        """Something was spent: time or money."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not (given.get("hours") or given.get("expense")):
            raise forms.ValidationError(_("Give hours or expenses."), code="nothing")
        return given

    def kept(self) -> Kept:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Kept(
            incurred_by=given["incurred_by"],
            work=given["work"],
            text=given["text"],
            on=given["on"],
            minutes=int((given["hours"] or Decimal(0)) * MINUTES_IN_AN_HOUR),
            hourly_cents=_cents(given["rate"]),
            expense_cents=_cents(given["expense"]),
        )


def _cents(euros: Decimal | None) -> int:
    return int((euros or Decimal(0)) * 100)


class StrikeForm(forms.Form):
    """Why a line counts no longer."""

    reason = forms.CharField(label=_("Why does it not count?"), max_length=500)
