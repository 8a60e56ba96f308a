"""The report under one agreement: its draft to write in, as a document, and handed over for sending."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.letters.letter import Addressee
from art28.notices.call import call_script
from art28.notices.notice import NoticeKind
from art28.notices.specials import Named
from art28.notices.written import entered
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.breaches import actions, composing, drafting, promises, sending, specials
from art28.web.breaches.asked import to_room, touched_asked
from art28.web.breaches.forms import CallForm, SendForm
from art28.web.breaches.models import TouchedAgreement
from art28.web.clocks.queries import is_late
from art28.web.notices import documents
from art28.web.typed import whole

_NO_LINK_YET = "-"  # the preview shows no link, but it has an address


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def report(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The draft of the next notice under one agreement: its own questions, prefilled, to be written on; and to be sent.

    Under an agreement whose other side processes for us there is nothing to tell: back to the breach, which says so.
    """
    touched = touched_asked(request, breach_id, agreement_id)
    if not touched.is_owed:
        messages.info(request, _("There is nothing to tell under this agreement: the other side processes for you."))
        return to_room(touched.breach)
    if request.method == "POST":
        if not request.membership.may(Right.HANDLE):
            return render(request, "errors/403.html", status=403)
        return _save_draft(request, touched)
    return render(request, "breaches/report.html", _report_context(request, touched, _send_form(touched)))


def _save_draft(request: MemberRequest, touched: TouchedAgreement) -> HttpResponse:
    try:
        _keep(request, touched)
    except actions.StateChanged:
        return _overtaken(request, touched)
    messages.success(request, _("The draft is kept."))
    return HttpResponseRedirect(reverse("breaches:report", args=(touched.breach_id, touched.agreement_id)))


def _keep(request: MemberRequest, touched: TouchedAgreement) -> None:
    """Keep the answers in the form; raises `StateChanged` where somebody else changed the draft meanwhile."""
    answers, reasons = _written(request.POST, touched)
    based_on, now = whole(request.POST.get("version", "")), timezone.now()
    actions.save_draft(touched, answers=answers, reasons=reasons, based_on=based_on, actor=request.actor, now=now)


def _written(data: QueryDict, touched: TouchedAgreement) -> tuple[dict[int, str], dict[int, str]]:
    """Answers, and reasons for their absence, by the numbers of the questions that the form showed."""
    spoken = promises.language(touched.agreement)
    answers, reasons = {}, {}
    for item in touched.questions:
        number = item["number"]
        answer = entered(data, str(number), item["kind"], item["options"], language=spoken)
        if answer is not None:
            answers[number] = answer
        if f"why-{number}" in data:
            reasons[number] = str(data[f"why-{number}"]).replace("\r\n", "\n")
    return answers, reasons


def _overtaken(request: MemberRequest, touched: TouchedAgreement) -> HttpResponse:
    """The page with what this person wrote over what somebody else kept."""
    touched = touched_asked(request, touched.breach_id, touched.agreement_id)
    touched.draft = drafting.written(touched.questions, *_written(request.POST, touched))
    messages.error(request, _("Somebody else changed this draft. Below is what you wrote; save it to let it stand."))
    context = _report_context(request, touched, _send_form(touched))
    return render(request, "breaches/report.html", context, status=409)


def _send_form(touched: TouchedAgreement, data: QueryDict | None = None) -> SendForm:
    people = [person for person in promises.recipients(touched.agreement) if person.email]
    first = people[0] if people else None
    choices = composing.kinds(touched, composing.known_of(touched))
    form = SendForm(
        data,
        initial={
            "kind": choices[0].value,
            "recipient": first.email if first else "",
            "recipient_name": first.name if first else "",
        },
    )
    labels = {
        "early_warning": _("Early warning; the full report follows"),
        "report": _("Report"),
        "follow_up": _("Supplement"),
        "closing": _("Closing message"),
    }
    form.fields["kind"].choices = [(kind.value, labels[kind.value]) for kind in choices]  # type: ignore[attr-defined]
    return form


