"""Questions and the facts of a breach -> sections: each question with its answer, or with why there is none yet."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from zoneinfo import ZoneInfo

from art28.notices.breach import Affected, BreachFacts, Extent, Topic
from art28.notices.language import Language, count, instant, listed
from art28.notices.marks import mark
from art28.notices.questions import Question, QuestionKind
from art28.notices.texts import Texts, texts
from art28.notices.topics import topics_of

_STEM = 7  # letters; long enough to tell Dutch compounds apart, short enough to match their plurals


@dataclass(frozen=True, slots=True)
class Section:
    """A question of the report. `answer` is None while it isn't known; `why_missing` then says why, else it is empty.

    `changed` marks what a later notice adds to or alters in an earlier one. `topics` are what the question asks for, and
    `values` the facts in so many fields where the answer says just these: both for who reads the notice as data.
    """

    number: int
    question: str
    answer: str | None
    why_missing: str = ""
    changed: bool = False
    topics: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def section_record(section: Section) -> dict[str, object]:
    """A question with its answer as JSON has it."""
    return {
        "number": section.number,
        "question": section.question,
        "answer": section.answer,
        "why_missing": section.why_missing,
        "changed": section.changed,
        "topics": list(section.topics),
        "values": dict(section.values),
    }


@dataclass(frozen=True, slots=True)
class _Page:
    facts: BreachFacts
    words: Texts
    zone: ZoneInfo
    language: Language

    def at(self, name: str, **values: str) -> str:
        return self.words[f"answers.{name}"].format(**values)


def sections_of(
    questions: tuple[Question, ...], facts: BreachFacts, *, language: Language, zone: ZoneInfo
) -> tuple[Section, ...]:
    """Each question with what `facts` answer to it; what they don't is left open, never guessed."""
    page = _Page(facts, texts(language), zone, language)
    return tuple(_section(question, page) for question in questions)


def _section(question: Question, page: _Page) -> Section:
    answer = _answer(question, page)
    if answer:
        return Section(question.number, question.text, answer)
    reasons = (page.facts.why_unknown.get(topic) for topic in question.topics)
    default = page.words["under_investigation" if question.topics else "not_answered"]
    return Section(question.number, question.text, None, next((reason for reason in reasons if reason), default))


def _answer(question: Question, page: _Page) -> str | None:
    """What the facts say; else what somebody answered to this very question for the whole breach."""
    return _from_facts(question, page) or page.facts.answers.get(mark(question.text, question.options)) or None


def _from_facts(question: Question, page: _Page) -> str | None:
    if question.kind == QuestionKind.ITEMS:
        return _items(question, page)
    if not question.topics:
        return _item(question, page)
    if question.kind == "yes_no" and question.topics == (Topic.VULNERABLE_GROUPS,):
        return _vulnerable(question, page)
    if question.kind == "yes_no" and question.topics == (Topic.PROTECTION,):
        return _protection(question, page)
    parts = [part for topic in question.topics if (part := _ANSWERING[topic](page))]
    return "\n".join(dict.fromkeys(parts)) or None


def _item(question: Question, page: _Page) -> str | None:
    """A line of a tick list ("Telefoonnummer: ja / nee") is a yes where the facts name it. Not named is not a no."""
    if question.kind != "yes_no":
        return None
    asked = _stems(question.text)
    known = (page.facts.data_categories, page.facts.subject_categories)
    named = any(asked & _stems(category) for categories in known for category in categories)
    return page.at("yes") if named else None


def _items(question: Question, page: _Page) -> str | None:
    """Yes or no for each item, a line each, as soon as one of them is known; the others are said to be unknown."""
    asked = (
        replace(question, text=item, kind=QuestionKind.YES_NO.value, options=(), topics=topics_of(item))
        for item in question.options
    )
    found = [(each.text, _from_facts(each, page)) for each in asked]
    if not any(answer for _, answer in found):
        return None
    return "\n".join(f"{item}: {answer or page.at('not_known')}" for item, answer in found)


def _vulnerable(question: Question, page: _Page) -> str | None:
    """A form that asks group by group gets a yes for the group that the facts name, and no answer for the others."""
    groups = page.facts.vulnerable_groups
    return page.at("yes") if _stems(question.text) & _stems(groups) else None


def _protection(question: Question, page: _Page) -> str | None:
    """A form that asks technique by technique gets a yes only where the facts name that technique; a no holds for all."""
    asked = frozenset(technique for technique in _TECHNIQUES if re.search(technique, question.text, re.IGNORECASE))
    detail = page.facts.protection_detail
    if page.facts.protection is Extent.NO or len(asked) != 1:
        return _ANSWERING[Topic.PROTECTION](page)
    named = any(re.search(technique, detail, re.IGNORECASE) for technique in asked)
    return _ANSWERING[Topic.PROTECTION](page) if named else None


