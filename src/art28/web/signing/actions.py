"""Writes of a signing: begun, signed by each in turn, declined, withdrawn, run out, done on paper."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Q, QuerySet

from art28.agreement import labels
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft as Drafted
from art28.drafting.pdf import as_pdf
from art28.sealing.proof import Outcome, Proof
from art28.web.accounts.access import WORKER, Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.drafts import posting
from art28.web.drafts.chosen import drafted
from art28.web.drafts.models import Draft, DraftVersion, Round
from art28.web.drafts.models import State as DraftState
from art28.web.drafts.rounds import NotComplete, texts
from art28.web.signing import initials, telling
from art28.web.signing.models import Signatory, SignedCopy, Signing, State, Way
from art28.web.signing.signals import moved

SIGNATORY = Actor(None, "signatory")
_REMIND_AFTER = timedelta(days=3)
_MOST_REMINDERS = 3
_ONCE = timedelta(days=1)
SIGNED = (Outcome.INTACT, Outcome.UNKNOWN_SEAL)
"""What a copy must prove: signed as it was given, whether or not its issuer is one that the operator trusts."""
_BEGINNING = (DraftState.OPEN, DraftState.SENT, DraftState.AGREED)


class StateChanged(Exception):
    """The signing or its draft no longer stands as it did: it is over, or another was first."""


class NotYourTurn(Exception):
    """Others sign first."""


class NotInitialled(Exception):
    """Every page is to be initialled, and the signature brings no initials."""


class DocumentChanged(Exception):
    """What is to be signed isn't what was put before the signatories: nobody may sign it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is to sign, for one side."""

    side: str
    name: str
    role: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What somebody signs with, and where from; `copy` is what a key of their own signed, `proof` what it proves."""

    name: str
    role: str
    place: str
    consent: str
    seen_sha256: str
    way: Way = Way.TYPED
    strokes: Sequence[Sequence[int]] = ()
    address: str = ""
    browser: str = ""
    initials: str = ""
    copy: bytes = b""
    proof: Proof | None = None


@transaction.atomic
def begin(
    draft: Draft,
    people: Sequence[Person],
    *,
    in_order: bool,
    days: int,
    by: User,
    actor: Actor,
    now: datetime,
    initialled: bool | None = None,
) -> Signing:
    """Put the newest version before its signatories, who initial every page where it is to be `initialled` (None: where its
    template wants it). Raises `NotComplete` and `StateChanged`."""
    # Imported here: it takes long, and few processes ever put something before signatories.
    from art28.sealing.signable import signable

    version = DraftVersion.objects.get(draft=draft, number=draft.version)
    if version.blanks:
        raise NotComplete(tuple(version.blanks))
    current = Draft.objects.filter(pk=draft.pk, version=draft.version, state__in=_BEGINNING)
    if current.update(state=DraftState.SIGNING, changed_at=now) != 1:
        raise StateChanged
    Round.objects.filter(draft=draft, closed_at=None).update(closed_at=now)
    made = drafted(draft, version)
    local = now.astimezone(ZoneInfo(draft.organisation.time_zone)).date()
    if initialled is None:
        initialled = initials.wanted(draft, made)
    places = initials.places(draft.language) if initialled else ()
    document = signable(as_pdf(made, dated=local, initials=places))
    signing = Signing.objects.create(
        organisation_id=draft.organisation_id,
        draft=draft,
        version=version,
        document=document,
        document_sha256=hashlib.sha256(document).hexdigest(),
        text_sha256=text_digest(made),
        in_order=in_order,
        initials=initialled,
        begun_by=by,
        begun_at=now,
        expires_at=now + timedelta(days=days),
    )
    for order, person in enumerate(people):
        Signatory.objects.create(
            organisation_id=draft.organisation_id,
            signing=signing,
            order=order,
            side=person.side,
            name=person.name,
            role=person.role,
            email=person.email,
        )
    content = {
        "version": version.number,
        "document_sha256": signing.document_sha256,
        "signatories": [[each.side, each.name, each.email] for each in people],
        "in_order": in_order,
        "initials": initialled,
    }
    _record(signing, "signing.begun", content, actor=actor, now=now)
    invite_next(signing, now=now)
    draft.refresh_from_db()
    return signing


def invite_next(signing: Signing, *, now: datetime) -> None:
    """Invite whoever's turn it is: the next one, or everybody where no order was asked for."""
    waiting = Signatory.objects.filter(signing=signing, signed_at=None).order_by("order")
    for each in waiting[:1] if signing.in_order else waiting:
        if each.invited_at is None:
            remind_at = now + _REMIND_AFTER
            Signatory.objects.filter(pk=each.pk).update(invited_at=now, remind_at=remind_at)
            posting.post(signing.draft, letter(signing, each, "invitation"), now=now)


