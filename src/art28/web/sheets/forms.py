"""Forms of sheets: what a sheet is brought for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.parties import queries as parties
from art28.web.parties.models import LegalEntity
from art28.web.sheets.models import Form


class BringForm(forms.Form):
    """A sheet that was filled in, and what it doesn't say itself."""

    file = forms.FileField(
        label=_("The sheet, filled in"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": _("Choose a file first.")},
    )
    legal_entity = forms.ChoiceField(label=_("Our legal entity"))
    direction = forms.ChoiceField(
        label=_("Who processes"),
        choices=[(value.value, value.label) for value in (Direction.PROCESSOR, Direction.CONTROLLER)],
        initial=Direction.PROCESSOR,
        widget=forms.RadioSelect,
    )
    form = forms.ChoiceField(label=_("Documents"), choices=Form.choices, initial=Form.DOCX, widget=forms.RadioSelect)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entities = {str(each.pk): each for each in parties.legal_entities(organisation)}
        self.fields["legal_entity"].choices = [(pk, each.name) for pk, each in self.entities.items()]  # type: ignore[attr-defined]

    def entity(self) -> LegalEntity:
        """Our legal entity; after `is_valid`."""
        return self.entities[self.cleaned_data["legal_entity"]]
