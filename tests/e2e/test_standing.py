"""In a browser: an agreement comes into force once complete, a contact says what changed, a customer takes a service."""

from playwright.sync_api import Page, expect

from art28.web.lifecycle.models import Step
from art28.web.services.models import ServiceUse
from e2e.conftest import Visit
from web.breaches.world import world
from web.contacts.world import asked, contact
from web.lifecycle.world import both_signed, linked, turned_to, without
from web.subprocessors.world import service


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
