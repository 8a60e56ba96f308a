"""Pages of PDFs as one picture to look at; written by hand, since nothing else here needs an imaging library."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

_GAP = 12


def sheet(pdfs: Sequence[bytes], to: Path, *, scale: float = 1.0) -> None:
    """All pages of `pdfs` in one picture, from left to right."""
    pages = [_rows(page, scale) for pdf in pdfs for page in pypdfium2.PdfDocument(pdf)]
    height = max(len(rows) for rows in pages)
    lines = []
    for number in range(height):
        line = bytearray()
        for rows in pages:
            line += rows[number] if number < len(rows) else b"\x80" * len(rows[0])
            line += b"\x80" * (3 * _GAP)
        lines.append(b"\x00" + bytes(line))
    width = (len(lines[0]) - 1) // 3
    to.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(b"".join(lines), 6))
        + _chunk(b"IEND", b"")
    )


def _rows(page: pypdfium2.PdfPage, scale: float) -> list[bytes]:
    drawn = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR)
    data = bytes(drawn.buffer)
    return [data[at : at + 3 * drawn.width] for at in range(0, drawn.stride * drawn.height, drawn.stride)]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
