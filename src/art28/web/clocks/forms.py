"""What people say about an obligation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership
from art28.web.fields import PastField


class DoneForm(forms.Form):
    """That what was promised is done."""

    reason = forms.CharField(
        label=_("What was done?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands in the record."),
    )
    at = PastField(label=_("When?"), required=False, help_text=_("Leave it as it is for now."))


class CancelForm(forms.Form):
    """That a clock was started for nothing."""

    reason = forms.CharField(label=_("Why is it not due?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class LatenessForm(forms.Form):
    """Why a limit was not kept."""

    reasons = forms.CharField(label=_("Why is it late?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class OwnerForm(forms.Form):
    """Who sees to it."""

    owner = forms.ChoiceField(label=_("Who sees to it?"), required=False)

    def offer(self, members: list[Membership]) -> None:
        """Let one of `members`, or nobody in particular, be chosen."""
        field = self.fields["owner"]
        field.choices = [("", _("Nobody in particular")), *((str(row.user_id), str(row.user)) for row in members)]  # type: ignore[attr-defined]
