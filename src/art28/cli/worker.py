"""`art28 worker`: carries out what is due, over and over, until told to stop."""

import argparse
import signal
import threading

_INTERVAL_SECONDS = 5.0


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "worker",
        help="carry out what is due: read files, send notices, mark what is late",
        description=(
            "Carries out what is due, over and over, until SIGTERM or SIGINT; what it is doing then is finished first. "
            "Several workers at once are safe. Stopping one at any point loses nothing."
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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the pumps of every app."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli import application

    application.ready()
    from django.utils import timezone

    from art28.web.clocks import worker
    from art28.web.pumps import pumps

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    found = pumps()
    heartbeat = worker.begin(now=timezone.now())
    while not stop.is_set():
        done = worker.round_of(found, heartbeat=heartbeat, clock=timezone.now)
        if not done:
            if options.once:
                break
            stop.wait(options.interval)
    worker.end(heartbeat, now=timezone.now())
    return 0
