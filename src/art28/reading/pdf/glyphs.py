"""The characters of a PDF's page -> text, one code point a character, read back where a font gives its glyphs' numbers."""

import re

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_NOT_PRINTED = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]")
# A font without a table of characters gives the numbers of its glyphs; in most, those run 29 behind ASCII, and the space
# comes out as 3.
_GLYPHS_BEHIND = 29
_GLYPH_SPACE = "\x03"
_MEANT_AS_SPACES = 0.05
_PLAUSIBLE = 0.85
_SHIFTED = {code: code + _GLYPHS_BEHIND for code in range(0x60) if chr(code) not in "\r\n "}
_LIKELY = re.compile(r"[^\W_]|[ .,;:()'\r\n\ufffe-]")


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
    return _NOT_PRINTED.sub(" ", _from_glyphs(text))


def _from_glyphs(text: str) -> str:
    """`text`, read back from the numbers of glyphs where that is what the file holds."""
    if text.count(_GLYPH_SPACE) < _MEANT_AS_SPACES * len(text):
        return text
    lines = re.split(r"(?<=\n)", text)
    return "".join([_shifted(line) if _GLYPH_SPACE in line or " " not in line.strip() else line for line in lines])


def _shifted(line: str) -> str:
    shifted = line.translate(_SHIFTED)
    likely = len(_LIKELY.findall(shifted))
    return shifted if likely > _PLAUSIBLE * len(shifted) else line
