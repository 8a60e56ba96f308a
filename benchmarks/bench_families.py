"""Families of agreements: what recognising costs beside reading, whether 800 agreements fall where they belong, how many
decisions that leaves for a person, and what adding one costs among a thousand and among fifty thousand."""

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from art28.agreement.model import Agreement
from art28.document.model import Document
from art28.extraction.extract import extract
from art28.families.decisions import Decision, decisions
from art28.families.family import Families
from art28.families.fingerprint import Fingerprint, fingerprint
from art28.families.passages import PassageMark, passage_marks
from art28.families.words import worded
from art28.reading.limits import Limits
from art28.reading.read import read_document
from measure import processor_seconds, row

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from filled_in import FilledIn, filled_in

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 800
FEW, MANY, SPREAD = 1_000, 50_000, 0.03
RECOGNISING_BAR = 0.5
GROWTH_BAR = 3.0


def document_of(made: FilledIn) -> Document:
    """The document as read."""
    return read_document(made.text.encode(), name=f"{made.name}.md", limits=Limits())


def recognised(agreement: Agreement) -> tuple[Fingerprint, tuple[PassageMark, ...]]:
    """What the families keep of an agreement."""
    text = worded(agreement)
    return fingerprint(text), passage_marks(text, agreement.facts.values())


def recognising() -> None:
    """One agreement: the fingerprint and the marks of its passages, beside reading it."""
    made = next(iter(filled_in(1)))
    agreement = extract(document_of(made))
    ours = processor_seconds(lambda: recognised(agreement))
    row("recognising one agreement", ours, processor_seconds(lambda: extract(document_of(made))),
        baseline_name="reading", bar=RECOGNISING_BAR)  # fmt: skip


def falling_right() -> tuple[Fingerprint, ...]:
    """Read the agreements, place each, and count what is left for a person."""
    families, prints, facts = Families(), [], 0
    made: dict[str, FilledIn] = {}
    marks = {}
    for each in filled_in(COUNT):
        agreement: Agreement = extract(document_of(each))
        given, marks[each.name] = recognised(agreement)
        prints.append(given)
        families.add(each.name, given, str(agreement.value("document.version") or ""))
        made[each.name] = each
        facts += len(agreement.facts)
    found = families.families()
    wrong = sum(misplaced(version.members, made) for versions in found for version in versions)
    print(f"{COUNT} agreements: {len(found)} families, {sum(map(len, found))} versions, {wrong} misplaced")
    taken: Counter[Decision] = Counter()
    for versions in found:
        taken.update(
            group.decision for group in decisions({m: marks[m] for version in versions for m in version.members})
        )
    total = sum(taken.values())
    print(f"{facts} facts, {total} decisions ({facts / total:.0f} facts each): "
          + ", ".join(f"{taken[kind]} {kind.value}" for kind in Decision))  # fmt: skip
    return tuple(prints)


def misplaced(members: Iterable[str], made: dict[str, FilledIn]) -> int:
    """How many members of one version were made from another template than most, or from another version."""
    origins = Counter((made[name].template.sample, made[name].template.label) for name in members)
    return sum(origins.values()) - max(origins.values())


def growing(prints: tuple[Fingerprint, ...]) -> None:
    """The time of adding one, among few and among many: near copies of what was read, and one unrelated in five."""
    chance = random.Random(28)  # noqa: S311 - no secret
    families = Families()
    spent: dict[int, float] = defaultdict(float)
    for number in range(MANY):
        given = varied(prints[number % len(prints)], chance, related=number % 5 != 0)
        began = time.process_time()
        families.add(str(number), given)
        spent[number // FEW] += time.process_time() - began
    row(f"adding the last {FEW} of {MANY}", spent[MANY // FEW - 1], spent[0], baseline_name=f"the first {FEW}",
        bar=GROWTH_BAR)  # fmt: skip


def varied(given: Fingerprint, chance: random.Random, *, related: bool) -> Fingerprint:
    """A fingerprint like `given`, with some bins otherwise; or one of an unrelated text."""
    share = SPREAD if related else 1.0
    sketch = tuple(chance.getrandbits(32) if chance.random() < share else value for value in given.sketch)
    clauses = given.clauses
    if not related:
        clauses = tuple(replace(clause, mark=f"{chance.getrandbits(64):016x}") for clause in clauses[:20])
    return replace(given, sketch=sketch, clauses=clauses)


def main() -> None:
    """All four."""
    recognising()
    growing(falling_right())


if __name__ == "__main__":
    main()
