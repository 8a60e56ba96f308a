"""`art28 playbook`: an organisation's own rules -> whether they can be used, and whether their tests come out."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from art28.cli.errors import UsageError

if TYPE_CHECKING:
    from art28.checking.playbooks.model import Playbook

_FAILED = 1


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "playbook",
        help="test the rules of your own that `art28 check --playbook` holds agreements against",
        description=(
            "Reads each PLAYBOOK (a YAML file, or the name of one that comes with art28), says by line what is wrong "
            "with it, and runs the tests in it. Without one, names those that come with art28."
        ),
    )
    parser.add_argument("playbooks", metavar="PLAYBOOK", nargs="*", help="a file or a name")
    parser.add_argument("--show", action="store_true", help="print one that comes with art28, to start from")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Test each playbook; 1 where a test doesn't come out."""
    from art28.checking.playbooks.reading import failed_tests, shipped, source_of

    if not options.playbooks:
        print("\n".join(shipped()))
        return 0
    code = 0
    for name in options.playbooks:
        playbook = playbook_at(name)
        if options.show and name in shipped():
            print(source_of(name), end="")
            continue
        failed = tuple(failed_tests(playbook, on=datetime.now(UTC).date()))
        print(f"{name}: {len(playbook.rules)} rules, {len(playbook.tests)} tests, {len(failed)} wrong")
        for sentence in failed:
            print(f"  {sentence}")
            code = _FAILED
    return code


def playbook_at(name: str) -> "Playbook":
    """The playbook in a file, or one that comes with art28; raises UsageError that names its first problems by line."""
    from art28.checking.playbooks.model import InvalidPlaybook
    from art28.checking.playbooks.reading import read_playbook, shipped, shipped_playbook

    if name in shipped():
        return shipped_playbook(name)
    try:
        content = Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise UsageError(f"{name}: {reason}: name a YAML file, or one of {', '.join(shipped())}") from error
    try:
        return read_playbook(content, source=name)
    except InvalidPlaybook as error:
        raise UsageError(str(error)) from error
