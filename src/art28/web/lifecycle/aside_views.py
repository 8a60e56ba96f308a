"""Putting an agreement aside that doesn't belong here, and bringing it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page
from art28.web.agreements.models import Agreement
from art28.web.lifecycle import aside, doubles
from art28.web.lifecycle.forms import AsideForm
from art28.web.lifecycle.models import Why


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def put(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Put an agreement aside, with why; it says so where that can't be."""
    found = agreement_page.found(request, agreement_id)
    same = doubles.doubles(found)
    form = AsideForm(request.POST if request.method == "POST" else None, same=same, unread=found.read_at is None)
    page = {"agreement": found, "form": form, "running": aside.running(found)[:5], "same": same}
    if request.method != "POST":
        return render(request, "lifecycle/aside.html", page)
    if not form.is_valid():
        return render(request, "lifecycle/aside.html", page, status=422)
    try:
        aside.put(
            found,
            Why(form.cleaned_data["why"]),
            words=form.cleaned_data["words"],
            double_of=form.double_of(),
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except aside.NotPutAside:
        messages.error(request, _("It was not put aside: it is being read, or a clock runs under it."))
        return HttpResponseRedirect(reverse("lifecycle:aside", args=(found.pk,)))
    messages.success(request, _("The agreement is put aside and counts for nothing. You can bring it back."))
    return _back(found)


@require_POST
@requires(Right.DECIDE)
def back(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Have it count again."""
    found = agreement_page.found(request, agreement_id)
    if aside.bring_back(found, by=request.user, actor=request.actor, now=timezone.now()):
        messages.success(request, _("The agreement counts again."))
    return _back(found)


def _back(found: Agreement) -> HttpResponse:
    return HttpResponseRedirect(reverse("agreements:detail", args=(found.pk,)))
