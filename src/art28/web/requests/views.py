"""Pages: the list of requests, taking one in, one request with all that can be done, and the shielded page of its person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.notices.language import Language
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import Stage, perform, shown
from art28.web.agreements.models import Agreement
from art28.web.clocks import targets
from art28.web.costs import showing as costs
from art28.web.events import queries as events
from art28.web.intake import queries as signals
from art28.web.intake.actions import decide_no_breach
from art28.web.intake.facts import facts_of
from art28.web.intake.models import Signal
from art28.web.requests import actions, acts, exporting, letters, queries, righting
from art28.web.requests.forms import RequestForm
from art28.web.requests.models import (
    GROUND_LABELS,
    RIGHT_LABELS,
    Concerned,
    Role,
    Source,
    State,
    StepState,
    SubjectRequest,
)
from art28.web.requests.selection import read, selected
from art28.web.typed import identifier
from art28.web.uploads import takes_files

PAGE = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The requests, open ones first; what is asked for stands in the address."""
    selection, now = read(request.GET.dict()), timezone.now()
    page = Paginator(selected(request.organisation, selection), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "entries": queries.entries(request.organisation, list(page.object_list), now=now),
        "selection": selection,
        "states": State.choices,
        "roles": Role.choices,
        "rights": [(right.value, label) for right, label in RIGHT_LABELS.items()],
        "may_record": request.membership.may(Right.HANDLE),
        "now": now,
        "query": _query(request),
    }
    return render(request, "requests/list.html", context)


