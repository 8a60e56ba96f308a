"""The authority's form, answered question by question; and that the authority was notified, with what proves it."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from art28.assessing.answering import AnsweredSection, answered, complete
from art28.assessing.form import FORMS, AuthorityForm, form
from art28.notices.breach import BreachFacts
from art28.notices.language import Language
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.assessments import actions, papers, queries, refusals, telling
from art28.web.assessments.dossier import dossier
from art28.web.assessments.forms import NotifiedForm, spoken
from art28.web.assessments.models import WrittenAnswers
from art28.web.assessments.queries import Case
from art28.web.assessments.views import framing, loaded, refused, to_case
from art28.web.clocks.actions import in_time
from art28.web.exercises.kinds import mark
from art28.web.typed import whole
from art28.web.uploads import takes_files

_MOST = 10_000


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def questions(request: MemberRequest, breach_id: UUID, name: str) -> HttpResponse:
    """The form on a page, each answer to be copied; what isn't known from the facts can be written in."""
    found, facts = loaded(request, breach_id)
    asked, row = _form(name), queries.written(found.breach, name)
    if request.method == "POST":
        if not request.membership.may(Right.HANDLE):
            return render(request, "errors/403.html", status=403)
        return _written(request, found, asked, row)
    sections = _answered(request, found, facts, asked, row)
    context = {
        **framing(request, found),
        "asked": asked,
        "name": asked.name[spoken()],
        "source": asked.source[spoken()],
        "sections": sections,
        "row": row,
        "open": sum(1 for section in sections for item in section.items if not item.answer),
        "forms": [(each, form(each).name[spoken()]) for each in FORMS],
        "may_write": request.membership.may(Right.HANDLE),
        "document_languages": [each.value for each in Language],
        "document_forms": papers.FORMATS,
    }
    return render(request, "assessments/form.html", context)


def _written(request: MemberRequest, found: Case, asked: AuthorityForm, row: WrittenAnswers) -> HttpResponse:
    own = {question.number: _text(request.POST, f"own-{question.number}") for question in asked.questions}
    try:
        actions.write_answers(
            row, own, based_on=whole(request.POST.get("version", "")), actor=request.actor, now=timezone.now()
        )
    except refusals.StateChanged:
        messages.error(
            request, _("Somebody else changed these answers meanwhile. Look at theirs, and write yours again.")
        )
    else:
        messages.success(request, _("Your answers are kept."))
    return HttpResponseRedirect(reverse("assessments:form", args=(found.breach.pk, asked.id)))


@require_safe
@requires(Right.READ)
def as_json(request: MemberRequest, breach_id: UUID, name: str) -> HttpResponse:
    """The form with its answers as data."""
    found, facts = loaded(request, breach_id)
    asked = _form(name)
    sections = _answered(request, found, facts, asked, queries.written(found.breach, name))
    content = _data(found, asked, sections, language=spoken(), now=timezone.now())
    told = json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    return downloads.document(told, f"art28-{found.breach.reference}-{asked.id}.json")


@require_safe
@requires(Right.READ)
def document(request: MemberRequest, breach_id: UUID, name: str, language: str, form: str) -> HttpResponse:
    """The form with its answers as PDF, which carries them as data too, or Word; in either language."""
    if form not in papers.FORMATS or language not in set(Language):
        raise Http404
    found, facts = loaded(request, breach_id)
    asked, spoken_in, now = _form(name), Language(language), timezone.now()
    row = queries.written(found.breach, name)
    sections = _answered(request, found, facts, asked, row, language=spoken_in)
    paper = papers.of_form(found, asked, sections, language=spoken_in, now=now)
    data = json.dumps(_data(found, asked, sections, language=spoken_in, now=now), ensure_ascii=False, indent=1)
    return papers.download(paper, form, enclosed=f"{asked.id}.json", data=data.encode())


