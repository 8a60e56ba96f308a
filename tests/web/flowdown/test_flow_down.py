"""Contracts with sub-processors by their pages: duty by duty against promises, evaluated on a clock, shown to customers."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.disclosures import actions as disclosures
from art28.web.flowdown.checklist import Checklist, Lack, State, checklist
from art28.web.flowdown.models import Evaluation, Inspection, Judgement
from art28.web.subprocessors import actions as register
from art28.web.subprocessors.actions import Standing
from art28.web.subprocessors.models import SubProcessor
from web.breaches.world import NOW, World, actor, signed_in
from web.flowdown.world import FULL, PROMISED, answered, asked, day, engaged, evaluated, file, judged, page, posted
from web.subprocessors.going import affected, announced, letter, said, told
from web.subprocessors.going import answered as answered_by_link
from web.subprocessors.world import GENERAL, agreement, hosted, proposal, service, sub_processor, world

pytestmark = pytest.mark.django_db
provision = pytest.mark.provision


@pytest.fixture
def given() -> World:
    return world(PROMISED)


def held(row: SubProcessor) -> Checklist:
    row.refresh_from_db()
    return checklist(row, timezone.localdate())


def state(row: SubProcessor, duty: str) -> State:
    return next(line.state for line in held(row).lines if line.held.duty.id == duty)


def test_a_contract_that_says_all_is_in_place_once_it_is_read(given: World) -> None:
    row = engaged(given, FULL)

    assert held(row).in_place
    shown = page(given, "detail", row.pk)
    assert "Dezelfde verplichtingen zijn opgelegd" in shown
    assert "passage over breach.deadline" in shown


@provision("S4:8.2", "S5:6.3[1]")
def test_a_duty_that_lacks_is_named_and_settled_with_its_place_by_a_person(given: World) -> None:
    row = engaged(given, {key: value for key, value in FULL.items() if key != "requests.assist"})
    assert state(row, "requests") is State.LACKS
    assert "niet vastgelegd" in page(given, "detail", row.pk)
    judged(given, row, "requests")
    assert state(row, "requests") is State.FOUND
    assert held(row).in_place
    assert "Bijlage 2, artikel 4" in page(given, "detail", row.pk)
    act = Act.objects.get(kind="flowdown.duty_judged", subject_id=row.pk)
    assert "Bijlage 2, artikel 4" in (act.content.content or "")


@provision("S2:5.1[2]")
def test_a_contract_that_promises_less_than_a_customer_was_promised_falls_short(given: World) -> None:
    row = engaged(given, {**FULL, "breach.deadline": "PT72H"})
    assert state(row, "breach") is State.SHORT
    shown = page(given, "detail", row.pk)
    assert all(words in shown for words in ("Stichting Zorg", "48 uur te lang", "schiet tekort"))
    posted(given, "act", row.pk, "judge", duty="breach", found="laid_down", reference="Nota")
    assert not Judgement.objects.exists()
    file(given, row, FULL, "Nieuw contract")
    assert state(row, "breach") is State.READ
    assert Act.objects.filter(kind="subprocessor.agreement_filed", subject_id=row.pk).count() == 2


def test_a_tick_asks_to_look_again_once_more_is_promised(given: World) -> None:
    row = engaged(given, {key: value for key, value in FULL.items() if key != "breach.deadline"})
    judged(given, row, "breach")
    assert state(row, "breach") is State.FOUND
    agreement(given, "Zonhof", {"breach.deadline": "PT8H"})
    assert state(row, "breach") is State.AGAIN


def test_a_tick_of_another_contract_no_longer_counts(given: World) -> None:
    lacking = {key: value for key, value in FULL.items() if key != "requests.assist"}
    row = engaged(given, lacking)
    judged(given, row, "requests")
    file(given, row, lacking, "Nieuw contract")
    assert state(row, "requests") is State.LACKS
    assert "telt het niet meer mee" in page(given, "detail", row.pk)


def test_a_contract_on_paper_is_judged_duty_by_duty(given: World) -> None:
    row = engaged(given)
    assert Lack.NO_CONTRACT in held(row).lacks
    for line in held(row).lines:
        judged(given, row, line.held.duty.id)
    assert held(row).in_place


def test_what_is_not_relevant_needs_a_reason(given: World) -> None:
    row = engaged(given, {key: value for key, value in FULL.items() if key != "requests.assist"})
    refused: dict[str, Any] = {"duty": "requests", "found": "not_relevant", "reference": "", "reason": ""}
    posted(given, "act", row.pk, "judge", status=422, **refused)
    judged(given, row, "requests", "not_relevant", reason="Kent geen betrokkenen.")
    assert state(row, "requests") is State.NOT_RELEVANT


def test_only_customers_of_its_services_count(given: World) -> None:
    other = agreement(given, "Zonhof", {"breach.deadline": "PT1H"})
    row = engaged(given, FULL)
    service(given, "Back-up", hosted("Elders"), taken_by=(other,))
    service(given, "Werkplek", hosted("Hostwerk B.V."), taken_by=(given.agreement,))
    assert state(row, "breach") is State.READ


def test_who_stands_behind_another_works_for_its_services(given: World) -> None:
    row, front = engaged(given, {**FULL, "breach.deadline": "PT72H"}), sub_processor(given, "Voorwerk")
    register.put_behind(front, row, Standing(), actor=actor(given.owner), now=NOW)
    service(given, "Werkplek", hosted("Voorwerk"), taken_by=(given.agreement,))
    assert state(row, "breach") is State.SHORT


@provision("S1:B2.verwerkers")
def test_a_sub_processor_is_evaluated_again_on_a_clock(given: World) -> None:
    row = engaged(given, FULL)
    assert "nooit geëvalueerd" in page(given, "list")
    evaluated(given, row, "points", again=30)
    clock = Obligation.objects.get(subject_kind="evaluation", subject_id=row.pk)
    assert (clock.action, clock.ended_at, clock.owner) == ("evaluate_sub_processor", None, given.owner)
    evaluated(given, row)
    clock.refresh_from_db()
    assert clock.ended_at is not None
    assert Obligation.objects.filter(subject_kind="evaluation", ended_at=None).count() == 1
    assert Evaluation.objects.filter(sub_processor=row).count() == 2
    assert Act.objects.filter(kind="flowdown.evaluated", subject_id=row.pk).count() == 2


@provision("S1:B2.verwerkers")
def test_a_sub_processor_without_a_signed_contract_is_missed_until_one_is_on_file(given: World) -> None:
    row = engaged(given)
    assert Lack.NO_CONTRACT in held(row).lacks
    assert "geen contract" in page(given, "list", lack="no_contract")
    file(given, row, {key: value for key, value in FULL.items() if key != "document.state"})
    assert Lack.UNSIGNED in held(row).lacks
    assert "contract niet ondertekend" in page(given, "detail", row.pk)
    file(given, row, FULL, "Getekend contract")
    assert held(row).in_place
    assert Act.objects.filter(kind="subprocessor.agreement_filed", subject_id=row.pk).count() == 2


def test_an_evaluation_that_lapsed_or_failed_is_found_on_the_list(given: World) -> None:
    row, other = engaged(given, FULL), engaged(given, FULL, "Mailwerk")
    evaluated(given, row, "fails")
    shown = page(given, "list", lack="failed")
    assert "Hostwerk" in shown
    assert "Mailwerk" not in shown
    assert "Mailwerk" in page(given, "list", lack="never", q="mail")
    assert Lack.FAILED in held(row).lacks
    assert Lack.NEVER in held(other).lacks
    posted(given, "act", row.pk, "evaluate", status=422, on=day(0), looked_at="x", result="fails", findings="x",
           next_on=day(0))  # fmt: skip


@provision("S5:6.3[2]")
def test_a_customer_that_may_see_the_contract_is_shown_it_and_that_is_kept(given: World) -> None:
    row = engaged(given, FULL)
    found = asked(given, row, given.agreement)
    assert (found.granted, found.clause) == (True, "5.1")
    clock = Obligation.objects.get(subject_kind="inspection", subject_id=found.pk, ended_at=None)
    posted(
        given, "inspection_act", found.pk, "answer", answer="refused", answered_on=day(0), given_to="J.", reason="Nee"
    )
    assert Inspection.objects.get().answer == ""
    answered(given, found, file=SimpleUploadedFile("contract.pdf", b"%PDF zwart", "application/pdf"))
    clock.refresh_from_db()
    assert clock.ended_at is not None
    kinds = set(Act.objects.filter(subject_id=given.agreement.pk).values_list("kind", flat=True))
    assert {"flowdown.inspection_asked", "flowdown.inspection_answered"} <= kinds
    assert "De prijzen." in page(given, "inspection", found.pk)
    answer = signed_in(given.owner).get(reverse("flowdown:copy", args=(found.pk,)))
    assert answer.content == b"%PDF zwart"


def test_an_agreement_without_that_right_may_be_refused_with_a_reason(given: World) -> None:
    other = agreement(given, "Zonhof", {"audit.right": True})
    found = asked(given, engaged(given, FULL), other)
    assert not found.granted
    answered(given, found, "refused", reason="Bedrijfsgeheim.", blacked_out="")
    assert Inspection.objects.get().answer == "refused"


def test_a_confidential_contract_leaves_under_a_permission_only(given: World) -> None:
    row = engaged(given)
    contract = file(given, row, FULL)
    who: dict[str, Any] = {"by": given.owner, "actor": actor(given.owner), "now": NOW}
    disclosures.mark(contract, confidential=True, reason="Staat erop.", **who)
    found = asked(given, row, given.agreement)
    answered(given, found)
    assert Inspection.objects.get().answer == ""
    allowed = disclosures.permit(
        contract,
        recipient="Stichting Zorg",
        what="Inzage",
        given_by="Hostwerk",
        given_on=NOW.date(),
        kept_at="E-mail",
        **who,
    )
    answered(given, found, permission=str(allowed.pk))
    assert Inspection.objects.get().answer == "copy"
    assert Act.objects.filter(kind="agreement.handed_out", subject_id=contract.pk).exists()


def test_without_a_contract_there_is_nothing_to_show(given: World) -> None:
    found = asked(given, engaged(given), given.agreement)
    answered(given, found)
    assert Inspection.objects.get().answer == ""


@provision("S4:8.1[3]")
def test_an_objection_shows_whether_flow_down_is_in_place(given: World) -> None:
    mine = agreement(given, "Zonhof", {**GENERAL, "breach.deadline": "PT24H"})
    row = engaged(given, {**FULL, "breach.deadline": "PT72H"})
    change = announced(given, proposal(given, row))
    told(given, change)
    answered_by_link(letter(mine), affected(change, mine), "objection", "De termijn is te lang.")
    shown = signed_in(given.owner).get(reverse("subprocessors:one", args=(change.pk, affected(change, mine).pk)))
    assert "Doorlegging is niet op orde" in shown.content.decode()
    act = Act.objects.filter(kind="proposal.answered", subject_id=change.pk).latest("at")
    assert '"in_place":false' in (act.content.content or "").replace(" ", "")
    file(given, row, {**FULL, "subprocessors.notice_period": "P30D", "subprocessors.objection": True}, "Nieuw contract")
    shown = signed_in(given.owner).get(reverse("subprocessors:one", args=(change.pk, affected(change, mine).pk)))
    assert "Doorlegging is op orde" in shown.content.decode()
    said(given, change, mine, "withdrawn")


def test_the_list_is_exported(given: World) -> None:
    evaluated(given, engaged(given, FULL))
    answer = signed_in(given.owner).get(reverse("flowdown:export", args=("csv",)))
    content = answer.getvalue().decode("utf-8-sig")
    assert "Hostwerk B.V." in content
    assert "Voldoende waarborgen" in content


def test_nothing_of_another_organisation_is_seen(given: World) -> None:
    row = engaged(given, FULL)
    answer = signed_in(given.outsider).get(reverse("flowdown:detail", args=(row.pk,)))
    assert answer.status_code == 404


def cost(given: World, at: str, *args: Any) -> int:
    client = signed_in(given.owner)
    client.get(reverse(at, args=args))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse(at, args=args)).status_code == 200
    return len(captured)


def test_the_list_costs_the_same_at_ten_and_at_five_thousand(given: World) -> None:
    row = engaged(given, FULL, "Aawerk")
    judged(given, row, "requests")
    costs = []
    for count in (10, 5_000):
        register.add_many(
            given.organisation, [f"Werk {count} {n}" for n in range(count)], actor=actor(given.owner), now=NOW
        )
        costs.append(cost(given, "flowdown:list"))
    assert costs[0] == costs[1] <= 20


def test_a_checklist_costs_the_same_at_any_number_of_customers_and_sub_processors(given: World) -> None:
    row = engaged(given, FULL)
    costs = []
    for count in (3, 60):
        for number in range(count):
            agreement(
                given, f"Klant{count}x{number}", {"breach.deadline": f"PT{24 + number % 3}H", "audit.right": True}
            )
        register.add_many(
            given.organisation, [f"Werk {count} {n}" for n in range(count)], actor=actor(given.owner), now=NOW
        )
        costs.append(cost(given, "flowdown:detail", row.pk))
    assert costs[0] == costs[1] <= 32
