"""Families: which agreements share a template, what is confirmed once for all, and where each deviates."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.agreement.catalogue import catalogue
from art28.web import listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.families import actions, comparing, lists, queries, wording
from art28.web.families.models import Family, FamilyDecision, Member

_MARK = 16
_MOST_CHOSEN = 200


def _number(request: MemberRequest, name: str = "page") -> int:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _family(request: MemberRequest, family_id: UUID) -> Family:
    try:
        return queries.family(request.organisation, family_id)
    except Family.DoesNotExist:
        raise Http404 from None


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The families of the organisation."""
    rows, alone = queries.families(request.organisation)
    return listing.shown(request, lists.FAMILIES, rows, "families/list.html", {"alone": alone})


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, family_id: UUID) -> HttpResponse:
    """What waits to be confirmed once for a family, and what was."""
    family = _family(request, family_id)
    versions = queries.versions(family)
    context = {
        "family": family,
        "tab": "decide",
        "versions": versions,
        "member_count": sum(version.member_count for version in versions),
        "asked": queries.asked(family, _number(request)),
        "taken": queries.decisions(family),
        "may_confirm": request.membership.may(Right.CONFIRM),
    }
    return render(request, "families/detail.html", context)


@require_safe
@requires(Right.READ)
def members(request: MemberRequest, family_id: UUID) -> HttpResponse:
    """The versions of a family and its members, those that deviate most first."""
    family = _family(request, family_id)
    versions = queries.versions(family)
    chosen = next((version for version in versions if str(version.pk) == request.GET.get("version")), None)
    context = {
        "family": family,
        "tab": "members",
        "versions": versions,
        "member_count": sum(version.member_count for version in versions),
        "chosen": chosen,
        "page": queries.members(family, chosen.pk if chosen else None, _number(request)),
    }
    return render(request, "families/members.html", context)


@require_POST
@requires(Right.CONFIRM)
def confirm(request: MemberRequest, family_id: UUID) -> HttpResponse:
    """Confirm the chosen facts, or all that the page showed, for all members whose passage is the same."""
    family = _family(request, family_id)
    given = request.POST.getlist("shown" if request.POST.get("all") else "group")
    chosen = [each.partition(":")[::2] for each in given[:_MOST_CHOSEN]]
    done = 0
    for key, mark in chosen:
        if key not in catalogue() or len(mark) != _MARK:
            raise Http404
        try:
            done += actions.confirm_once(family, key, mark, actor=request.actor, now=timezone.now())
        except actions.NothingWaits:
            continue
    _say(request, done)
    return HttpResponseRedirect(reverse("families:detail", args=[family.pk]))


def _say(request: MemberRequest, done: int) -> None:
    if done:
        text = ngettext("%(done)s fact confirmed.", "%(done)s facts confirmed.", done) % {"done": done}
        messages.success(request, text)
    else:
        messages.warning(request, _("Nothing was confirmed: choose at least one line that still waits."))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def blank(request: MemberRequest, family_id: UUID, key: str, mark: str) -> HttpResponse:
    """What members fill into one blank: looked through as a list, and confirmed as far as it was shown."""
    family = _family(request, family_id)
    if key not in catalogue() or len(mark) != _MARK:
        raise Http404
    if request.method == "POST":
        shown = _ids(request.POST.getlist("fact"))
        try:
            done = actions.confirm_listed(family, key, mark, shown, actor=request.actor, now=timezone.now())
        except actions.NothingWaits:
            done = 0
        _say(request, done)
        return HttpResponseRedirect(reverse("families:detail", args=[family.pk]))
    facts = queries.listed(family, key, mark)
    if not facts:
        raise Http404
    context = {"family": family, "key": key, "facts": facts, "name": wording.fact_name(key)}
    return render(request, "families/blank.html", context)


def _ids(given: list[str]) -> list[UUID]:
    try:
        return [UUID(each) for each in given[:_MOST_CHOSEN]]
    except ValueError:
        raise Http404 from None


@require_POST
@requires(Right.CONFIRM)
def undo(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    """Take back what was confirmed once, for all members where nobody decided otherwise since."""
    try:
        decision = queries.decision(request.organisation, decision_id)
    except FamilyDecision.DoesNotExist:
        raise Http404 from None
    done = actions.undo(decision, actor=request.actor, now=timezone.now())
    text = ngettext("Taken back for %(done)s agreement.", "Taken back for %(done)s agreements.", done) % {"done": done}
    messages.success(request, text)
    return HttpResponseRedirect(reverse("families:detail", args=[decision.family_id]), status=HTTPStatus.FOUND)


@require_safe
@requires(Right.READ)
def member(request: MemberRequest, agreement_id: UUID) -> HttpResponse:
    """Where an agreement deviates from its version, side by side, and from the standard model that it follows."""
    try:
        found = queries.member(request.organisation, agreement_id)
    except Member.DoesNotExist:
        raise Http404 from None
    model = queries.typical(found.version)
    context = {
        "member": found,
        "agreement": found.agreement,
        "family": found.version.family,
        "model": model,
        "is_model": model.pk == found.pk,
        "deviations": () if model.pk == found.pk else comparing.compare(found, model),
        "models": wording.model_lines(queries.models_of(request.organisation.pk, agreement_id)),
    }
    return render(request, "families/member.html", context)