def letter(signing: Signing, signatory: Signatory, kind: str) -> posting.Letter:
    draft = signing.draft
    until = signing.expires_at.astimezone(ZoneInfo(draft.organisation.time_zone)).date()
    said = {
        "name": signatory.name,
        "organisation": draft.legal_entity.name,
        "title": draft.title.split(" · ")[0],
        "until": labels.day(until.isoformat(), draft.language),
        "link": "{link}",
        "sender": signing.begun_by.name,
    }
    words = texts(kind, draft.language)
    return posting.Letter(
        kind=kind,
        subject_kind="signatory",
        subject_id=signatory.pk,
        recipient=signatory.email,
        recipient_name=signatory.name,
        language=draft.language,
        subject=words["subject"].format_map(said),
        text=words["text"].format_map(said),
        lapses_at=signing.expires_at,
    )


@transaction.atomic
def sign(signatory: Signatory, what: Signature, *, now: datetime) -> None:
    """Keep a signature, once; nothing where it raises: `StateChanged`, `NotYourTurn`, `NotInitialled`, `DocumentChanged`."""
    signing = _open(signatory, now)
    if (
        signing.in_order
        and Signatory.objects.filter(signing=signing, signed_at=None, order__lt=signatory.order).exists()
    ):
        raise NotYourTurn
    require_intact(signing)
    if what.seen_sha256 != signing.document_sha256:
        raise DocumentChanged
    if signing.initials and not what.initials:
        raise NotInitialled
    if what.way == Way.KEY and (what.proof is None or what.proof.outcome not in SIGNED):
        raise DocumentChanged
    rows = Signatory.objects.filter(pk=signatory.pk, signed_at=None, declined_at=None)
    changed = rows.update(
        signed_at=now,
        name=what.name[:200],
        role=what.role[:200],
        place=what.place[:120],
        consent=what.consent,
        signed_sha256=signing.document_sha256,
        way=what.way,
        strokes=[list(each) for each in what.strokes],
        address=what.address[:45],
        browser=what.browser[:300],
        initials=what.initials if signing.initials else "",
        remind_at=None,
    )
    if changed != 1:
        raise StateChanged
    copy = _keep_copy(signatory, what) if what.way == Way.KEY and what.proof is not None else None
    drawn = hashlib.sha256(json.dumps([list(each) for each in what.strokes]).encode()).hexdigest()
    content = {
        "order": signatory.order,
        "side": signatory.side,
        "name": what.name,
        "role": what.role,
        "place": what.place,
        "way": str(what.way),
        "drawn_sha256": drawn if what.strokes else "",
        "document_sha256": signing.document_sha256,
        "consent": what.consent,
        "initials": what.initials if signing.initials else "",
        "address": what.address,
        "copy_sha256": copy.sha256 if copy is not None else "",
        "certificate_sha256": copy.fingerprint if copy is not None else "",
    }
    _record(signing, "signing.signed", content, actor=SIGNATORY, now=now)
    if Signatory.objects.filter(signing=signing, signed_at=None).exists():
        invite_next(signing, now=now)
    else:
        Signing.objects.filter(pk=signing.pk).update(state=State.SIGNED, next_attempt_at=now)


def _keep_copy(signatory: Signatory, what: Signature) -> SignedCopy:
    proof = what.proof or Proof(Outcome.UNREADABLE)
    return SignedCopy.objects.create(
        organisation_id=signatory.organisation_id,
        signatory=signatory,
        file=what.copy,
        sha256=hashlib.sha256(what.copy).hexdigest(),
        by=proof.by[:300],
        issuer=proof.issuer[:300],
        fingerprint=proof.fingerprint,
        is_known=proof.outcome is Outcome.INTACT,
        at=proof.at,
        timestamped=proof.timestamped,
    )


def text_digest(made: Drafted) -> str:
    """The digest of the words of a draft, its places to sign apart."""
    return hashlib.sha256(as_markdown(replace(made, signatures=())).encode()).hexdigest()


def require_intact(signing: Signing) -> None:
    """Refuse where the document, its version or its draft isn't what the signing began with; raises `DocumentChanged`."""
    same_bytes = hashlib.sha256(bytes(signing.document)).hexdigest() == signing.document_sha256
    made = drafted(signing.draft, signing.version)
    same_text = text_digest(made) == signing.text_sha256
    if not (same_bytes and same_text and signing.draft.version == signing.version.number):
        raise DocumentChanged


@transaction.atomic
def decline(signatory: Signatory, reason: str, *, now: datetime) -> None:
    """Keep that somebody won't sign, and why: the signing is over, the draft open again. Raises `StateChanged`."""
    signing = _open(signatory, now)
    if Signatory.objects.filter(pk=signatory.pk, signed_at=None).update(declined_at=now) != 1:
        raise StateChanged
    content = {"order": signatory.order, "name": signatory.name, "reason": reason[:2000]}
    _record(signing, "signing.declined", content, actor=SIGNATORY, now=now)
    _over(signing, State.DECLINED, reason[:2000], now, who=signatory.name)
    telling.of_refusal(signing, signatory.name, now=now)


