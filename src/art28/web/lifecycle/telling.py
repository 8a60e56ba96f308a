"""Lives in words: why a stage is refused, and the columns of the list."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.web.agreements.models import Agreement
from art28.web.lifecycle.actions import Why
from art28.web.lifecycle.stages import Stage

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
}


def columns() -> tuple[str, ...]:
    """The heads of an export."""
    return (_("Other side"), _("Agreement"), _("Our role"), _("Stage"), _("Since"))


def cells(row: Agreement) -> Iterator[str]:
    """A line of it; `row` bears `stage` and `since` (`queries.lives`)."""
    stage = getattr(row, "stage", "")
    since = getattr(row, "since", None)
    yield row.counterparty_name
    yield row.title
    yield row.get_direction_display()
    yield str(Stage(stage).label) if stage else _("not said")
    yield since.isoformat() if since else ""
