"""What must be done about somebody, as things stand -> their clocks: those that are missing start, those met or needless end.

The clocks are a function of what is kept, so that an import, a correction or an agreement with another interval leads to the
right ones without anybody's doing; the pump settles everybody once a day.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from art28.agreement.duties import Action, Trigger
from art28.obligations.start import Event
from art28.terms import StartReason
from art28.timelimits.instants import start_of_day
from art28.web.accounts.access import Actor
from art28.web.clocks import actions as clocks
from art28.web.clocks import own_duties
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Proof
from art28.web.people import queries, terms
from art28.web.people.models import Concern, Grant, Responsibility, StaffMember, Task

_ACTIONS = {
    Concern.SECRECY: Action.BIND_STAFF,
    Concern.SCREENING: Action.SCREEN_STAFF,
}
_DAY = timedelta(days=1)
_CAUSE, _LABEL, _REASON = 300, 120, 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """A clock that is to run: for what, counted from which day, for how long, why."""

    concern: Concern
    since_on: date
    period: str
    cause: str


def wanted(row: StaffMember, screened: queries.Screened) -> Iterator[Wanted]:
    """The clocks of somebody as they stand; `row` as `queries.deciding` gives it."""
    if row.left_at is not None or row.leaves_on is not None:
        if row.leaves_on is not None and (row.left_at is None or row.open_access or row.means_count):  # type: ignore[attr-defined]
            yield _until(Concern.LEAVING, row.joined_on, row.leaves_on, _("last day"))
        if row.left_at is not None:
            return
    if not row.is_bound:  # type: ignore[attr-defined]
        yield Wanted(Concern.SECRECY, row.joined_on, terms.TO_SIGN, _("joined; Art. 28(3)(b) GDPR"))
    if row.role is None or row.role.screened:
        yield from _screening(row, screened)
    if not row.is_instructed:  # type: ignore[attr-defined]
        yield Wanted(Concern.INSTRUCTION, row.joined_on, terms.TO_INSTRUCT, _("joined"))
    yield from _refresher(row)
    yield from _review(row)
    yield from _duties(row)


def _screening(row: StaffMember, screened: queries.Screened) -> Iterator[Wanted]:
    last: date | None = row.screened_on  # type: ignore[attr-defined]
    if last is None:
        yield Wanted(Concern.SCREENING, row.joined_on, terms.TO_SHOW, _("joined"))
    elif screened.interval is not None:
        found = screened.interval
        cause = _("%(party)s, %(provision)s") % {"party": found.party, "provision": found.provision or "–"}
        yield Wanted(Concern.SCREENING, last, found.period, cause)


def _refresher(row: StaffMember) -> Iterator[Wanted]:
    last = queries.taught(row).exclude(training__next_on=None).order_by("-training__next_on", "-training__on").first()
    if last is not None and last.training.next_on is not None:
        yield _until(Concern.REFRESHER, last.training.on, last.training.next_on, _("last training"))


def _until(concern: Concern, since: date, due: date, cause: str) -> Wanted:
    """A clock that ends with the day `due`."""
    since = min(since, due - _DAY)
    return Wanted(concern, since, f"P{(due - since).days}D", cause)


def _review(row: StaffMember) -> Iterator[Wanted]:
    standing = Grant.objects.filter(organisation=row.organisation_id, member=row, withdrawn_at=None)
    first = standing.order_by("granted_at").values_list("granted_at", flat=True).first()
    if first is not None:
        zone = ZoneInfo(row.organisation.time_zone)
        granted_on = first.astimezone(zone).date()
        since = max(granted_on, row.reviewed_on) if row.reviewed_on else granted_on
        yield Wanted(Concern.REVIEW, since, row.review_period, _("access granted, or reviewed last"))


def _duties(row: StaffMember) -> Iterator[Wanted]:
    kept = Responsibility.objects.filter(organisation=row.organisation_id, member=row, ended_at=None)
    first = kept.exclude(review_on=None).order_by("review_on", "name").first()
    if first is not None and first.review_on is not None:
        yield _until(Concern.DUTY, first.since_on, first.review_on, first.name)


def round_of(now: datetime) -> date:
    """The day of a round of the pump, which is the same for every organisation, wherever that is."""
    return timezone.localtime(now, timezone.get_default_timezone()).date()


def settle(row: StaffMember, *, met: Collection[Concern] = (), because: str, actor: Actor, now: datetime) -> None:
    """Let the clocks of somebody be those that are wanted; within the caller's transaction.

    Those of what is `met` end as done, others that are no longer wanted so are stopped, for the reason `because`.
    """
    organisation = row.organisation
    today = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    screened = queries.screened(organisation, today)
    current = queries.deciding(organisation, row.pk)
    if current is None:
        return
    with translation.override(organisation.language):
        asked = {each.concern: each for each in wanted(current, screened)}
    for task in queries.open_tasks(current):
        concern = Concern(task.concern)
        want = asked.get(concern)
        if want is not None and (task.since_on, task.period) == (want.since_on, want.period):
            del asked[concern]
        else:
            _close(current, task, because, actor, now, done=concern in met)
    for want in asked.values():
        _open(current, want, actor, now)
    StaffMember.objects.filter(pk=row.pk).update(settled_on=round_of(now))


def _open(row: StaffMember, want: Wanted, actor: Actor, now: datetime) -> None:
    organisation = row.organisation
    task = Task.objects.create(
        organisation=organisation,
        member=row,
        concern=want.concern,
        since_on=want.since_on,
        period=want.period,
        cause=want.cause[:_CAUSE],
        opened_at=now,
    )
    with translation.override(organisation.language):
        label = f"{row.reference} · {want.concern.label}"
    trigger = Trigger.STAFF_SCREENING if want.concern is Concern.SCREENING else Trigger.STANDING
    at = start_of_day(want.since_on, ZoneInfo(organisation.time_zone))
    own_duties.run(
        organisation,
        Event(trigger, at, want.cause[:_CAUSE], StartReason.LAST_DONE),
        want.period,
        clocks.Subject(queries.KIND, task.pk, label[:_LABEL]),
        gdpr="28(3)(b)" if want.concern is Concern.SECRECY else "32(4)",
        owner=None,
        actor=actor,
        now=now,
        action=_ACTIONS.get(want.concern, Action.CARRY_OUT_MEASURE),
    )


def _close(row: StaffMember, task: Task, because: str, actor: Actor, now: datetime, *, done: bool) -> None:
    Task.objects.filter(pk=task.pk).update(closed_at=now)
    running = clock_queries.obligations(row.organisation).filter(subject_kind=queries.KIND, ended_at=None)
    clock = running.select_related("organisation").filter(subject_id=task.pk).first()
    if clock is None:
        return
    if done:
        clocks.end(clock, at=now, by=Proof.DONE, reason=because[:_REASON], actor=actor, now=now)
    else:
        clocks.cancel(clock, reason=because[:_REASON], actor=actor, now=now)
