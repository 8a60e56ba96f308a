"""What people fill in about a cost."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.terms import Role
from art28.web.agreements.models import Agreement
from art28.web.expenses.actions import Cost
from art28.web.expenses.models import Bearer


class CostForm(forms.Form):
    """A line of time or money. Who bears it follows from the agreement; to depart from that takes a reason."""

    agreement = forms.ChoiceField(label=_("Under which agreement?"))
    what = forms.CharField(label=_("For what?"), max_length=200, help_text=_("Name no people here."))
    on = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=0, max_value=100_000)
    amount = forms.DecimalField(
        label=_("Amount in euros"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(10_000_000),
        decimal_places=2,
    )
    is_estimate = forms.BooleanField(label=_("This is an estimate beforehand"), required=False)
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

    def __init__(self, *args: Any, agreements: Sequence[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreement"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), row.counterparty_name or row.title) for row in agreements
        ]
        if len(agreements) == 1:
            self.fields["agreement"].initial = str(agreements[0].pk)
            self.fields["agreement"].widget = self.fields["agreement"].hidden_widget()

    def clean(self) -> dict[str, Any]:
        """Time or money, and a reason for what departs from the agreement."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("minutes") and cleaned.get("amount") is None and not self.errors:
            self.add_error("minutes", forms.ValidationError(_("Give minutes or an amount."), code="empty"))
        if cleaned.get("bearer") and not cleaned.get("reason"):
            self.add_error(
                "reason", forms.ValidationError(_("Say why somebody else pays than was agreed."), code="reason")
            )
        return cleaned

    @property
    def agreement_id(self) -> UUID:
        """Under which; call after `is_valid`."""
        return UUID(self.cleaned_data["agreement"])

    def cost(self) -> Cost:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Cost(
            what=given["what"],
            on=given["on"],
            minutes=given["minutes"] or 0,
            cents=None if given["amount"] is None else int(given["amount"] * 100),
            is_estimate=given["is_estimate"],
            cause=Role(given["cause"]) if given["cause"] else None,
            bearer=Bearer(given["bearer"]) if given["bearer"] else None,
            reason=given["reason"],
        )
