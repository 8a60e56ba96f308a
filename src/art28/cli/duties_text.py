"""Duties -> the table and the JSON that `art28 duties` prints."""

import re
from collections.abc import Sequence

from art28.agreement import labels
from art28.agreement.duties import Duty, DutyLimit, LimitSource
from art28.obligations.manner import manner_of, manner_record
from art28.obligations.record import duty_record

_HEADINGS = ("who", "must", "when", "within", "how", "by")
_GAP = "  "
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours"}


def as_table(duties: Sequence[Duty]) -> str:
    """One line a duty, in columns."""
    rows = [_HEADINGS, *(_row(duty) for duty in duties)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    return "\n".join(
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _row(duty: Duty) -> tuple[str, ...]:
    return (
        _words(duty.bearer.value),
        _words(duty.action.value) + ("*" if duty.provisional else ""),
        _words(duty.trigger.value),
        within(duty.limit),
        ", ".join(duty.channels),
        _ground(duty),
    )


def within(limit: DutyLimit | None) -> str:
    """A limit in words: "24 hours", "5 working days", "without undue delay (law)"."""
    if limit is None:
        return ""
    words = _words(limit.wording) if limit.period is None else _length(limit.period, working_days=limit.working_days)
    if limit.period is not None and limit.backward:
        words += " before"
    return f"{words} (law)" if limit.source is LimitSource.LAW else words


def _length(period: str, *, working_days: bool) -> str:
    parts = re.findall(r"(\d+)([YMWDH])", period)
    words = [f"{number} {_UNITS[unit][: -1 if number == '1' else None]}" for number, unit in parts]
    written = " and ".join(words) or period
    return written.replace("day", "working day") if working_days else written


def _ground(duty: Duty) -> str:
    clause = duty.provision or ("clause" if duty.citations else "")
    article = f"GDPR {duty.gdpr}" if duty.gdpr else ""
    return "; ".join(part for part in (clause, article) if part)


def _words(code: str) -> str:
    return code.replace("_", " ")


def as_json(duties: Sequence[Duty]) -> dict[str, object]:
    """Every field of every duty, and how it is carried out."""
    return {"duties": [{**duty_record(duty), "manner": manner_record(duty)} for duty in duties]}


def as_details(duties: Sequence[Duty]) -> str:
    """A paragraph a duty: the line of the table, then the steps, towards whom, what shows it, what ends it, what follows."""
    return "\n\n".join(_paragraph(duty) for duty in duties)


def _paragraph(duty: Duty) -> str:
    manner = manner_of(duty)
    who, must, when, limit, how, ground = _row(duty)
    said = [
        ("when", when),
        ("within", limit),
        ("how", ", ".join(filter(None, (how, labels.contact(manner.contact, "en"))))),
        ("content", ", ".join(map(_words, duty.content))),
        ("steps", "; ".join(labels.step(each, "en") for each in manner.steps)),
        ("evidence", "; ".join(labels.evidence(each, "en") for each in manner.evidence)),
        ("ends by", labels.proof(manner.ends_by, "en")),
        ("starts", ", ".join(_words(each.value) for each in manner.starts)),
        ("by", ground),
    ]
    lines = [f"  {name:<9} {text}" for name, text in said if text]
    return "\n".join([f"{who} -> {_words(duty.beneficiary.value)}: {must}", *lines])
