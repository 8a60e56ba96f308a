"""`art28 put-in`: files of agreements -> an organisation's register, read on all processors and put in together."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from art28.cli.application import ready
from art28.cli.errors import UsageError, bytes_of

_TOGETHER = 50
"""So many are put in in one transaction: others write meanwhile, and what was put in stays if the next go wrong."""

_MOST_PROCESSES = 256


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "put-in",
        help="put many agreements in at once, read on all processors",
        description=(
            "Reads the files, and those in the folders named, on all processors of this machine and puts them in as "
            "agreements of an organisation, as uploading them and waiting for the worker does. Files that are there "
            "already are left alone, so the command can be repeated. Exits with 1 where one could not be read."
        ),
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="a file, or a folder with files")
    parser.add_argument("--organisation", required=True, metavar="SLUG", help="its short name")
    parser.add_argument(
        "--processes", type=_count, metavar="N", help="how many files are read at a time (default: all processors)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Put them in and say what became of each that was not."""
    ready()
    from django.conf import settings
    from django.utils import timezone

    from art28.web.accounts.access import SYSTEM
    from art28.web.accounts.models import Organisation
    from art28.web.agreements.actions import Refusal, Upload
    from art28.web.agreements.readers import readers
    from art28.web.agreements.registering import Brought, register

    organisation = Organisation.objects.filter(slug=options.organisation).first()
    if organisation is None:
        raise UsageError(f"there is no organisation {options.organisation!r}")
    paths = list(_files(options.paths))
    kept = lacking = 0
    with readers(options.processes) as read:
        for some in (paths[first : first + _TOGETHER] for first in range(0, len(paths), _TOGETHER)):
            uploads = [Upload(path.name, "", bytes_of(path)) for path in some]
            found = [read(each.name, each.data) for each in uploads]
            brought = [Brought(each, one.result()) for each, one in zip(uploads, found, strict=True)]
            taken = register(
                organisation, brought, actor=SYSTEM, now=timezone.now(), largest_bytes=settings.UPLOAD_MAX_BYTES
            )
            for path, each, outcome in zip(some, brought, taken, strict=True):
                why = outcome.refusal or (each.found if isinstance(each.found, str) else None)
                kept += why is None
                lacking += why not in (None, Refusal.ALREADY_THERE)
                if why is not None:
                    print(f"{path}: {why}")
    print(f"{organisation.name}: {kept} agreements put in")
    return 1 if lacking else 0


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_PROCESSES:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 to {_MOST_PROCESSES}")
    return int(text)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
        else:
            yield path
