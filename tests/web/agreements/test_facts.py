"""What people decide about facts."""

from typing import Any

import pytest
from django.urls import reverse

from art28.agreement.catalogue import FactType, catalogue
from art28.web.accounts.rights import Role
from art28.web.agreements import deciding, queries
from art28.web.agreements.forms import FactForm
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


def post(ours: Tenant, agreement: Agreement, key: str = KEY, **data: Any) -> int:
    address = reverse("agreements:fact", args=[agreement.pk, key])
    return ours.client(Role.PRIVACY_OFFICER).post(address, data).status_code


def test_confirming_keeps_the_value_and_says_who(ours: Tenant, agreement: Agreement) -> None:
    assert post(ours, agreement, decision="confirm", seen=1) == 302
    fact = current(agreement)
    assert (fact.value, fact.state, fact.number) == ("PT36H", FactState.CONFIRMED, 2)
    assert fact.by == ours.members[Role.PRIVACY_OFFICER].user
    (act,) = [
        line
        for line in audit.trail(ours.organisation, subject_kind="agreement", subject_id=agreement.pk)
        if line.kind == "fact.confirmed"
    ]
    assert act.content is not None
    assert act.content["key"] == KEY
    assert act.actor == str(fact.by)


def test_a_stricter_correction_changes_the_promise(ours: Tenant, agreement: Agreement) -> None:
    assert post(ours, agreement, decision="correct", seen=1, words="binnen 24 uur") == 302
    assert current(agreement).value == "PT24H"
    standing = PromisedDuty.objects.get(agreement=agreement, action="notify_breach", trigger="breach", retired_at=None)
    assert standing.limit is not None
    assert standing.limit["period"] == "PT24H"
    assert PromisedDuty.objects.filter(agreement=agreement, key=standing.key).count() == 2


def test_what_is_not_said_falls_back_on_the_law(ours: Tenant, agreement: Agreement) -> None:
    assert post(ours, agreement, decision="not_said", seen=1) == 302
    fact = current(agreement)
    assert (fact.value, fact.state) == (None, FactState.NOT_SAID)
    standing = PromisedDuty.objects.get(agreement=agreement, action="notify_breach", trigger="breach", retired_at=None)
    assert standing.limit is not None
    assert standing.limit["period"] is None


def test_a_decision_on_an_outdated_version_is_refused(ours: Tenant, agreement: Agreement) -> None:
    deciding.confirm(agreement, KEY, seen=1, actor=ours.actor(), now=NOW)
    with pytest.raises(deciding.StaleFact):
        deciding.mark_not_said(agreement, KEY, seen=1, actor=ours.actor(), now=NOW)
    assert post(ours, agreement, decision="not_said", seen=1) == 302
    assert current(agreement).state == FactState.CONFIRMED


def test_a_fact_that_was_not_found_can_be_filled_in(ours: Tenant, agreement: Agreement) -> None:
    assert post(ours, agreement, "audit.notice", decision="correct", seen=0, words="twee weken") == 302
    fact = current(agreement, "audit.notice")
    assert (fact.value, fact.number, fact.citations) == ("P2W", 1, [])
    announcing = PromisedDuty.objects.get(agreement=agreement, action="announce_audit", retired_at=None)
    assert announcing.citations == []


def test_a_question_is_settled_by_choosing_a_candidate(ours: Tenant, agreement: Agreement) -> None:
    fact = current(agreement)
    Question.objects.create(
        organisation=ours.organisation,
        agreement=agreement,
        key=KEY,
        kind="conflict",
        candidates=[
            {"value": "PT24H", "citations": fact.citations, "rule": "r", "provision": "9"},
            {"value": "PT72H", "citations": fact.citations, "rule": "r", "provision": "2.1"},
        ],
        asked_at=NOW,
    )
    assert post(ours, agreement, decision="choose", candidate="0", seen=1) == 302
    assert (current(agreement).value, current(agreement).provision) == ("PT24H", "9")
    assert not queries.questions_of(agreement)


@pytest.mark.parametrize(
    "data",
    [
        {"decision": "correct", "seen": "1", "words": ""},
        {"decision": "correct", "seen": "1", "words": "24"},
        {"decision": "correct", "seen": "1", "words": "24 uur, of 48 uur"},
        {"decision": "correct", "seen": "1", "words": "zo snel mogelijk"},
    ],
)
def test_a_value_of_the_wrong_kind_stays_in_the_form(ours: Tenant, agreement: Agreement, data: dict[str, str]) -> None:
    assert post(ours, agreement, **data) == 400
    assert current(agreement).number == 1


@pytest.mark.parametrize("data", [{}, {"decision": "paint"}, {"decision": "choose", "candidate": "x", "seen": "1"}])
def test_an_unknown_decision_is_not_found(ours: Tenant, agreement: Agreement, data: dict[str, str]) -> None:
    assert post(ours, agreement, **data) == 404


def test_an_unknown_fact_is_not_found(ours: Tenant, agreement: Agreement) -> None:
    assert post(ours, agreement, "no.such", decision="confirm", seen=1) == 404


def test_htmx_gets_the_line_and_the_progress(ours: Tenant, agreement: Agreement) -> None:
    address = reverse("agreements:fact", args=[agreement.pk, KEY])
    client = ours.client(Role.OWNER)
    form = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert form.lstrip().startswith("<li")
    assert 'name="words"' in form
    answer = client.post(address, {"decision": "confirm", "seen": 1}, headers={"HX-Request": "true"})
    assert answer.headers["HX-Trigger-After-Settle"] == "factdecided"
    assert 'id="fact-progress"' in answer.content.decode()


EXAMPLES: dict[FactType, Any] = {
    FactType.TEXT: "Veldlicht",
    FactType.TEXTS: ["een", "twee"],
    FactType.FLAG: False,
    FactType.DURATION: "P30D",
    FactType.MONEY: 500_000,
    FactType.DATE: "2026-11-22",
}


@pytest.mark.parametrize("key", catalogue())
def test_the_form_of_every_fact_gives_back_what_it_shows(key: str) -> None:
    spec = catalogue()[key]
    if spec.type is FactType.CHOICE:
        value: Any = spec.values[0]
    elif spec.type is FactType.CHOICES:
        value = list(spec.values[:2])
    elif spec.type is FactType.RECORDS:
        several = {"processing_in", "options"}
        value = [{name: ["NL", "DE"] if name in several else 7 if name == "amount" else "x" for name in spec.fields}]
    else:
        value = EXAMPLES[spec.type]
    shown = FactForm(spec, current=value)
    data: dict[str, Any] = {field.html_name: field.value() for field in shown if field.value() is not None}
    form = FactForm(spec, data)
    assert form.is_valid(), form.errors
    assert form.value() == value
