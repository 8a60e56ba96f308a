"""Duties and limits as plain JSON records and back, so that a shell can freeze them as they were."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import cast

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.document.model import Citation
from art28.terms import Role
from art28.timelimits.limit import (
    Alternative,
    Caution,
    CautionCode,
    Limit,
    Reading,
    Regime,
    Step,
    StepCode,
)
from art28.timelimits.period import parse_period

Json = Mapping[str, object]


def duty_record(duty: Duty) -> dict[str, object]:
    """Every field of `duty`."""
    return {
        "id": duty.id,
        "action": duty.action.value,
        "trigger": duty.trigger.value,
        "bearer": duty.bearer.value,
        "beneficiary": duty.beneficiary.value,
        "limit": _limit_of_duty(duty.limit),
        "channels": list(duty.channels),
        "content": list(duty.content),
        "provision": duty.provision,
        "gdpr": duty.gdpr,
        "facts": list(duty.facts),
        "provisional": duty.provisional,
        "citations": [_citation(citation) for citation in duty.citations],
    }


def duty_of(record: Json) -> Duty:
    """The duty that `duty_record` wrote; raises `KeyError` or `ValueError` for a record that it didn't."""
    return Duty(
        id=str(record["id"]),
        action=Action(str(record["action"])),
        trigger=Trigger(str(record["trigger"])),
        bearer=Role(str(record["bearer"])),
        beneficiary=Role(str(record["beneficiary"])),
        limit=_duty_limit(cast("Json | None", record["limit"])),
        channels=_texts(record["channels"]),
        content=_texts(record["content"]),
        citations=tuple(_cited(item) for item in cast("Sequence[Json]", record["citations"])),
        provision=str(record["provision"]),
        facts=_texts(record["facts"]),
        gdpr=str(record["gdpr"]),
        provisional=bool(record["provisional"]),
    )


def limit_record(limit: Limit) -> dict[str, object]:
    """How `limit` was counted: start, period, rules, steps, other readings and warnings."""
    return {
        "starts_at": limit.starts_at.isoformat(),
        "period": str(limit.period),
        "working_days": limit.period.working_days,
        "regime": limit.regime.value,
        "zone": limit.zone,
        "calendar": limit.calendar,
        "ends_at": limit.ends_at.isoformat(),
        "last_day": _iso(limit.last_day),
        "reading": limit.reading.value,
        "steps": [_step(step) for step in limit.steps],
        "alternatives": [_alternative(other) for other in limit.alternatives],
        "warnings": [
            {"code": warning.code.value, "rule": warning.rule, "day": _iso(warning.day), "year": warning.year}
            for warning in limit.warnings
        ],
    }


def limit_of(record: Json) -> Limit:
    """The limit that `limit_record` wrote, without the days off that its steps passed, which are not kept."""
    return Limit(
        starts_at=_instant(record["starts_at"]),
        period=parse_period(str(record["period"]), working_days=bool(record["working_days"])),
        regime=Regime(str(record["regime"])),
        zone=str(record["zone"]),
        calendar=_optional(record["calendar"]),
        ends_at=_instant(record["ends_at"]),
        last_day=_date(record["last_day"]),
        reading=Reading(str(record["reading"])),
        alternatives=tuple(_other(item) for item in cast("Sequence[Json]", record["alternatives"])),
        steps=tuple(_counted(item) for item in cast("Sequence[Json]", record["steps"])),
        warnings=tuple(_caution(item) for item in cast("Sequence[Json]", record["warnings"])),
    )


def _step(step: Step) -> dict[str, object]:
    said: dict[str, object] = {
        "code": step.code.value,
        "rule": step.rule,
        "day": _iso(step.day),
        "at": _iso(step.at),
    }
    if step.amount is not None:
        said["amount"] = step.amount
    if step.length is not None:
        said["minutes"] = step.length // timedelta(minutes=1)
    return said


def _counted(record: Json) -> Step:
    minutes = record.get("minutes")
    return Step(
        code=StepCode(str(record["code"])),
        rule=_optional(record["rule"]),
        day=_date(record["day"]),
        at=_instant(record["at"]) if record["at"] else None,
        amount=cast("int | None", record.get("amount")),
        length=timedelta(minutes=cast("int", minutes)) if minutes is not None else None,
    )


def _alternative(other: Alternative) -> dict[str, object]:
    said: dict[str, object] = {
        "reading": other.reading.value,
        "ends_at": other.ends_at.isoformat(),
        "last_day": _iso(other.last_day),
    }
    if other.calendar is not None:
        said["calendar"] = other.calendar
    return said


def _other(record: Json) -> Alternative:
    return Alternative(
        reading=Reading(str(record["reading"])),
        ends_at=_instant(record["ends_at"]),
        last_day=_date(record["last_day"]),
        calendar=_optional(record.get("calendar")),
    )


def _caution(record: Json) -> Caution:
    return Caution(
        code=CautionCode(str(record["code"])),
        rule=_optional(record["rule"]),
        day=_date(record["day"]),
        year=cast("int | None", record["year"]),
    )


def _instant(value: object) -> datetime:
    return datetime.fromisoformat(str(value))


def _date(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _optional(value: object) -> str | None:
    return None if value is None else str(value)


def _limit_of_duty(limit: DutyLimit | None) -> dict[str, object] | None:
    if limit is None:
        return None
    return {
        "period": limit.period,
        "wording": str(limit.wording),
        "regime": limit.regime,
        "source": limit.source.value,
        "backward": limit.backward,
        "working_days": limit.working_days,
    }


def _duty_limit(record: Json | None) -> DutyLimit | None:
    if record is None:
        return None
    period = record["period"]
    return DutyLimit(
        period=None if period is None else str(period),
        wording=str(record["wording"]),
        regime=str(record["regime"]),
        source=LimitSource(str(record["source"])),
        backward=bool(record["backward"]),
        working_days=bool(record["working_days"]),
    )


def _citation(citation: Citation) -> dict[str, object]:
    row: dict[str, object] = {
        "text": citation.text, "start": citation.start, "end": citation.end, "page": citation.page,
    }  # fmt: skip
    return {**row, "document": citation.document} if citation.document else row


def _cited(record: Json) -> Citation:
    page = record["page"]
    return Citation(
        str(record["text"]),
        cast("int", record["start"]),
        cast("int", record["end"]),
        cast("int | None", page),
        document=str(record.get("document", "")),
    )


def _texts(items: object) -> tuple[str, ...]:
    return tuple(str(item) for item in cast("Sequence[object]", items))


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None
