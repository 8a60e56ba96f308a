"""Suppliers' agreements -> who stands behind them: each sub-processor that they name, through whom, for what and where.

Names are compared without legal form, case and punctuation and no further: whether two names are one company, people know.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from art28.agreement.model import Fact
from art28.agreement.naming import passages_naming, same_name
from art28.comparing.link import Link
from art28.comparing.whereabouts import LIST, countries_of, listed
from art28.document.model import Citation
from art28.law.destinations import Destination, Level, destination

_RULE, _NOT_OUTSIDE = "transfers.rule", "not_outside_eea"


@dataclass(frozen=True, slots=True)
class Through:
    """One supplier's agreement that names a sub-processor: how it spells it, what for, where, and the fact that says so.

    `service` is empty where the agreement doesn't say. `transfers` is what it allows outside the EEA, None where it settles
    nothing.
    """

    name: str
    supplier: Link
    fact: Fact
    service: str
    destinations: tuple[Destination, ...]
    transfers: Fact | None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that hold its name; all of the list where none does."""
        return passages_naming(self.name, self.fact) or self.fact.citations

    @property
    def is_outside(self) -> bool:
        """Whether it has data processed outside the EEA; a place that nobody can tell counts, one unsaid doesn't."""
        return any(each.level is not Level.EEA for each in self.destinations)

    @property
    def is_against_its_own_rule(self) -> bool:
        """Whether the agreement keeps data within the EEA, and lists a country outside it."""
        beyond = any(each.level not in (Level.EEA, Level.UNKNOWN) for each in self.destinations)
        return beyond and self.transfers is not None and self.transfers.value == _NOT_OUTSIDE


@dataclass(frozen=True, slots=True)
class Behind:
    """A sub-processor behind suppliers: by what its name is compared, as most of them spell it, and through whom."""

    key: str
    name: str
    through: tuple[Through, ...]

    @property
    def suppliers(self) -> tuple[str, ...]:
        """The suppliers that name it, by name, each once."""
        return tuple(sorted({each.supplier.name for each in self.through}, key=str.casefold))

    @property
    def services(self) -> tuple[str, ...]:
        """What it does, as the agreements write it, each wording once."""
        return tuple(dict.fromkeys(each.service for each in self.through if each.service))

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Where it processes by any of the agreements, what lies outside the EEA in front."""
        found = {each.country: each for one in self.through for each in one.destinations}
        return tuple(sorted(found.values(), key=lambda each: (each.level is Level.EEA, each.country)))

    @property
    def is_outside(self) -> bool:
        """Whether any of the agreements has it process outside the EEA."""
        return any(each.is_outside for each in self.through)


def behind(suppliers: Iterable[Link], on: date) -> tuple[Behind, ...]:
    """Everybody whom suppliers' agreements name, those behind most suppliers in front; countries are judged as of `on`."""
    found: dict[str, list[Through]] = defaultdict(list)
    for supplier in suppliers:
        for through in _named(supplier, on):
            found[same_name(through.name)].append(through)
    everybody = (Behind(key, _spelled(through), tuple(through)) for key, through in found.items())
    return tuple(sorted(everybody, key=lambda each: (-len(each.suppliers), not each.is_outside, each.name.casefold())))


def _named(supplier: Link, on: date) -> Iterator[Through]:
    """Whom an agreement names; one that is named for two services comes twice."""
    fact = supplier.said.facts.get(LIST)
    if fact is None:
        return
    # A supplier that lists itself beside its sub-processors stands behind nobody.
    nobody = {"", same_name(supplier.name)}
    transfers = supplier.said.facts.get(_RULE)
    for record in listed(supplier.said):
        name, service = (str(record.get(field) or "") for field in ("name", "service"))
        if same_name(name) not in nobody:
            where = tuple(destination(country, on) for country in countries_of(record))
            yield Through(name, supplier, fact, service, where, transfers)


def _spelled(through: Iterable[Through]) -> str:
    """As most of them spell it; of as many, in full."""
    counted = Counter(each.name for each in through)
    return max(counted, key=lambda name: (counted[name], len(name)))
