"""What there is already, offered instead of an audit: own audits and certificates, by letter, and into the evidence room."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.notices.answers import Section
from art28.notices.notice import LetterKind
from art28.obligations.settled import settled
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow
from art28.web.agreements import deriving
from art28.web.agreements.models import Direction
from art28.web.audits import own, queries, rooms
from art28.web.audits.models import Audit, OwnAudit, OwnReport, RoomDocument, State
from art28.web.casework import To, keep_act, move, write
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.measures import certifying
from art28.web.measures.models import Certificate
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing at hand. `title` and `says` are in the language that was set when it was read."""

    id: UUID
    title: str
    says: str


def at_hand(row: Audit, today: date) -> tuple[Offer, ...]:
    """What we can offer before an audit of us is planned; of a supplier's reports nothing is known here."""
    if row.agreement.direction != Direction.PROCESSOR:
        return ()
    return tuple(_offers(row.organisation, today))


def reports(row: Audit, today: date) -> tuple[OwnAudit, ...]:
    """Our own audits that hold and have a report on file, for an audit of us."""
    if row.agreement.direction != Direction.PROCESSOR:
        return ()
    return tuple(each for each in own.at_hand(row.organisation, today) if each.report_sha256)


def _offers(organisation: Organisation, today: date) -> Iterator[Offer]:
    for each in own.at_hand(organisation, today):
        yield Offer(each.pk, _titled(each), _came_to(each))
    for held in certifying.at_hand(organisation, today):
        yield Offer(held.pk, f"{held.standard}, {held.holder}", _certified(held))


def _titled(row: OwnAudit) -> str:
    about = ", ".join(part for part in (row.scope, row.norm) if part)
    return _("Audit %(reference)s: %(about)s") % {"reference": row.reference, "about": about}


def _came_to(row: OwnAudit) -> str:
    by = _("independent auditor") if row.independent else _("own staff")
    held = _("held on %(day)s by %(who)s (%(kind)s)") % {"day": _day(row.held_on), "who": row.auditor, "kind": by}
    left = row.left  # type: ignore[attr-defined]
    found = _("findings: %(found)s, of which %(left)s not yet mended") % {"found": row.found, "left": left}  # type: ignore[attr-defined]
    until = _("valid until %(day)s") % {"day": _day(row.valid_until)}
    return f"{row.outcome} ({held}; {found}; {until})"


def _certified(row: Certificate) -> str:
    said = _("issued by %(who)s on %(day)s, valid until %(until)s") % {
        "who": row.issuer,
        "day": _day(row.issued_on),
        "until": _day(row.expires_on),
    }
    return f"{row.scope} ({said})" if row.scope else said


def _day(day: date | None) -> str:
    return labels.day(day.isoformat(), translation.get_language() or "nl") if day else ""


@transaction.atomic
def offer(row: Audit, *, chosen: Collection[str], to: To, today: date, by: By) -> OutboxMessage:
    """Offer by letter what was chosen of what is at hand. Raises `NotNow` where nothing of it is."""
    agreement, language = row.agreement, writing.language_for(row.agreement)
    with translation.override(language.value):
        offered = [each for each in at_hand(row, today) if str(each.id) in chosen]
    if not offered:
        raise NotNow("nothing_at_hand")
    kept = [{"id": str(each.id), "title": each.title, "says": each.says} for each in offered]
    move(row, (State.ASKED,), offered=kept, offered_at=by.now)
    clause = settled(deriving.standing(agreement), "audit.existing_reports_first")
    provision = clause.fact.provision if clause is not None and clause.value else ""
    message = write(
        agreement,
        LetterKind.AUDIT_OFFER,
        Subject(queries.KIND, row.pk, row.reference),
        to,
        by,
        filled={},
        sections=tuple(Section(number, each.title, each.says) for number, each in enumerate(offered, start=1)),
        provision=provision,
        again=True,
    )
    keep_act(row, "audit.reports_offered", by, {"offered": kept, "message": str(message.pk)})
    return message


@transaction.atomic
def withdraw(row: Audit, *, reason: str, by: By) -> None:
    """Whoever asked for it no longer does, and why: what was offered does, or something else."""
    move(row, (State.ASKED, State.PLANNED), state=State.WITHDRAWN, reason=reason, closed_at=by.now)
    for clock in queries.clocks_of(row):
        if clock.ended_at is None:
            clocks.cancel(clock, reason=reason[:500], actor=by.actor, now=by.now)
    keep_act(row, "audit.withdrawn", by, {"reason": reason})


@transaction.atomic
def into_room(row: Audit, made: OwnAudit, *, by: By) -> RoomDocument:
    """Put the report of an audit of one's own into the evidence room. Raises `NotNow` where none was handed in."""
    held = OwnReport.objects.filter(own=made).first()
    if held is None:
        raise NotNow("no_report")
    with translation.override(row.agreement.language or row.organisation.language):
        name = _titled(made)
    return rooms.put_in(row, name=name[:200], file_name=made.report_name, data=bytes(held.data), by=by)
