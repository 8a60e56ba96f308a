"""The pages of exercises: past ones beside each other, starting one, playing it, its report."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import State
from art28.web.exercises import mode, queries
from art28.web.exercises.models import Exercise
from art28.web.exercises.scenarios import scenario, scenarios
from art28.web.exercising import actions, documents, erasing, lists, reporting
from art28.web.exercising.report import figures, report
from art28.web.intake import queries as signals
from art28.web.received import queries as reports

_BARS = 20


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The exercises, newest first, each with its times, so that one sees whether it goes faster; and how to start one."""

    def beside(page: Page[Exercise]) -> dict[str, object]:
        lines = figures(request.organisation, list(page.object_list))
        newest = sorted(lines, key=lambda line: line.exercise.started_at, reverse=True)[:_BARS]
        return {
            "lines": lines,
            "bars": reporting.bars(newest),
            "now_playing": {"exercise": queries.running(request.organisation, request.user)},
            "scenarios": scenarios(get_language() or "nl"),
            "may_start": request.membership.may(Right.HANDLE),
            "open_breaches": breaches.breaches(request.organisation).filter(state=State.OPEN).count(),
        }

    rows = queries.exercises(request.organisation)
    return listing.shown(request, lists.EXERCISES, rows, "exercising/list.html", beside)


@require_POST
@requires(Right.HANDLE)
def start(request: MemberRequest) -> HttpResponse:
    """Begin an exercise, and play it."""
    chosen = scenario(request.POST.get("scenario", ""), get_language() or "nl")
    if chosen is None:
        messages.error(request, _("Choose what is played."))
        return HttpResponseRedirect(reverse("exercises:list"))
    try:
        exercise = actions.start(
            request.organisation, chosen, player=request.user, actor=request.actor, now=timezone.now()
        )
    except actions.NoAddress:
        messages.error(
            request,
            _(
                "Your account has no e-mail address that works, and all that an exercise sends goes there. Mend it first."
            ),
        )
        return HttpResponseRedirect(reverse("exercises:list"))
    except actions.AlreadyPlaying:
        messages.error(request, _("You play an exercise already. End it before you start another."))
        return HttpResponseRedirect(reverse("exercises:list"))
    mode.enter(request, exercise)
    return _to(exercise)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, exercise_id: UUID) -> HttpResponse:
    """The story and what to do while it runs; the report once it has ended."""
    exercise, now = _exercise(request, exercise_id), timezone.now()
    found = report(exercise, now=now)
    kept = mode.shown(request)
    context = {
        "exercise": exercise,
        "report": found,
        "timeline": reporting.drawn(found),
        "limits": reporting.limits(found),
        "story_now": exercise.story_at + found.took,
        "is_player": exercise.player_id == request.user.pk,
        "plays": kept is not None and kept["id"] == str(exercise.pk),
        "may_end": _may_end(request, exercise),
        "may_erase": request.membership.may(Right.DECIDE) and exercise.ended_at is not None,
        "may_record": request.membership.may(Right.REPORT_BREACH),
        "signals": signals.played(exercise),
        "received": reports.played(exercise),
        "supplier": mode.is_at_supplier(exercise),
        "now": now,
    }
    return render(request, "exercising/detail.html", context)


@require_safe
@requires(Right.READ)
def document(request: MemberRequest, exercise_id: UUID) -> HttpResponse:
    """The report as a PDF; while the exercise runs, as far as it is."""
    exercise, now = _exercise(request, exercise_id), timezone.now()
    zone = ZoneInfo(request.organisation.time_zone)
    name = f"{_('exercise')}-{exercise.reference}.pdf".lower()
    return downloads.document(documents.as_pdf(report(exercise, now=now), zone=zone, now=now), name)


@require_POST
@requires(Right.HANDLE)
def play(request: MemberRequest, exercise_id: UUID) -> HttpResponse:
    """Play along: what one records as a breach from here on belongs to the exercise."""
    exercise = _exercise(request, exercise_id)
    if exercise.ended_at is not None:
        messages.error(request, _("This exercise has ended."))
    else:
        mode.enter(request, exercise)
    return _to(exercise)


@require_POST
@requires(Right.READ)
def leave(request: MemberRequest, exercise_id: UUID) -> HttpResponse:
    """Stop playing; the exercise itself goes on."""
    exercise = _exercise(request, exercise_id)
    mode.leave(request)
    messages.success(request, _("You have left the exercise: what you record now is real."))
    return _to(exercise)


@require_POST
@requires(Right.READ)
def end(request: MemberRequest, exercise_id: UUID) -> HttpResponse:
    """End the exercise: who started it may, and who decides."""
    exercise = _exercise(request, exercise_id)
    if not _may_end(request, exercise, ended_too=True):
        raise PermissionDenied
    try:
        actions.end(exercise, by=request.user, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("This exercise had ended already."))
    else:
        messages.success(request, _("The exercise has ended. Its report stands below."))
    mode.leave(request)
    return _to(exercise)


@require_POST
@requires(Right.DECIDE)
def erase(request: MemberRequest, exercise_id: UUID) -> HttpResponse:
    """Erase an exercise that has ended."""
    exercise = _exercise(request, exercise_id)
    try:
        erasing.erase(exercise, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("An exercise is erased once it has ended."))
        return _to(exercise)
    messages.success(request, _("Exercise %(reference)s is erased.") % {"reference": exercise.reference})
    return HttpResponseRedirect(reverse("exercises:list"))


def _may_end(request: MemberRequest, exercise: Exercise, *, ended_too: bool = False) -> bool:
    own = exercise.player_id == request.user.pk
    return (own or request.membership.may(Right.DECIDE)) and (ended_too or exercise.ended_at is None)


def _exercise(request: MemberRequest, exercise_id: UUID) -> Exercise:
    found = queries.exercise(request.organisation, exercise_id)
    if found is None:
        raise Http404
    return found


def _to(exercise: Exercise) -> HttpResponse:
    return HttpResponseRedirect(reverse("exercises:detail", args=(exercise.pk,)))
