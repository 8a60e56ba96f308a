"""The pages of the call list: the list, one call with what to say, and what came of it."""

from collections.abc import Iterator, Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from art28.notices.call import call_script
from art28.notices.notice import NoticeKind
from art28.notices.specials import Named
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, NotNow
from art28.web.breaches import composing
from art28.web.breaches import queries as breaches
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.breaches.models import State as BreachState
from art28.web.calls import actions, exporting, queries
from art28.web.calls.forms import InVainForm, ReachedForm
from art28.web.calls.models import State
from art28.web.calls.queries import Callee
from art28.web.contacts import appointing, escalating
from art28.web.contacts.forms import EscalateForm
from art28.web.contacts.models import Level
from art28.web.contacts.telling import WHY_NOT
from art28.web.mailings import queries as mailings

_PER_PAGE = 50
_PER_SHEET = 500
_AT_ONCE = 250


@require_safe
@requires(Right.READ)
def index(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Who is to be called, what ends first in front; with how far the calls are."""
    breach, now = breach_asked(request, breach_id), timezone.now()
    narrowing = queries.Narrowing(
        request.GET.get("q", "").replace("\x00", "")[:200].strip(), request.GET.get("state", "")
    )
    on_paper = request.GET.get("paper") == "1"
    rows = queries.narrowed(breach, narrowing, now=now)
    page = Paginator(rows, _PER_SHEET if on_paper else _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "breach": breach,
        "page": page,
        "callees": queries.callees(breach, list(page.object_list)),
        "progress": queries.progress(breach, now=now),
        "narrowing": narrowing,
        "mine": queries.held_by(breach, request.user, now=now),
        "on_paper": on_paper,
        "now": now,
        "may_call": request.membership.may(Right.HANDLE) and breach.state == BreachState.OPEN,
    }
    return render(request, "calls/list.html", context)


@require_POST
@requires(Right.HANDLE)
def claim_next(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Take up what is to be called next."""
    breach = breach_asked(request, breach_id)
    row = actions.claim_next(breach, by=request.user, actor=request.actor, now=timezone.now())
    if row is None:
        messages.success(request, _("Nobody waits for a call now."))
        return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))
    return HttpResponseRedirect(reverse("calls:call", args=(breach_id, row.agreement_id)))


@require_POST
@requires(Right.HANDLE)
def claim(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Take up one call of the list."""
    row = _row(request, breach_id, agreement_id)
    if not actions.claim(row, by=request.user, actor=request.actor, now=timezone.now()):
        messages.error(request, _("Somebody else is calling them, or has reached them."))
        return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))
    return HttpResponseRedirect(reverse("calls:call", args=(breach_id, agreement_id)))


@require_safe
@requires(Right.READ)
def call(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """One call: the numbers, what to say, what is asked, and what came of it."""
    return _show(request, _row(request, breach_id, agreement_id), {})


def _show(request: MemberRequest, row: TouchedAgreement, bound: Mapping[str, Form]) -> HttpResponse:
    """The page; `bound` holds the form that was filled in wrongly."""
    now = timezone.now()
    (callee,) = queries.callees(row.breach, [row])
    line = callee.line
    is_mine = line is not None and line.state == State.CLAIMED and line.caller_id == request.user.pk
    ours = appointing.standing(request.organisation, row.agreement)
    context = {
        "breach": row.breach,
        "callee": callee,
        "agreement": row.agreement,
        "script": _script(request, callee),
        "calls": breaches.calls(row),
        "form": bound.get("reached") or ReachedForm(),
        "in_vain_form": bound.get("in_vain") or InVainForm(then=callee.then),
        "ours": appointing.turned_to(ours, Level.BREACH),
        "final": ours.get(Level.FINAL) if Level.FIRST in ours else None,
        "escalate_form": bound.get("escalate") or _escalate_form(row, callee),
        "escalated": escalating.escalated(row.breach, (row.agreement_id,)).get(row.agreement_id, ()),
        "is_mine": is_mine and request.membership.may(Right.HANDLE),
        "may_call": request.membership.may(Right.HANDLE) and row.closed_at is None,
        "now": now,
    }
    return render(request, "calls/call.html", context, status=422 if bound else 200)


def _escalate_form(row: TouchedAgreement, callee: Callee) -> EscalateForm:
    """What the caller would lay before whoever bears final responsibility, to be written on."""
    ends_at = callee.known.clock.ends_at if callee.known.clock else None
    said = {
        "reference": row.breach.reference,
        "party": row.agreement.counterparty_name or row.agreement.title,
        "at": date_format(timezone.localtime(ends_at), "j F H:i") if ends_at else "–",
    }
    words = (
        _("%(reference)s: nobody of %(party)s could be reached by telephone. The limit ends on %(at)s.")
        if ends_at
        else _("%(reference)s: nobody of %(party)s could be reached by telephone.")
    )
    return EscalateForm(initial={"matter": words % said}, auto_id="id_escalate_%s")


def _script(request: MemberRequest, callee: Callee) -> tuple[str, ...]:
    touched, known = callee.touched, callee.known
    kind = composing.kinds(touched, known)[0]
    sketch = Sending(
        kind=NoticeKind(kind), recipient="", recipient_name="", signed_by=str(request.user), closing_reason="…"
    )
    notice = composing.notice(touched, sketch, known, token="-", evidence=None, now=timezone.now())  # noqa: S106
    processor = str(known.said.values.get("processor.name") or touched.organisation.name)
    return call_script(notice, caller=str(request.user), processor=processor, asked_for=_asked_for(callee.now))


def _asked_for(person: Named | None) -> str:
    return person.called if person and (person.name or person.role) else ""


@require_POST
@requires(Right.HANDLE)
def give_back(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Let somebody else make the call."""
    row = _row(request, breach_id, agreement_id)
    try:
        actions.give_back(row, by=request.user, actor=request.actor, now=timezone.now())
    except actions.NotYours:
        messages.error(request, _("This call is no longer yours; nothing was changed."))
    return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))


