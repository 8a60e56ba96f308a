"""The life of an agreement: its stage and gate, what governs it, what belongs to it, its timeline, a day looked back on."""

from datetime import datetime, time
from http import HTTPStatus
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page, panel
from art28.web.agreements.models import Agreement
from art28.web.lifecycle import actions, gate, governing, lists, queries, telling, timeline
from art28.web.lifecycle.forms import DayForm, MainForm, NoteForm, PaperForm, SignatureForm, StageForm, WaiveForm
from art28.web.lifecycle.ranking import PRECEDENCE, ranking
from art28.web.lifecycle.stages import BEFORE, NEXT, Stage
from art28.web.uploads import takes_files

_PER_PAGE = 50


def _narrowing(request: MemberRequest) -> dict[str, str]:
    stage = request.GET.get("stage", "")
    words = request.GET.get("q", "").replace("\x00", "")[:200].strip()
    return {"stage": stage if stage in (*Stage.values, "unsaid") else "", "words": words}


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The agreements by stage."""
    narrowed = _narrowing(request)
    sort, columns = listing.order(request, lists.SORTS)
    found = queries.lives(request.organisation, **narrowed).order_by(*columns)
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    rows = queries.listed(request.organisation, list(page))
    context = {
        "page": page,
        "rows": rows,
        "stages": Stage.choices,
        "sort": sort,
        "sorts": listing.orders(lists.SORTS),
        "query": kept.urlencode(),
        "may_let": request.membership.may(Right.DECIDE) and narrowed["stage"] in ("", "unsaid", *BEFORE),
        **narrowed,
    }
    return render(request, "lifecycle/list.html", context)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The list, narrowed as its page is, as CSV or XLSX."""
    rows = queries.lives(request.organisation, **_narrowing(request)).order_by(*listing.order(request, lists.SORTS)[1])
    cells = (telling.cells(row) for row in queries.listed_all(request.organisation, rows))
    table = downloads.Table(_("Agreements"), telling.columns(), cells, widths=(30, 30))
    return downloads.table(table, _("agreements"), form)


@require_safe
@requires(Right.READ)
def agreement(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """The life of an agreement."""
    return _page(request, agreement_page.found(request, agreement_id))


def _page(request: MemberRequest, found: Agreement, *, status: int = HTTPStatus.OK, **more: Any) -> HttpResponse:
    standing = queries.standing(found)
    asked = gate.items(found)
    main, papers = queries.main_of(found), queries.papers(found)[:_PER_PAGE]
    context = {
        "agreement": found,
        "standing": standing,
        "stages": Stage.choices,
        "items": asked,
        "lacking": sum(1 for item in asked if not item.passes),
        "steps": queries.steps(found)[:_PER_PAGE],
        "governing": governing.lines(found),
        "differing": governing.differing(found),
        "surviving": governing.surviving(found) if standing.stage in (Stage.ENDING, Stage.ENDED) else (),
        "words": queries.words(found),
        "narrower": governing.is_narrower(found),
        "main": main,
        "signatures": queries.signatures(found),
        "papers": papers,
        "ranking": ranking(found, queries.fact(found, PRECEDENCE), main, _newest(papers)),
        "notes": queries.notes(found)[:_PER_PAGE],
        "reviews": queries.reviews_of(found)[:_PER_PAGE],
        "stage_form": StageForm(stages=NEXT[standing.stage]),
        "main_form": MainForm(prefix="main", initial=main.about() if main else None),
        "signature_form": SignatureForm(prefix="signature"),
        "paper_form": PaperForm(prefix="paper"),
        "note_form": NoteForm(prefix="note"),
        "day_form": DayForm(initial={"day": timezone.localdate()}),
        "may_decide": request.membership.may(Right.DECIDE),
        "may_confirm": request.membership.may(Right.CONFIRM),
        **more,
    }
    return render(request, "lifecycle/agreement.html", context, status=status)


def _back(found: Agreement) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("lifecycle:agreement", args=(found.pk,)))


