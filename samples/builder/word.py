"""DOCX: styles, automatic or typed numbers, tables, page header and footer with fields."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

import docx
from builder.numbering import Numbering, element
from builder.source import Block, Run, Runs, Source, sides

EPOCH = (1980, 1, 1, 0, 0, 0)
FONTS = {
    "plain": ("Calibri", 10.5, "000000"),
    "modern": ("Calibri", 10.5, "1F6F78"),
    "lawfirm": ("Times New Roman", 11.0, "000000"),
    "twocolumn-annex": ("Arial", 9.5, "444444"),
}
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def set_fonts(document: Any, font: str, size: float, colour: str, language: str) -> None:
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Header", "Footer"):
        style = document.styles[name]
        style.font.name = font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [a for a in fonts.attrib if "theme" in a.lower()]:
            del fonts.attrib[attribute]
        for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{attribute}"), font)
    normal = document.styles["Normal"]
    normal.font.size = Pt(size)
    normal.paragraph_format.space_after = Pt(6)
    normal.element.get_or_add_rPr().append(element("lang", val=language))
    for name in ("Header", "Footer", "Title"):
        properties = document.styles[name].element.get_or_add_pPr()
        for child in list(properties):
            if child.tag in (qn("w:tabs"), qn("w:pBdr")):
                properties.remove(child)
    for name in ("Header", "Footer"):
        document.styles[name].font.size = Pt(8)
    for name, more in (("Title", 9), ("Heading 1", 5), ("Heading 2", 2), ("Heading 3", 0.5)):
        style = document.styles[name]
        style.font.size, style.font.bold = Pt(size + more), True
        style.font.color.rgb = RGBColor.from_string(colour)
    bullet = document.styles["List Bullet"].element.get_or_add_pPr()
    for child in list(bullet):
        if child.tag in (qn("w:numPr"), qn("w:ind")):
            bullet.remove(child)


def add_field(paragraph: Any, code: str) -> None:
    """A field that Word computes, with '1' as its last result."""
    for kind in ("begin", "code", "separate", "result", "end"):
        run = paragraph.add_run("1" if kind == "result" else "")
        if kind == "code":
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind != "result":
            run._r.append(element("fldChar", fldCharType=kind))


def fill_margin(paragraph: Any, template: str) -> None:
    """The page header or footer: left, a tab, right; page numbers as fields."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    left, right = sides(template)
    for piece in re.split(r"(\{pages?\})", f"{left}\t{right}" if right else left):
        if piece in ("{page}", "{pages}"):
            add_field(paragraph, "PAGE" if piece == "{page}" else "NUMPAGES")
        elif piece:
            paragraph.add_run(piece)


def fill(paragraph: Any, runs: Runs) -> None:
    for run in runs:
        parts = run.text.split("\n")
        for n, part in enumerate(parts, start=1):
            piece = paragraph.add_run(part)
            piece.bold, piece.italic = run.bold or None, run.italic or None
            if n < len(parts):
                piece.add_break()


class Writer:
    """Writes the blocks of one source into a Word document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.document: Any = docx.Document()
        self.font, self.size, self.colour = FONTS[source.meta.get("style", "plain")]
        self.automatic = source.meta.get("docx") == "auto"
        set_fonts(self.document, self.font, self.size, self.colour, LANGUAGES[source.meta.get("language", "nl")])
        self.numbering = Numbering(self.document.part.numbering_part.element)
        self.bullets = self.numbering.bullets()
        self.page_break = False

    def write(self) -> bytes:
        meta = self.source.meta
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        fill_margin(section.header.paragraphs[0], meta.get("header", ""))
        fill_margin(section.footer.paragraphs[0], meta.get("footer", ""))
        for block in self.source.blocks:
            if block.kind == "pagebreak":
                self.page_break = True
            elif block.kind == "columns":
                self.columns(block.level)
            elif block.kind == "table":
                self.table(block)
            else:
                self.paragraph(block)
        core = self.document.core_properties
        core.title, core.language = meta.get("title", ""), LANGUAGES[meta.get("language", "nl")]
        core.author = core.comments = core.last_modified_by = ""
        core.created = core.modified = dt.datetime.fromisoformat(meta.get("date", "2024-01-01"))
        core.revision = 1
        buffer = io.BytesIO()
        self.document.save(buffer)
        return repack(buffer.getvalue())

    def columns(self, count: int) -> None:
        properties = self.document.add_section(WD_SECTION.CONTINUOUS)._sectPr
        for old in properties.findall(qn("w:cols")):
            properties.remove(old)
        columns = element("cols", num=str(count), space="567")
        grid = properties.find(qn("w:docGrid"))
        if grid is None:
            properties.append(columns)
        else:
            grid.addprevious(columns)

    def table(self, block: Block) -> None:
        rows = block.all_rows
        table = self.document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
        if block.header:
            table.style = "Table Grid"
            table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
        for line, row in zip(table.rows, rows, strict=True):
            for place, cell in zip(line.cells, row, strict=False):
                paragraph = place.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2 if block.header else 8)
                fill(paragraph, [Run(r.text, bold=True) for r in cell] if row is block.header else cell)
                for run in paragraph.runs:
                    run.font.size = Pt(self.size - 1.5)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def paragraph(self, block: Block) -> None:
        styles = {"title": "Title", "bullet": "List Bullet", "heading": f"Heading {block.level - 1}"}
        paragraph = self.document.add_paragraph(style=styles.get(block.kind, "Normal"))
        if self.page_break:
            paragraph.paragraph_format.page_break_before = True
            self.page_break = False
        if block.number is not None:
            self.label(paragraph, block)
        elif block.kind == "heading" and block.level == 2:
            self.numbering.in_article = False
        elif block.kind == "bullet":
            self.attach(paragraph, self.bullets, 0)
        elif block.kind == "note":
            borders = element("pBdr")
            for side in ("top", "left", "bottom", "right"):
                borders.append(element(side, val="single", sz="6", space="6", color=self.colour))
            paragraph._p.get_or_add_pPr().append(borders)
        fill(paragraph, block.runs)

    def label(self, paragraph: Any, block: Block) -> None:
        """The number: Word's own, or typed before a tab."""
        if self.automatic:
            self.attach(paragraph, *self.numbering.number(block))
        elif block.kind == "heading":
            paragraph.add_run(block.label)
        else:
            paragraph.add_run(block.label.rstrip() + "\t")
            paragraph.paragraph_format.left_indent = Cm(1.25 + block.level)
            paragraph.paragraph_format.first_line_indent = Cm(-1 if block.level else -1.25)

    @staticmethod
    def attach(paragraph: Any, instance: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = instance


def repack(archive: bytes) -> bytes:
    """The same archive with a fixed time on every entry and without the template's thumbnail."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == "docProps/thumbnail.jpeg":
                continue
            data = old.read(name)
            if name == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, data)
    return out.getvalue()


def as_docx(source: Source) -> bytes:
    return Writer(source).write()
