"""Reading -> two parties abreast: "Klant: Acme B.V.    Verwerker: Beta B.V." on one line, and their addresses in the cells below."""

import re
from collections.abc import Iterator
from itertools import takewhile

from art28.agreement.passages import Reading, ReadingLine
from art28.document.outline import Part
from art28.extraction.layout.tables import cells_of
from art28.extraction.naming.details import address_in, registration_in
from art28.extraction.naming.headers import ROLE_OF
from art28.extraction.rule import Candidate
from art28.extraction.topics.parties.candidate import PREFIX

_BOTH = re.compile(
    r"^\W*(?P<left>CONTROLLER|PROCESSOR)\s*:\s*\S.{2,80}?\s+(?P<right>CONTROLLER|PROCESSOR)\s*:\s*\S.{2,80}$"
)
_MOST_ROWS, _SIDES = 6, 2


def abreast(reading: Reading) -> Iterator[Candidate]:
    """Streets, postcodes, towns and registrations that rows of two cells give of the two parties above them."""
    lines = reading.lines
    for index, line in enumerate(lines):
        match = _BOTH.match(line.text) if line.clause.part is Part.PREAMBLE else None
        if match is None or match["left"] == match["right"]:
            continue
        rows = tuple(takewhile(_of_two, lines[index + 1 : index + 1 + _MOST_ROWS]))
        for side, name in enumerate((match["left"], match["right"])):
            cells = [cells_of(row)[side] for row in rows]
            words = "\n".join(" ".join(reading.original(start, end).split()) for _, start, end in cells)
            for detail in (*address_in(words), *registration_in(words)):
                places = tuple((start, end) for cell, start, end in cells if detail.value.split()[0] in cell)
                if places:
                    yield Candidate(f"{PREFIX[ROLE_OF[name]]}.{detail.field}", detail.value, places)
        return


def _of_two(line: ReadingLine) -> bool:
    return bool(line.block.cells) and len(cells_of(line)) == _SIDES
