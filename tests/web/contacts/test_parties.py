"""The page of a party: a part of its agreements and contacts at a time, found, sorted and saved."""

import pytest
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, Direction, SourceFile, State
from art28.web.parties.models import Contact, Counterparty
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
MANY = 130


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def party(ours: Tenant) -> Counterparty:
    return Counterparty.objects.create(organisation=ours.organisation, name="Stichting Zonnehoek", created_at=NOW)


def shown(ours: Tenant, party: Counterparty, **asked: str) -> str:
    answer = ours.client(Role.AUDITOR).get(reverse("parties:detail", args=(party.pk,)), asked)
    return answer.content.decode()


def with_agreements(ours: Tenant, party: Counterparty) -> None:
    file = SourceFile.objects.create(
        organisation=ours.organisation, name="a.pdf", sha256="0" * 64, size=1,
        uploaded_by=ours.members[Role.OWNER].user, uploaded_at=NOW,
    )  # fmt: skip
    Agreement.objects.bulk_create(
        Agreement(
            organisation=ours.organisation, source=file, counterparty=party, title=f"Deelovereenkomst {number:03}",
            counterparty_name=party.name, direction=Direction.PROCESSOR, state=State.READ, added_at=NOW, share=number,
        )
        for number in range(MANY)
    )  # fmt: skip


def test_a_party_with_many_agreements_shows_a_part_and_finds_sorts_and_saves_all(
    ours: Tenant, party: Counterparty
) -> None:
    with_agreements(ours, party)
    first = shown(ours, party, sort="title")
    assert first.count("Deelovereenkomst ") == 50
    assert "Deelovereenkomst 049" in first
    assert "Deelovereenkomst 129" in shown(ours, party, sort="title", page="3")
    found = shown(ours, party, q="129")
    assert (found.count("Deelovereenkomst "), "Deelovereenkomst 129" in found) == (1, True)
    assert "Geen overeenkomst" in shown(ours, party, q="bestaat niet")
    answer = ours.client(Role.AUDITOR).get(reverse("parties:detail", args=(party.pk,)), {"form": "csv"})
    assert b"".join(answer.streaming_content).decode("utf-8-sig").count("Deelovereenkomst ") == MANY  # type: ignore[attr-defined]


def test_people_to_reach_are_turned_by_themselves(ours: Tenant, party: Counterparty) -> None:
    Contact.objects.bulk_create(
        Contact(
            organisation=ours.organisation, counterparty=party, name=f"Persoon {number:03}",
            email=f"p{number}@zonnehoek.example", created_at=NOW,
        )
        for number in range(45)
    )  # fmt: skip
    assert shown(ours, party).count("Persoon ") == 20
    last = shown(ours, party, contacts="3")
    assert "Persoon 044" in last
    assert "?contacts=2#contacts" in last


def test_a_party_without_an_agreement_says_what_can_be_done(ours: Tenant, party: Counterparty) -> None:
    answer = ours.client(Role.OWNER).get(reverse("parties:detail", args=(party.pk,)))
    assert f"{reverse('drafts:new')}?party={party.pk}" in answer.content.decode()
    assert reverse("drafts:new") not in shown(ours, party).split("<main", 1)[-1], "an auditor begins nothing"
