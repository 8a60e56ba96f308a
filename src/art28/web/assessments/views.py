"""The controller's side of a breach: the overview, awareness, the decision, consultation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from art28.assessing import words
from art28.assessing.form import FORMS, form
from art28.assessing.severity import Level, Severity, severity
from art28.notices.breach import BreachFacts, Extent
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.assessments import actions, deciding, queries, refusals
from art28.web.assessments.forms import (
    AwarenessForm,
    ConsultationForm,
    DecisionForm,
    SeverityForm,
    initial_scored,
    spoken,
)
from art28.web.assessments.models import Decision, Risk
from art28.web.assessments.queries import Case
from art28.web.breaches import queries as breaches
from art28.web.breaches.asked import breach_asked

_REFUSALS = {
    "reasons": ("reasons", gettext_lazy("A decision has its reasons.")),
    "authority": (
        "authority",
        gettext_lazy("The authority is left out only where a risk is unlikely (Art. 33(1) GDPR)."),
    ),
    "exception_reasons": ("exception_reasons", gettext_lazy("Say why the exception holds here.")),
    "exception": ("exception", gettext_lazy("People are told, so no exception is needed.")),
    "people": (
        "people",
        gettext_lazy("With a high risk people are told, unless an exception of Art. 34(3) GDPR holds."),
    ),
}


@require_safe
@requires(Right.READ)
def case(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """What was known when, what was decided, who was consulted and told."""
    found, facts = loaded(request, breach_id)
    decision, language = found.decision, spoken()
    context = {
        **framing(request, found),
        "counted": queries.counted(found),
        "severity": queries.severity_of(decision, facts) if decision else None,
        "level": words.level(Level(decision.level), language) if decision and decision.level else "",
        "forms": [(name, form(name).name[language]) for name in FORMS],
    }
    return render(request, "assessments/case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def awareness(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """From when the 72 hours count."""
    found, _facts = loaded(request, breach_id)
    aware = found.aware
    shown = {"received_at": aware.received_at, "known_at": aware.known_at} if aware else {"known_at": found.aware_at}
    filled = AwarenessForm(request.POST if request.method == "POST" else None, initial=shown)
    if request.method != "POST" or not filled.is_valid():
        return _page(request, "assessments/awareness.html", found, filled)
    try:
        deciding.set_awareness(found, **filled.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    except refusals.LaterThanItCounts:
        filled.add_error(
            "may_loosen", _("This would count from later than the clock does now. Tick this if you decide so.")
        )
        return _page(request, "assessments/awareness.html", found, filled)
    except refusals.NotOurs:
        return refused(request, found)
    messages.success(request, _("The 72 hours count from the earlier of the two moments."))
    return to_case(found)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def decide(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The method as an aid, and the decision, which is a person's."""
    found, facts = loaded(request, breach_id)
    before, posted = found.decision, request.POST if request.method == "POST" else None
    aid = SeverityForm(posted, initial=initial_scored(before))
    filled = DecisionForm(posted if "decide" in request.POST else None, initial=_initial(before, request))
    outcome = None
    if posted is not None and aid.is_valid():
        outcome = _outcome(aid, facts)
    elif posted is None and before is not None:
        outcome = queries.severity_of(before, facts)
    context = {"aid": aid, "outcome": outcome, **_said(outcome)}
    if "decide" not in request.POST or not (aid.is_valid() and filled.is_valid()):
        bad = posted is not None and not (aid.is_valid() and (filled.is_valid() or "decide" not in request.POST))
        return _page(request, "assessments/decide.html", found, filled, status=422 if bad else 200, **context)
    given = filled.cleaned_data
    choice = deciding.Choice(
        risk=Risk(given["risk"]),
        authority=given["authority"] == "yes",
        people=given["people"] == "yes",
        reasons=given["reasons"],
        exception=given["exception"],
        exception_reasons=given["exception_reasons"],
        scored=aid.scored(),
        severity=outcome,
    )
    try:
        deciding.decide(found, choice, by=request.user, actor=request.actor, now=timezone.now())
    except refusals.InconsistentDecision as error:
        filled.add_error(*_REFUSALS[error.code])
        return _page(request, "assessments/decide.html", found, filled, **context)
    except refusals.NotOurs:
        return refused(request, found)
    messages.success(request, _("The decision is kept, with your name and reasons."))
    return to_case(found)


def _outcome(aid: SeverityForm, facts: BreachFacts) -> Severity | None:
    scored = aid.scored()
    if scored is None:
        return None
    return severity(scored, people=queries.people(facts), unintelligible=facts.protection is Extent.YES)


def _said(outcome: Severity | None) -> dict[str, Any]:
    language = spoken()
    said: dict[str, Any] = {"method_source": words.source()}
    if outcome is not None:
        said |= {
            "level": words.level(outcome.level, language),
            "level_help": words.level_help(outcome.level, language),
            "flags": [words.flag(flag, language) for flag in outcome.flags],
        }
    return said


def _initial(before: Decision | None, request: MemberRequest) -> dict[str, Any]:
    """What the form shows: what was typed before the score was worked out, else the decision that stands."""
    if request.method == "POST":
        return request.POST.dict()
    if before is None:
        return {}
    shown = {name: getattr(before, name) for name in ("risk", "reasons", "exception", "exception_reasons")}
    return {**shown, **{name: "yes" if getattr(before, name) else "no" for name in ("authority", "people")}}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def consult(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Keep a consultation with the processor under one agreement."""
    found, _facts = loaded(request, breach_id)
    wanted = next((each for each in found.wanted if each.agreement.pk == agreement_id), None)
    if wanted is None:
        raise Http404
    filled = ConsultationForm(
        request.POST if request.method == "POST" else None, initial={"held_at": timezone.now(), "about": "both"}
    )
    if request.method != "POST" or not filled.is_valid():
        return _page(request, "assessments/consult.html", found, filled, wanted=wanted)
    actions.consult(found, wanted, **filled.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("The consultation is kept."))
    return to_case(found)


def loaded(request: MemberRequest, breach_id: UUID) -> tuple[Case, BreachFacts]:
    """The case and the facts as they stand; a breach of somebody else is not found."""
    breach = breach_asked(request, breach_id)
    versions = breaches.versions(breach)
    return queries.case(breach), breaches.facts(versions[0], breach)


def framing(request: MemberRequest, found: Case) -> dict[str, Any]:
    """What every page about a case shows."""
    return {
        "breach": found.breach,
        "case": found,
        "now": timezone.now(),
        "may_decide": found.ours and request.membership.may(Right.DECIDE),
        "may_handle": found.ours and request.membership.may(Right.HANDLE),
    }


def _page(
    request: MemberRequest, template: str, found: Case, filled: Any, status: int | None = None, **more: Any
) -> HttpResponse:
    if status is None:
        status = 422 if request.method == "POST" else 200
    return render(request, template, {**framing(request, found), "form": filled, **more}, status=status)


def refused(request: MemberRequest, found: Case) -> HttpResponse:
    """The overview, which says whose notification it is and by which clause."""
    messages.error(request, _("This notification is the controller's to make, not yours. Nothing was kept."))
    return to_case(found)


def to_case(found: Case) -> HttpResponseRedirect:
    """Back to the overview."""
    return HttpResponseRedirect(reverse("assessments:case", args=(found.breach.pk,)))
