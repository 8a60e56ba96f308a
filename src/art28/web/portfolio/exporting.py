"""The portfolio as CSV without end and as a workbook: an agreement a row, a requirement a column, the status in words."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.downloads import Table
from art28.web.portfolio import cells, queries
from art28.web.portfolio.queries import Line
from art28.web.portfolio.selection import Selection
from art28.web.yardsticks.weighing import Yardstick


def table(organisation: Organisation, selection: Selection, yardstick: Yardstick, *, title: str) -> Table:
    """The selection, row by row."""
    heads, rows = _heads(selection, yardstick), _rows(organisation, selection, yardstick)
    return Table(title, heads, rows, widths=(32, 32, 18, 10, 10, 10, 18), held=2)


def _heads(selection: Selection, yardstick: Yardstick) -> list[str]:
    columns = queries.columns_of(selection, yardstick)
    titles = (cells.titled(key, selection.measure, yardstick) for key in columns.keys)
    return [
        *(_("Agreement"), _("Counterparty"), _("Own role"), _("Serious"), _("Attention"), _("Accepted risks")),
        *(f"{article} {title}".strip() for title, article in titles),
    ]


def _rows(organisation: Organisation, selection: Selection, yardstick: Yardstick) -> Iterator[Sequence[str]]:
    words = {each.letter: str(each.word) for each in cells.meanings(selection.measure)}
    roles = {str(value): str(label) for value, label in Direction.choices}
    count = len(queries.columns_of(selection, yardstick).keys)
    waits = [_("Is being checked again")] * count
    for line in queries.every(organisation, selection, yardstick):
        yield (*_named(line, roles), *([words.get(letter, "") for letter in line.letters] or waits))


def _named(line: Line, roles: dict[str, str]) -> tuple[str, ...]:
    agreement = line.agreement
    if agreement is None:
        raise ValueError("a table has a row for each agreement, not for families")
    counts = (str(line.serious), str(line.attention), str(line.accepted))
    return (agreement.title, agreement.counterparty_name, roles[agreement.direction], *counts)
