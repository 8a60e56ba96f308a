"""What an agreement asks besides stands where the report is written, with the passage behind it."""

import pytest
from django.urls import reverse

from art28.web.breaches import queries, rooms
from web.breaches.test_provisions import place, recorded
from web.breaches.world import NOW, breach, signed_in, world

pytestmark = pytest.mark.django_db


def test_a_ban_on_telling_the_authority_is_shown_as_a_conflict_with_its_passage() -> None:
    given = world({"breach.deadline": "PT24H", "breach.processor_may_notify_authority": False})
    page = signed_in(given.owner).get(place("report", recorded(given))).content.decode()
    assert "Botst met de Cyberbeveiligingswet" in page
    assert "binnen 24 uur, een melding binnen 72 uur, een eindverslag binnen 1 maand" in page
    assert "passage over breach.processor_may_notify_authority" in page


def test_silence_costs_and_early_warning_stand_at_the_report_and_in_the_room() -> None:
    said = {"breach.deadline": "PT24H", "breach.controller_silence": True, "breach.costs": "each_own",
            "breach.early_warning": True}  # fmt: skip
    given = world(said)
    found = recorded(given)
    client = signed_in(given.owner)
    report = client.get(place("report", found)).content.decode()
    room = client.get(reverse("breaches:room", args=(found.pk,))).content.decode()
    for page in (report, room):
        assert "Zwijgplicht" in page
        assert "ieder de eigen kosten" in page
        assert "Eerst een waarschuwing" in page


def test_who_must_be_called_is_called_by_role_with_what_to_say_and_the_call_is_kept_there() -> None:
    contact = {"party": "controller", "purpose": "breach", "name": None, "role": "eindverantwoordelijke ICT",
               "phone": "0321000777", "email": None}  # fmt: skip
    given = world({"breach.deadline": "PT24H", "breach.channel": ["phone"], "contacts.list": [contact]})
    found = recorded(given, description="Een map stond open.")
    page = signed_in(given.owner).get(place("report", found)).content.decode()
    assert "tel:0321000777" in page
    assert "Vraag naar: eindverantwoordelijke ICT." in page
    assert "Wat is er gebeurd: Een map stond open." in page
    assert place("call", found) in page


def test_a_side_of_the_room_carries_what_its_agreement_asks_besides() -> None:
    given = world({"breach.deadline": "PT24H", "breach.costs": "controller"})
    found = breach(given)
    known = queries.facts(queries.versions(found)[0], found)
    rows = list(queries.narrowed(found, queries.Narrowing()))
    (side,) = rooms.sides(found, rows, known, now=NOW)
    assert [each.value for each in side.specials] == ["controller"]
