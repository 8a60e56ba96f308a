"""Notes in small type right of the text: read behind the paragraph that they stand beside, which stays whole."""

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.reading.conftest import MakePdf, Words

NOTE = ["Toelichting: dit lid", "volgt de handreiking."]


def read(data: bytes) -> Document:
    return read_document(data, name="t.pdf", limits=Limits())


def said(document: Document) -> list[str]:
    flow = flow_of(document)
    return [" ".join(flow.text[line.start : line.end].split()) for line in flow.lines]


def small(x: float, y: float, text: str, size: float = 7) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def notes(*tops: float, size: float = 7) -> str:
    return "".join(small(440, top - 9 * number, text, size) for top in tops for number, text in enumerate(NOTE))


def clauses(top: float, count: int) -> Words:
    """Clauses of three lines, counted from 1."""
    lines = [
        "Verwerker verwerkt de persoonsgegevens uitsluitend in opdracht van de",
        "klant, houdt ze geheim en geeft ze aan niemand anders dan aan wie de",
        "klant aanwijst.",
    ]
    return [
        (60, top - 50 * clause - 13 * line, f"{clause + 1}. {text}" if not line else text)
        for clause in range(count)
        for line, text in enumerate(lines)
    ]


def test_a_note_stands_behind_the_paragraph_beside_it(make_pdf: MakePdf) -> None:
    plain, noted = read(make_pdf([clauses(760, 6)])), read(make_pdf([clauses(760, 6)], drawn=notes(760, 647)))
    found = said(noted)
    assert [line for line in found if line not in said(plain)] == [" ".join(NOTE)] * 2
    assert [line for line in found if line != " ".join(NOTE)] == said(plain)
    assert [index for index, line in enumerate(found) if line == " ".join(NOTE)] == [1, 4]
    assert [block.kind for block in noted.blocks].count(BlockKind.NOTE) == 2


def test_a_note_beside_the_end_of_a_page_doesnt_cut_its_paragraph(make_pdf: MakePdf) -> None:
    first, rest = clauses(760, 6)[:-1], [(60, 760, "klant aanwijst."), *clauses(740, 6)]
    noted = read(make_pdf([first, rest], drawn=notes(510)))
    assert said(noted)[-1] != " ".join(NOTE)
    assert any(
        line.startswith("6.") and line.endswith("niemand anders dan aan wie de klant aanwijst.") for line in said(noted)
    )
    assert " ".join(NOTE) in said(noted)


def test_a_note_on_a_page_where_no_paragraph_ends_is_kept_outside_the_flow(make_pdf: MakePdf) -> None:
    lines = [
        (60, 760 - 13 * number, "de persoonsgegevens die hij in opdracht van de klant verwerkt en")
        for number in range(12)
    ]
    document = read(make_pdf([lines], drawn=notes(740)))
    assert not any("Toelichting" in line for line in said(document))
    assert any(
        block.kind is BlockKind.CHROME and "Toelichting" in document.text[block.span.start : block.span.end]
        for block in document.blocks
    )


def test_a_column_in_the_type_of_the_text_is_no_note(make_pdf: MakePdf) -> None:
    document = read(make_pdf([clauses(760, 6)], drawn=notes(760, 647, size=10)))
    assert not any(block.kind is BlockKind.NOTE for block in document.blocks)


def test_small_type_in_the_last_column_of_a_table_stays_in_its_row(make_pdf: MakePdf) -> None:
    rows = [
        (x, 760 - 30 * row, text)
        for row in range(10)
        for x, text in ((60, f"Dienst {row}"), (250, "Hosting van gegevens"))
    ]
    drawn = "".join(small(440, 760 - 30 * row, "Nederland") for row in range(10))
    document = read(make_pdf([rows], drawn=drawn))
    assert not any(block.kind is BlockKind.NOTE for block in document.blocks)
