"""The pages of reports received: putting one in, its facts one by one, and the chain of instants of a breach."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.letters.reading import RefusedReport
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import rules
from art28.web.agreements.models import Agreement
from art28.web.breaches import actions as breach_actions
from art28.web.breaches import queries as breaches
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import Breach, State
from art28.web.breaches.telling import FIELDS
from art28.web.exercises import mode as playing
from art28.web.received import actions, enclosed, lists, queries
from art28.web.received.forms import JoinForm, ReceivedForm, RecordForm
from art28.web.received.models import ReceivedReport
from art28.web.received.proposing import noticed_in
from art28.web.uploads import takes_files


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The reports that came in."""
    context = {"may_record": request.membership.may(Right.REPORT_BREACH)}
    return listing.shown(request, lists.REPORTS, queries.reports(request.organisation), "received/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.REPORT_BREACH)
@takes_files(many=True)
def new(request: MemberRequest) -> HttpResponse:
    """Put in a report that came; it is played by who plays an exercise whose breach isn't recorded yet."""
    exercise = playing.before_its_breach(request)
    if request.method != "POST":
        filled = playing.report_of(exercise) if exercise is not None and request.GET.get("filled") == "1" else {}
        form = ReceivedForm(initial={"received_at": timezone.now(), **filled})
        return render(request, "received/new.html", {"form": form, "exercise": exercise})
    form = ReceivedForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "received/new.html", {"form": form, "exercise": exercise}, status=422)
    given = form.cleaned_data
    content = given["file"].read() if given["file"] else b""
    try:
        found = enclosed.in_file(given["file"].name, content) if given["file"] else None
    except RefusedReport as refused:
        form.add_error(
            "file", [_("This is no report of art28: %(fault)s") % {"fault": fault} for fault in refused.faults]
        )
        return render(request, "received/new.html", {"form": form, "exercise": exercise}, status=422)
    try:
        report = _kept(request, replace(_arrival(given, content, found), exercise=exercise))
    except playing.NotPlayed:
        messages.error(request, _("The exercise has ended meanwhile, or its breach is recorded. Nothing was recorded."))
        return HttpResponseRedirect(reverse("exercises:list"))
    messages.success(request, _("The report is kept as it came."))
    return HttpResponseRedirect(reverse("received:detail", args=(report.pk,)))


@transaction.atomic
def _kept(request: MemberRequest, arrival: actions.Arrival) -> ReceivedReport:
    if arrival.exercise is not None:
        playing.hold(arrival.exercise)
    return actions.keep(request.organisation, arrival, by=request.user, actor=request.actor, now=timezone.now())


def _arrival(given: dict[str, Any], content: bytes, found: enclosed.Enclosed | None) -> actions.Arrival:
    read = found.read if found is not None else None
    return actions.Arrival(
        supplier=given["supplier"],
        received_at=given["received_at"],
        noticed_at=given["noticed_at"] or (noticed_in(read) if read else None),
        sent_at=given["sent_at"] or (read.sent_at if read else None),
        reference=given["reference"] or (read.reference[:200] if read else ""),
        said=given["said"],
        file_name=given["file"].name[:255] if given["file"] else "",
        content=content,
        read=read,
        data=json.loads(found.content) if found is not None else None,
    )


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """A report, and what it proposes beside what we know."""
    return _page(request, _report(request, report_id))


def _page(request: MemberRequest, report: ReceivedReport, *, status: int = 200, **forms: Any) -> HttpResponse:
    breach = report.breach
    known = breaches.versions(breach)[0].facts if breach is not None else {}
    may_handle = request.membership.may(Right.HANDLE)
    join = JoinForm()
    join.fields["breach"].queryset = _open(request, report)  # type: ignore[attr-defined]
    context = {
        "report": report,
        "breach": breach,
        "lines": [
            {"proposal": each, "label": FIELDS.get(each.field, each.field), "ours": known.get(each.field)}
            for each in queries.proposals(report)
        ],
        "may_handle": may_handle and (breach is None or breach.state == State.OPEN),
        "may_record": request.membership.may(Right.REPORT_BREACH),
        "join_form": join,
        "record_form": RecordForm(initial={"title": report.data["subject"] if report.data else ""}),
        **forms,
    }
    return render(request, "received/detail.html", context, status=status)


