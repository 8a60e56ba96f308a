"""The pages of checks: all of them, one, adding and changing, where one is promised, and the board of alarms."""

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

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.controls import actions, lists, queries, telling
from art28.web.controls.asked import check_asked
from art28.web.controls.forms import AcceptForm, CheckForm, EndForm, PromiseForm, initial_of
from art28.web.controls.models import Check, Standing
from art28.web.controls.rhythm import Rhythm
from art28.web.typed import identifier, whole

_PER_PAGE = 50


def _narrowing(request: MemberRequest) -> queries.Narrowing:
    return queries.read(request.GET.dict())


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """All checks: how each stands, when the next result must be there, and what the last ones were."""
    narrowing = _narrowing(request)
    rows = queries.narrowed(request.organisation, narrowing, me=request.user.pk)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    listed = list(page.object_list)
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "page": page,
        "rows": listed,
        "narrowing": narrowing,
        "strips": queries.strips(listed),
        "promised": queries.promised(listed),
        "counts": queries.counts(request.organisation),
        "standings": Standing.choices,
        "rhythms": Rhythm.choices,
        "query": kept.urlencode(),
        "now": timezone.now(),
        "may_change": request.membership.may(Right.CONFIRM),
        "may_handle": request.membership.may(Right.HANDLE),
    }
    return render(request, "controls/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The list, narrowed as its page is, as CSV or XLSX."""
    rows = queries.narrowed(request.organisation, _narrowing(request), me=request.user.pk)
    promised = queries.promised_at_all(request.organisation)
    lines = (telling.cells(row, promised.get(row.pk, 0)) for row in rows.iterator(500))
    table = downloads.Table(_("Checks"), telling.columns(), lines, widths=(18, 34, 40, 14, 24), held=2)
    return downloads.table(table, _("checks"), form)


@require_safe
@requires(Right.READ)
def board(request: MemberRequest) -> HttpResponseBase:
    """What is missed or fails now, the oldest first; or how alarms were closed."""
    context = {
        "closed": request.GET.get("state") == "closed",
        "now": timezone.now(),
        "waiting": queries.waiting(request.organisation).count(),
    }
    return listing.shown(request, lists.ALARMS, queries.alarms(request.organisation), "controls/board.html", context)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, check_id: UUID) -> HttpResponseBase:
    """One check: its alarms, its history, who was promised it, and how results come in."""
    row = check_asked(request, check_id)
    return listing.filed(request, lists.RESULTS, queries.results(row)) or detail_page(request, row)


def detail_page(request: MemberRequest, row: Check, *, status: int = 200, **forms: object) -> HttpResponse:
    """The page of a check; `forms` holds those that were filled in wrongly."""
    page, tools = listing.part(request, lists.RESULTS, queries.results(row))
    running = row.ended_at is None
    context = {
        "row": row,
        "open_alarms": queries.of_check(row),
        "page": page,
        "tools": tools,
        "newest": queries.strips([row]).get(row.pk, ()),
        "promises": queries.promises(row),
        "mailbox": queries.mail_address(row),
        "now": timezone.now(),
        "may_change": running and request.membership.may(Right.CONFIRM),
        "may_handle": running and request.membership.may(Right.HANDLE),
        "may_decide": running and request.membership.may(Right.DECIDE),
        "accept_form": AcceptForm(),
        "end_form": EndForm(),
        **forms,
    }
    return render(request, "controls/detail.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Begin a check."""
    form = CheckForm(request.POST if request.method == "POST" else None, organisation=request.organisation)
    if request.method != "POST":
        return render(request, "controls/edit.html", {"form": form})
    if not form.is_valid():
        return render(request, "controls/edit.html", {"form": form}, status=422)
    try:
        row = actions.add(request.organisation, form.about(), actor=request.actor, now=timezone.now())
    except actions.CodeTaken:
        form.add_error("code", _("Another check has this code."))
        return render(request, "controls/edit.html", {"form": form}, status=409)
    messages.success(request, _("The check runs. Say which agreements promise it."))
    return HttpResponseRedirect(reverse("controls:detail", args=(row.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def edit(request: MemberRequest, check_id: UUID) -> HttpResponse:
    """Change a check."""
    row = check_asked(request, check_id)
    if request.method != "POST":
        form = CheckForm(initial=initial_of(row), organisation=request.organisation)
        return render(request, "controls/edit.html", {"form": form, "row": row})
    form = CheckForm(request.POST, organisation=request.organisation)
    if not form.is_valid():
        return render(request, "controls/edit.html", {"form": form, "row": row}, status=422)
    try:
        based_on = whole(request.POST.get("version", ""))
        actions.change(row, form.about(), based_on=based_on, actor=request.actor, now=timezone.now())
    except actions.CodeTaken:
        form.add_error("code", _("Another check has this code."))
    except actions.StateChanged:
        form.add_error(None, _("Somebody else changed this check meanwhile. Yours is still here; compare first."))
    else:
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("controls:detail", args=(row.pk,)))
    return render(request, "controls/edit.html", {"form": form, "row": row}, status=409)


@require_POST
@requires(Right.CONFIRM)
def end(request: MemberRequest, check_id: UUID) -> HttpResponse:
    """Stop a check."""
    row, form = check_asked(request, check_id), EndForm(request.POST)
    if not form.is_valid():
        return detail_page(request, row, status=422, end_form=form)
    try:
        reason = form.cleaned_data["reason"]
        actions.end(row, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("This check has ended already."))
    else:
        messages.success(request, _("The check has stopped. Its history stays."))
    return HttpResponseRedirect(reverse("controls:detail", args=(row.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def promise(request: MemberRequest, check_id: UUID) -> HttpResponse:
    """Say in which agreement a check is promised, and where."""
    row = check_asked(request, check_id)
    words = request.GET.get("q", "").replace("\x00", "")[:200].strip()
    named = identifier(request.POST.get("agreement", ""))
    offered = queries.offered(request.organisation, words)
    choices = tuple(offered.filter(pk=named) if named else offered[:_PER_PAGE])
    form = PromiseForm(request.POST if request.method == "POST" else None, offered=choices)
    context = {"form": form, "row": row, "q": words, "few": len(choices) < _PER_PAGE}
    if request.method != "POST":
        return render(request, "controls/promise.html", context)
    if not form.is_valid():
        return render(request, "controls/promise.html", context, status=422)
    try:
        said = form.cleaned_data
        actions.promise(
            row,
            form.offered[said["agreement"]],
            clause=said["clause"],
            passage=said["passage"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.NotInText:
        form.add_error("passage", _("The agreement doesn't hold these words. Copy them from its page."))
        return render(request, "controls/promise.html", context, status=409)
    messages.success(request, _("The promise is kept with its passage."))
    return HttpResponseRedirect(reverse("controls:detail", args=(row.pk,)))


@require_POST
@requires(Right.CONFIRM)
def withdraw(request: MemberRequest, check_id: UUID, promise_id: UUID) -> HttpResponse:
    """Take back that an agreement promises a check."""
    row = check_asked(request, check_id)
    made = queries.promises(row).filter(pk=promise_id).first()
    if made is None:
        raise Http404
    actions.withdraw(made, actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("controls:detail", args=(row.pk,)))
