"""A change of sub-processor -> what the letters about it say: the phrase for it, and its particulars line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from art28.agreement import labels
from art28.law.destinations import WORLDWIDE, Level, destination
from art28.notices.answers import Section
from art28.notices.correspondence import phrases
from art28.notices.language import Language, listed

_NAMED = "subprocessor_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What customers are told. `kind` is one of `obligations.impact.Kind`; `safeguards` are by country, in words."""

    kind: str
    name: str
    address: str
    contact: str
    replaced: str
    role: str
    services: tuple[str, ...]
    countries: tuple[str, ...]
    planned_on: date
    why: str
    safeguards: Mapping[str, str]


def change_words(told: Told, language: Language) -> str:
    """The change as part of a sentence: "to engage Hostwerk as sub-processor"."""
    return phrases(_NAMED, language)[told.kind].format(name=told.name, replaced=told.replaced)


def day_words(day: date, language: Language) -> str:
    """A day as letters write it."""
    return labels.day(day.isoformat(), language.value)


def particulars(told: Told, language: Language) -> tuple[Section, ...]:
    """The change line by line; what is not known is left out, never guessed."""
    words = phrases(_NAMED, language)
    named = {WORLDWIDE: words["worldwide"]}
    lines = (
        ("sub_processor", ", ".join(part for part in (told.name, told.address) if part)),
        ("contact", told.contact),
        ("role", told.role),
        ("services", listed(told.services, language=language)),
        ("countries", listed([named.get(each, each) for each in told.countries], language=language)),
        ("ground", "\n".join(_grounds(told, words))),
        ("planned", day_words(told.planned_on, language)),
        ("why", told.why),
    )
    said = [(words[key], answer) for key, answer in lines if answer]
    return tuple(Section(number, question, answer) for number, (question, answer) in enumerate(said, start=1))


def _grounds(told: Told, words: Mapping[str, str]) -> list[str]:
    """On what each transfer outside the EEA rests; one without a ground is not announced as if it had one."""
    found = []
    for country in told.countries:
        level = destination(country, told.planned_on).level
        if level is Level.EEA:
            continue
        kept = told.safeguards.get(country, "")
        if level is Level.ADEQUATE:
            found.append(f"{country}: {words['adequate']}")
        elif kept:
            found.append(f"{country}: {kept}")
    return found
