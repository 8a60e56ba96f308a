"""What is due: the list, the calendar, the tables to download, and giving several to somebody at once."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.web import downloads
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.models import User
from art28.web.accounts.rights import Right
from art28.web.clocks import assigning, due, due_page, exporting, months, targets, telling
from art28.web.clocks.due_forms import SaveFilterForm
from art28.web.clocks.models import Assignment

_A_DAY_IN_A_MONTH, _A_DAY_IN_A_WEEK = 4, 25
_ASSIGNED = "assigned"


@require_safe
@requires(Right.READ)
def listing(request: MemberRequest) -> HttpResponse:
    """The selection as a list, soonest first."""
    now, asked = timezone.now(), due_page.asked(request)
    after, before = _place(request.GET.get("after", "")), _place(request.GET.get("before", ""))
    context = {
        "asked": asked,
        "filters": asked.filters,
        "offered": due_page.offered(request, asked.filters),
        "listed": due.listed(due_page.scope(request, now), asked.filters, after=after, before=before),
        "now": now,
        "targets": targets.targets(request.organisation),
        "may_handle": request.membership.may(Right.HANDLE),
        "undoable": _undoable(request, now),
        "save_form": SaveFilterForm(auto_id="save_%s"),
        "view": "list",
    }
    return render(request, "clocks/due.html", context)


@require_safe
@requires(Right.READ)
def calendar(request: MemberRequest) -> HttpResponse:
    """The selection by day, a month or a week at a time; the period of the selection gives way to the days shown."""
    now, asked = timezone.now(), due_page.asked(request)
    filters = replace(asked.filters, within="", from_on=None, until_on=None)
    scope = due_page.scope(request, now)
    today = now.astimezone(scope.zone).date()
    span = months.read(request.GET.get("month", ""), request.GET.get("week", ""), today)
    most = _A_DAY_IN_A_MONTH if span.month else _A_DAY_IN_A_WEEK
    found = due.by_day(scope, filters, span.days, most=most + 1)
    days = {day: (rows[:most], len(rows) > most) for day, rows in found.items()}
    context = {
        "asked": asked,
        "filters": filters,
        "offered": due_page.offered(request, filters),
        "span": span,
        "weeks": [[(day, *days[day]) for day in week] for week in span.weeks],
        "today": today,
        "now": now,
        "targets": targets.targets(request.organisation),
        "save_form": SaveFilterForm(auto_id="save_%s"),
        "view": "calendar",
    }
    return render(request, "clocks/due_calendar.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest) -> HttpResponseBase:
    """The whole selection as a table: XLSX, or CSV where it is asked for or there are very many."""
    now, asked = timezone.now(), due_page.asked(request)
    scope = due_page.scope(request, now)
    known, language = targets.targets(request.organisation), (get_language() or "nl")[:2]
    form = "csv" if request.GET.get("form") == "csv" else "xlsx"
    rows = due.every(scope, asked.filters, most=None if form == "csv" else exporting.MOST_IN_A_WORKBOOK + 1)
    told = (telling.told(row, now=now, known=known, language=language, zone=scope.zone) for row in rows)
    name = f"{_('limits')}-{now.astimezone(scope.zone):%Y-%m-%d}"
    return downloads.table(exporting.table(told, scope.zone, title=_("Limits")), name, form)


@require_POST
@requires(Right.HANDLE)
def assign(request: MemberRequest) -> HttpResponse:
    """Give the chosen obligations, or all of the selection, to one person or to nobody in particular."""
    now, asked = timezone.now(), due_page.asked(request)
    back = HttpResponseRedirect(f"{reverse('due:list')}?{asked.query}")
    owner = _owner(request)
    if request.POST.get("every"):
        found = due.every(due_page.scope(request, now), asked.filters, most=assigning.MOST)
        ids = [row.pk for row in found]
    else:
        ids = _ids(request.POST.getlist("obligation"))
    if not ids:
        messages.error(request, _("Nothing was chosen. Tick what you want to give to somebody."))
        return back
    assignment, count = assigning.assign_many(
        request.organisation, ids, owner=owner, by=request.user, actor=request.actor, now=now
    )
    if assignment is None:
        messages.success(request, _("It was so already; nothing was changed."))
        return back
    request.session[_ASSIGNED] = [str(assignment.pk), now.isoformat()]
    name = str(owner) if owner else _("nobody in particular")
    said = ngettext("%(n)s limit given to %(name)s.", "%(n)s limits given to %(name)s.", count)
    messages.success(request, said % {"n": count, "name": name})
    return back


@require_POST
@requires(Right.HANDLE)
def undo(request: MemberRequest, assignment_id: UUID) -> HttpResponse:
    """Take back what one assigned just now."""
    try:
        assignment = assigning.of_person(request.organisation, assignment_id, request.user)
    except Assignment.DoesNotExist:
        raise Http404 from None
    count = assigning.undo(assignment, actor=request.actor, now=timezone.now())
    request.session.pop(_ASSIGNED, None)
    said = ngettext("%(n)s limit is as it was.", "%(n)s limits are as they were.", count) % {"n": count}
    messages.success(request, said if count else _("There was nothing to take back."))
    return HttpResponseRedirect(f"{reverse('due:list')}?{due_page.asked(request).query}")


def _undoable(request: MemberRequest, now: datetime) -> str | None:
    """What one gave away just now and may still take back."""
    key, at = request.session.get(_ASSIGNED, (None, None))
    return key if key and now - datetime.fromisoformat(at) < assigning.UNDONE_WITHIN else None


def _owner(request: MemberRequest) -> User | None:
    chosen = request.POST.get("owner", "")
    if not chosen:
        return None
    for row in accounts.members(request.organisation):
        if str(row.user_id) == chosen:
            return row.user
    raise Http404


def _ids(given: list[str]) -> list[UUID]:
    try:
        return [UUID(key) for key in given[: due.PAGE]]
    except ValueError:
        raise Http404 from None


def _place(text: str) -> due.Place | None:
    """Where a page begins or ends, as `place` of the template tags writes it; None for what it didn't write."""
    at, _mark, key = text.partition("~")
    try:
        instant = datetime.fromisoformat(at)
        return (instant, UUID(key)) if instant.tzinfo else None
    except ValueError:
        return None
