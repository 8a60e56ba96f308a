"""A page's agreement without the site around it, with the numbers and bullets that a browser shows."""

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.html import read_html
from art28.reading.limits import Limits


def read(body: str) -> Document:
    return read_html(f"<html><body>{body}</body></html>", name="x.html", sha256="0" * 64, limits=Limits())


def lines(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines]


def test_menu_banner_scripts_and_foot_are_left_out() -> None:
    agreement = "<h1>Verwerkersovereenkomst</h1>" + "<p>Verwerker beveiligt de gegevens van Klant naar behoren.</p>" * 6
    document = read(
        "<script>var a = 'geheim';</script><nav><a>Home</a></nav><div class='cookie-banner'>Wij gebruiken cookies.</div>"
        f"<main>{agreement}<div class='breadcrumbs'>U bent hier</div></main><footer>Alle rechten voorbehouden</footer>"
    )
    assert set(lines(document)) == {
        "Verwerkersovereenkomst",
        "Verwerker beveiligt de gegevens van Klant naar behoren.",
    }


def test_list_items_carry_the_numbers_a_browser_shows() -> None:
    document = read(
        "<ol start='3'><li>derde</li><li value='7'>zevende</li><li>achtste</li></ol>"
        "<ol type='a'><li>eerste<ol type='i'><li>diep</li></ol></li><li>tweede</li></ol><ul><li>los</li></ul>"
    )
    assert lines(document) == [
        "3. derde", "7. zevende", "8. achtste", "a. eerste", "i. diep", "b. tweede", "• los",
    ]  # fmt: skip
    assert [block.level for block in document.blocks] == [0, 0, 0, 0, 1, 0, 0]


def test_a_number_that_is_typed_stands_alone() -> None:
    document = read("<ul><li>1.1 Verwerker meldt.</li></ul>")
    assert lines(document) == ["1.1 Verwerker meldt."]
    assert document.blocks[0].label == "1.1"


def test_headings_have_depth_and_their_number_stands_apart() -> None:
    document = read("<h2><span class='nr'>Art. 4</span>Beveiliging</h2><h3>Algemeen</h3>")
    assert lines(document) == ["Art. 4 Beveiliging", "Algemeen"]
    assert [(block.kind, block.level) for block in document.blocks] == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 2)]


def test_rows_keep_their_cells_in_column_under_a_spanning_cell() -> None:
    document = read(
        "<table><tr><th>Partij</th><th>Land</th></tr><tr><td rowspan='2'>Wolkenveld</td><td>Nederland</td></tr>"
        "<tr><td>Ierland<br>(back-up)</td></tr></table>"
    )
    assert [[document.text[c.start : c.end] for c in block.cells] for block in document.blocks] == [
        ["Partij", "Land"],
        ["Wolkenveld", "Nederland"],
        ["", "Ierland\n(back-up)"],
    ]


def test_a_line_break_divides_and_white_space_folds() -> None:
    document = read("<p>Kaderlijn   B.V.<br>Signaalkade 41,\n 8243 PX Lelystad</p>")
    assert lines(document) == ["Kaderlijn B.V.", "Signaalkade 41, 8243 PX Lelystad"]


def test_hidden_text_is_left_out_and_noted() -> None:
    document = read("<p>zichtbaar</p><p style='display: none'>verborgen</p>")
    assert lines(document) == ["zichtbaar"]
    assert document.notes[0].code.value == "hidden_text"


def test_deeply_nested_elements_do_not_exhaust_the_reader() -> None:
    document = read("<div>" * 2000 + "diep" + "</div>" * 2000)
    assert "diep" in document.text or document.text == ""
