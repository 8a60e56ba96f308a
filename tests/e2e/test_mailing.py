"""Telling many at once in a browser, with a real mail server: prepared, approved by a second person, recalled, released."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, ViewportSize, expect

from art28.web.accounts.rights import Role
from art28.web.breaches import actions as breaches
from art28.web.breaches.models import Breach
from art28.web.calls.models import CallLine
from art28.web.clocks.models import Obligation
from art28.web.mailings import policies
from art28.web.notices.models import OutboxMessage
from e2e.beside import Mailbox, working
from e2e.conftest import Visit
from e2e.site import PASSWORD, Site
from web.breaches.world import KNOWN, SAID, agreement
from web.people import Tenant

MINUTES = re.compile(r"^[0-5]:\d\d$")
PHONE: ViewportSize = {"width": 390, "height": 844}


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


@pytest.fixture
def breach(ours: Tenant) -> Breach:
    """A breach of an hour ago: four that can be mailed, two of which are one customer's; one without address; two to call."""
    organisation, now = ours.organisation, timezone.now()
    mailed = [agreement(organisation, name=f"Stichting Wende {n}", contact=f"fg{n}@wende.example") for n in range(4)]
    type(mailed[1]).objects.filter(pk=mailed[1].pk).update(counterparty=mailed[0].counterparty)
    without = agreement(organisation, name="Zonder adres", contact="")
    calls = [agreement(organisation, {**SAID, "breach.channel": ["phone"]}, name=f"Bel {n}") for n in range(2)]
    policies.set_policy(organisation, approval_from=2, recall_minutes=5, actor=ours.actor(Role.OWNER), now=now)
    return breaches.record_breach(
        organisation,
        [each.pk for each in (*mailed, without, *calls)],
        title="Gehackte back-upserver",
        facts=KNOWN,
        discovery=breaches.Discovery(
            aware_at=now - timedelta(hours=1), aware_reason="bevestigd door de dienst", at_sub_processor=False
        ),
        by=ours.members[Role.OWNER].user,
        actor=ours.actor(Role.OWNER),
        now=now,
    )


@pytest.mark.usefixtures("worker")
def test_a_mailing_is_approved_by_a_second_person_recalled_released_and_arrives_once(
    visit: Visit, ours: Tenant, breach: Breach, mailbox: Mailbox
) -> None:
    owner = visit()
    page = owner.sign_in(ours.members[Role.OWNER].user.email, PASSWORD)
    expect(page).to_have_url(owner.site.address("today"))
    page = owner.go("breaches:room", breach.pk)
    page.locator(f".tabs a[href='{reverse('mailings:breach', args=(breach.pk,))}']").click()
    page.locator("form.prepare button.primary").click()
    expect(page.locator("h1")).to_contain_text("3 berichten")
    expect(page.locator(".obstacles")).to_contain_text("2 Wil gebeld worden")
    expect(page.locator(".obstacles")).to_contain_text("1 Geen e-mailadres")
    expect(page.locator("#standing button.primary")).to_have_count(0)
    mailing = page.url

    second = visit()
    other = second.sign_in(ours.members[Role.PRIVACY_OFFICER].user.email, PASSWORD)
    expect(other).to_have_url(second.site.address("today"))
    other.goto(mailing)
    other.locator(".facts a", has_text="Stichting Wende").first.click()
    expect(other.locator("article.letter").first).to_contain_text("Een back-up stond open op internet.")
    other.goto(mailing)
    other.locator("#standing button.primary").click()
    expect(other.locator("#standing")).to_contain_text("Goedgekeurd")

    page.goto(mailing)
    page.locator("#standing button.primary").click()
    expect(page.locator("[data-until]")).to_have_text(MINUTES)
    page.locator("#standing button.danger").click()
    expect(page.locator("#standing")).to_contain_text("Teruggeroepen")
    assert not OutboxMessage.objects.exists()

    policies.set_policy(
        ours.organisation, approval_from=2, recall_minutes=0, actor=ours.actor(Role.OWNER), now=timezone.now()
    )
    page.goto(mailing)
    page.locator("#standing button.primary").click()
    expect(page.locator("#standing")).to_contain_text("3 aangenomen door de mailserver")
    reached = sorted(str(mail["To"]).rpartition("<")[2].rstrip(">") for mail in mailbox.received)
    # Who may approve is asked by mail as well, where the worker looks before somebody did.
    assert [each for each in reached if not each.endswith("@veldlicht.example")] == [
        "fg0@wende.example",
        "fg2@wende.example",
        "fg3@wende.example",
    ]
    assert Obligation.objects.filter(action="notify_breach", state="met").count() == 4
    read_the_one_for_two_agreements(visit, mailbox)


def read_the_one_for_two_agreements(visit: Visit, mailbox: Mailbox) -> None:
    """Its page shows both reports; one confirmation confirms both."""
    mail = next(mail for mail in mailbox.received if "fg0@" in str(mail["To"]))
    body = mail.get_body(("plain",))
    assert body is not None
    link = next(word for word in body.get_content().split() if "/notices/read/" in word)
    page = visit().page
    page.goto(link)
    expect(page.locator("dl.answers")).to_have_count(2)
    page.locator("input[name=name]").fill("J. Okkerse")
    page.locator("main form button.primary").click()
    expect(page.locator(".confirm")).to_contain_text("J. Okkerse")
    assert OutboxMessage.objects.filter(acknowledged_by="J. Okkerse").count() == 2


def test_two_callers_on_telephones_share_the_list(visit: Visit, ours: Tenant, breach: Breach) -> None:
    callers = [visit(viewport=PHONE, has_touch=True) for _ in range(2)]
    for caller, role in zip(callers, (Role.OWNER, Role.PRIVACY_OFFICER), strict=True):
        caller.signed_in(ours.members[role].user)
    pages: list[Page] = [caller.go("calls:list", breach.pk) for caller in callers]
    for page in pages:
        page.locator(".call-next button").click()
        expect(page.locator("a.dial")).to_have_attribute("href", "tel:0321000418")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    first, second = (page.locator("h1").inner_text() for page in pages)
    assert {first, second} == {"Bel 0", "Bel 1"}
    pages[0].locator("[name=spoken_to]").fill("J. Okkerse")
    pages[0].locator("main form button.primary").click()
    expect(pages[0].locator(".told-figures")).to_contain_text("1 van 2 bereikt")
    pages[1].locator("[name=again]").select_option("30")
    pages[1].locator(".in-vain button").click()
    expect(pages[1].locator("#calls")).to_contain_text("1 later opnieuw")
    assert set(CallLine.objects.values_list("state", flat=True)) == {"reached", "waiting"}
