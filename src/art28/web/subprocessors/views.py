"""The pages of the register: its sub-processors, one of them with what stands behind it, tables in and out."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing, tabular, taking_over
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.subprocessors import actions, importing, mending, proposals, queries, register
from art28.web.subprocessors.forms import AgreementForm, BehindForm, CopyForm, SafeguardForm, SubProcessorForm
from art28.web.subprocessors.models import SubProcessor
from art28.web.subprocessors.register import Entry, Narrowing
from art28.web.typed import identifier, whole

_PER_PAGE = 50
_SHOWN = 200


def narrowing(request: MemberRequest) -> Narrowing:
    """What the address asks for."""
    given = {name: request.GET.get(name, "").replace("\x00", "")[:200].strip() for name in Narrowing.__slots__}
    return Narrowing(
        words=request.GET.get("q", "").replace("\x00", "")[:200].strip(),
        country=given["country"],
        gap=given["gap"],
        service=given["service"],
        sort=given["sort"] or "name",
    )


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register."""
    by = narrowing(request)
    every = register.register(request.organisation, timezone.localdate())
    found = register.narrowed(every, by)
    context = {
        "page": Paginator(found, _PER_PAGE).get_page(request.GET.get("page")),
        "by": by,
        "total": len(every),
        "missing": sum(1 for each in every if each.row is None),
        "countries": register.countries_of(every),
        "gaps": register.gaps_of(every),
        "sorts": register.SORTS,
        "changes": proposals.standing(request.organisation),
        "may_change": request.membership.may(Right.CONFIRM),
        "may_propose": request.membership.may(Right.HANDLE),
    }
    return render(request, "subprocessors/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Put a sub-processor in the register."""
    form = SubProcessorForm(
        request.POST if request.method == "POST" else None, initial={"name": request.GET.get("name", "")[:200]}
    )
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, None, 422 if request.method == "POST" else 200)
    try:
        row = actions.add(request.organisation, form.about(), actor=request.actor, now=timezone.now())
    except actions.NameTaken:
        form.add_error("name", _("This sub-processor is in the register already."))
        return _form(request, form, None, 409)
    messages.success(request, _("In the register. File the contract with it, and what stands behind it."))
    return _to(row)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def edit(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """Change what is kept of a sub-processor."""
    row = _row(request, sub_processor_id)
    if request.method != "POST":
        return _form(request, SubProcessorForm(initial=actions.about(row).record()), row, 200)
    form = SubProcessorForm(request.POST)
    if not form.is_valid():
        return _form(request, form, row, 422)
    try:
        based_on = whole(request.POST.get("version", ""))
        actions.change(row, form.about(), based_on=based_on, actor=request.actor, now=timezone.now())
    except actions.NameTaken:
        form.add_error("name", _("This sub-processor is in the register already."))
        return _form(request, form, row, 409)
    except actions.StateChanged:
        form.add_error(None, _("Somebody else changed this meanwhile. Yours is still here; compare first."))
        return _form(request, form, row, 409)
    messages.success(request, _("Kept."))
    return _to(row)


def _form(request: MemberRequest, form: SubProcessorForm, row: SubProcessor | None, status: int) -> HttpResponse:
    return render(request, "subprocessors/edit.html", {"form": form, "row": row}, status=status)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """One sub-processor: for which services, behind whom, in which countries on what ground, by which contract."""
    row = _row(request, sub_processor_id)
    may = request.membership.may(Right.CONFIRM)
    others = [each for each in queries.sub_processors(request.organisation) if each.pk != row.pk] if may else []
    context = {
        "row": row,
        "entry": queries.entry(row, timezone.localdate()),
        "may_change": may,
        "may_propose": request.membership.may(Right.HANDLE),
        "behind_form": BehindForm(offered=[(str(each.pk), each.name) for each in others], auto_id="id_behind_%s"),
        "agreement_form": AgreementForm(
            offered=queries.contracts(request.organisation) if may else [],
            initial={"agreement": str(row.agreement_id or "")},
        ),
        "copy_form": CopyForm(initial={"on": timezone.localdate()}, auto_id="id_copy_%s"),
        "may_handle": request.membership.may(Right.HANDLE),
        "safeguard_form": SafeguardForm(auto_id="id_safeguard_%s"),
        "may_stand_behind": bool(others),
    }
    return render(request, "subprocessors/detail.html", context)


@require_POST
@requires(Right.CONFIRM)
def file_agreement(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """Say which agreement is the contract with it."""
    row = _row(request, sub_processor_id)
    wanted = identifier(request.POST.get("agreement", ""))
    found = queries.contract(request.organisation, wanted) if wanted else None
    if request.POST.get("agreement") and found is None:
        messages.error(request, _("Nothing was changed: choose an agreement in which you are the controller's side."))
    else:
        actions.file_agreement(row, found, actor=request.actor, now=timezone.now())
        messages.success(request, _("Kept."))
    return _to(row)


@require_POST
@requires(Right.CONFIRM)
def behind(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """Put another sub-processor behind it."""
    row = _row(request, sub_processor_id)
    known = {str(each.pk): each for each in queries.sub_processors(request.organisation)}
    form = BehindForm(request.POST, offered=[(key, each.name) for key, each in known.items()])
    if not form.is_valid():
        messages.error(request, _("Nothing was changed: choose a sub-processor, and write countries as NL, DE."))
        return _to(row)
    try:
        child = known[form.cleaned_data["child"]]
        actions.put_behind(row, child, form.standing(), actor=request.actor, now=timezone.now())
    except actions.GoesInCircles:
        messages.error(request, _("Nothing was changed: it would stand behind itself."))
    else:
        messages.success(request, _("Kept."))
    return _to(row)


@require_POST
@requires(Right.CONFIRM)
def not_behind(request: MemberRequest, sub_processor_id: UUID, child_id: UUID) -> HttpResponse:
    """Say that another no longer stands behind it."""
    row = _row(request, sub_processor_id)
    actions.take_from_behind(row, child_id, actor=request.actor, now=timezone.now())
    return _to(row)


@require_POST
@requires(Right.CONFIRM)
def safeguard(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """Put a safeguard on file."""
    row = _row(request, sub_processor_id)
    form = SafeguardForm(request.POST)
    if form.is_valid():
        actions.file_safeguard(row, form.on_file(), by=request.user, actor=request.actor, now=timezone.now())
        messages.success(request, _("On file."))
    else:
        messages.error(request, _("Nothing was changed: give the country as two letters and the day of signature."))
    return _to(row)


@require_POST
@requires(Right.HANDLE)
def give_copy(request: MemberRequest, sub_processor_id: UUID) -> HttpResponse:
    """Keep that a customer got what it asked for about a sub-processor."""
    row, form = _row(request, sub_processor_id), CopyForm(request.POST)
    if form.is_valid():
        actions.give_copy(row, **form.cleaned_data, actor=request.actor, now=timezone.now())
        messages.success(request, _("Kept in the trail of acts."))
    else:
        messages.error(request, _("Nothing was kept: say to whom, what, and on which day."))
    return _to(row)


@require_safe
@requires(Right.READ)
def transfers(request: MemberRequest) -> HttpResponseBase:
    """Every country in which data are processed, on what ground, and what would have to be mended on a chosen day."""
    today = timezone.localdate()
    try:
        on = date.fromisoformat(request.GET.get("on", "")) if request.GET.get("on") else today
    except ValueError:
        on = today
    now = register.register(request.organisation, today)
    later = tuple(replace(entry, on=on) for entry in now)
    mend = register.to_mend(now, later)
    by, sort = narrowing(request), request.GET.get("sort", "")
    sought = mending.Sought(by.words, by.country, sort if sort in mending.SORTS else "")
    found = sought.among(mend)
    if form := listing.wanted_form(request):
        return downloads.table(mending.table(found), downloads.dated(_("transfers")), form)
    context = {
        "on": on,
        "today": today,
        "page": Paginator(found, _PER_PAGE).get_page(request.GET.get("page")),
        "sought": sought,
        "sort": sought.sort,
        "sorts": tuple(mending.SORTS.items()),
        "countries": sorted({each.country for each in mend}),
        "total": len(mend),
        "new": sum(1 for each in mend if each.is_new),
        "places": register.places(later),
    }
    return render(request, "subprocessors/transfers.html", context)


@require_POST
@requires(Right.CONFIRM)
def end_safeguard(request: MemberRequest, sub_processor_id: UUID, safeguard_id: UUID) -> HttpResponse:
    """Say that a safeguard no longer holds."""
    row = _row(request, sub_processor_id)
    try:
        actions.end_safeguard(row, safeguard_id, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: this safeguard had ended already."))
    return _to(row)


@require_POST
@requires(Right.CONFIRM)
def take_over(request: MemberRequest) -> HttpResponse:
    """Put those in the register that stand with services only."""
    every = register.register(request.organisation, timezone.localdate())
    names = [each.name for each in every if each.row is None]
    count = actions.add_many(request.organisation, names, actor=request.actor, now=timezone.now())
    said = ngettext(
        "%(n)s sub-processor is in the register now.", "%(n)s sub-processors are in the register now.", count
    )
    messages.success(request, said % {"n": count})
    return HttpResponseRedirect(reverse("subprocessors:list"))


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The register as narrowed, as a workbook or as CSV; an import reads it back."""
    every: tuple[Entry, ...] = register.register(request.organisation, timezone.localdate())
    rows = importing.lines(register.narrowed(every, narrowing(request)))
    heads = importing.heads(dutch=(get_language() or "nl").startswith("nl"))
    table = downloads.Table(_("Sub-processors"), heads, rows, widths=(28,), but="+", delimiter=";")
    return downloads.table(table, "art28-sub-processors", form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def upload(request: MemberRequest) -> HttpResponse:
    """Read a table; nothing changes yet."""
    context = {
        "back": reverse("subprocessors:list"),
        "back_name": _("Sub-processors"),
        "now": reverse("subprocessors:export", args=("xlsx",)),
    }
    return tabular.upload(
        request,
        importing.put_in,
        template="components/bring_table.html",
        preview="subprocessors:preview",
        known=importing.KNOWN,
        context=context,
    )


@require_safe
@requires(Right.CONFIRM)
def preview(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """What the table would change."""
    return taking_over.preview(request, import_id, importing.TAKING)


@require_POST
@requires(Right.CONFIRM)
def apply(request: MemberRequest, import_id: UUID) -> HttpResponse:
    """Take it over."""
    return taking_over.take(request, import_id, importing.TAKING)


def _row(request: MemberRequest, sub_processor_id: UUID) -> SubProcessor:
    found = queries.sub_processor(request.organisation, sub_processor_id)
    if found is None:
        raise Http404
    return found


def _to(row: SubProcessor) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("subprocessors:detail", args=(row.pk,)))
