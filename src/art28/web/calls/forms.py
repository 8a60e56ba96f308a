"""What a caller fills in."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.notices.specials import Named

AGAIN = (
    ("10", _("in 10 minutes")),
    ("30", _("in half an hour")),
    ("60", _("in an hour")),
    ("240", _("in 4 hours")),
    ("720", _("in 12 hours")),
)
_AT_ONCE = "0"


class ReachedForm(forms.Form):
    """Who was spoken to."""

    spoken_to = forms.CharField(label=_("Spoken to"), max_length=200)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class InVainForm(forms.Form):
    """When to try again: at once with the next of those to be called, `then`, or later."""

    again = forms.ChoiceField(label=_("Nobody reached; again"), choices=AGAIN, initial="30")
    note = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, then: Named | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if then is not None:
            called = _("at once: %(who)s") % {"who": then.called}
            self.fields["again"].choices = [(_AT_ONCE, called), *AGAIN]  # type: ignore[attr-defined]
            self.fields["again"].initial = _AT_ONCE

    def again_in(self) -> timedelta:
        """After how long; call after `is_valid`."""
        return timedelta(minutes=int(self.cleaned_data["again"]))
