"""What the address of the chain asks for -> what its page shows: kinds of duty folded, the worst first, or a page of some."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.agreement import labels
from art28.comparing.chain import Chain, Standing
from art28.comparing.kinds import Kind, kinds, worst_first
from art28.web.chains import showing
from art28.web.chains.showing import Row
from art28.web.typed import whole
from art28.web.yardsticks.showing import language_now

PAGE = 50
FIRST = 8
SLACK = "slack"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: gaps, or periods with slack; of one kind of duty, of one supplier, which page."""

    slack: bool
    duty: str
    supplier: str
    page: int

    @property
    def narrowed(self) -> bool:
        """Whether it asks for some of the rows."""
        return bool(self.duty or self.supplier)


@dataclass(frozen=True, slots=True)
class Fold:
    """A kind of duty with its first rows: the strictest promise, the worst row, how many suppliers, a link to all."""

    key: str
    what: str
    promised: str
    worst: str
    counted: str
    whole: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: folds where nothing narrower is asked for, else a page of rows; and what can be asked for."""

    asked: Asked
    counts: tuple[str, str]
    folds: tuple[Fold, ...]
    page: Page[Standing] | None
    rows: tuple[Row, ...]
    duties: tuple[tuple[str, str], ...]
    suppliers: tuple[str, ...]


def read(given: Mapping[str, str]) -> Asked:
    """What an address asks for; what it can't ask for counts as nothing."""
    return Asked(
        given.get("show") == SLACK,
        given.get("duty", ""),
        given.get("supplier", ""),
        max(1, whole(given.get("page", "1"))),
    )


def shown(found: Chain, asked: Asked) -> Shown:
    """The gaps or the periods with slack, as asked for; only what is shown is put in words."""
    gaps, slack = found.gaps, showing.with_slack(found)
    standings = slack if asked.slack else gaps
    language = language_now()
    page = _page(standings, asked) if asked.narrowed else None
    by_kind = kinds(standings)
    return Shown(
        asked=asked,
        counts=(labels.number(len(gaps), language), labels.number(len(slack), language)),
        folds=() if asked.narrowed else tuple(_fold(kind, slack=asked.slack) for kind in by_kind),
        page=page,
        rows=tuple(map(showing.row, page.object_list)) if page is not None else (),
        duties=tuple((kind.key, labels.fact(kind.key, language)) for kind in by_kind),
        suppliers=tuple(sorted({each.supplier.name for each in standings}, key=str.casefold)),
    )


def _fold(kind: Kind, *, slack: bool) -> Fold:
    rows, count = tuple(showing.row(each) for each in kind.standings[:FIRST]), len(kind.standings)
    return Fold(
        key=kind.key,
        what=rows[0].what,
        promised=showing.value(kind.promised),
        worst=rows[0].slack if slack else rows[0].short or rows[0].given,
        counted=ngettext("%(n)s supplier", "%(n)s suppliers", count) % showing.number(count),
        whole=_("All %(n)s suppliers") % showing.number(count) if count > FIRST else "",
        rows=rows,
    )


def _page(standings: tuple[Standing, ...], asked: Asked) -> Page[Standing]:
    wanted = [each for each in standings if asked.duty in ("", each.key) and asked.supplier in ("", each.supplier.name)]
    return Paginator(worst_first(wanted), PAGE).get_page(asked.page)
