"""The catalogue by its pages."""

import pytest
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.services.models import Service, ServiceUse
from web.breaches.world import World, signed_in, world

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Werkplek",
    "data_categories": "naam\ne-mail",
    "special_categories": "gezondheid",
    "systems": "VM-1",
    "sub_processors": "Hostwerk / hosting / NL / meld@hostwerk.example\nMailwerk",
    "people": "25",
}


@pytest.fixture
def given() -> World:
    return world()


def added(given: World) -> Service:
    assert signed_in(given.owner).post(reverse("services:new"), FORM).status_code == 302
    return Service.objects.get()


def test_a_service_is_added_found_and_changed_by_one_person_at_a_time(given: World) -> None:
    service = added(given)
    client = signed_in(given.owner)
    assert [each["name"] for each in service.sub_processors] == ["Hostwerk", "Mailwerk"]
    assert "Werkplek" in client.get(reverse("services:list"), {"q": "hostwerk"}).content.decode()
    assert "Geen dienst bevat" in client.get(reverse("services:list"), {"q": "niets"}).content.decode()
    address = reverse("services:edit", args=(service.pk,))
    assert client.post(address, {**FORM, "people": "30", "version": "1"}).status_code == 302
    assert client.post(address, {**FORM, "people": "35", "version": "1"}).status_code == 409
    assert client.post(reverse("services:new"), FORM).status_code == 409
    assert client.post(reverse("services:new"), {**FORM, "sub_processors": "X / y / Nederland"}).status_code == 422
    assert Act.objects.filter(kind="service.changed", subject_id=service.pk).count() == 1


def test_a_customer_is_linked_and_taken_back(given: World) -> None:
    service = added(given)
    client = signed_in(given.owner)
    page = client.get(reverse("services:detail", args=(service.pk,)), {"q": "Zorg"}).content.decode()
    assert "Stichting Zorg" in page
    data = {"agreement": [str(given.agreement.pk)], "people": "9", "since_on": "2025-01-01"}
    client.post(reverse("services:link", args=(service.pk,)), data)
    assert ServiceUse.objects.get().people == 9
    client.post(reverse("services:unlink", args=(service.pk, given.agreement.pk)))
    assert not ServiceUse.objects.exists()
    assert Act.objects.filter(kind="service.unlinked", subject_id=service.pk).exists()
