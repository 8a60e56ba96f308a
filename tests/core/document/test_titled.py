"""Tables that set clauses beside their titles are read as titles and clauses; terms, forms and data stay tables."""

from art28.document.flow import flow_of
from art28.document.model import BlockKind
from art28.reading.limits import Limits
from art28.reading.markup.html import read_html

HEADING, ITEM, PARAGRAPH, ROW = BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.TABLE_ROW
LONG = "Verwerker verwerkt de persoonsgegevens uitsluitend in opdracht van de klant, behoudens een wettelijke plicht."


def lines(*rows: tuple[str, str]) -> list[tuple[BlockKind, str | None, str]]:
    cells = "".join(f"<tr><td>{title}</td><td>{words}</td></tr>" for title, words in rows)
    page = f"<html><body><table>{cells}</table></body></html>"
    flow = flow_of(read_html(page, name="t.html", sha256="0" * 64, limits=Limits()))
    return [(line.block.kind, line.block.label, flow.text[line.start : line.end]) for line in flow.lines]


def test_clauses_that_count_beside_their_title_are_clauses() -> None:
    found = lines(("Opdracht", f"1.1 {LONG}"), ("", f"1.2 {LONG}"), ("Geheim", f"2.1 {LONG}"))
    assert [kind for kind, _, _ in found] == [HEADING, ITEM, ITEM, HEADING, ITEM]
    assert [label for _, label, _ in found if label] == ["1.1", "1.2", "2.1"]
    assert found[0][2] == "Opdracht"


def test_several_clauses_in_a_cell_are_each_one() -> None:
    found = lines(("1. Opdracht", f"<p>1.1 {LONG}</p><p>1.2 {LONG}</p>"), ("2. Geheim", f"<p>2.1 {LONG}</p>"))
    assert [label for _, label, _ in found if label] == ["1.1", "1.2", "2.1"]


def test_sentences_beside_titles_that_count_are_theirs() -> None:
    found = lines(("Artikel 1 Opdracht", LONG), ("Artikel 2 Geheim", LONG))
    assert [kind for kind, _, _ in found] == [HEADING, PARAGRAPH, HEADING, PARAGRAPH]


def test_terms_a_form_and_data_stay_rows() -> None:
    terms = lines(("Klant", LONG), ("Dienst", LONG))
    form = lines(("1. Naam", "Rekenhuis B.V."), ("2. Plaats", "Gouda"))
    data = lines(("1. Hosting", "naam, adres"), ("3. Beheer", LONG))
    assert {kind for found in (terms, form, data) for kind, _, _ in found} == {ROW}
