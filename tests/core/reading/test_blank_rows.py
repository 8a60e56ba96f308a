"""Tables in plain text whose columns are told by blanks alone, and what looks like them."""

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.jailed.wire import packed_document, unpacked
from art28.reading.text import read_text

TABLE = """Bijlage 1   Subverwerkers

Naam                  Dienst             Land van
                                         verwerking
Kade Opslag B.V.      opslag van         Nederland
                      reservekopieën
Brugpost GmbH         e-mail             Duitsland

Overige afspraken staan in artikel 8.
"""


def read(text: str) -> Document:
    return read_text(text, name="x.txt", sha256="0" * 64, extraction="text/1")


def rows(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines if line.block.kind is BlockKind.TABLE_ROW]


def test_columns_told_by_blanks_make_rows_and_a_line_without_a_first_cell_goes_on_with_its_row() -> None:
    assert rows(read(TABLE)) == [
        "Naam\tDienst\tLand van verwerking",
        "Kade Opslag B.V.\topslag van reservekopieën\tNederland",
        "Brugpost GmbH\te-mail\tDuitsland",
    ]


def test_the_words_of_a_cell_on_two_lines_are_cited_where_they_stand() -> None:
    document = read(TABLE)
    flow = flow_of(document)
    start = flow.text.index("opslag van reservekopieën")
    cited = flow.citations(start, start + len("opslag van reservekopieën"))
    assert [citation.text for citation in cited] == ["opslag van", "reservekopieën"]
    assert all(document.text[citation.start : citation.end] == citation.text for citation in cited)


def test_a_whole_row_whose_cells_stand_among_each_other_is_cited_in_pieces() -> None:
    document = read(TABLE)
    flow = flow_of(document)
    line = next(line for line in flow.lines if flow.text[line.start :].startswith("Kade"))
    assert [c.text for c in flow.citations(line.start, line.end)] == [
        "Kade Opslag B.V.      opslag van",
        "reservekopieën",
        "Nederland",
    ]


def test_a_row_whose_last_cell_is_empty_comes_out_of_the_jail_as_it_was_read() -> None:
    document = read(
        TABLE.replace("Kade Opslag B.V.      opslag van         Nederland", "Kade Opslag B.V.      opslag van")
    )
    assert any(block.cells and block.cells[-1].start == block.cells[-1].end for block in document.blocks)
    assert unpacked(packed_document(document), name="x.txt", sha256="0" * 64) == document


def test_heads_over_all_columns_but_the_first_belong_to_the_table() -> None:
    text = (
        "Contactpersonen\n\n                 Verwerker             Klant\n"
        "Datalekken       Helpdesk, 010-1234    P. Smit, 020-5678\n"
        "Contract         L. Bos                J. de Wit\n"
    )
    assert rows(read(text)) == [
        "\tVerwerker\tKlant",
        "Datalekken\tHelpdesk, 010-1234\tP. Smit, 020-5678",
        "Contract\tL. Bos\tJ. de Wit",
    ]


def test_what_two_parties_fill_in_side_by_side_is_no_table() -> None:
    text = (
        "Namens Verwerker:                 Namens Klant:\n"
        "Naam: A. de Boer                  Naam: C. Smit\n"
        "Plaats: Ede                       Plaats: Epe\n"
    )
    assert rows(read(text)) == []


def test_labels_that_a_colon_parts_from_what_is_said_are_no_table() -> None:
    text = "Betrokkenen:      klanten\nGegevens:         naam en adres\nDoel:             facturering\n"
    assert rows(read(text)) == []


def test_headings_and_numbers_apart_from_their_words_are_no_table() -> None:
    text = (
        "Artikel 1      Begrippen\n\n1.1    Klant is de afnemer.\n1.2    Dienst is de dienst.\n\n"
        "Artikel 2      Duur\n\n2.1    De duur is een jaar.\n"
    )
    assert rows(read(text)) == []


def test_the_columns_of_a_page_of_text_are_no_table() -> None:
    left = "Verwerker neemt de passende en"
    right = "maatregelen die nodig zijn om de"
    text = "\n".join(f"{left if n % 3 == 0 else left.lower()}        {right}" for n in range(9)) + "\n"
    assert rows(read(text)) == []
