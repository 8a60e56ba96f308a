"""The letter to the people concerned (Art. 34 GDPR), in both languages; and that they, or the public, were told."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from art28.assessing.letter import PeopleLetter
from art28.assessing.letter import letter as composed
from art28.notices.breach import BreachFacts
from art28.notices.language import Language
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.assessments import papers, refusals, telling
from art28.web.assessments.dossier import dossier
from art28.web.assessments.forms import ToldForm
from art28.web.assessments.queries import Case
from art28.web.assessments.views import framing, loaded, refused, to_case

_MOST = 10_000


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def letter(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The letter, to be copied or printed; posting keeps that it went."""
    found, facts = loaded(request, breach_id)
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        return _told(request, found, facts)
    return _page(request, found, facts, ToldForm(initial={"told_at": timezone.now()}), 200)


@require_safe
@requires(Right.READ)
def document(request: MemberRequest, breach_id: UUID, language: str, form: str) -> HttpResponse:
    """The letter as PDF or Word, in either language."""
    if form not in papers.FORMATS or language not in set(Language):
        raise Http404
    found, facts = loaded(request, breach_id)
    letters = _letters(request, found, facts, _advice(request))
    chosen = next(each for each in letters if each.language == language)
    return papers.download(papers.of_letter(found, chosen, now=timezone.now()), form)


def _advice(request: MemberRequest) -> str:
    return str(request.GET.get("advice", ""))[:_MOST].replace("\x00", "")


def _told(request: MemberRequest, found: Case, facts: BreachFacts) -> HttpResponse:
    filled = ToldForm(request.POST)
    if not filled.is_valid():
        return _page(request, found, facts, filled, 422)
    given = filled.cleaned_data
    letters = _letters(request, found, facts, given["advice"])
    if any(each.missing for each in letters):
        filled.add_error(None, _("The letter still lacks what the law wants in it. Add that to the facts first."))
        return _page(request, found, facts, filled, 409)
    try:
        telling.told(
            found,
            told_at=given["told_at"],
            means=tuple(given["means"]),
            people_count=given["people_count"],
            place=given["place"],
            letters=letters,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except refusals.ConsultationWanted:
        filled.add_error(
            None, _("The agreement wants the processor consulted first. Keep that below, then come back here.")
        )
        return _page(request, found, facts, filled, 409)
    except refusals.DecidedOtherwise:
        filled.add_error(None, _("No decision to tell people stands. Decide that first."))
        return _page(request, found, facts, filled, 409)
    except refusals.NotOurs:
        return refused(request, found)
    messages.success(request, _("It is kept that people were told, with the letter as it stood."))
    return to_case(found)


def _page(request: MemberRequest, found: Case, facts: BreachFacts, filled: ToldForm, status: int) -> HttpResponse:
    advice = _advice(request) or str(filled.data.get("advice", ""))[:_MOST].replace("\x00", "")
    decision = found.decision
    context = {
        **framing(request, found),
        "form": filled,
        "letters": _letters(request, found, facts, advice),
        "advice": advice,
        "document_forms": papers.FORMATS,
        "wanted_at_all": decision is not None and (decision.people or decision.exception == "c"),
    }
    return render(request, "assessments/letter.html", context, status=status)


def _letters(request: MemberRequest, found: Case, facts: BreachFacts, advice: str) -> tuple[PeopleLetter, ...]:
    file = dossier(found, facts, reporter=request.user)
    zone = ZoneInfo(request.organisation.time_zone)
    made = bool(found.notifications)
    return tuple(composed(file, advice=advice, notified=made, language=language, zone=zone) for language in Language)
