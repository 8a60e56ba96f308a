"""Characters of symbol fonts -> the Unicode signs that a reader takes them for."""

import re

# Wingdings and Symbol keep their signs at the codes of ordinary letters; Office moves them to U+F000 and up.
_OFFSET = 0xF000
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○",
    0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0x22: "∀", 0x2A: "∗", 0x2D: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6D: "μ", 0x70: "π", 0xA3: "≤",
    0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB7: "•", 0xB9: "≠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©",
    0xE4: "™",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"}
_FONTS = (("wingdings", _WINGDINGS), ("symbol", _SYMBOL), ("webdings", _WEBDINGS))
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0be": "–", "\uf02d": "-"}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_UNKNOWN = "•"


def is_symbol_font(font: str | None) -> bool:
    """Whether a font shows signs where others show letters."""
    name = (font or "").casefold()
    return name.startswith("wingdings") or name in ("symbol", "webdings")


def symbol(code: int, font: str | None = None) -> str:
    """The sign at `code` of a symbol font; a bullet where it is not known, nothing for what prints nothing."""
    plain = code - _OFFSET if _OFFSET <= code <= _OFFSET + 0xFF else code
    name = (font or "").casefold()
    table = next((signs for prefix, signs in _FONTS if name.startswith(prefix)), None)
    if table is None and code == plain:
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
    if plain <= 0x20:
        return " " if plain == 0x20 else ""
    found = (table or _WINGDINGS).get(plain) or _SYMBOL.get(plain)
    if found is None and 0x30 <= plain <= 0x39 and table is _SYMBOL:
        return chr(plain)
    return found or _UNKNOWN


def bullet(text: str) -> str:
    """The bullet of a list; signs of symbol fonts as the sign that they stand for, a plain bullet where that isn't known."""
    signs = (_BULLETS.get(c, _UNKNOWN if "\ue000" <= c <= "\uf8ff" else c) for c in text)
    return "".join(signs).strip() or _UNKNOWN


def shown(text: str, font: str | None) -> str:
    """A text set in `font` as its reader sees it; characters in the private range of symbol fonts are signs in any font."""
    if is_symbol_font(font):
        return "".join(character if character.isspace() else symbol(ord(character), font) for character in text)
    if _PRIVATE.search(text):
        return "".join(symbol(ord(c), font) if "\uf020" <= c <= "\uf0ff" else c for c in text)
    return text
