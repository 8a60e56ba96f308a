"""The life of an agreement on one line: what was put in, signed, promised, broken, told and ended; narrowed and sought in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.web.agreements.models import Agreement
from art28.web.audit import queries as audit
from art28.web.audit.kinds import KINDS
from art28.web.breaches import queries as breaches
from art28.web.clocks import queries as clocks
from art28.web.events import queries as events
from art28.web.lifecycle.happening import TELLS, Entry
from art28.web.lifecycle.stages import Stage
from art28.web.listing import Tools, sifted
from art28.web.notices import queries as outbox

MOST = 2000
_OF_NO_USE = frozenset({"agreement.review_asked", "agreement.noted", "fact.confirmed"})


def timeline(agreement: Agreement) -> tuple[Entry, ...]:
    """The newest two thousand things that happened, the newest first, in a fixed number of queries."""
    found = [replace(entry, kind=kind) for kind, source in _SOURCES.items() for entry in source(agreement)]
    return tuple(sorted(found, key=lambda entry: entry.at, reverse=True)[:MOST])


def narrowed(entries: Sequence[Entry], tools: Tools) -> Sequence[Entry]:
    """Those of the kind and with the words that are asked for, in the order asked for."""
    found = sifted(
        entries, tools, text=lambda entry: f"{entry.what} {entry.who}", by={"kind": lambda entry: entry.kind}
    )
    return found[::-1] if tools.sort == "oldest" else found


def _acts(agreement: Agreement) -> Iterator[Entry]:
    trail = audit.trail(agreement.organisation, subject_kind="agreement", subject_id=agreement.pk, limit=MOST)
    for act in trail:
        if act.kind not in _OF_NO_USE:
            yield Entry(act.at, str(KINDS[act.kind]), _said(act) or act.actor)


def _said(act: audit.TrailLine) -> str:
    """What of an act is worth its place: stage, name or what was kept."""
    content = act.content or {}
    for key in ("stage", "name", "what", "recipient", "reason"):
        if content.get(key):
            from_stage = key == "stage"
            return _stage(str(content[key])) if from_stage else str(content[key])
    return ""


def _stage(code: str) -> str:
    return str(Stage(code).label)


def _clocks(agreement: Agreement) -> Iterator[Entry]:
    spoken = get_language() or "nl"
    rows = clocks.obligations(agreement.organisation).filter(agreement=agreement).order_by("-started_at")[:MOST]
    for row in rows:
        href, what = reverse("clock", args=(row.pk,)), labels.action(row.action, spoken)
        # What is counted back from a day to come begins when it is known, not on that day.
        is_ahead = row.ends_at is not None and row.ends_at < row.started_at
        began = row.made_at if is_ahead else row.started_at
        yield Entry(began, _("Clock started: %(what)s") % {"what": what}, row.subject_label, href)
        if row.ended_at is not None:
            tone = "late" if row.state == "late" else "done"
            yield Entry(row.ended_at, _("Clock ended: %(what)s") % {"what": what}, row.subject_label, href, tone)


def _breaches(agreement: Agreement) -> Iterator[Entry]:
    for found in breaches.touching(agreement)[:MOST]:
        href = reverse("breaches:room", args=(found.pk,))
        yield Entry(found.aware_at, _("Breach %(number)s") % {"number": found.reference}, found.title, href, "late")


def _events(agreement: Agreement) -> Iterator[Entry]:
    for event in events.events(agreement.organisation, agreement.pk)[:MOST]:
        yield Entry(event.at, event.title, event.reference, reverse("events:detail", args=(event.pk,)))


def _messages(agreement: Agreement) -> Iterator[Entry]:
    for message in outbox.under(agreement)[:MOST]:
        href = reverse("notices:detail", args=(message.pk,))
        yield Entry(
            message.handed_over_at, _("Notice handed over: %(subject)s") % {"subject": message.subject}, "", href
        )


def _told(agreement: Agreement) -> Iterator[Entry]:
    for told in TELLS:
        yield from told(agreement)


_SOURCES: Mapping[str, Callable[[Agreement], Iterator[Entry]]] = {
    "act": _acts,
    "clock": _clocks,
    "breach": _breaches,
    "event": _events,
    "notice": _messages,
    "more": _told,
}
