"""Writes to rounds: a version sent to the other side; what it remarks, hands back and answers."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.agreement import labels
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.drafts import links, posting
from art28.web.drafts.actions import StateChanged
from art28.web.drafts.models import CHANGEABLE, Answer, Draft, DraftVersion, Remark, Returned, Round, State

OTHER_SIDE = Actor(None, "other_side")
"""Whoever holds the link of a round."""

_TEXT, _NAME = 4000, 200
_MOST_REMARKS, _MOST_FILES = 300, 20

KIND = "round"
"""What a link to a round is made for."""


class NotComplete(ValueError):
    """The draft has blanks, so it can't leave; `keys` names them."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


class Over(Exception):
    """The round is closed or its link has run out."""


class Refused(ValueError):
    """A file or remark that isn't taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """To whom a version goes, with what words beside it, and for how many days its link works."""

    recipient: str
    recipient_name: str
    message: str = ""
    days: int = 30


@transaction.atomic
def send(draft: Draft, what: Sending, *, by: User, actor: Actor, now: datetime) -> Round:
    """Send the newest version; a round before it is closed. Raises `NotComplete`, and `StateChanged` where it is over."""
    version = DraftVersion.objects.get(draft=draft, number=draft.version)
    if version.blanks:
        raise NotComplete(tuple(version.blanks))
    current = Draft.objects.filter(pk=draft.pk, version=draft.version, state__in=CHANGEABLE)
    if current.update(state=State.SENT, changed_at=now) != 1:
        raise StateChanged(draft.title)
    Round.objects.filter(draft=draft, closed_at=None).update(closed_at=now)
    made = Round.objects.create(
        organisation_id=draft.organisation_id,
        draft=draft,
        number=Round.objects.filter(draft=draft).count() + 1,
        version=version,
        recipient=what.recipient,
        recipient_name=what.recipient_name[:_NAME],
        message=what.message[:_TEXT],
        sent_by=by,
        sent_at=now,
        expires_at=now + timedelta(days=what.days),
    )
    posting.post(draft, _letter(draft, made, by), now=now)
    content = {"version": version.number, "round": made.number, "recipient": made.recipient}
    record(organisation=draft.organisation, actor=actor, kind="draft.sent", subject=draft, at=now, content=content)
    draft.refresh_from_db()
    return made


def _letter(draft: Draft, made: Round, by: User) -> posting.Letter:
    until = made.expires_at.astimezone(ZoneInfo(draft.organisation.time_zone)).date()
    said = {
        "name": made.recipient_name,
        "organisation": draft.legal_entity.name,
        "title": draft.title.split(" · ")[0],
        "number": made.number,
        "message": f"{made.message}\n\n" if made.message else "",
        "until": labels.day(until.isoformat(), draft.language),
        "sender": by.name,
        "link": "{link}",
    }
    words = texts("round", draft.language)
    return posting.Letter(
        kind="round",
        subject_kind=KIND,
        subject_id=made.pk,
        recipient=made.recipient,
        recipient_name=made.recipient_name,
        language=draft.language,
        subject=words["subject"].format_map(said),
        text=words["text"].format_map(said),
        lapses_at=made.expires_at,
    )


def texts(kind: str, language: str) -> Mapping[str, str]:
    """The subject and text of a kind of mail."""
    found: Mapping[str, str] = _texts()[kind][language]
    return found


def letters() -> tuple[str, ...]:
    """The kinds of mail that people outside get."""
    return tuple(kind for kind in _texts() if kind != "version")


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads(files("art28.web.drafts").joinpath("letters.toml").read_text(encoding="utf-8"))


def fill(round_id: Any) -> Mapping[str, str]:
    """What the mail about a round is filled in with."""
    return {"link": links.address(KIND, round_id, "drafts:read")}


def open_round(token: str, *, now: datetime) -> tuple[Round | None, bool]:
    """The round behind a link, and whether it can still be answered; None for no such link."""
    found = links.behind(KIND, token)
    if found is None:
        return None, False
    rows = Round.objects.filter(pk=found).select_related(
        "organisation", "version", "draft__organisation", "draft__counterparty", "draft__legal_entity"
    )
    made = rows.first()
    return made, made is not None and made.closed_at is None and made.expires_at > now


@transaction.atomic
def remark(made: Round, *, clause: str, text: str, name: str, by: User | None, actor: Actor, now: datetime) -> Remark:
    """Keep what somebody says of a clause or of the whole. Raises `Over` and `Refused`."""
    _locked(made, now)
    if Remark.objects.filter(round=made).count() >= _MOST_REMARKS:
        raise Refused("most")
    kept = Remark.objects.create(
        organisation_id=made.organisation_id,
        round=made,
        clause=clause,
        text=text[:_TEXT],
        name=name[:_NAME],
        by=by,
        at=now,
    )
    content = {"round": made.number, "clause": clause, "name": kept.name, "text": kept.text}
    _record(made, "draft.remarked", content, actor=actor, now=now)
    return kept


@transaction.atomic
def hand_back(made: Round, *, file_name: str, data: bytes, name: str, largest: int, now: datetime) -> Returned:
    """Take in the other side's own edit; it is read in the background. Raises `Over` and `Refused`."""
    _locked(made, now)
    if not data:
        raise Refused("empty")
    if len(data) > largest:
        raise Refused("too_large")
    rows = Returned.objects.filter(round=made)
    digest = hashlib.sha256(data).hexdigest()
    if rows.filter(sha256=digest).exists():
        raise Refused("already_there")
    if rows.count() >= _MOST_FILES:
        raise Refused("most")
    bare = PurePath(file_name.replace("\\", "/")).name
    kept = Returned.objects.create(
        organisation_id=made.organisation_id,
        round=made,
        name="".join(each for each in bare if each.isprintable())[-255:] or "file",
        sha256=digest,
        size=len(data),
        data=data,
        handed_by=name[:_NAME],
        at=now,
        due_at=now,
    )
    Round.objects.filter(pk=made.pk).update(answer=Answer.CHANGES, answered_by=name[:_NAME], answered_at=now)
    content = {"round": made.number, "name": kept.name, "sha256": digest, "handed_by": kept.handed_by}
    _record(made, "draft.handed_back", content, actor=OTHER_SIDE, now=now)
    return kept


@transaction.atomic
def agree(made: Round, *, name: str, now: datetime) -> None:
    """Keep that the other side agrees with the text of this round. Raises `Over`."""
    _locked(made, now)
    Round.objects.filter(pk=made.pk).update(
        answer=Answer.AGREED, answered_by=name[:_NAME], answered_at=now, closed_at=now
    )
    current = Draft.objects.filter(pk=made.draft_id, version=made.version.number, state=State.SENT)
    if current.update(state=State.AGREED, changed_at=now) != 1:
        raise Over
    content = {"round": made.number, "version": made.version.number, "name": name[:_NAME]}
    _record(made, "draft.agreed", content, actor=OTHER_SIDE, now=now)


def _locked(made: Round, now: datetime) -> None:
    """Hold the round's row until the transaction ends; it must be open still."""
    rows = Round.objects.select_for_update().filter(pk=made.pk, closed_at=None, expires_at__gt=now)
    if rows.first() is None:
        raise Over


def _record(made: Round, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=made.organisation, actor=actor, kind=kind, subject=made.draft, at=now, content=content)