def _query(request: MemberRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The whole selection as CSV or XLSX; no person stands in it."""
    now, zone = timezone.now(), ZoneInfo(request.organisation.time_zone)
    rows = selected(request.organisation, read(request.GET.dict()))
    entries = exporting.every(request.organisation, rows, now=now)
    name = downloads.dated(_("requests"))
    cells = (exporting.cells(entry, zone) for entry in entries)
    return downloads.table(downloads.Table(_("Requests"), exporting.columns(), cells, widths=(12, 20)), name, form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Take a request in; the agreement may be named already, or found later. A signal may prove to be one."""
    agreement, signal = _agreement(request), _signal(request)
    initial: dict[str, Any] = {
        "received_at": timezone.now(),
        "role": Role.PROCESSOR.value,
        "language": request.organisation.language,
    }
    if agreement is not None:
        initial["role"] = actions.role_under(agreement).value
    if signal is not None:
        said = facts_of(signals.versions(signal)[0].facts)
        initial |= {"received_at": signal.received_at, "reach": signal.reporter[:254], "asked": said.what}
    form = RequestForm(request.POST if request.method == "POST" else None, initial=initial)
    if signal is not None and (known := queries.by_key(request.organisation, f"signal:{signal.pk}")):
        return to_request(known)
    if request.method == "POST" and form.is_valid():
        row = actions.take_in(
            request.organisation,
            form.asking(),
            (agreement,) if agreement else (),
            origin=_origin(request, signal),
            actor=request.actor,
            now=timezone.now(),
        )
        if signal is not None and signal.is_open and request.membership.may(Right.DECIDE):
            decide_no_breach(signal, reason=row.reference, by=request.user, actor=request.actor, now=timezone.now())
        messages.success(request, _("The request is kept as %(reference)s.") % {"reference": row.reference})
        return to_request(row)
    context = {"form": form, "agreement": agreement, "signal": signal}
    return render(request, "requests/new.html", context, status=422 if form.errors else 200)


def _signal(request: MemberRequest) -> Signal | None:
    given = request.GET.get("signal", "")
    if not given:
        return None
    found = signals.signal(request.organisation, wanted) if (wanted := identifier(given)) else None
    if found is None:
        raise Http404
    return found


def _origin(request: MemberRequest, signal: Signal | None) -> actions.Origin:
    """By which way it came: that of the signal which proved to be a request, which is taken in once."""
    if signal is None:
        return actions.Origin(source=Source.FORM, by=request.user)
    return actions.Origin(source=Source(signal.source), by=request.user, key=f"signal:{signal.pk}")


def _agreement(request: MemberRequest) -> Agreement | None:
    given = request.GET.get("agreement", "")
    if not given:
        return None
    found = events.agreement(request.organisation, wanted) if (wanted := identifier(given)) else None
    if found is None:
        raise Http404
    return found


@require_safe
@never_cache
@requires(Right.READ)
def detail(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """One request."""
    return page(request, found(request, request_id))


def page(request: MemberRequest, row: SubjectRequest, bound: Mapping[str, Form] | None = None) -> HttpResponse:
    """The page of a request; `bound` holds a form that was refused, by the name of its act."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:200]
    lines = acts.with_people(queries.concerned(row))
    may_handle, may_decide = request.membership.may(Right.HANDLE), request.membership.may(Right.DECIDE)
    known = {line.agreement_id for line in lines if line.left_out_at is None}

    def offered(line: Concerned | None) -> dict[str, Form]:
        return shown(acts.ACTS, row, line, bound, request.membership.may) if row.is_open or line is None else {}

    context = {
        "row": row,
        "person": row.person if may_handle or may_decide else None,
        "grounds": [GROUND_LABELS[each] for each in GROUND_LABELS if each.value in row.grounds],
        "lines": [(line, offered(line)) for line in lines],
        "clocks": queries.clocks_of(row),
        "corrections": righting.corrections(row),
        "steps": queries.steps(row),
        "step_states": StepState.choices,
        "files": queries.files(row) if may_handle else (),
        **costs.of_case(request, queries.KIND, row.pk),
        "forms": offered(None),
        "letters": letters.offered(row) if may_handle else (),
        "may_handle": may_handle,
        "may_decide": may_decide,
        "q": words,
        "found": [each for each in events.to_choose(row.organisation, words).agreements if each.pk not in known]
        if words
        else (),
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
    }
    return render(request, "requests/detail.html", context, status=422 if bound else 200)


@takes_files()
@require_POST
@requires(Right.READ)
def act(request: MemberRequest, request_id: UUID, name: str) -> HttpResponse:
    """Do something with a request; what that takes stands in `acts`."""
    row = found(request, request_id)
    return perform(request, _STAGE, name, row, None)


@require_POST
@requires(Right.READ)
def act_under(request: MemberRequest, request_id: UUID, agreement_id: UUID, name: str) -> HttpResponse:
    """The same, under one of its agreements."""
    row = found(request, request_id)
    line = queries.line(row, agreement_id)
    if line is None:
        raise Http404
    return perform(request, _STAGE, name, row, line)


_STAGE = Stage(
    acts=acts.ACTS, why_not=acts.WHY_NOT, page=page, address=acts.address, refused=acts.REFUSED, says=acts.says
)


@require_safe
@never_cache
@requires(Right.HANDLE)
def package(request: MemberRequest, request_id: UUID) -> HttpResponse:
    """What the person is handed, as a ZIP in common formats."""
    row = found(request, request_id)
    if row.person.erased_at is not None:
        raise Http404
    now = timezone.now()
    actions.handed_out(row, actor=request.actor, now=now)
    return downloads.document(exporting.package(row, now=now), f"{row.reference}.zip")


@require_safe
@never_cache
@requires(Right.HANDLE)
def letter(request: MemberRequest, request_id: UUID, name: str) -> HttpResponse:
    """A letter to the person, in both languages, to be copied or printed."""
    row = found(request, request_id)
    if name not in letters.offered(row):
        raise Http404
    first = Language(row.person.language)
    both = [letters.letter(row, name, language=each) for each in sorted(Language, key=lambda each: each is not first)]
    return render(request, "requests/letter.html", {"row": row, "both": both})


@require_safe
@never_cache
def person(request: HttpRequest, token: str) -> HttpResponse:
    """The shielded page on which the other side reads who asks and what: whoever has the address may read it."""
    line = queries.behind(token)
    if line is None:
        raise Http404
    row = line.request
    with translation.override(line.agreement.language or row.organisation.language):
        context = {
            "row": row,
            "person": row.person,
            "rights": [RIGHT_LABELS[right] for right in row.asked],
            "sender": row.organisation.name,
        }
        answer = render(request, "requests/person.html", context)
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def found(request: MemberRequest, request_id: UUID) -> SubjectRequest:
    """The request of this organisation, or not found."""
    row = queries.request(request.organisation, request_id)
    if row is None:
        raise Http404
    return row


def to_request(row: SubjectRequest) -> HttpResponseRedirect:
    """Back to the page of a request."""
    return HttpResponseRedirect(reverse("requests:detail", args=(row.pk,)))
