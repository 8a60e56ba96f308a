"""The flow: one line a block, mended, and every character of it cited in the document's own words."""

import pytest

from art28.document.flow import Flow, flow_of
from art28.document.model import Block, BlockKind, Document, Span


def document(text: str, *blocks: Block) -> Document:
    whole = blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    return Document("x", "text/plain", "0", "text/1", text, whole)


def flow(text: str, *blocks: Block) -> Flow:
    return flow_of(document(text, *blocks))


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("de verwer-\nker meldt", "de verwerker meldt"),
        ("de verwer\u0002\nker meldt", "de verwerker meldt"),
        ("wet-\nen regelgeving", "wet- en regelgeving"),
        ("per e-\nmail aan Klant", "per e-mail aan Klant"),
        ("een sub-\nverwerker en de sub-verwerker", "een sub-verwerker en de sub-verwerker"),
        ("de ICT-\nomgeving", "de ICT-omgeving"),
        ("Midden-\nNederland", "Midden-Nederland"),
        ("door Jan-\nWillem Smit", "door Jan-Willem Smit"),
        ("bijlage-\nPersoonsgegevens", "bijlage- Persoonsgegevens"),
        ("24\u00a0uur   na\r\nontdekking", "24 uur na ontdekking"),
        ("“Klant” – ‘Partij’", "\"Klant\" - 'Partij'"),
        ("de certiﬁcaten van de ĳsbaan", "de certificaten van de ijsbaan"),
        ("per\u00adsoons\u200bgegevens", "persoonsgegevens"),
    ],
)
def test_white_space_broken_words_and_quotation_marks_are_made_alike(text: str, reads: str) -> None:
    assert flow(text).text == reads + "\n"


def test_a_citation_is_verbatim_where_the_flow_was_mended() -> None:
    found = flow("De verwer-\nker meldt “binnen 24 uur”.")
    start = found.text.index("verwerker")
    (citation,) = found.citations(start, start + len("verwerker meldt"))
    assert citation.text == "verwer-\nker meldt"


def test_blocks_outside_the_flow_are_left_out_and_a_passage_across_them_has_two_citations() -> None:
    text = "De verwerker meldt een datalek\nPagina 1 van 2 Kaderlijn\nbinnen 24 uur."
    first, foot, last = Span(0, 30), Span(31, 55), Span(56, len(text))
    found = flow(
        text,
        Block(BlockKind.PARAGRAPH, first, 1),
        Block(BlockKind.PAGE_FOOTER, foot, 1),
        Block(BlockKind.PARAGRAPH, last, 2, continues=True),
    )
    assert found.text == "De verwerker meldt een datalek binnen 24 uur.\n"
    assert [citation.text for citation in found.citations(0, len(found.text))] == [
        "De verwerker meldt een datalek",
        "binnen 24 uur.",
    ]


def test_a_word_broken_at_a_page_end_is_joined() -> None:
    text = "de verwerkers-\n\fovereenkomst"
    found = flow(
        text,
        Block(BlockKind.PARAGRAPH, Span(0, 14), 1),
        Block(BlockKind.PARAGRAPH, Span(16, len(text)), 2, continues=True),
    )
    assert found.text == "de verwerkersovereenkomst\n"


def test_what_a_block_skips_is_not_read_aloud() -> None:
    text = "Binnen **24** uur"
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), skips=(Span(7, 9), Span(11, 13)))
    assert flow(text, block).text == "Binnen 24 uur\n"


def test_cells_are_divided_by_tabs() -> None:
    text = "Naam\tLand"
    row = Block(BlockKind.TABLE_ROW, Span(0, 9), cells=(Span(0, 4), Span(5, 9)), table=0)
    assert flow(text, row).text == "Naam\tLand\n"


def test_an_empty_range_has_no_citation() -> None:
    assert flow("de verwerker").citations(2, 3) == ()


def test_a_document_that_breaks_no_words_has_its_hyphens_at_line_ends_too() -> None:
    body = "".join(f"Verwerker beveiligt de gegevens op grond van afspraak {n} met de klant.\n" for n in range(80))
    said = f"{body}De oud-\nwerknemers en klant-\nvragen vallen hieronder.\n"
    assert "oud-werknemers en klant-vragen" in flow(said).text
    assert "persoonsgegevens" in flow(f"{body}De persoonsgegevens en alle persoons-\ngegevens vallen hieronder.\n").text
    assert "bericht" in flow(f"{body}Elk be-\nricht valt hieronder.\n").text


def test_a_number_over_two_lines_keeps_its_hyphen() -> None:
    assert "077-3208815" in flow("Bel 077-\n3208815 bij een inbreuk.").text


def test_a_word_that_a_page_breaks_is_whole() -> None:
    for broken, whole in (("Noord-\n\fNederland", "Noord-Nederland"), ("be-\n\fsproken", "besproken")):
        text = f"de rechtbank {broken} daarvoor"
        end = text.index("\n")
        first = Block(BlockKind.PARAGRAPH, Span(0, end), 1)
        found = flow(text, first, Block(BlockKind.PARAGRAPH, Span(end + 2, len(text)), 2, continues=True))
        assert found.text == f"de rechtbank {whole} daarvoor\n"


def test_a_code_that_a_line_breaks_is_whole() -> None:
    assert "kenmerk HHL-2024-077" in flow("met kenmerk HHL-\n2024-077 van heden").text
