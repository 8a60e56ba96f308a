"""A file with several agreements in a real browser: put in as one file, found as agreements that lead to each other."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from art28.web.accounts.rights import Role
from art28.web.agreements.pump import pump
from core.extraction.bundles import MAIN_CONTRACT, OTHER, dutch
from e2e.conftest import Visit
from web.people import Tenant


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundel.txt"
    path.write_text(dutch(title="Verwerkersovereenkomst hosting") + MAIN_CONTRACT + OTHER, encoding="utf-8")
    return path


def test_a_bundle_becomes_agreements_that_lead_to_each_other(visit: Visit, ours: Tenant, bundle: Path) -> None:
    visitor = visit(reduced_motion="reduce").signed_in(ours.members[Role.PRIVACY_OFFICER].user)
    page = visitor.go("agreements:upload")
    page.locator("input[type=file]").set_input_files([bundle])
    page.locator("main form button[type=submit], main form button:not([type])").first.click()
    page.wait_for_url("**/batch/**")
    pump(now=timezone.now(), limit=5)

    lines = page.locator("#progress .batch > li")
    expect(lines).to_have_count(2)
    expect(lines.nth(1)).to_contain_text("bundel.txt · overeenkomst 2 van 2")
    lines.nth(1).get_by_role("link", name="Verwerkersovereenkomst", exact=True).click()

    note = page.locator(".agreement-note")
    expect(note).to_contain_text("Dit bestand bevat 2 overeenkomsten, elk afzonderlijk gelezen. Dit is nummer 2.")
    expect(page.locator("[data-document]")).to_contain_text("binnen 48 uur")
    expect(page.locator("[data-document]")).not_to_contain_text("Dienstverleningsovereenkomst")
    note.get_by_role("link", name="Verwerkersovereenkomst hosting").click()
    expect(page.locator("[data-document]")).to_contain_text("binnen 24 uur")
