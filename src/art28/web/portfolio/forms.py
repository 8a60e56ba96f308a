"""What people fill in about accepted risks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership
from art28.web.fields import Day


class AcceptForm(forms.Form):
    """Why a risk is lived with, who answers for it, and when it is looked at again."""

    reason = forms.CharField(
        label=_("Why you live with it"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What weighs against asking for it, and what limits the risk meanwhile."),
    )
    owner = forms.ChoiceField(label=_("Who answers for it"))
    review_on = Day(label=_("Look at it again on"))

    def __init__(self, *args: Any, members: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)  # noqa: S101 - declared above
        owner.choices = [(str(row.user_id), str(row.user)) for row in members]


class WithdrawForm(forms.Form):
    """Why a risk is lived with no longer."""

    reason = forms.CharField(label=_("Why no longer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
