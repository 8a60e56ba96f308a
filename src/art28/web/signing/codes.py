"""One-time codes and links of signatories: made of the server's secret and a row's identifier, so that no row holds one."""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet

from art28.web.drafts import links, posting
from art28.web.drafts.rounds import texts
from art28.web.signing.models import Challenge, Signatory, Signing
from art28.web.signing.signals import moved

KIND = "signatory"
_VALID = timedelta(minutes=15)
MOST_TRIES = 5
_MOST_CODES = 6


class Why(StrEnum):
    """Why a code opens nothing: it is another, it was tried too often, it is too old, it opened already or none was sent."""

    OTHER = "other"
    TRIED = "tried"
    OLD = "old"
    USED = "used"
    NONE = "none"


class WrongCode(ValueError):
    """A code that opens nothing, why, and how many tries are left with the newest."""

    def __init__(self, why: Why, left: int = 0) -> None:
        super().__init__(why)
        self.why, self.left = why, left


class TooMany(Exception):
    """Too many codes were asked for within the hour."""


def code_of(challenge: UUID) -> str:
    """The six figures of a challenge."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"art28 signing code" + challenge.bytes, sha256).digest()
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"


def waits(signatory: Signatory, now: datetime) -> bool:
    """Whether a code was mailed that still opens."""
    return _opening(Challenge.objects.filter(signatory=signatory), now).exists()


def _opening(rows: QuerySet[Challenge], now: datetime) -> QuerySet[Challenge]:
    return rows.filter(used_at=None, expires_at__gt=now, tries__lt=MOST_TRIES)


def _closed(challenge: Challenge, now: datetime) -> Why:
    """Why a code that was mailed opens nothing."""
    if challenge.used_at is not None:
        return Why.USED
    return Why.OLD if challenge.expires_at <= now else Why.TRIED


@transaction.atomic
def ask(signatory: Signatory, *, now: datetime) -> Challenge:
    """Mail a code to the signatory's own address. Raises `TooMany`."""
    recent = Challenge.objects.filter(signatory=signatory, made_at__gt=now - timedelta(hours=1))
    if recent.count() >= _MOST_CODES:
        raise TooMany
    challenge = Challenge.objects.create(
        organisation_id=signatory.organisation_id, signatory=signatory, made_at=now, expires_at=now + _VALID
    )
    draft = signatory.signing.draft
    words = texts("code", draft.language)
    said = {"name": signatory.name, "title": draft.title.split(" · ")[0], "code": "{code}"}
    letter = posting.Letter(
        kind="code",
        subject_kind="challenge",
        subject_id=challenge.pk,
        recipient=signatory.email,
        recipient_name=signatory.name,
        language=draft.language,
        subject=words["subject"].format_map(said),
        text=words["text"].format_map(said),
        lapses_at=challenge.expires_at,
    )
    posting.post(draft, letter, now=now)
    return challenge


def show(signatory: Signatory, given: str, *, now: datetime) -> None:
    """Hold a code against the newest that was mailed; it opens once. Raises `WrongCode`."""
    newest = Challenge.objects.filter(signatory=signatory).order_by("-made_at").first()
    if newest is None:
        raise WrongCode(Why.NONE)
    if _opening(Challenge.objects.filter(pk=newest.pk), now).update(tries=F("tries") + 1) != 1:
        raise WrongCode(_closed(newest, now))
    figures = "".join(each for each in given if each.isdigit())
    if not hmac.compare_digest(figures, code_of(newest.pk)):
        newest.refresh_from_db(fields=("tries",))
        left = MOST_TRIES - newest.tries
        raise WrongCode(Why.OTHER if left > 0 else Why.TRIED, left)
    if Challenge.objects.filter(pk=newest.pk, used_at=None).update(used_at=now) != 1:
        raise WrongCode(Why.USED)
    signing = signatory.signing
    moved.send(Signing, signing=signing, what="opened", who=signatory.side, reason="", now=now)


def fill_code(challenge: UUID) -> Mapping[str, str]:
    """What the mail with a code is filled in with."""
    return {"code": code_of(challenge)}


def fill_link(signatory: UUID) -> Mapping[str, str]:
    """What an invitation is filled in with."""
    return {"link": links.address(KIND, signatory, "signing:sign")}
