"""The pages about the API: tokens, and what can be asked; and its description as OpenAPI."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.api import lists
from art28.web.api import tokens as store
from art28.web.api.door import api
from art28.web.api.forms import TokenForm
from art28.web.api.models import ApiToken


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires(Right.READ)
def tokens(request: MemberRequest) -> HttpResponseBase:
    """The tokens in use, and making one; it is shown in this answer and never again."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    may_all = request.membership.may(Right.MANAGE_PEOPLE)
    secret = ""
    if request.method == "POST" and form.is_valid():
        of_all = form.cleaned_data["whose"] == "all"
        if of_all and not may_all:
            raise PermissionDenied
        now, days = timezone.now(), int(form.cleaned_data["days"])
        _row, secret = store.make(
            request.organisation,
            user=None if of_all else request.user,
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            expires_at=now + timedelta(days=days) if days else None,
            by=request.user,
            actor=request.actor,
            now=now,
        )
        form = TokenForm()
    if not may_all:
        form.fields["whose"].widget = form.fields["whose"].hidden_widget()
    context = {
        "form": form,
        "secret": secret,
    }
    rows = store.listed(request.organisation, request.user, everybody=may_all)
    return listing.shown(request, lists.TOKENS, rows, "api/tokens.html", context, status=400 if form.errors else 200)


@require_POST
@requires(Right.READ)
def revoke(request: MemberRequest, token_id: UUID) -> HttpResponse:
    """Make a token worthless: one's own, or, for who manages people, any."""
    everybody = request.membership.may(Right.MANAGE_PEOPLE)
    try:
        row = store.listed(request.organisation, request.user, everybody=everybody).get(pk=token_id)
    except ApiToken.DoesNotExist:
        raise Http404 from None
    store.revoke(row, actor=request.actor, now=timezone.now())
    messages.success(request, _("The token no longer works."))
    return HttpResponseRedirect(reverse("api:tokens"))


@require_safe
def schema(_request: HttpRequest) -> HttpResponse:
    """The description as OpenAPI, for programs; it says nothing of any organisation."""
    return JsonResponse(_schema())


def _schema() -> dict[str, Any]:
    found: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="/api/"))
    return {**found, "servers": [{"url": settings.PUBLIC_URL}]}


@require_safe
@requires(Right.READ)
def operations(request: MemberRequest) -> HttpResponse:
    """The same, for people."""
    described = _schema()
    parts = described["components"]["schemas"]
    listed = [
        _described(method, path, each, parts)
        for path, item in described["paths"].items()
        for method, each in item.items()
    ]
    return render(request, "api/operations.html", {"operations": listed, "url": settings.PUBLIC_URL})


def _described(method: str, path: str, operation: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    fields = parts.get(str(body.get("$ref", "")).rpartition("/")[2], {})
    needed = set(fields.get("required", ()))
    return {
        "method": method.upper(),
        "path": path,
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "parameters": [
            (each["name"], each["in"], each.get("description", "")) for each in operation.get("parameters", ())
        ],
        "fields": [
            (name, name in needed, each.get("description", "")) for name, each in fields.get("properties", {}).items()
        ],
    }
