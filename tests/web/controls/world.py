"""Checks for these tests: made through the form, as people make them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import User
from art28.web.accounts.rights import Role
from art28.web.agreements.models import AgreementText
from art28.web.api import tokens
from art28.web.api.models import Scope
from art28.web.audit.models import Act
from art28.web.controls.alarms import miss, tell
from art28.web.controls.models import Asset, Check, Result
from web.breaches.world import NOW, World, actor, signed_in, world

PROMISED = "De servicedesk kijkt iedere dag of de reservekopieën gelukt zijn."
DAY = timedelta(days=1)


def given_world() -> World:
    """An organisation whose agreement promises a daily look at the back-ups."""
    made = world({"breach.deadline": "PT24H"})
    AgreementText.objects.create(
        organisation=made.organisation,
        agreement=made.agreement,
        extraction="2",
        text=f"Bijlage 2\n2.1 {PROMISED}\n2.2 Overig.",
        blocks=[],
        pages=[],
        read_at=timezone.now(),
    )
    return made


def person(given: World, name: str, role: Role) -> User:
    """Another member of the organisation."""
    user = accounts.create_user(f"{name}@dijkvaart.example", name.title(), password=None, now=NOW)
    accounts.add_member(given.organisation, user, role, actor=SYSTEM, now=NOW)
    return user


def form(**changes: Any) -> dict[str, Any]:
    """A daily check, as the form has it."""
    return {
        "name": "Back-up van mail",
        "shows": "Of de reservekopie van vannacht gelukt is",
        "code": "backup-mail",
        "rhythm": "daily",
        "rule": "said",
        "escalate_hours": "24",
        **changes,
    }


def added(given: World, **changes: Any) -> Check:
    """A check, begun through the page."""
    data = form(owner=str(given.owner.pk), **changes) if "owner" not in changes else form(**changes)
    answer = signed_in(given.owner).post(reverse("controls:new"), data)
    assert answer.status_code == 302, answer.context["form"].errors
    return Check.objects.select_related("organisation").latest("begins_at")


def local(at: datetime) -> str:
    """As a form has an instant."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def kept(given: World, check: Check, *, passed: bool = True, **changes: Any) -> Result:
    """A result, kept by hand through the page."""
    data = {
        "at": local(timezone.now()),
        "said": "yes" if passed else "no",
        "evidence": "ticket 2026-418",
        **changes,
    }
    answer = signed_in(given.owner).post(reverse("controls:result", args=(check.pk,)), data)
    assert answer.status_code == 302, answer.context["form"].errors
    check.refresh_from_db()
    return Result.objects.filter(check_row=check).latest("kept_at")


def reported(given: World, *results: Mapping[str, Any], status: int = 200) -> Any:
    """What the API answers to results; of the organisation's own token."""
    _row, secret = tokens.make(
        given.organisation,
        user=None,
        name="bewaking",
        scopes=(Scope.CHECKS,),
        expires_at=None,
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    answer = sent(secret, {"results": list(results)})
    assert answer.status_code == status, answer.content
    return answer.json()


def sent(secret: str, payload: Any) -> Any:
    """The API's answer to a token."""
    return Client().post(
        "/api/checks/results",
        payload,
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {secret}",
    )


def worked(now: datetime) -> None:
    """The worker, once round."""
    miss(now=now, limit=100)
    tell(now=now, limit=100)


def act(kind: str) -> str:
    """What the acts of a kind say."""
    found = Act.objects.filter(kind=kind).order_by("at", "id").select_related("content")
    assert found, kind
    return "\n".join(row.content.content or "" for row in found)


def thing(given: World, code: str, kind: str, **changes: Any) -> Asset:
    """A thing, put in the register through the page."""
    data = {"code": code, "name": f"Middel {code}", "kind": kind, **changes}
    answer = signed_in(given.owner).post(reverse("controls:asset_new"), data)
    assert answer.status_code == 302, answer.context["form"].errors
    return Asset.objects.get(organisation=given.organisation, code=code)


def handed(given: World, asset: Asset, what: str, *, status: int = 302, **changes: Any) -> str:
    """Issue a thing, take it in, or say that it is gone, through the page; returns the page that answers."""
    data = {"what": what, "on": timezone.localdate().isoformat(), **changes}
    answer = signed_in(given.owner).post(reverse("controls:hand", args=(asset.pk,)), data)
    assert answer.status_code == status
    asset.refresh_from_db()
    return answer.content.decode()


def seen(given: World, asset: Asset, safeguard: str, *, in_place: bool = True, **changes: Any) -> None:
    """Keep what was seen of a safeguard, through the page."""
    data = {
        "safeguard": safeguard,
        "in_place": "yes" if in_place else "no",
        "seen_on": timezone.localdate().isoformat(),
        "seen_by": "rapport van het beheer",
        **changes,
    }
    answer = signed_in(given.owner).post(reverse("controls:safeguard", args=(asset.pk,)), data)
    assert answer.status_code == 302


def lacking(given: World, **query: str) -> dict[str, list[str]]:
    """What lacks of each thing, as the register shows it."""
    rows = signed_in(given.owner).get(reverse("controls:assets"), query).context["rows"]
    return {row.code: [each.kind.value for each in shown if each.lacks] for row, shown in rows}
