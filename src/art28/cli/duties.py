"""`art28 duties`: a file -> what the agreement in it promises: who, on what event, within which limit, how."""

import argparse
import json
from pathlib import Path

from art28.cli import sharing


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "duties",
        help="list what an agreement promises",
        description=(
            "Lists what the agreement in FILE promises: who must do what, when what happens, within which limit, by which "
            "channel, and the clause or article behind it; as details also in which steps, what shows that it was done, what "
            "ends it and what that starts. A duty marked * stands on an open question."
        ),
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="the agreement: PDF, DOCX, ODT, RTF, HTML, Markdown or text"
    )
    parser.add_argument(
        "--format", choices=("table", "details", "json"), default="table", help="how to print (default: %(default)s)"
    )
    sharing.add_choice(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the duties; raises `UsageError` for a file that can't be read."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.duties_text import as_details, as_json, as_table
    from art28.cli.files import document
    from art28.extraction.extract import documents_in
    from art28.pipeline import carry_out

    documents = sharing.chosen(documents_in(document(options.file)), options.agreement)
    duties = [carry_out(each).duties for each in documents]
    if options.format == "json":
        print(json.dumps(sharing.in_json(documents, list(map(as_json, duties))), ensure_ascii=False, indent=2))
    else:
        written = as_details if options.format == "details" else as_table
        print(sharing.in_turn(documents, list(map(written, duties))))
    return 0
