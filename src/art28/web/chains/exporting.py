"""The chain as a workbook and as a document to print."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.comparing.chain import Chain
from art28.typesetting.pdf import pdf
from art28.web.chains import showing
from art28.web.chains.showing import Row
from art28.web.spreadsheets import Workbook
from art28.web.yardsticks.showing import language_now

MOST_IN_A_DOCUMENT = 400


def as_workbook(found: Chain) -> Workbook:
    """Gaps, slack and countries, a sheet each."""
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
    return book


def _all(groups: tuple[showing.Group, ...]) -> list[Row]:
    return [row for group in groups for row in group.rows]


def _shared(row: Row) -> tuple[str, ...]:
    return (row.what, row.supplier, row.promised, row.customer, row.given)


def as_document(name: str, found: Chain, zone: tzinfo, *, now: datetime) -> bytes:
    """The chain of `name` as a PDF with title, date and page numbers; of many gaps the first `MOST_IN_A_DOCUMENT`."""
    gaps = _all(showing.gaps(found))
    entries = [_entry(row) for row in gaps[:MOST_IN_A_DOCUMENT]]
    entries += [_entry(row) for row in _all(showing.held(found))[: max(0, MOST_IN_A_DOCUMENT - len(entries))]]
    outside = [country for country in showing.countries(found) if not country.in_eea]
    entries += [
        {
            "title": country.name,
            "under": _("Processing outside the EEA"),
            "fields": [{"label": _("Supplier"), "value": "; ".join(country.suppliers)}],
        }
        for country in outside
    ]
    counted = ", ".join(_counted(len(found.customers), len(found.suppliers), len(gaps)))
    data: dict[str, Any] = {
        "title": _("Chain of processing"),
        "organisation": name,
        "subtitle": f"{counted}. {showing.without_gaps(found)}" if entries and not gaps else counted,
        "language": language_now(),
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "nothing": showing.without_gaps(found),
        "entries": entries,
    }
    return pdf("register", data, made_at=now)


def _counted(customers: int, suppliers: int, gaps: int) -> Iterator[str]:
    """How many there are of each, as the page says it."""
    yield ngettext("%(n)s agreement with a customer", "%(n)s agreements with customers", customers) % {"n": customers}
    yield ngettext("%(n)s with a supplier", "%(n)s with suppliers", suppliers) % {"n": suppliers}
    yield ngettext("%(n)s gap", "%(n)s gaps", gaps) % {"n": gaps}


def _entry(row: Row) -> dict[str, Any]:
    """One duty of one supplier as a labelled entry."""
    fields = [
        (_("Strictest promise to customers"), f"{row.promised} ({row.customer}{_after(row.promised_place)})"),
        (_("What the supplier promises"), f"{row.given}{_after(row.given_place)}"),
        (_("Short"), row.short),
        (_("Left"), row.slack if not row.asked else ""),
        (_("What closes it"), row.asked),
    ]
    under = _("Gap") if row.asked else _("Slack")
    return {
        "title": f"{row.what} · {row.supplier}",
        "under": f"{under}{_after(row.others)}",
        "fields": [{"label": label, "value": value} for label, value in fields if value],
    }


def _after(words: str) -> str:
    return f", {words}" if words else ""
