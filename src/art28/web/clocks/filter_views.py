"""Saved selections: keeping one, sharing it, opening with it, removing it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks import due_page, saving
from art28.web.clocks.due_forms import SaveFilterForm
from art28.web.clocks.models import SavedFilter


@require_POST
@requires(Right.READ)
def save(request: MemberRequest) -> HttpResponse:
    """Keep the selection of the address under a name."""
    asked, form = due_page.asked(request), SaveFilterForm(request.POST)
    back = HttpResponseRedirect(f"{reverse('due:list')}?{asked.query}")
    if not form.is_valid():
        messages.error(request, _("Give the selection a name of at most 80 characters. Nothing was kept."))
        return back
    given = form.cleaned_data
    try:
        row = saving.save(
            request.organisation,
            request.user,
            given["name"],
            asked.filters,
            shared=given["shared"],
            now=timezone.now(),
        )
    except saving.TooMany:
        messages.error(request, _("You keep %(n)s selections already. Remove one first.") % {"n": saving.MOST})
        return back
    if given["default"]:
        saving.open_with(request.organisation, request.user, row)
    messages.success(request, _("Kept."))
    return back


@require_POST
@requires(Right.READ)
def change(request: MemberRequest, saved_id: UUID) -> HttpResponse:
    """Open with a selection or no longer; share it or no longer; remove it: the last two only for whose it is."""
    try:
        row = saving.usable(request.organisation, request.user, saved_id)
    except SavedFilter.DoesNotExist:
        raise Http404 from None
    move = request.POST.get("move", "")
    if move in ("share", "unshare", "remove") and row.user_id != request.user.pk:
        raise Http404
    if move == "remove":
        saving.remove(row)
    elif move in ("share", "unshare"):
        saving.share(row, shared=move == "share")
    elif move in ("open_with", "open_without"):
        saving.open_with(request.organisation, request.user, row if move == "open_with" else None)
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(f"{reverse('due:list')}?{due_page.asked(request).query}")
