"""Document <-> bytes that cross from the process that reads to the one that asked: JSON, never pickle.

The reading process handles hostile files, so what comes from it is checked: a document whose spans don't lie in its text
in order, or that isn't made of the expected parts, is refused.
"""

import json
from collections.abc import Sequence

from art28.document.model import (
    Block,
    BlockKind,
    Change,
    ChangeKind,
    Comment,
    Document,
    Link,
    NoteCode,
    Page,
    ReadingNote,
    Span,
)
from art28.reading.errors import Unreadable, UnreadableFile

_LONGEST_PROGRESS = 60
Plain = dict[str, object]


class InvalidMessage(ValueError):
    """What came over the wire is no document and no refusal."""


def packed_document(document: Document) -> bytes:
    """A document as bytes."""
    return _json(
        {
            "media_type": document.media_type,
            "extraction": document.extraction,
            "text": document.text,
            "blocks": [_packed_block(block) for block in document.blocks],
            "pages": [[page.number, page.span.start, page.span.end, page.recognised] for page in document.pages],
            "notes": [[note.code.value, note.detail] for note in document.notes],
            "changes": [
                [change.kind.value, change.span.start, change.span.end, change.text, change.author, change.when]
                for change in document.changes
            ],
            "comments": [
                [comment.span.start, comment.span.end, comment.text, comment.author, comment.when]
                for comment in document.comments
            ],
            "links": [[link.span.start, link.span.end, link.address] for link in document.links],
        }
    )


def packed_progress(page: int, pages: int) -> bytes:
    """That a page is about to be recognised, as bytes."""
    return _json({"progress": [page, pages]})


def progress_in(message: bytes) -> tuple[int, int] | None:
    """The page that is about to be recognised, and how many there are; None where the message says something else."""
    if not message.startswith(b'{"progress":') or len(message) > _LONGEST_PROGRESS:
        return None
    try:
        page, pages = json.loads(message)["progress"]
        return _whole(page), _whole(pages)
    except (ValueError, TypeError, KeyError) as error:
        raise InvalidMessage(type(error).__name__) from None


def packed_refusal(refusal: UnreadableFile) -> bytes:
    """Why a file was refused, as bytes."""
    return _json({"reason": refusal.reason.value, "message": refusal.message})


def unpacked(message: bytes, *, name: str, sha256: str) -> Document:
    """The document in `message`; raises UnreadableFile where it holds a refusal, InvalidMessage where it holds neither."""
    try:
        plain = json.loads(message)
        if "reason" in plain:
            raise UnreadableFile(name, Unreadable(plain["reason"]), str(plain["message"]))
        text = plain["text"]
        if not isinstance(text, str):
            raise InvalidMessage("a document's text is a string")
        document = Document(
            name,
            str(plain["media_type"]),
            sha256,
            str(plain["extraction"]),
            text,
            tuple(_block(entry) for entry in plain["blocks"]),
            tuple(_page(entry) for entry in plain["pages"]),
            tuple(ReadingNote(NoteCode(code), str(detail)) for code, detail in plain["notes"]),
            tuple(
                Change(ChangeKind(kind), Span(int(start), int(end)), str(said), str(author), str(when))
                for kind, start, end, said, author, when in plain["changes"]
            ),
            tuple(
                Comment(Span(int(start), int(end)), str(said), str(author), str(when))
                for start, end, said, author, when in plain["comments"]
            ),
            tuple(Link(Span(int(start), int(end)), str(address)) for start, end, address in plain["links"]),
        )
    except UnreadableFile:
        raise
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise InvalidMessage(type(error).__name__) from None
    _check(document)
    return document


def _json(plain: Plain) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def _packed_block(block: Block) -> list[object]:
    return [
        block.kind.value,
        block.span.start,
        block.span.end,
        block.page,
        block.label,
        block.level,
        [offset for cell in block.cells for offset in (cell.start, cell.end)],
        block.table,
        [offset for skip in block.skips for offset in (skip.start, skip.end)],
        block.continues,
    ]


def _page(entry: Sequence[object]) -> Page:
    number, start, end, recognised = entry
    return Page(_whole(number), Span(_whole(start), _whole(end)), None if recognised is None else _whole(recognised))


def _block(entry: Sequence[object]) -> Block:
    kind, start, end, page, label, level, cells, table, skips, continues = entry
    return Block(
        BlockKind(str(kind)),
        Span(_whole(start), _whole(end)),
        None if page is None else _whole(page),
        None if label is None else str(label),
        _whole(level),
        _spans(cells),
        None if table is None else _whole(table),
        _spans(skips),
        continues is True,
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a whole number, not {type(value).__name__}")
    return value


def _spans(flat: object) -> tuple[Span, ...]:
    if not isinstance(flat, list) or len(flat) % 2:
        raise TypeError("spans are pairs of offsets")
    return tuple(Span(_whole(flat[i]), _whole(flat[i + 1])) for i in range(0, len(flat), 2))


def _check(document: Document) -> None:
    """Blocks and pages follow each other within the text; cells and skips lie in their block, in order."""
    at = 0
    for block in document.blocks:
        if not at <= block.span.start <= block.span.end <= len(document.text):
            raise InvalidMessage("blocks out of order")
        at = block.span.end
        for spans in (block.cells, block.skips):
            inside = block.span.start
            for span in spans:
                if not inside <= span.start <= span.end <= block.span.end:
                    raise InvalidMessage("a cell outside its block")
                inside = span.end
    at = 0
    for page in document.pages:
        if not at <= page.span.start <= page.span.end <= len(document.text):
            raise InvalidMessage("pages out of order")
        at = page.span.end
    beside = [change.span for change in document.changes] + [comment.span for comment in document.comments]
    beside += [link.span for link in document.links]
    if any(span.end > len(document.text) for span in beside):
        raise InvalidMessage("a change, comment or link outside the text")
