"""What is filled in about an answer to a change by whoever it was told to; the other side's own form is `notices.outside`."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.fields import Day
from art28.web.subprocessors.answering import Said
from art28.web.subprocessors.models import AnswerKind

_LONGEST = 4_000
_WANT_WORDS = frozenset(
    {AnswerKind.REFUSAL, AnswerKind.EXCEPTION, AnswerKind.EXEMPTED, AnswerKind.TERMINATED, AnswerKind.MITIGATED}
)


class AnswerForm(forms.Form):
    """What was said to us, or agreed on."""

    kind = forms.ChoiceField(label=_("What happened"))
    name = forms.CharField(label=_("With whom"), max_length=200)
    at = forms.DateTimeField(
        label=_("When"), widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    )
    text = forms.CharField(
        label=_("What was said or agreed"),
        max_length=_LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, kinds: tuple[AnswerKind, ...], now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self._now = now
        self.fields["kind"].choices = [("", _("Choose what happened")), *((each.value, each.label) for each in kinds)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What ends a dispute or lifts a prohibition says why; nothing was said in the future."""
        given = super().clean() or self.cleaned_data
        if given.get("kind") in _WANT_WORDS and not given.get("text", "").strip():
            self.add_error("text", forms.ValidationError(_("Say what was agreed, or on what grounds."), code="reasons"))
        at = given.get("at")
        if at is not None and at > self._now:
            self.add_error("at", forms.ValidationError(_("This lies in the future."), code="future"))
        return given

    def said(self) -> Said:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Said(kind=AnswerKind(given["kind"]), name=given["name"], text=given["text"].strip(), at=given["at"])


class WindowForm(forms.Form):
    """A last day to object."""

    day = Day(label=_("Last day to object"), required=False)


class ReasonForm(forms.Form):
    """Why a change goes ahead or is taken back."""

    reason = forms.CharField(label=_("Why?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class ReplyForm(forms.Form):
    """An address for objections that works, and how much longer those may object who were told the other."""

    address = forms.EmailField(label=_("Address for objections"), max_length=254)
    days = forms.IntegerField(label=_("Days more to object, for who was told the other"), min_value=1, max_value=365)
