"""Log records -> lines without personal data: no text of an exception, no link that opens something."""

import logging
import re
import traceback
from types import TracebackType

_SECRET_PATH = re.compile(r"(/(?:notices/read|invitation|account/confirm-email|account/password/reset/key)/)[^/\s]+")
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Names the kind of error and where it happened; its message may quote an agreement, or a row that PostgreSQL refused."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without the tokens of links."""
        return _SECRET_PATH.sub(r"\1…", super().format(record))

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - the name that logging calls
        """Where it happened and the kinds of error that led to it, each without its message."""
        lines, error = [], ei[1]
        while error is not None:
            where = "".join(traceback.format_tb(error.__traceback__))
            lines.append(
                f"Traceback (most recent call last):\n{where}{type(error).__module__}.{type(error).__qualname__}"
            )
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)
