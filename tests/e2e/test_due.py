"""What is due in a real browser: narrowing while typing, giving away by keyboard, the calendar without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from art28.agreement.duties import Action
from art28.web.accounts.rights import Role
from art28.web.clocks import saving, targets
from art28.web.clocks.filters import Filters
from art28.web.clocks.models import Obligation
from e2e.conftest import Visit
from e2e.dressed import in_every_dress
from web.breaches.world import NOW
from web.breaches.world import agreement as with_party
from web.clocks.due_world import clock, day_limit
from web.people import Tenant


@pytest.fixture
def busy(ours: Tenant) -> Tenant:
    """An organisation with limits of every kind, a target, and a kept selection."""
    now, owner = timezone.now(), ours.members[Role.OWNER]
    hospital = with_party(ours.organisation, name="Coöperatieve Ziekenhuisvereniging Noord-Overijssel")
    town = with_party(ours.organisation, name="Gemeente Zuid")
    clock(hospital, ends_in=now + timedelta(hours=3, minutes=12) - NOW, owner=owner.user)
    clock(town, ends_in=now - timedelta(hours=5) - NOW, subject_label="2026-07")
    clock(town, ends_in=None, action=Action.ASSIST_REQUEST, subject_kind="request", started_at=now)
    clock(hospital, ends_in=now + timedelta(days=3) - NOW, ours=False, action=Action.ALLOW_AUDIT, subject_kind="audit")
    day_limit(town, now.date() + timedelta(days=1), action=Action.RETURN_OR_DELETE, subject_kind="ending")
    actor = ours.actor(Role.OWNER)
    targets.set_target(ours.organisation, Action.ASSIST_REQUEST, "P3D", actor=actor, now=now)
    saving.save(ours.organisation, owner.user, "Deze week", Filters(whose="all", within="P7D"), shared=True, now=now)
    return ours


def test_the_list_narrows_while_one_types_and_the_address_keeps_it(visit: Visit, busy: Tenant) -> None:
    page = (visitor := visit().signed_in(busy.members[Role.OWNER].user)).go("due:list", query="whose=all")
    rows = page.locator(".due-board tbody tr")
    expect(rows).to_have_count(5)
    page.locator("#due-q").press_sequentially("gemeente")
    expect(rows).to_have_count(3)
    assert "q=gemeente" in visitor.page.url
    expect(page.locator("#due-q")).to_be_focused()
    page.locator("#due-state").select_option("late")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("5 uur te laat")


def test_ticked_by_keyboard_given_away_and_taken_back(visit: Visit, busy: Tenant) -> None:
    page = visit().signed_in(busy.members[Role.OWNER].user).go("due:list", query="whose=all")
    page.locator("[data-choose-all]").focus()
    page.keyboard.press("Space")
    expect(page.locator("input[name=obligation]:checked")).to_have_count(5)
    engineer = busy.members[Role.ENGINEER].user
    page.locator("#bulk-owner").select_option(str(engineer.pk))
    page.locator(".due-bulk button", has_text="Wijs toe").first.press("Enter")
    expect(page.locator(".due-undo")).to_be_visible()
    assert Obligation.objects.filter(owner=engineer).count() == 5
    page.locator(".due-undo button").press("Enter")
    expect(page.locator(".due-undo")).to_have_count(0)
    assert Obligation.objects.filter(owner=engineer).count() == 0


def test_the_calendar_and_the_list_work_without_scripts(visit: Visit, busy: Tenant) -> None:
    visitor = visit(java_script_enabled=False).signed_in(busy.members[Role.OWNER].user)
    page = visitor.go("due:calendar", query="whose=all")
    expect(page.locator("td.now .today")).to_have_text("vandaag")
    page.locator("td.now .date a").press("Enter")
    expect(page.locator(".due-board tbody tr").first).to_be_visible()
    page.locator("#due-action").select_option("assist_request")
    page.locator("#due-q").press("Enter")
    assert "action=assist_request" in page.url


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_are_accessible_and_fit_their_screens(visit: Visit, busy: Tenant, language: str) -> None:
    owner = busy.members[Role.OWNER].user
    owner.language = language
    owner.save()
    visitor = visit(reduced_motion="reduce").signed_in(owner)
    faults: list[str] = []
    for name, query in (
        ("due:list", "whose=all"),
        ("due:list", "q=nergens&event=breach"),
        ("due:calendar", "whose=all"),
        ("due:calendar", f"whose=all&week={timezone.now():%G-W%V}"),
        ("due:targets", ""),
        ("due:feeds", ""),
        ("accounts:people", ""),
    ):
        page = visitor.go(name, query=query)
        faults += in_every_dress(page, f"{name}?{query}")
    assert not faults, "\n".join(faults)
