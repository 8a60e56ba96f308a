"""`art28 draft`: facts -> an agreement of our own, as Word, PDF, web page or Markdown."""

import argparse
import json
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from art28.cli.errors import UsageError, bytes_of, unopened


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "draft",
        help="draft an agreement from facts",
        description=(
            'Drafts a processor agreement that says what DATA says: JSON such as {"facts": {"breach.deadline": "PT24H"}, '
            '"measures": ["Data are stored encrypted."]}, also what `art28 read --format facts` prints. What DATA leaves '
            'out is as the template has it; "-" leaves a fact out of the agreement. What is still to be filled in stands '
            "in brackets, and is named. With --sheet, write a workbook to fill in, a row for each customer; with that "
            "workbook as DATA, write an agreement for each row to --out. All rows are checked first; where anything is "
            "wrong, nothing is written."
        ),
    )
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        nargs="?",
        help="a file with the facts, or a workbook with a row for each customer",
    )
    parser.add_argument("--sheet", metavar="FILE", type=Path, help="write the workbook to fill in for many customers")
    parser.add_argument("--out", metavar="DIR", type=Path, help="where the agreements of a workbook go: new, or empty")
    parser.add_argument(
        "--template",
        default="balanced",
        metavar="NAME",
        help="balanced, provider or customer (default: %(default)s)",
    )
    parser.add_argument(
        "--language", choices=("nl", "en"), default="nl", help="of the agreement (default: %(default)s)"
    )
    parser.add_argument(
        "--format", choices=("docx", "pdf", "html", "md"), default="docx", help="what to write (default: %(default)s)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file to write, for a single agreement")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the draft, and say what is still to be filled in."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli import output
    from art28.drafting.draft import InvalidDraft, draft

    if options.sheet is not None:
        output.write_bytes(options.sheet, _workbook(options))
        return 0
    if options.data is None:
        raise UsageError("name DATA with --output or --out, or --sheet FILE to have the workbook made")
    if options.data.suffix.lower() == ".xlsx":
        return _many(options)
    if options.output is None:
        raise UsageError("name the file to write: --output FILE")
    facts, measures = _given(options.data)
    try:
        drafted = draft(facts, template=options.template, language=options.language, measures=measures)
    except InvalidDraft as error:
        raise UsageError(f"{options.data}: {'; '.join(error.reasons)}") from error
    output.write_bytes(options.output, _written(drafted, options.format))
    if drafted.blanks:
        print(f"still to be filled in: {', '.join(drafted.blanks)}")
    return 0


def _workbook(options: argparse.Namespace) -> bytes:
    from art28.drafting import many

    return many.workbook(_model(options))


def _model(options: argparse.Namespace) -> Any:
    from art28.drafting import many
    from art28.drafting.clauses import templates

    if options.template not in templates():
        raise UsageError(f"there is no template {options.template!r}: choose {', '.join(templates())}")
    return many.model(options.template, options.language)


def _many(options: argparse.Namespace) -> int:
    """An agreement for each row, on all processors; says what stayed open in which."""
    from art28.cli.sheets import Directory, refusal_of
    from art28.drafting import many
    from art28.drafting.house.model import Refused
    from art28.drafting.house.sheet import file_names

    if options.out is None:
        raise UsageError("name the directory for the agreements: --out DIR")
    asked = _model(options)
    try:
        sheet = many.read(bytes_of(options.data), asked)
        drafted = many.drafts(sheet.rows, asked)
        names = file_names(sheet.rows, [each.facts for each in drafted], ending=options.format)
    except Refused as refused:
        raise UsageError(f"{options.data}: {refusal_of(refused.problems)}; nothing was written") from refused
    for unused in sheet.unused:
        print(f"column {unused}: no fact of an agreement is called so")
    with (
        Directory(options.out) as directory,
        ProcessPoolExecutor(max_workers=min(len(names), os.cpu_count() or 1)) as pool,
    ):
        written = pool.map(partial(_written, form=options.format), drafted, chunksize=8)
        for name, data, each in zip(names, written, drafted, strict=True):
            directory.write(name, data)
            if each.blanks:
                print(f"{name}: left open: {', '.join(each.blanks)}")
    print(f"{len(names)} agreements in {options.out}, {sum(not each.blanks for each in drafted)} with nothing open")
    return 0


def _written(drafted: Any, form: str) -> bytes:
    """The draft in one form; each brings a library of its own."""
    if form == "docx":
        from art28.drafting.word import as_docx

        return as_docx(drafted)
    if form == "pdf":
        from art28.drafting.pdf import as_pdf, places_for_initials

        return as_pdf(drafted, dated=date.today(), initials=places_for_initials(drafted))  # noqa: DTZ011 - the day where the writer is
    if form == "html":
        from art28.drafting.html import as_html

        return as_html(drafted).encode()
    from art28.drafting.markdown import as_markdown

    return as_markdown(drafted).encode()


def _given(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The facts and the measures in a file."""
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise unopened(path, error) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(f"{path}: it is no JSON ({error}): write an object with facts") from error
    if not isinstance(read, Mapping) or not isinstance(read.get("facts"), Mapping):
        raise UsageError(f'{path}: it holds no facts: write {{"facts": {{"breach.deadline": "PT24H"}}}}')
    measures = read.get("measures", [])
    if not isinstance(measures, list) or not all(isinstance(each, str) for each in measures):
        raise UsageError(f"{path}: measures are a list of sentences")
    return {key: _value(given) for key, given in read["facts"].items()}, tuple(measures)


def _value(given: Any) -> Any:
    """A fact's value, bare or with its passages as `art28 read` prints it."""
    value = given["value"] if isinstance(given, Mapping) and "value" in given else given
    return _frozen(value)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return {name: _frozen(cell) for name, cell in value.items()} if isinstance(value, Mapping) else value
