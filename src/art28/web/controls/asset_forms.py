"""What people fill in about things with custody."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.law.places import InvalidCountry, country_code
from art28.web.accounts.models import Organisation
from art28.web.controls import asset_queries
from art28.web.controls.custody import About
from art28.web.controls.models import Asset, AssetKind, Handing, SafeguardKind
from art28.web.fields import Day, PastDay

_OFFERED = 500
_COUNTRY = 2


class AssetForm(forms.Form):
    """A thing."""

    code = forms.CharField(label=_("Number or mark"), max_length=40, help_text=_("As it stands on the thing itself."))
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("What is it?"), choices=AssetKind.choices)
    place = forms.ChoiceField(label=_("Where is it kept, or does it run?"), required=False)
    country = forms.CharField(
        label=_("Country"), required=False, max_length=2, help_text=_("Of a location, as two letters: NL.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, organisation: Organisation, but: Asset | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept_in = (AssetKind.LOCATION, AssetKind.STORAGE, AssetKind.SERVER)
        rows = asset_queries.in_use(organisation).filter(kind__in=kept_in)
        if but is not None:
            rows = rows.exclude(pk=but.pk)
        self.places = {str(row.pk): row for row in rows[:_OFFERED]}
        choices = [("", "–"), *((key, str(row)) for key, row in self.places.items())]
        self.fields["place"].choices = choices  # type: ignore[attr-defined]

    def clean_country(self) -> str:
        """Two letters of a country that is known."""
        given: str = self.cleaned_data["country"].strip().upper()
        if not given:
            return ""
        try:
            code = country_code(given)
        except InvalidCountry:
            code = ""
        if len(code) != _COUNTRY:
            raise forms.ValidationError(_("Write a country as two letters, such as NL or DE."), code="country")
        return code

    def about(self) -> About:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        texts = {name: " ".join(given[name].split()) for name in ("code", "name")}
        place = self.places.get(given["place"])
        return About(**texts, kind=given["kind"], place=place, country=given["country"], note=given["note"])


class HandForm(forms.Form):
    """What is done with a thing, and what shows it."""

    what = forms.ChoiceField(label=_("What is done?"), choices=Handing.choices)
    holder = forms.CharField(label=_("To whom?"), required=False, max_length=200, help_text=_("When it is issued."))
    on = PastDay(label=_("On"))
    evidence = forms.CharField(
        label=_("What shows it?"),
        required=False,
        max_length=500,
        help_text=_("The receipt, the report of the loss, or the proof of destruction, which must be there."),
    )

    def clean(self) -> dict[str, Any]:
        """A thing is issued to somebody; that it is gone must be shown."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("what") == Handing.ISSUED and not cleaned.get("holder"):
            self.add_error("holder", forms.ValidationError(_("Say to whom."), code="holder"))
        if cleaned.get("what") in (Handing.LOST, Handing.DESTROYED) and not cleaned.get("evidence"):
            self.add_error("evidence", forms.ValidationError(_("Say what shows it."), code="evidence"))
        return cleaned


class SafeguardForm(forms.Form):
    """What was seen of a safeguard."""

    safeguard = forms.ChoiceField(label=_("Which safeguard?"), choices=SafeguardKind.choices)
    in_place = forms.TypedChoiceField(
        label=_("Is it in place?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
    )
    seen_on = PastDay(label=_("Seen on"))
    until = Day(
        label=_("Holds until"),
        required=False,
        help_text=_("Where it ends by itself, or is to be looked at again."),
    )
    seen_by = forms.CharField(
        label=_("What shows it?"), max_length=500, help_text=_("For instance a report of the management software.")
    )

    def clean_until(self) -> date | None:
        """Not over already."""
        until: date | None = self.cleaned_data["until"]
        if until is not None and until < timezone.localdate():
            raise forms.ValidationError(_("This day is over already."), code="past")
        return until
