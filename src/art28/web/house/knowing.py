"""What the organisation keeps of a customer -> what a template's blanks begin with."""

from collections.abc import Mapping, Sequence

from art28.agreement.model import Value
from art28.drafting.house.filling import Template
from art28.drafting.house.worded import given_for
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements import rows
from art28.web.agreements.models import Direction, State
from art28.web.drafts import prefilling
from art28.web.house.models import HouseTemplate
from art28.web.parties import queries as parties
from art28.web.parties.models import Counterparty, LegalEntity
from art28.web.services import queries as catalogue
from art28.web.services.models import Service

# What an earlier agreement with the same party says of it, and not of how the two arranged things then.
_OF_PARTIES = ("controller.", "processor.", "main_agreement.")


def known_of(
    template: HouseTemplate, *, ours: LegalEntity, theirs: Counterparty, services: Sequence[Service]
) -> dict[str, Value]:
    """The facts that are known; what is kept of the parties counts before what an agreement with them says."""
    kept = prefilling.facts_of(
        ours=ours,
        theirs=theirs,
        direction=Direction(template.direction),
        contacts=parties.contacts(template.organisation, theirs.pk),
        services=services,
        language=template.language,
    )
    return {**_agreed(template, theirs), **kept}


def _agreed(template: HouseTemplate, theirs: Counterparty) -> Mapping[str, Value]:
    """What the newest agreement with this party in the same direction says of the parties."""
    found = agreements.agreements(template.organisation).filter(counterparty=theirs, direction=template.direction)
    newest = found.filter(state=State.READ).first()
    if newest is None:
        return {}
    facts = {each.key: rows.to_value(each.value) for each in agreements.facts_of(newest)}
    return {key: value for key, value in facts.items() if key.startswith(_OF_PARTIES)}


def begun_with(template: Template, facts: Mapping[str, Value]) -> dict[str, str]:
    """What each blank begins with, by its key."""
    return {
        each.key: given_for(facts[each.fact], each, template.language) for each in template.blanks if each.fact in facts
    }


def offered(organisation: Organisation) -> Sequence[Service]:
    """The services of the organisation."""
    return tuple(catalogue.services(organisation))
