"""A reading -> whether the other side may ask for an overview of the measures, how often, and when more often than that."""

import re
from dataclasses import dataclass

from art28.agreement.passages import Reading
from art28.document.outline import Part

_ABOUT = re.compile(r"\b(?:maatregelen|beveiligingsmaatregelen|measures|maßnahmen|mesures)\b")
_GIVEN = re.compile(
    r"\b(?:overzicht|overview|opgave|informeert|inform\w*|inzicht|verstrekt|provides?|übersicht|aperçu|inzage)\b"
)
_ASKED = re.compile(r"\b(?:verzoek|vraagt|aanvraag|request\w*|asks?|anfrage|demande)\b")
_YEARLY = re.compile(
    r"\b(?:(?:één|een|1|eenmaal|eens) ?(?:keer|maal)? ?(?:per|in het|in een) ?(?:kalender)?jaar|jaarlijks|"
    r"once (?:a|per|every|in any) (?:calendar )?year|annual\w*|einmal (?:pro|im) jahr|jährlich|une fois par an)\b"
)
_SOONER = re.compile(r"\b(?:incident\w*|datalek\w*|inbreuk\w*|breach\w*|aanleiding|good reason|vorfall\w*|violation)\b")
_FOLLOWING = 2


@dataclass(frozen=True, slots=True)
class OverviewTerms:
    """What an agreement says: `period` between two overviews, None where any request counts; `start:end` of the text."""

    period: str | None
    sooner_with_reason: bool
    provision: str
    words: str
    start: int
    end: int


def overview_terms(reading: Reading) -> OverviewTerms | None:
    """What the agreement says of an overview on request; None where it is silent."""
    body = [sentence for sentence in reading.sentences if sentence.clause.part is Part.BODY]
    for place, sentence in enumerate(body):
        text = sentence.text.lower()
        if not (_ABOUT.search(text) and _GIVEN.search(text) and _ASKED.search(text)):
            continue
        same = [each for each in body[place : place + 1 + _FOLLOWING] if each.clause is sentence.clause]
        said = " ".join(each.text.lower() for each in same)
        yearly = _YEARLY.search(said) is not None
        last = next((each for each in reversed(same) if _YEARLY.search(each.text.lower())), sentence)
        end = same[-1].end if yearly and _SOONER.search(said) else max(last.end, sentence.end)
        cited = reading.citations(sentence.start, end)
        if cited:
            words = " ".join(reading.original(sentence.start, end).split())
            return OverviewTerms(
                "P1Y" if yearly else None,
                yearly and _SOONER.search(said) is not None,
                sentence.clause.provision,
                words,
                cited[0].start,
                cited[-1].end,
            )
    return None
