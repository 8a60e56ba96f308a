"""What people fill in about records of processing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.law.destinations import WORLDWIDE
from art28.law.places import InvalidCountry, country_code
from art28.web.fields import Day, LinesField, PastDay
from art28.web.processing.judging import Wanted
from art28.web.processing.models import Assessed, Judgement, LegalBasis, Matter, Operation, Outside, Sensitive

_AREAS = ("EU", "EEA")


def _text(
    label: Any, *, most: int = 300, rows: int = 0, help_text: Any = "", required: bool = False
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else None
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


def _lines(label: Any, help_text: Any = "") -> LinesField:
    return LinesField(label=label, required=False, help_text=help_text or _("One a line."))


def columns(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in by the names of columns: a form has its own meaning for `data`."""
    return {"data" if name == "data_categories" else name: value for name, value in given.items()}


class CountriesField(forms.CharField):
    """Countries as two letters, "EU", "EEA" or "worldwide", parted by commas; a tuple."""

    def clean(self, value: Any) -> Any:
        """The codes, each known."""
        parts = [part.strip() for part in super().clean(value).replace(";", ",").split(",") if part.strip()]
        found = []
        for part in parts:
            code = part.upper()
            if part.casefold() == WORLDWIDE:
                found.append(WORLDWIDE)
            elif code in _AREAS:
                found.append(code)
            else:
                try:
                    found.append(country_code(code))
                except InvalidCountry as error:
                    raise forms.ValidationError(
                        _("%(given)s is no country: write two letters, such as NL or DE."),
                        params={"given": part[:40]},
                        code="country",
                    ) from error
        return tuple(dict.fromkeys(found))

    def prepare_value(self, value: Any) -> Any:
        """The codes, parted by commas."""
        return ", ".join(value) if isinstance(value, list | tuple) else value


def _countries(label: Any) -> CountriesField:
    return CountriesField(
        label=label, required=False, max_length=300, help_text=_("Two letters each, or EU, EEA, worldwide; by commas.")
    )


