"""The chain as a document to print: its picture, gaps by kind of duty with the worst first, slack, countries."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.comparing.chain import Chain
from art28.comparing.picture import alone, chain_words
from art28.typesetting.pdf import ACCESSIBLE, pdf
from art28.web.chains import showing
from art28.web.chains.showing import Group, Row
from art28.web.pages.templatetags.ui import places
from art28.web.yardsticks.showing import language_now

MOST_ROWS = 400
"""About how many gaps a report names, and as many periods with slack; the workbook has all."""

_Cell = dict[str, Any]
_PICTURE_MM = 105


def as_document(name: str, found: Chain, zone: tzinfo, *, now: datetime) -> bytes:
    """The chain of `name` as a PDF with title, date and page numbers."""
    drawn = bool(found.customers or found.suppliers)
    data: dict[str, Any] = {
        "title": _("Chain of processing"),
        "organisation": name,
        "subtitle": _subtitle(found),
        "language": language_now(),
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "page": _("Page"),
        "picture": alone(found, language_now()) if drawn else "",
        "height": _PICTURE_MM,
        "depicted": chain_words()[language_now()]["picture"].format(us=name),
        "nothing": showing.without_gaps(found),
        "sections": [section for section in _sections(found) if section["tables"]],
        "note": _(
            "art28 reads and compares; whether a gap has legal consequences is for a lawyer to judge. What the agreements "
            "don’t say was not weighed."
        ),
    }
    return pdf("chain", data, made_at=now, standards=ACCESSIBLE)


def _subtitle(found: Chain) -> str:
    said = ", ".join(showing.counted(found))
    return said if found.gaps else f"{said}. {showing.without_gaps(found)}"


def _sections(found: Chain) -> Iterable[dict[str, Any]]:
    yield {
        "title": _("Where a supplier promises less than a customer was promised"),
        "note": _("What keeps the promises to most customers from being kept stands first."),
        "tables": [*_by_kind(showing.gaps(found), (_("Short"), _("What closes it")), _gap)],
    }
    yield {
        "title": _("Periods with slack"),
        "note": _("What leaves least stands first."),
        "tables": [*_by_kind(showing.held(found), (_("Left"),), _slack)],
    }
    yield {"title": _("Countries"), "note": "", "tables": _countries(found)}
    yield {
        "title": _("Behind the suppliers"),
        "note": _(
            "Names are compared without legal form, case and punctuation, and no further: whether two names are one company "
            "is for people to say."
        ),
        "tables": _behind(found),
    }
    yield {"title": _("Named to customers, with no agreement here"), "note": "", "tables": _unfiled(found)}


def _by_kind(groups: Sequence[Group], last: tuple[str, ...], cells: Any) -> Iterable[dict[str, Any]]:
    """A table for each kind of duty; each gets its part of the rows that there is room for."""
    each_has = max(1, MOST_ROWS // max(1, len(groups)))
    heads = (_("Supplier"), _("Strictest promise to customers"), _("What the supplier promises"), *last)
    for group in groups:
        left = len(group.rows) - each_has
        told = ngettext("%(n)s supplier", "%(n)s suppliers", len(group.rows)) % showing.number(len(group.rows))
        promised = _("Strictest promise: %(promised)s") % {"promised": group.promised}
        more = ngettext(
            "And %(n)s other supplier: the workbook has all.", "And %(n)s other suppliers: the workbook has all.", left
        )
        yield {
            "title": group.what,
            "under": f"{told} · {promised}",
            "heads": heads,
            "widths": (3, 4, 3, 2.4, 4)[: len(heads)],
            "rows": [{"cells": cells(row)} for row in group.rows[:each_has]],
            "more": more % showing.number(left) if left > 0 else "",
        }


def _shared(row: Row) -> tuple[_Cell, ...]:
    customer = f"{row.customer}{_after(row.promised_place)}{_after(row.others)}"
    return _cell(row.supplier, strong=True), _cell(row.promised, customer), _cell(row.given, row.given_place)


def _gap(row: Row) -> tuple[_Cell, ...]:
    return *_shared(row), _cell(row.short or "–", bad=bool(row.short)), _cell(row.asked)


def _slack(row: Row) -> tuple[_Cell, ...]:
    return *_shared(row), _cell(row.slack or _("none"))


def _countries(found: Chain) -> list[dict[str, Any]]:
    rows = [
        (
            _cell(each.name, strong=True),
            _cell(_("yes") if each.in_eea else _("no"), bad=not each.in_eea),
            _cell(", ".join(each.suppliers)),
        )
        for each in showing.countries(found)
    ]
    return _table((_("Country"), _("Within the EEA"), _("Supplier")), (2, 1.5, 8), rows)


def _behind(found: Chain) -> list[dict[str, Any]]:
    rows = [
        (
            _cell(each.name, "; ".join(each.services), strong=True),
            _cell(", ".join(each.suppliers)),
            _cell(places(there.country for there in each.destinations), bad=each.is_outside),
        )
        for each in found.behind[:MOST_ROWS]
    ]
    return _table((_("Sub-processor"), _("Through"), _("Countries")), (4, 4, 3), rows)


def _unfiled(found: Chain) -> list[dict[str, Any]]:
    rows = [(_cell(name, strong=True), _cell(count)) for name, count in showing.unfiled(found)]
    return _table((_("Supplier"), _("Customers")), (4, 6), rows)


def _table(heads: tuple[str, ...], widths: tuple[float, ...], rows: Sequence[Any]) -> list[dict[str, Any]]:
    shown = [{"cells": cells} for cells in rows]
    whole = {"title": "", "under": "", "more": "", "heads": heads, "widths": widths, "rows": shown}
    return [whole] if shown else []


def _cell(says: str, under: str = "", *, strong: bool = False, bad: bool = False) -> _Cell:
    return {"says": says, "under": under, "strong": strong, "bad": bad}


def _after(words: str) -> str:
    return f", {words}" if words else ""
