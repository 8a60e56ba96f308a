"""The list of agreements, putting files in, and one agreement beside its text."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from art28.agreement.catalogue import FactSpec, catalogue
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import actions, answering, asking, beside, deciding, panel, queries, reasons, rendering
from art28.web.agreements.forms import FactForm, UploadForm
from art28.web.agreements.models import Agreement, Direction, SourceFile, State
from art28.web.audit import queries as audit
from art28.web.database.identifiers import new_id

TABS = ("duties", "facts", "findings", "history")


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The agreements of the organisation, searched and narrowed by what the address says."""
    number = request.GET.get("page", "")
    narrowed = queries.Filter(
        words=request.GET.get("q", "").replace("\x00", "")[:200],
        state=request.GET.get("state", ""),
        direction=request.GET.get("direction", ""),
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1,
    )
    listed = queries.listed(request.organisation, narrowed)
    narrowing = bool(narrowed.words or narrowed.state or narrowed.direction)
    context = {
        "listed": listed,
        "narrowed": narrowed,
        "narrowing": narrowing,
        "states": _state_filters(listed.counts, narrowed.state),
        "may_upload": request.membership.may(Right.UPLOAD),
        "directions": Direction.choices,
    }
    template = "agreements/list_results.html" if request.htmx.target == "results" else "agreements/list.html"
    return render(request, template, context)


def _state_filters(counts: Mapping[str, int], chosen: str) -> tuple[dict[str, object], ...]:
    """The pills above the list."""
    return tuple(
        {"value": value, "label": label, "count": counts[value or "all"], "chosen": chosen == value}
        for value, label in (
            ("", _("All")),
            ("read", _("Read")),
            ("busy", _("In progress")),
            ("failed", _("Not readable")),
        )
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.UPLOAD)
def upload(request: MemberRequest) -> HttpResponse:
    """Put files in; each is taken or refused on its own."""
    if request.method != "POST":
        return render(request, "agreements/upload.html", {"form": UploadForm(), **_bounds()})
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "agreements/upload.html", {"form": form, **_bounds()}, status=HTTPStatus.BAD_REQUEST)
    batch_id = new_id()
    taken: list[actions.Taken] = []
    for file in form.uploads():
        # One file in memory at a time; what is too large isn't read at all.
        data = file.read(settings.UPLOAD_MAX_BYTES + 1)
        given = actions.Upload(file.name or "", file.content_type or "", data)
        taken += actions.put_in(
            request.organisation,
            (given,),
            actor=request.actor,
            now=timezone.now(),
            largest_bytes=settings.UPLOAD_MAX_BYTES,
            batch=batch_id,
        )
    refused = [
        {"name": each.name, "agreement": each.agreement, "reason": reasons.refusal(each.refusal)}
        for each in taken
        if each.refusal is not None
    ]
    context = {
        "batch_id": batch_id,
        "agreements": _progress(queries.batch(request.organisation, batch_id)),
        "refused": refused,
    }
    return render(request, "agreements/batch.html", {**context, **_waiting(context["agreements"])})


