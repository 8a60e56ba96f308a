"""Pages: the registers of instructions, declarations and assistance, recording one, and one with all that can be done."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import (
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.obligations import scoping
from art28.obligations.scoping import Within
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, Deed, Stage, perform, shown
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.casework import found
from art28.web.clocks import targets
from art28.web.costs import showing as costs
from art28.web.events.choosing import Asking, chosen
from art28.web.instructions import actions, acts, exporting, lists, queries
from art28.web.instructions.forms import AskForm, InstructionForm, TaskForm
from art28.web.instructions.models import WITHIN_LABELS, Matter, State
from art28.web.typed import identifier

PAGE = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register of instructions."""
    rows = queries.instructions(request.organisation, request.GET.dict())
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "here": "list",
        "states": State.choices,
        "state": request.GET.get("state", ""),
        "q": request.GET.get("q", "")[:80],
        "may_record": request.membership.may(Right.HANDLE),
        "query": "&".join(part for part in request.GET.urlencode().split("&") if not part.startswith("page=")),
    }
    return render(request, "instructions/list.html", context)


@require_safe
@requires(Right.READ)
def declarations(request: MemberRequest) -> HttpResponseBase:
    """The declarations of controllers."""
    context = {
        "here": "declarations",
        "today": timezone.localdate(),
        "may_record": request.membership.may(Right.HANDLE),
    }
    rows = queries.declarations(request.organisation)
    return listing.shown(request, lists.DECLARATIONS, rows, "instructions/declarations.html", context)


@require_safe
@requires(Right.READ)
def tasks(request: MemberRequest) -> HttpResponseBase:
    """The tasks of help."""
    context = {"here": "tasks", "may_record": request.membership.may(Right.HANDLE)}
    rows = queries.tasks(request.organisation)
    return listing.shown(request, lists.TASKS, rows, "instructions/tasks.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The register that is asked for as CSV or XLSX."""
    zone = ZoneInfo(request.organisation.time_zone)
    rows = queries.instructions(request.organisation, request.GET.dict()).iterator(500)
    name = downloads.dated(_("instructions"))
    cells = (exporting.cells(row, zone) for row in rows)
    return downloads.table(downloads.Table(_("Instructions"), exporting.columns(), cells, widths=(12, 20)), name, form)


def _new(
    request: MemberRequest, name: str, make: Callable[[Agreement, Any], Form], keep: Callable[[Agreement, Any, By], Any]
) -> HttpResponse:
    """Choose the agreement, then fill in what there is to say under it."""
    agreement = chosen(request, Asking(reverse("instructions:list"), _("Instructions")))
    if isinstance(agreement, HttpResponse):
        return agreement
    form = make(agreement, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        row = keep(agreement, form, By(request.user, request.actor, timezone.now()))
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse(f"instructions:{_PAGES[name]}", args=(row.pk,)))
    filled: dict[str, object] = {"form": form, "agreement": agreement, "name": name}
    return render(request, "instructions/new.html", filled, status=422 if form.errors else 200)


_PAGES = {"new": "detail", "ask": "declaration", "open": "help"}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Record an instruction."""

    def made(agreement: Agreement, data: Any) -> Form:
        known = scoping.purposes(deriving.standing(agreement))
        return InstructionForm(data, purposes=known, initial={"given_at": timezone.now()})

    return _new(request, "new", made, lambda under, form, by: actions.record_instruction(under, form.given(), by=by))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def ask(request: MemberRequest) -> HttpResponse:
    """Ask the controller for a declaration."""

    def made(agreement: Agreement, data: Any) -> Form:
        form: Form = acts.to_other(AskForm)(_Under(agreement), None, data, None)
        return form

    def kept(under: Agreement, form: Any, by: By) -> Any:
        given = form.cleaned_data
        return actions.ask_declaration(under, kind=given["kind"], activity=given["activity"], to=form.to(), by=by)

    return _new(request, "ask", made, kept)


class _Under:
    """What has an agreement, for the maker of a letter's form."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def open_task(request: MemberRequest) -> HttpResponse:
    """Open a task of help."""

    def kept(under: Agreement, form: Any, by: By) -> Any:
        given = {**form.cleaned_data, "matter": Matter(form.cleaned_data["matter"])}
        return actions.open_task(under, **given, by=by)

    def form(under: Agreement, data: Any) -> TaskForm:
        touching = queries.touching(under)
        wanted = identifier(request.GET.get("breach", ""))
        asked = touching.filter(pk=wanted).first() if wanted else None
        initial = {"asked_at": timezone.now(), **({"breach": asked, "matter": Matter.BREACH} if asked else {})}
        return TaskForm(data, initial=initial, touching=touching)

    return _new(request, "open", form, kept)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One instruction."""
    return _instruction(request, found(queries.instruction(request.organisation, case_id)), {})


@require_safe
@requires(Right.READ)
def declaration(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One declaration."""
    return _declaration(request, found(queries.declaration(request.organisation, case_id)), {})


@require_safe
@requires(Right.READ)
def task(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One task of help."""
    return _task(request, found(queries.task(request.organisation, case_id)), {})


def _instruction(request: MemberRequest, row: Any, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "within": WITHIN_LABELS[Within(row.within)] if row.within else "",
        "clocks": queries.clocks_of(row.organisation, queries.KIND, row.pk),
        **costs.of_case(request, queries.KIND, row.pk),
    }
    return _case(request, row, bound, acts.INSTRUCTION, "instructions/detail.html", context)


def _declaration(request: MemberRequest, row: Any, bound: Mapping[str, Form]) -> HttpResponse:
    return _case(
        request, row, bound, acts.DECLARATION, "instructions/declaration.html", {"today": timezone.localdate()}
    )


def _task(request: MemberRequest, row: Any, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "material": queries.material(row),
        "clocks": queries.clocks_of(row.organisation, queries.HELP, row.pk),
        **costs.of_case(request, queries.HELP, row.pk),
    }
    return _case(request, row, bound, acts.TASK, "instructions/task.html", context)


def _case(
    request: MemberRequest,
    row: Any,
    bound: Mapping[str, Form],
    deeds: Mapping[str, Deed],
    template: str,
    more: dict[str, Any],
) -> HttpResponse:
    context = {
        "row": row,
        "forms": shown(deeds, row, None, bound, request.membership.may),
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
        **more,
    }
    return render(request, template, context, status=422 if bound else 200)


@require_POST
@requires(Right.READ)
def act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Do something with an instruction."""
    return perform(request, _INSTRUCTION, name, found(queries.instruction(request.organisation, case_id)), None)


@require_POST
@requires(Right.READ)
def declaration_act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Do something with a declaration."""
    return perform(request, _DECLARATION, name, found(queries.declaration(request.organisation, case_id)), None)


@require_POST
@requires(Right.READ)
def task_act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Do something with a task of help."""
    return perform(request, _TASK, name, found(queries.task(request.organisation, case_id)), None)


_INSTRUCTION = Stage(acts=acts.INSTRUCTION, why_not=acts.WHY_NOT, page=_instruction, address=acts.address("detail"))
_DECLARATION = Stage(
    acts=acts.DECLARATION, why_not=acts.WHY_NOT, page=_declaration, address=acts.address("declaration")
)
_TASK = Stage(acts=acts.TASK, why_not=acts.WHY_NOT, page=_task, address=acts.address("help"))
