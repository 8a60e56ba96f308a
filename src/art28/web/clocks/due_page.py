"""What the pages of what is due share: the selection that a request asks for, and what its form offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest
from art28.web.clocks import due, saving
from art28.web.clocks.filters import EVENTS, STANDINGS, Filters, Whose, read_leniently
from art28.web.clocks.models import SavedFilter
from art28.web.parties import queries as parties

_PARAMETERS = frozenset({"whose", "counterparty", "action", "event", "state", "within", "from", "until", "q"})
_WITHIN: Mapping[str, str | Promise] = {
    "": _("Any time"),
    "PT24H": _("Within 24 hours"),
    "P3D": _("Within 3 days"),
    "P7D": _("Within a week"),
    "P30D": _("Within 30 days"),
}
_MOST_PARTIES = 300

Choice = tuple[str, str | Promise]


@dataclass(frozen=True, slots=True)
class Pill:
    """A ready selection: its name, its address, whether the page shows it, and the saved row behind it."""

    label: str | Promise
    query: str
    chosen: bool
    saved: SavedFilter | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The selection of a request: `defaulted` says that the person's default filled it in."""

    filters: Filters
    saved: saving.Saved
    defaulted: bool

    @property
    def query(self) -> str:
        """The selection as the query of an address."""
        return urlencode(self.filters.record())

    @property
    def pills(self) -> tuple[Pill, ...]:
        """The ready selections, then those kept."""
        ready = ((_("Mine and nobody's"), Filters()), (_("All"), Filters(whose=Whose.ALL.value)))
        kept = ((row.name, saving.filters_of(row.filters), row) for row in self.saved.rows)
        return (*(self._pill(label, filters) for label, filters in ready), *(self._pill(*each) for each in kept))

    def _pill(self, label: str | Promise, filters: Filters, row: SavedFilter | None = None) -> Pill:
        return Pill(label, urlencode(filters.record()), filters == self.filters, row)


def asked(request: MemberRequest) -> Asked:
    """What the address asks for; an address that asks for nothing opens with the person's default."""
    given: QueryDict = request.GET
    kept = saving.saved(request.organisation, request.user)
    named = {name: given.get(name, "") for name in _PARAMETERS if name in given}
    if not named and kept.default is not None:
        return Asked(saving.filters_of(kept.default.filters), kept, defaulted=True)
    return Asked(read_leniently({name: str(value) for name, value in named.items()}), kept, defaulted=False)


def scope(request: MemberRequest, now: datetime) -> due.Scope:
    """Within what a request looks."""
    return due.Scope(request.organisation, request.user, now)


def offered(request: MemberRequest, filters: Filters) -> Mapping[str, object]:
    """What the form lets choose; three queries, one more where the counterparty asked for lies beyond the first 300."""
    language = (get_language() or "nl")[:2]
    members = [(str(row.user_id), str(row.user)) for row in accounts.members(request.organisation)]
    teams = [(f"team:{row.pk}", row.name) for row in accounts.teams(request.organisation)]
    actions = sorted((labels.action(each.value, language), each.value) for each in Action)
    return {
        "whose": (
            (Whose.MINE_OR_NOBODY.value, _("Mine and nobody's")),
            (Whose.MINE.value, _("Mine")),
            (Whose.NOBODY.value, _("Of nobody in particular")),
            (Whose.ALL.value, _("Of everybody")),
        ),
        "people": [(f"person:{key}", name) for key, name in members],
        "teams": teams,
        "members": members,
        "states": [(str(each), label) for each, label in STANDINGS.items()],
        "actions": [(code, label) for label, code in actions],
        "events": list(EVENTS.items()),
        "within": [*_WITHIN.items(), *([(filters.within, filters.within)] if filters.within not in _WITHIN else [])],
        "parties": _parties(request, filters.counterparty),
    }


def _parties(request: MemberRequest, chosen: UUID | None) -> list[Choice]:
    rows = parties.names(request.organisation, most=_MOST_PARTIES)
    if chosen is not None and chosen not in {key for key, _name in rows}:
        rows = (*parties.names(request.organisation, only=chosen), *rows)
    return [(str(key), name) for key, name in rows]
