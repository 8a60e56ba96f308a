"""Checked -> the table and the JSON that `art28 check` prints."""

import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from art28.checking.messages import LANGUAGES, said
from art28.checking.model import Checked, Finding, Kind, Severity, Status, Verdict
from art28.checking.packs.pack import entry_of, packs
from art28.checking.proposals import proposal, proposed
from art28.checking.requirements import requirements

_SIGNS = {
    Status.MET: ("+", "voldaan", "met"),
    Status.RESTATED_ONLY: ("=", "herhaalt de wet", "restates the law"),
    Status.PARTIAL: ("~", "deels", "partial"),
    Status.COVERED_ELSEWHERE: (">", "elders", "elsewhere"),
    Status.CONTRADICTED: ("!", "weersproken", "contradicted"),
    Status.MISSING: ("-", "ontbreekt", "missing"),
}
_SEVERITIES = {
    Severity.HIGH: ("ernstig", "high"),
    Severity.MEDIUM: ("aandacht", "medium"),
    Severity.LOW: ("opmerking", "low"),
}
_WIDTH = 120
_INDENT = " " * 6


def as_json(checked: Checked, language: str) -> dict[str, object]:
    """Verdicts by requirement, and findings, with their sentences in `language`."""
    return {
        "requirements": {verdict.requirement: _verdict(verdict, language) for verdict in checked.verdicts},
        "findings": [_finding(finding, language) for finding in checked.findings],
        **({"packs": _packs(checked, language)} if checked.packed else {}),
    }


def _packs(checked: Checked, language: str) -> dict[str, dict[str, object]]:
    """The verdicts of each pack by entry."""
    found: dict[str, dict[str, object]] = {}
    for verdict in checked.packed:
        entry = entry_of(verdict.pack, verdict.entry)
        found.setdefault(verdict.pack, {})[verdict.entry] = {
            "status": verdict.status,
            "title": entry.title["nl" if language == "nl" else "en"],
            "article": entry.article,
            "same_as": entry.same_as or None,
            "informative": entry.informative,
            "citations": [asdict(citation) for citation in verdict.citations],
            "provision": verdict.provision,
            "lacking": list(verdict.lacking),
        }
    return found


def _verdict(verdict: Verdict, language: str) -> dict[str, object]:
    return {
        "status": verdict.status,
        "citations": [asdict(citation) for citation in verdict.citations],
        "reason": said(verdict.reason, language),
        "provision": verdict.provision,
        "lacking": list(verdict.lacking),
        "proposal": {spoken: proposed(verdict, spoken) for spoken in LANGUAGES}
        if proposed(verdict, language)
        else None,
    }


def _finding(finding: Finding, language: str) -> dict[str, object]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "severity": finding.severity,
        "requirement": finding.requirement,
        "article": finding.article,
        "provision": finding.provision,
        "message": said(finding.message, language),
        "why": said(finding.why, language) if finding.why else "",
        "citations": [asdict(citation) for citation in finding.citations],
        "proposal": _clauses(finding),
    }


def _clauses(finding: Finding) -> dict[str, str] | None:
    """What to ask the other side for, in both languages; None where no clause helps."""
    if finding.fallback:
        return dict(finding.fallback)
    if finding.requirement is None or not proposal(finding.requirement, "en"):
        return None
    return {spoken: proposal(finding.requirement, spoken) for spoken in LANGUAGES}


_NONE = {
    "nl": "Niets hierin is gezegd zoals een verwerkersovereenkomst het zegt: ga na of dit de overeenkomst zelf is.\n",
    "en": "Nothing here is said as a processor agreement says it: check that this is the agreement itself.\n",
}


def as_table(checked: Checked, language: str, *, is_one: bool = True) -> str:
    """Requirements by article of the law, a sign and a word each; then the findings that are not among them, by severity.

    Where the text isn't one of a processor agreement (`is_one`), that comes first.
    """
    doubt = () if is_one else (_NONE["nl" if language == "nl" else "en"],)
    return "\n".join(
        (*doubt, *_requirements(checked, language), *_packed(checked, language), "", *_findings(checked, language))
    )


def _packed(checked: Checked, language: str) -> Iterator[str]:
    """What the packs ask, a line each; what Article 28 asks as well is told there."""
    before = ""
    for verdict in checked.packed:
        entry = entry_of(verdict.pack, verdict.entry)
        if entry.same_as:
            continue
        spoken = "nl" if language == "nl" else "en"
        if verdict.pack != before:
            before = verdict.pack
            yield f"\n{packs()[verdict.pack].title[spoken]}"
        sign, *words = _SIGNS[verdict.status]
        where = f"  ({verdict.provision})" if verdict.provision else ""
        yield f"  {sign} {words[0 if spoken == 'nl' else 1]:16}{entry.title[spoken]}{where}"


def _requirements(checked: Checked, language: str) -> Iterator[str]:
    dutch = language == "nl"
    met = sum(verdict.status in (Status.MET, Status.RESTATED_ONLY) for verdict in checked.verdicts)
    total = len(checked.verdicts)
    yield (
        f"Artikel 28 AVG: {met} van {total} eisen voldaan"
        if dutch
        else f"Article 28 GDPR: {met} of {total} requirements met"
    )
    article = ""
    for verdict in checked.verdicts:
        requirement = requirements()[verdict.requirement]
        if requirement.article.split(",")[0] != article:
            article = requirement.article.split(",")[0]
            yield f"\nArt. {article}"
        sign, *words = _SIGNS[verdict.status]
        where = f"  ({verdict.provision})" if verdict.provision else ""
        yield f"  {sign} {words[0 if dutch else 1]:16}{requirement.title['nl' if dutch else 'en']}{where}"
        if verdict.status is not Status.MET:
            yield from _wrapped(said(verdict.reason, language))
            yield from _wrapped(proposed(verdict, language), first=f"{_INDENT}{'Vraag' if dutch else 'Ask'}: ")


def _findings(checked: Checked, language: str) -> Iterator[str]:
    dutch = language == "nl"
    others = tuple(finding for finding in checked.findings if finding.id != f"{Kind.GDPR}.{finding.requirement}")
    if not others:
        yield "Verder geen bevindingen" if dutch else "No further findings"
        return
    yield "Verder" if dutch else "Further findings"
    for finding in others:
        word = _SEVERITIES[finding.severity][0 if dutch else 1]
        where = f"({finding.provision}) " if finding.provision else ""
        why = f" {said(finding.why, language)}" if finding.why else ""
        yield from _wrapped(f"{where}{said(finding.message, language)}{why}", first=f"  {word:10}")
        fallback = finding.fallback.get("nl" if dutch else "en", "")
        yield from _wrapped(fallback, first=f"{' ' * 12}{'Vraag' if dutch else 'Ask'}: ") if fallback else ()


def _wrapped(text: str, first: str = _INDENT) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
