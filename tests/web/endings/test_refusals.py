"""What is refused about an ending says why, by which clause, and how to go on; lists cost the same however long they are."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.obligations.retaining import Basis, Rule
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.endings import actions, defaults, deleting, keeping, planning, pump, queries
from art28.web.endings.deleting import Deletion
from art28.web.endings.models import Choice, ChosenHow, Ending, Item, NoticeBy
from art28.web.endings.refusals import Refused, Why
from web.breaches.world import World, actor, agreement, signed_in
from web.endings.world import ENDS_ON, NOW, noticed, world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def chosen(row: Ending, given: World, **changes: Any) -> None:
    fields: dict[str, Any] = {"how": ChosenHow.BY_HAND, "who": "J. Okkerse", "at": NOW, "now": NOW, **changes}
    actions.choose(row, Choice.RETURN, actor=actor(given.owner), **fields)


def refused(why: Why, work: Any, *args: Any, **kwargs: Any) -> str:
    with pytest.raises(Refused) as found:
        work(*args, **kwargs)
    assert found.value.why is why
    return str(found.value)


def test_a_second_notice_leads_to_the_ending_that_there_is_and_a_mistaken_one_is_taken_back_first() -> None:
    given = world()
    row = noticed(given)
    assert "31 december 2026" in refused(Why.SECOND_NOTICE, noticed, given)
    page = signed_in(given.owner).get(f"{reverse('endings:new')}?agreement={given.agreement.pk}").content.decode()
    assert reverse("endings:detail", args=(row.pk,)) in page
    actions.take_back(row, reason="Andere overeenkomst", by=given.owner, actor=actor(given.owner), now=NOW)
    assert not Obligation.objects.filter(subject_id=row.event_id, ended_at=None).exists()
    again = noticed(given)
    assert again.pk != row.pk
    assert Act.objects.filter(kind="ending.taken_back", subject_id=row.pk).exists()
    refused(Why.COMPLETED, chosen, row, given)


def test_an_end_before_its_notice_is_refused_unless_the_term_had_run_out() -> None:
    given = world()
    early = ENDS_ON - 200 * DAY
    assert "lag" not in refused(Why.BEFORE_NOTICE, noticed, given, ends_on=early, sure=True)
    assert "art. 5.1" in refused(Why.IN_THE_PAST, noticed, given, ends_on=early, by=NoticeBy.TERM)
    assert noticed(given, ends_on=early, by=NoticeBy.TERM, sure=True).ends_on == early


def test_a_window_that_passed_without_a_default_leaves_the_data_where_they_are() -> None:
    given = world()
    row = noticed(given)
    assert row.choice_until is not None
    open_still = row.choice_until - DAY
    by: dict[str, Any] = {"actor": actor(given.owner)}
    assert "art. 5.1" in refused(Why.WINDOW_OPEN, actions.apply_default, row, now=open_still, **by)
    assert "28, lid 3, onder g" in refused(Why.NO_DEFAULT, actions.apply_default, row, now=row.choice_until, **by)
    assert defaults.apply_defaults(now=row.choice_until + DAY, limit=10) == 0
    chosen(row, given, at=row.choice_until + 2 * DAY, now=row.choice_until + 2 * DAY)
    assert Obligation.objects.get(subject_id=row.event_id, action="choose_return_or_deletion").state == "late"


def test_the_link_chooses_once_and_a_later_choice_is_recorded_by_hand_until_deletion_begins() -> None:
    given = world()
    row = noticed(given, now=timezone.now(), ends_on=timezone.localdate() + 30 * DAY)
    place = reverse("endings:choose", args=(row.token,))
    assert Client().post(place, {"choice": "delete", "name": "J. Okkerse"}).status_code == 302
    late = Client().post(place, {"choice": "return", "name": "Ander"})
    assert late.status_code == 422
    assert "De keuze is gemaakt" in late.content.decode()
    row.refresh_from_db()
    assert (row.choice, row.chosen_by) == ("delete", "J. Okkerse")
    chosen(row, given)
    assert row.choice == "return"
    actions.choose(
        row, Choice.DELETE, how=ChosenHow.BY_HAND, who="J. Okkerse", at=NOW, actor=actor(given.owner), now=NOW
    )
    ids = [each.pk for each in queries.items(row) if each.name == "Centrale"]
    done = Deletion(at=NOW, method="gewist")
    deleting.delete(given.organisation, ids, done, by=given.owner, actor=actor(given.owner), now=NOW)
    refused(Why.ALREADY_DELETED, chosen, row, given)


def test_data_are_held_back_only_where_agreed_and_a_dispute_stays_visible_until_they_are_released() -> None:
    given = world(end__withheld_until_payment=None)
    row = noticed(given)
    by: dict[str, Any] = {"actor": actor(given.owner), "now": NOW}
    assert "los van de gegevens" in refused(
        Why.NOT_AGREED_TO_WITHHOLD, actions.withhold, row, cents=100, reason="x", **by
    )
    refused(Why.NOT_WITHHELD, actions.dispute, row, reason="x", **by)
    refused(Why.NOT_WITHHELD, actions.release, row, reason="x", **by)


def test_a_disputed_bill_says_how_to_go_on() -> None:
    given = world()
    row = noticed(given)
    chosen(row, given)
    by: dict[str, Any] = {"actor": actor(given.owner), "now": NOW}
    actions.withhold(row, cents=45_000, reason="2026-311", **by)
    actions.dispute(row, reason="dubbel in rekening gebracht", **by)
    sums = f"{'a' * 64}  contacten.csv"
    said = refused(Why.DISPUTED, actions.hand_over, row, form="CSV", how="sftp", checksums=sums, at=NOW, **by)
    assert "dubbel in rekening gebracht" in said
    assert "vorder de rekening afzonderlijk" in said
    actions.release(row, reason="vrijgegeven", **by)
    refused(Why.NO_CHECKSUMS, actions.hand_over, row, form="CSV", how="sftp", checksums="x", at=NOW, **by)
    actions.hand_over(row, form="CSV", how="sftp", checksums=sums, at=NOW, **by)
    assert row.checksums.endswith("  contacten.csv\n")


def test_a_hold_stops_runs_over_many_agreements_and_its_clocks_and_says_who_set_it() -> None:
    given = world()
    by: dict[str, Any] = {"actor": actor(given.owner), "now": NOW}
    rows = [
        planning.set_retention(
            each, name="Gesprekken", service="", rule=Rule(Basis.ROLLING, "P6M"), said="", provision="",
            since=NOW - 180 * DAY, **by,
        )
        for each in (given.agreement, agreement(given.organisation, name="Gemeente Zuid"))
    ]  # fmt: skip
    assert pump.begin_clocks(now=NOW, limit=10) == 2
    held = keeping.set_hold(given.agreement, reason="Onderzoek", by=given.owner, **by)
    ids, done = [each.pk for each in rows], Deletion(at=NOW, method="gewist")
    said = refused(Why.HELD, deleting.delete, given.organisation, ids, done, by=given.owner, **by)
    assert "Onderzoek" in said
    assert str(given.owner) in said
    assert not Item.objects.filter(lines__isnull=False).exists()
    keeping.lift_hold(held, reason="Onderzoek afgerond", by=given.owner, **by)
    refused(Why.CHANGED, keeping.lift_hold, held, reason="x", by=given.owner, **by)
    assert deleting.delete(given.organisation, ids, done, by=given.owner, **by).count == 2
    assert not Obligation.objects.filter(subject_kind="retention", ended_at=None).exists()


@pytest.mark.parametrize("name", ["endings:list", "endings:retention"])
def test_a_list_costs_the_same_queries_however_long_it_is(name: str, django_assert_max_num_queries: Any) -> None:
    given = world()
    noticed(given)
    client = signed_in(given.owner)
    client.get(reverse(name))
    counted = []
    for more in (0, 12):
        for number in range(more):
            other = World(**{**_fields(given), "agreement": agreement(given.organisation, name=f"Klant {number}")})
            noticed(other, target_on=ENDS_ON + 60 * DAY)
        with django_assert_max_num_queries(40) as found:
            assert client.get(reverse(name), {"state": "all"}).status_code == 200
        counted.append(len(found))
    assert counted[0] == counted[1]


def _fields(given: World) -> dict[str, Any]:
    return {name: getattr(given, name) for name in given.__slots__}


def test_the_end_is_recorded_on_its_own_page_where_one_says_what_happened() -> None:
    given = world()
    page = signed_in(given.owner).get(f"{reverse('events:new')}?agreement={given.agreement.pk}").content.decode()
    assert f"{reverse('endings:new')}?agreement={given.agreement.pk}" in page
    assert "event=termination" not in page


def test_a_place_that_no_service_names_is_put_on_the_list_through_the_page() -> None:
    given = world()
    row = noticed(given)
    place = reverse("endings:handle", args=(row.pk, "place"))
    answer = signed_in(given.owner).post(place, {"kind": "system", "name": "Archiefkast", "service": "Beheer"})
    assert answer.status_code == 302
    assert Item.objects.filter(ending=row, name="Archiefkast", deleted_at=None).exists()
    assert Act.objects.filter(kind="ending.place_added", subject_id=row.pk).exists()
