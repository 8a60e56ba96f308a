"""One-time codes and links of signatories: made of the server's secret and a row's identifier, so that no row holds one."""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F

from art28.web.drafts import links, posting
from art28.web.drafts.rounds import texts
from art28.web.signing.models import Challenge, Signatory, Signing
from art28.web.signing.signals import moved

KIND = "signatory"
_VALID = timedelta(minutes=15)
_MOST_TRIES = 5
_MOST_CODES = 6


class WrongCode(ValueError):
    """The code is wrong, used, tried too often or too old."""


class TooMany(Exception):
    """Too many codes were asked for within the hour."""


def code_of(challenge: UUID) -> str:
    """The six figures of a challenge."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"art28 signing code" + challenge.bytes, sha256).digest()
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06}"


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
        raise WrongCode
    counted = Challenge.objects.filter(pk=newest.pk, used_at=None, expires_at__gt=now, tries__lt=_MOST_TRIES)
    if counted.update(tries=F("tries") + 1) != 1:
        raise WrongCode
    figures = "".join(each for each in given if each.isdigit())
    if not hmac.compare_digest(figures, code_of(newest.pk)):
        raise WrongCode
    if Challenge.objects.filter(pk=newest.pk, used_at=None).update(used_at=now) != 1:
        raise WrongCode
    signing = signatory.signing
    moved.send(Signing, signing=signing, what="opened", who=signatory.side, reason="", now=now)


def fill_code(challenge: UUID) -> Mapping[str, str]:
    """What the mail with a code is filled in with."""
    return {"code": code_of(challenge)}


def fill_link(signatory: UUID) -> Mapping[str, str]:
    """What an invitation is filled in with."""
    return {"link": links.address(KIND, signatory, "signing:sign")}