def _data(
    found: Case, asked: AuthorityForm, sections: tuple[AnsweredSection, ...], *, language: Language, now: datetime
) -> dict[str, Any]:
    """The form with its answers as data."""
    return {
        **mark(found.breach),
        "form": asked.id,
        "edition": asked.edition,
        "source": asked.source[language],
        "breach": found.breach.reference,
        "language": language.value,
        "made_at": now.isoformat(),
        "sections": [
            {
                "title": section.title,
                "questions": [
                    {"number": item.number, "question": item.question, "answer": item.answer, "written": item.written}
                    for item in section.items
                ],
            }
            for section in sections
        ],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
@takes_files()
def notified(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Keep that a person notified the authority."""
    found, facts = loaded(request, breach_id)
    shown = {"notified_at": timezone.now(), "complete": "yes" if complete(facts) else "no"}
    filled = NotifiedForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial=shown,
    )
    if request.method != "POST" or not filled.is_valid():
        return _notified_page(request, found, filled, 422 if request.method == "POST" else 200)
    asked = _form(FORMS[0])
    late_reasons = filled.cleaned_data["late_reasons"]
    sections = _answered(request, found, facts, asked, queries.written(found.breach, asked.id), late_reasons)
    try:
        telling.notified(
            found,
            _given(filled),
            form=asked,
            sections=sections,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except refusals.ConsultationWanted:
        filled.add_error(
            None, _("The agreement wants the processor consulted first. Keep that below, then come back here.")
        )
        return _notified_page(request, found, filled, 409)
    except refusals.ReasonsWanted:
        filled.add_error("late_reasons", _("The limit had passed. The notification goes with the reasons for that."))
        return _notified_page(request, found, filled, 422)
    except refusals.DecidedOtherwise:
        filled.add_error(None, _("The decision that stands is not to notify. Decide anew first; both decisions stay."))
        return _notified_page(request, found, filled, 409)
    except refusals.NotOurs:
        return refused(request, found)
    messages.success(request, _("The notification is kept, with the form as it stood. Its clock has ended."))
    return to_case(found)


def _notified_page(request: MemberRequest, found: Case, filled: NotifiedForm, status: int) -> HttpResponse:
    late = any(not in_time(clock, timezone.now()) for clock in found.running)
    context = {**framing(request, found), "form": filled, "late": late or bool(filled.errors.get("late_reasons"))}
    return render(request, "assessments/notified.html", context, status=status)


def _given(filled: NotifiedForm) -> telling.Given:
    given, proof = filled.cleaned_data, filled.cleaned_data["proof"]
    return telling.Given(
        notified_at=given["notified_at"],
        reference=given["reference"],
        complete=given["complete"] == "yes",
        late_reasons=given["late_reasons"],
        proof_name=proof.name[:200] if proof else "",
        proof=proof.read() if proof else b"",
    )


@require_safe
@requires(Right.READ)
def proof(request: MemberRequest, breach_id: UUID, notification_id: UUID) -> HttpResponse:
    """What the authority gave in return, as it was put in; always as a download."""
    row = queries.notification(request.organisation, notification_id)
    if row is None or row.breach_id != breach_id or not row.proof_sha256:
        raise Http404
    return downloads.foreign(bytes(row.proof.content), row.proof_name)


def _answered(
    request: MemberRequest,
    found: Case,
    facts: BreachFacts,
    asked: AuthorityForm,
    row: WrittenAnswers,
    late: str = "",
    *,
    language: Language | None = None,
) -> tuple[AnsweredSection, ...]:
    """The form answered, in the language of the page unless told; what stays the same is taken from the last one written."""
    before = queries.last_written(request.organisation, asked.id)
    lasting = {item.number: before[item.number] for item in asked.questions if item.lasting and item.number in before}
    file = dossier(found, facts, reporter=request.user, late_reasons=late)
    zone = ZoneInfo(request.organisation.time_zone)
    return answered(asked, file, written={**lasting, **row.answers}, language=language or spoken(), zone=zone)


def _form(name: str) -> AuthorityForm:
    if name not in FORMS:
        raise Http404
    return form(name)


def _text(data: QueryDict, name: str) -> str:
    return str(data.get(name, "")).replace("\r\n", "\n").replace("\x00", "")[:_MOST]
