"""The portfolio, a playbook, a comparison and the chain in a browser, as a lawyer goes through them."""

import re

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from art28.checking.playbooks.reading import source_of
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.portfolio.models import AcceptedRisk
from art28.web.portfolio.pump import pump
from art28.web.yardsticks.models import PlaybookVersion
from e2e.conftest import Visit
from web.breaches import world as worlds
from web.people import Tenant
from web.samples import TEXT, read_agreement


def test_from_a_column_to_the_agreements_that_fail_there_to_a_risk_that_is_accepted(visit: Visit, ours: Tenant) -> None:
    read_agreement(ours)
    page = visit(reduced_motion="reduce").signed_in(ours.members[Role.OWNER].user).go("portfolio:index")
    page.locator("th.turned a[href*='key=c_security']").click()
    expect(page.locator(".matrix tbody tr")).to_have_count(1)
    page.locator(".matrix tbody a[href*='requirement=c_security']").click()
    expect(page.locator("[data-line='requirement:c_security']")).to_have_class(re.compile("active"))
    page.locator("[data-line='finding:gdpr.c_security'] .line-link").click()
    page.locator("[data-line='finding:gdpr.c_security'] a[href*='/portfolio/risks/']").click()
    page.locator("[name=reason]").fill("De leverancier is gecertificeerd.")
    page.locator("[name=review_on]").fill("2100-01-01")
    page.locator("main form button.primary").click()
    expect(page.locator("main")).to_contain_text("De leverancier is gecertificeerd.")
    assert AcceptedRisk.objects.get().finding == "gdpr.c_security"


def test_a_playbook_is_mended_tried_and_put_in_force(visit: Visit, ours: Tenant) -> None:
    read_agreement(ours)
    page = visit(reduced_motion="reduce").signed_in(ours.members[Role.OWNER].user).go("yardsticks:index")
    page.locator("a[href*='from=provider']").click()
    page.locator("[name=source]").fill(source_of("provider").replace("fact: breach.deadline", "fact: nergens", 1))
    page.locator(".playbook-form button").click()
    expect(page.locator(".playbook-problems")).to_contain_text("nergens")
    page.locator("[name=source]").fill(source_of("provider"))
    page.locator(".playbook-form button").click()
    expect(page.locator(".tried tbody tr").first).to_be_visible()
    page.locator(f"form[action='{reverse('yardsticks:put_in_force')}'] button").click()
    expect(page.locator(".rules tbody tr").first).to_be_visible()
    assert PlaybookVersion.objects.get().state == "in_force"
    pump(now=timezone.now(), limit=200)
    page.goto(page.url.replace(reverse("yardsticks:index"), reverse("portfolio:index")) + "?measure=playbook")
    expect(page.locator(".matrix tbody td.cM").first).to_be_visible()


def test_an_agreement_is_held_against_the_other_sides_version(visit: Visit, ours: Tenant) -> None:
    agreement = read_agreement(ours)
    visitor = visit(reduced_motion="reduce").signed_in(ours.members[Role.OWNER].user)
    page = visitor.go("agreements:detail", agreement.pk)
    page.locator(f"a[href='{reverse('comparisons:index')}?a={agreement.pk}']").click()
    slower = TEXT.replace("36 uur", "72 uur").encode()
    page.locator("#file").set_input_files({"name": "voorstel.txt", "mimeType": "text/plain", "buffer": slower})
    page.locator(f"form[action='{reverse('comparisons:bring')}'] button").click()
    expect(page.locator(".differences")).to_contain_text("72 uur")
    expect(page.locator(".clause-pair ins")).to_contain_text("72")
    with page.expect_download() as word:
        page.locator("a[href*='/as/docx/']").click()
    assert word.value.suggested_filename.endswith(".docx")


def test_the_chain_shows_its_gaps_and_leads_to_the_promise(visit: Visit, ours: Tenant) -> None:
    worlds.agreement(ours.organisation, {"breach.deadline": "PT24H"}, name="Stichting Zon")
    worlds.agreement(
        ours.organisation, {"breach.deadline": "PT48H"}, name="Rekenwolk GmbH", direction=Direction.CONTROLLER
    )
    page = visit(reduced_motion="reduce").signed_in(ours.members[Role.OWNER].user).go("chains:index")
    expect(page.locator(".chain-picture svg.wide")).to_contain_text("Rekenwolk GmbH")
    expect(page.locator(".chain-picture svg.wide path.gap")).to_have_count(1)
    page.locator(".chain-rows a", has_text="Stichting Zon").first.click()
    expect(page.locator("h1")).to_contain_text("Verwerkersovereenkomst")
