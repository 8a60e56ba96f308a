"""The page on which a moment of a breach that was kept wrongly is put right."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from art28.obligations.beginning import Known
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import instants, queries, righting
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.forms import MomentForm


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.REPORT_BREACH)
def correct(request: MemberRequest, breach_id: UUID, kind: str) -> HttpResponse:
    """Put a moment right, with why; the clocks that count from it move."""
    breach = breach_asked(request, breach_id)
    known = instants.of(breach)
    moment = next((each for each in known if each.value == kind), None)
    if moment is None:
        raise Http404
    before = known[moment]
    form = MomentForm(
        request.POST if request.method == "POST" else None,
        initial={"aware_at": before.at, "reason": before.reason},
        kind=moment,
        before=before.at,
        known=known,
        may_loosen=request.membership.may(Right.DECIDE),
    )
    page = {"breach": breach, "kind": kind, "before": before, "form": form, "told": queries.progress(breach).told}
    if request.method != "POST":
        return render(request, "breaches/moment.html", page)
    if not form.is_valid():
        return render(request, "breaches/moment.html", page, status=422)
    try:
        righting.correct(
            breach,
            moment,
            Known(form.cleaned_data["aware_at"], form.cleaned_data["reason"]),
            seen=_seen(request.POST.get("seen", "")) or before.at,
            why=form.cleaned_data["why"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except righting.NothingToCorrect:
        messages.error(request, _("Somebody corrected this moment meanwhile; nothing was changed."))
        return HttpResponseRedirect(reverse("intake:moments", args=(breach.pk,)))
    messages.success(request, _("The moment is corrected. The clocks that counted from it count from the right one."))
    return HttpResponseRedirect(reverse("intake:moments", args=(breach.pk,)))


def _seen(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
