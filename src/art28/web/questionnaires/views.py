"""The pages of questionnaires: what one agreement asks, question by question, and what a family asks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.notices import questionnaire
from art28.notices.questionnaire import Questions, UnknownQuestion
from art28.notices.questions import Question
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.families import queries as families
from art28.web.families.models import Family
from art28.web.questionnaires import actions, queries
from art28.web.questionnaires.actions import Change
from art28.web.questionnaires.forms import QuestionForm, RemoveForm, initial_of
from art28.web.questionnaires.queries import Asked

_MOST_DIGITS = 9


@require_safe
@requires(Right.READ)
def agreement(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The questions of an agreement as they stand, each with its passage and what answers it."""
    return _page(request, _asked(request, agreement_id))


def _page(request: MemberRequest, asked: Asked, *, status: int = 200, **more: Any) -> HttpResponse:
    history = queries.versions(asked.agreement, asked.family_id, questionnaire.read_mark(asked.read))
    context = {
        "asked": asked,
        "agreement": asked.agreement,
        "lines": [_line(question, asked) for question in asked.questions],
        "by_hand": sum(1 for question in asked.questions if not question.topics),
        "history": history,
        "own": asked.version is not None and asked.version.agreement_id is not None,
        "seen": _seen(asked, for_family=False),
        "seen_family": _seen(asked, for_family=True),
        "may_confirm": request.membership.may(Right.CONFIRM),
        "moved": request.GET.get("moved", ""),
        **more,
    }
    return render(request, "questionnaires/agreement.html", context, status=status)


def _line(question: Question, asked: Asked) -> dict[str, Any]:
    return {"question": question, "passage": asked.passages.get(question.id)}


