"""An exercise in a real browser, from its start to its report: recorded, reported by mail to the player alone, ended."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.breaches.models import Breach
from art28.web.exercises.models import Exercise
from e2e.beside import Mailbox, working
from e2e.conftest import Visit
from e2e.site import Site
from e2e.test_story import reached
from web.breaches import world as worlds
from web.people import Tenant

CUSTOMER = "datalek@zorg.example"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox().open() as opened:
        yield opened


@pytest.fixture
def worker(site: Site, mailbox: Mailbox, tmp_path: Path) -> Iterator[None]:
    environment = {
        "ART28_URL": site.url,
        "ART28_EMAIL_HOST": "127.0.0.1",
        "ART28_EMAIL_PORT": str(mailbox.port),
        "ART28_EMAIL_STARTTLS": "0",
    }
    with working(tmp_path, environment):
        yield


@pytest.mark.usefixtures("worker")
def test_an_exercise_from_start_to_report_reaches_nobody_but_its_player(
    visit: Visit, ours: Tenant, mailbox: Mailbox
) -> None:
    worlds.agreement(ours.organisation, name="Stichting Zorg")
    player = ours.members[Role.OWNER].user
    visitor = visit(accept_downloads=True)
    page = visitor.sign_in(player.email)

    begin(page)
    record(page)
    report(page)
    exercise = Exercise.objects.get()
    room = page.url
    reached(page, page.locator("article.side .clock-line.done"), 1)
    assert {recipient for _, recipients in mailbox.envelopes for recipient in recipients} == {player.email}
    mail = next(each for each in mailbox.received if "EX-2" in each["Subject"])
    assert mail["Subject"].strip().startswith("OEFENING")
    body = mail.get_body(("plain",))
    assert body is not None
    assert CUSTOMER in body.get_content()

    page.goto(f"{visitor.site.url}{reverse('breaches:list')}")
    expect(page.locator(".exercise-strip.real")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("EX-")
    end(page, visitor.site.address("exercises:detail", exercise.pk))
    with page.expect_download() as coming:
        page.locator("a[href$='report.pdf']").click()
    document = pypdfium2.PdfDocument(io.BytesIO(Path(coming.value.path()).read_bytes()))
    said = " ".join(each.get_textpage().get_text_range() for each in document)
    assert "OEFENING" in said
    assert "Stichting Zorg" in said
    page.goto(room)
    expect(page.locator(".page-head")).to_contain_text("gesloten")


def begin(page: Page) -> None:
    page.locator(f".navigation a[href='{reverse('exercises:list')}']").click()
    page.locator("button[value='supplier-at-night']").click()
    expect(page.locator("section.story")).to_contain_text("de eerste keer: zomertijd")
    expect(page.locator(".exercise-strip b")).to_have_text("OEFENING")


def record(page: Page) -> None:
    """From the signal, as whoever sees it reports it, to the breach that it is found to be."""
    page.get_by_role("link", name="Meld het signaal").click()
    expect(page.locator(".exercise-watermark")).to_have_count(1)
    page.get_by_role("link", name="Vul in wat het verhaal vertelt").click()
    expect(page.locator("[name=what]")).to_have_value(re.compile("bestand van 3 GB"))
    expect(page.locator("[name=where_name]")).to_have_value("Noorderkade Hosting")
    page.locator("form.signal-form button.primary").click()
    expect(page.locator(".page-head")).to_contain_text("EX-S")
    expect(page.locator(".exercise-watermark")).to_have_count(1)
    page.get_by_role("link", name="Het is een inbreuk").click()
    expect(page.locator(".exercise-watermark")).to_have_count(1)
    page.locator("[name=title]").fill("Inbraak op back-upserver van hostingleverancier")
    page.locator("[name=aware_reason]").fill("gebeld door de leverancier")
    page.locator("main form button.primary").click()
    expect(page.locator(".page-head")).to_contain_text("EX-2")
    assert Breach.objects.get().exercise is not None


def report(page: Page) -> None:
    """The report as one sends any: to the customer's own address, as the page proposes it."""
    page.locator("article.side .side-head a.button").click()
    expect(page.locator(".exercise-watermark")).to_have_count(1)
    expect(page.locator("[name=recipient]")).to_have_value(CUSTOMER)
    page.locator("button[formaction$='/send/']").click()
    expect(page.locator(".journey")).to_have_count(1)


def end(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("form[action$='/end/'] button").click()
    expect(page.locator(".exercise-strip b")).to_have_text("OEFENING")
    expect(page.locator("figure.timeline-plot svg")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Stichting Zorg")
    expect(page.locator("main .badge.done").first).to_contain_text("Op tijd")
