"""The check that an address names, of the organisation of whoever asks."""

from uuid import UUID

from django.http import Http404

from art28.web.accounts.access import MemberRequest
from art28.web.controls import queries
from art28.web.controls.models import Check


def check_asked(request: MemberRequest, check_id: UUID) -> Check:
    """The check; 404 for one of another organisation too."""
    found = queries.check(request.organisation, check_id)
    if found is None:
        raise Http404
    return found
