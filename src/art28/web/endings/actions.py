"""Writes to an ending: notice, the controller's choice, estimate, withholding, return; each with its act."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.formats import date_format

from art28.agreement import labels
from art28.agreement.duties import Action, Trigger
from art28.obligations.ending import Way, agreed_end
from art28.terms import StartReason
from art28.timelimits.instants import end_of_day
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, Proof
from art28.web.endings import planning, queries
from art28.web.endings.models import Choice, ChosenHow, Cost, CostKind, Ending, NoticeBy, Scope
from art28.web.endings.refusals import Refused, Why
from art28.web.endings.saying import agreed_of, cited, clause, kept
from art28.web.events import actions as events
from art28.web.events.queries import Said

KIND = "ending"
_DEFAULTS: Mapping[Way | None, str] = {Way.RETURN: Choice.RETURN, Way.DELETE: Choice.DELETE, None: ""}
_ONE_MINUTE = timedelta(minutes=1)
_SUM = re.compile(r"([0-9a-fA-F]{64}) [ *](\S.{0,299})")
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """Notice of termination as a person says it; `sure` that an end in the past is right."""

    by: NoticeBy
    scope: Scope
    noticed_on: date
    ends_on: date
    clause: str = ""
    target_on: date | None = None
    sure: bool = False


@transaction.atomic
def give_notice(agreement: Agreement, given: NoticeGiven, *, by: User, actor: Actor, now: datetime) -> Ending:
    """Keep that the agreement ends, and start what its end starts. Raises `Refused`."""
    organisation = agreement.organisation
    zone = ZoneInfo(organisation.time_zone)
    agreed = agreed_end(deriving.standing(agreement))
    _check_notice(agreement, given, agreed, now.astimezone(zone).date())
    at = end_of_day(given.ends_on, zone) - _ONE_MINUTE
    title = labels.trigger(Trigger.TERMINATION, organisation.language)
    said = Said(Trigger.TERMINATION, at, StartReason.ENDED, None, title[:80])
    event = events.record_event(agreement, said, by=by, actor=actor, now=now)
    choosing = _clock(event.pk, agreement, Action.CHOOSE_RETURN_OR_DELETION)
    try:
        with transaction.atomic():
            row = Ending.objects.create(
                organisation=organisation,
                agreement=agreement,
                event=event,
                notice_by=given.by,
                scope=given.scope,
                clause=given.clause,
                noticed_on=given.noticed_on,
                ends_on=given.ends_on,
                ended_at=at,
                agreed=kept(agreed),
                target_on=given.target_on,
                choice_until=choosing.ends_at if choosing is not None else None,
                default_choice=_DEFAULTS[agreed.default],
                token=secrets.token_urlsafe(32),
                recorded_at=now,
                recorded_by=by,
            )
    except IntegrityError:
        raise Refused(Why.SECOND_NOTICE, day=_day(given.ends_on)) from None
    content = {
        "agreement": str(agreement.pk),
        "by": given.by.value,
        "scope": given.scope.value,
        "noticed_on": given.noticed_on.isoformat(),
        "ends_on": given.ends_on.isoformat(),
        "clause": given.clause,
    }
    record(organisation=organisation, actor=actor, kind="ending.noticed", subject=row, at=now, content=content)
    planning.plan(row, now=now)
    if not agreed.asks:
        _choose(row, Choice.RETURN, ChosenHow.AGREED, "", at=now, actor=actor, now=now)
    return row


def _check_notice(agreement: Agreement, given: NoticeGiven, agreed: Any, today: date) -> None:
    standing = queries.of_agreement(agreement)
    if standing is not None:
        raise Refused(Why.SECOND_NOTICE, day=_day(standing.ends_on))
    if given.scope is Scope.ALONE and agreed.denies("term.separately_terminable"):
        raise Refused(Why.NOT_BY_ITSELF, clause=clause(agreed, "term.separately_terminable"))
    if given.ends_on < given.noticed_on and given.by is not NoticeBy.TERM:
        raise Refused(Why.BEFORE_NOTICE, day=_day(given.ends_on))
    if given.ends_on < today and not given.sure:
        found = clause(agreed, "end.choice_window", "end.deadline", "end.data")
        raise Refused(Why.IN_THE_PAST, day=_day(given.ends_on), clause=found)
    if not agreed.text("end.deadline") and given.target_on is None:
        raise Refused(Why.NO_TARGET, clause=clause(agreed, "end.data"))


@transaction.atomic
def choose(row: Ending, choice: Choice, *, how: ChosenHow, who: str, at: datetime, actor: Actor, now: datetime) -> None:
    """Keep what the controller chose; recorded by hand it may replace an earlier choice until deletion begins.

    Raises `Refused`.
    """
    lock(row)
    if row.chosen_at is not None and how is not ChosenHow.BY_HAND:
        raise Refused(Why.CHOSEN_ALREADY, how=str(ChosenHow(row.chosen_how).label))
    if row.chosen_at is not None and queries.deleted(row).exists():
        raise Refused(Why.ALREADY_DELETED)
    _choose(row, choice, how, who, at=at, actor=actor, now=now)


@transaction.atomic
def apply_default(row: Ending, *, actor: Actor, now: datetime) -> None:
    """What the agreement itself has where no choice is made within the window. Raises `Refused`."""
    lock(row)
    agreed = agreed_of(row.agreed)
    if row.chosen_at is not None:
        raise Refused(Why.CHOSEN_ALREADY, how=str(ChosenHow(row.chosen_how).label))
    if row.choice_until is None or now < row.choice_until:
        until = row.choice_until or now
        found = clause(agreed, "end.choice_window", "end.data")
        raise Refused(Why.WINDOW_OPEN, day=_moment(until, row), clause=found)
    if not row.default_choice:
        raise Refused(Why.NO_DEFAULT, clause=clause(agreed, "end.data", "end.choice_window"))
    _choose(row, Choice(row.default_choice), ChosenHow.DEFAULT, "", at=now, actor=actor, now=now)


def _choose(
    row: Ending, choice: Choice, how: ChosenHow, who: str, *, at: datetime, actor: Actor, now: datetime
) -> None:
    row.choice, row.chosen_at, row.chosen_how, row.chosen_by = choice, at, how, who[:200]
    row.save(update_fields=("choice", "chosen_at", "chosen_how", "chosen_by"))
    content = {"choice": choice.value, "how": how.value, "who": row.chosen_by, "at": at.isoformat()}
    record(organisation=row.organisation, actor=actor, kind="ending.chosen", subject=row, at=now, content=content)
    running = _clock(row.event_id, row.agreement, Action.CHOOSE_RETURN_OR_DELETION)
    if running is None or running.ended_at is not None:
        return
    words = str(Choice(choice).label)
    if how is ChosenHow.DEFAULT:
        clocks.cancel(running, reason=default_chosen(choice), actor=actor, now=now)
    else:
        proof = Proof.ACKNOWLEDGED if how is ChosenHow.LINK else Proof.DONE
        clocks.end(running, at=min(at, now), by=proof, reason=words, actor=actor, now=now)


def default_chosen(choice: Choice) -> str:
    """Why the clock of a choice stops that the agreement itself made."""
    return f"{ChosenHow.DEFAULT.label}: {choice.label}"


@transaction.atomic
def add_cost(
    row: Ending, kind: CostKind, what: str, cents: int, *, actual: bool, by: User, actor: Actor, now: datetime
) -> Cost:
    """A line of the estimate, or of what it came to. Raises `Refused`."""
    lock(row)
    made = Cost.objects.create(
        organisation=row.organisation, ending=row, kind=kind, what=what, cents=cents, actual=actual, at=now, by=by
    )
    content = {"cost": kind.value, "what": what, "cents": cents, "actual": actual}
    record(organisation=row.organisation, actor=actor, kind="ending.cost_added", subject=row, at=now, content=content)
    return made


@transaction.atomic
def withhold(row: Ending, *, cents: int, reason: str, actor: Actor, now: datetime) -> None:
    """Hold the return back until what is due has been paid, where that was agreed. Raises `Refused`."""
    lock(row)
    agreed = agreed_of(row.agreed)
    if not agreed.says("end.withheld_until_payment"):
        raise Refused(Why.NOT_AGREED_TO_WITHHOLD)
    row.withheld_at, row.withheld_cents, row.withheld_reason, row.released_at = now, cents, reason, None
    row.disputed_at, row.disputed_reason = None, ""
    row.save(
        update_fields=(
            *("withheld_at", "withheld_cents", "withheld_reason", "released_at"),
            *("disputed_at", "disputed_reason"),
        )
    )
    content = {"cents": cents, "reason": reason, "clause": agreed.clause("end.withheld_until_payment")}
    record(organisation=row.organisation, actor=actor, kind="ending.withheld", subject=row, at=now, content=content)


@transaction.atomic
def dispute(row: Ending, *, reason: str, actor: Actor, now: datetime) -> None:
    """Keep that the controller disputes the bill for which its data are held back. Raises `Refused`."""
    lock(row)
    if not row.is_withheld:
        raise Refused(Why.NOT_WITHHELD)
    row.disputed_at, row.disputed_reason = now, reason
    row.save(update_fields=("disputed_at", "disputed_reason"))
    content = {"reason": reason}
    record(organisation=row.organisation, actor=actor, kind="ending.disputed", subject=row, at=now, content=content)


@transaction.atomic
def release(row: Ending, *, reason: str, actor: Actor, now: datetime) -> None:
    """Hold nothing back any longer: paid, or released. Raises `Refused`."""
    lock(row)
    if not row.is_withheld:
        raise Refused(Why.NOT_WITHHELD)
    row.released_at, row.released_reason = now, reason
    row.save(update_fields=("released_at", "released_reason"))
    content = {"reason": reason}
    record(organisation=row.organisation, actor=actor, kind="ending.released", subject=row, at=now, content=content)


def checksums_of(text: str) -> str:
    """A list of SHA-256 checksums as `sha256sum` writes it, in one form. Raises `Refused`."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [_SUM.fullmatch(line) for line in lines]
    if not lines or len(lines) > _MOST_FILES or not all(found):
        raise Refused(Why.NO_CHECKSUMS)
    return "".join(f"{each[1].lower()}  {each[2].strip()}\n" for each in found if each)


