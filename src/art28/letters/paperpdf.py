"""Paper -> PDF/A with its structure tagged for readers of the screen, and data enclosed where there are any; by typst.

The same paper gives the same bytes: the fonts are those that typst brings, the date is the paper's own, and `paper.typ`
reads nothing but what it is given. Text goes in as data, never as markup.
"""

import json
from functools import cache

from art28.letters.paper import Paper, Part, Row
from art28.typesetting.pdf import ACCESSIBLE, WITH_DATA, own, typeset

_NARROW, _WIDE = 9, 14
_SHORT = 2


def as_pdf(paper: Paper, *, enclosed: str = "", data: bytes = b"") -> bytes:
    """The paper as a PDF; `enclosed` names the JSON in `data` that it carries, empty for none."""
    content = {
        "lang": paper.language.value,
        "title": paper.title,
        "sender": paper.sender,
        "standing": paper.standing,
        "date": [paper.dated.year, paper.dated.month, paper.dated.day],
        "margin": [list(pair) for pair in paper.margin],
        "opening": list(paper.opening),
        "parts": [_part(part) for part in paper.parts],
        "signature": list(paper.signature),
        "mark": paper.mark,
        "words": dict(paper.words),
        "enclosed": enclosed,
        "number_width": _width(paper),
    }
    inputs = {"paper": json.dumps(content), "data": data.decode()}
    standards = WITH_DATA if enclosed else ACCESSIBLE
    return typeset(_template(), inputs, made_at=paper.dated, standards=standards)


def _width(paper: Paper) -> int:
    """How wide the column of numbers is, in millimetres."""
    longest = max((len(row.number) for part in paper.parts for row in part.rows), default=0)
    return _NARROW if longest <= _SHORT else _WIDE


def _part(part: Part) -> dict[str, object]:
    return {
        "heading": part.heading,
        "paragraphs": list(part.paragraphs),
        "rows": [_row(row) for row in part.rows],
        "small": part.is_small,
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "number": row.number,
        "question": row.question,
        "answer": row.answer,
        "why": row.why,
        "note": row.note,
        "changed": row.changed,
    }


@cache
def _template() -> bytes:
    return own("art28.letters/paper")
