"""A template's blanks and what is given for them -> one filled copy, and what stayed open in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from art28.agreement.model import Value
from art28.drafting.house.columns import columns
from art28.drafting.house.form import WordForm
from art28.drafting.house.model import Blank, Filled, Problem, Refused, Use, Wrong
from art28.drafting.house.worded import Unfit, value_of, words_of
from art28.reading.places import Place, Places


class Template:
    """A file that is ready to be filled in: its form, its blanks as a person settled them, the language of its words."""

    def __init__(self, data: bytes, places: Places, blanks: Sequence[Blank], *, language: str) -> None:
        self.blanks = tuple(blanks)
        self.language = language
        self._form = WordForm(data, places)
        self._places = places.places
        self.headings = {each.key: column.heading for column in columns(blanks, language) for each in column.blanks}

    def values(self, given: Mapping[str, str], *, line: int = 0, partial: bool = False) -> dict[str, Value]:
        """The values by the key of their blank. Raises `Refused` with every problem of this row.

        What is required and blank is refused too, unless the copy may be `partial`.
        """
        return values_in(given, self.blanks, self.headings, self.language, line=line, partial=partial)

    def fill(self, values: Mapping[str, Value], behind: Sequence[str] = ()) -> Filled:
        """A copy with these values, and what comes `behind` the rest."""
        words: dict[int, str] = {}
        for blank in self.blanks:
            if blank.key in values:
                said = words_of(values[blank.key], blank, self.language)
                words.update({number: _as_asked(said, self._places[number]) for number in blank.places})
        left = tuple(each.key for each in self.blanks if each.use is not Use.LEFT and each.key not in values)
        return Filled(self._form.filled(words, behind), left, self.facts(values))

    def facts(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """The facts among the values."""
        return {each.fact: values[each.key] for each in self.blanks if each.use is Use.FACT and each.key in values}


def values_in(
    given: Mapping[str, str],
    blanks: Sequence[Blank],
    headings: Mapping[str, str],
    language: str,
    *,
    line: int = 0,
    partial: bool = False,
) -> dict[str, Value]:
    """What a row gives, by the key of its blank. Raises `Refused` with every problem of the row.

    What is required and blank is refused too, unless it may be `partial`.
    """
    problems, values = [], {}
    for blank in blanks:
        text = given.get(blank.key, "").strip()
        if blank.use is Use.LEFT:
            continue
        if not text:
            if blank.required and not partial:
                problems.append(Problem(Wrong.REQUIRED, line, headings[blank.key]))
            continue
        try:
            values[blank.key] = value_of(text, blank)
            words_of(values[blank.key], blank, language)
        except Unfit as unfit:
            problems.append(replace(unfit.problem, line=line, column=headings[blank.key]))
    if problems:
        raise Refused(tuple(dict.fromkeys(problems)))
    return values


def _as_asked(said: str, place: Place) -> str:
    """The words in the letters that a merge field asks for, between what it wants around a value."""
    match place.casing:
        case "upper":
            said = said.upper()
        case "lower":
            said = said.lower()
        case "firstcap":
            said = said[:1].upper() + said[1:]
        case "caps":
            said = " ".join(each[:1].upper() + each[1:] for each in said.split(" "))
    return f"{place.ahead}{said}{place.behind}"
