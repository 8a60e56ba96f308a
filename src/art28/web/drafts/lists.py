"""The list of drafts, declared once (`listing`)."""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.drafts.models import Answer, Remark, Round, State
from art28.web.listing import Choice, Listing, Rows

FILTERS: Mapping[str, tuple[str, ...]] = {
    "open": (State.OPEN, State.SENT, State.AGREED),
    "signing": (State.SIGNING,),
    "signed": (State.SIGNED, State.HOLDS),
    "withdrawn": (State.WITHDRAWN,),
}
"""By what the list is narrowed, and the states that each holds."""


ANSWERED = Exists(
    Round.objects.filter(draft=OuterRef("pk"), closed_at=None).filter(
        Q(answer=Answer.CHANGES) | Exists(Remark.objects.filter(round=OuterRef("pk"), by=None))
    )
)
"""Whether the other side remarked on the version that it has, or handed an edit of it back."""
OURS = Q(state=State.AGREED) | (Q(state=State.SENT) & Q(ANSWERED))
"""Which drafts wait for us: those answered, and those agreed, to be signed."""


def _turn(rows: Rows, _value: str) -> Rows:
    return rows.filter(OURS)


def _among(rows: Rows, value: str) -> Rows:
    return rows.filter(state__in=FILTERS[value])


DRAFTS = Listing(
    name=_("drafts"),
    finds=_("Find by party or title"),
    words=("counterparty__name", "title"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("All"),
            options=(
                ("open", _("To be agreed")),
                ("signing", _("Being signed")),
                ("signed", _("Signed")),
                ("withdrawn", _("Withdrawn")),
            ),
            narrow=_among,
            elsewhere=True,
        ),
        Choice(
            name="turn", label=_("Whose turn"), every=_("Whoever"), options=(("ours", _("Our turn")),), narrow=_turn
        ),
    ),
    sorts={
        "": (_("Changed last first"), ("-changed_at", "-id")),
        "oldest": (_("Changed longest ago first"), ("changed_at", "id")),
        "party": (_("By party"), (Lower("counterparty__name"), "id")),
    },
    columns=(
        (_("Counterparty"), lambda row: row.counterparty.name),
        (_("Title"), lambda row: row.title),
        (_("State"), lambda row: row.get_state_display()),
        (_("Language"), lambda row: row.language),
        (_("Version"), lambda row: row.version),
        (_("Begun by"), lambda row: row.made_by),
        (_("Begun"), lambda row: row.made_at),
        (_("Changed"), lambda row: row.changed_at),
    ),
)
