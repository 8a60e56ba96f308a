"""In a browser: an agreement begins, gets a side letter and is terminated; contacts, services, a change that is forbidden."""

import io
from datetime import timedelta

import openpyxl
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.claims.cases import Termination
from art28.web.lifecycle.models import Paper, Step
from art28.web.services.models import Service, ServiceUse
from art28.web.spreadsheets import XLSX
from art28.web.subprocessors.models import Proposal
from art28.web.uploads import LARGEST_COPY
from e2e.conftest import Visit
from web.breaches.world import world
from web.contacts.world import asked, contact
from web.lifecycle.world import active, both_signed, linked, turned_to, without
from web.subprocessors.world import INSIDE, agreement, proposal, service, sub_processor


def into_force(page: Page) -> None:
    stage = page.locator("form[action$='/stage/']")
    if not stage.is_visible():
        page.locator("details summary", has_text="Volgende fase").click()
    stage.locator("[name=stage]").select_option("active")
    stage.locator("button.primary").click()


def test_an_agreement_comes_into_force_once_what_is_missing_is_mended(visit: Visit, transactional_db: None) -> None:
    given = world(without())
    linked(given)
    turned_to(given)
    ours = visit().signed_in(given.owner)
    page = ours.go("lifecycle:agreement", given.agreement.pk)
    into_force(page)
    expect(page.get_by_role("alert")).to_contain_text("Ondertekening")
    assert not Step.objects.filter(stage="active").exists()
    both_signed(given)
    into_force(ours.go("lifecycle:agreement", given.agreement.pk))
    expect(page.locator(".stages .here")).to_have_text("Van kracht")
    assert Step.objects.get(stage="active").agreement_id == given.agreement.pk


def test_a_contact_says_by_its_link_what_changed_and_can_still_be_reached(visit: Visit, transactional_db: None) -> None:
    row = asked(world())
    page = visit().go("contacts:confirm", row.token)
    expect(page.locator("main")).to_contain_text("J. Okkerse")
    page.locator("[name=said][value=corrected]").check()
    for name in ("email", "phone"):
        page.locator(f"[name={name}]").fill("")
    page.locator("form button.primary").click()
    expect(page.locator("form.form")).to_contain_text("telefoonnummer")
    row.refresh_from_db()
    assert row.said == ""
    page.locator("[name=email]").fill("meldpunt@zorg.example")
    page.locator("form button.primary").click()
    expect(page.locator(".note")).to_contain_text("Andere gegevens")
    row.refresh_from_db()
    assert row.said == "corrected"
    assert contact().email == "datalek@zorg.example"


def test_a_customer_takes_a_service_and_gives_it_back(visit: Visit, transactional_db: None) -> None:
    given = world()
    made = service(given, "Werkplek")
    page = visit().signed_in(given.owner).go("services:detail", made.pk, query="q=zorg")
    page.locator("form[action$='/link/'] input[type=checkbox]").first.check()
    page.get_by_role("button", name="Zij nemen haar af").click()
    page.wait_for_load_state()
    assert ServiceUse.objects.get().agreement_id == given.agreement.pk
    page.locator("form[action*='/unlink/'] button").click()
    page.wait_for_load_state()
    assert not ServiceUse.objects.exists()


def brought(page: Page, name: str, kind: str, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})


def test_a_side_letter_is_kept_with_its_day_and_holds_from_then_on(visit: Visit, transactional_db: None) -> None:
    given = active(without())
    ours = visit().signed_in(given.owner)
    page = ours.go("lifecycle:agreement", given.agreement.pk)
    page.locator("details summary", has_text="Gedateerde kopie bewaren").click()
    expect(page.locator("form[action$='/paper/']")).to_contain_text("Hoogstens 20 MB")
    page.locator("[name=paper-kind]").select_option("side_letter")
    page.locator("[name=paper-name]").fill("Afwijkende afspraak over bewaren")
    page.locator("[name=paper-dated]").fill("2026-11-16")
    brought(page, "brief.pdf", "application/pdf", b"%PDF" + b"0" * LARGEST_COPY)
    page.locator("form[action$='/paper/'] button").click()
    expect(page.locator("form[action$='/paper/']")).to_contain_text("te groot")
    assert not Paper.objects.exists()
    brought(page, "brief.pdf", "application/pdf", b"%PDF" + b"0" * 3_000_000)
    page.locator("form[action$='/paper/'] button").click()
    expect(page.locator("[aria-labelledby=papers]")).to_contain_text("Afwijkende afspraak over bewaren")
    for day, holds in (("2026-11-15", False), ("2026-11-16", True)):
        page = ours.go("lifecycle:day", given.agreement.pk, query=f"day={day}")
        assert ("Afwijkende afspraak over bewaren" in page.locator("main").inner_text()) is holds, day


