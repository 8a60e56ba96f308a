"""What people fill in about a report received."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.breaches.models import Breach
from art28.web.fields import AsksLongAgo, PastField
from art28.web.uploads import CopyField


class ReceivedForm(AsksLongAgo):
    """A report that came in."""

    ASKED = "received_at"

    supplier = forms.CharField(label=_("From whom?"), max_length=200)
    received_at = PastField(label=_("When did it reach you?"), help_text=_("Your clock runs from here."))
    file = CopyField(
        label=_("The report"),
        required=False,
        help_text=_(
            "A report.json of art28, of which the facts are proposed one by one; or a PDF, Word or mail file to keep."
        ),
    )
    said = forms.CharField(
        label=_("What was said?"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    noticed_at = PastField(label=_("When did they notice it?"), required=False, help_text=_("By their own account."))
    sent_at = PastField(label=_("When did they send it?"), required=False)
    reference = forms.CharField(label=_("Their reference"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """Something came: a file, or words; and a receipt of long ago is asked about."""
        cleaned = super().clean() or self.cleaned_data
        self.ask_long_ago(cleaned.get("received_at"))
        if not cleaned.get("file") and not cleaned.get("said") and "file" not in self.errors:
            self.add_error("said", forms.ValidationError(_("Give the file, or what was said."), code="nothing"))
        return cleaned


class FromMailForm(forms.Form):
    """From whom a report is that came by mail; when it reached us is known, and what it says it says itself."""

    supplier = forms.CharField(label=_("From whom?"), max_length=200)
    reference = forms.CharField(label=_("Their reference"), required=False, max_length=200)


class JoinForm(forms.Form):
    """The breach that a report is about."""

    breach = forms.ModelChoiceField(label=_("Breach"), queryset=Breach.objects.none())


class RecordForm(forms.Form):
    """A new breach, under which agreements."""

    title = forms.CharField(label=_("Short description"), max_length=200)
    words = forms.CharField(
        label=_("Only agreements with this word in party or title"),
        required=False,
        max_length=120,
        help_text=_("Empty: all agreements count as touched until you leave them out with a reason."),
    )
    begun_before = forms.BooleanField(required=False, widget=forms.HiddenInput)
