"""Forms of people: inviting and accepting."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation, User
from art28.web.accounts.queries import members
from art28.web.accounts.rights import Role
from art28.web.offering import OfferedCheckboxes, OfferingForm, Source


class InviteForm(forms.Form):
    """Whom to invite, in which role."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.ENGINEER)


class RoleForm(forms.Form):
    """A member's role."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class TeamForm(OfferingForm):
    """A team: its name and who of the organisation belongs to it."""

    name = forms.CharField(label=_("Name of the team"), max_length=80)
    members = forms.MultipleChoiceField(label=_("Members"), required=False, widget=OfferedCheckboxes)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("members", Source(members(organisation).annotate(name=F("user__name"))))


class AcceptForm(forms.Form):
    """What somebody new fills in."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=password_validators_help_text_html,
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email = email

    def clean(self) -> dict[str, Any]:
        """A password that isn't like the name or the address, and not a common one."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("password"):
            try:
                validate_password(given["password"], User(email=self._email, name=given.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return given
