"""Filling a house template in: for one customer from what is known of them, or for each row of a sheet."""

import hashlib
import tempfile
import zipfile
from collections.abc import Mapping
from typing import IO
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.agreement.model import Value
from art28.drafting.house import sheet as sheets
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Filled, Problem, Refused
from art28.drafting.house.verifying import differing
from art28.drafting.house.worded import given_for
from art28.reading.jail import Jail
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements.models import Direction
from art28.web.drafts import actions as drafts
from art28.web.drafts import queries as draft_queries
from art28.web.drafts.beginning import Beginning, begin
from art28.web.drafts.chosen import chosen_in
from art28.web.drafts.views import found as draft_found
from art28.web.drafts.whom import ForWhomForm
from art28.web.house import actions, drafting, knowing, queries, saying
from art28.web.house.forms import FillForm, SheetForm, spoken
from art28.web.house.kept import rows_in, template_in
from art28.web.house.models import BroughtSheet, HouseVersion
from art28.web.house.views import found, version_of
from art28.web.parties import queries as parties
from art28.web.parties.models import Counterparty, LegalEntity
from art28.web.spreadsheets import csv_lines
from art28.web.tabular import MOST_BYTES
from art28.web.typed import identifier, whole

_SHOWN = 50
_IN_MEMORY = 20 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def whom(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """For whom a copy is made."""
    version = _ready(request, template_id)
    if isinstance(version, HttpResponse):
        return version
    party = identifier(request.GET.get("party", ""))
    form = ForWhomForm(request.organisation, request.POST if request.method == "POST" else None, party=party)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" and not form.looks else 200
        return render(request, "house/whom.html", {"form": form, "template": version.template}, status=status)
    with transaction.atomic():
        theirs = form.party(actor=request.actor, now=timezone.now())
    entity = str(form.entity().pk)
    query = {"party": [str(theirs.pk)], "entity": [entity], "service": [str(each.pk) for each in form.taken()]}
    address = reverse("house:fill", args=(template_id,))
    return HttpResponseRedirect(f"{address}?{urlencode(query, doseq=True)}")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def fill(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """The blanks as a form, filled in with what is known; then the document, or what stays open in it."""
    version = _ready(request, template_id)
    if isinstance(version, HttpResponse):
        return version
    template = template_in(version)
    party = _party(request)
    context = {"template": version.template, "version": version, "party": party, "query": request.GET.urlencode()}
    if request.method != "POST":
        form = FillForm(template, initial=_initial(request, version, template, party))
        return render(request, "house/fill.html", {**context, "form": form})
    form = FillForm(template, request.POST)
    if not form.is_valid():
        return render(request, "house/fill.html", {**context, "form": form}, status=422)
    copy = template.fill(form.values)
    if request.POST.get("what") == "draft":
        return _drafted(request, version, template, form)
    if request.POST.get("what") != "download":
        return render(request, "house/fill.html", {**context, "form": form, "looked": _looked(template, copy)})
    digest = hashlib.sha256(copy.data).hexdigest()
    actions.keep_filled(version, (digest,), int(bool(copy.open)), actor=request.actor, now=timezone.now())
    called = f"{version.template.name} {party.name if party else ''}"
    return downloads.document(copy.data, f"{slugify(called)[:90] or 'agreement'}.docx")


def _drafted(request: MemberRequest, version: HouseVersion, template: Template, form: FillForm) -> HttpResponse:
    """The copy kept as a draft with the customer, to be negotiated and signed."""
    party, ours = _party(request), _entity(request)
    if party is None or ours is None:
        messages.error(request, _("Say first with whom the draft is."))
        return HttpResponseRedirect(reverse("house:whom", args=(version.template_id,)))
    beginning = Beginning(
        counterparty=party,
        legal_entity=ours,
        direction=Direction(version.template.direction),
        template=drafting.template_name(version),
        language=version.template.language,
        chosen=drafting.chosen_of(template, form.values),
    )
    made = begin(request.organisation, beginning, by=request.user, actor=request.actor, now=timezone.now())
    messages.success(request, _("It is kept as a draft: send it to the other side, or have it signed."))
    return HttpResponseRedirect(reverse("drafts:detail", args=(made.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def redraft(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """The blanks of a draft that is made of a house template, to be changed in its next version."""
    draft = draft_found(request, draft_id)
    newest = draft_queries.version(draft)
    version = queries.named(request.organisation, draft.template)
    if version is None or newest is None:
        raise Http404
    if not draft.may_change:
        messages.error(request, _("This draft can't be changed any more."))
        return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))
    template = template_in(version)
    context = {"template": version.template, "version": version, "party": draft.counterparty, "draft": draft}
    if request.method != "POST":
        values = drafting.values_in(template, chosen_in(newest))
        given = {
            each.key: given_for(values[each.key], each, template.language)
            for each in template.blanks
            if each.key in values
        }
        form = FillForm(template, initial={f"b{key}": text for key, text in given.items()})
        return render(request, "house/fill.html", {**context, "form": form, "number": newest.number})
    form, number = FillForm(template, request.POST), whole(request.POST.get("version", ""))
    status = 422
    if form.is_valid():
        try:
            drafts.change(
                draft, drafting.chosen_of(template, form.values, chosen_in(newest)), based_on=number, why="", by=request.user,
                actor=request.actor, now=timezone.now(),
            )  # fmt: skip
        except drafts.StateChanged:
            form.add_error(None, _("Somebody else changed this draft meanwhile. Yours is still here; compare first."))
            status = 409
        else:
            messages.success(request, _("Version %(number)s is kept.") % {"number": draft.version})
            return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))
    return render(request, "house/fill.html", {**context, "form": form, "number": number}, status=status)


@require_safe
@requires(Right.READ)
def sheet(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """The workbook that the template asks for."""
    version = version_of(found(request, template_id))
    template = template_in(version)
    data = sheets.workbook(template.blanks, sha256=version.sha256, language=spoken())
    return downloads.document(data, f"{slugify(version.template.name)[:90] or 'template'}.xlsx")


@require_POST
@requires(Right.CONFIRM)
def bring(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """Read a sheet that was filled in; nothing is made yet, and nothing is kept where anything in it is wrong."""
    version = _ready(request, template_id)
    if isinstance(version, HttpResponse):
        return version
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Choose a file first."))
        return HttpResponseRedirect(reverse("house:detail", args=(template_id,)))
    sent = form.cleaned_data["file"]
    template = template_in(version)
    try:
        data = sent.read(MOST_BYTES + 1)
        read = sheets.read(data if len(data) <= MOST_BYTES else b"", template, sha256=version.sha256)
        _checked(template, read.rows)
    except Refused as refused:
        context = {
            "template": version.template,
            "name": sent.name,
            "problems": tuple(saying.problems(refused.problems)),
        }
        return render(request, "house/refused.html", context, status=422)
    kept = actions.bring(version, read, name=sent.name, by=request.user, actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("house:rows", args=(kept.pk,)))


@require_safe
@requires(Right.CONFIRM)
def rows(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """What each row of a sheet would make, and what stays open in it."""
    brought = _sheet(request, sheet_id)
    template = template_in(brought.version)
    listed = rows_in(brought)
    values = [template.values(row.given) for row in listed]
    names = sheets.file_names(listed, [template.facts(each) for each in values])
    left = [_left(template, each) for each in values]
    page = Paginator(list(zip(listed, names, left, strict=True)), _SHOWN).get_page(request.GET.get("page"))
    context = {
        "brought": brought,
        "template": brought.version.template,
        "page": page,
        "total": len(listed),
        "whole": sum(not each for each in left),
        "missing": [template.headings[key] for key in brought.missing],
        "is_newest": brought.version.number == brought.version.template.version,
    }
    return render(request, "house/rows.html", context)


@require_POST
@requires(Right.CONFIRM)
def documents(request: MemberRequest, sheet_id: UUID) -> HttpResponseBase:
    """A document for each row, in one archive with a list of what stays open."""
    brought = _sheet(request, sheet_id)
    template, listed = template_in(brought.version), rows_in(brought)
    values = [template.values(row.given) for row in listed]
    names = sheets.file_names(listed, [template.facts(each) for each in values])
    packed: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by the response
    digests, report, left = [], [], 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for row, name, each in zip(listed, names, values, strict=True):
            copy = template.fill(each)
            archive.writestr(name, copy.data)
            digests.append(hashlib.sha256(copy.data).hexdigest())
            left += bool(copy.open)
            report.append((name, str(row.line), "; ".join(_left(template, each)), digests[-1]))
        heads = (_("File"), _("Line"), _("Stays open"), "SHA-256")
        archive.writestr(f"{_('what-stays-open')}.csv", "".join(csv_lines(heads, report)))
    actions.keep_filled(brought.version, digests, left, actor=request.actor, now=timezone.now())
    packed.seek(0)
    name = f"{slugify(brought.version.template.name)[:90] or 'documents'}.zip"
    return FileResponse(packed, as_attachment=True, filename=name, content_type=downloads.MEDIA_TYPES["zip"])


def _ready(request: MemberRequest, template_id: UUID) -> HouseVersion | HttpResponse:
    """The newest version of a template that documents may be made of; else the way back, with the reason."""
    version = version_of(found(request, template_id))
    if version.template.archived_at is not None:
        messages.error(request, _("This template is archived."))
    elif version.settled_at is None:
        messages.error(request, _("Nobody has settled yet what the blanks of this version are. Go through them first."))
    else:
        return version
    return HttpResponseRedirect(reverse("house:detail", args=(template_id,)))


def _checked(template: Template, listed: tuple[sheets.Row, ...]) -> None:
    """Raises `Refused` with every problem of every row."""
    values = []
    problems: list[Problem] = []
    for row in listed:
        try:
            values.append(template.values(row.given, line=row.line))
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(tuple(problems))
    sheets.file_names(listed, [template.facts(each) for each in values])


def _left(template: Template, values: Mapping[str, Value]) -> tuple[str, ...]:
    left = (key for key in template.headings if key not in values)
    return tuple(dict.fromkeys(template.headings[key] for key in left))


def _looked(template: Template, copy: Filled) -> dict[str, object]:
    """What stays open in a copy, and what isn't read in it as it went in."""
    with Jail() as jail:
        wrong = differing(copy, jail.read(copy.data, name="copy.docx"))
    headings = {each.fact: template.headings[each.key] for each in template.blanks if each.key in template.headings}
    return {
        "open": tuple(dict.fromkeys(template.headings[key] for key in copy.open)),
        "unread": tuple(headings[key] for key in wrong),
        "facts": len(copy.facts),
    }


def _party(request: MemberRequest) -> Counterparty | None:
    party = identifier(request.GET.get("party", ""))
    if party is None:
        return None
    try:
        return parties.counterparty(request.organisation, party)
    except Counterparty.DoesNotExist:
        raise Http404 from None


def _entity(request: MemberRequest) -> LegalEntity | None:
    entity = identifier(request.GET.get("entity", ""))
    return next((each for each in parties.legal_entities(request.organisation) if each.pk == entity), None)


def _initial(
    request: MemberRequest, version: HouseVersion, template: Template, party: Counterparty | None
) -> dict[str, str]:
    ours = _entity(request)
    if party is None or ours is None:
        return {}
    wanted = set(request.GET.getlist("service"))
    taken = tuple(each for each in knowing.offered(request.organisation) if str(each.pk) in wanted)
    facts = knowing.known_of(version.template, ours=ours, theirs=party, services=taken)
    return {f"b{key}": text for key, text in knowing.begun_with(template, facts).items()}


def _sheet(request: MemberRequest, sheet_id: UUID) -> BroughtSheet:
    brought = queries.sheet(request.organisation, sheet_id)
    if brought is None:
        raise Http404
    return brought
