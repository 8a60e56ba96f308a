"""Notices of an exercise -> the same, marked, to whoever started it; exercises/guards.py holds the database to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from art28.notices.notice import Notice, as_exercise
from art28.web.accounts.models import Organisation
from art28.web.exercises import kinds
from art28.web.exercises import queries as exercises
from art28.web.exercises.models import Exercise
from art28.web.notices.envelope import Envelope, Parcel


def diverted(organisation: Organisation, parcels: Sequence[Parcel]) -> Sequence[Parcel]:
    """The parcels, those of an exercise to its player; one query where there is such a one, else none."""
    played = {
        envelope.subject_id for parcel in parcels for _, envelope in parcel if envelope.subject_kind in kinds.PLAYED
    }
    if not played:
        return parcels
    found = exercises.of_breaches(organisation, played)
    return [tuple(_diverted(parcel, found)) for parcel in parcels]


def _diverted(parcel: Parcel, found: Mapping[UUID, Exercise]) -> Iterator[tuple[Notice, Envelope]]:
    for notice, envelope in parcel:
        exercise = found.get(envelope.subject_id)
        if exercise is None:
            yield notice, envelope
            continue
        meant_for = " ".join(
            part for part in (envelope.recipient_name, f"<{envelope.recipient}>" if envelope.recipient else "") if part
        )
        to_player = replace(envelope, recipient=exercise.address, recipient_name=exercise.player.name)
        yield as_exercise(notice, meant_for=meant_for), to_player
