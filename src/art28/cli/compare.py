"""`art28 compare`: two files -> where the agreements in them differ, by fact, by clause and word by word."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "compare",
        help="show where two agreements differ",
        description=(
            "Holds agreement B against agreement A: first the facts on which they differ and who gains by that, then the "
            "clauses, which meet by their words whatever their number, word by word. Formats may differ; texts in "
            "different languages are compared by their facts alone. What was not compared is said."
        ),
    )
    parser.add_argument("one", metavar="A", type=Path, help="an agreement, for instance the older version")
    parser.add_argument("other", metavar="B", type=Path, help="the agreement that is held against it")
    parser.add_argument(
        "--format",
        choices=("table", "html", "json", "docx"),
        default="table",
        help="a table, a page with both side by side, JSON, or a Word file with tracked changes (default: %(default)s)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write FILE instead of printing")
    parser.add_argument(
        "--language", choices=("nl", "en"), help="of a page, or of the remarks in a Word file (default: that of A)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the comparison."""
    if options.format == "docx" and options.output is None:
        raise UsageError("a Word file can't be printed: name it with -o FILE")
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli import files, output
    from art28.cli.compare_html import as_html
    from art28.cli.compare_text import as_json, as_table
    from art28.comparing.compare import compare
    from art28.extraction.extract import extract

    found = compare(*(extract(files.document(path)) for path in (options.one, options.other)))
    if options.format == "docx":
        # A Word file needs a library that the other forms don't.
        from art28.comparing.redline import redline

        at = datetime.now(UTC).replace(microsecond=0)
        try:
            data = redline(found, language=options.language or found.one.reading.language, at=at)
        except ValueError as error:
            raise UsageError(f"{options.output}: {error}: use --format table or json") from error
        output.write_bytes(options.output, data)
        return 0
    if options.format == "html":
        text = as_html(found, options.language or ("nl" if found.one.reading.language == "nl" else "en"))
    else:
        text = as_json(found) if options.format == "json" else as_table(found)
    if options.output:
        output.write(options.output, text)
    else:
        print(text)
    return 0
