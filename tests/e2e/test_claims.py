"""A claim in a browser: its amounts and figures, a settlement above the limit refused, the report, and a court too soon."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from art28.web.claims.models import Claim
from art28.web.clocks.models import Obligation
from e2e.conftest import Visit
from web.breaches.world import agreement
from web.claims.world import limit, worded
from web.people import Tenant


def opened(page: Page, summary: str) -> None:
    page.locator("details.act summary", has_text=summary).first.click()


def pressed(page: Page, button: str) -> None:
    page.locator("details.act[open] button", has_text=button).click()


def test_a_claim_is_weighed_refused_above_its_limit_and_reported_before_it_lapses(visit: Visit, ours: Tenant) -> None:
    limits = [limit("fees_of_month", per="event"), limit("fixed", 5000)]
    said = {"liability.regime": "capped", "liability.limits": limits, "liability.claim_period": "P12M"}
    under = agreement(ours.organisation, said)
    worded(under)
    page = visit().signed_in(ours.members[Role.OWNER].user).go("claims:new")
    page.locator("a.choose-link").first.click()
    page.get_by_label("Uit welke gebeurtenis?").fill("2026-0007")
    page.locator("#id_arose_at").fill(f"{timezone.localdate() - timedelta(days=9)}T10:00")
    page.get_by_label("Wat is er gebeurd?").fill("Er is niet betaald.")
    page.get_by_label("Welke tekortkoming").fill("De vergoeding van oktober bleef uit.")
    page.get_by_role("button", name="Vastleggen, en zien wat zij kan opleveren").click()
    expect(page.locator("main")).to_contain_text("De vergoeding over de maand vóór de gebeurtenis")
    opened(page, "Een bedrag vastleggen")
    page.locator("details[open]").get_by_label("In woorden").fill("Aanmaning")
    page.locator("details[open]").get_by_label("Bedrag in euro").fill("1800")
    pressed(page, "Vastleggen")
    opened(page, "Een cijfer opgeven")
    page.locator("details[open]").get_by_label("Welk cijfer?").select_option("month")
    page.locator("details[open]").get_by_label("Bedrag in euro").fill("1200")
    page.locator("details[open]").get_by_label("Waar komt het vandaan?").fill("factuur van september")
    pressed(page, "Vastleggen")
    expect(page.locator(".sums")).to_contain_text("€ 1.200,00")
    opened(page, "Regelen")
    page.locator("details[open]").get_by_label("Voor hoeveel").fill("1800")
    page.locator("details[open]").get_by_label("Op welke grondslag?").fill("zo afgesproken")
    pressed(page, "Vastleggen")
    expect(page.locator("body")).to_contain_text("meer dan de grenzen van de overeenkomst toelaten")
    opened(page, "Aan de andere partij melden")
    page.locator("details[open]").get_by_label("Aan welk adres?").fill("jurist@zorg.example")
    pressed(page, "Verzenden")
    expect(page.locator(".page-head")).to_contain_text("Gemeld")
    row = Claim.objects.get()
    assert (row.state, Obligation.objects.filter(subject_id=row.pk, action="report_claim").count()) == ("reported", 1)
    page.get_by_role("link", name="Wat de overeenkomst over aansprakelijkheid zegt").click()
    opened(page, "Geschil vastleggen")
    page.locator("details[open]").get_by_label("Waarover gaat het geschil?").fill("De factuur.")
    pressed(page, "Vastleggen")
    page.locator("#ends ~ ul a").first.click()
    opened(page, "Een stap vastleggen")
    page.locator("details[open]").get_by_label("Welke stap?").select_option("court")
    page.locator("details[open]").get_by_label("Op welke dag?").fill(timezone.localdate().isoformat())
    page.locator("details[open]").get_by_label("Wat kwam eruit?").fill("dagvaarding")
    pressed(page, "Vastleggen")
    expect(page.locator("body")).to_contain_text("of overleg aan de rechter voorafgaat")
