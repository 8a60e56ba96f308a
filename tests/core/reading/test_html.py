"""A page's agreement without the site around it, with the numbers and bullets that a browser shows."""

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.limits import Limits
from art28.reading.markup.html import read_html


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


LETTER = "<div>Kade en Kruid<br>Steenweg 5<br>7776 AV Slagharen<br><br><b>AFSPRAKEN</b><br><br>Hallo,<br>{lines}</div>"
CLAUSE = "We gebruiken de gegevens alleen voor wat jij ons vraagt, en voor niets anders."


def headings(document: Document) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.HEADING]


def test_bold_lines_of_a_page_without_headings_head_what_follows() -> None:
    lines = "".join(f"<br><b>{title}</b><br>{CLAUSE}<br>" for title in ("1. Wat we doen", "Datalek?", "3. STOPPEN"))
    assert headings(read(LETTER.format(lines=lines))) == ["1. Wat we doen", "Datalek?", "3. STOPPEN"]


def test_a_bold_line_by_style_and_over_a_list_is_a_heading() -> None:
    lines = "".join(
        f"<br><span style='font-weight: 700'>{title}</span><br>- eerste<br>- tweede<br>"
        for title in ("Wie", "Wat", "Waar")
    )
    assert headings(read(LETTER.format(lines=lines))) == ["Wie", "Wat", "Waar"]


def test_what_is_bold_within_a_line_or_above_an_address_heads_nothing() -> None:
    lines = f"<br><b>Wie</b> zijn wij? {CLAUSE}<br><b>Kade en Kruid</b><br>Steenweg 5<br><b>Let op:</b><br>{CLAUSE}<br>"
    assert headings(read(LETTER.format(lines=lines))) == []


def test_bold_lines_below_marked_headings_stay_text() -> None:
    marked = "".join(f"<h2>{title}</h2><p><b>Kern</b><br>{CLAUSE}</p>" for title in ("Doel", "Duur", "Einde"))
    assert headings(read(marked)) == ["Doel", "Duur", "Einde"]


def test_two_bold_lines_are_no_system_of_headings() -> None:
    lines = "".join(f"<br><b>{title}</b><br>{CLAUSE}<br>" for title in ("Wat we doen", "Datalek?"))
    assert headings(read(LETTER.format(lines=lines))) == []
