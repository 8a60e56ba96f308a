"""Pages: the register of what is done for controllers, and one record with all that can be done with it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
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
from django.views.decorators.http import require_POST, require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import Stage, perform, shown
from art28.web.agreements.models import Agreement
from art28.web.lifecycle import queries as lifecycle
from art28.web.processing import acts, answering, drawing, entries, exporting, gaps, queries, rows, saying
from art28.web.processing.judging import Refused
from art28.web.processing.models import Record
from art28.web.spreadsheets import Workbook

PAGE = 50
FORMS = ("csv", "xlsx", "pdf", "jsonld")


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register of Art. 30(2), a page at a time; what is asked for stands in the address."""
    selection = queries.read(request.GET.dict())
    found = queries.controllers(request.organisation, selection)
    page = Paginator(found.select_related("counterparty", "legal_entity"), PAGE).get_page(request.GET.get("page"))
    keeper = queries.keeper(request.organisation)
    listed = list(page.object_list)
    context = {
        "page": page,
        "entries": entries.entries(request.organisation, listed, timezone.localdate(), keeper=keeper),
        "selection": selection,
        "states": _STATES,
        "query": _query(request),
        "keeper": keeper,
        "too_many": page.paginator.count > exporting.MOST_IN_A_DOCUMENT,
        "most": exporting.MOST_IN_A_DOCUMENT,
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return render(request, "processing/list.html", context)


_STATES = queries.STATES


def _query(request: MemberRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


def answer_as(
    form: str,
    name: str,
    *,
    csv: Callable[[], Iterator[str]],
    xlsx: Callable[[], Workbook],
    pdf: Callable[[], bytes],
    jsonld: Callable[[], Iterator[str]],
) -> HttpResponseBase:
    """A register in the form that is asked for, to be kept under `name`; 404 for any other form."""
    filename = f"{downloads.dated(name)}.{form}"
    match form:
        case "csv":
            return downloads.lines(csv(), filename)
        case "jsonld":
            return downloads.lines(jsonld(), filename)
        case "xlsx":
            return downloads.workbook(xlsx(), filename)
        case "pdf":
            try:
                document = pdf()
            except exporting.TooMany:
                return HttpResponse(status=422, content=_("Narrow the selection: it is too much for one document."))
            return downloads.document(document, filename)
    raise Http404


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The whole selection as CSV, XLSX, PDF or JSON-LD."""
    found = queries.controllers(request.organisation, queries.read(request.GET.dict()))
    return _exported(request, form, _("processing"), lambda today: entries.every(request.organisation, found, today))


@require_safe
@requires(Right.READ)
def export_one(request: MemberRequest, agreement_id: UUID, form: str) -> HttpResponseBase:
    """The record of one controller in the same forms."""
    agreement = _agreement(request, agreement_id)
    found = queries.controllers(request.organisation).filter(pk=agreement.pk)
    return _exported(request, form, _("processing"), lambda today: entries.every(request.organisation, found, today))


def _exported(
    request: MemberRequest, form: str, name: str, made: Callable[[date], Iterator[entries.Entry]]
) -> HttpResponseBase:
    organisation, now, today = request.organisation, timezone.now(), timezone.localdate()
    zone = ZoneInfo(organisation.time_zone)
    return answer_as(
        form,
        name,
        csv=lambda: exporting.as_csv(made(today)),
        xlsx=lambda: exporting.as_workbook(made(today)),
        pdf=lambda: exporting.as_document(organisation, made(today), zone, now=now),
        jsonld=lambda: exporting.as_linked(organisation, made(today), today),
    )


@require_safe
@requires(Right.READ)
def record(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The record of one controller."""
    agreement = _agreement(request, agreement_id)
    return _page(request, queries.record(agreement), {}, agreement=agreement)


def _page(
    request: MemberRequest, found: Record | None, bound: Mapping[str, Form], *, agreement: Agreement | None = None
) -> HttpResponse:
    under = agreement or _agreement(request, found.agreement_id if found else UUID(int=0))
    today = timezone.localdate()
    known = entries.lookup(request.organisation, today)
    keeper = queries.keeper(request.organisation)
    (entry,) = entries.entries(request.organisation, (under,), today, known=known, keeper=keeper, keys=rows.FACTS)
    may = request.membership.may
    context = {
        "agreement": under,
        "record": found,
        "entry": entry,
        "gaps": gaps.gaps(entry),
        "wants_confirmation": gaps.wants_confirmation(entry),
        "rows": [
            {"row": row, "forms": shown(acts.ACTS, found, row, bound, may) if found else {}} for row in entry.activities
        ],
        "forms": shown(acts.ACTS, found, None, bound, may) if found else {},
        "countries": answering.countries(entry, known),
        "inquiries": queries.inquiries(found) if found else (),
        "main": lifecycle.main_of(under),
        "may_change": may(Right.CONFIRM),
    }
    return render(request, "processing/record.html", context, status=422 if bound else 200)


@require_POST
@requires(Right.CONFIRM)
def draw(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Draw the record up from the agreement, now."""
    agreement = _agreement(request, agreement_id)
    drawn = drawing.draw(request.organisation, (agreement.pk,), actor=request.actor, now=_now())
    found = drawn[agreement.pk]
    messages.success(
        request,
        _("Drawn up from the agreement: %(added)s rows more, %(ended)s no longer there.")
        % {"added": found.added, "ended": found.ended},
    )
    return HttpResponseRedirect(reverse("processing:record", args=(agreement.pk,)))


def _now() -> datetime:
    return timezone.now()


@require_POST
@requires(Right.READ)
def act(request: MemberRequest, agreement_id: UUID, name: str) -> HttpResponse:
    """Do something with a record."""
    return perform(request, _STAGE, name, _record(request, agreement_id), None)


@require_POST
@requires(Right.READ)
def part(request: MemberRequest, agreement_id: UUID, activity_id: UUID, name: str) -> HttpResponse:
    """Do something with one row of a record."""
    found = _record(request, agreement_id)
    row = queries.activity(found, activity_id)
    if row is None:
        raise Http404
    return perform(request, _STAGE, name, found, row)


_STAGE = Stage(
    acts=acts.ACTS,
    why_not={},
    page=_page,
    address=acts.address,
    refused=(Refused,),
    says=saying.refusal,  # type: ignore[arg-type]
)


def _agreement(request: MemberRequest, agreement_id: UUID) -> Agreement:
    found = queries.agreement(request.organisation, agreement_id)
    if found is None:
        raise Http404
    return found


def _record(request: MemberRequest, agreement_id: UUID) -> Record:
    found = queries.record(_agreement(request, agreement_id))
    if found is None:
        raise Http404
    return found
