"""What came back, and each mail as it was received, to be saved."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.replies import queries
from art28.web.replies.models import Kind

_PER_PAGE = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """Everything that came back, or one kind of it."""
    kind = request.GET.get("kind", "")
    page = Paginator(queries.replies(request.organisation, kind=kind), _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "replies/list.html", {"page": page, "kind": kind, "kinds": Kind.choices})


@require_safe
@requires(Right.READ)
def mail(request: MemberRequest, reply_id: UUID) -> HttpResponse:
    """The mail as it came, to be saved; nothing of it is shown or run here."""
    row = queries.reply(request.organisation, reply_id)
    if row is None:
        raise Http404
    return downloads.foreign(bytes(row.data), "message.eml")
