"""How a document is drawn: what is marked up is not shown, and passages are lit all the same."""

import pytest

from art28.document.model import Span
from art28.web.agreements.rendering import Passage, Piece, _Cutter
from art28.web.agreements.templatetags.pieces import drawn

TEXT = '**Rekenhuis Zuid B.V.**, te *Breda*<br>("Verwerker")'
SKIPS = (Span(0, 2), Span(21, 23), Span(28, 29), Span(34, 35), Span(35, 39))


def test_marks_of_emphasis_are_not_shown() -> None:
    pieces = _Cutter(TEXT, []).pieces(Span(0, len(TEXT)), SKIPS)
    assert "".join(piece.text for piece in pieces) == 'Rekenhuis Zuid B.V., te Breda ("Verwerker")'


def test_each_piece_knows_where_its_text_stands() -> None:
    for piece in _Cutter(TEXT, []).pieces(Span(0, len(TEXT)), SKIPS):
        assert piece.text.strip() == "" or TEXT[piece.at :].startswith(piece.text)


def test_a_passage_that_starts_in_a_mark_is_lit_and_can_be_found() -> None:
    passage = Passage(0, 21, of="fact:processor.name", style="fact")
    pieces = _Cutter(TEXT, [passage]).pieces(Span(0, len(TEXT)), SKIPS)
    assert [piece.anchor for piece in pieces if piece.anchor] == ["p0"]
    assert "".join(piece.text for piece in pieces if piece.of) == "Rekenhuis Zuid B.V."


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        (Piece("a < b", 3), '<span data-at="3">a &lt; b</span>'),
        (
            Piece("x", 3, of='fact:"', style="fact", anchor="p3", found=2),
            '<mark class="fact" data-of="fact:&quot;" data-at="3" id="p3" data-found="2">x</mark>',
        ),
        (Piece("x", 3, href="#b9"), '<a class="reference" href="#b9" data-at="3">x</a>'),
        (
            Piece("x", 3, of="fact:a", style="fact", href="#b9"),
            '<mark class="fact" data-of="fact:a" data-at="3"><a class="reference" href="#b9">x</a></mark>',
        ),
        (
            Piece("x", 3, lost='<"Bijlage">'),
            '<span class="lost" tabindex="0" aria-describedby="leads-nowhere" data-note="&lt;&quot;Bijlage&quot;&gt;"'
            ' data-at="3">x</span>',
        ),
    ],
)
def test_a_piece_is_drawn_with_everything_escaped(piece: Piece, shown: str) -> None:
    assert drawn([piece]) == shown
