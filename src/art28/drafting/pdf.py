"""A draft -> PDF/A-3 with its structure tagged for readers of the screen, and its facts enclosed as data; by typst.

The same draft of the same day gives the same bytes: the fonts are those that typst brings. Text goes in as data, never as
markup.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from art28.drafting.draft import words
from art28.drafting.model import Annex, Draft, Listing, Table
from art28.drafting.wording import (
    article_heading,
    cell_size,
    column_widths,
    initials_word,
    is_close,
    page_word,
    signature_heading,
)
from art28.typesetting.pdf import WITH_DATA, typeset


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature to set in: the lines over it, and itself as drawn (`svg`) or typed."""

    lines: tuple[str, ...]
    typed: str = ""
    svg: str = ""


@dataclass(frozen=True, slots=True)
class Initials:
    """Who initials every page, and with what; empty while the place is to be filled in."""

    whose: str
    letters: str = ""


def places_for_initials(draft: Draft) -> tuple[Initials, ...]:
    """Where either side writes its initials, on every page of a draft that wants them."""
    said = words()[draft.language]
    return tuple(Initials(str(said[side])) for side in ("controller", "processor")) if draft.initialled else ()


def as_pdf(draft: Draft, *, dated: date, signed: Sequence[Signature] = (), initials: Sequence[Initials] = ()) -> bytes:
    """The agreement as a PDF that says it was made on `dated`; with the signatures set in where it has been `signed`, and
    `initials` at the foot of every page."""
    source, inputs = source_and_inputs(draft, dated=dated, signed=signed, initials=initials)
    made_at = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    return typeset(source, inputs, made_at=made_at, standards=WITH_DATA)


def source_and_inputs(
    draft: Draft, *, dated: date, signed: Sequence[Signature] = (), initials: Sequence[Initials] = ()
) -> tuple[bytes, Mapping[str, str]]:
    """What typst is given for an agreement: the template, and what goes into it."""
    content = {
        "lang": draft.language,
        "title": draft.title,
        "date": [dated.year, dated.month, dated.day],
        "page": page_word(draft.language),
        "opening": list(draft.opening),
        "articles": [
            {
                "heading": article_heading(article, draft.language),
                "clauses": [
                    {
                        "number": clause.number,
                        "text": clause.text,
                        "table": _part(clause.table) if clause.table else None,
                        "apart": clause.set_apart,
                    }
                    for clause in article.clauses
                ],
            }
            for article in draft.articles
        ],
        "signed": signature_heading(draft.language) if draft.signatures else "",
        "signatures": [{"lines": list(lines), "typed": "", "svg": ""} for lines in draft.signatures]
        if not signed
        else [{"lines": list(each.lines), "typed": each.typed, "svg": each.svg} for each in signed],
        "initials": [{"whose": each.whose, "letters": each.letters} for each in initials],
        "initials_word": initials_word(draft.language),
        "annexes": [_annex(annex) for annex in draft.annexes],
    }
    return _template(), {"draft": json.dumps(content), "facts": facts_data(draft)}


def facts_data(draft: Draft) -> str:
    """What the draft says, in the exchange format of facts."""
    facts = {key: {"value": _plain(value)} for key, value in draft.facts.items()}
    return json.dumps({"facts": facts}, ensure_ascii=False, indent=2, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return {name: _plain(cell) for name, cell in value.items()} if isinstance(value, Mapping) else value


def _annex(annex: Annex) -> dict[str, Any]:
    return {"title": annex.title, "content": [_part(part) for part in annex.content]}


def _part(part: str | Listing | Table) -> dict[str, Any]:
    if isinstance(part, Listing):
        return {"kind": "listing", "lead": part.lead, "items": list(part.items)}
    if isinstance(part, Table):
        rows = [list(row) for row in part.rows]
        return {
            "kind": "table",
            "headings": list(part.headings),
            "rows": rows,
            "widths": list(column_widths(part)),
            "close": is_close(part),
            "size": cell_size(part),
        }
    return {"kind": "text", "text": part}


@cache
def _template() -> bytes:
    return files("art28.drafting").joinpath("agreement.typ").read_bytes()
