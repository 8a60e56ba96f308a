"""What came back, and each mail as it was received, to be saved."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.replies import lists, queries
from art28.web.replies.models import Kind


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """Everything that came back, or one kind of it."""
    context = {"kind": request.GET.get("kind", ""), "kinds": Kind.choices}
    return listing.shown(request, lists.REPLIES, queries.replies(request.organisation), "replies/list.html", context)


@require_safe
@requires(Right.READ)
def mail(request: MemberRequest, reply_id: UUID) -> HttpResponse:
    """The mail as it came, to be saved; nothing of it is shown or run here."""
    row = queries.reply(request.organisation, reply_id)
    if row is None:
        raise Http404
    return downloads.foreign(bytes(row.data), "message.eml")
