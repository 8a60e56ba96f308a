"""Tables of results: what one says first, then kept."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, tabular
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.controls import importing, queries
from art28.web.controls.models import Import
from art28.web.controls.spelling import HEADS
from art28.web.spreadsheets import csv_lines

_SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing is kept yet."""
    return tabular.upload(
        request,
        importing.put_in,
        template="controls/upload.html",
        preview="controls:preview",
        context={"heads": _heads()},
    )


def _heads() -> Sequence[str]:
    at = 0 if (get_language() or "nl").startswith("nl") else 1
    return [names[at].capitalize() for names in HEADS.values()]


@require_safe
@requires(Right.HANDLE)
def blank(request: MemberRequest) -> HttpResponse:
    """The table to fill in: the heads, and a row for each check that runs."""
    rows = ([code, *[""] * (len(HEADS) - 1)] for code in queries.codes(request.organisation))
    text = "".join(csv_lines(_heads(), rows, delimiter=";"))
    return downloads.document(text, f"{_('results')}.csv")


@require_safe
@requires(Right.HANDLE)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """What the table says, and which rows can't be taken over."""
    found = _import(request, import_id)
    plan = importing.plan(found, now=timezone.now())
    return render(request, "controls/preview.html", {"found": found, "plan": plan, "shown": _SHOWN})


@require_POST
@requires(Right.HANDLE)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Keep the results."""
    found = _import(request, import_id)
    try:
        done = importing.apply(found, by=request.user, actor=request.actor, now=timezone.now())
    except importing.AlreadyApplied:
        messages.error(request, _("This table was taken over already."))
    else:
        said = {"results": len(done.lines), "failing": done.failing, "faults": len(done.faults)}
        messages.success(
            request,
            _("Kept: %(results)s results, of which %(failing)s fail. Left out: %(faults)s rows.") % said,
        )
    return HttpResponseRedirect(reverse("controls:list"))


def _import(request: MemberRequest, import_id: UUID) -> Import:
    found = queries.pending(request.organisation, import_id)
    if found is None:
        raise Http404
    return found
