"""What of records of processing stops their agreements from coming into force, where those themselves ask for it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from art28.web.accounts.models import Organisation
from art28.web.processing import queries
from art28.web.processing.gaps import Gap, is_guarded
from art28.web.processing.models import Activity, Choice, Record
from art28.web.processing.reading import Point


@dataclass(frozen=True, slots=True)
class Held:
    """What stops an agreement. `gap` is what the controller still has to confirm of its annex, None for nothing; `unguarded`
    are sensitive data that it chose without extra measures that are judged to suffice."""

    gap: Gap | None = None
    unguarded: tuple[Choice, ...] = ()


def held(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, Held]:
    """What stops each of some agreements that have a record; four queries at most, however many they are."""
    records = list(queries.records_of(organisation, agreement_ids))
    ids = [row.pk for row in records]
    chosen: dict[UUID, list[Choice]] = {pk: [] for pk in ids}
    for each in queries.choices(organisation, ids) if ids else ():
        chosen[each.record_id].append(each)
    gaps = _gaps(organisation, [row for row in records if _is_to_confirm(row)], chosen)
    return {
        row.agreement_id: Held(gaps.get(row.pk), tuple(each for each in chosen[row.pk] if not is_guarded(each)))
        for row in records
    }


def _is_to_confirm(row: Record) -> bool:
    """Whether the agreement has the controller stand for its annex."""
    return any(each["point"] == Point.CONFIRMED for each in row.points)


def _gaps(organisation: Organisation, records: Collection[Record], chosen: dict[UUID, list[Choice]]) -> dict[UUID, Gap]:
    ids = [row.pk for row in records]
    given = {row.record_id: row.sha256 for row in queries.confirmations(organisation, ids)} if ids else {}
    activities: dict[UUID, list[Activity]] = {pk: [] for pk in given}
    for each in queries.activities(organisation, list(given)) if given else ():
        activities[each.record_id].append(each)
    found = {pk: Gap.NOT_CONFIRMED for pk in ids if pk not in given}
    for pk, digest in given.items():
        if digest != queries.digest(activities[pk], chosen[pk]):
            found[pk] = Gap.CHANGED_SINCE
    return found
