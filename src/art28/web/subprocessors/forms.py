"""What people fill in about sub-processors."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.fields import Day
from art28.web.subprocessors import spelling
from art28.web.subprocessors.actions import About, OnFile, Standing
from art28.web.subprocessors.fields import CountriesField
from art28.web.subprocessors.models import SafeguardKind
from art28.web.taking_over import BadCell


class SubProcessorForm(forms.Form):
    """What holds for a sub-processor itself."""

    name = forms.CharField(label=_("Name"), max_length=200)
    registration = forms.CharField(label=_("Registration number"), max_length=40, required=False)
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=20, required=False)
    city = forms.CharField(label=_("Place"), max_length=100, required=False)
    country = forms.CharField(
        label=_("Established in"), max_length=2, required=False, help_text=_("Two letters, such as NL.")
    )
    countries = CountriesField(label=_("Processes data in"), required=False)
    contact_name = forms.CharField(label=_("Contact"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    note = forms.CharField(label=_("Note"), max_length=4_000, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_country(self) -> str:
        """A country of two letters, or none."""
        given = str(self.cleaned_data["country"])
        if not given:
            return ""
        try:
            code = spelling.country(given)
        except BadCell as bad:
            raise forms.ValidationError(_("Write a country of two letters, such as NL."), code="country") from bad
        if code == "EU":
            raise forms.ValidationError(_("Write a country of two letters, such as NL."), code="country")
        return code

    def about(self) -> About:
        """What was filled in; call after `is_valid`."""
        return About(**{**self.cleaned_data, "name": " ".join(self.cleaned_data["name"].split())})


class BehindForm(forms.Form):
    """Another sub-processor that works for this one."""

    child = forms.ChoiceField(label=_("Sub-processor"))
    role = forms.CharField(label=_("What it does there"), max_length=200, required=False)
    countries = CountriesField(label=_("Processes data in"), required=False)

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["child"].choices = offered  # type: ignore[attr-defined]

    def standing(self) -> Standing:
        """How it stands there; call after `is_valid`."""
        return Standing(role=self.cleaned_data["role"], countries=self.cleaned_data["countries"])


class AgreementForm(forms.Form):
    """Which agreement is the contract with a sub-processor."""

    agreement = forms.ChoiceField(label=_("Contract on file"), required=False)

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["agreement"].choices = [("", _("none")), *offered]  # type: ignore[attr-defined]


class CopyForm(forms.Form):
    """What was given to a customer that asked for it."""

    to = forms.CharField(label=_("To whom"), max_length=200)
    what = forms.CharField(
        label=_("What was given, and what was left out"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    on = Day(label=_("On"))


class SafeguardForm(forms.Form):
    """A safeguard on file for data in a country."""

    country = forms.CharField(label=_("Country"), max_length=12)
    kind = forms.ChoiceField(label=_("Safeguard"), choices=SafeguardKind.choices)
    signed_on = Day(label=_("Signed or established on"))
    assessed_on = Day(label=_("Transfer assessed on"), required=False)
    note = forms.CharField(label=_("Where it is kept"), max_length=500, required=False)

    def clean_country(self) -> str:
        """A country of two letters."""
        try:
            code = spelling.country(self.cleaned_data["country"])
        except BadCell as bad:
            raise forms.ValidationError(_("Write a country of two letters, such as US."), code="country") from bad
        if len(code) != 2 or code == "EU":
            raise forms.ValidationError(_("Write a country of two letters, such as US."), code="country")
        return code

    def on_file(self) -> OnFile:
        """What was filled in; call after `is_valid`."""
        return OnFile(**self.cleaned_data)
