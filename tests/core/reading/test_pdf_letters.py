"""Words across a page, spaced letters and titles beside their text, as designers set them: read as they are meant."""

from collections.abc import Iterator

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.reading.conftest import MakePdf, Words

SENTENCE = "Verwerker verwerkt de persoonsgegevens uitsluitend in opdracht van de klant en houdt ze geheim"
# Of Helvetica, at 10 points.
WIDTHS = {"I": 2.8, " ": 2.8, "E": 6.7, "R": 7.2, "K": 6.7, "G": 7.8, "V": 6.7, "W": 9.4}
WATERMARK = "BT /F1 150 Tf 0.64 0.77 -0.77 0.64 170 130 Tm (CONCEPT) Tj ET\n"


def read(data: bytes) -> Document:
    return read_document(data, name="t.pdf", limits=Limits())


def said(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines]


def letter_by_letter(x: float, y: float, text: str, spaced: float = 0.0) -> Iterator[tuple[float, float, str]]:
    """Each letter as the file sets it by itself, so much room between them; blanks are only room."""
    for letter in text:
        if letter != " ":
            yield x, y, letter
        x += WIDTHS.get(letter, 7.2) + spaced


def prose(top: float, count: int, left: float = 60) -> Words:
    return [(left, top - 12 * number, f"{SENTENCE} {number}.") for number in range(count)]


def test_a_word_across_the_page_leaves_its_lines_whole(make_pdf: MakePdf) -> None:
    """Without it nothing else changes; it is kept, outside the flow."""
    title = list(letter_by_letter(60, 760, "VERWERKING"))
    page = [*title, *prose(730, 50)]
    plain, marked = read(make_pdf([page])), read(make_pdf([page], drawn=WATERMARK))
    assert said(marked) == said(plain)
    aside = [block for block in marked.blocks if block.kind is BlockKind.CHROME]
    assert "CONCEPT".startswith(marked.text[aside[0].span.start : aside[0].span.end])


def test_a_word_across_some_pages_is_taken_off_those(make_pdf: MakePdf) -> None:
    pages = [prose(760, 50), prose(760, 50)]
    marked = read(make_pdf(pages, drawn=WATERMARK))
    assert said(marked) == said(read(make_pdf(pages)))


def test_spaced_letters_are_words_of_a_title(make_pdf: MakePdf) -> None:
    title = letter_by_letter(60, 760, "DUUR EN EINDE", spaced=4)
    document = read(make_pdf([[*title, *prose(730, 10)]]))
    assert said(document)[0] == "DUUR EN EINDE"
    assert document.blocks[0].kind is BlockKind.HEADING


def test_blanks_that_the_file_has_stay_in_its_text(make_pdf: MakePdf) -> None:
    document = read(make_pdf([[(60, 760, "D U U R  E N  E I N D E"), *prose(730, 10)]]))
    assert document.text.startswith("D U U R")


def test_titles_beside_numbered_clauses_stand_above_them(make_pdf: MakePdf) -> None:
    """The file writes all titles first."""
    titles = [(40, 760, "1. Opdracht"), (40, 700, "2. Geheim"), (40, 640, "3. Einde")]
    clauses = [
        (160, 760 - 60 * article - 14 * line, f"{article + 1}.{line + 1} {SENTENCE[:60]}.")
        for article in range(3)
        for line in range(3)
    ]
    document = read(make_pdf([[*titles, *clauses]]))
    assert [block.label for block in document.blocks if block.kind is BlockKind.ITEM] == [
        f"{article}.{line}" for article in (1, 2, 3) for line in (1, 2, 3)
    ]
    assert [line for line in said(document) if "." not in line[2:]] == ["1. Opdracht", "2. Geheim", "3. Einde"]
    assert said(document).index("2. Geheim") == 4


def test_terms_beside_what_they_mean_stay_beside_it(make_pdf: MakePdf) -> None:
    terms = [(40, 760, "Klant"), (40, 700, "Dienst"), (40, 640, "Gegevens")]
    meanings = [(160, 760 - 60 * term - 14 * line, SENTENCE[:60]) for term in range(3) for line in range(3)]
    written = [each for number in range(3) for each in (terms[number], *meanings[3 * number : 3 * number + 3])]
    document = read(make_pdf([written]))
    assert [line.split("\t")[0] for line in said(document) if "\t" in line] == ["Klant", "Dienst", "Gegevens"]


def test_numbers_set_apart_from_their_clauses_are_no_titles(make_pdf: MakePdf) -> None:
    numbers = [(40, 760 - 60 * number, f"{number + 1}.") for number in range(3)]
    clauses = [(70, 760 - 60 * clause - 14 * line, SENTENCE[:60]) for clause in range(3) for line in range(3)]
    written = [each for number in range(3) for each in (numbers[number], *clauses[3 * number : 3 * number + 3])]
    document = read(make_pdf([written]))
    items = [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.ITEM]
    assert [item.split()[:2] for item in items] == [[f"{number}.", "Verwerker"] for number in (1, 2, 3)]
