"""Provisions on audits, carried out through the pages, with the record they leave."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from art28.web.audit.models import Act
from art28.web.audits.models import Audit, Finding, Item
from art28.web.clocks.models import Obligation
from art28.web.costs.models import CostLine
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, signed_in, world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TO = {"recipient": "fg@zorg.example"}
YEARLY = {
    "audit.right": True,
    "audit.max_frequency": "P1Y",
    "audit.notice": "P2W",
    "audit.auditor": "independent_third_party",
}


def local(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def asked(given: World, **changes: Any) -> Audit:
    data = {
        "asked_by": "J. Okkerse",
        "asked_at": local(timezone.now() - timedelta(hours=1)),
        "planned_at": local(timezone.now() + 30 * DAY),
        "auditor": "Toetsing De Linde",
        "third_party": "on",
        **changes,
    }
    place = f"{reverse('audits:new')}?agreement={given.agreement.pk}"
    answer = signed_in(given.owner).post(place, {key: value for key, value in data.items() if value})
    assert answer.status_code == 302, answer.content.decode()
    row = Audit.objects.latest("recorded_at")
    assert kept(row, "audit.asked")
    return row


def do(given: World, row: Audit, act: str, /, **data: Any) -> str:
    answer = signed_in(given.owner).post(reverse("audits:act", args=(row.pk, act)), data, follow=True)
    row.refresh_from_db()
    content: str = answer.content.decode()
    return content


def kept(row: Audit, kind: str) -> bool:
    return Act.objects.filter(kind=kind, subject_id=row.pk).exists()


def held(given: World, at: datetime) -> Audit:
    """An audit that was held before."""
    row = asked(given)
    Audit.objects.filter(pk=row.pk).update(started_at=at, state="closed")
    return row


def running(given: World, **changes: Any) -> Audit:
    row = asked(given, **changes)
    do(given, row, "accept", **TO)
    do(given, row, "bind", statement="verklaring van 3 november, dossier 17", at=local(timezone.now()))
    do(given, row, "begin", at=local(timezone.now()))
    assert row.state == "running"
    return row


@pytest.mark.provision("S1:7.2[1]")
def test_an_audit_needs_a_year_since_the_last_two_weeks_notice_and_a_named_independent_expert() -> None:
    given = world(YEARLY)
    soon = asked(given, planned_at=local(timezone.now() + 5 * DAY))
    page = do(given, soon, "accept", **TO)
    assert "niet lang genoeg tevoren aangekondigd" in page
    assert "artikel 5.1" in page
    assert soon.state == "asked"
    rival = asked(given, competitor="on")
    assert "een concurrent is dat niet" in do(given, rival, "accept", **TO)
    nameless = asked(given, auditor="")
    assert "een derde als auditor" in do(given, nameless, "accept", **TO)
    held(given, timezone.now() - 200 * DAY)
    again = asked(given)
    assert "eerder na de vorige dan is overeengekomen" in do(given, again, "accept", **TO)
    do(given, again, "refuse", **TO)
    message = OutboxMessage.objects.get(subject_id=again.pk)
    assert again.state == "refused"
    assert "niet voldaan (artikel 5.1)" in message.page_html
    assert "op zijn vroegst" in message.page_html
    assert kept(again, "audit.refused")


@pytest.mark.provision("S4:6.3")
def test_once_a_calendar_year_frees_the_next_year_and_not_this_one() -> None:
    given = world({**YEARLY, "audit.frequency_basis": "calendar_year"})
    year = timezone.localdate().year
    held(given, datetime(year, 1, 20, 9, tzinfo=UTC))
    this = asked(given, planned_at=f"{year}-12-31T10:00")
    assert "eerder na de vorige dan is overeengekomen" in do(given, this, "accept", **TO)
    after = asked(given, planned_at=f"{year + 1}-01-20T10:00")
    do(given, after, "accept", **TO)
    assert after.state == "planned"
    assert kept(after, "audit.accepted")


@pytest.mark.provision("S3:10.1", "S3:10.2[1]")
def test_without_a_shown_suspicion_an_audit_is_refused_where_the_agreement_wants_one() -> None:
    given = world({**YEARLY, "audit.trigger": "suspicion_only"})
    row = asked(given)
    assert "concreet vermoeden" in do(given, row, "accept", **TO)
    shown = asked(given, suspicion="een medewerker verkocht adressen")
    do(given, shown, "accept", **TO)
    assert (row.state, shown.state) == ("asked", "planned")
    assert kept(shown, "audit.accepted")


@pytest.mark.provision("S5:11.1", "S5:11.2")
def test_a_suspicion_opens_an_audit_beside_the_yearly_one() -> None:
    given = world({**YEARLY, "audit.trigger": "both"})
    held(given, timezone.now() - 30 * DAY)
    periodic, suspicious = asked(given), asked(given, suspicion="misbruik van gegevens gezien")
    do(given, periodic, "accept", **TO)
    do(given, suspicious, "accept", **TO)
    assert (periodic.state, suspicious.state) == ("asked", "planned")
    assert kept(suspicious, "audit.accepted")


@pytest.mark.provision("S3:10.2[2]", "S3:10.2[3]")
def test_existing_reports_come_first_and_what_stands_in_the_way_can_be_mended() -> None:
    given = world({**YEARLY, "audit.existing_reports_first": True})
    row = asked(given, planned_at=local(timezone.now() + 3 * DAY))
    mended = {"planned_at": local(timezone.now() + 20 * DAY), "auditor": "Toetsing De Linde", "third_party": "on"}
    do(given, row, "change", **mended)
    assert "Bestaande rapporten gaan voor" in do(given, row, "accept", **TO)
    mended["reports_assessed"] = "het rapport gaat niet over back-ups"
    do(given, row, "change", **{**mended, "planned_at": local(timezone.now() + 13 * DAY)})
    page = do(given, row, "accept", **TO)
    assert "niet lang genoeg tevoren aangekondigd" in page
    first = row.asked_at.astimezone(ZoneInfo("Europe/Amsterdam")).date() + 14 * DAY
    assert date_format(first, "j F Y") in page
    assert row.state == "asked"
    do(given, row, "change", **mended)
    do(given, row, "accept", **TO)
    assert row.state == "planned"
    assert kept(row, "audit.changed")


def test_certificates_and_reports_that_are_valid_stand_beside_what_is_asked() -> None:
    given = world({**YEARLY, "audit.existing_reports_first": True})
    client, today = signed_in(given.owner), timezone.localdate()
    for standard, until in (("Rapport eigen audit 2026", today + 200 * DAY), ("NEN 7510", today - 2 * DAY)):
        about = {"holder": "Dijkvaart", "issuer": "Toetsing De Linde", "kept_at": "kluis 3"}
        days = {"issued_on": (today - 100 * DAY).isoformat(), "expires_on": until.isoformat()}
        answer = client.post(reverse("measures:keep_certificate"), {"standard": standard, **about, **days})
        assert answer.status_code == 302
    page = client.get(reverse("audits:detail", args=(asked(given).pk,))).content.decode()
    assert "Rapport eigen audit 2026" in page
    assert "NEN 7510" not in page
    reports = Obligation.objects.filter(subject_kind="certificate", subject_label__contains="Rapport eigen audit")
    assert reports.get().ended_at is None


@pytest.mark.provision("S1:7.3[1]", "S4:6.1")
def test_systems_not_used_for_the_processing_stay_out() -> None:
    given = world(YEARLY)
    row = asked(given, systems="crm\nsalaris", foreign_systems="salaris")
    assert "niet voor deze verwerking worden gebruikt" in do(given, row, "accept", **TO)
    change = {"planned_at": local(row.planned_at), "auditor": row.auditor, "third_party": "on", "systems": "crm"}
    do(given, row, "change", **change)
    do(given, row, "accept", **TO)
    assert (row.state, row.systems) == ("planned", ["crm"])


@pytest.mark.provision("S1:7.3[2]", "S4:6.2")
def test_no_access_is_given_before_the_auditor_is_bound_and_what_was_learnt_is_erased() -> None:
    given = world(YEARLY)
    row = asked(given)
    do(given, row, "accept", **TO)
    now = local(timezone.now())
    assert "geheimhoudingsverklaring" in do(given, row, "begin", at=now)
    do(given, row, "item", kind="database", name="Klantdatabase", at=now)
    item = Item.objects.get()
    do(given, row, "settle", item=item.pk, outcome="granted", what="leesrechten")
    item.refresh_from_db()
    assert item.state == "asked"
    do(given, row, "bind", statement="verklaring van 3 november", at=now)
    do(given, row, "begin", at=now)
    do(given, row, "report", compliant="yes", outcome="in orde", at=now)
    do(given, row, "erased", at=now)
    assert row.information_erased_at is not None
    assert kept(row, "audit.auditor_bound")
    assert kept(row, "audit.information_erased")


@pytest.mark.provision("S1:7.2[3]", "S2:4.3[1]", "S5:11.3")
def test_access_and_information_are_a_checklist_each_granted_or_refused_with_its_date() -> None:
    given = world({"audit.right": True})
    row = running(given)
    now = local(timezone.now())
    for kind, outcome in (("premises", "granted"), ("database", "granted"), ("people", "granted"), ("logs", "refused")):
        do(given, row, "item", kind=kind, name=f"iets van {kind}", at=now)
        do(given, row, "settle", item=Item.objects.get(kind=kind).pk, outcome=outcome, what="gezien op dinsdag")
    assert dict(Item.objects.values_list("kind", "state")) == {
        "premises": "granted", "database": "granted", "people": "granted", "logs": "refused"
    }  # fmt: skip
    assert not Item.objects.filter(at=None).exists()
    assert Act.objects.filter(kind="audit.item_settled", subject_id=row.pk).count() == 4


@pytest.mark.provision("S3:10.3")
def test_each_request_for_information_has_two_weeks_of_its_own() -> None:
    given = world({"audit.right": True, "audit.evidence_deadline": "P2W"})
    row = running(given)
    asked_at = timezone.now() - DAY
    do(given, row, "item", kind="logs", name="Logboeken van oktober", at=local(asked_at))
    do(given, row, "item", kind="document", name="Beleid", at=local(timezone.now()))
    logs, policy = (Item.objects.get(kind=kind) for kind in ("logs", "document"))
    clock = Obligation.objects.get(subject_id=logs.pk)
    assert clock.last_day == timezone.localtime(asked_at).date() + 14 * DAY
    do(given, row, "settle", item=logs.pk, outcome="granted", what="overhandigd")
    clock.refresh_from_db()
    assert (clock.state, Obligation.objects.get(subject_id=policy.pk).state) == ("met", "open")


@pytest.mark.provision("S4:6.4")
def test_a_finding_has_a_measure_an_owner_and_a_clock_until_it_is_mended() -> None:
    given = world({"audit.right": True})
    row = running(given)
    finding = {
        "text": "Geen tweede factor.",
        "measure": "Invoeren",
        "owner": given.owner.pk,
        "agreed_by": "beide partijen",
    }
    do(given, row, "find", **finding, due_on=f"{timezone.localdate() + 30 * DAY}")
    found = Finding.objects.get()
    clock = Obligation.objects.get(subject_id=found.pk)
    assert (clock.owner, clock.last_day) == (given.owner, found.due_on)
    do(given, row, "report", compliant="no", outcome="één tekortkoming", at=local(timezone.now()))
    assert "Er staan nog maatregelen open" in do(given, row, "close")
    do(given, row, "mend", finding=found.pk, result="ingevoerd")
    clock.refresh_from_db()
    do(given, row, "close")
    assert (clock.state, row.state) == ("met", "closed")
    assert kept(row, "audit.mended")


@pytest.mark.provision("S3:10.4", "S5:11.4")
def test_findings_are_assessed_jointly_and_each_is_carried_out_or_said_not_to_be() -> None:
    given = world({"audit.right": True})
    row = running(given)
    finding = {"text": "Geen logboek.", "measure": "Logboek inrichten", "owner": given.owner.pk,
               "due_on": f"{timezone.localdate() + 30 * DAY}"}  # fmt: skip
    do(given, row, "find", **finding)
    assert not Finding.objects.exists()  # nobody says that both sides agreed
    for agreed_by in ("J. Okkerse en M. Berg", "P. Vos en M. Berg"):
        do(given, row, "find", **finding, agreed_by=agreed_by)
    done, left = Finding.objects.order_by("at")
    do(given, row, "mend", finding=done.pk, result="door beide partijen ingericht")
    do(given, row, "mend", finding=left.pk, result="niet uitgevoerd: samen besloten dat het risico klein is")
    assert set(Obligation.objects.filter(subject_id__in=(done.pk, left.pk)).values_list("state", flat=True)) == {"met"}
    shown = signed_in(given.owner).get(reverse("audits:detail", args=(row.pk,))).content.decode()
    assert "J. Okkerse en M. Berg" in shown
    assert "samen besloten" in shown
    assert kept(row, "audit.found")


@pytest.mark.provision("S1:7.3[3]", "S4:6.5")
def test_what_breaks_the_law_in_an_audit_is_warned_of_at_once_and_an_audit_can_be_refused_for_it() -> None:
    given = world({"audit.right": True})
    row = running(given)
    do(given, row, "warn", reasons="de auditor vraagt gegevens van andere klanten", **TO)
    assert row.warned_at is not None
    letters = OutboxMessage.objects.filter(subject_id=row.pk, kind="audit_warning")
    assert "gegevens van andere klanten" in letters.get().page_html
    assert kept(row, "audit.warned")
    other = asked(given)
    assert "om welke andere reden" in do(given, other, "refuse", **TO)
    do(given, other, "refuse", reason="strijdig met art. 32 AVG", **TO)
    assert other.state == "refused"


@pytest.mark.provision("S1:7.2[2]", "S2:4.3[2]", "S3:10.5")
def test_the_costs_of_an_audit_are_the_controllers_where_the_clause_says_so() -> None:
    given = world({"audit.right": True, "audit.costs": "controller"})
    row = running(given)
    do(given, row, "cost", agreement=given.agreement.pk, what="Begeleiding", on="2026-11-20", minutes="240")
    line = CostLine.objects.get()
    assert (line.bearer, line.ground, line.provision) == ("controller", "agreement", "5.1")
    assert Act.objects.filter(kind="cost.kept", subject_id=line.pk).exists()


def test_clocks_and_costs_stand_on_one_page() -> None:
    given = world({"audit.right": True, "audit.costs": "controller"})
    row = running(given)
    do(given, row, "item", kind="database", name="Klantdatabase", at=local(timezone.now()))
    do(given, row, "cost", agreement=given.agreement.pk, what="Begeleiding", on="2026-11-20", minutes="240")
    page = signed_in(given.owner).get(reverse("audits:detail", args=(row.pk,))).content.decode()
    assert "Begeleiding" in page
    assert page.count('id="clock-') == Obligation.objects.filter(subject_kind="audit", ended_at=None).count()


@pytest.mark.provision("S5:11.5")
@pytest.mark.parametrize(("compliant", "bearer"), [("yes", "controller"), ("no", "processor")])
def test_who_pays_follows_from_the_outcome(compliant: str, bearer: str) -> None:
    given = world({"audit.right": True, "audit.costs": "processor_if_noncompliant"})
    row = running(given)
    do(given, row, "cost", agreement=given.agreement.pk, what="Begeleiding", on="2026-11-20", minutes="240")
    assert CostLine.objects.get().bearer == "open"
    do(given, row, "report", compliant=compliant, outcome="zie verslag", at=local(timezone.now()))
    assert CostLine.objects.get().bearer == bearer
    assert Act.objects.filter(kind="cost.settled").count() == 1
