"""`art28`: the command line. Each command is a module that registers its parser and imports what it needs when it runs."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from art28 import __version__
from art28.cli.errors import UsageError

COMMANDS = (
    "read",
    "check",
    "playbook",
    "compare",
    "chain",
    "draft",
    "fill",
    "sealed",
    "duties",
    "due",
    "families",
    "law",
    "limit",
    "evidence",
    "text",
    "worker",
    "serve",
    "migrate",
    "organisation",
    "demo",
    "put-in",
    "cases",
    "backup",
    "restore",
    "offline-pack",
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other refusal does."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(f"{message}; see `{self.prog} --help`")


def parser() -> argparse.ArgumentParser:
    """The whole command line; building it imports no command's heavy modules."""
    top = _Parser(prog="art28", description="Reads, checks and carries out processor agreements (GDPR Art. 28).")
    top.add_argument("--version", action="version", version=f"art28 {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"art28.cli.{name.replace('-', '_')}").register(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code: 0 done, 1 findings at or above --fail-on, 2 bad input or usage."""
    try:
        options = parser().parse_args(arguments)
        code: int = options.run(options)
        sys.stdout.flush()  # a short answer is still in the buffer, and a reader gone is only met as it leaves
    except UsageError as error:
        print(f"art28: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def entry() -> None:
    """The console script."""
    sys.exit(main())


if __name__ == "__main__":
    entry()
