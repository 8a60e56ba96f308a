"""Facts + a template -> a draft: the clauses that say them, the annexes, and what is still to be filled in."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.fitting import misfit
from art28.agreement.model import Value
from art28.drafting.clauses import NONE, ClauseText, articles, mandatory, options, templates
from art28.drafting.following import completed, exception_as_read, has_special_data, question_as_read
from art28.drafting.model import Annex, Article, Clause, Draft, Listing, Table
from art28.drafting.values import are_limits, in_words, records, writable, writable_text
from art28.extraction.topics.document.questionnaire import FEWEST

LANGUAGES = ("nl", "en")
_FIELD = re.compile(r"\{(?P<key>[a-z_]+\.[a-z_]+)(?:\|(?P<how>items|or|short))?\}")
_OF_RECORD = re.compile(r"\{\.(?P<name>[a-z_]+)\}")
# What every agreement wants filled in; a draft without it shows a blank.
_WANTED = (
    "controller.name", "processor.name", "processing.purposes", "processing.data_categories", "processing.data_subjects",
)  # fmt: skip
# Facts of the text itself, or with a place of their own in a draft beside its clauses.
_ELSEWHERE = frozenset(
    {
        "processing.services",
        "processing.activities",
        "document.title",
        "document.version",
        "term.signed_on",
        "subprocessors.list",
        "contacts.list",
    }
)
_PARTY_FIELDS = ("name", "registration", "street", "postcode", "city", "representative", "representative_role")
_OF_PROCESSOR = ("phone", "email")
_DERIVED = {"document.language", "document.state", "document.annexes"}


class Wrong(StrEnum):
    """Why a fact can't be drafted."""

    UNKNOWN = "unknown"
    MISFIT = "misfit"
    MANDATORY = "mandatory"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why nothing can be drafted: the fact (empty for the template or language), a code, and words."""

    key: str
    wrong: Wrong
    words: str


class InvalidDraft(ValueError):
    """Facts from which no agreement can be drafted; every reason is named at once."""

    def __init__(self, given: Sequence[Reason]) -> None:
        self.given = tuple(given)
        self.reasons = tuple(reason.words for reason in self.given)
        super().__init__("; ".join(self.reasons))


@dataclass(frozen=True, slots=True)
class Negotiated:
    """What the parties worded themselves: other words for a clause, by its key, and arrangements of their own."""

    wording: Mapping[str, str] = field(default_factory=dict)
    special: tuple[str, ...] = ()


def draft(
    given: Mapping[str, Value],
    *,
    template: str,
    language: str,
    measures: Sequence[str] = (),
    negotiated: Negotiated | None = None,
) -> Draft:
    """An agreement that says `given`, and what the template says besides; `measures` fill the annex on security.

    A fact given as "-" is left out where Article 28 allows that. Raises `InvalidDraft` for what no clause of ours says.
    What was `negotiated` stands as it was worded; words for a clause that doesn't stand are left.
    """
    facts = _facts({key: writable(value) for key, value in given.items()}, template, language)
    said = negotiated or Negotiated()
    wording = {key: writable_text(text) for key, text in said.wording.items()}
    own = Negotiated(wording, tuple(map(writable_text, said.special)))
    made = _Drafter(facts, language, tuple(map(writable_text, measures)), own).draft()
    return replace(made, initialled=True) if templates()[template].initials else made


def _facts(given: Mapping[str, Value], template: str, language: str) -> dict[str, Value]:
    """Everything that the draft will say, the given facts over those of the template."""
    known = templates().get(template)
    reasons = []
    if known is None:
        choose = ", ".join(templates())
        reasons.append(Reason("", Wrong.UNKNOWN, f"there is no template {template!r}: choose {choose}"))
    if language not in LANGUAGES:
        choose = " or ".join(LANGUAGES)
        reasons.append(Reason("", Wrong.UNKNOWN, f"there is no template in {language!r}: choose {choose}"))
    base = known.facts if known is not None else {}
    for key, value in given.items():
        if key not in catalogue():
            why = f"there is no fact {key!r}: the keys are those of `art28 read --format facts`"
            reasons.append(Reason(key, Wrong.UNKNOWN, why))
        elif value != NONE and (wrong := misfit(catalogue()[key], value)) is not None:
            reasons.append(Reason(key, Wrong.MISFIT, f"{key}: {_shown(value)} is no value of it: {wrong}"))
        elif key in mandatory() and value in (NONE, False):
            why = f"{key}: Article 28 GDPR wants an agreement to say this, so it can't be left out or denied"
            reasons.append(Reason(key, Wrong.MANDATORY, why))
    if reasons:
        raise InvalidDraft(reasons)
    base = {**base, "breach.questionnaire": standard_questionnaire(language)}
    chosen = {key: value for key, value in given.items() if key not in _DERIVED}
    facts = completed(base, chosen, language=language, words=words()[language])
    while unsaid := _unsaid(facts, language):
        reasons = [
            Reason(key, Wrong.UNSAID, f"{key}: no clause of ours says {_shown(facts[key])} beside the rest")
            for key in unsaid
            if key in given
        ]
        if reasons:
            raise InvalidDraft(reasons)
        # What the template says by default, and can't beside what was asked for.
        facts = {key: value for key, value in facts.items() if key not in unsaid}
    return facts


def standard_questionnaire(language: str) -> tuple[Mapping[str, Any], ...]:
    """The questions that an agreement asks about a breach unless told otherwise."""
    asked = words()[language]["procedure"]["questions"]
    read = (question_as_read({"question": question}, at) for at, question in enumerate(asked, start=1))
    return tuple(each for each in read if each is not None)


def _shown(value: Value) -> str:
    return repr(value) if not isinstance(value, tuple) else repr(list(value))


def _unsaid(facts: Mapping[str, Value], language: str) -> list[str]:
    """The keys of what a draft of `facts` wouldn't say."""
    standing = [each for article in articles() for each in article.clauses if each.stands(facts)]
    by_clauses = frozenset(key for clause in standing for key in clause.said(facts))
    return [key for key in facts if not _is_said(key, facts, language, by_clauses)]


