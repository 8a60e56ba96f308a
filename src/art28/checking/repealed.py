"""Text -> findings on laws that an agreement cites as law although they no longer hold."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from art28.agreement.passages import Sentence
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.places import places
from art28.checking.text import Text
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
    lower = reading.text.lower()
    sentences: list[tuple[Sentence, str]] = []
    for law in repealed_laws(on):
        probes = [probe for probe in _probes(law) if probe in lower]
        if not probes:
            continue
        sentences = sentences or [(sentence, sentence.text.lower()) for sentence in reading.sentences]
        cited = tuple(
            (sentence, match)
            for sentence, said in sentences
            if any([probe in said for probe in probes])  # noqa: C419 - a list is faster here
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
