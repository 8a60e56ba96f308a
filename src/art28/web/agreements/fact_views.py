"""Deciding on the facts of one agreement, on its page: one by one, those of a group at once, and why each was read so."""

from http import HTTPStatus
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

from art28.agreement.catalogue import FactSpec, catalogue
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page, answering, deciding, explaining, panel, queries, reference
from art28.web.agreements.forms import FactForm
from art28.web.agreements.models import Agreement
from art28.web.disclosures import queries as disclosures


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def fact(request: MemberRequest, agreement_id: UUID, key: str) -> HttpResponse:
    """Decide on a fact: confirm, correct, choose a candidate, mark as not said. GET shows the form to correct it."""
    agreement = agreement_page.found(request, agreement_id)
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
    context = agreement_page.context_of(request, agreement, "facts", f"fact:{spec.key}", form)
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
    agreement = agreement_page.found(request, agreement.pk)
    context = agreement_page.context_of(request, agreement, "facts", f"fact:{spec.key}")
    context |= {"line": _find(context, spec.key), "beside": True}
    response = render(request, "agreements/fact_line.html", context)
    if request.method == "POST" and request.POST.get("decision") != "undo":
        response.headers["HX-Trigger-After-Settle"] = "factdecided"
    return response


def _find(context: dict[str, Any], key: str) -> panel.FactLine:
    groups: tuple[panel.FactGroup, ...] = context["groups"]
    lines = (line for group in groups for line in (*group.lines, *group.silent))
    return next(line for line in lines if line.key == key)


@require_safe
@requires(Right.READ)
def why(request: MemberRequest, agreement_id: UUID, key: str) -> HttpResponse:
    """Why a fact was read so: what decided, what was overruled, what was passed over."""
    agreement = agreement_page.found(request, agreement_id)
    spec, text = catalogue().get(key), queries.text_of(agreement)
    if spec is None or text is None:
        raise Http404
    context = {"agreement": agreement, "key": key, "why": explaining.explained(text, key)}
    template = "agreements/why_body.html" if request.htmx else "agreements/why.html"
    return render(request, template, context)


@require_POST
@requires(Right.CONFIRM)
def confirm_group(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Confirm the facts that a person ticked after looking at them; each says which version was seen."""
    agreement = agreement_page.found(request, agreement_id)
    seen = _seen(request.POST.getlist("fact"))
    if not seen:
        messages.error(request, _("Tick at least one fact."))
        return _to_facts(agreement)
    decision = deciding.new_decision()
    try:
        deciding.confirm_several(agreement, seen, actor=request.actor, now=timezone.now(), decision=decision)
    except deciding.StaleFact:
        messages.error(request, _("Somebody else just decided on one of these. Nothing was confirmed; look again."))
    return _to_facts(agreement)


def _seen(given: list[str]) -> dict[str, int]:
    """Keys of the catalogue with the number seen, from "KEY:NUMBER"."""
    parted = (each.rpartition(":") for each in given)
    return {key: answering.number(number) for key, _colon, number in parted if key in catalogue()}


@require_POST
@requires(Right.CONFIRM)
def undo_group(request: MemberRequest, agreement_id: UUID, decision: UUID) -> HttpResponse:
    """Take back what was confirmed in one go."""
    agreement = agreement_page.found(request, agreement_id)
    count = deciding.undo_several(agreement, decision, actor=request.actor, now=timezone.now())
    said = ngettext("%(number)s fact waits again.", "%(number)s facts wait again.", count) % {"number": count}
    messages.success(request, said)
    return _to_facts(agreement)


def _to_facts(agreement: Agreement) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('agreements:detail', args=[agreement.pk])}?tab=facts")


@require_POST
@requires(Right.CONFIRM)
def export_case(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """What people decided on this agreement as a reference case to save, with its text or as codes and offsets."""
    agreement = agreement_page.found(request, agreement_id)
    form = reference.Form.TEXT if request.POST.get("form") == reference.Form.TEXT else reference.Form.OFFSETS
    if form is reference.Form.TEXT and disclosures.standing(agreement).confidential:
        messages.error(request, _("The document is confidential: take the case with codes and places only."))
        return _to_facts(agreement)
    try:
        data = reference.export(agreement, form, actor=request.actor, now=timezone.now())
    except reference.NothingDecided:
        messages.error(request, _("Decide on facts first: a reference case holds what a person decided."))
        return _to_facts(agreement)
    response = downloads.document(data, f"{agreement.pk}-{form.value}.json")
    response.headers["Cache-Control"] = "private, no-store"
    return response
