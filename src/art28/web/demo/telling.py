"""Stories -> history: what happened, told by each app on its own, is played in the order of time.

A story is a generator. It yields the moment at which it goes on, and is given the moment at which it does: the acts of all
stories stand in the evidence in the order in which they would have happened. A story that isn't over by the end stops where
it then is, which leaves something running.
"""

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import datetime

Story = Generator[datetime, datetime, None]
Meanwhile = Callable[[datetime], None]


def play(stories: Iterable[Story], *, until: datetime, meanwhile: Iterable[tuple[datetime, Meanwhile]] = ()) -> int:
    """Play stories up to and including `until`; returns how many moments that were. `meanwhile` is done at its moments."""
    waiting: list[tuple[datetime, int, Story]] = []
    for number, story in enumerate((*(_doing(*each) for each in meanwhile), *stories)):
        _go_on(waiting, number, story, None)
    moments = 0
    while waiting and waiting[0][0] <= until:
        at, number, story = heapq.heappop(waiting)
        _go_on(waiting, number, story, at)
        moments += 1
    for _, _, story in waiting:
        story.close()
    return moments


def _doing(at: datetime, do: Meanwhile) -> Story:
    do((yield at))


def _go_on(waiting: list[tuple[datetime, int, Story]], number: int, story: Story, at: datetime | None) -> None:
    """Let a story go on from `at`; it waits for no moment before that one."""
    try:
        following = next(story) if at is None else story.send(at)
    except StopIteration:
        return
    heapq.heappush(waiting, (following if at is None else max(following, at), number, story))
