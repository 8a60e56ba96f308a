"""Two days -> what changed in the law between them by its dated tables; a change + what an agreement says -> what rests on it.

A change concerns an agreement where a fact of it rests on what changed: a country that it names, a law that it cites, a number
of the law behind a term of its own. That it must be changed for it is for a person to decide.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from art28.agreement.catalogue import catalogue
from art28.agreement.model import Value
from art28.law.adequacy import adequacy_decisions
from art28.law.parameter import Parameter, parameters
from art28.law.places import InvalidCountry, country_code, memberships
from art28.law.repealed import all_repealed_laws

_OF_COUNTRIES = ("subprocessors.list", "transfers.carve_outs")
_ARTICLE = re.compile(r"\d{1,2}(?=\(|\b)")
_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What changed."""

    PARAMETER = "parameter"
    ADEQUACY = "adequacy"
    EEA = "eea"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class LawChange:
    """Something in the law that is otherwise from `on`: `about` names it, `begins` tells whether it begins or ends to hold.

    `touches` is what in an agreement rests on it: a country's code, an article of the GDPR, or names of a law. A `number` of the
    law is named in words by `labels.number_of_law`.
    """

    kind: Kind
    on: date
    about: str
    begins: bool
    source: str
    touches: tuple[str, ...]
    number: Parameter | None = None


def law_changes(since: date, until: date) -> tuple[LawChange, ...]:
    """What changes from `since` to `until`, both included, in order of time. A law that was always there changes nothing."""
    found = (*_of_parameters(), *_of_adequacy(), *_of_the_eea(), *_of_repealed())
    within = (each for each in found if since <= each.on <= until)
    return tuple(sorted(within, key=lambda each: (each.on, each.kind, each.about)))


def resting_on(change: LawChange, facts: Mapping[str, Value], *, text: str = "") -> tuple[str, ...]:
    """The keys of the facts that rest on what changed; `text` of the agreement is searched for a law by its names."""
    if change.kind is Kind.PARAMETER:
        known = set(keys_of(change))
        return tuple(key for key in facts if key in known)
    if change.kind is Kind.REPEALED:
        cites = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in change.touches)
        return ("document.repealed_law",) if cites else ()
    return tuple(key for key in _OF_COUNTRIES if set(change.touches) & set(_countries(facts.get(key))))


def keys_of(change: LawChange) -> tuple[str, ...]:
    """The keys of the facts that can rest on what changed."""
    if change.kind is Kind.PARAMETER:
        articles = set(change.touches)
        return tuple(key for key, spec in catalogue().items() if articles & set(_ARTICLE.findall(spec.gdpr or "")))
    return ("document.repealed_law",) if change.kind is Kind.REPEALED else _OF_COUNTRIES


def _of_parameters() -> Iterator[LawChange]:
    for id_, versions in parameters().items():
        for each in versions:
            article = each.provision.id.split("/")
            touches = (article[1],) if article[0] == "gdpr" and len(article) > 1 else ()
            about = f"{id_}: {each.value} {each.unit.value}"
            yield LawChange(Kind.PARAMETER, each.valid_from, about, True, each.source, touches, each)  # noqa: FBT003
            if each.valid_to is not None and all(other.valid_from != each.valid_to + _DAY for other in versions):
                yield LawChange(Kind.PARAMETER, each.valid_to + _DAY, about, False, each.source, touches, each)  # noqa: FBT003


def _of_adequacy() -> Iterator[LawChange]:
    for each in adequacy_decisions():
        about = f"{each.decision}, {each.territory}"
        yield LawChange(Kind.ADEQUACY, each.valid_from, about, True, each.source, (each.code,))  # noqa: FBT003
        if each.valid_to is not None:
            yield LawChange(Kind.ADEQUACY, each.valid_to + _DAY, about, False, each.source, (each.code,))  # noqa: FBT003


def _of_the_eea() -> Iterator[LawChange]:
    for each in memberships().values():
        yield LawChange(Kind.EEA, each.valid_from, each.name, True, each.source, (each.code,))  # noqa: FBT003
        if each.valid_to is not None:
            yield LawChange(Kind.EEA, each.valid_to + _DAY, each.name, False, each.source, (each.code,))  # noqa: FBT003


def _of_repealed() -> Iterator[LawChange]:
    for each in all_repealed_laws():
        names = (*each.names, *each.abbreviations)
        yield LawChange(Kind.REPEALED, each.repealed_on, each.names[0], False, each.source, names)  # noqa: FBT003


def _countries(value: Value | None) -> Iterator[str]:
    """The countries that records name, by code."""
    for record in value if isinstance(value, tuple) else ():
        if not isinstance(record, Mapping):
            continue
        for name in ("established_in", "processing_in", "region"):
            yield from _codes(record.get(name))


def _codes(named: object) -> Iterator[str]:
    places: Iterable[object] = named if isinstance(named, tuple) else (named,)
    for place in places:
        try:
            yield country_code(str(place or ""))
        except InvalidCountry:
            continue