@require_POST
@requires(Right.DECIDE)
def stage(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Let an agreement come into a stage; 409 with what lacks where it can't."""
    found = agreement_page.found(request, agreement_id)
    form = StageForm(request.POST, stages=tuple(Stage))
    if not form.is_valid():
        return _page(request, found, status=HTTPStatus.UNPROCESSABLE_ENTITY, stage_form=form)
    try:
        actions.go(found, form.wanted(), by=request.user, actor=request.actor, now=timezone.now())
    except actions.Refused as refused:
        said = {"refused": telling.REFUSED[refused.why], "missing": refused.missing}
        return _page(request, found, status=HTTPStatus.CONFLICT, **said)
    messages.success(request, _("Saved."))
    return _back(found)


@require_POST
@requires(Right.DECIDE)
def waive(request: MemberRequest, agreement_id: UUID, item: str) -> HttpResponse:
    """Say that something that is missing is not needed."""
    found = agreement_page.found(request, agreement_id)
    if item not in gate.NAMES:
        raise Http404
    form = WaiveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it is not needed; then it is kept."))
    else:
        reason = form.cleaned_data["reason"]
        actions.waive(found, item, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
    return _back(found)


@require_POST
@requires(Right.CONFIRM)
def main(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep what is known of the main agreement."""
    found = agreement_page.found(request, agreement_id)
    form = MainForm(request.POST, prefix="main")
    if not form.is_valid():
        return _wrong(request, found, main_form=form)
    actions.link_main(found, form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    return _kept(request, found)


@require_POST
@requires(Right.CONFIRM)
def signature(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep a signature."""
    found = agreement_page.found(request, agreement_id)
    form = SignatureForm(request.POST, prefix="signature")
    if not form.is_valid():
        return _wrong(request, found, signature_form=form)
    actions.sign(found, form.cleaned_data, by=request.user, actor=request.actor, now=timezone.now())
    return _kept(request, found)


@takes_files()
@require_POST
@requires(Right.CONFIRM)
def paper(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep a dated copy of what belongs to an agreement."""
    found = agreement_page.found(request, agreement_id)
    form = PaperForm(request.POST, request.FILES, prefix="paper")
    if not form.is_valid():
        return _wrong(request, found, paper_form=form)
    about = dict(form.cleaned_data)
    file = about.pop("file")
    about["file_name"] = file.name[:255]
    actions.add_paper(found, about, file.read(), by=request.user, actor=request.actor, now=timezone.now())
    return _kept(request, found)


@require_safe
@requires(Right.READ)
def copy(request: MemberRequest, agreement_id: UUID, paper_id: UUID) -> HttpResponse:
    """A copy as it was kept, to save; never shown within this site."""
    found = agreement_page.found(request, agreement_id)
    row = queries.paper(request.organisation, paper_id)
    if row is None or row.agreement_id != found.pk:
        raise Http404
    return downloads.foreign(bytes(row.bytes.data), row.file_name)


@require_POST
@requires(Right.HANDLE)
def note(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep a note among ourselves."""
    found = agreement_page.found(request, agreement_id)
    form = NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return _wrong(request, found, note_form=form)
    actions.note(found, form.cleaned_data["text"], by=request.user, actor=request.actor, now=timezone.now())
    return _kept(request, found)


def _wrong(request: MemberRequest, found: Agreement, **form: Form) -> HttpResponse:
    return _page(request, found, status=HTTPStatus.UNPROCESSABLE_ENTITY, **form)


def _kept(request: MemberRequest, found: Agreement) -> HttpResponse:
    messages.success(request, _("Saved."))
    return _back(found)


@require_POST
@requires(Right.CONFIRM)
def terms(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Keep that the words of an agreement were looked at, as they are bound to the law."""
    found = agreement_page.found(request, agreement_id)
    actions.confirm_terms(found, queries.words(found), actor=request.actor, now=timezone.now())
    return _kept(request, found)


@require_safe
@requires(Right.READ)
def line(request: MemberRequest, agreement_id: UUID) -> HttpResponseBase:
    """What happened under an agreement, from the day it was put in, or as a file."""
    found = agreement_page.found(request, agreement_id)
    tools, told = listing.asked(request, lists.TIMELINE), timeline.timeline(found)
    rows = timeline.narrowed(told, tools)
    if form := listing.wanted_form(request):
        return listing.saved(lists.TIMELINE.name, lists.TIMELINE.columns, rows, form)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "agreement": found,
        "page": page,
        "tools": tools,
        "most": timeline.MOST if told[timeline.MOST - 1 :] else 0,
    }
    return render(request, "lifecycle/timeline.html", context)


@require_safe
@requires(Right.READ)
def day(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """What was in force on a day."""
    found = agreement_page.found(request, agreement_id)
    form = DayForm(request.GET or None)
    context: dict[str, Any] = {"agreement": found, "form": form}
    if form.is_valid():
        chosen = form.cleaned_data["day"]
        last = datetime.combine(chosen, time.max, ZoneInfo(found.organisation.time_zone))
        versions = queries.facts_on(found, last)
        step = queries.stage_on(found, chosen)
        main, papers = queries.main_on(found, chosen), _newest(queries.papers(found).filter(dated__lte=chosen))
        precedence = next((each for each in versions if each.key == PRECEDENCE), None)
        context |= {
            "day": chosen,
            "stage": Stage(step.stage).label if step else "",
            "step": step,
            "main": main,
            "papers": papers,
            "ranking": ranking(found, precedence, main, papers),
            "groups": panel.fact_groups(versions, (), chosen=""),
            "later": sum(1 for version in versions if version.at > last),
        }
    return render(request, "lifecycle/day.html", context)


def _newest(rows: Any) -> list[Any]:
    """Of each paper the newest copy."""
    found: dict[tuple[str, str], Any] = {}
    for row in rows:
        found.setdefault((row.kind, row.name), row)
    return list(found.values())
