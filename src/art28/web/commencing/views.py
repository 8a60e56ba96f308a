"""The pages of commencements: the list, beginning one, how each agreement stands, letting them come into force."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.commencing import actions, lists, queries
from art28.web.commencing.forms import AgainForm, BeginForm
from art28.web.commencing.models import Candidate, Commencement, Obstacle, Standing, State
from art28.web.lifecycle import gate
from art28.web.lifecycle.forms import WaiveForm


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The commencements."""
    context = {"may_decide": request.membership.may(Right.DECIDE)}
    rows = queries.commencements(request.organisation)
    return listing.shown(request, lists.COMMENCEMENTS, rows, "commencing/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def new(request: MemberRequest) -> HttpResponse:
    """Which agreements, with what the address says of it; how many those are."""
    if request.method != "POST":
        given = {"stage": request.GET.get("stage", ""), "words": request.GET.get("q", "").replace("\x00", "")[:200]}
        return _new(request, BeginForm(request.organisation, initial=given))
    form = BeginForm(request.organisation, request.POST)
    if not form.is_valid():
        return _new(request, form, status=422)
    made = actions.begin(
        request.organisation, form.wanted(), by=request.user, actor=request.actor, now=timezone.now()
    )  # fmt: skip
    messages.success(request, _("Each agreement is being looked at. None comes into force before you say so."))
    return _to(made)


def _new(request: MemberRequest, form: BeginForm, *, status: int = 200) -> HttpResponse:
    return render(request, "commencing/new.html", {"form": form}, status=status)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, commencement_id: UUID) -> HttpResponseBase:
    """How every agreement stands: which can come into force and from which day, which can't and why; or as a file."""
    found = _found(request, commencement_id)
    rows = queries.candidates(found)
    if file := listing.filed(request, lists.CANDIDATES, rows):
        return file
    page, tools = listing.part(request, lists.CANDIDATES, rows)
    counts = queries.counts(found)
    missed = queries.missed(request.organisation, list(page))
    deciding = request.membership.may(Right.DECIDE)
    looked = found.state == State.LOOKED
    context = {
        "found": found,
        "page": page,
        "tools": tools,
        "rows": [(row, missed.get(row.pk, ()), _is_mended(row, missed)) for row in page],
        "counts": counts,
        "standing": tools.values["standing"],
        "pills": [(each.value, each.label, counts.standing[each]) for each in Standing if counts.standing[each]],
        "lacking": [(code, gate.NAMES[code], count) for code, count in counts.most_missing],
        "ready": counts.standing[Standing.READY],
        "done": counts.done(found.state),
        "total": counts.all - counts.standing[Standing.LEFT_OUT],
        "busy": found.due_at is not None,
        "may_decide": deciding,
        "may_confirm": deciding and looked and bool(counts.standing[Standing.READY]),
        "may_look_again": deciding and looked and bool(counts.out),
        "may_stop": deciding and found.state in (State.LOOKING, State.LOOKED),
        "may_leave_out": deciding and looked,
        "again_form": AgainForm(initial={"on": found.on}),
        "no_day": Obstacle.NO_DAY,
    }
    return render(request, "commencing/detail.html", context)


def _is_mended(row: Candidate, missed: dict[UUID, tuple[gate.Item, ...]]) -> bool:
    """Whether nothing is missing any more of what was when it was looked at."""
    return bool(row.missing) and not missed.get(row.pk)


@require_POST
@requires(Right.DECIDE)
def confirm(request: MemberRequest, commencement_id: UUID) -> HttpResponse:
    """Let what can come into force do so."""
    found = _found(request, commencement_id)
    act = partial(actions.confirm, found, by=request.user, actor=request.actor, now=timezone.now())
    if (count := _done(request, act)) is not None:
        said = ngettext("%(n)s agreement comes into force.", "%(n)s agreements come into force.", count)
        messages.success(request, said % {"n": count})
    return _to(found)


@require_POST
@requires(Right.DECIDE)
def again(request: MemberRequest, commencement_id: UUID) -> HttpResponse:
    """Look again at what stayed out, with a day for those that have none of their own."""
    found = _found(request, commencement_id)
    form = AgainForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That is no day. Nothing was changed."))
        return _to(found)
    act = partial(
        actions.look_again, found, form.cleaned_data["on"], actor=request.actor, now=timezone.now()
    )  # fmt: skip
    if _done(request, act) is not None:
        messages.success(request, _("What stayed out is looked at again."))
    return _to(found)


@require_POST
@requires(Right.DECIDE)
def waive(request: MemberRequest, commencement_id: UUID, item: str) -> HttpResponse:
    """Say that something is not needed under any of the agreements that miss it."""
    found = _found(request, commencement_id)
    if item not in gate.NAMES:
        raise Http404
    form = WaiveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it is not needed; then it is kept."))
        return _to(found)
    act = partial(
        actions.waive, found, item, form.cleaned_data["reason"], by=request.user, actor=request.actor, now=timezone.now()
    )  # fmt: skip
    if (count := _done(request, act)) is not None:
        said = ngettext(
            "Kept for %(n)s agreement, which is looked at again.",
            "Kept for %(n)s agreements, which are looked at again.",
            count,
        )
        messages.success(request, said % {"n": count})
    return _to(found)


@require_POST
@requires(Right.DECIDE)
def go_on(request: MemberRequest, commencement_id: UUID) -> HttpResponse:
    """Have one that stopped go on."""
    found = _found(request, commencement_id)
    _done(request, partial(actions.go_on, found, actor=request.actor, now=timezone.now()))
    return _to(found)


@require_POST
@requires(Right.DECIDE)
def stop(request: MemberRequest, commencement_id: UUID) -> HttpResponse:
    """Go no further."""
    found = _found(request, commencement_id)
    _done(request, partial(actions.stop, found, actor=request.actor, now=timezone.now()))
    return _to(found)


@require_POST
@requires(Right.DECIDE)
def leave_out(request: MemberRequest, candidate_id: UUID) -> HttpResponse:
    """Leave one agreement out."""
    row = _candidate(request, candidate_id)
    _done(request, partial(actions.leave_out, row, actor=request.actor, now=timezone.now()))
    return _to(row.commencement)


@require_POST
@requires(Right.DECIDE)
def take_in(request: MemberRequest, candidate_id: UUID) -> HttpResponse:
    """Take one agreement in again."""
    row = _candidate(request, candidate_id)
    _done(request, partial(actions.take_in, row, actor=request.actor, now=timezone.now()))
    return _to(row.commencement)


def _done(request: MemberRequest, act: Callable[[], int | None]) -> int | None:
    """What an act gives, 0 where it gives nothing; None where it came too late, which the person is told."""
    try:
        return act() or 0
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: it has moved on meanwhile. This is how it stands now."))
        return None


def _to(found: Commencement) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("commencing:detail", args=(found.pk,)))


def _found(request: MemberRequest, commencement_id: UUID) -> Commencement:
    found = queries.commencement(request.organisation, commencement_id)
    if found is None:
        raise Http404
    return found


def _candidate(request: MemberRequest, candidate_id: UUID) -> Candidate:
    found = queries.candidate(request.organisation, candidate_id)
    if found is None:
        raise Http404
    return found
