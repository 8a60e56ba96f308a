"""Cells of a table -> a result of a check, and what of them can't be read."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from zoneinfo import ZoneInfo

from art28.timelimits.instants import InvalidInstant, parse_instant
from art28.web.controls.models import Check
from art28.web.controls.taking import CLOCKS_DIFFER, Given
from art28.web.services.spelling import day
from art28.web.taking_over import BadCell

HEADS: Mapping[str, tuple[str, ...]] = {
    "check": ("controle", "check", "code"),
    "at": ("gecontroleerd op", "checked on", "gecontroleerd", "checked"),
    "said": ("uitslag", "outcome", "resultaat", "result"),
    "value": ("waarde", "value"),
    "of": ("van wanneer", "made on"),
    "unchanged": ("ongewijzigd", "unchanged"),
    "thing": ("waarvan", "of what"),
    "note": ("opmerking", "note"),
    "evidence": ("bewijs", "evidence"),
}
"""The heads of the columns, in Dutch and English; what follows are spellings that are read too."""
_PASSED = frozenset({"geslaagd", "passed", "ok", "goed", "ja", "yes", "1", "true", "success"})
_FAILED = frozenset({"gezakt", "failed", "fout", "slecht", "nee", "no", "0", "false", "mislukt", "failure"})
_LONGEST = {"thing": 120, "note": 1000, "evidence": 500}
_MOST = Decimal(10) ** 10


def given_of(cells: Mapping[str, str], check: Check, *, zone: ZoneInfo, now: datetime) -> Given:
    """A row as a result of its check. Raises `BadCell`.

    A day alone is taken at noon for a check, and at its beginning for the thing that was checked.
    """
    at = _instant("at", cells.get("at", ""), zone, now, at_day=time(12))
    if at is None:
        raise BadCell("at", "at", "")
    of_at = _instant("of", cells.get("of", ""), zone, now, at_day=time())
    if of_at is not None and of_at > at:
        raise BadCell("of", "newer", cells["of"])
    texts = {}
    for column, longest in _LONGEST.items():
        texts[column] = " ".join(cells.get(column, "").split())
        if len(texts[column]) > longest:
            raise BadCell(column, "long", texts[column])
    said = _said("said", cells.get("said", ""))
    value = _value(cells.get("value", ""))
    unchanged = _said("unchanged", cells.get("unchanged", "")) is True
    when = (_same(cells.get("at", ""), at, zone), _same(cells.get("of", ""), of_at, zone))
    kept = (str(check.pk), *when, str(said), str(value), str(unchanged), *texts.values())
    return Given(
        check=check.pk,
        at=at,
        said=said,
        value=value,
        of_at=of_at,
        unchanged=unchanged,
        key=f"table:{sha256(chr(31).join(kept).encode()).hexdigest()}",
        thing=texts["thing"],
        note=texts["note"],
        evidence=texts["evidence"],
    )


def _instant(column: str, text: str, zone: ZoneInfo, now: datetime, *, at_day: time) -> datetime | None:
    if not text:
        return None
    at = _day_at(text, zone, now, at_day) or _moment(column, text, zone)
    if at > now + CLOCKS_DIFFER:
        raise BadCell(column, "future", text)
    return at


def _day_at(text: str, zone: ZoneInfo, now: datetime, at_day: time) -> datetime | None:
    """A day alone, at the hour given; today not later than now. None for what is no day alone."""
    try:
        found = day("at", text) if ":" not in text else None
    except BadCell:
        return None
    if found is None:
        return None
    at = datetime.combine(found, at_day, tzinfo=zone).astimezone(UTC)
    today = now.astimezone(zone).date() == found
    return min(at, now) if today else at


def _same(text: str, at: datetime | None, zone: ZoneInfo) -> str:
    """By what a moment is known again: a day alone by its date, for today's hour hangs on when the table is read."""
    if at is None:
        return ""
    return at.isoformat() if ":" in text else at.astimezone(zone).date().isoformat()


def _moment(column: str, text: str, zone: ZoneInfo) -> datetime:
    try:
        return parse_instant(text.replace(" ", "T", 1), zone).at.astimezone(UTC)
    except InvalidInstant:
        raise BadCell(column, "moment", text) from None


def _said(column: str, text: str) -> bool | None:
    word = text.strip().casefold()
    if not word:
        return None
    if word in _PASSED:
        return True
    if word in _FAILED:
        return False
    raise BadCell(column, "outcome", text)


def _value(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise BadCell("value", "value", text) from None
    if not found.is_finite() or abs(found) >= _MOST:
        raise BadCell("value", "value", text)
    return found.quantize(Decimal("0.0001"))
