"""Pages: the register of audits, one that is asked for with what the agreement says of it, and all that can be done."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.obligations.auditing import Check, Point
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, Stage, perform, shown
from art28.web.agreements.models import Direction
from art28.web.audits import actions, acts, offering, queries, rooms, telling
from art28.web.audits.forms import AskForm, HoldForm
from art28.web.audits.models import POINTS, Audit, ItemState, State
from art28.web.casework import found
from art28.web.clocks import targets
from art28.web.costs import showing as costs
from art28.web.events.choosing import Asking, chosen
from art28.web.uploads import takes_files

PAGE = 50
_VISITS = 100


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register of audits."""
    page = Paginator(queries.audits(request.organisation, request.GET.dict()), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "states": State.choices,
        "state": request.GET.get("state", ""),
        "q": request.GET.get("q", "")[:80],
        "may_record": request.membership.may(Right.HANDLE),
    }
    return render(request, "audits/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The register that is asked for as CSV or XLSX."""
    zone = ZoneInfo(request.organisation.time_zone)
    rows = queries.audits(request.organisation, request.GET.dict()).iterator(500)
    table = downloads.Table(_("Audits"), telling.columns(), (telling.cells(row, zone) for row in rows), widths=(12, 28))
    return downloads.table(table, downloads.dated(_("audits")), form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Keep that an audit is asked for under an agreement, or that we are to hold one of a processor of ours."""
    lead = _("Do you process for them, then they ask for it; do they process for you, then you hold it.")
    agreement = chosen(request, Asking(reverse("audits:list"), _("Audits"), lead=lead))
    if isinstance(agreement, HttpResponse):
        return agreement
    now, posted = timezone.now(), request.POST if request.method == "POST" else None
    by_us = agreement.direction == Direction.CONTROLLER
    form: AskForm | HoldForm
    if by_us:
        form = HoldForm(posted, initial={"asked_by": request.user.name, "third_party": True})
    else:
        form = AskForm(posted, initial={"asked_at": now, "third_party": True})
    if posted is not None and form.is_valid():
        asked = form.asked(now) if isinstance(form, HoldForm) else form.asked()
        row = actions.ask(agreement, asked, by=By(request.user, request.actor, now))
        messages.success(request, _("Kept. Below stands what the agreement says of it."))
        return HttpResponseRedirect(acts.address(row))
    shown_form: dict[str, object] = {"form": form, "agreement": agreement, "by_us": by_us}
    return render(request, "audits/new.html", shown_form, status=422 if form.errors else 200)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One audit."""
    return _page(request, found(queries.audit(request.organisation, case_id)), {})


def _page(request: MemberRequest, row: Audit, bound: Mapping[str, Form]) -> HttpResponse:
    verdict = actions.verdict(row) if row.state == State.ASKED else None
    room = rooms.room(row)
    forms: Any = shown(acts.ACTS, row, None, bound, request.membership.may)
    context = {
        "row": row,
        "verdict": verdict,
        "checks": [(_label(row, check), check) for check in verdict.checks] if verdict else _decided(row),
        "at_hand": offering.at_hand(row, timezone.localdate()) if row.state == State.ASKED else (),
        "own_reports": bool(forms["room_report"].fields["own"].choices) if "room_report" in forms else False,
        "items": queries.items(row),
        "item_open": ItemState.ASKED,
        "findings": queries.findings(row),
        "clocks": queries.clocks_of(row),
        "documents": rooms.documents(row),
        "room": room,
        "room_open": room is not None and room.is_open_at(timezone.now()),
        "room_link": request.build_absolute_uri(reverse("audits:room", args=(room.token,))) if room else "",
        "visits": rooms.visits(row)[:_VISITS],
        **costs.of_case(request, queries.KIND, row.pk),
        "forms": forms,
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
    }
    return render(request, "audits/detail.html", context, status=422 if bound else 200)


def _label(row: Audit, check: Check) -> Any:
    if check.point is Point.NOTICE and row.by_us and row.announced_at is None:
        return _("It can still be announced in time")
    return POINTS[check.point]


def _decided(row: Audit) -> list[tuple[Any, Mapping[str, Any]]]:
    return [(POINTS[each["point"]], each) for each in row.checks]


@require_safe
@requires(Right.READ)
def document(request: MemberRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """A document of an audit as it was put in."""
    row = found(queries.audit(request.organisation, case_id))
    kept = found(rooms.document(row, document_id))
    return downloads.foreign(bytes(kept.bytes.data), kept.file_name)


@takes_files()
@require_POST
@requires(Right.READ)
def act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Do something with an audit."""
    return perform(request, _STAGE, name, found(queries.audit(request.organisation, case_id)), None)


_STAGE = Stage(acts=acts.ACTS, why_not=acts.WHY_NOT, page=_page, address=acts.address)
