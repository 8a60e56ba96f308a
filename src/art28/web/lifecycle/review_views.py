"""What changed in law, data or services, and whether each agreement must follow."""

from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.clocks.own_duties import NotAhead
from art28.web.lifecycle import actions, lawful, lists, queries
from art28.web.lifecycle.forms import ChangeForm, LawForm, ReviewForm
from art28.web.lifecycle.models import Outcome
from art28.web.typed import day_in, identifier

_YEAR = timedelta(days=365)
_TO_REVIEW = timedelta(days=30)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """What changed; posting logs a change, for one agreement where the address names it, else for all."""
    only = _only(request)
    form = ChangeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        if form.is_valid():
            try:
                made = actions.log_change(
                    request.organisation,
                    form.cleaned_data,
                    (only.pk,) if only else None,
                    owner=request.user,
                    by=request.user,
                    actor=request.actor,
                    now=timezone.now(),
                )
            except NotAhead:
                form.add_error("due_on", _("Choose a day after today."))
            else:
                messages.success(request, _("It is kept; the reviews stand below and in what is due."))
                return HttpResponseRedirect(reverse("lifecycle:change", args=(made.pk,)))
    context = {"form": form, "only": only, "may_decide": request.membership.may(Right.DECIDE)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    rows = queries.changes(request.organisation)
    return listing.shown(request, lists.CHANGES, rows, "lifecycle/changes.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def law(request: MemberRequest) -> HttpResponse:
    """What changes in the law by the dated tables, with the agreements that rest on it; posting asks to review those."""
    today = timezone.localdate()
    days = {"since": (today - _YEAR).isoformat(), "until": (today + _YEAR).isoformat()}
    form = LawForm({name: request.GET.get(name) or day for name, day in days.items()})
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        return _review(request)
    found = lawful.resting(request.organisation, **form.cleaned_data) if form.is_valid() else ()
    context = {"form": form, "found": found, "today": today, "may_decide": request.membership.may(Right.DECIDE)}
    return render(request, "lifecycle/law.html", context, status=200 if form.is_valid() else 422)


def _review(request: MemberRequest) -> HttpResponse:
    """Ask for a review of the agreements that rest on one change of law, once."""
    here = HttpResponseRedirect(f"{reverse('lifecycle:law')}?{request.GET.urlencode()}")
    on, about = day_in(request.POST.get("on", "")), request.POST.get("about", "")
    among = lawful.resting(request.organisation, on, on) if on is not None else ()
    found = next((each for each in among if each.change.about == about), None)
    if found is None or not found.agreements or found.logged is not None:
        messages.error(request, _("Nothing was changed: it is reviewed already, or no agreement rests on it."))
        return here
    now = timezone.now()
    made = actions.log_change(
        request.organisation,
        lawful.as_logged(found.change, timezone.localdate() + _TO_REVIEW),
        tuple(found.agreements),
        owner=request.user,
        by=request.user,
        actor=request.actor,
        now=now,
    )
    messages.success(request, _("It is kept; the reviews stand below and in what is due."))
    return HttpResponseRedirect(reverse("lifecycle:change", args=(made.pk,)))


def _only(request: MemberRequest) -> Agreement | None:
    named = request.GET.get("agreement", "")
    if not named:
        return None
    wanted = identifier(named)
    try:
        return agreements.agreement(request.organisation, wanted) if wanted else None
    except Agreement.DoesNotExist:
        raise Http404 from None


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, change_id: UUID) -> HttpResponseBase:
    """One change and the reviews that it asks for."""
    found = queries.change(request.organisation, change_id)
    if found is None:
        raise Http404
    context = {
        "change": found,
        "source": lawful.source_of(found),
        "clock": queries.clock_of(found),
        "form": ReviewForm(auto_id=False),
        "now": timezone.now(),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return listing.shown(request, lists.REVIEWS, queries.reviews_for(found), "lifecycle/change.html", context)


@require_POST
@requires(Right.DECIDE)
def close(request: MemberRequest, review_id: UUID) -> HttpResponse:
    """Keep what a review came to."""
    row = queries.review(request.organisation, review_id)
    if row is None:
        raise Http404
    form = ReviewForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(text) for errors in form.errors.values() for text in errors))
        return HttpResponseRedirect(reverse("lifecycle:change", args=(row.change_id,)))
    given = form.cleaned_data
    try:
        actions.close_review(
            row,
            outcome=Outcome(given["outcome"]),
            what=given["what"],
            agreed_by=given["agreed_by"],
            agreed_on=given["agreed_on"],
            conditions=given["conditions"],
            cents=form.cleaned_data["price"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.AlreadyClosed:
        messages.error(request, _("It was closed already; nothing was changed."))
    else:
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("lifecycle:change", args=(row.change_id,)))
