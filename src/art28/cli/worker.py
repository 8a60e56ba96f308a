"""`art28 worker`: carries out what is due, over and over, until told to stop."""

import argparse
import json
import signal
import threading

_INTERVAL_SECONDS = 3.0
"""A limit that passes is seen within five seconds, the round included (`benchmarks/bench_lateness.py`)."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "worker",
        help="carry out what is due: read files, send notices, mark what is late",
        description=(
            "Carries out what is due, over and over, until SIGTERM or SIGINT; what it is doing then is finished first. "
            "Several workers at once are safe. Stopping one at any point loses nothing. With ART28_PROCRASTINATE=1 it is "
            "woken as soon as there is work, on whatever machine that arose."
        ),
    )
    parser.add_argument("--once", action="store_true", help="run until nothing is due, then stop")
    parser.add_argument(
        "--interval",
        metavar="SECONDS",
        type=float,
        default=_INTERVAL_SECONDS,
        help="pause when nothing is due (default: %(default)s)",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="carry out nothing: print as JSON whether work is done; exit code 1 where something stands still",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the pumps of every app, or say whether somebody does."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli import application

    application.ready()
    if options.check:
        return _check()
    from django.conf import settings
    from django.utils import timezone

    from art28.web.clocks import worker
    from art28.web.pumps import pumps

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    found = pumps()
    heartbeat = worker.begin_once_there(clock=timezone.now, stopped=lambda: stop.wait(options.interval))
    if heartbeat is None:
        return 0
    if settings.PROCRASTINATE and not options.once:
        from art28.web.waking import running

        running.run(found, heartbeat=heartbeat, clock=timezone.now, interval=options.interval, stop=stop)
        worker.end(heartbeat, now=timezone.now())
        return 0
    while not stop.is_set():
        done = worker.round_of(found, heartbeat=heartbeat, clock=timezone.now)
        if not done:
            if options.once:
                break
            stop.wait(options.interval)
    worker.end(heartbeat, now=timezone.now())
    return 0


def _check() -> int:
    from django.utils import timezone

    from art28.web.reminders import queries

    found = queries.health_now(now=timezone.now())
    seen_at = found.worker_seen_at
    body = {
        "status": "well" if found.well else "alarm",
        "parts": {part: "well" if well else "alarm" for part, well in found.parts.items()},
        "worker_seen_at": seen_at.isoformat() if seen_at else None,
    }
    print(json.dumps(body))
    return 0 if found.well else 1
