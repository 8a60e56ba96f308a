"""Files -> what the agreements in them say, as far as a chain needs it: small enough to keep thousands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from art28.agreement.model import Agreement, Fact, OpenQuestion
from art28.cli.files import each
from art28.comparing.facts import along_a_chain
from art28.document.model import Document
from art28.extraction.extract import extract_each

_WANTED = frozenset(
    (
        *along_a_chain(),
        "processor.name",
        "controller.name",
        "subprocessors.list",
        "breach.clock_starts",
        "document.title",
    )
)

_PARTIES_NAMED = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of an agreement."""

    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...]


def agreements(paths: Sequence[Path], directory: Path) -> tuple[list[tuple[str, Kept]], bool]:
    """What each agreement says, with its file and, of several in one, its number; and whether a file could not be read."""
    found: list[tuple[str, Kept]] = []
    failed = False
    for path, said in each(paths, lambda: _said):
        if said is None:
            failed = True
            continue
        name = str(path.relative_to(directory))
        found += ((name if len(said) == 1 else f"{name}, {number}", kept) for number, kept in enumerate(said, start=1))
    return found, failed


def parties(said: Sequence[tuple[str, Kept]]) -> tuple[str, ...]:
    """The parties of the agreements, in alphabetical order; some of them where there are many."""
    facts = (kept.facts[key] for _, kept in said for key in ("processor.name", "controller.name") if key in kept.facts)
    return tuple(sorted({str(fact.value) for fact in facts})[:_PARTIES_NAMED])


def _said(document: Document) -> tuple[Kept, ...]:
    return tuple(map(_kept, extract_each(document)))


def _kept(agreement: Agreement) -> Kept:
    return Kept(
        {key: fact for key, fact in agreement.facts.items() if key in _WANTED},
        tuple(question for question in agreement.questions if question.key in _WANTED),
    )
