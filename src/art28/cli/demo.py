"""`art28 demo`: two organisations with people, agreements and two years of history to look at."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from art28.cli.application import ready, require_tables
from art28.cli.errors import UsageError

# Each sample once, in another format each time.
_FORMATS = ("pdf", "docx", "html", "text", "markdown")
_CUSTOMERS = 300


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "demo",
        help="make two organisations to look at, with people, agreements and two years of history",
        description=(
            "Makes the provider 'Dijkvaart Groep' with its services, sub-processors and customers and the sample "
            "agreements, and the hospital 'Ziekenhuis Wilgenborg' with its processors, with people of each role and two "
            "years of history, and prints how to sign in. Repeating it changes nothing. Local use only."
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
    parser.add_argument(
        "--customers",
        type=_count,
        default=_CUSTOMERS,
        metavar="N",
        help="how many customers the provider has; 30 are made in a few seconds (default: %(default)s)",
    )
    parser.set_defaults(run=run)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 2_000:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 to 2000")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Make what isn't there yet, print."""
    files = _files(options.samples)
    ready()
    from django.conf import settings
    from django.utils import timezone

    from art28.web.demo import building, people, running_breaches, samples

    if not settings.LOCAL:
        raise UsageError("`art28 demo` makes people with a known password, so it runs in local mode only")
    password = people.password(settings.DATA_DIR / "demo.password")
    require_tables()
    wanted = building.Wanted(password, tuple(files), customers=options.customers)
    provider, controller = building.build(wanted, now=timezone.now(), say=_say)
    _print(f"{provider.name}: what was read in the samples and what is promised", samples.summary(provider, files))
    _print("What is due next", running_breaches.due(provider, now=timezone.now()))
    print(f"Sign in at {settings.PUBLIC_URL} with {people.OWNER} and the password {password}")
    print(f"Other roles, same password: {', '.join(people.OTHERS)}")
    print(f"The same people also work for {controller.name}: choose it at the top of a page")
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


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
