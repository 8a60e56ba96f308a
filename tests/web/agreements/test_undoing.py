"""Taking decisions back, and deciding on several facts at once."""

import pytest

from art28.web.agreements import deciding
from art28.web.agreements.models import Agreement, FactState, FactVersion, PromisedDuty, Question
from art28.web.audit import queries as audit
from web.people import NOW, Tenant, tenant
from web.samples import read_agreement

pytestmark = pytest.mark.django_db
KEY = "breach.deadline"


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    return read_agreement(ours)


def current(agreement: Agreement, key: str = KEY) -> FactVersion:
    return FactVersion.objects.get(agreement=agreement, key=key, current=True)


def limit(agreement: Agreement) -> str | None:
    standing = PromisedDuty.objects.get(agreement=agreement, action="notify_breach", trigger="breach", retired_at=None)
    assert standing.limit is not None
    period: str | None = standing.limit["period"]
    return period


def asked(agreement: Agreement, *values: str) -> Question:
    fact = current(agreement)
    candidates = [{"value": value, "citations": fact.citations, "rule": "r", "provision": "9"} for value in values]
    return Question.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        key=KEY,
        kind="conflict",
        candidates=candidates,
        asked_at=NOW,
    )


def test_undoing_brings_back_what_was_read_and_the_promise_with_it(ours: Tenant, agreement: Agreement) -> None:
    deciding.correct(agreement, KEY, "PT24H", seen=1, actor=ours.actor(), now=NOW)
    assert limit(agreement) == "PT24H"
    deciding.undo(agreement, KEY, seen=2, actor=ours.actor(), now=NOW)
    fact = current(agreement)
    assert (fact.value, fact.state, fact.number, fact.by) == ("PT36H", FactState.PROPOSED, 3, None)
    assert limit(agreement) == "PT36H"
    kinds = [line.kind for line in audit.trail(ours.organisation, subject_kind="agreement", subject_id=agreement.pk)]
    assert kinds.count("fact.undone") == 1


def test_undoing_twice_goes_back_two_decisions(ours: Tenant, agreement: Agreement) -> None:
    deciding.confirm(agreement, KEY, seen=1, actor=ours.actor(), now=NOW)
    deciding.correct(agreement, KEY, "PT24H", seen=2, actor=ours.actor(), now=NOW)
    deciding.undo(agreement, KEY, seen=3, actor=ours.actor(), now=NOW)
    restored = current(agreement)
    assert (restored.value, restored.state, restored.by_id) == ("PT36H", FactState.CONFIRMED, ours.actor().id)
    deciding.undo(agreement, KEY, seen=4, actor=ours.actor(), now=NOW)
    assert (current(agreement).state, current(agreement).number) == (FactState.PROPOSED, 5)
    with pytest.raises(deciding.StaleFact):
        deciding.undo(agreement, KEY, seen=5, actor=ours.actor(), now=NOW)


def test_undoing_what_was_filled_in_leaves_the_fact_unknown_and_fillable(ours: Tenant, agreement: Agreement) -> None:
    deciding.correct(agreement, "audit.notice", "P2W", seen=0, actor=ours.actor(), now=NOW)
    deciding.undo(agreement, "audit.notice", seen=1, actor=ours.actor(), now=NOW)
    assert not FactVersion.objects.filter(agreement=agreement, key="audit.notice", current=True).exists()
    deciding.correct(agreement, "audit.notice", "P3W", seen=0, actor=ours.actor(), now=NOW)
    assert current(agreement, "audit.notice").number == 2


def test_undoing_a_choice_opens_its_question_again(ours: Tenant, agreement: Agreement) -> None:
    question = asked(agreement, "PT24H", "PT72H")
    deciding.choose(agreement, KEY, 0, seen=1, actor=ours.actor(), now=NOW)
    question.refresh_from_db()
    assert question.settled_at == NOW
    deciding.undo(agreement, KEY, seen=2, actor=ours.actor(), now=NOW)
    question.refresh_from_db()
    assert question.settled_at is None


def test_keeping_a_decision_settles_the_question_that_a_reading_raised(ours: Tenant, agreement: Agreement) -> None:
    deciding.correct(agreement, KEY, "PT24H", seen=1, actor=ours.actor(), now=NOW)
    question = asked(agreement, "PT72H")
    deciding.keep(agreement, KEY, seen=2, actor=ours.actor(), now=NOW)
    question.refresh_from_db()
    assert question.settled_at == NOW
    assert (current(agreement).value, current(agreement).state) == ("PT24H", FactState.CORRECTED)


def test_several_are_confirmed_in_one_go_and_taken_back_in_one(ours: Tenant, agreement: Agreement) -> None:
    keys = ("breach.deadline", "breach.clock_starts", "audit.right")
    decision = deciding.new_decision()
    made = deciding.confirm_several(agreement, dict.fromkeys(keys, 1), actor=ours.actor(), now=NOW, decision=decision)
    assert {version.state for version in made} == {FactState.CONFIRMED}
    agreement.refresh_from_db()
    assert agreement.decided_count == 3
    deciding.correct(agreement, "breach.deadline", "PT24H", seen=2, actor=ours.actor(), now=NOW)
    assert deciding.undo_several(agreement, decision, actor=ours.actor(), now=NOW) == 2
    assert current(agreement).value == "PT24H"
    assert current(agreement, "audit.right").state == FactState.PROPOSED


def test_one_outdated_fact_among_several_confirms_none(ours: Tenant, agreement: Agreement) -> None:
    with pytest.raises(deciding.StaleFact):
        deciding.confirm_several(
            agreement, {"audit.right": 1, KEY: 7}, actor=ours.actor(), now=NOW, decision=deciding.new_decision()
        )
    assert current(agreement, "audit.right").state == FactState.PROPOSED
