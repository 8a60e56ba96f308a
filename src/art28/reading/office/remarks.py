"""What a reader of an office format left out or settled -> the notes that say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from art28.document.model import Change, ChangeKind, Comment, NoteCode, ReadingNote


@dataclass(slots=True)
class Losses:
    """What was met and not read: how many stretches of hidden text, pictures, embedded files, fields without a result;
    and how many parts were nested too deep to be read."""

    hidden: int = 0
    pictures: int = 0
    embedded: int = 0
    empty_fields: int = 0
    too_deep: int = 0


def remarks_on(changes: Sequence[Change], comments: Sequence[Comment], losses: Losses) -> tuple[ReadingNote, ...]:
    """The notes on a reading, the text's own history first."""
    notes: list[ReadingNote] = []
    if changes:
        notes.append(ReadingNote(NoteCode.TRACKED_CHANGES, _counted(changes)))
    counted = (
        (NoteCode.COMMENTS, len(comments)),
        (NoteCode.HIDDEN_TEXT, losses.hidden),
        (NoteCode.PICTURES, losses.pictures),
        (NoteCode.EMBEDDED_FILES, losses.embedded),
        (NoteCode.EMPTY_FIELDS, losses.empty_fields),
        (NoteCode.LEFT_OUT, losses.too_deep),
    )
    notes += [ReadingNote(code, str(count)) for code, count in counted if count]
    return tuple(notes)


def _counted(changes: Sequence[Change]) -> str:
    inserted = sum(change.kind is ChangeKind.INSERTED for change in changes)
    deleted = sum(change.kind is ChangeKind.DELETED for change in changes)
    moved = sum(change.kind is ChangeKind.MOVED_HERE for change in changes)
    return f"inserted {inserted}, deleted {deleted}" + (f", moved {moved}" if moved else "")
