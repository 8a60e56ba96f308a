"""Pages by keyboard alone, on a phone and without JavaScript; and that each has its place among those looked at."""

import re

from django.urls import get_resolver, reverse
from playwright.sync_api import Page, ViewportSize, expect

from art28.web.accounts.rights import Role
from art28.web.breaches.models import Breach
from art28.web.notices.models import OutboxMessage
from e2e import inhabited
from e2e.conftest import Visit
from e2e.inhabited import Inhabited
from e2e.site import PASSWORD, Visitor
from web.addresses import names

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}


def test_every_address_has_its_page_here(lived_in: Inhabited) -> None:
    told = {page.name for page in lived_in.pages()} | inhabited.WITHOUT_PAGE
    assert set(names(get_resolver().url_patterns)) <= told


def test_the_first_tab_stop_leads_past_the_navigation(visit: Visit, lived_in: Inhabited) -> None:
    page = visit().signed_in(lived_in.ours.members[Role.OWNER].user).go("breaches:list")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_facts_are_gone_through_and_confirmed_by_keyboard(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(reduced_motion="reduce").signed_in(lived_in.ours.members[Role.OWNER].user)
    page = visitor.go("agreements:detail", lived_in.agreement.pk, query="tab=facts")
    lines = page.locator(".panel li.line:visible")
    active = page.locator(".panel li.line.active")
    page.keyboard.press("j")
    expect(lines.nth(0)).to_have_class(re.compile(r"\bactive\b"))
    page.keyboard.press("j")
    expect(lines.nth(1)).to_have_class(re.compile(r"\bactive\b"))
    page.keyboard.press("k")
    expect(lines.nth(0)).to_have_class(re.compile(r"\bactive\b"))
    for _ in range(lines.count()):
        if active.locator("[data-key~=c]").count():
            break
        page.keyboard.press("j")
    chosen = active.get_attribute("id")
    page.keyboard.press("c")
    line = page.locator(f"[id='{chosen}']")
    expect(line.locator(".decided")).to_be_visible()
    expect(page.locator("#fact-progress progress")).to_have_attribute("value", "1")
    expect(line).not_to_have_class(re.compile(r"\bactive\b"))
    expect(active).to_have_count(1)


def test_a_chosen_passage_stands_above_the_panel_on_a_phone(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(reduced_motion="reduce", viewport=NARROW).signed_in(lived_in.ours.members[Role.OWNER].user)
    page = visitor.go("agreements:detail", lived_in.agreement.pk, query="tab=facts")
    page.locator("[data-fold]").click()
    page.locator("[id='line-breach.deadline'] .line-link").click()
    lit, panel = page.locator("section.document mark.lit").first, page.locator("aside.panel")
    expect(lit).to_be_in_viewport()
    passage, below = lit.bounding_box(), panel.bounding_box()
    assert passage is not None
    assert below is not None
    assert passage["y"] + passage["height"] <= below["y"]


def test_keys_that_are_typed_into_a_field_stay_there(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit().signed_in(lived_in.ours.members[Role.OWNER].user)
    page = visitor.go("agreements:detail", lived_in.agreement.pk, query="tab=facts&fact=breach.deadline")
    page.locator("#find").focus()
    page.keyboard.type("jcn")
    expect(page.locator("#find")).to_have_value("jcn")
    expect(page.locator("#fact-progress progress")).to_have_attribute("value", "0")


def test_everything_works_without_javascript(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.sign_in(lived_in.ours.members[Role.OWNER].user.email, PASSWORD)
    choose_and_confirm_a_fact(page, lived_in)
    record_a_breach(page, lived_in)
    send_its_report(page)
    breach = Breach.objects.get(title="Laptop gestolen")
    assert visitor.path() == reverse("breaches:room", args=[breach.pk])
    message = OutboxMessage.objects.get(subject_id=breach.pk)
    assert message.recipient == "fg@wendelaar.example"
    assert message.notice["sections"][1]["answer"] == "Laptop van een monteur; nog niet bewaard."
    acknowledge(visit(java_script_enabled=False), message)


def choose_and_confirm_a_fact(page: Page, lived_in: Inhabited) -> None:
    page.locator(f".navigation a[href='{reverse('agreements:list')}']").click()
    page.locator(f"main a[href='{reverse('agreements:detail', args=[lived_in.agreement.pk])}']").click()
    page.locator(".tabs a[href='?tab=facts']").click()
    page.locator("[id='line-breach.deadline'] .line-link").click()
    lit = page.locator("section.document mark.lit")
    expect(lit.first).to_be_in_viewport()
    assert "24 uur" in " ".join(lit.all_inner_texts())
    page.locator("[id='line-breach.deadline'] button[value=confirm]").click()
    expect(page.locator("[id='line-breach.deadline'] .decided")).to_be_visible()


def record_a_breach(page: Page, lived_in: Inhabited) -> None:
    page.locator(f".navigation a[href='{reverse('breaches:list')}']").click()
    page.locator(f"main a[href='{reverse('breaches:new')}']").first.click()
    page.locator(f"main a[href$='agreement={lived_in.agreement.pk}']").click()
    page.locator("[name=aware_reason]").fill("bevestigd")
    page.locator("[name=title]").fill("Laptop gestolen")
    page.locator("main form.record button.primary").click()
    expect(page.locator("main h1")).to_have_text("Laptop gestolen")


def send_its_report(page: Page) -> None:
    page.locator("article.side .side-head a.button").click()
    page.locator("[name=answer-1]").fill("Een laptop is uit een auto gestolen.")
    page.locator(".draft button").click()
    expect(page.locator("[name=answer-1]")).to_have_value("Een laptop is uit een auto gestolen.")
    page.locator("[name=answer-2]").fill("Laptop van een monteur; nog niet bewaard.")
    page.locator("[name=recipient]").fill("fg@wendelaar.example")
    page.locator("button[formaction$='/send/']").click()
    expect(page.locator(".journey")).to_have_count(1)


def acknowledge(visitor: Visitor, message: OutboxMessage) -> None:
    page = visitor.go("notices:read", message.token)
    page.locator("[name=name]").fill("F. Geest")
    page.locator("aside.confirm button").click()
    expect(page.locator("aside.confirm")).to_contain_text("F. Geest")
