"""The page of a breach on which each question that its agreements ask, and no fact answers, is answered once."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from art28.notices.written import entered
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import actions
from art28.web.breaches import queries as breaches
from art28.web.breaches.asked import breach_asked
from art28.web.breaches.drafting import LONGEST_ANSWER
from art28.web.breaches.models import State
from art28.web.questionnaires import asking

_MOST_DIGITS = 9


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def together(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Ask each question once for all agreements, and keep the answers with the facts of the breach."""
    breach = breach_asked(request, breach_id)
    version = breaches.versions(breach)[0]
    known = breaches.facts(version, breach)
    asked = asking.together(breach, known)
    may_handle = request.membership.may(Right.HANDLE)
    context = {
        "breach": breach,
        "asked": asked,
        "version": version,
        "may_handle": may_handle and breach.state == State.OPEN,
    }
    if request.method != "POST":
        return render(request, "questionnaires/together.html", context)
    if not may_handle:
        return render(request, "errors/403.html", status=403)
    given = {
        each.mark: entered(request.POST, each.mark, each.question.kind, each.question.options, language=each.language)
        for each in asked.common
    }
    changed = {
        each.mark: answer[:LONGEST_ANSWER]
        for each in asked.common
        if (answer := given[each.mark]) is not None and answer != each.answer
    }
    if not changed:
        messages.info(request, _("Nothing was changed."))
        return HttpResponseRedirect(reverse("questionnaires:together", args=(breach.pk,)))
    seen = request.POST.get("version", "")
    based_on = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < _MOST_DIGITS else 0
    try:
        actions.change_facts(
            breach,
            title=breach.title,
            facts=replace(known, answers=changed),
            based_on=based_on,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.StateChanged:
        messages.error(request, _("Somebody else changed the facts meanwhile; your answers were not kept. Look again."))
        return render(request, "questionnaires/together.html", context, status=409)
    number = len(changed)
    messages.success(
        request,
        ngettext(
            "%(count)s answer is kept, for every agreement that asks it.",
            "%(count)s answers are kept, for every agreement that asks them.",
            number,
        )
        % {"count": number},
    )
    return HttpResponseRedirect(reverse("questionnaires:together", args=(breach.pk,)))
