"""The text of an agreement -> what it says of roles and data besides its facts, each point with its passage.

One sentence is looked at at a time, so that a point is never put together from two; what no sentence says isn't a point.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_MOST = 2_000_000
_LONGEST = 1_200


class Point(StrEnum):
    """What a sentence may settle."""

    ENGAGES = "engages"
    DETERMINES = "determines"
    OWNERSHIP = "ownership"
    FINALLY_RESPONSIBLE = "finally_responsible"
    NOT_OURS = "not_ours"
    ENVIRONMENT = "environment"
    CONFIRMED = "confirmed"
    ON_RECORD = "on_record"
    NO_OTHER_USE = "no_other_use"


@dataclass(frozen=True, slots=True)
class Said:
    """A point, and where it is said: a range of code points, and the words."""

    point: Point
    start: int
    end: int
    text: str

    def record(self) -> dict[str, Any]:
        """As a row keeps it."""
        return {"point": self.point.value, "start": self.start, "end": self.end, "text": self.text}


_ALL: dict[Point, tuple[str, ...]] = {
    # Each is a set of words that must all stand in the sentence, in lower case.
    Point.ENGAGES: (r"beschikt over|has at its disposal|holds|verfügt über|dispose de",
                    r"persoonsgegevens|personal data|personenbezogene|données à caractère personnel",
                    r"inschakel|laten (?:uitvoeren|verwerken)|wenst|wishes to|engage|beauftrag|faire appel|souhaite"),
    Point.DETERMINES: (r"\bdoel|purpose|zweck|finalité", r"\bmiddelen\b|\bmeans\b|\bmittel|moyens",
                       r"bepaalt|bepalen|zeggenschap|stelt .{0,40}vast|determin|control over|entscheidet|bestimmt|détermin"),
    Point.OWNERSHIP: (r"persoonsgegevens|\bgegevens\b|personal data|\bdata\b|\bdaten\b|données",
                      r"eigendom|eigenaar|\bproperty\b|\bowner|eigentum|propriét", r"blij[fv]|remain|\bstay|bleib|rest"),
    Point.FINALLY_RESPONSIBLE: (
        r"eindverantwoordelijk|final responsib|ultimate(?:ly)? responsib|letztverantwort|responsabilité finale",),
    Point.NOT_OURS: (r"niet verantwoordelijk|not responsible|nicht verantwortlich|pas responsable",
                     r"verzamel|collect|erheb|recueil", r"\bderden\b|third part|dritte|tiers"),
    Point.ENVIRONMENT: (r"geautomatiseerde|automated|automatisiert|automatisé",
                        r"omgeving|environment|umgebung|environnement"),
    Point.CONFIRMED: (
                     r"garandeert|staat (?:er ?)?voor in|staat in voor|warrants|guarantees|bevestigt|confirms|garantit",
                      r"bijlage|annex|appendix|schedule|anlage|anhang|annexe",
                      r"juist|volledig|correct|complete|accurate|richtig|vollständig|exact|complèt",),
    Point.ON_RECORD: (r"registratie|registreer|vastleg|logged|recorded|registration|erfass|enregistr",
                      r"verwerking|processing|verarbeitung|traitement", r"\bvia\b|\bthrough\b|\büber\b|\bpar\b"),
    Point.NO_OTHER_USE: (
        r"\b(?:niet|geen|nooit|nimmer|not|no|never|nor|nicht|keine\w*|ne|aucune?)\b[^.;]{0,160}\b(?:(?:ander\w*|eigen|other|own|eigene\w*|autres?|propres?)\s+(?:\w+\s+)?"
        r"(?:\w*doel\w*|gebruik|purposes?|uses?|\w*zweck\w*|finalités?|fins)|(?:purposes?|ends|zweck\w*|fins|finalités?)\s+(?:other|anderen?|autres?|propres?)\b)",
        r"gebrui\w+|verwerk\w*|aanwend\w*|benut\w*|inzet\w*|\bus(?:e[sd]?|ing)\b|process\w*|verwend\w*|nutz\w*|verarbeit\w*|utilis\w+|trait\w+",
        r"gegevens|informatie|\bdata\b|information|\bdaten\b|données",
        r"^(?!(?s:.)*\b(?:niet|not|nicht|pas)\s+(?:\w+\s+)?(?:verantwoordelijk|aansprakelijk|responsible|liable|verantwortlich|responsable)\b)",
    ),
}  # fmt: skip
_PATTERNS = {point: tuple(re.compile(each) for each in words) for point, words in _ALL.items()}
_ENDS = re.compile(r"[.;!?](?=\s)|\n\s*\n")


def points(text: str) -> tuple[Said, ...]:
    """The first passage for each point that `text` settles.

    >>> [each.point.value for each in points("De gegevens blijven eigendom van de opdrachtgever.")]
    ['ownership']
    """
    found: dict[Point, Said] = {}
    for start, end in _sentences(text[:_MOST]):
        words = text[start:end].lower()
        for point, patterns in _PATTERNS.items():
            if point not in found and all(pattern.search(words) for pattern in patterns):
                found[point] = Said(point, start, end, " ".join(text[start:end].split()))
    return tuple(found[point] for point in Point if point in found)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _ENDS.finditer(text):
        yield from _sentence(text, start, match.end())
        start = match.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    if start < end and end - start <= _LONGEST:
        yield start, end
