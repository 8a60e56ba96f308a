"""`art28 text`: the extracted text of a file, to which every offset that art28 names refers."""

import argparse
import sys
from pathlib import Path

from art28.cli import sharing


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "text",
        help="print the text that offsets refer to",
        description=(
            "Prints the text that art28 reads in a PDF, DOCX, ODT, RTF, HTML, Markdown or text file, unaltered and in UTF-8. "
            "Every citation's start and end count the code points of this text."
        ),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the agreement")
    sharing.add_choice(parser)
    parser.add_argument(
        "--structure",
        action="store_true",
        help="print its articles, paragraphs, items, tables and annexes as a tree instead, and what each refers to",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the text or its structure; raises `UsageError` for a file that can't be read."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.files import document
    from art28.document.sharing import cut_out
    from art28.extraction.extract import documents_in

    read = document(options.file)
    if options.structure:
        from art28.cli.structure_text import structure

        documents = sharing.chosen(documents_in(read), options.agreement)
        print(sharing.in_turn(documents, list(map(structure, documents))))
        return 0
    text = read.text
    if options.agreement is not None:
        text = cut_out(*sharing.chosen(documents_in(read), options.agreement)).text
    # Bytes, so that neither the terminal's encoding nor the platform's line ends move an offset.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0
