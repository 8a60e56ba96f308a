"""Provisions on what starts the clock of a breach, carried out through the pages, with the record they leave."""

from datetime import timedelta

import pytest
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from art28.web.intake.models import ProvisionalClock
from web.breaches.world import signed_in, world
from web.intake.test_signals import HOUR, clock, decided, local, reported

pytestmark = pytest.mark.django_db


@pytest.mark.provision("S1:4.1", "S1:B2.incidenten.melding")
def test_24_hours_run_from_observation_or_from_a_sub_processors_report_before_it_is_qualified_as_a_breach() -> None:
    starts = ["observation", "report_from_sub_processor"]
    given = world({"breach.deadline": "PT24H", "breach.early_warning": True, "breach.clock_starts": starts})
    observed = reported(given, noticed_at=local(6 * HOUR))
    runs = ProvisionalClock.objects.get(signal=observed)
    assert (runs.started_at, runs.ends_at) == (observed.noticed_at, runs.started_at + timedelta(hours=24))
    told = reported(given, where="sub_processor", noticed_at="", told_at=local(3 * HOUR))
    assert ProvisionalClock.objects.get(signal=told).started_at == told.told_at
    decided(given, told, origin="sub_processor")
    breach = Breach.objects.get()
    row = clock(breach, "Stichting Zorg")
    assert (row.started_at, row.ends_at) == (told.told_at, row.started_at + timedelta(hours=24))
    assert Act.objects.filter(kind="obligation.started", subject_id=row.pk).exists()
    assert Act.objects.filter(kind="signal.is_breach", subject_id=told.pk).exists()


@pytest.mark.provision("S4:5.1")
def test_24_hours_whose_start_is_not_stated_run_from_the_earliest_moment_that_could_be_known() -> None:
    given = world({"breach.deadline": "PT24H"})
    signal = reported(given, noticed_at=local(10 * HOUR))
    decided(given, signal, aware_at=local(HOUR), discovered_at=local(4 * HOUR), discovered_reason="logboek bekeken")
    breach = Breach.objects.get()
    row = clock(breach, "Stichting Zorg")
    assert (row.started_at, row.ends_at) == (signal.noticed_at, row.started_at + timedelta(hours=24))
    assert breach.aware_at > row.started_at
    page = signed_in(given.owner).get(reverse("intake:moments", args=(breach.pk,))).content.decode()
    assert all(word in page for word in ("Waargenomen", "Ontdekt", "Kennis (redelijk zeker)", "logboek bekeken"))
    assert Act.objects.filter(kind="breach.recorded", subject_id=breach.pk).exists()


@pytest.mark.provision("S2:1.8", "S3:9.1[1]", "S5:1.d")
def test_an_event_is_qualified_before_it_is_a_breach_and_the_outcome_is_kept_with_its_reason() -> None:
    given = world({"breach.deadline": "PT24H", "breach.clock_starts": ["discovery"]})
    none, one = reported(given, what="Phishing, niemand klikte."), reported(given, what="Bestand verkeerd verstuurd.")
    client = signed_in(given.owner)
    client.post(reverse("intake:no_breach", args=(none.pk,)), {"reason": "Er zijn geen persoonsgegevens geraakt."})
    decided(given, one)
    none.refresh_from_db()
    assert (none.state, none.reason) == ("no_breach", "Er zijn geen persoonsgegevens geraakt.")
    assert ProvisionalClock.objects.get(signal=none).ended_reason == none.reason
    assert Obligation.objects.filter(subject_id=Breach.objects.get().pk, action="notify_breach").count() == 1
    assert Act.objects.filter(kind="signal.no_breach", subject_id=none.pk).exists()
    assert Act.objects.filter(kind="signal.is_breach", subject_id=one.pk).exists()
