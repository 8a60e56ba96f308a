"""How old the offline pack is, what is in it, and how it is opened."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.timelimits.countdown import countdown
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks.words import duration
from art28.web.offline import making, queries


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The newest pack with its age, and the ones before it."""
    now, newest = timezone.now(), queries.newest(request.organisation)
    made_at = newest.made_at if newest else None
    context = {
        "newest": newest,
        "age": duration(countdown(made_at, now, includes_end=False)) if made_at else "",
        "old": made_at is None or made_at <= now - queries.OLD,
        "recent": queries.recent(request.organisation),
        "configured": making.configured(),
        "keep": settings.OFFLINE_KEEP,
        "may_ask": request.membership.may(Right.HANDLE),
    }
    return render(request, "offline/index.html", context)


@require_POST
@requires(Right.HANDLE)
def ask(request: MemberRequest) -> HttpResponse:
    """Have one made now, by the worker."""
    if making.configured():
        making.ask(request.organisation, actor=request.actor, now=timezone.now())
        messages.success(request, _("The worker makes a pack; look again in a minute."))
    else:
        messages.error(request, _("No place is set for packs. Whoever runs the server sets it."))
    return HttpResponseRedirect(reverse("offline:index"))