class ActivityForm(forms.Form):
    """A row of a record. `of_annex` leaves out what the agreement itself says."""

    service = _text(_("Service"))
    purpose = _text(_("Purpose"), most=1000, rows=2, help_text=_("One that the agreement or the controller has named."))
    data_categories = _lines(_("Categories of data"))
    data_subjects = _lines(_("Categories of data subjects"))
    operations = forms.MultipleChoiceField(
        label=_("What is done with them"),
        required=False,
        choices=Operation.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    retention = _text(_("How long it is kept"), most=500)
    sub_processors = _lines(_("Sub-processors"), _("By name, one a line."))
    countries = _countries(_("Countries where it takes place"))
    systems = _lines(_("Systems and linked databases"))
    staff_roles = _lines(_("Roles of staff who do it, and what each may"))
    environment = _text(_("Environment"), help_text=_("For instance: automated, under our own control."))
    own = forms.TypedChoiceField(
        label=_("Do we process these data ourselves?"),
        required=False,
        choices=[("", _("Not known")), ("yes", _("Yes")), ("no", _("No, a sub-processor alone"))],
        coerce=lambda said: {"yes": True, "no": False}.get(said),
        empty_value=None,
    )
    legal_basis = forms.ChoiceField(
        label=_("Legal basis that the controller named"), required=False, choices=[("", "–"), *LegalBasis.choices]
    )
    outside = forms.ChoiceField(
        label=_("Is it ours to answer for?"), required=False, choices=[("", _("Yes")), *Outside.choices]
    )
    consent = _text(_("Consent or written order of the controller"), most=500, help_text=_("Where it is on file."))
    consent_on = Day(label=_("Given on"), required=False)
    note = _text(_("Note"), most=1000, rows=2)

    def __init__(self, *args: Any, purposes: Sequence[str] = (), of_annex: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if of_annex:
            for name in ("service", "purpose", "data_categories"):
                del self.fields[name]
        elif purposes:
            self.fields["purpose"].help_text = _("Known: %(names)s") % {"names": " · ".join(purposes)}

    def clean(self) -> dict[str, Any]:
        """A consent has its day."""
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("consent")) != bool(cleaned.get("consent_on")):
            self.add_error("consent_on", forms.ValidationError(_("Say what it is and when it was given."), code="both"))
        return cleaned

    def wanted(self, **more: Any) -> Wanted:
        """What was filled in; call after `is_valid`."""
        given = {name: tuple(value) if isinstance(value, list) else value for name, value in self.cleaned_data.items()}
        return Wanted(**{**columns(given), **more})


class PurposeForm(forms.Form):
    """A purpose that the controller named afterwards."""

    purpose = _text(_("Purpose"), most=1000, rows=2, required=True)
    service = _text(_("Service"))
    data_categories = _lines(_("Categories of data"))
    data_subjects = _lines(_("Categories of data subjects"))
    notified_by = _text(_("Who notified it for the controller?"), most=200, required=True)
    notified_on = PastDay(label=_("On"))

    def wanted(self) -> Wanted:
        """What was filled in; call after `is_valid`."""
        given = columns(self.cleaned_data)
        return Wanted(**{name: given[name] for name in ("purpose", "service", "data", "data_subjects")})


class DescribeForm(forms.Form):
    """What holds for the whole record."""

    operations = forms.MultipleChoiceField(
        label=_("Operations that the annex allows"),
        required=False,
        choices=Operation.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave all open where the annex doesn't list them."),
    )
    environment = _text(_("Environment"), help_text=_("For instance: automated, under our own control."))
    controller_representative = _text(_("Representative of the controller (Art. 27)"))
    controller_officer = _text(_("Data protection officer of the controller"))


class StartForm(forms.Form):
    """That processing begins, and what was decided on an impact assessment before."""

    on = Day(label=_("From"))
    assessed = forms.ChoiceField(
        label=_("Impact assessment (Art. 35)"),
        required=False,
        choices=[("", _("Not decided")), *Assessed.choices],
        help_text=_("Decided before the processing begins."),
    )
    why = _text(_("Why, and where is it on file?"), most=500)


class LawfulForm(forms.Form):
    """That the controller confirmed that this activity is lawful."""

    name = _text(_("Who confirmed it for the controller?"), most=200, required=True)
    on = PastDay(label=_("On"))


class EndForm(forms.Form):
    """Why a row no longer holds."""

    reason = _text(_("Why?"), most=500, required=True)


class ChooseForm(forms.Form):
    """Sensitive data that the controller has processed."""

    category = forms.ChoiceField(label=_("Which data?"), choices=Sensitive.choices)
    stated_in = _text(_("Where does the annex state them?"), most=200, help_text=_("The clause or line of the annex."))
    measures = _text(_("Extra measures"), most=2000, rows=2)
    judgement = forms.ChoiceField(
        label=_("Do these suffice, in our judgement?"),
        required=False,
        choices=[("", _("Not judged")), *Judgement.choices],
    )
    explanation = _text(_("Explanation"), most=2000, rows=2)


class ConfirmForm(forms.Form):
    """Who confirmed the record for the controller."""

    name = _text(_("Who confirmed it for the controller?"), most=200, required=True)
    on = PastDay(label=_("On"))
    how = _text(_("How?"), help_text=_("For instance: by e-mail, or with the signature."))


class AskForm(forms.Form):
    """What the controller asked to know."""

    matter = forms.ChoiceField(label=_("What is asked?"), choices=Matter.choices)
    asked_by = _text(_("Who asks it for the controller?"), most=200, required=True)
    asked_on = PastDay(label=_("On"))


class KeeperForm(forms.Form):
    """Who keeps the records."""

    representative = _text(
        _("Representative in the Union (Art. 27)"), help_text=_("Only for who is not established there.")
    )
    officer = _text(_("Data protection officer"), most=200)
    officer_email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    officer_phone = _text(_("Telephone"), most=40)
    measures = _text(_("Measures in general (Art. 32(1))"), most=10_000, rows=5, help_text=_("One a line."))


class OwnForm(forms.Form):
    """An activity of the organisation as controller."""

    name = _text(_("Activity"), most=200, required=True)
    purposes = _lines(_("Purposes"))
    joint_controller = _text(_("Joint controller"))
    legal_basis = forms.ChoiceField(label=_("Legal basis"), required=False, choices=[("", "–"), *LegalBasis.choices])
    data_subjects = _lines(_("Categories of data subjects"))
    data_categories = _lines(_("Categories of data"))
    special = _lines(_("Special categories among them"), _("Art. 9 and 10 GDPR. One a line."))
    recipients = _lines(_("Recipients"))
    countries = _countries(_("Countries outside the EEA"))
    safeguards = _text(_("Safeguards for these"), most=500)
    retention = _text(_("How long it is kept"), most=500)
    measures = _lines(_("Measures"))
    owner = _text(_("Owner"), most=200)
