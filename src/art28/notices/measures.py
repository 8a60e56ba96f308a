"""Measures as letters tell them: a change with what goes and what is added, and an overview topic by topic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from art28.agreement import labels
from art28.notices.answers import Section
from art28.notices.correspondence import phrases
from art28.notices.language import Language
from art28.securing.differing import Side, Stretch, stretches
from art28.securing.topics import topics

_NAMED = "measure_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """A change of a measure: what it said, what it will say, from when, and why."""

    before: str
    after: str
    planned_on: date
    why: str


def change_sections(told: ToldChange, language: Language) -> tuple[Section, ...]:
    """The change line by line: both texts, what goes, what is added, why, from when."""
    words = phrases(_NAMED, language)
    pieces = stretches(told.before, told.after)
    lines = (
        ("before", told.before),
        ("after", told.after),
        ("gone", _only(pieces, Side.BEFORE)),
        ("new", _only(pieces, Side.AFTER)),
        ("why", told.why),
        ("planned", labels.day(told.planned_on.isoformat(), language.value)),
    )
    said = [(words[key], answer) for key, answer in lines if answer]
    return tuple(Section(number, question, answer) for number, (question, answer) in enumerate(said, start=1))


def _only(pieces: Sequence[Stretch], side: Side) -> str:
    return "\n".join(f"– {piece.text.strip()}" for piece in pieces if piece.side is side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A measure in an overview. `standing` is one of in_place, partly, planned, failed."""

    topic: str
    name: str
    text: str
    standing: str
    article_32: tuple[str, ...]
    controls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCertificate:
    """A certificate in an overview."""

    standard: str
    holder: str
    expires_on: date


def overview_sections(
    measures: Sequence[Shown], certificates: Sequence[ShownCertificate], language: Language
) -> tuple[Section, ...]:
    """One section a topic, in the order of the standards, and the certificates last."""
    words = phrases(_NAMED, language)
    sections: list[tuple[str, str]] = []
    for code, topic in topics().items():
        here = [each for each in measures if each.topic == code]
        if here:
            sections.append((topic.name(language.value), "\n\n".join(_measure(each, language) for each in here)))
    if certificates:
        sections.append((words["certificates"], "\n".join(_certificates(certificates, language))))
    return tuple(Section(number, name, answer) for number, (name, answer) in enumerate(sections, start=1))


def _measure(each: Shown, language: Language) -> str:
    words = phrases(_NAMED, language)
    standing = words["planned_state" if each.standing == "planned" else each.standing]
    where = [words["law"].format(letters=", ".join(each.article_32))] if each.article_32 else []
    where += [words["controls"].format(numbers=", ".join(each.controls))] if each.controls else []
    return "\n".join(part for part in (f"{each.name} ({standing})", each.text, "; ".join(where)) if part)


def _certificates(every: Sequence[ShownCertificate], language: Language) -> Iterator[str]:
    words = phrases(_NAMED, language)
    for each in every:
        day = labels.day(each.expires_on.isoformat(), language.value)
        yield f"{each.standard}, {each.holder}: {words['until'].format(day=day)}"
