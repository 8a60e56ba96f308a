"""The page on which a person says which agreements a file holds."""

from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page, dividing
from art28.web.agreements.models import Agreement


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.UPLOAD)
def division(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Say where the agreements of a file begin, that it holds one, or that art28 is to find out."""
    agreement = agreement_page.found(request, agreement_id)
    if agreement.read_at is None:
        raise Http404
    every_line = request.GET.get("lines") == "all"
    openings = dividing.openings(agreement, every_line=every_line)
    if request.method != "POST":
        return _page(request, agreement, openings, every_line=every_line)
    how, asked = request.POST.get("how", ""), set(request.POST.getlist("start"))
    ticked = [opening for opening in openings if str(opening.start) in asked]
    chosen = {"ticked": ticked, "one": list(openings[:1]), "itself": None}.get(how, [])
    if chosen is not None and not 0 < len(chosen) <= dividing.MOST_BEGINNINGS:
        messages.error(request, _("Nothing was changed: tick the line at which each agreement begins, at least one."))
        return _page(request, agreement, openings, every_line=every_line, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if dividing.divide(agreement, chosen, actor=request.actor, now=timezone.now()):
        messages.success(request, _("The file is read again, as you said. What was decided stays with its agreement."))
    return HttpResponseRedirect(reverse("agreements:detail", args=[agreement.pk]))


def _page(
    request: MemberRequest,
    agreement: Agreement,
    openings: Sequence[dividing.Opening],
    *,
    every_line: bool,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {"agreement": agreement, "openings": openings, "every_line": every_line}
    return render(request, "agreements/division.html", context, status=status)
