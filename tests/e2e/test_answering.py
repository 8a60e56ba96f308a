"""Workflows of whoever answers for an agreement, each once in a browser: the way it goes, and its main refusal."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.obligations.retaining import Basis, Rule
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.claims.cases import Policy
from art28.web.clocks.models import Obligation
from art28.web.costs.models import Statement
from art28.web.endings import planning, pump
from art28.web.endings.models import Item
from art28.web.instructions.models import Assistance, Declaration
from art28.web.notices.models import OutboxMessage
from art28.web.processing.models import OwnActivity
from art28.web.purposes.models import OwnPurpose, Use
from art28.web.reports import making
from art28.web.reports.models import Dossier
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.people import Tenant


def opened(page: Page, summary: str) -> Any:
    """The form of an act, laid open."""
    page.locator("details.act summary", has_text=summary).first.click()
    return page.locator("details.act[open]").last


def pressed(form: Any, button: str = "Vastleggen") -> None:
    form.get_by_role("button", name=button).click()


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def moment(ahead: int) -> str:
    return f"{day(ahead)}T10:00"


def recorded(kind: str, subject: Any) -> dict[str, Any]:
    """What the trail holds of that act."""
    content: dict[str, Any] = json.loads(Act.objects.get(kind=kind, subject_id=subject.pk).content.content or "")
    return content


def test_an_own_purpose_is_used_only_once_a_person_decided_on_it_on_a_basis_of_our_own(
    visit: Visit, ours: Tenant
) -> None:
    agreement(ours.organisation, {"processing.own_purposes": True})
    page = visit().signed_in(ours.members[Role.OWNER].user).go("purposes:new")
    page.locator("a.choose-link").first.click()
    page.get_by_label("Waarvoor precies?").fill("Tevredenheid over de dienst")
    page.get_by_label("Welke gegevens?").fill("E-mailadressen")
    page.locator("main form button.primary").click()
    form = opened(page, "Gebruik vastleggen")
    form.get_by_label("Wat is gebruikt, en hoe?").fill("enquête aan beheerders")
    pressed(form)
    expect(page.locator("body")).to_contain_text("Eerst beslist een persoon over dit doel")
    page.reload()
    form = opened(page, "Erover beslissen")
    form.get_by_label("Ja: wij zijn er zelf verwerkingsverantwoordelijke voor").check()
    form.get_by_label("Waarom?").fill("artikel 5.1 gaat voor")
    pressed(form)
    expect(page.locator("body")).to_contain_text(
        "Als verwerkingsverantwoordelijke hebben wij een eigen grondslag nodig"
    )
    assert OwnPurpose.objects.get().state == "waiting"
    form = page.locator("details.act[open]")
    form.get_by_label("Zo ja, op welke grondslag (art. 6, lid 1)?").select_option("f")
    form.get_by_label("Hoe vernemen betrokkenen het (art. 14)?").fill("in onze privacyverklaring")
    pressed(form)
    form = opened(page, "Gebruik vastleggen")
    form.get_by_label("Wat is gebruikt, en hoe?").fill("enquête aan beheerders")
    pressed(form)
    expect(page.locator("#uses ~ .table-frame")).to_contain_text("Door wie")
    row = OwnPurpose.objects.get()
    assert (Use.objects.count(), OwnActivity.objects.get()) == (1, row.activity)
    assert recorded("own_purpose.decided", row)["reason"] == "artikel 5.1 gaat voor"


def test_a_declaration_is_asked_for_by_letter_put_on_file_and_asked_again(visit: Visit, ours: Tenant) -> None:
    agreement(ours.organisation)
    page = visit().signed_in(ours.members[Role.OWNER].user).go("instructions:ask")
    page.locator("a.choose-link").first.click()
    page.get_by_label("Over welke verwerking?").fill("salarisverwerking")
    page.get_by_label("Aan welk adres?").fill("fg@zorg.example")
    page.get_by_role("button", name="Vragen").click()
    form = opened(page, "De verklaring in het dossier leggen")
    form.get_by_label("Wat is verklaard?").fill("De verwerking is rechtmatig.")
    form.get_by_label("Door wie, namens de verwerkingsverantwoordelijke?").fill("FG")
    form.get_by_label("Wanneer?").fill(moment(1))
    pressed(form)
    expect(page.locator("details.act[open]")).to_contain_text("ligt in de toekomst")
    assert Declaration.objects.get().given_at is None
    form = page.locator("details.act[open]")
    form.get_by_label("Wanneer?").fill(moment(-1))
    form.get_by_label("Tot wanneer geldt het?").fill(day(-1))
    pressed(form)
    expect(page.locator("main")).to_contain_text("verlopen")
    first = Declaration.objects.get()
    assert recorded("declaration.filed", first)["text"] == "De verwerking is rechtmatig."
    pressed(opened(page, "Opnieuw vragen"), "Verzenden")
    page.get_by_role("link", name="Opnieuw gevraagd").click()
    expect(page.locator("main")).to_contain_text("wordt verwacht")
    first.refresh_from_db()
    assert first.renewed is not None
    assert OutboxMessage.objects.filter(subject_id__in=(first.pk, first.renewed.pk)).count() == 2


def test_help_with_an_impact_assessment_ends_with_its_material_and_a_statement_of_its_costs(
    visit: Visit, ours: Tenant
) -> None:
    agreement(ours.organisation, {"assistance.costs": "controller"})
    visitor = visit().signed_in(ours.members[Role.OWNER].user)
    page = visitor.go("instructions:open")
    page.locator("a.choose-link").first.click()
    page.get_by_label("Wat wordt gevraagd?").fill("Welke maatregelen gelden er?")
    page.get_by_label("Wie doet het verzoek?").fill("FG")
    page.get_by_role("button", name="Vastleggen").click()
    form = opened(page, "Iets verstrekken, of aangeven waarom niet")
    form.get_by_label("Wat?").fill("Verslag van de penetratietest")
    form.get_by_label("Niet verstrekt? Waarom niet?").fill("het laat andere klanten zien")
    pressed(form)
    expect(page.locator("ul.items")).to_contain_text("het laat andere klanten zien")
    form = opened(page, "Tijd of kosten noteren")
    form.get_by_label("Waarvoor?").fill("Maatregelen beschreven")
    form.get_by_label("Minuten").fill("90")
    form.get_by_label("Uurtarief, in euro's").fill("80")
    form.get_by_label("Wie draagt het?").select_option("processor")
    pressed(form, "Noteren")
    expect(page.locator("body")).to_contain_text("Geef aan waarom een ander betaalt dan is afgesproken")
    form = page.locator("details.act[open]")
    form.get_by_label("Wie draagt het?").select_option("")
    pressed(form, "Noteren")
    expect(page.locator("#costs ~ .table-frame")).to_contain_text("Verwerkingsverantwoordelijke")
    page.get_by_role("button", name="In rekening brengen bij Stichting Zorg").click()
    row = Assistance.objects.get()
    with page.expect_download() as download:
        page.locator("#costs ~ .table-frame a[download]").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    made = Statement.objects.get(case_id=row.pk)
    assert (made.cents, made.addressee) == (12_000, "Stichting Zorg")
    assert recorded("cost.charged", made)["cents"] == 12_000
    form = opened(page, "De bijstand is verleend")
    form.get_by_label("Wat kwam eruit?").fill("beschreven en besproken")
    pressed(form)
    expect(page.locator(".note.done")).to_contain_text("beschreven en besproken")
    assert not Obligation.objects.filter(subject_id=row.pk, ended_at=None).exists()


def test_insurance_that_has_expired_is_no_proof_and_one_that_runs_has_a_clock(visit: Visit, ours: Tenant) -> None:
    under = agreement(ours.organisation)
    page = visit().signed_in(ours.members[Role.OWNER].user).go("claims:liability", under.pk)
    form = opened(page, "Bewijs van verzekering vastleggen")
    form.get_by_label("Welke verzekeraar?").fill("Verzekeringen De Dijk")
    form.get_by_label("Wat is gedekt?").fill("Beroepsaansprakelijkheid")
    form.get_by_label("Waar ligt het bewijs?").fill("dossier 12")
    form.get_by_label("Tot wanneer?").fill(day(-1))
    pressed(form)
    expect(page.locator("body")).to_contain_text("Deze verzekering is verlopen: vraag bewijs van een die loopt")
    assert not Policy.objects.exists()
    form = page.locator("details.act[open]")
    form.get_by_label("Tot wanneer?").fill(day(40))
    pressed(form)
    expect(page.locator("#insured ~ ul.batch")).to_contain_text("Verzekeringen De Dijk")
    policy = Policy.objects.get()
    assert Obligation.objects.get(subject_id=policy.pk).action == "renew_insurance"
    form = opened(page, "Inzage vragen in de verzekering van de andere partij")
    form.get_by_label("Aan welk adres?").fill("jurist@zorg.example")
    pressed(form, "Verzenden")
    expect(page.locator("#insured ~ article.part")).to_contain_text("Wij vroegen de verzekering van de andere partij")
    assert recorded("policy.kept", policy)["expires_on"] == day(40)


def test_a_deletion_run_waits_for_the_legal_hold_and_ends_the_clocks_with_its_proof(visit: Visit, ours: Tenant) -> None:
    under, now = agreement(ours.organisation), timezone.now()
    for name in ("Gespreksgegevens", "Logboeken"):
        planning.set_retention(
            under, name=name, service="Telefonie", rule=Rule(Basis.ROLLING, "P6M"), said="", provision="5.1",
            since=now - timedelta(days=190), on_order=False, actor=ours.actor(Role.OWNER), now=now,
        )  # fmt: skip
    pump.begin_clocks(now=now, limit=10)
    visitor = visit().signed_in(ours.members[Role.OWNER].user)
    page = visitor.go("endings:retention", query=f"agreement={under.pk}")

    def run() -> None:
        for name in ("Gespreksgegevens", "Logboeken"):
            page.get_by_label(name, exact=True).check()
        section = page.locator("section.run")
        section.get_by_label("Wanneer").fill(moment(-1))
        section.get_by_label("Hoe", exact=True).fill("gewist volgens logboek 118")
        pressed(section, "Vastleggen als gewist")

    page.get_by_text("Wisverbod instellen").click()
    held = page.locator("form", has=page.get_by_role("button", name="Elke wissing tegenhouden"))
    held.get_by_label("Reden").fill("Beslag door de rechtbank")
    pressed(held, "Elke wissing tegenhouden")
    run()
    expect(page.locator("body")).to_contain_text("Een wisverbod houdt de wissing tegen: ‘Beslag door de rechtbank’")
    assert not Act.objects.filter(kind="retention.deleted").exists()
    page.locator(".note").get_by_text("Wisverbod opheffen").first.click()
    page.locator(".note").get_by_label("Reden").fill("Beslag opgeheven")
    pressed(page.locator(".note"), "Wisverbod opheffen")
    run()
    expect(page.locator("body")).to_contain_text("2 wissingen")
    assert {each.state for each in Obligation.objects.filter(subject_kind="retention")} == {"late"}
    item = Item.objects.get(name="Logboeken")
    assert recorded("retention.deleted", item)["method"] == "gewist volgens logboek 118"
    assert item.due_at is not None
    assert item.due_at > now


def test_a_pack_for_somebody_else_takes_a_ground_and_proves_itself(visit: Visit, ours: Tenant) -> None:
    agreement(ours.organisation)
    visitor = visit().signed_in(ours.members[Role.OWNER].user)
    page = visitor.go("reports:dossiers", query="q=zorg")
    page.locator("main table a").first.click()
    page.get_by_label("Iemand anders").check()
    page.get_by_label("Aan wie?").fill("Toezichthouder")
    page.get_by_label("Wie is dat?").select_option("authority")
    page.get_by_role("button", name="Laten maken").click()
    expect(page.locator("main")).to_contain_text("Zonder grondslag wordt niets verstrekt")
    assert not Dossier.objects.exists()
    page.get_by_label("Op welke grondslag?").select_option("legal_duty")
    page.get_by_label("Welke bepaling of wet?").fill("artikel 58, lid 1, AVG")
    page.get_by_label("Wanneer is de andere partij ingelicht?").fill(day(0))
    page.get_by_role("button", name="Laten maken").click()
    expect(page.locator("progress")).to_be_visible()
    making.make_due(now=timezone.now(), limit=1)
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Downloaden").click()
    pack, row = Path(download.value.path()), Dossier.objects.get()
    assert hashlib.sha256(pack.read_bytes()).hexdigest() == row.sha256
    assert "verify.py" in {Path(name).name for name in ZipFile(pack).namelist()}
    assert Act.objects.filter(kind__startswith="dossier.", subject_id=row.pk).count() >= 2
