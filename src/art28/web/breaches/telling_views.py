"""The page of a breach that shows what each agreement has been told, and who has not been told the newest facts."""

from uuid import UUID

from django.core.paginator import Page
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import queries, telling
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import State, TouchedAgreement


@require_safe
@requires(Right.READ)
def told(request: MemberRequest, breach_id: UUID) -> HttpResponseBase:
    """Phases, versions told, and what is newer."""
    breach = breach_asked(request, breach_id)
    versions = queries.versions(breach)

    def lines(page: Page[TouchedAgreement]) -> dict[str, object]:
        return {
            "breach": breach,
            "newest": versions[0],
            "phases": telling.phases(breach),
            "lines": telling.lines(breach, list(page.object_list), versions),
            "may_handle": breach.state == State.OPEN
            and (request.membership.may(Right.HANDLE) or request.membership.may(Right.DECIDE)),
        }

    return listing.shown(request, telling.listing_of(breach), telling.touched(breach), "breaches/told.html", lines)
