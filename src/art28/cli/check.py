"""`art28 check`: files -> how each agreement stands towards Article 28 GDPR, and what a careful reader would flag."""

import argparse
import sys
from pathlib import Path

from art28.cli.errors import UsageError

_FINDINGS, _BAD_INPUT = 1, 2


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "check",
        help="hold agreements against Article 28 GDPR",
        description=(
            "Judges the agreement in each FILE (PDF, DOCX, HTML, Markdown or text) on every requirement of Article 28 GDPR, "
            "with the passages that each verdict rests on, and lists what a careful reader would flag: gaps, blanks left "
            "open, repealed law, wrong numbers and references."
        ),
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="an agreement")
    parser.add_argument(
        "--profile", choices=("gdpr",), default="gdpr", help="what to check against (default: %(default)s)"
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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the checks; a file that can't be read is named on stderr and doesn't stop the others."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.checking.model import Severity
    from art28.cli.check_text import as_json, as_table
    from art28.pipeline import carry_out
    from art28.reading.errors import UnreadableFile
    from art28.reading.jail import Jail

    if options.out:
        _prepare(options.out, options.files)
    order = tuple(Severity)
    serious = order[: order.index(Severity(options.fail_on)) + 1] if options.fail_on else ()
    code = 0
    with Jail() as jail:
        for path in options.files:
            try:
                outcome = carry_out(jail.read(path.read_bytes(), name=path.name))
            except UnreadableFile as refusal:
                print(f"art28: {refusal}", file=sys.stderr)
                code = _BAD_INPUT
                continue
            except OSError as error:
                print(
                    f"art28: {path}: {error.strerror or 'it cannot be opened'}: check the name and the rights",
                    file=sys.stderr,
                )
                code = _BAD_INPUT
                continue
            if any(finding.severity in serious for finding in outcome.findings):
                code = max(code, _FINDINGS)
            language = options.language or ("nl" if outcome.agreement.reading.language == "nl" else "en")
            if options.out:
                _write(options.out / f"{path.stem}.json", as_json(outcome.checked, language))
                continue
            if len(options.files) > 1:
                print(f"== {path} ==")
            print((as_json if options.format == "json" else as_table)(outcome.checked, language))
    return code


def _prepare(directory: Path, files: list[Path]) -> None:
    """Make `directory`; two files of one name would overwrite each other's result in it."""
    stems = [path.stem for path in files]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if twice is not None:
        raise UsageError(f"two files are called {twice}, and --out writes one {twice}.json: rename one")
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{directory}: {error.strerror or 'it cannot be made'}: name a directory that may be written"
        ) from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror or 'it cannot be written'}: name a directory that may be written"
        ) from error
