"""Text -> a finding on words that stand twice in a row, which show that nobody proofread."""

import re
from collections.abc import Iterator

from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.places import joined, place
from art28.checking.text import Text

# "die die" and "had had" may be right, and so are names and numbers.
_TWICE = re.compile(
    r"(?<![\w-])(?P<word>de|het|een|van|en|of|in|op|te|aan|met|door|voor|wordt|zal|is|the|a|an|of|to|in|and|or|by|for|with|shall|will) (?P=word)(?![\w-])",
    re.IGNORECASE,
)


def doubled_words(text: Text) -> Iterator[Finding]:
    """One finding with every place."""
    reading = text.agreement.reading
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
