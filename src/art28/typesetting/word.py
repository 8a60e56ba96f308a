"""What every Word document of ours has: its type and colours, and an archive that is the same bytes each time."""

import io
import zipfile
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

INK, SOFT, ACCENT = RGBColor(0x1A, 0x20, 0x22), RGBColor(0x46, 0x50, 0x52), RGBColor(0x0C, 0x54, 0x60)
RULE = RGBColor(0xC9, 0xC3, 0xB4)
_FONT = "Cambria"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def set_type(style: Any, size: float, colour: RGBColor = INK, *, bold: bool = False) -> None:
    """Give a style our type, in `size` points, above what a theme would give it."""
    font = style.font
    font.name, font.size, font.bold, font.color.rgb = _FONT, Pt(size), bold, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def packed(word: Word) -> bytes:
    """The document as an archive whose entries carry one fixed time."""
    for name, relation in list(word.part.rels.items()):
        if relation.reltype.endswith(
            "/stylesWithEffects"
        ):  # a second copy of the styles for Word 2010, which would differ
            word.part.rels.pop(name)
    written = io.BytesIO()
    word.save(written)
    kept = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            made = zipfile.ZipInfo(entry.filename, _EARLIEST)
            made.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(made, source.read(entry))
    return kept.getvalue()