def _bounds() -> dict[str, int]:
    return {"largest_megabytes": settings.UPLOAD_MAX_BYTES // (1024 * 1024), "most_files": settings.UPLOAD_MAX_FILES}


def _progress(agreements: Any) -> tuple[dict[str, object], ...]:
    return tuple({"agreement": each, "reason": reasons.unreadable(each.reason)} for each in agreements)


def _waiting(lines: Any) -> dict[str, object]:
    busy = sum(line["agreement"].state in (State.QUEUED, State.READING) for line in lines)
    return {"busy": busy, "done": len(lines) - busy}


@require_safe
@requires(Right.UPLOAD)
def batch(request: MemberRequest, batch_id: UUID) -> HttpResponse:
    """How far the files of one upload are."""
    lines = _progress(queries.batch(request.organisation, batch_id))
    if not lines:
        raise Http404
    context = {"batch_id": batch_id, "agreements": lines, "refused": (), **_waiting(lines)}
    template = "agreements/batch_progress.html" if request.htmx.target == "progress" else "agreements/batch.html"
    return render(request, template, context)


def _agreement(request: MemberRequest, agreement_id: UUID) -> Agreement:
    try:
        return queries.agreement(request.organisation, agreement_id)
    except Agreement.DoesNotExist:
        raise Http404 from None


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """One agreement: its text, and beside it what it promises, says, lacks, and what was done with it."""
    agreement = _agreement(request, agreement_id)
    tab = request.GET.get("tab", "duties")
    context = _context(request, agreement, tab if tab in TABS else "duties", _chosen(request))
    template = "agreements/panel.html" if request.htmx.target == "panel" else "agreements/detail.html"
    return render(request, template, context)


def _chosen(request: MemberRequest) -> str:
    for kind in ("fact", "duty", "finding", "requirement"):
        if request.GET.get(kind):
            return f"{kind}:{request.GET[kind]}"
    return ""


def _context(
    request: MemberRequest, agreement: Agreement, tab: str, chosen: str, form: FactForm | None = None
) -> dict[str, object]:
    text = queries.text_of(agreement)
    versions = asking.anchored_facts(queries.facts_of(agreement), text)
    questions = queries.questions_of(agreement)
    duties, findings = queries.duties_of(agreement), queries.findings_of(agreement)
    verdicts = queries.verdicts_of(agreement)
    decided = sum(row.state != "proposed" for row in versions)
    context: dict[str, object] = {
        "agreement": agreement,
        "tab": tab,
        "chosen": chosen,
        "tabs": (
            {"key": "duties", "label": _("Promises"), "count": len(duties)},
            {"key": "facts", "label": _("Facts"), "count": len(versions)},
            {"key": "findings", "label": _("Findings"), "count": len(findings)},
            {"key": "history", "label": _("History"), "count": None},
        ),
        "reason": reasons.unreadable(agreement.reason),
        "directions": Direction.choices,
        "may_confirm": request.membership.may(Right.CONFIRM),
        "decided": decided,
        "known": len(versions),
        "form": form,
        "editing": form.spec.key if form else "",
    }
    match tab:
        case "facts":
            context["groups"] = panel.fact_groups(versions, questions, chosen=chosen)
        case "findings":
            context["lines"] = panel.finding_lines(findings)
            context["verdicts"] = panel.verdict_lines(verdicts)
        case "history":
            context["trail"] = audit.trail(request.organisation, subject_kind="agreement", subject_id=agreement.pk)
        case _:
            context["groups"] = panel.duty_groups(agreement, duties)
    if text is not None and request.htmx.target != "panel":
        passages = panel.passages(versions, questions, duties, findings, verdicts, chosen=chosen)
        context["pages"] = rendering.pages_of(text, passages)
        context["notes"] = tuple(reasons.note(row["code"], row["detail"]) for row in text.notes)
        context["beside"] = beside.of_text(text)
    return context


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def fact(request: MemberRequest, agreement_id: UUID, key: str) -> HttpResponse:
    """Decide on a fact: confirm, correct, choose a candidate, mark as not said. GET shows the form to correct it."""
    agreement = _agreement(request, agreement_id)
    spec = catalogue().get(key)
    if spec is None or agreement.read_at is None:
        raise Http404
    if request.method != "POST":
        return _form_page(request, agreement, spec)
    try:
        failed = answering.carry_out(agreement, spec, request.POST, actor=request.actor, now=timezone.now())
    except deciding.StaleFact:
        messages.error(request, _("Somebody else just decided on this. Look again at what it says now."))
        return _line(request, agreement, spec)
    if failed is not None:
        return _show_form(request, agreement, spec, failed, status=HTTPStatus.BAD_REQUEST)
    return _line(request, agreement, spec)


def _form_page(request: MemberRequest, agreement: Agreement, spec: FactSpec) -> HttpResponse:
    if request.GET.get("show") == "line":
        return _line(request, agreement, spec)
    current = {row.key: row.value for row in queries.facts_of(agreement)}.get(spec.key)
    return _show_form(request, agreement, spec, FactForm(spec, current=current, text=queries.text_of(agreement)))


def _show_form(
    request: MemberRequest, agreement: Agreement, spec: FactSpec, form: FactForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = _context(request, agreement, "facts", f"fact:{spec.key}", form)
    if request.htmx:
        context["line"] = _find(context, spec.key)
        # htmx swaps a 2xx only; the errors stand in the form.
        return render(request, "agreements/fact_line.html", context)
    return render(request, "agreements/detail.html", context, status=status)


def _line(request: MemberRequest, agreement: Agreement, spec: FactSpec) -> HttpResponse:
    """The fact's line for htmx, else back to the page with the fact lit."""
    if not request.htmx:
        address = reverse("agreements:detail", args=[agreement.pk])
        return HttpResponseRedirect(f"{address}?tab=facts&fact={spec.key}#line-{spec.key}")
    agreement = _agreement(request, agreement.pk)
    context = _context(request, agreement, "facts", f"fact:{spec.key}")
    context |= {"line": _find(context, spec.key), "beside": True}
    response = render(request, "agreements/fact_line.html", context)
    if request.method == "POST":
        response.headers["HX-Trigger-After-Settle"] = "factdecided"
    return response


def _find(context: dict[str, Any], key: str) -> panel.FactLine:
    groups: tuple[panel.FactGroup, ...] = context["groups"]
    lines = (line for group in groups for line in (*group.lines, *group.silent))
    return next(line for line in lines if line.key == key)


@require_POST
@requires(Right.CONFIRM)
def direction(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Say who the organisation is in this agreement."""
    agreement = _agreement(request, agreement_id)
    chosen = request.POST.get("direction", "")
    if chosen in Direction.values and agreement.read_at is not None:
        actions.set_direction(agreement, Direction(chosen), actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("agreements:detail", args=[agreement.pk]))


@require_POST
@requires(Right.UPLOAD)
def read_again(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Have the agreement read anew in the background."""
    agreement = _agreement(request, agreement_id)
    actions.read_again(agreement, actor=request.actor, now=timezone.now())
    messages.success(request, _("The agreement will be read again. What was confirmed stays."))
    return HttpResponseRedirect(reverse("agreements:detail", args=[agreement.pk]))


@require_GET
@requires(Right.READ)
def original(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The file as it was put in, to save; never shown within this site."""
    try:
        source, data = queries.original(request.organisation, agreement_id)
    except SourceFile.DoesNotExist:
        raise Http404 from None
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=source.name) or ""
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response
