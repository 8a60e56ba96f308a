"""A template of ours -> the sheet to fill in for many customers; a row of that sheet -> a draft, with what stayed open."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Value
from art28.drafting.clauses import NONE, options
from art28.drafting.draft import InvalidDraft, draft
from art28.drafting.draft import Wrong as Undrafted
from art28.drafting.house import sheet as sheets
from art28.drafting.house.columns import columns
from art28.drafting.house.filling import values_in
from art28.drafting.house.model import Blank, Problem, Refused, Use, Wrong
from art28.drafting.house.sheet import Row, Sheet
from art28.drafting.model import Draft

Each = TypeVar("Each")
Made = TypeVar("Made")

_MEASURES = "measures"
_NAMES = {"nl": "beveiligingsmaatregelen", "en": "security measures"}
_OF_PARTY = ("name", "registration", "street", "postcode", "city", "representative", "representative_role")
_USUAL = (
    *(f"controller.{name}" for name in _OF_PARTY),
    *(f"processor.{name}" for name in _OF_PARTY),
    "main_agreement.reference", "processing.services", "processing.purposes", "processing.data_categories",
    "processing.data_subjects", "breach.deadline", "subprocessors.notice_period", "term.starts_on",
)  # fmt: skip

_WRONG = {Undrafted.MANDATORY: Wrong.MANDATORY, Undrafted.UNSAID: Wrong.UNSAID}


@dataclass(frozen=True, slots=True)
class Model:
    """A template of ours in one language, as what a sheet is filled in for; `headings` are those of its columns by blank."""

    template: str
    language: str
    blanks: Sequence[Blank]
    headings: Mapping[str, str]

    @property
    def digest(self) -> str:
        """What a sheet made for it is marked with."""
        return hashlib.sha256(f"{self.template} {self.language}".encode()).hexdigest()


def model(template: str, language: str) -> Model:
    """What a sheet may hold for a template that there is: every fact that is no table, and the measures."""
    facts = (*_USUAL, *(key for key in sorted(options()) if key not in _USUAL))
    asked = [_blank(key) for key in facts if key in catalogue() and catalogue()[key].type is not FactType.RECORDS]
    own = Blank(_MEASURES, _NAMES[language], (), "", "", "", Use.OWN)
    blanks = (*asked, own)
    headed = {each.key: column.heading for column in columns(blanks, language) for each in column.blanks}
    return Model(template, language, blanks, headed)


@cache
def _blank(key: str) -> Blank:
    return Blank(key, key, (), "", "", "", Use.FACT, fact=key)


def workbook(asked: Model) -> bytes:
    """The workbook to fill in: the usual columns. Any other fact may be added, by its name in words or its key."""
    usual = [each for each in asked.blanks if each.key in _USUAL or each.key == _MEASURES]
    return sheets.workbook(usual, sha256=asked.digest, language=asked.language)


def read(data: bytes, asked: Model) -> Sheet:
    """The rows of a workbook; raises `Refused`."""
    return sheets.read(data, asked, sha256=asked.digest)


@dataclass(frozen=True, slots=True)
class Given:
    """What a row says: facts, where "-" leaves one out, and the measures of the annex on security."""

    line: int
    facts: Mapping[str, Value]
    measures: tuple[str, ...] = ()


def drafts(rows: Sequence[Row], asked: Model) -> list[Draft]:
    """A draft for each row, with what it leaves open in its `blanks`.

    Raises `Refused` with every problem of every row.
    """
    return list(collected(rows, lambda row: drafted(given(row, asked), asked)))


def drafted(row: Given, asked: Model) -> Draft:
    """The draft that says what a row says; raises `Refused` where no clause of ours does."""
    try:
        return draft(row.facts, template=asked.template, language=asked.language, measures=row.measures)
    except InvalidDraft as refused:
        wrong = (
            Problem(_WRONG.get(each.wrong, Wrong.MISFIT), row.line, asked.headings.get(each.key, each.key), each.words)
            for each in refused.given
        )
        raise Refused(tuple(wrong)) from refused


def collected(rows: Iterable[Each], make: Callable[[Each], Made]) -> tuple[Made, ...]:
    """What `make` makes of each row, or `Refused` with the problems of all."""
    problems: list[Problem] = []
    made: list[Made] = []
    for row in rows:
        try:
            made.append(make(row))
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(tuple(problems))
    return tuple(made)


def given(row: Row, asked: Model) -> Given:
    """What a row says. Raises `Refused` with every problem of it."""
    said = {key: text for key, text in row.given.items() if text.strip() != NONE}
    left_out = {key: NONE for key, text in row.given.items() if text.strip() == NONE and key != _MEASURES}
    values = left_out | values_in(said, asked.blanks, asked.headings, asked.language, line=row.line)
    named = str(values.pop(_MEASURES, "")).replace("\n", ";").split(";")
    return Given(row.line, values, tuple(each.strip() for each in named if each.strip()))
