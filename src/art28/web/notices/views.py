"""The outbox, one message, and the public page on which its recipient reads it and confirms receipt."""

import json
from contextlib import suppress
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.exercises import kinds
from art28.web.notices import actions, lists, queries
from art28.web.notices.models import Delivery, OutboxMessage

_PER_PAGE = 50


class AcknowledgeForm(forms.Form):
    """Who confirms receipt."""

    name = forms.CharField(label=gettext_lazy("Your name"), max_length=200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, token: str) -> HttpResponse:
    """The notice for whoever holds its link. Opening it confirms nothing; the button does."""
    message = queries.behind(token)
    if message is None:
        raise Http404
    with translation.override(message.language):
        return _read(request, message)


def _read(request: HttpRequest, message: OutboxMessage) -> HttpResponse:
    if request.method == "POST" and message.subject_kind not in kinds.PLAYED and _is_of_the_sender(request, message):
        raise PermissionDenied
    form = AcknowledgeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with suppress(actions.AlreadyAcknowledged):
            actions.acknowledge(message, name=form.cleaned_data["name"], now=timezone.now())
        return HttpResponseRedirect(reverse("notices:read", args=(message.token,)))
    status = 422 if request.method == "POST" else 200
    context = {"message": message, "carried": queries.carried_by(message), "form": form}
    response = render(request, "notices/read.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    # Nobody else learns the link. "no-referrer" would make browsers send the form with "Origin: null", which is refused.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = message.language
    return response


def _is_of_the_sender(request: HttpRequest, message: OutboxMessage) -> bool:
    """Whether somebody of the organisation that sent the notice asks: its recipient confirms, nobody in their stead."""
    return any(each.pk == message.organisation_id for each in getattr(request, "organisations", ()))


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """Every message of the organisation."""
    return listing.shown(request, lists.MESSAGES, queries.messages(request.organisation), "notices/list.html")


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, message_id: UUID) -> HttpResponse:
    """One message: its journey and its content as sent."""
    message = _message(request, message_id)
    secret = (message.carrier or message).token
    # Whoever holds the link can confirm receipt or answer, so it is shown to nobody but its recipient.
    message.notice = json.loads(json.dumps(message.notice).replace(secret, "…"))
    by_itself = request.membership.may(Right.HANDLE) and message.carrier_id is None
    context = {
        "message": message,
        "body_text": message.body_text.replace(secret, "…"),
        "carried": queries.carried_by(message),
        "may_try_again": by_itself and message.state in (Delivery.QUEUED, Delivery.FAILED),
        "may_come_back": by_itself and message.state == Delivery.ACCEPTED and message.acknowledged_at is None,
    }
    return render(request, "notices/detail.html", context)


@require_POST
@requires(Right.HANDLE)
def came_back(request: MemberRequest, message_id: UUID) -> HttpResponse:
    """Say that the message came back undelivered; its clock runs again."""
    message = _message(request, message_id)
    try:
        actions.come_back(message, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: receipt was confirmed, or somebody else was first."))
    else:
        messages.success(request, _("Kept. The clock that this message had ended runs again."))
    return HttpResponseRedirect(reverse("notices:detail", args=(message_id,)))


@require_POST
@requires(Right.HANDLE)
def try_again(request: MemberRequest, message_id: UUID) -> HttpResponse:
    """Let the message be sent at the next opportunity."""
    message = _message(request, message_id)
    try:
        actions.try_again(message, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: the message is being sent, or has been."))
    else:
        messages.success(request, _("The message is tried again at once."))
    return HttpResponseRedirect(reverse("notices:detail", args=(message_id,)))


def _message(request: MemberRequest, message_id: UUID) -> OutboxMessage:
    message = queries.message(request.organisation, message_id)
    if message is None:
        raise Http404
    return message
