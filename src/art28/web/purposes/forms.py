"""What people fill in about own purposes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.fields import LinesField, PastField
from art28.web.processing.models import LegalBasis
from art28.web.purposes.actions import Wanted
from art28.web.purposes.models import Kind


def _long(label: Any, *, help_text: Any = "", required: bool = True, most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )


class RegisterForm(forms.Form):
    """A purpose of one's own."""

    kind = forms.ChoiceField(label=_("What kind of purpose?"), choices=Kind.choices)
    purpose = forms.CharField(
        label=_("For what exactly?"), max_length=300, help_text=_("So that somebody else can tell what falls under it.")
    )
    data_categories = LinesField(label=_("Which data?"), help_text=_("One a line."))
    data_subjects = LinesField(label=_("About whom?"), required=False, help_text=_("One a line."))
    anonymised = forms.BooleanField(label=_("Only once the data are anonymised"), required=False)

    def wanted(self) -> Wanted:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Wanted(
            kind=Kind(given["kind"]),
            purpose=given["purpose"],
            data=tuple(given["data_categories"]),
            data_subjects=tuple(given["data_subjects"]),
            anonymised=given["anonymised"],
        )


class DecideForm(forms.Form):
    """Whether data are used for it, and why."""

    outcome = forms.ChoiceField(
        label=_("May data be used for it?"),
        widget=forms.RadioSelect,
        choices=[
            ("allowed", _("Yes: we are controller for it, on a legal basis of our own")),
            ("refused", _("No: nothing is used for it")),
        ],
    )
    legal_basis = forms.ChoiceField(
        label=_("If so, on which legal basis (Art. 6(1))?"), required=False, choices=[("", "–"), *LegalBasis.choices]
    )
    informed = forms.CharField(label=_("How do data subjects learn of it (Art. 14)?"), required=False, max_length=500)
    reason = _long(
        _("Why?"), help_text=_("Where one clause allows it and another forbids it: which prevails, and why.")
    )

    def clean(self) -> dict[str, Any]:
        """Use as controller needs a legal basis and information."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("outcome") == "allowed":
            for name, words in (
                ("legal_basis", _("As controller we need a legal basis of our own.")),
                ("informed", _("As controller we inform data subjects: say how, or by which exception not.")),
            ):
                if not cleaned.get(name):
                    self.add_error(name, forms.ValidationError(words, code=name))
        return cleaned


class UseForm(forms.Form):
    """One use of data."""

    what = _long(_("What was used, and how?"), most=500, help_text=_("Name no data subjects here."))
    used_at = PastField(label=_("When?"))
    anonymised = forms.BooleanField(label=_("In anonymised form"), required=False)


class EndForm(forms.Form):
    """Why it ends."""

    reason = forms.CharField(label=_("Why?"), max_length=500)
