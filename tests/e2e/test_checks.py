"""A check in a browser: linked to its promise, failed, accepted with a reason, passed; and a key that is issued once."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from art28.web.accounts.rights import Role
from art28.web.agreements.models import AgreementText
from art28.web.controls.models import Asset, Check
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.people import Tenant

PASSAGE = "De sleutel van een reservekopie telt ten minste 256 bit."


def test_a_check_fails_is_accepted_for_a_time_and_passes_again(visit: Visit, ours: Tenant) -> None:
    made = agreement(ours.organisation, name="Stichting Zorg")
    AgreementText.objects.create(
        organisation=ours.organisation, agreement=made, extraction="2", text=f"Bijlage 2\n{PASSAGE}\n", blocks=[],
        pages=[], read_at=timezone.now(),
    )  # fmt: skip
    page = visit().signed_in(ours.members[Role.OWNER].user).go("controls:list")
    page.get_by_role("link", name="Controle toevoegen").first.click()
    page.get_by_label("Wat wordt gecontroleerd?").fill("Versleuteling van reservekopieën")
    page.get_by_label("Wat toont zij aan?").fill("De sterkte van de sleutel")
    page.get_by_label("Hoe vaak?").select_option(label="Wekelijks")
    page.get_by_label("Drempel").select_option(label="Ten minste")
    page.get_by_label("Getal").fill("256")
    page.get_by_label("Eenheid").fill("bit")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("link", name="Overeenkomst koppelen").click()
    page.get_by_label("Bepaling").fill("bijlage 2")
    page.get_by_label("De passage").fill("Wij beloven niets.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("bevat deze woorden niet")
    page.get_by_label("De passage").fill(PASSAGE)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("q.cited")).to_contain_text(PASSAGE)
    page.get_by_role("link", name="Uitslag vastleggen").click()
    page.get_by_label("Geslaagd").check()
    page.get_by_label("Waarde (bit)").fill("128")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("Zeg wat het toont, of voeg een bestand toe.")
    page.get_by_label("Wat toont het?").fill("ticket 418")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator(".note.late")).to_contain_text("Onder de drempel")
    page.locator("summary", has_text="Tijdelijk aanvaarden").click()
    page.get_by_label("Waarom wordt het aanvaard?").fill("nieuwe schijf besteld")
    page.get_by_label("Tot en met").fill((timezone.localdate() + timedelta(days=7)).isoformat())
    page.get_by_role("button", name="Aanvaarden").click()
    expect(page.locator(".page-head")).to_contain_text("Tijdelijk aanvaard")
    page.get_by_role("link", name="Uitslag vastleggen").click()
    page.get_by_label("Geslaagd").check()
    page.get_by_label("Waarde (bit)").fill("256")
    page.get_by_label("Wat toont het?").fill("ticket 420")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator(".page-head")).to_contain_text("Geslaagd")
    assert page.locator("svg.strip rect").count() == 2
    assert Check.objects.get().standing == "passed"


def test_a_key_is_issued_and_not_a_second_time(visit: Visit, ours: Tenant) -> None:
    page = visit().signed_in(ours.members[Role.ENGINEER].user).go("controls:assets")
    page.get_by_role("link", name="Middel toevoegen").click()
    page.get_by_label("Nummer of kenmerk").fill("S-1")
    page.get_by_label("Naam").fill("Sleutel serverruimte")
    page.get_by_label("Wat is het?").select_option(label="Sleutel, pas of certificaat")
    page.get_by_role("button", name="Bewaren").click()
    for holder in ("M. Berg", "J. Okkerse"):
        page.locator("summary", has_text="Uitgeven, innemen").click()
        page.get_by_label("Aan wie?").fill(holder)
        page.locator("details[open] button").click()
        expect(page.locator("main")).to_contain_text("M. Berg")
    expect(page.locator("main")).to_contain_text("neem het eerst in")
    assert Asset.objects.get().holder == "M. Berg"
