"""An address -> which agreements the portfolio shows, held against what, in rows of agreements or of families."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower, Substr
from django.utils.translation import gettext_lazy as _

from art28.checking.model import Status
from art28.checking.packs.pack import Profile, profiles
from art28.checking.playbooks.model import Position
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Direction
from art28.web.listing import Sorts
from art28.web.portfolio import letters
from art28.web.portfolio.models import Standing
from art28.web.typed import identifier

ROLES = (Direction.PROCESSOR, Direction.CONTROLLER)
SEVERITIES = ("serious", "attention", "accepted", "clean")
PLAYBOOK = "playbook"
_LONGEST = 80
SORTS: Sorts = {
    "": (_("The worst first"), ("-serious", "-attention", "-remarks", "agreement_id")),
    "best": (_("The best first"), ("serious", "attention", "remarks", "agreement_id")),
    "party": (_("By party"), (Lower("agreement__counterparty_name"), Lower("agreement__title"), "agreement_id")),
    "title": (_("By title"), (Lower("agreement__title"), "agreement_id")),
}
"""The orders of agreements; families stand with the worst first."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the portfolio is narrowed to; empty means all. `measure` is Article 28, a pack or the playbook."""

    words: str = ""
    role: str = ""
    severity: str = ""
    counterparty: UUID | None = None
    family: UUID | None = None
    profile: str = ""
    measure: str = letters.ARTICLE_28
    key: str = ""
    status: str = ""
    by_family: bool = False
    sort: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether fewer than all agreements were asked for."""
        return bool(
            self.words or self.role or self.severity or self.counterparty or self.family or (self.key and self.status)
        )


def read(given: Mapping[str, str], chosen: Profile) -> Selection:
    """The selection that an address asks for; what it says that isn't known asks for nothing."""
    profile = profiles().get(given.get("profile", ""), chosen)
    measure = given.get("measure", "")
    known = (letters.ARTICLE_28, *profile.packs, PLAYBOOK)
    statuses = (*Status, *Position)
    return Selection(
        words=" ".join(given.get("q", "").replace("\x00", "").split())[:_LONGEST],
        role=_one(given, "role", ROLES),
        severity=_one(given, "severity", SEVERITIES),
        counterparty=identifier(given.get("counterparty", "")),
        family=identifier(given.get("family", "")),
        profile=profile.name,
        measure=measure if measure in known else letters.ARTICLE_28,
        key=given.get("key", "")[:_LONGEST],
        status=_one(given, "status", statuses),
        by_family=given.get("by") == "family",
        sort=_one(given, "sort", tuple(SORTS)),
    )


def _one(given: Mapping[str, str], name: str, among: tuple[str, ...]) -> str:
    value = given.get(name, "")
    return value if value in among else ""


def selected(organisation: Organisation, selection: Selection, rules: tuple[str, ...]) -> QuerySet[Standing]:
    """The standings asked for, in no order; `rules` are those of the playbook that counts."""
    rows = Standing.objects.filter(organisation=organisation).exclude(checked_at=None)
    rows = rows.exclude(agreement__in=agreements.aside(organisation))
    if selection.words:
        title = Q(agreement__title__icontains=selection.words)
        rows = rows.filter(title | Q(agreement__counterparty_name__icontains=selection.words))
    if selection.role:
        rows = rows.filter(agreement__direction=selection.role)
    if selection.counterparty:
        rows = rows.filter(agreement__counterparty=selection.counterparty)
    if selection.family:
        rows = rows.filter(agreement__member__version__family=selection.family)
    match selection.severity:
        case "serious":
            rows = rows.filter(serious__gt=0)
        case "attention":
            rows = rows.filter(serious=0, attention__gt=0)
        case "accepted":
            rows = rows.filter(accepted__gt=0)
        case "clean":
            rows = rows.filter(serious=0, attention=0)
    return _standing_so(rows, selection, rules)


def _standing_so(rows: QuerySet[Standing], selection: Selection, rules: tuple[str, ...]) -> QuerySet[Standing]:
    """Those that stand towards one requirement or rule as asked."""
    if not selection.key or not selection.status:
        return rows
    if selection.measure == PLAYBOOK:
        if selection.key not in rules or selection.status not in letters.POSITIONS:
            return rows.none()
        letter, column, place = letters.POSITIONS[selection.status], "positions", rules.index(selection.key)
    else:
        if not letters.known(selection.key) or selection.status not in letters.STATUSES:
            return rows.none()
        letter, column, place = letters.STATUSES[selection.status], "letters", letters.place(selection.key)
        rows = rows.filter(layout=letters.layout())
    return rows.annotate(asked_for=Substr(column, place + 1, 1)).filter(asked_for=letter)
