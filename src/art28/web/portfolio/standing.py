"""Agreements that were checked -> how they stand by what counts for their organisation; set-based, within a transaction."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from art28.agreement.model import Value
from art28.checking.edition import edition
from art28.checking.model import Severity
from art28.checking.packs.pack import weight
from art28.checking.playbooks.model import InvalidPlaybook
from art28.web.accounts.models import Organisation
from art28.web.agreements import actions as agreements
from art28.web.agreements import rows
from art28.web.agreements.checks import Turned
from art28.web.agreements.models import FactVersion, FindingRow
from art28.web.agreements.queries import within
from art28.web.database import bulk
from art28.web.portfolio import letters
from art28.web.portfolio.models import AcceptedRisk, Standing, Turn, Work
from art28.web.yardsticks import queries as yardsticks
from art28.web.yardsticks.weighing import Yardstick, yardstick_of

_OWN = (
    *("letters", "layout", "positions", "playbook", "profile", "inputs"),
    *("serious", "attention", "remarks", "accepted"),
)  # fmt: skip
_SHARED = (
    *("edition", "foundation", "checked_at", "work", "cause", "due_at", "lease", "leased_until", "attempts"),
)  # fmt: skip


@dataclass(slots=True)
class _Counts:
    serious: int = 0
    attention: int = 0
    remarks: int = 0
    accepted: int = 0


def weigh(
    organisation: Organisation,
    standings: Sequence[Standing],
    *,
    cause: str,
    turned: Mapping[UUID, Sequence[Turned]],
    now: datetime,
) -> int:
    """Write how some agreements stand, whose letters are as they were checked, and what turned; returns how many turns.

    What was claimed for it is released.
    """
    ids = [row.agreement_id for row in standings]
    yardstick = yardstick_of(organisation.pk)
    counts, values = _counts(organisation, ids, yardstick), _values(organisation, ids, yardstick)
    turns: list[Turn] = []
    before = {row.pk: row for row in Standing.objects.filter(pk__in=[row.pk for row in standings]).only("pk", *_OWN)}
    for row in standings:
        after = _positions(row, values[row.agreement_id], yardstick, now)
        turns += (_turn(row, each, cause, yardstick, now) for each in turned.get(row.agreement_id, ()))
        turns += (_turn(row, each, cause, yardstick, now) for each in _moved(row, after, yardstick))
        _set(row, after, counts[row.agreement_id], yardstick)
    moved = [row for row in standings if row.pk not in before or _own(row) != _own(before[row.pk])]
    Standing.objects.bulk_update(moved, _OWN, batch_size=50)
    for shared, alike in _alike(standings).items():
        Standing.objects.filter(organisation=organisation, pk__in=alike).update(
            **dict(zip(_SHARED, shared, strict=True))
        )
    bulk.create(Turn, turns)
    _recount(organisation, {row.agreement_id: counts[row.agreement_id] for row in moved})
    return len(turns)


def begin(organisation: Organisation, standings: Sequence[Standing], *, now: datetime) -> None:
    """Write how agreements stand that came to be just now, of which none stood before; nothing has turned by it."""
    ids = [row.agreement_id for row in standings]
    yardstick = yardstick_of(organisation.pk)
    counts, values = _counts(organisation, ids, yardstick), _values(organisation, ids, yardstick)
    for row in standings:
        _set(row, _positions(row, values[row.agreement_id], yardstick, now), counts[row.agreement_id], yardstick)
    bulk.create(Standing, standings)
    _recount(organisation, counts)


def _positions(row: Standing, values: Mapping[str, Value], yardstick: Yardstick, now: datetime) -> str:
    """How an agreement stands towards each rule of the playbook, a letter each."""
    statuses = dict(zip(letters.keys(), letters.read(row.letters, letters.keys()), strict=True))
    positions = yardstick.positions(values, statuses, on=now.date())
    return "".join(letters.POSITIONS[position] for position in positions.values())


def _set(row: Standing, positions: str, found: _Counts, yardstick: Yardstick) -> None:
    row.positions, row.playbook, row.profile = positions, yardstick.version, yardstick.profile.name
    row.serious, row.attention, row.remarks = found.serious, found.attention, found.remarks
    row.accepted = found.accepted
    row.work, row.cause, row.due_at, row.lease, row.leased_until, row.attempts = Work.NOTHING, "", None, None, None, 0


def _recount(organisation: Organisation, counts: Mapping[UUID, _Counts]) -> None:
    agreements.count_findings(
        organisation,
        {key: (each.serious + each.attention + each.remarks, each.serious) for key, each in counts.items()},
    )


def _own(row: Standing) -> tuple[object, ...]:
    return tuple([getattr(row, name) for name in _OWN])


def _alike(standings: Sequence[Standing]) -> dict[tuple[object, ...], list[UUID]]:
    """The rows by what they share with most others, which is written once for all."""
    found: dict[tuple[object, ...], list[UUID]] = defaultdict(list)
    for row in standings:
        found[tuple([getattr(row, name) for name in _SHARED])].append(row.pk)
    return found


def keep_letters(row: Standing, statuses: Mapping[str, str], *, now: datetime) -> None:
    """Set the letters of an agreement that was checked by the rules in force; nothing is written yet."""
    row.letters, row.layout = letters.spelled(statuses), letters.layout()
    row.edition, row.checked_at = edition(), now


def _counts(organisation: Organisation, ids: Collection[UUID], yardstick: Yardstick) -> dict[UUID, _Counts]:
    """What weighs how much in each agreement, accepted risks apart."""
    accepted = set(
        AcceptedRisk.objects.filter(within(organisation, ids), withdrawn_at=None).values_list("agreement_id", "finding")
    )
    found = {agreement_id: _Counts() for agreement_id in ids}
    findings = FindingRow.objects.filter(within(organisation, ids), retired_at=None)
    for agreement_id, key, severity in findings.values_list("agreement_id", "key", "severity"):
        counts = found[agreement_id]
        match weight(yardstick.profile, key, Severity(severity)):
            case None:
                continue
            case _ if (agreement_id, key) in accepted:
                counts.accepted += 1
            case Severity.HIGH:
                counts.serious += 1
            case Severity.MEDIUM:
                counts.attention += 1
            case Severity.LOW:
                counts.remarks += 1
    return found


def _values(
    organisation: Organisation, ids: Collection[UUID], yardstick: Yardstick
) -> Mapping[UUID, Mapping[str, Value]]:
    """What each agreement says on the facts that the playbook has rules about."""
    found: dict[UUID, dict[str, Value]] = defaultdict(dict)
    wanted = {rule.fact for rule in yardstick.playbook.rules if rule.fact} if yardstick.playbook is not None else set()
    if wanted:
        facts = FactVersion.objects.filter(within(organisation, ids), current=True, key__in=wanted)
        for agreement_id, key, value in facts.exclude(value=None).values_list("agreement_id", "key", "value"):
            found[agreement_id][key] = rows.to_value(value)
    return found


def _moved(row: Standing, after: str, yardstick: Yardstick) -> list[Turned]:
    """The rules of the playbook towards which an agreement stands otherwise than before; none on the first time."""
    if row.playbook is None or yardstick.playbook is None:
        return []
    rules = [rule.id for rule in yardstick.playbook.rules]
    before = dict(zip(_rules_of(row) if row.playbook != yardstick.version else rules, row.positions, strict=False))
    pairs = ((name, before.get(name, ""), letter) for name, letter in zip(rules, after, strict=True))
    return [
        Turned(f"playbook.{name}"[:120], letters.position_of(was), letters.position_of(letter))
        for name, was, letter in pairs
        if was != letter
    ]


def _rules_of(row: Standing) -> list[str]:
    version = yardsticks.version(row.organisation, row.playbook or 0)
    try:
        return [rule.id for rule in yardsticks.read(version).rules] if version is not None else []
    except InvalidPlaybook:
        return []


def _turn(row: Standing, each: Turned, cause: str, yardstick: Yardstick, now: datetime) -> Turn:
    return Turn(
        organisation_id=row.organisation_id,
        agreement_id=row.agreement_id,
        requirement=each.requirement[:120],
        before=each.before,
        after=each.after,
        cause=cause,
        edition=row.edition,
        yardstick=yardstick.name,
        at=now,
    )
