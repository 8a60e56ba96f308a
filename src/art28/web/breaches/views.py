"""The pages of breaches: the list, the room, its facts, calls, excluding, closing."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.notices.breach import BreachFacts
from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import actions, lists, queries, rooms
from art28.web.breaches.asked import breach_asked, to_room, touched_asked
from art28.web.breaches.forms import CallForm, FactsForm, ReasonForm, initial_of
from art28.web.breaches.models import Breach, State, TouchedAgreement
from art28.web.breaches.recording import words
from art28.web.contacts import escalating
from art28.web.typed import identifier, whole

_PER_PAGE = 50
_PER_ROOM = 20
_IN_FULL = 5
"""How many agreements a room shows in full; more are rows that open."""


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The breaches of the organisation, open ones first."""

    def lines(page: Page[Breach]) -> dict[str, object]:
        rows = list(page.object_list)
        standings = queries.standings(request.organisation, [row.pk for row in rows], now=timezone.now())
        return {
            "lines": [{"breach": row, "clock": standings.get(row.pk)} for row in rows],
            "may_record": request.membership.may(Right.REPORT_BREACH),
        }

    return listing.shown(request, lists.BREACHES, queries.breaches(request.organisation), "breaches/list.html", lines)


@require_safe
@requires(Right.READ)
def room(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The breach room: the facts once, each agreement with its own clock, one time line."""
    breach = breach_asked(request, breach_id)
    now = timezone.now()
    versions = queries.versions(breach, most=rooms.NEWEST)
    known = queries.facts(versions[0], breach)
    narrowing = queries.Narrowing(words(request), request.GET.get("state", ""))
    progress, opened = queries.progress(breach), identifier(request.GET.get("open", ""))
    is_wide = progress.touched > _IN_FULL
    rows = queries.narrowed(breach, narrowing)
    if is_wide and opened is not None and request.htmx:
        rows = rows.filter(agreement=opened)  # the row that is opened or shut, and no other
    page = Paginator(rows, _PER_PAGE if is_wide else _PER_ROOM).get_page(request.GET.get("page"))
    sides = _sides(breach, list(page.object_list), known, now)
    is_open = breach.state == State.OPEN
    context = {
        "breach": breach,
        "facts": known,
        "version": versions[0],
        "page": page,
        "narrowing": narrowing,
        "progress": progress,
        "is_wide": is_wide,
        "opened": opened if request.GET.get("shut") != "1" else None,
        "standing": queries.standings(breach.organisation, [breach.pk], now=now).get(breach.pk),
        "sides": sides,
        "timeline": rooms.timeline(breach, versions, sides),
        "now": now,
        "may_handle": request.membership.may(Right.HANDLE) and is_open,
        "may_decide": request.membership.may(Right.DECIDE) and is_open,
        "may_report": request.membership.may(Right.REPORT_BREACH),
        "call_form": CallForm(initial={"at": now}),
    }
    template = "breaches/room_body.html" if request.htmx else "breaches/room.html"
    return render(request, template, context)


def _sides(breach: Breach, rows: list[TouchedAgreement], known: BreachFacts, now: datetime) -> tuple[rooms.Side, ...]:
    escalated = escalating.escalated(breach, [row.agreement_id for row in rows])
    return tuple(
        replace(side, escalated=escalated.get(side.touched.agreement_id, ()))
        for side in rooms.sides(breach, rows, known, now=now)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def facts(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Correct or add to the facts; the version before stays."""
    breach = breach_asked(request, breach_id)
    newest = queries.newest(breach)
    if request.method != "POST":
        form = FactsForm(initial=initial_of(breach.title, queries.facts(newest, breach)))
        return render(request, "breaches/facts.html", {"form": form, "breach": breach, "version": newest.number})
    form = FactsForm(request.POST)
    based_on = whole(request.POST.get("version", ""))
    if not form.is_valid():
        context = {"form": form, "breach": breach, "version": based_on}
        return render(request, "breaches/facts.html", context, status=422)
    try:
        actions.change_facts(
            breach,
            title=form.cleaned_data["title"],
            facts=form.facts(),
            based_on=based_on,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.StateChanged:
        form.add_error(
            None, _("Somebody else changed the facts meanwhile. Yours are still in the form; compare and save again.")
        )
        context = {"form": form, "breach": breach, "version": newest.number}
        return render(request, "breaches/facts.html", context, status=409)
    messages.success(request, _("The facts are kept as a new version. Drafts follow; what was sent stays as sent."))
    return to_room(breach)


@require_POST
@requires(Right.HANDLE)
def call(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Keep a telephone call."""
    touched = touched_asked(request, breach_id, agreement_id)
    form = CallForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The call was not kept: give the moment at which it was made."))
        return to_room(touched.breach)
    actions.record_call(touched, **form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("The call is kept."))
    return to_room(touched.breach)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def exclude(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Say that the breach does not touch an agreement, with the reason."""
    touched = touched_asked(request, breach_id, agreement_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "breach": touched.breach, "agreement": touched.agreement}
    if request.method != "POST" or not form.is_valid():
        return render(request, "breaches/exclude.html", context, status=422 if request.method == "POST" else 200)
    try:
        actions.exclude(
            touched, reason=form.cleaned_data["reason"], by=request.user, actor=request.actor, now=timezone.now()
        )
    except actions.StateChanged:
        messages.error(request, _("This agreement was told or excluded meanwhile; nothing was changed."))
        return to_room(touched.breach)
    messages.success(request, _("The agreement counts as not touched. Its clocks have stopped; the reason is kept."))
    return to_room(touched.breach)


@require_POST
@requires(Right.DECIDE)
def include(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Take back that an agreement is not touched."""
    found = queries.excluded(request.organisation, breach_id, agreement_id)
    if found is None:
        raise Http404
    try:
        actions.include(found, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("This agreement counted as touched already."))
        return to_room(found.breach)
    messages.success(request, _("The agreement counts as touched again, and its clocks run on."))
    return to_room(found.breach)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def close(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Close the breach with a reason."""
    breach = breach_asked(request, breach_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _closing(request, breach, form, status=422 if request.method == "POST" else 200)
    try:
        actions.close(breach, reason=form.cleaned_data["reason"], actor=request.actor, now=timezone.now())
    except actions.StillRunning:
        form.add_error(
            None, _("A notification still runs. Make it, or cancel its clock with a reason; then close the breach.")
        )
        return _closing(request, breach, form, status=409)
    except actions.StateChanged:
        messages.error(request, _("This breach was closed already."))
        return to_room(breach)
    messages.success(request, _("Breach %(reference)s is closed.") % {"reference": breach.reference})
    return to_room(breach)


def _closing(request: MemberRequest, breach: Breach, form: ReasonForm, *, status: int) -> HttpResponse:
    """The page says what must end first, and who has not been told the newest facts: once closed, they no longer can be."""
    progress = queries.progress(breach)
    context = {
        "form": form,
        "breach": breach,
        "in_the_way": queries.in_the_way(breach),
        "starting": progress.starting,
        "behind": progress.behind,
        "newest": queries.newest(breach),
    }
    return render(request, "breaches/close.html", context, status=status)
