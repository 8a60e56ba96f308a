"""The pages of mailings: those about one event, one mailing with its list, one message as it will leave, the rules."""

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
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.mailings import actions, errors, lists, policies, preparing, queries
from art28.web.mailings.forms import PrepareForm, RulesForm
from art28.web.mailings.models import Mailing, Obstacle, State
from art28.web.mailings.sources import Choice, Outgoing, Subject, Words, source_of

_PER_PAGE = 50
_WITHOUT_ADDRESS = (Obstacle.NO_CONTACT, Obstacle.BAD_ADDRESS)
_BEFORE = (State.PREPARED, State.APPROVED, State.RECALLED)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def of_subject(request: MemberRequest, subject_kind: str, subject_id: UUID) -> HttpResponse:
    """The mailings about one event, and the form that prepares another."""
    subject = _subject(request, subject_kind, subject_id)
    source = source_of(subject_kind)
    kinds = list(source.NOTICE_KINDS.items())
    may_decide = request.membership.may(Right.DECIDE)
    if request.method == "POST":
        if not may_decide:
            return render(request, "errors/403.html", status=403)
        form = PrepareForm(request.POST, kinds=kinds)
        if subject.is_open and form.is_valid():
            return _prepared(request, subject, form)
    else:
        form = PrepareForm(kinds=kinds, initial=_initial(request, subject))
    rows = queries.mailings(request.organisation, subject_kind=subject_kind, subject_id=subject_id)
    context = {
        "subject": subject,
        "form": form,
        "page": Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")),
        "policy": policies.policy(request.organisation),
        "may_prepare": may_decide and subject.is_open,
        "may_decide": may_decide,
    }
    return render(request, "mailings/list.html", context, status=422 if request.method == "POST" else 200)


def _initial(request: MemberRequest, subject: Subject) -> dict[str, Any]:
    """What the form proposes: the first notice for which somebody waits."""
    source = source_of(subject.kind)
    choice = Choice(notice_kind=next(iter(source.NOTICE_KINDS)))
    first = bool(source.count(subject, choice, now=timezone.now()))
    kinds = list(source.NOTICE_KINDS)
    asked = request.GET.get("kind", "")
    later = "follow_up" if "follow_up" in kinds else kinds[-1]
    return {"notice_kind": asked if asked in kinds else kinds[0] if first else later, "together": True}


def _prepared(request: MemberRequest, subject: Subject, form: PrepareForm) -> HttpResponse:
    given = form.cleaned_data
    mailing = preparing.prepare(
        subject,
        form.choice(),
        Words(
            notice_kind=given["notice_kind"],
            signed_by=str(request.user),
            late_reasons=given["late_reasons"].strip(),
            closing_reason=given["closing_reason"].strip(),
        ),
        together=given["together"],
        by=request.user,
        actor=request.actor,
        now=timezone.now(),
    )
    return HttpResponseRedirect(reverse("mailings:detail", args=(mailing.pk,)))


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, mailing_id: UUID) -> HttpResponseBase:
    """One mailing: how it stands, what it comes to, what can't be sent and why, and its list."""
    mailing = _mailing(request, mailing_id)
    now = timezone.now()
    may_decide = request.membership.may(Right.DECIDE)
    waits = mailing.state in _BEFORE
    is_own = mailing.made_by_id == request.user.pk
    policy = policies.policy(request.organisation)
    leaving = policies.leaving(now, policy.recall_window, queries.first_limit(mailing, after=now))
    figures = queries.figures(mailing)
    context = {
        "mailing": mailing,
        "subject": actions.subject_of(mailing),
        "now": now,
        "figures": figures,
        "first_end": queries.first_end(mailing),
        "without_address": sum(each.count for each in figures.obstacles if each.code in _WITHOUT_ADDRESS),
        "may_handle": request.membership.may(Right.HANDLE) and mailing.state != State.PREPARING,
        "samples": queries.samples(mailing),
        "deliveries": queries.deliveries(mailing) if mailing.started_at else {},
        "policy": policy,
        "leaving": leaving,
        "late": queries.late_at(mailing, at=leaving.at) if waits and not mailing.late_reasons else 0,
        "is_own": is_own,
        "may_decide": may_decide,
        "may_approve": may_decide and mailing.state == State.PREPARED and mailing.approval_wanted and not is_own,
        "may_release": may_decide and waits and bool(mailing.message_count) and _is_approved(mailing),
        "may_recall": may_decide and mailing.state == State.RELEASED and mailing.started_at is None,
        "may_withdraw": may_decide and (waits or mailing.state == State.PREPARING),
    }
    return listing.shown(request, lists.LINES, queries.lines(mailing), "mailings/detail.html", context)


def _is_approved(mailing: Mailing) -> bool:
    return not mailing.approval_wanted or mailing.approved_by_id is not None


