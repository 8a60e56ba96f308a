"""Sections, and the matter they belong to -> a notice: subject, opening, questions with answers, closing, as it is sent."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from art28.notices.answers import Section
from art28.notices.greeting import salutation
from art28.notices.language import Language, instant
from art28.notices.texts import Texts, one_stop, texts
from art28.notices.weighing import weighing


class NoticeKind(StrEnum):
    """The notices of one breach: an early warning where the agreement knows it, the report, supplements, the last one."""

    EARLY_WARNING = "early_warning"
    REPORT = "report"
    FOLLOW_UP = "follow_up"
    CLOSING = "closing"


class LetterKind(StrEnum):
    """What parties write to each other under an agreement besides reports of a breach (`notices.correspondence`)."""

    REQUEST_PASSED_ON = "request_passed_on"
    REQUEST_HELP = "request_help"
    INSTRUCTION_WARNING = "instruction_warning"
    LEGAL_DUTY = "legal_duty"
    DECLARATION_ASKED = "declaration_asked"
    AUDIT_ANNOUNCED = "audit_announced"
    AUDIT_ANSWER = "audit_answer"
    AUDIT_WARNING = "audit_warning"
    AUDIT_OFFER = "audit_offer"
    NOTICE_OF_DEFAULT = "notice_of_default"
    CLAIM_REPORTED = "claim_reported"
    INSURANCE_ASKED = "insurance_asked"
    TALKS_ASKED = "talks_asked"
    TERMINATION = "termination"
    SUBPROCESSOR_NOTICE = "subprocessor_notice"
    CONSENT_REQUEST = "consent_request"
    END_CHOICE = "end_choice"
    END_CHOICE_REMINDER = "end_choice_reminder"
    END_CERTIFICATE = "end_certificate"
    DELETION_ORDER = "deletion_order"
    MEASURE_NOTICE = "measure_notice"
    MEASURE_CONSENT = "measure_consent"
    MEASURE_OVERVIEW = "measure_overview"
    CONTACT_NAMED = "contact_named"
    CONTACT_ESCALATED = "contact_escalated"
    CONTACT_CHECK = "contact_check"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Head and count of the sender's evidence chain when the notice was drawn up."""

    head: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a notice is about, apart from its answers.

    `agreement` is how the parties call it, `clause` its provision on breaches, empty where the agreement is silent.
    `controller` is the other side, empty where it is not known.
    `ends_at` is None for a limit without a number. `authority_hours` is the law's period for telling the authority;
    None where the processor tells it, as agreed. `sequence` counts the supplements. `evidence` is None only in a draft.
    """

    reference: str
    agreement: str
    clause: str
    processor: str
    addressee: str
    started_at: datetime
    start_reason: str
    ends_at: datetime | None
    authority_hours: int | None
    acknowledge_url: str
    evidence: Evidence | None
    zone: ZoneInfo
    late_reasons: str = ""
    sequence: int = 0
    closing_reason: str = ""
    signed_by: str = ""
    controller: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice as it is sent; `texts_version` names its standing texts, `evidence` its place in the chain.

    `is_exercise` says that nothing happened: it is played, and `meant_for` is to whom it would have gone.
    `heading` stands above its sections, empty for that of a report.
    """

    kind: NoticeKind | LetterKind
    language: Language
    texts_version: str
    reference: str
    agreement: str
    processor: str
    controller: str
    subject: str
    salutation: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    acknowledge_url: str
    evidence: Evidence | None
    evidence_text: str
    signature: tuple[str, ...]
    cover: tuple[str, ...]
    is_exercise: bool = False
    meant_for: str = ""
    heading: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every question has an answer."""
        return all(section.answer is not None for section in self.sections)


def compose(kind: NoticeKind, sections: tuple[Section, ...], *, matter: Matter, language: Language) -> Notice:
    """The notice of `kind` that puts `sections` to the reader, in `language`."""
    words = texts(language)
    filled = {
        "reference": matter.reference,
        "agreement": matter.agreement,
        "processor": matter.processor,
        "sequence": str(matter.sequence),
        "closing_reason": matter.closing_reason,
        "clause": words["clause"].format(clause=matter.clause) if matter.clause else "",
    }
    subject = words[f"{kind.value}.subject"].format_map(filled)
    return Notice(
        kind=kind,
        language=language,
        texts_version=words.version,
        reference=matter.reference,
        agreement=matter.agreement,
        processor=matter.processor,
        controller=matter.controller,
        subject=subject,
        salutation=salutation(words, matter.addressee),
        opening=(
            *(paragraph.format_map(filled) for paragraph in words.several[f"{kind.value}.opening"]),
            *_limit(kind, matter, words, language),
        ),
        sections=sections,
        closing=_closing(kind, sections, matter, words, weighing(sections, language=language)),
        acknowledge_url=matter.acknowledge_url,
        evidence=matter.evidence,
        evidence_text=_evidence(matter, words),
        signature=tuple(line for line in (words["signature"], matter.signed_by, matter.processor) if line),
        cover=_cover(kind, subject, matter, words, language),
    )


def as_exercise(notice: Notice, *, meant_for: str = "") -> Notice:
    """The notice marked as part of an exercise, in its subject too; `meant_for` is to whom it would really have gone."""
    mark = texts(notice.language)["exercise.mark"]
    subject = notice.subject if notice.is_exercise else f"{mark} · {notice.subject}"
    return replace(notice, subject=subject, is_exercise=True, meant_for=meant_for or notice.meant_for)


def exercise_lines(language: Language, meant_for: str) -> tuple[str, ...]:
    """What is said above a notice that is only played."""
    words = texts(language)
    return (words["exercise.said"], *((words["exercise.meant"].format(to=meant_for),) if meant_for else ()))


def changed_since(earlier: tuple[Section, ...], later: tuple[Section, ...]) -> tuple[Section, ...]:
    """`later`, with each section marked whose answer differs from that to the same question in `earlier`."""
    before = {(section.number, section.question): section.answer for section in earlier}
    return tuple(
        replace(section, changed=before.get((section.number, section.question)) != section.answer) for section in later
    )


def _limit(kind: NoticeKind, matter: Matter, words: Texts, language: Language) -> tuple[str, ...]:
    if kind not in (NoticeKind.EARLY_WARNING, NoticeKind.REPORT):
        return ()
    started = instant(matter.started_at, zone=matter.zone, language=language)
    if matter.ends_at is None:
        counted = words["no_limit"].format(started=started, reason=matter.start_reason)
    else:
        ends = instant(matter.ends_at, zone=matter.zone, language=language)
        counted = words["limit"].format(started=started, reason=matter.start_reason, ends=ends)
    late = (words["late"].format(reasons=matter.late_reasons),) if matter.late_reasons else ()
    return (counted, *late)


def _closing(
    kind: NoticeKind, sections: tuple[Section, ...], matter: Matter, words: Texts, weighs: tuple[str, ...]
) -> tuple[str, ...]:
    if kind is NoticeKind.CLOSING:
        return ()
    missing = (*weighs, words["missing"]) if any(section.answer is None for section in sections) else weighs
    if kind is NoticeKind.FOLLOW_UP:
        return missing
    if matter.authority_hours is None:
        return (*missing, words["authority_by_processor"])
    return (*missing, words["authority"].format(hours=matter.authority_hours))


def _evidence(matter: Matter, words: Texts) -> str:
    if matter.evidence is None:
        return ""
    return words["evidence"].format(count=matter.evidence.count, head=matter.evidence.head)


def _cover(kind: NoticeKind, subject: str, matter: Matter, words: Texts, language: Language) -> tuple[str, ...]:
    """What an e-mail may say that is not surely delivered encrypted: reference, agreement, limit and the way to the rest."""
    bounded = matter.ends_at is not None and kind in (NoticeKind.EARLY_WARNING, NoticeKind.REPORT)
    ends = instant(matter.ends_at, zone=matter.zone, language=language) if matter.ends_at and bounded else ""
    return (
        one_stop(words["cover.opening"].format(subject=subject, agreement=matter.agreement)),
        words["cover.behind_link"],
        *((words["cover.limit"].format(ends=ends),) if ends else ()),
        words["cover.link"],
    )
