"""Writes: a claim is recorded with the clock of its lapse, made up of amounts, weighed, reported, answered and settled."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.duties import Action, Trigger
from art28.notices.answers import Section
from art28.notices.notice import LetterKind
from art28.terms import StartReason
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements.models import Agreement
from art28.web.casework import To, keep_act, move, write
from art28.web.claims import queries
from art28.web.claims.models import Claim, Given, Intent, Item, Kind, Point, Side, State
from art28.web.claims.weighing import weigh
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import NotAhead, run_until
from art28.web.costs.telling import euros
from art28.web.database.numbering import next_number
from art28.web.events import queries as events
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim as it is recorded: whose, of what kind, from which event, since when, and which failure it rests on."""

    kind: Kind
    claimant: Side
    event: str
    what: str
    arose_at: datetime
    by_whom: str = ""
    failure: str = ""
    sub_processor: str = ""


@transaction.atomic
def claim(agreement: Agreement, said: Claimed, *, by: By) -> Claim:
    """Record a claim, and let the period run after which it lapses, where the agreement sets one."""
    organisation = agreement.organisation
    year, number = next_number(organisation, Claim, by.now)
    row = Claim.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        kind=said.kind,
        claimant=said.claimant,
        event=said.event,
        what=said.what,
        arose_at=said.arose_at,
        by_whom=said.by_whom,
        failure=said.failure,
        sub_processor=said.sub_processor,
        recorded_at=by.now,
        recorded_by=by.user,
    )
    content = {
        "agreement": str(agreement.pk),
        "kind": row.kind,
        "claimant": row.claimant,
        "event": row.event,
        "arose_at": row.arose_at.isoformat(),
        "failure": row.failure,
        "sub_processor": row.sub_processor,
    }
    keep_act(row, "claim.recorded", by, content)
    happened = events.Said(Trigger.CLAIM, said.arose_at, StartReason.AROSE, None, row.reference)
    for starting in events.would_start(agreement, happened):
        if starting.obligation is not None and starting.duty.bearer.value == row.claimant:
            clocks.start(
                agreement,
                starting.obligation,
                subject=_subject(row),
                following=(),
                owner=by.user if starting.ours else None,
                actor=by.actor,
                now=by.now,
            )
    return row


@transaction.atomic
def judge(
    row: Claim,
    *,
    failure: str,
    sub_processor: str,
    attributable: bool | None,
    intent: Intent,
    impossible: bool,
    by: By,
) -> None:
    """Say what is held against the other side, and what is established of it."""
    fields = {
        "failure": failure,
        "sub_processor": sub_processor,
        "attributable": attributable,
        "intent": intent,
        "impossible": impossible,
    }
    move(row, queries.OPEN, **fields)
    keep_act(row, "claim.weighed", by, fields)


@transaction.atomic
def add_item(row: Claim, *, head: str, text: str, cents: int, proof: str, by: By) -> Item:
    """Keep one amount, with what it is for and what shows it."""
    if not row.is_open:
        raise StateChanged(row.reference)
    made = Item.objects.create(
        organisation_id=row.organisation_id,
        claim=row,
        head=head,
        text=text,
        cents=cents,
        proof=proof,
        at=by.now,
        by=by.user,
    )
    content = {"item": str(made.pk), "head": head, "text": text, "cents": cents, "proof": proof}
    keep_act(row, "claim.item_kept", by, content)
    return made


@transaction.atomic
def strike(row: Claim, item: Item, *, reason: str, by: By) -> None:
    """Let an amount count no longer; it stays readable."""
    if not row.is_open:
        raise StateChanged(row.reference)
    standing = Item.objects.filter(pk=item.pk, claim=row, struck_at=None)
    if standing.update(struck_at=by.now, struck_reason=reason) != 1:
        raise StateChanged(item.text)
    keep_act(row, "claim.item_struck", by, {"item": str(item.pk), "reason": reason})


@transaction.atomic
def give(row: Claim, *, figure: str, cents: int, source: str, by: By) -> Given:
    """Give a figure that a limit is computed from, with where it comes from."""
    made = Given.objects.create(
        organisation_id=row.organisation_id, claim=row, figure=figure, cents=cents, source=source, at=by.now, by=by.user
    )
    keep_act(row, "claim.figure_given", by, {"figure": figure, "cents": cents, "source": source})
    return made


@transaction.atomic
def notice_default(row: Claim, *, text: str, cure_until: date, to: To | None, by: By) -> OutboxMessage | None:
    """Give notice of default with a term to cure it, whose clock runs; `to` is None for one that the other side gave us."""
    if row.default_at is not None:
        raise NotNow("noticed")
    if row.ours is (to is None):
        raise NotNow("other_side")
    move(row, queries.OPEN, default_at=by.now, default_text=text, cure_until=cure_until)
    try:
        run_until(
            row.organisation,
            cure_until,
            _subject(row),
            trigger=Trigger.CLAIM,
            cause=row.reference,
            gdpr="",
            owner=None if row.ours else by.user,
            actor=by.actor,
            now=by.now,
            action=Action.CURE_FAILURE,
            ours=not row.ours,
        )
    except NotAhead as late:
        raise NotNow("cure_not_ahead") from late
    message = None
    if to is not None:
        language = writing.language_for(row.agreement)
        until = labels.day(cure_until.isoformat(), language.value)
        filled = {"until": until, "clause_plain": _place(row, Point.DEFAULT)}
        with translation.override(language.value):
            sections = (Section(1, _("What went wrong"), text),)
        message = write(
            row.agreement, LetterKind.NOTICE_OF_DEFAULT, _subject(row), to, by, filled=filled, sections=sections
        )
    content = {
        "text": text,
        "cure_until": cure_until.isoformat(),
        "ours": row.ours,
        "message": str(message.pk) if message else "",
    }
    keep_act(row, "claim.default_noticed", by, content)
    return message


