from enum import StrEnum

import pytest

from art28.law.tables import InvalidTable, Row, parse_rows


class Colour(StrEnum):
    RED = "red"


def row_of(line: str, *keys: str) -> Row:
    (row,) = parse_rows(f"[[thing]]\n{line}", "thing", file="things.toml", keys=keys or ("value",))
    return row


def test_an_error_names_file_row_and_field() -> None:
    content = '[[thing]]\nid = "one"\n[[thing]]\nid = "two"\nvalue = "many"\n'
    second = parse_rows(content, "thing", file="things.toml", keys=("id", "value"))[1]

    with pytest.raises(InvalidTable, match=r"things\.toml, \[\[thing\]\] row 2 \(two\): value must be a whole number"):
        second.integer("value")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(InvalidTable, match="row 1: value is missing"):
        row_of("other = 1", "other", "value").day("value")


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(InvalidTable, match="unknown field valid_form; known are valid_from"):
        row_of("valid_form = 2018-05-25", "valid_from")


def test_broken_toml_is_named_with_its_file() -> None:
    with pytest.raises(InvalidTable, match=r"things\.toml: not valid TOML"):
        parse_rows("[[thing]", "thing", file="things.toml", keys=())


def test_a_table_that_is_no_list_is_refused() -> None:
    with pytest.raises(InvalidTable, match=r"write \[\[thing\]\]"):
        parse_rows("[thing]\nvalue = 1", "thing", file="things.toml", keys=("value",))


def test_an_entry_that_is_no_table_is_refused() -> None:
    with pytest.raises(InvalidTable, match="row 1: not a table"):
        parse_rows("thing = [1]", "thing", file="things.toml", keys=())


def test_an_absent_table_has_no_rows() -> None:
    assert parse_rows("", "thing", file="things.toml", keys=()) == ()


@pytest.mark.parametrize(
    ("line", "reader"),
    [
        ('value = "  "', "text"),
        ("value = 1", "texts"),
        ('value = ["a", 1]', "texts"),
        ("value = true", "integer"),
        ("value = 1", "boolean"),
        ("value = 2018-05-25T00:00:00", "day"),
        ("value = 2018-05-25", "days"),
        ("value = [1]", "days"),
    ],
)
def test_a_value_of_another_type_is_refused(line: str, reader: str) -> None:
    row = row_of(line)

    with pytest.raises(InvalidTable, match="value must"):
        getattr(row, reader)("value")


def test_a_choice_outside_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(InvalidTable, match="value must be one of red, found 'blue'"):
        row_of('value = "blue"').choice("value", Colour)


def test_optional_fields_may_be_absent() -> None:
    row = row_of("other = 1", "other", "value")

    assert row.optional_text("value") is None
    assert row.optional_day("value") is None
    assert row.optional_integer("value") is None
    assert row.texts("value") == ()
