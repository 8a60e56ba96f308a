"""Templates in several versions, filled in for many parties: agreements as one that signs by the hundred has them.

Everything is made from `samples/source`: a version changes, drops and adds clauses of a sample; an agreement fills in its own
party, and one in eight has had a clause altered on a customer's request. The choice is by number, so always the same.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
ALTERED_EVERY = 8
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CLAUSE = re.compile(r"^\d{1,2}\.\d{1,2}\s")
_VERSION_LINE = re.compile(r"^\**(?:Versie|Version) [^\n]{1,40}$", re.MULTILINE)
_TOWNS = ("Almere", "Borne", "Culemborg", "Doetinchem", "Emmen", "Franeker", "Goes", "Heiloo", "IJsselstein", "Joure")
_FIRST = ("Anker", "Beuk", "Ceder", "Duin", "Eiber", "Fazant", "Gaffel", "Haven", "Iris", "Jol", "Kiek", "Lis", "Molen")
_LAST = ("hof", "werk", "dal", "veld", "kade", "brug", "poort", "stede", "gaard", "wijk", "haard")
_REPRESENTATIVES = ("S. de Graaf", "P. Vermaat", "L.M. Oosting", "T. Brink")
_ADDED = {
    "nl": "Verwerker houdt van {subject} een overzicht bij en geeft daarvan op verzoek een afschrift.",
    "en": "Processor shall keep an overview of {subject} and shall provide a copy of it on request.",
}
_SUBJECTS = {
    "nl": ("genomen maatregelen", "gevolgde opleidingen", "verstrekte sleutels", "uitgevoerde controles"),
    "en": ("measures taken", "trainings attended", "keys handed out", "checks carried out"),
}
_ALTERED = {
    "nl": " Dit geldt niet voor zover partijen voor een afzonderlijke opdracht schriftelijk anders afspreken.",
    "en": " This does not apply in so far as the parties agree otherwise in writing for a separate assignment.",
}


@dataclass(frozen=True, slots=True)
class Template:
    """A template in one version: the sample it comes from, its label, its text with the sample's own party."""

    sample: str
    language: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FilledIn:
    """An agreement made from a template; `altered` where one of its clauses was changed for this party."""

    name: str
    template: Template
    text: str
    altered: bool


def templates() -> tuple[Template, ...]:
    """Ten versions of three templates, two Dutch and one English."""
    counts = (("01-telecom-cloud", "nl", 4), ("08-gemeente-dienstverlener", "nl", 3), ("05-hosting-en", "en", 3))
    return tuple(_template(sample, language, number) for sample, language, count in counts for number in range(count))


def filled_in(count: int) -> Iterator[FilledIn]:
    """`count` agreements, the versions in turn."""
    versions = templates()
    for number in range(count):
        template = versions[number % len(versions)]
        altered = number // len(versions) % ALTERED_EVERY == ALTERED_EVERY - 1
        text = _altered(template, number) if altered else template.text
        yield FilledIn(f"{number:04}", template, _for_party(template, text, number), altered)


def _template(sample: str, language: str, number: int) -> Template:
    source = (SAMPLES / "source" / f"{sample}.md").read_text(encoding="utf-8")
    paragraphs = _FRONT.sub("", source).strip().split("\n\n")
    label = f"{number + 1}.0"
    word = "Versie" if language == "nl" else "Version"
    kept = [each for each in paragraphs if not _VERSION_LINE.match(each)]
    kept.insert(1, f"{word} {label}")
    return Template(sample, language, label, "\n\n".join(_revised(kept, language, number)))


def _revised(paragraphs: list[str], language: str, number: int) -> list[str]:
    """The paragraphs of version `number`: each version changes two clauses more than the one before it."""
    clauses = [at for at, each in enumerate(paragraphs) if _CLAUSE.match(each)]
    revised = list(paragraphs)
    for step in range(number):
        at = clauses[(7 * step + 5) % len(clauses)]
        revised[at] = revised[at] + " " + _ADDED[language].format(subject=_SUBJECTS[language][step % 4])
        other = clauses[(11 * step + 8) % len(clauses)]
        revised[other] = revised[other].rsplit(". ", 1)[0].rstrip(".") + "."
    return revised


def _altered(template: Template, number: int) -> str:
    """The template with one clause altered for a party."""
    paragraphs = template.text.split("\n\n")
    clauses = [at for at, each in enumerate(paragraphs) if _CLAUSE.match(each)]
    at = clauses[number * 5 % len(clauses)]
    paragraphs[at] += _ALTERED[template.language]
    return "\n\n".join(paragraphs)


def _for_party(template: Template, text: str, number: int) -> str:
    """The text with the sample's controller replaced by another."""
    facts = json.loads((SAMPLES / "facts" / f"{template.sample}.json").read_text(encoding="utf-8"))["facts"]
    town = _TOWNS[number % len(_TOWNS)]
    form = "Stichting {}" if number % 2 else "{} B.V."
    own = {
        "name": form.format(_FIRST[number % len(_FIRST)] + _LAST[number // len(_FIRST) % len(_LAST)] + f" {town}"),
        "registration": f"{90_000_000 + 7919 * number % 9_999_999:08}",
        "street": f"{_FIRST[number // 3 % len(_FIRST)]}straat {number % 190 + 1}",
        "postcode": f"{1000 + number * 37 % 8999} {'ABCDEFGH'[number % 8]}K",
        "city": town,
        "representative": _REPRESENTATIVES[number % len(_REPRESENTATIVES)],
    }
    for field, value in own.items():
        fact = facts.get(f"controller.{field}")
        if fact is not None:
            text = text.replace(str(fact["value"]), value)
    return text