@transaction.atomic
def cure(row: Claim, *, what: str, at: datetime, by: By) -> None:
    """The failure was cured: the clock ends, in time or late."""
    if row.default_at is None:
        raise NotNow("no_default")
    clock = queries.clock_of(row, Action.CURE_FAILURE)
    in_time = clock is None or clocks.in_time(clock, at)
    move(row, queries.OPEN, cured_at=at if in_time else None)
    if clock is not None and clock.ended_at is None:
        clocks.end(clock, at=at, by=Proof.DONE, reason=what[:500], actor=by.actor, now=by.now)
    keep_act(row, "claim.cured", by, {"what": what, "at": at.isoformat(), "in_time": in_time})


@transaction.atomic
def report(row: Claim, *, to: To, by: By) -> OutboxMessage:
    """Report our claim in detail to the other side, before it lapses: every amount with what it is for."""
    if not row.ours:
        raise NotNow("other_side")
    items = [each for each in queries.items(row) if each.struck_at is None]
    if not items or not row.failure:
        raise NotNow("unspecified", place=_clause_of_period(row))
    clock = queries.clock_of(row, Action.REPORT_CLAIM)
    move(row, (State.OPEN,), state=State.REPORTED, reported_at=by.now, reported_how=to.recipient)
    language = writing.language_for(row.agreement)
    last = clock.last_day if clock is not None else None
    filled = {
        "until": labels.day(last.isoformat(), language.value) if last else "",
        "clause_plain": _clause_of_period(row),
    }
    with translation.override(language.value):
        sections = tuple(_sections(row, items))
    ends = clock if clock is not None and clock.ended_at is None else None
    message = write(
        row.agreement, LetterKind.CLAIM_REPORTED, _subject(row), to, by, filled=filled, sections=sections, clock=ends
    )
    content = {"items": [str(each.pk) for each in items], "cents": sum(each.cents for each in items),
               "message": str(message.pk)}  # fmt: skip
    keep_act(row, "claim.reported", by, content)
    return message


def _sections(row: Claim, items: list[Item]) -> list[Section]:
    said = [Section(1, _("What went wrong"), row.failure), Section(2, _("What it concerns"), row.what)]
    for number, item in enumerate(items, start=len(said) + 1):
        shown = f"{euros(item.cents)}: {item.text}"
        said.append(Section(number, str(item.get_head_display()), f"{shown} ({item.proof})" if item.proof else shown))
    total = euros(sum(item.cents for item in items))
    return [*said, Section(len(said) + 1, _("Total"), total)]


@transaction.atomic
def receive(row: Claim, *, at: datetime, how: str, specified: bool, by: By) -> None:
    """The other side reported its claim to us; one that doesn't specify it lets the period run on."""
    if row.ours:
        raise NotNow("other_side")
    if specified:
        move(row, (State.OPEN,), state=State.REPORTED, reported_at=at, reported_how=how)
        clock = queries.clock_of(row, Action.REPORT_CLAIM)
        if clock is not None and clock.ended_at is None:
            clocks.end(clock, at=at, by=Proof.DONE, reason=how[:500], actor=by.actor, now=by.now)
    keep_act(row, "claim.reported", by, {"at": at.isoformat(), "how": how, "specified": specified})


@transaction.atomic
def answer(row: Claim, *, text: str, by: By) -> None:
    """The debtor contests it, with its reasons."""
    move(row, (State.REPORTED, State.CONTESTED), state=State.CONTESTED, answer=text)
    keep_act(row, "claim.answered", by, {"text": text})


def settle(row: Claim, *, cents: int, reason: str, above: bool, by: By) -> None:
    """Settle it for an amount; above what the limits allow only where somebody says so, with the reason.

    A refused attempt stands in the trail, and leads to `NotNow` with the clause.
    """
    weighed = weigh(row)
    ceiling = weighed.ceiling
    if ceiling is not None and cents > ceiling and not above:
        content = {"cents": cents, "limit": ceiling, "provision": weighed.cap.provision}
        with transaction.atomic():
            keep_act(row, "claim.settlement_refused", by, content)
        raise NotNow("above_limit", place=queries.place(row.agreement, weighed.cap.provision))
    with transaction.atomic():
        states = (State.OPEN, State.REPORTED, State.CONTESTED)
        move(row, states, state=State.SETTLED, settled_cents=cents, reason=reason, closed_at=by.now)
        _stop(row, by, reason)
        content = {"cents": cents, "reason": reason, "limit": ceiling, "above": above}
        keep_act(row, "claim.settled", by, content)


@transaction.atomic
def withdraw(row: Claim, *, reason: str, by: By) -> None:
    """It is dropped; its clocks stop."""
    move(row, queries.OPEN, state=State.WITHDRAWN, reason=reason, closed_at=by.now)
    _stop(row, by, reason)
    keep_act(row, "claim.withdrawn", by, {"reason": reason})


def _stop(row: Claim, by: By, reason: str) -> None:
    for clock in queries.clocks_of(row):
        if clock.ended_at is None:
            clocks.cancel(clock, reason=reason[:500], actor=by.actor, now=by.now)


def _subject(row: Claim) -> Subject:
    return Subject(queries.KIND, row.pk, row.reference)


def _place(row: Claim, point: Point) -> str:
    clause = queries.clauses(row.agreement).get(point)
    return queries.place(row.agreement, clause.provision) if clause is not None and clause.says else ""


def _clause_of_period(row: Claim) -> str:
    clock = queries.clock_of(row, Action.REPORT_CLAIM)
    return queries.place(row.agreement, str(clock.duty.get("provision", ""))) if clock is not None else ""
