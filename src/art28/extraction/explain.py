"""Document, key -> why the fact is as it is: who decided, on which passage, and what was looked at and passed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from art28.agreement.model import Fact
from art28.agreement.passages import Reading
from art28.document.flow import flow_of
from art28.document.model import Citation, Document
from art28.extraction.prepare import prepare
from art28.extraction.resolve import decided, fact_of, proposals, provision_at
from art28.extraction.rule import Rule
from art28.extraction.rules import RULES
from art28.extraction.trace import Look, Why, watched

_RANK = tuple(Why)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A passage that was looked at and settles nothing; `words` withdraw it, or name the party that it speaks of."""

    citations: tuple[Citation, ...]
    provision: str
    why: Why
    words: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How `key` was read.

    `decided` holds the fact, several where passages contradict each other, none where nothing settles it; `overruled` what
    weaker passages would have said; `passed_over` the passages without a say, those that nearly had one first.
    """

    key: str
    rules: tuple[str, ...]
    decided: tuple[Fact, ...]
    overruled: tuple[Fact, ...]
    passed_over: tuple[PassedOver, ...]


def explain(document: Document, key: str) -> Explanation:
    """Why `key`, one of the catalogue's, is read as it is in `document`."""
    reading = prepare(flow_of(document))
    rules = tuple(rule for rule in RULES if key in rule.keys)
    with watched() as looks:
        proposed = tuple(proposals(reading, rules).get(key, ()))
    looks = [look for look in looks if look.key in ("", key)]
    facts = decided(reading, key, proposed)
    strongest = max((candidate.strength for _, candidate in proposed), default=None)
    overruled = tuple(fact_of(reading, rule, c) for rule, c in proposed if c.strength is not strongest)
    used = [span for _, candidate in proposed for span in candidate.passages]
    return Explanation(key, _names(rules), facts, overruled, tuple(_passed_over(reading, looks, used)))


def _names(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(rule.name for rule in rules)


def _passed_over(reading: Reading, looks: Iterable[Look], used: list[tuple[int, int]]) -> Iterator[PassedOver]:
    """Each passage once, with the strongest reason noted for it; what the rules went on to use is left out."""
    strongest: dict[tuple[int, int], Look] = {}
    for look in looks:
        span = (look.start, look.end)
        if any(start < look.end and look.start < end for start, end in used):
            continue
        if span not in strongest or _RANK.index(look.why) > _RANK.index(strongest[span].why):
            strongest[span] = look
    for look in sorted(strongest.values(), key=lambda look: (-_RANK.index(look.why), look.start)):
        citations = reading.citations(look.start, look.end)
        if citations:
            yield PassedOver(citations, provision_at(reading, look.start), look.why, look.words)
