"""A PDF's text layer as one document: pages, paragraphs over page ends, running heads, tables, and refusals."""

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from art28.document.flow import flow_of
from art28.document.model import Block, BlockKind, Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.pdf.pdf import read_pdf

MakePdf = Callable[..., bytes]
FULL = "Verwerker neemt passende technische en organisatorische maatregelen om de gegevens te"


def read(data: bytes, limits: Limits | None = None) -> Document:
    return read_pdf(data, name="overeenkomst.pdf", sha256="0" * 64, limits=limits or Limits())


def refusal(data: bytes, limits: Limits | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        read(data, limits)
    return raised.value


def text_of(document: Document, block: Block) -> str:
    return document.text[block.span.start : block.span.end]


def lines(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines]


def test_lines_make_paragraphs_and_each_page_holds_its_own_text(make_pdf: MakePdf) -> None:
    document = read(
        make_pdf(
            [
                [(70, 700, "4. Beveiliging"), (70, 680, f"4.1 {FULL}"), (70, 668, "beveiligen tegen verlies.")],
                [(70, 700, "5. Datalekken")],
            ]
        )
    )
    assert lines(document) == ["4. Beveiliging", f"4.1 {FULL} beveiligen tegen verlies.", "5. Datalekken"]
    assert [page.number for page in document.pages] == [1, 2]
    assert document.text[document.pages[0].span.end - 1] == "\f"
    assert document.page_at(document.text.index("Datalekken")) == 2


def test_a_paragraph_runs_on_over_a_page_end_past_head_and_foot(make_pdf: MakePdf) -> None:
    def page(number: int, *words: tuple[float, float, str]) -> list[tuple[float, float, str]]:
        return [(70, 810, "Kaderlijn B.V."), *words, (70, 30, f"Versie 2 - pagina {number} van 3")]

    document = read(
        make_pdf(
            [
                page(1, (70, 700, f"4.1 {FULL}")),
                page(2, (70, 780, "beveiligen tegen verlies."), (70, 760, "4.2 Verwerker toetst deze elk jaar.")),
                page(3, (70, 780, "4.3 Partijen leggen dit vast.")),
            ]
        )
    )
    assert lines(document) == [
        f"4.1 {FULL} beveiligen tegen verlies.",
        "4.2 Verwerker toetst deze elk jaar.",
        "4.3 Partijen leggen dit vast.",
    ]
    outside = {block.kind for block in document.blocks} - {BlockKind.ITEM}
    assert outside == {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER}
    citations = flow_of(document).citations(0, len(lines(document)[0]))
    assert [citation.page for citation in citations] == [1, 2]
    assert all(document.text[c.start : c.end] == c.text for c in citations)


def test_a_word_broken_at_a_line_end_is_whole_in_the_flow_and_broken_in_the_text(make_pdf: MakePdf) -> None:
    document = read(make_pdf([[(70, 700, "1.1 De verwerkers-"), (70, 688, "overeenkomst eindigt van rechtswege.")]]))
    assert lines(document) == ["1.1 De verwerkersovereenkomst eindigt van rechtswege."]
    assert "verwerkers-\novereenkomst" in document.text


def test_a_ruled_table_becomes_rows_with_their_cells(make_pdf: MakePdf) -> None:
    ruled = "".join(f"60 {y} m 400 {y} l S\n" for y in (720, 690, 640)) + "".join(
        f"{x} 640 m {x} 720 l S\n" for x in (60, 200, 400)
    )
    words = [
        (70, 700, "Subverwerker"),
        (210, 700, "Land"),
        (70, 675, "Wolkenveld Hosting"),
        (210, 675, "Nederland en"),
        (70, 655, "B.V."),
        (210, 655, "Ierland"),
        (70, 600, "Einde van de bijlage."),
    ]
    document = read(make_pdf([words], drawn=ruled))
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    cells = [[document.text[cell.start : cell.end] for cell in row.cells] for row in rows]
    assert cells == [["Subverwerker", "Land"], ["Wolkenveld Hosting\nB.V.", "Nederland en\nIerland"]]
    assert lines(document)[-1] == "Einde van de bijlage."


def rows_of(document: Document) -> list[list[str]]:
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    return [[document.text[cell.start : cell.end] for cell in row.cells] for row in rows]


def ruled(heights: tuple[int, ...], places: tuple[int, ...]) -> str:
    across = "".join(f"{places[0]} {y} m {places[-1]} {y} l S\n" for y in heights)
    return across + "".join(f"{x} {heights[-1]} m {x} {heights[0]} l S\n" for x in places)


def test_a_form_that_nobody_filled_in_is_a_table_too(make_pdf: MakePdf) -> None:
    asked = ["1. Wat is er gebeurd?", "2. Wanneer?", "3. Om wie gaat het?"]
    words = [(70, 700 - 30 * number, question) for number, question in enumerate(asked)]
    document = read(make_pdf([words], drawn=ruled((720, 690, 660, 630), (60, 250, 400))))
    assert rows_of(document) == [[question, ""] for question in asked]


def test_a_frame_around_a_paragraph_is_no_form(make_pdf: MakePdf) -> None:
    words = [(70, 700 - 14 * line, f"regel {line} van een alinea in een kader") for line in range(4)]
    document = read(make_pdf([words], drawn=ruled((720, 630), (60, 300, 400))))
    assert rows_of(document) == []


def test_words_in_columns_without_rules_become_rows_too(make_pdf: MakePdf) -> None:
    words = [
        (70, 700, "Aldus overeengekomen:"),
        (70, 660, "Naam: A. Terhoeven"),
        (300, 660, "Naam: R. Boskamp"),
        (70, 640, "Functie: directeur"),
        (300, 640, "Functie: bestuurder"),
    ]
    document = read(make_pdf([words]))
    rows = [block for block in document.blocks if block.cells]
    assert [[document.text[c.start : c.end] for c in row.cells] for row in rows] == [
        ["Naam: A. Terhoeven", "Naam: R. Boskamp"],
        ["Functie: directeur", "Functie: bestuurder"],
    ]


def test_a_full_cell_ends_where_the_next_column_begins(make_pdf: MakePdf) -> None:
    words = [
        (70, 660, "Naam: A. Terhoeven"),
        (198, 660, "Naam: R. Boskamp"),
        (70, 646, "Functie: algemeen directeur"),
        (195, 646, " "),
        (198, 646, "Functie: bestuurder"),
        (70, 632, "Datum: 4 mei 2023"),
        (198, 632, "Datum: 9 mei 2023"),
    ]
    document = read(make_pdf([words]))
    rows = [block for block in document.blocks if block.cells]
    assert [[document.text[c.start : c.end] for c in row.cells] for row in rows] == [
        ["Naam: A. Terhoeven", "Naam: R. Boskamp"],
        ["Functie: algemeen directeur", "Functie: bestuurder"],
        ["Datum: 4 mei 2023", "Datum: 9 mei 2023"],
    ]


def test_a_number_set_apart_from_its_clause_is_no_column(make_pdf: MakePdf) -> None:
    words = [
        (70, 700, "4.1"),
        (110, 700, "Verwerker beveiligt."),
        (70, 680, "4.2"),
        (110, 680, "Verwerker toetst dit."),
    ]
    document = read(make_pdf([words]))
    assert [(block.kind, block.label) for block in document.blocks] == [
        (BlockKind.ITEM, "4.1"),
        (BlockKind.ITEM, "4.2"),
    ]


def test_what_was_filled_in_stands_after_its_label(make_pdf: MakePdf) -> None:
    words = [(70, 700, "Naam:"), (70, 680, "Functie:"), (90, 660, "Back-up"), (90, 640, "Hosting")]
    fields = [
        "/Subtype /Widget /FT /Tx /T (naam) /V (A. Terhoeven) /Rect [120 696 300 712]",
        "/Subtype /FreeText /Contents (directeur) /Rect [200 676 300 690]",
        "/Subtype /Widget /FT /Btn /T (b) /V /Yes /AS /Yes /AP << /N << /Yes 3 0 R >> >> /Rect [70 658 82 670]",
        "/Subtype /Widget /FT /Btn /T (h) /V /Off /AS /Off /AP << /N << /Yes 3 0 R >> >> /Rect [70 638 82 650]",
        "/Subtype /FreeText /Contents (Voor akkoord) /Rect [70 300 200 312]",
    ]
    document = read(make_pdf([words], fields=fields))
    assert lines(document) == [
        "Naam: A. Terhoeven",
        "Functie: directeur",
        "☒ Back-up",
        "☐ Hosting",
        "Voor akkoord",
    ]
    assert [(note.code.value, note.detail) for note in document.notes] == [("form_fields", "5")]


def test_a_pdf_with_a_password_is_refused(make_pdf: MakePdf) -> None:
    error = refusal(make_pdf([[(70, 700, "Geheim")]], password="sesam"))
    assert error.reason is Unreadable.ENCRYPTED
    assert "password" in error.message


def test_a_pdf_that_only_restricts_editing_is_read(make_pdf: MakePdf) -> None:
    assert "Openbaar" in read(make_pdf([[(70, 700, "Openbaar stuk")]], password="")).text


def test_a_scan_is_refused_and_says_why(make_pdf: MakePdf) -> None:
    error = refusal(make_pdf([[], []], drawn="10 10 400 600 re f\n"), Limits(recognised_pages=0))
    assert error.reason is Unreadable.NO_TEXT
    assert "OCR" in error.message


def test_one_page_without_text_among_others_is_noted(make_pdf: MakePdf) -> None:
    page = [(70, 700 - 20 * i, FULL) for i in range(8)]
    document = read(make_pdf([page, [], page], drawn="10 10 5 5 re f\n"), Limits(recognised_pages=0))
    assert [(note.code.value, note.detail) for note in document.notes] == [("pages_without_text", "2")]


def test_a_truncated_pdf_is_refused(make_pdf: MakePdf) -> None:
    whole = make_pdf([[(70, 700, FULL)]])
    assert refusal(whole[:180]).reason is Unreadable.DAMAGED


def test_more_pages_than_the_limit_are_refused(make_pdf: MakePdf) -> None:
    error = refusal(make_pdf([[(70, 700, "1.1 Tekst")]] * 4), Limits(pages=3))
    assert error.reason is Unreadable.TOO_MANY_PAGES
    assert "4 pages" in error.message


def test_a_page_written_sideways_is_read_in_its_own_direction(make_pdf: MakePdf) -> None:
    def sideways(x: float, y: float, text: str) -> str:
        return f"BT /F1 10 Tf 0 1 -1 0 {x} {y} Tm ({text}) Tj ET\n"

    ruled = "".join(f"{x} 60 m {x} 400 l S\n" for x in (90, 120, 150)) + "".join(
        f"90 {y} m 150 {y} l S\n" for y in (60, 200, 400)
    )
    words = sideways(60, 70, "Bijlage 2 Subverwerkers")
    words += sideways(110, 70, "Naam") + sideways(110, 210, "Land")
    words += sideways(140, 70, "Wolkenveld B.V.") + sideways(140, 210, "Nederland")
    document = read(make_pdf([[]], drawn=ruled + words))
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert lines(document)[0] == "Bijlage 2 Subverwerkers"
    assert [[document.text[c.start : c.end] for c in row.cells] for row in rows] == [
        ["Naam", "Land"],
        ["Wolkenveld B.V.", "Nederland"],
    ]


def test_words_that_one_piece_of_text_moves_apart_are_columns_too(make_pdf: MakePdf) -> None:
    prose = [(70, 700 - 12 * i, "Verwerker beveiligt de gegevens en houdt daarvan een register bij.") for i in range(6)]
    moved = "".join(
        f"BT /F1 10 Tf 70 {y} Td [({name}) -9000 ({land})] TJ ET\n"
        for y, name, land in ((400, "Wolkenveld B.V.", "Nederland"), (384, "Datahoeve B.V.", "Ierland"))
    )
    document = read(make_pdf([prose], drawn=moved))
    rows = [block for block in document.blocks if block.cells]
    assert [[document.text[c.start : c.end] for c in row.cells] for row in rows] == [
        ["Wolkenveld B.V.", "Nederland"],
        ["Datahoeve B.V.", "Ierland"],
    ]


LEFT = [
    "1.1 Verwerker verwerkt de persoonsgegevens",
    "uitsluitend in opdracht van de Verwerkings-",
    "verantwoordelijke en bewaart ze niet langer",
    "dan voor de dienst nodig is, tenzij de wet",
    "anders bepaalt en dat schriftelijk blijkt.",
    "1.2 Verwerker meldt een inbreuk binnen een",
]
RIGHT = [
    "etmaal nadat hij haar heeft ontdekt, aan de",
    "contactpersoon die in bijlage 3 is genoemd.",
    "1.3 Verwerker houdt van alle inbreuken een",
    "register bij met de feiten, de gevolgen en",
    "de maatregelen die daarna zijn genomen; hij",
    "geeft daarin op verzoek zonder kosten inzage.",
]
READ_IN_COLUMNS = [
    "1.1 Verwerker verwerkt de persoonsgegevens uitsluitend in opdracht van de Verwerkingsverantwoordelijke en bewaart ze "
    "niet langer dan voor de dienst nodig is, tenzij de wet anders bepaalt en dat schriftelijk blijkt.",
    "1.2 Verwerker meldt een inbreuk binnen een etmaal nadat hij haar heeft ontdekt, aan de contactpersoon die in bijlage "
    "3 is genoemd.",
    "1.3 Verwerker houdt van alle inbreuken een register bij met de feiten, de gevolgen en de maatregelen die daarna zijn "
    "genomen; hij geeft daarin op verzoek zonder kosten inzage.",
]


def columns() -> tuple[list[tuple[float, float, str]], list[tuple[float, float, str]]]:
    left = [(60.0, 700.0 - 12 * i, line) for i, line in enumerate(LEFT)]
    return left, [(310.0, 700.0 - 12 * i, line) for i, line in enumerate(RIGHT)]


def test_columns_are_read_one_after_the_other_when_the_file_writes_them_so(make_pdf: MakePdf) -> None:
    left, right = columns()
    assert lines(read(make_pdf([[*left, *right]]))) == READ_IN_COLUMNS


def test_columns_are_read_one_after_the_other_when_the_file_writes_line_by_line_across_them(make_pdf: MakePdf) -> None:
    left, right = columns()
    words = [word for pair in zip(left, right, strict=True) for word in pair]
    assert lines(read(make_pdf([words]))) == READ_IN_COLUMNS


def test_a_table_without_rules_keeps_cells_of_several_lines_whole(make_pdf: MakePdf) -> None:
    rows: list[list[list[str]]] = [
        [["Naam"], ["Dienst"], ["Plaats van de", "verwerking"]],
        [["Wolkenveld", "Hosting B.V."], ["opslag van", "bestanden en", "reservekopieën"], ["Nederland"]],
        [["Datahoeve B.V."], ["telefonie"], ["Nederland en", "Ierland"]],
    ]
    words: list[tuple[float, float, str]] = []
    top = 700.0
    for row in rows:
        for x, cell in zip((70.0, 160.0, 260.0), row, strict=True):
            words += [(x, top - 12 * i, line) for i, line in enumerate(cell)]
        top -= 12 * max(map(len, row)) + 6
    document = read(make_pdf([[(70, 730, "Bijlage 2 Subverwerkers"), *words, (70, 500, "Einde van de bijlage.")]]))
    cells = [
        [document.text[c.start : c.end].split("\n") for c in block.cells] for block in document.blocks if block.cells
    ]
    assert cells == rows
    assert lines(document)[0] == "Bijlage 2 Subverwerkers"
    assert lines(document)[-1] == "Einde van de bijlage."


def test_a_number_written_apart_from_its_clause_opens_it(make_pdf: MakePdf) -> None:
    words = [
        (70, 700, "4.1"),
        (70, 664, "4.2"),
        (110, 700, FULL),
        (110, 688, "beveiligen tegen verlies."),
        (110, 664, "Verwerker toetst dit elk jaar."),
    ]
    document = read(make_pdf([words]))
    assert lines(document) == [f"4.1 {FULL} beveiligen tegen verlies.", "4.2 Verwerker toetst dit elk jaar."]
    assert [block.label for block in document.blocks] == ["4.1", "4.2"]


def test_clauses_whose_numbers_the_file_writes_first_stay_below_their_titles(make_pdf: MakePdf) -> None:
    numbers = [(70, 700, "1."), (70, 676, "2."), (70, 620, "1."), (70, 596, "2.")]
    said = [
        (60, 724, "Artikel 1 Opdracht"),
        (110, 700, FULL),
        (110, 676, "Verwerker toetst dit elk jaar."),
        (60, 644, "Artikel 2 Einde"),
        (110, 620, FULL),
        (110, 608, "beveiligen tegen verlies."),
        (110, 596, "Het einde wordt bevestigd."),
    ]
    document = read(make_pdf([[*numbers, *said]]))
    assert lines(document) == [
        "Artikel 1 Opdracht",
        f"1. {FULL}",
        "2. Verwerker toetst dit elk jaar.",
        "Artikel 2 Einde",
        f"1. {FULL} beveiligen tegen verlies.",
        "2. Het einde wordt bevestigd.",
    ]


def test_numbers_that_count_the_lines_stand_outside_the_flow(make_pdf: MakePdf) -> None:
    text = [*LEFT, "etmaal nadat hij haar heeft ontdekt."]
    counted = [(30.0, 700.0 - 12 * i, str(i + 12)) for i in range(len(text))]
    document = read(make_pdf([[*((60.0, 700.0 - 12 * i, line) for i, line in enumerate(text)), *counted]]))
    assert lines(document)[1] == "1.2 Verwerker meldt een inbreuk binnen een etmaal nadat hij haar heeft ontdekt."
    numbers = [text_of(document, block) for block in document.blocks if block.kind is BlockKind.CHROME]
    assert numbers == [str(i + 12) for i in range(len(text))]


def test_an_initial_after_a_form_of_address_opens_no_item(make_pdf: MakePdf) -> None:
    full = "vertegenwoordigd door haar bestuurder, die daartoe ten volle bevoegd is, te weten dhr."
    document = read(make_pdf([[(70, 700, full), (70, 688, "B. Terhoeven, directeur, hierna te noemen Verwerker.")]]))
    assert lines(document) == [f"{full} B. Terhoeven, directeur, hierna te noemen Verwerker."]


def test_a_paragraph_that_names_itself_begins_anew(make_pdf: MakePdf) -> None:
    one = "Lid 1. Verwerker neemt passende maatregelen en legt die vast in een plan van beveiliging."
    document = read(
        make_pdf([[(70, 700, one), (70, 688, "Lid 2. Verwerker toetst dit plan ten minste een keer per jaar.")]])
    )
    assert len(lines(document)) == 2


def test_what_was_written_over_dots_stands_in_their_place(make_pdf: MakePdf) -> None:
    dots = "." * 60
    words = [
        (70, 700, f"Naam: {dots}"),
        (70, 680, f"Functie: {dots}"),
        (70, 660, f"Plaats: {dots}"),
        (110, 701, "A. Terhoeven"),
        (120, 681, "directeur"),
    ]
    document = read(make_pdf([words], fields=["/Subtype /FreeText /Contents (Lelystad) /Rect [110 656 200 672]"]))
    assert lines(document)[:3] == ["Naam: A. Terhoeven", "Functie: directeur", "Plaats: Lelystad"]
    assert f"A. Terhoeven {dots}" in document.text


def test_dots_that_nobody_wrote_over_stay(make_pdf: MakePdf) -> None:
    words = [(70, 700, "Naam: ........................"), (70, 680, "Functie: directeur")]
    assert "....." in lines(read(make_pdf([words])))[0]


def test_files_inside_are_named(make_pdf: MakePdf) -> None:
    whole = pdfium.PdfDocument(make_pdf([[(70, 700, FULL)]]))
    whole.new_attachment("bijlage-3.xlsx").set_data(b"PK")
    buffer = io.BytesIO()
    whole.save(buffer)
    assert [(note.code.value, note.detail) for note in read(buffer.getvalue()).notes] == [
        ("embedded_files", "bijlage-3.xlsx")
    ]


def test_a_digital_signature_is_noted_with_its_day(make_pdf: MakePdf) -> None:
    field = (
        "/Subtype /Widget /FT /Sig /T (Handtekening1) /Rect [0 0 0 0] /V << /Type /Sig /Filter /Adobe.PPKLite "
        "/SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 10] /Contents <00> /M (D:20240613101500+02'00') >>"
    )
    document = read(make_pdf([[(70, 700, FULL)]], fields=[field]))
    assert ("signatures", "2024-06-13") in [(note.code.value, note.detail) for note in document.notes]


def test_a_line_that_ends_with_an_initial_goes_on_with_the_name(make_pdf: MakePdf) -> None:
    written = (
        "Rekenhuis B.V., gevestigd te Lelystad en ingeschreven in het handelsregister, vertegenwoordigd door R.J.",
        'Boskamp, directeur, hierna te noemen: "Verwerker";',
    )
    document = read(make_pdf([[(72, 700 - 14 * number, line) for number, line in enumerate(written)]]))

    assert [text_of(document, block).replace(" \n", "\n") for block in document.blocks] == ["\n".join(written)]
