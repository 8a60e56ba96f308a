"""Lists in a PDF whose bullets leave no letters: lines set in below a lead are items, what only stands there is none."""

import pytest

from art28.document.model import BlockKind, Document
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.reading.conftest import MakePdf, Words

PROSE = "Verwerker verwerkt de persoonsgegevens uitsluitend in opdracht van de klant en houdt ze geheim."


def items(document: Document) -> list[str]:
    found = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    return [" ".join(document.text[block.span.start : block.span.end].split()) for block in found]


def page(lead: str, *below: tuple[float, str]) -> Words:
    prose = [(60.0, 760.0 - 14 * line, PROSE) for line in range(6)]
    return [*prose, (60, 660, lead), *((left, 640.0 - 20 * n, said) for n, (left, said) in enumerate(below))]


@pytest.mark.parametrize("lead", ["De volgende persoonsgegevens:", "B. Betrokkenen"])
def test_short_lines_set_in_below_a_lead_are_items(make_pdf: MakePdf, lead: str) -> None:
    document = read_document(
        make_pdf([page(lead, (85, "naam en adres"), (85, "IP-adres"), (60, PROSE))]), name="t.pdf", limits=Limits()
    )
    assert items(document)[-2:] == ["naam en adres", "IP-adres"]


@pytest.mark.parametrize(
    "below",
    [
        [(60, "naam en adres"), (60, "IP-adres")],
        [(85, PROSE), (85, PROSE)],
        [(85, "Kadewerk B.V."), (85, "Kade 4"), (85, "3512 AB Utrecht")],
        [(85, "naam en adres"), (60, PROSE)],
    ],
    ids=["not set in", "paragraphs", "an address", "one alone"],
)
def test_what_only_stands_there_is_no_list(make_pdf: MakePdf, below: list[tuple[float, str]]) -> None:
    document = read_document(make_pdf([page("Het gaat om:", *below)]), name="t.pdf", limits=Limits())
    assert items(document) == []
