"""A pump that is killed at a chosen point of a chunk: `python killed_pump.py POINT INSTANT`."""

import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

import django

POINTS = ("before", "within_sending", "before_the_marks", "before_commit", "after_a_chunk")


def kill(*_: Any, **__: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def main(point: str, now: datetime) -> None:
    django.setup()
    from django.db import transaction

    from art28.web.breaches import sending
    from art28.web.mailings import leaving
    from art28.web.mailings.models import MailingLine
    from art28.web.mailings.pump import leave

    leaving.CHUNK = 2
    match point:
        case "before":
            leaving._next = kill
        case "within_sending":
            sending._follow_up = kill
        case "before_the_marks":
            MailingLine.objects.bulk_update = kill  # type: ignore[method-assign]
        case "before_commit":
            chunk = leaving.leave_chunk

            def killed(*args: Any, **options: Any) -> Any:
                with transaction.atomic():
                    chunk(*args, **options)
                    kill()

            leaving.leave_chunk = killed
    leave(now=now, limit=1)
    kill()


if __name__ == "__main__":
    main(sys.argv[1], datetime.fromisoformat(sys.argv[2]).astimezone(UTC))
