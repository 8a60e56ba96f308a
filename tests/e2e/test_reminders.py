"""Reminders in a browser: the bell and its list by keyboard, and a policy changed without JavaScript."""

from django.urls import reverse
from playwright.sync_api import expect

from art28.web.accounts.rights import Role
from art28.web.reminders.models import Reminder, ReminderPolicy
from e2e.conftest import Visit
from e2e.inhabited import Inhabited
from e2e.site import PASSWORD


def test_the_list_is_gone_through_and_marked_by_keyboard(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(reduced_motion="reduce").signed_in(lived_in.ours.members[Role.OWNER].user)
    page = visitor.go("today")
    told = Reminder.objects.filter(user=lived_in.ours.members[Role.OWNER].user).values("obligation").distinct().count()
    expect(page.locator(".bell b")).to_have_text(str(told))
    page.locator(".bell").click()
    page.wait_for_url("**/reminders/", wait_until="load")
    page.keyboard.press("j")
    expect(page.locator(".reminders > li.active [data-open]")).to_be_focused()
    page.keyboard.press("s")
    expect(page.locator(".reminders > li.new")).to_have_count(told - 1)
    page.wait_for_load_state("load")
    expect(page.locator(".reminders > li")).to_have_count(told)
    assert Reminder.objects.exclude(seen_at=None).values("obligation").distinct().count() == 1
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clocks/*/")


def test_a_policy_is_drawn_and_kept_without_javascript(visit: Visit, lived_in: Inhabited) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.sign_in(lived_in.ours.members[Role.OWNER].user.email, PASSWORD)
    page.locator(".bell").click()
    page.locator(f".reminder-tabs a[href='{reverse('reminders:policy')}']").click()
    circles = page.locator("figure.picture").first.locator("circle")
    expect(circles).to_have_count(12)
    page.locator("[name=steps-6-amount]").fill("95")
    page.locator("[name=steps-6-to][value=management]").check()
    page.locator("button[name=preview]").click()
    expect(circles).to_have_count(13)
    assert not ReminderPolicy.objects.exists()
    page.locator("form.policy button.primary").click()
    expect(circles).to_have_count(13)
    assert len(ReminderPolicy.objects.get().steps) == 7
