"""`art28 fill`: a Word document of one's own -> the sheet that its blanks ask for, or a filled copy for each row of it."""

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from art28.cli.errors import UsageError, bytes_of
from art28.cli.sheets import Directory, refusal_of, several

_TROUBLES: Mapping[str, str] = {
    "broken_field": "a field that isn't whole: put it in anew in Word",
    "nested_field": "a field within a field: take the inner one out, or make a template for each case",
    "computed_field": "a field that Word computes from other data: put in a field for each piece of it",
    "broken_placeholder": "a placeholder that isn't closed or opened: write both braces",
    "nested_placeholder": "a placeholder within a placeholder: write them after each other",
    "signed": "the file is signed, and filling it in breaks the signature: take a copy without",
    "macros": "the file holds macros: save it as DOCX",
    "encoding": "a part of it is in another encoding than UTF-8: open it in Word, save it anew",
    "not_word": "it is no Word document: save it as DOCX",
    "too_many": "it has more than 3,000 places to fill in",
}


def register(commands: Any) -> None:
    """Add `fill` to the command line."""
    parser = commands.add_parser(
        "fill",
        help="fill in a Word document of your own, for each row of a sheet",
        description=(
            "TEMPLATE is a Word document with merge fields, content controls, form fields, placeholders in brackets or "
            "braces, or dotted lines. With --sheet, write the workbook that its blanks ask for; its second sheet says "
            "which fact each blank was taken for, and may be corrected. With DATA, that workbook filled in, write a copy "
            "for each row to --out, which must be new or empty. All rows are checked first; where anything is wrong, "
            "nothing is written."
        ),
    )
    parser.add_argument("template", metavar="TEMPLATE", type=Path, help="the Word document")
    parser.add_argument("data", metavar="DATA", type=Path, nargs="?", help="the workbook, a row for each document")
    parser.add_argument("--sheet", metavar="FILE", type=Path, help="write the workbook to fill in")
    parser.add_argument("--out", metavar="DIR", type=Path, help="where the documents go")
    parser.add_argument(
        "--language", choices=("nl", "en"), default="nl", help="of the document and the sheet (default: %(default)s)"
    )
    parser.add_argument(
        "--leave-open", action="store_true", help="write documents whose required blanks stay open, too"
    )
    parser.add_argument(
        "--verify", action="store_true", help="read each document back; name what isn't read as it went in"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the sheet, or the documents and what stays open in them; 1 where --verify finds a difference."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli import output
    from art28.drafting.house import sheet
    from art28.drafting.house.model import Refused
    from art28.drafting.house.suggesting import suggest
    from art28.reading.errors import UnreadableFile
    from art28.reading.jail import Jail

    if (options.sheet is None) == (options.data is None):
        raise UsageError("name DATA with --out, or --sheet FILE to have the workbook made")
    if options.data is not None and options.out is None:
        raise UsageError("name the directory for the documents: --out DIR")
    data = bytes_of(options.template)
    sha256 = hashlib.sha256(data).hexdigest()
    with Jail() as jail:
        try:
            places = jail.places(data, name=options.template.name)
            if places.troubles:
                said = [_troubled(each.code, each.part, each.shown) for each in places.troubles]
                raise UsageError(f"{options.template}: {several(said)}")
            if not places.places:
                raise UsageError(
                    f"{options.template}: nothing in it is to be filled in: put in [placeholders] or fields"
                )
            blanks = suggest(data, places, lambda copy: jail.read(copy, name=options.template.name))
        except UnreadableFile as refusal:
            raise UsageError(str(refusal)) from refusal
        if options.sheet is not None:
            output.write_bytes(options.sheet, sheet.workbook(blanks, sha256=sha256, language=options.language))
            return 0
        try:
            return _filled(options, data, sha256, places, blanks, jail)
        except Refused as refused:
            raise UsageError(f"{options.data}: {refusal_of(refused.problems)}; nothing was written") from refused


def _filled(options: argparse.Namespace, data: bytes, sha256: str, places: Any, blanks: Any, jail: Any) -> int:
    from art28.drafting.house import sheet
    from art28.drafting.house.filling import Template
    from art28.drafting.house.model import Problem, Refused
    from art28.drafting.house.verifying import differing

    table = bytes_of(options.data)
    template = Template(data, places, sheet.confirmed(table, blanks), language=options.language)
    rows = sheet.read(table, template, sha256=sha256, asked=blanks)
    values = []
    problems: list[Problem] = []
    for row in rows.rows:
        try:
            values.append(template.values(row.given, line=row.line, partial=options.leave_open))
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused(tuple(problems))
    names = sheet.file_names(rows.rows, [template.facts(each) for each in values])
    for unused in rows.unused:
        print(f"column {unused}: nothing in the template asks for it")
    differences = 0
    with Directory(options.out) as directory:
        for name, each in zip(names, values, strict=True):
            copy = template.fill(each)
            directory.write(name, copy.data)
            if copy.open:
                print(f"{name}: left open: {', '.join(dict.fromkeys(template.headings[key] for key in copy.open))}")
            if options.verify and (wrong := differing(copy, jail.read(copy.data, name=name))):
                differences += 1
                print(f"{name}: not read back as it went in: {', '.join(wrong)}")
    print(f"{len(names)} documents in {options.out}")
    return 1 if differences else 0


def _troubled(code: str, part: str, shown: str) -> str:
    return f"{_TROUBLES[code]} ({part}: {shown})" if shown else f"{_TROUBLES[code]}{f' ({part})' if part else ''}"
