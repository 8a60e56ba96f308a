"""The lines of a table's cells -> those that end within a word, because its column is narrower than the word is long.

Word processors break such a word without a hyphen, at the edge of the cell. Only a word that fills its line is broken so, and
what follows tells whether it was: no word begins or ends as a half does.
"""

import re
from collections.abc import Iterable, Sequence

from art28.document.mending import SMALL_WORDS
from art28.reading.pdf.lines import Row
from art28.reading.pdf.page import PageLine

Columns = dict[tuple[int, int, int], float]
"""How far to the right a column reaches: by its table, how many cells a row has, and which it is."""

# The line has no room for another letter, in type sizes; shorter words aren't broken.
_ROOM = 0.5
_SHORTEST = 5
_FIRST = re.compile(r"[a-zà-öø-ÿ]+")
_VOWEL = re.compile(r"[aeiouyà-öø-ÿ]")
_NO_ENDING = re.compile(r"(?:[vz]|([bcdfghjkmnpqrtvwxz])\1)$")
_BEGINS = re.compile(
    r"(?:bl|br|ch|cl|cr|dr|dw|fl|fr|fn|gl|gr|gn|gh|kl|kn|kr|kw|pf|ph|pl|pr|ps|qu|rh|sc|sf|sh|sj|sk|sl|sm|sn|sp|st|sw|th|tj|tr|ts|tw|"
    r"vl|vr|wh|wr|zw)?[aeiouyà-öø-ÿ]|[^aeiouyà-öø-ÿ][aeiouyà-öø-ÿ]|s(?:ch|cr|pl|pr|tr)"
)
_HALVES_WITHOUT_VOWEL = frozenset(
    {"n", "s", "t", "d", "r", "l", "ns", "rs", "ng", "st", "nd", "rd", "ls", "ts", "ngs", "nst"}
)
_ENDINGS_TEXT = """
    e el els en ens er ers es em ie iek ing ings gen ven ren len nen men ken pen sen den ten der ter ner ler mer ber ger se te
    de je jes tje tjes heid lijk lijke baar zaam ung ungen keit heit lich isch ische al ion ions ed ly ment ments tion tions
"""
_ENDINGS = frozenset(_ENDINGS_TEXT.split())


def columns_of_rows(rows: Iterable[Row]) -> Columns:
    """How far the columns of tables reach."""
    found: Columns = {}
    for row in rows:
        for number, cell in enumerate(row.cells):
            key = (row.table, len(row.cells), number)
            found[key] = max([found.get(key, 0.0), *(line.right for line in cell)])
    return found


def broken_ends(cell: Sequence[PageLine], edge: float) -> set[int]:
    """The lines of a cell, by their number, that end within a word; its column reaches to `edge`."""
    return {number for number in range(len(cell) - 1) if _breaks(cell[number], cell[number + 1].text.strip(), edge)}


def _breaks(line: PageLine, following: str, edge: float) -> bool:
    text = line.text.strip()
    half = _FIRST.match(following)
    if half is None or " " in text or len(text) < _SHORTEST or not text[-2:].isalpha() or not text[-1].islower():
        return False
    if edge - line.right >= _ROOM * line.size or not line.upright:
        return False
    rest = half[0]
    if not _VOWEL.search(rest):
        return rest in _HALVES_WITHOUT_VOWEL
    if _NO_ENDING.search(text) or not _BEGINS.match(rest):
        return True
    return rest in _ENDINGS and rest not in SMALL_WORDS