def _report_context(request: MemberRequest, touched: TouchedAgreement, form: SendForm) -> dict[str, Any]:
    now = timezone.now()
    known = composing.known_of(touched)
    clock = known.clock
    sketch = _preview(form, touched, known, request)
    preview = composing.notice(touched, sketch, known, token=_NO_LINK_YET, evidence=None, now=now)
    is_open = touched.closed_at is None
    to_call = specials.to_call(known.said, touched.agreement)
    return {
        "specials": specials.shown(known.said, touched.agreement, now=now),
        "to_call": to_call,
        "script": call_script(
            preview,
            caller=str(request.user),
            processor=str(known.said.values.get("processor.name") or touched.organisation.name),
            asked_for=_called(to_call or specials.roles(known.said, touched.agreement)),
        ),
        "call_form": CallForm(initial={"at": now}),
        "breach": touched.breach,
        "agreement": touched.agreement,
        "touched": touched,
        "lost": known.lost,
        "clock": clock,
        "late": clock is not None and clock.ended_at is None and is_late(clock, now),
        "form": form,
        "language": preview.language.value,
        "preview": preview,
        "people": promises.recipients(touched.agreement),
        "channels": clock.duty["channels"] if clock else [],
        "unanswered": sum(1 for item in touched.questions if not item["answer"]),
        "may_handle": is_open and request.membership.may(Right.HANDLE),
        "may_decide": is_open and request.membership.may(Right.DECIDE),
        "now": now,
    }


def _called(people: tuple[Named, ...]) -> str:
    """Whom the caller asks for: the first, as far as name or role is known."""
    return people[0].called if people and (people[0].name or people[0].role) else ""


def _preview(
    form: SendForm, touched: TouchedAgreement, known: composing.Known, request: MemberRequest
) -> composing.Sending:
    return composing.Sending(
        kind=composing.kinds(touched, known)[0],
        recipient="",
        recipient_name=str(form["recipient_name"].value() or ""),
        signed_by=str(request.user),
        closing_reason="…",
    )


@require_safe
@requires(Right.READ)
def draft(request: MemberRequest, breach_id: UUID, agreement_id: UUID, form: str) -> HttpResponse:
    """The notice as it would leave now, as a document marked as a draft."""
    touched = touched_asked(request, breach_id, agreement_id)
    if form not in documents.FORMS:
        raise Http404
    now, known, filled = timezone.now(), composing.known_of(touched), _send_form(touched)
    sketch = _preview(filled, touched, known, request)
    notice = composing.notice(touched, sketch, known, token=_NO_LINK_YET, evidence=None, now=now)
    to = Addressee(sketch.recipient_name, touched.agreement.counterparty_name, str(filled["recipient"].value() or ""))
    letter = documents.of_draft(notice, to=to, organisation=touched.breach.organisation, now=now)
    return documents.download(letter, form)


@require_POST
@requires(Right.DECIDE)
def send(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Hand the notice over for sending, with the answers as they stand in the form."""
    touched = touched_asked(request, breach_id, agreement_id)
    based_on = whole(request.POST.get("version", ""))
    if request.membership.may(Right.HANDLE) and touched.questions != drafting.written(
        touched.questions, *_written(request.POST, touched)
    ):
        try:
            _keep(request, touched)
        except actions.StateChanged:
            return _overtaken(request, touched)
        based_on = touched.version
    form = _send_form(touched, request.POST)
    if not form.is_valid():
        return render(request, "breaches/report.html", _report_context(request, touched, form), status=422)
    given = composing.Sending(
        kind=NoticeKind(form.cleaned_data["kind"]),
        recipient=form.cleaned_data["recipient"],
        recipient_name=form.cleaned_data["recipient_name"],
        signed_by=str(request.user),
        late_reasons=form.cleaned_data["late_reasons"],
        closing_reason=form.cleaned_data["closing_reason"],
    )
    if given.kind is NoticeKind.CLOSING and not given.closing_reason.strip():
        form.add_error("closing_reason", _("A closing message says why."))
        return render(request, "breaches/report.html", _report_context(request, touched, form), status=422)
    try:
        sending.send(touched, given, based_on=based_on, actor=request.actor, now=timezone.now())
    except sending.ReasonsWanted:
        form.add_error("late_reasons", _("The limit has passed. The report leaves with the reasons for that."))
        return render(request, "breaches/report.html", _report_context(request, touched, form), status=422)
    except actions.StateChanged:
        messages.error(request, _("The draft was changed or sent meanwhile; nothing was sent. Look at it again."))
        return HttpResponseRedirect(reverse("breaches:report", args=(breach_id, agreement_id)))
    messages.success(
        request, _("The notice is handed over for sending. It stands below with each step of its journey.")
    )
    return to_room(touched.breach)
