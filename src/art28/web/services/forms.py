"""What people fill in about services."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.fields import Day, LinesField
from art28.web.services import spelling
from art28.web.services.actions import About, Use
from art28.web.taking_over import BadCell

_WRONG = {
    "sub_processor": _("Write each as: name / role / countries / e-mail address."),
    "country": _("Write countries as two letters, such as NL or DE."),
    "email": _("This is no e-mail address."),
}


class ServiceForm(forms.Form):
    """A service."""

    name = forms.CharField(label=_("Name"), max_length=200)
    description = forms.CharField(
        label=_("What it does"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )
    data_categories = LinesField(label=_("Categories of personal data"), required=False, help_text=_("One a line."))
    special_categories = LinesField(
        label=_("Special categories among them"), required=False, help_text=_("Art. 9 and 10 GDPR. One a line.")
    )
    data_subjects = LinesField(label=_("Categories of data subjects"), required=False, help_text=_("One a line."))
    purposes = LinesField(
        label=_("Purposes"),
        required=False,
        help_text=_("For what customers use it, and so have it process. One a line."),
    )
    retention = forms.CharField(label=_("How long data are kept"), required=False, max_length=300)
    measures = LinesField(
        label=_("Measures of this service"), required=False, help_text=_("Beyond those for every service. One a line.")
    )
    systems = LinesField(label=_("Systems it runs on"), required=False, help_text=_("One a line."))
    sub_processors = forms.CharField(
        label=_("Sub-processors"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: name / role / countries / the address from which it reports a breach."),
    )
    people = forms.IntegerField(
        label=_("People per customer, about"), required=False, min_value=0, max_value=9_999_999_999
    )

    def clean_sub_processors(self) -> tuple[dict[str, Any], ...]:
        """One a line, as the table has them."""
        try:
            return spelling.sub_processors(self.cleaned_data["sub_processors"])
        except BadCell as bad:
            raise forms.ValidationError(f"{bad.text}: {_WRONG[bad.code]}", code=bad.code) from bad

    def about(self) -> About:
        """What was filled in; call after `is_valid`."""
        return About(**{**self.cleaned_data, "name": " ".join(self.cleaned_data["name"].split())})


def initial_of(what: About) -> dict[str, Any]:
    """What the form shows."""
    return {**what.record(), "sub_processors": spelling.of_sub_processors(what.sub_processors).replace("; ", "\n")}


class UseForm(forms.Form):
    """How an agreement takes a service."""

    people = forms.IntegerField(label=_("People, about"), required=False, min_value=0, max_value=9_999_999_999)
    since_on = Day(label=_("Since"), required=False)
    until_on = Day(
        label=_("Until and including"),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """An end lies after its beginning."""
        cleaned = super().clean() or self.cleaned_data
        since_on, until_on = cleaned.get("since_on"), cleaned.get("until_on")
        if since_on and until_on and until_on < since_on:
            self.add_error("until_on", forms.ValidationError(_("It can't end before it began."), code="order"))
        return cleaned

    def use(self) -> Use:
        """What was filled in; call after `is_valid`."""
        return Use(**self.cleaned_data)


class LeaveOutForm(forms.Form):
    """Why agreements are not touched."""

    reason = forms.CharField(
        label=_("Why does the breach not touch them?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
