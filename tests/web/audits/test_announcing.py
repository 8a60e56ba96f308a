"""Audits that we hold of a processor of ours: announced, answered by it, held, and what it hands over kept."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Direction
from art28.web.audit.models import Act
from art28.web.audits.models import Audit, Item, RoomDocument
from art28.web.clocks.models import Obligation
from art28.web.notices.models import OutboxMessage
from art28.web.notices.pump import send
from web.breaches.world import World, agreement, signed_in, world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TO = {"recipient": "privacy@logwerk.example"}
SAID = {"audit.right": True, "audit.notice": "P2W", "audit.max_frequency": "P1Y"}


def ours(said: dict[str, Any]) -> World:
    """Somebody whose processor promised that."""
    given = world()
    under = agreement(given.organisation, said, name="Logwerk B.V.", direction=Direction.CONTROLLER)
    return World(given.organisation, given.owner, given.member, given.outsider, under)


def local(days: int) -> str:
    return timezone.localtime(timezone.now() + days * DAY).strftime("%Y-%m-%dT%H:%M")


def planned(given: World, **changes: Any) -> Audit:
    data = {
        "asked_by": "M. Berg",
        "planned_at": local(30),
        "auditor": "Toetsing De Linde",
        "third_party": "on",
        "systems": "opslag",
        **changes,
    }
    answer = signed_in(given.owner).post(f"{reverse('audits:new')}?agreement={given.agreement.pk}", data)
    assert answer.status_code == 302, answer.content.decode()
    return Audit.objects.latest("recorded_at")


def do(given: World, row: Audit, act: str, /, **data: Any) -> str:
    answer = signed_in(given.owner).post(reverse("audits:act", args=(row.pk, act)), data, follow=True)
    row.refresh_from_db()
    return str(answer.content.decode())


def kept(row: Audit, kind: str) -> bool:
    return Act.objects.filter(kind=kind, subject_id=row.pk).exists()


def notice(row: Audit) -> Obligation:
    """The clock of the notice that counts now."""
    clocks = Obligation.objects.filter(subject_id=row.pk, action="announce_audit")
    return clocks.exclude(state="cancelled").get()


def before(row: Audit) -> date:
    """The last day on which two whole weeks lie between."""
    return timezone.localtime(row.planned_at).date() - 15 * DAY


def test_ours_is_announced_by_letter_which_ends_the_clock_of_its_notice() -> None:
    given = ours(SAID)
    row = planned(given)
    clock = notice(row)
    assert (clock.ours, clock.last_day) == (True, before(row))
    page = signed_in(given.owner).get(reverse("audits:detail", args=(row.pk,))).content.decode()
    assert "Nog op tijd aan te kondigen" in page
    assert "Aan te kondigen" in signed_in(given.owner).get(reverse("audits:list")).content.decode()
    assert "Plannen en antwoorden" not in page
    assert "Bewijskamer" not in page
    do(given, row, "announce", **TO)
    letter = OutboxMessage.objects.get(subject_id=row.pk)
    assert "Aankondiging van een audit" in letter.page_html
    assert "Toetsing De Linde" in letter.page_html
    assert "uw verzoek" not in letter.page_html
    send(now=timezone.now(), limit=10)
    clock.refresh_from_db()
    assert clock.state == "met"
    assert "Iemand anders was eerder" in do(given, row, "announce", **TO)
    assert OutboxMessage.objects.filter(subject_id=row.pk).count() == 1
    assert kept(row, "audit.announced")


def test_what_was_announced_otherwise_ends_the_clock_where_it_was_and_is_held_once_they_agree() -> None:
    given = ours(SAID)
    row = planned(given)
    assert "Kondig hem eerst aan" in do(given, row, "agreed", at=local(0))
    do(given, row, "announced", at=local(-1))
    assert (notice(row).state, notice(row).ended_at) == ("met", row.announced_at)
    do(given, row, "agreed", at=local(0))
    assert (row.state, [check["met"] for check in row.checks]) == ("planned", [True, True])
    do(given, row, "begin", at=local(0))  # it is theirs to bind the auditor
    do(given, row, "item", kind="logs", name="Logboeken", at=local(0))
    do(given, row, "settle", item=Item.objects.get().pk, outcome="granted", what="uittreksel gekregen")
    do(given, row, "report", compliant="no", outcome="één tekortkoming", at=local(0))
    do(given, row, "close")
    assert (row.state, Item.objects.get().state) == ("closed", "granted")
    assert not Obligation.objects.filter(subject_id=row.pk, ended_at=None).exists()
    assert kept(row, "audit.agreed")


def test_on_another_day_it_is_announced_anew_and_the_notice_counts_from_there() -> None:
    given = ours(SAID)
    row = planned(given)
    same = {"auditor": row.auditor, "third_party": "on", "systems": "opslag"}
    for days in (60, 45):  # later, and sooner again
        do(given, row, "change", planned_at=local(days), **same)
        clock = notice(row)
        assert (clock.ended_at, clock.last_day) == (None, before(row))
    do(given, row, "announced", at=local(0))
    do(given, row, "change", planned_at=timezone.localtime(row.planned_at).strftime("%Y-%m-%dT%H:%M"), **same)
    announced = Audit.objects.exclude(announced_at=None)
    assert announced.exists()
    do(given, row, "change", planned_at=local(70), **same)
    assert not announced.all().exists()
    assert "Nog op tijd aan te kondigen" in do(given, row, "agreed", at=local(0))


def test_a_refusal_stops_its_clocks_and_keeps_their_reasons() -> None:
    given = ours(SAID)
    row = planned(given)
    do(given, row, "announced", at=local(0))
    do(given, row, "declined", at=local(0), reason="het jaarlijkse rapport gaat voor")
    assert (row.state, row.reason) == ("refused", "het jaarlijkse rapport gaat voor")
    assert not Obligation.objects.filter(subject_id=row.pk, ended_at=None).exists()
    assert kept(row, "audit.declined")


def test_each_side_has_its_own_acts() -> None:
    given = ours(SAID)
    row = planned(given)
    for act in ("accept", "refuse"):
        assert "Deze audit houden wij zelf" in do(given, row, act, **TO)
    assert "Deze audit houden wij zelf" in do(given, row, "warn", reasons="x", **TO)
    assert (row.state, OutboxMessage.objects.count()) == ("asked", 0)
    of_us = agreement(given.organisation, SAID, name="Gemeente Zandhoek")
    given = World(given.organisation, given.owner, given.member, given.outsider, of_us)
    theirs = planned(given, asked_at=local(0))
    assert theirs.announced_at == theirs.asked_at
    assert "Deze audit houdt de klant" in do(given, theirs, "announce", **TO)
    assert not Obligation.objects.filter(subject_id=theirs.pk, action="announce_audit").exists()


def test_what_the_processor_hands_over_is_kept_and_taken_again() -> None:
    given = ours(SAID)
    row = planned(given)
    signed_in(given.owner).post(
        reverse("audits:act", args=(row.pk, "room-file")),
        {"name": "Verslag", "file": SimpleUploadedFile("verslag.pdf", b"%PDF-1.7")},
    )
    made = RoomDocument.objects.get()
    answer = signed_in(given.owner).get(reverse("audits:document", args=(row.pk, made.pk)))
    assert (answer.status_code, answer.content) == (200, b"%PDF-1.7")
