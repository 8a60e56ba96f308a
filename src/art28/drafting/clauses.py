"""The clauses and templates that drafts are made of, as data: `clauses.toml` and `templates.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from art28.agreement.model import Value

ANY, NONE = "*", "-"


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause as written: the facts under which it stands (its values, ANY or NONE), its words by language.

    `key` names it by its topic and those facts, so that it is found again though others come before it. `values` are what it
    says of other facts; with `each`, it stands once for every record of that fact.
    """

    key: str
    when: tuple[tuple[str, tuple[Value, ...]], ...]
    text: Mapping[str, str]
    gdpr: str
    note: Mapping[str, str]
    values: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    each: str = ""

    def stands(self, facts: Mapping[str, Value]) -> bool:
        """Whether this clause belongs in an agreement that says `facts`."""
        return all(_holds(facts.get(key), wanted) for key, wanted in self.when)

    def said(self, facts: Mapping[str, Value]) -> Iterator[str]:
        """The keys of the facts that this clause says of an agreement in which it stands."""
        yield from (key for key, wanted in self.when if wanted != (NONE,))
        yield from (key for key, wanted in self.values if _holds(facts.get(key), wanted))


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as written: its topic, its heading by language, its clauses."""

    topic: str
    heading: Mapping[str, str]
    clauses: tuple[ClauseText, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its name by language, the facts it says unless told otherwise, whether every page is to be initialled."""

    name: str
    label: Mapping[str, str]
    facts: Mapping[str, Value]
    initials: bool = False


def _holds(value: Value | None, wanted: tuple[Value, ...]) -> bool:
    if wanted == (NONE,):
        return value is None
    return value is not None if wanted == (ANY,) else value in wanted


@cache
def articles() -> tuple[ArticleText, ...]:
    """Every article, in the order in which they stand in an agreement."""
    return tuple(
        ArticleText(
            entry["topic"],
            _by_language(entry),
            tuple(_clause(entry["topic"], clause, at) for at, clause in enumerate(entry["clause"])),
        )
        for entry in _read("clauses.toml")["article"]
    )


@cache
def templates() -> Mapping[str, Template]:
    """Every template by its name."""
    found: dict[str, Template] = {}
    for name, entry in _read("templates.toml")["template"].items():
        base = found[entry["from"]].facts if "from" in entry else {}
        said = {key: _value(value) for key, value in entry["facts"].items()}
        facts = {key: value for key, value in {**base, **said}.items() if value != NONE}
        found[name] = Template(name, _by_language(entry), MappingProxyType(facts), entry.get("initials", False))
    return MappingProxyType(found)


@cache
def mandatory() -> frozenset[str]:
    """The facts that no agreement may leave out."""
    return frozenset(_read("templates.toml")["mandatory"])


@cache
def options() -> Mapping[str, tuple[Value, ...]]:
    """What can be chosen: every fact that clauses hang on, with the values that they know; ANY where all do."""
    found: dict[str, dict[Value, None]] = {}
    for article in articles():
        for clause in article.clauses:
            for key, wanted in (*clause.when, *clause.values):
                found.setdefault(key, {}).update(dict.fromkeys(wanted))
    return MappingProxyType({key: tuple(value for value in values if value != NONE) for key, values in found.items()})


def _clause(topic: str, entry: Mapping[str, Any], at: int) -> ClauseText:
    when, values = _wanted(entry.get("when", {})), _wanted(entry.get("values", {}))
    condition = ";".join(f"{key}={','.join(map(str, wanted))}" for key, wanted in when)
    key, note = f"{topic}|{entry.get('key') or condition or at}", _by_language(entry["note"])
    return ClauseText(key, when, _by_language(entry), entry.get("gdpr", ""), note, values, entry.get("each", ""))


def _wanted(entry: Mapping[str, Any]) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    return tuple(
        (key, tuple(map(_value, wanted)) if isinstance(wanted, list) else (wanted,)) for key, wanted in entry.items()
    )


def _value(value: Any) -> Value:
    """A value of the file as a fact has it."""
    return tuple(value) if isinstance(value, list) else value


def _by_language(entry: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({language: entry[language] for language in ("nl", "en")})


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("art28.drafting").joinpath(name).read_text(encoding="utf-8"))
