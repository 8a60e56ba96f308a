"""The page of a breach that shows what each agreement has been told, and who has not been told the newest facts."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import queries, telling
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import State

_PER_PAGE = 50


@require_safe
@requires(Right.READ)
def told(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Phases, versions told, and what is newer."""
    breach = breach_asked(request, breach_id)
    versions = queries.versions(breach)
    newest, state = versions[0], request.GET.get("state", "")
    page = Paginator(telling.narrowed(breach, state), _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "breach": breach,
        "newest": newest,
        "phases": telling.phases(breach),
        "page": page,
        "lines": telling.lines(breach, list(page.object_list), versions),
        "state": state,
        "may_handle": breach.state == State.OPEN
        and (request.membership.may(Right.HANDLE) or request.membership.may(Right.DECIDE)),
    }
    return render(request, "breaches/told.html", context)
