"""Tables to download: what a spreadsheet would take for a formula is text, whoever typed it."""

import io

import openpyxl
import pytest

from art28.web.costs.telling import euros
from art28.web.spreadsheets import Workbook, as_text, csv_lines


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@x", "\tx", "\rx"])
def test_what_begins_like_a_formula_is_marked(text: str) -> None:
    assert as_text(text) == f"'{text}"
    assert next(iter(list(csv_lines(("a",), ((text,),)))[1:])).lstrip('"').startswith("'")


@pytest.mark.parametrize("text", ["", "Zorgveld", "1-2", "a=b"])
def test_all_else_stays_as_it_is(text: str) -> None:
    assert as_text(text) == text


def test_a_sign_can_be_let_through_and_a_number_stays_one() -> None:
    book, kept = Workbook(), io.BytesIO()
    sheet = book.sheet("Bellen", ("Nr", "Telefoon"), widths=(8, 30), held=1, but="+")
    sheet.add((7, "+31 20 5550100"))
    sheet.add((8, "=HYPERLINK(1)"))
    sheet.remark("Einde")
    book.save(kept)

    read = openpyxl.load_workbook(kept).active
    assert read is not None
    assert list(read.iter_rows(values_only=True)) == [
        ("Nr", "Telefoon"),
        (7, "+31 20 5550100"),
        (8, "'=HYPERLINK(1)"),
        ("Einde", None),
    ]
    assert (read.freeze_panes, read.auto_filter.ref) == ("B2", "A1:B3")


def test_days_instants_and_sums_can_be_counted_with_and_references_stay_text() -> None:
    book, kept = Workbook(), io.BytesIO()
    sheet = book.sheet("Kosten", ("Dag", "Om", "Bedrag", "Zaak"), widths=(12,))
    sheet.add(("2026-11-28", "2026-11-28 09:30", euros(185_050), "2026-0007"))
    sheet.add(("2026-11-31", "2026-11-28 25:30", "", "2026-11"))
    book.save(kept)

    read = openpyxl.load_workbook(kept).active
    assert read is not None
    _heads, first, second = read.iter_rows()
    assert [str(cell.value) for cell in first] == ["2026-11-28 00:00:00", "2026-11-28 09:30:00", "1850.5", "2026-0007"]
    assert [cell.is_date for cell in first] == [True, True, False, False]
    assert first[2].number_format == '"€" #,##0.00'
    assert [cell.value for cell in second] == ["2026-11-31", "2026-11-28 25:30", None, "2026-11"]


def test_a_csv_begins_with_the_mark_of_its_encoding() -> None:
    assert list(csv_lines(("a", "b"), (("1", "x;y"),), delimiter=";")) == ["\ufeffa;b\r\n", '1;"x;y"\r\n']
