"""A worker that is called: Procrastinate says when, the pumps are the same, and one thread does all that touches the rows."""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import Error, connection
from procrastinate.exceptions import ConnectorException

from art28.web.clocks import worker
from art28.web.clocks.models import Heartbeat
from art28.web.pumps import Pump
from art28.web.waking import queue

_GONE = (ConnectorException, Error, OSError)
T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hands:
    """What the one thread that works has: the pumps, the heartbeat of this process, and the time."""

    pumps: tuple[Pump, ...]
    heartbeat: Heartbeat
    clock: Callable[[], datetime]
    thread: ThreadPoolExecutor

    async def round(self) -> int:
        """Run every pump once; returns how many pieces of work were done."""
        return await self._in_thread(lambda: worker.round_of(self.pumps, heartbeat=self.heartbeat, clock=self.clock))

    async def beat(self) -> None:
        """Show that this process lives, also where others take all the calls; one stuck in a pump doesn't get here."""
        await self._in_thread(lambda: worker.beat(self.heartbeat, now=self.clock()))

    async def install(self) -> None:
        """See to it that the queue is there."""
        await self._in_thread(queue.install)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.thread, work)


def run(
    pumps: tuple[Pump, ...],
    *,
    heartbeat: Heartbeat,
    clock: Callable[[], datetime],
    interval: float,
    stop: threading.Event,
) -> None:
    """Work until SIGTERM or SIGINT, or until `stop` was set before; what is being done then is finished first."""
    connection.close()  # this thread's: from here on the other one works
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="pumps") as thread:
        try:
            asyncio.run(_until_stopped(Hands(pumps, heartbeat, clock, thread), interval, stop))
        finally:
            thread.submit(connection.close)


async def _until_stopped(hands: Hands, interval: float, stop: threading.Event) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    while not stopped.is_set() and not stop.is_set():
        try:
            await hands.install()
            await _serve(hands, interval, stopped)
        except _GONE as error:
            _log.error("the queue can't be reached: %s", type(error).__name__)
        await _pause(stopped, interval)


async def _serve(hands: Hands, interval: float, stopped: asyncio.Event) -> None:
    """Answer calls until told to stop, or until the database is lost: whoever called this then connects anew."""

    async def look() -> None:
        # Who finds work calls another to help, and works on until nothing is due.
        while not stopped.is_set() and await hands.round():
            await queue.call_from_worker(app)

    async def tick() -> None:
        # By a clock that never jumps: calls may be lost, and what falls due by time alone calls nobody.
        while True:
            await queue.call_from_worker(app)
            await hands.beat()
            await asyncio.sleep(interval)

    app = queue.of_worker(look)
    async with app.open_async():
        answering = app.run_worker_async(
            fetch_job_polling_interval=interval, delete_jobs="always", install_signal_handlers=False
        )
        tasks = [asyncio.create_task(each) for each in (answering, tick(), stopped.wait())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
    for each in ended:
        if isinstance(each, Exception):
            raise each


async def _pause(stopped: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopped.wait(), seconds)
    except TimeoutError:
        return
