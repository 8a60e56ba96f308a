"""Endings: the list with its filters and files, notice, and the page of one ending."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from art28.obligations import retaining
from art28.obligations.ending import agreed_end, surviving
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import deriving
from art28.web.clocks import queries as clock_queries
from art28.web.endings import actions, asking, exporting, lists, picture, queries, telling
from art28.web.endings.forms import (
    AskForm,
    CertifyForm,
    ChoiceForm,
    CostForm,
    DeleteForm,
    KeepForm,
    NoticeForm,
    PlaceForm,
    ReasonForm,
    ReceiptForm,
    ReturnForm,
    WithholdForm,
)
from art28.web.endings.models import Ending
from art28.web.endings.queries import Narrowing
from art28.web.endings.refusals import Refused, Why
from art28.web.endings.saying import agreed_of, clause
from art28.web.events.choosing import Asking, chosen
from art28.web.typed import identifier

_PER_PAGE = 50


def narrowing(request: MemberRequest) -> Narrowing:
    """What the address narrows a list to."""
    given = request.GET
    words = given.get("q", "").replace("\x00", "")[:80].strip()
    return Narrowing(words, given.get("state", "")[:20], identifier(given.get("agreement", "")))


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The endings, what ends first in front."""
    by, now = narrowing(request), timezone.now()
    sort, order = listing.order(request, lists.ENDING_SORTS)
    rows = queries.endings(request.organisation, by, now=now).order_by(*order)
    context = {
        "page": Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")),
        "sort": sort,
        "sorts": listing.orders(lists.ENDING_SORTS),
        "by": by,
        "states": exporting.ENDING_STATES,
        "now": now,
        "may_record": request.membership.may(Right.HANDLE),
        "query": request.GET.urlencode(),
    }
    return render(request, "endings/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The list as CSV or XLSX, narrowed as it is on the page."""
    rows = queries.endings(request.organisation, narrowing(request), now=timezone.now())
    rows = rows.order_by(*listing.order(request, lists.ENDING_SORTS)[1])
    cells = (exporting.ending_cells(row) for row in rows.iterator(500))
    table = downloads.Table(_("Endings"), exporting.ending_heads(), cells)
    return downloads.table(table, downloads.dated(_("endings")), form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Choose the agreement, see what it says of its end, and record notice."""
    agreement = chosen(request, Asking(reverse("endings:list"), _("Endings"), _("Which agreement ends?")))
    if isinstance(agreement, HttpResponse):
        return agreement
    posted = request.method == "POST"
    form = NoticeForm(request.POST if posted else None, initial={"noticed_on": timezone.localdate()})
    standing = queries.of_agreement(agreement)
    if posted and form.is_valid():
        try:
            row = actions.give_notice(agreement, form.given(), by=request.user, actor=request.actor, now=timezone.now())
        except Refused as refused:
            form.add_error(None if refused.why is Why.SECOND_NOTICE else _FIELDS.get(refused.why), str(refused))
        else:
            messages.success(request, _("Notice is recorded; the clocks of the end run."))
            return HttpResponseRedirect(reverse("endings:detail", args=(row.pk,)))
    agreed = agreed_end(deriving.standing(agreement))
    context = {"agreement": agreement, "form": form, "agreed": agreed.terms, "standing": standing}
    return render(request, "endings/new.html", context, status=422 if form.errors else 200)


_FIELDS = {
    Why.NOT_BY_ITSELF: "scope",
    Why.BEFORE_NOTICE: "ends_on",
    Why.IN_THE_PAST: "ends_on",
    Why.NO_TARGET: "target_on",
}


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, ending_id: UUID) -> HttpResponse:
    """One ending: how it stands, what waits and until when, and what can be done."""
    return page(request, asked(request, ending_id))


def asked(request: MemberRequest, ending_id: UUID) -> Ending:
    """An ending of the member's organisation."""
    found = queries.ending(request.organisation, ending_id)
    if found is None:
        raise Http404
    return found


def page(request: MemberRequest, row: Ending, bound: Form | None = None, act: str = "") -> HttpResponse:
    """The page of an ending, with a form that was filled in wrongly where there is one."""
    now, organisation = timezone.now(), request.organisation
    places = queries.items(row)
    held = tuple(queries.holds(organisation, (row.agreement_id,)))
    agreed = agreed_of(row.agreed)
    left = tuple(each for each in places if each.deleted_at is None)
    stays = tuple(each for each in left if each.kept_until is not None)
    costs = tuple(row.costs.order_by("at", "id"))
    context: dict[str, Any] = {
        "ending": row,
        "now": now,
        "places": places,
        "left": left,
        "stays": stays,
        "attesting": telling.attesting(left) if request.membership.may(Right.HANDLE) else (),
        "outstanding": tuple(each for each in left if each.kept_until is None),
        "holds": held,
        "agreed": agreed,
        "clauses": {
            "data": clause(agreed, "end.data"),
            "window": clause(agreed, "end.choice_window", "end.data"),
            "costs": clause(agreed, "end.costs"),
            "withheld": clause(agreed, "end.withheld_until_payment"),
        },
        "costs_by": agreed.text("end.costs"),
        "may_withhold_by_agreement": agreed.says("end.withheld_until_payment"),
        "steps": telling.steps(row, places, now=now, held=bool(held)),
        "lanes": picture.lanes(row, places, now=now, held=bool(held)),
        "estimate": [each for each in costs if not each.actual],
        "spent": [each for each in costs if each.actual],
        "estimate_total": sum(each.cents for each in costs if not each.actual),
        "spent_total": sum(each.cents for each in costs if each.actual),
        "rows": clock_queries.about(organisation, subject_kind=actions.KIND, subject_id=row.event_id),
        "running": _running(row),
        "survives": telling.outliving(surviving(deriving.standing(row.agreement), holds_data=bool(stays))),
        "certificates": tuple(row.certificates.order_by("-language").defer("pdf")),
        "open": row.completed_at is None and row.cancelled_at is None,
        "may_handle": request.membership.may(Right.HANDLE),
        "may_decide": request.membership.may(Right.DECIDE),
        "forms": _forms(row, left, bound, act, now, by=str(request.user)),
    }
    return render(request, "endings/detail.html", context, status=422 if bound is not None else 200)


def _running(row: Ending) -> tuple[Any, ...]:
    """What else runs under the agreement and goes on: requests, breaches, claims."""
    rows = clock_queries.obligations(row.organisation).filter(agreement=row.agreement_id, ended_at=None)
    return tuple(rows.exclude(subject_kind__in=(actions.KIND, queries.RETENTION)).order_by("due_at", "id")[:20])


def _forms(
    row: Ending, left: tuple[Any, ...], bound: Form | None, act: str, now: datetime, *, by: str
) -> dict[str, Form]:
    at = {"at": now}
    grounds = retaining.grounds(row.ends_on)
    known = asking.contact(row) if row.chosen_at is None else None
    to = {
        "recipient": row.asked_of or (known.email if known else ""),
        "name": row.asked_name or (known.name if known else ""),
    }
    made: dict[str, Form] = {
        "ask": AskForm(initial={**to, "signed_by": by}),
        "choose": ChoiceForm(initial=at, prefix=None),
        "cost": CostForm(),
        "withhold": WithholdForm(),
        "dispute": ReasonForm(),
        "release": ReasonForm(),
        "return": ReturnForm(initial={**at, "form": agreed_of(row.agreed).text("end.return_format")}),
        "receipt": ReceiptForm(initial=at),
        "place": PlaceForm(),
        "delete": DeleteForm(initial=at, offered=left),
        "stays": KeepForm(grounds=grounds),
        "certify": CertifyForm(),
        "take_back": ReasonForm(),
        "hold": ReasonForm(),
    }
    for name, form in made.items():
        form.auto_id = f"{name}-%s"
    if bound is not None:
        bound.auto_id = f"{act}-%s"
        made[act] = bound
    return made


@require_safe
@requires(Right.READ)
def certificate(request: MemberRequest, ending_id: UUID, language: str) -> HttpResponse:
    """The certificate as it was made."""
    row = asked(request, ending_id)
    found = queries.certificate(request.organisation, row.pk, language)
    if found is None:
        raise Http404
    return downloads.document(bytes(found.pdf), f"certificate-{row.ends_on}-{language}.pdf")


@require_safe
@requires(Right.READ)
def checksums(request: MemberRequest, ending_id: UUID) -> HttpResponse:
    """The list of checksums of what was returned."""
    row = asked(request, ending_id)
    if not row.checksums:
        raise Http404
    return downloads.document(row.checksums, "SHA256SUMS.txt")
