"""Processor time, measured several times and taken at its median; what every benchmark prints with."""

import statistics
import time
from collections.abc import Callable, Mapping

ROUNDS = 7


def processor_seconds(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """The median processor time of `work` in this process, after one round that warms up."""
    work()
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)


def side_by_side(
    works: Mapping[str, Callable[[], object]], *, rounds: int = ROUNDS, seconds: float = 20.0
) -> dict[str, float]:
    """The least processor time of each of `works`, measured in turns so that a busy machine slows all alike.

    The least is what the work itself takes: whatever else runs can only add to it. No new round is begun after `seconds`.
    """
    least = dict.fromkeys(works, float("inf"))
    ends = time.monotonic() + seconds
    for number in range(rounds):
        for name, work in works.items():
            began = time.process_time()
            work()
            least[name] = min(least[name], time.process_time() - began)
        if number and time.monotonic() > ends:
            break
    return least


def row(name: str, ours: float, baseline: float, *, baseline_name: str, bar: float | None = None) -> None:
    """Print one line: ours beside the baseline, the ratio, and the bar where there is one."""
    ratio = ours / baseline if baseline else float("inf")
    held = "" if bar is None else f"   bar {bar:g}x {'held' if ratio <= bar else 'NOT HELD'}"
    print(f"{name:34} {ours * 1000:9.2f} ms   {baseline_name} {baseline * 1000:9.2f} ms   {ratio:6.2f}x{held}")


def within(name: str, ours: float, seconds: float) -> None:
    """Print one line: ours beside a bar in seconds, which holds on idle cores."""
    print(f"{name:34} {ours * 1000:9.2f} ms   bar {seconds * 1000:.0f} ms {'held' if ours <= seconds else 'NOT HELD'}")