def _open(request: MemberRequest, report: ReceivedReport) -> QuerySet[Breach]:
    """The open breaches that the report may be about; of one that is played that of its exercise."""
    if report.exercise_id is not None:
        return Breach.objects.filter(exercise=report.exercise_id, state=State.OPEN)
    return breaches.breaches(request.organisation).filter(state=State.OPEN)


@require_safe
@requires(Right.READ)
def file(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """The file as it came; to keep, never to be shown by the browser here."""
    report = _report(request, report_id)
    content = queries.file_of(report)
    if content is None:
        raise Http404
    return downloads.foreign(content, report.file_name)


@require_POST
@requires(Right.HANDLE)
def join(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """Let the report belong to a breach that runs."""
    report = _report(request, report_id)
    form = JoinForm(request.POST)
    form.fields["breach"].queryset = _open(request, report)  # type: ignore[attr-defined]
    if not form.is_valid():
        return _page(request, report, status=422, join_form=form)
    try:
        actions.join(report, form.cleaned_data["breach"], by=request.user, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("This report belongs to a breach already."))
    return HttpResponseRedirect(reverse("received:detail", args=(report.pk,)))


@require_POST
@requires(Right.REPORT_BREACH)
def record(request: MemberRequest, report_id: UUID) -> HttpResponse:
    """Record the breach that the report tells of, its clocks counted from receipt."""
    report = _report(request, report_id)
    form = RecordForm(request.POST)
    if not form.is_valid():
        return _page(request, report, status=422, record_form=form)
    found = breaches.may_be_touched(request.organisation, form.cleaned_data["words"])
    later = rules.signed_later(request.organisation, found, report.received_at)
    if later and not form.cleaned_data["begun_before"]:
        return _page(request, report, status=422, record_form=form, later=later)
    if report.exercise_id is not None and (count := found.count()) > playing.MOST_AGREEMENTS:
        form.add_error("words", playing.too_many(count))
        return _page(request, report, status=422, record_form=form)
    try:
        breach = _recorded(request, report, found, form.cleaned_data["title"])
    except playing.NotPlayed:
        messages.error(request, _("The exercise has ended meanwhile, or its breach is recorded. Nothing was recorded."))
        return HttpResponseRedirect(reverse("received:detail", args=(report.pk,)))
    except breach_actions.NothingTouched:
        form.add_error("words", _("No agreement holds this word. Leave it empty to count all as touched."))
        return _page(request, report, status=422, record_form=form)
    except actions.StateChanged:
        messages.error(request, _("This report belongs to a breach already."))
        return HttpResponseRedirect(reverse("received:detail", args=(report.pk,)))
    messages.success(
        request,
        _("Breach %(reference)s is recorded; its clocks count from receipt. Now take over what the report says.")
        % {"reference": breach.reference},
    )
    return HttpResponseRedirect(reverse("received:detail", args=(report.pk,)))


@transaction.atomic
def _recorded(request: MemberRequest, report: ReceivedReport, found: QuerySet[Agreement], title: str) -> Breach:
    if report.exercise is not None:
        playing.hold(report.exercise)
    ids = found.values_list("pk", flat=True).iterator(2_000)
    return actions.record_breach(report, ids, title=title, by=request.user, actor=request.actor, now=timezone.now())


@require_POST
@requires(Right.HANDLE)
def decide(request: MemberRequest, report_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Take one proposal over, or leave it."""
    proposal = queries.proposal(request.organisation, report_id, proposal_id)
    if proposal is None:
        raise Http404
    take = request.POST.get("decision") == "take"
    try:
        actions.decide(proposal, take=take, by=request.user, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(
            request, _("Nothing was changed: somebody else was first, or the report belongs to no breach yet.")
        )
    return HttpResponseRedirect(reverse("received:detail", args=(report_id,)) + f"#proposal-{proposal.number}")


@require_safe
@requires(Right.READ)
def chain(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Who knew what when: from what happened to what the controllers know."""
    breach = breach_asked(request, breach_id)
    context = {"breach": breach, "chain": queries.chain(breach), "reports": queries.of_breach(breach)}
    return render(request, "received/chain.html", context)


def _report(request: MemberRequest, report_id: UUID) -> ReceivedReport:
    found = queries.report(request.organisation, report_id)
    if found is None:
        raise Http404
    return found
