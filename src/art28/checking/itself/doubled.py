"""Text -> a finding on words that stand twice in a row, which show that nobody proofread."""

import re
from collections.abc import Iterator

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import joined, place
from art28.checking.words.text import Text

# "die die" and "had had" may be right, and so are names and numbers.
_WORDS = (
    *("de", "het", "een", "van", "en", "of", "in", "op", "te", "aan", "met", "door", "voor", "wordt", "zal", "is"),
    *("the", "a", "an", "to", "and", "or", "by", "for", "with", "shall", "will"),
)
_TWICE = re.compile(rf"(?<![\w-])(?P<word>{'|'.join(_WORDS)}) (?P=word)(?![\w-])", re.IGNORECASE)
# Not a space, and not part of a word.
_APART = re.compile(r"[^\w -]")
_PAIRS = tuple(f" {word} {word}" for word in _WORDS)


def doubled_words(text: Text) -> Iterator[Finding]:
    """One finding with every place."""
    reading = text.agreement.reading
    if not _may_hold(reading.text):
        return
    found = [(line, match) for line in reading.lines for match in _TWICE.finditer(line.text) if not line.block.cells]
    if found:
        yield Finding(
            id="drafting.doubled_words",
            kind=Kind.DRAFTING,
            severity=Severity.LOW,
            message=Message("finding.doubled_words", {"words": found[0][1][0]}),
            provision=joined(place(line.clause, reading.language) for line, _ in found),
            citations=tuple(
                c
                for line, match in found
                for c in reading.citations(line.start + match.start(), line.start + match.end())
            ),
        )


def _may_hold(words: str) -> bool:
    """Whether some word may stand twice in a row: told without trying every place."""
    # Whatever may stand before a word counts as a space, so that one search finds it.
    lower = _APART.sub(" ", f" {words.lower()}")
    return any(_stands_apart(lower, pair) for pair in _PAIRS)


def _stands_apart(words: str, pair: str) -> bool:
    at = words.find(pair)
    while at >= 0:
        after = words[at + len(pair) : at + len(pair) + 1]
        if not after or not (after.isalnum() or after in "_-"):
            return True
        at = words.find(pair, at + 1)
    return False
