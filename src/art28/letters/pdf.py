"""Letter -> PDF/A-3 with its structure tagged for readers of the screen, and the report enclosed as data; by typst.

The same letter gives the same bytes: the fonts are those that typst brings, the date is the letter's own, and `letter.typ`
reads nothing but what it is given. Text goes in as data, never as markup.
"""

import json
from functools import cache
from importlib.resources import files

from art28.letters.data import NAME, report_data
from art28.letters.letter import Letter
from art28.typesetting.pdf import WITH_DATA, typeset


def as_pdf(letter: Letter) -> bytes:
    """The letter as a PDF."""
    content = {
        "lang": letter.language.value,
        "subject": letter.subject,
        "sender": letter.sender,
        "reference": letter.reference,
        "date": [letter.dated.year, letter.dated.month, letter.dated.day],
        "margin": [list(pair) for pair in letter.margin],
        "salutation": letter.salutation,
        "opening": list(letter.opening),
        "sections": [
            {
                "number": section.number,
                "question": section.question,
                "answer": section.answer.split("\n") if section.answer is not None else None,
                "why": section.why_missing,
                "changed": section.changed,
            }
            for section in letter.sections
        ],
        "closing": list(letter.closing),
        "evidence": letter.evidence,
        "signature": list(letter.signature),
        "texts_version": letter.texts_version,
        "mark": letter.mark,
        "words": dict(letter.words),
        "data_name": NAME,
    }
    inputs = {"letter": json.dumps(content), "data": report_data(letter).decode()}
    return typeset(_template(), inputs, made_at=letter.dated, standards=WITH_DATA)


@cache
def _template() -> bytes:
    return files("art28.letters").joinpath("letter.typ").read_bytes()
