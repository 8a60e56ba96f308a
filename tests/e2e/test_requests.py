"""A request of a data subject in a browser: taken in, passed on, the person told; and what is refused on the way."""

import pytest
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement
from art28.web.notices.models import OutboxMessage
from art28.web.requests.models import SubjectRequest
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.people import Tenant


@pytest.fixture
def customer(ours: Tenant) -> Agreement:
    return agreement(ours.organisation, {"requests.handling": "forward", "requests.deadline": "P14D"})


def opened(page: Page, summary: str) -> None:
    page.locator("details.act summary", has_text=summary).first.click()


def test_a_request_is_taken_in_found_a_home_passed_on_and_closed(
    visit: Visit, ours: Tenant, customer: Agreement
) -> None:
    page = visit().signed_in(ours.members[Role.OWNER].user).go("requests:new")
    page.get_by_label("Inzage").check()
    page.get_by_label("Wie doet het verzoek?").fill("Wietske Elzinga")
    page.get_by_role("button", name="Invoeren en de termijnen laten lopen").click()
    expect(page.locator("main")).to_contain_text("Het betreft nog geen overeenkomst")
    page.locator("#find-q").fill("zorg")
    page.locator("#find-q").press("Enter")
    page.get_by_role("button", name="Het betreft deze").click()
    expect(page.locator("table.board")).to_contain_text("14 dagen")
    opened(page, "Mag de betrokkene worden ingelicht?")
    page.get_by_label("Op grond van welke bepaling, of op wiens woord?").fill("art. 5.1")
    page.locator("details[open] button", has_text="Vastleggen").click()
    opened(page, "Doorzenden aan de verwerkingsverantwoordelijke")
    page.get_by_label("Aan welk adres?").fill("fg@zorg.example")
    page.get_by_role("button", name="Verzenden", exact=True).click()
    expect(page.locator("article.part")).to_contain_text("doorgezonden")
    opened(page, "De betrokkene is ingelicht")
    page.locator("details[open]").get_by_label("Op welke wijze?").fill("brief")
    page.locator("details[open] button", has_text="Vastleggen").click()
    expect(page.locator("article.part")).to_contain_text("ingelicht")
    row = SubjectRequest.objects.get()
    assert "Elzinga" not in OutboxMessage.objects.get(subject_id=row.pk).page_html


def test_a_refusal_without_a_ground_is_refused_and_says_what_the_law_wants(visit: Visit, ours: Tenant) -> None:
    page = visit().signed_in(ours.members[Role.OWNER].user).go("requests:new")
    page.get_by_label("Wissing").check()
    page.get_by_label("Van onszelf").check()
    page.get_by_role("button", name="Invoeren en de termijnen laten lopen").click()
    opened(page, "Het verzoek afsluiten")
    page.locator("details[open]").get_by_label("Geweigerd").check()
    page.locator("details[open]").get_by_label("Op welke wijze?").fill("brief")
    page.locator("details[open] button", has_text="Afsluiten").click()
    expect(page.locator("body")).to_contain_text("art. 12, lid 4")
    assert SubjectRequest.objects.get().is_open
