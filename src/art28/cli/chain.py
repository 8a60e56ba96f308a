"""`art28 chain`: a directory of agreements -> what customers were promised, held against what suppliers promise."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from art28.cli.errors import UsageError

if TYPE_CHECKING:
    from art28.comparing.chain import Chain

_PAPERS = ("pdf", "xlsx")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "chain",
        help="hold promises to customers against promises of suppliers",
        description=(
            "Reads the agreements in DIR, those of NAME as processor (with its customers) and as controller (with its own "
            "suppliers), and shows for each kind of duty the strictest promise made and to whom, what each supplier "
            "promises, where that falls short, what is left of each period, in which countries data are, who stands behind "
            "suppliers, and with whom no agreement is at hand."
        ),
    )
    parser.add_argument("directory", metavar="DIR", type=Path, help="agreements, of any format that art28 reads")
    parser.add_argument("--us", metavar="NAME", required=True, help="the organisation whose chain it is")
    parser.add_argument(
        "--format",
        choices=("table", "json", "html", *_PAPERS),
        default="table",
        help="how to print, or what to write to FILE (default: %(default)s)",
    )
    parser.add_argument(
        "--language", choices=("nl", "en"), default="en", help="of a page, a PDF or a workbook (default: %(default)s)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="write FILE instead of printing; PDF and XLSX need it"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the chain; a file that can't be read is named on stderr and doesn't stop the others."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.chaining import agreements, parties
    from art28.comparing.chain import chain

    if options.format in _PAPERS and options.output is None:
        raise UsageError(f"name the file to write the {options.format.upper()} to: --output FILE")
    if not options.directory.is_dir():
        raise UsageError(f"{options.directory}: there is no such directory: name the one with the agreements")
    paths = sorted(path for path in options.directory.rglob("*") if path.is_file() and not path.name.startswith("."))
    if not paths:
        raise UsageError(f"{options.directory}: there is no file in it: name the directory with the agreements")
    said, failed = agreements(paths, options.directory)
    found = chain(said, options.us, date.today())  # noqa: DTZ011 - the law in force where the reader is
    if not found.customers and not found.suppliers:
        names = ", ".join(parties(said)) or "none that could be read"
        raise UsageError(f"{options.us!r} is a party to none of the agreements: the parties are {names}")
    _put_out(found, options)
    if found.others:
        print(f"art28: {options.us!r} is no party to {len(found.others)} of the agreements", file=sys.stderr)
    return 2 if failed else 0


def _put_out(found: "Chain", options: argparse.Namespace) -> None:
    """Write the chain to the file that was named, or print it; each form brings what it needs."""
    from art28.cli import output

    if options.format in _PAPERS:
        from art28.cli.chain_papers import as_paper

        output.write_bytes(options.output, as_paper(found, options.format, options.language))
        return
    if options.format == "html":
        from art28.cli.chain_html import as_html

        text = as_html(found, options.language)
    else:
        from art28.cli.chain_text import as_json, as_table

        text = as_json(found) if options.format == "json" else as_table(found)
    if options.output:
        output.write(options.output, text)
    else:
        print(text)
