"""Text -> findings on annexes: which one is meant, what is said to be in one and isn't, one that is only a link."""

import re
from collections.abc import Iterator, Mapping, Sequence

from art28.agreement.crossreferences import Target, cross_references
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import joined, place
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text
from art28.document.outline import Clause, Part

_SEVERAL = 2
_UNNUMBERED = re.compile(
    r"\b(?:de|the) (?:bijlage|annex|appendix|schedule)\b(?! ?(?:\d|[a-z]\b|[ivx]+\b))(?! (?:bij|van|to|of))"
)
_LINK = re.compile(r"https?://|www\.|\b[\w-]+\.(?:nl|com|eu|net|org|io)/")
_LONGEST_LINKED = 320
# "For the purposes of Annex II" names the annex of standard clauses.
_OF_OTHER_CLAUSES = re.compile(r"\bpurposes? of (?:annex|appendix)\b")
# What a sentence says is in an annex -> one of these stems then stands in it.
_LISTED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "subprocessors": (r"(?:lijst|overzicht|list|overview)\b.{0,40}\bSUBPROCESSOR|SUBPROCESSOR.{0,60}\b(?:genoemd|vermeld|opgenomen|opgesomd|staan|listed|set out|named)", ("subprocessor", "sub-processor", "subverw", "sub-verw", "onderaann", "derden", "leverancier", "subcontract", "supplier")),
    "measures": (r"\b(?:maatregelen|measures)\b.{0,80}\b(?:opgenomen|beschreven|vermeld|omschreven|staan|opgesomd|described|set out|listed|specified)", ("maatregel", "beveilig", "measure", "secur", "encrypt", "versleut")),
    "retention": (r"\b(?:bewaartermijn\w*|retention periods?)\b.{0,60}\b(?:opgenomen|vermeld|genoemd|staan|omschreven|described|set out|listed|stated)", ("bewaar", "bewaard", "retention", "retain", "termijn", "stored")),
    "contacts": (r"\b(?:contactperso\w+|contactgegevens|contact (?:persons?|details|points?))\b.{0,60}\b(?:opgenomen|vermeld|genoemd|staan|listed|set out|stated|named)", ("contact", "@", "telefo", "phone", "e-mail")),
    "data_subjects": (r"\b(?:categorieën (?:van )?betrokkenen|categorieen (?:van )?betrokkenen|categories of data subjects)\b.{0,80}\b(?:opgenomen|vermeld|omschreven|staan|genoemd|described|set out|listed|specified)", ("betrokken", "data subject", "klanten", "medewerkers", "customers", "employees", "persons")),
}  # fmt: skip


def annexes(text: Text) -> Iterator[Finding]:
    """What is wrong between the body and the annexes."""
    parts: dict[str, list[Statement]] = {}
    for one in text.statements:
        if one.part is Part.ANNEX and one.clause.article:
            parts.setdefault(one.clause.article, []).append(one)
    if len(parts) >= _SEVERAL:
        yield from _unnumbered(text)
    yield from _not_there(text, parts)
    yield from _only_a_link(text, parts)


def _unnumbered(text: Text) -> Iterator[Finding]:
    found = [
        one
        for one in text.about("bijlage", "annex", "appendix", "schedule")
        if one.part is Part.BODY and _UNNUMBERED.search(one.own)
    ]
    if found and len(found) <= _SEVERAL + 1:
        yield _finding(text, "unnumbered", Severity.LOW, found, found)


def _not_there(text: Text, parts: Mapping[str, Sequence[Statement]]) -> Iterator[Finding]:
    patterns = {name: (re.compile(pattern), stems) for name, (pattern, stems) in _LISTED.items()}
    by_span = {(one.start, one.end): one for one in text.statements}
    told: set[tuple[str, str]] = set()
    for reference in cross_references(text.agreement.reading):
        if (
            reference.target is not Target.ANNEX
            or reference.clause is None
            or reference.sentence.clause.part is Part.ANNEX
        ):
            continue
        one = by_span.get((reference.sentence.start, reference.sentence.end))
        inside = parts.get(reference.clause.article)
        if one is None or not inside or _OF_OTHER_CLAUSES.search(one.own):
            continue
        words = " ".join((inside[0].heading, *(other.text.lower() for other in inside)))
        for name, (pattern, stems) in patterns.items():
            if (name, reference.clause.article) in told or not pattern.search(one.own):
                continue
            if not any(stem in words for stem in stems):
                told.add((name, reference.clause.article))
                yield _finding(text, f"lacks_{name}", Severity.MEDIUM, (one,), (one, inside[0]), annex=reference.clause)


def _only_a_link(text: Text, parts: Mapping[str, Sequence[Statement]]) -> Iterator[Finding]:
    for inside in parts.values():
        words = " ".join(one.own for one in inside)
        if len(words) <= _LONGEST_LINKED and _LINK.search(words):
            yield _finding(text, "link", Severity.MEDIUM, inside[:_SEVERAL], inside[:1], kind=Kind.DRAFTING)


def _finding(
    text: Text,
    name: str,
    severity: Severity,
    by: Sequence[Statement],
    at: Sequence[Statement],
    *,
    kind: Kind = Kind.COHERENCE,
    annex: Clause | None = None,
) -> Finding:
    language = text.agreement.reading.language
    places = [place(one.clause, language) for one in at]
    values = {"annex": annex.article} if annex else {}
    return Finding(
        id=f"{kind.value}.annex.{name}.{places[-1]}",
        kind=kind,
        severity=severity,
        message=Message(f"finding.annex_{name.partition('_')[0]}", values),
        provision=joined(places),
        citations=text.citations(by),
    )
