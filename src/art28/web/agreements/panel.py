"""Rows -> what the panel beside a document shows: facts by group, promises by event, findings by weight, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, catalogue
from art28.checking.flag import flags_by_id
from art28.checking.messages import said
from art28.checking.model import Status
from art28.checking.proposals import proposal
from art28.checking.requirements import requirements
from art28.web.agreements import rows
from art28.web.agreements.asking import Reason, reasons
from art28.web.agreements.models import (
    Agreement,
    Certainty,
    Direction,
    FactState,
    FactVersion,
    FindingRow,
    PromisedDuty,
    Question,
    VerdictRow,
)
from art28.web.agreements.rendering import Passage, anchor

_LONG_LIST = 4


@dataclass(frozen=True, slots=True)
class Table:
    """Records in words: heads and cells, without the columns that no record fills."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate of an open question: its number, its value in words, its passage and where that stands."""

    number: int
    value: str
    quote: str
    provision: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact as a line of the panel. `value` is None where nothing is known; `items` replaces it where there are many.

    `state` is empty for a fact that was neither read nor decided; `number` is that of its version, 0 for none.
    """

    key: str
    label: str
    value: str | None
    items: tuple[str, ...]
    table: Table | None
    state: str
    number: int
    provision: str
    anchor: str
    addendum: str
    quotes: tuple[str, ...]
    page: int | None
    by: str
    at: Any
    question: str
    options: tuple[Option, ...]
    reasons: tuple[Reason, ...]
    rule: str
    express: bool

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"fact:{self.key}"

    @property
    def open(self) -> bool:
        """Whether a person is asked to look."""
        return bool(self.question) or self.state == FactState.PROPOSED


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together; `silent` are those that were not found, `opened` says that the chosen one is among them."""

    key: str
    label: str
    lines: tuple[FactLine, ...]
    silent: tuple[FactLine, ...]
    opened: bool

    @property
    def express(self) -> tuple[FactLine, ...]:
        """Those that a clause says expressly and nobody has decided on; none where it is one, which needs no list."""
        found = tuple(line for line in self.lines if line.express)
        return found if len(found) > 1 else ()


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A promise as a line of the panel. `ours` says that we are the bearer; `law` names the article it rests on alone."""

    key: str
    label: str
    limit: str
    bearer: str
    beneficiary: str
    ours: bool
    channels: str
    provision: str
    law: str
    provisional: bool
    anchor: str
    addendum: str
    quotes: tuple[str, ...]

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"duty:{self.key}"


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Promises that the same event starts."""

    label: str
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as a line of the panel; `why` says why it weighs so, `proposal` what to ask the other side for."""

    key: str
    severity: str
    severity_label: str
    text: str
    why: str
    proposal: str
    article: str
    provision: str
    anchor: str

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"finding:{self.key}"


def fact_groups(
    versions: Iterable[FactVersion], questions: Iterable[Question], *, chosen: str
) -> tuple[FactGroup, ...]:
    """Every fact of the catalogue, by group and in its order."""
    known = {row.key: row for row in versions}
    open_questions = {row.key: row for row in questions}
    groups = []
    for key, specs in groupby(catalogue().values(), key=lambda spec: spec.group):
        lines = tuple(fact_line(spec, known.get(spec.key), open_questions.get(spec.key)) for spec in specs)
        found = tuple(line for line in lines if line.state or line.question)
        silent = tuple(line for line in lines if not line.state and not line.question)
        opened = any(line.of == chosen for line in silent)
        groups.append(FactGroup(key, labels.group(key, _language()), found, silent, opened))
    return tuple(groups)


def fact_line(spec: FactSpec, row: FactVersion | None, question: Question | None) -> FactLine:
    """One fact in words."""
    language = _language()
    value = row.value if row is not None else None
    several = value if isinstance(value, list) and not rows.is_records(spec.key) else []
    citations: Sequence[Mapping[str, Any]] = row.citations if row is not None else ()
    options = tuple(_options(spec.key, question)) if question is not None else ()
    if not citations and options:
        citations = question.candidates[0]["citations"] if question is not None else ()
    return FactLine(
        key=spec.key,
        label=labels.fact(spec.key, language),
        value=None if value is None else labels.value(spec.key, rows.to_value(value), language),
        items=_items(spec.key, several) if len(several) >= _LONG_LIST else (),
        table=_table(spec, value) if rows.is_records(spec.key) and value else None,
        state=row.state if row is not None else "",
        number=row.number if row is not None else 0,
        provision=place(row.provision) if row is not None else "",
        anchor=anchor_of(citations),
        addendum=elsewhere(citations),
        quotes=tuple(citation["text"] for citation in citations),
        page=citations[0]["page"] if citations else None,
        by=str(row.by) if row is not None and row.by is not None else "",
        at=row.at if row is not None else None,
        question=labels.question(question.kind, language) if question is not None else "",
        options=options,
        reasons=reasons(row, question),
        rule=row.rule if row is not None else "",
        express=row is not None
        and question is None
        and row.state == FactState.PROPOSED
        and row.certainty == Certainty.EXPRESS,
    )


def _items(key: str, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(labels.value(key, (item,), _language()) for item in value)


def _options(key: str, question: Question) -> Iterable[Option]:
    for number, candidate in enumerate(question.candidates):
        citations = candidate["citations"]
        yield Option(
            number=number,
            value=labels.value(key, rows.to_value(candidate["value"]), _language()),
            quote=citations[0]["text"] if citations else "",
            provision=place(candidate["provision"]),
            anchor=anchor_of(citations),
        )


def _table(spec: FactSpec, records: Sequence[Mapping[str, Any]]) -> Table:
    language = _language()
    filled = [name for name in spec.fields if any(record.get(name) not in (None, "", []) for record in records)]
    return Table(
        tuple(labels.field(name, language) for name in filled),
        tuple(tuple(labels.cell(spec.key, name, record.get(name), language) for name in filled) for record in records),
    )


def duty_groups(agreement: Agreement, duties: Iterable[PromisedDuty]) -> tuple[DutyGroup, ...]:
    """The promises by the event that starts them."""
    groups: dict[str, list[DutyLine]] = {}
    for row in duties:
        groups.setdefault(row.trigger, []).append(_duty_line(agreement, row))
    return tuple(DutyGroup(labels.trigger(key, _language()), tuple(lines)) for key, lines in groups.items())


def _duty_line(agreement: Agreement, row: PromisedDuty) -> DutyLine:
    language = _language()
    limit = rows.to_limit(row.limit)
    return DutyLine(
        key=row.key,
        label=labels.action(row.action, language),
        limit=labels.limit(limit, language) if limit is not None else "",
        bearer=labels.role(row.bearer, language),
        beneficiary=labels.role(row.beneficiary, language),
        ours=agreement.direction != Direction.UNKNOWN and row.bearer == agreement.direction,
        channels=labels.enumerated([labels.channel(name, language) for name in row.channels], language),
        provision=place(row.provision),
        law=row.gdpr if not row.citations else "",
        provisional=row.provisional,
        anchor=anchor_of(row.citations),
        addendum=elsewhere(row.citations),
        quotes=tuple(citation["text"] for citation in row.citations),
    )


def finding_lines(findings: Iterable[FindingRow], *, spoken: str) -> tuple[FindingLine, ...]:
    """The findings, the serious ones first; clauses are proposed in the language that the agreement is `spoken` in."""
    weight = {"high": 0, "medium": 1, "low": 2}
    return tuple(
        FindingLine(
            key=row.key,
            severity=row.severity,
            severity_label=row.get_severity_display(),
            text=said_in_words(row.message),
            why=_why(row.key),
            proposal=proposal(row.requirement, spoken),
            article=row.article,
            provision=place(row.provision),
            anchor=anchor_of(row.citations),
        )
        for row in sorted(findings, key=lambda row: (weight[row.severity], row.order))
    )


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A requirement of the law as a line of the panel. `tone` and `icon` draw the status, `lacking` names what misses."""

    key: str
    label: str
    article: str
    status: str | Promise
    tone: str
    icon: str
    text: str
    proposal: str
    place: str
    anchor: str

    @property
    def of(self) -> str:
        """The name under which the document's passages point back."""
        return f"requirement:{self.key}"


