"""`art28 read`: files -> the facts in the agreements they hold, each with the passage that settles it."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from art28.cli import output, sharing
from art28.cli.errors import UsageError

if TYPE_CHECKING:
    from art28.cli.reading import Answer


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "read",
        help="read the facts out of agreements",
        description=(
            "Reads the agreement in each FILE (PDF, DOCX, ODT, RTF, HTML, Markdown or text) and prints the facts it "
            "settles, each with its clause, page and passage. What an agreement leaves open or contradicts is "
            "listed as a question. Where a file holds several agreements, each is read by itself."
        ),
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="an agreement")
    parser.add_argument(
        "--format",
        choices=("table", "json", "facts"),
        default="table",
        help="a table to read, all that was read as JSON, or the facts in the exchange format (default: %(default)s)",
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="write DIR/NAME.json for each file instead of printing")
    parser.add_argument(
        "--explain",
        metavar="KEY",
        help="print why one fact, such as liability.cap, is read as it is: the rule, its passages, and those passed over",
    )
    sharing.add_choice(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write what was read; a file that can't be read is named on stderr and doesn't stop the others."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.agreement.catalogue import catalogue
    from art28.cli.files import each

    if options.explain and options.explain not in catalogue():
        raise UsageError(f"there is no fact {options.explain}: the keys are those of `art28 read --format facts`")
    if options.out:
        output.prepare(options.out, options.files)
    failed = False
    for path, text in each(options.files, partial(_ready, options)):
        if text is None:
            failed = True
            continue
        if options.out:
            output.write(options.out / f"{path.stem}.json", text)
            continue
        if len(options.files) > 1:
            print(f"== {path} ==")
        print(text)
    return 2 if failed else 0


def _ready(options: argparse.Namespace) -> "Answer":
    from art28.cli.reading import Answer

    form = "facts" if options.format == "table" and options.out else options.format
    return Answer(form, options.explain, options.agreement)
