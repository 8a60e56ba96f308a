"""What people fill in about contact persons, ours and theirs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.contacts.appointing import Who
from art28.web.contacts.checking import DETAILS, Answer
from art28.web.contacts.models import Level, Said

_MOST_MONTHS, _MOST_DAYS = 60, 90


class AppointForm(forms.Form):
    """One of us whom the other side turns to."""

    level = forms.ChoiceField(label=_("As"), choices=Level.choices)
    name = forms.CharField(label=_("Name of the person or desk"), max_length=120)
    role = forms.CharField(label=_("Position"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)

    def appointed(self) -> tuple[Level, Who]:
        """What was filled in; call after `is_valid`."""
        given = dict(self.cleaned_data)
        return Level(given.pop("level")), Who(**given)


class EscalateForm(forms.Form):
    """A matter that the first contact could not settle."""

    matter = forms.CharField(label=_("What is it about?"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3}))


class RhythmForm(forms.Form):
    """How often contacts of other sides are asked whether their details hold."""

    months = forms.IntegerField(
        label=_("Ask every so many months"),
        min_value=0,
        max_value=_MOST_MONTHS,
        help_text=_("0 asks nobody."),
    )
    remind_days = forms.IntegerField(
        label=_("Remind who is silent after so many days"), min_value=1, max_value=_MOST_DAYS
    )


_ANSWERS = (
    (Said.CONFIRMED.value, _("Yes, they hold")),
    (Said.CORRECTED.value, _("No, they are as filled in below")),
    (Said.GONE.value, _("I am not, or no longer, the right person")),
)
"""The answers in the words of whoever gives them."""


class ConfirmForm(forms.Form):
    """What a contact says of itself."""

    said = forms.ChoiceField(label=_("Do these details hold?"), choices=_ANSWERS, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    role = forms.CharField(label=_("Position"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        """One that says it differently can still be reached."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("said") == Said.CORRECTED and not self.errors and not (given.get("email") or given.get("phone")):
            raise forms.ValidationError(_("Give an e-mail address or a telephone number."), code="unreachable")
        return given

    def answer(self) -> Answer:
        """What was said; call after `is_valid`."""
        given = self.cleaned_data
        return Answer(Said(given["said"]), {name: given[name] for name in DETAILS})
