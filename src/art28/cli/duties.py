"""`art28 duties`: a file -> what the agreement in it promises: who, on what event, within which limit, how."""

import argparse
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "duties",
        help="list what an agreement promises",
        description=(
            "Lists what the agreement in FILE promises: who must do what, when what happens, within which limit, by which "
            "channel, and the clause or article behind it. A duty marked * stands on an open question."
        ),
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="the agreement: PDF, DOCX, ODT, RTF, HTML, Markdown or text"
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print (default: %(default)s)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the duties; raises `UsageError` for a file that can't be read."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.duties_text import as_json, as_table
    from art28.cli.files import document
    from art28.pipeline import carry_out

    outcome = carry_out(document(options.file))
    print(as_json(outcome.duties) if options.format == "json" else as_table(outcome.duties))
    return 0
