"""`packs/*.toml` and `profiles.toml` -> requirement packs beyond Article 28, and the profiles that choose among them.

An entry of a pack says what an agreement must say (`must`: who does what to which, for whom, on what condition, when), and by what it
is known: `same_as` a requirement of Article 28; one of some `facts` that are given and not denied; facts that have (`fact_is`) or must not
have (`fact_is_not`) a value, or are no longer than a period (`at_most`); statements that it `says`; `elements`, each known the same way,
that it needs all of. `red_flags` are findings that take it away again.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from art28.checking.flags.flag import Said, Values, hours_in, said_of
from art28.checking.model import Severity
from art28.checking.requirements import Texts, requirements

MUST = ("actor", "action", "object", "recipient", "condition", "timing")


@dataclass(frozen=True, slots=True)
class Element:
    """A part of what an entry asks for."""

    name: str
    title: Texts
    facts: tuple[str, ...]
    says: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One requirement of a pack. `informative` tells that the law binds the controller to it anyway."""

    pack: str
    id: str
    article: str
    title: Texts
    explanation: Texts
    must: Mapping[str, str]
    same_as: str
    facts: tuple[str, ...]
    fact_is: Values
    fact_is_not: Values
    at_most: Mapping[str, float]
    says: tuple[Said, ...]
    elements: tuple[Element, ...]
    red_flags: tuple[str, ...]
    severity: Severity
    informative: bool
    no_restatement: bool
    specific_is_enough: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """Requirements that belong together."""

    id: str
    title: Texts
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Which packs count besides Article 28, and what findings weigh where that differs."""

    name: str
    title: Texts
    packs: tuple[str, ...]
    severities: Mapping[str, Severity]


@cache
def packs() -> Mapping[str, Pack]:
    """Every pack by its id; that of Article 28 is `requirements()`."""
    folder = files("art28.checking.packs")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    tables = (tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")) for name in names)
    return {table["id"]: _pack(table) for table in tables if "entry" in table}


def entry_of(pack: str, entry: str) -> Entry:
    """One entry. Raises KeyError or StopIteration for another name."""
    return next(one for one in packs()[pack].entries if one.id == entry)


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile by its name."""
    table = tomllib.loads(files("art28.checking.packs").joinpath("profiles.toml").read_text(encoding="utf-8"))
    return {
        name: Profile(
            name,
            each["title"],
            tuple(each["packs"]),
            {finding: Severity(severity) for finding, severity in each.get("severity", {}).items()},
        )
        for name, each in table.items()
    }


def every_pack() -> Profile:
    """The profile of all packs, in which findings weigh what they weigh by themselves: what is kept of a check."""
    return Profile("", {}, tuple(packs()), {})


def weight(profile: Profile, finding: str, severity: Severity) -> Severity | None:
    """What a finding of that id weighs by `profile`; None where it comes from a pack that the profile leaves out."""
    group, _, name = finding.partition(".")
    pack = name.partition(".")[0]
    if group == "gdpr" and pack in packs() and pack not in profile.packs:
        return None
    return profile.severities.get(finding, severity)


def _pack(table: Mapping[str, object]) -> Pack:
    entries = table["entry"]
    if not isinstance(entries, Sequence):
        raise TypeError(f"pack {table['id']}: entries are a list")
    return Pack(str(table["id"]), _texts(table["title"]), tuple(_entry(str(table["id"]), entry) for entry in entries))


def _entry(pack: str, given: Mapping[str, object]) -> Entry:
    same = str(given.get("same_as", ""))
    known = requirements()[same] if same else None
    return Entry(
        pack=pack,
        id=str(given["id"]),
        article=known.article if known else str(given["article"]),
        title=known.title if known else _texts(given["title"]),
        explanation=known.explanation if known else _texts(given["explanation"]),
        must=_texts(given.get("must", {})),
        same_as=same,
        facts=_names(given.get("facts", ())),
        fact_is=_values(given.get("fact_is", {})),
        fact_is_not=_values(given.get("fact_is_not", {})),
        at_most={key: hours_in(str(period)) for key, period in _texts(given.get("at_most", {})).items()},
        says=_said(given.get("says", ())),
        elements=_elements(given.get("elements", {})),
        red_flags=_names(given.get("red_flags", ())),
        severity=Severity(str(given.get("severity", "medium"))),
        informative=bool(given.get("informative", False)),
        no_restatement=bool(given.get("no_restatement", False)),
        specific_is_enough=bool(given.get("specific_is_enough", False)),
    )


def _elements(given: object) -> tuple[Element, ...]:
    if not isinstance(given, Mapping):
        raise TypeError("elements are tables by name")
    return tuple(
        Element(name, _texts(each["title"]), _names(each.get("facts", ())), _said(each.get("says", ())))
        for name, each in given.items()
    )


def _texts(given: object) -> Texts:
    return {str(key): str(value) for key, value in given.items()} if isinstance(given, Mapping) else {}


def _names(given: object) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, Sequence) and not isinstance(given, str) else ()


def _values(given: object) -> Values:
    if not isinstance(given, Mapping):
        raise TypeError("facts are named with the list of their values")
    return {
        str(key): tuple(each if isinstance(each, bool) else str(each) for each in value) for key, value in given.items()
    }


def _said(given: object) -> tuple[Said, ...]:
    return tuple(said_of(one) for one in given) if isinstance(given, Sequence) else ()
