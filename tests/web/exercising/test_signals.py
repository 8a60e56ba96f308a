"""An exercise that starts from a signal, as a breach does: reported, assessed, found to be one; all of it played."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from art28.web.exercises.models import Exercise
from art28.web.exercising import actions, erasing
from art28.web.exercising.report import Code, report
from art28.web.intake import queries
from art28.web.intake.models import ProvisionalClock, Signal, SignalVersion
from art28.web.received.models import ReceivedReport
from art28.web.reminders.models import Message
from web.breaches.world import World, actor, breach, signed_in, world
from web.exercising.world import started
from web.intake.test_signals import OBSERVED, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world(OBSERVED)


@pytest.fixture
def player(given: World) -> Client:
    """The owner, who plays an exercise that begins now."""
    client = signed_in(given.owner)
    client.post(reverse("exercises:start"), {"scenario": "supplier-at-night"})
    return client


def reported(player: Client, **changes: Any) -> Signal:
    assert player.post(reverse("intake:report"), form(**changes)).status_code == 302
    return Signal.objects.latest("kept_at")


def found(player: Client, signal: Signal) -> Any:
    given = {
        "title": "Geoefend",
        "aware_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        "aware_reason": "bevestigd",
        "origin": "own",
    }
    return player.post(f"{reverse('intake:breach')}?signal={signal.pk}", given)


def test_the_story_fills_the_signal_and_every_page_on_the_way_is_marked(player: Client) -> None:
    exercise = Exercise.objects.get()
    page = player.get(reverse("exercises:detail", args=(exercise.pk,))).content.decode()
    assert f'href="{reverse("intake:report")}"' in page
    page = player.get(reverse("intake:report"), {"filled": "1"}).content.decode()
    assert "Noorderkade Hosting" in page
    signal = reported(player)
    assert (signal.exercise, signal.reference) == (exercise, f"EX-S{signal.year}-0001")
    for address in (
        reverse("intake:report"),
        reverse("intake:signal", args=(signal.pk,)),
        f"{reverse('intake:breach')}?signal={signal.pk}",
        f"{reverse('services:choose')}?signal={signal.pk}",
    ):
        assert "exercise-watermark" in player.get(address).content.decode(), address
    assert "exercise-watermark" not in player.get(reverse("intake:queue")).content.decode()


def test_its_clock_runs_from_observation_and_goes_over_to_the_breach_of_the_exercise(player: Client) -> None:
    signal = reported(player)
    clock = ProvisionalClock.objects.get(signal=signal)
    assert clock.started_at == signal.noticed_at
    assert found(player, signal).status_code == 302
    recorded = Breach.objects.get()
    assert recorded.exercise == signal.exercise
    assert Obligation.objects.get(action="notify_breach").started_at == signal.noticed_at
    assert Act.objects.filter(kind="signal.is_breach", subject_id=signal.pk).exists()
    steps = {step.code: step.at for step in report(Exercise.objects.get(), now=timezone.now()).steps}
    assert steps[Code.SIGNALLED] == signal.kept_at
    assert steps[Code.RECORDED] == recorded.recorded_at


def test_nobody_but_the_player_hears_of_it_and_no_queue_or_count_holds_it(given: World, player: Client) -> None:
    signal = reported(player)
    message = Message.objects.get()
    assert message.user == given.owner
    assert message.subject.startswith("OEFENING")
    assert not queries.waiting(given.organisation).exists()
    assert queries.running(given.organisation).signals == 0
    assert signal.summary not in player.get(reverse("intake:queue"), {"state": "all"}).content.decode()
    outside = signed_in(given.member)
    outside.post(reverse("intake:report"), form())
    real = Signal.objects.latest("kept_at")
    assert (real.exercise, real.reference) == (None, f"S{real.year}-0001")  # its numbers show no gap


def test_what_is_played_and_what_is_real_never_join(given: World, player: Client) -> None:
    signal, recorded = reported(player), breach(given)
    address = reverse("intake:join", args=(signal.pk,))
    assert player.post(address, {"breach": str(recorded.pk), "reason": "zelfde"}).status_code == 422
    with pytest.raises(DatabaseError), transaction.atomic():
        Signal.objects.filter(pk=signal.pk).update(breach=recorded)
    signed_in(given.member).post(reverse("intake:report"), form())
    real = Signal.objects.latest("kept_at")
    together = f"{reverse('intake:breach')}?signal={signal.pk}&signal={real.pk}"
    assert player.get(together).status_code == 404


def test_after_its_breach_or_its_end_what_is_reported_is_real(given: World, player: Client) -> None:
    found(player, reported(player))
    assert reported(player).exercise is None
    exercise = started(given, player=given.member, now=timezone.now())
    signal = Signal.objects.filter(exercise__isnull=False).get()
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=timezone.now())
    assert found(player, signal).status_code == 404


def test_ending_it_ends_its_signals_and_erasing_it_empties_them(given: World, player: Client) -> None:
    signal, exercise = reported(player), Exercise.objects.get()
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=timezone.now())
    signal.refresh_from_db()
    assert signal.state == "no_breach"
    assert not ProvisionalClock.objects.filter(ended_at=None).exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        SignalVersion.objects.update(facts={})
    erasing.erase(exercise, actor=actor(given.owner), now=timezone.now())
    assert SignalVersion.objects.get().facts == {}
    assert player.get(reverse("intake:signal", args=(signal.pk,))).status_code == 404
    kept = Act.objects.filter(subject_id=signal.pk)
    assert kept.exists()
    assert all(act.content.content is None for act in kept.select_related("content"))


def test_a_suppliers_report_is_played_too_and_starts_the_clocks_from_its_receipt(given: World, player: Client) -> None:
    exercise = Exercise.objects.get()
    page = player.get(reverse("exercises:detail", args=(exercise.pk,))).content.decode()
    assert "Voer de melding van Noorderkade Hosting in" in page
    page = player.get(reverse("received:new"), {"filled": "1"}).content.decode()
    assert "exercise-watermark" in page
    assert 'value="Noorderkade Hosting"' in page
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    player.post(
        reverse("received:new"), {"supplier": "Noorderkade Hosting", "received_at": at, "said": "Er is ingebroken."}
    )
    came = ReceivedReport.objects.get()
    assert came.exercise == exercise
    detail = reverse("received:detail", args=(came.pk,))
    assert "exercise-watermark" in player.get(detail).content.decode()
    assert "Noorderkade" not in player.get(reverse("received:list")).content.decode()
    real = breach(given)
    joined = player.post(reverse("received:join", args=(came.pk,)), {"breach": str(real.pk)})
    assert joined.status_code == 422
    with pytest.raises(DatabaseError), transaction.atomic():
        ReceivedReport.objects.filter(pk=came.pk).update(breach=real)
    player.post(reverse("received:record", args=(came.pk,)), {"title": "Leverancier gehackt"})
    recorded = Breach.objects.get(exercise=exercise)
    assert recorded.at_sub_processor
    assert Obligation.objects.get(action="notify_breach", subject_id=recorded.pk).started_at == came.received_at
    steps = {step.code: step.at for step in report(Exercise.objects.get(), now=timezone.now()).steps}
    assert steps[Code.RECEIVED] == came.recorded_at
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=timezone.now())
    erasing.erase(Exercise.objects.get(), actor=actor(given.owner), now=timezone.now())
    came.refresh_from_db()
    assert (came.supplier, came.said) == ("", "")
    assert player.get(detail).status_code == 404
