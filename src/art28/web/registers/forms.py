"""What people fill in about measures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership
from art28.web.fields import Day
from art28.web.registers.models import Kind


class MeasureForm(forms.Form):
    """A measure or lesson, who sees to it, and until when."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.MEASURE
    )
    text = forms.CharField(label=_("What is to be done?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    due_on = Day(label=_("Due on"))
    owner = forms.ChoiceField(label=_("Who sees to it"), required=False)

    def __init__(self, *args: Any, members: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Nobody in particular")), *((str(row.user_id), str(row.user)) for row in members)]
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)  # noqa: S101 - declared above
        owner.choices = choices


class OutcomeForm(forms.Form):
    """That it is done, and how."""

    outcome = forms.CharField(label=_("What was done"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
