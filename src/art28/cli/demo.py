"""`art28 demo`: an organisation with people and agreements to look at, read from samples/."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from art28.cli.application import ready
from art28.cli.errors import UsageError

_NAME, _SLUG = "Dijkvaart Groep", "dijkvaart"
# Each sample once, in another format each time.
_FORMATS = ("pdf", "docx", "html", "text", "markdown")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "demo",
        help="make an organisation to look at, with people and the sample agreements",
        description=(
            "Makes the organisation 'Dijkvaart Groep' with people of each role, reads the sample agreements, and prints "
            "what was read, what is promised and how to sign in. Repeating it changes nothing. Local use only."
        ),
    )
    parser.add_argument(
        "samples",
        nargs="?",
        type=Path,
        default=Path("samples"),
        metavar="DIR",
        help="the samples (default: %(default)s)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make what isn't there yet, read, print."""
    files = _files(options.samples)
    ready()
    from django.conf import settings
    from django.utils import timezone

    from art28.web.accounts import demo as people
    from art28.web.agreements import demo as agreements
    from art28.web.breaches import demo as breaches

    if not settings.LOCAL:
        raise UsageError("`art28 demo` makes people with a known password, so it runs in local mode only")
    password = people.password(settings.DATA_DIR / "demo.password")
    organisation = people.organisation(_NAME, _SLUG, password, now=timezone.now())
    agreements.put_in(organisation, files, now=timezone.now())
    agreements.read_all(organisation, now=timezone.now)
    breaches.record(organisation, now=timezone.now())
    _print(f"{organisation.name}: what was read and what is promised", agreements.summary(organisation))
    _print("What is due next", breaches.due(organisation, now=timezone.now()))
    print(f"Sign in at {settings.PUBLIC_URL} with {people.OWNER} and the password {password}")
    print(f"Other roles, same password: {', '.join(people.OTHERS)}")
    return 0


def _files(folder: Path) -> list[Path]:
    """One file for each sample."""
    stems = sorted(path.stem for path in (folder / "source").glob("[0-9]*.md"))
    if not stems:
        raise UsageError(f"{folder} holds no samples: run this where art28 was checked out, or name the folder")
    found = []
    for number, stem in enumerate(stems):
        formats = (*_FORMATS[number % len(_FORMATS) :], *_FORMATS)
        paths = (path for name in formats for path in (folder / name).glob(f"{stem}.*"))
        found.extend([path for path in [next(paths, None)] if path is not None])
    return found


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"{title}\n")
    for line in lines:
        print(f"  {line}".rstrip())
    print()
