"""The portfolio on screen and as files; what turned; having all checked again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from art28.checking.packs.pack import packs, profiles
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import agreement_page
from art28.web.families import queries as families
from art28.web.parties import queries as parties
from art28.web.portfolio import cells, exporting, letters, queries, rechecking, turning
from art28.web.portfolio.selection import PLAYBOOK, SORTS, Selection, read
from art28.web.typed import identifier, whole
from art28.web.yardsticks.forms import profile_choices
from art28.web.yardsticks.showing import language_now
from art28.web.yardsticks.weighing import Yardstick, yardstick_of

_MOST_PARTIES = 500


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """All agreements against all requirements, the worst first; what is asked for stands in the address."""
    yardstick = yardstick_of(request.organisation.pk)
    selection = read(request.GET.dict(), yardstick.profile)
    number = max(1, whole(request.GET.get("page", "1")))
    found = queries.matrix(request.organisation, selection, yardstick, number)
    keys = found.columns.keys
    query = request.GET.copy()
    query.pop("page", None)
    asked = _asked(selection, yardstick)
    context = {
        "found": found,
        "selection": selection,
        "sort": selection.sort,
        "sorts": listing.orders(SORTS),
        "heads": cells.heads(keys, found.fails, selection.measure, yardstick),
        "lines": list(zip(found.lines, cells.rows(found.lines, keys, selection.measure), strict=True)),
        "meanings": cells.meanings(selection.measure),
        "measures": _measures(selection, yardstick),
        "asked": asked,
        "explained": cells.explained(selection.key, selection.measure) if asked else "",
        "parties": parties.names(request.organisation, most=_MOST_PARTIES),
        "profiles": profile_choices(),
        "family": families.titles(request.organisation, [selection.family]) if selection.family else {},
        "page": Paginator(range(found.count), queries.PAGE).get_page(number),
        "query": query.urlencode(),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "portfolio/index.html", context)


def _measures(selection: Selection, yardstick: Yardstick) -> tuple[tuple[str, str], ...]:
    """What the agreements can be held against: Article 28, the packs of the profile, the playbook."""
    chosen = profiles()[selection.profile].packs
    language = language_now()
    own = ((PLAYBOOK, _("Our playbook")),) if yardstick.playbook is not None or selection.measure == PLAYBOOK else ()
    return (
        (letters.ARTICLE_28, _("Article 28")),
        *((name, packs()[name].title[language]) for name in chosen),
        *own,
    )


def _asked(selection: Selection, yardstick: Yardstick) -> str:
    """The requirement and status that the list is narrowed to, in words; empty where it isn't."""
    known = queries.columns_of(selection, yardstick).keys
    words = {each.key: str(each.word) for each in cells.meanings(selection.measure)}
    if selection.key not in known or selection.status not in words:
        return ""
    title, article = cells.titled(selection.key, selection.measure, yardstick)
    return f"{article} {title}: {words[selection.status].lower()}".strip()


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, form: str) -> HttpResponseBase:
    """The whole selection as CSV or XLSX."""
    yardstick = yardstick_of(request.organisation.pk)
    selection = read(request.GET.dict(), yardstick.profile)
    return downloads.table(
        exporting.table(request.organisation, selection, yardstick, title=_("Portfolio")),
        downloads.dated(_("portfolio")),
        form,
    )


@require_safe
@requires(Right.READ)
def turned(request: MemberRequest) -> HttpResponse:
    """What verdicts and positions turned, the newest first; of one agreement where the address names it."""
    agreement = None
    if request.GET.get("agreement"):
        asked = identifier(request.GET["agreement"])
        if asked is None:
            raise Http404
        agreement = agreement_page.found(request, asked)
    number = max(1, whole(request.GET.get("page", "1")))
    rows, more = queries.turns(
        request.organisation, agreement_id=agreement.pk if agreement is not None else None, number=number
    )
    context = {
        "groups": turning.grouped(rows, yardstick_of(request.organisation.pk)),
        "agreement": agreement,
        "number": number,
        "more": more,
        "waiting": queries.waiting(request.organisation),
    }
    return render(request, "portfolio/turned.html", context)


@require_POST
@requires(Right.DECIDE)
def check_again(request: MemberRequest) -> HttpResponse:
    """Have every agreement checked again."""
    count = rechecking.check_all_again(request.organisation, actor=request.actor, now=timezone.now())
    said = ngettext(
        "%(n)s agreement is checked again in the background.",
        "%(n)s agreements are checked again in the background.",
        count,
    )
    messages.success(request, said % {"n": count})
    return HttpResponseRedirect(reverse("portfolio:index"))
