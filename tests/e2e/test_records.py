"""A record of processing in a browser: a purpose that the agreement doesn't know is refused, notified, used and confirmed."""

from playwright.sync_api import Page, expect

from art28.web.accounts.access import WORKER
from art28.web.accounts.rights import Role
from art28.web.processing import drawing
from art28.web.processing.models import Confirmation, OwnActivity
from e2e.conftest import Visit
from web.breaches.world import NOW, agreement
from web.people import Tenant
from web.processing.world import SAID


def opened(page: Page, summary: str) -> None:
    page.locator("details.act summary", has_text=summary).last.click()


def fill(page: Page, label: str, value: str) -> None:
    page.locator("details[open]").get_by_label(label).fill(value)


def test_a_purpose_outside_the_agreement_is_refused_and_used_once_the_controller_notified_it(
    visit: Visit, ours: Tenant
) -> None:
    made = agreement(ours.organisation, SAID)
    drawing.draw(ours.organisation, (made.pk,), actor=WORKER, now=NOW)
    page = visit().signed_in(ours.members[Role.OWNER].user).go("processing:list")
    page.get_by_role("link", name="Stichting Zorg").first.click()
    opened(page, "Activiteit toevoegen")
    fill(page, "Dienst", "Telefonie")
    fill(page, "Doeleinde", "Opnemen van gesprekken")
    page.locator("details[open] button", has_text="Bewaren").click()
    expect(page.locator("body")).to_contain_text("De overeenkomst kent dit doeleinde niet")
    opened(page, "noemt een ander doeleinde")
    fill(page, "Doeleinde", "Opnemen van gesprekken")
    fill(page, "Wie meldde het namens de verwerkingsverantwoordelijke?", "J. Okkerse")
    page.locator("details[open] button", has_text="Bewaren").click()
    expect(page.locator("article.activity")).to_have_count(3)
    opened(page, "Activiteit toevoegen")
    fill(page, "Dienst", "Telefonie")
    fill(page, "Doeleinde", "Opnemen van gesprekken")
    page.locator("details[open] button", has_text="Bewaren").click()
    expect(page.locator("article.activity")).to_have_count(4)
    opened(page, "heeft het bevestigd zoals het er staat")
    fill(page, "Wie bevestigde het namens de verwerkingsverantwoordelijke?", "J. Okkerse")
    page.locator("details[open] button", has_text="Bewaren").click()
    expect(page.locator("section", has=page.locator("#confirmed"))).to_contain_text("J. Okkerse")
    assert Confirmation.objects.get().name == "J. Okkerse"


def test_own_processing_is_taken_over_from_a_table_that_was_looked_at_first(visit: Visit, ours: Tenant) -> None:
    page = visit().signed_in(ours.members[Role.OWNER].user).go("processing:upload")
    table = "Activiteit;Doeleinden;Grondslag\nSalarissen;Loon betalen;c\nWerving;Vacatures;x\n"
    file = {"name": "eigen.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Bekijk wat er zou veranderen").click()
    expect(page.locator("main")).to_contain_text("schrijf de grondslag met de letter")
    assert not OwnActivity.objects.exists()
    page.get_by_role("button", name="Overnemen").click()
    expect(page.locator("main")).to_contain_text("Salarissen")
    assert OwnActivity.objects.get().legal_basis == "c"
