"""Pages of what happens under agreements: overviews, wishes, weighings, changes of measures and what each asks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.securing.differing import stretches
from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import NotNow, Stage, perform, shown
from art28.web.agreements import agreement_page
from art28.web.measures import acts, certifying, changing, exporting, giving, lists, telling, wishing
from art28.web.measures.agreed import Affected, Change, ChangeState
from art28.web.measures.agreed_forms import OverviewForm, WeighingForm, WishForm
from art28.web.measures.models import MeasureVersion
from art28.web.measures.promise_views import agreement_shown
from art28.web.measures.views import PAGE, by_of, said


@require_POST
@requires(Right.HANDLE)
def ask_overview(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep a request for an overview; one that comes too soon by the agreement is kept as refused."""
    found = agreement_page.found(request, agreement_id)
    form = OverviewForm(request.POST, breaches=giving.breaches_of(found), auto_id="id_overview_%s")
    if not form.is_valid():
        return agreement_shown(request, found, {"overview_form": form})
    try:
        row = giving.ask(found, form.asked(), by=by_of(request))
    except NotNow as refusal:
        form.add_error(None, str(acts.WHY_NOT[refusal.code]))
        return agreement_shown(request, found, {"overview_form": form})
    return HttpResponseRedirect(reverse("measures:overview", args=(row.pk,)))


@require_POST
@requires(Right.HANDLE)
def ask_wish(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep a wish for a further measure."""
    found = agreement_page.found(request, agreement_id)
    form = WishForm(request.POST, auto_id="id_wish_%s")
    if not form.is_valid():
        return agreement_shown(request, found, {"wish_form": form})
    row = wishing.ask(found, form.asked(), by=by_of(request))
    return HttpResponseRedirect(reverse("measures:wish", args=(row.pk,)))


@require_POST
@requires(Right.CONFIRM)
def weigh(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep what was weighed for one agreement."""
    found = agreement_page.found(request, agreement_id)
    form = WeighingForm(request.POST, auto_id="id_weighing_%s")
    if not form.is_valid():
        return agreement_shown(request, found, {"weighing_form": form})
    certifying.weigh(request.organisation, found, form.cleaned_data, by=by_of(request))
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("measures:agreement", args=(found.pk,)))


@require_safe
@requires(Right.READ)
def overviews(request: MemberRequest) -> HttpResponseBase:
    """Every request for an overview."""
    rows = giving.overviews(request.organisation)
    return listing.shown(request, lists.OVERVIEWS, rows, "measures/overviews.html", {"here": "overviews"})


@require_safe
@requires(Right.READ)
def overview(request: MemberRequest, overview_id: UUID) -> HttpResponse:
    """One request, and what was given."""
    return _overview(request, _or_404(giving.overview(request.organisation, overview_id)), {})


def _overview(request: MemberRequest, row: Any, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "row": row,
        "limit": giving.limit_of(row.agreement),
        "forms": shown(acts.OVERVIEW, row, None, bound, request.membership.may),
    }
    return render(request, "measures/overview.html", context, status=422 if bound else 200)


@require_POST
@requires(Right.READ)
def overview_act(request: MemberRequest, overview_id: UUID, name: str) -> HttpResponse:
    """Give it."""
    return perform(request, _OVERVIEW, name, _or_404(giving.overview(request.organisation, overview_id)), None)


@require_safe
@requires(Right.READ)
def wishes(request: MemberRequest) -> HttpResponseBase:
    """Every wish for a further measure."""
    rows = wishing.wishes(request.organisation)
    return listing.shown(request, lists.WISHES, rows, "measures/wishes.html", {"here": "wishes"})


@require_safe
@requires(Right.READ)
def export_wishes(request: MemberRequest, form: str) -> HttpResponseBase:
    """The wishes of the selection."""
    rows = wishing.wishes(request.organisation, said(request, "q"), said(request, "state")).iterator(500)
    return exporting.download(_("wishes"), form, exporting.wish_heads(), exporting.wish_cells(rows))


@require_safe
@requires(Right.READ)
def wish(request: MemberRequest, wish_id: UUID) -> HttpResponse:
    """One wish."""
    return _wish(request, _or_404(wishing.wish(request.organisation, wish_id)), {})


def _wish(request: MemberRequest, row: Any, bound: Mapping[str, Form]) -> HttpResponse:
    context = {
        "row": row,
        "price": telling.price(row.price_cents),
        "forms": shown(acts.WISH, row, None, bound, request.membership.may),
    }
    return render(request, "measures/wish.html", context, status=422 if bound else 200)


