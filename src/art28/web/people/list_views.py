"""The lists of staff, access, movements and trainings: searched, narrowed, sorted by their address, and handed out so."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.people import exporting, finding, lists, queries
from art28.web.people.models import Move, TrainingKind

PAGE = 50


def _page(request: MemberRequest, rows: Any, here: str, **more: Any) -> HttpResponse:
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "here": here,
        "q": request.GET.get("q", "")[:80],
        "given": request.GET,
        "may_change": request.membership.may(Right.DECIDE),
        "today": timezone.localdate(),
        **more,
    }
    return render(request, f"people/{here}.html", context)


@require_safe
@requires(Right.READ_STAFF)
def index(request: MemberRequest) -> HttpResponse:
    """The people."""
    today = timezone.localdate()
    rows = queries.listed(request.organisation, request.GET.dict(), today)
    more = {
        "standings": queries.STANDINGS.items(),
        "lacks": queries.LACKS.items(),
        "roles": queries.roles(request.organisation),
        "screened": queries.screened(request.organisation, today),
    }
    return _page(request, rows, "list", **more)


@require_safe
@requires(Right.READ_STAFF)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The people of the list."""
    rows = queries.listed(request.organisation, request.GET.dict(), timezone.localdate())
    return exporting.answer(exporting.staff(rows.iterator(500)), form)


def _accessing(request: MemberRequest, known: finding.Held) -> Any:
    wanted = request.GET.get("found", "")
    among = finding.found(request.organisation, known, wanted) if wanted else None
    return queries.accessing(request.organisation, request.GET.dict(), among)


@require_safe
@requires(Right.READ_STAFF)
def access(request: MemberRequest) -> HttpResponse:
    """Who has access to whose data, and what is wrong with it."""
    known = finding.held(request.organisation, timezone.localdate())
    return _page(request, _accessing(request, known), "access", known=known, findings=finding.LABELS.items())


@require_safe
@requires(Right.READ_STAFF)
def export_access(request: MemberRequest, form: str) -> HttpResponseBase:
    """The access of the list."""
    known = finding.held(request.organisation, timezone.localdate())
    rows: Any = _accessing(request, known).iterator(500)
    return exporting.answer(exporting.access(rows, known), form)


@require_safe
@requires(Right.READ_STAFF)
def access_of(request: MemberRequest, member_id: UUID) -> HttpResponseBase:
    """All access of one person, standing and withdrawn."""
    today = timezone.localdate()
    row = queries.member(request.organisation, member_id, today)
    if row is None:
        raise Http404
    context = {
        "row": row,
        "held": finding.held(request.organisation, today),
        "may_change": request.membership.may(Right.DECIDE),
    }
    return listing.shown(request, lists.ACCESS_OF, queries.grants_of(row), "people/access_of.html", context)


@require_safe
@requires(Right.READ_STAFF)
def movements(request: MemberRequest) -> HttpResponse:
    """Who joined, moved and left."""
    return _page(request, queries.movements(request.organisation, request.GET.dict()), "movements", moves=Move.choices)


@require_safe
@requires(Right.READ_STAFF)
def export_movements(request: MemberRequest, form: str) -> HttpResponseBase:
    """The movements of the list."""
    rows = queries.movements(request.organisation, request.GET.dict()).iterator(500)
    return exporting.answer(exporting.movements(rows), form)


@require_safe
@requires(Right.READ_STAFF)
def trainings(request: MemberRequest) -> HttpResponse:
    """What was taught."""
    rows = queries.trainings(request.organisation, request.GET.dict())
    return _page(request, rows, "trainings", kinds=TrainingKind.choices)


@require_safe
@requires(Right.READ_STAFF)
def export_trainings(request: MemberRequest, form: str) -> HttpResponseBase:
    """The trainings of the list."""
    rows = queries.trainings(request.organisation, request.GET.dict()).iterator(500)
    return exporting.answer(exporting.trainings(rows), form)
