"""The public page on which a contact says whether its details hold. Opening it says nothing; the button does."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from art28.web.acting import StateChanged
from art28.web.contacts import checking
from art28.web.contacts.forms import ConfirmForm
from art28.web.contacts.models import Question


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The contact's details, and what can be said of them."""
    row = checking.behind(token)
    if row is None:
        raise Http404
    with translation.override(row.message.language):
        return _confirm(request, row, token)


def _confirm(request: HttpRequest, row: Question, token: str) -> HttpResponse:
    known = {name: getattr(row.contact, name) for name in checking.DETAILS}
    form = ConfirmForm(initial=known)
    refused = False
    if request.method == "POST":
        # The contact answers, nobody of the sender's in its stead.
        if any(each.pk == row.organisation_id for each in getattr(request, "organisations", ())):
            raise PermissionDenied
        form = ConfirmForm(request.POST)
        if form.is_valid():
            try:
                checking.answer(row, form.answer(), now=timezone.now())
            except StateChanged:
                form.add_error(None, translation.gettext("This question was settled already; nothing was changed."))
            else:
                return HttpResponseRedirect(reverse("contacts:confirm", args=(token,)))
        refused = True
    context = {"row": row, "form": form, "open": row.settled_at is None}
    response = render(request, "contacts/confirm.html", context, status=422 if refused else 200)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = row.message.language
    return response
