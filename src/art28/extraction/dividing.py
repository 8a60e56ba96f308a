"""Flow of a file -> the flow of each processor agreement in it.

Most files hold one, and nothing happens to them. A second one is taken for one on strong evidence only: a title of its own, its
own introduction of the parties, and articles that count from 1 anew, or a signature block of its own after that of the one
before. What is attached to an agreement stays with it; a main contract between two agreements belongs to neither.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from art28.document.flow import Flow, flow_of
from art28.document.headings import signature_field
from art28.document.model import BlockKind, Share, Span
from art28.document.sharing import share_of
from art28.extraction.openings import (
    Title,
    counts_articles,
    is_like_ours,
    is_signed,
    names_parties,
    text_of,
    titles_in,
)
from art28.extraction.prepare import prepare
from art28.extraction.topics.parties.parties import parties
from art28.extraction.words.language import language_of
from art28.extraction.words.search import AnyCase

# A file that seems to hold more is no bundle that somebody made.
_MOST = 200
# A letterhead, a version or a reference above a title on the same page; a cover before the title that comes again.
_LINES_ABOVE = 8
_LONGEST_ABOVE = 100
_COVER_LINES = 60
_COVER_CHARACTERS = 4_000
_FOREWORD_CHARACTERS = 600
_OF_THE_TITLE = AnyCase(
    r"\b(?:versie|version|fassung|model|kenmerk|ref(?:\.|erence)?|referentie|(?:contract|vertrags|overeenkomst)\w*nummer|"
    r"dossier\w*|"
    r"vastgesteld|rubricering)\b"
)
# Two copies of one agreement differ in their signatures at most.
_ALIKE = 0.97
_OPENING_LINES = 16
_NAMES = ("controller.name", "processor.name")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines `start:stop` of a flow: a processor agreement, or another contract."""

    start: int
    stop: int
    ours: bool


def divided(flow: Flow) -> tuple[Flow, ...]:
    """A flow for each processor agreement in `flow`, in order; `flow` itself where it holds one or none."""
    titles = titles_in(flow)
    if not any(title.ours and title.index for title in titles):
        return (flow,)
    stretches = [stretch for stretch in _stretches(flow, titles) if stretch.ours]
    if not 2 <= len(stretches) <= _MOST:
        return (flow,)
    spans = _without_doubles(flow, [_span(flow, stretch) for stretch in stretches])
    if len(spans) < 2:
        return (flow,)
    return tuple(_flow(flow, Share(number, len(spans), span)) for number, span in enumerate(spans, start=1))


def _flow(flow: Flow, share: Share) -> Flow:
    return flow_of(share_of(flow.document, share))


def _stretches(flow: Flow, titles: Sequence[Title]) -> Iterator[_Stretch]:
    opened = _opened(flow, titles)
    starts = [_start(flow, titles, title, opened[at - 1].index if at else None) for at, title in enumerate(opened)]
    if starts and starts[0] and is_like_ours(flow, 0, starts[0]):
        yield _Stretch(0, starts[0], ours=True)
    for title, start, stop in zip(opened, starts, [*starts[1:], len(flow.lines)], strict=False):
        yield _Stretch(start, stop, title.ours)


def _opened(flow: Flow, titles: Sequence[Title]) -> list[Title]:
    """The titles that open a contract: their parties are named, and articles count on from there, or it is signed."""
    count = len(flow.lines)
    candidates = [title for title in titles if names_parties(flow, title.index, count)]
    opened: list[Title] = []
    within_ours = False
    for at, title in enumerate(candidates):
        stop = candidates[at + 1].index if at + 1 < len(candidates) else count
        before = opened[-1].index if opened else 0
        if title.annexed and within_ours:
            continue
        # A cover that names the parties too is the same agreement's: the title that articles follow opens it.
        if not counts_articles(flow, title.index, stop) and not (
            flow.lines[title.index].block.kind is BlockKind.HEADING
            and is_signed(flow, title.index, stop)
            and is_signed(flow, before, title.index)
        ):
            continue
        opened.append(title)
        within_ours = title.ours if not title.annexed else within_ours
    return opened


