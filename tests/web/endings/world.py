"""A small world for these tests: an agreement with what it says of its end, three services, four sub-processors."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.endings import actions
from art28.web.endings.models import Ending, NoticeBy, Scope
from art28.web.services.models import Service, ServiceUse
from web.breaches.world import World, actor
from web.breaches.world import world as any_world

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ENDS_ON = date(2026, 12, 31)
SAID: Mapping[str, Any] = {
    "processor.name": "Dijkvaart Diensten B.V.",
    "end.data": "controller_chooses",
    "end.choice_window": "P1M",
    "end.deadline": "P2M",
    "end.return_format": "CSV",
    "end.costs": "controller",
    "end.withheld_until_payment": True,
    "end.legal_retention_exception": True,
    "end.certificate": True,
    "term.survival": True,
    "confidentiality.duty": True,
    "processing.activities": [
        {"service": "Telefonie", "data": "Gespreksgegevens", "retention": "6 maanden, daarna overschreven"},
        {
            "service": "Telefonie",
            "data": "Contactgegevens",
            "retention": "tot opzegging + 1 maand",
            "sub_processor": "Kabelwacht B.V.",
        },
        {"service": "Back-up", "data": "Facturen", "retention": "zolang de wet dat voorschrijft"},
    ],
}
SERVICES = (
    ("Telefonie", ["Centrale"], [("Kabelwacht B.V.", "privacy@kabelwacht.example")]),
    ("Werkplek", ["Postbussen", "Bestanden"], [("Wolkenveld Ltd", "dpo@wolkenveld.example"), ("Poortwacht B.V.", "")]),
    ("Back-up", ["Back-upserver"], [("Kluisland N.V.", "avg@kluisland.example")]),
)


def world(said: Mapping[str, Any] = SAID, **changes: Any) -> World:
    """An agreement that says `said` and `changes` of its end, with its services; a dot is written as two underscores."""
    facts = {**said, **{key.replace("__", "."): value for key, value in changes.items()}}
    given = any_world({key: value for key, value in facts.items() if value is not None})
    served(given.organisation, given.agreement)
    return given


def served(organisation: Organisation, agreement: Agreement) -> None:
    """Let the agreement take the services."""
    for name, systems, others in SERVICES:
        service = Service.objects.create(
            organisation=organisation,
            name=name,
            systems=systems,
            sub_processors=[{"name": other, "email": email} for other, email in others],
            changed_at=NOW,
        )
        ServiceUse.objects.create(organisation=organisation, service=service, agreement=agreement, changed_at=NOW)


def noticed(given: World, *, now: datetime = NOW, **changes: Any) -> Ending:
    """Notice by the controller, to the end of the year."""
    fields: dict[str, Any] = {
        "by": NoticeBy.CONTROLLER,
        "scope": Scope.MAIN,
        "noticed_on": date(2026, 11, 1),
        "ends_on": ENDS_ON,
        "clause": "12.2",
    }
    said = actions.NoticeGiven(**{**fields, **changes})
    return actions.give_notice(given.agreement, said, by=given.owner, actor=actor(given.owner), now=now)
