"""A claim as it stands -> what of it counts as direct damage, the most that can be owed, what liability still asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.agreement.duties import Action
from art28.obligations.capping import Cap, Figure, Known, cap
from art28.obligations.recovering import Recovered, claim_of_another, fine
from art28.obligations.settled import Said, choice, settled
from art28.terms import Role
from art28.web.agreements import deriving
from art28.web.agreements.models import FindingRow
from art28.web.claims import queries
from art28.web.claims.models import Claim, Clause, Given, Intent, Invalid, Item, Kind, Point, Side
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation, State
from art28.web.lifecycle import queries as lives
from art28.web.lifecycle.models import MainAgreement

_YEAR = 366
_OF_MAIN: Mapping[Figure, str] = {
    Figure.PRICE: "cents_price",
    Figure.YEAR: "cents_a_year",
    Figure.MAIN: "cents_cap",
}
"""The figures that a limit may need and the main agreement knows, by its columns."""


@dataclass(frozen=True, slots=True)
class Classified:
    """An item with whether the agreement makes it direct damage; None where nobody has read that yet."""

    item: Item
    direct: bool | None
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What liability asks for; `met` is None where it is not known yet."""

    label: str | Promise
    met: bool | None
    why: str | Promise = ""
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim against its agreement. Sums are in cents; `uncapped` says that intent would lift the limits.

    `counting` is what counts for certain, `unsure` what depends on reading the clause on direct damage. `asks` are the points
    on which somebody must read the agreement first.
    """

    items: tuple[Classified, ...]
    counting: int
    unsure: int
    excluded: int
    cap: Cap
    uncapped: bool
    figures: Mapping[Figure, Given]
    from_main: Mapping[Figure, int]
    checks: tuple[Check, ...]
    recovered: Recovered | None
    clauses: Mapping[Point, Clause]
    asks: tuple[Point, ...]
    invalid: tuple[Invalid, ...]
    conflicts: tuple[FindingRow, ...]
    law: str

    @property
    def payable(self) -> int | None:
        """The most that can be owed by the strictest reading; None while something is to be known first."""
        if self.cap.needs or self.unsure:
            return None
        if self.uncapped or not self.cap.is_limited or self.cap.lowest is None:
            return self.counting
        return min(self.counting, self.cap.lowest)

    @property
    def ceiling(self) -> int | None:
        """What no settlement should pass without a reason; None where nothing limits for certain."""
        return None if self.uncapped or not self.cap.is_limited else self.cap.highest


def weigh(row: Claim) -> Weighed:
    """The claim against its agreement as both stand, in a fixed number of queries."""
    said = deriving.standing(row.agreement)
    clauses, invalid = queries.clauses(row.agreement), queries.invalid(row.agreement)
    figures = queries.figures(row)
    main = lives.main_on(row.agreement, _day(row))
    known = _known(row, main, figures, clauses, invalid)
    from_main = _from_main(main, _cap(row, said, known, clauses).needs)
    known = replace(known, figures={**known.figures, **from_main})
    classified = tuple(_classified(item, said, clauses) for item in queries.items(row))
    standing = [each for each in classified if each.item.struck_at is None]
    found = _cap(row, said, known, clauses)
    lifts = _says(clauses, Point.INTENT)
    return Weighed(
        items=classified,
        counting=sum(each.item.cents for each in standing if each.direct),
        unsure=sum(each.item.cents for each in standing if each.direct is None),
        excluded=sum(each.item.cents for each in standing if each.direct is False),
        cap=found,
        uncapped=row.intent == Intent.ESTABLISHED and lifts is True,
        figures=figures,
        from_main=from_main,
        checks=tuple(_checks(row, said, clauses, standing)),
        recovered=_recovered(row, said),
        clauses=clauses,
        asks=tuple(_asks(row, said, found, clauses)),
        invalid=invalid,
        conflicts=queries.conflicts(row.agreement),
        law=choice(said, "law.governing") or "",
    )


def _says(clauses: Mapping[Point, Clause], point: Point) -> bool | None:
    return clauses[point].says if point in clauses else None


def _known(
    row: Claim,
    main: MainAgreement | None,
    figures: Mapping[Figure, Given],
    clauses: Mapping[Point, Clause],
    invalid: tuple[Invalid, ...],
) -> Known:
    """What is known besides the agreement, as people gave it."""
    runs = None
    if main is not None:
        until = main.ends_on or _day(row)
        runs = (until - main.starts_on).days >= _YEAR or (None if main.ends_on is None else False)
    return Known(
        figures={figure: each.cents for figure, each in figures.items()},
        runs_over_a_year=runs,
        spent=queries.spent(row),
        further=_says(clauses, Point.FURTHER) is True,
        invalid=frozenset(each.provision for each in invalid),
    )


def _from_main(main: MainAgreement | None, needs: tuple[Figure, ...]) -> dict[Figure, int]:
    """What a limit still needs and the main agreement knows, as it ran when the claim arose."""
    known = {each: getattr(main, _OF_MAIN[each], None) for each in needs if each in _OF_MAIN}
    return {each: cents for each, cents in known.items() if cents is not None}


def _day(row: Claim) -> date:
    return row.arose_at.astimezone(ZoneInfo(row.organisation.time_zone)).date()


def _cap(row: Claim, said: Said, known: Known, clauses: Mapping[Point, Clause]) -> Cap:
    """The limits; of the controller's liability they limit nothing unless the agreement says so."""
    found = cap(said, known)
    if row.debtor is Side.CONTROLLER and _says(clauses, Point.MUTUAL) is False:
        return Cap(found.regime, (), None, None, (), found.provision, found.citations, found.provisional)
    return found


