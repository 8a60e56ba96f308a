"""Paper -> DOCX with real styles, running heads with page numbers and tables whose heads repeat; by python-docx.

The same paper gives the same bytes: the archive carries the paper's own date.
"""

from datetime import UTC
from xml.sax.saxutils import escape

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from art28.letters.paper import Paper, Part, Row
from art28.typesetting.word import ACCENT, INK, SOFT, packed, set_type
from docx import Document

_WIDTH_MM = 156
_COLUMNS_MM = (11, 62, 83)
_COLUMNS_OF_LONG_NUMBERS_MM = (16, 60, 80)
_SHORT = 2
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def as_docx(paper: Paper) -> bytes:
    """The paper as a Word document."""
    word: Word = Document()
    _page(word)
    _styles(word, paper)
    _running(word, paper)
    _properties(word, paper)
    _margin(word, paper)
    word.add_paragraph(paper.title, style="Title")
    for paragraph in paper.opening:
        word.add_paragraph(paragraph)
    for part in paper.parts:
        _part(word, part, paper)
    if paper.signature:
        _signature(word, paper)
    return packed(word)


def _part(word: Word, part: Part, paper: Paper) -> None:
    if part.heading:
        word.add_heading(part.heading, level=1)
    if part.rows:
        _questions(word, part.rows, paper)
    for paragraph in part.paragraphs:
        word.add_paragraph(paragraph, style="Small" if part.is_small else "Normal")


def _page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(27)
    section.top_margin, section.bottom_margin = Mm(34), Mm(28)
    section.header_distance, section.footer_distance = Mm(16), Mm(13)


