"""Text -> findings on references that lead nowhere: to provisions or annexes that the agreement doesn't have."""

import re
from collections import defaultdict
from collections.abc import Iterator

from art28.agreement.passages import Sentence
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.places import places
from art28.checking.text import Text
from art28.document.outline import Part

_PROVISION = re.compile(
    r"\b(?:artikel(?:lid)?|art\.|clause|section|article)\s+(?P<number>\d{1,2}(?:\.\d{1,2})?)\b(?![.\d(])", re.IGNORECASE
)
_OF_THIS = re.compile(
    r"\s*(?:,?\s*lid \d+,?\s*)?(?:van|of|in|uit) (?:deze|this|de (?:onderhavige )?verwerkersovereenkomst)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r".{0,40}?\b(?:AVG|GDPR|DSGVO|UAVG|Wbp|BW|Wet|Verordening|Regulation|Directive|Richtlijn|SCC|Standard|Model|Hoofdovereenkomst|Algemene Voorwaarden|voorwaarden|"
    r"of the|van de|van het|Burgerlijk|EU|UK|CCPA)\b",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"\b(?P<word>bijlage|annex|appendix|schedule|exhibit|anlage)\s+(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})\b(?!\.\d)",
    re.IGNORECASE,
)
_ANNEX_OF_ANOTHER = re.compile(
    r".{0,40}?\b(?:SCC\w*|Standard|Model\w*|Hoofdovereenkomst|of the (?:Agreement|Main|Master|Services?|Clauses|EU|UK)|van de (?:Overeenkomst|Hoofd\w+|SCC\w*|Algemene)|to the (?:Clauses|SCC\w*|Standard)|UK|bij (?:de|het)|behorende bij)\b"
)
_STANDARD_CLAUSES = re.compile(
    r"\bSCCs?\b|Standard Contractual|Standaardcontract|modelcontract|Approved Addendum", re.IGNORECASE
)
_MOST = 3


def references(text: Text) -> Iterator[Finding]:
    """References within the agreement to what it doesn't have."""
    yield from _provisions(text)
    yield from _annexes(text)


def _provisions(text: Text) -> Iterator[Finding]:
    reading = text.agreement.reading
    body = [clause for clause in reading.clauses if clause.part is Part.BODY]
    articles = {clause.article for clause in body if clause.article.isdigit()}
    numbers = {clause.number for clause in reading.clauses if clause.number}
    if len(articles) < _MOST:
        return
    last = max(int(article) for article in articles)
    gone: dict[str, list[tuple[Sentence, re.Match[str]]]] = defaultdict(list)
    for sentence in reading.sentences:
        for match in _PROVISION.finditer(sentence.text):
            number, after = match["number"], sentence.text[match.end() :]
            own = bool(_OF_THIS.match(after))
            if not own and _OF_ANOTHER.match(after):
                continue
            article, _, member = number.partition(".")
            if (
                member
                and article in articles
                and number not in numbers
                and sum(n.startswith(f"{article}.") for n in numbers) >= _MOST
            ) or (own and not member and article not in articles and int(article) > last):
                gone[number].append((sentence, match))
    if len(gone) > _MOST:
        return
    for number, found in gone.items():
        yield _finding(text, f"provision.{number}", Message("finding.reference_provision", {"number": number}), found)


def _annexes(text: Text) -> Iterator[Finding]:
    reading = text.agreement.reading
    present = {
        _key(match)
        for clause in reading.clauses
        if clause.part is Part.ANNEX and (match := _ANNEX.match(clause.article))
    }
    gone: dict[tuple[str, str], list[tuple[Sentence, re.Match[str]]]] = defaultdict(list)
    for sentence in reading.sentences:
        for match in _ANNEX.finditer(sentence.text):
            of_another = _ANNEX_OF_ANOTHER.match(sentence.text, match.end()) or _STANDARD_CLAUSES.search(sentence.text)
            if match["number"].islower() or of_another:
                continue
            if _key(match) not in present:
                gone[_key(match)].append((sentence, match))
    if len(gone) > _MOST:
        return
    for (word, number), found in gone.items():
        name = found[0][1][0]
        yield _finding(text, f"annex.{word}-{number}", Message("finding.reference_annex", {"annex": name}), found)


def _key(match: re.Match[str]) -> tuple[str, str]:
    roman = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6"}
    number = match["number"].upper()
    return match["word"].lower(), roman.get(number, number)


def _finding(text: Text, name: str, message: Message, found: list[tuple[Sentence, re.Match[str]]]) -> Finding:
    reading = text.agreement.reading
    return Finding(
        id=f"coherence.reference.{name}",
        kind=Kind.COHERENCE,
        severity=Severity.MEDIUM,
        message=message,
        provision=places((sentence.clause for sentence, _ in found), reading.language),
        citations=tuple(
            citation
            for sentence, match in found[:8]
            for citation in reading.citations(sentence.start + match.start(), sentence.start + match.end())
        ),
    )
