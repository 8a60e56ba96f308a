"""The lists of declarations and of tasks of help, each declared once (`listing`)."""

from typing import Any

from django.db.models import F
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.instructions.models import Declared, Matter
from art28.web.listing import Choice, Listing, Rows, by

_PARTY = (_("By party"), (Lower("agreement__counterparty_name"), Lower("agreement__title"), "id"))
_UNDER = ("agreement__counterparty_name", "agreement__title")


def _party(row: Any) -> str:
    return str(row.agreement.counterparty_name or row.agreement.title)


def _standing(rows: Rows, value: str) -> Rows:
    if value == "waiting":
        return rows.filter(given_at=None)
    return rows.filter(given_at__isnull=False, valid_until__lt=timezone.localdate())


DECLARATIONS = Listing(
    name=_("declarations"),
    finds=_("Find by party or words"),
    words=(*_UNDER, "activity"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(("waiting", _("Waited for")), ("expired", _("Run out"))),
            narrow=_standing,
        ),
        Choice(name="kind", label=_("Declaration"), every=_("Every kind"), options=Declared.choices, narrow=by("kind")),
    ),
    sorts={
        "": (_("What is waited for first"), (F("given_at").asc(nulls_first=True), "valid_until", "id")),
        "until": (_("What lapses first"), (F("valid_until").asc(nulls_last=True), "id")),
        "newest": (_("Newest first"), ("-asked_at", "-id")),
        "party": _PARTY,
    },
    columns=(
        (_("Declaration"), lambda row: row.get_kind_display()),
        (_("Activity"), lambda row: row.activity),
        (_("Party"), _party),
        (_("Asked"), lambda row: row.asked_at),
        (_("Asked of"), lambda row: row.asked_of),
        (_("Given"), lambda row: row.given_at),
        (_("Given by"), lambda row: row.given_by),
        (_("Holds until"), lambda row: row.valid_until),
        (_("Text"), lambda row: row.text),
    ),
)


def _open(rows: Rows) -> Rows:
    return rows.filter(ended_at=None)


def _state(rows: Rows, value: str) -> Rows:
    return rows if value == "all" else rows.filter(ended_at__isnull=False)


TASKS = Listing(
    name=_("assistance"),
    finds=_("Find by party or words"),
    words=(*_UNDER, "question"),
    numbered=True,
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Open"),
            options=(("done", _("Done")), ("all", _("Every state"))),
            narrow=_state,
            otherwise=_open,
        ),
        Choice(
            name="matter", label=_("What is asked"), every=_("Every kind"), options=Matter.choices, narrow=by("matter")
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-asked_at", "-id")),
        "oldest": (_("Oldest first"), ("asked_at", "id")),
        "party": _PARTY,
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("What is asked"), lambda row: row.get_matter_display()),
        (_("Question"), lambda row: row.question),
        (_("Party"), _party),
        (_("Asked by"), lambda row: row.asked_by),
        (_("Asked"), lambda row: row.asked_at),
        (_("Done"), lambda row: row.ended_at),
        (_("Answer"), lambda row: row.answer),
    ),
)