@require_POST
@requires(Right.READ)
def wish_act(request: MemberRequest, wish_id: UUID, name: str) -> HttpResponse:
    """Do something with a wish."""
    return perform(request, _WISH, name, _or_404(wishing.wish(request.organisation, wish_id)), None)


@require_safe
@requires(Right.READ)
def changes(request: MemberRequest) -> HttpResponseBase:
    """Every change of a measure."""
    rows = changing.changes(request.organisation)
    return listing.shown(request, lists.CHANGES, rows, "measures/changes.html", {"here": "changes"})


@require_safe
@requires(Right.READ)
def change(request: MemberRequest, change_id: UUID) -> HttpResponseBase:
    """One change: what differs, what each agreement asks, who was told and what was answered."""
    row = _or_404(changing.change(request.organisation, change_id))
    if form := listing.wanted_form(request):
        of, rows, _tools = _asking(request, row)
        return listing.saved(of.name, of.columns, rows, form)
    return _change(request, row, {})


def _asking(request: MemberRequest, row: Change) -> tuple[listing.Listing, Any, listing.Tools]:
    """What each agreement asks or asked, as the address narrows it."""
    if row.announced_at is not None:
        tools = listing.asked(request, lists.AFFECTED)
        return lists.AFFECTED, listing.narrowed(changing.affected(row), tools), tools
    tools = listing.asked(request, lists.WOULD_ASK)
    lines = listing.sifted(
        changing.impact(row),
        tools,
        text=lambda line: f"{line.agreement.counterparty_name} {line.agreement.title}",
        by={"need": lambda line: str(int(line.asked.need))},
    )
    if tools.sort == "party":
        lines.sort(key=lambda line: line.agreement.counterparty_name.casefold())
    return lists.WOULD_ASK, lines, tools


def _change(request: MemberRequest, row: Change, bound: Mapping[str, Form]) -> HttpResponse:
    before = MeasureVersion.objects.get(organisation=row.organisation_id, measure=row.measure_id, number=row.based_on)
    may = request.membership.may
    _of, rows, tools = _asking(request, row)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    lines = [_line(row, each, bound, request) for each in page.object_list]
    stands = changing.stands(row, timezone.now()) if row.announced_at is not None else None
    context = {
        "row": row,
        "before": before,
        "differs": stretches(before.text, str(row.after["text"])),
        "renamed": row.after["name"] if row.after["name"] != before.name else "",
        "page": page,
        "tools": tools,
        "lines": lines,
        "stands": stands,
        "blocks": [(telling.BLOCKS[each], n) for each, n in stands.blocks.items() if n] if stands else (),
        "forms": shown(acts.CHANGE, row, None, bound, may),
        "may_tell": may(Right.DECIDE) and row.state == ChangeState.ANNOUNCED,
        "may_decide": may(Right.DECIDE),
    }
    return render(request, "measures/change.html", context, status=422 if bound else 200)


def _line(row: Change, each: Any, bound: Mapping[str, Form], request: MemberRequest) -> dict[str, Any]:
    """An agreement on the page: of the frozen list, or as it would be."""
    if isinstance(each, Affected):
        asks = row.state == ChangeState.ANNOUNCED
        forms = shown(acts.CHANGE, row, each, bound, request.membership.may) if asks else {}
        need, ground = each.need, each.ground
        found: dict[str, Any] = {"affected": each, "forms": forms, "provision": each.provision}
    else:
        need, ground = each.asked.need, each.asked.ground.value
        found = {"affected": None, "forms": {}, "provision": each.provision}
    return {
        **found,
        "agreement": each.agreement,
        "need": telling.NEEDS[need],
        "weight": int(need),
        "why": telling.GROUNDS[ground],
    }


@require_POST
@requires(Right.READ)
def change_act(request: MemberRequest, change_id: UUID, name: str) -> HttpResponse:
    """Do something with a change."""
    return perform(request, _CHANGE, name, _or_404(changing.change(request.organisation, change_id)), None)


@require_POST
@requires(Right.READ)
def answer(request: MemberRequest, change_id: UUID, affected_id: UUID, name: str) -> HttpResponse:
    """Keep what was answered under one agreement."""
    row = _or_404(changing.change(request.organisation, change_id))
    return perform(request, _CHANGE, name, row, _or_404(changing.affected(row).filter(pk=affected_id).first()))


def _or_404(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


_OVERVIEW = Stage(acts=acts.OVERVIEW, why_not=acts.WHY_NOT, page=_overview, address=acts.address("overview"))
_WISH = Stage(acts=acts.WISH, why_not=acts.WHY_NOT, page=_wish, address=acts.address("wish"))
_CHANGE = Stage(acts=acts.CHANGE, why_not=acts.WHY_NOT, page=_change, address=acts.address("change"))
