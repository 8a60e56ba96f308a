"""An address -> which requests are listed, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from art28.obligations.rights import SubjectRight
from art28.web.accounts.models import Organisation
from art28.web.clocks.models import Obligation
from art28.web.clocks.models import State as ClockState
from art28.web.requests.models import Concerned, Role, State, SubjectRequest
from art28.web.requests.queries import KIND

SORTS = ("-received", "received", "-reference", "reference")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list is narrowed to; empty means all, but for the state, which is open unless told otherwise."""

    words: str = ""
    state: str = State.OPEN.value
    role: str = ""
    right: str = ""
    late: bool = False
    sort: str = SORTS[0]

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for."""
        return self != Selection(sort=self.sort)


def read(given: Mapping[str, str]) -> Selection:
    """The selection that an address asks for; what it says that isn't known asks for nothing."""
    return Selection(
        words=" ".join(given.get("q", "").replace("\x00", "").split())[:_LONGEST],
        state=_one(given, "state", (*State.values, "all")) or State.OPEN.value,
        role=_one(given, "role", Role.values),
        right=_one(given, "right", [right.value for right in SubjectRight]),
        late=given.get("late") == "1",
        sort=_one(given, "sort", SORTS) or SORTS[0],
    )


def _one(given: Mapping[str, str], name: str, known: "list[str] | tuple[str, ...]") -> str:
    value = given.get(name, "")
    return value if value in known else ""


def selected(organisation: Organisation, selection: Selection) -> QuerySet[SubjectRequest]:
    """The requests that answer to a selection, in its order; words find the other side, never the person."""
    rows = SubjectRequest.objects.filter(organisation=organisation)
    if selection.state != "all":
        rows = rows.filter(state=selection.state)
    if selection.role:
        rows = rows.filter(role=selection.role)
    if selection.right:
        rows = rows.filter(rights__icontains=f'"{selection.right}"')
    if selection.words:
        rows = rows.filter(_holding(organisation, selection.words))
    if selection.late:
        late = Obligation.objects.filter(organisation=organisation, subject_kind=KIND, ours=True, state=ClockState.LATE)
        rows = rows.filter(pk__in=late.values("subject_id"))
    return rows.order_by(*_ORDERS[selection.sort])


_ORDERS = {
    "-received": ("-received_at", "-id"),
    "received": ("received_at", "id"),
    "-reference": ("-year", "-number"),
    "reference": ("year", "number"),
}


def _holding(organisation: Organisation, words: str) -> Q:
    lines = Concerned.objects.filter(organisation=organisation, left_out_at=None)
    for word in words.split():
        lines = lines.filter(Q(agreement__counterparty_name__icontains=word) | Q(agreement__title__icontains=word))
    found = Q(pk__in=lines.values("request"))
    year, _mark, number = words.upper().removeprefix("R").partition("-")
    if all(part.isascii() and part.isdigit() and len(part) < 6 for part in (year, number)):
        found |= Q(year=min(int(year), 32_767), number=int(number))
    return found
