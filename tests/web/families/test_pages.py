"""The pages of families: what they show, what they let do, in both languages, with a fixed number of queries."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements.models import FactVersion
from art28.web.families.models import Family, FamilyDecision
from core.standards.texts import made_on, model
from web.families.conftest import Grown
from web.families.world import put_in, text
from web.people import Tenant

pytestmark = pytest.mark.django_db


def page(client: Client, name: str, *args: object, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def boxes(shown: str) -> list[str]:
    return re.findall(r'name="group" value="([^"]+)"', shown)


def test_without_a_family_the_list_says_how_one_comes_about(theirs: Tenant) -> None:
    assert reverse("agreements:list") in page(theirs.client(Role.ENGINEER), "families:list")


def test_the_list_names_families_and_counts_those_alone(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    shown = page(ours.client(Role.ENGINEER), "families:list")
    assert reverse("families:detail", args=[found.pk]) in shown
    assert Family.objects.count() == 2
    assert shown.count("families/" + str(found.pk)) == 1
    assert "1 overeenkomst deelt haar model met geen andere" in shown


def test_what_members_have_in_common_is_confirmed_from_the_page(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    client = ours.client(Role.PRIVACY_OFFICER)
    chosen = next(
        each for each in boxes(page(client, "families:detail", found.pk)) if each.startswith("breach.deadline:")
    )
    answer = client.post(reverse("families:confirm", args=[found.pk]), {"group": [chosen]}, follow=True)
    assert "3 feiten bevestigd" in answer.content.decode()
    assert FactVersion.objects.filter(key="breach.deadline", current=True, state="confirmed").count() == 3
    assert chosen not in boxes(answer.content.decode())


def test_all_that_a_page_shows_is_confirmed_at_once_and_no_more(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    client = ours.client(Role.PRIVACY_OFFICER)
    shown = boxes(page(client, "families:detail", found.pk))
    client.post(reverse("families:confirm", args=[found.pk]), {"all": "1", "shown": shown})
    assert boxes(page(client, "families:detail", found.pk)) == []
    waiting = FactVersion.objects.filter(agreement=members[3], key="breach.deadline", current=True).get()
    assert waiting.state == "proposed"


def test_a_decision_is_taken_back_from_the_page(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    client = ours.client(Role.PRIVACY_OFFICER)
    chosen = boxes(page(client, "families:detail", found.pk))[0]
    client.post(reverse("families:confirm", args=[found.pk]), {"group": [chosen]})
    shown = page(client, "families:detail", found.pk)
    address = reverse("families:undo", args=[FamilyDecision.objects.get().pk])
    assert address in shown
    answer = client.post(address, follow=True).content.decode()
    assert "Teruggedraaid bij" in answer
    assert chosen in boxes(answer)


def test_what_each_fills_in_is_looked_through_as_a_list(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    client = ours.client(Role.PRIVACY_OFFICER)
    (address,) = set(
        re.findall(r'href="([^"]*/blanks/controller\.name/[^"]*)"', page(client, "families:detail", found.pk))
    )
    shown = client.get(address).content.decode()
    assert all(name in shown for name in ("Stichting Anker Wonen", "Stichting Duin Wonen"))
    facts = re.findall(r'name="fact" value="([^"]+)"', shown)
    assert len(facts) == len(members)
    client.post(address, {"fact": facts})
    assert FactVersion.objects.filter(key="controller.name", current=True, state="confirmed").count() == len(members)


def test_who_may_not_confirm_sees_no_way_to(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    shown = page(ours.client(Role.AUDITOR), "families:detail", found.pk)
    assert boxes(shown) == []
    assert reverse("families:confirm", args=[found.pk]) not in shown


def test_members_that_deviate_come_first(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    shown = page(ours.client(Role.ENGINEER), "families:members", found.pk)
    places = [shown.index(reverse("families:member", args=[each.pk])) for each in members]
    assert min(places) == places[3]


def test_deviations_stand_side_by_side_with_the_words_marked(ours: Tenant, grown: Grown) -> None:
    _, members = grown
    shown = page(ours.client(Role.ENGINEER), "families:member", members[3].pk)
    assert re.search(r"<del>\s*24\s*</del>", shown)
    assert re.search(r"<ins>\s*48\s*</ins>", shown)
    assert re.search(r"<del>[^<]*eenmaal per jaar[^<]*</del>", shown)
    assert re.search(r"<ins>[^<]*kwartaal[^<]*</ins>", shown)


def test_an_agreement_says_which_family_it_belongs_to(ours: Tenant, grown: Grown) -> None:
    _, members = grown
    shown = page(ours.client(Role.ENGINEER), "agreements:detail", members[3].pk)
    assert reverse("families:member", args=[members[3].pk]) in shown
    assert "wijkt af" in shown
    assert "wijkt af" not in page(ours.client(Role.ENGINEER), "agreements:detail", members[0].pk)


def test_an_agreement_says_which_standard_model_it_follows_and_what_is_missing(ours: Tenant) -> None:
    breach = "\n\nThe processor shall notify the controller of a personal data breach within 24 hours."
    (one,) = put_in(ours, made_on(model("scc-2021-915"), "en", without=("5",)).flow.document.text + breach)
    client = ours.client(Role.ENGINEER)
    assert "Standaardcontractbepalingen van de Commissie tussen" in page(client, "agreements:detail", one.pk)
    assert "Docking clause" in page(client, "families:member", one.pk) or "Toetredingsclausule" in page(
        client, "families:member", one.pk
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nobody_reads_codes(ours: Tenant, grown: Grown, language: str) -> None:
    found, members = grown
    client = ours.client(Role.PRIVACY_OFFICER)
    client.post(reverse("accounts:language"), {"language": language})
    for name, subject in (("detail", found.pk), ("members", found.pk), ("member", members[3].pk)):
        seen = re.sub(r"<[^>]*>", " ", page(client, f"families:{name}", subject))
        assert not re.findall(r"\b(?:breach|controller|processor|subprocessors|security)\.[a-z_]+\b", seen)


def test_pages_cost_the_same_at_any_size(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    client = ours.client(Role.OWNER)
    pages = (("list",), ("detail", found.pk), ("members", found.pk), ("member", members[3].pk))

    def counted() -> list[int]:
        costs = []
        for name, *subject in pages:
            page(client, f"families:{name}", *subject)
            with CaptureQueriesContext(connection) as queries:
                page(client, f"families:{name}", *subject)
            costs.append(len(queries))
        return costs

    before = counted()
    put_in(ours, *(text(number) + f"\n\nKenmerk {number}" for number in range(9)))
    assert counted() == before
    assert max(before) <= 22


def test_bounds_of_what_is_asked_for_are_kept(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    client = ours.client(Role.OWNER)
    for number in ("0", "-1", "999", "x", "²", "1" * 40):
        page(client, "families:detail", found.pk, page=number)
    page(client, "families:members", found.pk, version="'; --")
    for group in ("no.such.fact:0123456789abcdef", "breach.deadline:x", "", ":"):
        assert client.post(reverse("families:confirm", args=[found.pk]), {"group": [group]}).status_code == 404
    answer = client.post(reverse("families:confirm", args=[found.pk]), {"group": ["breach.deadline:0123456789abcdef"]})
    assert answer.status_code == 302
