"""The bytes of a PDF -> whether something drawn in it unpacks to far more than any page holds, told before it is opened.

PDFium takes apart all that a page draws when the page is opened: some seconds for a hundred megabytes. Pictures and fonts
may well be that large, and are not taken apart then.
"""

import re
import zlib

_MIB = 1024 * 1024
# A page full of drawings has a few megabytes; text seldom has one.
_MOST_UNPACKED = 24 * _MIB
# Deflate makes at most 1032 bytes of one, so that less than this can't come to more than that.
_FEWEST_PACKED = _MOST_UNPACKED // 1032
_LONGEST_DICTIONARY = 2_000
_STREAM = b"stream"
_END = b"endstream"
_NO_DRAWING = re.compile(
    rb"/Image\b|/Length1\b|/FontFile|/Type1C|/CIDFontType0C|/OpenType|/ObjStm|/XRef|/EmbeddedFile|/Metadata"
)


def is_bomb(data: bytes) -> bool:
    """Whether a deflated stream that may be drawn unpacks to more than a page can need."""
    at = data.find(_STREAM)
    while at >= 0:
        start = at + len(_STREAM)
        end = data.find(_END, start)
        if end < 0:
            end = len(data)
        if end - start > _FEWEST_PACKED and _is_drawn(data, at) and _unpacks_beyond(data, start, end):
            return True
        at = data.find(_STREAM, end + len(_END))
    return False


def _is_drawn(data: bytes, stream: int) -> bool:
    """Whether the dictionary before a stream says that it is deflated and may be drawn."""
    dictionary = data[max(0, stream - _LONGEST_DICTIONARY) : stream]
    dictionary = dictionary[dictionary.rfind(b" obj") + 1 :]
    return b"/Fl" in dictionary and _NO_DRAWING.search(dictionary) is None


def _unpacks_beyond(data: bytes, start: int, end: int) -> bool:
    packed = memoryview(data)[start:end]
    skipped = 2 if data[start : start + 2] == b"\r\n" else 1
    unpacker = zlib.decompressobj()
    unpacked = 0
    pending: bytes | memoryview = packed[skipped:]
    try:
        while unpacked <= _MOST_UNPACKED and not unpacker.eof:
            piece = unpacker.decompress(pending, _MIB)
            if not piece:
                break
            unpacked += len(piece)
            pending = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return unpacked > _MOST_UNPACKED
