"""The lists of alarms of recurring checks and of the results of one, each declared once (`listing`)."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.controls.models import Source, Why
from art28.web.listing import Choice, Listing, Rows, by


def _open(rows: Rows) -> Rows:
    return rows.filter(closed_at=None)


def _closed(rows: Rows, _value: str) -> Rows:
    return rows.filter(closed_at__isnull=False)


ALARMS = Listing(
    name=_("alarms"),
    finds=_("Find by check, thing or owner"),
    words=("check_row__name", "thing", "check_row__owner__name"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Open"),
            options=(("closed", _("Closed")),),
            narrow=_closed,
            otherwise=_open,
            elsewhere=True,
        ),
        Choice(
            name="why", label=_("What is amiss"), every=_("Missed or failed"), options=Why.choices, narrow=by("why")
        ),
    ),
    sorts={
        "": (_("As they come"), (F("closed_at").desc(), "since", "id")),
        "newest": (_("Newest first"), ("-since", "-id")),
        "name": (_("By check"), (Lower("check_row__name"), "since", "id")),
        "owner": (_("By owner"), (Lower("check_row__owner__name").asc(nulls_first=True), "since", "id")),
    },
    columns=(
        (_("Recurring check"), lambda row: row.check_row.name),
        (_("Thing"), lambda row: row.thing),
        (_("What is amiss"), lambda row: row.result.get_verdict_display() if row.result else row.get_why_display()),
        (_("Amiss since"), lambda row: row.since),
        (_("Owner"), lambda row: row.check_row.owner),
        (_("Closed"), lambda row: row.closed_at),
        (_("Accepted by"), lambda row: row.accepted_by),
        (_("Reason"), lambda row: row.accepted_reason),
        (_("Accepted until"), lambda row: row.accepted_until),
    ),
)


def _passed(rows: Rows, value: str) -> Rows:
    return rows.filter(passed=value == "yes")


RESULTS = Listing(
    name=_("results"),
    finds=_("Find by thing, note or who reported"),
    words=("thing", "note", "reporter", "by__name"),
    choices=(
        Choice(
            name="passed",
            label=_("Result"),
            every=_("Every result"),
            options=(("yes", _("passed")), ("no", _("failed"))),
            narrow=_passed,
        ),
        Choice(
            name="source",
            label=_("How it came in"),
            every=_("Whichever way it came in"),
            options=Source.choices,
            narrow=by("source"),
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-at", "-id")),
        "oldest": (_("Oldest first"), ("at", "id")),
        "thing": (_("By thing"), ("thing", "-at", "-id")),
    },
    columns=(
        (_("Checked"), lambda row: row.at),
        (_("Found"), lambda row: row.get_verdict_display()),
        (_("Value"), lambda row: None if row.value is None else f"{row.value.normalize():f}"),
        (_("Of what"), lambda row: row.thing),
        (_("Of when"), lambda row: row.of_at),
        (_("Nothing changed since"), lambda row: _("yes") if row.unchanged else ""),
        (_("What shows it"), lambda row: row.evidence),
        (_("File"), lambda row: row.file.name if hasattr(row, "file") else ""),
        (_("Note"), lambda row: row.note),
        (_("Reported by"), lambda row: row.by or row.reporter),
        (_("How it came in"), lambda row: row.get_source_display()),
    ),
)
