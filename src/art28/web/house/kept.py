"""A version's columns <-> what the core makes of a Word file."""

from collections.abc import Callable, Sequence

from art28.document.model import Document
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Blank, blank_in, plain_blank
from art28.drafting.house.sheet import Row
from art28.drafting.house.suggesting import suggest
from art28.reading.jail import Jail
from art28.reading.jailed.placed import places_in
from art28.reading.places import Places, TroubleCode
from art28.web.house.models import BroughtSheet, HouseVersion


class NoTemplate(ValueError):
    """A Word file that can't be filled in; `troubles` says why, none where nothing in it is open."""

    def __init__(self, troubles: Sequence[tuple[TroubleCode, str]] = ()) -> None:
        super().__init__(", ".join(code for code, _ in troubles))
        self.troubles = tuple(troubles)


def taken_in(data: bytes, *, name: str) -> tuple[Places, tuple[Blank, ...]]:
    """What a Word file leaves open, found and read in confinement. Raises `NoTemplate` and UnreadableFile."""
    with Jail() as jail:
        found = jail.places(data, name=name)
        if found.troubles or not found.places:
            raise NoTemplate([(each.code, each.shown) for each in found.troubles])
        return found, suggest(data, found, _reader(jail, name))


def _reader(jail: Jail, name: str) -> Callable[[bytes], Document]:
    return lambda copy: jail.read(copy, name=name)


def blanks_in(version: HouseVersion) -> tuple[Blank, ...]:
    """The blanks of a version, as suggested or settled."""
    return tuple(map(blank_in, version.blanks))


def plain_blanks(blanks: Sequence[Blank]) -> list[dict[str, object]]:
    """Blanks as they are kept."""
    return [plain_blank(each) for each in blanks]


def template_in(version: HouseVersion) -> Template:
    """The template that a version is."""
    places = places_in(version.places)
    return Template(bytes(version.data), places, blanks_in(version), language=version.template.language)


def rows_in(sheet: BroughtSheet) -> tuple[Row, ...]:
    """The rows of a sheet."""
    return tuple(Row(int(line), dict(given), str(file)) for line, given, file in sheet.rows)
