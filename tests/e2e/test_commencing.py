"""Many agreements in a real browser: chosen from the list of stages, looked at, let into force, what stayed out waived."""

import os

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.commencing.models import Commencement
from art28.web.commencing.working import carry_on
from art28.web.lifecycle.models import Step
from e2e.conftest import Visit
from web.breaches.world import World
from web.commencing.world import complete, given
from web.lifecycle.world import COMPLETE


@pytest.fixture
def found(transactional_db: None) -> World:
    """Three agreements that are complete, and two that hang on a main agreement which isn't linked."""
    made = given("Gemeente Zonnehoek", "Waterschap Kadeland")
    for name in ("School De Linde", "Zorggroep Maanzicht"):
        complete(made, name, {**COMPLETE, "term.lasts": "main_agreement"})
    return made


def worked() -> None:
    """The worker's turns."""
    while carry_on(now=timezone.now(), limit=100):
        pass


def look(page: Page, name: str) -> None:
    """Keep a picture where somebody wants to look at the pages (ART28_PICTURES)."""
    folder = os.environ.get("ART28_PICTURES")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.parametrize("width", [1280, 390])
def test_those_that_are_complete_come_into_force_and_the_others_once_they_are(
    visit: Visit, found: World, width: int
) -> None:
    visitor = visit(viewport={"width": width, "height": 900}).signed_in(found.owner)
    page = visitor.go("lifecycle:list")
    page.locator(f"a.primary[href^='{reverse('commencing:new')}']").click()
    page.locator("#id_reason").fill("Ronde van november")
    page.locator("main form button.primary").click()
    expect(page.locator("#progress")).to_contain_text("0 van 5 nagegaan")
    look(page, f"looking-{width}")
    worked()
    expect(page.locator("main")).to_contain_text("Laat 3 overeenkomsten ingaan", timeout=8000)
    expect(page.locator("main")).to_contain_text("De hoofdovereenkomst is niet gekoppeld.")
    look(page, f"looked-{width}")
    assert not Step.objects.exists()
    page.locator("button.primary", has_text="Laat 3").click()
    worked()
    expect(page.locator("main")).to_contain_text("Bleef erbuiten", timeout=8000)
    assert Step.objects.count() == 3

    page.locator("ul.gate details > summary").click()
    page.locator("#waive-main").fill("De hoofdovereenkomst staat in het klantenregister.")
    page.locator("ul.gate details button").click()
    worked()
    expect(page.locator("main")).to_contain_text("Laat 2 overeenkomsten ingaan", timeout=8000)
    page.locator("button.primary", has_text="Laat 2").click()
    worked()
    expect(page.locator("main")).to_contain_text("Afgerond", timeout=8000)
    look(page, f"over-{width}")
    assert Step.objects.filter(stage="active").count() == 5
    page.go_back()
    assert Commencement.objects.get().state == "over"
    assert not visitor.faults
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
