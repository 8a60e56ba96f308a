"""A template tag that draws pieces of an agreement's text: a document has thousands, so they are put together by hand."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from art28.web.agreements.rendering import Piece

register = template.Library()


@register.simple_tag
def drawn(pieces: Iterable[Piece]) -> SafeString:
    """The text of pieces with what rests on it marked, its references as links, and what leads nowhere explained."""
    return mark_safe("".join(map(_drawn, pieces)))  # noqa: S308 - every value is escaped below


def _drawn(piece: Piece) -> str:
    text = escape(piece.text)
    place = f' data-at="{piece.at}"'
    if not piece.of and not piece.style:
        return _within(piece, text, place) if piece.href or piece.lost else f"<span{place}>{text}</span>"
    names = f' data-of="{escape(piece.of)}"' if piece.of else ""
    anchor = f' id="{escape(piece.anchor)}"' if piece.anchor else ""
    found = f' data-found="{piece.found}"' if piece.found else ""
    return f'<mark class="{escape(piece.style)}"{names}{place}{anchor}{found}>{_within(piece, text, "")}</mark>'


def _within(piece: Piece, text: str, place: str) -> str:
    if piece.href:
        return f'<a class="reference" href="{escape(piece.href)}"{place}>{text}</a>'
    if piece.lost:
        note = f'tabindex="0" aria-describedby="leads-nowhere" data-note="{escape(piece.lost)}"'
        return f'<span class="lost" {note}{place}>{text}</span>'
    return text
