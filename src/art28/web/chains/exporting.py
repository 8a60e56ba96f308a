"""The chain as a workbook, which holds everything."""

from django.utils.translation import gettext as _

from art28.comparing.chain import Chain
from art28.web import listing
from art28.web.chains import lists, showing
from art28.web.chains.showing import Row
from art28.web.spreadsheets import Workbook


def as_workbook(found: Chain) -> Workbook:
    """Gaps, slack, countries and who stands behind suppliers, a sheet each."""
    book = Workbook()
    heads = (_("Promise"), _("Supplier"), _("Strictest promise to customers"), _("To"), _("What the supplier promises"))
    gaps = book.sheet(_("Gaps"), (*heads, _("Short"), _("What closes it")), widths=(28, 28, 32), held=2)
    for row in _all(showing.gaps(found)):
        gaps.add((*_shared(row), row.short, row.asked))
    slack = book.sheet(_("Slack"), (*heads, _("Left")), widths=(28, 28, 32), held=2)
    for row in _all(showing.held(found)):
        slack.add((*_shared(row), row.slack or _("none")))
    places = book.sheet(_("Countries"), (_("Country"), _("Within the EEA"), _("Supplier")), widths=(12, 16, 60))
    for country in showing.countries(found):
        places.add((country.name, _("yes") if country.in_eea else _("no"), "; ".join(country.suppliers)))
    columns = tuple(str(head) for head, _fill in lists.BEHIND.columns)
    named = book.sheet(_("Behind the suppliers"), columns, widths=(28, 28, 28), held=1)
    for line in lists.lines(found.behind):
        named.add(tuple(listing.as_cell(fill(line)) for _head, fill in lists.BEHIND.columns))
    return book


def _all(groups: tuple[showing.Group, ...]) -> list[Row]:
    return [row for group in groups for row in group.rows]


def _shared(row: Row) -> tuple[str, ...]:
    return (row.what, row.supplier, row.promised, row.customer, row.given)
