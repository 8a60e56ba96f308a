"""Pages: what happened, saying that something happened with a preview of what it starts, and taking it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from art28.agreement.duties import Trigger
from art28.obligations.happening import HAPPENINGS
from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements.models import Agreement
from art28.web.clocks import queries as clock_queries
from art28.web.clocks import targets
from art28.web.clocks.filters import EVENTS
from art28.web.events import actions, lists, queries
from art28.web.events import elsewhere as cases
from art28.web.events.choosing import Asking, chosen
from art28.web.events.forms import CancelForm, EventForm
from art28.web.events.models import Event


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """What happened, newest first."""
    context = {"may_record": request.membership.may(Right.HANDLE)}
    return listing.shown(request, lists.HAPPENED, queries.happened(request.organisation), "events/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def new(request: MemberRequest) -> HttpResponse:
    """Choose the agreement, then the kind of event; say when and why, see what that starts, and start it."""
    lead = _(
        "Under which agreement? A breach has a page of its own, on which it is recorded for many agreements at once."
    )
    agreement = chosen(request, Asking(reverse("events:list"), _("What happened"), _("Something happened"), lead))
    if isinstance(agreement, HttpResponse):
        return agreement
    trigger = _trigger(request)
    if trigger is None:
        return render(request, "events/kind.html", {"agreement": agreement, "kinds": _kinds(agreement)})
    posted = request.method == "POST"
    form = EventForm(
        request.POST if posted else None,
        trigger=trigger,
        language=_language(),
        initial={"at": timezone.now(), "title": _called(trigger)},
    )
    context: dict[str, Any] = {
        "agreement": agreement,
        "trigger": trigger,
        "called": _called(trigger),
        "form": form,
        "now": timezone.now(),
    }
    if posted and form.is_valid():
        if "start" in request.POST:
            return _started(request, agreement, form)
        context["starting"] = starting = queries.would_start(agreement, form.said())
        context["starts"] = any(row.obligation for row in starting)
    return render(request, "events/new.html", context, status=422 if form.errors else 200)


def _started(request: MemberRequest, agreement: Agreement, form: EventForm) -> HttpResponse:
    event = actions.record_event(agreement, form.said(), by=request.user, actor=request.actor, now=timezone.now())
    count = len(clock_queries.about(request.organisation, subject_kind=event.kind, subject_id=event.pk))
    messages.success(request, ngettext("%(n)s clock runs.", "%(n)s clocks run.", count) % {"n": count})
    return HttpResponseRedirect(reverse("events:detail", args=(event.pk,)))


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, event_id: UUID) -> HttpResponse:
    """One event, with the clocks that it started; a case that has a page of its own is shown there."""
    if elsewhere := cases.address(request.organisation, event_id):
        return HttpResponseRedirect(elsewhere)
    event = _event(request, event_id)
    context = {
        "event": event,
        "rows": clock_queries.about(request.organisation, subject_kind=event.kind, subject_id=event.pk),
        "now": timezone.now(),
        "targets": targets.targets(request.organisation),
        "may_cancel": event.cancelled_at is None and request.membership.may(Right.DECIDE),
        "form": CancelForm(),
    }
    return render(request, "events/detail.html", context)


@require_http_methods(["POST"])
@requires(Right.DECIDE)
def cancel(request: MemberRequest, event_id: UUID) -> HttpResponse:
    """Take an event back, with the reason."""
    event, form = _event(request, event_id), CancelForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for found in form.errors.values() for error in found))
    else:
        try:
            count = actions.cancel(
                event, reason=form.cleaned_data["reason"], by=request.user, actor=request.actor, now=timezone.now()
            )
        except actions.AlreadyCancelled:
            messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
        else:
            messages.success(
                request, ngettext("%(n)s clock was stopped.", "%(n)s clocks were stopped.", count) % {"n": count}
            )
    return HttpResponseRedirect(reverse("events:detail", args=(event.pk,)))


def _kinds(agreement: Agreement) -> list[tuple[Trigger, str, int]]:
    """Each kind of event that starts something under the agreement: what it is called, and how many duties it starts."""
    promised = queries.duties(agreement)
    counted = [
        (trigger, sum(duty.trigger is trigger for duty in promised))
        for trigger in HAPPENINGS
        if trigger not in _OWN_PAGE
    ]
    return [(trigger, _called(trigger), count) for trigger, count in counted if count]


_OWN_PAGE = frozenset({Trigger.DATA_SUBJECT_REQUEST, Trigger.AUDIT_REQUEST, Trigger.UNLAWFUL_INSTRUCTION, Trigger.DPIA})
"""What is recorded on a page of its own."""


def _called(trigger: Trigger) -> str:
    """What people call this kind of event: "Verzoek van een betrokkene"."""
    return str(EVENTS[actions.KINDS[trigger]])


def _trigger(request: MemberRequest) -> Trigger | None:
    given = request.GET.get("event", "")
    return next((trigger for trigger in HAPPENINGS if trigger.value == given), None)


def _event(request: MemberRequest, event_id: UUID) -> Event:
    found = queries.event(request.organisation, event_id)
    if found is None:
        raise Http404
    return found


def _language() -> str:
    return (get_language() or "nl")[:2]
