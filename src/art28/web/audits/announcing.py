"""Audits that we hold of a processor of ours: announced to it, and what it answered."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement.duties import Action
from art28.notices.answers import Section
from art28.notices.language import instant
from art28.notices.notice import LetterKind
from art28.obligations.settled import settled
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import deriving
from art28.web.audits import actions, queries
from art28.web.audits.models import Audit, State
from art28.web.casework import To, keep_act, move, write
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation, Proof
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage


@transaction.atomic
def by_letter(row: Audit, *, to: To, by: By) -> OutboxMessage:
    """Announce it by letter, which ends the clock of the notice once it is accepted. Raises `StateChanged` where it was."""
    _announced(row, by.now)
    right = settled(deriving.standing(row.agreement), "audit.right")
    language = writing.language_for(row.agreement)
    with translation.override(language.value):
        said = [(title, words) for title, words in _said(row) if words]
    message = write(
        row.agreement,
        LetterKind.AUDIT_ANNOUNCED,
        Subject(queries.KIND, row.pk, row.reference),
        to,
        by,
        filled={
            "planned": instant(row.planned_at, zone=ZoneInfo(row.organisation.time_zone), language=language),
            "third": "1" if row.third_party else "",
        },
        sections=tuple(Section(number, title, words) for number, (title, words) in enumerate(said, start=1)),
        provision=right.fact.provision if right is not None else "",
        clock=_clock(row),
        again=True,
    )
    keep_act(row, "audit.announced", by, {"at": by.now.isoformat(), "message": str(message.pk)})
    return message


@transaction.atomic
def otherwise(row: Audit, *, at: datetime, by: By) -> None:
    """It was announced in another way, at a moment that has passed: the clock of the notice ends there."""
    _announced(row, at)
    _end_notice(row, at, by)
    keep_act(row, "audit.announced", by, {"at": at.isoformat()})


@transaction.atomic
def agreed(row: Audit, *, at: datetime, by: By) -> None:
    """The processor agrees to it as it was announced: it is planned, with what was found of it."""
    _known(row)
    found = actions.verdict(row)
    move(row, (State.ASKED,), state=State.PLANNED, checks=actions.kept_checks(found), decided_at=at)
    _end_notice(row, row.announced_at or at, by)
    keep_act(row, "audit.agreed", by, {"at": at.isoformat(), "checks": row.checks})


@transaction.atomic
def declined(row: Audit, *, at: datetime, reason: str, by: By) -> None:
    """The processor refuses it so, and why: its clocks stop. Another one can be announced."""
    _known(row)
    found = actions.verdict(row)
    move(row, (State.ASKED,), state=State.REFUSED, checks=actions.kept_checks(found), reason=reason, decided_at=at)
    for clock in queries.clocks_of(row):
        if clock.ended_at is None:
            clocks.cancel(clock, reason=reason[:500], actor=by.actor, now=by.now)
    keep_act(row, "audit.declined", by, {"at": at.isoformat(), "reason": reason, "checks": row.checks})


def _announced(row: Audit, at: datetime) -> None:
    if not row.by_us:
        raise NotNow("theirs")
    if row.announced_at is not None:
        raise StateChanged(row.reference)
    move(row, (State.ASKED,), announced_at=at)


def _known(row: Audit) -> None:
    """Only what was announced to the processor can be answered by it."""
    if not row.by_us:
        raise NotNow("theirs")
    if row.announced_at is None:
        raise NotNow("unannounced")


def _clock(row: Audit) -> Obligation | None:
    running = (clock for clock in queries.clocks_of(row) if clock.ended_at is None)
    return next((clock for clock in running if clock.action == Action.ANNOUNCE_AUDIT), None)


def _end_notice(row: Audit, at: datetime, by: By) -> None:
    clock = _clock(row)
    if clock is not None:
        clocks.end(clock, at=at, by=Proof.DONE, reason=row.reference, actor=by.actor, now=by.now)


def _said(row: Audit) -> Iterator[tuple[str, str]]:
    yield _("Auditor"), row.auditor
    yield _("Systems"), ", ".join(row.systems)
    yield _("Concrete suspicion"), row.suspicion
    yield _("Why existing reports don't do"), row.reports_assessed
