"""A coroutine that never waits for anything outside -> what it comes to.

Checking a seal is written for loops, which want sockets: a jail has none, and nothing is fetched there.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


class _Nothing:
    """What is waited for: nothing."""

    def select(self, timeout: float | None) -> list[Any]:
        """No event, at once; raises where only one from outside could go on."""
        if timeout is None or timeout > 0:
            raise RuntimeError("checking a seal waits for something, though nothing is to be fetched")
        return []


class _Loop(asyncio.BaseEventLoop):
    """A loop over what is ready."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Nothing()

    def _process_events(self, _events: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """No other thread has anything to say."""


def at_once(work: Coroutine[Any, Any, Any]) -> Any:
    """What `work` comes to; raises RuntimeError where it waits."""
    loop = _Loop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
