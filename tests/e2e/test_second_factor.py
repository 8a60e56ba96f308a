"""Second factors in a real browser: an authenticator app, a passkey, and the limit on trying to sign in."""

import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from django.conf import LazySettings
from django.urls import reverse
from playwright.sync_api import Page, expect

from art28.web.accounts.models import User
from art28.web.accounts.rights import Role
from e2e.conftest import Visit
from e2e.site import PASSWORD, Visitor
from web.people import Tenant

PERIOD_SECONDS = 30
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def owner(ours: Tenant) -> User:
    return ours.members[Role.OWNER].user


@pytest.fixture
def _tolerant(settings: LazySettings) -> None:
    """A code may cross into the next half minute on its way; a slow machine is no wrong code."""
    settings.MFA_TOTP_TOLERANCE = 2


@pytest.mark.usefixtures("_tolerant")
def test_an_authenticator_app_is_set_up_and_its_code_asked_at_the_next_sign_in(visit: Visit, owner: User) -> None:
    visitor = visit()
    page = signed_in(visitor, owner)
    secret = set_up_an_app(page)

    elsewhere = visit()
    asked = elsewhere.sign_in(owner.email)
    expect(asked).to_have_url(elsewhere.site.address("mfa_authenticate"))
    elsewhere.go("today")
    assert elsewhere.path() == reverse("mfa_authenticate")

    asked.locator("input[name=code]").fill("000000")
    send_code(asked)
    expect(asked.locator("ul.errors").first).to_be_visible()
    asked.locator("input[name=code]").fill(code(secret))
    send_code(asked)
    expect(asked).to_have_url(elsewhere.site.address("today"))


@pytest.mark.usefixtures("_tolerant")
def test_a_recovery_code_opens_the_account_once(visit: Visit, owner: User) -> None:
    page = signed_in(visit(), owner)
    set_up_an_app(page)
    page.goto(page.url.split("/account/")[0] + reverse("mfa_view_recovery_codes"))
    spare = page.locator("textarea").input_value().split()[0]

    elsewhere = visit()
    asked = elsewhere.sign_in(owner.email)
    asked.locator("input[name=code]").fill(spare)
    send_code(asked)
    expect(asked).to_have_url(elsewhere.site.address("today"))

    again = visit()
    asked = again.sign_in(owner.email)
    asked.locator("input[name=code]").fill(spare)
    send_code(asked)
    expect(asked).to_have_url(again.site.address("mfa_authenticate"))


def test_a_passkey_is_registered_and_signs_in_alone(visit: Visit, owner: User) -> None:
    visitor = visit()
    authenticator(visitor)
    page = signed_in(visitor, owner)
    behind_the_password(page, visitor.site.address("mfa_add_webauthn"))
    page.locator("input[name=name]").fill("Sleutelbos")
    page.locator("input[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    expect(page).not_to_have_url(visitor.site.address("mfa_add_webauthn"))
    page.goto(visitor.site.address("mfa_list_webauthn"))
    expect(page.locator("main")).to_contain_text("Sleutelbos")

    sign_out(page)
    expect(page).to_have_url(visitor.site.address("account_login"))
    page.locator("#passkey_login").click()
    expect(page).to_have_url(visitor.site.address("today"))
    expect(page.locator(".account .menu-head")).to_contain_text(owner.email)


def test_wrong_passwords_are_stopped_with_a_reason_before_a_right_one_is_tried(visit: Visit, owner: User) -> None:
    visitor = visit()
    for _ in range(5):
        page = visitor.sign_in(owner.email, "niet-het-wachtwoord")
        expect(page.locator("ul.errors").first).to_be_visible()
    page = visitor.sign_in(owner.email)
    assert visitor.path() == reverse("account_login")
    expect(page.locator("main")).to_contain_text("Te veel mislukte pogingen")


def test_a_flood_of_attempts_meets_a_page_that_says_what_to_do(
    visit: Visit, owner: User, settings: LazySettings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/h/ip"}
    visitor = visit()
    for _ in range(3):
        page = visitor.sign_in("niemand@nergens.example")
    expect(page.locator("h1")).to_have_text("Te veel pogingen in korte tijd")
    assert Axe().run(page).response["violations"] == []


def signed_in(visitor: Visitor, user: User) -> Page:
    page = visitor.sign_in(user.email)
    expect(page).to_have_url(visitor.site.address("today"))
    return page


def sign_out(page: Page) -> None:
    page.locator(".account summary").click()
    page.locator(f".account form[action='{reverse('account_logout')}'] button").click()


def set_up_an_app(page: Page) -> str:
    """Set an authenticator app up; returns its secret."""
    behind_the_password(page, page.url.rstrip("/") + reverse("mfa_activate_totp"))
    secret = page.locator("#authenticator_secret").input_value()
    expect(page.locator("img[src^='data:image/svg']")).to_be_visible()
    page.locator("input[name=code]").fill(code(secret))
    page.locator(f"form[action='{reverse('mfa_activate_totp')}'] button[type=submit]").click()
    expect(page).not_to_have_url(page.url.split("/account/")[0] + reverse("mfa_activate_totp"))
    return secret


def behind_the_password(page: Page, address: str) -> None:
    """Open a page that asks for the password again."""
    page.goto(address)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator(f"form[action='{reverse('account_reauthenticate')}'] button[type=submit]").click()
    expect(page).to_have_url(address)


def send_code(page: Page) -> None:
    page.locator(f"form[action='{reverse('mfa_authenticate')}'] button[type=submit]").first.click()


def code(secret: str) -> str:
    """The code that an app shows now (RFC 6238)."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD_SECONDS)))


def authenticator(visitor: Visitor) -> None:
    """Give the browser a fingerprint reader that always says yes."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    options: dict[str, Any] = {"options": AUTHENTICATOR}
    session.send("WebAuthn.addVirtualAuthenticator", options)
