"""The index of a pack, as an accessible PDF that is read first: of what, for whom, what stands where, and how to check it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.agreement import labels
from art28.evidence.chain import Head
from art28.letters.letter import paper_words
from art28.letters.paper import Paper, Part, Row
from art28.letters.paperpdf import as_pdf
from art28.notices.language import Language
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.clocks.models import Obligation
from art28.web.clocks.models import State as ClockState
from art28.web.clocks.telling import local
from art28.web.notices.models import OutboxMessage
from art28.web.reports import queries
from art28.web.reports.contents import folder
from art28.web.reports.models import Dossier, Goes
from art28.web.reports.queries import Period

MOST_IN_THE_INDEX = 400
"""Typesetting holds a document as a whole; `agreements.csv` names all."""
MOST_LATE = 100
NAME = "INDEX.pdf"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a pack holds of one agreement, in numbers."""

    facts: int = 0
    met: int = 0
    late: int = 0
    running: int = 0
    notices: int = 0


def counted(row: Dossier, ids: Sequence[UUID], period: Period) -> Mapping[UUID, Counted]:
    """The numbers of each agreement; three queries, however many there are, of those that have any."""
    within = Q(agreement__in=ids) if row.agreement_id or row.counterparty_id else Q(agreement__isnull=False)
    facts = dict(
        FactVersion.objects.filter(within, organisation=row.organisation, current=True)
        .exclude(value=None)
        .order_by()
        .values_list("agreement")
        .annotate(n=Count("id"))
    )
    notices = dict(
        OutboxMessage.objects.filter(within, period.of("handed_over_at"), organisation=row.organisation)
        .order_by()
        .values_list("agreement")
        .annotate(n=Count("id"))
    )
    clocks = {
        agreement: (met, late, running)
        for agreement, met, late, running in Obligation.objects.filter(
            within, period.of("started_at"), organisation=row.organisation, ours=True
        )
        .order_by()
        .values_list("agreement")
        .annotate(
            met=Count("id", filter=Q(state=ClockState.MET)),
            late=Count("id", filter=Q(state=ClockState.LATE)),
            running=Count("id", filter=Q(ended_at=None)),
        )
    }
    found: dict[UUID, Counted] = {}
    for each in {*facts, *notices, *clocks}:
        met, late, running = clocks.get(each, (0, 0, 0))
        found[each] = Counted(facts.get(each, 0), met, late, running, notices.get(each, 0))
    return found


def summary(numbers: Counted) -> str:
    """These numbers in words."""
    parts = (
        ngettext("%(n)s fact", "%(n)s facts", numbers.facts) % {"n": numbers.facts},
        ngettext("%(n)s obligation met", "%(n)s obligations met", numbers.met) % {"n": numbers.met},
        _("%(n)s late") % {"n": numbers.late},
        _("%(n)s running") % {"n": numbers.running},
        ngettext("%(n)s notice", "%(n)s notices", numbers.notices) % {"n": numbers.notices},
    )
    return ", ".join(parts)


def index(
    row: Dossier,
    listed: Sequence[Agreement],
    numbers: Mapping[UUID, Counted],
    registers: Sequence[tuple[str, str, int]],
    *,
    period: Period,
    confidential: Mapping[UUID, bool],
    head: Head,
    now: datetime,
) -> bytes:
    """The PDF. `listed` are the first agreements in their order; `registers` name title, file and number of rows.

    `confidential` says of an agreement whose document is, whether that is in the pack.
    """
    zone = ZoneInfo(row.organisation.time_zone)
    rows = tuple(
        Row(
            number=str(number),
            question=each.counterparty_name or each.title,
            answer="\n".join(
                (summary(numbers.get(each.pk, Counted())), folder(number, each), *_marked(confidential.get(each.pk)))
            ),
            note=each.title,
        )
        for number, each in enumerate(listed, start=1)
    )
    words = {
        **paper_words(Language(row.language)),
        "number": "",
        "question": _("What"),
        "answer": _("What stands in it"),
    }
    paper = Paper(
        language=Language(row.language),
        title=_("Accountability pack"),
        sender=row.organisation.name,
        about=row.of,
        reference="",
        standing=_("Read this first"),
        dated=now.astimezone(zone),
        margin=_margin(row, now.astimezone(zone)),
        opening=(
            _(
                "This pack shows what was agreed, what was done about it and when, with the passages and messages that show "
                "it (Article 5(2) GDPR). This index says what stands where; the tables beside it hold all that it "
                "counts."
            ),
        ),
        parts=(
            Part(heading=_("Agreements"), rows=rows, paragraphs=_more(row, len(listed))),
            Part(heading=_("Registers"), rows=tuple(_register(each) for each in enumerate(registers, start=1))),
            *_late(row, period, zone),
            Part(heading=_("Evidence"), paragraphs=_evidence(), rows=_check(head)),
            Part(heading=_("What is not in it"), paragraphs=_left_out(row, confidential)),
        ),
        signature=(),
        mark="",
        words=words,
    )
    return as_pdf(paper)


