"""The fonts of an RTF file -> how the bytes set in each are read: by which code page, or as the signs of a symbol font."""

import codecs
from dataclasses import dataclass, field

from art28.reading.office.symbols import is_symbol_font, symbol

_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
_SYMBOLS = 2
FALLBACK = "cp1252"


@dataclass(slots=True)
class Font:
    """A font: the pieces of its name and its character set, None where the file's own holds."""

    pieces: list[str] = field(default_factory=list)
    charset: int | None = None

    @property
    def name(self) -> str:
        """The name, without what ends it."""
        return "".join(self.pieces).split(";")[0].strip()


@dataclass(slots=True)
class Fonts:
    """The fonts by number, and the code page of the file."""

    code_page: str = FALLBACK
    fonts: dict[int, Font] = field(default_factory=dict)
    # Code pages that this Python doesn't have; text in them was read as Windows-1252.
    unknown: set[str] = field(default_factory=set)

    def decoded(self, text: str, number: int | None) -> str:
        """The bytes of `text`, a character each, as they are read in the font of that number."""
        font = self.fonts.get(number) if number is not None else None
        if font is not None and (font.charset == _SYMBOLS or is_symbol_font(font.name)):
            name = font.name if is_symbol_font(font.name) else "symbol"
            return "".join(c if c.isspace() else symbol(ord(c), name) for c in text)
        if text.isascii():
            return text
        page = self.code_page
        if font is not None and font.charset not in (None, 1):
            page = _CHARSETS.get(font.charset or 0, page)
        return text.encode("latin-1").decode(self.usable(page), "replace")

    def usable(self, page: str) -> str:
        """`page`, or what is used in its place."""
        try:
            codecs.lookup(page)
        except (LookupError, ImportError, OSError):
            self.unknown.add(page)
            return FALLBACK
        return page
