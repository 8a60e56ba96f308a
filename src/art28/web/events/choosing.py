"""The agreement that something is recorded under: chosen first, from those that have been read."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from art28.web.accounts.access import MemberRequest
from art28.web.agreements.models import Agreement
from art28.web.events import queries
from art28.web.typed import identifier


@dataclass(frozen=True, slots=True)
class Asking:
    """What the page that asks for an agreement says: the address and name of what it leads back to, its heading where "Under
    which agreement?" doesn't do, and a line under that.
    """

    back: str
    back_name: str
    heading: str = ""
    lead: str = ""


def chosen(request: MemberRequest, asking: Asking) -> Agreement | HttpResponse:
    """The agreement that the address names; the page on which one is chosen where it names none.

    Raises `Http404` where the organisation has no such agreement.
    """
    given = request.GET.get("agreement", "")
    if not given:
        words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:200]
        context = {
            "asking": asking,
            "heading": asking.heading or _("Under which agreement?"),
            "choice": queries.to_choose(request.organisation, words),
            "q": words,
        }
        return render(request, "events/choose.html", context)
    found = queries.agreement(request.organisation, wanted) if (wanted := identifier(given)) else None
    if found is None:
        raise Http404
    return found
