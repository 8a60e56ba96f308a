"""How apps join in with each other: each names, when it is made ready, its function that answers.

It is imported when it is first asked, so that a command starts without all that it does not need.
"""

from dataclasses import dataclass
from typing import Any

from django.dispatch import Signal
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Late:
    """The function at a dotted `path`."""

    path: str

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What it answers."""
        return import_string(self.path)(*given, **named)


def follows(signal: Signal, path: str) -> None:
    """Let the function at `path` hear of `signal`, once."""
    signal.connect(Late(path), dispatch_uid=path, weak=False)
