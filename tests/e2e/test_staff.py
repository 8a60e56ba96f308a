"""Staff in a browser: access refused without a statement and a certificate, given with them, gone with whoever leaves."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.people import roles
from art28.web.people.models import Grant, StaffMember
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.people import Tenant


def opened(page: Page, summary: str) -> None:
    page.locator("details.act summary", has_text=summary).click()


def keep(page: Page) -> None:
    page.locator("details[open] button", has_text="Vastleggen").click()


def ask(page: Page) -> None:
    page.get_by_role("link", name="Geef toegang").click()
    page.locator("a.choose-link").first.click()
    page.get_by_label("In welk systeem?").fill("Beheerportaal")
    page.get_by_label("Met welk account?").fill("saar")
    page.get_by_label("raadplegen").check()
    page.get_by_label("Waarom is dat nodig?").fill("Storingen verhelpen")
    page.get_by_role("button", name="Geef toegang").click()


def test_access_waits_for_what_binds_and_goes_with_whoever_leaves(visit: Visit, ours: Tenant) -> None:
    agreement(ours.organisation, {"confidentiality.staff_bound": True, "confidentiality.screening_interval": "P3Y"})
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    line = roles.Line(activity="Storingen", operations=("consult", "use"))
    roles.add(ours.organisation, roles.Profile(name="Servicedesk", lines=(line,)), by=by)
    page = visit().signed_in(ours.members[Role.OWNER].user).go("people:new")
    page.get_by_label("Naam").fill("Saar Vliet")
    page.get_by_label("Eerste dag").fill((timezone.localdate() - timedelta(days=100)).isoformat())
    page.get_by_label("Rol").select_option(label="Servicedesk")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator(".verdict-line.late")).to_have_count(2)

    ask(page)
    expect(page.locator("main")).to_contain_text("geen geheimhoudingsverklaring vastgelegd")
    assert not Grant.objects.exists()
    page.locator("a.crumb").click()
    opened(page, "Er is iets getekend")
    page.get_by_label("Waar wordt het bewaard?").fill("personeelsdossier")
    keep(page)
    opened(page, "Er is een verklaring omtrent het gedrag gezien")
    page.get_by_label("Afgegeven op").fill((timezone.localdate() - timedelta(days=120)).isoformat())
    keep(page)
    expect(page.locator(".verdict-line.late")).to_have_count(0)
    ask(page)
    expect(page.locator("main")).to_contain_text("Beheerportaal")

    opened(page, "Reik iets uit")
    page.locator("details[open]").get_by_label("Welk?").fill("INV-7")
    keep(page)
    opened(page, "Vertrekt")
    keep(page)
    expect(page.locator(".note.late")).to_contain_text("Nog te doen")
    page.get_by_role("button", name="Uit het systeem verwijderd").click()
    page.get_by_role("button", name="Ingeleverd").click()
    expect(page.locator(".note.done")).to_contain_text("Alles is verwijderd en ingeleverd")
    opened(page, "Wis wie dit was")
    page.get_by_role("button", name="Definitief wissen").click()
    expect(page.locator("h1")).to_contain_text("gewist")
    assert StaffMember.objects.get().identity.name == ""
