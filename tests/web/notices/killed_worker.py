"""A worker that is killed at a chosen point: `python killed_worker.py POINT`."""

import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

import django

POINTS = ("before_claim", "after_claim", "before_acceptance", "after_acceptance", "before_commit", "after_commit")


def kill(*_: Any, **__: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def main(point: str, now: datetime) -> None:
    django.setup()
    from art28.web.notices import delivery, transport

    spoken = transport.send

    def accepted_then_killed(message: Any) -> Any:
        assert spoken(message).accepted
        kill()

    match point:
        case "before_claim":
            delivery.claim = kill
        case "after_claim":
            delivery.deliver = kill
        case "before_acceptance":
            transport.send = kill
        case "after_acceptance":
            transport.send = accepted_then_killed
        case "before_commit":
            delivery._record = kill
    delivery.deliver_due(now=now, limit=1, clock=lambda: now)
    kill()


if __name__ == "__main__":
    main(sys.argv[1], datetime.fromisoformat(sys.argv[2]).astimezone(UTC))
