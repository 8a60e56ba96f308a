"""A house template in a browser: brought, settled, filled in for one customer, then for three from a sheet."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from art28.web.accounts.rights import Role
from art28.web.house.kept import blanks_in
from art28.web.house.models import HouseTemplate
from art28.web.parties import actions as parties
from core.drafting.house.forms import AGREEMENT, GIVEN, plain, read
from e2e.conftest import Visit
from web.house.world import newest
from web.people import Tenant

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CUSTOMERS = ("Stichting Beukenhof", "Gemeente Waterrijk", "Zorggroep Lisdodde")


def test_a_word_document_is_brought_settled_and_filled_in_for_one_and_for_three(
    visit: Visit, ours: Tenant, tmp_path: Path
) -> None:
    actor = ours.actor(Role.OWNER)
    parties.add_legal_entity(ours.organisation, "Rekenhuis B.V.", actor=actor, now=timezone.now())
    visitor = visit(reduced_motion="reduce", accept_downloads=True, viewport={"width": 1440, "height": 900})
    page = visitor.signed_in(ours.members[Role.OWNER].user).go("drafts:list")

    page.locator(f"a[href='{reverse('house:list')}']").click()
    page.locator("main .actions a.primary").click()
    page.locator("[name=file]").set_input_files(
        {"name": "Huismodel.docx", "mimeType": DOCX, "buffer": plain(*AGREEMENT)}
    )
    page.locator("main form button.primary").click()
    expect(page.locator(".blanks > li")).to_have_count(len(GIVEN) + 2)
    template = HouseTemplate.objects.get()
    own = next(each.key for each in blanks_in(newest(template)) if each.name == "klantnummer")
    page.locator(f"[name=name_{own}]").fill("Uw klantnummer")
    page.locator(".keep button").click()
    expect(page.locator("main .meta")).to_contain_text("vastgesteld door")

    page.locator("main .page-head a.primary").click()
    page.locator("[name=name]").fill(CUSTOMERS[0])
    page.locator("main form button.primary").click()
    expect(page.locator("h1")).to_have_text(CUSTOMERS[0])
    for each in blanks_in(newest(template)):
        box = page.locator(f"[name=b{each.key}]")
        if each.fact in GIVEN and each.fact not in ("controller.name", "processor.name", "liability.cap"):
            box.fill(GIVEN[each.fact])
    page.locator("button[value=look]").click()
    expect(page.locator("#looked li")).to_have_text(["Hoogste vaste bedrag", "Uw klantnummer"][::-1])
    with page.expect_download() as coming:
        page.locator("button[value=download]").click()
    facts = read(Path(coming.value.path()).read_bytes()).facts
    assert (facts["controller.name"].value, facts["breach.deadline"].value) == (CUSTOMERS[0], "PT24H")

    page = visitor.go("house:detail", template.pk)
    with page.expect_download() as coming:
        page.locator("aside a[href$='sheet.xlsx']").click()
    page.locator("aside [name=file]").first.set_input_files(filled_in(Path(coming.value.path()), tmp_path))
    page.locator("aside form[enctype] button").first.click()
    expect(page.locator("tbody tr")).to_have_count(len(CUSTOMERS))
    with page.expect_download() as coming:
        page.locator("main .page-head button.primary").click()
    with zipfile.ZipFile(Path(coming.value.path())) as archive:
        names = [each for each in archive.namelist() if each.endswith(".docx")]
        assert [read(archive.read(each)).facts["controller.name"].value for each in names] == list(CUSTOMERS)


def filled_in(sheet: Path, folder: Path) -> Path:
    """The sheet with a row for each customer."""
    book: Any = openpyxl.load_workbook(io.BytesIO(sheet.read_bytes()))
    facts = {line[0]: line[1] for line in book.worksheets[1].iter_rows(min_row=2, values_only=True)}
    heads = [cell.value for cell in book.worksheets[0][1]]
    for name in CUSTOMERS:
        given = {**GIVEN, "controller.name": name}
        book.worksheets[0].append([given.get(facts.get(head, "")) for head in heads])
    book.save(folder / "klanten.xlsx")
    return folder / "klanten.xlsx"
