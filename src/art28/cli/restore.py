"""`art28 restore`: a backup -> the database in use, with what was erased since erased again."""

import argparse
import sys
from pathlib import Path

from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "restore",
        help="put a backup back, and erase again what was erased since",
        description=(
            "Puts the backup FILE in place of the database that DATABASE_URL names: checks it, brings it up to this "
            "version, erases again what was erased since it was made, ends all sessions and records all this. Stop `art28 "
            "serve` and `art28 worker` first."
        ),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup that `art28 backup` made")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="replace a database that is not empty; it is kept beside the restored one",
    )
    parser.add_argument(
        "--erasures",
        metavar="LIST",
        type=Path,
        action="append",
        default=[],
        help="what was erased since: a list from `art28 backup --erasures`, a later backup, or an evidence pack; may be "
        "given more than once (those of the replaced database are known without it)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Restore and print what was done; raises `UsageError` where it can't be."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.application import ready

    ready()

    from django.utils import timezone

    from art28.web.backups.errors import RefusedBackup
    from art28.web.backups.restoring import restore

    try:
        done = restore(options.file, now=timezone.now(), replace=options.replace, lists=options.erasures)
    except RefusedBackup as error:
        raise UsageError(str(error)) from error
    made_at = f"{done.manifest.made_at:%Y-%m-%d %H:%M} UTC"
    print(f"Restored the backup of {made_at}, made by art28 {done.manifest.art28}.")
    for chain in done.manifest.chains:
        print(f"{chain.slug}: {chain.count} records sealed, head {chain.head}")
    print(f"Erased again: {done.erased_again}.")
    if done.kept:
        print(f"What was there before is kept as {done.kept}; remove it once it is no longer needed.")
    if not done.erasures_known:
        print(
            f"art28: what was erased after {made_at} is not known here; if anything was, restore again with --replace and "
            "--erasures",
            file=sys.stderr,
        )
    return 0
