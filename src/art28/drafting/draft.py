"""Facts + a template -> a draft: the clauses that say them, the annexes, and what is still to be filled in."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from art28.agreement import labels
from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.fitting import misfit
from art28.agreement.model import Value
from art28.drafting.clauses import NONE, ClauseText, articles, mandatory, templates
from art28.drafting.model import Annex, Article, Clause, Draft, Listing, Table

LANGUAGES = ("nl", "en")
_FIELD = re.compile(r"\{(?P<key>[a-z_]+\.[a-z_]+)(?P<items>\|items)?\}")
# What every agreement wants filled in; a draft without it shows a blank.
_WANTED = (
    "controller.name", "processor.name", "processing.purposes", "processing.data_categories", "processing.data_subjects",
)  # fmt: skip
# Facts of the text itself, or with a place of their own in a draft beside its clauses.
_ELSEWHERE = frozenset(
    {
        "processing.services",
        "document.title",
        "document.version",
        "term.signed_on",
        "subprocessors.list",
        "contacts.list",
    }
)
_PARTY_FIELDS = ("name", "registration", "street", "postcode", "city", "representative", "representative_role")
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
    facts = _facts(given, template, language)
    return _Drafter(facts, language, measures, negotiated or Negotiated()).draft()


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
            words = f"there is no fact {key!r}: the keys are those of `art28 read --format facts`"
            reasons.append(Reason(key, Wrong.UNKNOWN, words))
        elif value != NONE and (wrong := misfit(catalogue()[key], value)) is not None:
            reasons.append(Reason(key, Wrong.MISFIT, f"{key}: {_shown(value)} is no value of it: {wrong}"))
        elif key in mandatory() and value in (NONE, False):
            words = f"{key}: Article 28 GDPR wants an agreement to say this, so it can't be left out or denied"
            reasons.append(Reason(key, Wrong.MANDATORY, words))
    if reasons:
        raise InvalidDraft(reasons)
    facts = _completed(base, {key: value for key, value in given.items() if key not in _DERIVED})
    while unsaid := [key for key, value in facts.items() if not _is_said(key, facts)]:
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


def _completed(base: Mapping[str, Value], given: Mapping[str, Value]) -> dict[str, Value]:
    """The given facts over those of the template, with what each brings along, and without what was left out."""
    facts: dict[str, Value] = {**base, **given}
    if "breach.deadline" in given:
        facts["breach.wording"] = "without_undue_delay" if given["breach.deadline"] == NONE else "fixed"
    if facts.get("breach.deadline", NONE) == NONE:
        facts["breach.clock_starts"] = NONE
    elif facts.get("breach.clock_starts", NONE) == NONE:
        facts["breach.clock_starts"] = ("discovery",)
    if facts.get("breach.early_warning") is True:
        facts["breach.follow_up"] = True
    if given.get("liability.cap", NONE) != NONE:
        facts["liability.regime"] = "capped"
    elif facts.get("liability.regime") == "capped":
        facts["liability.regime"] = NONE
    if facts.get("audit.max_frequency", NONE) == NONE:
        facts["audit.frequency_basis"] = NONE
        facts["audit.trigger"] = "any"
    elif facts.get("audit.trigger", NONE) == NONE:
        facts["audit.trigger"] = "any"
    for key, value in facts.items():
        if catalogue()[key].type is FactType.CHOICES and isinstance(value, tuple):
            facts[key] = tuple(each for each in catalogue()[key].values if each in value)
    return {key: value for key, value in facts.items() if value != NONE}


def _shown(value: Value) -> str:
    return repr(value) if not isinstance(value, tuple) else repr(list(value))


def _is_said(key: str, facts: Mapping[str, Value]) -> bool:
    """Whether a draft that says `facts` says this one."""
    if key == "liability.limits":
        return facts[key] == _implied(facts).get(key)
    if key in _ELSEWHERE or key in _WANTED or _is_of_party(key) or key in _IMPLIED:
        return True
    return any(
        clause.stands(facts) and any(each == key for each, wanted in clause.when if wanted != (NONE,))
        for article in articles()
        for clause in article.clauses
    )


# What a clause says although its value isn't asked for: "the processor notifies a personal data breach" covers such a breach.
_IMPLIED = frozenset({"breach.covers", "breach.wording", "breach.clock_starts", "transfers.region", "audit.trigger"})


def _implied(facts: Mapping[str, Value]) -> dict[str, Value]:
    """What follows from what is said: the limit that a cap or the general terms are."""
    limit: dict[str, Any] = {"basis": None, "amount": None, "per": None, "scope": None}
    if facts.get("liability.regime") == "main_agreement_terms":
        return {"liability.limits": ({**limit, "basis": "general_terms"},)}
    if facts.get("liability.cap") is not None:
        return {"liability.limits": ({**limit, "basis": "fixed", "amount": facts["liability.cap"], "per": "event"},)}
    return {}


def _is_of_party(key: str) -> bool:
    role, _, name = key.partition(".")
    return role in ("controller", "processor") and name in _PARTY_FIELDS


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
        annexes = tuple(self._annexes())
        title = str(self._facts.get("document.title") or self._words["title"])
        signatures = tuple(map(self._signature, ("controller", "processor")))
        facts = {
            **self._facts,
            "document.title": title,
            **_implied(self._facts),
            "document.language": self._language,
            "document.annexes": tuple(annex.title for annex in annexes),
        }
        blanks = tuple(dict.fromkeys(self._blanks))
        return Draft(self._language, title, opening, written, annexes, signatures, facts, blanks)

    def _opening(self) -> Iterator[str]:
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
        return f"{', '.join(parts)}, {self._words['called'].format(role=self._words[role])}"

    def _articles(self) -> Iterator[Article]:
        number = 0
        for article in articles():
            standing = [clause for clause in article.clauses if clause.stands(self._facts)]
            if not standing:
                continue
            number += 1
            clauses = tuple(
                Clause(
                    f"{number}.{at}",
                    self._worded(clause),
                    clause.gdpr,
                    clause.note[self._language],
                    tuple(key for key, _ in clause.when),
                    clause.key,
                    clause.key in self._negotiated.wording,
                )
                for at, clause in enumerate(standing, start=1)
            )
            yield Article(number, article.heading[self._language], clauses)
        if self._negotiated.special:
            number += 1
            special = tuple(
                Clause(f"{number}.{at}", text, key=f"special|{at}", own=True)
                for at, text in enumerate(self._negotiated.special, start=1)
            )
            yield Article(number, self._words["special"], special)

    def _worded(self, clause: ClauseText) -> str:
        return self._negotiated.wording.get(clause.key) or self._filled(clause.text[self._language])

    def _filled(self, text: str) -> str:
        return _FIELD.sub(lambda found: self._value(found["key"]), text)

    def _value(self, key: str) -> str:
        value = self._facts.get(key)
        if value is None:
            return self._blank(key)
        if isinstance(value, tuple):
            return self._enumerated([self._item(key, item) for item in value if isinstance(item, str)])
        if catalogue()[key].type is FactType.MONEY and isinstance(value, int):
            return f"€ {value:,}".replace(",", "." if self._language == "nl" else ",")
        return labels.value(key, value, self._language)

    def _item(self, key: str, item: str) -> str:
        if key == "breach.content" and f"breach_{item}" in self._words:
            return str(self._words[f"breach_{item}"])
        return labels.choice(key, item, self._language)

    def _enumerated(self, items: Sequence[str]) -> str:
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])}{self._words['last']}{items[-1]}"

    def _blank(self, key: str) -> str:
        self._blanks.append(key)
        return str(self._words["blank"].format(label=labels.fact(key, self._language).lower()))

    def _annexes(self) -> Iterator[Annex]:
        numbered: list[tuple[str, tuple[str | Listing | Table, ...]]] = [
            ("annex_processing", tuple(self._processing())),
            ("annex_measures", self._annex_of_measures()),
            ("annex_subprocessors", self._subprocessors()),
        ]
        if "contacts.list" in self._facts:
            numbered.append(("annex_contacts", (self._table("contacts.list", "contact_headings"),)))
        for number, (key, content) in enumerate(numbered, start=1):
            yield Annex(self._words["annex"].format(number=number, title=self._words[key]), content)

    def _processing(self) -> Iterator[Listing]:
        for name in ("purposes", "data_categories", "data_subjects"):
            key = f"processing.{name}"
            value = self._facts.get(key)
            items = tuple(map(str, value)) if isinstance(value, tuple) else (self._blank(key),)
            yield Listing(self._words[name], items)

    def _annex_of_measures(self) -> tuple[str | Listing | Table, ...]:
        if self._measures:
            return (Listing(self._words["measures"], self._measures),)
        self._blanks.append("security.measures_described")
        return (self._words["measures_blank"],)

    def _subprocessors(self) -> tuple[str | Listing | Table, ...]:
        if "subprocessors.list" not in self._facts:
            return (self._words["no_subprocessors"],)
        return (self._table("subprocessors.list", "subprocessor_headings"),)

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
