"""For whom an agreement is drawn up: what is asked first of a draft and of a copy of a Word template alike."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.offering import OfferedCheckboxes, OfferedSelect, OfferingForm, Source
from art28.web.parties import actions as party_actions
from art28.web.parties import queries as parties
from art28.web.parties.models import Counterparty, LegalEntity
from art28.web.services import queries as services
from art28.web.services.models import Service


class ForWhomForm(OfferingForm):
    """The other side, known or new, our legal entity, and the services that are taken."""

    counterparty = forms.ChoiceField(label=_("With"), required=False, widget=OfferedSelect)
    name = forms.CharField(
        label=_("Or a new party"), required=False, max_length=200, help_text=_("Its name as it stands in the register.")
    )
    legal_entity = forms.ChoiceField(label=_("Our legal entity"), widget=OfferedSelect)
    services = forms.MultipleChoiceField(
        label=_("Services that they take"),
        required=False,
        widget=OfferedCheckboxes(attrs={"class": "choices wide"}),
    )

    def __init__(self, organisation: Organisation, *args: Any, party: UUID | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation = organisation
        self.fields["counterparty"].initial = str(party) if party else ""
        self.offer("counterparty", Source(parties.offered(organisation)), empty="–")
        self.offer("legal_entity", Source(parties.legal_entities(organisation)))
        self.offer("services", Source(services.offered(organisation)))

    def clean(self) -> dict[str, Any]:
        """One other side: one that is known, or a new one."""
        given: dict[str, Any] = super().clean() or {}
        if bool(given.get("counterparty")) == bool(given.get("name", "").strip()):
            words = _("Choose a party, or name a new one.")
            self.add_error("counterparty", forms.ValidationError(words, code="party"))
        return given

    def party(self, *, actor: Actor, now: datetime) -> Counterparty:
        """The other side, a new one added; call after `is_valid`, within a transaction."""
        if self.cleaned_data["counterparty"]:
            return parties.counterparty(self._organisation, UUID(self.cleaned_data["counterparty"]))
        name = " ".join(self.cleaned_data["name"].split())
        return party_actions.counterparty_named(self._organisation, name, actor=actor, now=now, details={})

    def entity(self) -> LegalEntity:
        """Our legal entity."""
        return parties.legal_entities(self._organisation).get(pk=self.cleaned_data["legal_entity"])

    def taken(self) -> tuple[Service, ...]:
        """The services."""
        return tuple(services.offered(self._organisation).filter(pk__in=self.cleaned_data["services"]))
