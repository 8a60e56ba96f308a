"""Reads of reminders: what a person was reminded of, their channels, the alarms; always of one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from art28.web.accounts.models import Organisation, User
from art28.web.breaches import queries as breaches
from art28.web.clocks.models import Obligation
from art28.web.reminders import watch
from art28.web.reminders.models import Alarm, AlarmKind, Channel, Message, Preference, Reminder

_COUNTED = 99
_SHOWN = 20


def unseen(organisation: Organisation, user: User) -> int:
    """How many running clocks the person was reminded of and has not marked as seen; at most a hundred."""
    rows = Reminder.objects.filter(organisation=organisation, user=user, seen_at=None, obligation__ended_at=None)
    return len(set(rows.order_by().values_list("obligation", flat=True).distinct()[: _COUNTED + 1]))


def reminded(organisation: Organisation, user: User) -> QuerySet[Obligation]:
    """The running clocks the person was reminded of.

    Each with `audience` (in which capacity), `reminded_at` (last) and `is_new` (not yet seen).
    """
    theirs = Reminder.objects.filter(organisation=organisation, user=user)
    own = theirs.filter(obligation=OuterRef("pk"))
    latest = own.order_by("-due_at", "-made_at")
    return (
        Obligation.objects.filter(pk__in=theirs.values("obligation"), organisation=organisation, ended_at=None)
        .select_related("agreement", "owner")
        .annotate(
            audience=Subquery(latest.values("audience")[:1]),
            reminded_at=Subquery(latest.values("made_at")[:1]),
            is_new=Exists(own.filter(seen_at=None)),
        )
    )


def channels(organisation: Organisation, user: User) -> tuple[Channel, ...]:
    """The person's channels, in the order in which they are used."""
    return tuple(Channel.objects.filter(organisation=organisation, user=user).order_by("position", "id"))


def channel(organisation: Organisation, user: User, channel_id: UUID) -> Channel | None:
    """One channel of the person; None where they have none with that id."""
    return Channel.objects.filter(organisation=organisation, user=user, pk=channel_id).first()


def preference(organisation: Organisation, user: User) -> Preference:
    """How the person wants to be reminded; unsaved defaults where they never said."""
    found = Preference.objects.filter(organisation=organisation, user=user).first()
    return found or Preference(organisation=organisation, user=user)


def messages_to(organisation: Organisation, user: User) -> tuple[Message, ...]:
    """The last messages to the person, newest first, without their content."""
    rows = Message.objects.filter(organisation=organisation, user=user).select_related("channel")
    return tuple(rows.defer("body_text", "body_html", "brief").order_by("-made_at", "-id")[:_SHOWN])


def open_alarms(organisation: Organisation) -> tuple[Alarm, ...]:
    """What stands still now, longest first."""
    return tuple(Alarm.objects.filter(organisation=organisation, cleared_at=None).order_by("raised_at", "id"))


@dataclass(frozen=True, slots=True)
class Health:
    """What monitoring is told: whether each part does its work, and when a worker was last seen."""

    parts: Mapping[str, bool]
    worker_seen_at: datetime | None

    @property
    def well(self) -> bool:
        """Whether all parts do."""
        return all(self.parts.values())


_WATCHED = (
    AlarmKind.UNMANNED,
    AlarmKind.OUTBOX_STUCK,
    AlarmKind.UNSEALED,
    AlarmKind.UNDELIVERED,
    AlarmKind.OFFLINE_PACK_OLD,
)
"""What the machine can be blamed for; who sees to a clock is for people to say."""
_PARTS = {
    AlarmKind.UNMANNED: "worker",
    AlarmKind.OUTBOX_STUCK: "outbox",
    AlarmKind.UNSEALED: "sealer",
    AlarmKind.UNDELIVERED: "reminders",
    AlarmKind.OFFLINE_PACK_OLD: "offline_pack",
}


def health(*, now: datetime) -> Health:
    """How it stands, from the alarms that are open and, at once, from the workers' heartbeats; cheap."""
    opened = set(Alarm.objects.filter(cleared_at=None, kind__in=_WATCHED).values_list("kind", flat=True).distinct())
    if watch.manned(now=now):
        opened.discard(AlarmKind.UNMANNED)
    return _health(opened, now)


def health_now(*, now: datetime) -> Health:
    """How it stands, found anew."""
    return _health({each.kind for each in watch.findings(now=now)}, now)


def _health(wrong: "set[str] | set[AlarmKind]", now: datetime) -> Health:
    parts = {_PARTS[kind]: kind not in wrong for kind in _WATCHED}
    parts["fan_out"] = not breaches.waits_since(now - watch.patience())
    return Health(parts, watch.last_seen(now=now))
