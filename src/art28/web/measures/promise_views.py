"""Pages of what agreements promise: all that waits to be linked, alike together, and one agreement with its gaps."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.instructions import queries as instructions
from art28.web.measures import certifying, exporting, giving, grouping, library, lists, promising, wishing
from art28.web.measures.agreed import Linked
from art28.web.measures.agreed_forms import OverviewForm, WeighingForm, WishForm
from art28.web.measures.forms import topic_choices
from art28.web.measures.views import PAGE, by_of, query_of, said
from art28.web.typed import identifier

_RULES = ("security.measures_change", "security.effectiveness_disclaimed", "security.periodic_review")
_MOST_SHOWN = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """What agreements promise, the same words together, with the measure that would fit."""
    by = grouping.Narrowing(words=said(request, "q"), topic=said(request, "topic"), state=said(request, "state"))
    sort, columns = listing.order(request, lists.PROMISE_SORTS)
    rows = grouping.groups(request.organisation, by).order_by(*columns)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": grouping.drawn(request.organisation, page.object_list),
        "by": by,
        "sort": sort,
        "sorts": listing.orders(lists.PROMISE_SORTS),
        "states": (*Linked.choices, ("gaps", _("Gaps: nothing keeps it"))),
        "topics": topic_choices(),
        "measures": library.measures(request.organisation).order_by("name", "id"),
        "may_change": request.membership.may(Right.CONFIRM),
        "query": query_of(request),
        "here": "promises",
    }
    return render(request, "measures/promises.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """Every promise of the selection, agreement by agreement."""
    by = grouping.Narrowing(words=said(request, "q"), topic=said(request, "topic"), state=said(request, "state"))
    rows = grouping.promises(request.organisation, by).select_related("agreement", "measure", "by")
    rows = rows.order_by("agreement__counterparty_name", "agreement_id", "place")
    return exporting.download(
        _("promises"), form, exporting.promise_heads(), exporting.promise_cells(rows.iterator(500))
    )


@require_POST
@requires(Right.CONFIRM)
def decide(request: MemberRequest) -> HttpResponse:
    """Link promises to a measure, take a link away, or say why words promise none; under one agreement or all alike."""
    keys = [key for key in request.POST.getlist("key") if key.isalnum()][:500]
    named = identifier(request.POST.get("agreement", ""))
    under = agreement_page.found(request, named) if named else None
    back = reverse("measures:agreement", args=(under.pk,)) if under else reverse("measures:promises")
    only = under if request.POST.get("only") else None
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:300]
    if request.POST.get("do") == "dismiss":
        if not reason:
            messages.error(request, _("Say why these words promise no measure."))
            return HttpResponseRedirect(back)
        count = promising.dismiss(request.organisation, keys, reason, agreement=only, by=by_of(request))
    else:
        wanted = identifier(request.POST.get("measure", ""))
        row = library.measures(request.organisation).filter(pk=wanted).first() if wanted else None
        if row is None and request.POST.get("do") != "unlink":
            messages.error(request, _("Choose a measure first."))
            return HttpResponseRedirect(back)
        count = promising.link(request.organisation, keys, row, agreement=only, by=by_of(request))
    messages.success(request, ngettext("%(n)s promise decided.", "%(n)s promises decided.", count) % {"n": count})
    return HttpResponseRedirect(f"{back}?{request.POST.get('back', '')[:500]}" if not under else back)


@require_POST
@requires(Right.CONFIRM)
def read(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Go through an agreement for measures now."""
    found = agreement_page.found(request, agreement_id)
    count = promising.read(found, actor=request.actor, now=timezone.now())
    messages.success(
        request, ngettext("It promises %(n)s measure.", "It promises %(n)s measures.", count) % {"n": count}
    )
    return HttpResponseRedirect(reverse("measures:agreement", args=(found.pk,)))


@require_safe
@requires(Right.READ)
def agreement(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """What one agreement promises of measures, what keeps each, and what happens under it."""
    return agreement_shown(request, agreement_page.found(request, agreement_id), {})


def agreement_shown(request: MemberRequest, found: Agreement, bound: dict[str, Any]) -> HttpResponse:
    """That page; `bound` are forms that were refused."""
    rows, today = list(promising.of_agreement(found)), timezone.localdate()
    lines = [(row, grouping.kept(row, today)) for row in rows]
    reading = promising.reading_of(found)
    facts = agreements.facts_in(found.organisation, {found.pk}, _RULES).get(found.pk, {})
    may = request.membership.may
    context = {
        "agreement": found,
        "lines": lines,
        "counts": list(Counter(kept.value for _row, kept in lines).items()),
        "reading": reading,
        "facts": facts,
        "limit": giving.limit_of(found),
        "overviews": giving.overviews(found.organisation).filter(agreement=found)[:_MOST_SHOWN],
        "wishes": wishing.wishes(found.organisation).filter(agreement=found)[:_MOST_SHOWN],
        "weighings": certifying.weighings(found.organisation, found)[:_MOST_SHOWN],
        "judgements": instructions.judgements(found)[:_MOST_SHOWN],
        "measures": library.measures(found.organisation).order_by("name", "id") if may(Right.CONFIRM) else (),
        "overview_form": OverviewForm(
            breaches=giving.breaches_of(found), initial={"asked_on": today}, auto_id="id_overview_%s"
        ),
        "wish_form": WishForm(initial={"asked_on": today}, auto_id="id_wish_%s"),
        "weighing_form": WeighingForm(initial={"on": today}, auto_id="id_weighing_%s"),
        "may_change": may(Right.CONFIRM),
        "may_handle": may(Right.HANDLE),
        "may_decide": may(Right.DECIDE),
        "today": today,
        **bound,
    }
    return render(request, "measures/agreement.html", context, status=422 if bound else 200)
