"""`art28 law`: what changed in the law between two days, and which agreements rest on it and are to be looked at."""

import argparse
import json
from datetime import date, timedelta
from pathlib import Path

from art28.cli.errors import UsageError

_BACK, _AHEAD = timedelta(days=365), timedelta(days=365)


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "law",
        help="tell which agreements a change of law concerns",
        description=(
            "Lists what changes in the law between two days by art28's dated tables (numbers of the law, adequacy decisions, "
            "the EEA, repealed laws) and, for each change, which of the agreements rest on it by what facts. Whether one "
            "must be changed is for a person to decide."
        ),
    )
    parser.add_argument(
        "files", metavar="FILE", type=Path, nargs="*", help="agreements; without any, only what changes"
    )
    parser.add_argument("--since", metavar="DAY", type=_day, help="from this day on (default: a year ago)")
    parser.add_argument("--until", metavar="DAY", type=_day, help="up to this day (default: a year ahead)")
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print (default: %(default)s)"
    )
    parser.set_defaults(run=run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day: write one such as 2026-11-28") from None


def run(options: argparse.Namespace) -> int:
    """Print the changes, each with the agreements that rest on it; raises `UsageError` for what can't be read."""
    # Imported here so that `art28 --help` and other commands don't pay for it.
    from art28.agreement import labels
    from art28.checking.law_changes import law_changes, resting_on
    from art28.cli.files import document
    from art28.extraction.extract import extract_each

    today = date.today()  # noqa: DTZ011 - the day where the reader is
    since, until = options.since or today - _BACK, options.until or today + _AHEAD
    if since > until:
        raise UsageError(f"--since {since} is after --until {until}: name the earlier day first")
    read = [
        (str(path), {key: fact.value for key, fact in agreement.facts.items()}, agreement.reading.flow.document.text)
        for path in options.files
        for agreement in extract_each(document(path))
    ]
    told = [
        {
            "on": change.on.isoformat(), "kind": change.kind.value, "about": change.about, "begins": change.begins,
            "source": change.source, "number": labels.number_of_law(change.number, "en") if change.number else None,
            "agreements": {
                name: list(keys) for name, facts, text in read if (keys := resting_on(change, facts, text=text))
            },
        }
        for change in law_changes(since, until)
    ]  # fmt: skip
    if options.format == "json":
        print(json.dumps({"changes": told}, ensure_ascii=False, indent=2))
        return 0
    for each in told:
        holds = "holds from here" if each["begins"] else "no longer holds"
        print(f"{each['on']}  {each['kind']:<9}  {each['number'] or each['about']}  {holds}")
        concerned = each["agreements"]
        for name, resting in concerned.items() if isinstance(concerned, dict) else ():
            print(f"    look at {name}: {', '.join(resting)}")
    if not told:
        print(f"nothing changes between {since} and {until}")
    return 0
