"""Something happened: what it starts is shown first, runs afterwards, and is taken back with a reason."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.agreement.duties import Trigger
from art28.terms import StartReason
from art28.web.audit.models import Act
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.events import actions, queries
from art28.web.events.models import Event
from art28.web.events.queries import Said
from web.breaches.world import NOW, World, actor, signed_in, world

pytestmark = pytest.mark.django_db
GENERAL = {
    "subprocessors.authorisation": "general",
    "subprocessors.notice_period": "P30D",
    "subprocessors.objection": True,
    "breach.deadline": "PT24H",
}


def said(trigger: Trigger, **changes: Any) -> Said:
    fields: dict[str, Any] = {"at": NOW, "kind": StartReason.RECEIVED, "planned_at": None, "title": "Verzoek"}
    return Said(**{"trigger": trigger, **fields, **changes})


def happened(given: World, trigger: Trigger, **changes: Any) -> Event:
    return actions.record_event(
        given.agreement, said(trigger, **changes), by=given.owner, actor=actor(given.owner), now=NOW
    )


def clocks_of(event: Event) -> dict[str, Obligation]:
    return {row.action: row for row in Obligation.objects.filter(subject_id=event.pk)}


def address(given: World, trigger: Trigger) -> str:
    return f"{reverse('events:new')}?agreement={given.agreement.pk}&event={trigger.value}"


def local(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def test_a_change_counts_its_notice_back_from_the_day_on_which_it_takes_effect() -> None:
    event = happened(
        world(GENERAL), Trigger.SUB_PROCESSOR_CHANGE, kind=StartReason.PLANNED, planned_at=NOW + timedelta(days=60)
    )
    notice = clocks_of(event)["notify_sub_processor_change"]
    assert (notice.started_at, notice.start_kind) == (NOW + timedelta(days=60), "planned")
    assert notice.ends_at is not None
    assert notice.ends_at < NOW + timedelta(days=30)
    assert notice.ours


def test_a_notice_that_counts_back_does_not_start_without_the_day() -> None:
    given = world(GENERAL)
    planned = queries.would_start(given.agreement, said(Trigger.SUB_PROCESSOR_CHANGE))
    assert {row.duty.action.value: row.obligation is None for row in planned} == {
        "notify_sub_processor_change": True,
        "flow_down": False,
    }


def test_the_window_to_object_opens_when_the_controller_was_told() -> None:
    given = world(GENERAL)
    event = happened(given, Trigger.SUB_PROCESSOR_CHANGE, planned_at=NOW + timedelta(days=60))
    notice = clocks_of(event)["notify_sub_processor_change"]
    assert "object_to_sub_processor" not in clocks_of(event)
    clocks.end(notice, at=NOW, by=Proof.REACHED, reason="brief", actor=actor(given.owner), now=NOW)
    window = clocks_of(event)["object_to_sub_processor"]
    assert (window.ours, window.started_at, window.start_kind) == (False, NOW, "told")


def test_the_end_of_an_agreement_may_be_known_before_it_comes() -> None:
    given = world({"end.choice_window": "P1M", "end.deadline": "P30D"})
    ends = datetime.now(UTC) + timedelta(days=90)
    data = {"title": "Opzegging", "at": local(ends), "start_kind": "ended", "start": "1"}
    signed_in(given.owner).post(address(given, Trigger.TERMINATION), data)
    assert Event.objects.get().at.date() == ends.date()
    assert {"choose_return_or_deletion", "return_or_delete"} <= set(clocks_of(Event.objects.get()))


def test_a_request_cannot_be_received_in_the_future() -> None:
    given = world()
    data = {"title": "x", "at": local(timezone.now() + timedelta(days=1)), "start_kind": "received", "start": "1"}
    answer = signed_in(given.owner).post(address(given, Trigger.DATA_SUBJECT_REQUEST), data)
    assert answer.status_code == 422
    assert not Event.objects.exists()


def test_the_preview_starts_nothing_and_shows_the_end_and_the_ground() -> None:
    given = world({"requests.deadline": "P14D", "requests.assist": True})
    data = {"title": "Inzage", "at": local(timezone.now()), "start_kind": "received"}
    page = signed_in(given.owner).post(address(given, Trigger.DATA_SUBJECT_REQUEST), data).content.decode()
    assert "binnen 14 dagen" in page
    assert "binnen 1 maand" in page
    assert "art. 12, lid 3, AVG" in page
    assert not Obligation.objects.exists()
    assert not Event.objects.exists()


def test_what_was_taken_back_stops_with_its_reason_and_stays_readable() -> None:
    given = world()
    event = happened(given, Trigger.DATA_SUBJECT_REQUEST)
    running = len(clocks_of(event))
    client = signed_in(given.owner)
    client.post(reverse("events:cancel", args=(event.pk,)), {"reason": "geen persoonsgegevens van deze klant"})
    rows = clocks_of(event).values()
    assert {(row.state, row.ended_reason) for row in rows} == {("cancelled", "geen persoonsgegevens van deze klant")}
    assert len(rows) == running > 0
    assert Act.objects.filter(kind="event.cancelled", subject_id=event.pk).count() == 1
    assert (
        "geen persoonsgegevens van deze klant"
        in client.get(reverse("events:detail", args=(event.pk,))).content.decode()
    )


def test_an_event_is_taken_back_once() -> None:
    given = world()
    event = happened(given, Trigger.DATA_SUBJECT_REQUEST)
    for expected in (False, True):
        try:
            actions.cancel(
                Event.objects.get(pk=event.pk), reason="x", by=given.owner, actor=actor(given.owner), now=NOW
            )
        except actions.AlreadyCancelled:
            assert expected
    assert Act.objects.filter(kind="event.cancelled").count() == 1


def test_what_somebody_said_is_never_rewritten() -> None:
    event = happened(world(), Trigger.DATA_SUBJECT_REQUEST)
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(at=NOW + timedelta(days=1))


def test_events_are_numbered_within_their_year() -> None:
    given = world()
    first, second = (happened(given, Trigger.DATA_SUBJECT_REQUEST) for _ in range(2))
    assert (first.reference, second.reference) == ("2026-0001 Verzoek", "2026-0002 Verzoek")


def test_another_organisation_sees_nothing_of_it() -> None:
    given = world()
    event = happened(given, Trigger.DATA_SUBJECT_REQUEST, title="Vraag van negen november")
    stranger = signed_in(given.outsider)
    assert stranger.get(reverse("events:detail", args=(event.pk,))).status_code == 404
    assert stranger.get(address(given, Trigger.DATA_SUBJECT_REQUEST)).status_code == 404
    assert event.title not in stranger.get(reverse("events:list")).content.decode()


def test_a_message_that_people_sent_themselves_ends_its_clock_by_hand_at_its_own_instant() -> None:
    given = world()
    event = happened(given, Trigger.DATA_SUBJECT_REQUEST, at=timezone.now() - timedelta(hours=3))
    row = clocks_of(event)["forward_request"]
    at = timezone.now() - timedelta(hours=2)
    page = reverse("clock_done", args=(row.pk,))
    signed_in(given.owner).post(page, {"reason": "per brief aan de functionaris", "at": local(at)})
    row.refresh_from_db()
    assert (row.state, row.ended_by, local(row.ended_at)) == ("met", "reached", local(at))  # type: ignore[arg-type]


def test_a_step_is_ticked_once_by_whom_and_when_and_may_be_taken_back() -> None:
    given = world()
    row = clocks_of(happened(given, Trigger.DATA_SUBJECT_REQUEST))["forward_request"]
    client, page = signed_in(given.owner), reverse("clock_tick", args=(row.pk,))
    for _ in range(2):
        client.post(page, {"item": "step:pass_on", "note": "doorgestuurd"})
    assert [(tick.item, tick.by, tick.note) for tick in row.ticks.all()] == [
        ("step:pass_on", given.owner, "doorgestuurd")
    ]
    assert "Doorsturen zonder zelf te antwoorden" in client.get(reverse("clock", args=(row.pk,))).content.decode()
    client.post(page, {"item": "step:pass_on", "back": "1"})
    assert not row.ticks.exists()
    assert client.post(page, {"item": "step:of_another_duty"}).status_code == 404
    kinds = Act.objects.filter(subject_id=row.pk).exclude(kind="obligation.started").values_list("kind", flat=True)
    assert sorted(kinds) == ["obligation.ticked", "obligation.unticked"]
