"""Tables that are ruled or shaded by row alone: what stands between two rules is one row, cell by cell."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from art28.document.flow import flow_of
from art28.document.model import Document
from art28.reading.limits import Limits
from art28.reading.pdf.pdf import read_pdf

MakePdf = Callable[..., bytes]
Words = list[tuple[float, float, str]]
LEFTS = (70.0, 170.0, 300.0)
HEAD = [["Dienst"], ["Gegevens"], ["Plaats"]]
ROWS = [
    [["Reserve-", "kopieën"], ["bestanden op de", "server"], ["Nederland"]],
    [["Telefonie"], ["nummers en", "gesprekken van de", "medewerkers"], ["Nederland en", "Ierland"]],
    [["Bewaking"], [], ["Ierland"]],
]


def read(data: bytes) -> Document:
    return read_pdf(data, name="bijlage.pdf", sha256="0" * 64, limits=Limits())


def cells(document: Document) -> list[list[list[str]]]:
    return [
        [document.text[c.start : c.end].split("\n") if c.end > c.start else [] for c in block.cells]
        for block in document.blocks
        if block.cells
    ]


def placed(rows: Iterable[list[list[str]]], *, top: float = 700, centred: bool = False) -> tuple[Words, list[float]]:
    """The words of rows of lines, 12 points apart; and the height above the first row and below each."""
    words: Words = []
    heights = [top + 14]
    for row in rows:
        most = max(map(len, row))
        for left, lines in zip(LEFTS, row, strict=True):
            down = 6.0 * (most - len(lines)) if centred else 0.0
            words += [(left, top - down - 12 * i, line) for i, line in enumerate(lines)]
        heights.append(top - 12 * (most - 1) - 6)
        top -= 12 * most + 8
    return words, heights


def ruled(heights: Iterable[float], edges: tuple[float, ...]) -> str:
    return "".join(f"{left} {at} m {right} {at} l S\n" for at in heights for left, right in pairwise(edges))


def test_rules_drawn_cell_by_cell_part_rows_and_columns_and_the_head_stands_above_the_first(make_pdf: MakePdf) -> None:
    words, heights = placed([HEAD, *ROWS])
    drawn = ruled(heights[1:], (65, 160, 290, 420))
    assert cells(read(make_pdf([words], drawn=drawn))) == [HEAD, *ROWS]


def test_whole_rules_part_rows_and_blank_strips_part_columns(make_pdf: MakePdf) -> None:
    words, heights = placed([HEAD, *ROWS])
    assert cells(read(make_pdf([words], drawn=ruled(heights, (65, 420))))) == [HEAD, *ROWS]


def test_a_cell_in_the_middle_of_its_row_stays_in_it(make_pdf: MakePdf) -> None:
    words, heights = placed([HEAD, *ROWS], centred=True)
    assert cells(read(make_pdf([words], drawn=ruled(heights[1:], (65, 160, 290, 420))))) == [HEAD, *ROWS]


def test_every_other_row_shaded_parts_the_rows_between_too(make_pdf: MakePdf) -> None:
    words, heights = placed([HEAD, *ROWS])
    shades = "".join(
        f"0.9 g {left} {bottom} {right - left} {top - bottom} re f 0 g\n"
        for top, bottom in ((heights[1], heights[2]), (heights[3], heights[4]))
        for left, right in ((65, 160), (160, 290), (290, 420))
    )
    assert cells(read(make_pdf([words], drawn=shades))) == [HEAD, *ROWS]


def test_a_cell_that_spans_the_table_is_one_cell(make_pdf: MakePdf) -> None:
    words, heights = placed([HEAD, ROWS[0]])
    group = [(70.0, heights[-1] - 14, "Diensten die alleen op verzoek van de klant worden geleverd")]
    more, below = placed(ROWS[1:], top=heights[-1] - 34)
    drawn = ruled([*heights[1:], *below], (65, 160, 290, 420))
    found = cells(read(make_pdf([[*words, *group, *more]], drawn=drawn)))
    assert found == [HEAD, ROWS[0], [[group[0][2]]], *ROWS[1:]]


def test_several_rows_between_two_rules_stay_apart(make_pdf: MakePdf) -> None:
    one, other = [["Hosting"], ["bestanden"], ["Nederland"]], [["Helpdesk"], ["namen"], ["Ierland"]]
    words = [
        (left, 700.0 - 12 * n, cell[0])
        for n, row in enumerate((one, other))
        for left, cell in zip(LEFTS, row, strict=True)
    ]
    heads = [(left, 720.0, cell[0]) for left, cell in zip(LEFTS, HEAD, strict=True)]
    drawn = ruled((732, 714, 682), (65, 160, 290, 420))
    assert cells(read(make_pdf([[*heads, *words]], drawn=drawn))) == [HEAD, one, other]


def test_rules_below_headings_make_no_table_of_the_prose_between_them(make_pdf: MakePdf) -> None:
    words: Words = []
    for top, title in ((700.0, "1. Onderwerp"), (640.0, "2. Beveiliging"), (580.0, "3. Einde")):
        words += [(70, top, title), (70, top - 20, "Verwerker verwerkt de gegevens alleen op schriftelijke instructie")]
        words += [(70, top - 32, "van de verwerkingsverantwoordelijke en voor diens doeleinden.")]
    assert cells(read(make_pdf([words], drawn=ruled((694, 634, 574), (65, 420))))) == []


def test_a_cell_in_the_middle_of_a_row_that_nothing_rules_stays_in_it(make_pdf: MakePdf) -> None:
    words, _ = placed([HEAD, *ROWS], centred=True)
    assert cells(read(make_pdf([words]))) == [HEAD, *ROWS]


def test_a_table_goes_on_on_the_next_page_without_its_returning_head(make_pdf: MakePdf) -> None:
    first, heights = placed([HEAD, *ROWS[:2]], top=200)
    second, _ = placed([HEAD, *ROWS[2:], *ROWS[:1]], top=200)
    document = read(
        make_pdf([first, second], drawn=ruled([heights[0], *heights[1:3], heights[3] - 4], (65, 160, 290, 420)))
    )
    assert {block.table for block in document.blocks if block.cells} == {0}
    assert cells(document).count(HEAD) == 1


def test_a_table_goes_on_though_the_row_that_the_page_ends_fills_one_column_on_the_next(make_pdf: MakePdf) -> None:
    rest = [
        [[], ["namen"], []],
        [["Loket"], ["vragen van", "klanten"], ["België"]],
        [["Rooster"], ["uren", "diensten", "verlof"], ["Spanje"]],
    ]
    edges = (65, 160, 290, 420)
    first, heights = placed([HEAD, *ROWS[:2]], top=200)
    second, _ = placed(rest, top=200)
    standing = "".join(f"{at} {heights[0]} m {at} {heights[-1]} l S\n" for at in edges)
    document = read(make_pdf([first, second], drawn=ruled(heights, edges) + standing))
    assert {block.table for block in document.blocks if block.cells} == {0}
    assert cells(document)[-len(rest) :] == rest


def test_a_row_that_the_page_ends_within_a_sentence_goes_on_with_it(make_pdf: MakePdf) -> None:
    first, heights = placed([HEAD, *ROWS[:2]], top=200)
    rest = [[[], ["tot het einde"], []], [["Loket"], ["vragen van", "klanten"], ["België"]]]
    second, _ = placed(rest, top=200)
    edges = (65, 160, 290, 420)
    standing = "".join(f"{at} {heights[0]} m {at} {heights[-1]} l S\n" for at in edges)
    document = read(make_pdf([first, second], drawn=ruled(heights, edges) + standing))
    name, data, _ = (" ".join(cell) for cell in ROWS[1])
    row = next(line for line in flow_of(document).text.splitlines() if line.startswith(name))
    assert row.split("\t")[1] == f"{data} tot het einde"
    assert "Loket\tvragen van klanten\tBelgië" in flow_of(document).text


def test_a_table_in_other_columns_on_the_next_page_is_another(make_pdf: MakePdf) -> None:
    first, heights = placed([HEAD, *ROWS[:2]], top=200)
    second = [(left + shift, top, word) for left, top, word in placed([HEAD, *ROWS[:2]], top=200)[0] for shift in (42,)]
    edges = (65, 160, 290, 420)
    levels = [heights[0], *heights[1:3], heights[3] - 4]
    document = read(make_pdf([first, second], drawn=ruled(levels, edges) + ruled(levels, tuple(e + 42 for e in edges))))
    assert len({block.table for block in document.blocks if block.cells}) > 1


def test_two_framed_tables_on_a_page_are_two(make_pdf: MakePdf) -> None:
    rows = [[["Dienst"], ["Gegevens"], ["Plaats"]], [["Hosting"], ["bestanden"], ["Nederland"]]]
    above, heights = placed(rows)
    below, lower = placed(rows, top=600)
    title = [(70.0, 640.0, "Bijlage 2 Subverwerkers")]
    drawn = ""
    for levels in (heights, lower):
        top, bottom = levels[0], levels[-1]
        drawn += f"62.6 {bottom - 2} 358 {top - bottom + 4} re S\n"
        for (left, right), (high, low) in ((x, y) for x in pairwise((65, 160, 290, 420)) for y in pairwise(levels)):
            drawn += f"{left} {low + 1} {right - left - 2} {high - low - 2} re S\n"
    document = read(make_pdf([[*above, *title, *below]], drawn=drawn))
    assert cells(document) == [*rows, *rows]
    assert len({block.table for block in document.blocks if block.cells}) == 2
