"""Behind the link that others were sent: the controller chooses, a sub-processor attests. Looking does nothing."""

from datetime import datetime, time

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from art28.web import downloads
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.endings import actions, deleting, queries, telling
from art28.web.endings.deleting import Deletion
from art28.web.endings.forms import AttestForm, PublicChoiceForm
from art28.web.endings.models import Choice, ChosenHow
from art28.web.endings.refusals import Refused
from art28.web.endings.saying import agreed_of, clause

OTHER_SIDE = Actor(None, "contact")


def _private(response: HttpResponse, language: str) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = (
        "same-origin"  # "no-referrer" would make browsers send the form without an origin
    )
    response.headers["Content-Language"] = language
    return response


def _not_of(request: HttpRequest, organisation: Organisation) -> None:
    """Nobody answers in the stead of whom the link was sent to."""
    if any(each.pk == organisation.pk for each in getattr(request, "organisations", ())):
        raise PermissionDenied


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """The controller reads what ends and what was agreed, and chooses."""
    row = queries.behind(token)
    if row is None:
        raise Http404
    with translation.override(row.agreement.language or row.organisation.language):
        posted = request.method == "POST"
        if posted:
            _not_of(request, row.organisation)
        form = PublicChoiceForm(request.POST if posted else None)
        if posted and form.is_valid():
            given, now = form.cleaned_data, timezone.now()
            try:
                actions.choose(
                    row,
                    Choice(given["choice"]),
                    how=ChosenHow.LINK,
                    who=given["name"],
                    at=now,
                    actor=OTHER_SIDE,
                    now=now,
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return HttpResponseRedirect(reverse("endings:choose", args=(token,)))
        agreed = agreed_of(row.agreed)
        costs = tuple(row.costs.filter(actual=False).order_by("at", "id"))
        controller, processor = telling.parties(row)
        context = {
            "ending": row,
            "form": form,
            "controller": controller,
            "processor": processor,
            "clause": clause(agreed, "end.choice_window", "end.data"),
            "costs": costs,
            "certificates": tuple(row.certificates.order_by("-language").defer("pdf")),
            "costs_by": agreed.text("end.costs"),
            "total": sum(each.cents for each in costs),
        }
        response = render(request, "endings/choose.html", context, status=422 if form.errors else 200)
        return _private(response, translation.get_language() or "nl")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def attest(request: HttpRequest, token: str) -> HttpResponse:
    """A sub-processor attests that the data are gone."""
    place = queries.item_behind(token)
    if place is None or place.ending is None:
        raise Http404
    with translation.override(place.organisation.language):
        posted = request.method == "POST"
        if posted:
            _not_of(request, place.organisation)
        form = AttestForm(request.POST if posted else None, initial={"on": timezone.localdate()})
        if posted and form.is_valid() and place.deleted_at is None:
            given, now = form.cleaned_data, timezone.now()
            at = min(now, timezone.make_aware(datetime.combine(given["on"], time(23, 59))))
            done = Deletion(at=at, method=given["method"], attested_by=given["name"])
            try:
                deleting.delete(place.organisation, (place.pk,), done, by=None, actor=OTHER_SIDE, now=now)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return HttpResponseRedirect(reverse("endings:attest", args=(token,)))
        _controller, processor = telling.parties(place.ending)
        context = {"place": place, "ending": place.ending, "form": form, "processor": processor}
        response = render(request, "endings/attest.html", context, status=422 if form.errors else 200)
        return _private(response, translation.get_language() or "nl")


@never_cache
@require_safe
def certificate(_request: HttpRequest, token: str, language: str) -> HttpResponse:
    """The certificate, for the controller that holds the link."""
    row = queries.behind(token)
    found = queries.certificate(row.organisation, row.pk, language) if row else None
    if found is None:
        raise Http404
    return _private(downloads.document(bytes(found.pdf), f"certificate-{language}.pdf"), language)
