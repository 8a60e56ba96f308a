"""Candidates -> facts and open questions.

The strongest passages decide. Where equally strong ones say different things, lists are united and a single value becomes
an open question with every candidate: never a pick.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Fact, OpenQuestion, QuestionKind, Value
from art28.agreement.passages import Reading
from art28.document.model import Citation
from art28.extraction.rule import Candidate, Rule

_UNITED = frozenset({FactType.TEXTS, FactType.CHOICES, FactType.RECORDS})


def read_facts(reading: Reading, rules: Iterable[Rule]) -> tuple[dict[str, Fact], tuple[OpenQuestion, ...]]:
    """The facts that `rules` find in `reading`, in the catalogue's order, and what they leave open."""
    proposed = proposals(reading, rules)
    facts: dict[str, Fact] = {}
    questions: list[OpenQuestion] = []
    for key in catalogue():
        found = decided(reading, key, proposed.get(key, ()))
        if len(found) == 1:
            facts[key] = found[0]
        elif found:
            questions.append(OpenQuestion(key, QuestionKind.CONFLICT, found))
    return facts, tuple(questions)


def proposals(reading: Reading, rules: Iterable[Rule]) -> Mapping[str, Sequence[tuple[Rule, Candidate]]]:
    """What `rules` propose in `reading`, by key, each with the rule that proposes it.

    What is proposed without a word of the document behind it doesn't exist.
    """
    proposed: dict[str, list[tuple[Rule, Candidate]]] = defaultdict(list)
    for rule in rules:
        for candidate in rule.read(reading):
            if candidate.key not in rule.keys:
                raise ValueError(f"rule {rule.name} proposes {candidate.key}, which it does not name")
            if _is_said(reading, candidate):
                proposed[candidate.key].append((rule, candidate))
    return proposed


def decided(reading: Reading, key: str, proposed: Sequence[tuple[Rule, Candidate]]) -> tuple[Fact, ...]:
    """What the strongest of the proposals for `key` say: one fact, none, or several that contradict each other."""
    if not proposed:
        return ()
    strongest = max(candidate.strength for _, candidate in proposed)
    chosen = tuple(fact_of(reading, rule, c) for rule, c in proposed if c.strength is strongest)
    return tuple(_merged(key, chosen, united=catalogue()[key].type in _UNITED))


def _is_said(reading: Reading, candidate: Candidate) -> bool:
    return bool(candidate.outside) or any(reading.text[start:end].strip() for start, end in candidate.passages)


def fact_of(reading: Reading, rule: Rule, candidate: Candidate) -> Fact:
    """The fact that `candidate` makes, with its passages in the document's own words."""
    citations = tuple(c for start, end in candidate.passages for c in reading.citations(start, end))
    citations += tuple(reading.flow.document.cite(span) for span in candidate.outside)
    provision = provision_at(reading, candidate.passages[0][0]) if candidate.passages else ""
    return Fact(candidate.key, candidate.value, citations, rule.name, provision, candidate.strength)


def provision_at(reading: Reading, offset: int) -> str:
    """The number of the clause at `offset` of the reading text; empty before the first."""
    at = reading.layer.starts[offset]
    return next((c.provision for c in reversed(reading.clauses) if c.start <= at), "")


def _merged(key: str, facts: tuple[Fact, ...], *, united: bool) -> Iterator[Fact]:
    """One fact per distinct value, or all of them united in one."""
    if united and len(facts) > 1:
        first = facts[0]
        value: list[object] = []
        known: list[object] = []
        for fact in facts:
            for item in fact.value if isinstance(fact.value, tuple) else ():
                as_said = item.casefold() if isinstance(item, str) else item
                if as_said not in known:
                    value.append(item)
                    known.append(as_said)
        yield Fact(key, tuple(value), _distinct(facts), first.rule, first.provision, first.strength)  # type: ignore[arg-type]
        return
    by_value: dict[Value, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_value[repr(fact.value)].append(fact)
    for same in by_value.values():
        first = same[0]
        yield Fact(key, first.value, _distinct(same), first.rule, first.provision, first.strength)


def _distinct(facts: Iterable[Fact]) -> tuple[Citation, ...]:
    found = {(c.start, c.end): c for fact in facts for c in fact.citations}
    return tuple(found[span] for span in sorted(found))
