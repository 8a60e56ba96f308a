"""The pages of things with custody: the register, one thing, handing it over, what protects it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.controls import asset_queries, custody
from art28.web.controls.asset_forms import AssetForm, HandForm, SafeguardForm
from art28.web.controls.models import Asset, AssetKind, Custody, Handing, SafeguardKind
from art28.web.typed import whole

_PER_PAGE = 50


@require_safe
@requires(Right.HANDLE)
def index(request: MemberRequest) -> HttpResponse:
    """The register: what there is, who holds it, and what lacks."""
    narrowing, today = asset_queries.read(request.GET.dict()), timezone.localdate()
    rows = asset_queries.narrowed(request.organisation, narrowing, today=today)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    listed = list(page.object_list)
    kept = request.GET.copy()
    kept.pop("page", None)
    seen = asset_queries.shown_of(listed, today=today)
    context = {
        "page": page,
        "rows": [(row, seen[row.pk]) for row in listed],
        "narrowing": narrowing,
        "kinds": AssetKind.choices,
        "custodies": Custody.choices,
        "query": kept.urlencode(),
        "may_change": request.membership.may(Right.HANDLE),
    }
    return render(request, "controls/assets.html", context)


@require_safe
@requires(Right.HANDLE)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The register, narrowed as its page is, as CSV or XLSX."""
    narrowing = asset_queries.read(request.GET.dict())
    rows = asset_queries.narrowed(request.organisation, narrowing, today=timezone.localdate())
    lines = (_cells(row) for row in rows.iterator(500))
    table = downloads.Table(_("Assets and keys"), _columns(), lines, widths=(16, 30, 24), held=2)
    return downloads.table(table, _("assets"), form)


def _columns() -> tuple[str, ...]:
    return (_("Number or mark"), _("Name"), _("Kind"), _("Place"), _("Country"), _("Custody"), _("Held by"),
            _("Held since"), _("Safeguards shown"), _("Safeguards wanted"), _("Note"))  # fmt: skip


def _cells(row: Asset) -> Iterator[str]:
    yield from (row.code, row.name, row.get_kind_display(), str(row.place or ""), row.country)
    yield from (row.get_custody_display(), row.holder, row.held_since.isoformat() if row.held_since else "")
    yield from (str(row.shown), str(row.wanted), row.note)  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Put a thing in the register."""
    form = AssetForm(request.POST if request.method == "POST" else None, organisation=request.organisation)
    if request.method != "POST":
        return render(request, "controls/asset_edit.html", {"form": form})
    if not form.is_valid():
        return render(request, "controls/asset_edit.html", {"form": form}, status=422)
    try:
        row = custody.add(request.organisation, form.about(), actor=request.actor, now=timezone.now())
    except custody.CodeTaken:
        form.add_error("code", _("Another thing has this number or mark."))
        return render(request, "controls/asset_edit.html", {"form": form}, status=409)
    messages.success(request, _("It stands in the register."))
    return HttpResponseRedirect(reverse("controls:asset", args=(row.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def edit(request: MemberRequest, asset_id: UUID) -> HttpResponse:
    """Change what a thing is."""
    row = _asked(request, asset_id)
    given = request.POST if request.method == "POST" else None
    initial = {**custody.about(row).record()}
    form = AssetForm(given, initial=initial, organisation=request.organisation, but=row)
    if request.method != "POST":
        return render(request, "controls/asset_edit.html", {"form": form, "row": row})
    if not form.is_valid():
        return render(request, "controls/asset_edit.html", {"form": form, "row": row}, status=422)
    try:
        based_on = whole(request.POST.get("version", ""))
        custody.change(row, form.about(), based_on=based_on, actor=request.actor, now=timezone.now())
    except custody.CodeTaken:
        form.add_error("code", _("Another thing has this number or mark."))
    except custody.StateChanged:
        form.add_error(None, _("Somebody else changed it meanwhile. Yours is still here; compare first."))
    else:
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("controls:asset", args=(row.pk,)))
    return render(request, "controls/asset_edit.html", {"form": form, "row": row}, status=409)


@require_safe
@requires(Right.HANDLE)
def detail(request: MemberRequest, asset_id: UUID) -> HttpResponse:
    """One thing: who holds and held it, what protects it, and the checks of it."""
    return _page(request, _asked(request, asset_id))


def _page(request: MemberRequest, row: Asset, *, status: int = 200, **forms: object) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "row": row,
        "shown": asset_queries.shown(row, today=today),
        "steps": asset_queries.steps(row)[:_PER_PAGE],
        "checks": row.checks.filter(ended_at=None).order_by("name", "id")[:_PER_PAGE],
        "holds": row.holds.order_by("code")[:_PER_PAGE],
        "gone": row.custody == Custody.DESTROYED,
        "hand_form": HandForm(initial={"on": today}),
        "safeguard_form": SafeguardForm(initial={"seen_on": today}),
        **forms,
    }
    return render(request, "controls/asset.html", context, status=status)


@require_POST
@requires(Right.HANDLE)
def hand(request: MemberRequest, asset_id: UUID) -> HttpResponse:
    """Issue a thing, take it in, or say that it was lost or destroyed."""
    row, form = _asked(request, asset_id), HandForm(request.POST)
    if not form.is_valid():
        return _page(request, row, status=422, hand_form=form)
    said = form.cleaned_data
    try:
        custody.hand(
            row,
            Handing(said["what"]),
            holder=" ".join(said["holder"].split()),
            on=said["on"],
            evidence=said["evidence"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except custody.StateChanged:
        form.add_error("what", _("That can't be done with it now: take it in first, or look where it is."))
        return _page(request, row, status=409, hand_form=form)
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("controls:asset", args=(row.pk,)))


@require_POST
@requires(Right.HANDLE)
def safeguard(request: MemberRequest, asset_id: UUID) -> HttpResponse:
    """Keep what was seen of a safeguard."""
    row, form = _asked(request, asset_id), SafeguardForm(request.POST)
    if not form.is_valid():
        return _page(request, row, status=422, safeguard_form=form)
    said = form.cleaned_data
    until: date | None = said["until"]
    custody.show(
        row,
        SafeguardKind(said["safeguard"]),
        in_place=said["in_place"],
        seen_on=said["seen_on"],
        until=until,
        evidence=said["seen_by"],
        by=request.user,
        actor=request.actor,
        now=timezone.now(),
    )
    messages.success(request, _("Kept."))
    return HttpResponseRedirect(reverse("controls:asset", args=(row.pk,)))


def _asked(request: MemberRequest, asset_id: UUID) -> Asset:
    found = asset_queries.asset(request.organisation, asset_id)
    if found is None:
        raise Http404
    return found
