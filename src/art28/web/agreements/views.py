"""The list of agreements, putting files in, and one agreement beside its text."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Right
from art28.web.agreements import actions, agreement_page, browsing, lists, queries
from art28.web.agreements.models import Direction, SourceFile
from art28.web.disclosures import queries as disclosures


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The agreements of the organisation, searched and narrowed by what the address says."""
    number = request.GET.get("page", "")
    narrowed = browsing.Filter(
        words=request.GET.get("q", "").replace("\x00", "")[:200],
        state=request.GET.get("state", ""),
        direction=request.GET.get("direction", ""),
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1,
        sort=listing.order(request, lists.SORTS)[0],
    )
    if (form := listing.wanted_form(request)) is not None:
        return listing.saved(_("agreements"), lists.COLUMNS, browsing.all_listed(request.organisation, narrowed), form)
    listed = browsing.listed(request.organisation, narrowed)
    narrowing = bool(narrowed.words or narrowed.state or narrowed.direction)
    context = {
        "listed": listed,
        "narrowed": narrowed,
        "narrowing": narrowing,
        "find": _one_word(narrowed.words),
        "states": _state_filters(listed.counts, narrowed.state),
        "may_upload": request.membership.may(Right.UPLOAD),
        "directions": Direction.choices,
        "sort": narrowed.sort,
        "sorts": listing.orders(lists.SORTS),
    }
    template = "agreements/list_results.html" if request.htmx.target == "results" else "agreements/list.html"
    return render(request, template, context)


def _one_word(words: str) -> str:
    """What is looked for in an agreement that the list leads to: one word; several may stand apart in it."""
    return words.strip().lower() if len(words.split()) == 1 else ""


def _state_filters(counts: Mapping[str, int], chosen: str) -> tuple[dict[str, object], ...]:
    """The pills above the list."""
    return tuple(
        {"value": value, "label": label, "count": counts[value or "all"], "chosen": chosen == value}
        for value, label in (
            ("", _("All")),
            ("read", _("Read")),
            ("busy", _("In progress")),
            ("failed", _("Not readable")),
            ("aside", _("Put aside")),
        )
        if value != "aside" or counts[value] or chosen == value
    )


_PARTS: Mapping[str, str] = {"panel": "agreements/panel.html", "text": "agreements/text.html"}


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """One agreement: its text, and beside it what it promises, says, lacks, and what was done with it."""
    agreement = agreement_page.found(request, agreement_id)
    tab = request.GET.get("tab", "duties")
    context = agreement_page.context_of(
        request, agreement, tab if tab in agreement_page.TABS else "duties", agreement_page.chosen(request)
    )
    return render(request, _PARTS.get(request.htmx.target or "", "agreements/detail.html"), context)


@require_POST
@requires(Right.CONFIRM)
def direction(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Say who the organisation is in this agreement."""
    agreement = agreement_page.found(request, agreement_id)
    chosen = request.POST.get("direction", "")
    if chosen in Direction.values and agreement.read_at is not None:
        actions.set_direction(agreement, Direction(chosen), actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("agreements:detail", args=[agreement.pk]))


@require_POST
@requires(Right.UPLOAD)
def read_again(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Have the agreement read anew in the background."""
    agreement = agreement_page.found(request, agreement_id)
    actions.read_again(agreement, actor=request.actor, now=timezone.now())
    messages.success(request, _("The agreement will be read again. What was confirmed stays."))
    return HttpResponseRedirect(reverse("agreements:detail", args=[agreement.pk]))


@require_GET
@requires(Right.READ)
def original(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The file as it was put in, to save; where it is confidential, by way of the page that asks where it goes."""
    agreement = agreement_page.found(request, agreement_id)
    if disclosures.standing(agreement).confidential:
        return HttpResponseRedirect(reverse("disclosures:hand_out", args=(agreement.pk,)))
    return as_file(request.organisation, agreement.pk)


def as_file(organisation: Organisation, agreement_id: UUID) -> HttpResponse:
    """The file of an agreement as it was put in, never shown within this site. Raises `Http404`."""
    try:
        source, data = queries.original(organisation, agreement_id)
    except SourceFile.DoesNotExist:
        raise Http404 from None
    return downloads.foreign(data, source.name)
