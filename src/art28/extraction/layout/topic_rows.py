"""Lines -> the tables that hold terms rather than data: a topic in the first cell, what is agreed on it in the second.

What stands beside "Datalek" is read as what stands under that heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from art28.agreement.passages import ReadingLine
from art28.document.outline import Clause

_LONGEST_LABEL = 60
_FEWEST_ROWS = 3
_SENTENCE_ENDS = (".", ";")
_FEWEST_WORDS = 3


def tables_on_topics(lines: Sequence[ReadingLine]) -> Iterator[int]:
    """The numbers of the tables with two columns of which most rows hold sentences beside a label."""
    rows: dict[int, list[bool]] = {}
    for line in lines:
        number = line.block.table
        if number is not None and line.block.cells:
            rows.setdefault(number, []).append(_holds_a_term(line.text))
    for number, found in rows.items():
        if sum(found) >= _FEWEST_ROWS and 2 * sum(found) > len(found):
            yield number


def _holds_a_term(text: str) -> bool:
    label, _, said = text.partition("\t")
    return (
        0 < len(label.strip()) <= _LONGEST_LABEL
        and not label.rstrip().endswith(_SENTENCE_ENDS)
        and "\t" not in said
        and said.rstrip(" *_").endswith(_SENTENCE_ENDS)
        and len(said.split()) >= _FEWEST_WORDS
    )


def under_label(clause: Clause, label: str) -> Clause:
    """The clause that a row makes of its own: its label is the heading."""
    words = " ".join(label.split())
    return replace(clause, heading=words, article=f"{clause.article} {words}".strip())
