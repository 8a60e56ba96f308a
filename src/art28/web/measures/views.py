"""Pages of the library: the list, a new measure, one with all that can be done, and the file of a piece of evidence."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.securing.topics import topics
from art28.web import downloads, listing
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, Stage, perform, shown
from art28.web.measures import actions, acts, changing, exporting, library, lists, telling
from art28.web.measures.forms import AboutForm, control_choices, topic_choices
from art28.web.measures.library import Gap, Narrowing
from art28.web.measures.models import Item, Standing
from art28.web.typed import identifier
from art28.web.uploads import takes_files

PAGE = 50
_MOST_SHOWN = 100
_FIRST = 10
"""So much of what there can be thousands of stands on the page of a measure; all of it on a page of its own."""


def narrowing(request: MemberRequest) -> Narrowing:
    """What the address asks for."""
    given = {name: said(request, name) for name in Narrowing.__slots__ if name != "words"}
    given["owner"] = given["owner"] if identifier(given["owner"]) else ""
    return Narrowing(words=said(request, "q"), **{**given, "sort": given["sort"] or "name"})


def said(request: MemberRequest, name: str) -> str:
    """What the address says under a name."""
    return request.GET.get(name, "").replace("\x00", "")[:200].strip()


def query_of(request: MemberRequest) -> str:
    """The page's selection, as the query of an address."""
    return "&".join(part for part in request.GET.urlencode().split("&") if part and not part.startswith("page="))


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The library."""
    by, today = narrowing(request), timezone.localdate()
    page = Paginator(library.narrowed(request.organisation, by, today), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [(row, library.gaps_of(row, today)) for row in page.object_list],
        "by": by,
        "gaps": [(gap.value, telling.GAPS[gap]) for gap in Gap],
        "standings": Standing.choices,
        "topics": topic_choices(),
        "sorts": telling.SORTS.items(),
        "members": [each.user for each in accounts.members(request.organisation)],
        "may_change": request.membership.may(Right.CONFIRM),
        "query": query_of(request),
        "here": "list",
    }
    return render(request, "measures/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The library as the page shows it, whole."""
    rows = library.narrowed(request.organisation, narrowing(request), timezone.localdate()).iterator(500)
    heads = exporting.measure_heads()
    return exporting.download(_("measures"), form, heads, exporting.measure_cells(rows))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Put a measure in the library."""
    topic = said(request, "topic")
    initial = {"topic": topic if topic in topics() else "policy", "name": said(request, "name")}
    form = AboutForm(request.POST if request.method == "POST" else None, initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = actions.add(request.organisation, form.about(), by=by_of(request))
            except actions.NameTaken:
                form.add_error("name", _("Another measure has this name."))
                status = 409
            else:
                messages.success(request, _("In the library. Say whose it is, and what shows that it is in place."))
                return HttpResponseRedirect(reverse("measures:detail", args=(row.pk,)))
    return render(request, "measures/new.html", {"form": form}, status=status)


def by_of(request: MemberRequest) -> By:
    """Who does something now."""
    return By(request.user, request.actor, timezone.now())


def _found(request: MemberRequest, measure_id: UUID) -> Any:
    row = library.measure(request.organisation, measure_id)
    if row is None:
        raise Http404
    return row


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, measure_id: UUID) -> HttpResponse:
    """One measure."""
    return _page(request, _found(request, measure_id), {})


def _page(request: MemberRequest, row: Any, bound: Mapping[str, Form]) -> HttpResponse:
    may, today = request.membership.may, timezone.localdate()
    evidence = list(library.evidence(row)[:_MOST_SHOWN])
    items = list(library.items(row)[:_FIRST])
    context = {
        "row": row,
        "topic": exporting.topic_name(row.topic),
        "gaps": [telling.GAPS[gap] for gap in library.gaps_of(row, today)],
        "iso": control_choices(row.iso27001),
        "nen": control_choices(row.nen7510),
        "versions": library.versions(row)[:_MOST_SHOWN],
        "evidence": evidence,
        "reviews": library.reviews(row)[:_MOST_SHOWN],
        "items": [(each, shown(acts.MEASURE, row, each, bound, may)) for each in items],
        "item_count": library.items(row).count(),
        "promises": library.promising(row)[:_FIRST],
        "promise_count": library.promising(row).count(),
        "certificates": row.certificates.filter(ended_at=None, renewed=None).order_by("expires_on"),
        "running": changing.running(row),
        "clock": actions.clock_of(row),
        "forms": shown(acts.MEASURE, row, None, bound, may) if row.ended_at is None else {},
        "to_review_with": any(not hasattr(each, "review") for each in evidence),
        "today": today,
    }
    return render(request, "measures/detail.html", context, status=422 if bound else 200)


@require_safe
@requires(Right.READ)
def promised(request: MemberRequest, measure_id: UUID) -> HttpResponseBase:
    """Every agreement that promises a measure, with the words in which it does."""
    row = _found(request, measure_id)
    return listing.shown(request, lists.PROMISED, library.promising(row), "measures/promised.html", {"row": row})


@require_safe
@requires(Right.READ)
def items(request: MemberRequest, measure_id: UUID) -> HttpResponseBase:
    """Everything that stands under a measure, each with what can be done with it."""
    row, may = _found(request, measure_id), request.membership.may

    def more(page: Page[Item]) -> Mapping[str, Any]:
        return {"row": row, "items": [(each, shown(acts.MEASURE, row, each, {}, may)) for each in page]}

    return listing.shown(request, lists.ITEMS, library.items(row), "measures/items.html", more)


_STAGE = Stage(acts=acts.MEASURE, why_not=acts.WHY_NOT, page=_page, address=acts.address("detail"))


@takes_files()
@require_POST
@requires(Right.READ)
def act(request: MemberRequest, measure_id: UUID, name: str) -> HttpResponse:
    """Do something with a measure."""
    return perform(request, _STAGE, name, _found(request, measure_id), None)


@require_POST
@requires(Right.READ)
def item_act(request: MemberRequest, measure_id: UUID, item_id: UUID, name: str) -> HttpResponse:
    """Do something with what stands under a measure."""
    row = _found(request, measure_id)
    part = Item.objects.filter(organisation=request.organisation, measure=row, pk=item_id)
    found = part.select_related("measure__organisation").first()
    if found is None:
        raise Http404
    return perform(request, _STAGE, name, row, found)


@require_safe
@requires(Right.READ)
def evidence_file(request: MemberRequest, measure_id: UUID, evidence_id: UUID) -> HttpResponse:
    """The file of a piece of evidence, to save; never shown within this site."""
    row = library.evidence(_found(request, measure_id)).filter(pk=evidence_id).exclude(sha256="").first()
    if row is None:
        raise Http404
    return downloads.foreign(bytes(row.bytes.data), row.file_name or "evidence")
