"""A template of ours -> the sheet to fill in for many customers; a row of that sheet -> a draft, with what stayed open."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from art28.agreement.catalogue import FactType, catalogue
from art28.drafting.clauses import NONE, options
from art28.drafting.draft import InvalidDraft, draft
from art28.drafting.house import sheet as sheets
from art28.drafting.house.columns import columns
from art28.drafting.house.filling import values_in
from art28.drafting.house.model import Blank, Problem, Refused, Use, Wrong
from art28.drafting.house.sheet import Row, Sheet
from art28.drafting.model import Draft

_MEASURES = "measures"
_NAMES = {"nl": "beveiligingsmaatregelen", "en": "security measures"}
_OF_PARTY = ("name", "registration", "street", "postcode", "city", "representative", "representative_role")
_USUAL = (
    *(f"controller.{name}" for name in _OF_PARTY),
    *(f"processor.{name}" for name in _OF_PARTY),
    "main_agreement.reference", "processing.services", "processing.purposes", "processing.data_categories",
    "processing.data_subjects", "breach.deadline", "subprocessors.notice_period", "term.starts_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Model:
    """A template of ours in one language, as what a sheet is filled in for."""

    template: str
    language: str
    blanks: Sequence[Blank] = field(default=())

    @property
    def digest(self) -> str:
        """What a sheet made for it is marked with."""
        return hashlib.sha256(f"{self.template} {self.language}".encode()).hexdigest()

    @property
    def headings(self) -> dict[str, str]:
        """The heading of each column by the key of its blank."""
        return {each.key: column.heading for column in columns(self.blanks, self.language) for each in column.blanks}


def model(template: str, language: str) -> Model:
    """What a sheet may hold for a template that there is: every fact that is no table, and the measures."""
    facts = (*_USUAL, *(key for key in sorted(options()) if key not in _USUAL))
    asked = [_blank(key) for key in facts if key in catalogue() and catalogue()[key].type is not FactType.RECORDS]
    own = Blank(_MEASURES, _NAMES[language], (), "", "", "", Use.OWN)
    return Model(template, language, (*asked, own))


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


def drafts(rows: Sequence[Row], asked: Model) -> list[Draft]:
    """A draft for each row, with what it leaves open in its `blanks`; "-" leaves a fact out.

    Raises `Refused` with every problem of every row.
    """
    problems: list[Problem] = []
    made: list[Draft] = []
    headings = asked.headings
    for row in rows:
        try:
            made.append(_draft(row, asked, headings))
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(tuple(problems))
    return made


def _draft(row: Row, asked: Model, headings: Mapping[str, str]) -> Draft:
    given = {key: text for key, text in row.given.items() if text.strip() != NONE}
    left_out = {key: NONE for key, text in row.given.items() if text.strip() == NONE and key != _MEASURES}
    values = left_out | values_in(given, asked.blanks, headings, asked.language, line=row.line)
    measures = tuple(
        each.strip() for each in str(values.pop(_MEASURES, "")).replace("\n", ";").split(";") if each.strip()
    )
    try:
        return draft(values, template=asked.template, language=asked.language, measures=measures)
    except InvalidDraft as refused:
        wrong = (
            Problem(Wrong.MISFIT, row.line, headings.get(each.key, each.key), each.words) for each in refused.given
        )
        raise Refused(tuple(wrong)) from refused
