"""The list of whom a mailing goes to, declared once (`listing`)."""

from django.utils.translation import gettext_lazy as _

from art28.web.listing import Choice, Listing, Rows, by
from art28.web.mailings.models import Obstacle, Standing

_BY_PARTY = ("agreement__counterparty_name", "bundle", "id")


def _open(rows: Rows, _value: str) -> Rows:
    return rows.filter(open_questions__gt=0)


LINES = Listing(
    name=_("to whom"),
    finds=_("Find a party or address"),
    words=("agreement__counterparty_name", "agreement__title", "recipient", "recipient_name"),
    choices=(
        Choice(name="state", label=_("State"), every=_("All"), options=Standing.choices, narrow=by("standing")),
        Choice(
            name="language",
            label=_("Language"),
            every=_("Every language"),
            options=(("nl", _("Dutch")), ("en", _("English"))),
            narrow=by("language"),
        ),
        Choice(
            name="obstacle",
            label=_("Can't be sent"),
            every=_("Whatever stands in its way"),
            options=Obstacle.choices,
            narrow=by("obstacle"),
            elsewhere=True,
        ),
        Choice(
            name="questions",
            label=_("Open questions"),
            every=_("With or without"),
            options=(("1", _("With open questions")),),
            narrow=_open,
            elsewhere=True,
        ),
    ),
    sorts={
        "": (_("What is due first"), ("order_at", "bundle", "id")),
        "party": (_("By party"), _BY_PARTY),
        "questions": (_("Most open questions first"), ("-open_questions", *_BY_PARTY)),
    },
    columns=(
        (_("Limit"), lambda row: row.ends_at),
        (_("Party"), lambda row: row.agreement.counterparty_name),
        (_("Agreement"), lambda row: row.agreement.title),
        (_("To"), lambda row: row.recipient),
        (_("Name"), lambda row: row.recipient_name),
        (_("Language"), lambda row: row.language.upper()),
        (_("Open questions"), lambda row: row.open_questions),
        (_("State"), lambda row: row.message.get_state_display() if row.message else row.get_standing_display()),
        (_("Can't be sent"), lambda row: row.get_obstacle_display()),
    ),
)
