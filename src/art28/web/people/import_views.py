"""A table of staff brought in: what it would add is shown first."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import tabular
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By
from art28.web.downloads import Table
from art28.web.people import exporting, importing, queries
from art28.web.people.models import Import

_SHOWN = 200


@require_safe
@requires(Right.DECIDE)
def table(request: MemberRequest) -> HttpResponseBase:
    """The table to fill in."""
    language = get_language() or request.organisation.language
    heads = importing.heads(dutch=language.startswith("nl"))
    return exporting.answer(Table(_("Staff"), heads, ()), "xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing changes yet."""
    return tabular.upload(request, importing.put_in, template="people/upload.html", preview="people:preview")


@require_safe
@requires(Right.DECIDE)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Who would be added."""
    found = _import(request, import_id)
    plan = importing.plan(found, timezone.localdate())
    return render(request, "people/preview.html", {"found": found, "plan": plan, "shown": _SHOWN})


@require_POST
@requires(Right.DECIDE)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Take it over."""
    found = _import(request, import_id)
    try:
        done = importing.apply(found, by=By(request.user, request.actor, timezone.now()))
    except importing.AlreadyApplied:
        messages.error(request, _("This table was taken over already."))
    else:
        told = {"new": len(done.new), "known": len(done.known), "faults": len(done.faults)}
        messages.success(
            request,
            _("Added: %(new)s people. There already: %(known)s. Left out: %(faults)s rows.") % told,
        )
    return HttpResponseRedirect(reverse("people:list"))


def _import(request: MemberRequest, import_id: UUID) -> Import:
    found = queries.pending(request.organisation, import_id)
    if found is None:
        raise Http404
    return found
