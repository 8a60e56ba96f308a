"""The signing story in a real browser: two people, a code by real mail each, a seal that anybody can check."""

import io
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Page, expect
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from art28.sealing.certificates import certificates
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.signing import sealing
from e2e.beside import Mailbox, art28, working
from e2e.conftest import Visit
from e2e.site import Site
from web.drafts.world import SIGNER, World, drafted, ready
from web.people import Tenant

OURS = "directie@veldlicht.example"
CODE = re.compile(r"\b\d{6}\b")
LINK = re.compile(r"http://\S+/signing/sign/\S+")
READING_MS = 120_000


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox().open() as opened:
        yield opened


@pytest.fixture
def worker(site: Site, mailbox: Mailbox, tmp_path: Path, settings: LazySettings) -> Iterator[Path]:
    """A worker of its own with the same secret and seal; gives the certificate of the seal."""
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True
    sealing.key()
    environment = {
        "ART28_URL": site.url,
        "ART28_SECRET_KEY": settings.SECRET_KEY,
        "ART28_SEAL_KEY": settings.SEAL_KEY,
        "ART28_SEAL_CERTIFICATE": settings.SEAL_CERTIFICATE,
        "ART28_EMAIL_HOST": "127.0.0.1",
        "ART28_EMAIL_PORT": str(mailbox.port),
        "ART28_EMAIL_STARTTLS": "0",
    }
    with working(tmp_path, environment):
        yield tmp_path / "seal.pem"


def test_two_people_sign_and_anybody_can_check_the_seal(
    visit: Visit, ours: Tenant, mailbox: Mailbox, worker: Path, tmp_path: Path
) -> None:
    world = World(ours, drafted(ours))
    ready(world)
    owner = visit(accept_downloads=True).signed_in(ours.members[Role.OWNER].user)
    page = owner.go("signing:begin", world.draft.pk)
    page.locator("[name=processor_name]").fill("M. Berg")
    page.locator("[name=processor_email]").fill(OURS)
    page.locator("main form button.primary").click()
    expect(page.locator("#signing")).to_be_visible()

    theirs = visit(accept_downloads=True, viewport={"width": 390, "height": 844}).page
    be_known(theirs, mailbox, SIGNER)
    fill(theirs, "P. Okkerse", "Dronten")
    draw(theirs)
    theirs.locator("#sign button.primary").click()
    expect(theirs.locator("#answer")).to_contain_text("U hebt ondertekend")

    other = visit(accept_downloads=True, java_script_enabled=False).page
    be_known(other, mailbox, OURS)
    fill(other, "M. Berg", "Zwolle")
    other.locator("[name=typed]").fill("M. Berg")
    other.locator("#sign button.primary").click()
    expect(other.locator("#answer")).to_contain_text("U hebt ondertekend")

    wait_for(lambda: len([each for each in to(mailbox, SIGNER) if "door alle partijen ondertekend" in each[0]]) == 1)
    theirs.reload()
    with theirs.expect_download() as coming:
        theirs.get_by_role("link", name="Verzegeld document").click()
    sealed = tmp_path / "sealed.pdf"
    coming.value.save_as(sealed)
    check_as_an_outsider(sealed, worker, tmp_path)

    wait_for(lambda: FactVersion.objects.filter(key="document.state", value="signed").exists())
    agreement = Agreement.objects.get()
    page = owner.go("agreements:detail", agreement.pk, query="tab=duties")
    expect(page.locator(".panel")).to_contain_text("binnen 24 uur")


def to(mailbox: Mailbox, address: str) -> list[tuple[str, str]]:
    found = []
    for each in list(mailbox.received):
        if address in str(each["To"]):
            body = each.get_body(("plain",))
            assert body is not None
            found.append((str(each["Subject"]), body.get_content()))
    return found


def wait_for(done: Callable[[], bool], seconds: int = 120) -> None:
    until = timezone.now().timestamp() + seconds
    while not done():
        assert timezone.now().timestamp() < until, "nothing came"
        sleep(0.2)


def be_known(page: Page, mailbox: Mailbox, address: str) -> None:
    wait_for(lambda: any(LINK.search(text) for _, text in to(mailbox, address)))
    link = next(found[0] for _, text in to(mailbox, address) if (found := LINK.search(text)))
    page.goto(link)
    expect(page.locator("article.sheet")).to_contain_text("Verwerkersovereenkomst")
    page.locator("input[value=code] ~ div button").click()
    expect(page.locator("#code")).to_be_visible()
    wait_for(lambda: any("code" in subject for subject, _ in to(mailbox, address)))
    text = next(text for subject, text in to(mailbox, address) if "code" in subject)
    found = CODE.search(text)
    assert found is not None
    page.locator("#code").fill(found[0])
    page.locator(".show-code button").click()
    expect(page.locator("#sign")).to_be_visible()


def fill(page: Page, name: str, place: str) -> None:
    page.locator("#sign [name=name]").fill(name)
    page.locator("#sign [name=role]").fill("bestuurder")
    page.locator("#sign [name=place]").fill(place)
    page.locator("#sign [name=consent]").check()


def draw(page: Page) -> None:
    pad = page.locator("[data-pad]")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 60)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(box["x"] + 20 + 20 * step, box["y"] + 60 + (25 if step % 2 else -25))
    page.mouse.up()
    expect(page.locator("[name=way][value=drawn]")).to_be_checked()


def check_as_an_outsider(sealed: Path, certificate: Path, folder: Path) -> None:
    """By pyHanko's own validator, by art28 without database or network, and an altered copy is refused."""
    trusted = certificates(certificate.read_bytes())
    (found,) = PdfFileReader(io.BytesIO(sealed.read_bytes())).embedded_signatures
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
    # In a thread of its own: the browser keeps a loop of events in this one, and the validator runs its own.
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(validate_pdf_signature, found, context).result().bottom_line
    done = art28(folder, "sealed", str(sealed), "--certificate", str(certificate))
    assert done.returncode == 0, done.stderr
    altered = folder / "altered.pdf"
    data = bytearray(sealed.read_bytes())
    data[len(data) // 3] ^= 1
    altered.write_bytes(bytes(data))
    assert art28(folder, "sealed", str(altered), "--certificate", str(certificate)).returncode == 1
