"""A report as data, from somebody else's system -> what it says, or everything that is wrong with it.

It comes from outside: nothing in it is trusted to have the right shape, and all faults are named together.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from art28.letters.data import FORMAT
from art28.notices.breach import Topic
from art28.notices.notice import NoticeKind

LARGEST_BYTES = 2_000_000
_MOST_SECTIONS = 500
_LONGEST = 20_000


class RefusedReport(ValueError):
    """The file is no report in `report.schema.json`; `faults` names each thing that is wrong, with where it stands."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(self.faults))


@dataclass(frozen=True, slots=True)
class SectionRead:
    """One question with its answer, and what it says in fields."""

    number: int
    question: str
    answer: str | None
    topics: tuple[Topic, ...]
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report from another organisation."""

    kind: NoticeKind
    reference: str
    subject: str
    processor: str
    sent_at: datetime
    sections: tuple[SectionRead, ...]


def report_read(data: bytes) -> ReportRead:
    """The report in `data`; raises `RefusedReport`."""
    if len(data) > LARGEST_BYTES:
        raise RefusedReport([f"the file has {len(data)} bytes, more than {LARGEST_BYTES}"])
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RefusedReport([f"this is not JSON: {error}"]) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise RefusedReport([f'"format" is not "{FORMAT}"'])
    faults: list[str] = []
    texts = {name: _text(content, name, faults) for name in ("reference", "subject", "processor")}
    kind = _kind(content.get("kind"), faults)
    sent_at = _instant(content.get("sent_at"), faults)
    if content.get("draft") is not False:
        faults.append('"draft" is not false: a draft was never sent')
    if content.get("exercise"):
        faults.append('"exercise" is true: nothing happened, it was only played')
    sections = _sections(content.get("sections"), faults)
    if faults or sent_at is None or kind is None:
        raise RefusedReport(faults)
    return ReportRead(kind, texts["reference"], texts["subject"], texts["processor"], sent_at, sections)


def _kind(value: object, faults: list[str]) -> NoticeKind | None:
    if isinstance(value, str) and value in set(NoticeKind):
        return NoticeKind(value)
    faults.append(f'"kind" is none of {", ".join(NoticeKind)}')
    return None


def _text(content: Mapping[str, object], name: str, faults: list[str], where: str = "") -> str:
    value = content.get(name)
    if isinstance(value, str) and len(value) <= _LONGEST and "\x00" not in value:
        return value
    faults.append(f'{where}"{name}" is not text of at most {_LONGEST} characters')
    return ""


def _instant(value: object, faults: list[str]) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or at.utcoffset() is None:
        faults.append('"sent_at" is not an instant with its offset, such as 2026-11-22T03:40:00+00:00')
        return None
    return at


def _sections(value: object, faults: list[str]) -> tuple[SectionRead, ...]:
    if not isinstance(value, list) or len(value) > _MOST_SECTIONS:
        faults.append(f'"sections" is not a list of at most {_MOST_SECTIONS}')
        return ()
    return tuple(_section(item, place, faults) for place, item in enumerate(value, start=1))


def _section(item: object, place: int, faults: list[str]) -> SectionRead:
    where = f"section {place}: "
    if not isinstance(item, dict):
        faults.append(f"{where}it is no object")
        return SectionRead(place, "", None, (), {})
    number, topics, values = item.get("number"), item.get("topics", []), item.get("values", {})
    if not isinstance(number, int) or isinstance(number, bool):
        faults.append(f'{where}"number" is not a whole number')
        number = place
    if not isinstance(topics, list) or not all(isinstance(topic, str) for topic in topics):
        faults.append(f'{where}"topics" is not a list of text')
        topics = []
    if not isinstance(values, dict):
        faults.append(f'{where}"values" is no object')
        values = {}
    known = tuple(Topic(topic) for topic in topics if topic in set(Topic))  # a newer art28 may know more
    answer = None if item.get("answer") is None else _text(item, "answer", faults, where)
    return SectionRead(number, _text(item, "question", faults, where), answer, known, values)
