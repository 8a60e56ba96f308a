"""Passages as a reader sees them -> the text of a document and its blocks: for formats whose text has to be put together.

Each block stands on lines of its own; the cells of a row are divided by a tab.
"""

from collections.abc import Sequence

from art28.document.model import Block, BlockKind, Span


class Composer:
    """Collects blocks from first to last."""

    __slots__ = ("_length", "_pieces", "blocks", "tables")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.tables = 0

    @property
    def length(self) -> int:
        """How many characters were written."""
        return self._length

    @property
    def text(self) -> str:
        """The text written so far."""
        return "".join(self._pieces)

    def _put(self, text: str) -> int:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start

    def block(
        self,
        kind: BlockKind,
        text: str,
        *,
        label: str | None = None,
        level: int = 0,
        skips: Sequence[tuple[int, int]] = (),
    ) -> None:
        """A block of `text`, of which the ranges in `skips` aren't read aloud; nothing where it is blank."""
        stripped = text.strip()
        if not stripped:
            return
        lead = text.index(stripped[0])
        start = self._put(stripped)
        self._put("\n")
        spans = tuple(
            Span(start + max(left - lead, 0), start + min(right - lead, len(stripped)))
            for left, right in skips
            if lead <= left < right <= lead + len(stripped)
        )
        self.blocks.append(Block(kind, Span(start, start + len(stripped)), None, label, level, skips=spans))

    def row(self, cells: Sequence[str], *, table: int) -> None:
        """A row of a table; nothing where all its cells are blank."""
        if not any(cell.strip() for cell in cells):
            return
        spans: list[Span] = []
        for number, cell in enumerate(cells):
            if number:
                self._put("\t")
            start = self._put(cell.strip())
            spans.append(Span(start, self._length))
        span = Span(spans[0].start, spans[-1].end)
        self._put("\n")
        self.blocks.append(Block(BlockKind.TABLE_ROW, span, None, None, 0, tuple(spans), table))

    def next_table(self) -> int:
        """The number of a new table."""
        self.tables += 1
        return self.tables - 1
