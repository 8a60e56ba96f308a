"""The worker's loop: every pump, over and over, with a heartbeat that others can see."""

import logging
import os
import socket
from collections.abc import Callable
from datetime import datetime

from django.db import Error, connection

from art28.web.clocks.models import Heartbeat
from art28.web.pumps import Pump

_LIMIT = 50
_log = logging.getLogger(__name__)


def begin(*, now: datetime) -> Heartbeat:
    """A heartbeat for this process."""
    name = f"{socket.gethostname()}:{os.getpid()}"
    return Heartbeat.objects.create(name=name[:120], started_at=now, seen_at=now)


def begin_once_there(*, clock: Callable[[], datetime], stopped: Callable[[], bool]) -> Heartbeat | None:
    """A heartbeat as soon as the database answers; None where `stopped`, which waits a while, says so first."""
    while True:
        try:
            return begin(now=clock())
        except Error as error:
            if not _is_gone():
                raise
            _log.error("no database yet: %s", type(error).__name__)
        if stopped():
            return None


def round_of(pumps: tuple[Pump, ...], *, heartbeat: Heartbeat, clock: Callable[[], datetime]) -> int:
    """Run every pump once; returns how many pieces of work were done.

    A pump that fails is logged by name and kind of error and does not stop the others: its work is still due. Where the
    database is gone the round ends there, and the next one connects anew.
    """
    done = 0
    for pump in pumps:
        try:
            done += pump(now=clock(), limit=_LIMIT)
        except Exception as error:
            _log.error("pump %s failed: %s", getattr(pump, "__module__", pump), type(error).__name__)
            if isinstance(error, Error) and _is_gone():
                return 0
    heartbeat.seen_at = clock()
    heartbeat.rounds += 1
    heartbeat.carried_out += done
    return done if _kept(heartbeat, "seen_at", "rounds", "carried_out") else 0


def beat(heartbeat: Heartbeat, *, now: datetime) -> None:
    """Show that this process lives, where it had no round to do."""
    heartbeat.seen_at = now
    _kept(heartbeat, "seen_at")


def end(heartbeat: Heartbeat, *, now: datetime) -> None:
    """Say that this process stopped in good order; where the database is gone, its silence says so."""
    heartbeat.seen_at = heartbeat.stopped_at = now
    _kept(heartbeat, "seen_at", "stopped_at")


def _kept(heartbeat: Heartbeat, *fields: str) -> bool:
    try:
        heartbeat.save(update_fields=fields)
    except Error as error:
        _log.error("heartbeat not written: %s", type(error).__name__)
        _is_gone()
        return False
    return True


def _is_gone() -> bool:
    """Whether the connection is of no use any more; it is then closed, and whoever asks next opens another."""
    if connection.connection is not None and connection.is_usable():
        return False
    connection.close()
    return True
