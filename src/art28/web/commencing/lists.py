"""The list of commencements and that of the agreements of one, each declared once (`listing`)."""

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.commencing.models import Candidate, Standing, State
from art28.web.lifecycle import gate
from art28.web.listing import Choice, Listing, Rows, by

COMMENCEMENTS = Listing(
    name=_("coming into force"),
    finds=_("Find by reason or selection"),
    words=("reason", "words"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=State.choices, narrow=by("state")),
    ),
    sorts={
        "": (_("Newest first"), ("-at", "-id")),
        "agreements": (_("Most agreements first"), ("-agreement_count", "-at", "-id")),
        "out": (_("Most that can't come into force first"), ("-out", "-at", "-id")),
    },
    columns=(
        (_("Begun"), lambda row: row.at),
        (_("By whom"), lambda row: row.by),
        (_("State"), lambda row: row.get_state_display()),
        (_("Agreements"), lambda row: row.agreement_count),
        (_("Can come into force"), lambda row: row.ready),
        (_("Can't come into force"), lambda row: row.out),
        (_("In force"), lambda row: row.in_force),
        (_("Reason"), lambda row: row.reason),
    ),
)


def _missing(rows: Rows, code: str) -> Rows:
    return rows.filter(missing__contains=f" {code} ")


def lacks(row: Candidate) -> str:
    """What stands in the way, in words and in short."""
    names = [str(gate.NAMES[code]) for code in row.codes]
    return "; ".join([*([] if names else [str(row.get_obstacle_display())]), *names]) if row.obstacle else ""


_BY_PARTY = (Lower("agreement__counterparty_name"), Lower("agreement__title"), "id")
CANDIDATES = Listing(
    name=_("agreements that come into force"),
    finds=_("Find an agreement or party"),
    words=("agreement__counterparty_name", "agreement__title"),
    choices=(
        Choice(
            name="standing", label=_("Standing"), every=_("Every standing"), options=Standing.choices,
            narrow=by("standing"), elsewhere=True,
        ),
        Choice(
            name="missing", label=_("What is missing"), every=_("Whatever is missing"), options=tuple(gate.NAMES.items()),
            narrow=_missing,
        ),
    ),
    sorts={
        "": (_("By party"), _BY_PARTY),
        "standing": (_("By standing"), ("standing", *_BY_PARTY)),
        "day": (_("Earliest day first"), ("on", *_BY_PARTY)),
    },
    columns=(
        (_("Other side"), lambda row: row.agreement.counterparty_name),
        (_("Agreement"), lambda row: row.agreement.title),
        (_("Standing"), lambda row: row.get_standing_display()),
        (_("In force from"), lambda row: row.on),
        (_("By what"), lambda row: row.get_day_by_display() if row.on else ""),
        (_("What is missing"), lacks),
    ),
)  # fmt: skip
