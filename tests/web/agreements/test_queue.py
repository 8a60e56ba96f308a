"""The queue: what waits, in which order, and how one goes through it."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.obligations.driving import DRIVE_A_CLOCK
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, deciding, pump, waiting, weighing
from art28.web.agreements.models import Agreement, Certainty, FactState, FactVersion, Question
from art28.web.agreements.waiting import Narrowed
from art28.web.database.identifiers import new_id
from web.people import NOW, Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db
KEY = "breach.deadline"
CONTRADICTORY = TEXT.replace(
    "Artikel 3. Audit",
    "2.2 Verwerker meldt een inbreuk in verband met persoonsgegevens binnen 72 uur na ontdekking aan\n"
    "Verwerkingsverantwoordelijke.\n\nArtikel 3. Audit",
)


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    return read_agreement(ours)


def names(ours: Tenant, **narrowed: Any) -> list[tuple[UUID, str]]:
    items = waiting.waiting(ours.organisation, Narrowed(**narrowed)).items
    return [(each.agreement.pk, each.key) for each in items]


def page(client: Client, **query: str) -> str:
    answer = client.get(reverse("agreements:open"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def decide(client: Client, agreement: Agreement, key: str, query: str = "", **data: Any) -> str:
    address = reverse("agreements:open_decide", args=[agreement.pk, key])
    answer = client.post(f"{address}?{query}", data)
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_what_a_clock_runs_from_comes_first(ours: Tenant, agreement: Agreement) -> None:
    keys = [key for _, key in names(ours, kind="all")]
    clocks = [key in DRIVE_A_CLOCK for key in keys]
    assert clocks == sorted(clocks, reverse=True)
    assert any(clocks)
    assert not all(clocks)


def test_passages_that_contradict_each_other_wait_as_a_question(ours: Tenant) -> None:
    agreement = read_agreement(ours, CONTRADICTORY)
    assert names(ours, kind="conflict") == [(agreement.pk, KEY)]
    shown = page(ours.client(Role.PRIVACY_OFFICER), kind="conflict")
    assert "36 uur" in shown
    assert "72 uur" in shown
    assert shown.count('name="choose"') == 2


def test_express_facts_wait_apart_from_uncertain_ones(ours: Tenant, agreement: Agreement) -> None:
    fact = FactVersion.objects.get(agreement=agreement, key=KEY, current=True)
    assert (fact.certainty, fact.strength, fact.doubts) == (Certainty.EXPRESS, 3, [])
    assert (agreement.pk, KEY) not in names(ours)
    assert (agreement.pk, KEY) in names(ours, kind="express")


def test_a_decision_moves_on_to_the_next_and_counts(ours: Tenant, agreement: Agreement) -> None:
    client = ours.client(Role.PRIVACY_OFFICER)
    first, second = names(ours, kind="all")[:2]
    onward = decide(client, agreement, first[1], "kind=all", decision="confirm", seen=1)
    assert onward == f"{reverse('agreements:open')}?kind=all&item={second[0]}.{second[1]}"
    waits = waiting.waiting(ours.organisation, Narrowed(kind="all"))
    assert (waits.decided, waits.total) == (1, len(waits.items) + 1)
    assert "<b>1</b>" in page(client, kind="all")


def test_undoing_comes_back_to_what_was_decided(ours: Tenant, agreement: Agreement) -> None:
    client = ours.client(Role.PRIVACY_OFFICER)
    decide(client, agreement, KEY, "kind=all", decision="confirm", seen=1)
    assert 'value="undo"' in page(client, kind="all")
    back = decide(client, agreement, KEY, "kind=all", decision="undo", seen=2)
    assert back.endswith(f"item={agreement.pk}.{KEY}")
    assert FactVersion.objects.get(agreement=agreement, key=KEY, current=True).state == FactState.PROPOSED


def test_a_wrong_value_stays_in_the_form_and_says_what_is_wrong(ours: Tenant, agreement: Agreement) -> None:
    address = reverse("agreements:open_decide", args=[agreement.pk, KEY])
    answer = ours.client(Role.OWNER).post(f"{address}?kind=all", {"decision": "correct", "seen": 1, "words": "straks"})
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert "‘straks’" in shown
    assert 'value="straks"' in shown


def test_the_address_narrows_by_agreement_counterparty_group_and_words(ours: Tenant, agreement: Agreement) -> None:
    text = TEXT.replace("Stichting Zonnehoek", "Stichting Maanveld").replace("99111111", "99333333")
    other = read_agreement(ours, text, "maanveld.txt")
    assert {pk for pk, _ in names(ours, kind="all")} == {agreement.pk, other.pk}
    assert {pk for pk, _ in names(ours, kind="all", agreement=other.pk)} == {other.pk}
    assert {pk for pk, _ in names(ours, kind="all", counterparty=agreement.counterparty_id)} == {agreement.pk}
    assert {pk for pk, _ in names(ours, kind="all", words="maanveld")} == {other.pk}
    assert {key.split(".")[0] for _, key in names(ours, kind="all", group="audit")} == {"audit"}
    upload = new_id()
    Agreement.objects.filter(pk=other.pk).update(batch=upload)
    assert {pk for pk, _ in names(ours, kind="all", batch=upload)} == {other.pk}
    client = ours.client(Role.OWNER)
    assert "Eén keer toegevoegd" in page(client, kind="all", batch=str(upload))
    shown = client.get(reverse("agreements:batch", args=(upload,))).content.decode()
    assert f"?batch={upload}" in shown
    shown = page(ours.client(Role.OWNER), kind="all", group="audit", q="maanveld")
    assert "kind=conflict&amp;group=audit&amp;q=maanveld" in shown


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "x"},
        {"group": "x"},
        {"agreement": "x"},
        {"batch": "x"},
        {"page": "²"},
        {"page": "99"},
        {"item": "x.y"},
        {"q": "\x00"},
    ],
)
def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(
    ours: Tenant, agreement: Agreement, query: dict[str, str]
) -> None:
    page(ours.client(Role.AUDITOR), **query)


def test_another_organisation_sees_nothing_of_it(ours: Tenant, agreement: Agreement) -> None:
    theirs = tenant("maanzicht")
    assert not names(theirs, kind="all")
    shown = page(theirs.client(Role.OWNER), kind="all", item=f"{agreement.pk}.{KEY}", agreement=str(agreement.pk))
    assert agreement.title not in shown


def test_who_may_not_confirm_looks_on(ours: Tenant, agreement: Agreement) -> None:
    shown = page(ours.client(Role.ENGINEER), kind="all")
    assert 'name="decision"' not in shown
    assert "edit=1" not in shown


def test_an_empty_queue_says_what_comes_into_it(ours: Tenant) -> None:
    assert reverse("agreements:list") in page(ours.client(Role.OWNER))


def test_the_queue_costs_the_same_at_any_size(ours: Tenant, agreement: Agreement) -> None:
    client = ours.client(Role.OWNER)

    def counted(**query: str) -> int:
        page(client, **query)
        with CaptureQueriesContext(connection) as queries:
            page(client, **query)
        return len(queries)

    before = counted(kind="all")
    uploads = [actions.Upload(f"{number}.txt", "", f"{CONTRADICTORY}\n{number}".encode()) for number in range(6)]
    actions.put_in(ours.organisation, uploads, actor=ours.actor(), now=NOW, largest_bytes=1_000_000)
    pump.pump(now=NOW, limit=10)
    assert counted(kind="all") == before
    assert counted(kind="all", page="2") == before
    assert before < 18


def test_a_question_on_a_decided_fact_offers_to_keep_the_decision(ours: Tenant, agreement: Agreement) -> None:
    deciding.correct(agreement, KEY, "PT24H", seen=1, actor=ours.actor(), now=NOW)
    fact = FactVersion.objects.get(agreement=agreement, key=KEY, current=True)
    Question.objects.create(
        organisation=ours.organisation,
        agreement=agreement,
        key=KEY,
        kind="conflict",
        candidates=[{"value": "PT72H", "citations": fact.citations, "rule": "r", "provision": "2.1"}],
        asked_at=NOW,
        urgency=weighing.urgency(KEY, Certainty.CONFLICT),
        place=weighing.place(KEY),
    )
    shown = page(ours.client(Role.OWNER), kind="conflict")
    assert 'value="keep"' in shown
    decide(ours.client(Role.OWNER), agreement, KEY, "kind=conflict", decision="keep", seen=2)
    assert not names(ours, kind="conflict")
