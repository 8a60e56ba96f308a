"""In a browser: a sub-processor and a measure change, something leaves, customers are taken over; and what is refused."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.agreements.models import Direction
from art28.web.disclosures.models import Disclosure
from art28.web.measures.agreed import Affected as AskedOfMeasure
from art28.web.measures.agreed import Change
from art28.web.notices.models import OutboxMessage
from art28.web.parties.models import Contact, Counterparty
from art28.web.services.models import Service
from art28.web.subprocessors.models import Proposal
from e2e.conftest import Visit
from web.breaches.world import World, agreement, world
from web.measures import changed
from web.measures.world import linked, measure, promised, promises
from web.subprocessors import going
from web.subprocessors.world import GENERAL, service, sub_processor

TABLE = """Partij;Waarvoor;Naam;E-mailadres
Nieuwe Zorg B.V.;privacy;K. Dam;privacy@nieuwezorg.example
;privacy;P. Vos;x@y.example
"""


def sent(page: Page, action: str) -> None:
    """Press the button of the form that leads there."""
    page.locator(f"form[action$='/{action}/'] button").click()


def answered(page: Page, kind: str, text: str = "") -> None:
    page.locator(f"select[name=kind] option[value={kind}], input[name=kind][value={kind}]").first.wait_for(
        state="attached"
    )
    if page.locator("select[name=kind]").count():
        page.locator("select[name=kind]").select_option(kind)
    else:
        page.locator(f"input[name=kind][value={kind}]").check()
    page.locator("[name=name]").fill("J. Okkerse")
    page.locator("[name=text]").fill(text)
    page.locator("form.form:has([name=kind]) button.primary").click()


def proposed(page: Page, host: str) -> None:
    page.locator("[name=kind][value=add]").check()
    page.locator("[name=sub_processor]").select_option(host)
    page.locator("[name=role]").fill("hosting")
    page.locator("[name=countries]").fill("NL")
    page.locator("[name=services]").first.check()
    page.locator("[name=planned_on]").fill((timezone.localdate() + timedelta(days=3)).isoformat())
    page.locator("[name=reply_to]").fill("bezwaar@dijkvaart.example")
    page.locator("form.form button.primary").click()


def test_a_sub_processor_is_engaged_once_who_objected_by_link_was_met(
    visit: Visit, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: World = world({**GENERAL, "subprocessors.notice_period": "P1D"})
    host = sub_processor(given)
    paper = agreement(given.organisation, {}, name="Contract Hostwerk", contact="", direction=Direction.CONTROLLER)
    going.posted(given, "file_agreement", host.pk, agreement=str(paper.pk))
    service(given, "Werkplek", taken_by=(given.agreement,))
    ours = visit().signed_in(given.owner)
    page = ours.go("subprocessors:propose")
    proposed(page, str(host.pk))
    expect(page.locator("ul.needs")).to_contain_text("Vooraf kennisgeving")
    sent(page, "announce")
    expect(page.locator("main")).to_contain_text("Aangekondigd")
    going.worked()
    change = Proposal.objects.get()
    page = ours.go("subprocessors:go", change.pk)
    expect(page.locator("section.verdict")).to_contain_text("Kan nog niet doorgaan")
    going.told(given, change)
    outside = visit().go("subprocessors:answer", going.letter(given.agreement).token)
    answered(outside, "objection", "Wij willen eerst weten waar de back-ups staan.")
    expect(outside.locator("main")).to_contain_text("Maakt bezwaar")
    later = timezone.now() + timedelta(days=4)
    monkeypatch.setattr(timezone, "now", lambda: later)
    page = ours.signed_in(given.owner).go("subprocessors:go", change.pk)
    expect(page.locator("section.verdict")).to_contain_text("Kan nog niet doorgaan")
    assert page.locator("form[action$='/decide/']").count() == 0
    page = ours.go("subprocessors:one", change.pk, going.affected(change, given.agreement).pk)
    answered(page, "mitigated", "De back-ups blijven in Nederland.")
    expect(page.locator("ol.said")).to_contain_text("De back-ups blijven in Nederland.")
    assert Service.objects.get().sub_processors == []
    page = ours.go("subprocessors:go", change.pk)
    page.locator("form[action$='/decide/'] [name=reason]").fill("Aan het bezwaar is tegemoetgekomen.")
    sent(page, "decide")
    expect(page.locator("section.verdict")).to_contain_text("Gaat door")
    sent(page, "carry-out")
    expect(page.locator("section.verdict")).to_contain_text("Uitgevoerd")
    assert [each["name"] for each in Service.objects.get().sub_processors] == ["Hostwerk B.V."]


def test_a_measure_changes_once_the_customer_consents_by_link_and_not_before(
    visit: Visit, transactional_db: None
) -> None:
    given = promised("Elke week wordt een back-up gemaakt.", said={"security.measures_change": "mutual"})
    linked(given, measure(given), promises(given.agreement)[0])
    change = changed.proposed(given)
    ours = visit().signed_in(given.owner)
    page = ours.go("measures:change", change.pk)
    sent(page, "announce")
    changed.told(given, change, "measure_consent")
    page = ours.go("measures:change", change.pk)
    expect(page.locator("form[action$='/take-effect/'] button")).to_be_disabled()
    outside = visit().go("measures:outside", OutboxMessage.objects.get().token)
    expect(outside.locator("main ins").first).to_be_visible()
    answered(outside, "refused")
    expect(outside.locator("main")).to_contain_text("op welke gronden")
    assert AskedOfMeasure.objects.get().standing == "open"
    answered(outside, "consented")
    expect(outside.locator("main")).to_contain_text("Toestemming gegeven")
    page = ours.go("measures:change", change.pk)
    sent(page, "take-effect")
    expect(page.locator("header.page-head")).to_contain_text("Van kracht")
    assert Change.objects.get().state == "done"


def test_nothing_is_disclosed_without_a_ground_and_what_is_permitted_stands_in_the_register(
    visit: Visit, transactional_db: None
) -> None:
    given = world({"confidentiality.duty": True})
    ours = visit().signed_in(given.owner)
    today = timezone.localdate().isoformat()

    def fill(page: Page) -> None:
        page.locator("[name=recipient]").fill("Onderzoeksbureau Noord")
        page.locator("[name=what]").fill("het toegangslogboek van zondag")
        page.locator("[name=on]").fill(today)

    page = ours.go("disclosures:agreement", given.agreement.pk)
    fill(page)
    page.get_by_role("button", name="Verstrekking vastleggen").click()
    expect(page.locator("main")).to_contain_text("grondslag")
    assert not Disclosure.objects.exists()
    page = ours.go("disclosures:agreement", given.agreement.pk)
    page.locator("details summary", has_text="Toestemming vastleggen").click()
    for name, value in (
        ("recipient", "Onderzoeksbureau Noord"), ("what", "het toegangslogboek"), ("given_by", "J. Okkerse"),
        ("given_on", today), ("kept_at", "brief 2026-118"),
    ):  # fmt: skip
        page.locator(f"[name=permission-{name}]").fill(value)
    sent(page, "permit")
    expect(page.locator("section[aria-labelledby=permissions]")).to_contain_text("brief 2026-118")
    fill(page)
    page.locator("[name=ground]").select_option("permission")
    page.locator("[name=permission]").select_option(index=1)
    page.get_by_role("button", name="Verstrekking vastleggen").click()
    expect(page.locator("section[aria-labelledby=disclosed]")).to_contain_text("het toegangslogboek van zondag")
    page = ours.go("disclosures:list")
    expect(page.locator("main")).to_contain_text("Onderzoeksbureau Noord")
    assert Disclosure.objects.get().permission is not None


def test_a_table_of_customers_is_looked_at_before_it_is_taken_over(visit: Visit, transactional_db: None) -> None:
    given = world()
    page = visit().signed_in(given.owner).go("contacts:upload")
    page.locator("input[type=file]").set_input_files(
        {"name": "klanten.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    page.locator("form.form button.primary").click()
    expect(page.locator("main")).to_contain_text("nieuwe partij")
    expect(page.locator("main")).to_contain_text("Niet overgenomen")
    assert not Counterparty.objects.filter(name="Nieuwe Zorg B.V.").exists()
    sent(page, "apply")
    page.wait_for_load_state()
    assert Contact.objects.get(counterparty__name="Nieuwe Zorg B.V.").name == "K. Dam"
    assert not Contact.objects.filter(name="P. Vos").exists()
