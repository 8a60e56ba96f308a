"""Text -> findings on laws that an agreement cites as law although they no longer hold."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from art28.agreement.passages import Sentence
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import places
from art28.checking.words.text import Text
from art28.law.repealed import Kind as LawKind
from art28.law.repealed import RepealedLaw, repealed_laws

# Told as history, not cited as law.
_HISTORY = re.compile(
    r"\b(?:voorheen|voormalige?|destijds|vroegere?|toenmalige?|ingetrokken|intrekking|vervangt|vervangen|vervallen|niet meer|in plaats van|opvolger van|gold|afgeschaft|ongeldig|"
    r"formerly|former|previous(?:ly)?|repeal(?:ing|ed|s)?|superseded|replac(?:es|ed|ing)|invalidated|no longer|aufhebung|aufgehoben)\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 70, 40


def repealed(text: Text, *, on: date) -> Iterator[Finding]:
    """One finding for each law that no longer holds on the day `on`, with every place that cites it."""
    reading = text.agreement.reading
    # A sentence is one line, also where the text behind it isn't.
    lower = reading.text.lower().replace("\n", " ")
    starts = [sentence.start for sentence in reading.sentences]
    for law in repealed_laws(on):
        begins = [at for probe in _probes(law) for at in _places(lower, probe)]
        if not begins:
            continue
        # Letters that take more room in lower case move what stands behind them.
        moved = len(lower) != len(reading.text)
        among = reading.sentences if moved else _around(reading.sentences, starts, begins)
        cited = tuple(
            (sentence, match)
            for sentence in among
            for match in _pattern(law).finditer(sentence.text)
            if not _is_history(sentence, match)
        )
        if not cited:
            continue
        yield Finding(
            id=f"drafting.repealed.{law.id}",
            kind=Kind.DRAFTING,
            severity=Severity.HIGH if law.kind is LawKind.ACT else Severity.MEDIUM,
            message=Message(
                "finding.repealed",
                {"law": cited[0][1][0], "date": law.repealed_on.isoformat(), "successor": " / ".join(law.successors)},
            ),
            provision=places((sentence.clause for sentence, _ in cited), reading.language),
            citations=tuple(
                citation
                for sentence, match in cited
                for citation in reading.citations(sentence.start + match.start(), sentence.start + match.end())
            ),
        )


def _places(lower: str, probe: str) -> Iterator[int]:
    at = lower.find(probe)
    while at >= 0:
        yield at
        at = lower.find(probe, at + 1)


def _around(sentences: Sequence[Sentence], starts: Sequence[int], begins: Sequence[int]) -> Iterator[Sentence]:
    """The sentences around some places, in order; one place may be in two, of which the one ends the other."""
    found = set()
    for at in begins:
        index = bisect_right(starts, at) - 1
        while index >= 0 and sentences[index].end > at:
            found.add(index)
            index -= 1
    return (sentences[index] for index in sorted(found))


@cache
def _probes(law: RepealedLaw) -> tuple[str, ...]:
    """What the law is called in lower case: one of these is in every text that names it, for white space is folded."""
    return tuple([name.lower() for name in (*law.names, *law.abbreviations)])


@cache
def _pattern(law: RepealedLaw) -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(law.names, key=len, reverse=True))
    short = "|".join(re.escape(name) for name in sorted(law.abbreviations, key=len, reverse=True))
    parts = [*([rf"(?i:\b(?:{names})\b)"] if names else []), *([rf"\b(?:{short})\b"] if short else [])]
    unless = "".join(rf"(?!\s+{re.escape(word)}\b)" for word in law.unless_followed_by)
    return re.compile(f"(?:{'|'.join(parts)}){unless}")


def _is_history(sentence: Sentence, match: re.Match[str]) -> bool:
    around = (
        sentence.text[max(0, match.start() - _BEFORE) : match.start()],
        sentence.text[match.end() : match.end() + _AFTER],
    )
    return any(_HISTORY.search(part) for part in around)
