"""A promise in a browser: linked to a measure, proven and reviewed; and a review that lacks new evidence, which is not."""

from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.measures.models import Measure, Review
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.measures.world import day, text, wording
from web.people import Tenant


def opened(page: Page, name: str) -> None:
    page.locator("details.act summary", has_text=name).first.click()


def kept(page: Page) -> None:
    page.locator("details.act[open] button", has_text="Vastleggen").click()


def test_a_promise_is_linked_proven_and_reviewed_and_once_more_only_with_new_evidence(
    visit: Visit, ours: Tenant
) -> None:
    made = agreement(ours.organisation)
    wording(made, text("Van klantgegevens wordt elke week een back-up gemaakt."))
    visiting = visit().signed_in(ours.members[Role.OWNER].user)
    page = visiting.go("measures:new")
    page.get_by_label("Naam", exact=True).fill("Back-up")
    page.get_by_label("Wat wordt gedaan?").fill("Elke nacht een versleutelde kopie.")
    page.get_by_label("Betreft").select_option("backup")
    page.get_by_role("button", name="Zet hem in de bibliotheek").click()
    page = visiting.go("measures:agreement", made.pk)
    page.get_by_role("button", name="Opnieuw doornemen").click()
    expect(page.locator(".promise-line")).to_contain_text("niets komt het na")
    page.locator(".decide select").select_option(label="Back-up")
    page.get_by_role("button", name="Koppel").click()
    expect(page.locator(".promise-line")).to_contain_text("niet in werking")
    row = Measure.objects.get()
    page = visiting.go("measures:detail", row.pk)
    opened(page, "Bewijs vastleggen")
    page.locator("details.act[open]").get_by_label("Wat is het?").fill("Hersteltest")
    page.locator("details.act[open]").get_by_label("Of waar wordt het bewaard?").fill("dossier 12")
    kept(page)
    opened(page, "Beoordeel hem")
    page.locator("details.act[open]").get_by_label("Doeltreffend", exact=True).check()
    page.locator("details.act[open]").get_by_label("Wat is bevonden?").fill("Teruggezet in twee uur.")
    page.locator("details.act[open]").get_by_label("Volgende beoordeling op").fill(day(365))
    kept(page)
    expect(page.locator("main")).to_contain_text("Teruggezet in twee uur.")
    expect(page.locator("main")).to_contain_text("Een beoordeling sluit alleen met nieuw bewijs")
    assert Review.objects.count() == 1
    page = visiting.go("measures:agreement", made.pk)
    expect(page.locator(".promise-line")).to_contain_text("nagekomen")
