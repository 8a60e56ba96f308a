"""The pages of drafts: the list, beginning one, the form beside the page, versions, documents."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.drafting.clauses import templates
from art28.drafting.draft import InvalidDraft
from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.drafts import actions, beginning, documents, drawing, lists, queries
from art28.web.drafts.chosen import Chosen, as_sent, chosen_in, clauses_of, made
from art28.web.drafts.forms import MEASURES, BeginForm, FactsForm
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.typed import identifier, whole


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The drafts, and how many of those in which the words stand there are by state."""
    rows = queries.drafts(request.organisation)
    tools = listing.asked(request, lists.DRAFTS)
    context = {
        "state": tools.chosen[0][1],
        "counts": queries.counted(listing.searched(rows, tools)),
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return listing.shown(request, lists.DRAFTS, rows, "drafts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def new(request: MemberRequest) -> HttpResponse:
    """Begin a draft."""
    party = identifier(request.GET.get("party", ""))
    if request.method != "POST":
        return render(request, "drafts/new.html", {"form": BeginForm(request.organisation, party=party)})
    form = BeginForm(request.organisation, request.POST, party=party)
    if not form.is_valid():
        return render(request, "drafts/new.html", {"form": form}, status=200 if form.looks else 422)
    now = timezone.now()
    with transaction.atomic():
        what = form.beginning(actor=request.actor, now=now)
        draft = beginning.begin(request.organisation, what, by=request.user, actor=request.actor, now=now)
    messages.success(request, _("The draft is filled in with what you know already. Go through it and keep it."))
    return HttpResponseRedirect(reverse("drafts:edit", args=(draft.pk,)))


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """One draft: its newest version as a page, what is to be done with it, its versions."""
    draft = found(request, draft_id)
    version = _version(draft, request.GET.get("version", ""))
    chosen = chosen_in(version)
    page = drawing.drawn(as_sent(draft, version), chosen.facts, spoken=get_language() or "nl", on=timezone.localdate())
    context = {
        "draft": draft,
        "version": version,
        "versions": queries.versions(draft),
        "rounds": queries.rounds(draft),
        "answered": queries.answers(draft),
        "remarks": queries.remarks_on(version),
        "page": page,
        "template": _template(draft),
        "forms": documents.FORMS,
        "may_change": request.membership.may(Right.CONFIRM) and draft.may_change,
        "may_confirm": request.membership.may(Right.CONFIRM),
    }
    return render(request, "drafts/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def edit(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """The form over the facts, beside the page that they make."""
    draft = found(request, draft_id)
    version = _version(draft, "")
    if not draft.may_change:
        messages.error(request, _("This draft can't be changed any more."))
        return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))
    clauses = clauses_of(draft.template)
    if not clauses:
        return HttpResponseRedirect(reverse("house:redraft", args=(draft.pk,)))
    chosen = chosen_in(version)
    if request.method != "POST":
        form = FactsForm(
            template=clauses, language=draft.language, said={**chosen.facts, MEASURES: tuple(chosen.measures)}
        )
        return _edited(request, draft, form, chosen, number=version.number)
    form = FactsForm(request.POST, template=clauses, language=draft.language)
    number = whole(request.POST.get("version", ""))
    if not form.is_valid():
        return _edited(request, draft, form, chosen, number=number, status=422)
    given = form.chosen(chosen.negotiated)
    try:
        page = _drawn(draft, given)
        form.contradict(page)
        if not form.is_valid():
            return _edited(request, draft, form, given, number=number, status=422)
        why = request.POST.get("why", "").replace("\x00", "").strip()
        actions.change(draft, given, based_on=number, why=why, by=request.user, actor=request.actor, now=timezone.now())
    except InvalidDraft as refused:
        form.refuse(refused.given, given.facts, on=timezone.localdate())
        return _edited(request, draft, form, chosen, number=number, status=422)
    except actions.StateChanged:
        form.add_error(None, _("Somebody else changed this draft meanwhile. Yours is still here; compare first."))
        return _edited(request, draft, form, given, number=number, status=409)
    messages.success(request, _("Version %(number)s is kept.") % {"number": draft.version})
    return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))


@require_POST
@requires(Right.CONFIRM)
def preview(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """The page that the choices in the form make, with what the checks say of each; keeps nothing."""
    draft = found(request, draft_id)
    clauses = clauses_of(draft.template)
    if not clauses:
        raise Http404
    form = FactsForm(request.POST, template=clauses, language=draft.language)
    page = None
    if form.is_valid():
        given = form.chosen(chosen_in(_version(draft, "")).negotiated)
        try:
            page = _drawn(draft, given)
            form.contradict(page)
        except InvalidDraft as refused:
            form.refuse(refused.given, given.facts, on=timezone.localdate())
    context = {"draft": draft, "form": form, "page": page, "groups": tuple(form.groups(page)), "swap": True}
    return render(request, "drafts/preview.html", context)


@require_safe
@requires(Right.READ)
def document(request: MemberRequest, draft_id: UUID, number: int, form: str) -> HttpResponse:
    """A version as a document."""
    draft = found(request, draft_id)
    if form not in documents.FORMS:
        raise Http404
    return documents.download(draft, _version(draft, str(number)), form)


@require_POST
@requires(Right.CONFIRM)
def withdraw(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Go no further with it."""
    draft = found(request, draft_id)
    try:
        actions.withdraw(draft, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: this draft is being signed, or is over already."))
    return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))


def found(request: MemberRequest, draft_id: UUID) -> Draft:
    """The draft of this organisation; 404 for any other."""
    draft = queries.draft(request.organisation, draft_id)
    if draft is None:
        raise Http404
    return draft


def _version(draft: Draft, number: str) -> DraftVersion:
    version = queries.version(draft, whole(number) or None)
    if version is None:
        raise Http404
    return version


def _drawn(draft: Draft, chosen: Chosen) -> drawing.Drawn:
    page = made(chosen, template=draft.template, language=draft.language)
    return drawing.drawn(page, chosen.facts, spoken=get_language() or "nl", on=timezone.localdate())


def _edited(
    request: MemberRequest, draft: Draft, form: FactsForm, shown: Chosen, *, number: int, status: int = 200
) -> HttpResponse:
    """The form beside the page that `shown` makes: what was kept, where what is filled in makes none."""
    page = _drawn(draft, shown)
    context: dict[str, Any] = {
        "draft": draft,
        "form": form,
        "page": page,
        "groups": tuple(form.groups(page)),
        "number": number,
        "template": _template(draft),
        "why": request.POST.get("why", ""),
    }
    return render(request, "drafts/edit.html", context, status=status)


def _template(draft: Draft) -> str:
    known = templates().get(draft.template)
    if known is None:
        return _("Addendum") if clauses_of(draft.template) else _("House template")
    return known.label["nl" if get_language() == "nl" else "en"]
