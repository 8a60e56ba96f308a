"""What stands on a page of a PDF in reading order: its lines, and the rows of its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from art28.reading.pdf.page import PageLine


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ruled table: for each of its cells the lines in it.

    One that is `cut` goes on on the next page, one that `continues` goes on with the row before it. A `note` that stands
    beside the text is held as the one cell of a row, of no table (-1).
    """

    cells: tuple[tuple[PageLine, ...], ...]
    table: int
    cut: bool = False
    continues: bool = False
    note: bool = False


@dataclass(slots=True)
class PageText:
    """What stands on a page, in reading order; `aside` is what isn't of its text: line numbers, words across the page.

    `pictured` is a page whose text is a picture; `recognised` says how sure its recognition is, None where there was none.
    `links` are what each of its links shows, and where it leads.
    """

    number: int
    height: float
    entries: list[PageLine | Row] = field(default_factory=list)
    aside: Sequence[str] = ()
    pictured: bool = False
    recognised: int | None = None
    fields: int = 0
    links: Sequence[tuple[str, str]] = ()

    def characters(self) -> int:
        """How many characters of text the page has."""
        lines = (entry for entry in self.entries if isinstance(entry, PageLine))
        rows = (line for entry in self.entries if isinstance(entry, Row) for cell in entry.cells for line in cell)
        return sum(len(line.text) for line in lines) + sum(len(line.text) for line in rows)
