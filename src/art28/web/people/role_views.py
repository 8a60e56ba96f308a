"""The table of roles: who may do what in which activity, with which data; and one role to keep."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.acting import By, StateChanged
from art28.web.people import lists, queries, roles
from art28.web.people.forms import LineForm, RoleForm
from art28.web.people.models import RoleProfile
from art28.web.services import queries as services
from art28.web.services.spelling import items
from art28.web.typed import identifier, whole

_MOST_LINES = 60
_EMPTY = 2


@require_safe
@requires(Right.READ_STAFF)
def index(request: MemberRequest) -> HttpResponseBase:
    """The roles, each with its activities."""
    context = {"here": "roles", "may_change": request.membership.may(Right.DECIDE)}
    rows = queries.described(queries.roles(request.organisation)).annotate(activity_count=Count("permitted"))
    return listing.shown(request, lists.ROLES, rows, "people/roles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def new(request: MemberRequest) -> HttpResponse:
    """Add a role."""
    return _edit(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def edit(request: MemberRequest, role_id: UUID) -> HttpResponse:
    """Change a role."""
    row = queries.role(request.organisation, role_id)
    if row is None:
        raise Http404
    return _edit(request, row)


def _lines(request: MemberRequest, row: RoleProfile | None) -> Any:
    known = [(str(pk), name) for pk, name in services.services(request.organisation).values_list("pk", "name")]
    maker = forms.formset_factory(LineForm, extra=_EMPTY, max_num=_MOST_LINES, can_delete=True)
    initial = [
        {
            "activity": each.activity,
            "service": str(each.service_id or ""),
            "operations": each.operations,
            "categories": "; ".join(each.data),
            "environment": each.environment,
        }
        for each in (row.permitted.all() if row else ())
    ]
    data = request.POST if request.method == "POST" else None
    return maker(data, initial=initial, prefix="line", form_kwargs={"services": known})


def _edit(request: MemberRequest, row: RoleProfile | None) -> HttpResponse:
    begun = {name: getattr(row, name) for name in ("name", "description", "screened")} if row else {"screened": True}
    form = RoleForm(request.POST if request.method == "POST" else None, initial=begun)
    lines = _lines(request, row)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and lines.is_valid():
            try:
                _keep(request, row, _profile(form, lines))
            except roles.NameTaken:
                form.add_error("name", _("There is a role of this name already."))
                status = 409
            except StateChanged:
                form.add_error(
                    None, _("Somebody else changed this role meanwhile. Yours is still here; compare first.")
                )
                status = 409
            else:
                messages.success(request, _("Kept."))
                return HttpResponseRedirect(reverse("people:roles"))
    return render(request, "people/role.html", {"form": form, "lines": lines, "role": row}, status=status)


def _keep(request: MemberRequest, row: RoleProfile | None, profile: roles.Profile) -> None:
    by = By(request.user, request.actor, timezone.now())
    if row is None:
        roles.add(request.organisation, profile, by=by)
    else:
        roles.change(row, profile, based_on=whole(request.POST.get("version", "")), by=by)


def _profile(form: RoleForm, lines: Any) -> roles.Profile:
    kept: dict[str, roles.Line] = {}
    for line in lines:
        given = line.cleaned_data
        if not given or given.get("DELETE") or not given.get("activity"):
            continue
        kept[given["activity"]] = roles.Line(
            activity=given["activity"],
            operations=tuple(given["operations"]),
            data=items(given["categories"]),
            environment=given["environment"],
            service=identifier(given["service"]),
        )
    return roles.Profile(**form.cleaned_data, lines=tuple(kept.values()))
