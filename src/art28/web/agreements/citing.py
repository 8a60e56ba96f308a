"""Citations as rows keep them -> where they stand: in words, as passages lit in the document, as addresses on its page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext

from art28.agreement import labels
from art28.web.agreements.models import FactVersion, FindingRow, PromisedDuty, Question, VerdictRow
from art28.web.agreements.rendering import Passage, anchor


def place(provision: str) -> str:
    """Where in the agreement: "art. 4.1", or an annex by its own name."""
    if provision[:1].isdigit():
        return gettext("art. %(provision)s") % {"provision": provision}
    return labels.place(provision, get_language() or "nl")


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
