"""Corrections that would loosen a running limit: the list of them, and a named person's answer."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.clocks import correcting
from art28.web.clocks.actions import StateChanged
from art28.web.clocks.models import Loosening

LISTED = 200


class AnswerForm(forms.Form):
    """Whether the looser limit is taken, and why."""

    reason = forms.CharField(label=gettext_lazy("Why?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


@require_safe
@requires(Right.READ)
def questions(request: MemberRequest) -> HttpResponse:
    """What waits for an answer."""
    rows = list(correcting.open_questions(request.organisation)[: LISTED + 1])
    context: dict[str, Any] = {
        "rows": [(row, AnswerForm(auto_id=f"id_{row.pk}_%s")) for row in rows[:LISTED]],
        "beyond": len(rows) > LISTED,
        "may_decide": request.membership.may(Right.DECIDE),
        "now": timezone.now(),
    }
    return render(request, "clocks/corrections.html", context)


@require_POST
@requires(Right.DECIDE)
def answer(request: MemberRequest, question_id: UUID) -> HttpResponse:
    """Let the running limit stand, or apply the looser one."""
    rows = Loosening.objects.filter(organisation=request.organisation, pk=question_id)
    question = rows.select_related("obligation__organisation", "obligation__agreement").first()
    if question is None:
        raise Http404
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the reason: it is kept with the answer."))
        return _back(question)
    move = correcting.apply if "apply" in request.POST else correcting.let_stand
    try:
        move(
            question,
            reason=form.cleaned_data["reason"],
            user=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except StateChanged:
        messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
    else:
        messages.success(request, _("Kept."))
    return _back(question)


def _back(question: Loosening) -> HttpResponse:
    return HttpResponseRedirect(reverse("clock", args=(question.obligation_id,)))
