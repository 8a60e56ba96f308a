"""The story of an addendum in a real browser: proposed, put before both, signed, in force; and one that is declined."""

import os
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.agreements.pump import pump as read_files
from art28.web.amendments.models import Amendment
from art28.web.amendments.pump import carry_on
from art28.web.drafts import links
from art28.web.signing import codes
from art28.web.signing.models import Challenge, Signatory
from art28.web.signing.sealing import seal_due
from e2e.conftest import Visit
from e2e.site import Visitor
from web.amendments.world import on_file
from web.people import Tenant

KEY = "subprocessors.authorisation"


@pytest.fixture
def old(ours: Tenant, settings: LazySettings, tmp_path: Path) -> Agreement:
    """An agreement that both have signed, under which sub-processors are authorised in general."""
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True
    return on_file(ours, "Stichting Zonnehoek")


def worked() -> None:
    """The worker's turn."""
    now = timezone.now()
    carry_on(now=now, limit=5)
    seal_due(now=now, limit=5)
    read_files(now=now, limit=5)


def said(agreement: Agreement) -> FactVersion:
    return FactVersion.objects.get(agreement=agreement, key=KEY, current=True)


def proposed(owner: Visitor, agreement: Agreement) -> Amendment:
    """The owner begins an addendum, says in its draft what changes, and sends it."""
    page = owner.go("amendments:new", query=f"agreement={agreement.pk}")
    page.locator("[name=scope][value=addendum]").check()
    page.locator("[name=what]").fill("Subverwerkers voortaan alleen met specifieke toestemming.")
    page.locator("main form button.primary").click()
    worked()
    row = Amendment.objects.latest("renewal__made_at")
    page = owner.go("amendments:amendment", row.pk)
    page.locator(f"a[href='{reverse('drafts:edit', args=(row.draft_id,))}']").click()
    page.locator("details:has([name=subprocessors__authorisation]) > summary").click()
    page.locator("[name=subprocessors__authorisation]").select_option("specific")
    page.locator("form.choosing button.primary, .keep button.primary").first.click()
    expect(page.locator("article.sheet")).to_contain_text("van de Overeenkomst komt te luiden:")
    look(page, "draft")
    worked()
    page = owner.go("amendments:detail", row.renewal_id)
    look(page, "renewal")
    page.locator(f"form[action='{reverse('amendments:send', args=(row.renewal_id,))}'] button").click()
    worked()
    return Amendment.objects.get(pk=row.pk)


def known(visitor: Visitor, row: Amendment, order: int) -> Page:
    """A signatory opens their link, asks for a code and shows it."""
    each = Signatory.objects.filter(signing__draft=row.draft_id, order=order).latest("signing__begun_at")
    page = visitor.go("signing:sign", links.token("signatory", each.pk))
    expect(page.locator("article.sheet")).to_contain_text("Addendum bij de verwerkersovereenkomst")
    page.locator("input[value=code] ~ div button").click()
    expect(page.locator("#code")).to_be_visible()
    page.locator("#code").fill(codes.code_of(Challenge.objects.filter(signatory=each).latest("made_at").pk))
    page.locator(".show-code button").click()
    expect(page.locator("#sign")).to_be_visible()
    return page


def sign(page: Page, name: str) -> None:
    page.locator("#sign [name=name]").fill(name)
    page.locator("#sign [name=role]").fill("bestuurder")
    page.locator("#sign [name=place]").fill("Dronten")
    page.locator("#sign [name=consent]").check()
    page.locator("#sign [name=typed]").fill(name)
    page.locator("#sign button.primary").click()
    expect(page.locator("#answer")).to_contain_text("U hebt ondertekend")


def look(page: Page, name: str) -> None:
    """Keep a picture where somebody wants to look at the pages (ART28_PICTURES)."""
    folder = os.environ.get("ART28_PICTURES")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_an_addendum_is_proposed_signed_by_both_and_holds(visit: Visit, ours: Tenant, old: Agreement) -> None:
    owner = visit().signed_in(ours.members[Role.OWNER].user)
    assert said(old).value == "general"
    row = proposed(owner, old)
    theirs = known(visit(viewport={"width": 390, "height": 844}), row, 0)
    look(theirs, "sign-390")
    sign(theirs, "P. Okkerse")
    sign(known(visit(), row, 1), "M. Berg")
    worked()

    assert (said(old).value, said(old).state) == ("specific", "amended")
    page = owner.go("agreements:detail", old.pk, query=f"tab=facts&fact={KEY}")
    look(page, "agreement")
    row.refresh_from_db()
    link = page.locator(f"a[href^='{reverse('agreements:detail', args=(row.successor_id,))}']").first
    expect(link).to_be_visible()
    page = owner.go("amendments:versions", old.pk, query=f"on={timezone.localdate().isoformat()}")
    look(page, "versions")
    expect(page.locator("main")).to_contain_text("Addendum vanaf")


def test_whoever_declines_an_addendum_leaves_the_agreement_as_it_was(
    visit: Visit, ours: Tenant, old: Agreement
) -> None:
    owner = visit().signed_in(ours.members[Role.OWNER].user)
    row = proposed(owner, old)
    theirs = known(visit(), row, 0)
    theirs.locator("details.remark-on summary").last.click()
    theirs.locator("#reason").fill("Wij willen algemene toestemming houden.")
    theirs.locator("button.danger").click()
    expect(theirs.locator("main")).to_contain_text("geweigerd")

    page = owner.go("amendments:amendment", row.pk)
    expect(page.locator("main")).to_contain_text("Wij willen algemene toestemming houden.")
    assert said(old).value == "general"
    assert not Agreement.objects.filter(amends=old).exists()
