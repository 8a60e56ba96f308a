"""What can be wrong with a file, said so that its owner can act."""

from enum import StrEnum


class Unreadable(StrEnum):
    """Why a file could not be read."""

    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    BOMB = "bomb"
    NO_TEXT = "no_text"
    TOO_SLOW = "too_slow"
    ENCODING = "encoding"


class UnreadableFile(ValueError):
    """A file that can't be read: `reason` is the stable code, the message says what, where, why and what to do."""

    def __init__(self, name: str, reason: Unreadable, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name
        self.reason = reason
        self.message = message

    def __reduce__(self) -> tuple[type["UnreadableFile"], tuple[str, Unreadable, str]]:
        return type(self), (self.name, self.reason, self.message)
