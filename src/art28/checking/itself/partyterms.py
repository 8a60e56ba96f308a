"""Text -> findings on what the parties are called: several terms for one of them, and terms that are misspelt."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from art28.agreement.passages import ReadingLine
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.lines import Worded, lines_of
from art28.checking.words.places import joined, place
from art28.checking.words.text import Text
from art28.document.outline import Part

# What parties are called; one of these, with a capital, is a term.
_TERMS: Mapping[str, tuple[str, ...]] = {
    "controller": (
        "Verwerkingsverantwoordelijke", "Verantwoordelijke", "Klant", "Opdrachtgever", "Afnemer", "Cliënt", "Controller", "Customer", "Client", "Company",
    ),
    "processor": ("Verwerker", "Opdrachtnemer", "Leverancier", "Dienstverlener", "Processor", "Provider", "Supplier", "Vendor", "Contractor"),
    "subprocessor": ("Subverwerker", "Sub-verwerker", "Sub-Verwerker", "Onderaannemer", "Hulpleverancier", "Subprocessor", "Sub-processor", "Subcontractor"),
}  # fmt: skip
_NAMED = sorted((term for terms in _TERMS.values() for term in terms), key=len, reverse=True)
_BY_LOWER: Mapping[str, str] = {term.lower(): term for term in _NAMED}
_LONGEST_BINDING = 300
_MANY = 3
_TWICE = 2
_LEAST = 12
_FURTHEST = 2
_WORD = re.compile(r"[A-Za-zÀ-ÿ-]{11,}")
_ENDINGS = ("n", "s", "en", "'s", "e", "")
_RIGHT = frozenset(f"{term}{end}".lower() for term in _NAMED for end in _ENDINGS)
_REMEMBERED = 16_384
_BINDS = re.compile(r"hierna|te noemen|verder|referred to|hereinafter|\(.{0,40}[\"“„']", re.IGNORECASE)
_SHOWN = 6


def party_terms(text: Text) -> Iterator[Finding]:
    """One finding for each party that goes by three terms or more outside the passages that introduce it, one for misspelt terms."""
    lines = [one for one in lines_of(text) if one.line.clause.part is not Part.SIGNATURES]
    used = _used(lines)
    for role, terms in _TERMS.items():
        own = {term: used[term] for term in terms if term in used}
        if len(own) >= _MANY:
            yield _varies(text, role, own)
    yield from _misspelt(text, lines)


def _used(lines: Sequence[Worded]) -> Mapping[str, Sequence[ReadingLine]]:
    """The terms that occur, with the lines that hold them."""
    found: dict[str, list[ReadingLine]] = {}
    for one in lines:
        if one.line.clause.part not in (Part.PREAMBLE, Part.RECITALS):
            for term in one.told(_terms_in):
                found.setdefault(term, []).append(one.line)
    return found


def _terms_in(words: str) -> tuple[str, ...]:
    """The terms that some words use for parties, where they don't introduce them."""
    named, lower = (tuple([term for term in terms if term in words]) for terms in (_NAMED, _BY_LOWER))
    if not named and not lower:
        return ()
    terms = dict.fromkeys(match["term"] or _BY_LOWER[match["lower"]] for match in _any_of(named, lower).finditer(words))
    return () if terms and len(words) < _LONGEST_BINDING and _BINDS.search(words) else tuple(terms)


@lru_cache(maxsize=256)
def _any_of(named: tuple[str, ...], lower: tuple[str, ...]) -> re.Pattern[str]:
    """The terms that occur at all; one that doesn't has no place among the alternatives, each of which takes time."""
    never = "(?!)"
    return re.compile(
        rf"(?<![\w-])(?P<term>{'|'.join(named) or never})(?![\w-])(?! ?-)"
        rf"|\b(?:[Dd]e|[Tt]he) (?P<lower>{'|'.join(lower) or never})(?![\w-])"
    )


def _varies(text: Text, role: str, used: Mapping[str, Sequence[ReadingLine]]) -> Finding:
    by_use = sorted(used, key=lambda term: -len(used[term]))
    lines = [line for term in by_use[1:] for line in used[term]]
    language = text.agreement.reading.language
    return Finding(
        id=f"coherence.terms.{role}",
        kind=Kind.COHERENCE,
        severity=Severity.LOW,
        message=Message(f"finding.terms_{role}", {"terms": ", ".join(by_use)}),
        provision=joined(place(line.clause, language) for line in lines),
        citations=tuple(
            one for line in lines[:_SHOWN] for one in text.agreement.reading.citations(line.start, line.end)
        ),
        why=Message("finding.why_terms"),
    )


def _misspelt(text: Text, lines: Sequence[Worded]) -> Iterator[Finding]:
    """A long word that is nearly, but not quite, the term of a party that the agreement uses often."""
    reading = text.agreement.reading
    whole = reading.flow.text
    terms = [term for group in _TERMS.values() for term in group if len(term) >= _LEAST and whole.count(term) > _TWICE]
    wrong: dict[str, list[ReadingLine]] = defaultdict(list)
    if not terms:
        return
    for one in lines:
        for word in one.told(_long_words):
            if any(_is_near(word.lower(), term.lower()) for term in terms):
                wrong[word].append(one.line)
    for word, found in wrong.items():
        if len(found) <= _TWICE:
            yield Finding(
                id=f"drafting.misspelt.{word.lower()}",
                kind=Kind.DRAFTING,
                severity=Severity.LOW,
                message=Message("finding.misspelt", {"word": word}),
                provision=joined(place(line.clause, reading.language) for line in found),
                citations=tuple(one for line in found for one in reading.citations(line.start, line.end)),
            )


def _long_words(words: str) -> tuple[str, ...]:
    """Long words with a capital that aren't what a party is called."""
    return tuple([word for word in _WORD.findall(words) if word[0].isupper() and word.lower() not in _RIGHT])


@lru_cache(maxsize=_REMEMBERED)
def _is_near(one: str, other: str) -> bool:
    """Whether two words differ in one or two letters, and by no ending."""
    if abs(len(one) - len(other)) > _FURTHEST or one.startswith(other) or other.startswith(one):
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, facing in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != facing))
        if min(row) > _FURTHEST:
            return False
    return row[-1] <= _FURTHEST
