"""`art28 read`: files -> the facts in the agreements they hold, each with the passage that settles it."""

import argparse
import sys
from pathlib import Path

from art28.cli.errors import UsageError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "read",
        help="read the facts out of agreements",
        description=(
            "Reads the agreement in each FILE (PDF, DOCX, HTML, Markdown or text) and prints the facts it settles, each with "
            "its clause, page and passage. What an agreement leaves open or contradicts is listed as a question."
        ),
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="an agreement")
    parser.add_argument(
        "--format",
        choices=("table", "json", "facts"),
        default="table",
        help="a table to read, all that was read as JSON, or the facts in the exchange format (default: %(default)s)",
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="write DIR/NAME.json for each file instead of printing")
    parser.add_argument(
        "--explain", metavar="KEY", help="print one fact, such as liability.cap, with its passages in full"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write what was read; a file that can't be read is named on stderr and doesn't stop the others."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.agreement.catalogue import catalogue
    from art28.cli.facts_text import as_facts, as_json, as_table, explained
    from art28.extraction.extract import extract
    from art28.reading.errors import UnreadableFile
    from art28.reading.jail import Jail

    if options.explain and options.explain not in catalogue():
        raise UsageError(f"there is no fact {options.explain}: the keys are those of `art28 read --format facts`")
    if options.out:
        _check_names(options.files)
        _make(options.out)
    failed = False
    with Jail() as jail:
        for path in options.files:
            try:
                agreement = extract(jail.read(path.read_bytes(), name=path.name))
            except UnreadableFile as refusal:
                print(f"art28: {refusal}", file=sys.stderr)
                failed = True
                continue
            except OSError as error:
                print(
                    f"art28: {path}: {error.strerror or 'it cannot be opened'}: check the name and the rights",
                    file=sys.stderr,
                )
                failed = True
                continue
            if options.explain:
                text = explained(agreement, options.explain)
            elif options.format == "table" and not options.out:
                text = as_table(agreement)
            else:
                text = as_json(agreement) if options.format == "json" else as_facts(agreement)
            if options.out:
                _write(options.out / f"{path.stem}.json", text)
                continue
            if len(options.files) > 1:
                print(f"== {path} ==")
            print(text)
    return 2 if failed else 0


def _check_names(files: list[Path]) -> None:
    """Two files of one name would overwrite each other's result."""
    seen: set[str] = set()
    for path in files:
        if path.stem in seen:
            raise UsageError(
                f"{path}: another file is also called {path.stem}, and --out writes one {path.stem}.json: rename one"
            )
        seen.add(path.stem)


def _make(directory: Path) -> None:
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
