"""What people say about what happened."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.duties import Trigger
from art28.obligations.happening import HAPPENINGS, Happening
from art28.terms import StartReason
from art28.web.events.queries import Said
from art28.web.fields import InstantField

_CLOCKS_DIFFER = 300


class EventForm(forms.Form):
    """What happened, when, and why that instant counts; the kind of event is settled before."""

    title = forms.CharField(
        label=_("What is it about?"),
        max_length=80,
        help_text=_("What everybody will call this event. Name no people here."),
    )
    at = InstantField(label=_("When?"))
    start_kind = forms.ChoiceField(label=_("Why does that instant count?"))
    planned_at = InstantField(
        label=_("When is it to take place or take effect?"),
        required=False,
        help_text=_("Limits “at least so long before” are counted back from it."),
    )
    note = forms.CharField(
        label=_("Note"), max_length=250, required=False, help_text=_("It stands in the record of every clock.")
    )

    def __init__(self, *args: Any, trigger: Trigger, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trigger = trigger
        self.happening: Happening = HAPPENINGS[trigger]
        self.fields["start_kind"].choices = [  # type: ignore[attr-defined]
            (reason.value, labels.start_reason(reason, language).capitalize()) for reason in self.happening.reasons
        ]
        if not self.happening.plans:
            del self.fields["planned_at"]

    def clean_at(self) -> datetime:
        """An instant that has been, unless this kind of event may be known before it comes."""
        at: datetime = self.cleaned_data["at"]
        ahead = (at - timezone.now()).total_seconds() > _CLOCKS_DIFFER
        if ahead and not self.happening.may_lie_ahead:
            raise forms.ValidationError(_("This lies in the future."), code="future")
        return at

    def said(self) -> Said:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Said(
            trigger=self.trigger,
            at=given["at"],
            kind=StartReason(given["start_kind"]),
            planned_at=given.get("planned_at"),
            title=given["title"],
            note=given["note"],
        )


class CancelForm(forms.Form):
    """That it did not happen, or happened otherwise."""

    reason = forms.CharField(
        label=_("Why is this taken back?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