@transaction.atomic
def hand_over(row: Ending, *, form: str, how: str, checksums: str, at: datetime, actor: Actor, now: datetime) -> None:
    """Keep that the data were returned: in which format, by which way, and the checksum of every file. Raises `Refused`."""
    lock(row)
    require_choice(row)
    refuse_withheld(row)
    listed = checksums_of(checksums)
    row.returned_at, row.return_format, row.return_how, row.checksums = at, form, how, listed
    row.checksums_sha256 = hashlib.sha256(listed.encode()).hexdigest()
    row.save(update_fields=("returned_at", "return_format", "return_how", "checksums", "checksums_sha256"))
    content: Mapping[str, Any] = {
        "at": at.isoformat(),
        "format": form,
        "how": how,
        "files": listed.count("\n"),
        "checksums_sha256": row.checksums_sha256,
    }
    record(organisation=row.organisation, actor=actor, kind="ending.returned", subject=row, at=now, content=content)


@transaction.atomic
def confirm_receipt(row: Ending, *, who: str, at: datetime, actor: Actor, now: datetime) -> None:
    """Keep that the controller has received what was returned. Raises `Refused`."""
    lock(row)
    if row.returned_at is None:
        raise Refused(Why.NOT_RETURNED, clause=clause(agreed_of(row.agreed), "end.data"))
    row.received_at, row.received_by = at, who
    row.save(update_fields=("received_at", "received_by"))
    content = {"at": at.isoformat(), "who": who}
    record(organisation=row.organisation, actor=actor, kind="ending.received", subject=row, at=now, content=content)


