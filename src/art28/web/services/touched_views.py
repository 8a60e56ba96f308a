"""Which agreements a breach touches: chosen before it is recorded, and narrowed afterwards, many at once."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.models import Breach, State
from art28.web.exercises import mode as playing
from art28.web.exercises.models import Exercise
from art28.web.intake import queries as signals
from art28.web.services import actions, lists, queries, touching
from art28.web.services.forms import LeaveOutForm
from art28.web.services.models import Ground
from art28.web.typed import identifier

_PER_PAGE = 50
_SHOWN = 50


@require_safe
@requires(Right.REPORT_BREACH)
def choose(request: MemberRequest) -> HttpResponse:
    """Choose what is touched, and see which agreements that are, each with the reason; then record the breach."""
    unknown_service, bad_day = False, False
    wanted = touching.Selection()
    try:
        wanted = touching.selection(request.GET)
        found = touching.scope(request.organisation, wanted)
    except touching.UnknownService:
        unknown_service, found = True, touching.Scope(request.organisation, touching.Selection(), ())
    except ValueError:
        bad_day, found = True, touching.Scope(request.organisation, touching.Selection(), ())
    by_service, unknown = found.by_service, found.unknown
    first = tuple(by_service[:_SHOWN])
    taken = touching.grounds(found, [row.pk for row in first])
    lines = [{"agreement": row, "taken": taken.get(row.pk, ())} for row in first]
    context = {
        "choices": queries.choices(request.organisation),
        "wanted": wanted,
        "services": found.services,
        "lines": lines,
        "touched": by_service.count() if not wanted.is_empty else 0,
        "unknown": unknown.count(),
        "unknown_service": unknown_service,
        "bad_day": bad_day,
        "signals": request.GET.getlist("signal")[:50],
        "exercise": _played(request),
    }
    return render(request, "services/choose.html", context, status=422 if unknown_service or bad_day else 200)


@require_safe
@requires(Right.READ)
def grounds(request: MemberRequest, breach_id: UUID) -> HttpResponseBase:
    """Why each agreement counts as touched; narrowed, and left out by that filter."""
    breach = breach_asked(request, breach_id)
    if form := listing.wanted_form(request):
        rows = queries.touched(breach, _filter(request)).order_by(*listing.order(request, lists.TOUCHED_SORTS)[1])
        return listing.saved(_("touched"), lists.TOUCHED, rows, form)
    return _show(request, breach, LeaveOutForm())


def _show(request: MemberRequest, breach: Breach, form: LeaveOutForm, *, status: int = 200) -> HttpResponse:
    by = _filter(request)
    rows = queries.touched(breach, by)
    sort, columns = listing.order(request, lists.TOUCHED_SORTS)
    page = Paginator(rows.order_by(*columns), _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "breach": breach,
        "page": page,
        "sort": sort,
        "sorts": listing.orders(lists.TOUCHED_SORTS),
        "by": by,
        "grounds": Ground.choices,
        "services": queries.choices(request.organisation).services,
        "estimate": queries.estimate(breach),
        "leaving": queries.still_leaving(breach),
        "can_leave": rows.filter(sent=0, closed_at=None).count() if not by.is_empty else 0,
        "form": form,
        "may_decide": request.membership.may(Right.DECIDE) and breach.state == State.OPEN,
    }
    return render(request, "services/grounds.html", context, status=status)


@require_POST
@requires(Right.DECIDE)
def leave_out(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Leave out all agreements of a filter, with one reason."""
    breach = breach_asked(request, breach_id)
    by, form = _filter(request), LeaveOutForm(request.POST)
    if by.is_empty:
        messages.error(request, _("Nothing was left out: narrow the list first."))
        return HttpResponseRedirect(reverse("services:grounds", args=(breach.pk,)))
    if breach.state != State.OPEN:
        messages.error(request, _("This breach was closed already."))
        return HttpResponseRedirect(reverse("services:grounds", args=(breach.pk,)))
    if not form.is_valid():
        return _show(request, breach, form, status=422)
    done = actions.exclude_many(
        breach,
        queries.ids(queries.touched(breach, by)),
        reason=form.cleaned_data["reason"],
        selection={"filter": by.record()},
        by=request.user,
        actor=request.actor,
        now=timezone.now(),
    )
    messages.success(
        request,
        _("%(count)s agreements count as not touched; their clocks stop. The list is kept, each with the reason.")
        % {"count": done.count},
    )
    return HttpResponseRedirect(reverse("services:grounds", args=(breach.pk,)))


def _filter(request: MemberRequest) -> queries.Filter:
    query = request.GET
    ground = query.get("ground", "")
    return queries.Filter(
        words=query.get("q", "").replace("\x00", "")[:200].strip(),
        ground=ground if ground in Ground.values else "",
        service=identifier(query.get("service", "")),
        not_service=identifier(query.get("not_service", "")),
        contact="none" if query.get("contact") == "none" else "",
        signed="after" if query.get("signed") == "after" else "",
    )


def _played(request: MemberRequest) -> Exercise | None:
    """The exercise to which what is chosen here will belong; None where it is real."""
    asked = {signal_id for each in request.GET.getlist("signal")[:50] if (signal_id := identifier(each)) is not None}
    if not asked:
        return playing.before_its_breach(request)
    found = signals.open_ones(request.organisation, asked)
    return found[0].exercise if found else None
