"""The public page on which the other side answers a change. Opening it says nothing; the button does."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from art28.web.notices.models import OutboxMessage
from art28.web.subprocessors import answering
from art28.web.subprocessors.answer_forms import OutsideForm
from art28.web.subprocessors.models import Affected, AnswerKind, State

_OVER = (State.DONE, State.WITHDRAWN)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The change, for each agreement that the letter is about, and what can be said of it."""
    message = answering.behind(token)
    if message is None:
        raise Http404
    with translation.override(message.language):
        return _answer(request, message)


def _answer(request: HttpRequest, message: OutboxMessage) -> HttpResponse:
    rows = answering.told_by(message)
    if not rows:
        raise Http404
    chosen = next((row for row in rows if str(row.pk) == request.POST.get("of", "")), None)
    refused = None
    if request.method == "POST":
        # The other side answers, nobody of the sender's in its stead: what they were told they record as such.
        if any(each.pk == message.organisation_id for each in getattr(request, "organisations", ())):
            raise PermissionDenied
        if chosen is None:
            raise Http404
        form = _form(request, chosen)
        if form.is_valid() and _kept(form, chosen):
            return HttpResponseRedirect(f"{reverse('subprocessors:answer', args=(message.token,))}#of-{chosen.pk}")
        refused = form
    context = {
        "message": message,
        "proposal": rows[0].proposal,
        "over": rows[0].proposal.state in _OVER,
        "letters": [(row, refused if row == chosen and refused else _form(request, row, bound=False)) for row in rows],
    }
    response = render(request, "subprocessors/answer.html", context, status=422 if refused else 200)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = message.language
    return response


def _form(request: HttpRequest, row: Affected, *, bound: bool = True) -> OutsideForm:
    kinds = answering.offered_outside(row)
    return OutsideForm(request.POST if bound else None, kinds=kinds, auto_id=f"id_{row.pk}_%s")


def _kept(form: OutsideForm, row: Affected) -> bool:
    given = form.cleaned_data
    try:
        answering.answer_by_link(
            row, AnswerKind(given["kind"]), name=given["name"], text=given["text"].strip(), now=timezone.now()
        )
    except answering.NotNow:
        form.add_error(
            None, translation.gettext("Your answer was not kept: the change is over, or was settled with you.")
        )
        return False
    return True
