"""Audits of one's own: a clock until held, findings until mended, the next one planned, offered instead of a customer's."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.audits.models import Audit, Finding, OwnAudit, RoomDocument
from art28.web.clocks.models import Obligation
from art28.web.lifecycle.models import Step
from art28.web.notices.models import OutboxMessage
from web.audits.test_provisions import DAY, TO, YEARLY, asked, do, kept
from web.breaches.world import World, signed_in, world
from web.endings.test_provisions import act as ending_act
from web.endings.test_provisions import chosen, deleted, noticed
from web.endings.world import world as ending_world

pytestmark = pytest.mark.django_db
REPORT = b"%PDF-1.7 verslag"


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def planned(given: World, ahead: int = 30) -> OwnAudit:
    data = {"scope": "Beheer en back-up", "norm": "NEN 7510", "auditor": "Toetsing De Linde", "independent": "on",
            "planned_on": day(ahead)}  # fmt: skip
    answer = signed_in(given.owner).post(reverse("audits:own_new"), data)
    assert answer.status_code == 302, answer.content.decode()
    return OwnAudit.objects.latest("recorded_at")


def act(given: World, row: OwnAudit, name: str, /, **data: Any) -> str:
    answer = signed_in(given.owner).post(reverse("audits:own_act", args=(row.pk, name)), data, follow=True)
    row.refresh_from_db()
    content: str = answer.content.decode()
    return content


def reported(given: World, row: OwnAudit, **changes: Any) -> str:
    data = {"held_on": day(0), "compliant": "no", "outcome": "Op één punt na in orde.", "valid_until": day(365),
            "next_on": day(360), "file": SimpleUploadedFile("verslag.pdf", REPORT)}  # fmt: skip
    return act(given, row, "report", **{**data, **changes})


def trail(row: Any) -> list[str]:
    return list(Act.objects.filter(subject_id=row.pk).order_by("at", "id").values_list("kind", flat=True))


def test_it_has_a_clock_until_it_is_reported_and_then_the_next_one_has() -> None:
    given = world()
    assert "Kies een dag na vandaag" in (
        signed_in(given.owner).post(reverse("audits:own_new"), {"scope": "x", "auditor": "x", "planned_on": day(0)})
    ).content.decode()  # fmt: skip
    row = planned(given)
    clock = Obligation.objects.get(subject_kind="ownaudit", subject_id=row.pk)
    assert (clock.last_day, clock.owner) == (timezone.localdate() + 30 * DAY, given.owner)
    act(given, row, "move", planned_on=day(40), reason="auditor ziek")
    clock.refresh_from_db()
    assert clock.ended_reason == "auditor ziek"
    clock = Obligation.objects.get(subject_id=row.pk, ended_at=None)
    assert clock.last_day == timezone.localdate() + 40 * DAY
    assert "moet nog komen" in reported(given, row, held_on=day(1))
    reported(given, row)
    clock.refresh_from_db()
    assert (clock.state, row.state) == ("met", "reported")
    again = OwnAudit.objects.get(follows=row)
    assert (again.scope, again.planned_on) == (row.scope, timezone.localdate() + 360 * DAY)
    assert Obligation.objects.filter(subject_id=again.pk, ended_at=None).exists()
    taken = signed_in(given.owner).get(reverse("audits:own_report", args=(row.pk,)))
    assert (taken.content, taken.headers["Content-Type"]) == (REPORT, "application/octet-stream")
    act(given, again, "cancel", reason="vervangen door certificering")
    assert not Obligation.objects.filter(subject_id=again.pk, ended_at=None).exists()
    assert trail(row) == ["own_audit.planned", "own_audit.moved", "own_audit.reported"]
    assert trail(again) == ["own_audit.planned", "own_audit.cancelled"]


def test_what_it_found_has_a_measure_an_owner_and_a_clock_and_it_closes_once_all_is_mended() -> None:
    given = world()
    row = planned(given)
    finding = {"text": "Herstel niet getest.", "measure": "Elk kwartaal herstellen", "owner": given.owner.pk,
               "due_on": day(20), "agreed_by": "directie"}  # fmt: skip
    assert "die wordt gehouden" in act(given, row, "find", **finding)
    reported(given, row)
    act(given, row, "find", **finding)
    found = Finding.objects.get(own=row)
    clock = Obligation.objects.get(subject_id=found.pk)
    assert (clock.last_day, clock.owner, found.audit) == (timezone.localdate() + 20 * DAY, given.owner, None)
    assert "nog maatregelen open" in act(given, row, "close")
    assert row.state == "reported"
    leads = signed_in(given.owner).get(reverse("events:detail", args=(found.pk,)))
    assert leads.headers["Location"] == reverse("audits:own_detail", args=(row.pk,))
    act(given, row, "mend", finding=found.pk, result="hersteld en getest")
    act(given, row, "close")
    clock.refresh_from_db()
    assert (clock.state, row.state) == ("met", "closed")
    assert trail(row)[2:] == ["audit.found", "audit.mended", "own_audit.closed"]


def test_what_was_reported_is_offered_instead_of_a_customers_audit_and_that_can_be_let_go() -> None:
    given = world({**YEARLY, "audit.existing_reports_first": True})
    row = planned(given)
    reported(given, row)
    old = planned(given)
    reported(given, old, valid_until=day(-1), next_on="")
    wanted = asked(given)
    shown = signed_in(given.owner).get(reverse("audits:detail", args=(wanted.pk,))).content.decode()
    assert "bevindingen: 0, waarvan 0 nog niet verholpen" in shown
    assert old.reference not in shown
    assert "Bestaande rapporten gaan voor" in do(given, wanted, "accept", **TO)
    do(given, wanted, "offer", chosen=[str(old.pk)], **TO)
    assert not OutboxMessage.objects.exists()
    do(given, wanted, "offer", chosen=[str(row.pk)], **TO)
    message = OutboxMessage.objects.get(subject_id=wanted.pk)
    assert message.notice["kind"] == "audit_offer"
    assert "Beheer en back-up, NEN 7510" in message.page_html
    assert "artikel 5.1" in message.page_html
    assert [each["id"] for each in wanted.offered] == [str(row.pk)]
    shown = do(given, wanted, "withdraw", reason="het verslag volstaat")
    assert wanted.state == "withdrawn"
    assert "In plaats daarvan aangeboden" in shown
    assert not Obligation.objects.filter(subject_id=wanted.pk, ended_at=None).exists()
    assert kept(wanted, "audit.reports_offered")
    assert kept(wanted, "audit.withdrawn")


def test_its_report_goes_into_the_evidence_room() -> None:
    given = world(YEARLY)
    row, bare = planned(given), planned(given)
    reported(given, row)
    reported(given, bare, file="", next_on="")
    wanted = asked(given)
    do(given, wanted, "room-report", own=str(bare.pk))
    assert not RoomDocument.objects.exists()
    do(given, wanted, "room-report", own=str(row.pk))
    document = RoomDocument.objects.get(audit=wanted)
    assert (bytes(document.bytes.data), document.sha256) == (REPORT, row.report_sha256)
    assert kept(wanted, "audit.room_filled")


def test_nothing_of_it_is_at_hand_for_an_audit_of_a_supplier_or_of_another_organisation() -> None:
    given = world({"audit.right": True})
    reported(given, planned(given))
    other = signed_in(given.outsider)
    assert other.get(reverse("audits:own_detail", args=(OwnAudit.objects.earliest("number").pk,))).status_code == 404
    assert "Beheer en back-up" not in other.get(reverse("audits:own")).content.decode()
    type(given.agreement).objects.filter(pk=given.agreement.pk).update(direction="controller")
    wanted = asked(given)
    shown = signed_in(given.owner).get(reverse("audits:detail", args=(wanted.pk,))).content.decode()
    assert "Beheer en back-up" not in shown


def test_the_list_is_narrowed_and_costs_the_same_queries_at_any_size(django_assert_num_queries: Any) -> None:
    given = world()
    reported(given, planned(given))
    client, place = signed_in(given.owner), reverse("audits:own")
    client.get(place)
    with CaptureQueriesContext(connection) as counted:
        client.get(place)
    cost = len(counted)
    for ahead in (10, 20, 30):
        planned(given, ahead)
    with django_assert_num_queries(cost):
        client.get(place)
    found = client.get(place, {"state": "reported", "q": "linde nen"}).context["page"].object_list
    assert [each.state for each in found] == ["reported"]
    assert list(client.get(place, {"q": "nergens"}).context["page"].object_list) == []


def test_an_audit_after_everything_ended_is_too_late_and_says_the_day_and_the_way_on() -> None:
    given = ending_world(audit__right=True)
    row = asked(given)
    ending = noticed(given, timezone.localdate() - 30 * DAY)
    chosen(given, ending, "delete")
    assert "nog iets wordt verwerkt" not in _shown(given, row)
    deleted(given, ending)
    ending_act(given, ending, "certify", right="decide", signed_by="M. Berg, functionaris")
    assert "Zolang op grond van de overeenkomst nog iets wordt verwerkt" in _shown(given, row)
    refused = do(given, row, "accept", **TO)
    assert "de gegevens waren weg" in refused
    assert "artikel 5.1" in refused
    assert row.state == "asked"
    do(given, row, "refuse", **TO)
    message = OutboxMessage.objects.get(subject_id=row.pk, kind="audit_answer")
    assert "verwerken wij op grond van de overeenkomst niets meer" in message.page_html
    assert row.checks[-1]["latest"] == timezone.localdate().isoformat()
    assert kept(row, "audit.refused")


def test_an_agreement_that_ended_by_its_stages_counts_as_ended_from_that_day() -> None:
    given = world({"audit.right": True})
    row = asked(given)
    Step.objects.create(organisation=given.organisation, agreement=given.agreement, stage="ended",
                        on=timezone.localdate() + 40 * DAY, at=timezone.now(), by=given.owner)  # fmt: skip
    do(given, row, "accept", **TO)
    assert row.state == "planned"  # before that day
    Step.objects.create(organisation=given.organisation, agreement=given.agreement, stage="ended",
                        on=timezone.localdate() - DAY, at=timezone.now(), by=given.owner)  # fmt: skip
    late = asked(given)
    assert "de gegevens waren weg" in do(given, late, "accept", **TO)


def _shown(given: World, row: Audit) -> str:
    content: str = signed_in(given.owner).get(reverse("audits:detail", args=(row.pk,))).content.decode()
    return content
