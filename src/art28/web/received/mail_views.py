"""A report that came by mail: what it says is shown first, then it is put in, received when the mail was."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from art28.letters.reading import RefusedReport, ReportRead
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches.models import State
from art28.web.breaches.telling import FIELDS
from art28.web.intake import queries as signals
from art28.web.intake.facts import facts_of
from art28.web.intake.models import Signal, SignalFile
from art28.web.received import actions, enclosed, queries
from art28.web.received.forms import FromMailForm
from art28.web.received.proposing import noticed_in, proposals


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.REPORT_BREACH)
def from_signal(request: MemberRequest, signal_id: UUID, file_id: UUID) -> HttpResponse:
    """Show what a file of a signal says as a report of a supplier; put it in where that is confirmed."""
    row = signals.signal(request.organisation, signal_id)
    file = signals.file(request.organisation, signal_id, file_id)
    if row is None or file is None:
        raise Http404
    known = next((each for each in queries.of_signal(row) if each.signal_file_id == file.pk), None)
    if known is not None:
        return HttpResponseRedirect(reverse("received:detail", args=(known.pk,)))
    content = bytes(file.data)
    try:
        found = enclosed.in_file(file.name, content)
    except RefusedReport as refused:
        return _page(request, row, file, {"faults": refused.faults}, status=422)
    if found is None:
        return _page(request, row, file, {"faults": (_("this file holds no report of art28"),)}, status=422)
    read, noticed_at = found.read, noticed_in(found.read)
    form = FromMailForm(
        request.POST or None, initial={"supplier": _supplier(row, read), "reference": read.reference[:200]}
    )
    lines = [{"each": each, "label": FIELDS.get(each.field, each.field)} for each in proposals(read)]
    context = {"form": form, "lines": lines, "read": read, "noticed_at": noticed_at}
    if not form.is_valid():
        return _page(request, row, file, context, status=422 if form.is_bound else 200)
    arrival = actions.Arrival(
        supplier=form.cleaned_data["supplier"],
        received_at=row.received_at,
        noticed_at=_past(noticed_at),
        sent_at=_past(read.sent_at),
        reference=form.cleaned_data["reference"],
        said="",
        file_name=found.name,
        content=content,
        read=read,
        data=json.loads(found.content),
        exercise=row.exercise,
        signal_file=file,
    )
    return _put_in(request, row, arrival)


def _put_in(request: MemberRequest, row: Signal, arrival: actions.Arrival) -> HttpResponse:
    now = timezone.now()
    try:
        with transaction.atomic():
            report = actions.keep(request.organisation, arrival, by=request.user, actor=request.actor, now=now)
            if row.breach is not None and row.breach.state == State.OPEN:
                actions.join(report, row.breach, by=request.user, actor=request.actor, now=now)
    except IntegrityError:  # somebody put the same file in meanwhile
        messages.error(request, _("Nothing was changed: somebody else was first."))
        return HttpResponseRedirect(reverse("intake:signal", args=(row.pk,)))
    messages.success(request, _("The report is kept as it came."))
    return HttpResponseRedirect(reverse("received:detail", args=(report.pk,)))


def _page(
    request: MemberRequest, row: Signal, file: SignalFile, context: dict[str, Any], *, status: int
) -> HttpResponse:
    return render(request, "received/from_mail.html", {"signal": row, "file": file, **context}, status=status)


def _supplier(row: Signal, read: ReportRead) -> str:
    """Who it is from: the sub-processor whose address it came from, else who the report says that it is."""
    return (facts_of(signals.versions(row)[0].facts).where_name or read.processor)[:200]


def _past(at: datetime | None) -> datetime | None:
    """An instant by their account, as far as it can be one: not in the future."""
    return at if at is not None and at <= timezone.now() else None
