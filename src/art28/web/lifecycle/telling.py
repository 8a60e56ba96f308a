"""Lives in words: why a stage is refused, and the columns of the list."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.web.lifecycle.actions import Why
from art28.web.lifecycle.queries import Listed

REFUSED: Mapping[Why, str | Promise] = {
    Why.ORDER: gettext_lazy("An agreement does not come into that stage from the one it is in."),
    Why.INCOMPLETE: gettext_lazy("First mend what is missing below, or say why it is not needed:"),
    Why.NO_DAY: gettext_lazy("Say since which day."),
    Why.NO_GROUND: gettext_lazy("Say by what the agreement ends."),
    Why.NOT_BY_ITSELF: gettext_lazy(
        "By its own words this agreement can't be terminated by itself: it ends with the main agreement, or as both agree."
    ),
    Why.NOT_CURED: gettext_lazy(
        "Ending for failure asks for a notice, a term to cure it, and an end after that term: fill in both days."
    ),
    Why.STILL_RUNS: gettext_lazy(
        "Returning or deleting the data still runs. The agreement holds until that is recorded as done."
    ),
    Why.CHANGED: gettext_lazy("Its day changed after it was looked at."),
}


def columns() -> tuple[str, ...]:
    """The heads of an export."""
    return (_("Other side"), _("Agreement"), _("Our role"), _("Stage"), _("Since"))


def cells(row: Listed) -> Iterator[str]:
    """A line of it."""
    yield row.agreement.counterparty_name
    yield row.agreement.title
    yield row.agreement.get_direction_display()
    yield row.label
    yield row.since.isoformat() if row.since else ""
