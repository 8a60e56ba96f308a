"""The whole story in a real browser: from a signed agreement to evidence that an outsider verifies."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from art28.timelimits.compute import compute_limit
from art28.timelimits.limit import Regime
from art28.timelimits.period import parse_period
from art28.web.accounts.rights import Role
from art28.web.notices.models import OutboxMessage
from e2e.beside import Mailbox, art28, working
from e2e.conftest import Visit
from e2e.site import Site
from web.people import Tenant

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = "01-telecom-cloud"
OUR_COMPANY = "Dijkvaart Telecom & Cloud B.V."
RECIPIENT, RECIPIENT_NAME = "datalek@wendelaar.example", "J. Okkerse"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
READING_MS = 120_000
HASH = re.compile(r"\b[0-9a-f]{64}\b")
COUNT = re.compile(r"telde ons bewijsregister (\d+)")


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox().open() as opened:
        yield opened


@pytest.fixture
def worker(site: Site, mailbox: Mailbox, tmp_path: Path) -> Iterator[None]:
    """A worker of its own, that delivers to the mailbox."""
    environment = {
        "ART28_URL": site.url,
        "ART28_EMAIL_HOST": "127.0.0.1",
        "ART28_EMAIL_PORT": str(mailbox.port),
        "ART28_EMAIL_STARTTLS": "0",
    }
    with working(tmp_path, environment):
        yield


def said(key: str) -> Any:
    """What a reader finds in the sample."""
    return json.loads((SAMPLES / "facts" / f"{SAMPLE}.json").read_text())["facts"][key]["value"]


@dataclass(frozen=True)
class Spoken:
    """What the pages say in the language of whoever works there; the agreement and its mail stay Dutch."""

    language: str
    broken: str
    limit: str
    met: str
    closed: str


DUTCH = Spoken("nl", "beschadigd", "binnen 24 uur", "Nagekomen", "gesloten")
ENGLISH = Spoken("en", "damaged", "within 24 hours", "Met", "closed")


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("spoken", [DUTCH, ENGLISH], ids=lambda spoken: spoken.language)
def test_from_a_signed_agreement_to_evidence_that_an_outsider_verifies(
    spoken: Spoken, visit: Visit, ours: Tenant, mailbox: Mailbox, tmp_path: Path
) -> None:
    owner = ours.members[Role.OWNER].user
    owner.language = spoken.language
    owner.save()
    visitor = visit(accept_downloads=True, locale="nl-NL" if spoken.language == "nl" else "en-GB")
    cookie = settings.LANGUAGE_COOKIE_NAME
    visitor.context.add_cookies([{"name": cookie, "value": spoken.language, "url": visitor.site.url}])
    page = visitor.sign_in(owner.email)
    expect(page).to_have_url(visitor.site.address("today"))
    expect(page.locator("html")).to_have_attribute("lang", spoken.language)

    name_our_company(page)
    put_in_an_agreement_and_a_broken_file(page, tmp_path, spoken)
    light_the_passage_of_a_fact_and_confirm_it(page)
    see_the_promises(page, spoken)

    agreement = page.url.split("?")[0].rstrip("/").rpartition("/")[2]
    record_a_breach(page, agreement)
    room = page.url
    see_its_clock(page, spoken)
    write_the_report(page)
    send_it(page)

    mail = the_mail(page, mailbox)
    confirm_receipt_from_the_mail(visit, mail["link"], page, room, spoken)
    close_the_breach(page, room, spoken)

    pack = export_the_evidence(page, tmp_path)
    verify_as_an_outsider(pack, mail["head"], mail["count"])


def name_our_company(page: Page) -> None:
    page.goto(page.url.rstrip("/") + reverse("parties:entities"))
    page.locator("input[name=name]").fill(OUR_COMPANY)
    page.locator("main form button.primary").click()
    expect(page.locator("main ul.batch")).to_contain_text(OUR_COMPANY)


def put_in_an_agreement_and_a_broken_file(page: Page, folder: Path, spoken: Spoken) -> None:
    broken_file = folder / "kapot.pdf"
    broken_file.write_bytes(b"%PDF-1.7\nniets meer")
    page.locator(f".navigation a[href='{reverse('agreements:list')}']").click()
    page.locator(f"main a[href='{reverse('agreements:upload')}']").click()
    page.locator("input[type=file]").set_input_files([SAMPLES / "pdf" / f"{SAMPLE}.pdf", broken_file])
    expect(page.locator("[data-chosen] li")).to_have_count(2)
    page.locator("main form button[type=submit]").click()

    progress = page.locator("#progress")
    expect(progress.locator("progress")).to_have_attribute("value", "2", timeout=READING_MS)
    broken, whole = (progress.locator("li", has_text=name) for name in ("kapot.pdf", f"{SAMPLE}.pdf"))
    expect(broken.locator(".reason")).to_contain_text(spoken.broken)
    expect(broken.locator(".badge.late")).to_be_visible()
    expect(whole.locator(".badge.done")).to_be_visible()
    whole.get_by_role("link").first.click()
    expect(page.locator("section.document")).to_contain_text("Verwerkersovereenkomst")


def light_the_passage_of_a_fact_and_confirm_it(page: Page) -> None:
    page.locator(".tabs a[href='?tab=facts']").click()
    line = page.locator("[id='line-breach.deadline']")
    line.locator(".line-link").click()
    lit = page.locator("section.document mark.lit")
    expect(lit.first).to_be_in_viewport()
    assert "binnen 24 uur" in " ".join(lit.all_inner_texts())
    expect(page).to_have_url(re.compile(r"fact=breach\.deadline"))

    progress = page.locator("#fact-progress progress")
    expect(progress).to_have_attribute("value", "0")
    line.locator("button[value=confirm]").click()
    expect(line.locator(".decided")).to_be_visible()
    expect(progress).to_have_attribute("value", "1")


def see_the_promises(page: Page, spoken: Spoken) -> None:
    page.locator(".tabs a[href='?tab=duties']").click()
    promise = page.locator("[data-line='duty:breach.notify']").or_(
        page.locator(".panel li.line", has_text=spoken.limit)
    )
    expect(promise.first).to_contain_text(spoken.limit)
    promise.first.locator(".line-link").click()
    expect(page.locator("section.document mark.lit").first).to_be_in_viewport()


def record_a_breach(page: Page, agreement: str) -> None:
    page.locator(f".navigation a[href='{reverse('breaches:list')}']").click()
    page.locator(f"main a[href='{reverse('breaches:new')}']").first.click()
    page.locator(f"main a[href$='agreement={agreement}']").click()
    page.locator("[name=aware_reason]").fill("bevestigd door de dienstdoende beheerder")
    page.locator("[name=ends_by]").select_option("acknowledged")
    page.locator("[name=title]").fill("Back-up stond open op internet")
    page.locator("[name=description]").fill("Een back-up van de klantenportal was zonder wachtwoord te openen.")
    page.locator("[name=affected][value=confidentiality]").check()
    page.locator("[name=data_categories]").fill("namen\ntelefoonnummers")
    page.locator("[name=subjects_least]").fill("100")
    page.locator("[name=subjects_most]").fill("250")
    page.locator("main form.record button.primary").click()
    expect(page.locator("main h1")).to_have_text("Back-up stond open op internet")


def see_its_clock(page: Page, spoken: Spoken) -> None:
    """The clock is that of the agreement: its period, counted as `timelimits` counts it from the instant on the page."""
    instants = page.locator("article.side time")
    ends_at = instant(page.locator("article.side .clock-line time"))
    started_at = min(map(datetime.fromisoformat, instants.evaluate_all("all => all.map(each => each.dateTime)")))
    limit = compute_limit(started_at, parse_period(said("breach.deadline")), regime=Regime.EU, zone=AMSTERDAM)
    assert ends_at == limit.ends_at
    shown = ends_at.astimezone(AMSTERDAM)
    expect(page.locator("article.side .clock-line")).to_contain_text(f"{shown:%H:%M}")
    expect(page.locator("article.side")).to_contain_text(spoken.limit)


def instant(time: Any) -> datetime:
    return datetime.fromisoformat(time.first.get_attribute("datetime"))


def write_the_report(page: Page) -> None:
    page.locator("article.side .side-head a.button").click()
    asked = page.locator(".draft .question")
    for place, question in enumerate(said("breach.questionnaire")):
        expect(asked.nth(place).locator("label").first).to_contain_text(question["question"])
    expect(page.locator("[name=answer-1]")).to_have_value(re.compile("zonder wachtwoord"))
    page.locator("[name=answer-2]").fill("De klantenportal.")
    page.locator(".draft button").click()
    expect(page.locator("[name=answer-2]")).to_have_value("De klantenportal.")


def send_it(page: Page) -> None:
    page.locator("[name=kind][value=report]").check()
    page.locator("[name=recipient]").fill(RECIPIENT)
    page.locator("[name=recipient_name]").fill(RECIPIENT_NAME)
    page.locator("button[formaction$='/send/']").click()
    expect(page.locator(".journey")).to_have_count(1)


def the_mail(page: Page, mailbox: Mailbox) -> dict[str, str]:
    """The one message that arrived: under its own Message-ID, to its recipient, without the facts, with head and count."""
    reached(page, page.locator(".journey li.reached"), 2)
    (mail,) = mailbox.received
    kept = OutboxMessage.objects.get()
    assert mail["Message-ID"] == kept.message_id
    assert mail["To"].addresses[0].addr_spec == RECIPIENT
    assert mail["To"].addresses[0].display_name == RECIPIENT_NAME
    assert mailbox.envelopes[0][1] == (RECIPIENT,)
    body = mail.get_body(("plain",))
    assert body is not None
    text = " ".join(str(body.get_content()).split())
    assert "wachtwoord" not in text
    count, head = COUNT.search(text), HASH.search(text)
    assert count is not None
    assert head is not None
    assert (int(count[1]), head[0]) == (kept.evidence_count, kept.evidence_head)
    (link,) = (word for word in text.split() if word.startswith("http"))
    return {"link": link, "head": head[0], "count": count[1]}


def reached(page: Page, steps: Any, number: int) -> None:
    """Load the page again until the journey has come that far."""

    def far_enough(_: object = None) -> bool:
        page.reload()
        return bool(steps.count() >= number)

    for _ in range(100):
        if far_enough():
            return
        page.wait_for_timeout(200)
    expect(steps).to_have_count(number)


def confirm_receipt_from_the_mail(visit: Visit, link: str, page: Page, room: str, spoken: Spoken) -> None:
    recipient = visit().page
    for _ in range(2):  # a link scanner, then the person
        answer = recipient.goto(link)
        assert answer is not None
        assert answer.status == 200
    expect(recipient.locator("article.letter")).to_contain_text("zonder wachtwoord")
    page.goto(room)
    expect(page.locator(".journey li.reached")).to_have_count(2)
    expect(page.locator("article.side .clock-line.done")).to_have_count(0)

    recipient.locator("[name=name]").fill(RECIPIENT_NAME)
    recipient.locator("aside.confirm button").click()
    expect(recipient.locator("aside.confirm")).to_contain_text(RECIPIENT_NAME)
    expect(recipient.locator("aside.confirm form")).to_have_count(0)
    page.goto(room)
    expect(page.locator(".journey li.reached")).to_have_count(3)
    expect(page.locator("article.side .clock-line.done")).to_be_visible()
    expect(page.locator("article.side .clock-line")).to_contain_text(spoken.met)


def close_the_breach(page: Page, room: str, spoken: Spoken) -> None:
    for clock in others_that_run(page):
        page.goto(clock)
        page.locator(
            f"form[action='{reverse('clock_done', args=[clock.rstrip('/').rpartition('/')[2]])}'] button"
        ).click()
    page.goto(room)
    page.locator("main a[href$='/close/']").click()
    page.locator("[name=reason]").fill("De back-up is verwijderd; er is niets ingezien.")
    page.locator("main form button.primary").click()
    expect(page.locator(".page-head")).to_contain_text(spoken.closed)
    expect(page.locator("main a[href$='/close/']")).to_have_count(0)


def others_that_run(page: Page) -> list[str]:
    links = page.locator("p.follows:not(.done) a[href*='/clocks/']")
    return [str(address) for address in links.evaluate_all("all => all.map(each => each.href)")]


def export_the_evidence(page: Page, tmp_path: Path) -> Path:
    page.locator(f".navigation a[href='{reverse('evidence:index')}']").click()
    with page.expect_download() as coming:
        page.locator(f"form[action='{reverse('evidence:pack')}'] button").click()
    pack = tmp_path / coming.value.suggested_filename
    coming.value.save_as(pack)
    return pack


def verify_as_an_outsider(pack: Path, head: str, count: str) -> None:
    at = ("--head", head, "--count", count)
    whole = art28(pack.parent, "evidence", "verify", str(pack), *at)
    assert (whole.returncode, whole.stderr) == (0, "")
    for name, byte in (("contents.jsonl", b"verwijderd"), ("chain.jsonl", b"breach.closed")):
        faulty = art28(pack.parent, "evidence", "verify", str(with_a_byte_flipped(pack, name, byte)), *at)
        assert faulty.returncode == 1, faulty.stdout + faulty.stderr


def with_a_byte_flipped(pack: Path, name: str, place: bytes) -> Path:
    """The pack with the first byte of `place` in its file `name` flipped, zipped anew so that only art28 can notice."""
    forged = pack.with_name(f"forged-{name}.zip")
    with ZipFile(pack) as source, ZipFile(forged, "w") as target:
        for entry in source.infolist():
            data = bytearray(source.read(entry))
            if entry.filename == name:
                data[data.index(place)] ^= 1
            target.writestr(entry.filename, bytes(data))
    return forged
