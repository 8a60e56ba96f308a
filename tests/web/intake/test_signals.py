"""A signal from anybody: taken in at once, assessed with its instants, while clocks that don't wait run."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, FactsVersion
from art28.web.clocks.models import Obligation
from art28.web.intake.models import ProvisionalClock, Signal, SignalVersion
from art28.web.reminders.models import Message
from web.breaches.world import World, agreement, signed_in, world
from web.people import tenant

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
OBSERVED = {"breach.deadline": "PT24H", "breach.wording": "fixed", "breach.clock_starts": ["observation"]}


@pytest.fixture
def given() -> World:
    found = world(OBSERVED)
    agreement(
        found.organisation, {"breach.deadline": "PT48H", "breach.clock_starts": ["awareness"]}, name="Telt vanaf kennis"
    )
    agreement(found.organisation, {"breach.wording": "immediately"}, name="Onverwijld")
    return found


def local(ago: timedelta) -> str:
    return timezone.localtime(timezone.now() - ago).strftime("%Y-%m-%dT%H:%M")


def form(**changes: Any) -> dict[str, Any]:
    data = {
        "what": "Een laptop met klantgegevens is weg.",
        "noticed_at": local(5 * HOUR),
        "occurred": "unknown",
        "where": "own",
        "kinds_of_data": ["contact"],
        "reach": "06 12345678",
    }
    return {**data, **changes}


def reported(given: World, **changes: Any) -> Signal:
    answer = signed_in(given.member).post(reverse("intake:report"), form(**changes))
    assert answer.status_code == 302, answer.content.decode()
    return Signal.objects.latest("number")


def decided(given: World, *signals: Signal, **changes: Any) -> Any:
    query = "&".join(f"signal={each.pk}" for each in signals)
    data = {
        "title": "Laptop gestolen",
        "aware_at": local(HOUR),
        "aware_reason": "bevestigd",
        "origin": "own",
        **changes,
    }
    return signed_in(given.owner).post(f"{reverse('intake:breach')}?{query}", data)


def clock(breach: Breach, name: str) -> Obligation:
    return Obligation.objects.get(subject_id=breach.pk, action="notify_breach", agreement__counterparty_name=name)


def test_the_lowest_role_reports_a_signal_that_is_neither_breach_nor_awareness(given: World) -> None:
    signal = reported(given)
    assert (signal.state, signal.breach_id, signal.source) == ("open", None, "form")
    assert not Breach.objects.exists()
    assert not Obligation.objects.exists()
    facts = SignalVersion.objects.get(signal=signal).facts
    assert facts["data"] == ["Namen en contactgegevens"]
    assert Act.objects.filter(kind="signal.reported", subject_id=signal.pk).exists()
    assert "Een laptop" in signed_in(given.member).get(reverse("intake:queue")).content.decode()


def test_whoever_assesses_is_told_without_what_the_signal_says(given: World) -> None:
    reported(given)
    message = Message.objects.get(user=given.owner)
    assert "laptop" not in message.body_text + message.subject + message.body_html
    assert reverse("intake:queue") in message.body_text


def test_a_clock_that_counts_from_observation_runs_before_anybody_has_assessed(given: World) -> None:
    signal = reported(given)
    row = ProvisionalClock.objects.get(signal=signal)
    assert (row.agreements, row.starts, row.ended_at) == (1, "observation", None)
    assert row.started_at == signal.noticed_at
    assert row.ends_at == row.started_at + 24 * HOUR
    page = signed_in(given.owner).get(reverse("intake:signal", args=(signal.pk,))).content.decode()
    assert "binnen 24 uur" in page
    assert "nog 18 uur 59 minuten" in page or "nog 19 uur" in page or "morgen om" in page


def test_it_ends_with_the_reason_where_it_is_no_breach_and_runs_again_where_that_is_taken_back(given: World) -> None:
    signal = reported(given)
    client = signed_in(given.owner)
    assert client.post(reverse("intake:no_breach", args=(signal.pk,)), {"reason": ""}).status_code == 422
    client.post(reverse("intake:no_breach", args=(signal.pk,)), {"reason": "De laptop lag in de kast."})
    row = ProvisionalClock.objects.get(signal=signal)
    assert row.ended_reason == "De laptop lag in de kast."
    assert Act.objects.filter(kind="signal.no_breach", subject_id=signal.pk).exists()
    client.post(reverse("intake:reopen", args=(signal.pk,)))
    again = ProvisionalClock.objects.get(signal=signal, ended_at=None)
    assert again.started_at == row.started_at


def test_found_to_be_a_breach_each_agreement_counts_from_the_instant_that_it_names(given: World) -> None:
    signal = reported(given)
    assert decided(given, signal).status_code == 302
    breach = Breach.objects.get()
    observed, aware = clock(breach, "Stichting Zorg"), clock(breach, "Telt vanaf kennis")
    assert observed.started_at == signal.noticed_at
    assert observed.ends_at == observed.started_at + 24 * HOUR
    assert observed.start_reason == f"waargenomen, volgens signaal {signal.reference}"
    assert aware.started_at == breach.aware_at == clock(breach, "Onverwijld").started_at
    signal.refresh_from_db()
    assert (signal.state, signal.breach_id) == ("breach", breach.pk)
    assert ProvisionalClock.objects.get(signal=signal).ended_reason == breach.reference
    assert FactsVersion.objects.get(breach=breach).facts["description"] == "Een laptop met klantgegevens is weg."


def test_looking_into_it_has_a_person_and_an_end_and_stops_no_clock(given: World) -> None:
    signal = reported(given)
    data = {"who": str(given.owner.pk), "until": "4", "what": "Stond de schijf op slot?"}
    signed_in(given.owner).post(reverse("intake:look", args=(signal.pk,)), data)
    signal.refresh_from_db()
    assert (signal.state, signal.looking_id) == ("looking", given.owner.pk)
    assert ProvisionalClock.objects.get(signal=signal).ended_at is None
    assert Act.objects.filter(kind="signal.looked_into", subject_id=signal.pk).exists()


def test_several_signals_are_one_breach_that_counts_from_the_earliest(given: World) -> None:
    later = reported(given, noticed_at=local(3 * HOUR), what="Klant belt.")
    earlier = reported(given, noticed_at=local(9 * HOUR))
    assert decided(given, later, earlier).status_code == 302
    breach = Breach.objects.get()
    assert set(Signal.objects.filter(breach=breach)) == {later, earlier}
    earlier.refresh_from_db()
    assert clock(breach, "Stichting Zorg").started_at == earlier.noticed_at
    third = reported(given, what="Nog een melding.")
    data = {"breach": str(breach.pk), "reason": "zelfde laptop"}
    signed_in(given.owner).post(reverse("intake:join", args=(third.pk,)), data)
    third.refresh_from_db()
    assert third.breach_id == breach.pk
    assert Act.objects.filter(kind="signal.is_breach").count() == 3


def test_each_version_of_what_is_known_stays_and_a_corrected_moment_moves_the_clocks(given: World) -> None:
    signal = reported(given)
    address = reverse("intake:facts", args=(signal.pk,))
    corrected = form(noticed_at=local(8 * HOUR), why="logboek bekeken", version="1")
    assert signed_in(given.member).post(address, corrected).status_code == 302
    assert SignalVersion.objects.filter(signal=signal).count() == 2
    old, new = ProvisionalClock.objects.filter(signal=signal).order_by("made_at", "id")
    assert old.ended_reason == "logboek bekeken"
    assert new.started_at < old.started_at
    assert signed_in(given.owner).post(address, corrected).status_code == 409
    with pytest.raises(DatabaseError), transaction.atomic():
        SignalVersion.objects.filter(signal=signal).update(number=9)


def test_a_sub_processors_report_starts_the_clocks_of_a_breach_at_a_sub_processor(given: World) -> None:
    said = {"breach.deadline": "PT36H", "breach.clock_starts": ["report_from_sub_processor"]}
    agreement(given.organisation, said, name="Telt vanaf bericht")
    signal = reported(given, where="sub_processor", where_name="Hostingpartij", told_at=local(2 * HOUR))
    runs = ProvisionalClock.objects.filter(signal=signal, starts="report_from_sub_processor")
    assert {row.started_at for row in runs} == {signal.told_at}
    decided(given, signal, origin="sub_processor")
    assert clock(Breach.objects.get(), "Telt vanaf bericht").started_at == signal.told_at


def test_the_queue_costs_the_same_at_any_number(given: World, django_assert_max_num_queries: Any) -> None:
    for _ in range(4):
        reported(given)
    client = signed_in(given.owner)
    with django_assert_max_num_queries(14):
        page = client.get(reverse("intake:queue")).content.decode()
    assert page.count('class="linked"') == 4


def test_a_signal_of_others_is_not_found() -> None:
    ours, theirs = tenant("veldlicht"), tenant("maanzicht")
    ours.client(Role.AUDITOR).post(reverse("intake:report"), form())
    signal = Signal.objects.get()
    assert theirs.client(Role.OWNER).get(reverse("intake:signal", args=(signal.pk,))).status_code == 404


def test_a_signal_that_joins_with_an_earlier_moment_moves_the_clocks_that_count_from_it_and_is_kept_so(
    given: World,
) -> None:
    decided(given, reported(given, noticed_at=local(3 * HOUR)))
    breach = Breach.objects.get()
    client = signed_in(given.owner)
    for ago, earlier in ((2, False), (9, True)):
        signal = reported(given, noticed_at=local(ago * HOUR), what="Nog een.")
        data = {"breach": str(breach.pk), "reason": "zelfde laptop"}
        page = client.post(reverse("intake:join", args=(signal.pk,)), data, follow=True).content.decode()
        assert ("eerder dan wat van de inbreuk bekend was" in page) is earlier
        assert (clock(breach, "Stichting Zorg").started_at == signal.noticed_at) is earlier
        content = Act.objects.get(kind="signal.is_breach", subject_id=signal.pk).content.content
        assert content is not None
        assert f'"earlier_than_its_clocks":{str(earlier).lower()}' in content


def test_today_says_that_a_signal_waits_and_when_its_first_clock_ends(given: World) -> None:
    assert "wacht op beoordeling" not in signed_in(given.member).get(reverse("today")).content.decode()
    reported(given)
    page = signed_in(given.member).get(reverse("today")).content.decode()
    assert "1 signaal wacht op beoordeling" in page
    assert "er loopt al een termijn" in page
