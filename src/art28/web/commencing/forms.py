"""What is filled in to let many agreements come into force."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.commencing.actions import Wanted
from art28.web.fields import Day
from art28.web.lifecycle import queries as lives
from art28.web.lifecycle.stages import BEFORE

_STAGES = (
    ("", _("Every agreement that isn't in force yet")),
    *((each.value, each.label) for each in BEFORE),
    ("unsaid", _("Said by the document alone")),
)


class BeginForm(forms.Form):
    """Which agreements, from which day, and why; `wanted()` gives it."""

    stage = forms.ChoiceField(label=_("Which agreements?"), choices=_STAGES, required=False)
    words = forms.CharField(label=_("Only with, by party or title"), max_length=200, required=False)
    on = Day(
        label=_("From which day, where an agreement doesn't say so itself?"),
        required=False,
        help_text=_(
            "By the words of an agreement it is in force since the last signature or the start of the main agreement, where "
            "those are known. The day given here is for the others."
        ),
    )
    reason = forms.CharField(label=_("Why?"), max_length=500, required=False)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation = organisation

    def clean(self) -> dict[str, Any]:
        """There is an agreement at all."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and self.count() == 0:
            message = _("No agreement that isn't in force yet is like this.")
            self.add_error("words", forms.ValidationError(message, code="none"))
        return given

    def count(self) -> int:
        """How many agreements that is; call after the fields were cleaned."""
        given = self.cleaned_data
        return lives.may_come_into_force(self._organisation, stage=given["stage"], words=given["words"]).count()

    def wanted(self) -> Wanted:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Wanted(stage=given["stage"], words=given["words"], on=given["on"], reason=given["reason"])


class AgainForm(forms.Form):
    """The day for agreements that have none of their own."""

    on = Day(label=_("From which day, where an agreement doesn't say so itself?"), required=False)
