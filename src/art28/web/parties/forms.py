"""Forms of parties."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.parties.models import Purpose


class ContactForm(forms.Form):
    """Whom to reach, and for what."""

    purpose = forms.ChoiceField(label=_("For"), choices=Purpose.choices, initial=Purpose.BREACH)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    role = forms.CharField(label=_("Position"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        """A contact can be reached somehow."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not (given.get("email") or given.get("phone")):
            raise forms.ValidationError(_("Give an e-mail address or a telephone number."), code="unreachable")
        return given


class EntityForm(forms.Form):
    """A legal person of the organisation itself."""

    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As it stands in your agreements."))
    registration = forms.CharField(label=_("Registration number"), max_length=40, required=False)
