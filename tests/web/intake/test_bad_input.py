"""What can't be so is refused with the reason and a way on; nothing that was filled in is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.intake.models import Signal
from web.breaches.world import World, agreement, signed_in, world
from web.intake.test_signals import OBSERVED, decided, form, local, reported

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    return world(OBSERVED)


def refused(given: World, **changes: Any) -> str:
    answer = signed_in(given.member).post(reverse("intake:report"), form(**changes))
    assert answer.status_code == 422
    assert not Signal.objects.exists()
    page = answer.content.decode()
    assert "Een laptop met klantgegevens is weg." in page  # what was filled in stays
    return page


def test_an_instant_in_the_future_is_refused(given: World) -> None:
    assert "in de toekomst" in refused(given, noticed_at=local(-3 * HOUR))


def test_an_instant_without_a_time_of_day_is_refused(given: World) -> None:
    assert "Vermeld ook het tijdstip." in refused(given, noticed_at="2026-11-20")


def test_an_hour_that_the_clock_skipped_is_refused(given: World) -> None:
    assert "sloeg het over" in refused(given, noticed_at="2026-03-29T02:30")


def test_of_the_doubled_hour_it_is_asked_which_and_the_answer_is_kept(given: World) -> None:
    page = refused(given, noticed_at="2026-10-25T02:30")
    assert "tweemaal" in page
    assert 'name="noticed_at-which"' in page
    signal = reported(given, noticed_at="2026-10-25T02:30", **{"noticed_at-which": "first"})
    assert signal.noticed_at is not None
    assert signal.noticed_at.isoformat() == "2026-10-25T00:30:00+00:00"


def test_it_cannot_be_noticed_before_it_happened_or_end_before_it_began(given: World) -> None:
    known = {"occurred": "known", "occurred_from": local(2 * HOUR)}
    assert "waargenomen voordat" in refused(given, **known, noticed_at=local(5 * HOUR))
    assert "niet vóór het begin" in refused(given, **known, noticed_at=local(HOUR), occurred_until=local(4 * HOUR))
    assert "Vul het moment in" in refused(given, occurred="known")


def test_it_cannot_be_certain_before_it_was_noticed(given: World) -> None:
    signal = reported(given)
    answer = decided(given, signal, aware_at=local(7 * HOUR))
    assert answer.status_code == 422
    assert "corrigeer dan eerst het signaal" in answer.content.decode()


def test_a_discovery_later_than_the_notice_says_why(given: World) -> None:
    signal = reported(given)
    answer = decided(given, signal, discovered_at=local(2 * HOUR))
    assert "pas later is ontdekt" in answer.content.decode()
    assert decided(given, signal, discovered_at=local(2 * HOUR), discovered_reason="logboek").status_code == 302


def test_an_instant_before_the_agreement_is_asked_about_and_may_be_counted_nevertheless(given: World) -> None:
    agreement(given.organisation, {**OBSERVED, "term.signed_on": "2035-01-01"}, name="Nieuwe klant")
    signal = reported(given)
    answer = decided(given, signal)
    assert answer.status_code == 422
    assert "1 overeenkomst is na dit moment ondertekend" in answer.content.decode()
    assert not Breach.objects.exists()
    assert decided(given, signal, begun_before="on").status_code == 302
    assert TouchedAgreement.objects.count() == 2


def test_words_that_no_agreement_holds_are_said_to_be_so(given: World) -> None:
    answer = decided(given, reported(given), words="Bestaat Niet")
    assert answer.status_code == 422
    assert "Geen enkele gelezen overeenkomst" in answer.content.decode()


def test_who_decides_after_another_is_told_so(given: World) -> None:
    signal = reported(given)
    address = reverse("intake:no_breach", args=(signal.pk,))
    client = signed_in(given.owner)
    client.post(address, {"reason": "Loos alarm."})
    page = client.post(address, {"reason": "Nogmaals."}, follow=True).content.decode()
    assert "Iemand anders heeft intussen" in page


def test_an_unknown_signal_is_not_found(given: World) -> None:
    client = signed_in(given.owner)
    assert client.get(f"{reverse('intake:breach')}?signal=x").status_code == 404
    assert client.get(reverse("intake:breach")).status_code == 404
