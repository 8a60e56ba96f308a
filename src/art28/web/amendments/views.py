"""The pages of renewals: the list, beginning one, how each agreement stands, sending; the versions of an agreement."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page
from art28.web.agreements.models import Agreement
from art28.web.amendments import actions, differing, lists, queries
from art28.web.amendments.forms import RenewalForm
from art28.web.amendments.forms import only as only_one
from art28.web.amendments.models import Amendment, Obstacle, Renewal, Scope, Standing, State
from art28.web.typed import day_in, identifier

PILLS = (
    Standing.WAITING, Standing.HELD, Standing.READY, Standing.SENT, Standing.SIGNED, Standing.DECLINED, Standing.EXPIRED,
    Standing.LEAVES, Standing.IN_FORCE, Standing.WITHDRAWN,
)  # fmt: skip


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The renewals."""
    context = {"may_decide": request.membership.may(Right.DECIDE)}
    return listing.shown(
        request, lists.RENEWALS, queries.renewals(request.organisation), "amendments/list.html", context
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def new(request: MemberRequest) -> HttpResponse:
    """Begin a renewal, of one agreement where the address names it, and with what the address says of it."""
    named = request.GET.get("agreement", "")
    try:
        one = only_one(request.organisation, identifier(named))
    except Agreement.DoesNotExist:
        raise Http404 from None
    initial = {
        "signer_name": request.user.name,
        "signer_email": request.user.email,
        "name": one.counterparty_name if one else request.GET.get("name", "")[:200],
        "what": request.GET.get("what", "")[:4000],
    }
    if (scope := request.GET.get("scope", "")) in Scope.values:
        initial["scope"] = scope
    if request.method != "POST":
        form = RenewalForm(request.organisation, initial=initial, only=one)
        return render(request, "amendments/new.html", {"form": form, "only": one})
    form = RenewalForm(request.organisation, request.POST, only=one)
    if not form.is_valid():
        return render(request, "amendments/new.html", {"form": form, "only": one}, status=422)
    wanted = actions.Wanted(about=form.about(), agreement_ids=form.agreements().values_list("pk", flat=True))
    made = actions.begin(request.organisation, wanted, by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("It is being prepared. Nothing leaves before you send it."))
    return HttpResponseRedirect(reverse("amendments:detail", args=(made.pk,)))


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, renewal_id: UUID) -> HttpResponse:
    """How every agreement of a renewal stands."""
    renewal = _renewal(request, renewal_id)
    narrowed = _narrowing(request)
    counts = queries.counts(renewal)
    sort, columns = listing.order(request, lists.SORTS)
    rows = queries.amendments(renewal, **narrowed).order_by(*columns)
    page = Paginator(rows, queries.PAGE_SIZE).get_page(request.GET.get("page"))
    spoken = get_language() or "nl"
    busy = bool(counts[Standing.WAITING]) or (renewal.state == State.SENDING and bool(counts[Standing.READY]))
    context = {
        "renewal": renewal,
        "page": page,
        "sort": sort,
        "sorts": listing.orders(lists.SORTS),
        "rows": [(each, _in_short(each, spoken)) for each in page],
        "counts": counts,
        "pills": [(value.value, value.label, counts[value]) for value in PILLS if counts[value]],
        "busy": busy,
        "done": counts["all"] - counts[Standing.WAITING],
        "may_decide": request.membership.may(Right.DECIDE),
        "may_send": renewal.state in (State.PREPARING, State.READY) and bool(counts[Standing.READY]),
        **narrowed,
    }
    return render(request, "amendments/detail.html", context)


def _narrowing(request: MemberRequest) -> dict[str, str]:
    standing, opened = request.GET.get("standing", ""), request.GET.get("opened", "")
    return {
        "standing": standing if standing in Standing.values else "",
        "opened": opened if opened in ("yes", "no") else "",
        "words": request.GET.get("q", "").replace("\x00", "")[:200].strip(),
    }


def _in_short(row: Amendment, spoken: str) -> dict[str, object]:
    """What of a row is said in words."""
    return {
        "kept": [_called(each, spoken) for each in row.kept],
        "left": [_called(each, spoken) for each in row.left],
        "facts": len(row.changed),
        "duties": len(row.duties),
        "open": _open(row, spoken) if row.standing == Standing.HELD else "",
    }


def _open(row: Amendment, spoken: str) -> str:
    """What an agreement waits for, in words: blanks by what they ask."""
    if row.obstacle != Obstacle.BLANKS:
        return row.detail
    return ", ".join(labels.fact(each, spoken) if each in catalogue() else each for each in row.detail.split(", "))


def _called(each: str, spoken: str) -> str:
    kind, _sep, name = each.partition(" ")
    if kind == "clause":
        return _("own words for a clause")
    if kind == "special":
        return _("arrangement of their own %(number)s") % {"number": name}
    return labels.fact(each, spoken)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, renewal_id: UUID, form: str) -> HttpResponseBase:
    """The agreements of a renewal, narrowed as its page is, as CSV or XLSX."""
    renewal = _renewal(request, renewal_id)
    rows = queries.amendments(renewal, **_narrowing(request)).order_by(*listing.order(request, lists.SORTS)[1])
    heads = (
        _("Other side"), _("Agreement"), _("Standing"), _("Sent"), _("Opened"), _("Answered"), _("By whom"), _("Reason"),
        _("Takes effect on"), _("May leave until"), _("Reminders"), _("What stays open"), _("Goes along"), _("Stays behind"),
    )  # fmt: skip
    cells = (_cells(each) for each in rows.iterator(chunk_size=500))
    return downloads.table(downloads.Table(renewal.name[:31], heads, cells, widths=(30, 30)), _("renewal"), form)


