"""What is kept how long: the list with its filters and files, terms by agreement, runs with proof, grounds and holds."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.obligations import retaining
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.endings import deleting, exporting, keeping, lists, ordering, planning, queries
from art28.web.endings.forms import KeepForm, OrderForm, ReasonForm, RetentionForm, RunForm
from art28.web.endings.refusals import Refused
from art28.web.endings.views import narrowing
from art28.web.events import queries as event_queries
from art28.web.typed import identifier

_PER_PAGE = 100


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """What is kept how long, what must go first in front."""
    by, now = narrowing(request), timezone.now()
    sort, order = listing.order(request, lists.ITEM_SORTS)
    rows = queries.retained(request.organisation, by, now=now, today=timezone.localdate()).order_by(*order)
    agreement = event_queries.agreement(request.organisation, by.agreement) if by.agreement else None
    context = {
        "page": Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")),
        "by": by,
        "sort": sort,
        "sorts": listing.orders(lists.ITEM_SORTS),
        "states": exporting.ITEM_STATES,
        "now": now,
        "agreement": agreement,
        "holds": tuple(queries.holds(request.organisation, (agreement.pk,))) if agreement else (),
        "may_handle": request.membership.may(Right.HANDLE),
        "may_decide": request.membership.may(Right.DECIDE),
        "run": RunForm(initial={"at": now}),
        "hold": ReasonForm(auto_id="hold-%s"),
        "lift": ReasonForm(auto_id="lift-%s"),
        "query": request.GET.urlencode(),
        "most": deleting.MOST,
    }
    return render(request, "endings/retention.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The list as CSV or XLSX, narrowed as it is on the page."""
    rows = queries.retained(request.organisation, narrowing(request), now=timezone.now(), today=timezone.localdate())
    rows = rows.order_by(*listing.order(request, lists.ITEM_SORTS)[1])
    cells = (exporting.item_cells(row) for row in rows.iterator(500))
    table = downloads.Table(_("Retention"), exporting.item_heads(), cells)
    return downloads.table(table, downloads.dated(_("retention")), form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Say how long something is kept under an agreement."""
    agreement = _agreement(request, identifier(request.GET.get("agreement", "")))
    posted = request.method == "POST"
    form = RetentionForm(request.POST if posted else None)
    if posted and form.is_valid():
        given, now = form.cleaned_data, timezone.now()
        since = timezone.make_aware(datetime.combine(given["since"], time.min)) if given["since"] else None
        planning.set_retention(
            agreement,
            name=given["name"],
            service=given["service"],
            rule=form.rule(),
            said="",
            provision=given["provision"],
            since=since,
            on_order=given["on_order"],
            actor=request.actor,
            now=now,
        )
        messages.success(request, _("The term is set."))
        return _of(agreement.pk)
    return render(
        request,
        "endings/retention_new.html",
        {"agreement": agreement, "form": form},
        status=422 if form.errors else 200,
    )


@require_POST
@requires(Right.HANDLE)
def take_over(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Take the terms over that the agreement's own table of processing gives."""
    agreement = _agreement(request, agreement_id)
    added, unclear = planning.take_over(agreement, actor=request.actor, now=timezone.now())
    messages.success(request, ngettext("%(n)s term taken over.", "%(n)s terms taken over.", added) % {"n": added})
    if unclear:
        text = _("These words settle no term; say it yourself: %(which)s") % {"which": "; ".join(unclear[:10])}
        messages.warning(request, text)
    return _of(agreement.pk)


@require_POST
@requires(Right.HANDLE)
def run(request: MemberRequest) -> HttpResponse:
    """Keep that what was ticked, or the whole selection, was deleted."""
    form, now, by = RunForm(request.POST), timezone.now(), narrowing(request)
    back = f"{reverse('endings:retention')}?{request.GET.urlencode()}"
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for found in form.errors.values() for error in found))
        return HttpResponseRedirect(back)
    if request.POST.get("all"):
        rows = queries.retained(request.organisation, by, now=now, today=timezone.localdate())
        ids = list(rows.values_list("pk", flat=True)[: deleting.MOST])
    else:
        ids = [each for each in map(identifier, request.POST.getlist("item")) if each is not None]
    try:
        done = deleting.delete(
            request.organisation, ids, form.deletion(), by=request.user, actor=request.actor, now=now
        )
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        text = ngettext("%(n)s deletion is recorded.", "%(n)s deletions are recorded.", done.count) % {"n": done.count}
        messages.success(request, text)
    return HttpResponseRedirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def keep(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """Keep an item longer than agreed, on a ground that the controller was told."""
    item = queries.item(request.organisation, item_id)
    if item is None:
        raise Http404
    posted = request.method == "POST"
    grounds = retaining.grounds(timezone.localdate())
    form = KeepForm(request.POST if posted else None, grounds=grounds, initial={"what": item.name})
    if posted and form.is_valid():
        try:
            keeping.keep(item, form.longer(), actor=request.actor, now=timezone.now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("What stays is recorded, with its ground and its last day."))
            return HttpResponseRedirect(_back(request, item.agreement_id))
    return render(request, "endings/keep.html", {"item": item, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def order(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """Keep that the controller ordered an item to be deleted."""
    item = queries.item(request.organisation, item_id)
    if item is None or not item.on_order:
        raise Http404
    posted = request.method == "POST"
    form = OrderForm(request.POST if posted else None, initial={"at": timezone.now()})
    if posted and form.is_valid():
        try:
            ordering.keep(item, form.ordered(), by=By(request.user, request.actor, timezone.now()))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The order is on file among the instructions; delete now, and record the run."))
            return HttpResponseRedirect(_back(request, item.agreement_id))
    return render(request, "endings/order.html", {"item": item, "form": form}, status=422 if form.errors else 200)


@require_POST
@requires(Right.DECIDE)
def hold(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Stop every deletion under an agreement."""
    agreement, form = _agreement(request, agreement_id), ReasonForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        keeping.set_hold(agreement, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
        messages.success(request, _("The hold is set: nothing of this agreement is deleted until it is lifted."))
    else:
        messages.error(request, _("Say why nothing may be deleted."))
    return HttpResponseRedirect(_back(request, agreement.pk))


@require_POST
@requires(Right.DECIDE)
def lift(request: MemberRequest, hold_id: UUID) -> HttpResponse:
    """Lift a hold."""
    found, form = queries.hold(request.organisation, hold_id), ReasonForm(request.POST)
    if found is None:
        raise Http404
    if not form.is_valid():
        messages.error(request, _("Say why the hold is lifted."))
    else:
        try:
            reason = form.cleaned_data["reason"]
            keeping.lift_hold(found, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The hold is lifted; the clocks run on."))
    return HttpResponseRedirect(_back(request, found.agreement_id))


def _agreement(request: MemberRequest, agreement_id: UUID | None) -> Agreement:
    found = event_queries.agreement(request.organisation, agreement_id) if agreement_id else None
    if found is None:
        raise Http404
    return found


def _of(agreement_id: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('endings:retention')}?agreement={agreement_id}")


def _back(request: HttpRequest, agreement_id: UUID) -> str:
    """Where the form says that it came from, if that is one of our pages."""
    asked = request.POST.get("back", "")
    if asked and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return f"{reverse('endings:retention')}?agreement={agreement_id}"
