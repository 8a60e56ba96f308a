"""The page behind the link of a revision: what changes, the new text, and leaving while that may be done."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from art28.web.amendments import actions, differing, queries
from art28.web.amendments.forms import LeaveForm
from art28.web.amendments.models import Amendment, Standing
from art28.web.drafts import documents
from art28.web.drafts import queries as drafts
from art28.web.drafts.chosen import as_sent
from art28.web.drafts.models import Draft, DraftVersion


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def revision(request: HttpRequest, token: str) -> HttpResponse:
    """What changes, and the way out. Opening it says nothing, but that it was opened."""
    row = queries.behind(token)
    if row is None or row.draft is None:
        raise Http404
    inside = any(each.pk == row.organisation_id for each in getattr(request, "organisations", ()))
    with translation.override(row.draft.language):
        if request.method != "POST":
            if not inside and request.method == "GET":
                actions.opened(row, now=timezone.now())
            return _page(request, row, token, LeaveForm(initial={"name": row.recipient_name}))
        if inside:
            raise PermissionDenied
        form = LeaveForm(request.POST)
        if not form.is_valid():
            return _page(request, row, token, form, status=422)
        given = form.cleaned_data
        try:
            actions.leave(row, name=given["name"], reason=given["reason"], now=timezone.now())
        except actions.Over:
            form.add_error(None, _("Nothing was kept: the last day has passed, or it was answered already."))
            return _page(request, queries.behind(token) or row, token, form, status=422)
        return HttpResponseRedirect(reverse("amendments:revision", args=(token,)))


def _page(request: HttpRequest, row: Amendment, token: str, form: LeaveForm, status: int = 200) -> HttpResponse:
    draft, version = _version(row)
    open_until = row.leave_until is not None and timezone.localdate() <= row.leave_until
    context = {
        "row": row,
        "renewal": row.renewal,
        "draft": draft,
        "made": as_sent(draft, version),
        "token": token,
        "form": form,
        "facts": tuple(differing.facts_in_words(row.changed, draft.language)),
        "duties": tuple(differing.duties_in_words(row.duties, draft.language)),
        "may_leave": row.standing == Standing.SENT and open_until,
    }
    response = render(request, "amendments/revision.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = draft.language
    return response


def _version(row: Amendment) -> tuple[Draft, DraftVersion]:
    version = drafts.version(row.draft) if row.draft is not None else None
    if row.draft is None or version is None:
        raise Http404
    return row.draft, version


@never_cache
@require_safe
def revision_document(_request: HttpRequest, token: str, form: str) -> HttpResponse:
    """The new text as a document, for whoever holds the link."""
    row = queries.behind(token)
    if row is None or form not in documents.FORMS:
        raise Http404
    return documents.download(*_version(row), form)
