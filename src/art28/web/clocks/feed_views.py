"""Addresses for other calendars: making one, showing it once, revoking it; and the feed itself, which changes nothing."""

import hashlib
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks import feeds as store
from art28.web.clocks.due_forms import FeedForm
from art28.web.clocks.models import CalendarFeed


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires(Right.READ)
def feeds(request: MemberRequest) -> HttpResponse:
    """The addresses there are, and making one; its secret is shown in this answer and never again."""
    form = FeedForm(request.POST if request.method == "POST" else None)
    may_all = request.membership.may(Right.DECIDE)
    address = ""
    if request.method == "POST" and form.is_valid():
        of_all = form.cleaned_data["whose"] == "all"
        if of_all and not may_all:
            raise PermissionDenied
        _feed, token = store.make(
            request.organisation,
            user=None if of_all else request.user,
            with_names=form.cleaned_data["with_names"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
        address = f"{settings.PUBLIC_URL}{reverse('due:feed', args=(token,))}"
        form = FeedForm()
    if not may_all:
        form.fields["whose"].widget = form.fields["whose"].hidden_widget()
    context = {
        "form": form,
        "address": address,
        "feeds": store.feeds(request.organisation, request.user, everybody=may_all),
    }
    return render(request, "clocks/feeds.html", context, status=400 if form.errors else 200)


@require_POST
@requires(Right.READ)
def revoke(request: MemberRequest, feed_id: UUID) -> HttpResponse:
    """Make an address worthless: one's own, or, for who decides, the organisation's."""
    may_all = request.membership.may(Right.DECIDE)
    try:
        feed = store.feeds(request.organisation, request.user, everybody=may_all).get(pk=feed_id)
    except CalendarFeed.DoesNotExist:
        raise Http404 from None
    store.revoke(feed, actor=request.actor, now=timezone.now())
    messages.success(request, _("The address no longer works."))
    return HttpResponseRedirect(reverse("due:feeds"))


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a secret address; what was fetched before and is the same is answered without it."""
    row = store.by_token(token)
    if row is None:
        return HttpResponse("Not found\n", status=404, content_type="text/plain; charset=utf-8")
    body = store.body(row, now=timezone.now())
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = parse_etags(request.headers.get("If-None-Match", ""))
    response: HttpResponse
    if "*" in known or etag in (tag.removeprefix("W/") for tag in known):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="art28.ics"'
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
