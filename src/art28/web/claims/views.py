"""Pages: the register of claims, a new one, and one claim with what the agreement lets it come to."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, Stage, perform, shown
from art28.web.casework import found
from art28.web.claims import actions, acts, queries, telling
from art28.web.claims.downloading import download
from art28.web.claims.forms import ClaimForm
from art28.web.claims.models import FIGURES, Claim, Kind, Point, Side, State
from art28.web.claims.weighing import weigh
from art28.web.clocks import targets
from art28.web.costs import showing as costs
from art28.web.events.choosing import Asking, chosen
from art28.web.lifecycle import governing

PAGE = 50


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The register of claims."""
    page = Paginator(queries.claims(request.organisation, request.GET.dict()), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "states": State.choices,
        "kinds": Kind.choices,
        "q": request.GET.get("q", "")[:80],
        "may_record": request.membership.may(Right.HANDLE),
    }
    return render(request, "claims/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The register as it is asked for, as CSV or XLSX."""
    rows = queries.claims(request.organisation, request.GET.dict()).select_related("agreement", "organisation")
    cells = (telling.cells(row) for row in rows.iterator(500))
    return download(form, _("claims"), _("Claims"), telling.columns(), cells)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Record a claim, under an agreement."""
    agreement = chosen(request, Asking(reverse("claims:list"), _("Claims")))
    if isinstance(agreement, HttpResponse):
        return agreement
    own = Side.CONTROLLER if agreement.direction == "controller" else Side.PROCESSOR
    begun = {"claimant": own, "kind": Kind.DAMAGE, "event": request.GET.get("event", "")[:120]}
    form = ClaimForm(request.POST if request.method == "POST" else None, initial=begun)
    if request.method == "POST" and form.is_valid():
        row = actions.claim(agreement, form.claimed(), by=By(request.user, request.actor, timezone.now()))
        messages.success(request, _("Kept. Below stands what the agreement lets it come to."))
        return HttpResponseRedirect(acts.address(row))
    shown_form: dict[str, object] = {"form": form, "agreement": agreement}
    return render(request, "claims/new.html", shown_form, status=422 if form.errors else 200)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, case_id: UUID) -> HttpResponse:
    """One claim."""
    return _page(request, found(queries.claim(request.organisation, case_id)), {})


def _page(request: MemberRequest, row: Claim, bound: Mapping[str, Form]) -> HttpResponse:
    weighed = weigh(row)
    context = {
        "row": row,
        "weighed": weighed,
        "asks": [Point(each).label for each in weighed.asks],
        "needs": [FIGURES[each] for each in weighed.cap.needs],
        "figures": [(FIGURES[each], given) for each, given in weighed.figures.items()],
        "from_main": [(FIGURES[each], cents) for each, cents in weighed.from_main.items()],
        "recovered": telling.RECOVERED[weighed.recovered.outcome] if weighed.recovered else "",
        "silence": telling.SILENCE.get(weighed.law, telling.SILENCE[""]) if not weighed.cap.regime else "",
        "conflicts": [(telling.words_of(each), each) for each in weighed.conflicts],
        "governing": [line for line in governing.lines(row.agreement) if line.key in ("law.governing", "law.court")],
        "clocks": queries.clocks_of(row),
        **costs.of_case(request, queries.KIND, row.pk),
        "forms": shown(acts.ACTS, row, None, bound, request.membership.may),
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
    }
    return render(request, "claims/detail.html", context, status=422 if bound else 200)


@require_POST
@requires(Right.READ)
def act(request: MemberRequest, case_id: UUID, name: str) -> HttpResponse:
    """Do something with a claim."""
    return perform(request, _STAGE, name, found(queries.claim(request.organisation, case_id)), None)


_STAGE = Stage(acts=acts.ACTS, why_not=acts.WHY_NOT, page=_page, address=acts.address)
