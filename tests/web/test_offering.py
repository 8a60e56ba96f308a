"""Choosing out of thousands: a page offers the first few and finds the rest; what is chosen and written down stays."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from art28.web import offering
from art28.web.accounts.rights import Role
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.parties.models import Counterparty, LegalEntity
from art28.web.services.models import Service
from art28.web.subprocessors.models import Proposal, SubProcessor
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
OK, FOUND, INVALID = 200, 302, 422
MANY = 3 * offering.MOST


class Offered(HTMLParser):
    """What a page offers and what is chosen in it, by the name of the field; and the words of its search fields."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._select = ""
        self.options: dict[str, list[str]] = {}
        self.chosen: dict[str, list[str]] = {}
        self.sought: dict[str, str] = {}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "select":
            self._select = name
        elif tag == "option":
            self._keep(self._select, given, "selected")
        elif tag == "input" and given.get("type") == "checkbox":
            self._keep(name, given, "checked")
        elif tag == "input" and given.get("type") == "search" and name.startswith("find_"):
            self.sought[name] = given.get("value") or ""

    def _keep(self, name: str, given: dict[str, str | None], mark: str) -> None:
        value = given.get("value") or ""
        self.options.setdefault(name, []).append(value)
        if mark in given:
            self.chosen.setdefault(name, []).append(value)


def services(ours: Tenant, count: int) -> list[Service]:
    return Service.objects.bulk_create(
        Service(organisation=ours.organisation, name=f"Dienst {number:04}", changed_at=NOW) for number in range(count)
    )


def parties(ours: Tenant, count: int) -> list[Counterparty]:
    return Counterparty.objects.bulk_create(
        Counterparty(organisation=ours.organisation, name=f"Stichting {number:04}", created_at=NOW)
        for number in range(count)
    )


@pytest.fixture
def ours() -> Tenant:
    given = tenant("veldlicht")
    LegalEntity.objects.create(organisation=given.organisation, name="Veldlicht B.V.", created_at=NOW)
    return given


@pytest.fixture
def client(ours: Tenant) -> Client:
    return ours.client(Role.OWNER)


def test_a_few_are_offered_as_they_are_with_nothing_to_search(ours: Tenant, client: Client) -> None:
    few = services(ours, 3)
    page = Offered(client.get(reverse("drafts:new")).content)
    assert page.options["services"] == [str(each.pk) for each in few]
    assert page.sought == {}


def test_out_of_many_the_rest_is_found_and_what_is_chosen_and_written_stays(ours: Tenant, client: Client) -> None:
    offered, others = services(ours, MANY), parties(ours, MANY)
    address = reverse("drafts:new")
    first = Offered(client.get(address).content)
    assert len(first.options["services"]) == offering.MOST
    assert len(first.options["counterparty"]) == offering.MOST + 1, "and none"
    given = {
        "counterparty": str(others[-1].pk),
        "legal_entity": str(LegalEntity.objects.get().pk),
        "direction": "processor",
        "template": "balanced",
        "language": "en",
        "services": [str(offered[0].pk)],
    }
    asked = client.post(address, {**given, "template": "", "find_services": "dienst 0149", "look": "services"})
    assert asked.status_code == OK, "it is only looked for, and nothing is judged yet"
    found = Offered(asked.content)
    assert found.options["services"] == [str(offered[0].pk), str(offered[149].pk)]
    assert found.chosen["services"] == [str(offered[0].pk)]
    assert found.chosen["counterparty"] == [str(others[-1].pk)]
    assert found.chosen["language"] == ["en"]
    assert found.sought["find_services"] == "dienst 0149"
    assert "errorlist" not in asked.content.decode()
    assert not Draft.objects.exists()

    both = [str(offered[0].pk), str(offered[149].pk)]
    assert client.post(address, {**given, "services": both}).status_code == FOUND
    draft = Draft.objects.get()
    assert (draft.counterparty, draft.language) == (others[-1], "en")
    assert DraftVersion.objects.get(draft=draft).facts["processing.services"] == ["Dienst 0000", "Dienst 0149"]


def test_where_nothing_holds_the_words_the_page_says_so(ours: Tenant, client: Client) -> None:
    services(ours, MANY)
    asked = client.post(reverse("drafts:new"), {"find_services": "bestaat niet", "look": "services"})
    assert "Niets bevat deze woorden." in asked.content.decode()
    assert "services" not in Offered(asked.content).options


def test_what_another_organisation_has_is_neither_found_nor_taken(ours: Tenant, client: Client) -> None:
    theirs = tenant("maanzicht")
    foreign = services(theirs, MANY)[0]
    services(ours, MANY)
    address = reverse("drafts:new")
    asked = client.post(address, {"services": [str(foreign.pk)], "find_services": "0001", "look": "services"})
    assert str(foreign.pk) not in Offered(asked.content).options["services"]
    new = {"name": "Nieuw", "legal_entity": str(LegalEntity.objects.get().pk), "direction": "processor",
           "template": "balanced", "language": "nl", "services": [str(foreign.pk)]}  # fmt: skip
    assert client.post(address, new).status_code == INVALID
    for odd in ("geen nummer", "\x00"):
        assert client.post(address, {**new, "services": [odd]}).status_code == INVALID


def test_a_change_of_sub_processor_is_proposed_out_of_many(ours: Tenant, client: Client) -> None:
    offered = services(ours, MANY)
    known = SubProcessor.objects.bulk_create(
        SubProcessor(organisation=ours.organisation, name=f"Hostwerk {number:04}", changed_at=NOW)
        for number in range(MANY)
    )
    address = reverse("subprocessors:propose")
    begun = Offered(client.get(address, {"kind": "replace", "sub_processor": str(known[140].pk)}).content)
    assert begun.chosen["sub_processor"] == [str(known[140].pk)]
    assert len(begun.options["replaced"]) == offering.MOST + 1
    given = {
        "kind": "replace",
        "sub_processor": str(known[140].pk),
        "countries": "NL",
        "planned_on": "2027-03-01",
        "services": [str(offered[120].pk)],
    }
    found = Offered(client.post(address, {**given, "find_replaced": "0149", "look": "replaced"}).content)
    assert found.options["replaced"] == ["", str(known[149].pk)]
    assert (found.chosen["sub_processor"], found.chosen["services"]) == ([str(known[140].pk)], [str(offered[120].pk)])
    assert client.post(address, {**given, "replaced": str(known[149].pk)}).status_code == FOUND
    change = Proposal.objects.get()
    assert (change.sub_processor, change.replaced) == (known[140], known[149])
    assert change.services == [str(offered[120].pk)]
