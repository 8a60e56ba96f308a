"""A draft -> a web page of its own, which asks for nothing from the network."""

from collections.abc import Iterator
from html import escape

from art28.drafting.model import Annex, Draft, Listing, Table
from art28.drafting.wording import article_heading, signature_heading

_STYLE = (
    "body{max-width:42rem;margin:3rem auto;padding:0 1.5rem;font:17px/1.55 'Source Serif 4',Georgia,serif;color:#1a2022;"
    "background:#fbf9f4}h1{font-size:1.7rem;line-height:1.2}h2{margin:2.2rem 0 .6rem;font-size:1.1rem;color:#0c5460}"
    "p.clause{display:grid;grid-template-columns:3rem 1fr;margin:.7rem 0}p.clause b{font-weight:400;color:#465052}"
    "table{width:100%;border-collapse:collapse}th,td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid #e0dbcf}"
    "th,td{text-align:left}blockquote{margin:.9rem 0 1.4rem 3rem;padding:.1rem 0 .1rem 1rem;border-left:2px solid #0c5460}"
    "blockquote p.clause{display:block}blockquote p.clause b{margin-right:.5rem}"
    ".sign{display:grid;grid-template-columns:1fr 1fr;gap:2rem}@media print{body{margin:0;max-width:none;background:#fff}"
    "p,tr{break-inside:avoid}h2{break-after:avoid}section.annex{break-before:page}}"
)


def as_html(draft: Draft) -> str:
    """The whole agreement, annexes and places to sign included."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    title = escape(draft.title)
    yield f'<!doctype html>\n<html lang="{draft.language}"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head><body><main>'
    yield f"<h1>{title}</h1>"
    yield from (f"<p>{escape(paragraph)}</p>" for paragraph in draft.opening)
    for article in draft.articles:
        if article.heading:
            yield f"<h2>{escape(article_heading(article, draft.language))}</h2>"
        for clause in article.clauses:
            if clause.table is not None:
                yield from _table(clause.table)
                continue
            if clause.set_apart:
                number = f"<b>{clause.number}</b> " if clause.number else ""
                yield f'<blockquote><p class="clause">{number}<span>{escape(clause.text)}</span></p></blockquote>'
                continue
            yield f'<p class="clause"><b>{clause.number}</b> <span>{escape(clause.text)}</span></p>'
    if draft.signatures:
        yield f'<h2>{escape(signature_heading(draft.language))}</h2><div class="sign">'
        yield from (f"<p>{'<br>'.join(map(escape, signature))}</p>" for signature in draft.signatures)
        yield "</div>"
    for annex in draft.annexes:
        yield from _annex(annex)
    yield "</main></body></html>"


def _annex(annex: Annex) -> Iterator[str]:
    yield f'<section class="annex"><h1>{escape(annex.title)}</h1>'
    for part in annex.content:
        if isinstance(part, Listing):
            yield f"<p>{escape(part.lead)}</p><ul>"
            yield from (f"<li>{escape(item)}</li>" for item in part.items)
            yield "</ul>"
        elif isinstance(part, Table):
            yield from _table(part)
        else:
            yield f"<p>{escape(part)}</p>"
    yield "</section>"


def _table(table: Table) -> Iterator[str]:
    yield f"<table><thead><tr>{''.join(f'<th>{escape(cell)}</th>' for cell in table.headings)}</tr></thead><tbody>"
    yield from (f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    yield "</tbody></table>"
