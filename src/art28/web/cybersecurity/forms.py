"""What people say of the organisation under the Act, and of a breach that may be a significant incident."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.law.incidents import Criterion
from art28.web.accounts.models import Organisation
from art28.web.cybersecurity.models import Scope
from art28.web.fields import PastField
from art28.web.parties import queries as parties
from art28.web.parties.models import LegalEntity


class EntityForm(forms.Form):
    """What the organisation is under the Act, and to whom it reports."""

    scope = forms.ChoiceField(
        label=_("What is the organisation under the Act?"),
        choices=Scope.choices,
        help_text=_("A person establishes it, by sector and size."),
    )
    legal_entity = forms.ModelChoiceField(
        label=_("Which legal entity?"), queryset=LegalEntity.objects.none(), required=False, empty_label=_("All of it")
    )
    sector = forms.CharField(label=_("Sector"), max_length=120, required=False)
    managed_provider = forms.BooleanField(
        label=_("It is a managed service provider or managed security service provider"), required=False
    )
    csirt = forms.CharField(
        label=_("CSIRT"), max_length=200, required=False, help_text=_("It differs by sector: write where you report.")
    )
    authority = forms.CharField(label=_("Competent authority"), max_length=200, required=False)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["legal_entity"].queryset = parties.legal_entities(organisation)  # type: ignore[attr-defined]


class AssessForm(forms.Form):
    """Whether a breach is a significant incident."""

    criteria = forms.MultipleChoiceField(
        label=_("Which of these hold?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    aware_at = PastField(
        label=_("Since when are you aware of the significant incident?"),
        required=False,
        help_text=_("The 24 and 72 hours count from it. It may differ from awareness of the breach."),
    )
    reason = forms.CharField(label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, offered: tuple[Criterion, ...], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criteria"].choices = [(row.id, row.text(language)) for row in offered]  # type: ignore[attr-defined]


class AtForm(forms.Form):
    """When something was."""

    at = PastField(label=_("When?"))


class ReasonForm(forms.Form):
    """Why something is so."""

    reason = forms.CharField(label=_("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
