"""A chain of 5,000 customers and 200 suppliers, beside bare passes over the same facts in as many pairs."""

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Fact, OpenQuestion, Value
from art28.cli.chain_html import as_html
from art28.comparing.chain import chain
from art28.comparing.facts import along_a_chain
from art28.document.model import Citation
from measure import within

CUSTOMERS, SUPPLIERS = 5_000, 200
BAR_SECONDS = 10.0
HERE = (Citation("een passage", 0, 11, None),)


@dataclass(frozen=True, slots=True)
class Says:
    """What an agreement says."""

    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...] = ()


def agreement(processor: str, controller: str, drawn: random.Random, told: tuple[str, ...] = ()) -> Says:
    """An agreement with four in five of the facts that matter along a chain."""
    said: dict[str, Value] = {"processor.name": processor, "controller.name": controller}
    said |= {key: value(key, drawn) for key in along_a_chain() if drawn.random() < 0.8}
    if told:
        said["subprocessors.list"] = tuple({"name": name, "processing_in": ("NL", "US")} for name in told)
    return Says({key: Fact(key, each, HERE, "a_rule") for key, each in said.items()})


def value(key: str, drawn: random.Random) -> Value:
    """A value of the fact's type."""
    spec = catalogue()[key]
    if spec.type is FactType.FLAG:
        return drawn.random() < 0.9
    if spec.type is FactType.DURATION:
        return drawn.choice(("PT24H", "PT48H", "P3D", "P14D", "P30D", "P90D"))
    if spec.type is FactType.MONEY:
        return drawn.choice((100_000, 500_000, 1_000_000))
    return drawn.choice(spec.values) if spec.type is FactType.CHOICE else tuple(drawn.sample(spec.values, 3))


def main() -> None:
    """Make the agreements, then hold them."""
    drawn = random.Random(28)  # noqa: S311 - for variety, not for secrecy
    names = tuple(f"Leverancier {number} B.V." for number in range(SUPPLIERS))
    said = [
        (
            f"klant {number}",
            agreement("Wij B.V.", f"Klant {number}", drawn, tuple(drawn.sample(names, 5)) if number % 2 else ()),
        )
        for number in range(CUSTOMERS)
    ]
    said += [(name, agreement(name, "Wij B.V.", drawn)) for name in names]
    started = time.process_time()
    found = chain(said, "Wij B.V.", date(2026, 11, 28))
    page = as_html(found, "nl")
    took = time.process_time() - started
    print(f"{len(found.standings):,} promises held, {len(found.gaps):,} gaps, page of {len(page) // 1024:,} KiB")
    started = time.process_time()
    sum(1 for name in names for _, each in said if name in each.facts)
    bare = time.process_time() - started
    print(
        f"a bare pass over {len(said):,} agreements for each supplier: {bare:.2f} s, the chain {took / bare:.1f} times that"
    )
    within(f"a chain of {CUSTOMERS:,} customers and {SUPPLIERS} suppliers", took, BAR_SECONDS)


if __name__ == "__main__":
    main()
