"""An instruction in a browser: taken on and carried out; and one outside the agreement, which is not."""

from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.instructions.models import Instruction
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.people import Tenant


def recorded(page: Page, purpose: str) -> None:
    page.locator("a.choose-link").first.click()
    page.get_by_label("Hoe luidt zij?").fill("Zet de nieuwe website over.")
    page.get_by_label("Wie gaf haar?").fill("J. Okkerse")
    page.get_by_label("Voor welk doel van de overeenkomst?").select_option(label=purpose)
    page.get_by_role("button", name="Vastleggen").click()


def taken_on(page: Page) -> None:
    page.locator("details.act summary", has_text="Aanvaarden").click()
    page.locator("details[open] button", has_text="Vastleggen").click()


def test_an_instruction_within_a_purpose_is_taken_on_and_carried_out(visit: Visit, ours: Tenant) -> None:
    agreement(ours.organisation, {"processing.purposes": ["hosting"]})
    page = visit().signed_in(ours.members[Role.OWNER].user).go("instructions:new")
    recorded(page, "hosting")
    taken_on(page)
    page.locator("details.act summary", has_text="Zij is uitgevoerd, of dat kan niet").click()
    page.locator("details[open]").get_by_label("Zij is uitgevoerd", exact=True).check()
    page.locator("details[open]").get_by_label("Wat is gedaan, of waarom kan het niet?").fill("overgezet op dinsdag")
    page.locator("details[open] button", has_text="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("overgezet op dinsdag")
    assert Instruction.objects.get().state == "done"


def test_an_instruction_outside_the_purposes_is_not_taken_on_and_says_what_to_do(visit: Visit, ours: Tenant) -> None:
    agreement(ours.organisation, {"processing.purposes": ["hosting"]})
    page = visit().signed_in(ours.members[Role.OWNER].user).go("instructions:new")
    recorded(page, "Een ander doel")
    taken_on(page)
    expect(page.locator("body")).to_contain_text("Laat de verwerkingsverantwoordelijke met een verder doel instemmen")
    assert Instruction.objects.get().state == "recorded"
