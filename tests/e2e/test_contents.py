"""An agreement's contents, its references and finding words in it: by keyboard, on a phone and without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, ViewportSize, expect

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from e2e.conftest import Visit
from web.people import Tenant
from web.samples import TEXT, read_agreement

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
_FILLING = "\n\n".join(
    f"4.{number} Verwerker houdt maatregel {number} in stand en legt vast hoe zij werkt, wie haar uitvoert en wanneer zij "
    "voor het laatst is beproefd." for number in range(1, 40)
)  # fmt: skip
LONG = f"""{TEXT}
3.2 De kosten van een audit volgen uit artikel 5 lid 1 en Bijlage 7.

Artikel 4. Beveiliging

{_FILLING}

Artikel 5. Kosten

5.1 Iedere partij draagt de eigen kosten van een áudit.

5.2 Verwerker vraagt daarvoor niets.

Ondertekening

Naam: ______
Handtekening: ______
"""


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    return read_agreement(ours, LONG)


def opened(visit: Visit, ours: Tenant, agreement: Agreement, query: str = "", **options: object) -> Page:
    visitor = visit(**{"reduced_motion": "reduce", "viewport": WIDE, **options}).signed_in(
        ours.members[Role.OWNER].user
    )
    return visitor.go("agreements:detail", agreement.pk, query=query)


def entry(page: Page, name: str) -> Locator:
    return page.locator(".contents").get_by_role("link", name=name)


def test_the_contents_lead_through_the_text_and_say_where_one_is(
    visit: Visit, ours: Tenant, agreement: Agreement
) -> None:
    page = opened(visit, ours, agreement)
    entry(page, "Artikel 5. Kosten").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sheet").get_by_text("Artikel 5. Kosten")).to_be_in_viewport()
    expect(entry(page, "Artikel 5. Kosten")).to_have_attribute("aria-current", "location")
    page.locator(".contents summary", has_text="Artikel 4").focus()
    page.keyboard.press("Enter")
    entry(page, "4.20").focus()
    page.keyboard.press("Enter")
    expect(entry(page, "4.20")).to_have_attribute("aria-current", "location")
    expect(page.locator(".contents [aria-current]")).to_have_count(1)
    page.locator("[data-contents-fold]").click()
    expect(page.locator(".contents")).to_be_hidden()
    page.reload()
    expect(page.locator(".contents")).to_be_hidden()


def test_a_reference_is_followed_and_there_is_a_way_back(visit: Visit, ours: Tenant, agreement: Agreement) -> None:
    page = opened(visit, ours, agreement)
    back = page.locator("[data-way-back]")
    expect(back).to_be_hidden()
    reference = page.get_by_role("link", name="artikel 5 lid 1")
    reference.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sheet").get_by_text("5.1 Iedere partij")).to_be_in_viewport()
    expect(reference).not_to_be_in_viewport()
    page.keyboard.press("b")
    expect(reference).to_be_focused()
    expect(reference).to_be_in_viewport()
    expect(back).to_be_hidden()


def test_a_reference_that_leads_nowhere_explains_itself_by_keyboard(
    visit: Visit, ours: Tenant, agreement: Agreement
) -> None:
    page = opened(visit, ours, agreement)
    lost = page.locator(".lost")
    lost.focus()
    assert (
        lost.evaluate("each => getComputedStyle(each, '::after').content") == '"Bijlage 7 staat niet in dit bestand."'
    )
    expect(lost).to_have_accessible_description("Verwijst naar iets wat niet in deze tekst staat.")


def test_on_a_phone_the_contents_stand_behind_a_button(visit: Visit, ours: Tenant, agreement: Agreement) -> None:
    page = opened(visit, ours, agreement, viewport=NARROW)
    expect(page.locator(".contents")).to_be_hidden()
    page.locator(".contents-open").click()
    expect(page.locator(".contents")).to_be_visible()
    assert not Axe().run(page, context=".contents").response["violations"]
    entry(page, "Artikel 5. Kosten").click()
    expect(page.locator(".contents")).to_be_hidden()
    expect(page.locator(".sheet").get_by_text("Artikel 5. Kosten")).to_be_in_viewport()
    expect(page.locator("[data-here]")).to_have_text(re.compile(r"Artikel 5|5\.1"))


def test_words_are_found_and_gone_through_by_keyboard(visit: Visit, ours: Tenant, agreement: Agreement) -> None:
    page = opened(visit, ours, agreement)
    page.keyboard.press("/")
    field = page.locator("#find-text")
    expect(field).to_be_focused()
    page.keyboard.type("AUDIT")
    page.keyboard.press("Enter")
    count, now = page.locator(".found-count"), page.locator("mark.now")
    expect(count).to_have_text("1 / 4 plaatsen")
    expect(field).to_be_focused()
    assert not Axe().run(page, context="#text").response["violations"]
    page.keyboard.press("Shift+Enter")
    expect(count).to_have_text("4 / 4 plaatsen")
    expect(now).to_have_text("áudit")
    expect(now).to_be_in_viewport()
    field.blur()
    page.keyboard.press("]")
    expect(count).to_have_text("1 / 4 plaatsen")
    page.keyboard.press("[")
    expect(count).to_have_text("4 / 4 plaatsen")
    field.fill("")
    expect(page.locator("mark.found")).to_have_count(0)


def test_without_javascript_contents_references_and_finding_are_links_and_a_form(
    visit: Visit, ours: Tenant, agreement: Agreement
) -> None:
    page = opened(visit, ours, agreement, java_script_enabled=False)
    entry(page, "Artikel 5. Kosten").click()
    expect(page.locator(".sheet").get_by_text("Artikel 5. Kosten")).to_be_in_viewport()
    page.get_by_role("link", name="artikel 5 lid 1").click()
    expect(page.locator(".sheet").get_by_text("5.1 Iedere partij")).to_be_in_viewport()
    page.go_back()
    page.locator("#find-text").fill("audit")
    page.keyboard.press("Enter")
    expect(page.locator("mark.found")).to_have_count(4)
    page.get_by_role("link", name="Naar de eerste plaats").click()
    expect(page.locator("mark.found").first).to_be_in_viewport()


def test_without_javascript_a_phone_shows_the_contents_too(visit: Visit, ours: Tenant, agreement: Agreement) -> None:
    page = opened(visit, ours, agreement, viewport=NARROW, java_script_enabled=False)
    page.locator(".contents-open").click()
    expect(entry(page, "Artikel 5. Kosten")).to_be_visible()


def test_the_navigation_leads_to_the_open_questions(visit: Visit, ours: Tenant, agreement: Agreement) -> None:
    page = visit(reduced_motion="reduce").signed_in(ours.members[Role.OWNER].user).go("today")
    asked = Agreement.objects.get(pk=agreement.pk).asked_count
    link = page.locator(".navigation").get_by_role("link", name="Open vragen")
    expect(link.locator(".waiting > [aria-hidden]")).to_have_text(str(asked))
    page.locator("main").get_by_role("link", name="Naar de open vragen").click()
    expect(page.locator(".navigation [aria-current]")).to_have_text(re.compile("Open vragen"))
    expect(page.locator(".navigation [aria-current]")).to_have_count(1)
