"""The terms of the parties -> one pattern that finds them in a text, each by the token of its role."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from art28.document.pattern import compiled
from art28.extraction.naming.pronouns import PRONOUNS, pronoun
from art28.extraction.naming.words import ALSO_SMALL, ANOTHER_COMPANY, CAPITALISED, IN_SMALL, STATUTORY, USUAL
from art28.extraction.words.hastening import in_any_case
from art28.terms import Role

TOKENS = MappingProxyType(
    {Role.CONTROLLER: "CONTROLLER", Role.PROCESSOR: "PROCESSOR", Role.SUB_PROCESSOR: "SUBPROCESSOR"}
)
# Behind a quotation mark, or where no word or part of one goes before; a term may open with a bracket.
_OPENS_TERM = r"(?:\"|\b(?=\w)(?<!-)|(?=\()(?<![\w-]))"
# These take an s in the genitive: "des Auftraggebers".
_GERMAN = frozenset({"auftraggeber", "auftragnehmer"})


def pattern_of(names: Mapping[str, Role], text: str = "") -> re.Pattern[str]:
    """One pattern for every term of a party, with a group named for its role; longest terms win."""
    any_case = {name for usual in USUAL.values() for name in usual}
    nouns = {name for name in names if re.search(rf"\b(?:[Dd]e[rnms]|[Dd]ie|[Dd]as) {re.escape(name)}s?\b", text)}
    parts = []
    for role in (Role.SUB_PROCESSOR, Role.CONTROLLER, Role.PROCESSOR):
        own = (name for name in sorted(names, key=len, reverse=True) if names[name] is role)
        other = [n[:1].upper() + n[1:] for n in names if names[n] is not role and n not in PRONOUNS and n.isalpha()]
        parts.append(f"(?P<{role.value}>{'|'.join((*_statutory(role), *_own(own, any_case, nouns, other)))})")
    return compiled(rf"{_OPENS_TERM}(?:{'|'.join(parts)})(?![\w-])(?:'?s(?= ))?\"?")


def _statutory(role: Role) -> Iterator[str]:
    return map(in_any_case, STATUTORY[role])


def _own(names: Iterable[str], any_case: set[str], nouns: set[str], other: Sequence[str]) -> Iterator[str]:
    # "dan ondersteunt Aanbieder Afnemer": the other party, right behind.
    unless = rf"(?!(?:{'|'.join(map(re.escape, other))})\b)" if other else ""
    for name in names:
        if name in PRONOUNS:
            yield pronoun(name)
        elif name in any_case:
            yield in_any_case(f"{name}s?" if name in _GERMAN else name)
        elif name == "Authority":
            yield r"(?<!Supervisory )(?<!Protection )(?<!Competent )Authority(?! [A-Z][a-z]+\b)"
        elif name in nouns:
            # German writes every noun with a capital, so what follows tells nothing of where the term ends.
            yield f"{re.escape(name)}s?"
        elif name in ALSO_SMALL:
            yield rf"{name}|(?<=\b[Dd]e ){name.lower()}(?! [A-Z])"
        elif name.islower() and name not in IN_SMALL and name not in ANOTHER_COMPANY:
            yield rf"(?:(?<=\b[Dd]e )|(?<=\b[Hh]et )|(?<=\b[Tt]he )){name}"
        elif name.endswith(" Company"):
            yield f"{re.escape(name.removesuffix('y'))}(?:y|ies)"
        elif " " in name or name in CAPITALISED[Role.CONTROLLER] or name in CAPITALISED[Role.PROCESSOR]:
            yield re.escape(name)
        else:
            # A company's short name, not the first word of a longer one ("Acme Cloud").
            yield rf"{re.escape(name)}(?! {unless}[A-Z][a-z]+\b(?<!Persoonsgegevens))"