_STATUSES: Mapping[str, tuple[str | Promise, str, str]] = {
    Status.MET: (_("Satisfied"), "done", "circle-check"),
    Status.PARTIAL: (_("Partly"), "soon", "triangle-alert"),
    Status.CONTRADICTED: (_("Contradicted"), "late", "octagon-alert"),
    Status.MISSING: (_("Missing"), "late", "circle-x"),
    Status.COVERED_ELSEWHERE: (_("In another document"), "waiting", "arrow-up-right"),
    Status.RESTATED_ONLY: (_("Law repeated only"), "soon", "quote"),
}


def status_of(status: str) -> tuple[str | Promise, str, str]:
    """What a status is called, its tone and its icon."""
    return _STATUSES[status]


def verdict_lines(verdicts: Iterable[VerdictRow], *, spoken: str) -> tuple[VerdictLine, ...]:
    """The requirements of Article 28 in the order of the law; one that is no longer known is left out."""
    return tuple(
        _verdict_line(row, spoken) for row in verdicts if row.requirement in requirements() and row.status in _STATUSES
    )


def _verdict_line(row: VerdictRow, spoken: str) -> VerdictLine:
    requirement = requirements()[row.requirement]
    status, tone, icon = _STATUSES[row.status]
    return VerdictLine(
        key=row.requirement,
        label=requirement.title["nl" if _language() == "nl" else "en"],
        article=requirement.article,
        status=status,
        tone=tone,
        icon=icon,
        text=said_in_words(row.reason),
        proposal="" if row.status == Status.MET else proposal(row.requirement, spoken),
        place=place(row.provision),
        anchor=anchor_of(row.citations),
    )


