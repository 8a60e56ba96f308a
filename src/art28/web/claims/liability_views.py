"""Page: what an agreement says of liability, read by facts and by people, its claims, and what stands invalid."""

from collections.abc import Mapping
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import Stage, perform, shown
from art28.web.agreements.models import Agreement
from art28.web.claims import acts, queries, reading, telling
from art28.web.claims.models import Head, Point
from art28.web.events import queries as events
from art28.web.lifecycle import governing

_CLAIMS = 20
_GOVERNS = ("law.governing", "law.court")


@require_safe
@requires(Right.READ)
def liability(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """What the agreement says of liability."""
    return _page(request, _found(request, agreement_id), {})


def _page(request: MemberRequest, row: Agreement, bound: Mapping[str, Form]) -> HttpResponse:
    read = queries.clauses(row)
    sentences = reading.sentences(row, tuple(point for point in Point if point not in read))
    heads = dict(Head.choices)
    points = [
        {
            "point": point,
            "clause": read.get(point),
            "heads": [heads[each] for each in read[point].heads] if point in read else (),
            "sentences": sentences.get(point, ()),
            "form": _form(row, point, bound),
        }
        for point in Point
    ]
    context = {
        "agreement": row,
        "lines": governing.said(row, "liability.", also=_GOVERNS),
        "points": points,
        "asked": sum(1 for point in Point if point not in read),
        "invalid": queries.invalid(row),
        "conflicts": [(telling.words_of(each), each) for each in queries.conflicts(row)],
        "claims": queries.under(row)[:_CLAIMS],
        "policies": queries.policies_under(row),
        "today": timezone.localdate(),
        "soon": timezone.localdate() + queries.SOON,
        "inspections": queries.inspections(row),
        "disputes": queries.disputes(row.organisation, {"state": "all"}).filter(agreement=row)[:_CLAIMS],
        "terminations": queries.terminations(row.organisation, {"state": "all"}).filter(agreement=row)[:_CLAIMS],
        "forms": shown(acts.LIABILITY, row, None, bound, request.membership.may),
        "may_record": request.membership.may(Right.HANDLE),
    }
    return render(request, "claims/liability.html", context, status=422 if bound else 200)


def _form(row: Agreement, point: Point, bound: Mapping[str, Form]) -> Form:
    given = bound.get("clause")
    if given is not None and given.data.get("point") == point.value:
        return given
    return acts.clause_form(row, point)


def _found(request: MemberRequest, agreement_id: UUID) -> Agreement:
    row = events.agreement(request.organisation, agreement_id)
    if row is None:
        raise Http404
    return row


@require_POST
@requires(Right.READ)
def act(request: MemberRequest, agreement_id: UUID, name: str) -> HttpResponse:
    """Read a clause, or find one invalid."""
    return perform(request, _STAGE, name, _found(request, agreement_id), None)


_STAGE = Stage(acts=acts.LIABILITY, why_not=acts.WHY_NOT, page=_page, address=acts.liability_address)
