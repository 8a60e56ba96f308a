"""Pages: somebody who works here with all that can be done, access to a customer's data, a training, what is promised."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, NotNow, Stage, perform, shown
from art28.web.agreements import agreement_page
from art28.web.clocks import targets
from art28.web.events.choosing import Asking, chosen
from art28.web.people import access, actions, acts, finding, lists, promising, queries
from art28.web.people.forms import GrantForm, JoinForm, TrainingForm
from art28.web.people.models import Responsibility, StaffMember
from art28.web.services import queries as services
from art28.web.typed import identifier
from art28.web.uploads import takes_files

_SHOWN = 10
"""So much of somebody's access stands on their own page; all of it on a page of its own."""


def _by(request: MemberRequest) -> By:
    return By(request.user, request.actor, timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def new(request: MemberRequest) -> HttpResponse:
    """Somebody begins."""
    form = JoinForm(
        request.POST if request.method == "POST" else None,
        accounts=tuple(accounts.members(request.organisation)),
        roles=tuple(queries.roles(request.organisation)),
        initial={"joined_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        row = actions.join(request.organisation, form.joining(), by=_by(request))
        messages.success(request, _("Kept. Below stands what is still to be done."))
        return HttpResponseRedirect(acts.address(row))
    return render(request, "people/new.html", {"form": form}, status=422 if form.errors else 200)


def _member(request: MemberRequest, member_id: UUID) -> StaffMember:
    row = queries.member(request.organisation, member_id, timezone.localdate())
    if row is None:
        raise Http404
    return row


@require_safe
@requires(Right.READ_STAFF)
def detail(request: MemberRequest, member_id: UUID) -> HttpResponse:
    """One person."""
    return _page(request, _member(request, member_id), {})


def _page(request: MemberRequest, row: StaffMember, bound: Mapping[str, Form]) -> HttpResponse:
    for key, form in bound.items():
        if ":" in key:
            messages.error(request, " ".join(str(each) for errors in form.errors.values() for each in errors))
    held = finding.held(request.organisation, timezone.localdate())
    context = {
        "row": row,
        "identity": row.identity,
        "clocks": queries.clocks_of(row),
        "commitments": queries.commitments(row),
        "screenings": queries.screenings(row),
        "screened": queries.screened(request.organisation, timezone.localdate()),
        "taught": queries.taught(row),
        "grants": queries.grants_of(row)[:_SHOWN],
        "grant_count": queries.grants_of(row).count(),
        "means": queries.means(row),
        "responsibilities": Responsibility.objects.filter(organisation=request.organisation, member=row),
        "movements": row.movements.select_related("by").order_by("at", "id"),
        "still_has": queries.still_has(row),
        "held": held,
        "forms": shown(acts.ACTS, row, None, bound, request.membership.may),
        "may_change": request.membership.may(Right.DECIDE),
        "now": timezone.now(),
        "today": timezone.localdate(),
        "targets": targets.targets(request.organisation),
    }
    return render(request, "people/detail.html", context, status=422 if bound else 200)


@takes_files()
@require_POST
@requires(Right.READ_STAFF)
def act(request: MemberRequest, member_id: UUID, name: str) -> HttpResponse:
    """Do something with somebody."""
    return perform(request, _STAGE, name, _member(request, member_id), None)


@require_POST
@requires(Right.READ_STAFF)
def act_on(request: MemberRequest, member_id: UUID, name: str, part_id: UUID) -> HttpResponse:
    """Do something with a part of somebody's file."""
    row = _member(request, member_id)
    part = acts.part(row, name, part_id)
    if part is None:
        raise Http404
    return perform(request, _STAGE, name, row, part)


_STAGE = Stage(acts=acts.ACTS, why_not=acts.WHY_NOT, page=_page, address=acts.address)


@require_safe
@requires(Right.DECIDE)
def document(request: MemberRequest, member_id: UUID, commitment_id: UUID) -> HttpResponse:
    """What somebody signed, as it was put in."""
    row = _member(request, member_id)
    found = row.commitments.filter(organisation=request.organisation, pk=commitment_id).first()
    if found is None or found.data is None:
        raise Http404
    return downloads.foreign(bytes(found.data), f"{row.reference}-{found.matter}")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def grant(request: MemberRequest, member_id: UUID) -> HttpResponse:
    """Give somebody access to a customer's data: the customer is chosen first."""
    row = _member(request, member_id)
    customer = Asking(
        reverse("people:detail", args=(row.pk,)),
        row.identity.name if row.identity.erased_at is None else row.reference,
        _("Whose data?"),
        _("Access is given for one customer at a time, so that the need for it can be told."),
    )
    agreement = chosen(request, customer)
    if isinstance(agreement, HttpResponse):
        return agreement
    taken = [(str(each.pk), each.name) for each in services.taken_under(request.organisation, agreement.pk)]
    form = GrantForm(request.POST if request.method == "POST" else None, taken=taken)
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        asked = access.Asked(
            agreement=agreement,
            service=identifier(said["service"]),
            system=said["system"],
            account=said["account"],
            operations=tuple(said["operations"]),
            need=said["need"],
        )
        try:
            access.grant(row, asked, by=_by(request))
        except NotNow as refused:
            why = str(acts.WHY_NOT[refused.code])
            form.add_error(None, f"{why} ({refused.place})" if refused.place else why)
            status = 409
        else:
            messages.success(request, _("Access is granted."))
            return HttpResponseRedirect(acts.address(row))
    context = {"form": form, "row": row, "agreement": agreement, "promises": promising.promises(agreement)}
    return render(request, "people/grant.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def teach(request: MemberRequest) -> HttpResponse:
    """Keep a training with who took part."""
    today = timezone.localdate()
    form = TrainingForm(
        request.POST if request.method == "POST" else None,
        members=tuple(queries.at_work(request.organisation, today)),
        initial={"on": today},
    )
    if request.method == "POST" and form.is_valid():
        actions.teach(request.organisation, form.taught(), form.took_part(), by=_by(request))
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("people:trainings"))
    return render(request, "people/teach.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@requires(Right.READ_STAFF)
def agreement(request: MemberRequest, agreement_id: UUID) -> HttpResponseBase:
    """What an agreement promises of staff, with the passages, and who has access to this customer's data."""
    found = agreement_page.found(request, agreement_id)
    context = {
        "agreement": found,
        "promises": promising.promises(found),
        "held": finding.held(request.organisation, timezone.localdate()),
    }
    return listing.shown(request, lists.ACCESS_UNDER, queries.under(found), "people/agreement.html", context)
