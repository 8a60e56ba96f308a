"""A worker of reminders: `python worker_process.py POINT NOW` is killed at POINT; with `run` it does all that is due."""

import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

import django

POINTS = ("plan", "write", "compose", "claim", "accepted", "settle", "done")


def kill(*_: Any, **__: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def main(point: str, now: datetime) -> None:
    django.setup()
    from art28.web.notices import transport
    from art28.web.reminders import composing, delivery, planning

    spoken = transport.send

    def accepted_then_killed(message: Any) -> Any:
        assert spoken(message).accepted
        kill()

    match point:
        case "plan":
            planning.advance = kill
        case "write":
            planning._keep = kill  # reminders are written, the plan isn't moved on
        case "compose":
            composing._queue = kill
        case "claim":
            delivery.deliver = kill
        case "accepted":
            transport.send = accepted_then_killed
        case "settle":
            delivery._record_sent = kill
    for _ in range(200):
        done = planning.begin(now=now, limit=50) + planning.advance(now=now, limit=5)
        done += composing.digests(now=now, limit=5) + composing.compose(now=now, limit=5)
        done += delivery.deliver_due(now=now, limit=2, clock=lambda: now)
        if not done:
            break
    if point != "run":
        kill()


if __name__ == "__main__":
    main(sys.argv[1], datetime.fromisoformat(sys.argv[2]).astimezone(UTC))