def _classified(item: Item, said: Said, clauses: Mapping[Point, Clause]) -> Classified:
    """Direct is what the agreement lists as such. Where indirect damage is not excluded the difference does not matter."""
    indirect = settled(said, "liability.indirect_excluded")
    if indirect is None or indirect.value is not True:
        return Classified(item, direct=True)
    clause = clauses.get(Point.DIRECT)
    if clause is None:
        return Classified(item, None, indirect.fact.provision)
    if not clause.says:  # it excludes indirect damage and leaves open what that is
        return Classified(item, None, indirect.fact.provision)
    listed = item.head in clause.heads
    return Classified(item, listed, clause.provision if listed else indirect.fact.provision)


def _checks(row: Claim, said: Said, clauses: Mapping[Point, Clause], items: list[Classified]) -> Iterator[Check]:
    failure = bool(row.failure)
    regime = settled(said, "liability.regime")
    if regime is not None and regime.value == "fault_only":
        yield Check(_("An unlawful or negligent act is alleged"), failure, "", regime.fact.provision)
    yield Check(_("The failure is named"), failure, row.failure)
    yield Check(_("It is attributable to the other side"), row.attributable, _whose(row))
    yield _default(row, clauses)
    proven = bool(items) and all(each.item.proof for each in items)
    yield Check(
        _("Every amount is substantiated"), proven, "" if proven else _("an amount without proof, or none at all")
    )
    yield _in_time(row, said)


def _whose(row: Claim) -> str | Promise:
    """A processor answers for its sub-processors as for itself (Art. 28(4))."""
    if not row.sub_processor:
        return ""
    return _("A fault of %(name)s counts as the processor's own (Art. 28(4)).") % {"name": row.sub_processor}


def _default(row: Claim, clauses: Mapping[Point, Clause]) -> Check:
    label, clause = _("The other side is in default"), clauses.get(Point.DEFAULT)
    provision = clause.provision if clause is not None and clause.says else ""
    if row.impossible:
        return Check(label, met=True, why=_("performance is impossible for good"), provision=provision)
    if row.cured_at is not None:
        return Check(label, met=False, why=_("the failure was cured in time"), provision=provision)
    if row.default_at is not None and row.cure_until is not None:
        over = row.cure_until < timezone.localdate()
        return Check(label, over or None, "" if over else _("the term to cure it still runs"), provision)
    if clause is None:
        return Check(label, None, _("read first whether the agreement asks for a notice of default"))
    if clause.says:
        return Check(label, met=False, why=_("no notice of default was sent"), provision=provision)
    return Check(label, met=True, why=_("the agreement asks for no notice of default"))


def _in_time(row: Claim, said: Said) -> Check:
    label, period = _("It was reported before it lapsed"), settled(said, "liability.claim_period")
    provision = period.fact.provision if period is not None else ""
    clock = queries.clock_of(row, Action.REPORT_CLAIM)
    if clock is None:
        return Check(
            label, row.reported_at is not None or None, _("the agreement sets no period; that of the law runs"), ""
        )
    if row.reported_at is not None:
        late = clock.ends_at is not None and row.reported_at > clock.ends_at
        return Check(label, not late, _("too late: by the agreement it had lapsed") if late else "", provision)
    lapsed = has_lapsed(clock)
    return Check(label, False if lapsed else None, _("by the agreement it has lapsed") if lapsed else "", provision)


def has_lapsed(clock: Obligation) -> bool:
    """Whether the period within which a claim is reported is over without a report."""
    late = clocks.is_late(clock, timezone.now())
    return clock.ended_at is None and (clock.state == State.LATE or late)


def _recovered(row: Claim, said: Said) -> Recovered | None:
    """Of a fine or of another's claim: whether the party that bears it, the claimant here, recovers it from the other."""
    intent = {Intent.ESTABLISHED.value: True, Intent.NONE.value: False}.get(row.intent)
    if row.kind == Kind.FINE:
        return fine(said, borne_by=Role(row.claimant), attributable=row.attributable, intent=intent)
    if row.kind == Kind.THIRD_PARTY:
        return claim_of_another(said, borne_by=Role(row.claimant), attributable=row.attributable)
    return None


def _asks(row: Claim, said: Said, found: Cap, clauses: Mapping[Point, Clause]) -> Iterator[Point]:
    """What somebody must read in the agreement before this claim can be weighed."""
    wanted = [Point.DEFAULT]
    indirect = settled(said, "liability.indirect_excluded")
    if indirect is not None and indirect.value is True:
        wanted.insert(0, Point.DIRECT)
    if found.is_limited:
        wanted += [Point.INTENT, Point.FURTHER] if found.regime != "main_agreement_terms" else [Point.INTENT]
        if row.debtor is Side.CONTROLLER:
            wanted.append(Point.MUTUAL)
    return (point for point in wanted if point not in clauses)
