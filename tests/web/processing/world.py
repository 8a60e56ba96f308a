"""A controller's agreement with a table of processing, services of the catalogue, and what people do on the pages."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.urls import reverse

from art28.web.accounts.access import WORKER
from art28.web.agreements.models import Agreement, AgreementText
from art28.web.audit.models import Act
from art28.web.processing import drawing
from art28.web.processing.models import Activity, Record
from web.breaches.world import NOW, World, signed_in
from web.breaches.world import world as any_world

TABLE = [
    {"service": "Werkplek", "data": "Namen; E-mailadressen", "purpose": "Beheer van de werkplek",
     "data_subjects": "Medewerkers",
     "retention": "Tot opzegging + 1 maand", "sub_processor": "Wolkenveld Ltd"},
    {"service": "Telefonie", "data": "Gespreksgegevens", "purpose": "Leveren van telefonie",
     "data_subjects": "Medewerkers; Bellers",
     "retention": "6 maanden", "sub_processor": "Kabelwacht B.V."},
]  # fmt: skip
SAID: Mapping[str, Any] = {
    "processor.name": "Dijkvaart Diensten B.V.",
    "processing.activities": TABLE,
    "processing.purposes": ["Beheer van de werkplek", "Leveren van telefonie"],
    "processing.services": ["Werkplek", "Telefonie"],
    "processing.data_categories": ["Namen", "E-mailadressen", "Gespreksgegevens"],
    "processing.data_subjects": ["Medewerkers", "Bellers"],
}


def world(said: Mapping[str, Any] = SAID, *, text: str = "", **changes: Any) -> World:
    """An agreement that says `said` and `changes`, its record drawn up; a dot is written as two underscores."""
    facts = {**said, **{key.replace("__", "."): value for key, value in changes.items()}}
    given = any_world({key: value for key, value in facts.items() if value is not None})
    if text:
        AgreementText.objects.create(
            organisation=given.organisation, agreement=given.agreement, extraction="2", text=text, blocks=[], pages=[],
            read_at=NOW + timedelta(minutes=1),
        )  # fmt: skip
    drawn(given)
    return given


def drawn(given: World, agreement: Agreement | None = None) -> Record:
    """The record, drawn up by the worker."""
    under = agreement or given.agreement
    drawing.draw(given.organisation, (under.pk,), actor=WORKER, now=NOW)
    return Record.objects.get(agreement=under)


def page(given: World) -> str:
    """The record's page as its owner sees it."""
    answer = signed_in(given.owner).get(reverse("processing:record", args=(given.agreement.pk,)))
    assert answer.status_code == 200
    return answer.content.decode()


def act(given: World, name: str, /, **data: Any) -> str:
    """What the page says after an act on the record."""
    place = reverse("processing:act", args=(given.agreement.pk, name))
    answer = signed_in(given.owner).post(place, data, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def on_row(given: World, row: Activity, name: str, /, **data: Any) -> str:
    """What the page says after an act on one row of it."""
    place = reverse("processing:part", args=(given.agreement.pk, row.pk, name))
    answer = signed_in(given.owner).post(place, {"version": row.version, **data}, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    row.refresh_from_db()
    return answer.content.decode()


def rows(given: World) -> list[Activity]:
    """The rows that hold, in their order."""
    found = Activity.objects.filter(record__agreement=given.agreement, ended_at=None)
    return list(found.order_by("place", "added_at"))


def row(given: World, service: str) -> Activity:
    """The row of a service."""
    return next(each for each in rows(given) if each.service == service)


def recorded(kind: str) -> dict[str, Any]:
    """What the trail holds of the newest act of that kind."""
    found = Act.objects.filter(kind=kind).latest("at", "id")
    content: dict[str, Any] = json.loads(found.content.content or "")
    return content
