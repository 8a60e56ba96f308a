"""Sub-processors for these tests: a service with one, and agreements that say different things of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from art28.web.agreements.models import Agreement
from art28.web.services import actions as services
from art28.web.services.actions import About as AboutService
from art28.web.services.actions import Use
from art28.web.services.models import Service
from art28.web.subprocessors import actions, proposing
from art28.web.subprocessors.actions import About
from art28.web.subprocessors.models import Proposal, SubProcessor
from art28.web.subprocessors.proposing import Proposed
from web.breaches import world as worlds
from web.breaches.world import NOW, World, actor

GENERAL: Mapping[str, Any] = {
    "subprocessors.authorisation": "general",
    "subprocessors.notice_period": "P30D",
    "subprocessors.objection": True,
    "processor.name": "Dijkvaart Diensten B.V.",
}
SPECIFIC: Mapping[str, Any] = {"subprocessors.authorisation": "specific", "processor.name": "Dijkvaart Diensten B.V."}
INSIDE: Mapping[str, Any] = {**GENERAL, "transfers.rule": "not_outside_eea", "transfers.region": "EEA"}
SILENT: Mapping[str, Any] = {"processor.name": "Dijkvaart Diensten B.V."}
PLANNED_ON = date(2027, 3, 1)


def world(said: Mapping[str, Any] = GENERAL) -> World:
    return worlds.world(said)


def agreement(given: World, name: str, said: Mapping[str, Any], **changes: Any) -> Agreement:
    contact = f"privacy@{name.lower()}.example"
    return worlds.agreement(given.organisation, said, **{"name": name, "contact": contact, **changes})


def sub_processor(given: World, name: str = "Hostwerk B.V.", **about: Any) -> SubProcessor:
    what = About(
        **{"name": name, "country": "NL", "countries": ("NL",), "email": f"privacy@{name[:4].lower()}.example", **about}
    )
    return actions.add(given.organisation, what, actor=actor(given.owner), now=NOW)


def service(
    given: World, name: str = "Werkplek", *sub_processors: Mapping[str, Any], taken_by: tuple[Agreement, ...] = ()
) -> Service:
    made = services.add(
        given.organisation, AboutService(name=name, sub_processors=sub_processors), actor=actor(given.owner), now=NOW
    )
    for each in taken_by:
        services.link(made, each, Use(), actor=actor(given.owner), now=NOW)
    return made


def hosted(name: str = "Hostwerk B.V.", *countries: str, role: str = "hosting") -> dict[str, Any]:
    return {"name": name, "role": role, "countries": list(countries or ("NL",)), "email": ""}


def proposal(given: World, of: SubProcessor, **changes: Any) -> Proposal:
    what = Proposed(
        **{
            "kind": "add",
            "sub_processor": of,
            "replaced": None,
            "role": "hosting",
            "countries": ("NL",),
            "services": (),
            "planned_on": PLANNED_ON,
            "why": "",
            "reply_to": "bezwaar@dijkvaart.example",
            "window_days": 14,
            **changes,
        }
    )
    return proposing.propose(given.organisation, what, by=given.owner, actor=actor(given.owner), now=NOW)
