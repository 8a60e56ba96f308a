"""Results by hand, what shows them, and accepting an alarm."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.controls import alarms, queries, taking
from art28.web.controls.asked import check_asked
from art28.web.controls.forms import AcceptForm, ResultForm
from art28.web.controls.models import Source
from art28.web.controls.views import detail_page
from art28.web.uploads import takes_files


@takes_files()
@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def result(request: MemberRequest, check_id: UUID) -> HttpResponse:
    """Keep what a check found, with what shows it."""
    row, now = check_asked(request, check_id), timezone.now()
    if row.ended_at is not None:
        raise Http404
    if request.method != "POST":
        form = ResultForm(check=row, initial={"at": now, "thing": request.GET.get("thing", "")[:120]})
        return render(request, "controls/result.html", {"form": form, "row": row})
    form = ResultForm(request.POST, request.FILES, check=row)
    if not form.is_valid():
        return render(request, "controls/result.html", {"form": form, "row": row}, status=422)
    origin = taking.Origin(source=Source.HAND, by=request.user)
    (kept,) = taking.take(request.organisation, (form.given(),), origin=origin, actor=request.actor, now=now)
    if kept.passed:
        messages.success(request, _("The result is kept: it passes."))
    else:
        said = {"why": kept.get_verdict_display()}
        messages.warning(request, _("The result is kept. It fails (%(why)s), which is an alarm.") % said)
    return HttpResponseRedirect(reverse("controls:detail", args=(row.pk,)))


@require_safe
@requires(Right.READ)
def file(request: MemberRequest, result_id: UUID) -> HttpResponse:
    """What shows a result, to download; never opened here."""
    found = queries.result(request.organisation, result_id)
    kept = getattr(found, "file", None)
    if kept is None:
        raise Http404
    return downloads.foreign(bytes(kept.data), kept.name)


@require_POST
@requires(Right.DECIDE)
def accept(request: MemberRequest, alarm_id: UUID) -> HttpResponse:
    """Accept for a time that a check was missed or fails."""
    found = queries.alarm(request.organisation, alarm_id)
    if found is None:
        raise Http404
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return detail_page(
            request, check_asked(request, found.check_row_id), status=422, accept_form=form, wrong=found.pk
        )
    try:
        alarms.accept(found, **form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    except alarms.AlreadyClosed:
        messages.error(request, _("This alarm was closed meanwhile."))
    else:
        messages.success(request, _("Accepted, with your reason. When the time is over, the check counts again."))
    return HttpResponseRedirect(reverse("controls:detail", args=(found.check_row_id,)))
