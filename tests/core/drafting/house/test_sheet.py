"""The workbook that a template asks for: its columns, what is read from it, and what is refused."""

import hashlib
import io
from typing import Any

import openpyxl
import pytest

from art28.drafting.house import sheet
from art28.drafting.house.columns import columns
from art28.drafting.house.model import Refused, Use, Wrong
from core.drafting.house.forms import AGREEMENT, GIVEN, VALUES, plain, template

DATA = plain(*AGREEMENT)
SHA = hashlib.sha256(DATA).hexdigest()
TEMPLATE = template(DATA)
HEADINGS = [each.heading for each in columns(TEMPLATE.blanks, "nl")]


def made(*rows: dict[str, object], heads: list[str] | None = None) -> bytes:
    """The workbook with rows in it, by heading."""
    book: Any = openpyxl.load_workbook(io.BytesIO(sheet.workbook(TEMPLATE.blanks, sha256=SHA, language="nl")))
    listed = [cell.value for cell in book.worksheets[0][1]]
    for row in rows:
        book.worksheets[0].append([row.get(str(heading)) for heading in listed])
    for at, head in enumerate(heads or (), start=1):
        book.worksheets[0].cell(1, at).value = head
    return saved(book)


def saved(book: Any) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def row(**changes: object) -> dict[str, object]:
    """A row for everything that is known, by heading."""
    given = {TEMPLATE.headings[each.key]: GIVEN[each.fact] for each in TEMPLATE.blanks if each.fact in GIVEN}
    return {**given, **changes}


def wrongs(data: bytes) -> list[tuple[Wrong, int]]:
    with pytest.raises(Refused) as refused:
        sheet.read(data, TEMPLATE, sha256=SHA)
    return [(each.wrong, each.line) for each in refused.value.problems]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sheet_has_a_column_for_each_fact_and_each_field_of_ones_own(language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet.workbook(TEMPLATE.blanks, sha256=SHA, language=language)))
    rows, fields = book.worksheets

    heads = [cell.value for cell in rows[1]][1:]
    assert heads == [each.heading for each in columns(TEMPLATE.blanks, language)]
    assert len(heads) == len(set(heads)) == len(GIVEN) + 1
    assert [cell.value for cell in fields["A"]][1:] == heads
    assert [each[1].value for each in fields.iter_rows(min_row=2)][:1] == ["controller.name"]


def test_rows_are_read_as_they_were_filled_in() -> None:
    read = sheet.read(made(row(klantnummer=17), {}, row(Bestandsnaam="Beuk")), TEMPLATE, sha256=SHA)

    assert [(each.line, each.file) for each in read.rows] == [(2, ""), (4, "Beuk")]
    values = TEMPLATE.values(read.rows[0].given)
    assert TEMPLATE.facts(values) == VALUES
    assert [value for key, value in values.items() if TEMPLATE.headings[key] == "klantnummer"] == ["17"]
    assert (read.unused, read.missing) == ((), ())
    facts = [TEMPLATE.facts(TEMPLATE.values(each.given)) for each in read.rows]
    assert sheet.file_names(read.rows, facts) == ("1 Stichting Beukenhof.docx", "Beuk.docx")


def test_keys_of_facts_and_names_in_the_document_head_columns_too() -> None:
    book: Any = openpyxl.Workbook()
    book.active.append(["controller.name", "Klantnummer", "Iets anders"])
    book.active.append(["Stichting Beukenhof", "K-1", "x"])
    read = sheet.read(saved(book), TEMPLATE, sha256=SHA)

    assert {TEMPLATE.headings[key]: value for key, value in read.rows[0].given.items()} == {
        "Verwerkingsverantwoordelijke (naam)": "Stichting Beukenhof",
        "klantnummer": "K-1",
    }
    assert read.unused == ("Iets anders",)
    assert len(read.missing) == len(GIVEN) - 1


def test_a_column_that_stands_twice_is_refused() -> None:
    assert wrongs(made(row(), heads=["Bestandsnaam", HEADINGS[0], HEADINGS[0]])) == [(Wrong.COLUMN_TWICE, 1)]
    assert wrongs(made(row(), heads=["controller.name"])) == [(Wrong.COLUMN_TWICE, 1)]


def test_a_formula_without_an_outcome_and_values_under_no_heading_are_refused() -> None:
    data = made(row(klantnummer="=1+1"))
    assert wrongs(data) == [(Wrong.FORMULA, 2)]
    book: Any = openpyxl.load_workbook(io.BytesIO(made(row())))
    book.worksheets[0].cell(2, len(HEADINGS) + 4).value = "los"
    assert (Wrong.COLUMN_UNNAMED, 2) in wrongs(saved(book)) or not book


def test_a_sheet_for_another_template_or_no_sheet_at_all_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        sheet.read(made(row()), TEMPLATE, sha256="0" * 64)
    assert [each.wrong for each in refused.value.problems] == [Wrong.OTHER_TEMPLATE]
    assert wrongs(b"no workbook") == [(Wrong.NO_SHEET, 0)]
    assert wrongs(made()) == [(Wrong.NO_ROWS, 0)]
    book: Any = openpyxl.Workbook()
    book.active.append(["Iets"])
    assert wrongs(saved(book)) == [(Wrong.NO_COLUMNS, 0)]


def test_two_rows_that_name_one_file_are_refused() -> None:
    read = sheet.read(made(row(Bestandsnaam="a"), row(Bestandsnaam="A.docx")), TEMPLATE, sha256=SHA)
    with pytest.raises(Refused) as refused:
        sheet.file_names(read.rows, [{}, {}])
    assert [(each.wrong, each.line) for each in refused.value.problems] == [(Wrong.FILE_TWICE, 3)]


def test_what_a_blank_was_taken_for_is_corrected_in_the_second_sheet() -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(made(row())))
    fields = book.worksheets[1]
    line = next(cell.row for cell in fields["B"] if cell.value == "end.deadline")
    fields.cell(line, 2).value, fields.cell(line, 3).value = None, "ja"
    corrected = sheet.confirmed(saved(book), TEMPLATE.blanks)

    (changed,) = (each for each, was in zip(corrected, TEMPLATE.blanks, strict=True) if each != was)
    assert (changed.use, changed.fact, changed.required) == (Use.OWN, "", True)
    fields.cell(line, 2).value = "geen.gegeven"
    with pytest.raises(Refused):
        sheet.confirmed(saved(book), TEMPLATE.blanks)


def test_what_looks_like_a_formula_is_text_in_the_sheet() -> None:
    risky = template(plain("Kies: {{=SOM(1)}}"))
    book = openpyxl.load_workbook(io.BytesIO(sheet.workbook(risky.blanks, sha256=SHA, language="nl")))

    assert book.worksheets[0].cell(1, 2).value == "'=SOM(1)"
    assert all(cell.data_type != "f" for page in book.worksheets for line in page.iter_rows() for cell in line)
