"""What a change asks of each agreement, on its page: counted, cited, narrowed, at the same cost for any number."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse

from art28.obligations.duties import duties_of
from art28.obligations.impact import Need
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement, AgreementText, Direction, FactVersion, Question
from art28.web.audit.models import Act
from art28.web.subprocessors import actions, proposals
from art28.web.subprocessors.actions import OnFile
from art28.web.subprocessors.impacts import Impacts, Passage, impacts, passages
from art28.web.subprocessors.models import Proposal
from web.breaches.world import NOW, World, actor, signed_in
from web.subprocessors.going import queries
from web.subprocessors.world import (
    GENERAL,
    INSIDE,
    PLANNED_ON,
    SILENT,
    SPECIFIC,
    agreement,
    hosted,
    proposal,
    service,
    sub_processor,
    world,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def found(change: Proposal) -> Impacts:
    return impacts(change.organisation, proposals.change_of(change))


def needs(change: Proposal) -> dict[str, Need]:
    return {line.name: line.impact.need for line in found(change).lines}


def shown(given: World, change: Proposal, **query: str) -> str:
    return signed_in(given.owner).get(reverse("subprocessors:impact", args=(change.pk,)), query).content.decode()


def test_each_agreement_asks_by_its_own_words_and_the_law_where_it_is_silent(given: World) -> None:
    for name, said in (("Vraagt", SPECIFIC), ("Zwijgt", SILENT), ("Verbiedt", INSIDE)):
        agreement(given, name, said)
    agreement(given, "Leverancier", SILENT, direction=Direction.CONTROLLER)
    change = proposal(given, sub_processor(given), countries=("CH",))
    assert needs(change) == {
        "Stichting Zorg": Need.CONSENT,  # says nothing on countries, and CH lies outside the EEA
        "Vraagt": Need.CONSENT,
        "Zwijgt": Need.CONSENT,
        "Verbiedt": Need.FORBIDDEN,
    }
    page = shown(given, change, need="3")
    assert "passage over transfers.rule" in page
    assert "fact=transfers.rule" in page
    assert "Verbiedt" in page
    assert "Zwijgt" not in page
    assert "art. 28, lid 2, AVG" in shown(given, change, q="zwijgt")


def test_only_those_that_take_the_service_or_of_whom_that_is_not_known_are_touched(given: World) -> None:
    takes, other, unknown = (agreement(given, name, GENERAL) for name in ("Neemt", "Anders", "Onbekend"))
    mail = service(given, "Mail", hosted(), taken_by=(takes,))
    service(given, "Fax", taken_by=(other, given.agreement))
    change = proposal(given, sub_processor(given), services=(mail.pk,))
    assert set(needs(change)) == {takes.counterparty_name, unknown.counterparty_name}


def test_the_last_moment_to_tell_is_counted_back_from_the_day_in_working_days_where_the_agreement_does(
    given: World,
) -> None:
    strict = agreement(given, "Werkdagen", {**GENERAL, "subprocessors.notice_period": "P10D"})
    said_in(strict, "subprocessors.notice_period", "P10D", "tien werkdagen")
    derived_anew(strict)
    change = proposal(given, sub_processor(given))
    by_name = {line.name: line.tell_by for line in found(change).lines}
    assert by_name["Stichting Zorg"] == datetime(2027, 1, 29, 23, tzinfo=UTC)  # thirty days before 1 March, 00:00
    assert by_name["Werkdagen"] == datetime(2027, 2, 14, 23, tzinfo=UTC)
    assert found(change).earliest == by_name["Stichting Zorg"]


def said_in(found: Agreement, key: str, value: Any, words: str) -> None:
    before = FactVersion.objects.get(agreement=found, key=key)
    FactVersion.objects.filter(pk=before.pk).update(current=False)
    FactVersion.objects.create(
        organisation=found.organisation, agreement=found, text_id=before.text_id, key=key, number=2, value=value,
        citations=[{"text": words, "start": 0, "end": 9, "page": None}], state="confirmed", at=NOW,
    )  # fmt: skip


def derived_anew(found: Agreement) -> None:
    text = AgreementText.objects.get(agreement=found)
    deriving.replace_duties(found, text, duties_of(deriving.standing(found)), now=NOW)


def test_an_open_question_counts_as_its_strictest_reading_and_says_so(given: World) -> None:
    unsure = agreement(given, "Onzeker", SILENT)
    candidates = [
        {"value": value, "citations": [{"text": "x", "start": 0, "end": 1, "page": None}], "rule": "r", "provision": "3",
         "strength": 3, "doubts": []}
        for value in ("specific", "general")
    ]  # fmt: skip
    Question.objects.create(
        organisation=given.organisation, agreement=unsure, key="subprocessors.authorisation", kind="conflict",
        candidates=candidates, asked_at=NOW,
    )  # fmt: skip
    change = proposal(given, sub_processor(given))
    assert needs(change)["Onzeker"] is Need.CONSENT
    assert "strengste lezing" in shown(given, change, q="onzeker")


def test_a_safeguard_on_file_lifts_what_the_agreement_lets_it_lift(given: World) -> None:
    agreement(given, "Waarborg", {**GENERAL, "transfers.rule": "with_safeguards"})
    row = sub_processor(given)
    change = proposal(given, row, countries=("US",))
    assert needs(change)["Waarborg"] is Need.FORBIDDEN
    kept = OnFile(country="US", kind="clauses", signed_on=date(2026, 1, 5))
    actions.file_safeguard(row, kept, by=given.owner, actor=actor(given.owner), now=NOW)
    assert needs(change)["Waarborg"] is Need.NOTICE


def test_an_exception_is_shown_and_left_to_a_person(given: World) -> None:
    exception = [{"service": "domeinnamen", "region": "worldwide", "condition": "niet meer dan nodig"}]
    agreement(given, "Uitzondering", {**INSIDE, "transfers.carve_outs": exception})
    change = proposal(given, sub_processor(given), countries=("CH",))
    assert needs(change)["Uitzondering"] is Need.FORBIDDEN
    assert "niet meer dan nodig" in shown(given, change, need="3")


def test_a_proposal_is_made_changed_and_dropped_through_the_pages(given: World) -> None:
    row = sub_processor(given)
    client = signed_in(given.owner)
    form = {
        "kind": "add",
        "sub_processor": str(row.pk),
        "countries": "NL",
        "planned_on": "2027-03-01",
        "window_days": "14",
    }
    assert client.post(reverse("subprocessors:propose"), {**form, "countries": ""}).status_code == 422
    assert client.post(reverse("subprocessors:propose"), {**form, "kind": "replace"}).status_code == 422
    assert client.post(reverse("subprocessors:propose"), form).status_code == 302
    change = Proposal.objects.get()
    assert (change.reference[:2], change.planned_on) == ("S2", PLANNED_ON)
    address = reverse("subprocessors:edit_proposal", args=(change.pk,))
    assert client.post(address, {**form, "countries": "NL, DE", "version": "1"}).status_code == 302
    assert client.post(address, {**form, "version": "1"}).status_code == 409
    assert "Hostwerk" in client.get(reverse("subprocessors:changes"), {"state": "draft"}).content.decode()
    assert client.post(reverse("subprocessors:drop", args=(change.pk,))).status_code == 302
    change.refresh_from_db()
    assert change.state == "withdrawn"
    kinds = set(Act.objects.filter(subject_id=change.pk).values_list("kind", flat=True))
    assert kinds == {"proposal.made", "proposal.changed", "proposal.dropped"}


def test_the_page_costs_the_same_for_any_number(given: World) -> None:
    change = proposal(given, sub_processor(given), countries=("CH",))
    costs = []
    for count in (3, 60):
        for number in range(count):
            agreement(given, f"Klant {count} {number}", INSIDE if number % 2 else SPECIFIC)
        costs.append(queries(given, "impact", change.pk))
    assert costs[0] == costs[1] <= 20


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8.1 Verwerker vraagt vooraf toestemming.", "Verwerker vraagt vooraf toestemming."),
        ("8.1. Verwerker vraagt 8.1 keer.", "Verwerker vraagt 8.1 keer."),
        ("Verwerker vraagt 8 dagen vooraf.", "Verwerker vraagt 8 dagen vooraf."),
    ],
)
def test_a_passage_does_not_repeat_the_number_that_stands_before_it(given: World, text: str, said: str) -> None:
    asked = agreement(given, "Vraagt", {})
    FactVersion.objects.create(
        organisation=given.organisation,
        agreement=asked,
        text=AgreementText.objects.get(agreement=asked),
        key="subprocessors.authorisation",
        number=1,
        value="specific",
        citations=[{"text": text, "start": 0, "end": 9, "page": None}],
        provision="8.1",
        at=NOW,
    )
    found = passages(given.organisation, [asked.pk], ["subprocessors.authorisation"])
    assert found == {(asked.pk, "subprocessors.authorisation"): Passage("8.1", said)}
