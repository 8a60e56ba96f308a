"""Lines of a page -> those that are items of a list whose bullets are pictures, or in a font that has no letters for them.

Nothing marks such items but where they stand: right of a line that leads in a list, each short of the edge.
"""

from collections.abc import Callable, Sequence

from art28.reading.building.openings import opening_of
from art28.reading.lines.unmarked import TELLS, leads
from art28.reading.pdf.page import PageLine

# In type sizes: how far items stand right of what leads them in; and in points, how much they differ among each other.
_SET_IN = 0.8
_SAME = 2.0
_FEWEST, _MOST = 2, 40


def set_in(lines: Sequence[PageLine], is_full: Callable[[PageLine], bool]) -> frozenset[int]:
    """The `id` of each line that opens such an item; `is_full` tells whether a line reaches the edge of its column."""
    found: set[int] = set()
    for at, lead in enumerate(lines):
        if leads(lead.text.strip()):
            found.update(map(id, _items(lead, lines[at + 1 : at + 1 + _MOST], is_full)))
    return frozenset(found)


def _items(lead: PageLine, below: Sequence[PageLine], is_full: Callable[[PageLine], bool]) -> list[PageLine]:
    items: list[PageLine] = []
    goes_on, longer = False, 0
    for line in below:
        said = line.text.strip()
        if line.left < (items[0].left - _SAME if items else lead.left + _SET_IN * line.size):
            break
        if goes_on:
            longer += 1
        elif not said[:1].isalnum() or opening_of(said) is not None or leads(said) or TELLS.search(said):
            return []
        else:
            items.append(line)
        goes_on = is_full(line)
        if said.endswith("."):
            break
    return items if len(items) >= _FEWEST and 2 * longer <= len(items) else []
