"""`art28 check`: files -> how each agreement stands towards Article 28 GDPR, and what a careful reader would flag."""

import argparse
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from art28.cli import output, sharing
from art28.cli.errors import UsageError

if TYPE_CHECKING:
    from art28.cli.verdicts import Judgement

_FINDINGS, _BAD_INPUT = 1, 2


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "check",
        help="hold agreements against Article 28 GDPR",
        description=(
            "Judges the agreement in each FILE (PDF, DOCX, ODT, RTF, HTML, Markdown or text) on every requirement of "
            "Article 28 GDPR, with the passages that each verdict rests on, and lists what a careful reader would flag: "
            "gaps, blanks left open, repealed law, wrong numbers and references."
        ),
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="an agreement")
    parser.add_argument(
        "--profile",
        metavar="NAME",
        default="gdpr",
        help="what to check against: gdpr, edpb, clauses, research, dutch-practice, lenient or full (default: %(default)s)",
    )
    parser.add_argument(
        "--playbook", metavar="FILE", help="your own rules: a file, or a name that `art28 playbook` lists"
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print (default: %(default)s)"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="write DIR/NAME.json for each file instead of printing")
    parser.add_argument(
        "--fail-on",
        choices=("high", "medium", "low"),
        help="exit with 1 if there is a finding at least this serious",
    )
    parser.add_argument(
        "--language", choices=("nl", "en"), help="the language of reasons and findings (default: the agreement's)"
    )
    sharing.add_choice(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the checks; a file that can't be read is named on stderr and doesn't stop the others."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.cli.files import each

    code = 0
    for path, judged in each(options.files, partial(_ready, options)):
        if judged is None:
            code = _BAD_INPUT
            continue
        if judged.serious:
            code = max(code, _FINDINGS)
        if options.out:
            output.write(options.out / f"{path.stem}.json", judged.text)
            continue
        if len(options.files) > 1:
            print(f"== {path} ==")
        print(judged.text)
    return code


def _ready(options: argparse.Namespace) -> "Judgement":
    from art28.checking.packs.pack import profiles
    from art28.cli.playbook import playbook_at
    from art28.cli.verdicts import Judgement

    if options.profile not in profiles():
        raise UsageError(f"there is no profile {options.profile}: choose from {', '.join(profiles())}")
    playbook = playbook_at(options.playbook) if options.playbook else None
    if options.out:
        output.prepare(options.out, options.files)
    form = "json" if options.out else options.format
    today = datetime.now(UTC).date()
    return Judgement(form, options.language, options.fail_on, options.agreement, playbook, today, options.profile)
