"""`flags/*.toml` -> flags: what a careful reader objects to, each as data that a lawyer can read and amend.

A flag is raised where its facts hold and its statements are said. The keys of an entry:

| key | meaning |
|---|---|
| `id`, `kind`, `severity`, `article`, `requirement` | what the finding carries |
| `languages` | the languages that it is about; every one unless said |
| `facts` | facts that must have one of the values named; a list holds it too |
| `any_fact` | at least one of these facts has one of its values |
| `not_facts` | facts that must not have one of these values |
| `absent` | facts that the agreement leaves open or denies |
| `at_most`, `longer` | facts that are periods: no longer, or longer, than the period named |
| `several` | facts that hold more than one value |
| `verdicts` | the status that a requirement must have |
| `says` | statements that must be found; the finding cites them |
| `against` | statements elsewhere that must be found too: what the first contradict |
| `somewhere`, `nowhere` | what must, or must not, be said anywhere |
| `also`, `shows`, `annex_of` | statements, facts and annexes that the finding points to besides |
| `unflagged` | flags that make this one superfluous |
| `message`, `why` | the sentence of a lawyer, and the reason for its weight, in Dutch and English |

A statement is described by phrases (see `phrases.py`): `all` of them, none of `unless`, under a `heading` that holds one of the
words, in one of the `parts`, with all of `near` under the same heading; a definition only if `defined`.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from art28.checking.model import Kind, Severity
from art28.document.outline import Part

Texts = Mapping[str, str]
Values = Mapping[str, tuple[str | bool, ...]]
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
# For holding one period against another only; what a period means in time is for `timelimits`.
_HOURS = (365 * 24, 30 * 24, 7 * 24, 24, 1, 1 / 60, 1 / 3600)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A description of a statement; each is made once, and is itself alone."""

    all: tuple[str, ...]
    unless: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    near: tuple[str, ...] = ()
    defined: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """One entry of `flags/*.toml`; the module says what each part means."""

    id: str
    kind: Kind
    severity: Severity
    article: str
    requirement: str | None
    languages: tuple[str, ...]
    facts: Values
    any_fact: Values
    not_facts: Values
    absent: tuple[str, ...]
    at_most: Mapping[str, float]
    longer: Mapping[str, float]
    several: tuple[str, ...]
    verdicts: Mapping[str, tuple[str, ...]]
    says: tuple[Said, ...]
    against: tuple[Said, ...]
    somewhere: tuple[Said, ...]
    nowhere: tuple[Said, ...]
    also: tuple[Said, ...]
    shows: tuple[str, ...]
    annex_of: tuple[str, ...]
    unflagged: tuple[str, ...]
    message: Texts
    why: Texts

    @property
    def settled_by(self) -> tuple[str, ...]:
        """The facts that the flag rests on."""
        named = (*self.facts, *self.any_fact, *self.at_most, *self.longer, *self.several)
        return tuple(dict.fromkeys((*self.shows, *(() if self.shows or self.says else named))))


def hours_in(period: str) -> float:
    """How long an ISO 8601 duration is, a month taken for thirty days. Raises ValueError for what is no duration."""
    match = _PERIOD.fullmatch(period)
    if match is None or period in ("P", "PT"):
        raise ValueError(f"{period!r} is no ISO 8601 duration, such as P30D or PT24H")
    return sum(int(number) * each for number, each in zip(match.groups(), _HOURS, strict=True) if number)


@cache
def flags() -> tuple[Flag, ...]:
    """Every flag, by file and in the order of each."""
    folder = files("art28.checking.flags")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    tables = (tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")) for name in names)
    return tuple(_flag(entry) for table in tables for entry in table["flag"])


@cache
def flags_by_id() -> Mapping[str, Flag]:
    """The flags by id."""
    return {flag.id: flag for flag in flags()}


_KEYS = frozenset(field.name for field in fields(Flag))


def _flag(entry: Mapping[str, object]) -> Flag:
    unknown = set(entry) - _KEYS
    if unknown:
        raise ValueError(f"flag {entry.get('id')}: no such key as {', '.join(sorted(unknown))}")
    return Flag(
        id=str(entry["id"]),
        kind=Kind(str(entry["kind"])),
        severity=Severity(str(entry["severity"])),
        article=str(entry.get("article", "")),
        requirement=str(entry["requirement"]) if "requirement" in entry else None,
        languages=_words(entry.get("languages", ())),
        facts=_values(entry, "facts"),
        any_fact=_values(entry, "any_fact"),
        not_facts=_values(entry, "not_facts"),
        absent=_words(entry.get("absent", ())),
        at_most=_periods(entry, "at_most"),
        longer=_periods(entry, "longer"),
        several=_words(entry.get("several", ())),
        verdicts={name: _words(each) for name, each in _table(entry, "verdicts").items()},
        says=_said(entry, "says"),
        against=_said(entry, "against"),
        somewhere=_said(entry, "somewhere"),
        nowhere=_said(entry, "nowhere"),
        also=_said(entry, "also"),
        shows=_words(entry.get("shows", ())),
        annex_of=_words(entry.get("annex_of", ())),
        unflagged=_words(entry.get("unflagged", ())),
        message={language: str(text) for language, text in _table(entry, "message").items()},
        why={language: str(text) for language, text in _table(entry, "why").items()},
    )


def _table(entry: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = entry.get(key, {})
    if not isinstance(value, Mapping):
        raise TypeError(f"flag {entry.get('id')}: {key} is a table")
    return value


def _values(entry: Mapping[str, object], key: str) -> Values:
    return {name: tuple(_listed(each)) for name, each in _table(entry, key).items()}


def _listed(value: object) -> Sequence[str | bool]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError(f"{value!r}: name the values in a list")
    return [each if isinstance(each, bool) else str(each) for each in value]


def _periods(entry: Mapping[str, object], key: str) -> Mapping[str, float]:
    return {name: hours_in(str(each)) for name, each in _table(entry, key).items()}


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _said(entry: Mapping[str, object], key: str) -> tuple[Said, ...]:
    given = entry.get(key, ())
    if not isinstance(given, Sequence):
        raise TypeError(f"flag {entry.get('id')}: {key} is a list of tables")
    return tuple(said_of(one) for one in given)


def said_of(one: Mapping[str, object]) -> Said:
    """A description of a statement from its table."""
    return Said(
        all=_words(one["all"]),
        unless=_words(one.get("unless", ())),
        heading=_words(one.get("heading", ())),
        parts=tuple(Part(part) for part in _words(one.get("parts", ()))),
        near=_words(one.get("near", ())),
        defined=bool(one.get("defined", False)),
    )
