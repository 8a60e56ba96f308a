"""Today, and one obligation: how its limit was counted, what ends it, who sees to it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.agreement import labels
from art28.obligations.manner import manner_of
from art28.obligations.record import duty_of
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks import actions, correcting, counting, queries, targets, ticking
from art28.web.clocks import today as todays
from art28.web.clocks.correction_views import AnswerForm
from art28.web.clocks.filters import ELSEWHERE, EVENTS
from art28.web.clocks.forms import CancelForm, DoneForm, LatenessForm, OwnerForm
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.moving_forms import offered
from art28.web.exercises import kinds


@require_safe
@requires(Right.READ)
def today(request: MemberRequest) -> HttpResponse:
    """What runs, what waits on another, this week, what is asked."""
    now = timezone.now()
    context = {
        "today": todays.today(request.organisation, now=now),
        "now": now,
        "targets": targets.targets(request.organisation),
        "workers": queries.workers_alive(now=now),
        "may_record": request.membership.may(Right.REPORT_BREACH),
        "may_handle": request.membership.may(Right.HANDLE),
        "corrections": correcting.open_questions(request.organisation).count(),
    }
    return render(request, "clocks/today_body.html" if request.htmx else "clocks/today.html", context)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """One obligation."""
    row = obligation_of(request, obligation_id)
    running = row.ended_at is None
    owner_form = OwnerForm(initial={"owner": str(row.owner_id or "")})
    owner_form.offer(list(accounts.members(request.organisation)))
    context = {
        "row": row,
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
        "late": queries.is_late(row, timezone.now()),
        "event_kinds": OF_EVENTS,
        "beneficiary": _beneficiary(row),
        "may_handle": running and request.membership.may(Right.HANDLE),
        "may_decide": running and request.membership.may(Right.DECIDE),
        "may_explain": request.membership.may(Right.DECIDE) and row.state == "late",
        "ends_by_hand": _ends_by_hand(row),
        "done_form": DoneForm(initial={"at": timezone.now()}),
        "items": ticking.items(row, (get_language() or "nl")[:2]),
        "manner": manner_of(duty_of(row.duty)),
        "cancel_form": CancelForm(auto_id="id_cancel_%s"),
        "lateness_form": LatenessForm(initial={"reasons": row.late_reasons}),
        "owner_form": owner_form,
        "counted": counting.counted(row.limit),
        "changes": queries.changes(row),
        "question": correcting.open_questions(request.organisation).filter(obligation=row).first(),
        "answer_form": AnswerForm(auto_id="id_answer_%s"),
        **(offered(row) if running else {}),
    }
    return render(request, "clocks/detail.html", context)


OF_EVENTS = frozenset(EVENTS) - {"breach", "incident", "measure", "review", *kinds.PLAYED}
"""The kinds of subject that a person said had happened, each on a page of its own."""


def _beneficiary(row: Obligation) -> str:
    """Towards whom: the other party and which of its contacts, or somebody outside the agreement."""
    language, duty = (get_language() or "nl")[:2], duty_of(row.duty)
    contact = manner_of(duty).contact
    if contact in ("authority", "csirt", "data_subject", "own"):
        return labels.contact(contact, language)
    return f"{labels.role(duty.beneficiary, language)}, {labels.contact(contact, language)}"


@require_POST
@requires(Right.HANDLE)
def done(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """End a clock that an act ends, or a message that people sent themselves."""
    row = obligation_of(request, obligation_id)
    form = DoneForm(request.POST)
    if not _ends_by_hand(row) or not form.is_valid():
        return _refused(request, row, form)
    now = timezone.now()
    at, reason = form.cleaned_data["at"] or now, form.cleaned_data["reason"]
    by = Proof.DONE if row.ends_by == Proof.DONE else Proof.REACHED
    if row.ends_by == Proof.ACKNOWLEDGED:
        by = Proof.ACKNOWLEDGED
    return _moved(request, row, lambda: actions.end(row, at=at, by=by, reason=reason, actor=request.actor, now=now))


def _ends_by_hand(row: Obligation) -> bool:
    """Whether a person says that it is done: the report of a breach is sent from its room, and ends its clock itself.

    What closes only with something new on file (`ELSEWHERE`) is closed where that is kept.
    """
    return row.subject_kind not in ELSEWHERE and (
        row.ends_by == Proof.DONE or row.subject_kind not in ("breach", kinds.BREACH)
    )


@require_POST
@requires(Right.HANDLE)
def tick(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Tick a step, or take the tick back."""
    row = obligation_of(request, obligation_id)
    item, now = request.POST.get("item", "")[:60], timezone.now()
    try:
        if "back" in request.POST:
            ticking.untick(row, item, actor=request.actor, now=now)
        else:
            note = request.POST.get("note", "").replace("\x00", "")[:500].strip()
            ticking.tick(row, item, note=note, by=request.user, actor=request.actor, now=now)
    except ticking.UnknownItem as error:
        raise Http404 from error
    except actions.StateChanged:
        messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
    return HttpResponseRedirect(f"{reverse('clock', args=(row.pk,))}#steps")


@require_POST
@requires(Right.DECIDE)
def cancel(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Stop a clock that was started for nothing."""
    row = obligation_of(request, obligation_id)
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _refused(request, row, form)
    reason = form.cleaned_data["reason"]
    return _moved(request, row, lambda: actions.cancel(row, reason=reason, actor=request.actor, now=timezone.now()))


@require_POST
@requires(Right.DECIDE)
def lateness(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Say why the limit was not kept."""
    row = obligation_of(request, obligation_id)
    form = LatenessForm(request.POST)
    if not form.is_valid():
        return _refused(request, row, form)
    reasons, now = form.cleaned_data["reasons"], timezone.now()
    return _moved(request, row, lambda: actions.explain_lateness(row, reasons=reasons, actor=request.actor, now=now))


@require_POST
@requires(Right.HANDLE)
def owner(request: MemberRequest, obligation_id: UUID) -> HttpResponse:
    """Give the obligation to a member."""
    row = obligation_of(request, obligation_id)
    members = {str(member.user_id): member.user for member in accounts.members(request.organisation)}
    chosen = request.POST.get("owner", "")
    if chosen and chosen not in members:
        raise Http404
    now = timezone.now()
    return _moved(request, row, lambda: actions.assign(row, owner=members.get(chosen), actor=request.actor, now=now))


def _moved(request: MemberRequest, row: Obligation, move: actions.Move) -> HttpResponse:
    try:
        move()
    except actions.StateChanged:
        messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
    else:
        messages.success(request, _("Kept."))
    return _back(row)


def _refused(request: MemberRequest, row: Obligation, form: forms.Form) -> HttpResponse:
    errors = [str(error) for found in form.errors.values() for error in found]
    messages.error(request, " ".join(errors) or _("This clock ends by its message, not by hand."))
    return _back(row)


def _back(row: Obligation) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("clock", args=(row.pk,)))


def obligation_of(request: MemberRequest, obligation_id: UUID) -> Obligation:
    """The obligation of an address; one of another organisation is not found."""
    row = (
        queries.obligations(request.organisation)
        .filter(pk=obligation_id)
        .select_related("organisation", "agreement", "owner")
        .first()
    )
    if row is None:
        raise Http404
    return row
