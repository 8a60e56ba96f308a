"""What the page of a case shows of its costs."""

from collections.abc import Mapping
from uuid import UUID

from art28.web.accounts.access import MemberRequest
from art28.web.accounts.rights import Right
from art28.web.costs import queries


def of_case(request: MemberRequest, kind: str, case_id: UUID) -> Mapping[str, object]:
    """What `costs/lines.html` needs, in two queries."""
    return {
        "costs": queries.about(request.organisation, kind=kind, case_id=case_id),
        "may_strike": request.membership.may(Right.HANDLE),
        "may_charge": request.membership.may(Right.DECIDE),
    }
