"""The registers: all of them with their forms, one of them on screen narrowed by its address, and each form to be saved."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.reports import catalogue, formats
from art28.web.reports.declared import AnyRegister, Asked

PAGE = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """Every register: what it is, how much stands in it, and its forms."""
    now, every = timezone.now(), Asked()
    lines = [
        {
            "register": each,
            "count": each.found(request.organisation, every, now).count(),
            "page": reverse(each.page) if each.page else reverse("reports:register", args=(each.name,)),
            "forms": [(form, _address(each, form)) for form in formats.FORMS],
        }
        for each in catalogue.REGISTERS
    ]
    return render(request, "reports/index.html", {"lines": lines, "most": formats.MOST_IN_A_DOCUMENT})


def _address(register: AnyRegister, form: str) -> str:
    if register.export:
        return reverse(register.export, args=(form,))
    return reverse("reports:export", args=(register.name, form))


@require_safe
@requires(Right.READ)
def register(request: MemberRequest, name: str) -> HttpResponse:
    """One register, a page at a time; what is asked for stands in the address."""
    declared, asked, now = _declared(name), Asked(given=request.GET.dict()), timezone.now()
    found, zone = declared.found(request.organisation, asked, now), ZoneInfo(request.organisation.time_zone)
    count, heads = found.count(), declared.heads()
    page = Paginator(range(count), PAGE).get_page(request.GET.get("page"))
    start = max(page.start_index() - 1, 0)
    lines = []
    for row in found.part(start, start + PAGE):
        cells = [*declared.cells(row, zone)]
        lines.append((declared.address(row), [(heads[number], cells[number]) for number in declared.shown]))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "declared": declared,
        "heads": [heads[number] for number in declared.shown],
        "lines": lines,
        "count": count,
        "page": page,
        "asked": asked,
        "words": " ".join(asked.words),
        "since": asked.day("from"),
        "until": asked.day("until"),
        "choices": [
            (each, each.options(request.organisation), asked.given.get(each.name, "")) for each in declared.choices
        ],
        "sort": asked.one("sort", [value for value, _label in declared.sorts]),
        "forms": [(form, _address(declared, form)) for form in formats.FORMS],
        "query": query.urlencode(),
        "too_many": count > formats.MOST_IN_A_DOCUMENT,
        "most": formats.MOST_IN_A_DOCUMENT,
    }
    return render(request, "reports/register.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, name: str, form: str) -> HttpResponseBase:
    """The whole selection as CSV, XLSX, PDF or JSON-LD."""
    declared, asked, now = _declared(name), Asked(given=request.GET.dict()), timezone.now()
    called = downloads.dated(name)
    match form:
        case "jsonld":
            return downloads.lines(formats.as_linked(declared, request.organisation, asked, now), f"{called}.jsonld")
        case "pdf":
            try:
                content = formats.as_document(declared, request.organisation, asked, now)
            except formats.TooMany:
                messages.error(
                    request,
                    _("A document holds %(n)s rows at most. Narrow the selection, or take XLSX or CSV, which hold all.")
                    % {"n": formats.MOST_IN_A_DOCUMENT},
                )
                return HttpResponseRedirect(f"{reverse('reports:register', args=(name,))}?{request.GET.urlencode()}")
            return downloads.document(content, f"{called}.pdf")
    return downloads.table(formats.table(declared, request.organisation, asked, now), called, form)


def _declared(name: str) -> AnyRegister:
    found = catalogue.register(name)
    if found is None or found.page:
        raise Http404
    return found
