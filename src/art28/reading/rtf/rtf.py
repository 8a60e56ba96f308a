"""RTF -> Document: paragraphs under the numbers written before them, tables, notes, headers; as accepted, not as tracked.

The same text as of a Word document: see `docx.py`. The numbers are those that the word processor wrote when it saved the
file (`\\listtext`), for readers that don't count themselves; where a file has none, they are counted by its lists.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from art28.document.model import BlockKind, Document, NoteCode, ReadingNote
from art28.reading.building.composing import Composer
from art28.reading.building.counting import written
from art28.reading.building.marked import joined
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.office.remarks import remarks_on
from art28.reading.rtf.reader import CutOff, RtfReader, TooDeep
from art28.reading.rtf.stream import RtfNote, RtfParagraph, RtfRow, Stream, columns_of, placed
from art28.reading.rtf.tokens import tokens

EXTRACTION = "rtf/1"
MEDIA_TYPE = "application/rtf"
_DEEPEST = 30
_NUMBERS = re.compile(rb"\\(?:listtext|pntext)\b")


def read_rtf(data: bytes, *, name: str, sha256: str) -> Document:
    """The document that a Rich Text file makes; raises UnreadableFile."""
    reader = RtfReader(writes_numbers=_NUMBERS.search(data) is not None)
    try:
        reader.read(tokens(data))
    except TooDeep:
        raise UnreadableFile(
            name,
            Unreadable.BOMB,
            "its parts are nested far deeper than an agreement can be: save the text to a new document and send that",
        ) from None
    except CutOff:
        raise UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the Rich Text document is cut off: open it in a word processor, save it anew and send that",
        ) from None
    writer = _Writer(reader)
    writer.margins("header", BlockKind.PAGE_HEADER)
    writer.blocks(reader.body, 0)
    writer.margins("footer", BlockKind.PAGE_FOOTER)
    composer = writer.composer
    changes = composer.changes()
    comments = composer.comments(reader.remarks)
    guessed = tuple(ReadingNote(NoteCode.ENCODING_GUESSED, page) for page in sorted(reader.fonts.unknown))
    return Document(
        name,
        MEDIA_TYPE,
        sha256,
        EXTRACTION,
        composer.text,
        tuple(composer.blocks),
        (),
        (*guessed, *remarks_on(changes, comments, reader.seen)),
        changes,
        comments,
        composer.links(),
    )


class _Writer:
    """Writes the blocks of what was read."""

    def __init__(self, reader: RtfReader) -> None:
        self._reader = reader
        self._noted = {False: 0, True: 0}
        self.composer = Composer()

    def margins(self, kind: str, block: BlockKind) -> None:
        """The headers or footers, each line once, as blocks outside the flow."""
        lines = (
            line.stripped() for name, stream in self._reader.margins if name.startswith(kind) for line in stream.lines()
        )
        seen: set[str] = set()
        for line in lines:
            if line.text and line.text not in seen:
                seen.add(line.text)
                self.composer.block(block, line)

    def blocks(self, stream: Stream, depth: int) -> None:
        """The blocks of a stream, rows that follow each other as one table."""
        if depth > _DEEPEST:
            self._reader.seen.too_deep += 1
            return
        for is_row, group in groupby(stream.parts, key=lambda part: isinstance(part, RtfRow)):
            if is_row:
                self._table([part for part in group if isinstance(part, RtfRow)], depth)
                continue
            for part in group:
                if isinstance(part, RtfParagraph):
                    self._paragraph(part, depth)

    def _paragraph(self, paragraph: RtfParagraph, depth: int) -> None:
        self.composer.paragraph(paragraph)
        for note in paragraph.notes:
            self._note(note)
        for box in paragraph.boxes:
            self.blocks(box, depth + 1)

    def _table(self, rows: Sequence[RtfRow], depth: int) -> None:
        paragraphs = [paragraph for row in rows for cell in row.cells for paragraph in cell]
        if all(len(row.cells) < 2 for row in rows):
            for paragraph in paragraphs:
                self._paragraph(paragraph, depth)
            return
        number = self.composer.next_table()
        columns = columns_of(rows)
        for row in rows:
            self.composer.row(placed(row, columns), table=number)
        for paragraph in paragraphs:
            for note in paragraph.notes:
                self._note(note)

    def _note(self, note: RtfNote) -> None:
        self._noted[note.is_endnote] += 1
        label = written(self._noted[note.is_endnote], "lowerRoman" if note.is_endnote else "decimal")
        said = joined(" ", [line.stripped() for line in note.stream.lines()])
        self.composer.block(BlockKind.NOTE, said.stripped().after(f"{label} "), label=label)
