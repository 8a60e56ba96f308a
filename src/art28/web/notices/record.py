"""Notices as plain JSON records, so that a page can show what was sent and a supplement can tell what changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from art28.notices.answers import Section, section_record
from art28.notices.notice import Notice


def notice_record(notice: Notice) -> dict[str, Any]:
    """Every part of `notice` that its reader sees."""
    return {
        **({"exercise": {"meant_for": notice.meant_for}} if notice.is_exercise else {}),
        "kind": notice.kind.value,
        "reference": notice.reference,
        "agreement": notice.agreement,
        "processor": notice.processor,
        "controller": notice.controller,
        "subject": notice.subject,
        "heading": notice.heading,
        "salutation": notice.salutation,
        "opening": list(notice.opening),
        "sections": [section_record(section) for section in notice.sections],
        "closing": list(notice.closing),
        "evidence_text": notice.evidence_text,
        "signature": list(notice.signature),
    }


def sections_of(record: Mapping[str, Any]) -> tuple[Section, ...]:
    """The sections that `notice_record` wrote."""
    sections: Sequence[Mapping[str, Any]] = record["sections"]
    return tuple(
        Section(item["number"], item["question"], item["answer"], item["why_missing"], item["changed"])
        for item in sections
    )
