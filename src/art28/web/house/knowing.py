"""What the organisation keeps of a customer -> what a template's blanks begin with."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from art28.agreement.model import Value
from art28.drafting.house.filling import Template
from art28.drafting.house.worded import given_for
from art28.web.accounts.models import Organisation
from art28.web.agreements import deriving
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Direction, State
from art28.web.drafts import prefilling
from art28.web.house.models import HouseTemplate
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, Counterparty, LegalEntity
from art28.web.services import queries as catalogue
from art28.web.services.models import Service

# What an earlier agreement with the same party says of it, and not of how the two arranged things then.
_OF_PARTIES = ("controller.", "processor.", "main_agreement.")


def known_of(
    template: HouseTemplate, *, ours: LegalEntity, theirs: Counterparty, services: Sequence[Service]
) -> dict[str, Value]:
    """The facts that are known; what is kept of the parties counts before what an agreement with them says."""
    kept = kept_of(
        template,
        ours=ours,
        theirs=theirs,
        contacts=parties.contacts(template.organisation, theirs.pk),
        services=services,
    )
    return {**agreed_with(template, (theirs.pk,)).get(theirs.pk, {}), **kept}


def kept_of(
    template: HouseTemplate,
    *,
    ours: LegalEntity,
    theirs: Counterparty,
    contacts: Iterable[Contact],
    services: Sequence[Service],
) -> dict[str, Value]:
    """What is kept of the parties themselves."""
    return prefilling.facts_of(
        ours=ours,
        theirs=theirs,
        direction=Direction(template.direction),
        contacts=contacts,
        services=services,
        language=template.language,
    )


def agreed_with(template: HouseTemplate, parties_: Collection[UUID]) -> dict[UUID, dict[str, Value]]:
    """What the newest agreement with each party in the same direction says of the parties; two queries."""
    found = agreements.agreements(template.organisation).filter(
        counterparty__in=parties_, direction=template.direction, state=State.READ
    )
    newest: dict[UUID, UUID] = {}
    for agreement_id, party in found.values_list("pk", "counterparty"):
        newest.setdefault(party, agreement_id)
    stands = deriving.standing_of_many(template.organisation, tuple(newest.values()))
    return {
        party: {key: fact.value for key, fact in stands[each].facts.items() if key.startswith(_OF_PARTIES)}
        for party, each in newest.items()
    }


def begun_with(template: Template, facts: Mapping[str, Value]) -> dict[str, str]:
    """What each blank begins with, by its key."""
    return {
        each.key: given_for(facts[each.fact], each, template.language) for each in template.blanks if each.fact in facts
    }


def offered(organisation: Organisation) -> Sequence[Service]:
    """The services of the organisation."""
    return tuple(catalogue.services(organisation))
