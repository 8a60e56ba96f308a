"""Costs in words: amounts, the columns of an export, the statement as a document."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.typesetting.pdf import pdf
from art28.web.costs.bearing import Why
from art28.web.costs.models import MINUTES_IN_AN_HOUR, CaseKind, CostLine, Ground, Incurred, Statement, Work
from art28.web.spreadsheets import Figure

REFUSED: Mapping[Why, str | Promise] = {
    Why.SILENT: gettext_lazy(
        "The agreement does not say who bears these costs. Agree on it with the other side before you charge them."
    ),
    Why.EACH_ITS_OWN: gettext_lazy("Each party bears its own costs, as agreed; nothing is charged on."),
    Why.OURS_TO_BEAR: gettext_lazy("These costs are ours to bear, as agreed; they can't be charged on."),
    Why.OUTCOME: gettext_lazy(
        "The agreement lets the outcome decide who bears these costs; so far none of ours are for the other side."
    ),
    Why.ROLE_UNKNOWN: gettext_lazy("Say first on the page of the agreement which side your organisation is on."),
}

_ABOUT: Mapping[str, str | Promise] = {
    CaseKind.BREACH: gettext_lazy("To %(addressee)s, about breach %(case)s"),
    CaseKind.REQUEST: gettext_lazy("To %(addressee)s, about request %(case)s"),
    CaseKind.INSTRUCTION: gettext_lazy("To %(addressee)s, about instruction %(case)s"),
    CaseKind.ASSESSMENT: gettext_lazy("To %(addressee)s, about assistance %(case)s"),
    CaseKind.AUDIT: gettext_lazy("To %(addressee)s, about audit %(case)s"),
    CaseKind.CLAIM: gettext_lazy("To %(addressee)s, about claim %(case)s"),
}


def euros(cents: int) -> Figure:
    """An amount as people write it."""
    value = Decimal(cents) / 100
    said = number_format(value, decimal_pos=2, use_l10n=True, force_grouping=True)
    return Figure.of(f"€ {said}", value, '"€" #,##0.00')


def hours(minutes: int) -> Figure:
    """Time as a statement counts it."""
    value = round(Decimal(minutes) / MINUTES_IN_AN_HOUR, 2)
    return Figure.of(number_format(value, decimal_pos=2, use_l10n=True), value)


def columns() -> tuple[str, ...]:
    """The heads of an export."""
    return (_("Day"), _("Agreement"), _("Whose costs"), _("What for"), _("What was done"), _("Hours"),
            _("Hourly rate"), _("Expenses"), _("Amount"), _("Statement"), _("Struck, because"))  # fmt: skip


def cells(row: CostLine) -> Iterator[str]:
    """A line of it."""
    yield row.on.isoformat()
    yield row.agreement.counterparty_name or row.agreement.title
    yield row.get_incurred_by_display()
    yield row.get_work_display()
    yield row.text
    yield hours(row.minutes) if row.minutes else ""
    yield euros(row.hourly_cents) if row.minutes else ""
    yield euros(row.expense_cents) if row.expense_cents else ""
    yield euros(row.cents)
    yield row.charged.statement.reference if hasattr(row, "charged") else ""
    yield row.struck_reason


def document(statement: Statement, *, now: datetime) -> bytes:
    """The statement as a PDF, in the language in which the parties write to each other."""
    with translation.override(statement.language):
        return pdf("register", content(statement), made_at=now)


def content(statement: Statement) -> dict[str, Any]:
    """What the statement says, in the language that is active."""
    organisation = statement.organisation
    zone = ZoneInfo(organisation.time_zone)
    under = {"label": _("Agreement"), "value": statement.agreement.title}
    ground = {"label": _("Ground"), "value": f"{statement.clause} – {statement.passage}".strip(" –")}
    total = {"label": _("To be paid"), "value": euros(statement.cents)}
    return {
        "title": _("Statement of costs %(reference)s") % {"reference": statement.reference},
        "organisation": organisation.name,
        "subtitle": str(_ABOUT[statement.case_kind]) % {"addressee": statement.addressee, "case": statement.case_label},
        "language": statement.language,
        "date": date_format(statement.made_at.astimezone(zone), "j F Y"),
        "nothing": "",
        "mark": _("EXERCISE") if statement.is_exercise else "",
        "entries": [
            *(_entry(line) for line in statement.lines),
            {"title": _("Total"), "under": "", "fields": [under, *((ground,) if ground["value"] else ()), total]},
        ],
    }


def _entry(line: Mapping[str, Any]) -> dict[str, Any]:
    day = date_format(date.fromisoformat(line["on"]), "j F Y")
    fields = [{"label": _("What was done"), "value": line["text"]}]
    if line["minutes"]:
        time = _("%(hours)s hours at %(rate)s") % {"hours": hours(line["minutes"]), "rate": euros(line["hourly_cents"])}
        fields.append({"label": _("Time"), "value": time})
    if line.get("beyond_usual"):
        fields.append({"label": _("Beyond the usual work"), "value": _("yes")})
    if line["expense_cents"]:
        fields.append({"label": _("Expenses"), "value": euros(line["expense_cents"])})
    if line["ground"] == Ground.DECIDED:
        fields.append({"label": _("Ground"), "value": line["reason"]})
    fields.append({"label": _("Amount"), "value": euros(line["cents"])})
    what = (Work(line["work"]).label,) if line["work"] else ()
    under = " · ".join(str(each) for each in (*what, Incurred(line["incurred_by"]).label))
    return {"title": day, "under": under, "fields": fields}