def _why(key: str) -> str:
    """Why the finding of a flag weighs as much as it does; nothing for other findings."""
    flag = flags_by_id().get(key.partition(".")[2])
    return flag.why["nl" if _language() == "nl" else "en"] if flag else ""


def said_in_words(message: Mapping[str, Any]) -> str:
    """A sentence of checking; its key where the sentence is no longer known."""
    try:
        return said(rows.to_message(message), _language())
    except KeyError:
        return str(message["key"])


def place(provision: str) -> str:
    """Where in the agreement: "art. 4.1", or an annex by its own name."""
    if provision[:1].isdigit():
        return gettext("art. %(provision)s") % {"provision": provision}
    return labels.place(provision, _language())


def passages(
    versions: Iterable[FactVersion],
    questions: Iterable[Question],
    duties: Iterable[PromisedDuty],
    findings: Iterable[FindingRow],
    verdicts: Iterable[VerdictRow],
    *,
    chosen: str,
) -> tuple[Passage, ...]:
    """Every passage that something rests on; those of `chosen` are lit."""
    found: list[Passage] = []
    for version in versions:
        found += _passages(version.citations, f"fact:{version.key}", "fact", chosen)
    for question in questions:
        for candidate in question.candidates:
            found += _passages(candidate["citations"], f"fact:{question.key}", "fact open", chosen)
    for duty in duties:
        found += _passages(duty.citations, f"duty:{duty.key}", "", chosen)
    for finding in findings:
        found += _passages(finding.citations, f"finding:{finding.key}", f"finding-{finding.severity}", chosen)
    for verdict in verdicts:
        found += _passages(verdict.citations, f"requirement:{verdict.requirement}", "", chosen)
    return tuple(found)


def _passages(citations: Sequence[Mapping[str, Any]], of: str, style: str, chosen: str) -> list[Passage]:
    return [Passage(row["start"], row["end"], of, style, lit=of == chosen) for row in citations if stands_here(row)]


def anchor_of(citations: Sequence[Mapping[str, Any]]) -> str:
    """Where the document is shown for some passages: at the first of them; empty where there is none."""
    first = next((row for row in citations if stands_here(row)), None)
    return anchor(first["start"]) if first else ""


def stands_here(citation: Mapping[str, Any]) -> bool:
    """Whether a passage stands in the agreement's own text, and not in an addendum to it."""
    return bool(citation["end"] > citation["start"]) and not citation.get("document")


def elsewhere(citations: Sequence[Mapping[str, Any]]) -> str:
    """The address of the first passage that stands in an addendum; empty where there is none."""
    first = next((row for row in citations if row.get("document") and row["end"] > row["start"]), None)
    if first is None:
        return ""
    return f"{reverse('agreements:detail', args=(first['document'],))}#{anchor(first['start'])}"


def _language() -> str:
    return get_language() or "nl"
