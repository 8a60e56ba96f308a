"""The pages of what is due: the list and the calendar, giving away and taking back, kept selections, tables, targets."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from art28.agreement.duties import Action
from art28.web.audit.models import Act
from art28.web.clocks import assigning, targets
from art28.web.clocks.models import DefaultFilter, Obligation, SavedFilter
from web.breaches.world import NOW, World, actor, agreement, signed_in, world
from web.clocks.due_world import clock

pytestmark = pytest.mark.django_db
LIST = reverse("due:list")


@pytest.fixture
def given() -> World:
    return world()


def page(given: World, address: str = LIST, **query: str) -> str:
    answer = signed_in(given.owner).get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_line_says_when_what_is_left_what_for_whom_and_by_which_clause(given: World) -> None:
    now = timezone.now()
    clock(given.agreement, ends_in=now + timedelta(hours=3, minutes=12, seconds=30) - NOW)
    shown = page(given)
    for said in (
        "nog 3 uur 12 minuten",
        "Inbreuk melden",
        "Stichting Zorg",
        "art. 5.1",
        "1 termijn",
        "niet toegewezen",
    ):
        assert said in shown, said


def test_a_limit_without_a_number_shows_the_wording_and_the_own_target(given: World) -> None:
    clock(given.agreement, ends_in=None)
    assert "eigen streeftermijn" not in page(given)
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "PT12H", actor=actor(given.owner), now=NOW)
    shown = page(given)
    assert "zonder onredelijke vertraging" in shown
    assert "eigen streeftermijn" in shown
    assert "eigen streeftermijn" in page(given, reverse("today"))


def test_a_target_orders_the_list_also_for_clocks_started_later_and_never_makes_late(given: World) -> None:
    first = clock(given.agreement, ends_in=None)
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "PT12H", actor=actor(given.owner), now=NOW)
    second = clock(given.agreement, ends_in=None)
    assert targets.pump(now=NOW, limit=10) == 1
    assert targets.pump(now=NOW, limit=10) == 0
    for row in (first, second):
        row.refresh_from_db()
        assert row.due_at == NOW + timedelta(hours=12)
        assert (row.ends_at, row.state) == (None, "open")
    targets.set_target(given.organisation, Action.NOTIFY_BREACH, "", actor=actor(given.owner), now=NOW)
    first.refresh_from_db()
    assert first.due_at == NOW


def test_targets_are_said_in_words_and_what_is_no_period_is_refused(given: World) -> None:
    client, address = signed_in(given.owner), reverse("due:targets")
    assert client.post(address, {"notify_breach": "24 uur", "allow_audit": "3 dagen"}).status_code == 302
    assert dict(targets.periods(given.organisation)) == {"notify_breach": "PT24H", "allow_audit": "P3D"}
    for nonsense in ("gauw", "0 uur", "2 maanden"):
        assert client.post(address, {"notify_breach": nonsense}).status_code == 400
    assert targets.periods(given.organisation)["notify_breach"] == "PT24H"
    assert Act.objects.filter(kind="target.set").count() == 2


def test_the_ticked_are_given_to_somebody_and_taken_back(given: World) -> None:
    rows = [clock(given.agreement, owner=owner) for owner in (None, given.owner, given.member)]
    client = signed_in(given.owner)
    answer = client.post(
        reverse("due:assign") + "?whose=all",
        {"obligation": [str(row.pk) for row in rows], "owner": str(given.member.pk)},
        follow=True,
    )
    assert "2 termijnen toegewezen aan Member." in answer.content.decode()
    assert {row.owner for row in Obligation.objects.all()} == {given.member}
    assert Act.objects.filter(kind="obligation.assigned").count() == 2
    undo = reverse("due:undo", args=(client.session["assigned"][0],))
    assert undo in answer.content.decode()
    assert "2 termijnen liggen weer waar zij lagen." in client.post(undo, follow=True).content.decode()
    assert [Obligation.objects.get(pk=row.pk).owner for row in rows] == [None, given.owner, given.member]
    assert "niets om terug te draaien" in client.post(undo, follow=True).content.decode()


def test_taking_back_leaves_what_was_given_on_or_has_ended_since(given: World) -> None:
    on, ended, left = (clock(given.agreement) for _ in range(3))
    act: dict[str, Any] = {"by": given.owner, "actor": actor(given.owner), "now": NOW}
    assignment, count = assigning.assign_many(given.organisation, [on.pk, ended.pk, left.pk], owner=given.member, **act)
    assert assignment is not None
    assert count == 3
    Obligation.objects.filter(pk=on.pk).update(owner=given.owner)
    Obligation.objects.filter(pk=ended.pk).update(state="met", ended_at=NOW)
    assert assigning.undo(assignment, actor=actor(given.owner), now=NOW + timedelta(minutes=5)) == 1
    owners = [Obligation.objects.get(pk=row.pk).owner for row in (on, ended, left)]
    assert owners == [given.owner, given.member, None]


def test_after_an_hour_nothing_is_taken_back(given: World) -> None:
    row = clock(given.agreement)
    assignment, _ = assigning.assign_many(
        given.organisation, [row.pk], owner=given.member, by=given.owner, actor=actor(given.owner), now=NOW
    )
    assert assignment is not None
    assert assigning.undo(assignment, actor=actor(given.owner), now=NOW + timedelta(minutes=61)) == 0
    row.refresh_from_db()
    assert row.owner == given.member


def test_all_of_a_selection_are_given_at_once_and_nothing_else(given: World) -> None:
    chosen = [clock(given.agreement, action=Action.ALLOW_AUDIT) for _ in range(3)]
    other = clock(given.agreement)
    address = reverse("due:assign") + "?whose=all&action=allow_audit"
    signed_in(given.owner).post(address, {"every": "1", "owner": str(given.owner.pk)})
    assert all(Obligation.objects.get(pk=row.pk).owner == given.owner for row in chosen)
    other.refresh_from_db()
    assert other.owner is None


def test_nobody_of_another_organisation_is_given_anything(given: World) -> None:
    row = clock(given.agreement)
    client = signed_in(given.owner)
    given_to = {"obligation": str(row.pk), "owner": str(given.outsider.pk)}
    assert client.post(reverse("due:assign"), given_to).status_code == 404
    signed_in(given.outsider).post(reverse("due:assign"), {"obligation": str(row.pk), "owner": str(given.outsider.pk)})
    row.refresh_from_db()
    assert row.owner is None


def test_a_kept_selection_opens_the_page_for_whom_it_is_the_default(given: World) -> None:
    clock(given.agreement, owner=given.member)
    client = signed_in(given.owner)
    assert "Stichting Zorg" not in client.get(LIST).content.decode().partition('class="empty"')[2]
    client.post(reverse("due:save") + "?whose=all&state=late", {"name": "Alles dat loopt", "default": "on"})
    saved = SavedFilter.objects.get()
    assert saved.filters == {"whose": "all", "state": "late"}
    shown = client.get(LIST).content.decode()
    assert "geopend met “Alles dat loopt”" in shown
    assert "Member" in shown
    client.post(reverse("due:saved", args=(saved.pk,)), {"move": "open_without"})
    assert "geopend met" not in client.get(LIST).content.decode()


def test_a_shared_selection_is_there_for_others_until_it_is_shared_no_longer(given: World) -> None:
    owner, member = signed_in(given.owner), signed_in(given.member)
    owner.post(reverse("due:save") + "?whose=nobody", {"name": "Op te pakken", "shared": "on"})
    saved = SavedFilter.objects.get()
    assert "Op te pakken" in member.get(LIST).content.decode()
    assert "Op te pakken" not in signed_in(given.outsider).get(LIST).content.decode()
    member.post(reverse("due:saved", args=(saved.pk,)), {"move": "open_with"})
    assert DefaultFilter.objects.get().user == given.member
    owner.post(reverse("due:saved", args=(saved.pk,)), {"move": "unshare"})
    assert "Op te pakken" not in member.get(LIST).content.decode()
    assert not DefaultFilter.objects.exists()


def test_what_no_one_knows_in_an_address_asks_for_nothing(given: World) -> None:
    clock(given.agreement)
    assert "Stichting Zorg" in page(given, whose="nobody", action="sing", after="gisteren~7", before="x")


def test_the_calendar_names_today_and_late_in_words_and_leads_to_the_day(given: World) -> None:
    now = timezone.now()
    clock(given.agreement, ends_in=now - timedelta(minutes=5) - NOW)
    shown = page(given, reverse("due:calendar"))
    assert 'aria-current="date"' in shown
    assert '<b class="today">vandaag</b>' in shown
    assert '<span class="word">te laat</span>' in shown
    assert f"from={timezone.localtime(now):%Y-%m-%d}" in shown


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ({"month": "2026-02"}, "februari 2026"),
        ({"week": "2026-W53"}, "Week 53, 2026"),
        ({"week": "2027-W1"}, "Week 1, 2027"),
    ],
)
def test_a_month_or_a_week_is_named_by_its_address(given: World, query: dict[str, str], heading: str) -> None:
    assert heading in page(given, reverse("due:calendar"), **query)


@pytest.mark.parametrize("query", [{"month": "2026-13"}, {"month": "0000-01"}, {"week": "2025-W54"}, {"month": "x"}])
def test_an_address_of_no_month_shows_this_one(given: World, query: dict[str, str]) -> None:
    assert 'aria-current="date"' in page(given, reverse("due:calendar"), **query)


def test_tables_hold_the_selection_and_no_formulas(given: World) -> None:
    clock(agreement(given.organisation, name="=HYPERLINK(1)"), subject_label="2026-07")
    clock(given.agreement, owner=given.member)
    client, address = signed_in(given.owner), reverse("due:export")
    answer = client.get(address, {"form": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Wederpartij"] for row in rows] == ["'=HYPERLINK(1)"]
    assert rows[0]["Kenmerk"] == "2026-07"
    book = load_workbook(io.BytesIO(b"".join(client.get(address, {"form": "xlsx", "whose": "all"}))))
    assert book.active is not None
    lines = list(book.active.iter_rows())
    assert len(lines) == 3
    assert all(cell.data_type != "f" for line in lines for cell in line)


def test_an_outsider_downloads_nothing_of_others(given: World) -> None:
    clock(given.agreement)
    answer = signed_in(given.outsider).get(reverse("due:export"), {"form": "csv", "whose": "all"})
    assert b"Zorg" not in b"".join(answer.streaming_content)  # type: ignore[attr-defined]
