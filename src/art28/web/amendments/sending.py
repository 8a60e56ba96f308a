"""A new version that is prepared -> before its signatories, or told of with notice and the right to leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from art28.agreement import labels
from art28.agreement.duties import Action, Trigger
from art28.terms import StartReason
from art28.web.agreements import queries as agreements
from art28.web.amendments import queries
from art28.web.amendments.models import Amendment, Obstacle, Standing, Way
from art28.web.amendments.preparing import actor_of
from art28.web.audit.actions import record
from art28.web.claims.terminating import option_until
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Proof
from art28.web.drafts import links, posting
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.drafts.models import State as DraftState
from art28.web.drafts.rounds import NotComplete, texts
from art28.web.events import actions as events
from art28.web.events.queries import Said
from art28.web.signing import actions as signing

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Until when the other side may leave, and from which day the revision holds for those who stay."""

    leave_until: date
    effective_on: date


def window(amendment: Amendment, today: date) -> Window:
    """By the notice that the agreement itself names, else by the renewal's own; the day that was asked for where it is later.

    The revision holds from the day after the whole of the notice has passed.
    """
    wanted = amendment.renewal.effective_on or today
    last = option_until(amendment.agreement, today)
    if last is None:
        last = today + timedelta(days=amendment.renewal.days_of_notice)
    effective = max(wanted, last + _ONE_DAY)
    return Window(effective - _ONE_DAY, effective)


def send(amendment: Amendment, *, now: datetime) -> None:
    """Send one, within the caller's transaction, its row held; what can't be sent waits for a person, with the reason."""
    try:
        values = _told(amendment, now) if amendment.renewal.way == Way.NOTICE else _put_up(amendment, now)
    except NotComplete as lacking:
        values = _held(Obstacle.BLANKS, ", ".join(lacking.keys))
    except signing.StateChanged:
        values = _held(Obstacle.MOVED)
    Amendment.objects.filter(pk=amendment.pk).update(due_at=None, **values)


def _held(obstacle: Obstacle, detail: str = "") -> dict[str, Any]:
    return {"standing": Standing.HELD, "obstacle": obstacle, "detail": detail[:300]}


def _put_up(amendment: Amendment, now: datetime) -> dict[str, Any]:
    draft, renewal = _draft(amendment), amendment.renewal
    theirs, ours = ("controller", "processor") if draft.direction == "processor" else ("processor", "controller")
    role = str(_facts(draft).get(f"{theirs}.representative_role", ""))
    people = (
        signing.Person(theirs, amendment.recipient_name, role, amendment.recipient),
        signing.Person(ours, renewal.signer_name, renewal.signer_role, renewal.signer_email),
    )
    made = signing.begin(
        draft, people, in_order=True, days=renewal.days, by=renewal.made_by, actor=actor_of(renewal), now=now
    )
    content = {"agreement": str(amendment.agreement_id), "signing": str(made.pk), "recipient": amendment.recipient}
    _record(amendment, "amendment.put_up", content, now)
    return {"standing": Standing.SENT, "sent_at": now, "effective_on": renewal.effective_on}


def _facts(draft: Draft) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = DraftVersion.objects.get(draft=draft, number=draft.version).facts
    return facts


def _draft(amendment: Amendment) -> Draft:
    if amendment.draft is None:
        raise signing.StateChanged
    return amendment.draft


def _told(amendment: Amendment, now: datetime) -> dict[str, Any]:
    draft = _draft(amendment)
    version = DraftVersion.objects.get(draft=draft, number=draft.version)
    if version.blanks:
        raise NotComplete(tuple(version.blanks))
    opened = Draft.objects.filter(pk=draft.pk, version=draft.version, state=DraftState.OPEN)
    if opened.update(state=DraftState.SENT, changed_at=now) != 1:
        raise signing.StateChanged
    zone = ZoneInfo(amendment.organisation.time_zone)
    found = window(amendment, now.astimezone(zone).date())
    posting.post(draft, _letter(amendment, draft, found), now=now)
    _announce(amendment, found, now)
    clause = _clause(amendment)
    content = {
        "agreement": str(amendment.agreement_id),
        "version": version.number,
        "recipient": amendment.recipient,
        "leave_until": found.leave_until.isoformat(),
        "effective_on": found.effective_on.isoformat(),
        "clause": clause,
    }
    _record(amendment, "amendment.told", content, now)
    return {
        "standing": Standing.SENT,
        "sent_at": now,
        "leave_until": found.leave_until,
        "effective_on": found.effective_on,
        "clause": clause,
    }


def _clause(amendment: Amendment) -> str:
    """The clause that lets the processor revise."""
    keys = ("term.amendment_notice", "term.amendment")
    rows = agreements.facts_in(amendment.organisation, {amendment.agreement_id}, keys)
    said = rows.get(amendment.agreement_id, {})
    return next((said[key].provision for key in keys if key in said and said[key].provision), "")


def _announce(amendment: Amendment, found: Window, now: datetime) -> None:
    """The amendment is an event under the agreement: its clock of notice runs, and ends as the notice is handed over."""
    begins = datetime.combine(found.effective_on, time.min, ZoneInfo(amendment.organisation.time_zone))
    said = Said(Trigger.AMENDMENT, now, StartReason.PLANNED, begins, amendment.renewal.name[:80])
    actor = actor_of(amendment.renewal)
    event = events.record_event(amendment.agreement, said, by=amendment.renewal.made_by, actor=actor, now=now)
    running = clock_queries.obligations(amendment.organisation).filter(
        subject_kind=event.kind, subject_id=event.pk, action=Action.ANNOUNCE_AMENDMENT.value, ended_at=None
    )
    for clock in running.select_related("organisation"):
        clocks.end(clock, at=now, by=Proof.HANDED_OVER, reason=amendment.recipient, actor=actor, now=now)


def _letter(amendment: Amendment, draft: Draft, found: Window) -> posting.Letter:
    language = draft.language
    said = {
        "name": amendment.recipient_name,
        "organisation": draft.legal_entity.name,
        "title": draft.title.split(" · ")[0],
        "what": amendment.renewal.what,
        "leave_until": labels.day(found.leave_until.isoformat(), language),
        "effective_on": labels.day(found.effective_on.isoformat(), language),
        "sender": amendment.renewal.made_by.name,
        "link": "{link}",
    }
    words = texts("revision", language)
    return posting.Letter(
        kind="revision",
        subject_kind=queries.KIND,
        subject_id=amendment.pk,
        recipient=amendment.recipient,
        recipient_name=amendment.recipient_name,
        language=language,
        subject=words["subject"].format_map(said),
        text=words["text"].format_map(said),
    )


def fill(amendment_id: UUID) -> Mapping[str, str]:
    """What the mail about a revision is filled in with."""
    return {"link": links.address(queries.KIND, amendment_id, "amendments:revision")}


def _record(amendment: Amendment, kind: str, content: Mapping[str, Any], now: datetime) -> None:
    actor = actor_of(amendment.renewal)
    record(organisation=amendment.organisation, actor=actor, kind=kind, subject=amendment, at=now, content=content)
