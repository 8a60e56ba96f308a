"""What is on file of a breach -> the core's dossier, from which forms and letters are filled."""

from collections.abc import Iterable

from art28.assessing.dossier import Decided, Dossier, Exception34, Means, Party, Risk, ToldPeople
from art28.notices.breach import BreachFacts, Contact
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement, Direction
from art28.web.assessments.models import Decision
from art28.web.assessments.queries import Case, severity_of
from art28.web.parties import queries as parties
from art28.web.parties.models import PartyRow


def dossier(found: Case, facts: BreachFacts, *, reporter: User, late_reasons: str = "") -> Dossier:
    """The dossier of a case, notified by `reporter`; reasons for lateness are those given, else those of the clock."""
    aware, clock, decision = found.aware, found.clock, found.decision
    explained = next((row.late_reasons for row in found.notifications if row.late_reasons), "")
    return Dossier(
        facts=facts,
        controller=controller(found),
        reporter=Contact(name=reporter.name, email=reporter.email),
        processors=processors(row.agreement for row in found.clocks if row.agreement is not None),
        received_at=aware.received_at if aware else None,
        aware_at=found.aware_at,
        late_reasons=late_reasons or explained or (clock.late_reasons if clock else ""),
        before=tuple(row.reference for row in found.notifications if row.reference),
        severity=severity_of(decision, facts) if decision else None,
        decision=decided(decision) if decision else None,
        told=tuple(
            ToldPeople(at=row.told_at, means=tuple(Means(each) for each in row.means), number=row.people_count)
            for row in found.told
        ),
    )


def decided(row: Decision) -> Decided:
    """A decision as the core has it."""
    return Decided(
        risk=Risk(row.risk),
        authority=row.authority,
        people=row.people,
        reasons=row.reasons,
        by=str(row.by),
        at=row.at,
        exception=Exception34(row.exception) if row.exception else None,
        exception_reasons=row.exception_reasons,
    )


def controller(found: Case) -> Party:
    """Who notifies: the organisation's one legal entity; with several, or none on file, the organisation by its name."""
    organisation: Organisation = found.breach.organisation
    entities = list(parties.legal_entities(organisation)[:2])
    return party(entities[0]) if len(entities) == 1 else Party(organisation.name)


def processors(agreements: Iterable[Agreement]) -> tuple[Party, ...]:
    """The other sides of the agreements under which we are the controller, each once."""
    found: dict[str, Party] = {}
    for agreement in agreements:
        if agreement.direction == Direction.CONTROLLER and agreement.counterparty_name:
            row = agreement.counterparty
            found[agreement.counterparty_name] = party(row) if row is not None else Party(agreement.counterparty_name)
    return tuple(found.values())


def party(row: PartyRow) -> Party:
    """A legal person with its address on one line."""
    town = " ".join(part for part in (row.postcode, row.city) if part)
    return Party(row.name, row.registration, ", ".join(part for part in (row.street, town) if part))
