"""A template of an organisation's own: its blanks, what each is filled in with, and what came of filling it in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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


def plain_blank(blank: Blank) -> dict[str, object]:
    """A blank as JSON has it."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name in Blank.__slots__
        if (value := getattr(blank, name)) is not None
    }


def blank_in(plain: Mapping[str, object]) -> Blank:
    """What `plain_blank` wrote."""
    places, options = plain["places"], plain["options"]
    if not isinstance(places, list) or not isinstance(options, list):
        raise TypeError("places and options are lists")
    texts = {name: str(plain[name]) for name in ("key", "name", "shown", "before", "after", "fact", "unit")}
    return Blank(
        **texts,
        places=tuple(map(int, places)),
        use=Use(str(plain["use"])),
        required=plain["required"] is True,
        options=tuple(map(str, options)),
    )


def carried(fresh: Iterable[Blank], settled: Iterable[Blank]) -> tuple[Blank, ...]:
    """The blanks of a new version of a file, each settled as its like was in the version before: same name, same words."""
    known: dict[tuple[str, str], list[Blank]] = {}
    for each in settled:
        known.setdefault((each.name.casefold(), each.shown), []).append(each)
    made = []
    for each in fresh:
        alike = known.get((each.name.casefold(), each.shown))
        before = alike.pop(0) if alike else None
        if before is not None:
            each = replace(each, use=before.use, fact=before.fact, required=before.required)
        made.append(each)
    return tuple(made)


class Wrong(StrEnum):
    """What is wrong with a value or a sheet."""

    REQUIRED = "required"
    LINE_BREAK = "line_break"
    FORMULA = "formula"
    MISFIT = "misfit"
    MANDATORY = "mandatory"
    UNSAID = "unsaid"
    CONTRADICTED = "contradicted"
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
    TOO_MANY_HERE = "too_many_here"
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
