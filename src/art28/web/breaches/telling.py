"""What each agreement that a breach touches has been told, in which phase, and which facts are newer than its last notice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.notices.notice import NoticeKind
from art28.web.breaches.models import Breach, Call, FactsVersion, TouchedAgreement
from art28.web.breaches.reached import is_behind, is_owed, is_told
from art28.web.listing import Choice, Listing, Rows
from art28.web.notices import queries as outbox
from art28.web.notices.models import OutboxMessage

PHASES: Mapping[str, str | Promise] = {
    NoticeKind.EARLY_WARNING: _("Warned"),
    NoticeKind.REPORT: _("Reported"),
    NoticeKind.FOLLOW_UP: _("Supplemented"),
    NoticeKind.CLOSING: _("Closed off"),
}
FIELDS: Mapping[str, str | Promise] = {
    "description": _("What happened"),
    "affected": _("What was broken"),
    "nature": _("Nature"),
    "cause": _("Cause"),
    "system": _("System or service"),
    "occurred_from": _("It began"),
    "occurred_until": _("It ended"),
    "ongoing": _("Still going on"),
    "discovered_at": _("Discovered"),
    "how_discovered": _("How it was discovered"),
    "data_categories": _("Categories of personal data"),
    "subject_categories": _("Categories of data subjects"),
    "vulnerable_groups": _("Vulnerable people"),
    "subjects": _("Number of data subjects"),
    "records": _("Number of records"),
    "consequences": _("Likely consequences"),
    "measures_taken": _("Measures taken"),
    "measures_planned": _("Measures planned"),
    "protection": _("Protection"),
    "protection_detail": _("Protection"),
    "other_countries": _("Other countries"),
    "reachable": _("Contact details"),
    "contact": _("Contact"),
    "answers": _("Answers to further questions"),
}


@dataclass(frozen=True, slots=True)
class Phases:
    """How many agreements stand in each phase; `behind` were told, but not of the newest facts."""

    touched: int
    untold: int
    warned: int
    reported: int
    supplemented: int
    closed: int
    behind: int


def phases(breach: Breach) -> Phases:
    """The counts, in one query. Who got a closing message is behind nothing: what comes after is a new matter.

    Who only got what came back was told nothing.
    """
    told = is_owed() & is_told(breach.organisation, breach.pk)
    counts: dict[str, int] = _standing(breach).aggregate(
        touched=Count("id"),
        untold=Count("id", filter=is_owed() & ~told),
        warned=Count("id", filter=told & Q(phase=NoticeKind.EARLY_WARNING)),
        reported=Count("id", filter=told & Q(phase=NoticeKind.REPORT)),
        supplemented=Count("id", filter=told & Q(phase=NoticeKind.FOLLOW_UP)),
        closed=Count("id", filter=told & Q(phase=NoticeKind.CLOSING)),
        behind=Count("id", filter=is_behind(breach.organisation, breach.pk)),
    )
    return Phases(**counts)


def _standing(breach: Breach) -> QuerySet[TouchedAgreement]:
    return TouchedAgreement.objects.filter(organisation=breach.organisation_id, breach=breach, excluded_at=None)


def touched(breach: Breach) -> QuerySet[TouchedAgreement]:
    """The agreements that are not left out, in no order."""
    return _standing(breach).select_related("agreement")


def listing_of(breach: Breach) -> Listing:
    """How those agreements are narrowed by phase, and in which orders they stand."""

    def in_phase(rows: Rows, state: str) -> Rows:
        if state == "behind":
            return rows.filter(is_behind(breach.organisation, breach.pk))
        told = is_told(breach.organisation, breach.pk)
        return rows.filter(is_owed(), ~told) if state == "untold" else rows.filter(is_owed(), told, phase=state)

    options = (("behind", _("behind")), ("untold", _("not told yet")), *PHASES.items())
    return Listing(
        name=_("what was told"),
        finds=_("Find an agreement or party"),
        words=("agreement__counterparty_name", "agreement__title"),
        choices=(
            Choice(
                name="state", label=_("Phase"), every=_("Every phase"), options=options, narrow=in_phase, elsewhere=True
            ),
        ),
        sorts={
            "": (_("Longest behind first"), (F("told_version").asc(nulls_first=True), "due_at", "id")),
            "due": (_("What is due first"), (F("due_at").asc(nulls_last=True), "id")),
            "party": (_("By party"), ("agreement__counterparty_name", "id")),
        },
        columns=(
            (_("Party"), lambda row: row.agreement.counterparty_name),
            (_("Agreement"), lambda row: row.agreement.title),
            (_("Phase"), lambda row: PHASES.get(row.phase, "")),
            (_("Told version"), lambda row: row.told_version),
            (_("Due"), lambda row: row.due_at),
            (_("Closed off"), lambda row: row.closed_at),
        ),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One agreement: its last notice, what is newer than that, and the last call that reached somebody.

    `lost` is whether all that was sent was refused or came back, so that nothing was told.
    """

    touched: TouchedAgreement
    phase: str | Promise
    last: OutboxMessage | None
    call: Call | None
    newer: tuple[str | Promise, ...]
    behind: bool
    lost: bool


def lines(breach: Breach, rows: Sequence[TouchedAgreement], versions: Sequence[FactsVersion]) -> tuple[Line, ...]:
    """What the page shows of some agreements, in two queries."""
    under = [row.agreement_id for row in rows]
    sent = outbox.about(breach.organisation, subject_id=breach.pk, under=under)
    last = {message.agreement_id: message for message in sent}
    told = {message.agreement_id for message in sent if message.state not in outbox.NOT_TOLD}
    calls = Call.objects.filter(organisation=breach.organisation_id, touched__in=[row.pk for row in rows], reached=True)
    reached = {call.touched_id: call for call in calls.order_by("at")}
    by_number = {version.number: version for version in versions}
    newest = versions[0]
    return tuple(
        Line(
            touched=row,
            lost=row.agreement_id in last and row.agreement_id not in told,
            phase=_phase(row, last.get(row.agreement_id)),
            last=last.get(row.agreement_id),
            call=reached.get(row.pk),
            newer=_newer(by_number.get(row.told_version or 0), newest) if row.agreement_id in told else (),
            behind=bool(
                row.agreement_id in told and row.phase != NoticeKind.CLOSING and (row.told_version or 0) < newest.number
            ),
        )
        for row in rows
    )


def _phase(row: TouchedAgreement, last: OutboxMessage | None) -> str | Promise:
    kind = row.phase or (last.kind if last is not None else "")
    return PHASES.get(kind, _("Not told yet"))


def _newer(told: FactsVersion | None, newest: FactsVersion) -> tuple[str | Promise, ...]:
    """Which facts differ from what was told, by what they are called."""
    if told is None or told.number == newest.number:
        return ()
    before: Mapping[str, Any] = told.facts
    changed = (label for name, label in FIELDS.items() if newest.facts.get(name) != before.get(name))
    return tuple(dict.fromkeys(str(label) for label in changed))
