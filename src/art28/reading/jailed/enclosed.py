"""A file out of a PDF <-> JSON: what crosses from the confined process that takes it out."""

import base64
import json

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jailed.wire import InvalidMessage


def packed_enclosed(content: bytes | None) -> bytes:
    """The file as bytes that cross; None for none."""
    return json.dumps({"enclosed": None if content is None else base64.b64encode(content).decode("ascii")}).encode(
        "ascii"
    )


def unpacked_enclosed(message: bytes, *, name: str, most: int) -> bytes | None:
    """The file in `message`; raises UnreadableFile where it holds a refusal, InvalidMessage where it holds neither."""
    try:
        plain = json.loads(message)
        if "reason" in plain:
            raise UnreadableFile(name, Unreadable(plain["reason"]), str(plain["message"]))
        content = plain["enclosed"]
        found = None if content is None else base64.b64decode(content, validate=True)
    except UnreadableFile:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidMessage(type(error).__name__) from None
    if found is not None and len(found) > most:
        raise InvalidMessage("larger than was asked for")
    return found
