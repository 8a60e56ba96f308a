"""Agreements around one organisation -> its chain: what it promised its customers, held against what suppliers promised it.

A customer's agreement is one in which the organisation is the processor, a supplier's one in which it is the controller:
towards its suppliers a processor stands where its customer stands towards it (Art. 28(4)).
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Fact
from art28.agreement.naming import same_name
from art28.comparing.behind import Behind, behind
from art28.comparing.facts import along_a_chain, difference, gains, rank, size
from art28.comparing.link import Link
from art28.comparing.whereabouts import Place, bound, left, listed, places
from art28.obligations.settled import Said, choices, length, settled
from art28.terms import Role


class State(StrEnum):
    """How a supplier's promise stands towards the strictest one made to a customer."""

    SHORT = "short"
    SILENT = "silent"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise to customers beside what one supplier promises.

    `promised` is the strictest one made, to `customer`; `customers` is to how many more was promised than the supplier gives.
    `slack` is what is left of a period, negative where the supplier's is too long, None where there are no two periods.
    `lacking` lists what of a list the supplier does not promise. `told_starts` says that the customer's period starts only
    when the supplier reports, so that the supplier's own takes nothing of it. `outside` lists where the supplier has data
    processed beyond the region that was promised, whatever it promises of its own.
    """

    key: str
    supplier: Link
    customer: Link
    promised: Fact
    given: Fact | None
    state: State
    customers: int
    slack: timedelta | None = None
    lacking: tuple[str, ...] = ()
    told_starts: bool = False
    outside: tuple[Place, ...] = ()

    @property
    def lacks_time(self) -> bool:
        """Whether a period is too short rather than too long: of one in which a customer acts, the longer suits it."""
        return gains()[self.key].longer is Role.CONTROLLER


@dataclass(frozen=True, slots=True)
class Chain:
    """An organisation's chain. `others` are agreements to which it is no party; `unfiled` are sub-processors that customers
    were told of and with whom no agreement is at hand, with the number of customers; `behind` are those whom suppliers'
    agreements name."""

    us: str
    customers: tuple[Link, ...]
    suppliers: tuple[Link, ...]
    others: tuple[str, ...]
    standings: tuple[Standing, ...]
    places: tuple[Place, ...]
    unfiled: Mapping[str, int]
    behind: tuple[Behind, ...]

    @property
    def gaps(self) -> tuple[Standing, ...]:
        """Where a supplier promises less than a customer was promised, or nothing."""
        return tuple(each for each in self.standings if each.state is not State.HELD)


def chain(said: Iterable[tuple[str, Said]], us: str, on: date) -> Chain:
    """The chain of `us` in agreements, each with where it was read; countries are judged as of `on`."""
    customers: list[Link] = []
    suppliers: list[Link] = []
    others: list[str] = []
    name = same_name(us)
    for source, agreement in said:
        processor, controller = (_party(agreement, role) for role in ("processor", "controller"))
        if processor and same_name(processor) == name:
            customers.append(Link(controller, source, agreement))
        elif controller and same_name(controller) == name:
            suppliers.append(Link(processor, source, agreement))
        else:
            others.append(source)
    return linked(us, customers, suppliers, on, others=others)


def linked(
    us: str, customers: Sequence[Link], suppliers: Sequence[Link], on: date, *, others: Sequence[str] = ()
) -> Chain:
    """The chain of `us` with customers and suppliers that are known as such."""
    served = [_served(customer) for customer in customers]
    found = tuple(places((each.said for each in customers), ((each.name, each.said) for each in suppliers), on))
    outside = _outside(customers, served, suppliers, left(found, on))
    return Chain(
        us,
        tuple(customers),
        tuple(suppliers),
        tuple(others),
        tuple(_standings(customers, served, suppliers, outside)),
        found,
        _unfiled(customers, suppliers),
        behind(suppliers, on),
    )


def _party(agreement: Said, role: str) -> str:
    fact = agreement.facts.get(f"{role}.name")
    return fact.value if fact is not None and isinstance(fact.value, str) else ""


def _served(customer: Link) -> frozenset[str] | None:
    """The sub-processors that a customer was told of; None where it was told of none, so that any may serve it."""
    named = frozenset(same_name(str(record.get("name") or "")) for record in listed(customer.said)) - {""}
    return named or None


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise to one customer: how strict it is, the lower the stricter."""

    strictness: float
    fact: Fact
    customer: Link