@require_POST
@requires(Right.HANDLE)
def reached(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Keep that somebody was reached."""
    row, now = _row(request, breach_id, agreement_id), timezone.now()
    form = ReachedForm(request.POST)
    if not form.is_valid():
        return _show(request, row, {"reached": form})
    try:
        actions.reached(row, at=now, **form.cleaned_data, by=request.user, actor=request.actor, now=now)
    except actions.NotYours:
        messages.error(request, _("This call is no longer yours; keep it with the breach instead."))
        return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))
    messages.success(request, _("The call is kept."))
    return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))


@require_POST
@requires(Right.HANDLE)
def in_vain(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Keep that nobody was reached: the next is called at once, or it comes back later."""
    row, now = _row(request, breach_id, agreement_id), timezone.now()
    (callee,) = queries.callees(row.breach, [row])
    form = InVainForm(request.POST, then=callee.then)
    if not form.is_valid():
        return _show(request, row, {"in_vain": form})
    try:
        later = actions.in_vain(
            row,
            at=now,
            again_in=form.again_in(),
            called=callee.now.called if callee.now else "",
            note=form.cleaned_data["note"],
            by=request.user,
            actor=request.actor,
            now=now,
        )
    except actions.NotYours:
        messages.error(request, _("This call is no longer yours; keep it with the breach instead."))
        return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))
    if later is None:
        messages.success(request, _("Kept. Now the next."))
        return HttpResponseRedirect(reverse("calls:call", args=(breach_id, agreement_id)))
    at = date_format(timezone.localtime(later), "H:i")
    messages.success(request, _("Kept. It comes back at %(at)s.") % {"at": at})
    return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))


@require_POST
@requires(Right.HANDLE)
def escalate(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Lay before whoever of us bears final responsibility that nobody is reached."""
    row = _row(request, breach_id, agreement_id)
    form = EscalateForm(request.POST, auto_id="id_escalate_%s")
    if not form.is_valid():
        return _show(request, row, {"escalate": form})
    by = By(request.user, request.actor, timezone.now())
    try:
        kept = escalating.escalate(row.agreement, form.cleaned_data["matter"], by=by, breach=row.breach)
    except NotNow as refusal:
        messages.error(request, str(WHY_NOT[refusal.code]))
    else:
        messages.success(request, _("Laid before %(name)s.") % {"name": kept.final.name})
    return HttpResponseRedirect(reverse("calls:call", args=(breach_id, agreement_id)))


@require_POST
@requires(Right.HANDLE)
def from_mailing(request: MemberRequest, breach_id: UUID, mailing_id: UUID) -> HttpResponse:
    """Put on the list whom a mailing can't reach by e-mail."""
    breach = breach_asked(request, breach_id)
    mailing = mailings.mailing(request.organisation, mailing_id)
    if mailing is None or mailing.subject_id != breach.pk:
        raise Http404
    count = actions.put_on(breach, mailings.without_address(mailing), actor=request.actor, now=timezone.now())
    said = ngettext("%(n)s is on the call list now.", "%(n)s are on the call list now.", count)
    messages.success(request, said % {"n": count})
    return HttpResponseRedirect(reverse("calls:list", args=(breach_id,)))


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, breach_id: UUID) -> HttpResponseBase:
    """The list as a workbook."""
    breach = breach_asked(request, breach_id)
    rows = queries.narrowed(breach, queries.Narrowing(state="all"), now=timezone.now())[: exporting.MOST]
    zone = ZoneInfo(request.organisation.time_zone)
    table = exporting.table(_all(breach, list(rows)), zone, title=_("Call list"))
    return downloads.table(table, f"bellijst-{breach.reference}", "xlsx")


def _all(breach: Breach, rows: list[TouchedAgreement]) -> Iterator[Callee]:
    for start in range(0, len(rows), _AT_ONCE):
        yield from queries.callees(breach, rows[start : start + _AT_ONCE])


def _row(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> TouchedAgreement:
    row = queries.one(breach_asked(request, breach_id), agreement_id)
    if row is None:
        raise Http404
    return row
