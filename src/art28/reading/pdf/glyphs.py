"""The characters of a PDF's page -> text, one code point a character, read back where a font gives its glyphs' numbers."""

import ctypes
import re
from collections.abc import Iterator
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_NOT_PRINTED = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]")
# A font without a table of characters gives the numbers of its glyphs. In most those follow Apple's order of 258 glyphs:
# ASCII 29 behind, so that the space comes out as 3, then the Macintosh's own characters, with quotation marks and dashes.
_GLYPHS_BEHIND = 29
_GLYPH_SPACE = "\x03"
_ASCII_UNTIL, _NO_BREAK_SPACE, _LAST = 98, 172, 224
_MACINTOSH = bytes(range(0x80, 0x100)).decode("mac_roman")
_NUMBERED: dict[int, int | str] = {
    **{code: code + _GLYPHS_BEHIND for code in range(_ASCII_UNTIL) if chr(code) not in "\r\n "},
    **{code: _MACINTOSH[code - _ASCII_UNTIL] for code in range(_ASCII_UNTIL, _NO_BREAK_SPACE)},
    # The space that doesn't break has no glyph of its own.
    **{code: _MACINTOSH[code - _ASCII_UNTIL + 1] for code in range(_NO_BREAK_SPACE, _LAST)},
}
_MEANT_AS_SPACES = 0.05
_PLAUSIBLE = 0.85
_LIKELY = re.compile(r"[^\W_]|[ .,;:()'\r\n\ufffe-]")
_SMALL_LETTER = re.compile(r"[a-z]")
_MOST_SMALL = 0.3
_LONGEST_NAME = 200


def characters_of(textpage: pdfium.PdfTextPage) -> str:
    """The page's text, one code point a character of the page, so that both count alike."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    text: str = textpage.get_text_range()
    if len(text) != count:
        raw, code_at = textpage.raw, pdfium_c.FPDFText_GetUnicode
        codes = [code_at(raw, index) for index in range(count)]
        text = "".join([" " if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes])
    if text.count(_GLYPH_SPACE) >= _MEANT_AS_SPACES * count:
        text = _from_glyphs(text, textpage)
    return _NOT_PRINTED.sub(" ", text)


def _from_glyphs(text: str, textpage: pdfium.PdfTextPage) -> str:
    """`text`, read back from the numbers of glyphs in each font that gives those."""
    runs = [(font, text[start:end]) for font, start, end in _fonts(len(text), textpage)]
    written: dict[bytes, list[str]] = {}
    for font, run in runs:
        written.setdefault(font, []).append(run)
    numbered = {font for font, parts in written.items() if font and _gives_numbers("".join(parts))}
    return "".join([run.translate(_NUMBERED) if font in numbered else run for font, run in runs])


def _fonts(count: int, textpage: pdfium.PdfTextPage) -> Iterator[tuple[bytes, int, int]]:
    """The fonts of the page's characters in order, with where each begins and ends; b"" what PDFium put between them."""
    raw, name, flags = textpage.raw, ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()

    def font(index: int) -> bytes:
        length = pdfium_c.FPDFText_GetFontInfo(raw, index, name, _LONGEST_NAME, flags)
        return name.raw[: max(min(length, _LONGEST_NAME) - 1, 0)]

    for found, indexes in groupby(range(count), font):
        run = list(indexes)
        yield found, run[0], run[-1] + 1


def _gives_numbers(text: str) -> bool:
    """Whether all that a page writes in one font are the numbers of glyphs: its spaces say so, or else how it reads."""
    if _GLYPH_SPACE in text:
        return True
    if " " in text or len(_SMALL_LETTER.findall(text)) > _MOST_SMALL * len(text):
        return False
    shifted = text.translate(_NUMBERED)
    return len(_LIKELY.findall(shifted)) > _PLAUSIBLE * len(shifted)
