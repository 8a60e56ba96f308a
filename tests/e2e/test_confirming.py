"""Facts decided on by keyboard in a real browser: forty in a row, and the ways around."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.agreements.models import FactState, FactVersion
from e2e.conftest import Visit
from e2e.inhabited import Inhabited

FORTY = 40
KEY = "breach.deadline"


@pytest.fixture
def page(visit: Visit, lived_in: Inhabited) -> Page:
    visitor = visit(reduced_motion="reduce").signed_in(lived_in.ours.members[Role.OWNER].user)
    return visitor.go("agreements:open", query=f"kind=all&agreement={lived_in.agreement.pk}")


def decided(lived_in: Inhabited) -> int:
    current = FactVersion.objects.filter(agreement=lived_in.agreement, current=True)
    return current.exclude(state=FactState.PROPOSED).count()


def fact_of(lived_in: Inhabited) -> FactVersion:
    return FactVersion.objects.get(agreement=lived_in.agreement, key=KEY, current=True)


def progress(page: Page, number: int) -> None:
    expect(page.locator(".queue-progress b")).to_have_text(str(number))
    expect(page.locator("#queue")).not_to_have_attribute("data-busy", "1")


def test_forty_facts_take_one_key_each(page: Page, lived_in: Inhabited) -> None:
    steps = 0
    began = time.monotonic()
    for number in range(FORTY):
        label = page.locator("[data-work]").inner_text()
        page.keyboard.press("c")
        steps += 1
        progress(page, number + 1)
        expect(page.locator("[data-work]")).to_be_focused()
        assert label
    print(f"forty facts decided in {time.monotonic() - began:.1f} s, {steps} keys")
    assert steps == FORTY
    assert decided(lived_in) == FORTY


def test_what_was_decided_is_taken_back_by_key_one_after_the_other(page: Page, lived_in: Inhabited) -> None:
    first = page.locator("[data-work]").inner_text()
    page.keyboard.press("c")
    progress(page, 1)
    page.keyboard.press("n")
    progress(page, 2)
    page.keyboard.press("u")
    progress(page, 1)
    page.keyboard.press("u")
    progress(page, 0)
    expect(page.locator("[data-work]")).to_have_text(first)
    assert decided(lived_in) == 0


def test_arrows_and_letters_go_on_and_back_without_deciding(page: Page) -> None:
    active = page.locator(".queue-lines li.active")
    lines = page.locator(".queue-lines li")
    for key, at in (("j", 1), ("ArrowRight", 2), ("k", 1), ("ArrowLeft", 0)):
        page.keyboard.press(key)
        expect(lines.nth(at)).to_have_class(re.compile(r"\bactive\b"))
        progress(page, 0)
    expect(active).to_have_count(1)


def test_a_period_is_corrected_in_words_and_a_mistake_explained(page: Page, lived_in: Inhabited) -> None:
    page.goto(f"{page.url}&item={lived_in.agreement.pk}.{KEY}")
    page.keyboard.press("e")
    field = page.locator("[name=words]")
    expect(field).to_be_focused()
    field.fill("straks")
    page.keyboard.press("Enter")
    expect(page.locator(".errors, .errorlist").first).to_contain_text("straks")
    page.locator("[name=words]").fill("binnen twaalf uur")
    page.keyboard.press("Enter")
    progress(page, 1)
    assert fact_of(lived_in).value == "PT12H"


def test_keys_can_be_switched_off_and_stay_off(page: Page) -> None:
    page.keyboard.press("?")
    dialog = page.locator("#keys-help")
    expect(dialog).to_be_visible()
    dialog.locator("[data-keys-switch]").click()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.reload()
    page.keyboard.press("c")
    page.keyboard.press("j")
    progress(page, 0)
    page.locator("button[value=confirm]").click()
    progress(page, 1)


def test_letters_typed_into_a_field_decide_nothing(page: Page, lived_in: Inhabited) -> None:
    page.locator("#q").focus()
    page.keyboard.type("cnue")
    expect(page.locator("#q")).to_have_value("cnue")
    assert decided(lived_in) == 0


def test_the_queue_works_without_javascript(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(java_script_enabled=False).signed_in(lived_in.ours.members[Role.OWNER].user)
    page = visitor.go("agreements:open", query=f"kind=all&agreement={lived_in.agreement.pk}")
    page.locator("button[value=confirm]").click()
    expect(page.locator(".queue-progress b")).to_have_text("1")
    page.locator("button[value=undo]").first.click()
    expect(page.locator(".queue-progress b")).to_have_text("0")
    page.goto(f"{page.url.split('&item')[0]}&item={lived_in.agreement.pk}.{KEY}&edit=1")
    page.locator("[name=words]").fill("12 uur")
    page.locator("[name=passage]").fill("binnen 24 uur nadat hij die heeft ontdekt")
    page.locator(".work-form button.primary").click()
    expect(page.locator(".queue-progress b")).to_have_text("1")
    fact = fact_of(lived_in)
    assert fact.value == "PT12H"
    assert [each["text"].split() for each in fact.citations] == [
        ["binnen", "24", "uur", "nadat", "hij", "die", "heeft", "ontdekt"]
    ]


def test_a_passage_selected_with_the_mouse_settles_the_chosen_fact(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(reduced_motion="reduce").signed_in(lived_in.ours.members[Role.OWNER].user)
    page = visitor.go("agreements:detail", lived_in.agreement.pk, query=f"tab=facts&fact={KEY}")
    lit = page.locator("section.document mark.lit").first
    lit.scroll_into_view_if_needed()
    lit.click(click_count=3, position={"x": 30, "y": 12})
    page.locator(".use-passage").click()
    passage = page.locator("[data-passage]")
    expect(passage).not_to_have_value("")
    page.locator("[name=words]").fill("12 uur")
    page.locator(".fact-form button.primary").click()
    expect(page.locator(f"[id='line-{KEY}'] .decided")).to_be_visible()
    fact = fact_of(lived_in)
    (cited,) = fact.citations
    assert cited["text"] == fact.text.text[cited["start"] : cited["end"]]
    assert "binnen 24 uur" in " ".join(cited["text"].split())


def test_a_passage_is_pointed_at_by_keyboard_alone(page: Page, lived_in: Inhabited) -> None:
    page.goto(f"{page.url}&item={lived_in.agreement.pk}.{KEY}")
    for key in ("p", "Shift+ArrowRight", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    passage = page.locator("[data-passage]")
    expect(passage).not_to_have_value("")
    taken = passage.input_value()
    expect(page.locator("[name=words]")).to_be_focused()
    page.keyboard.press("Enter")
    progress(page, 1)
    fact = fact_of(lived_in)
    (cited,) = fact.citations
    assert " ".join(cited["text"].split()) == taken
    assert not taken.startswith("5.1")
