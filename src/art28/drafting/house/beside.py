"""What was negotiated and a Word template can't say -> the words of an annex behind its copy: the clauses that said it.

A clause goes along with the words that it had, where it names no other place of the agreement that it stood in.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from art28.agreement.model import Value
from art28.drafting.draft import words
from art28.drafting.model import Draft
from art28.drafting.wordfields import references

_ANY = 99


@dataclass(frozen=True, slots=True)
class Beside:
    """What an annex says: facts, and the words that say them by their keys ("audit.notice", or several with a comma)."""

    facts: Mapping[str, Value]
    wording: Mapping[str, str]


def beside(before: Draft, left: Collection[str]) -> Beside:
    """What an annex can say of the facts that stayed behind, in the words of the agreement `before`."""
    facts: dict[str, Value] = {}
    wording: dict[str, str] = {}
    for keys, text in _clauses(before, left):
        wording[",".join(keys)] = text
        facts |= {key: before.facts[key] for key in keys}
    return Beside(facts, wording)


def _clauses(before: Draft, left: Collection[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The clauses that say them, those that say the same facts together."""
    found: dict[tuple[str, ...], list[str]] = {}
    elsewhere: set[str] = set()
    for article in before.articles:
        for clause in article.clauses:
            keys = tuple(key for key in clause.facts if key in left and key in before.facts)
            if keys and _names_places(clause.text):
                elsewhere.update(keys)
            elif keys:
                found.setdefault(keys, []).append(clause.text)
    for keys, texts in found.items():
        if not elsewhere & set(keys):
            yield keys, " ".join(texts)


def _names_places(text: str) -> bool:
    return any(field for _, field in references(text, annexes=_ANY, articles=_ANY))


def paragraphs(said: Collection[str], language: str) -> tuple[str, ...]:
    """The annex: its heading, what it is, and each arrangement; none where there is nothing to say."""
    if not said:
        return ()
    own = words()[language]["beside"]
    return (own["title"], own["lead"], *said)
