"""A table of measures brought in: what it would change is shown first."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, tabular, taking_over
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.measures import importing, library
from art28.web.measures.importing import Difference
from art28.web.measures.models import Import, Standing
from art28.web.taking_over import Column

_COLUMNS: dict[str, str | Promise] = {
    "standing": _("State"),
    "owner": _("Owner"),
    "review_on": _("Next review"),
    "review_months": _("months between reviews"),
    "article_32": _("Art. 32(1) GDPR"),
    "iso27001": _("ISO/IEC 27001:2022"),
    "nen7510": _("NEN 7510-2:2024"),
}


def _line(each: Difference) -> tuple[str, list[Column]]:
    if each.row is None:
        return each.wanted.name, []
    before, after = each.row, each.wanted.looked_after
    changed = [(name, getattr(before, name), after[name]) for name in each.fields]
    return each.wanted.name, [
        Column(_COLUMNS[name], _said(name, was), _said(name, will)) for name, was, will in changed
    ]


def _said(name: str, value: Any) -> str:
    if name == "standing":
        return str(Standing(value).label)
    return ", ".join(value) if isinstance(value, list | tuple) else str(value or "")


_TAKING = taking_over.Taking(
    model=Import,
    plan=lambda found: importing.plan(found, timezone.now()),
    apply=lambda found, by: importing.apply(found, by=by),
    title=_("Measures"),
    line=_line,
    faults=importing.FAULTS,
    upload="measures:upload",
    take="measures:apply",
    list="measures:list",
    done=_("Taken over: %(changes)s measures. Left out: %(faults)s rows."),
)


@require_safe
@requires(Right.CONFIRM)
def table(request: MemberRequest) -> HttpResponseBase:
    """The library as the table that is read back."""
    heads = importing.heads(dutch=(get_language() or "nl").startswith("nl"))
    rows = importing.rows(library.measures(request.organisation).order_by("name", "id").iterator(500))
    return downloads.table(downloads.Table(str(_("Measures")), heads, rows, widths=(30, 50)), "art28-measures", "xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing changes yet."""
    context = {"back": reverse("measures:list"), "back_name": _("Measures"), "now": reverse("measures:table")}
    return tabular.upload(
        request,
        importing.put_in,
        template="components/bring_table.html",
        preview="measures:preview",
        known=importing.KNOWN,
        context=context,
    )


@require_safe
@requires(Right.CONFIRM)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """What the table would change."""
    return taking_over.preview(request, import_id, _TAKING)


@require_POST
@requires(Right.CONFIRM)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Take it over."""
    return taking_over.take(request, import_id, _TAKING)
