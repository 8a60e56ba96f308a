"""A mail that somebody saved -> the files attached to it that can hold an agreement, also those of mails within it."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePosixPath

from art28.reading.formats import SUFFIXES
from art28.web.agreements.actions import Upload

_TAKEN = frozenset({*SUFFIXES, ".zip", ".doc"})
"""By the end of their names; of a document of Word 2003 or older, what takes it in says what to do."""
_BY_TYPE = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_LONGEST_NAME = 255


class NothingAttached(Exception):
    """A mail without an attachment that can be read, or no mail at all."""


def is_mail(upload: Upload) -> bool:
    """Whether it is meant as a mail, by its name."""
    return upload.name.lower().endswith(".eml")


def attached(upload: Upload, *, most: int) -> list[Upload]:
    """The files attached that can hold an agreement: no pictures of signatures, no invitations. Raises `NothingAttached`."""
    try:
        message = email.message_from_bytes(upload.data, policy=email.policy.default)
        found = list(_attached(message, PurePosixPath(upload.name).stem))
    except Exception as error:  # whatever is wrong with a mail, the library may raise it
        raise NothingAttached(str(error)) from error
    if not found or len(found) > most:
        raise NothingAttached(f"{len(found)} files")
    return found


def _attached(message: EmailMessage, unnamed: str) -> Iterator[Upload]:
    for part in message.walk():
        if part.is_multipart():
            continue
        name = _named(part, unnamed)
        if name is None:
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data:
            yield Upload(name, part.get_content_type()[:120], data)


def _named(part: EmailMessage, unnamed: str) -> str | None:
    """What a part is called where it can hold an agreement; a body, which has no name, is none."""
    given = (part.get_filename() or "").replace("\x00", "").replace("\\", "/")
    name = PurePosixPath(given).name[-_LONGEST_NAME:]
    ending = _BY_TYPE.get(part.get_content_type(), "")
    if ending and PurePosixPath(name).suffix.lower() not in _TAKEN:
        return f"{name or unnamed}{ending}"
    return name if PurePosixPath(name).suffix.lower() in _TAKEN else None
