"""The lists of what changed and of the reviews it asks for, each declared once (`listing`); in which orders agreements stand
by stage.
"""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.lifecycle.happening import KINDS
from art28.web.lifecycle.models import About, Outcome
from art28.web.listing import Choice, Listing, Rows, Sorts, by, everything

SORTS: Sorts = {
    "": (_("By party"), ("counterparty_name", "title", "id")),
    "since": (_("Longest in its stage first"), (F("since").asc(nulls_last=True), "id")),
    "stage": (_("By stage"), (F("stage").asc(nulls_last=True), "counterparty_name", "id")),
}


def _open(rows: Rows, value: str) -> Rows:
    return rows.filter(waiting__gt=0) if value == "open" else rows.filter(waiting=0)


CHANGES = Listing(
    name=_("changes and reviews"),
    finds=_("Find by words or source"),
    words=("what", "source"),
    choices=(
        Choice(name="about", label=_("About"), every=_("Every kind"), options=About.choices, narrow=by("about")),
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(("open", _("With open reviews")), ("closed", _("All reviewed"))),
            narrow=_open,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-at", "-id")),
        "from": (_("What holds first"), ("from_on", "id")),
        "open": (_("Most open first"), ("-waiting", "id")),
    },
    columns=(
        (_("What changed"), lambda row: row.what),
        (_("About"), lambda row: row.get_about_display()),
        (_("Source"), lambda row: row.source),
        (_("Holds from"), lambda row: row.from_on),
        (_("Reviewed before"), lambda row: row.due_on),
        (_("Reviews"), lambda row: row.asked),
        (_("Open"), lambda row: row.waiting),
        (_("By whom"), lambda row: row.by),
    ),
)


def _answered(rows: Rows, value: str) -> Rows:
    return rows.filter(closed_at__isnull=value == "open")


_BY_PARTY = (Lower("agreement__counterparty_name"), "id")
REVIEWS = Listing(
    name=_("reviews"),
    finds=_("Find an agreement or party"),
    words=("agreement__counterparty_name", "agreement__title", "what", "agreed_by"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(("open", _("open")), ("closed", _("reviewed"))),
            narrow=_answered,
        ),
        Choice(
            name="outcome",
            label=_("Outcome"),
            every=_("Every outcome"),
            options=Outcome.choices,
            narrow=by("outcome"),
        ),
    ),
    sorts={
        "": (_("Open ones first"), (F("closed_at").asc(nulls_first=True), *_BY_PARTY)),
        "party": (_("By party"), _BY_PARTY),
        "newest": (_("Reviewed last first"), (F("closed_at").desc(nulls_last=True), *_BY_PARTY)),
    },
    columns=(
        (_("Party"), lambda row: row.agreement.counterparty_name),
        (_("Agreement"), lambda row: row.agreement.title),
        (_("Outcome"), lambda row: row.get_outcome_display() or _("open")),
        (_("In words"), lambda row: row.what),
        (_("Agreed by"), lambda row: row.agreed_by),
        (_("Agreed on"), lambda row: row.agreed_on),
        (_("Conditions"), lambda row: row.conditions),
        (_("Price in euros"), lambda row: None if row.cents is None else f"{row.cents / 100:.2f}"),
        (_("By whom"), lambda row: row.closed_by),
        (_("Reviewed at"), lambda row: row.closed_at),
    ),
)


def _any(rows: Rows, _value: str) -> Rows:
    return everything(rows)


TIMELINE = Listing(
    name=_("timeline"),
    finds=_("Find by words"),
    words=(),
    choices=(Choice(name="kind", label=_("About"), every=_("Everything"), options=tuple(KINDS.items()), narrow=_any),),
    sorts={"": (_("Newest first"), ()), "oldest": (_("Oldest first"), ())},
    columns=(
        (_("When"), lambda entry: entry.at),
        (_("About"), lambda entry: KINDS[entry.kind]),
        (_("What happened"), lambda entry: entry.what),
        (_("More of it"), lambda entry: entry.who),
    ),
)
"""It has no rows of its own: `timeline.narrowed` narrows what is told from several tables."""
