"""The chain on screen, as a workbook and as a document."""

from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from art28.comparing.picture import picture
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.chains import exporting, queries, showing
from art28.web.yardsticks.showing import language_now

_MOST_ROWS = 300


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The picture of the chain, the gaps in it with what closes them, the slack, the countries."""
    found = queries.chain_of(request.organisation, on=timezone.localdate())
    chain = found.chain
    context = {
        "chain": chain,
        "gap_count": len(chain.gaps),
        "without_gaps": showing.without_gaps(chain),
        "unknown": found.unknown,
        "picture": mark_safe(picture(chain, language_now())),  # noqa: S308 - made by us, names escaped
        "gaps": _first(showing.gaps(chain)),
        "held": _first(showing.held(chain)),
        "most": _MOST_ROWS,
        "strictest": showing.strictest(chain),
        "countries": showing.countries(chain),
        "unfiled": chain.unfiled,
    }
    return render(request, "chains/index.html", context)


def _first(groups: tuple[showing.Group, ...]) -> list[showing.Group]:
    """As many groups as have `_MOST_ROWS` rows together; the reports have all."""
    shown: list[showing.Group] = []
    left = _MOST_ROWS
    for group in groups:
        if left <= 0:
            break
        shown.append(showing.Group(group.what, group.rows[:left]))
        left -= len(group.rows)
    return shown


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The chain as XLSX or PDF."""
    if form not in ("xlsx", "pdf"):
        raise Http404
    now = timezone.now()
    chain = queries.chain_of(request.organisation, on=timezone.localdate()).chain
    name = f"{downloads.dated(_('chain'))}.{form}"
    if form == "xlsx":
        return downloads.workbook(exporting.as_workbook(chain), name)
    zone = ZoneInfo(request.organisation.time_zone)
    content = exporting.as_document(request.organisation.name, chain, zone, now=now)
    return downloads.document(content, name)
