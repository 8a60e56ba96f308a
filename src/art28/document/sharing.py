"""A document that holds several agreements -> the document of one: its own blocks, in the file's text or cut out of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from art28.document.links import note_on
from art28.document.model import Block, Change, Comment, Document, Link, NoteCode, Page, Share, Span


def share_of(document: Document, share: Share) -> Document:
    """`document` with no more than `share` holds; its text, and so every offset, stays that of the file."""
    links = tuple(link for link in document.links if _holds(share.span, link.span))
    return replace(
        document,
        blocks=tuple(block for block in document.blocks if _holds(share.span, block.span)),
        pages=tuple(page for page in document.pages if _meet(share.span, page.span)),
        changes=tuple(change for change in document.changes if _holds(share.span, change.span)),
        comments=tuple(comment for comment in document.comments if _holds(share.span, comment.span)),
        links=links,
        notes=(
            *(note for note in document.notes if note.code is not NoteCode.LINKS),
            *note_on(document.text, links),
        ),
        share=share,
    )


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where somebody says that an agreement begins: an offset in the file's text, and the words that stand there."""

    start: int
    words: str


def beginning_at(document: Document, beginnings: Sequence[Beginning]) -> tuple[Document, ...]:
    """A document for each agreement that begins where somebody says, up to where the next does; `document` where that is all.

    What stands before the first belongs to none. Another version of a reader may count otherwise, so a beginning is the
    nearest block that opens with its words; where none does, the block at its offset.
    """
    starts = sorted({_block_of(document, beginning) for beginning in beginnings})
    if not starts or starts == [0]:
        return (document,)
    stops = [*starts[1:], len(document.text)]
    return tuple(
        share_of(document, Share(number, len(starts), Span(start, stop)))
        for number, (start, stop) in enumerate(zip(starts, stops, strict=True), start=1)
    )


def _block_of(document: Document, beginning: Beginning) -> int:
    """The offset of the block that is meant: 0 for the first, what stands above it being its own."""
    blocks = document.blocks
    named = [block for block in blocks if document.text.startswith(beginning.words, block.span.start)]
    if not named:
        named = [block for block in blocks if block.span.start <= beginning.start] or list(blocks[:1])
    nearest = min(named, key=lambda block: abs(block.span.start - beginning.start), default=None)
    return 0 if nearest is None or nearest is blocks[0] else nearest.span.start


def cut_out(document: Document) -> Document:
    """`document` with the text of its share alone, from offset 0; one that holds a single agreement as it is.

    Its `extraction` names the range too, so that offsets of different texts are never mixed.
    """
    if document.share is None:
        return document
    whole = document.share.span
    return replace(
        document,
        extraction=f"{document.extraction} {whole.start}:{whole.end}",
        text=document.text[whole.start : whole.end],
        blocks=tuple(_block(block, whole) for block in document.blocks),
        pages=tuple(Page(page.number, _moved(page.span, whole), page.recognised) for page in document.pages),
        changes=tuple(
            Change(change.kind, _moved(change.span, whole), change.text, change.author, change.when)
            for change in document.changes
        ),
        comments=tuple(
            Comment(_moved(comment.span, whole), comment.text, comment.author, comment.when)
            for comment in document.comments
        ),
        links=tuple(Link(_moved(link.span, whole), link.address) for link in document.links),
    )


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _moved(span: Span, whole: Span) -> Span:
    """`span` counted from the start of `whole`, and no further than it goes."""
    return Span(max(span.start, whole.start) - whole.start, min(span.end, whole.end) - whole.start)


def _block(block: Block, whole: Span) -> Block:
    return replace(
        block,
        span=_moved(block.span, whole),
        cells=tuple(_moved(cell, whole) for cell in block.cells),
        skips=tuple(_moved(skip, whole) for skip in block.skips),
    )