def _is_said(key: str, facts: Mapping[str, Value], language: str, by_clauses: Collection[str]) -> bool:
    """Whether a draft that says `facts` says this one."""
    value = facts[key]
    if not _can_be_worded(key, facts, language):
        return False
    if key in _ELSEWHERE or key in _WANTED or _is_of_party(key):
        return True
    if key == "audit.trigger" and value == "suspicion_only":
        return key in by_clauses
    if key in _IMPLIED:
        known = options().get(key, ())
        return value in known or not known or value == _IMPLIED[key]
    if key == "liability.limits" and value == _GENERAL:
        return facts.get("liability.regime") == "main_agreement_terms"
    if key == "processing.special_categories" and value == "listed":
        return has_special_data(facts)
    return key in by_clauses


def _can_be_worded(key: str, facts: Mapping[str, Value], language: str) -> bool:
    """Whether a value that is more than a choice reads in our words as it is; other facts always do."""
    value = facts[key]
    match key:
        case "liability.limits":
            return value == _GENERAL or are_limits(value, words()[language])
        case "breach.questionnaire":
            asked = records(value)
            return len(asked) >= FEWEST and all(question_as_read(each, at) for at, each in enumerate(asked, start=1))
        case "transfers.carve_outs":
            return all(exception_as_read(each) for each in records(value))
        case "transfers.exceptions":
            carved = records(facts.get("transfers.carve_outs"))
            return value == tuple(each.get("service") for each in carved)
        case "processing.special_categories":
            return value != "unspecified" or not has_special_data(facts)
        case _:
            return True


# What a clause says although its value isn't asked for, with the value that goes without saying.
_IMPLIED: Mapping[str, Value] = {
    "breach.covers": ("personal_data_breach",), "breach.wording": "fixed", "breach.clock_starts": ("discovery",),
    "transfers.region": "EEA", "audit.trigger": "any",
}  # fmt: skip
_GENERAL: Value = ({"basis": "general_terms", "amount": None, "per": None, "scope": None},)


