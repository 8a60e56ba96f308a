"""Signing in English in a browser, every page initialled, and all that may go wrong on the way: said, nothing half done."""

import hashlib
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.accounts.models import User
from art28.web.accounts.rights import Role
from art28.web.drafts import links
from art28.web.drafts.models import Draft
from art28.web.signing import codes
from art28.web.signing.models import Challenge, Signatory, Signing
from art28.web.signing.sealing import seal_due
from e2e.conftest import Visit
from e2e.site import Visitor
from web.drafts.world import World, drafted, ready
from web.people import Tenant
from web.signing.world import pages


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.fixture
def world(ours: Tenant) -> World:
    return World(ours, drafted(ours, template="customer", language="en"))


def owner(visit: Visit, world: World) -> Visitor:
    """The owner's browser, in English."""
    member = world.ours.members[Role.OWNER].user
    User.objects.filter(pk=member.pk).update(language="en")
    visitor = visit(reduced_motion="reduce", viewport={"width": 1440, "height": 900}, locale="en-GB")
    return visitor.signed_in(User.objects.get(pk=member.pk))


def put_before_both(sender: Visitor, world: World) -> Page:
    page = sender.go("signing:begin", world.draft.pk)
    page.locator("[name=processor_name]").fill("M. Berg")
    page.locator("[name=processor_email]").fill("directie@veldlicht.example")
    page.locator("main form button.primary").click()
    return page


def known(visit: Visit, order: int) -> Page:
    """The browser of a signatory who showed a code."""
    signatory = Signatory.objects.get(order=order)
    visitor = visit(reduced_motion="reduce", viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = visitor.go("signing:sign", links.token("signatory", signatory.pk))
    page.locator("input[value=code] ~ div button").click()
    expect(page.locator("#code")).to_be_visible()
    page.locator("#code").fill(codes.code_of(Challenge.objects.filter(signatory=signatory).latest("made_at").pk))
    page.locator(".show-code button").click()
    expect(page.locator("#sign")).to_be_visible()
    return page


def fill(page: Page, name: str) -> None:
    for field, value in (("name", name), ("role", "director"), ("place", "Dronten"), ("typed", name)):
        page.locator(f"#sign [name={field}]").fill(value)
    page.locator("#sign [name=consent]").check()


def press(page: Page) -> None:
    page.locator("#sign button.primary").click()


def test_what_is_blank_or_contradicts_itself_keeps_an_agreement_from_its_signatories(
    visit: Visit, world: World
) -> None:
    sender = owner(visit, world)
    page = put_before_both(sender, world)
    expect(page.locator("main")).to_contain_text("Still to be filled in: the security measures")
    expect(page.locator("main")).to_contain_text("An agreement with blanks isn't signed; change the draft first.")
    assert not Signing.objects.exists()
    page = sender.go("drafts:edit", world.draft.pk)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    page.locator("[name=subprocessors__list]").fill("Far Away Inc. / hosting / US / US")
    page.locator("[name=transfers__rule]").select_option("not_outside_eea")
    page.locator("main form button.primary").first.click()
    expect(page.locator("main")).to_contain_text("Far Away Inc.")
    expect(page.locator(".errors").first).to_be_visible()
    assert Draft.objects.get().version == 1


def test_two_people_sign_and_initial_every_page_and_what_goes_wrong_is_said(
    visit: Visit, world: World, tmp_path: Path
) -> None:
    sender = owner(visit, world)
    ready(world)
    page = put_before_both(sender, world)
    expect(page.locator("#signing")).to_be_visible()
    assert Signing.objects.get().initials, "the template wants them"

    theirs = known(visit, 0)
    expect(theirs.locator("[name=initials]")).to_have_value("PO")
    fill(theirs, "P. Okkerse")
    theirs.locator("[name=initials]").fill("")
    theirs.locator("#sign").evaluate("form => form.noValidate = true")
    press(theirs)
    expect(theirs.locator("[role=alert]")).to_contain_text("Something is missing. See the fields.")
    assert Signatory.objects.get(order=0).signed_at is None
    theirs.locator("[name=initials]").fill("PO")
    fill(theirs, "P. Okkerse")
    again = theirs.context.new_page()
    again.goto(theirs.url)
    press(theirs)
    expect(theirs.locator("#answer")).to_contain_text("You have signed")
    fill(again, "Somebody Else")
    press(again)
    expect(again.locator("[role=alert]")).to_contain_text("You have signed already: nothing was changed.")
    assert Signatory.objects.get(order=0).name == "P. Okkerse"

    other = known(visit, 1)
    fill(other, "M. Berg")
    Draft.objects.update(version=9)
    press(other)
    expect(other.locator("[role=alert]")).to_contain_text("The document has changed since it was put before you.")
    Draft.objects.update(version=2)
    until = Signing.objects.get().expires_at
    Signing.objects.update(expires_at=timezone.now())
    fill(other, "M. Berg")
    press(other)
    expect(other.locator("[role=alert]")).to_contain_text("The time to sign is over.")
    other.goto(other.url.partition("#")[0])
    expect(other.locator(".note.soon")).to_contain_text("to put it before you again")
    assert Signatory.objects.get(order=1).signed_at is None
    Signing.objects.update(expires_at=until)
    other.goto(other.url.partition("#")[0])
    fill(other, "M. Berg")
    press(other)
    expect(other.locator("#answer")).to_contain_text("You have signed")

    assert seal_due(now=timezone.now(), limit=1) == 1
    kept = Signing.objects.get()
    for each in pages(bytes(kept.sealed or b"")):
        assert "PO" in each.rpartition("Initials:")[2]
    assert "Initials on every page" in "\n".join(pages(bytes(kept.certificate or b"")))
    page.reload()
    expect(page.locator("#signing ~ .signing")).to_contain_text("PAdES B-B: time by the operator's own clock")
    check(sender, bytes(kept.sealed or b""), tmp_path)


def check(sender: Visitor, sealed: bytes, folder: Path) -> None:
    """On the page that checks a file: as it was sealed, and altered."""
    middle = len(sealed) // 3
    copies = {
        "as it was sealed, under the seal of this installation.": sealed,
        "Don't rely on it.": sealed + b"\n% more\n",
        "carries no seal": bytes(Signing.objects.get().document),
        "can't be read as a PDF": sealed[:middle],
    }
    for words, data in copies.items():
        file = folder / f"{hashlib.sha256(data).hexdigest()[:8]}.pdf"
        file.write_bytes(data)
        page = sender.go("signing:check")
        page.locator("[name=file]").set_input_files(file)
        page.locator("main form button.primary").click()
        expect(page.locator(".note")).to_contain_text(words)
