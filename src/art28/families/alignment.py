"""Two agreements -> their clauses side by side: the same, filled in otherwise, changed, added or missing.

Clauses meet by their words, wherever they stand and whatever their number. Those with the same words first, then those that
share most runs of three words.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from operator import attrgetter

from art28.families.words import Worded, Wording

_RUN = 3
_ALIKE = 0.4
_ALIKE_IN_PLACE = 0.2
# A run of words that stands in more clauses than this says nothing about which belong together.
_COMMONPLACE = 20
_BY_WORDS: tuple[Callable[[Wording], tuple[str, ...]], ...] = (attrgetter("exact"), attrgetter("text"))
# Above this many pairs of words two clauses are shown whole: comparing them word by word would take too long.
_MOST_PAIRS = 1_000_000


class Change(StrEnum):
    """What became of a clause; `filled_in` says that numbers, dates or blanks alone differ."""

    SAME = "same"
    FILLED_IN = "filled_in"
    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a clause as written: in both texts, only in the one (removed) or only in the other (added)."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Aligned:
    """A clause of the one text beside that of the other; the one that has it not is None. `pieces` is empty where it is
    the same."""

    change: Change
    one: Wording | None
    other: Wording | None
    pieces: tuple[Piece, ...] = ()


def align(one: Worded, other: Worded) -> tuple[Aligned, ...]:
    """The clauses of both in the order of `one`; what `other` adds stands after the clause it follows there."""
    met = _meeting(one.wordings, other.wordings)
    followers: dict[int, list[int]] = defaultdict(list)
    place = {theirs: ours for ours, theirs in met.items()}
    last = -1
    for theirs in range(len(other.wordings)):
        if theirs in place:
            last = place[theirs]
        else:
            followers[last].append(theirs)
    return tuple(_in_order(one, other, met, followers))


def _in_order(one: Worded, other: Worded, met: dict[int, int], followers: dict[int, list[int]]) -> Iterator[Aligned]:
    for ours in range(-1, len(one.wordings)):
        if ours in met:
            yield _compared(one, one.wordings[ours], other, other.wordings[met[ours]])
        elif ours >= 0:
            missing = one.wordings[ours]
            yield Aligned(Change.MISSING, missing, None, (Piece(_whole(one, missing), Change.MISSING),))
        for theirs in followers[ours]:
            added = other.wordings[theirs]
            yield Aligned(Change.ADDED, None, added, (Piece(_whole(other, added), Change.ADDED),))


def _meeting(ones: Sequence[Wording], others: Sequence[Wording]) -> dict[int, int]:
    """Which clause of `others` each of `ones` meets."""
    met: dict[int, int] = {}
    taken: set[int] = set()
    for key in _BY_WORDS:
        waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
        for theirs, wording in enumerate(others):
            if theirs not in taken:
                waiting[key(wording)].append(theirs)
        for ours, wording in enumerate(ones):
            if ours not in met and waiting[key(wording)]:
                met[ours] = waiting[key(wording)].popleft()
                taken.add(met[ours])
    for _, ours, theirs in sorted(_likely(ones, others, met, taken), reverse=True):
        if ours not in met and theirs not in taken:
            met[ours] = theirs
            taken.add(theirs)
    return met


def _likely(
    ones: Sequence[Wording], others: Sequence[Wording], met: dict[int, int], taken: set[int]
) -> Iterator[tuple[float, int, int]]:
    """Clauses not met yet that share enough, with how much."""
    standing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for theirs, wording in enumerate(others):
        if theirs not in taken:
            runs = _runs(wording.text)
            sizes[theirs] = len(runs)
            for run in runs:
                standing[run].append(theirs)
    for ours, wording in enumerate(ones):
        if ours in met:
            continue
        runs = _runs(wording.text)
        shared = Counter(
            theirs for run in runs if len(standing.get(run, ())) <= _COMMONPLACE for theirs in standing.get(run, ())
        )
        for theirs, count in shared.items():
            share = 2 * count / (len(runs) + sizes[theirs])
            in_place = wording.part is others[theirs].part and wording.provision == others[theirs].provision
            if share >= (_ALIKE_IN_PLACE if in_place else _ALIKE):
                yield share + (0.05 if in_place else 0.0), ours, theirs


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[at : at + _RUN] for at in range(max(1, len(words) - _RUN + 1))}


def _compared(one: Worded, ours: Wording, other: Worded, theirs: Wording) -> Aligned:
    if ours.exact == theirs.exact:
        return Aligned(Change.SAME, ours, theirs)
    change = Change.FILLED_IN if ours.text == theirs.text else Change.CHANGED
    return Aligned(change, ours, theirs, tuple(_pieces(one, ours, other, theirs)))


def _pieces(one: Worded, ours: Wording, other: Worded, theirs: Wording) -> Iterator[Piece]:
    before, after = [word.exact for word in ours.words], [word.exact for word in theirs.words]
    if len(before) * len(after) > _MOST_PAIRS:
        yield Piece(_whole(one, ours), Change.MISSING)
        yield Piece(_whole(other, theirs), Change.ADDED)
        return
    shared = tail = ""
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            shared, tail = _written(other, theirs, k, m), _behind(other, theirs, m)
            continue
        gone, come = _written(one, ours, i, j) if j > i else "", _written(other, theirs, k, m) if m > k else ""
        lead = _behind(one, ours, i)
        if "".join(gone.split()) == "".join(come.split()):  # divided otherwise into words, as over the cells of a row
            yield from _kept(shared, Piece(come, Change.SAME))
        elif not gone or not shared or lead == tail:
            yield from _kept(shared, Piece(gone, Change.MISSING), Piece(come, Change.ADDED))
        elif not come and (lead + gone).endswith(tail):
            yield from _kept(shared.removesuffix(tail), Piece((lead + gone).removesuffix(tail), Change.MISSING))
            yield from _kept(tail)
        else:
            parted = Piece(lead + gone, Change.MISSING), Piece(tail + come, Change.ADDED)
            yield from _kept(shared.removesuffix(tail), *parted)
        shared = ""
    yield from _kept(shared)


def _kept(shared: str, *pieces: Piece) -> Iterator[Piece]:
    """What both have, and the pieces behind it; none of them empty."""
    return (each for each in (Piece(shared, Change.SAME), *pieces) if each.text)


def _written(text: Worded, wording: Wording, first: int, stop: int) -> str:
    """Words as the document writes them, with what stands between them and before the next."""
    start = wording.words[first].start if first else wording.start
    end = wording.words[stop].start if stop < len(wording.words) else wording.end
    return text.reading.original(start, end)


def _behind(text: Worded, wording: Wording, at: int) -> str:
    """What stands behind the word before `at`: a blank, a comma, the end of a sentence."""
    if not at:
        return ""
    start, end = wording.words[at - 1].end, wording.words[at].start if at < len(wording.words) else wording.end
    return text.reading.original(start, end) if start < end else ""


def _whole(text: Worded, wording: Wording) -> str:
    return text.reading.original(wording.start, wording.end)
