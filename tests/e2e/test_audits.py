"""Audits in a browser: one asked for too soon, mended, planned and its auditor bound; one of our own, offered instead."""

import os
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.audits.models import Audit, Finding, OwnAudit
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.people import Tenant


def opened(page: Page, summary: str) -> None:
    page.locator("details.act summary", has_text=summary).click()


def test_an_audit_too_soon_says_the_first_day_and_is_held_once_mended(visit: Visit, ours: Tenant) -> None:
    agreement(
        ours.organisation, {"audit.right": True, "audit.notice": "P2W", "audit.auditor": "independent_third_party"}
    )
    page = visit().signed_in(ours.members[Role.OWNER].user).go("audits:new")
    page.locator("a.choose-link").first.click()
    page.get_by_label("Wie vraagt erom?").fill("J. Okkerse")
    page.get_by_label("Wie voert de audit uit?").fill("Toetsing De Linde")
    page.locator("#id_planned_at").fill(f"{timezone.localdate() + timedelta(days=3)}T10:00")
    page.get_by_role("button", name="Vastleggen, en zien of hij mag worden gehouden").click()
    expect(page.locator(".verdict-line.late")).to_contain_text("Tijdig aangekondigd")
    opened(page, "Plannen en antwoorden")
    page.locator("details[open]").get_by_label("Aan welk adres?").fill("fg@zorg.example")
    page.locator("details[open] button", has_text="Verzenden").click()
    expect(page.locator("body")).to_contain_text("niet lang genoeg tevoren aangekondigd")
    opened(page, "Verhelpen wat in de weg staat")
    page.locator("details[open]").get_by_label("Wanneer vindt hij plaats?").fill(
        f"{timezone.localdate() + timedelta(days=20)}T10:00"
    )
    page.locator("details[open] button", has_text="Vastleggen").click()
    expect(page.locator(".verdict-line.late")).to_have_count(0)
    opened(page, "Plannen en antwoorden")
    page.locator("details[open]").get_by_label("Aan welk adres?").fill("fg@zorg.example")
    page.locator("details[open] button", has_text="Verzenden").click()
    opened(page, "De auditor tekende voor geheimhouding")
    page.locator("details[open]").get_by_label("Welke geheimhoudingsverklaring").fill("verklaring, dossier 17")
    page.locator("details[open] button", has_text="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("tot geheimhouding verbonden")
    assert Audit.objects.get().state == "planned"


def _looked_at(page: Page, name: str) -> None:
    if folder := os.environ.get("SEE"):
        page.screenshot(path=str(Path(folder, f"{name}.png")), full_page=True)


def _day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def test_an_audit_of_our_own_is_held_mended_and_offered_instead_of_a_customers(visit: Visit, ours: Tenant) -> None:
    made = agreement(ours.organisation, {"audit.right": True, "audit.existing_reports_first": True})
    visitor = visit().signed_in(ours.members[Role.OWNER].user)
    page = visitor.go("audits:own_new")
    page.get_by_label("Wat wordt geaudit?").fill("Beheer en back-up")
    page.get_by_label("Waaraan getoetst?").fill("NEN 7510")
    page.get_by_label("Wie voert de audit uit?").fill("Toetsing De Linde")
    page.get_by_label("Op welke dag?").fill(_day(0))
    page.get_by_role("button", name="Plannen").click()
    expect(page.locator("main")).to_contain_text("Kies een dag na vandaag")
    page.get_by_label("Op welke dag?").fill(_day(20))
    page.get_by_role("button", name="Plannen").click()
    opened(page, "Vastleggen wat hij opleverde")
    form = page.locator("details[open]")
    form.get_by_label("Wij voldoen niet op elk punt").check()
    form.get_by_label("In woorden").fill("Op één punt na in orde.")
    form.get_by_label("Het auditrapport").set_input_files(
        {"name": "verslag.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    form.get_by_label("Tot wanneer mag het aan klanten worden aangeboden?").fill(_day(365))
    form.get_by_label("Wanneer wordt hij opnieuw gehouden?").fill(_day(360))
    _looked_at(page, "own-1-report")
    form.get_by_role("button", name="Vastleggen").click()
    opened(page, "Een bevinding met haar maatregel vastleggen")
    form = page.locator("details[open]")
    form.get_by_label("Wat is bevonden?").fill("Herstel niet getest.")
    form.get_by_label("Welke maatregel?").fill("Elk kwartaal herstellen")
    form.get_by_label("Tot wanneer?").fill(_day(30))
    form.get_by_label("Wie stelde haar vast?").fill("directie")
    form.get_by_role("button", name="Vastleggen").click()
    opened(page, "De audit afsluiten")
    page.locator("details[open] button").click()
    expect(page.locator("body")).to_contain_text("nog maatregelen open")
    _looked_at(page, "own-2-finding")
    assert (Finding.objects.get().done_at, OwnAudit.objects.count()) == (None, 2)

    page = visitor.go("audits:new", query=f"agreement={made.pk}")
    page.get_by_label("Wie vraagt erom?").fill("J. Okkerse")
    page.locator("#id_planned_at").fill(f"{_day(40)}T10:00")
    page.get_by_role("button", name="Vastleggen, en zien of hij mag worden gehouden").click()
    expect(page.locator("main")).to_contain_text("waarvan 1 nog niet verholpen")
    opened(page, "Aanbieden wat er al is")
    page.locator("details[open]").get_by_label("Aan welk adres?").fill("fg@zorg.example")
    _looked_at(page, "own-3-offer")
    page.locator("details[open] button", has_text="Verzenden").click()
    expect(page.get_by_role("heading", name="In plaats daarvan aangeboden")).to_be_visible()
    opened(page, "Er wordt niet langer om gevraagd")
    page.locator("details[open]").get_by_label("Waarom?").fill("het verslag volstaat")
    page.locator("details[open] button", has_text="Vastleggen").click()
    assert Audit.objects.get().state == "withdrawn"
    page.set_viewport_size({"width": 390, "height": 844})
    visitor.go("audits:own")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    _looked_at(page, "own-4-narrow")


def test_an_audit_of_a_processor_of_ours_is_announced_agreed_and_held(visit: Visit, ours: Tenant) -> None:
    agreement(
        ours.organisation,
        {"audit.right": True, "audit.notice": "P2W"},
        name="Logwerk B.V.",
        direction=Direction.CONTROLLER,
    )
    page = visit().signed_in(ours.members[Role.OWNER].user).go("audits:new")
    page.locator("a.choose-link").first.click()
    expect(page.get_by_role("heading", name="Audit van een verwerker van ons")).to_be_visible()
    page.locator("#id_planned_at").fill(f"{_day(40)}T10:00")
    page.get_by_label("Wie voert de audit uit?").fill("Toetsing De Linde")
    page.get_by_role("button", name="Vastleggen, en zien of hij mag worden gehouden").click()
    expect(page.locator(".verdict-line")).to_contain_text("Nog op tijd aan te kondigen")
    opened(page, "Per brief aankondigen")
    page.locator("details[open]").get_by_label("Aan welk adres?").fill("privacy@logwerk.example")
    page.locator("details[open] button", has_text="Verzenden").click()
    opened(page, "Zij stemmen in")
    page.locator("details[open] button", has_text="Vastleggen").click()
    opened(page, "Hij wordt gehouden")
    page.locator("details[open] button", has_text="Vastleggen").click()
    opened(page, "Wij vragen er iets in")
    form = page.locator("details[open]")
    form.get_by_label("Wat wordt gevraagd?").fill("Logboeken van oktober")
    form.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("Logboeken van oktober")
    _looked_at(page, "ours-held")
    assert Audit.objects.get().state == "running"
