"""`art28 offline-pack`: makes packs now, makes keys for them, and opens one without a database."""

import argparse
from pathlib import Path

from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "offline-pack",
        help="make, or open, the encrypted pack for when art28 is down",
        description=(
            "Makes the offline pack of every organisation now, in ART28_OFFLINE_DIR, for the public keys in "
            "ART28_OFFLINE_RECIPIENTS. With --open it opens one instead, without a database or any setting; with "
            "--new-key it makes a pair of keys."
        ),
    )
    parser.add_argument("--organisation", metavar="SLUG", help="make that of this organisation alone")
    parser.add_argument("--open", metavar="FILE", type=Path, help="open this pack, with --key")
    parser.add_argument("--key", metavar="FILE", type=Path, help="the file that holds the secret key")
    parser.add_argument(
        "--into", metavar="FOLDER", type=Path, help="a new folder to open the pack into; named after it by default"
    )
    parser.add_argument(
        "--new-key", metavar="FILE", type=Path, help="write a new secret key to FILE and print the public one"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do what was asked; raises `UsageError` where it can't be done."""
    if options.new_key:
        return _new_key(options.new_key)
    if options.open:
        return _open(options)
    return _make(options.organisation)


def _new_key(path: Path) -> int:
    # Imported here so that `art28 --help` and other commands don't pay for it.
    import os
    import sys

    from art28.offline.sealed import new_key

    secret, public = new_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UsageError(f"{path} is there already; a key is never written over") from None
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# public key: {public}\n{secret}\n")
    print(public)
    print(f"The secret key is in {path}. Keep it away from this server, and a copy on paper.", file=sys.stderr)
    return 0


def _open(options: argparse.Namespace) -> int:
    from art28.offline.sealed import CannotOpen, InvalidKey, opened

    if options.key is None:
        raise UsageError("--open needs --key: the file that holds the secret key")
    into = options.into or Path(options.open.name.removesuffix(".age").removesuffix(".zip"))
    try:
        names = opened(options.open, options.key.read_text(encoding="utf-8"), into)
    except FileExistsError as error:
        raise UsageError(f"{into} is there already; name a new folder with --into") from error
    except (CannotOpen, InvalidKey) as error:
        raise UsageError(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{options.open} or {options.key} can't be read: {error}") from error
    for name in names:
        print(into / name)
    return 0


def _make(slug: str | None) -> int:
    from art28.cli.application import ready

    ready()

    from django.utils import timezone

    from art28.offline.sealed import InvalidKey
    from art28.web.accounts.access import SYSTEM
    from art28.web.accounts.models import Organisation
    from art28.web.offline import making

    if not making.configured():
        raise UsageError(
            "no packs are made here: set ART28_OFFLINE_DIR and ART28_OFFLINE_RECIPIENTS (docs/operation.md)"
        )
    rows = Organisation.objects.filter(slug=slug) if slug else Organisation.objects.all()
    if slug and not rows.exists():
        raise UsageError(f"there is no organisation {slug!r}")
    for organisation in rows:
        now = timezone.now()
        row = making.ask(organisation, actor=SYSTEM, now=now)
        try:
            print(making.make(row, actor=SYSTEM, now=now))
        except (InvalidKey, OSError) as error:
            raise UsageError(f"the pack of {organisation.slug} was not made: {error}") from error
    return 0
