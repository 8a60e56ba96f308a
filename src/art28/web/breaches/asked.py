"""The breach or the touched agreement that an address asks for, and the way back to it."""

from uuid import UUID

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from art28.web.accounts.access import MemberRequest
from art28.web.breaches import queries
from art28.web.breaches.models import Breach, TouchedAgreement


def breach_asked(request: MemberRequest, breach_id: UUID) -> Breach:
    """A breach of the member's organisation."""
    found = queries.breach(request.organisation, breach_id)
    if found is None:
        raise Http404
    return found


def touched_asked(request: MemberRequest, breach_id: UUID, agreement_id: UUID) -> TouchedAgreement:
    """An agreement that such a breach touches, and that counts as touched."""
    found = queries.touched(request.organisation, breach_id, agreement_id)
    if found is None:
        raise Http404
    return found


def to_room(breach: Breach) -> HttpResponseRedirect:
    """Back to the room of a breach."""
    return HttpResponseRedirect(reverse("breaches:room", args=(breach.pk,)))
