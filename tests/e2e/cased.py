"""Requests of data subjects in each of their states, for the pages about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from art28.obligations.rights import Place, PlaceKind, SubjectRight
from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.requests import actions, passing, queries, stepping
from art28.web.requests.models import Role as OwnRole
from art28.web.requests.models import Source, SubjectRequest
from e2e.page import Page
from web.people import Tenant

# What only takes a form, and what answers with a file.
WITHOUT_PAGE = frozenset({"requests:act", "requests:act_under", "requests:package", "requests:export"})


@dataclass(frozen=True, slots=True)
class Cased:
    """What there is to look at."""

    passed: UUID
    token: str
    own: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about requests."""
        yield from (Page("requests:list"), Page("requests:list", query="q=nergens&state=all"), Page("requests:new"))
        yield from (Page("requests:detail", (self.passed,)), Page("requests:detail", (self.own,), "q=e"))
        yield from (Page("requests:letter", (self.own, "person_answer")), Page("requests:person", (self.token,)))


def case(ours: Tenant, agreement: Agreement) -> Cased:
    """A request that was passed on to a customer, and one of our own with steps to take."""
    passed = _taken_in(ours, OwnRole.PROCESSOR, (agreement,))
    line = queries.line(passed, agreement.pk)
    assert line is not None
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    going = passing.Passing(
        recipient="fg@wendelaar.example", recipient_name="J. Okkerse", signed_by="", division="Wij zoeken, u antwoordt."
    )
    passing.pass_on(line, going, by=by)
    own = _taken_in(ours, OwnRole.CONTROLLER, ())
    places = (Place(PlaceKind.SYSTEM, "mail-01"), Place(PlaceKind.RECIPIENT, "Drukkerij De Lelie"))
    stepping.plan(own, places, by=by)
    return Cased(passed.pk, line.token, own.pk)


def _taken_in(ours: Tenant, role: OwnRole, under: tuple[Agreement, ...]) -> SubjectRequest:
    asking = actions.Asking(
        role=role,
        rights=(SubjectRight.ACCESS, SubjectRight.ERASURE),
        name="Wietske Elzinga",
        reach="w.elzinga@post.example",
        asked="Welke gegevens hebt u van mij?\nWilt u die daarna wissen?",
        received_at=timezone.now() - timedelta(days=3),
    )
    origin = actions.Origin(source=Source.FORM, by=ours.members[Role.OWNER].user)
    return actions.take_in(
        ours.organisation, asking, under, origin=origin, actor=ours.actor(Role.OWNER), now=timezone.now()
    )
