"""Claims on the timeline of their agreement."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from art28.web.agreements.models import Agreement
from art28.web.claims import queries
from art28.web.lifecycle.happening import Entry
from art28.web.lifecycle.timeline import MOST


def entries(agreement: Agreement) -> Iterator[Entry]:
    """What was claimed, reported and settled."""
    for claim in queries.under(agreement)[:MOST]:
        href = reverse("claims:detail", args=(claim.pk,))
        yield Entry(claim.recorded_at, _("Claim %(number)s") % {"number": claim.reference}, claim.event, href)
        if claim.default_at is not None:
            yield Entry(
                claim.default_at, _("Notice of default: %(number)s") % {"number": claim.reference}, "", href, "late"
            )
        if claim.reported_at is not None:
            yield Entry(claim.reported_at, _("Claim reported: %(number)s") % {"number": claim.reference}, "", href)
        if claim.closed_at is not None:
            what = _("Claim over: %(number)s") % {"number": claim.reference}
            yield Entry(claim.closed_at, what, str(claim.get_state_display()), href, "done")
    for dispute in queries.disputes(agreement.organisation, {"state": "all"}).filter(agreement=agreement)[:MOST]:
        href, what = (
            reverse("claims:dispute", args=(dispute.pk,)),
            _("Dispute %(number)s") % {"number": dispute.reference},
        )
        yield Entry(dispute.recorded_at, what, dispute.what[:120], href)
    for row in queries.terminations(agreement.organisation, {"state": "all"}).filter(agreement=agreement)[:MOST]:
        href = reverse("claims:termination", args=(row.pk,))
        what = _("Termination %(number)s") % {"number": row.reference}
        yield Entry(row.recorded_at, what, str(row.get_ground_display()), href, "late")
        if row.closed_at is not None:
            yield Entry(row.closed_at, what, str(row.get_state_display()), href, "done")