def _is_of_party(key: str) -> bool:
    role, _, name = key.partition(".")
    return (role in ("controller", "processor") and name in _PARTY_FIELDS) or (
        role == "processor" and name in _OF_PROCESSOR
    )


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """What stands in a draft beside its clauses, by language."""
    return tomllib.loads(files("art28.drafting").joinpath("words.toml").read_text(encoding="utf-8"))


class _Drafter:
    def __init__(
        self, facts: Mapping[str, Value], language: str, measures: Sequence[str], negotiated: Negotiated
    ) -> None:
        self._facts = facts
        self._language = language
        self._measures = tuple(measures)
        self._negotiated = negotiated
        self._words = words()[language]
        self._blanks: list[str] = []

    def draft(self) -> Draft:
        """The whole of it."""
        opening = tuple(self._opening())
        written = tuple(self._articles())
        annexes = tuple(self._annexes(written))
        title = str(self._facts.get("document.title") or self._words["title"])
        signatures = tuple(map(self._signature, ("controller", "processor")))
        facts = {
            **self._facts,
            "document.title": title,
            "document.language": self._language,
            "document.annexes": tuple(annex.title for annex in annexes),
        }
        blanks = tuple(dict.fromkeys(self._blanks))
        return Draft(self._language, title, opening, written, annexes, signatures, facts, blanks)

    def _opening(self) -> Iterator[str]:
        if version := self._facts.get("document.version"):
            label, _, _ = self._words["version"].partition(" ")
            yield str(version) if str(version).startswith(label) else self._words["version"].format(version=version)
        yield self._words["between"]
        yield self._party("controller")
        yield self._words["and"]
        yield self._party("processor")
        if "processing.services" in self._facts:
            yield self._words["provides"].format(services=self._value("processing.services"))
        yield self._words["considering"]

    def _party(self, role: str) -> str:
        said = {name: str(self._facts[f"{role}.{name}"]) for name in _PARTY_FIELDS if f"{role}.{name}" in self._facts}
        parts = [said.get("name") or self._blank(f"{role}.name")]
        if {"street", "postcode", "city"} <= said.keys():
            parts.append(self._words["seated"].format(**said))
        elif "city" in said:
            parts.append(self._words["seated_at"].format(**said))
        if "registration" in said:
            parts.append(self._words["registered"].format(**said))
        if "representative" in said:
            key = "represented_as" if "representative_role" in said else "represented"
            parts.append(
                self._words[key].format(representative=said["representative"], role=said.get("representative_role", ""))
            )
        for name, words_of in (("phone", "reached"), ("email", "reached_by_mail")):
            if f"{role}.{name}" in self._facts:
                parts.append(self._words[words_of].format(**{name: self._facts[f"{role}.{name}"]}))
        return f"{', '.join(parts)}, {self._words['called'].format(role=self._words[role])}"

    def _articles(self) -> Iterator[Article]:
        number = 0
        for article in articles():
            standing = [each for clause in article.clauses if clause.stands(self._facts) for each in self._said(clause)]
            if not standing:
                continue
            number += 1
            clauses = tuple(
                Clause(
                    f"{number}.{at}",
                    self._negotiated.wording.get(key) or text,
                    clause.gdpr,
                    clause.note[self._language],
                    tuple(each for each, _ in clause.when),
                    key,
                    key in self._negotiated.wording,
                )
                for at, (clause, key, text) in enumerate(standing, start=1)
            )
            yield Article(number, article.heading[self._language], clauses)
        if self._negotiated.special:
            number += 1
            special = tuple(
                Clause(f"{number}.{at}", text, key=f"special|{at}", own=True)
                for at, text in enumerate(self._negotiated.special, start=1)
            )
            yield Article(number, self._words["special"], special)

    def _said(self, clause: ClauseText) -> Iterator[tuple[ClauseText, str, str]]:
        """A clause with its key and words: once, or for every record that it is about."""
        text = clause.text[self._language]
        if not clause.each:
            yield clause, clause.key, self._filled(text)
            return
        for at, record in enumerate(records(self._facts[clause.each]), start=1):
            yield clause, f"{clause.key}|{at}", _OF_RECORD.sub(lambda found: self._field(record, found["name"]), text)  # noqa: B023

    def _field(self, record: Mapping[str, Any], name: str) -> str:
        value = record.get(name)
        worded = self._words["carve_outs"].get(name, f"{{{name}}}")
        return "" if value is None else str(worded.format(**{name: value}))

    def _filled(self, text: str) -> str:
        return _FIELD.sub(lambda found: self._value(found["key"], how=found["how"] or ""), text)

    def _value(self, key: str, *, how: str = "") -> str:
        value = self._facts.get(key)
        return self._blank(key) if value is None else in_words(key, value, self._words, self._language, how=how)

    def _blank(self, key: str) -> str:
        self._blanks.append(key)
        return str(self._words["blank"].format(label=labels.fact(key, self._language).lower()))

    def _annexes(self, written: Sequence[Article]) -> Iterator[Annex]:
        numbered: list[tuple[str, tuple[str | Listing | Table, ...]]] = [
            ("annex_processing", tuple(self._processing())),
            ("annex_measures", self._annex_of_measures()),
            ("annex_subprocessors", self._subprocessors()),
        ]
        if "breach.questionnaire" in self._facts:
            numbered.append(("annex_breaches", tuple(self._breaches(written))))
        if "contacts.list" in self._facts:
            numbered.append(("annex_contacts", (self._table("contacts.list", "contact_headings").filled(),)))
        for number, (key, content) in enumerate(numbered, start=1):
            yield Annex(self._words["annex"].format(number=number, title=self._words[key]), content)

    def _breaches(self, written: Sequence[Article]) -> Iterator[str | Listing | Table]:
        """The steps on a breach, then the questions, each with room for its answer."""
        said = self._words["procedure"]
        number = next(each.number for each in written if any(c.key.startswith("breach|") for c in each.clauses))
        yield Listing(said["lead"], tuple(step.format(breach=number) for step in said["steps"]))
        asked = records(self._facts["breach.questionnaire"])
        rows = tuple((str(each["number"]), str(each["question"]), self._room(each)) for each in asked)
        yield Table(tuple(said["headings"]), rows)

    def _room(self, question: Mapping[str, Any]) -> str:
        option = self._words["procedure"]["option"]
        return " ".join(option.format(option=each) for each in question.get("options") or ())

    def _processing(self) -> Iterator[Listing | Table | str]:
        for name in ("purposes", "data_categories", "data_subjects"):
            key = f"processing.{name}"
            value = self._facts.get(key)
            items = tuple(map(str, value)) if isinstance(value, tuple) else (self._blank(key),)
            yield Listing(self._words[name], items)
        if "processing.activities" in self._facts:
            yield self._words["activities"]
            yield self._table("processing.activities", "activity_headings")

    def _annex_of_measures(self) -> tuple[str | Listing | Table, ...]:
        if self._measures:
            return (Listing(self._words["measures"], self._measures),)
        self._blanks.append("security.measures_described")
        return (self._words["measures_blank"],)

    def _subprocessors(self) -> tuple[str | Listing | Table, ...]:
        if "subprocessors.list" not in self._facts:
            return (self._words["no_subprocessors"],)
        return (self._table("subprocessors.list", "subprocessor_headings").filled(),)

    def _table(self, key: str, headings: str) -> Table:
        fields, value = catalogue()[key].fields, self._facts[key]
        records = [record for record in value if isinstance(record, Mapping)] if isinstance(value, tuple) else []
        rows = (
            tuple(labels.cell(key, name, record.get(name), self._language) for name in fields) for record in records
        )
        return Table(tuple(self._words[headings]), tuple(rows))

    def _signature(self, role: str) -> tuple[str, ...]:
        said = self._facts
        signed_on = said.get("term.signed_on")
        return (
            str(self._words[role]),
            self._words["name"].format(name=said.get(f"{role}.representative", "")).rstrip(),
            self._words["role"].format(role=said.get(f"{role}.representative_role", "")).rstrip(),
            self._words["date"]
            .format(date=labels.value("term.signed_on", signed_on, self._language) if signed_on else "")
            .rstrip(),
            str(self._words["signature"]),
        )