def _margin(row: Dossier, now: datetime) -> tuple[tuple[str, str], ...]:
    days = (row.from_on, row.until_on)
    since, until = (date_format(day, "j F Y") if day else "" for day in days)
    period = (
        _("%(since)s to %(until)s") % {"since": since or "…", "until": until or "…"} if any(days) else _("all of it")
    )
    goes = row.recipient if row.goes == Goes.OUTSIDE else str(row.get_goes_display())
    pairs = [(_("About"), row.of), (_("Period"), period), (_("Made"), date_format(now, "j F Y H:i")), (_("For"), goes)]
    if row.ground:
        rests = f"{row.get_ground_display()}{f': {row.clause}' if row.clause else ''}"
        pairs.append((_("Ground"), rests))
    return tuple(pairs)


def _marked(inside: bool | None) -> tuple[str, ...]:  # noqa: FBT001 - what the map holds
    if inside is None:
        return ()
    return (_("its document is marked confidential") if inside else _("its document is left out: it is confidential"),)


def _more(row: Dossier, listed: int) -> tuple[str, ...]:
    left = row.total - listed
    return (_("And %(n)s more: agreements.csv names all.") % {"n": left},) if left > 0 else ()


def _register(each: tuple[int, tuple[str, str, int]]) -> Row:
    number, (title, name, count) = each
    said = ngettext("%(n)s row", "%(n)s rows", count) % {"n": count}
    return Row(number=str(number), question=title, answer=f"{said}\nregisters/{name}.csv, registers/{name}.jsonld")


def _late(row: Dossier, period: Period, zone: tzinfo) -> tuple[Part, ...]:
    """What was late, with the reasons; the first of them, and how many more."""
    found = Obligation.objects.filter(
        period.of("started_at"), organisation=row.organisation, ours=True, state=ClockState.LATE
    )
    if row.agreement_id or row.counterparty_id:
        found = found.filter(agreement__in=queries.subject_agreements(row).values("pk"))
    first = found.select_related("agreement").order_by("-started_at", "id")[:MOST_LATE]
    rows = tuple(
        Row(
            number=str(number),
            question=labels.action(each.action, row.language),
            note=" · ".join(filter(None, (each.subject_label, each.whose))),
            answer="\n".join(
                (
                    _("Limit %(limit)s, ended %(ended)s")
                    % {"limit": local(each.ends_at, zone) or "–", "ended": local(each.ended_at, zone) or "–"},
                    each.late_reasons or _("no reasons given"),
                )
            ),
        )
        for number, each in enumerate(first, start=1)
    )
    more = found.count() - len(rows)
    said = (_("And %(n)s more: obligations.csv of each agreement names all.") % {"n": more},) if more > 0 else ()
    return (Part(heading=_("Late, with the reasons"), rows=rows, paragraphs=said),) if rows else ()


def _evidence() -> tuple[str, ...]:
    return (
        _(
            "Every act stands in a chain that can't be changed, cut short or added to unseen. FORMAT.md says how; verify.py "
            "checks it, and every file of this pack, without a network and without trusting the organisation or its software."
        ),
    )


def _check(head: Head) -> tuple[Row, ...]:
    said = (
        (_("To check it"), "python3 verify.py PACK.zip"),
        (_("Records sealed"), str(head.count)),
        (_("Last hash"), f"{head.hash[:32]}\n{head.hash[32:]}"),
    )
    return tuple(
        Row(number=str(number), question=label, answer=value) for number, (label, value) in enumerate(said, start=1)
    )


def _left_out(row: Dossier, confidential: Mapping[UUID, bool]) -> tuple[str, ...]:
    said = [_("Notes among ourselves, which are never in a pack.")]
    if row.agreement_id or row.counterparty_id:
        said.append(
            _("Contents of acts that concern others: their records stand in the chain, their contents are withheld.")
        )
    left = sum(1 for inside in confidential.values() if not inside)
    if left:
        said.append(ngettext("%(n)s confidential document.", "%(n)s confidential documents.", left) % {"n": left})
    if row.goes == Goes.OUTSIDE:
        said.append(_("E-mails with links to pages of others; the notices themselves are in it."))
    return tuple(said)
