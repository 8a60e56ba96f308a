"""Bullets that a page draws as small shapes open the items of a list."""

from collections.abc import Callable

from art28.document.model import BlockKind, Document
from art28.reading.limits import Limits
from art28.reading.pdf.pdf import read_pdf

MakePdf = Callable[..., bytes]
WORDS = [
    (70, 700, "Verwerker verwerkt de volgende gegevens:"),
    (90, 680, "namen en adressen"),
    (90, 660, "meldingen"),
    (70, 640, "Einde van de lijst."),
]


def read(data: bytes) -> Document:
    return read_pdf(data, name="lijst.pdf", sha256="0" * 64, limits=Limits())


def items(document: Document) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.ITEM]


def test_a_small_shape_before_a_line_opens_an_item(make_pdf: MakePdf) -> None:
    drawn = "".join(f"80 {y + 1.5} 3 3 re f\n" for y in (680, 660))
    document = read(make_pdf([WORDS], drawn=drawn))
    assert items(document) == ["• namen en adressen", "• meldingen"]
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


def test_shapes_that_stand_elsewhere_or_are_larger_open_nothing(make_pdf: MakePdf) -> None:
    drawn = "20 681.5 3 3 re f\n78 660 9 9 re f\n200 681.5 3 3 re f\n80 690.5 3 3 re f\n"
    assert items(read(make_pdf([WORDS], drawn=drawn))) == []


def test_a_number_that_is_written_stays_the_label(make_pdf: MakePdf) -> None:
    words = [(90, 700, "1. Verwerker beveiligt."), (90, 680, "2. Verwerker meldt.")]
    document = read(make_pdf([words], drawn="82 701.5 3 3 re f\n"))
    assert [block.label for block in document.blocks] == ["1.", "2."]