_TECHNIQUES = (r"versleutel|encrypt", r"hash", r"pseudonimi|pseudonymi", r"onbegrijpelijk|unintelligible")


def _stems(text: str) -> frozenset[str]:
    words = (word for word in re.findall(r"[^\W\d_]{5,}", text.lower()) if word not in _COMMON)
    return frozenset(word[:_STEM] for word in words)


_COMMON = frozenset(
    {"gegevens", "persoonsgegevens", "overige", "andere", "ander", "personal", "other", "details", "welke"}
)


def _text(read: Callable[[BreachFacts], str]) -> Callable[[_Page], str | None]:
    return lambda page: read(page.facts).strip() or None


def _extent(value: Extent | None, page: _Page, detail: str = "") -> str | None:
    if value is None:
        return detail or None
    return f"{page.at(value.value)}. {detail}".strip() if detail else page.at(value.value)


def _nature(page: _Page) -> str | None:
    kinds = listed([page.at(kind.value) for kind in page.facts.affected], language=page.language)
    parts = [kinds[:1].upper() + kinds[1:] + "." if kinds else "", page.facts.nature.strip()]
    return " ".join(part for part in parts if part) or None


def _of_kind(kind: Affected) -> Callable[[_Page], str | None]:
    """A breach of `kind` answers the question with yes; another breach leaves it open."""
    return lambda page: page.at("yes") if kind in page.facts.affected else None


def _when_occurred(page: _Page) -> str | None:
    start, end = (
        instant(at, zone=page.zone, language=page.language) if at else ""
        for at in (page.facts.occurred_from, page.facts.occurred_until)
    )
    if start and end:
        return start if start == end else page.at("between", start=start, end=end)
    if start:
        return page.at("since", start=start) if page.facts.ongoing is Extent.YES else start
    return page.at("until", end=end) if end else None


def _when_discovered(page: _Page) -> str | None:
    at = page.facts.discovered_at
    return instant(at, zone=page.zone, language=page.language) if at else None


def _measures(page: _Page) -> str | None:
    taken, planned = page.facts.measures_taken.strip(), page.facts.measures_planned.strip()
    parts = [page.at("taken", measures=taken) if taken else "", page.at("planned", measures=planned) if planned else ""]
    return "\n".join(part for part in parts if part) or None


def _contact(page: _Page) -> str | None:
    contact = page.facts.contact
    if contact is None:
        return None
    return ", ".join(part for part in (contact.name, contact.function, contact.phone, contact.email) if part) or None


def _other_countries(page: _Page) -> str | None:
    countries = page.facts.other_countries
    if countries is None:
        return None
    if not countries:
        return page.at("no_countries")
    return f"{page.at('yes')}: {listed(countries, language=page.language)}"


_ANSWERING: Mapping[Topic, Callable[[_Page], str | None]] = {
    Topic.DESCRIPTION: _text(lambda facts: facts.description),
    Topic.NATURE: _nature,
    Topic.CAUSE: _text(lambda facts: facts.cause),
    Topic.DATA_CATEGORIES: lambda page: listed(page.facts.data_categories, language=page.language) or None,
    Topic.SUBJECT_CATEGORIES: lambda page: listed(page.facts.subject_categories, language=page.language) or None,
    Topic.SUBJECT_COUNT: lambda page: (
        count(page.facts.subjects, language=page.language) if page.facts.subjects else None
    ),
    Topic.RECORD_COUNT: lambda page: count(page.facts.records, language=page.language) if page.facts.records else None,
    Topic.CONSEQUENCES: _text(lambda facts: facts.consequences),
    Topic.MEASURES: _measures,
    Topic.CONTACT_POINT: _contact,
    Topic.WHEN_OCCURRED: _when_occurred,
    Topic.WHEN_DISCOVERED: _when_discovered,
    Topic.PROTECTION: lambda page: _extent(page.facts.protection, page, page.facts.protection_detail.strip()),
    Topic.OTHER_COUNTRIES: _other_countries,
    Topic.REACHABILITY: lambda page: _extent(page.facts.reachable, page),
    Topic.SYSTEM: _text(lambda facts: facts.system),
    Topic.VULNERABLE_GROUPS: _text(lambda facts: facts.vulnerable_groups),
    Topic.HOW_DISCOVERED: _text(lambda facts: facts.how_discovered),
    Topic.ONGOING: lambda page: _extent(page.facts.ongoing, page),
    Topic.READ_BY_OTHERS: _of_kind(Affected.CONFIDENTIALITY),
    Topic.ALTERED: _of_kind(Affected.INTEGRITY),
    Topic.DESTROYED: _of_kind(Affected.AVAILABILITY),
}
