"""The organisation's own targets, one for each kind of duty."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from art28.agreement.duties import Action
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks import targets as store
from art28.web.clocks.due_forms import TargetsForm


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def targets(request: MemberRequest) -> HttpResponse:
    """Show and set them."""
    periods = dict(store.periods(request.organisation))
    form = TargetsForm(request.POST if request.method == "POST" else None, periods=periods)
    if request.method == "POST" and form.is_valid():
        for action in Action:
            store.set_target(
                request.organisation,
                action,
                form.cleaned_data.get(action.value, ""),
                actor=request.actor,
                now=timezone.now(),
            )
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("due:targets"))
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "clocks/targets.html", {"form": form}, status=status)
