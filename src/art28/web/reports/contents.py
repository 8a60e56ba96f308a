"""What a pack holds of one agreement: document, facts with passages, verdicts, obligations with reasons, notices as sent."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.evidence.pack import Beside
from art28.obligations.record import duty_of
from art28.web.agreements import citing, judged, rows
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FactVersion, SourceBytes
from art28.web.clocks import queries as clocks
from art28.web.clocks import telling
from art28.web.clocks.filters import EVENTS, STANDINGS
from art28.web.clocks.models import Obligation
from art28.web.notices.models import OutboxMessage
from art28.web.reports.queries import Period
from art28.web.spreadsheets import csv_lines

_LONGEST = 60
_UNSAFE = re.compile(r"[^\w.\- ]+")


def folder(number: int, agreement: Agreement) -> str:
    """Under which name its files stand, in the order in which the index names them."""
    said = slugify(agreement.counterparty_name or agreement.title)[:_LONGEST]
    return f"agreements/{number:04d}-{said}" if said else f"agreements/{number:04d}"


def table(name: str, heads: Sequence[str], lines: Iterable[Iterable[str]]) -> Beside:
    """A table as a file of the pack."""
    return Beside(name, (line.encode() for line in csv_lines(heads, lines)))


def files(
    agreement: Agreement, at: str, period: Period, *, now: datetime, zone: tzinfo, document: bool
) -> Iterator[Beside]:
    """The files of one agreement below the folder `at`; without its own `document` where that may not leave."""
    if document:
        yield from _document(agreement, at)
    facts = agreements.facts_of(agreement)
    yield table(f"{at}/facts.csv", _fact_heads(), (_fact_cells(row) for row in facts))
    yield Beside(f"{at}/facts.json", (_facts_json(facts),))
    verdicts = judged.verdict_lines(agreements.verdicts_of(agreement), spoken=get_language() or "nl")
    heads = (_("Requirement"), _("Article"), _("Verdict"), _("Reason"), _("Where"))
    yield table(
        f"{at}/verdicts.csv",
        heads,
        ((each.label, each.article, str(each.status), each.text, each.place) for each in verdicts),
    )
    yield table(
        f"{at}/obligations.csv",
        _obligation_heads(),
        (_obligation_cells(row, now, zone) for row in obligations(agreement, period)),
    )
    yield from _notices(agreement, at, period, zone)


def _document(agreement: Agreement, at: str) -> Iterator[Beside]:
    kept = SourceBytes.objects.filter(file__organisation=agreement.organisation_id, file=agreement.source_id).first()
    if kept is not None:
        name = _UNSAFE.sub("_", agreement.source.name).strip(". ")[-_LONGEST:] or "document"
        yield Beside(f"{at}/original/{name}", (bytes(kept.data),))


def _fact_heads() -> tuple[str, ...]:
    return (_("Fact"), _("Value"), _("Where"), _("Passage"), _("State"), _("Decided by"), _("Key"))


def _fact_cells(row: FactVersion) -> Iterator[str]:
    language = get_language() or "nl"
    known = row.key in catalogue()
    yield labels.fact(row.key, language) if known else row.key
    yield labels.value(row.key, rows.to_value(row.value), language) if known and row.value is not None else ""
    yield citing.place(row.provision) if row.provision else ""
    yield " […] ".join(str(each["text"]) for each in row.citations)
    yield str(row.get_state_display())
    yield str(row.by) if row.by else ""
    yield row.key


def _facts_json(facts: Iterable[FactVersion]) -> bytes:
    said = [
        {
            "key": row.key,
            "value": row.value,
            "provision": row.provision,
            "citations": row.citations,
            "state": row.state,
            "version": row.number,
        }
        for row in facts
    ]
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def obligations(agreement: Agreement, period: Period) -> Iterator[Obligation]:
    """What the agreement set running in the period, in order of time."""
    found = clocks.obligations(agreement.organisation).filter(period.of("started_at"), agreement=agreement)
    return found.select_related("agreement", "owner").order_by("started_at", "id").iterator(500)


def _obligation_heads() -> tuple[str, ...]:
    return (
        _("What"), _("Event"), _("Reference"), _("Clause"), _("Limit"), _("Counts from"), _("Ends"), _("Ended"), _("State"),
        _("Whose"), _("Shown by"), _("Reasons for lateness"),
    )  # fmt: skip


def _obligation_cells(row: Obligation, now: datetime, zone: tzinfo) -> Iterator[str]:
    language = get_language() or "nl"
    limit = duty_of(row.duty).limit
    yield labels.action(row.action, language)
    yield str(EVENTS.get(row.subject_kind, row.subject_kind))
    yield row.subject_label
    yield str(row.duty["provision"] or row.duty["gdpr"])
    yield labels.limit(limit, language) if limit else ""
    yield telling.local(row.started_at, zone)
    yield telling.local(row.ends_at, zone)
    yield telling.local(row.ended_at, zone)
    yield str(STANDINGS[telling.standing(row, now)])
    yield _("ours") if row.ours else _("the other side's")
    yield str(row.get_ended_by_display()) if row.ended_by else ""
    yield row.late_reasons


def _notices(agreement: Agreement, at: str, period: Period, zone: tzinfo) -> Iterator[Beside]:
    """The notices as they were sent: the page behind each, and a table of their journey."""
    found = OutboxMessage.objects.filter(
        period.of("handed_over_at"), organisation=agreement.organisation_id, agreement=agreement
    ).order_by("handed_over_at", "id")
    for number, row in enumerate(found.iterator(20), start=1):
        said, ending = (row.page_html, "html") if row.page_html else (row.body_text, "txt")
        yield Beside(f"{at}/notices/{number:03d}-{slugify(row.kind)}.{ending}", (said.encode(),))
    heads = (
        _("Number"), _("Subject"), _("To"), _("Handed over for sending"), _("Accepted by the mail server"),
        _("Receipt confirmed"), _("By whom"), _("State"),
    )  # fmt: skip
    yield table(
        f"{at}/notices.csv", heads, (_notice_cells(each, zone) for each in enumerate(found.iterator(200), start=1))
    )


def _notice_cells(each: tuple[int, OutboxMessage], zone: tzinfo) -> Iterator[str]:
    number, row = each
    yield f"{number:03d}"
    yield row.subject
    yield row.recipient
    for at in (row.handed_over_at, row.accepted_at, row.acknowledged_at):
        yield date_format(at.astimezone(zone), "Y-m-d H:i") if at else ""
    yield row.acknowledged_by
    yield str(row.get_state_display())
