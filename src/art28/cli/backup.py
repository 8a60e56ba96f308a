"""`art28 backup`: the database in use -> one file that `art28 restore` puts back."""

import argparse
from pathlib import Path

from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "backup",
        help="copy the whole database to one file",
        description=(
            "Copies one moment of the database that DATABASE_URL names to FILE, checked, while web and worker run. FILE "
            "holds everything but the secrets in the environment: keep it as you would keep the agreements themselves."
        ),
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="the backup; one that is there is replaced once this is whole"
    )
    parser.add_argument(
        "--erasures",
        metavar="LIST",
        type=Path,
        help="write also which contents were erased, without what they held, to keep apart for `art28 restore`",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the backup and print what it holds; raises `UsageError` where it can't be made."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.application import ready

    ready()

    from django.utils import timezone

    from art28.web.backups.errors import RefusedBackup
    from art28.web.backups.making import make

    try:
        manifest = make(options.file, now=timezone.now(), erasures=options.erasures)
    except RefusedBackup as error:
        raise UsageError(str(error)) from error
    print(f"{options.file}: {manifest.size} bytes, sha256 {manifest.sha256}")
    for chain in manifest.chains:
        print(f"{chain.slug}: {chain.count} records sealed, head {chain.head}, {chain.waiting} acts to be sealed")
    return 0