@dataclass(slots=True)
class _Promises:
    """What customers were promised on one fact, the strictest first: those whom any supplier may serve, and by supplier
    those who were told of it. So any number of customers is gone through once, not for each supplier."""

    anybody: list[_Promise] = field(default_factory=list)
    told: dict[str, list[_Promise]] = field(default_factory=lambda: defaultdict(list))

    def add(self, promise: _Promise, named: frozenset[str] | None) -> None:
        """Keep a promise to a customer that was told of these suppliers, or of none."""
        for each in (self.anybody,) if named is None else (self.told[name] for name in named):
            each.append(promise)

    def sorted(self) -> "_Promises":
        """Itself, each list with the strictest first."""
        for promises in (self.anybody, *self.told.values()):
            promises.sort(key=_by_strictness)
        return self

    def concerning(self, supplier: str) -> tuple[list[_Promise], ...]:
        """The promises that a supplier bears on, in lists that each have the strictest first."""
        return tuple(found for found in (self.anybody, self.told.get(supplier, [])) if found)


def _standings(
    customers: Sequence[Link],
    served: Sequence[frozenset[str] | None],
    suppliers: Sequence[Link],
    outside: Mapping[tuple[str, int], Standing],
) -> Iterator[Standing]:
    names = [same_name(supplier.name) for supplier in suppliers]
    for key in along_a_chain():
        promises = _promises(key, customers, served)
        for number, (supplier, name) in enumerate(zip(suppliers, names, strict=True)):
            concerned, elsewhere = promises.concerning(name), outside.get((key, number))
            if concerned:
                standing = _standing(key, concerned, supplier)
                yield _beyond(standing, elsewhere) if elsewhere is not None else standing
            elif elsewhere is not None:
                yield elsewhere


def _beyond(standing: Standing, elsewhere: Standing) -> Standing:
    """What a supplier promises of transfers, once its places are known to lie beyond what a customer was promised."""
    if standing.state is State.HELD:
        return elsewhere
    customers = max(standing.customers, elsewhere.customers)
    return replace(standing, state=State.SHORT, customers=customers, outside=elsewhere.outside)


def _outside(
    customers: Sequence[Link],
    served: Sequence[frozenset[str] | None],
    suppliers: Sequence[Link],
    beyond: Sequence[tuple[int, Place]],
) -> Mapping[tuple[str, int], Standing]:
    """Where suppliers have data processed outside the region that a customer was promised, by fact and supplier's number."""
    promises = _bounds(customers, served)
    by_name: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    for width, place in beyond:
        by_name[same_name(place.supplier)].append((width, place))
    found: dict[tuple[str, int], Standing] = {}
    for number, supplier in enumerate(suppliers):
        concerned = promises.concerning(same_name(supplier.name))
        there = by_name.get(same_name(supplier.name), [])
        if not concerned or not there:
            continue
        strictest = min((each[0] for each in concerned), key=_by_strictness)
        broken = tuple(place for width, place in there if width >= strictest.strictness)
        widest = float(max(width for width, _ in there))
        behind = sum(bisect_right(each, widest, key=_by_strictness) for each in concerned)
        if broken:
            key, what = strictest.fact.key, settled(supplier.said, strictest.fact.key)
            given = what.fact if what is not None else None
            found[key, number] = Standing(
                key, supplier, strictest.customer, strictest.fact, given, State.SHORT, behind, outside=broken
            )
    return found


def _bounds(customers: Sequence[Link], served: Sequence[frozenset[str] | None]) -> _Promises:
    """The regions that customers were promised, the narrowest first."""
    found = _Promises()
    for customer, named in zip(customers, served, strict=True):
        if (region := bound(customer.said)) is not None:
            found.add(_Promise(float(region.width), region.fact, customer), named)
    return found.sorted()


