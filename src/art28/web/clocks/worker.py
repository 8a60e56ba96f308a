"""The worker's loop: every pump, over and over, with a heartbeat that others can see."""

import logging
import os
import socket
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, close_old_connections

from art28.web.clocks.models import Heartbeat
from art28.web.pumps import Pump

_LIMIT = 50
_log = logging.getLogger(__name__)


def begin(*, now: datetime) -> Heartbeat:
    """A heartbeat for this process."""
    name = f"{socket.gethostname()}:{os.getpid()}"
    return Heartbeat.objects.create(name=name[:120], started_at=now, seen_at=now)


def round_of(pumps: tuple[Pump, ...], *, heartbeat: Heartbeat, clock: Callable[[], datetime]) -> int:
    """Run every pump once; returns how many pieces of work were done.

    A pump that fails is logged by name and kind of error and does not stop the others: its work is still due.
    """
    done = 0
    for pump in pumps:
        try:
            done += pump(now=clock(), limit=_LIMIT)
        except Exception as error:
            _log.error("pump %s failed: %s", getattr(pump, "__module__", pump), type(error).__name__)
            if isinstance(error, DatabaseError):
                close_old_connections()
    heartbeat.seen_at = clock()
    heartbeat.rounds += 1
    heartbeat.carried_out += done
    heartbeat.save(update_fields=("seen_at", "rounds", "carried_out"))
    return done


def end(heartbeat: Heartbeat, *, now: datetime) -> None:
    """Say that this process stopped in good order."""
    heartbeat.seen_at = heartbeat.stopped_at = now
    heartbeat.save(update_fields=("seen_at", "stopped_at"))