@transaction.atomic
def withdraw(signing: Signing, *, actor: Actor, now: datetime) -> None:
    """Go no further; the draft can be changed again. Raises `StateChanged`."""
    if Signing.objects.filter(pk=signing.pk, state=State.OPEN).first() is None:
        raise StateChanged
    _record(signing, "signing.withdrawn", {}, actor=actor, now=now)
    _over(signing, State.WITHDRAWN, "", now)


@transaction.atomic
def run_out(signings: Sequence[Signing], *, now: datetime) -> None:
    """End the signings whose time is over, and tell whoever began them."""
    ended = []
    for signing in signings:
        if Signing.objects.filter(pk=signing.pk, state=State.OPEN, expires_at__lte=now).first() is not None:
            _record(signing, "signing.expired", {}, actor=WORKER, now=now)
            _over(signing, State.EXPIRED, "", now)
            ended.append(signing)
    telling.of_time_over(ended, now=now)


def _over(signing: Signing, state: State, reason: str, now: datetime, who: str = "") -> None:
    if Signing.objects.filter(pk=signing.pk, state=State.OPEN).update(state=state, reason=reason, ended_at=now) != 1:
        raise StateChanged
    Signatory.objects.filter(signing=signing).update(remind_at=None)
    Draft.objects.filter(pk=signing.draft_id).update(state=DraftState.OPEN, changed_at=now)
    moved.send(Signing, signing=signing, what=state.value, who=who, reason=reason, now=now)


@transaction.atomic
def remind(signatory: Signatory, *, now: datetime) -> None:
    """Send a reminder to somebody whose turn it is, and plan the next one."""
    more = signatory.reminders + 1 < _MOST_REMINDERS
    rows = Signatory.objects.filter(pk=signatory.pk, remind_at__lte=now, signed_at=None)
    if rows.update(remind_at=now + _REMIND_AFTER if more else None, reminders=F("reminders") + 1) == 1:
        posting.post(signatory.signing.draft, letter(signatory.signing, signatory, "reminder"), now=now)
        content = {"order": signatory.order, "number": signatory.reminders + 1}
        _record(signatory.signing, "signing.reminded", content, actor=WORKER, now=now)


def remind_soon(organisation: Organisation, drafts: QuerySet[Draft], *, now: datetime) -> int:
    """Have whoever's turn it is to sign one of these drafts reminded next, once a day at most; returns how many."""
    waiting = Signatory.objects.filter(
        organisation=organisation,
        signing__draft__in=drafts,
        signing__state=State.OPEN,
        signed_at=None,
        invited_at__lte=now - _ONCE,
    )
    # Whoever was reminded within a day has the next one planned so far ahead.
    lately = Q(remind_at__gt=now + _REMIND_AFTER - _ONCE, reminders__gt=0)
    return waiting.exclude(lately).update(remind_at=now)


@transaction.atomic
def on_paper(
    draft: Draft, people: Sequence[Person], *, signed_at: datetime, by: User, actor: Actor, now: datetime
) -> Signing:
    """Keep that the newest version was signed on paper; the file is put in beside it (`filing`). Raises as `begin` does."""
    signing = begin(draft, (), in_order=True, days=1, by=by, actor=actor, now=now)
    for order, each in enumerate(people):
        Signatory.objects.create(
            organisation_id=draft.organisation_id,
            signing=signing,
            order=order,
            side=each.side,
            name=each.name,
            role=each.role,
            email=each.email,
            signed_at=signed_at,
            signed_sha256=signing.document_sha256,
            way=Way.PAPER,
        )
    Signing.objects.filter(pk=signing.pk).update(state=State.PAPER, ended_at=now)
    content = {"signed_at": signed_at.isoformat(), "signatories": [[each.side, each.name] for each in people]}
    _record(signing, "signing.on_paper", content, actor=actor, now=now)
    moved.send(Signing, signing=signing, what=State.PAPER.value, who="", reason="", now=now)
    return signing


def _open(signatory: Signatory, now: datetime) -> Signing:
    """The signing, held until the transaction ends; it must be open. Raises `StateChanged`."""
    rows = Signing.objects.select_for_update(of=("self",)).filter(
        pk=signatory.signing_id, state=State.OPEN, expires_at__gt=now
    )
    signing = rows.select_related("organisation", "version", "draft__organisation", "draft__legal_entity").first()
    if signing is None:
        raise StateChanged
    return signing


def _record(signing: Signing, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=signing.organisation, actor=actor, kind=kind, subject=signing, at=now, content=content)