def _seen(asked: Asked, *, for_family: bool) -> int:
    last = asked.last_of_family if for_family else asked.last
    return last.number if last else 0


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def change(request: MemberRequest, agreement_id: UUID, question_id: str) -> HttpResponse:
    """Change the words, the kind or the facts behind a question."""
    asked = _asked(request, agreement_id)
    question = _question(asked.questions, question_id)
    if request.method != "POST":
        return _form(request, asked, QuestionForm(initial=initial_of(question)), question)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _form(request, asked, form, question, status=422)
    new = questionnaire.changed(asked.questions, form.question(question_id))
    kept = Change(what="changed", words=question.text, reason=form.cleaned_data["reason"])
    return _settle(request, asked, new, kept, at=question_id)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def add(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Add a question at the end."""
    asked = _asked(request, agreement_id)
    if request.method != "POST":
        return _form(request, asked, QuestionForm(), None)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _form(request, asked, form, None, status=422)
    new = questionnaire.added(asked.questions, form.question())
    kept = Change(what="added", words=new[-1].text, reason=form.cleaned_data["reason"])
    return _settle(request, asked, new, kept, at=new[-1].id)


def _form(
    request: MemberRequest, asked: Asked, form: QuestionForm, question: Question | None, *, status: int = 200
) -> HttpResponse:
    context = {
        "asked": asked,
        "agreement": asked.agreement,
        "form": form,
        "question": question,
        "passage": asked.passages.get(question.id) if question else None,
        "seen": _seen(asked, for_family=False),
        "seen_family": _seen(asked, for_family=True),
        "own": asked.version is not None and asked.version.agreement_id is not None,
    }
    return render(request, "questionnaires/question.html", context, status=status)


@require_POST
@requires(Right.CONFIRM)
def move(request: MemberRequest, agreement_id: UUID, question_id: str) -> HttpResponse:
    """Put a question one place further up or down."""
    asked = _asked(request, agreement_id)
    question = _question(asked.questions, question_id)
    new = questionnaire.moved(asked.questions, question_id, "up" if request.POST.get("to") == "up" else "down")
    if new == asked.questions:
        return _to(asked.agreement, at=question_id)
    return _settle(request, asked, new, Change(what="moved", words=question.text), at=question_id)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def remove(request: MemberRequest, agreement_id: UUID, question_id: str) -> HttpResponse:
    """No longer ask a question, with the reason."""
    asked = _asked(request, agreement_id)
    question = _question(asked.questions, question_id)
    form = RemoveForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {
            "asked": asked,
            "agreement": asked.agreement,
            "form": form,
            "question": question,
            "seen": _seen(asked, for_family=False),
            "seen_family": _seen(asked, for_family=True),
            "own": asked.version is not None and asked.version.agreement_id is not None,
        }
        status = 422 if request.method == "POST" else 200
        return render(request, "questionnaires/remove.html", context, status=status)
    kept = Change(what="removed", words=question.text, reason=form.cleaned_data["reason"])
    return _settle(request, asked, questionnaire.removed(asked.questions, question_id), kept)


@require_POST
@requires(Right.CONFIRM)
def confirm(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Say that the questions stand as they should."""
    asked = _asked(request, agreement_id)
    return _settle(request, asked, asked.questions, Change(what="confirmed"))


@require_POST
@requires(Right.CONFIRM)
def as_read(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Give up the agreement's own version: its questions stand as read again, or as its family has them."""
    asked = _asked(request, agreement_id)
    return _settle(request, asked, None, Change(what="as_read"))


def _settle(
    request: MemberRequest, asked: Asked, new: Questions | None, change: Change, *, at: str = ""
) -> HttpResponse:
    for_family = request.POST.get("scope") == "family" and asked.alike > 1
    text = request.POST.get("seen_family" if for_family else "seen", "")
    seen = int(text) if text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS else 0
    try:
        actions.settle(
            asked,
            new,
            change,
            for_family=for_family,
            based_on=seen,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.StateChanged:
        messages.error(request, _("Somebody else changed these questions meanwhile; nothing was changed. Look again."))
        return _page(request, _asked(request, asked.agreement.pk), status=409)
    if for_family:
        text = ngettext(
            "Kept for %(count)s agreement.", "Kept for all %(count)s agreements that ask the same.", asked.alike
        )
        messages.success(request, text % {"count": asked.alike})
    else:
        messages.success(request, _("Kept as a new version. Drafts of reports follow; what was sent stays as sent."))
    return _to(asked.agreement, at=at)


@require_safe
@requires(Right.READ)
def family(request: MemberRequest, family_id: UUID) -> HttpResponse:
    """What the members of a family ask: each questionnaire once, to be confirmed once."""
    found = _family(request, family_id)
    groups = queries.in_family(request.organisation, found.pk)
    context = {"family": found, "groups": groups, "may_confirm": request.membership.may(Right.CONFIRM)}
    return render(request, "questionnaires/family.html", context)


@require_POST
@requires(Right.CONFIRM)
def confirm_family(request: MemberRequest, family_id: UUID, mark: str) -> HttpResponse:
    """Say once for all members that ask the same that the questions stand as they should."""
    found = _family(request, family_id)
    group = next((each for each in queries.in_family(request.organisation, found.pk) if each.mark == mark), None)
    if group is None:
        raise Http404
    example = queries.asked(agreements.agreement(request.organisation, group.example))
    try:
        actions.settle(
            example,
            group.questions,
            Change(what="confirmed"),
            for_family=True,
            based_on=_seen(example, for_family=True),
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.StateChanged:
        messages.error(request, _("Somebody else changed these questions meanwhile; nothing was changed. Look again."))
    else:
        messages.success(
            request,
            ngettext("Confirmed for %(count)s agreement.", "Confirmed for %(count)s agreements.", group.count)
            % {"count": group.count},
        )
    return HttpResponseRedirect(reverse("questionnaires:family", args=(found.pk,)))


def _asked(request: MemberRequest, agreement_id: UUID) -> Asked:
    try:
        found = agreements.agreement(request.organisation, agreement_id)
    except Agreement.DoesNotExist as missing:
        raise Http404 from missing
    return queries.asked(found)


def _family(request: MemberRequest, family_id: UUID) -> Family:
    try:
        return families.family(request.organisation, family_id)
    except Family.DoesNotExist as missing:
        raise Http404 from missing


def _question(questions: Questions, question_id: str) -> Question:
    try:
        return questions[questionnaire.place_of(questions, question_id)]
    except UnknownQuestion as missing:
        raise Http404 from missing


def _to(of: Agreement, *, at: str = "") -> HttpResponseRedirect:
    place = f"?moved={at}#question-{at}" if at else ""
    return HttpResponseRedirect(reverse("questionnaires:agreement", args=(of.pk,)) + place)
