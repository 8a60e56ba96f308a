"""A filled Word document -> a draft as our own are: its headings, clauses and tables as they stand, to be shown, negotiated
and signed. The Word file itself goes along."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from art28.agreement.model import Value
from art28.document.model import OUTSIDE_THE_FLOW, Block, BlockKind, Document
from art28.drafting.draft import words
from art28.drafting.model import Article, Clause, Draft, Table

_PARTIES = ("controller", "processor")
_SHORT = 80
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})++\.?")


def as_draft(
    document: Document, word: bytes, *, name: str, language: str, facts: Mapping[str, Value], blanks: Sequence[str]
) -> Draft:
    """The draft that a filled document is; `facts` are those that were filled in, `blanks` what stays open."""
    blocks = [each for each in document.blocks if each.kind not in OUTSIDE_THE_FLOW and _text(document, each)]
    named = bool(blocks) and blocks[0].kind is BlockKind.HEADING and not blocks[0].label
    called = _text(document, blocks.pop(0)) if named else ""
    first = next((at for at, each in enumerate(blocks) if each.kind is BlockKind.HEADING or each.label), len(blocks))
    title, opening = _opening(document, blocks[:first], called, name)
    signatures = tuple(_signature(role, facts, language) for role in _PARTIES)
    articles = tuple(_articles(document, blocks[first:]))
    return Draft(
        language, title, opening, articles, (), signatures, {**facts, "document.title": title}, tuple(blanks), word
    )


def _text(document: Document, block: Block) -> str:
    return " ".join(document.text[block.span.start : block.span.end].split())


def _opening(document: Document, blocks: Sequence[Block], called: str, name: str) -> tuple[str, tuple[str, ...]]:
    """What the document is called, by its heading or a short first line, and what stands before its first article."""
    said = [_text(document, each) for each in blocks]
    if not called and said and len(said[0]) < _SHORT and said[0][-1:] not in ".:;":
        called = said.pop(0)
    return called or name, tuple(said)


def _articles(document: Document, blocks: Sequence[Block]) -> Iterator[Article]:
    heading = ""
    clauses: list[Clause] = []
    seen: set[str] = set()
    for table, group in groupby(blocks, key=lambda each: each.table if each.kind is BlockKind.TABLE_ROW else None):
        if table is not None:
            clauses.append(_table(document, list(group), len(clauses)))
            continue
        for block in group:
            if block.kind is BlockKind.HEADING:
                if heading or clauses:
                    yield Article(0, heading, tuple(clauses))
                heading, clauses = _text(document, block), []
            else:
                clauses.append(_clause(document, block, seen))
    if heading or clauses:
        yield Article(0, heading, tuple(clauses))


def _clause(document: Document, block: Block, seen: set[str]) -> Clause:
    """A clause; its number stands apart where it is one of its own, and is left in its words where others bear it too."""
    text, label = _text(document, block), (block.label or "").strip()
    rest = text.removeprefix(label).strip()
    key, number = f"house|{text[:80]}", label.rstrip(".")
    if not _NUMBER.fullmatch(label) or number in seen or not rest:
        return Clause("", text, key=key)
    seen.add(number)
    return Clause(number, rest, key=key)


def _table(document: Document, blocks: Sequence[Block], at: int) -> Clause:
    rows = tuple(
        tuple(" ".join(document.text[each.start : each.end].split()) for each in block.cells)
        or (_text(document, block),)
        for block in blocks
    )
    width = max(map(len, rows))
    even = tuple((*row, *[""] * (width - len(row))) for row in rows)
    said = " ".join(cell for row in even for cell in row)
    return Clause("", said, key=f"house|table {at}", table=Table(even[0], even[1:]))


def _signature(role: str, facts: Mapping[str, Value], language: str) -> tuple[str, ...]:
    said = words()[language]
    return (
        str(said[role]),
        said["name"].format(name=facts.get(f"{role}.representative", "")).rstrip(),
        said["role"].format(role=facts.get(f"{role}.representative_role", "")).rstrip(),
        said["date"].format(date="").rstrip(),
        str(said["signature"]),
    )
