"""Cells narrower than a word of theirs: it is whole in the running text, and its line end stays in what is quoted."""

import pytest

from art28.document.flow import flow_of
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.reading.conftest import MakePdf

# Two rows of two cells; text is 10 points high and starts 4 points right of its cell's rule.
RULES = "40 640 300 80 re S 120 640 m 120 720 l S 40 680 m 340 680 l S\n"


def cells(make_pdf: MakePdf, *lines: str) -> tuple[str, str]:
    """The first cell of the second row as it is read, and as the document has it."""
    head = [(44, 705, "Gegevens"), (124, 705, "Doel"), (124, 668, "Beheer van apparaten")]
    words = [*head, *((44, 668 - 11 * number, line) for number, line in enumerate(lines))]
    document = read_document(make_pdf([words], drawn=RULES), name="t.pdf", limits=Limits())
    row = [block for block in document.blocks if block.cells][-1]
    flow = flow_of(document)
    said = next(flow.text[line.start : line.end] for line in flow.lines if line.block is row)
    return said.split("\t")[0], document.text[row.cells[0].start : row.cells[0].end]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("apparaatgegev", "ens en namen"), "apparaatgegevens en namen"),
        (("leiharbeitneh", "mer, adres"), "leiharbeitnehmer, adres"),
        (("loonafdrachten", "ngeving"), "loonafdrachtenngeving"),
        (("systeembeheer", "zorg en welzijn"), "systeembeheer zorg en welzijn"),
        (("telefoonnummer", "en adres"), "telefoonnummer en adres"),
        (("adres", "en naam", "telefoonnummer"), "adres en naam telefoonnummer"),
        (("telefoonnummer", "bsn"), "telefoonnummer bsn"),
    ],
)
def test_a_word_that_its_cell_breaks_is_whole(make_pdf: MakePdf, lines: tuple[str, ...], said: str) -> None:
    assert cells(make_pdf, *lines) == (said, "\n".join(lines))
