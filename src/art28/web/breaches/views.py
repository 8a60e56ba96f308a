"""The pages of breaches: the list, the room, its facts, the report under one agreement, sending, excluding, closing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
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
from art28.web.breaches import actions, composing, drafting, promises, queries, sending, specials
from art28.web.breaches.forms import CallForm, FactsForm, ReasonForm, SendForm, initial_of
from art28.web.breaches.models import Breach, State, TouchedAgreement
from art28.web.breaches.recording import words
from art28.web.clocks.queries import is_late
from art28.web.notices import documents

_PER_PAGE = 50
_PER_ROOM = 20
_IN_FULL = 5
"""How many agreements a room shows in full; more are rows that open."""
_NO_LINK_YET = "-"  # the preview shows no link, but it has an address
_MOST_DIGITS = 10


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The breaches of the organisation, open ones first."""
    page = Paginator(queries.breaches(request.organisation), _PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    standings = queries.standings(request.organisation, [row.pk for row in rows], now=timezone.now())
    lines = [{"breach": row, "clock": standings.get(row.pk)} for row in rows]
    may_record = request.membership.may(Right.REPORT_BREACH)
    context = {"page": page, "lines": lines, "may_record": may_record}
    return render(request, "breaches/list.html", context)


@require_safe
@requires(Right.READ)
def room(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """The breach room: the facts once, each agreement with its own clock, one time line."""
    breach = _breach(request, breach_id)
    now = timezone.now()
    versions = queries.versions(breach)
    known = queries.facts(versions[0], breach)
    narrowing = queries.Narrowing(words(request), request.GET.get("state", ""))
    progress, opened = queries.progress(breach), _id(request.GET.get("open", ""))
    is_wide = progress.touched > _IN_FULL
    rows = queries.narrowed(breach, narrowing)
    if is_wide and opened is not None and request.htmx:
        rows = rows.filter(agreement=opened)  # the row that is opened or shut, and no other
    page = Paginator(rows, _PER_PAGE if is_wide else _PER_ROOM).get_page(request.GET.get("page"))
    sides = queries.sides(breach, list(page.object_list), known, now=now)
    is_open = breach.state == State.OPEN
    context = {
        "breach": breach,
        "facts": known,
        "version": versions[0],
        "page": page,
        "narrowing": narrowing,
        "progress": progress,
        "is_wide": is_wide,
        "opened": opened if request.GET.get("shut") != "1" else None,
        "standing": queries.standings(breach.organisation, [breach.pk], now=now).get(breach.pk),
        "sides": sides,
        "timeline": queries.timeline(breach, versions, sides),
        "now": now,
        "may_handle": request.membership.may(Right.HANDLE) and is_open,
        "may_decide": request.membership.may(Right.DECIDE) and is_open,
        "call_form": CallForm(initial={"at": now}),
    }
    template = "breaches/room_body.html" if request.htmx else "breaches/room.html"
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.HANDLE)
def facts(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Correct or add to the facts; the version before stays."""
    breach = _breach(request, breach_id)
    newest = queries.versions(breach)[0]
    if request.method != "POST":
        form = FactsForm(initial=initial_of(breach.title, queries.facts(newest, breach)))
        return render(request, "breaches/facts.html", {"form": form, "breach": breach, "version": newest.number})
    form = FactsForm(request.POST)
    based_on = _whole(request.POST, "version")
    if not form.is_valid():
        context = {"form": form, "breach": breach, "version": based_on}
        return render(request, "breaches/facts.html", context, status=422)
    try:
        actions.change_facts(
            breach,
            title=form.cleaned_data["title"],
            facts=form.facts(),
            based_on=based_on,
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except actions.StateChanged:
        form.add_error(
            None, _("Somebody else changed the facts meanwhile. Yours are still in the form; compare and save again.")
        )
        context = {"form": form, "breach": breach, "version": newest.number}
        return render(request, "breaches/facts.html", context, status=409)
    messages.success(request, _("The facts are kept as a new version. Drafts follow; what was sent stays as sent."))
    return _to_room(breach)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def report(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The draft of the next notice under one agreement: its own questions, prefilled, to be written on; and to be sent."""
    touched = _touched(request, breach_id, agreement_id)
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
    based_on, now = _whole(request.POST, "version"), timezone.now()
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
    touched = _touched(request, touched.breach_id, touched.agreement_id)
    touched.draft = drafting.written(touched.questions, *_written(request.POST, touched))
    messages.error(request, _("Somebody else changed this draft. Below is what you wrote; save it to let it stand."))
    context = _report_context(request, touched, _send_form(touched))
    return render(request, "breaches/report.html", context, status=409)


def _send_form(touched: TouchedAgreement, data: QueryDict | None = None) -> SendForm:
    people = [person for person in promises.recipients(touched.agreement) if person.email]
    first = people[0] if people else None
    choices = composing.kinds(touched, promises.of(touched.agreement))
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
            asked_for=_called(to_call or specials.roles(known.said)),
        ),
        "call_form": CallForm(initial={"at": now}),
        "breach": touched.breach,
        "agreement": touched.agreement,
        "touched": touched,
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
    """Whom the caller asks for: name and role of the first, as far as they are known."""
    return ", ".join(part for part in (people[0].name, people[0].role) if part) if people else ""


def _preview(
    form: SendForm, touched: TouchedAgreement, known: composing.Known, request: MemberRequest
) -> composing.Sending:
    return composing.Sending(
        kind=composing.kinds(touched, known.said)[0],
        recipient="",
        recipient_name=str(form["recipient_name"].value() or ""),
        signed_by=str(request.user),
        closing_reason="…",
    )


@require_safe
@requires(Right.READ)
def draft(request: MemberRequest, breach_id: UUID, agreement_id: UUID, form: str) -> HttpResponse:
    """The notice as it would leave now, as a document marked as a draft."""
    touched = _touched(request, breach_id, agreement_id)
    if form not in documents.MEDIA_TYPES:
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
    touched = _touched(request, breach_id, agreement_id)
    based_on = _whole(request.POST, "version")
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
    return _to_room(touched.breach)


@require_POST
@requires(Right.HANDLE)
def call(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Keep a telephone call."""
    touched = _touched(request, breach_id, agreement_id)
    form = CallForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The call was not kept: give the moment at which it was made."))
        return _to_room(touched.breach)
    actions.record_call(touched, **form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("The call is kept."))
    return _to_room(touched.breach)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def exclude(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Say that the breach does not touch an agreement, with the reason."""
    touched = _touched(request, breach_id, agreement_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "breach": touched.breach, "agreement": touched.agreement}
    if request.method != "POST" or not form.is_valid():
        return render(request, "breaches/exclude.html", context, status=422 if request.method == "POST" else 200)
    try:
        actions.exclude(
            touched, reason=form.cleaned_data["reason"], by=request.user, actor=request.actor, now=timezone.now()
        )
    except actions.StateChanged:
        messages.error(request, _("This agreement was told or excluded meanwhile; nothing was changed."))
        return _to_room(touched.breach)
    messages.success(request, _("The agreement counts as not touched. Its clocks have stopped; the reason is kept."))
    return _to_room(touched.breach)


@require_POST
@requires(Right.DECIDE)
def include(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Take back that an agreement is not touched."""
    found = queries.excluded(request.organisation, breach_id, agreement_id)
    if found is None:
        raise Http404
    try:
        actions.include(found, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("This agreement counted as touched already."))
        return _to_room(found.breach)
    messages.success(request, _("The agreement counts as touched again, and its clocks run on."))
    return _to_room(found.breach)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def close(request: MemberRequest, breach_id: UUID) -> HttpResponse:
    """Close the breach with a reason."""
    breach = _breach(request, breach_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "breaches/close.html", {"form": form, "breach": breach}, status=status)
    try:
        actions.close(breach, reason=form.cleaned_data["reason"], actor=request.actor, now=timezone.now())
    except actions.StillRunning:
        form.add_error(
            None, _("A notification still runs. Make it, or cancel its clock with a reason; then close the breach.")
        )
        return render(request, "breaches/close.html", {"form": form, "breach": breach}, status=409)
    except actions.StateChanged:
        messages.error(request, _("This breach was closed already."))
        return _to_room(breach)
    messages.success(request, _("Breach %(reference)s is closed.") % {"reference": breach.reference})
    return _to_room(breach)


def _breach(request: MemberRequest, breach_id: UUID) -> Breach:
    found = queries.breach(request.organisation, breach_id)
    if found is None:
        raise Http404
    return found


def _touched(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> TouchedAgreement:
    found = queries.touched(request.organisation, breach_id, agreement_id)
    if found is None:
        raise Http404
    return found


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _whole(data: QueryDict, name: str) -> int:
    text = data.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS else 0


def _to_room(breach: Breach) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("breaches:room", args=(breach.pk,)))
