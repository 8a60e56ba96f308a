"""What was filled in when a session ended: back in the form, for the same person alone."""

from playwright.sync_api import Page, expect

from art28.web.accounts.rights import Role
from e2e.conftest import Visit
from e2e.inhabited import Inhabited
from e2e.site import PASSWORD

TYPED = "Dit kostte een kwartier."


def _sent_without_session(page: Page) -> None:
    page.locator("[name=description]").fill(TYPED)
    page.locator("[name=affected][value=integrity]").check()
    page.context.clear_cookies(name="art28_session")
    page.locator("main form.record button.primary").click()
    expect(page.locator("[name=login]")).to_be_visible()


def _sign_in(page: Page, email: str) -> None:
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()


def test_it_stands_in_the_form_again_and_goes_with_the_next_page(visit: Visit, lived_in: Inhabited) -> None:
    user = lived_in.ours.members[Role.OWNER].user
    visitor = visit(reduced_motion="reduce").signed_in(user)
    page = visitor.go("breaches:facts", lived_in.breach.pk)
    _sent_without_session(page)
    _sign_in(page, user.email)
    expect(page.locator("main .note[role=status]")).to_contain_text("wat u had ingevuld", ignore_case=True)
    expect(page.locator("[name=description]")).to_have_value(TYPED)
    expect(page.locator("[name=affected][value=integrity]")).to_be_checked()
    visitor.go("breaches:facts", lived_in.breach.pk)
    expect(page.locator("[name=description]")).not_to_have_value(TYPED)


def test_somebody_else_who_signs_in_sees_nothing_of_it(visit: Visit, lived_in: Inhabited) -> None:
    page = visit(reduced_motion="reduce").signed_in(lived_in.ours.members[Role.OWNER].user).go(
        "breaches:facts", lived_in.breach.pk
    )  # fmt: skip
    _sent_without_session(page)
    _sign_in(page, lived_in.ours.members[Role.PRIVACY_OFFICER].user.email)
    expect(page.locator("[name=description]")).not_to_have_value(TYPED)
    assert page.evaluate("sessionStorage.getItem('art28-unsent')") is None
