"""A template of an organisation's own: its blanks, what each is filled in with, and what came of filling it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from art28.agreement.model import Value


class Use(StrEnum):
    """What becomes of a blank: filled in with a fact, with a field of the organisation's own, or left as it stands."""

    FACT = "fact"
    OWN = "own"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Blank:
    """What one value fills in, at one place or more.

    `key` names it within its file. `fact` is empty but for `Use.FACT`. `unit` is that of the period that the words behind
    it name ("TH", "D", "M" and so on; "EUR" for an amount), so that a number alone is put in.
    """

    key: str
    name: str
    places: tuple[int, ...]
    shown: str
    before: str
    after: str
    use: Use
    fact: str = ""
    unit: str = ""
    required: bool = False
    options: tuple[str, ...] = ()


class Wrong(StrEnum):
    """What is wrong with a value or a sheet."""

    REQUIRED = "required"
    LINE_BREAK = "line_break"
    FORMULA = "formula"
    MISFIT = "misfit"
    UNIT = "unit"
    OPTION = "option"
    TOO_LONG = "too_long"
    SIGN = "sign"
    COLUMN_TWICE = "column_twice"
    COLUMN_UNNAMED = "column_unnamed"
    NO_COLUMNS = "no_columns"
    NO_ROWS = "no_rows"
    OTHER_TEMPLATE = "other_template"
    NO_SHEET = "no_sheet"
    TOO_MANY = "too_many"
    FILE_TWICE = "file_twice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which line of a sheet (0 for the whole), in which column, and what would be right."""

    wrong: Wrong
    line: int = 0
    column: str = ""
    detail: str = ""


class Refused(ValueError):
    """What can't be filled in; every problem at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{each.line} {each.column} {each.wrong}" for each in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Filled:
    """A copy that was filled in: its bytes, the blanks that stayed open by their key, the facts that it says."""

    data: bytes
    open: tuple[str, ...]
    facts: Mapping[str, Value]
