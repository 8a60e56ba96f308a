"""A notice as it is kept -> a letter: all that a document of it shows, and nothing that lets its holder confirm receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from art28.letters.paper import Paper, Part, Row
from art28.notices.answers import Section
from art28.notices.language import Language, instant
from art28.notices.notice import exercise_lines
from art28.notices.texts import texts

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes; whatever isn't known is empty."""

    name: str
    organisation: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A notice as a document. `dated` is when it was handed over; in a draft, when it was drawn.

    `margin` pairs what stands beside the letter: label and value.
    """

    language: Language
    kind: str
    reference: str
    subject: str
    sender: str
    addressee: Addressee
    agreement: str
    dated: datetime
    date_line: str
    margin: tuple[tuple[str, str], ...]
    salutation: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    evidence: str
    head: str
    count: int
    signature: tuple[str, ...]
    texts_version: str
    is_draft: bool
    is_exercise: bool = False
    heading: str = ""

    @property
    def mark(self) -> str:
        """The word across its pages; empty for what was really sent."""
        if self.is_exercise:
            return texts(self.language)["exercise.mark"]
        return texts(self.language)["letter.draft"] if self.is_draft else ""

    @property
    def words(self) -> Mapping[str, str]:
        """The standing words of a letter in its language."""
        said = texts(self.language)
        words = {name: said[name] for name in (*_WORDS, *(f"letter.{name}" for name in _LETTER))}
        return words | {"questions_heading": self.heading} if self.heading else words


_WORDS = ("questions_heading", "acknowledge_heading", "evidence_heading")
_LETTER = ("confidential", "acknowledge")


def letter_of(
    record: Record,
    *,
    language: Language,
    sender: str,
    addressee: Addressee,
    agreement: str,
    dated: datetime,
    zone: ZoneInfo,
    texts_version: str,
    evidence: tuple[str, int] = ("", 0),
    is_draft: bool = False,
) -> Letter:
    """The letter of a notice kept as `record` (what web/notices keeps as sent); the same arguments give the same letter."""
    words = texts(language)
    date_line = instant(dated, zone=zone, language=language)
    who = ", ".join(part for part in (addressee.name, addressee.organisation) if part) or addressee.email
    margin = [
        (words["letter.to"], who),
        (words["letter.date"], date_line),
        (words["letter.reference"], str(record["reference"])),
        (words["letter.agreement"], agreement),
    ]
    return Letter(
        language=language,
        kind=str(record["kind"]),
        reference=str(record["reference"]),
        subject=str(record["subject"]),
        sender=sender,
        addressee=addressee,
        agreement=agreement,
        dated=dated,
        date_line=date_line,
        margin=tuple((label, value) for label, value in margin if value),
        salutation=str(record["salutation"]),
        opening=(*_played(record, language), *_lines(record["opening"])),
        sections=tuple(_section(item) for item in _records(record["sections"])),
        closing=_lines(record["closing"]),
        evidence=str(record["evidence_text"]),
        head=evidence[0],
        count=evidence[1],
        signature=_lines(record["signature"]),
        texts_version=texts_version,
        is_draft=is_draft,
        is_exercise="exercise" in record,
        heading=str(record.get("heading", "")),
    )


def _played(record: Record, language: Language) -> tuple[str, ...]:
    """What stands above the letter of an exercise."""
    exercise = record.get("exercise")
    return exercise_lines(language, str(exercise["meant_for"])) if isinstance(exercise, Mapping) else ()


def _lines(kept: object) -> tuple[str, ...]:
    return tuple(str(line) for line in kept) if isinstance(kept, Sequence) else ()


def _records(kept: object) -> tuple[Record, ...]:
    return tuple(item for item in kept if isinstance(item, Mapping)) if isinstance(kept, Sequence) else ()


def _section(item: Record) -> Section:
    number, answer, values = item["number"], item["answer"], item.get("values")
    return Section(
        number=number if isinstance(number, int) else 0,
        question=str(item["question"]),
        answer=None if answer is None else str(answer),
        why_missing=str(item["why_missing"]),
        changed=item["changed"] is True,
        topics=_lines(item.get("topics")),
        values=values if isinstance(values, Mapping) else {},
    )


def paper_of(letter: Letter) -> Paper:
    """The letter as a document: salutation and opening, the questions, the closing, how to confirm it."""
    words = letter.words
    asked = Part(heading=words["questions_heading"], rows=tuple(_row(section) for section in letter.sections))
    evidence = Part(heading=words["evidence_heading"], paragraphs=(letter.evidence,), is_small=True)
    return Paper(
        language=letter.language,
        title=letter.subject,
        sender=letter.sender,
        about=letter.agreement,
        reference=letter.reference,
        standing=words["letter.confidential"],
        dated=letter.dated,
        margin=letter.margin,
        opening=(letter.salutation, *letter.opening),
        parts=(
            *((asked,) if letter.sections else ()),
            Part(heading="", paragraphs=letter.closing),
            Part(heading=words["acknowledge_heading"], paragraphs=(words["letter.acknowledge"],)),
            *((evidence,) if letter.evidence else ()),
        ),
        signature=letter.signature,
        mark=letter.mark,
        words=paper_words(letter.language),
    )


def paper_words(language: Language) -> Mapping[str, str]:
    """The standing words of any document in a language."""
    said = texts(language)
    own = {name: said[f"letter.{name}"] for name in ("page", "number", "question", "answer")}
    return {**own, "unknown": said["unknown"], "changed": said["changed"]}


def _row(section: Section) -> Row:
    return Row(
        number=str(section.number),
        question=section.question,
        answer=section.answer,
        why=section.why_missing,
        changed=section.changed,
    )
