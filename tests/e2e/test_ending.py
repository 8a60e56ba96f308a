"""An agreement with three services ends in a browser: from notice through the controller's own choice to the certificate."""

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from art28.web.accounts.rights import Role
from art28.web.endings.models import Ending, Item
from e2e.conftest import Visit
from web.breaches import world as worlds
from web.endings.world import SAID, served
from web.people import Tenant

SUMS = f"{'a' * 64}  contacten.csv\n{'b' * 64}  postbussen.zip"


def _on(days_ago: int) -> str:
    return (timezone.localdate() - timedelta(days=days_ago)).isoformat()


def _at(days_ago: int) -> str:
    return f"{timezone.localtime() - timedelta(days=days_ago):%Y-%m-%dT%H:%M}"


def _section(page: Page, heading: str) -> Locator:
    return page.locator("section", has=page.get_by_role("heading", name=heading, exact=True))


def _looked_at(page: Page, name: str) -> None:
    if folder := os.environ.get("SEE"):
        page.screenshot(path=str(Path(folder, f"{name}.png")), full_page=True)


@pytest.mark.timeout(900)  # three browsers and thirty pages, beside others
def test_an_agreement_ends_from_notice_to_certificate(visit: Visit, ours: Tenant) -> None:
    agreement = worlds.agreement(ours.organisation, SAID)
    served(ours.organisation, agreement)
    visitor = visit().signed_in(ours.members[Role.OWNER].user)

    # Notice; an end in the past is asked about first.
    page = visitor.go("endings:new", query=f"agreement={agreement.pk}")
    page.get_by_label("Datum van de opzegging").fill(_on(70))
    page.get_by_label("Laatste dag", exact=True).fill(_on(45))
    page.get_by_label("Bepaling waarop de opzegging berust").fill("12.2")
    page.get_by_role("button", name="Opzegging vastleggen en de klokken starten").click()
    expect(page.locator("main")).to_contain_text("is voorbij")
    page.get_by_label("De laatste dag klopt, ook als die voorbij is").check()
    page.get_by_role("button", name="Opzegging vastleggen en de klokken starten").click()
    expect(page.get_by_role("heading", name="Stichting Zorg", level=1)).to_be_visible()
    expect(page.locator(".lane .name").first).to_be_visible()
    _looked_at(page, "1-notice")

    # A second notice is refused, with the way on.
    page = visitor.go("endings:new", query=f"agreement={agreement.pk}")
    page.get_by_role("link", name="Ga verder met die beëindiging").click()

    # A back-up, and what it will cost.
    page.get_by_text("Systeem, back-up of subverwerker toevoegen").click()
    form = page.locator("form", has=page.get_by_label("Dagen waarna een back-up wordt overschreven"))
    form.get_by_label("Wat het is").select_option("backup")
    form.get_by_label("Naam").first.fill("Nachtelijke back-up")
    form.get_by_label("Dagen waarna een back-up wordt overschreven").fill("30")
    form.get_by_role("button", name="Toevoegen").click()
    page.get_by_text("Regel toevoegen").click()
    form = _section(page, "Kosten").locator("form")
    form.get_by_label("Wat het is").fill("Uitlezen en overdragen")
    form.get_by_label(re.compile("Bedrag in euro")).fill("1200")
    form.get_by_role("button", name="Toevoegen").click()
    expect(_section(page, "Kosten")).to_contain_text("€ 1.200,00")

    # The controller chooses behind its own link, in its own browser.
    ending = Ending.objects.get()
    theirs = visit().go("endings:choose", ending.token)
    expect(theirs.locator("main")).to_contain_text("€ 1.200,00")
    _looked_at(theirs, "2-choice")
    theirs.get_by_label("Teruggave, daarna wissing van elke kopie").check()
    theirs.get_by_label("Uw naam en functie").fill("J. Okkerse, inkoop")
    theirs.get_by_role("button", name="Dit kiezen wij").click()
    expect(theirs.get_by_role("heading", name="De keuze is gemaakt")).to_be_visible()

    # Held back for a bill, disputed, released; then returned with checksums.
    page = visitor.go("endings:detail", ending.pk)
    page.get_by_text("Teruggave opschorten wegens onbetaalde rekeningen").click()
    page.get_by_label("Onbetaald, in euro’s").fill("450")
    page.get_by_label("Welke rekeningen").fill("2026-311")
    page.get_by_role("button", name="Opschorten").click()
    expect(page.locator(".note.warn")).to_contain_text("Een risico")
    page.get_by_text("De verwerkingsverantwoordelijke betwist de rekening").click()
    page.locator("form", has=page.get_by_role("button", name="Betwisting vastleggen")).get_by_label("Reden").fill(
        "Dubbel"
    )
    page.get_by_role("button", name="Betwisting vastleggen").click()
    expect(page.locator(".note.warn")).to_contain_text("Dubbel")
    _looked_at(page, "3-withheld")
    free = page.get_by_role("button", name="Betaald of vrijgegeven: niets meer achterhouden")
    page.locator("form", has=free).get_by_label("Reden").fill("Vrijgegeven, rekening apart")
    free.click()
    section = _section(page, "Teruggave")
    section.get_by_label("Wanneer").fill(_at(42))
    section.get_by_label("Langs welke weg").fill("sftp")
    section.get_by_label("SHA-256 van elk bestand").fill("geen lijst")
    section.get_by_role("button", name="Teruggave vastleggen").click()
    expect(page.locator("body")).to_contain_text("64 hexadecimale cijfers")
    section.get_by_label("Wanneer").fill(_at(42))
    section.get_by_label("Langs welke weg").fill("sftp")
    section.get_by_label("SHA-256 van elk bestand").fill(SUMS)
    section.get_by_role("button", name="Teruggave vastleggen").click()
    expect(_section(page, "Wat is teruggegeven")).to_contain_text("SHA256SUMS")

    # A legal hold stops deletion, with its reason.
    page.get_by_text("Wisverbod instellen").click()
    page.locator("form", has=page.get_by_role("button", name="Elke wissing tegenhouden")).get_by_label("Reden").fill(
        "Beslag"
    )
    page.get_by_role("button", name="Elke wissing tegenhouden").click()
    _delete(page, ["Centrale"], _at(38), "")
    expect(page.locator("body")).to_contain_text("Beslag")
    _looked_at(page, "4-held")
    page.locator(".note.warn").get_by_text("Wisverbod opheffen").first.click()
    page.locator(".note.warn").get_by_label("Reden").fill("Beslag opgeheven")
    page.locator(".note.warn").get_by_role("button", name="Wisverbod opheffen").click()

    # Systems, then sub-processors: three by hand, one behind its own link; then the back-up.
    _delete(page, ["Back-upserver", "Bestanden", "Centrale", "Postbussen"], _at(35), "")
    _delete(
        page,
        ["Kabelwacht B.V.", "Kluisland N.V.", "Poortwacht B.V."],
        _at(20),
        "hun privacyfunctionarissen, per e-mail",
    )
    _looked_at(page, "5-deleting")
    token = Item.objects.get(name="Wolkenveld Ltd").token
    other = visit().go("endings:attest", token)
    _looked_at(other, "6-attest")
    other.get_by_label("Hoe").fill("omgeving verwijderd")
    other.get_by_label("Uw naam en functie").fill("P. Vos, DPO")
    other.get_by_role("button", name="Dit is gewist").click()
    expect(other.get_by_role("heading", name="De wissing is verklaard")).to_be_visible()
    page = visitor.go("endings:detail", ending.pk)
    _delete(page, ["Nachtelijke back-up"], _at(1), "")

    # What stays, and the certificate in both languages.
    page.get_by_text("Iets blijft, op grond van de wet").click()
    form = page.locator("form", has=page.get_by_role("button", name="Vastleggen wat blijft"))
    form.get_by_label("Wat blijft").fill("Facturen")
    form.get_by_label("Wettelijke termijn").select_option("retention.fiscal_administration")
    form.get_by_label("Waarom het nodig is").fill("eigen administratie")
    form.get_by_label("De verwerkingsverantwoordelijke is ingelicht op").fill(_on(30))
    form.get_by_role("button", name="Vastleggen wat blijft").click()
    page.get_by_label("Naam en functie van wie het verklaart").fill("M. Berg, functionaris")
    page.get_by_role("button", name="Verklaring opmaken").click()
    _looked_at(page, "7-complete")
    for name in ("Verklaring in het Nederlands", "Verklaring in het Engels"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    expect(page.locator(".way li.done")).to_have_count(6)
    _narrow(page, "8-narrow")


def _delete(page: Page, names: list[str], at: str, attested_by: str) -> None:
    section = _section(page, "Wissing")
    for name in names:
        section.get_by_label(re.compile(re.escape(name))).check()
    section.get_by_label("Wanneer").fill(at)
    section.get_by_label("Hoe", exact=False).first.fill("omgeving verwijderd")
    section.get_by_label("Wie het verklaart").fill(attested_by)
    section.get_by_role("button", name="Wissing vastleggen").click()
    page.wait_for_load_state()


def _narrow(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    _looked_at(page, name)
