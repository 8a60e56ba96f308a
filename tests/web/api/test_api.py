"""Another program reports signals and asks what is due, by a token that lets it do so and no more."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts import actions as accounts
from art28.web.accounts.models import Membership
from art28.web.api import door, tokens
from art28.web.api.models import ApiToken, Scope
from art28.web.audit.models import Act
from art28.web.intake.models import ProvisionalClock, Signal, SignalVersion
from art28.web.services import actions as services
from web.breaches.world import NOW, World, actor, breach, signed_in, world

pytestmark = pytest.mark.django_db
NOBODYS = UUID("0195c0de-0000-7000-8000-000000000028")
OBSERVED = {"breach.deadline": "PT24H", "breach.clock_starts": ["observation"]}
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    cache.clear()
    return world(OBSERVED)


def token(given: World, *scopes: str, own: bool = False, **changes: Any) -> tuple[ApiToken, str]:
    fields: dict[str, Any] = {"user": given.owner if own else None, "name": "monitoring", "expires_at": None}
    return tokens.make(
        given.organisation,
        **{**fields, **changes},
        scopes=scopes or Scope.values,
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )


def asked(secret: str, method: str, path: str, data: Any = None, **heads: str) -> Any:
    given = {"HTTP_AUTHORIZATION": f"Bearer {secret}", **heads}
    client = Client()
    if method == "get":
        return client.get(path, data, **given)  # type: ignore[arg-type]
    return client.post(path, data, content_type="application/json", **given)  # type: ignore[arg-type]


def signal(**changes: Any) -> dict[str, Any]:
    at = (datetime.now(UTC) - 2 * HOUR).replace(microsecond=0)
    return {"what": "Veel mislukte aanmeldingen op VM-12", "where": "own", "noticed_at": at.isoformat(), **changes}


def wrong(answer: HttpResponse) -> dict[str, str]:
    found: dict[str, Any] = answer.json()  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "application/problem+json"
    return {each["field"]: each["code"] for each in found.get("errors", ())}


def test_a_signal_is_reported_and_its_clock_runs(given: World) -> None:
    _row, secret = token(given)
    answer = asked(secret, "post", "/api/signals", signal(data=["logboeken"]))
    assert answer.status_code == 201
    said = answer.json()
    row = Signal.objects.get()
    assert (row.source, row.reporter, str(row.pk)) == ("api", "monitoring", said["id"])
    assert row.noticed_at is not None
    assert said["provisional_clocks"][0]["agreements"] == 1
    assert ProvisionalClock.objects.get().ends_at == row.noticed_at + 24 * HOUR
    assert SignalVersion.objects.get().facts["data"] == ["logboeken"]
    assert Act.objects.filter(kind="signal.reported", actor_label="api").exists()
    again = asked(secret, "get", f"/api/signals/{row.pk}").json()
    assert (again["state"], again["breach"]) == ("open", None)


def test_a_request_that_is_sent_again_reports_once(given: World) -> None:
    _row, secret = token(given)
    first = asked(secret, "post", "/api/signals", signal(), HTTP_IDEMPOTENCY_KEY="alarm-7")
    second = asked(secret, "post", "/api/signals", signal(), HTTP_IDEMPOTENCY_KEY="alarm-7")
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]
    assert Signal.objects.count() == 1


def test_an_instant_without_its_offset_is_refused_with_what_to_write(given: World) -> None:
    _row, secret = token(given)
    answer = asked(secret, "post", "/api/signals", signal(noticed_at="2026-10-25T02:30:00"), HTTP_ACCEPT_LANGUAGE="nl")
    assert answer.status_code == 422
    assert wrong(answer) == {"noticed_at": "timezone_aware"}
    assert "2026-11-28T14:20+01:00" in answer.json()["errors"][0]["detail"]
    assert not Signal.objects.exists()


def test_both_hours_of_the_doubled_hour_can_be_said_by_their_offset(given: World) -> None:
    _row, secret = token(given)
    for text, utc in (("2025-10-26T02:30:00+02:00", 0), ("2025-10-26T02:30:00+01:00", 1)):
        asked(secret, "post", "/api/signals", signal(noticed_at=text))
        at = Signal.objects.latest("number").noticed_at
        assert at == datetime(2025, 10, 26, utc, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"noticed_at": (datetime.now(UTC) + 3 * HOUR).isoformat()}, {"noticed_at": "future"}),
        ({"occurred_from": datetime.now(UTC).isoformat()}, {"noticed_at": "order"}),
        ({"what": ""}, {"what": "string_too_short"}),
        ({"where": "ergens"}, {"where": "enum"}),
        ({"service": "Fax"}, {"service": "unknown_service"}),
        ({"onbekend": 1}, {"onbekend": "extra_forbidden"}),
    ],
)
def test_what_cannot_be_so_is_named_by_field(given: World, changes: dict[str, Any], expected: dict[str, str]) -> None:
    _row, secret = token(given)
    answer = asked(secret, "post", "/api/signals", signal(**changes))
    assert answer.status_code == 422
    assert wrong(answer) == expected
    assert not Signal.objects.exists()


def test_a_service_is_named_as_the_catalogue_lists_it(given: World) -> None:
    _row, secret = token(given)
    services.add(given.organisation, services.About(name="Back-up"), actor=actor(given.owner), now=NOW)
    listed = asked(secret, "get", "/api/services").json()
    assert [each["name"] for each in listed] == ["Back-up"]
    data = {**signal(), "service": listed[0]["id"]}
    del data["where"]
    asked(secret, "post", "/api/signals", data)
    assert (Signal.objects.get().where, SignalVersion.objects.get().facts["where_name"]) == ("service", "Back-up")


def test_what_is_due_is_told_by_the_selection_of_the_page(given: World) -> None:
    found = breach(given, at=timezone.now())
    _row, secret = token(given)
    answer = asked(secret, "get", "/api/due", {"event": "breach"}).json()
    assert [each["reference"] for each in answer["items"]] == [found.reference]
    assert answer["items"][0]["ends_at"].endswith("Z")
    assert answer["next"] is None
    assert asked(secret, "get", "/api/due", {"event": "audit"}).json()["items"] == []
    refused = asked(secret, "get", "/api/due", {"within": "morgen"})
    assert (refused.status_code, refused.json()["type"]) == (422, "urn:art28:problem:invalid")


def test_a_list_goes_on_where_it_ended(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("art28.web.clocks.due.PAGE", 1)
    for _ in range(2):
        breach(given, at=timezone.now())
    _row, secret = token(given)
    first = asked(secret, "get", "/api/due").json()
    second = asked(secret, "get", "/api/due", {"after": first["next"]}).json()
    assert {each["items"][0]["reference"] for each in (first, second)} == {"2026-0001", "2026-0002"}
    assert second["next"] is None


def test_breaches_are_told_with_the_chain_of_their_instants(given: World) -> None:
    found = breach(given, at=timezone.now())
    _row, secret = token(given)
    (line,) = asked(secret, "get", "/api/breaches", {"state": "open"}).json()["items"]
    assert (line["reference"], line["agreements"]) == (found.reference, 1)
    one = asked(secret, "get", f"/api/breaches/{found.pk}").json()
    assert [each["kind"] for each in one["moments"]] == ["awareness"]
    assert one["to_tell"] == 1
    assert asked(secret, "get", f"/api/breaches/{NOBODYS}").status_code == 404


def test_nothing_of_another_organisation_is_told(given: World) -> None:
    mine = breach(given, at=timezone.now())
    elsewhere = Membership.objects.get(user=given.outsider).organisation
    _row, secret = tokens.make(
        elsewhere,
        user=None,
        name="x",
        scopes=Scope.values,
        expires_at=None,
        by=given.outsider,
        actor=actor(given.outsider),
        now=NOW,
    )
    assert asked(secret, "get", "/api/due").json()["items"] == []
    assert asked(secret, "get", "/api/breaches").json()["items"] == []
    assert asked(secret, "get", f"/api/breaches/{mine.pk}").status_code == 404


ROUTES = (
    ("post", "/api/signals", Scope.SIGNALS),
    ("get", f"/api/signals/{NOBODYS}", Scope.SIGNALS),
    ("get", "/api/services", Scope.SIGNALS),
    ("get", "/api/due", Scope.DUE),
    ("get", "/api/breaches", Scope.BREACHES),
    ("get", f"/api/breaches/{NOBODYS}", Scope.BREACHES),
    ("get", "/api/checks", Scope.CHECKS),
    ("post", "/api/checks/results", Scope.CHECKS),
    ("post", "/api/requests", Scope.REQUESTS),
    ("get", f"/api/requests/{NOBODYS}", Scope.REQUESTS),
)


def test_a_request_of_a_person_is_taken_in_once_and_told_without_the_person(given: World) -> None:
    _row, secret = token(given)
    received = (datetime.now(UTC) - HOUR).replace(microsecond=0).isoformat()
    said = {"rights": ["access"], "received_at": received, "agreement": str(given.agreement.pk), "name": "W. Elzinga"}
    first = asked(secret, "post", "/api/requests", said, HTTP_IDEMPOTENCY_KEY="17")
    again = asked(secret, "post", "/api/requests", said, HTTP_IDEMPOTENCY_KEY="17")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["id"] == again.json()["id"]
    seen = asked(secret, "get", f"/api/requests/{first.json()['id']}")
    assert (seen.json()["state"], "Elzinga" in seen.content.decode()) == ("open", False)
    unknown = asked(secret, "post", "/api/requests", {**said, "agreement": str(NOBODYS)})
    assert unknown.json()["errors"][0]["code"] == "unknown_agreement"


def test_every_route_stands_in_the_table() -> None:
    described = Client().get(reverse("api:schema")).json()["paths"]
    known = {(method, path.split("{")[0]) for path, item in described.items() for method in item}
    assert known == {(method, path.replace(str(NOBODYS), "")) for method, path, _ in ROUTES}


@pytest.mark.parametrize(("method", "path", "scope"), ROUTES)
def test_without_a_token_or_its_scope_nothing_is_answered(given: World, method: str, path: str, scope: Scope) -> None:
    assert getattr(Client(), method)(path).status_code == 401
    assert asked("a28_onzin", method, path).status_code == 401
    _row, secret = token(given, *(each for each in Scope.values if each != scope))
    refused = asked(secret, method, path)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:art28:problem:forbidden")
    session = signed_in(given.owner)
    assert getattr(session, method)(path).status_code == 401  # a browser's session is no token


def test_a_token_that_was_revoked_or_is_out_of_date_is_worthless_at_once(given: World) -> None:
    row, secret = token(given)
    _late, expired = token(given, expires_at=NOW - HOUR)
    assert asked(secret, "get", "/api/due").status_code == 200
    assert asked(expired, "get", "/api/due").status_code == 401
    tokens.revoke(row, actor=actor(given.owner), now=NOW)
    answer = asked(secret, "get", "/api/due")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert Act.objects.filter(kind="token.revoked", subject_id=row.pk).exists()


def test_a_persons_token_ends_with_their_membership(given: World) -> None:
    _row, secret = token(given, own=True, user=given.member)
    assert asked(secret, "post", "/api/signals", signal()).status_code == 201
    assert Signal.objects.get().reported_by == given.member
    membership = Membership.objects.get(organisation=given.organisation, user=given.member)
    accounts.end_membership(membership, actor=actor(given.owner), now=NOW)
    assert asked(secret, "post", "/api/signals", signal()).status_code == 401


def test_too_many_requests_are_to_wait(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_A_MINUTE", 2)
    monkeypatch.setattr(door, "MOST_WRONG_A_MINUTE", 2)
    monkeypatch.setattr(door, "_minute", lambda key: key)
    _row, secret = token(given)
    answers = [asked(secret, "get", "/api/due") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "60"
    assert [asked("a28_x", "get", "/api/due").status_code for _ in range(3)] == [401, 401, 429]


def test_only_a_hash_of_a_token_is_kept_and_it_is_shown_once(given: World) -> None:
    client = signed_in(given.owner)
    data = {"name": "Bewaking", "whose": "all", "scopes": ["signals:write"], "days": "30"}
    page = client.post(reverse("api:tokens"), data).content.decode()
    secret = page.split('readonly value="')[1].split('"')[0]
    assert asked(secret, "post", "/api/signals", signal()).status_code == 201
    assert secret not in client.get(reverse("api:tokens")).content.decode()
    assert secret not in str(ApiToken.objects.values())
    refused = signed_in(given.member).post(reverse("api:tokens"), data)
    assert refused.status_code == 403
    assert Act.objects.filter(kind="token.made").exists()


def test_what_can_be_asked_is_described_for_people_and_for_programs(given: World, settings: LazySettings) -> None:
    page = signed_in(given.member).get(reverse("api:operations")).content.decode()
    assert all(part in page for part in ("POST /api/signals", "noticed_at", "Idempotency-Key"))
    described = Client().get(reverse("api:schema")).json()
    headers = described["paths"]["/api/signals"]["post"]["parameters"]
    assert [(each["in"], each["name"]) for each in headers] == [("header", "Idempotency-Key")]
    assert described["servers"] == [{"url": settings.PUBLIC_URL}]
