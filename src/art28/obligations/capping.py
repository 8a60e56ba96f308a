"""An agreement, and what is known of a damage -> the most that can be owed for it, limit by limit, each with its passage.

Nothing is guessed: a limit that hangs on a figure nobody gave stays unknown, and says which figure it asks for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from art28.document.model import Citation
from art28.obligations.settled import Said, choice, settled

_CENTS = 100


class Figure(StrEnum):
    """What a limit is computed from and no agreement states: a person gives it, with where it comes from."""

    PRICE = "price"
    YEAR = "year"
    MONTH = "month"
    INSURER = "insurer"
    MAIN = "main"
    BLANK = "blank"


_NEEDS: Mapping[str, Figure] = {
    "contract_price": Figure.PRICE,
    "fees_of_year": Figure.YEAR,
    "fees_of_month": Figure.MONTH,
    "insurance": Figure.INSURER,
    "general_terms": Figure.MAIN,
    "fixed": Figure.BLANK,
}
_LONG_RUNNING = ("duurovereenkomst", "more than a year", "longer than one year", "continuing")
_UNPAID = ("keert niet uit", "does not pay")
_SOURCES = ("liability.regime", "liability.limits", "liability.cap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known besides the agreement, in cents of a euro.

    `runs_over_a_year` says whether the main agreement lasts longer than a year, None where nobody knows. `spent` holds what
    other claims took of what a limit allows, by "event", "year" and "total". `further` says that a limit of the main
    agreement holds besides. `invalid` are places of the agreement that were found invalid: their limits fall away alone.
    """

    figures: Mapping[Figure, int] = field(default_factory=dict)
    runs_over_a_year: bool | None = None
    spent: Mapping[str, int] = field(default_factory=dict)
    further: bool = False
    invalid: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """One limit: what it amounts to and what is left of it, in cents; None while `needs` is not known.

    `counts` is false where another limit stands in its place, or its clause is invalid.
    """

    basis: str
    per: str
    scope: str
    cents: int | None
    left: int | None
    needs: Figure | None
    provision: str
    citations: tuple[Citation, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that can be owed: `lowest` by the strictest reading, `highest` by the widest; both None without a limit.

    While a figure is wanting `lowest` is None and `highest` is what is certain already, if anything is. `regime` is empty
    where the agreement is silent, so that the law alone governs. `provisional` says that a question about it is open.
    """

    regime: str
    steps: tuple[Step, ...]
    lowest: int | None
    highest: int | None
    needs: tuple[Figure, ...]
    provision: str = ""
    citations: tuple[Citation, ...] = ()
    provisional: bool = False

    @property
    def is_limited(self) -> bool:
        """Whether any limit stands."""
        return any(step.counts for step in self.steps)

    @property
    def is_disputed(self) -> bool:
        """Whether two readings of the limits lead to different sums."""
        return self.lowest is not None and self.lowest != self.highest


def cap(agreement: Said, known: Known) -> Cap:
    """The most that can be owed under `agreement` for one event.

    >>> from types import SimpleNamespace
    >>> cap(SimpleNamespace(facts={}, questions=()), Known()).is_limited
    False
    """
    regime = settled(agreement, "liability.regime")
    steps = _in_place(tuple(_steps(agreement, known)), known)
    counting = tuple(step for step in steps if step.counts)
    needs = tuple(dict.fromkeys(step.needs for step in counting if step.needs is not None))
    lowest, highest = _between(counting)
    sources = [found for key in _SOURCES if (found := settled(agreement, key))]
    return Cap(
        regime=choice(agreement, "liability.regime") or "",
        steps=steps,
        lowest=None if needs else lowest,
        highest=highest,
        needs=needs,
        provision=regime.fact.provision if regime else "",
        citations=regime.fact.citations if regime else (),
        provisional=any(found.provisional for found in sources),
    )


def _steps(agreement: Said, known: Known) -> Iterator[Step]:
    """The limits as the agreement has them, a fixed cap that no record repeats, and what the main agreement limits."""
    limits, highest = settled(agreement, "liability.limits"), settled(agreement, "liability.cap")
    records = []
    if limits is not None and isinstance(limits.value, tuple):
        records = [each for each in limits.value if isinstance(each, Mapping)]
        for record in records:
            yield _step(record, known, limits.fact.provision, limits.fact.citations)
    fixed = {record.get("amount") for record in records}
    if highest is not None and highest.value not in fixed and isinstance(highest.value, int | float):
        record = {"basis": "fixed", "amount": highest.value, "per": "total", "scope": None}
        yield _step(record, known, highest.fact.provision, highest.fact.citations)
    regime = settled(agreement, "liability.regime")
    by_main = regime is not None and regime.value == "main_agreement_terms"
    if (by_main or known.further) and not any(record.get("basis") == "general_terms" for record in records):
        ground = regime.fact if regime is not None and by_main else None
        record = {"basis": "general_terms", "amount": None, "per": None, "scope": None}
        yield _step(record, known, ground.provision if ground else "", ground.citations if ground else ())


def _step(record: Mapping[str, object], known: Known, provision: str, citations: tuple[Citation, ...]) -> Step:
    basis, amount = str(record.get("basis") or "fixed"), record.get("amount")
    per, scope = str(record.get("per") or ""), str(record.get("scope") or "")
    wanted = _NEEDS.get(basis, Figure.BLANK)
    cents = round(amount * _CENTS) if isinstance(amount, int | float) else known.figures.get(wanted)
    spent = known.spent.get(per or "event", 0)
    return Step(
        basis=basis,
        per=per,
        scope=scope,
        cents=cents,
        left=None if cents is None else max(0, cents - spent),
        needs=wanted if cents is None else None,
        provision=provision,
        citations=citations,
        counts=not provision or provision not in known.invalid,
    )


def _in_place(steps: tuple[Step, ...], known: Known) -> tuple[Step, ...]:
    """The fees of a year stand in the place of the price where the contract runs longer; one sum where no insurer pays."""
    priced = any(step.basis == "contract_price" for step in steps)
    paid = known.figures.get(Figure.INSURER)

    def stands(step: Step) -> bool:
        scope = step.scope.lower()
        if priced and step.basis == "fees_of_year" and _has(scope, _LONG_RUNNING):
            return known.runs_over_a_year is not False
        if step.basis == "contract_price" and known.runs_over_a_year:
            return not any(each.basis == "fees_of_year" and _has(each.scope.lower(), _LONG_RUNNING) for each in steps)
        if paid is not None and step.basis == "fixed" and _has(scope, _UNPAID):
            return paid == 0
        if paid == 0 and step.basis == "insurance":
            return not any(each.basis == "fixed" and _has(each.scope.lower(), _UNPAID) for each in steps)
        return True

    return tuple(replace(step, counts=step.counts and stands(step)) for step in steps)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _between(steps: tuple[Step, ...]) -> tuple[int | None, int | None]:
    """The lowest of all limits that are known; and the widest reading, by which an insurer's payment lifts a fixed sum."""
    left = [step.left for step in steps if step.left is not None]
    if not left:
        return None, None
    insured = [step.left for step in steps if step.basis == "insurance" and step.left is not None]
    fixed = [step.left for step in steps if step.basis == "fixed" and step.left is not None]
    others = [step.left for step in steps if step.basis not in ("insurance", "fixed") and step.left is not None]
    if not any(step.basis == "insurance" for step in steps) or not fixed:
        return min(left), min(left)
    if not insured:
        return min(left), min(others) if others else None
    return min(left), min([max(*insured, min(fixed)), *others])
