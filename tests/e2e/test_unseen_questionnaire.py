"""An agreement never seen before, with its own questions, from upload to a report received and kept as a document."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

import docx
from art28.web.accounts.rights import Role
from art28.web.notices.models import OutboxMessage
from e2e.beside import Mailbox, working
from e2e.conftest import Visit
from e2e.site import Site
from e2e.unseen import DUTCH, ENGLISH, Unseen
from web.people import Tenant

READING_MS = 120_000
RECIPIENT = "privacy@lindehof.example"


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
@pytest.mark.parametrize("unseen", [DUTCH, ENGLISH], ids=lambda unseen: unseen.language)
def test_an_unseen_questionnaire_fills_itself_is_asked_once_sent_received_and_kept_as_a_document(
    unseen: Unseen, visit: Visit, ours: Tenant, mailbox: Mailbox, tmp_path: Path
) -> None:
    user = ours.members[Role.OWNER].user
    user.language = unseen.language
    user.save()
    visitor = visit(accept_downloads=True, locale="nl-NL" if unseen.language == "nl" else "en-GB")
    cookie = settings.LANGUAGE_COOKIE_NAME
    visitor.context.add_cookies([{"name": cookie, "value": unseen.language, "url": visitor.site.url}])
    page = visitor.sign_in(user.email)
    expect(page.locator("html")).to_have_attribute("lang", unseen.language)

    name_our_company(page, unseen)
    agreement = put_in(page, unseen, tmp_path)
    look_at_its_questions_and_move_one_by_keyboard(page, agreement, unseen)
    breach = record(page, agreement)
    answer_once_what_no_fact_answers(page, breach, unseen)
    draft = see_the_report_filled_and_take_the_draft(page, breach, agreement, unseen)
    assert unseen.draft_mark in words_in(draft)
    send(page)

    link = the_link(page, mailbox, unseen)
    theirs = receive(visit, link)
    kept = as_sent(page)
    assert theirs["pdf"] == kept
    text = words_in(kept)
    assert unseen.draft_mark not in text
    for said in (*unseen.by_hand, f"{unseen.no}. Gisteren.", "internet", "100", "250"):
        assert said in text, text
    cells = [cell.text for row in docx.Document(io.BytesIO(theirs["docx"])).tables[0].rows for cell in row.cells]
    assert unseen.question_with_facts in cells
    page.goto(page.url)
    expect(page.locator(".journey li.reached")).to_have_count(3)


def name_our_company(page: Page, unseen: Unseen) -> None:
    page.goto(page.url.rstrip("/") + reverse("parties:entities"))
    page.locator("input[name=name]").fill(unseen.ours)
    page.locator("main form button.primary").click()
    expect(page.locator("main ul.batch")).to_contain_text(unseen.ours)


def put_in(page: Page, unseen: Unseen, folder: Path) -> str:
    file = folder / "agreement.txt"
    file.write_text(unseen.text)
    page.goto(address(page, "agreements:upload"))
    page.locator("input[type=file]").set_input_files([file])
    page.locator("main form button[type=submit]").click()
    line = page.locator("#progress li", has_text="agreement.txt")
    expect(line.locator(".badge.done")).to_be_visible(timeout=READING_MS)
    line.get_by_role("link").first.click()
    return page.url.split("?")[0].rstrip("/").rpartition("/")[2]


def address(page: Page, name: str, *args: object) -> str:
    return re.match(r"https?://[^/]+", page.url)[0] + reverse(name, args=args)  # type: ignore[index]


def look_at_its_questions_and_move_one_by_keyboard(page: Page, agreement: str, unseen: Unseen) -> None:
    page.locator(f"main a[href='{reverse('questionnaires:agreement', args=[agreement])}']").click()
    asked = page.locator(".questions > li")
    expect(asked.locator("h2").nth(3)).to_have_text(unseen.by_hand[0])
    expect(asked.nth(1).locator(".passage")).to_contain_text(unseen.question_with_facts)
    expect(asked.nth(1).locator(".filled .icon")).to_be_visible()
    asked.nth(3).locator("button[value=down]").focus()
    page.keyboard.press("Enter")
    expect(asked.locator("h2").nth(4)).to_have_text(unseen.by_hand[0])
    expect(page.locator("li.moved h2")).to_have_text(unseen.by_hand[0])
    page.locator(".settle button.primary").press("Enter")
    expect(page.locator(".timeline li")).to_have_count(2)


def record(page: Page, agreement: str) -> str:
    page.goto(address(page, "breaches:new") + f"?agreement={agreement}")
    page.locator("[name=aware_reason]").fill("bevestigd")
    page.locator("[name=ends_by]").select_option("acknowledged")
    page.locator("[name=title]").fill("Portaal stond open")
    page.locator("[name=description]").fill("Een portaal was zonder wachtwoord te openen.")
    page.locator("[name=data_categories]").fill("namen")
    page.locator("[name=subjects_least]").fill("100")
    page.locator("[name=subjects_most]").fill("250")
    page.locator("[name=measures_taken]").fill("Het portaal is dicht.")
    page.locator("main form.record button.primary").click()
    expect(page.locator("main h1")).to_have_text("Portaal stond open")
    return page.url.split("?")[0].rstrip("/").rpartition("/")[2]


def answer_once_what_no_fact_answers(page: Page, breach: str, unseen: Unseen) -> None:
    page.locator(f".breach-tabs a[href='{reverse('questionnaires:together', args=[breach])}']").click()
    called, route = (page.locator(".question", has_text=text) for text in unseen.by_hand)
    called.locator("input[type=radio]").nth(1).check()
    called.locator("textarea").fill("Gisteren.")
    route.locator("textarea").fill("internet")
    page.locator(".draft button.primary").click()
    expect(page.locator(".question.open")).to_have_count(0)


def see_the_report_filled_and_take_the_draft(page: Page, breach: str, agreement: str, unseen: Unseen) -> bytes:
    page.goto(address(page, "breaches:report", breach, agreement))
    expect(page.locator(".specials .conflict")).to_contain_text("Cyberbeveiligingswet")
    expect(page.locator(".question")).to_have_count(6)
    expect(page.locator(".question.open")).to_have_count(0)
    expect(page.locator(".question", has_text=unseen.by_hand[1]).locator("textarea")).to_have_value("internet")
    return downloaded(page, f"a[href='{reverse('breaches:draft', args=[breach, agreement, 'pdf'])}']")


def downloaded(page: Page, place: str) -> bytes:
    with page.expect_download() as coming:
        page.locator(place).first.click()
    return Path(coming.value.path()).read_bytes()


def words_in(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def send(page: Page) -> None:
    page.locator("[name=recipient]").fill(RECIPIENT)
    page.locator("[name=recipient_name]").fill("M. Linde")
    page.locator("button[formaction$='/send/']").click()
    expect(page.locator(".journey")).to_have_count(1)


def the_link(page: Page, mailbox: Mailbox, unseen: Unseen) -> str:
    """The link in the one message that arrived, in the language of the agreement and without the facts."""
    for _ in range(150):
        if mailbox.received:
            break
        page.wait_for_timeout(200)
    (mail,) = mailbox.received
    body = mail.get_body(("plain",))
    assert body is not None
    text = " ".join(str(body.get_content()).split())
    assert "wachtwoord" not in text
    assert ("Geachte" if unseen.language == "nl" else "Dear") in text
    assert mail["To"].addresses[0].addr_spec == RECIPIENT
    (link,) = (word for word in text.split() if word.startswith("http"))
    return link


def receive(visit: Visit, link: str) -> dict[str, bytes]:
    """Read it, take its documents, which confirms nothing, and then confirm."""
    recipient = visit(accept_downloads=True).page
    recipient.goto(link)
    documents = {form: downloaded(recipient, f".documents a[href$='.{form}']") for form in ("pdf", "docx")}
    assert OutboxMessage.objects.get().acknowledged_at is None
    recipient.locator("[name=name]").fill("M. Linde")
    recipient.locator("aside.confirm form button").click()
    expect(recipient.locator("aside.confirm form")).to_have_count(0)
    return documents


def as_sent(page: Page) -> bytes:
    message = OutboxMessage.objects.get()
    page.goto(address(page, "notices:detail", message.pk))
    return downloaded(page, f"a[href='{reverse('notices:document', args=[message.pk, 'pdf'])}']")
