"""The pages of sheets: the sheet to fill in, bringing it, what each row makes, how far that is, the documents."""

import tempfile
import zipfile
from typing import IO
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.agreement import labels
from art28.drafting import many
from art28.drafting.clauses import templates
from art28.drafting.house.model import Refused
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements.models import Direction
from art28.web.house.saying import problems
from art28.web.sheets import actions, queries, reading
from art28.web.sheets.forms import BringForm
from art28.web.sheets.models import Form, Sheet, State
from art28.web.spreadsheets import csv_lines
from art28.web.tabular import MOST_BYTES

_LANGUAGES = ("nl", "en")
_USUAL = "balanced"
_SHOWN = 50
_IN_MEMORY = 20 * 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Which template, its sheet, and bringing it filled in; nothing is kept where anything in it is wrong."""
    asked = _asked(request)
    if request.method != "POST":
        return _new(request, asked, BringForm(request.organisation))
    form = BringForm(request.organisation, request.POST, request.FILES)
    if not form.is_valid():
        return _new(request, asked, form, status=422)
    sent = form.cleaned_data["file"]
    direction, written = Direction(form.cleaned_data["direction"]), Form(form.cleaned_data["form"])
    try:
        data = sent.read(MOST_BYTES + 1)
        sheet = many.read(data if len(data) <= MOST_BYTES else b"", asked)
        looked = reading.look(
            request.organisation, sheet, asked, entity=form.entity(), direction=direction, form=written,
            on=timezone.localdate(),
        )  # fmt: skip
    except Refused as refused:
        wrong = tuple(problems(refused.problems))
        context = {"name": sent.name, "problems": wrong, "back": _address(asked), "template": label_of(asked.template)}
        return render(request, "sheets/refused.html", context, status=422)
    kept = actions.bring(
        request.organisation,
        actions.Asked(
            template=asked.template,
            language=asked.language,
            legal_entity=form.entity(),
            direction=direction,
            form=written,
            name=sent.name,
            unused=sheet.unused,
        ),
        looked,
        by=request.user,
        actor=request.actor,
        now=timezone.now(),
    )
    return HttpResponseRedirect(reverse("sheets:detail", args=(kept.pk,)))


@require_safe
@requires(Right.READ)
def workbook(_request: MemberRequest, template: str, language: str) -> HttpResponse:
    """The workbook that a template asks for."""
    if template not in templates() or language not in _LANGUAGES:
        raise Http404
    name = slugify(f"art28 {label_of(template)} {language}")
    return downloads.document(many.workbook(many.model(template, language)), f"{name}.xlsx")


@require_safe
@requires(Right.CONFIRM)
def detail(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """What each row makes and what stays open in it; how far the making is; what was made."""
    sheet = found(request, sheet_id)
    page = Paginator(queries.rows(sheet), _SHOWN).get_page(request.GET.get("page"))
    spoken = get_language() or "nl"
    rows = [(row, _open(row.blanks, spoken), getattr(row, "product", None)) for row in page.object_list]
    context = {
        "sheet": sheet,
        "template": label_of(sheet.template),
        "page": page,
        "rows": rows,
        "whole": queries.whole(sheet),
        "done": queries.made(sheet) if sheet.state != State.BROUGHT else 0,
    }
    return render(request, "sheets/detail.html", context)


@require_POST
@requires(Right.CONFIRM)
def make(request: MemberRequest, sheet_id: UUID) -> HttpResponse:
    """Have the drafts made."""
    sheet = found(request, sheet_id)
    try:
        actions.make(sheet, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("These drafts are being made already, or have been made."))
    return HttpResponseRedirect(reverse("sheets:detail", args=(sheet.pk,)))


@require_safe
@requires(Right.CONFIRM)
def documents(request: MemberRequest, sheet_id: UUID) -> HttpResponseBase:
    """The documents in one archive, with a list of what stays open in each."""
    sheet = found(request, sheet_id)
    if sheet.state != State.MADE:
        messages.error(request, _("The documents aren't all made yet."))
        return HttpResponseRedirect(reverse("sheets:detail", args=(sheet.pk,)))
    packed: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by the response
    report, spoken = [], get_language() or "nl"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for each in queries.documents(sheet):
            row = each.row
            archive.writestr(row.file_name, bytes(each.data))
            report.append((row.file_name, str(row.line), "; ".join(_open(row.blanks, spoken)), each.sha256))
        heads = (_("File"), _("Line"), _("Stays open"), "SHA-256")
        archive.writestr(f"{_('what-stays-open')}.csv", "".join(csv_lines(heads, report)))
    packed.seek(0)
    name = f"{slugify(f'{label_of(sheet.template)} {timezone.localdate():%Y-%m-%d}')}.zip"
    return FileResponse(packed, as_attachment=True, filename=name, content_type=downloads.MEDIA_TYPES["zip"])


def found(request: MemberRequest, sheet_id: UUID) -> Sheet:
    """The sheet of this organisation; 404 for any other."""
    sheet = queries.sheet(request.organisation, sheet_id)
    if sheet is None:
        raise Http404
    return sheet


def label_of(template: str) -> str:
    """What a template of ours is called."""
    known = templates().get(template)
    return known.label["nl" if get_language() == "nl" else "en"] if known else template


def _asked(request: MemberRequest) -> many.Model:
    """The template and language that the address names, else the usual ones."""
    template, language = request.GET.get("template", ""), request.GET.get("language", "")
    spoken = request.organisation.language if request.organisation.language in _LANGUAGES else _LANGUAGES[0]
    return many.model(template if template in templates() else _USUAL, language if language in _LANGUAGES else spoken)


def _address(asked: many.Model) -> str:
    return f"{reverse('sheets:new')}?template={asked.template}&language={asked.language}"


def _new(request: MemberRequest, asked: many.Model, form: BringForm, *, status: int = 200) -> HttpResponse:
    context = {
        "asked": asked,
        "form": form,
        "templates": [(name, label_of(name)) for name in templates()],
        "languages": _LANGUAGES,
        "most": reading.MOST_ROWS,
        "sheets": [(each, label_of(each.template)) for each in queries.sheets(request.organisation)],
    }
    return render(request, "sheets/new.html", context, status=status)


def _open(blanks: list[str], spoken: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels.fact(key, spoken) for key in blanks))
