"""Claims on the timeline of their agreement."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from art28.web.agreements.models import Agreement
from art28.web.claims import queries
from art28.web.lifecycle.timeline import MOST, Entry


def entries(agreement: Agreement) -> Iterator[Entry]:
    """What was claimed, reported and settled."""
    for row in queries.under(agreement)[:MOST]:
        href = reverse("claims:detail", args=(row.pk,))
        yield Entry(row.recorded_at, _("Claim %(number)s") % {"number": row.reference}, row.event, href)
        if row.default_at is not None:
            yield Entry(
                row.default_at, _("Notice of default: %(number)s") % {"number": row.reference}, "", href, "late"
            )
        if row.reported_at is not None:
            yield Entry(row.reported_at, _("Claim reported: %(number)s") % {"number": row.reference}, "", href)
        if row.closed_at is not None:
            what = _("Claim over: %(number)s") % {"number": row.reference}
            yield Entry(row.closed_at, what, str(row.get_state_display()), href, "done")
