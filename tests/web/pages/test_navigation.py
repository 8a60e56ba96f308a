"""The navigation says how many open questions wait, of one's own organisation, in one query at any number of agreements."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements import queries
from art28.web.agreements.models import Agreement, State
from web.people import Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def ask(agreement: Agreement, count: int) -> None:
    Agreement.objects.filter(pk=agreement.pk).update(asked_count=count)


def waiting(ours: Tenant, name: str = "today") -> str | None:
    shown = ours.client(Role.ENGINEER).get(reverse(name)).content.decode()
    found = re.search(r'<span class="waiting"><span aria-hidden="true">([^<]+)</span>', shown)
    return found[1] if found else None


def test_open_questions_of_all_agreements_are_counted(ours: Tenant) -> None:
    first, second = read_agreement(ours), read_agreement(ours, f"{TEXT}\n\n3.2 Meer.", "tweede.txt")
    ask(first, 3)
    ask(second, 4)
    assert waiting(ours) == "7"
    assert waiting(ours, "agreements:list") == "7"
    today = ours.client(Role.ENGINEER).get(reverse("today")).content.decode()
    assert f'<a class="button" href="{reverse("agreements:open")}">' in today
    assert "2 overeenkomsten wachten op iemand die beoordeelt wat erin staat." in today


def test_nothing_is_said_where_nothing_waits(ours: Tenant) -> None:
    ask(read_agreement(ours), 0)
    assert waiting(ours) is None
    assert reverse("agreements:open") in ours.client(Role.ENGINEER).get(reverse("today")).content.decode()


def test_a_great_number_takes_no_room(ours: Tenant) -> None:
    ask(read_agreement(ours), 1000)
    assert waiting(ours) == "999+"


def test_another_organisations_questions_and_those_of_a_failed_reading_do_not_count(ours: Tenant) -> None:
    theirs = tenant("elders")
    ask(read_agreement(theirs), 5)
    failed = read_agreement(ours)
    ask(failed, 6)
    Agreement.objects.filter(pk=failed.pk).update(state=State.FAILED)
    assert waiting(ours) is None
    assert queries.asked(ours.organisation) == queries.Asked(questions=0, agreements=0)
    assert waiting(theirs) == "5"


def test_the_queue_counts_the_same(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    shown = ours.client(Role.ENGINEER).get(reverse("agreements:open")).content.decode()
    judged = re.search(r'aria-current="true">Te beoordelen <span class="count">(\d+)</span>', shown)
    assert judged is not None
    assert int(judged[1]) == queries.asked(ours.organisation).questions == agreement.asked_count > 0


def test_it_is_one_query(ours: Tenant) -> None:
    read_agreement(ours)
    with CaptureQueriesContext(connection) as done:
        queries.asked(ours.organisation)
    assert len(done) == 1


def test_of_two_entries_the_nearer_one_is_where_one_is(ours: Tenant) -> None:
    shown = ours.client(Role.ENGINEER).get(reverse("agreements:open")).content.decode()
    (current,) = re.findall(r'<li><a href="([^"]+)" aria-current="page">', shown)
    assert current == reverse("agreements:open")
