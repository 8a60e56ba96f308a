"""`art28 migrate`: brings the database up to this version."""

import argparse

from art28.cli.application import ready


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "migrate",
        help="bring the database up to this version",
        description="Makes or changes the tables of the database that DATABASE_URL names, and its guards; safe to repeat.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:  # noqa: ARG001
    """Make the tables or apply migrations, make the cache's table, install the guards."""
    ready()
    from django.conf import settings
    from django.core.management import call_command

    from art28.web.database import fresh

    settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh.create()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    print("The database is up to date.")
    return 0
