"""The register of breaches on screen and as files, its figures, and the measures of one breach."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, linking
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches.asked import breach_asked
from art28.web.clocks import actions as clocks
from art28.web.clocks.own_duties import NotAhead
from art28.web.parties import queries as parties
from art28.web.processing import linked
from art28.web.registers import actions, exporting, queries, statistics, telling
from art28.web.registers.forms import MeasureForm, OutcomeForm
from art28.web.registers.models import Kind
from art28.web.registers.selection import NOTIFIED, RISKS, ROLES, STATES, Selection, read

_MOST_PARTIES = 500


@require_safe
@requires(Right.READ)
def register(request: MemberRequest) -> HttpResponse:
    """The register, a page at a time; what is asked for stands in the address."""
    selection = read(request.GET.dict())
    number = request.GET.get("page", "1")
    asked = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 1
    rows, count = queries.page(request.organisation, selection, asked)
    pages = Paginator(range(count), queries.PAGE)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "entries": rows,
        "count": count,
        "page": pages.get_page(asked),
        "selection": selection,
        "query": query.urlencode(),
        "offered": _offered(request),
        "too_many": count > exporting.MOST_IN_A_DOCUMENT,
        "most": exporting.MOST_IN_A_DOCUMENT,
    }
    return render(request, "registers/register.html", context)


def _offered(request: MemberRequest) -> dict[str, list[tuple[object, str]]]:
    """What the selects of the page offer."""
    words = {
        "controller": _("As controller"), "processor": _("As processor"), "open": _("Open"), "closed": _("Closed"),
        "unlikely": _("Risk unlikely"), "risk": _("Risk"), "high": _("High risk"), "undecided": _("Not decided yet"),
        "yes": _("Notified"), "no": _("Not notified"),
    }  # fmt: skip
    groups = {"roles": ROLES, "states": STATES, "risks": RISKS, "notified": NOTIFIED}
    offered: dict[str, list[tuple[object, str]]] = {
        name: [(value, words[value]) for value in values] for name, values in groups.items()
    }
    offered["parties"] = list(parties.names(request.organisation, most=_MOST_PARTIES))
    return offered


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The whole selection as CSV, XLSX, PDF or JSON-LD."""
    now, selection = timezone.now(), read(request.GET.dict())
    zone = ZoneInfo(request.organisation.time_zone)
    entries, title = queries.every(request.organisation, selection), _title(selection)
    name = f"art28-{_('register-of-breaches')}-{now.astimezone(zone):%Y-%m-%d}"
    if form == "pdf":
        return _document(request, selection, title=title, name=name, now=now)
    if form == "jsonld":
        return downloads.lines(linking.document(linked.breach(entry) for entry in entries), f"{name}.jsonld")
    cells = (telling.cells(entry, zone) for entry in entries)
    table = downloads.Table(_("Breaches"), telling.columns(), cells, widths=(12, 24), held=2)
    return downloads.table(table, name, form)


def _document(request: MemberRequest, selection: Selection, *, title: str, name: str, now: datetime) -> HttpResponse:
    subtitle = _("Documented under Article 33(5) GDPR")
    entries = queries.every(request.organisation, selection)
    zone = ZoneInfo(request.organisation.time_zone)
    try:
        content = exporting.as_document(request.organisation, entries, zone, title=title, subtitle=subtitle, now=now)
    except exporting.TooMany:
        messages.error(
            request,
            _("A document holds %(n)s breaches at most. Narrow the selection, or take XLSX or CSV, which hold all.")
            % {"n": exporting.MOST_IN_A_DOCUMENT},
        )
        return HttpResponseRedirect(f"{reverse('registers:breaches')}?{request.GET.urlencode()}")
    return downloads.document(content, f"{name}.pdf")


def _title(selection: Selection) -> str:
    match selection.role:
        case "controller":
            return _("Register of breaches of the controller")
        case "processor":
            return _("Register of breaches of the processor")
        case _:
            return _("Register of breaches")


@require_safe
@requires(Right.READ)
def figures(request: MemberRequest) -> HttpResponse:
    """How long telling took against the limit."""
    what = request.GET.get("what", "")
    by = request.GET.get("by", "")
    what = what if what in statistics.WHAT else "reports"
    by = by if by in ("party", "agreement") else "party"
    found = statistics.figures(request.organisation, what=what, by=by)
    context = {"what": what, "by": by, "figures": found, "plot": statistics.plot(found.groups)}
    return render(request, "registers/figures.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def measures(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The measures and lessons of a breach; posting sets one."""
    breach = breach_asked(request, breach_id)
    members = list(accounts.members(request.organisation))
    form = MeasureForm(request.POST if request.method == "POST" else None, members=members)
    if request.method == "POST":
        if not request.membership.may(Right.HANDLE):
            return render(request, "errors/403.html", status=403)
        if form.is_valid():
            owner = next((row.user for row in members if str(row.user_id) == form.cleaned_data["owner"]), None)
            try:
                actions.set_measure(
                    breach,
                    kind=Kind(form.cleaned_data["kind"]),
                    text=form.cleaned_data["text"],
                    due_on=form.cleaned_data["due_on"],
                    owner=owner,
                    by=request.user,
                    actor=request.actor,
                    now=timezone.now(),
                )
            except NotAhead:
                form.add_error("due_on", _("Choose a day after today."))
            else:
                messages.success(request, _("It is kept, and stands in what is due until it is done."))
                return HttpResponseRedirect(reverse("registers:measures", args=(breach.pk,)))
    rows = list(queries.measures(request.organisation, breach))
    running = {clock.subject_id: clock for clock in queries.clocks_of(request.organisation, rows)}
    context = {
        "breach": breach,
        "lines": [{"measure": row, "clock": running.get(row.pk)} for row in rows],
        "form": form,
        "outcome_form": OutcomeForm(auto_id=False),
        "now": timezone.now(),
        "may_handle": request.membership.may(Right.HANDLE),
    }
    return render(request, "registers/measures.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@requires(Right.HANDLE)
def done(request: MemberRequest, breach_id: UUID, measure_id: UUID) -> HttpResponse:
    """Keep that a measure is done."""
    row = queries.measure(request.organisation, breach_id, measure_id)
    if row is None:
        raise Http404
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say what was done; then it is kept."))
    else:
        try:
            actions.finish(row, outcome=form.cleaned_data["outcome"], actor=request.actor, now=timezone.now())
        except clocks.StateChanged:
            messages.error(request, _("It was done already; nothing was changed."))
        else:
            messages.success(request, _("It is kept as done."))
    return HttpResponseRedirect(reverse("registers:measures", args=(breach_id,)))
