"""What somebody wrote in an address or a form -> its value; none for what is no such thing, whoever wrote it."""

from datetime import date
from uuid import UUID

_MOST_DIGITS = 10


def identifier(text: str) -> UUID | None:
    """The identifier that `text` is; None for anything else, the empty text too."""
    try:
        return UUID(text)
    except ValueError:
        return None


def day_in(text: str) -> date | None:
    """The day that `text` is, written as 2026-11-28; None for anything else, the empty text too."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def whole(text: str) -> int:
    """The whole number that `text` is, as the version a form was based on; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS else 0
