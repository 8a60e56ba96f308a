"""Markdown is cited by its source and read without its marks."""

import pytest

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.markup.markdown import looks_like_markdown, read_markdown


def read(text: str) -> Document:
    return read_markdown(text, name="x.md", sha256="0" * 64, extraction="markdown/1")


def lines(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines]


@pytest.mark.parametrize(
    ("source", "read_aloud"),
    [
        ("**4.1** Verwerker meldt.", "4.1 Verwerker meldt."),
        ("Zie [artikel 7.1.](#art7), tweede zin.", "Zie artikel 7.1., tweede zin."),
        ("Zie <https://voorbeeld.example> en *nadruk*.", "Zie https://voorbeeld.example en nadruk."),
        (r"1\. Begrippen", "1. Begrippen"),
        (r"Naam: \_\_\_\_", "Naam: ____"),
        ("<bedrijfsnaam>, gevestigd te <plaats>", "<bedrijfsnaam>, gevestigd te <plaats>"),
        ("H<sub>2</sub>O &amp; `code`", "H2O & code"),
        ("eerste<!-- weg --> tweede", "eerste tweede"),
        ("![logo](logo.png) Kaderlijn", "Kaderlijn"),
        ("Klant_nummer en **Partij**en", "Klant_nummer en Partijen"),
    ],
)
def test_marks_are_skipped_in_the_flow_and_stay_in_the_text(source: str, read_aloud: str) -> None:
    document = read(source + "\n")
    assert document.text == source + "\n"
    assert lines(document) == [read_aloud]


def test_a_citation_is_the_source_with_its_marks() -> None:
    document = read("Binnen **24** uur na [ontdekking](x) meldt Verwerker.\n")
    flow = flow_of(document)
    start = flow.text.index("Binnen")
    (citation,) = flow.citations(start, start + len("Binnen 24 uur"))
    assert citation.text == "Binnen **24** uur"


def test_a_converters_bullet_before_a_number_is_no_bullet() -> None:
    document = read("- 1.1 Verwerker beveiligt.\n- 1.2 Verwerker meldt:\n  - a. direct;\n- los\n")
    assert lines(document) == ["1.1 Verwerker beveiligt.", "1.2 Verwerker meldt:", "a. direct;", "- los"]
    assert [(block.label, block.level) for block in document.blocks] == [("1.1", 0), ("1.2", 0), ("a.", 1), ("-", 0)]


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_not() -> None:
    document = read(
        "Verwerker neemt passende technische en organisatorische maatregelen om te zorgen dat\n"
        "de verwerking voldoet.\n\nKaderlijn B.V.\nSignaalkade 41\n"
    )
    assert lines(document)[0].endswith("te zorgen dat de verwerking voldoet.")
    assert lines(document)[1:] == ["Kaderlijn B.V.", "Signaalkade 41"]


def test_rows_keep_their_cells_and_their_marks_are_skipped() -> None:
    document = read("| **Naam** | Land |\n|---|---|\n| Wolkenveld | Nederland<br>Ierland |\n|  |  |\n")
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [[document.text[c.start : c.end] for c in row.cells] for row in rows] == [
        ["Naam", "Land"],
        ["Wolkenveld", "Nederland<br>Ierland"],
    ]
    assert lines(document) == ["Naam\tLand", "Wolkenveld\tNederland Ierland"]


def test_a_heading_that_stands_on_every_page_is_a_running_head() -> None:
    document = read("# Kaderlijn\n\n1.1 Een.\n\n# Kaderlijn\n\n1.2 Twee.\n\n# Kaderlijn\n\n1.3 Drie.\n")
    assert lines(document) == ["1.1 Een.", "1.2 Twee.", "1.3 Drie."]


def test_windows_line_ends_keep_offsets() -> None:
    document = read("# Titel\r\n\r\n**1.1** Verwerker\r\nmeldt dit.\r\n")
    assert lines(document)[1] == "1.1 Verwerker meldt dit."
    assert all(document.text[c.start : c.end] == c.text for c in flow_of(document).citations(0, 10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Een\n\n## Twee\n\n### Drie\n", True),
        ("**Partijen**\n\n| a | b |\n|---|---|\n| **c** | d |\n", True),
        ("Artikel 1. Begrippen\n\n* een\n* twee\n- drie\n", False),
        ("De partijen *** komen overeen # 1\n", False),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, expected: bool) -> None:
    assert looks_like_markdown(text) is expected


def test_bold_lines_head_what_follows_where_nothing_else_does() -> None:
    said = "Wij gebruiken de gegevens alleen om te doen wat u ons hebt gevraagd, en volgen uw aanwijzingen.\n\n"
    titles = ["1. Uw opdracht", "2. Geheimhouding", "3. Beveiliging"]
    text = f"**{titles[0]}**\n{said}**{titles[1]}**\n\n{said}**{titles[2]}**\\\n{said}**Let op** dit is van belang.\n"
    assert headings(read(text)) == titles
    assert headings(read(f"# Een\n\n{said}# Twee\n\n{said}# Drie\n\n{text}")) == ["Een", "Twee", "Drie"]


def headings(document: Document) -> list[str]:
    spans = [block.span for block in document.blocks if block.kind is BlockKind.HEADING]
    return [document.text[span.start : span.end] for span in spans]


def test_a_line_with_a_label_behind_a_sentence_begins_anew() -> None:
    said = ["Van wie: leden, en wie zich daarvoor aanmeldt bij de club.", "Wat: namen; adressen."]
    assert lines(read(f"# Gegevens\n\n{said[0]}\n{said[1]}\n\n**Kort**\n"))[1:3] == said
