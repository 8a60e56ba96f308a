"""Fonts that give the numbers of their glyphs: each font of a page is read back by itself."""

from collections.abc import Sequence

from art28.document.model import Document
from art28.reading.limits import Limits
from art28.reading.pdf.pdf import read_pdf

# Where the glyphs of the common fonts stand that ASCII doesn't know.
_BEYOND_ASCII = {"“": 179, "”": 180, "’": 182, "–": 177, "ë": 115, "é": 112, "€": 188}


def numbers(text: str) -> bytes:
    return b"".join(_BEYOND_ASCII.get(one, ord(one) - 29).to_bytes(2, "big") for one in text)


def pdf(lines: Sequence[tuple[str, str]]) -> bytes:
    """A page of lines, each in the font G, which has no table of characters, or in P, which names them."""
    content = b"".join(
        b"BT /%s 11 Tf 60 %d Td <%s> Tj ET\n"
        % (font.encode(), 780 - 16 * at, (numbers(text) if font == "G" else text.encode("cp1252")).hex().encode())
        for at, (font, text) in enumerate(lines)
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /G 5 0 R /P 7 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAB+Arial /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAB+Arial /CIDToGIDMap /Identity /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /FontDescriptor /FontName /AAAAAB+Arial /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    written, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(written))
    return written + table + end


def text_of(lines: Sequence[tuple[str, str]]) -> list[str]:
    document: Document = read_pdf(pdf(lines), name="overeenkomst.pdf", sha256="0" * 64, limits=Limits())
    return [line.strip() for line in document.text.splitlines() if line.strip()]


def test_quotation_marks_and_accents_are_read_back_as_letters_are() -> None:
    said = "Acme (“Verwerker”) beveiligt de gegevens van cliënten – en dat is Klant’s wens."
    assert text_of([("G", said), ("G", "Aldus overeengekomen in café De Zon.")]) == [
        said,
        "Aldus overeengekomen in café De Zon.",
    ]


def test_a_line_in_another_font_stays_as_it_is() -> None:
    lines = [
        ("G", "Verwerkersovereenkomst tussen de hierna te noemen partijen"),
        ("P", "Versie 3, mei 2026"),
        ("P", "2026"),
        ("G", "Verwerker meldt een inbreuk binnen 24 uur aan Klant."),
    ]
    assert text_of(lines) == [text for _, text in lines]


def test_a_page_whose_fonts_name_their_characters_is_not_read_back() -> None:
    assert text_of([("P", "Verwerker meldt “elke” inbreuk binnen 24 uur.")]) == [
        "Verwerker meldt “elke” inbreuk binnen 24 uur."
    ]