def _promises(key: str, customers: Sequence[Link], served: Sequence[frozenset[str] | None]) -> _Promises:
    found = _Promises()
    for customer, named in zip(customers, served, strict=True):
        what = settled(customer.said, key)
        strict = strictness(what.fact) if what is not None else None
        if what is None or strict is None:
            continue
        found.add(_Promise(strict, what.fact, customer), named)
    return found.sorted()


def _by_strictness(promise: _Promise) -> float:
    return promise.strictness


def strictness(fact: Fact) -> float | None:
    """How strict a promise is for the processor, the lower the stricter; None where it promises nothing."""
    gain, spec = gains()[fact.key], catalogue()[fact.key]
    if spec.type is FactType.FLAG:
        return 0.0 if fact.value is True else None
    if gain.order:
        place = rank(gain.order, fact.value)
        return None if place is None or place == len(gain.order) - 1 else float(place)
    if isinstance(fact.value, tuple):
        return -float(len(fact.value))
    measured = size(fact)
    if measured is None:
        return None
    favours = gain.more if spec.type is FactType.MONEY else gain.longer
    return -measured if favours is Role.CONTROLLER else measured


def _standing(key: str, concerned: tuple[list[_Promise], ...], supplier: Link) -> Standing:
    strictest = min((promises[0] for promises in concerned), key=_by_strictness)
    what = settled(supplier.said, key)
    given = what.fact if what is not None else None
    if isinstance(strictest.fact.value, tuple):
        return _of_list(key, concerned, supplier, given)
    total = sum(map(len, concerned))
    if given is None:
        held = gains()[key].absent is Role.CONTROLLER
        state, behind = (State.HELD, 0) if held else (State.SILENT, total)
    elif difference(catalogue()[key], strictest.fact, given).gains is Role.PROCESSOR:
        kept = strictness(given)
        behind = total if kept is None else sum(bisect_left(each, kept, key=_by_strictness) for each in concerned)
        state = State.SHORT
    else:
        state, behind = State.HELD, 0
    return Standing(
        key,
        supplier,
        strictest.customer,
        strictest.fact,
        given,
        state,
        behind,
        slack=_slack(strictest.fact, given),
        told_starts=key == "breach.deadline" and _told_starts(strictest.customer),
    )


def _of_list(key: str, concerned: tuple[list[_Promise], ...], supplier: Link, given: Fact | None) -> Standing:
    """A list: everything that any customer was promised, against what the supplier has."""
    has = set(_listed(given)) if given is not None else set()
    wanted: dict[str, list[_Promise]] = defaultdict(list)
    for promise in (promise for promises in concerned for promise in promises):
        for item in _listed(promise.fact):
            if item not in has:
                wanted[item].append(promise)
    first = next(iter(wanted.values()))[0] if wanted else concerned[0][0]
    behind = {id(promise) for promises in wanted.values() for promise in promises}
    state = State.HELD if not wanted else (State.SHORT if given is not None else State.SILENT)
    return Standing(key, supplier, first.customer, first.fact, given, state, len(behind), lacking=tuple(wanted))


def _listed(fact: Fact) -> tuple[str, ...]:
    return tuple(item for item in fact.value if isinstance(item, str)) if isinstance(fact.value, tuple) else ()


def _slack(promised: Fact, given: Fact | None) -> timedelta | None:
    ours, theirs = length(promised), length(given) if given is not None else None
    if ours is None or theirs is None:
        return None
    return theirs - ours if gains()[promised.key].longer is Role.CONTROLLER else ours - theirs


def _told_starts(customer: Link) -> bool:
    return "report_from_sub_processor" in choices(customer.said, "breach.clock_starts")


def _unfiled(customers: Sequence[Link], suppliers: Sequence[Link]) -> Mapping[str, int]:
    filed = {same_name(supplier.name) for supplier in suppliers}
    counted: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for customer in customers:
        names = {same_name(name): name for record in listed(customer.said) if (name := str(record.get("name") or ""))}
        for folded, name in names.items():
            if folded not in filed:
                counted[spelled.setdefault(folded, name)] += 1
    return dict(counted.most_common())
