"""Files that came by mail -> the reports that they hold as data, and how such a report goes along with its signal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from art28.letters.data import NAME
from art28.letters.reading import LARGEST_BYTES, RefusedReport, ReportRead, report_read
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.breaches.models import Breach
from art28.web.intake import letters
from art28.web.intake.models import Signal
from art28.web.received import actions, queries


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A report that a file holds: the name of that file, the report's own bytes, and what it says."""

    name: str
    content: bytes
    read: ReportRead


def may_be_report(name: str) -> bool:
    """Whether a file is worth reading as a report, by its name; what it holds says so for certain."""
    return name.lower().endswith((".json", ".pdf"))


def in_file(name: str, content: bytes) -> Enclosed | None:
    """The report in a file: the file itself, what a PDF encloses as art28 makes them, or what is attached to a mail.

    None where there is none. Raises `RefusedReport` where the file is meant as a report and can't be used. Of a mail, an
    attachment that is no report stays an attachment.
    """
    lower = name.lower()
    if lower.endswith(".json"):
        return Enclosed(name, content, report_read(content))
    if lower.endswith(".pdf"):
        return _in_pdf(name, content)
    if lower.endswith(".eml"):
        return _first((each.name, each.data) for each in letters.read(content).files)
    return None


def _first(files: Iterable[tuple[str, bytes]]) -> Enclosed | None:
    for name, content in files:
        if not may_be_report(name):
            continue
        try:
            found = in_file(name, content)
        except RefusedReport:
            continue
        if found is not None:
            return found
    return None


def _in_pdf(name: str, content: bytes) -> Enclosed | None:
    """What a PDF encloses, taken out in a confined process.

    A PDF that can't be opened, or whose enclosure can't be used, is one to read and to keep: it holds none.
    """
    try:
        with Jail() as jail:
            inside = jail.enclosed(content, NAME, name=name, most=LARGEST_BYTES)
        return Enclosed(name, inside, report_read(inside)) if inside is not None else None
    except (UnreadableFile, RefusedReport):
        return None


def follow(row: Signal, breach: Breach, by: User, actor: Actor, now: datetime, **_sent: Any) -> None:
    """Let the reports that came with a signal belong to the breach that the signal was found to belong to."""
    for report in queries.of_signal(row):
        if report.breach_id is None:
            actions.join(report, breach, by=by, actor=actor, now=now)
