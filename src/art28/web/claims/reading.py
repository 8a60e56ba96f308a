"""Sentences of an agreement that speak of a point, for a person to read: they are shown, and nothing follows from them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.claims.models import Point

MOST = 4
_LONGEST = 600
_SENTENCE = re.compile(r"[^\n.;]++(?:[.;](?=\S)[^\n.;]++)*+[.;]?")
_NUMBER = re.compile(
    r"^[ \t]*+(?:artikel|article|clause)?[ \t]*+(\d{1,2}(?:\.\d{1,2}){0,3})\b", re.IGNORECASE | re.MULTILINE
)
_LIABILITY = r"aansprakelijk|liab|beperking|limitation|schade|damage"
_WORDS: Mapping[Point, tuple[str, ...]] = {
    Point.DIRECT: (r"direct\w*[ \t]+(?:schade|damage|loss)",),
    Point.INTENT: (r"opzet|roekeloos|intent|reckless|wil[l]?ful|grove schuld|gross negligence",),
    Point.DEFAULT: (r"ingebreke|in gebreke|verzuim|notice of default|in default|default notice",),
    Point.FURTHER: (
        r"hoofdovereenkomst|algemene voorwaarden|main agreement|general terms|underlying agreement",
        _LIABILITY,
    ),
    Point.MUTUAL: (r"partijen|parties|elke partij|each party|either party", _LIABILITY),
    Point.TALKS: (
        r"minnelijk|overleg|amicabl|consultation|in der minne",
        r"geschil|dispute|rechter|court|oplossen|settle",
    ),
    Point.MEDIATION: (r"mediation|bemiddeling",),
    Point.INSPECTION: (r"polis|verzeker|insur|policy", r"inzage|inzien|verzoek|inspect|request|copy|kopie"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that speaks of a point, and the number of the clause that it seems to stand in."""

    text: str
    provision: str


def stands_in(agreement: Agreement, passage: str) -> bool:
    """Whether the text of the agreement holds the passage, however its lines are broken."""
    text = agreements.text_of(agreement)
    wanted = " ".join(passage.split()).lower()
    return bool(wanted) and text is not None and wanted in " ".join(text.text.split()).lower()


def sentences(agreement: Agreement, points: tuple[Point, ...]) -> Mapping[Point, tuple[Sentence, ...]]:
    """The first sentences on each point, in one query."""
    text = agreements.text_of(agreement) if points else None
    if text is None:
        return dict.fromkeys(points, ())
    found: dict[Point, list[Sentence]] = {point: [] for point in points}
    numbers = [(match.start(), match[1]) for match in _NUMBER.finditer(text.text)]
    for start, said in _split(text.text):
        for point in points:
            if len(found[point]) < MOST and all(re.search(word, said, re.IGNORECASE) for word in _WORDS[point]):
                found[point].append(Sentence(said, _before(numbers, start + len(said))))
    return {point: tuple(rows) for point, rows in found.items()}


def _split(text: str) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(text):
        said = " ".join(match[0].split())
        if said:
            yield match.start(), said[:_LONGEST]


def _before(numbers: list[tuple[int, str]], at: int) -> str:
    return next((number for start, number in reversed(numbers) if start <= at), "")