def test_services_come_out_of_a_workbook_once_somebody_saw_what_it_changes(
    visit: Visit, transactional_db: None
) -> None:
    given, book, kept = world(), openpyxl.Workbook(), io.BytesIO()
    for row in (
        ("Dienst", "Gegevens", "Subverwerkers"),
        ("Back-up", "naam", "Hostwerk / hosting / NL"),
        ("", "naam", ""),
    ):
        book.active.append(row)
    book.save(kept)
    page = visit().signed_in(given.owner).go("services:upload")
    brought(page, "diensten.xlsx", XLSX, b"geen werkblad")
    page.locator("form button.primary").click()
    expect(page.locator("form.form")).to_contain_text("De eerste rij bevat niet de gevraagde kopjes")
    brought(page, "diensten.xlsx", XLSX, kept.getvalue())
    page.locator("form.form button.primary").click()
    expect(page.locator("main")).to_contain_text("Back-up")
    expect(page.locator("main")).to_contain_text("Niet overgenomen")
    assert not Service.objects.exists()
    page.locator("form[action$='/apply/'] button").click()
    page.wait_for_load_state()
    assert Service.objects.get().sub_processors[0]["name"] == "Hostwerk"


def test_a_failure_ends_an_agreement_only_after_the_term_to_cure_it(visit: Visit, transactional_db: None) -> None:
    given = active(without())
    ours, today = visit().signed_in(given.owner), timezone.localdate()
    page = ours.go("claims:liability", given.agreement.pk)

    def terminates(until: str) -> None:
        form = page.locator("details.act:has([name=ground])")
        if form.get_attribute("open") is None:
            form.locator("summary").click()
        form.locator("[name=ground]").select_option("breach")
        form.locator("[name=party]").select_option("processor")
        form.locator("[name=reason]").fill("De facturen blijven onbetaald.")
        form.locator("[name=noticed_on]").fill(today.isoformat())
        form.locator("[name=until]").fill(until)
        form.locator("button.button").click()
        page.wait_for_load_state()

    terminates("")
    expect(page.locator("body")).to_contain_text("een tekortkoming heeft een hersteltermijn")
    assert not Termination.objects.exists()
    terminates((today + timedelta(days=20)).isoformat())
    row = Termination.objects.get()
    page = ours.go("claims:termination", row.pk)
    expect(page.locator("main")).to_contain_text("De hersteltermijn loopt nog")
    page.locator("details.act:has([name=ends_on]) summary").click()
    page.locator("[name=ends_on]").fill((today + timedelta(days=5)).isoformat())
    page.locator("details.act:has([name=ends_on]) button.button").click()
    expect(page.locator("body")).to_contain_text("een termijn voor herstel")
    row.refresh_from_db()
    assert row.state == "open"


def test_a_change_that_an_agreement_forbids_cites_its_clause_and_cannot_go_ahead(
    visit: Visit, transactional_db: None
) -> None:
    given = world()
    strict = agreement(given, "Verbiedt", INSIDE)
    change = proposal(given, sub_processor(given), countries=("CH",))
    ours = visit().signed_in(given.owner)
    page = ours.go("subprocessors:impact", change.pk, query="need=3")
    cited = page.locator("a.cited").first
    expect(cited).to_contain_text("passage over transfers.rule")
    assert (
        cited.get_attribute("href")
        == f"{reverse('agreements:detail', args=(strict.pk,))}?tab=facts&fact=transfers.rule"
    )
    page.locator("form[action$='/announce/'] button").click()
    page = ours.go("subprocessors:go", change.pk)
    expect(page.locator("section.verdict")).to_contain_text("Kan nog niet doorgaan")
    assert page.locator("form[action$='/decide/']").count() == 0
    assert Proposal.objects.get().state == "announced"
