"""Pages that take over a table of parties and contacts, after a look at what it would change."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import tabular
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.contacts import importing, telling
from art28.web.contacts.models import Import

_SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing changes yet."""
    return tabular.upload(
        request, importing.put_in, template="contacts/upload.html", preview="contacts:preview", known=importing.KNOWN
    )


@require_safe
@requires(Right.CONFIRM)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """What the table would change."""
    found = _import(request, import_id)
    plan = importing.plan(found)
    faults = [(each, telling.FAULTS[each.code]) for each in plan.faults[:_SHOWN]]
    return render(request, "contacts/preview.html", {"found": found, "plan": plan, "faults": faults, "shown": _SHOWN})


@require_POST
@requires(Right.CONFIRM)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Take it over."""
    found = _import(request, import_id)
    try:
        done = importing.apply(found, actor=request.actor, now=timezone.now())
    except importing.AlreadyApplied:
        messages.error(request, _("This table was taken over already."))
    else:
        said = _("Taken over: %(changes)s rows. Left out: %(faults)s rows.")
        messages.success(request, said % {"changes": len(done.changes), "faults": len(done.faults)})
    return HttpResponseRedirect(reverse("contacts:list"))


def _import(request: MemberRequest, import_id: UUID) -> Import:
    found = importing.pending(request.organisation, import_id)
    if found is None:
        raise Http404
    return found