@transaction.atomic
def take_back(row: Ending, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """The notice proved to be none: its clocks stop for that reason, what was done stays done. Raises `Refused`."""
    lock(row)
    row.cancelled_at, row.cancel_reason = now, reason
    row.save(update_fields=("cancelled_at", "cancel_reason"))
    planning.drop(row, reason=reason, actor=actor, now=now)
    events.cancel(row.event, reason=reason, by=by, actor=actor, now=now)
    content = {"reason": reason}
    record(organisation=row.organisation, actor=actor, kind="ending.taken_back", subject=row, at=now, content=content)


def lock(row: Ending) -> None:
    """Hold the ending until the transaction ends, as it stands now. Raises `Refused` where nothing changes any more."""
    Ending.objects.select_for_update(of=("self",)).get(pk=row.pk, organisation=row.organisation_id)
    row.refresh_from_db()
    if row.completed_at is not None or row.cancelled_at is not None:
        raise Refused(Why.COMPLETED)


def require_choice(row: Ending) -> None:
    """Raises `Refused` while nobody has chosen."""
    if row.chosen_at is None:
        found = clause(agreed_of(row.agreed), "end.data", "end.choice_window")
        raise Refused(Why.NO_CHOICE_YET, clause=found)


def refuse_withheld(row: Ending) -> None:
    """Raises `Refused` while data are held back for a bill."""
    if not row.is_withheld:
        return
    if row.disputed_at is not None:
        raise Refused(Why.DISPUTED, reason=row.disputed_reason)
    found = cited(agreed_of(row.agreed).clause("end.withheld_until_payment"))
    language = row.organisation.language
    amount = labels.money(round((row.withheld_cents or 0) / 100), language)
    raise Refused(Why.WITHHELD, amount=amount, clause=found)


def end_clock(row: Ending, action: Action, *, at: datetime, reason: str, actor: Actor, now: datetime) -> None:
    """End the clock of that duty, if it still runs."""
    running = _clock(row.event_id, row.agreement, action)
    if running is not None and running.ended_at is None:
        clocks.end(running, at=at, by=Proof.DONE, reason=reason[:500], actor=actor, now=now)


def _clock(event_id: Any, agreement: Agreement, action: Action) -> Obligation | None:
    rows = clock_queries.obligations(agreement.organisation).select_related("organisation")
    return rows.filter(subject_kind=KIND, subject_id=event_id, action=action).first()


def _day(on: date) -> str:
    return date_format(on, "j F Y")


def _moment(at: datetime, row: Ending) -> str:
    return date_format(at.astimezone(ZoneInfo(row.organisation.time_zone)), "j F Y, H:i")
