"""Choosing the agreements that a breach touches: what is ticked stays while one looks for more."""

import pytest
from django.urls import reverse

from web.breaches.world import SAID, World, agreement, signed_in, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    found = world()
    agreement(found.organisation, SAID, name="Apotheek Berk")
    return found


def test_what_is_ticked_stays_while_more_is_sought(given: World) -> None:
    client, address = signed_in(given.owner), reverse("breaches:new")
    page = client.get(address, {"find": "1", "q": "Berk", "agreement": str(given.agreement.pk)})
    words = page.content.decode()
    assert f'value="{given.agreement.pk}" checked' in words
    assert "1 aangevinkt" in words
    assert "Apotheek Berk" in words
    nothing = client.get(address, {"find": "1", "q": "bestaat niet", "agreement": str(given.agreement.pk)})
    assert f'value="{given.agreement.pk}" checked' in nothing.content.decode()


def test_the_way_back_from_the_facts_keeps_what_was_ticked(given: World) -> None:
    client, address = signed_in(given.owner), reverse("breaches:new")
    page = client.get(address, {"go": "1", "agreement": str(given.agreement.pk)}).content.decode()
    assert f"{address}?find=1&amp;agreement={given.agreement.pk}" in page


def test_going_on_with_nothing_says_what_to_do(given: World) -> None:
    page = signed_in(given.owner).get(reverse("breaches:new"), {"go": "1"}).content.decode()
    assert "Vink ten minste één overeenkomst aan." in page


def test_an_agreement_of_somebody_else_cannot_be_ticked(given: World) -> None:
    answer = signed_in(given.outsider).get(
        reverse("breaches:new"), {"find": "1", "agreement": str(given.agreement.pk)}
    )  # fmt: skip
    assert answer.status_code == 404
