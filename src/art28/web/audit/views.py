"""The evidence page: what is recorded, its head, and the pack."""

import tempfile

from django.core.paginator import Page
from django.db import transaction
from django.http import FileResponse, HttpResponseBase
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.audit import actions, lists, queries
from art28.web.audit.export import export
from art28.web.audit.models import Act
from art28.web.audit.sealing import head_of

_IN_MEMORY = 8 * 1024 * 1024


@require_safe
@requires(Right.READ_EVIDENCE)
def index(request: MemberRequest) -> HttpResponseBase:
    """The newest acts, the head of the chain and how to check it."""

    def beside(page: Page[Act]) -> dict[str, object]:
        return {
            "lines": queries.lines(request.organisation, page.object_list),
            "head": head_of(request.organisation.id),
            "waiting": queries.waiting(request.organisation),
        }

    rows = queries.named(request.organisation)
    return listing.shown(request, lists.acts(request.organisation), rows, "audit/index.html", beside)


@require_POST
@requires(Right.READ_EVIDENCE)
def pack(request: MemberRequest) -> HttpResponseBase:
    """The evidence pack as a download; that it was taken is itself recorded, and stands in the next pack."""
    now = timezone.now()
    target = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the response closes it
    head = export(target, organisation=request.organisation, now=now)
    with transaction.atomic():
        actions.record(
            organisation=request.organisation,
            actor=request.actor,
            kind="evidence.exported",
            subject=request.organisation,
            at=now,
            content={"count": head.count, "head": head.hash},
        )
    target.seek(0)
    name = f"art28-{slugify(request.organisation.name)}-{timezone.localtime(now):%Y-%m-%d}-{head.count}.zip"
    return FileResponse(target, as_attachment=True, filename=name, content_type="application/zip")