def _styles(word: Word, paper: Paper) -> None:
    styles = word.styles
    normal = styles["Normal"]
    set_type(normal, 10.5, INK)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(7), 1.15
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[paper.language.value])
    normal.element.get_or_add_rPr().append(language)
    set_type(styles["Title"], 17, INK, bold=True)
    borders = styles["Title"].element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)
    styles["Title"].paragraph_format.space_after = Pt(12)
    set_type(styles["Heading 1"], 12, ACCENT, bold=True)
    styles["Heading 1"].paragraph_format.space_before = Pt(16)
    styles["Heading 1"].paragraph_format.space_after = Pt(6)
    for name, size, colour, bold in (
        ("Small", 9, SOFT, False),
        ("Margin", 10.5, INK, False),
        ("Cell", 10, INK, False),
        ("Question", 10, INK, True),
        ("Column", 8.5, SOFT, False),
        ("Running", 8, SOFT, False),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        set_type(style, size, colour, bold=bold)
        style.paragraph_format.space_after = Pt(6 if name == "Small" else 1)


def _running(word: Word, paper: Paper) -> None:
    section = word.sections[0]
    head = section.header.paragraphs[0]
    head.style = "Running"
    _to_the_right(head)
    name = head.add_run(paper.sender)
    name.font.size, name.font.bold, name.font.color.rgb = Pt(12), True, ACCENT
    mark = f"{paper.mark.upper()}  ·  " if paper.mark else ""
    right = head.add_run(f"\t{mark}{paper.standing}")
    right.font.size, right.font.color.rgb, right.font.bold = (
        Pt(8.5),
        ACCENT if paper.mark else SOFT,
        bool(paper.mark),
    )
    _rule(head, "bottom", "0C5460")
    if paper.mark:
        _watermark(head, paper.mark)
    foot = section.footer.paragraphs[0]
    foot.style = "Running"
    _to_the_right(foot)
    _rule(foot, "top", "C9C3B4")
    foot.add_run(f"{paper.title}\t{paper.words['page']} ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


_WATERMARK = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>
<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>
<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="draft" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{text}" stroked="f" fillcolor="#dfe9ea"
 style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:110pt;rotation:310;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin">
<v:textpath string="{text}" style="font-family:&quot;Cambria&quot;;font-weight:bold"/></v:shape></w:pict></w:r>"""  # noqa: E501


def _watermark(paragraph: Paragraph, text: str) -> None:
    """The word across the page, as Word itself draws one: a shape behind the text that hangs on the running head."""
    paragraph._p.append(parse_xml(_WATERMARK.format(text=escape(text.upper(), {'"': "&quot;"}))))


def _to_the_right(paragraph: Paragraph) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)


def _rule(paragraph: Paragraph, edge: str, colour: str) -> None:
    borders = OxmlElement("w:pBdr")
    rule = OxmlElement(f"w:{edge}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", colour)):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph._p.get_or_add_pPr().append(borders)


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A field as three runs and its last result, which Word renews."""
    for kind, text in (("begin", None), (None, instruction), ("separate", None), (None, None), ("end", None)):
        run = paragraph.add_run()
        if kind is not None:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if text is not None else "w:t")
            mark.text = text if text is not None else "1"
        run._r.append(mark)


def _properties(word: Word, paper: Paper) -> None:
    about = word.core_properties
    about.title, about.author, about.subject = paper.title, paper.sender, paper.about
    about.language, about.keywords, about.comments = _LOCALES[paper.language.value], paper.reference, ""
    about.created = about.modified = paper.dated.astimezone(UTC).replace(tzinfo=None)
    about.last_modified_by, about.revision = paper.sender, 1


def _margin(word: Word, paper: Paper) -> None:
    for label, value in paper.margin:
        line = word.add_paragraph(style="Margin")
        line.paragraph_format.tab_stops.add_tab_stop(Mm(30))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(30), Mm(-30)
        said = line.add_run(f"{label}\t")
        said.font.size, said.font.color.rgb = Pt(9), SOFT
        line.add_run(value)
    word.add_paragraph()


def _questions(word: Word, rows: tuple[Row, ...], paper: Paper) -> None:
    long = any(len(row.number) > _SHORT for row in rows)
    columns = _COLUMNS_OF_LONG_NUMBERS_MM if long else _COLUMNS_MM
    table = word.add_table(rows=1, cols=len(columns))
    table.autofit = False
    head = table.rows[0]
    _repeated(table)
    for cell, name in zip(head.cells, ("number", "question", "answer"), strict=True):
        _write(cell, paper.words[name], "Column")
        _edge(cell, "0C5460", "8")
    for row in rows:
        cells = table.add_row().cells
        _write(cells[0], row.number, "Cell")
        cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _write(cells[1], row.question, "Question")
        if row.note:
            cells[1].add_paragraph(row.note, style="Column")
        if row.changed:
            marked = cells[1].add_paragraph(style="Column").add_run(f"▪ {paper.words['changed']}")
            marked.font.bold, marked.font.color.rgb = True, ACCENT
        _answer(cells[2], row, paper)
        for cell in cells:
            _edge(cell, "C9C3B4", "4", shaded=row.changed)
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Mm(width)
    for line in table.rows:
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(line.cells, columns, strict=True):
            cell.width = Mm(width)
    word.add_paragraph()


def _answer(cell: _Cell, row: Row, paper: Paper) -> None:
    if row.answer is None:
        _write(cell, "", "Cell")
        unknown = cell.paragraphs[0].add_run(paper.words["unknown"])
        unknown.font.italic, unknown.font.color.rgb = True, SOFT
        cell.paragraphs[0].add_run(f" {row.why}")
        return
    first, *rest = row.answer.split("\n")
    _write(cell, first, "Cell")
    for line in rest:
        cell.add_paragraph(line, style="Cell")


def _write(cell: _Cell, text: str, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text)


def _repeated(table: Table) -> None:
    """The first row as the head of the table: repeated on each page, and known as such to readers of the screen."""
    for row in table.rows[:1]:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)


def _edge(cell: _Cell, colour: str, width: str, *, shaded: bool = False) -> None:
    properties = cell._tc.get_or_add_tcPr()
    borders = OxmlElement("w:tcBorders")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", width), ("space", "0"), ("color", colour)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties.append(borders)
    if shaded:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "EFF4F4")):
            shade.set(qn(f"w:{name}"), value)
        properties.append(shade)
    room = OxmlElement("w:tcMar")
    for side in ("top", "bottom"):
        space = OxmlElement(f"w:{side}")
        space.set(qn("w:w"), "70")
        space.set(qn("w:type"), "dxa")
        room.append(space)
    properties.append(room)


def _signature(word: Word, paper: Paper) -> None:
    greeting, *names = paper.signature
    opening = word.add_paragraph(greeting)
    opening.paragraph_format.space_before, opening.paragraph_format.space_after = Pt(20), Pt(24)
    opening.paragraph_format.keep_with_next = True
    for place, name in enumerate(names):
        line = word.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.keep_with_next = place < len(names) - 1
        line.add_run(name).font.bold = place == 0
