"""A draft -> Markdown."""

from collections.abc import Iterator, Sequence

from art28.drafting.model import Annex, Draft, Listing, Table
from art28.drafting.wording import article_heading, signature_heading


def as_markdown(draft: Draft) -> str:
    """The whole agreement, annexes and places to sign included."""
    return "\n".join(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    yield from _block(f"# {draft.title}")
    for paragraph in draft.opening:
        yield from _block(paragraph)
    for article in draft.articles:
        if article.heading:
            yield from _block(f"## {article_heading(article, draft.language)}")
        for clause in article.clauses:
            if clause.table is not None:
                yield from _table(clause.table)
                continue
            yield from _block(f"{'> ' if clause.set_apart else ''}{f'{clause.number} {clause.text}'.strip()}")
    if draft.signatures:
        yield from _block(f"## {signature_heading(draft.language)}")
    for signature in draft.signatures:
        yield from _block("  \n".join(signature))
    for annex in draft.annexes:
        yield from _annex(annex)


def _annex(annex: Annex) -> Iterator[str]:
    yield from _block(f"# {annex.title}")
    for part in annex.content:
        if isinstance(part, Listing):
            yield from _block(part.lead)
            yield from (f"- {item}" for item in part.items)
            yield ""
        elif isinstance(part, Table):
            yield from _table(part)
        else:
            yield from _block(part)


def _table(table: Table) -> Iterator[str]:
    yield _row(table.headings)
    yield _row(["---"] * len(table.headings))
    yield from map(_row, table.rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _block(text: str) -> Iterator[str]:
    yield text
    yield ""