def _start(flow: Flow, titles: Sequence[Title], title: Title, previous: int | None) -> int:
    """The line that a contract starts with: a cover that bears the same title, or what stands above it on its page."""
    first = 0 if previous is None else previous + 1
    if previous is None and flow.lines[title.index].start <= _FOREWORD_CHARACTERS:
        return 0
    near = titles[
        bisect_left(titles, max(first, title.index - _COVER_LINES), key=_index) : bisect_left(
            titles, title.index, key=_index
        )
    ]
    covers = (
        other.index
        for other in near
        if other.ours == title.ours
        and flow.lines[title.index].start - flow.lines[other.index].start <= _COVER_CHARACTERS
        and _opens_page(flow, other.index)
        and not is_signed(flow, other.index, title.index)
    )
    index = next(covers, title.index)
    top = index
    while top > first and index - top < _LINES_ABOVE and not _opens_page(flow, top) and _may_stand_above(flow, top - 1):
        top -= 1
    if _opens_page(flow, top):
        return top
    while top < index and not _OF_THE_TITLE.search(text_of(flow, flow.lines[top])):
        top += 1
    return top


def _index(title: Title) -> int:
    return title.index


def _may_stand_above(flow: Flow, index: int) -> bool:
    """Whether a line is short and signs nothing."""
    line = flow.lines[index]
    if line.end - line.start > _LONGEST_ABOVE or is_signed(flow, index, index + 1):
        return False
    return signature_field(text_of(flow, line)) is None


def _opens_page(flow: Flow, index: int) -> bool:
    """Whether a line is the first of its page; never where a format has no pages."""
    page = flow.lines[index].block.page
    return page is not None and (index == 0 or flow.lines[index - 1].block.page != page)


def _span(flow: Flow, stretch: _Stretch) -> Span:
    """What a stretch takes up of the document's text, with the running heads of its pages."""
    end = _edge(flow, stretch.stop) if stretch.stop < len(flow.lines) else len(flow.document.text)
    return Span(_edge(flow, stretch.start), end)


def _edge(flow: Flow, index: int) -> int:
    """Where in the document's text line `index` starts: with its page, where it is the first on it."""
    if index == 0:
        return 0
    start = flow.lines[index].block.span.start
    if not _opens_page(flow, index):
        return start
    page = next((page for page in flow.document.pages if page.number == flow.lines[index].block.page), None)
    return min(start, page.span.start) if page is not None else start


def _without_doubles(flow: Flow, spans: Sequence[Span]) -> list[Span]:
    """The spans, in which another copy or a translation of the agreement before it goes with that one."""
    flows = [_flow(flow, Share(number, len(spans), span)) for number, span in enumerate(spans, start=1)]
    kept: list[Span] = []
    model: Flow | None = None
    for span, own in zip(spans, flows, strict=True):
        adjoins = bool(kept) and kept[-1].end == span.start
        if model is not None and adjoins and (_is_copy(model, own) or _is_translation(model, own)):
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
            model = own
    return kept


def _is_copy(one: Flow, other: Flow) -> bool:
    """Whether two flows open with the same lines and are the same but for their signatures."""
    texts = [[text_of(flow, line) for line in flow.lines] for flow in (one, other)]
    if texts[0][:_OPENING_LINES] != texts[1][:_OPENING_LINES]:
        return False
    first, second = map(frozenset, texts)
    return len(first & second) >= _ALIKE * len(first | second)


def _is_translation(one: Flow, other: Flow) -> bool:
    """Whether two flows are in different languages and name the same two parties."""
    if language_of(one.text) == language_of(other.text):
        return False
    first, second = map(_named, (one, other))
    return len(first) == len(_NAMES) and first == second


def _named(flow: Flow) -> dict[str, str]:
    """The parties' names, as they first stand there."""
    found: dict[str, str] = {}
    for candidate in parties(prepare(flow)):
        if candidate.key in _NAMES:
            found.setdefault(candidate.key, str(candidate.value).casefold())
    return found
