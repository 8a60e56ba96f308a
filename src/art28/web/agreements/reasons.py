"""Codes of what went wrong with a file -> what to tell its owner, and what to do."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.document.model import ChangeKind, NoteCode
from art28.reading.errors import Unreadable
from art28.web.agreements.actions import Refusal

_REFUSALS: dict[str, str | Promise] = {
    Refusal.EMPTY: _("The file is empty. Choose the file that holds the agreement."),
    Refusal.TOO_LARGE: _("The file is too large: at most %(most)s MB. Split it, or leave the scans out."),
    Refusal.ALREADY_THERE: _("This file was put in before."),
    Refusal.FOLDER: _(
        "This compressed folder can't be unpacked: it is damaged, has a password, is empty or holds too much. "
        "Unpack it and put in the files."
    ),
    Refusal.MAIL: _(
        "No document is attached to this mail, or too many are. Save what holds the agreement as a file and put that in."
    ),
}
_UNREADABLE: dict[str, str | Promise] = {
    Unreadable.EMPTY: _("There is no text in this file. Put in the file that holds the agreement."),
    Unreadable.UNKNOWN_FORMAT: _(
        "This is not a document that can be read. Put it in as PDF, Word (DOCX), ODT, RTF, HTML or text."
    ),
    Unreadable.DAMAGED: _("The file is damaged. Open it in Word or a PDF reader, save it anew and put that in."),
    Unreadable.ENCRYPTED: _("The file has a password. Remove the password and put it in again."),
    Unreadable.TOO_LARGE: _("There is too much in this file. Put in the agreement alone."),
    Unreadable.TOO_MANY_PAGES: _("The file has too many pages. Put in the agreement alone."),
    Unreadable.BOMB: _("The file unpacks to far more than it holds, so it wasn't opened."),
    Unreadable.NO_TEXT: _(
        "The file holds pictures of text only, and none could be recognised in them. Put in the original, or a sharper scan."
    ),
    Unreadable.TOO_SLOW: _("Reading this file took too long. Save it anew, or put in another version."),
    Unreadable.ENCODING: _("The characters of this file can't be made out. Save it as UTF-8 text."),
    "no_agreement": _("Nothing in this file reads as a processor agreement. Put in the agreement itself."),
    "not_there": _(
        "The file is now read as holding fewer agreements, and this one is no longer among them. "
        "Compare it with the others in the file."
    ),
    "gave_up": _("Reading failed several times. Save the file anew and put that in."),
    "broke": _("The reader broke on this file. Save it anew, as PDF or DOCX, and put that in."),
}
_NOTES: dict[str, str | Promise] = {
    NoteCode.ENCODING_GUESSED: _("The character encoding was guessed."),
    NoteCode.PAGES_WITHOUT_TEXT: _("Some pages hold no text, only pictures."),
    NoteCode.TRACKED_CHANGES: _("The document has tracked changes; it was read with insertions in and deletions out."),
    NoteCode.COMMENTS: _("The document has comments; they are no part of its text."),
    NoteCode.HIDDEN_TEXT: _("The document has hidden text, which was left out."),
    NoteCode.FORM_FIELDS: _("The document has form fields."),
    NoteCode.EMBEDDED_FILES: _("The document has other files inside, which were not read."),
    NoteCode.RECOGNISED_TEXT: _(
        "The text of some pages was recognised in a picture. Compare names and figures with the document itself."
    ),
    NoteCode.SIGNATURES: _("The document was signed digitally; whether the signatures hold was not checked."),
    NoteCode.PICTURES: _("The document has pictures; words in them were not read."),
    NoteCode.EMPTY_FIELDS: _("The document has fields that were never filled, such as a reference without its number."),
    NoteCode.LINKS: _(
        "Words in the document lead to addresses that they do not show, and what stands there was not read:"
    ),
    NoteCode.LEFT_OUT: _("Part of the document is nested so deep that it was left out."),
}
_CHANGES: dict[str, str | Promise] = {
    ChangeKind.INSERTED: _("Inserted"),
    ChangeKind.DELETED: _("Deleted"),
    ChangeKind.MOVED_HERE: _("Moved here"),
    ChangeKind.MOVED_AWAY: _("Moved away"),
}


def refusal(code: Refusal) -> str:
    """Why a file was not taken in."""
    said = str(_REFUSALS[code])
    return said % {"most": settings.UPLOAD_MAX_BYTES // (1024 * 1024)} if code == Refusal.TOO_LARGE else said


def unreadable(code: str) -> str | Promise:
    """Why an agreement could not be read; empty for no reason."""
    return _UNREADABLE.get(code, _UNREADABLE["broke"]) if code else ""


def change(kind: str) -> str | Promise:
    """What a tracked change did."""
    return _CHANGES.get(kind, kind)


def note(code: str, detail: str = "") -> str:
    """What a reader wants known about how it read, with the pages or names that go with it; the code where it is new."""
    said = str(_NOTES.get(code, code))
    if not detail:
        return said
    match code:
        case NoteCode.RECOGNISED_TEXT | NoteCode.PAGES_WITHOUT_TEXT:
            return f"{said} {_('Pages')}: {detail}."
        case NoteCode.LINKS:
            return f"{said} {detail}"
        case NoteCode.EMBEDDED_FILES | NoteCode.SIGNATURES:
            return f"{said} ({detail})"
    return said
