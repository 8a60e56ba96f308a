"""Under which agreement: asked the same way in every room, found by its words, and led back to the room one came from."""

import re
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.urls import reverse

from art28.web.accounts.rights import Role
from web.breaches import world as worlds
from web.people import Tenant, tenant

ROOMS = {
    "audits:new": "audits:list",
    "claims:new": "claims:list",
    "endings:new": "endings:list",
    "events:new": "events:list",
    "instructions:new": "instructions:list",
    "instructions:ask": "instructions:list",
    "instructions:open": "instructions:list",
    "purposes:new": "purposes:list",
}


@pytest.fixture
def ours(db: None) -> Tenant:
    return tenant("veldlicht")


@pytest.mark.parametrize("name", ROOMS)
def test_the_agreement_is_found_by_words_and_the_way_back_is_to_the_same_room(name: str, ours: Tenant) -> None:
    agreement = worlds.agreement(ours.organisation)
    client, address = ours.client(Role.OWNER), reverse(name)
    word = (agreement.counterparty_name or agreement.title).split()[0]
    found = client.get(address, {"q": f"  {word}\x00 "}).content.decode()
    assert f'class="crumb" href="{reverse(ROOMS[name])}"' in found
    assert f'href="?agreement={agreement.pk}"' in found
    assert re.search(r"<h1>\w[^<]+</h1>", found)
    assert str(agreement.pk) not in client.get(address, {"q": "nietbestaand"}).content.decode()


def test_how_many_more_there_are_is_said_below_the_first_fifty(ours: Tenant) -> None:
    for number in range(53):
        worlds.agreement(ours.organisation, name=f"Klant {number:02}")
    client, address = ours.client(Role.OWNER), reverse("audits:new")
    assert "en nog 3; verfijn met een woord" in client.get(address).content.decode()
    assert "verfijn met een woord" not in client.get(address, {"q": "Klant 5"}).content.decode()


@pytest.mark.parametrize("name", ROOMS)
def test_an_agreement_of_nobody_or_of_another_organisation_is_not_found(name: str, ours: Tenant) -> None:
    theirs = worlds.agreement(tenant("maanzicht").organisation)
    for wanted in (uuid4(), theirs.pk, "geen-kenmerk"):
        assert (
            ours.client(Role.OWNER).get(reverse(name), {"agreement": str(wanted)}).status_code == HTTPStatus.NOT_FOUND
        )
