"""Tables that set clauses beside their numbers are read as those clauses; other tables with numbers stay tables."""

from art28.document.flow import flow_of
from art28.document.model import BlockKind
from art28.reading.markup.markdown import read_markdown
from art28.reading.text import read_text


def _kinds(*rows: str) -> list[BlockKind]:
    text = "".join(f"| {row} |\n" for row in rows)
    flow = flow_of(read_text(text, name="t.txt", sha256="0" * 64, extraction="test"))
    return [line.block.kind for line in flow.lines]


def test_clauses_beside_their_numbers_are_clauses() -> None:
    """A title is a heading, a clause an item, and the number stands before its words."""
    rows = (
        "1 | Opdracht",
        "1.1 | Verwerker handelt in opdracht.",
        "1.2 | Verwerker houdt alles geheim.",
        "1.3 | Tot slot.",
    )
    assert _kinds(*rows) == [BlockKind.HEADING, BlockKind.ITEM, BlockKind.ITEM, BlockKind.ITEM]


def test_the_bars_and_stars_of_markdown_are_not_read() -> None:
    rows = (
        "| --- | --- |",
        "| **1** | **Opdracht** |",
        "| 1.1 | Verwerker volgt de *opdracht*. |",
        "| 1.2 | Geheim. |",
    )
    text = "\n".join(("# Overeenkomst", "", "|  |  |", *rows, "| 1.3 | Tot slot. |", ""))
    flow = flow_of(read_markdown(text, name="t.md", sha256="0" * 64, extraction="test"))
    said = [flow.text[line.start : line.end] for line in flow.lines]
    assert said[1:] == ["1 Opdracht", "1.1 Verwerker volgt de opdracht.", "1.2 Geheim.", "1.3 Tot slot."]


def test_a_questionnaire_stays_a_table() -> None:
    """Its numbers have no dots."""
    rows = ("1 | Wat is er gebeurd?", "2 | Wanneer?", "3 | Bij wie?", "4 | Welke gegevens?")
    assert set(_kinds(*rows)) == {BlockKind.TABLE_ROW}


def test_controls_of_a_standard_stay_a_table() -> None:
    """They don't begin with clause 1, or come in no rising order."""
    rows = ("5.1 | Beleid", "5.2 | Taken", "5.3 | Scheiding", "6.1 | Screening")
    assert set(_kinds(*rows)) == {BlockKind.TABLE_ROW}
    rows = ("1.1 | Beleid", "1.4 | Taken", "1.2 | Scheiding", "1.3 | Screening")
    assert set(_kinds(*rows)) == {BlockKind.TABLE_ROW}
