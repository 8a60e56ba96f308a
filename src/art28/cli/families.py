"""`art28 families`: files -> which agreements are made on the same template, in which version, and where each deviates."""

import argparse
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "families",
        help="show which agreements share a template",
        description=(
            "Groups the agreements in FILE... by the template that they were made on, tells a template's versions apart, "
            "and shows for each agreement where it deviates from its version. Nobody names a template beforehand."
        ),
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="the agreements, of any format that art28 reads"
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print (default: %(default)s)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the families; a file that can't be read is named on stderr and doesn't stop the others."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.families_text import as_json, as_table
    from art28.cli.grouping import grouped

    files = tuple(dict.fromkeys(options.files))
    found, failed = grouped(files)
    print(as_json(found) if options.format == "json" else as_table(found))
    return 2 if failed else 0
