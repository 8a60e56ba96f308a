"""Putting files in, and how far the files of one upload are."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import actions, mails, queries, reasons, unpacking
from art28.web.agreements.forms import UploadForm
from art28.web.agreements.models import State
from art28.web.database.identifiers import new_id
from art28.web.lifecycle import doubles
from art28.web.uploads import takes_files

_REFUSED = "agreements.refused"
_PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.UPLOAD)
@takes_files(many=True)
def upload(request: MemberRequest) -> HttpResponse:
    """Put files in; each is taken or refused on its own."""
    if request.method != "POST":
        return render(request, "agreements/upload.html", {"form": UploadForm(), **_bounds()})
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "agreements/upload.html", {"form": form, **_bounds()}, status=HTTPStatus.BAD_REQUEST)
    batch_id = new_id()
    taken: list[actions.Taken] = []
    for file in form.uploads():
        # One file in memory at a time; what is too large isn't read at all.
        data = file.read(settings.UPLOAD_MAX_BYTES + 1)
        given = actions.Upload(file.name or "", file.content_type or "", data)
        taken += _taken(request, given, batch_id)
    _keep_refused(request, batch_id, taken)
    return HttpResponseRedirect(reverse("agreements:batch", args=[batch_id]))


def _taken(request: MemberRequest, given: actions.Upload, batch_id: UUID) -> list[actions.Taken]:
    """What became of a file, or of each file in a compressed folder or attached to a mail."""
    largest = settings.UPLOAD_MAX_BYTES
    try:
        files = [given]
        if len(given.data) <= largest:
            files = list(unpacking.files_in(given, most=settings.UPLOAD_MAX_FILES, largest_bytes=largest))
    except unpacking.NotUnpacked:
        return [actions.Taken(actions.kept_name(given.name), None, actions.Refusal.FOLDER)]
    except mails.NothingAttached:
        return [actions.Taken(actions.kept_name(given.name), None, actions.Refusal.MAIL)]
    taken = [
        actions.put_in(
            request.organisation,
            (each,),
            actor=request.actor,
            now=timezone.now(),
            largest_bytes=largest,
            batch=batch_id,
        )
        for each in files
    ]
    return [each for (each,) in taken]


def _keep_refused(request: MemberRequest, batch_id: UUID, taken: Sequence[actions.Taken]) -> None:
    """Remember what was refused, for the page that says what became of the upload; that of the last upload only."""
    request.session[_REFUSED] = {
        "batch": str(batch_id),
        "files": [
            {"name": each.name, "reason": each.refusal, "agreement": str(each.agreement.pk) if each.agreement else ""}
            for each in taken
            if each.refusal is not None
        ],
    }


def _refused(request: MemberRequest, batch_id: UUID) -> list[dict[str, object]]:
    kept = request.session.get(_REFUSED, {})
    files = kept.get("files", []) if kept.get("batch") == str(batch_id) else []
    return [{**each, "reason": reasons.refusal(actions.Refusal(each["reason"]))} for each in files]


def _bounds() -> dict[str, int]:
    return {"largest_megabytes": settings.UPLOAD_MAX_BYTES // (1024 * 1024), "most_files": settings.UPLOAD_MAX_FILES}


def _progress(agreements: Any, same: Mapping[UUID, tuple[doubles.Double, ...]]) -> tuple[dict[str, object], ...]:
    return tuple(
        {"agreement": each, "reason": reasons.unreadable(each.reason), "same": same.get(each.pk, ())}
        for each in agreements
    )


@require_safe
@requires(Right.UPLOAD)
def batch(request: MemberRequest, batch_id: UUID) -> HttpResponse:
    """How far the files of one upload are, by page; those alone that could not be read where the address asks for them."""
    counts, refused = queries.batch_counts(request.organisation, batch_id), _refused(request, batch_id)
    if not counts["all"] and not refused:
        raise Http404
    rows, failed = queries.batch(request.organisation, batch_id), request.GET.get("state") == State.FAILED
    if failed:
        rows = rows.filter(state=State.FAILED)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "batch_id": batch_id,
        "agreements": _progress(page, {} if counts["busy"] else doubles.doubles_of(request.organisation, list(page))),
        "page": page,
        "counts": counts,
        "failed": failed,
        "busy": counts["busy"],
        "asked": 0 if counts["busy"] else queries.batch_asked(request.organisation, batch_id),
        "done": counts["all"] - counts["busy"],
        "refused": refused,
        "may_decide": request.membership.may(Right.DECIDE),
    }
    template = "agreements/batch_progress.html" if request.htmx.target == "progress" else "agreements/batch.html"
    return render(request, template, context)
