"""Choosing what to compare, the comparison on screen, and as a Word file with tracked changes or as JSON."""

import json
from pathlib import PurePath

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.comparing.compare import compare
from art28.comparing.model import Comparison
from art28.comparing.record import record_of
from art28.comparing.redline import redline
from art28.drafting.clauses import templates
from art28.reading.errors import UnreadableFile
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import browsing, reasons
from art28.web.comparisons import actions, showing
from art28.web.comparisons.sides import HOUSE, Side, side_of
from art28.web.house import queries as house
from art28.web.uploads import takes_files
from art28.web.yardsticks.showing import language_now

_FORMS = ("docx", "json")
_OFFERED = 20


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """What is held against what; with both sides in the address, where they differ."""
    one = _side(request, "a")
    other = _side(request, "b", beside=one)
    if one is None or other is None:
        return _choosing(request, one)
    found = compare(one.read, other.read)
    context = {
        "one": one,
        "other": other,
        "query": urlencode({"a": one.key, "b": other.key}),
        "groups": showing.fact_groups(found),
        "gains": showing.gain_counts(found),
        "different": len(found.facts),
        "same": len(found.same),
        "clause_groups": showing.clause_groups(found),
        "different_clauses": len(found.clauses) - showing.same_clauses(found),
        "same_clauses": showing.same_clauses(found),
        "left_out": tuple(showing.left_out(found)),
        "has_text": bool(found.clauses),
    }
    return render(request, "comparisons/comparison.html", context)


def _side(request: MemberRequest, name: str, *, beside: Side | None = None) -> Side | None:
    """The side that the address names; None where it names none, 404 where there is none such."""
    key = request.GET.get(name, "")
    if not key:
        return None
    found = side_of(request.organisation, key, beside=beside.read if beside is not None else None)
    if found is None:
        raise Http404
    return found


def _choosing(request: MemberRequest, one: Side | None) -> HttpResponse:
    """Both sides are chosen one after the other."""
    words = request.GET.get("q", "").replace("\x00", "")[:200]
    found = browsing.listed(request.organisation, browsing.Filter(words=words, state="read"))
    language = language_now()
    context = {
        "one": one,
        "words": words,
        "offered": [row for row in found.page if one is None or str(row.pk) != one.key][:_OFFERED],
        "more": max(0, found.page.paginator.count - _OFFERED),
        "templates": [
            *(
                (f"{HOUSE}{each.pk}", each.name)
                for each in house.templates(request.organisation).filter(archived_at=None)
            ),
            *((f"template-{name}", each.label[language]) for name, each in templates().items()),
        ],
        "may_upload": request.membership.may(Right.UPLOAD),
        "mb": settings.UPLOAD_MAX_BYTES // 1024 // 1024,
    }
    return render(request, "comparisons/choose.html", context)


@require_POST
@requires(Right.UPLOAD)
@takes_files()
def bring(request: MemberRequest) -> HttpResponse:
    """Read a file that is held against an agreement; it becomes no agreement of the organisation's own."""
    one = request.POST.get("a", "")
    sent = request.FILES.get("file")
    back = f"{reverse('comparisons:index')}?{urlencode({'a': one})}"
    if sent is None or side_of(request.organisation, one) is None:
        messages.error(request, _("Choose a file first."))
        return HttpResponseRedirect(back)
    data = sent.read(settings.UPLOAD_MAX_BYTES + 1)
    if len(data) > settings.UPLOAD_MAX_BYTES:
        messages.error(request, _("That file is too large."))
        return HttpResponseRedirect(back)
    try:
        document = actions.parsed(data, name=PurePath((sent.name or "").replace("\\", "/")).name)
    except UnreadableFile as error:
        messages.error(request, str(reasons.unreadable(error.reason.value)))
        return HttpResponseRedirect(back)
    row = actions.bring(request.organisation, document, data, by=request.user, actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(f"{reverse('comparisons:index')}?{urlencode({'a': one, 'b': f'brought-{row.pk}'})}")


@require_safe
@requires(Right.READ)
def download(request: MemberRequest, form: str) -> HttpResponse:
    """The comparison as a Word file with tracked changes, or as JSON."""
    one = _side(request, "a")
    other = _side(request, "b", beside=one)
    if form not in _FORMS or one is None or other is None:
        raise Http404
    found = compare(one.read, other.read)
    if form == "docx" and not found.clauses:
        messages.error(request, _("The texts are in different languages: only their facts can be compared."))
        return HttpResponseRedirect(f"{reverse('comparisons:index')}?{urlencode({'a': one.key, 'b': other.key})}")
    name = f"{slugify(one.title)[:60] or 'a'}-{slugify(other.title)[:60] or 'b'}.{form}"
    return downloads.document(_written(found, form), name)


def _written(found: Comparison, form: str) -> bytes:
    if form == "json":
        return json.dumps(record_of(found), ensure_ascii=False, indent=2).encode()
    return redline(found, language=language_now(), at=timezone.now().replace(microsecond=0))
