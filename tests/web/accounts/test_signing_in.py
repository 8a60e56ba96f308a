"""Signing in, the second factor, language, and what every answer carries."""

import re
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client
from django.urls import reverse

from art28.web.accounts import actions
from art28.web.accounts.models import User
from art28.web.accounts.rights import Role
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
PASSWORD = "zeven-warme-wanten-drogen"


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def noor(ours: Tenant) -> User:
    user = actions.create_user("noor@veldlicht.example", "Noor", password=PASSWORD, now=NOW)
    actions.add_member(ours.organisation, user, Role.PRIVACY_OFFICER, actor=ours.actor(), now=NOW)
    return user


def sign_in(password: str = PASSWORD) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": "noor@veldlicht.example", "password": password})
    return client


def test_a_password_signs_in(noor: User) -> None:
    assert sign_in().get(reverse("agreements:list")).status_code == 200
    assert sign_in("verkeerd-wachtwoord").get(reverse("agreements:list")).status_code == 302


def test_addresses_are_alike_in_any_case(noor: User) -> None:
    client = Client()
    client.post(reverse("account_login"), {"login": "NOOR@Veldlicht.example", "password": PASSWORD})
    assert client.get(reverse("agreements:list")).status_code == 200


def test_guessing_is_slowed_down(noor: User) -> None:
    client = Client()
    answers = [
        client.post(reverse("account_login"), {"login": "noor@veldlicht.example", "password": f"raden-{number}"})
        for number in range(12)
    ]
    assert "Te veel mislukte pogingen" in answers[-1].content.decode() or answers[-1].status_code == 429
    assert sign_in().get(reverse("agreements:list")).status_code == 302


def as_html(sent: Any) -> str:
    ((html, kind),) = sent.alternatives
    assert kind == "text/html"
    assert "<h1 style=" in html
    assert f">{sent.subject}</h1>" in html
    return str(html)


def test_nobody_registers_without_an_invitation() -> None:
    data = {"email": "wie@ergens.example", "password1": PASSWORD, "password2": PASSWORD}
    Client().post(reverse("account_signup"), data)
    assert not User.objects.exists()


def test_a_password_is_reset_by_mail(noor: User) -> None:
    Client().post(reverse("account_reset_password"), {"email": noor.email})
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    assert "Iemand heeft gevraagd" in mail.outbox[-1].body
    assert f'href="http://testserver{found[1]}"' in as_html(mail.outbox[-1])
    client = Client()
    form = client.get(found[1], follow=True)
    new = "acht-koude-kousen-wachten"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert sign_in(new).get(reverse("agreements:list")).status_code == 200


def test_asking_for_an_unknown_address_tells_nothing(noor: User) -> None:
    known = Client().post(reverse("account_reset_password"), {"email": noor.email})
    unknown = Client().post(reverse("account_reset_password"), {"email": "wie@ergens.example"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    said = str(mail.outbox[-1].body)
    assert "een account krijgt u op uitnodiging" in said
    assert "http" not in said, "nobody registers by a link"


def test_the_second_factor_is_asked_for_and_sealed_at_rest(noor: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(noor, secret)
    stored = Authenticator.objects.get(user=noor, type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored
    assert get_adapter().decrypt(stored) == secret
    client = sign_in()
    assert client.get(reverse("agreements:list")).status_code == 302
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.get(reverse("agreements:list")).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_reset_password", "account_reset_password_done", "account_signup", "account_inactive"],
)
def test_pages_before_signing_in_are_dutch_and_in_our_frame(name: str) -> None:
    shown = Client().get(reverse(name)).content.decode()
    assert '<html lang="nl">' in shown
    assert "entrance-sheet" in shown
    assert "<script>" not in shown
    assert " style=" not in shown


@pytest.mark.parametrize(
    "name",
    [
        "account_email",
        "account_change_password",
        "mfa_index",
        "mfa_list_webauthn",
        "account_logout",
        "mfa_reauthenticate",
    ],
)
def test_pages_of_an_account_stand_in_our_frame(name: str, noor: User) -> None:
    answer = sign_in().get(reverse(name), follow=True)
    assert answer.status_code == 200
    assert "art28/css/base.css" in answer.content.decode()


def test_a_person_chooses_a_language_and_keeps_it(noor: User) -> None:
    client = sign_in()
    client.post(reverse("accounts:language"), {"language": "en", "next": reverse("agreements:list")})
    assert '<html lang="en">' in client.get(reverse("agreements:list")).content.decode()
    assert '<html lang="en">' in sign_in().get(reverse("agreements:list")).content.decode()


def test_a_visitor_chooses_a_language_by_cookie() -> None:
    client = Client()
    client.post(reverse("accounts:language"), {"language": "en"})
    assert '<html lang="en">' in client.get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("target", ["https://elders.example/", "//elders.example", "javascript:alert(1)"])
def test_a_form_leads_nowhere_else(target: str) -> None:
    answer = Client().post(reverse("accounts:language"), {"language": "en", "next": target})
    assert answer.headers["Location"] == reverse("today")


def test_every_answer_forbids_foreign_scripts_and_frames(noor: User) -> None:
    for answer in (Client().get(reverse("account_login")), sign_in().get(reverse("agreements:list"))):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
