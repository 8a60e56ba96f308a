"""Writes: an agreement may be terminated on a ground; notice and term come first, and the end itself is begun elsewhere."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from art28.agreement.duties import Action, Duty, Trigger
from art28.notices.notice import LetterKind
from art28.obligations import start as core
from art28.obligations.settled import Wording, limit_by, settled
from art28.terms import Role
from art28.web.acting import By, NotNow
from art28.web.acting import StateChanged as Changed
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.casework import To, keep_act
from art28.web.claims import queries, writing
from art28.web.claims.cases import Ground, Termination, TerminationState
from art28.web.claims.sides import Side
from art28.web.clocks import actions as clocks
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Proof
from art28.web.clocks.own_duties import NotAhead, run_until
from art28.web.database.numbering import next_number
from art28.web.lifecycle import actions as lives
from art28.web.lifecycle.stages import Ending, Stage
from art28.web.notices.models import OutboxMessage

KIND = "termination"
"""What lists call its clocks (`clocks.filters.EVENTS`)."""
_NOTICE = "term.amendment_notice"
_ENDS_BY = {
    Ground.SUSPENSION: Ending.SUSPENSION,
    Ground.BANKRUPTCY: Ending.BANKRUPTCY,
    Ground.CESSATION: Ending.CESSATION,
    Ground.BREACH: Ending.BREACH,
    Ground.AMENDMENT: Ending.TERMINATED,
}
_CLOCKS = {Ground.BREACH: Action.CURE_FAILURE, Ground.AMENDMENT: Action.DECIDE_ON_TERMINATION}


def option_until(agreement: Agreement, announced_on: date) -> date | None:
    """The last day on which an amendment that was announced can be answered with termination, by the agreement's notice."""
    said = deriving.standing(agreement)
    if settled(said, _NOTICE) is None:
        return None
    zone = ZoneInfo(agreement.organisation.time_zone)
    duty = Duty(
        id="", action=Action.DECIDE_ON_TERMINATION, trigger=Trigger.AMENDMENT, bearer=Role.CONTROLLER,
        beneficiary=Role.PROCESSOR, limit=limit_by(said, _NOTICE, otherwise=Wording.BEFOREHAND), channels=(), content=(),
        citations=(), provision="", facts=(),
    )  # fmt: skip
    event = core.Event(Trigger.AMENDMENT, datetime.combine(announced_on, time(12), zone), "")
    limit = core.start(duty, event, facts_version="", zone=zone).limit
    return limit.last_day if limit is not None else None


@transaction.atomic
def begin(
    agreement: Agreement,
    *,
    ground: Ground,
    party: Side,
    reason: str,
    noticed_on: date,
    until: date | None,
    to: To | None,
    by: By,
) -> Termination:
    """Keep that a party may terminate. A failure has a term to cure it, and an amendment one to choose; its clock runs.

    `to` is where our notice of a failure goes; None where nothing is sent from here.
    """
    said = deriving.standing(agreement)
    rests_on = settled(said, _NOTICE) if ground is Ground.AMENDMENT else None
    if ground is Ground.AMENDMENT and until is None:
        until = option_until(agreement, noticed_on)
    if ground in _CLOCKS and until is None:
        raise NotNow("no_term")
    organisation = agreement.organisation
    year, number = next_number(organisation, Termination, by.now)
    row = Termination.objects.create(
        organisation=organisation,
        agreement=agreement,
        year=year,
        number=number,
        ground=ground,
        party=party,
        reason=reason,
        noticed_on=noticed_on,
        until=until if ground in _CLOCKS else None,
        provision=rests_on.fact.provision if rests_on else "",
        recorded_at=by.now,
        recorded_by=by.user,
    )
    message = _notice(row, to, by) if to is not None and ground is Ground.BREACH else None
    if row.until is not None:
        _run(row, by)
    content = {
        "agreement": str(agreement.pk),
        "ground": ground.value,
        "party": party.value,
        "reason": reason,
        "noticed_on": noticed_on.isoformat(),
        "until": row.until.isoformat() if row.until else "",
        "message": str(message.pk) if message else "",
    }
    keep_act(row, "termination.opened", by, content)
    return row