def _cells(row: Amendment) -> Iterator[str]:
    yield row.agreement.counterparty_name
    yield row.agreement.title
    said = str(row.get_standing_display())
    yield f"{said}: {row.get_obstacle_display()}" if row.standing == Standing.HELD else said
    for at in (row.sent_at, row.opened_at, row.answered_at):
        yield timezone.localtime(at).isoformat(timespec="minutes") if at else ""
    yield row.answered_by
    yield row.reason
    yield row.effective_on.isoformat() if row.effective_on else ""
    yield row.leave_until.isoformat() if row.leave_until else ""
    spoken = get_language() or "nl"
    yield str(row.reminded or "")  # type: ignore[attr-defined]  # annotated by the query
    yield _open(row, spoken) if row.standing == Standing.HELD else ""
    yield ", ".join(_called(each, spoken) for each in row.kept)
    yield ", ".join(_called(each, spoken) for each in row.left)


@require_safe
@requires(Right.READ)
def amendment(request: MemberRequest, amendment_id: UUID) -> HttpResponse:
    """What changes for one agreement: facts and promises before and after, what goes along."""
    row = _amendment(request, amendment_id)
    spoken = get_language() or "nl"
    context = {
        "row": row,
        "renewal": row.renewal,
        "facts": tuple(differing.facts_in_words(row.changed, spoken)),
        "duties": tuple(differing.duties_in_words(row.duties, spoken)),
        "kept": [_called(each, spoken) for each in row.kept],
        "left": [_called(each, spoken) for each in row.left],
        "open": _open(row, spoken) if row.standing == Standing.HELD else "",
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "amendments/amendment.html", context)


@require_POST
@requires(Right.DECIDE)
def send(request: MemberRequest, renewal_id: UUID) -> HttpResponse:
    """Send what is prepared."""
    renewal = _renewal(request, renewal_id)
    try:
        count = actions.send(renewal, by=request.user, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: it was sent already, or is over."))
    else:
        messages.success(request, _("%(n)s new versions are on their way.") % {"n": count})
    return _to(renewal)


@require_POST
@requires(Right.DECIDE)
def stop(request: MemberRequest, renewal_id: UUID) -> HttpResponse:
    """Take back what nobody has signed."""
    renewal = _renewal(request, renewal_id)
    try:
        actions.stop(renewal, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: it was sent already, or is over."))
    else:
        messages.success(request, _("What nobody had signed is taken back. What was signed stands."))
    return _to(renewal)


@require_POST
@requires(Right.DECIDE)
def again(request: MemberRequest, renewal_id: UUID) -> HttpResponse:
    """Look again at what needed attention."""
    renewal = _renewal(request, renewal_id)
    actions.look_again(renewal, actor=request.actor, now=timezone.now())
    messages.success(request, _("What needed attention is looked at again."))
    return _to(renewal)


@require_POST
@requires(Right.DECIDE)
def remind(request: MemberRequest, renewal_id: UUID) -> HttpResponse:
    """Remind those who haven't signed."""
    renewal = _renewal(request, renewal_id)
    count = actions.remind(renewal, actor=request.actor, now=timezone.now())
    if count:
        messages.success(request, _("%(n)s people are reminded.") % {"n": count})
    else:
        messages.info(
            request, _("Nobody is reminded: they were invited or reminded less than a day ago, or have answered.")
        )
    return _to(renewal)


@require_POST
@requires(Right.DECIDE)
def leave_out(request: MemberRequest, amendment_id: UUID) -> HttpResponse:
    """Leave one agreement out."""
    row = _amendment(request, amendment_id)
    try:
        actions.leave_out(row, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: it was signed meanwhile, or is over."))
    return _to(row.renewal)


@require_safe
@requires(Right.READ)
def versions(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The versions of an agreement with their days, and which promises changed when."""
    found = agreement_page.found(request, agreement_id)
    spoken = get_language() or "nl"
    steps = [
        {
            "row": each,
            "facts": tuple(differing.facts_in_words(each.changed, spoken)),
            "duties": tuple(differing.duties_in_words(each.duties, spoken)),
            "kept": [_called(key, spoken) for key in each.kept],
        }
        for each in queries.history(found)
    ]
    asked = day_in(request.GET.get("on", ""))
    held, held_addenda = queries.in_force_on(found, asked or timezone.localdate())
    first = next((each["row"].agreement for each in steps if each["row"].renewal.scope != Scope.ADDENDUM), found)  # type: ignore[attr-defined]
    context = {
        "agreement": found,
        "steps": steps[::-1],
        "first": first,
        "on": asked or timezone.localdate(),
        "asked": asked,
        "held": held,
        "held_addenda": held_addenda,
        "coming": queries.to_come(found),
        "governs": queries.governing_on(found, timezone.localdate()),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "amendments/versions.html", context)


def _to(renewal: Renewal) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("amendments:detail", args=(renewal.pk,)))


def _renewal(request: MemberRequest, renewal_id: UUID) -> Renewal:
    found = queries.renewal(request.organisation, renewal_id)
    if found is None:
        raise Http404
    return found


def _amendment(request: MemberRequest, amendment_id: UUID) -> Amendment:
    found = queries.amendment(request.organisation, amendment_id)
    if found is None:
        raise Http404
    return found
