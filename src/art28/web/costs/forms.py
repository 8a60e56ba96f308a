"""What people fill in about costs: of a breach by what the work was for, of other cases by who bears it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.terms import Role
from art28.web.agreements.models import Agreement
from art28.web.costs.actions import Kept
from art28.web.costs.bearing import other, ours_in
from art28.web.costs.models import MINUTES_IN_AN_HOUR, Bearer, Incurred, Work
from art28.web.fields import Day

_MOST_HOURS = 10_000
_MOST_MINUTES = 100_000
_MOST_EUROS = 10_000_000


def _amount(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_value=_MOST_EUROS, decimal_places=2, max_digits=10
    )


class _UnderAgreement(forms.Form):
    """Time at an hourly rate, expenses, or both, under an agreement on a day."""

    agreement = forms.ChoiceField(label=_("Under which agreement?"))
    on = Day(
        label=_("On which day?"),
        initial=timezone.localdate,
    )
    rate = _amount(_("Hourly rate, in euros"))

    def __init__(self, *args: Any, agreements: Sequence[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreements = {str(each.pk): each for each in agreements}
        self.fields["agreement"].choices = [  # type: ignore[attr-defined]
            (key, each.counterparty_name or each.title) for key, each in self.agreements.items()
        ]


class BreachLineForm(_UnderAgreement):
    """A line about a breach."""

    incurred_by = forms.ChoiceField(label=_("Whose costs?"), choices=Incurred.choices)
    work = forms.ChoiceField(label=_("What was it for?"), choices=Work.choices)
    text = forms.CharField(label=_("What was done?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    hours = forms.DecimalField(
        label=_("Hours"), required=False, min_value=0, max_value=_MOST_HOURS, decimal_places=2, max_digits=8
    )
    expense = _amount(_("Expenses, in euros"))

    field_order = ("agreement", "incurred_by", "work", "text", "on", "hours", "rate", "expense")

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
            incurred_by=Incurred(given["incurred_by"]),
            work=given["work"],
            text=given["text"],
            on=given["on"],
            minutes=int((given["hours"] or Decimal(0)) * MINUTES_IN_AN_HOUR),
            hourly_cents=_cents(given["rate"]),
            expense_cents=_cents(given["expense"]),
        )


class CostForm(_UnderAgreement):
    """A line about another case. Who bears it follows from the agreement; to depart from that takes a reason."""

    what = forms.CharField(label=_("For what?"), max_length=200, help_text=_("Name no people here."))
    whose = forms.ChoiceField(
        label=_("Whose costs?"), required=False, choices=[("", _("Our own")), ("other", _("Of the other side"))]
    )
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=0, max_value=_MOST_MINUTES)
    amount = _amount(_("Amount in euros"))
    is_estimate = forms.BooleanField(label=_("This is an estimate beforehand"), required=False)
    beyond_usual = forms.BooleanField(label=_("This went beyond the usual work"), required=False)
    cause = forms.ChoiceField(
        label=_("With whom does the cause lie?"),
        required=False,
        choices=[
            ("", _("With neither")),
            ("processor", _("With the processor")),
            ("controller", _("With the controller")),
        ],
    )
    bearer = forms.ChoiceField(
        label=_("Who bears it?"), required=False, choices=[("", _("As the agreement says")), *Bearer.choices[:2]]
    )
    reason = forms.CharField(label=_("Why otherwise than agreed?"), required=False, max_length=300)

    field_order = (
        "agreement", "what", "whose", "on", "minutes", "rate", "amount", "is_estimate", "beyond_usual", "cause",
        "bearer", "reason",
    )  # fmt: skip

    def __init__(self, *args: Any, agreements: Sequence[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, agreements=agreements, **kwargs)
        if len(agreements) == 1:
            self.fields["agreement"].initial = str(agreements[0].pk)
            self.fields["agreement"].widget = self.fields["agreement"].hidden_widget()

    def clean(self) -> dict[str, Any]:
        """Time or money, and a reason for what departs from the agreement."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("minutes") and cleaned.get("amount") is None and not self.errors:
            self.add_error("minutes", forms.ValidationError(_("Give minutes or an amount."), code="empty"))
        if cleaned.get("beyond_usual") and not (cleaned.get("minutes") and cleaned.get("rate")) and not self.errors:
            lacking = _("Work beyond the usual is charged by time: give minutes and rate.")
            self.add_error("rate", forms.ValidationError(lacking, code="rate"))
        if cleaned.get("bearer") and not cleaned.get("reason"):
            self.add_error(
                "reason", forms.ValidationError(_("Say why somebody else pays than was agreed."), code="reason")
            )
        return cleaned

    @property
    def agreement_id(self) -> UUID:
        """Under which; call after `is_valid`."""
        return UUID(self.cleaned_data["agreement"])

    def kept(self) -> Kept:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        ours = ours_in(self.agreements[given["agreement"]])
        return Kept(
            incurred_by=other(ours) if ours and given["whose"] else ours,
            text=given["what"],
            on=given["on"],
            minutes=given["minutes"] or 0,
            hourly_cents=_cents(given["rate"]),
            expense_cents=None if given["amount"] is None else _cents(given["amount"]),
            is_estimate=given["is_estimate"],
            beyond_usual=given["beyond_usual"],
            cause=Role(given["cause"]) if given["cause"] else None,
            bearer=Bearer(given["bearer"]) if given["bearer"] else None,
            reason=given["reason"],
        )


def _cents(euros: Decimal | None) -> int:
    return int((euros or Decimal(0)) * 100)


class StrikeForm(forms.Form):
    """Why a line counts no longer."""

    reason = forms.CharField(label=_("Why does it not count?"), max_length=500)
