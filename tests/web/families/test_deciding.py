"""One decision for a family: it counts where the passage is the same, survives, follows newcomers, and can be taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from art28.web.agreements import actions as agreements_actions
from art28.web.agreements import deciding
from art28.web.agreements.models import Agreement, FactState, FactVersion
from art28.web.agreements.pump import pump as read_pump
from art28.web.audit.models import Act, ActContent
from art28.web.families import actions, queries
from art28.web.families.models import Family, FamilyDecision
from art28.web.families.pump import pump
from web.families.conftest import Grown
from web.families.world import put_in, text
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db
KEY = "breach.deadline"


def current(agreement: Agreement, key: str = KEY) -> FactVersion:
    return FactVersion.objects.get(agreement=agreement, key=key, current=True)


def group(of: Family, key: str = KEY) -> queries.Group:
    groups: tuple[queries.Group, ...] = tuple(queries.asked(of, 1).groups)
    return next(each for each in groups if each.key == key)


def confirmed(of: Family, ours: Tenant, key: str = KEY) -> int:
    return actions.confirm_once(of, key, group(of, key).mark, actor=ours.actor(), now=NOW)


def test_a_fact_is_confirmed_for_every_member_with_the_same_passage_and_no_other(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    assert (group(found).count, group(found).listed) == (3, False)
    assert confirmed(found, ours) == 3
    assert [current(each).state for each in members] == [*["confirmed"] * 3, "proposed"]
    assert [current(each).value for each in members] == [*["PT24H"] * 3, "PT48H"]


def test_each_member_cites_its_own_document(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    confirmed(found, ours)
    for each in members[:3]:
        fact = current(each)
        citation = fact.citations[0]
        assert fact.text.agreement_id == each.pk
        assert fact.text.text[citation["start"] : citation["end"]] == citation["text"]


def test_the_record_names_family_and_member(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    confirmed(found, ours)
    acts = Act.objects.filter(kind="fact.confirmed", subject_id__in=[each.pk for each in members])
    assert {act.subject_id for act in acts} == {each.pk for each in members[:3]}
    contents = ActContent.objects.filter(act__in=acts).values_list("content", flat=True)
    assert all(str(found.pk) in content and KEY in content for content in map(str, contents))
    assert Act.objects.filter(kind="family.confirmed", subject_id=found.pk).count() == 1


def test_counts_of_what_waits_follow(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    before = Agreement.objects.get(pk=members[0].pk)
    confirmed(found, ours)
    after = Agreement.objects.get(pk=members[0].pk)
    assert (after.open_count, after.decided_count) == (before.open_count - 1, before.decided_count + 1)
    deviating = Agreement.objects.get(pk=members[3].pk)
    assert deviating.decided_count == 0


def test_a_decision_survives_a_new_reading(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    confirmed(found, ours)
    agreements_actions.read_again(members[0], actor=ours.actor(), now=NOW)
    read_pump(now=NOW, limit=1)
    pump(now=NOW, limit=1)
    assert current(members[0]).state == FactState.CONFIRMED


def test_a_decision_counts_for_a_member_that_comes_later(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    confirmed(found, ours)
    (later,) = put_in(ours, text(3))
    assert current(later).state == FactState.CONFIRMED
    assert current(later).decision == FamilyDecision.objects.get().pk


def test_what_somebody_decided_by_hand_is_left_alone(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    deciding.correct(members[0], KEY, "PT12H", seen=current(members[0]).number, actor=ours.actor(), now=NOW)
    assert confirmed(found, ours) == 2
    assert current(members[0]).value == "PT12H"


def test_undo_restores_what_stood_and_leaves_later_decisions(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    confirmed(found, ours)
    deciding.correct(members[0], KEY, "PT12H", seen=current(members[0]).number, actor=ours.actor(), now=NOW)
    assert actions.undo(FamilyDecision.objects.get(), actor=ours.actor(), now=NOW) == 2
    assert [current(each).state for each in members] == ["corrected", "proposed", "proposed", "proposed"]
    assert group(found).count == 2
    assert Act.objects.filter(kind="family.undone").count() == 1


def test_what_was_undone_can_be_confirmed_again_and_holds_no_newcomer(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    confirmed(found, ours)
    actions.undo(FamilyDecision.objects.get(), actor=ours.actor(), now=NOW)
    (later,) = put_in(ours, text(3))
    assert current(later).state == FactState.PROPOSED
    assert confirmed(found, ours) == 4
    assert current(members[0]).state == FactState.CONFIRMED


def test_undoing_twice_does_nothing(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    confirmed(found, ours)
    decision = FamilyDecision.objects.get()
    actions.undo(decision, actor=ours.actor(), now=NOW)
    assert actions.undo(decision, actor=ours.actor(), now=NOW) == 0


def test_what_each_fills_in_is_confirmed_as_far_as_it_was_shown(ours: Tenant, grown: Grown) -> None:
    found, members = grown
    names = group(found, "controller.name")
    assert (names.listed, names.count) == (True, 4)
    shown = [fact.pk for fact in queries.listed(found, "controller.name", names.mark)][:3]
    done = actions.confirm_listed(found, "controller.name", names.mark, shown, actor=ours.actor(), now=NOW)
    assert done == 3
    states = sorted(current(each, "controller.name").state for each in members)
    assert states == ["confirmed", "confirmed", "confirmed", "proposed"]


def test_nothing_that_waits_is_said_so(ours: Tenant, grown: Grown) -> None:
    found, _ = grown
    mark = group(found).mark
    confirmed(found, ours)
    with pytest.raises(actions.NothingWaits):
        actions.confirm_once(found, KEY, mark, actor=ours.actor(), now=NOW)


def test_a_decision_costs_the_same_number_of_queries_for_few_and_many(ours: Tenant, grown: Grown) -> None:
    def cost(of: Family, key: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            confirmed(of, ours, key)
        return len(queries)

    found, _ = grown
    for_few = cost(found, KEY)
    put_in(ours, *(text(number) + f"\n\nKenmerk {number}" for number in range(8)))
    assert group(found, "breach.processor_may_notify_authority").count > 8
    assert cost(found, "breach.processor_may_notify_authority") == for_few
