"""The pages of a change: the list of changes, proposing one, and what it asks of each agreement."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.obligations.impact import Need
from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.notices import queries as outbox
from art28.web.subprocessors import impacts, lists, proposals, proposing
from art28.web.subprocessors.models import Proposal, State
from art28.web.subprocessors.proposal_forms import ProposalForm
from art28.web.subprocessors.terms import KEYS
from art28.web.typed import whole

_PER_PAGE = 50


def sought(request: MemberRequest) -> str:
    """What is searched for."""
    return request.GET.get("q", "").replace("\x00", "")[:200].strip()


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The changes."""
    rows = proposals.proposals(request.organisation)
    context = {"may_propose": request.membership.may(Right.HANDLE)}
    return listing.shown(request, lists.CHANGES, rows, "subprocessors/changes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def propose(request: MemberRequest) -> HttpResponse:
    """Propose a change; nobody is told yet."""
    initial = {name: request.GET.get(name, "")[:40] for name in ("kind", "sub_processor")}
    form = _form(request, request.POST if request.method == "POST" else None, initial)
    if request.method != "POST" or not form.is_valid():
        return _edit(request, form, None, 422 if request.method == "POST" and not form.looks else 200)
    made = proposing.propose(
        request.organisation, form.proposed(), by=request.user, actor=request.actor, now=timezone.now()
    )
    return to(made)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def edit(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Change a proposal that was not announced."""
    found = proposal_of(request, proposal_id)
    if request.method != "POST":
        return _edit(request, _form(request, None, _initial(found)), found, 200)
    form = _form(request, request.POST, {})
    if not form.is_valid():
        return _edit(request, form, found, 200 if form.looks else 422)
    try:
        based_on = whole(request.POST.get("version", ""))
        proposing.change(found, form.proposed(), based_on=based_on, actor=request.actor, now=timezone.now())
    except proposing.StateChanged:
        form.add_error(
            None, _("It was announced, or somebody else changed it meanwhile. Yours is still here; compare first.")
        )
        return _edit(request, form, found, 409)
    return to(found)


def _form(request: MemberRequest, given: Any, initial: dict[str, Any]) -> ProposalForm:
    return ProposalForm(request.organisation, given, initial=initial)


def _initial(found: Proposal) -> dict[str, Any]:
    names = ("kind", "role", "countries", "services", "planned_on", "why", "reply_to", "window_days")
    return {
        **{name: getattr(found, name) for name in names},
        "sub_processor": str(found.sub_processor_id),
        "replaced": str(found.replaced_id or ""),
    }


def _edit(request: MemberRequest, form: ProposalForm, found: Proposal | None, status: int) -> HttpResponse:
    return render(request, "subprocessors/propose.html", {"form": form, "proposal": found}, status=status)


@require_safe
@requires(Right.READ)
def impact(request: MemberRequest, proposal_id: UUID) -> HttpResponseBase:
    """What a change asks of each agreement that it touches, as things stand now."""
    found = proposal_of(request, proposal_id)
    every = impacts.impacts(request.organisation, proposals.change_of(found))
    tools = listing.asked(request, lists.ASKS)
    rows = every.narrowed(tools)
    if form := listing.wanted_form(request):
        return listing.saved(found.reference, lists.ASKS.columns, rows, form)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    shown = [line.id for line in page.object_list]
    now = timezone.now()
    context = {
        "proposal": found,
        "services": proposals.services_of(found),
        "impacts": every,
        "counts": [(each, every.counts.get(each, 0)) for each in reversed(Need) if every.counts.get(each)],
        "page": page,
        "passages": impacts.passages(request.organisation, shown, KEYS),
        "tools": tools,
        "need": tools.values["need"],
        "now": now,
        "too_late": sum(1 for line in every.lines if line.tell_by and line.tell_by < now),
        "bounces": bool(found.reply_to and outbox.undeliverable(request.organisation, (found.reply_to,))),
        "may_propose": request.membership.may(Right.HANDLE) and found.state == State.DRAFT,
        "may_announce": request.membership.may(Right.DECIDE) and found.state == State.DRAFT,
    }
    return render(request, "subprocessors/impact.html", context)


@require_POST
@requires(Right.HANDLE)
def drop(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Withdraw a proposal that nobody was told of."""
    found = proposal_of(request, proposal_id)
    try:
        proposing.drop(found, actor=request.actor, now=timezone.now())
    except proposing.StateChanged:
        messages.error(request, _("Nothing was changed: it was announced or withdrawn meanwhile."))
        return to(found)
    messages.success(request, _("Withdrawn. Nobody had been told."))
    return HttpResponseRedirect(reverse("subprocessors:changes"))


def proposal_of(request: MemberRequest, proposal_id: UUID) -> Proposal:
    """The proposal of an address."""
    found = proposals.proposal(request.organisation, proposal_id)
    if found is None:
        raise Http404
    return found


def to(found: Proposal) -> HttpResponseRedirect:
    """To the page about it."""
    return HttpResponseRedirect(reverse("subprocessors:impact", args=(found.pk,)))