def _run(row: Termination, by: By) -> None:
    """The clock of the term: of a failure the other party cures, of an amendment the one that may terminate chooses."""
    ours = row.ours if row.ground == Ground.AMENDMENT else not row.ours
    try:
        run_until(
            row.organisation,
            row.until or row.noticed_on,
            Subject(KIND, row.pk, row.reference),
            trigger=Trigger.AMENDMENT if row.ground == Ground.AMENDMENT else Trigger.TERMINATION,
            cause=row.reason[:200],
            gdpr="",
            owner=by.user if ours else None,
            actor=by.actor,
            now=by.now,
            action=_CLOCKS[Ground(row.ground)],
            ours=ours,
        )
    except NotAhead as late:
        raise NotNow("term_not_ahead") from late


def _notice(row: Termination, to: To, by: By) -> OutboxMessage:
    return writing.send(
        row.agreement,
        LetterKind.NOTICE_OF_DEFAULT,
        Subject(KIND, row.pk, row.reference),
        to,
        about=(_("What went wrong"), row.reason),
        days={"until": row.until.isoformat() if row.until else ""},
        by=by,
    )


def end(row: Termination, *, ends_on: date, outcome: str, to: To | None, by: By) -> None:
    """Terminate: the agreement begins to end, with all that it promises for that. Raises `lives.Refused` or `NotNow`.

    After an amendment it ends within the option; for a failure after the term to cure it.
    """
    if row.ground == Ground.AMENDMENT and row.until is not None and by.now.date() > row.until:
        with transaction.atomic():
            keep_act(row, "termination.refused", by, {"why": "option_over", "until": row.until.isoformat()})
        raise NotNow("option_over", place=queries.place(row.agreement, row.provision))
    if row.state != TerminationState.OPEN:
        raise Changed(row.reference)
    wanted = lives.Wanted(
        stage=Stage.ENDING,
        on=ends_on,
        ground=_ENDS_BY[Ground(row.ground)],
        reason=f"{row.reference}: {outcome or row.reason}"[:500],
        noticed_on=row.noticed_on,
        cure_until=row.until,
    )
    lives.go(row.agreement, wanted, by=by.user, actor=by.actor, now=by.now)
    with transaction.atomic():
        _close(row, TerminationState.ENDED, outcome, by, ends_on=ends_on)
        if to is not None:
            days = {"ends_on": ends_on.isoformat(), "until": _cured_until(row)}
            about = (_("The ground"), f"{row.get_ground_display()}: {row.reason}")
            subject = Subject(KIND, row.pk, row.reference)
            writing.send(row.agreement, LetterKind.TERMINATION, subject, to, about=about, days=days, by=by)


def _cured_until(row: Termination) -> str:
    return row.until.isoformat() if row.ground == Ground.BREACH and row.until else ""


@transaction.atomic
def stay(row: Termination, *, outcome: str, by: By) -> None:
    """It is not terminated: the failure was cured, or the amendment is agreed with."""
    state = TerminationState.CURED if row.ground == Ground.BREACH else TerminationState.STAYED
    _close(row, state, outcome, by)


def _close(row: Termination, state: TerminationState, outcome: str, by: By, *, ends_on: date | None = None) -> None:
    standing = Termination.objects.filter(pk=row.pk, organisation=row.organisation_id, state=TerminationState.OPEN)
    if standing.update(state=state, outcome=outcome, closed_at=by.now, ends_on=ends_on) != 1:
        raise Changed(row.reference)
    row.refresh_from_db()
    for clock in queries.running_of(row.organisation, KIND, row.pk):
        clocks.end(clock, at=by.now, by=Proof.DONE, reason=outcome[:500], actor=by.actor, now=by.now)
    content = {"state": state.value, "outcome": outcome, "ends_on": ends_on.isoformat() if ends_on else ""}
    keep_act(row, "termination.chosen", by, content)
