"""Behind the link to an evidence room: what lies in it, each look logged. A link that is over shows nothing."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from art28.web import downloads
from art28.web.audits import rooms


@never_cache
@require_safe
def room(request: HttpRequest, token: str) -> HttpResponse:
    """The documents, to whoever has the link while it holds."""
    now = timezone.now()
    found = rooms.behind(token, now=now)
    if found is None:
        raise Http404
    rooms.visited(found, None, now=now)
    with translation.override(found.audit.agreement.language or found.organisation.language):
        context = {"room": found, "audit": found.audit, "documents": rooms.documents(found.audit)}
        return _private(render(request, "audits/room.html", context))


@never_cache
@require_safe
def file(_request: HttpRequest, token: str, document_id: UUID) -> HttpResponse:
    """One document as it was put in."""
    now = timezone.now()
    found = rooms.behind(token, now=now)
    document = rooms.document(found.audit, document_id) if found else None
    if found is None or document is None:
        raise Http404
    rooms.visited(found, document, now=now)
    return _private(downloads.foreign(bytes(document.bytes.data), document.file_name))


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
