"""The pages of signals: reporting one, the queue, one signal with its clocks, what is known of it, its files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from art28.web import downloads, listing
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import instants
from art28.web.breaches.asked import breach_asked
from art28.web.exercises import mode as playing
from art28.web.exercises.models import Exercise
from art28.web.intake import actions, lists, queries
from art28.web.intake.facts import facts_of
from art28.web.intake.forms import JoinForm, LookForm, NoBreachForm, SignalFactsForm, SignalForm, initial_of
from art28.web.intake.models import Signal, Source


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def report(request: MemberRequest) -> HttpResponse:
    """Report a signal: any member, in two minutes. It is played by who plays an exercise whose breach isn't recorded yet."""
    exercise = playing.before_its_breach(request)
    if request.method != "POST":
        filled = playing.signal_of(exercise) if exercise is not None and request.GET.get("filled") == "1" else {}
        form = SignalForm(initial={"noticed_at": timezone.now(), "reach": request.user.email, **filled})
        return render(request, "intake/report.html", {"form": form, "exercise": exercise})
    form = SignalForm(request.POST)
    if not form.is_valid():
        return render(request, "intake/report.html", {"form": form, "exercise": exercise}, status=422)
    try:
        signal = _reported(request, form, exercise)
    except playing.NotPlayed:
        messages.error(request, _("The exercise has ended meanwhile, or its breach is recorded. Nothing was recorded."))
        return HttpResponseRedirect(reverse("exercises:list"))
    messages.success(
        request,
        _("Signal %(reference)s is reported. Whoever assesses it has been told; you can add to it here.")
        % {"reference": signal.reference},
    )
    return to_signal(signal)


@transaction.atomic
def _reported(request: MemberRequest, form: SignalForm, exercise: Exercise | None) -> Signal:
    if exercise is not None:
        playing.hold(exercise)
    origin = actions.Origin(source=Source.FORM, by=request.user, exercise=exercise)
    return actions.report(request.organisation, form.facts(), origin=origin, actor=request.actor, now=timezone.now())


@require_safe
@requires(Right.READ)
def queue(request: MemberRequest) -> HttpResponseBase:
    """The signals that wait, what ends first in front."""
    context = {
        "state": listing.asked(request, lists.SIGNALS).chosen[0][1],
        "waiting": queries.waiting(request.organisation).count(),
        "mailbox_fault": queries.mailbox_fault() if request.membership.may(Right.DECIDE) else None,
        "now": timezone.now(),
        "may_record": request.membership.may(Right.REPORT_BREACH),
    }
    return listing.shown(request, lists.SIGNALS, queries.queue(request.organisation), "intake/queue.html", context)


@require_safe
@requires(Right.READ)
def signal(request: MemberRequest, signal_id: UUID) -> HttpResponse:
    """One signal: what is known, which clocks run, what may be decided."""
    return show(request, found(request, signal_id), {})


def show(request: MemberRequest, row: Signal, forms: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page of a signal; `forms` holds those that were filled in wrongly."""
    known = queries.versions(row)
    may = request.membership.may
    context = {
        "signal": row,
        "version": known[0],
        "facts": facts_of(known[0].facts),
        "versions": known,
        "clocks": queries.clocks(row),
        "files": queries.files(row),
        "now": timezone.now(),
        "may_add": row.is_open and _may_add(request, row),
        "may_report": may(Right.REPORT_BREACH),
        "may_look": row.is_open and may(Right.HANDLE),
        "may_record": row.is_open and may(Right.REPORT_BREACH),
        "may_decide": row.is_open and may(Right.DECIDE),
        "may_reopen": row.state == "no_breach" and may(Right.DECIDE),
        "may_ask": row.exercise_id is None,
        "look_form": forms.get("look") or look_form(request),
        "no_breach_form": forms.get("no_breach") or NoBreachForm(),
        "join_form": forms.get("join") or join_form(request, row),
    }
    return render(request, "intake/signal.html", context, status=status)


def look_form(request: MemberRequest, data: Any = None) -> LookForm:
    """Who may look into it: whoever works here."""
    form = LookForm(data, initial={"who": str(request.user.pk)})
    members = accounts.members(request.organisation)
    form.fields["who"].choices = [(str(row.user_id), str(row.user)) for row in members]  # type: ignore[attr-defined]
    return form


def join_form(request: MemberRequest, row: Signal, data: Any = None) -> JoinForm:
    """The open breaches; of one that is played that of its exercise."""
    form = JoinForm(data)
    rows = queries.joinable(request.organisation) if row.exercise is None else queries.played_open(row.exercise)
    form.fields["breach"].choices = [(str(row.pk), f"{row.reference} {row.title}") for row in rows]  # type: ignore[attr-defined]
    return form


def _may_add(request: MemberRequest, row: Signal) -> bool:
    return row.reported_by_id == request.user.pk or request.membership.may(Right.HANDLE)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def facts(request: MemberRequest, signal_id: UUID) -> HttpResponse:
    """Add to what is known, or correct it; whoever reported it may, and who handles breaches. The version before stays."""
    row = found(request, signal_id)
    if not _may_add(request, row):
        return render(request, "errors/403.html", status=403)
    newest = queries.versions(row)[0]
    if request.method != "POST":
        form = SignalFactsForm(initial=initial_of(facts_of(newest.facts)))
        return render(request, "intake/facts.html", {"form": form, "signal": row, "version": newest.number})
    form = SignalFactsForm(request.POST)
    based_on = request.POST.get("version", "")
    if not form.is_valid():
        return render(request, "intake/facts.html", {"form": form, "signal": row, "version": based_on}, status=422)
    try:
        actions.change_facts(
            row,
            form.facts(),
            why=form.cleaned_data["why"],
            based_on=int(based_on) if based_on.isascii() and based_on.isdigit() and len(based_on) < 9 else 0,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.StateChanged:
        form.add_error(
            None,
            _("Somebody else added to this signal or decided on it meanwhile. Yours is still here; compare first."),
        )
        context = {"form": form, "signal": row, "version": queries.versions(row)[0].number}
        return render(request, "intake/facts.html", context, status=409)
    messages.success(request, _("Kept as a new version; the one before stays."))
    return to_signal(row)


@require_safe
@requires(Right.READ)
def file(request: MemberRequest, signal_id: UUID, file_id: UUID) -> HttpResponse:
    """A file as it came, to be saved; nothing of it is shown or run here."""
    row = queries.file(request.organisation, signal_id, file_id)
    if row is None:
        raise Http404
    return downloads.foreign(bytes(row.data), row.name)


@require_safe
@requires(Right.READ)
def moments(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The chain of instants of a breach, each with its reason, and the signals that it consists of."""
    row = breach_asked(request, breach_id)
    known = sorted(instants.of(row).items(), key=lambda each: each[1].at)
    signals = queries.of_breach(request.organisation, breach_id)
    page = {"breach": row, "moments": known, "signals": signals, "corrections": instants.corrections(row)}
    return render(request, "intake/moments.html", {**page, "may_report": request.membership.may(Right.REPORT_BREACH)})


def found(request: MemberRequest, signal_id: UUID) -> Signal:
    """The signal of this organisation, or not found."""
    row = queries.signal(request.organisation, signal_id)
    if row is None:
        raise Http404
    return row


def to_signal(row: Signal) -> HttpResponseRedirect:
    """Back to the page of a signal."""
    return HttpResponseRedirect(reverse("intake:signal", args=(row.pk,)))