@require_safe
@requires(Right.READ)
def message(request: MemberRequest, mailing_id: UUID, line_id: UUID) -> HttpResponse:
    """One message as it will leave, with those under other agreements that go in it."""
    mailing = _mailing(request, mailing_id)
    line = queries.line(mailing, line_id)
    if line is None:
        raise Http404
    if line.message_id is not None:
        return HttpResponseRedirect(reverse("notices:detail", args=(line.message_id,)))
    rows = queries.bundle(mailing, line)
    outgoing = [Outgoing(row.agreement_id, row.recipient, row.recipient_name, None) for row in rows]
    source, now = source_of(mailing.subject_kind), timezone.now()
    subject = actions.subject_of(mailing)
    notices = source.notices(subject, outgoing, preparing.words_of(mailing), now=now)
    letters = [(row, notices[row.agreement_id]) for row in rows if row.agreement_id in notices]
    context = {"mailing": mailing, "subject": subject, "line": line, "letters": letters, "now": now}
    return render(request, "mailings/message.html", context)


@require_POST
@requires(Right.DECIDE)
def approve(request: MemberRequest, mailing_id: UUID) -> HttpResponse:
    """Approve a mailing that another prepared."""
    mailing = _mailing(request, mailing_id)
    try:
        actions.approve(mailing, by=request.user, actor=request.actor, now=timezone.now())
    except errors.OwnMailing:
        messages.error(request, _("You prepared this mailing yourself; a second person approves it."))
    except errors.StateChanged:
        messages.error(request, _("This mailing no longer waits for approval; nothing was changed."))
    else:
        messages.success(request, _("Approved. It can be released now."))
    return _to(mailing)


@require_POST
@requires(Right.DECIDE)
def release(request: MemberRequest, mailing_id: UUID) -> HttpResponse:
    """Let a mailing leave, after its recall time."""
    mailing = _mailing(request, mailing_id)
    reasons = request.POST.get("late_reasons", "").replace("\x00", "").strip()[:4000]
    try:
        actions.release(mailing, late_reasons=reasons, by=request.user, actor=request.actor, now=timezone.now())
    except errors.NotApproved:
        messages.error(request, _("A second person approves this mailing before it can be released."))
    except errors.ApprovalLapsed:
        messages.error(
            request, _("Reports changed after the approval. Look at them again, and have them approved anew.")
        )
    except errors.ReasonsWanted:
        messages.error(request, _("Some limits will have passed. Say why; the reports leave with those reasons."))
    except errors.NothingToSend:
        messages.error(request, _("Nothing in this mailing can be sent."))
    except errors.StateChanged:
        messages.error(request, _("Somebody else released or dropped this mailing; nothing was changed."))
    else:
        messages.success(request, _("Released."))
    return _to(mailing)


@require_POST
@requires(Right.DECIDE)
def recall(request: MemberRequest, mailing_id: UUID) -> HttpResponse:
    """Call a released mailing back before it leaves."""
    mailing = _mailing(request, mailing_id)
    try:
        actions.recall(mailing, by=request.user, actor=request.actor, now=timezone.now())
    except errors.TooLate:
        messages.error(
            request, _("Too late: it has begun to leave. Correct what was wrong with a supplement to those it reached.")
        )
    else:
        messages.success(request, _("Recalled. Nothing of it has left."))
    return _to(mailing)


@require_POST
@requires(Right.DECIDE)
def withdraw(request: MemberRequest, mailing_id: UUID) -> HttpResponse:
    """Drop a mailing that has not been released."""
    mailing = _mailing(request, mailing_id)
    try:
        actions.withdraw(mailing, actor=request.actor, now=timezone.now())
    except errors.StateChanged:
        messages.error(request, _("This mailing was released meanwhile; nothing was changed."))
        return _to(mailing)
    messages.success(request, _("The mailing is dropped. The reports themselves are unchanged."))
    return HttpResponseRedirect(reverse(f"mailings:{mailing.subject_kind}", args=(mailing.subject_id,)))


@require_POST
@requires(Right.DECIDE)
def look_again(request: MemberRequest, mailing_id: UUID) -> HttpResponse:
    """Look once more at what can't be sent."""
    mailing = _mailing(request, mailing_id)
    try:
        freed = preparing.look_again(mailing, actor=request.actor, now=timezone.now())
    except errors.StateChanged:
        messages.error(request, _("This mailing no longer waits; prepare another for the rest."))
        return _to(mailing)
    if freed:
        said = ngettext("%(n)s agreement can be sent to now.", "%(n)s agreements can be sent to now.", freed)
        messages.success(request, said % {"n": freed})
    else:
        messages.error(request, _("Nothing has changed for these agreements yet."))
    return _to(mailing)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def rules(request: MemberRequest) -> HttpResponse:
    """What the organisation asks before a mailing leaves."""
    form = RulesForm(
        request.POST if request.method == "POST" else None,
        initial=RulesForm.initial_of(policies.policy(request.organisation)),
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        policies.set_policy(request.organisation, **given, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("mailings:rules"))
    return render(request, "mailings/rules.html", {"form": form}, status=422 if request.method == "POST" else 200)


def _subject(request: MemberRequest, kind: str, subject_id: UUID) -> Subject:
    found = source_of(kind).subject(request.organisation, subject_id)
    if found is None:
        raise Http404
    return found


def _mailing(request: MemberRequest, mailing_id: UUID) -> Mailing:
    found = queries.mailing(request.organisation, mailing_id)
    if found is None:
        raise Http404
    return found


def _to(mailing: Mailing) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("mailings:detail", args=(mailing.pk,)))
