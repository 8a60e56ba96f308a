"""A moment of a breach that was kept wrongly: what holds in its place, and the clocks that counted from it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.obligations.beginning import Instant, Known
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.breaches import actions, earlier, instants, pump, recounting, righting
from art28.web.breaches.models import Breach, MomentCorrection, TouchedAgreement
from art28.web.clocks.models import Change, Obligation
from web.breaches.world import KNOWN, NOW, World, actor, agreement, signed_in, world

pytestmark = pytest.mark.django_db
HOUR, YEAR = timedelta(hours=1), timedelta(days=365)
LATER = NOW + HOUR
OBSERVED = {"breach.deadline": "PT24H", "breach.clock_starts": ["observation"]}
RIGHT = Known(NOW, "bevestigd door de nachtdienst")


@pytest.fixture
def given() -> World:
    found = world()
    agreement(found.organisation, OBSERVED, name="Waarneming")
    return found


def recorded(given: World, *, aware_at=NOW - YEAR, noticed_at=None) -> Breach:  # type: ignore[no-untyped-def]
    found = {Instant.OBSERVATION: Known(noticed_at, "eerste signaal")} if noticed_at else {}
    return actions.record_breach(
        given.organisation,
        Agreement.objects.filter(organisation=given.organisation).values_list("pk", flat=True),
        title="Laptop weg",
        facts=KNOWN,
        discovery=actions.Discovery(
            aware_at=aware_at, aware_reason="bevestigd", at_sub_processor=False, instants=found
        ),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )


def clock(breach: Breach, party: str = "Stichting Zorg") -> Obligation:
    return Obligation.objects.get(
        subject_id=breach.pk, action="notify_breach", agreement__counterparty_name=party
    )  # fmt: skip


def put_right(given: World, breach: Breach, found: Known = RIGHT, kind: Instant = Instant.AWARENESS) -> None:
    righting.correct(
        breach,
        kind,
        found,
        seen=instants.of(breach)[kind].at,
        why="verkeerd jaartal",
        by=given.owner,
        actor=actor(given.owner),
        now=LATER,
    )


def test_a_wrong_year_is_put_right_and_nothing_is_late_any_more(given: World) -> None:
    breach = recorded(given)
    ends_at = clock(breach).ends_at
    assert ends_at is not None
    assert ends_at < NOW
    put_right(given, breach)
    row = clock(breach)
    assert (row.state, row.started_at, row.ends_at, row.start_reason) == ("open", NOW, NOW + 24 * HOUR, RIGHT.reason)
    assert TouchedAgreement.objects.get(breach=breach, agreement=row.agreement).due_at == row.ends_at
    change = Change.objects.get(obligation=row)
    assert (change.kind, change.ground, change.by) == ("looser", "righted", given.owner)
    breach.refresh_from_db()
    assert (breach.aware_at, breach.aware_reason) == (NOW, RIGHT.reason)
    assert Act.objects.filter(kind="breach.moment_corrected", subject_id=breach.pk).count() == 1
    kept = MomentCorrection.objects.get(breach=breach)
    assert (kept.before_at, kept.before_reason, kept.why) == (NOW - YEAR, "bevestigd", "verkeerd jaartal")


def test_an_earlier_moment_is_stricter(given: World) -> None:
    breach = recorded(given, aware_at=NOW)
    put_right(given, breach, Known(NOW - 5 * HOUR, "eerder bevestigd"))
    assert clock(breach).ends_at == NOW + 19 * HOUR
    assert set(Change.objects.filter(obligation__action="notify_breach").values_list("kind", flat=True)) == {"stricter"}


def test_what_counts_from_another_moment_stays(given: World) -> None:
    breach = recorded(given, aware_at=NOW - HOUR, noticed_at=NOW - 3 * HOUR)
    put_right(given, breach)
    assert clock(breach, "Waarneming").started_at == NOW - 3 * HOUR


def test_a_wrong_moment_beside_awareness_no_longer_counts_and_stays_legible(given: World) -> None:
    breach = recorded(given, aware_at=NOW, noticed_at=NOW - YEAR)
    put_right(given, breach, Known(NOW - 2 * HOUR, "uit het logboek"), Instant.OBSERVATION)
    assert clock(breach, "Waarneming").started_at == NOW - 2 * HOUR
    assert instants.of(breach)[Instant.OBSERVATION].at == NOW - 2 * HOUR
    again = {Instant.OBSERVATION: Known(NOW - 4 * HOUR, "een signaal")}
    assert earlier.learn(breach, again, actor=actor(given.owner), now=LATER)
    assert clock(breach, "Waarneming").started_at == NOW - 4 * HOUR
    page = signed_in(given.owner).get(reverse("intake:moments", args=(breach.pk,))).content.decode()
    assert "verkeerd jaartal" in page


def test_what_has_ended_stays_as_it_ended(given: World) -> None:
    breach = recorded(given)
    Obligation.objects.filter(pk=clock(breach).pk).update(state="met", ended_at=LATER, ended_by="reached")
    put_right(given, breach)
    assert clock(breach).started_at == NOW - YEAR


def test_other_clocks_of_the_breach_follow_awareness_and_no_other_start(given: World) -> None:
    breach = recorded(given)
    others = Obligation.objects.filter(subject_id=breach.pk, ended_at=None).exclude(action="notify_breach")
    before = dict(others.values_list("pk", "start_reason"))
    put_right(given, breach)
    for row in others:
        expected = NOW if before[row.pk] == "bevestigd" else row.started_at
        assert row.started_at == expected


def test_the_second_of_two_who_correct_is_told(given: World) -> None:
    breach = recorded(given)
    put_right(given, breach)
    with pytest.raises(righting.NothingToCorrect):
        righting.correct(
            breach,
            Instant.AWARENESS,
            Known(NOW - HOUR, "anders"),
            seen=NOW - YEAR,
            why="",
            by=given.owner,
            actor=actor(given.owner),
            now=LATER,
        )


def test_beyond_the_first_chunk_the_worker_goes_on(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recounting, "CHUNK", 1)
    breach = recorded(given)
    put_right(given, breach)
    while pump.recount(now=LATER, limit=1):
        pass
    assert {clock(breach, name).started_at for name in ("Stichting Zorg", "Waarneming")} == {NOW}


def test_the_page_puts_it_right_from_the_room(given: World) -> None:
    now = timezone.now().replace(second=0, microsecond=0)
    breach = recorded(given, aware_at=now - YEAR)
    client = signed_in(given.owner)
    address = reverse("breaches:moment", args=(breach.pk, "awareness"))
    assert address in client.get(reverse("breaches:room", args=(breach.pk,))).content.decode()
    page = client.get(address)
    assert page.status_code == 200
    at = timezone.localtime(now - HOUR).strftime("%Y-%m-%dT%H:%M")
    said = {"aware_at": at, "reason": "bevestigd", "why": "verkeerd jaartal", "seen": (now - YEAR).isoformat()}
    assert client.post(address, said).status_code == 302
    assert Breach.objects.get().aware_at == now - HOUR
    assert client.post(address, {**said, "aware_at": at.replace("T", " ")}).status_code == 422  # kept already
    assert MomentCorrection.objects.count() == 1


def test_more_time_is_for_who_may_decide_less_is_for_who_may_report(given: World) -> None:
    now = timezone.now().replace(second=0, microsecond=0)
    breach = recorded(given, aware_at=now - 2 * HOUR)
    engineer = accounts.create_user("monteur@dijkvaart.example", "Monteur", password=None, now=NOW)
    accounts.add_member(given.organisation, engineer, Role.ENGINEER, actor=SYSTEM, now=NOW)
    address = reverse("breaches:moment", args=(breach.pk, "awareness"))
    said = {"reason": "gezien", "why": "verkeerd uur", "seen": (now - 2 * HOUR).isoformat()}

    def at(hours: int) -> dict[str, str]:
        return {**said, "aware_at": timezone.localtime(now - hours * HOUR).strftime("%Y-%m-%dT%H:%M")}

    client = signed_in(engineer)
    assert client.post(address, at(1)).status_code == 422
    assert client.post(address, at(3)).status_code == 302
    assert Breach.objects.get().aware_at == now - 3 * HOUR
    assert signed_in(given.member).get(address).status_code == 403
    assert signed_in(given.outsider).get(address).status_code == 404
    assert client.get(reverse("breaches:moment", args=(breach.pk, "discovery"))).status_code == 404


def test_a_moment_of_long_ago_is_asked_about_before_clocks_run(given: World) -> None:
    client = signed_in(given.owner)
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    at = timezone.localtime(timezone.now() - YEAR).strftime("%Y-%m-%dT%H:%M")
    said = {"title": "Laptop weg", "aware_at": at, "aware_reason": "bevestigd", "origin": "own"}
    page = client.post(address, said)
    assert page.status_code == 422
    assert 'name="long_ago"' in page.content.decode()
    assert not Breach.objects.exists()
    answer = client.post(address, {**said, "long_ago": "on", "begun_before": "on"})
    assert answer.status_code == 302
    assert Breach.objects.count() == 1
