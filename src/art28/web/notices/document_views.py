"""Documents of what was sent: for the organisation that sent it, and for whoever holds the link."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.notices import documents, queries


@require_safe
@requires(Right.READ)
def as_sent(request: MemberRequest, message_id: UUID, form: str) -> HttpResponse:
    """A message as a document, exactly as it was sent."""
    message = queries.message(request.organisation, message_id)
    if message is None or form not in documents.FORMS:
        raise Http404
    return documents.download(documents.of_message(message), form)


@never_cache
@require_safe
def behind_link(_request: HttpRequest, token: str, place: int, form: str) -> HttpResponse:
    """The same for whoever holds the link; `place` counts the notices in one message from 1. It confirms nothing."""
    message = queries.behind(token)
    if message is None or form not in documents.FORMS:
        raise Http404
    letters = (message, *queries.carried_by(message))
    if not 1 <= place <= len(letters):
        raise Http404
    found = letters[place - 1]
    found.organisation = message.organisation
    response = documents.download(documents.of_message(found), form)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
