"""An audit in a browser: asked for too soon and refused a plan, mended, planned, the auditor bound and the audit held."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.audits.models import Audit
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
