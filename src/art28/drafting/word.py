"""A draft -> DOCX with real multilevel numbering, styles, header and footer, contents, references and tables; by python-docx.

The same draft gives the same bytes; numbers, references and contents are brought up to date by the program that opens it.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from art28.drafting.draft import words
from art28.drafting.model import Annex, Clause, Draft, Listing, Table
from art28.drafting.wordfields import (
    add_contents,
    add_field,
    add_styled,
    annex_mark,
    article_mark,
    bookmark,
    references,
)
from art28.drafting.wording import article_heading, cell_size, column_widths, is_close, page_word, signature_heading
from art28.typesetting.word import ACCENT, RULE, SOFT, packed, set_type
from docx import Document

_LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_ABSTRACT, _NUMBERING = 28, 28
_WIDTH = Mm(210 - 2 * 28)
_HUNDRED = 100
_CELL = {False: 9.5, True: 7.5}
"""How large the words of a table are, in points; smaller where many columns stand close together."""
# In the order of the schema, the nearest first.
_BEFORE_NUMBERS = ("widowControl", "framePr", "pageBreakBefore", "keepLines", "keepNext", "pStyle")
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)


def as_docx(draft: Draft) -> bytes:
    """The agreement as a Word document."""
    word: WordFile = Document(io.BytesIO(_form(draft.language)))
    _page(word, draft)
    title = add_styled(
        word,
        "Title",
        draft.title,
    )
    entries = []
    for paragraph in draft.opening:
        word.add_paragraph(paragraph)
    for article in draft.articles:
        heading = add_styled(
            word,
            "Heading 1",
            article.heading,
        )
        bookmark(heading, article_mark(article.number), article.number)
        entries.append((article_heading(article, draft.language), article_mark(article.number)))
        for clause in article.clauses:
            _clause(word, clause, draft)
    if draft.signatures:
        add_styled(word, "Unnumbered", signature_heading(draft.language))
        _signatures(word, draft)
    for number, annex in enumerate(draft.annexes, start=1):
        _annex(word, annex, number, draft)
        entries.append((annex.title, annex_mark(number)))
    add_contents(word, title, entries)
    return packed(word)


@cache
def _form(language: str) -> bytes:
    """A document without words: what all in a language have alike, made once."""
    word: WordFile = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    _numbering(word, language)
    _styles(word, language)
    return packed(word)


def _clause(word: WordFile, clause: Clause, draft: Draft) -> None:
    """A clause that counts by itself, or the words of another agreement under the number that they bear there."""
    paragraph = add_styled(word, "Apart" if clause.set_apart else "Clause")
    # A line that introduces words stays with them.
    paragraph.paragraph_format.keep_with_next = True if clause.text.endswith(":") else None
    if clause.set_apart and clause.number:
        paragraph.add_run(f"{clause.number}\t").font.color.rgb = SOFT
    if clause.set_apart:
        paragraph.add_run(clause.text)  # what it refers to stands there, not here
    else:
        _referring(paragraph, clause.text, draft)


def _referring(paragraph: Paragraph, text: str, draft: Draft) -> None:
    """Fill a paragraph in, its references to annexes and articles as fields."""
    for said, instruction in references(text, annexes=len(draft.annexes), articles=len(draft.articles)):
        if instruction:
            add_field(paragraph, instruction, said)
        elif said:
            paragraph.add_run(said)


def _page(word: WordFile, draft: Draft) -> None:
    section = word.sections[0]
    properties = word.core_properties
    properties.title, properties.author, properties.comments = draft.title, "", ""
    properties.created = properties.modified = _NO_DATE
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    names = [str(draft.facts[f"{role}.name"]) for role in ("controller", "processor") if f"{role}.name" in draft.facts]
    head.add_run(" – ".join(names))
    foot.add_run(f"{draft.title}\t\t{page_word(draft.language)} ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" / ")
    add_field(foot, "NUMPAGES", "1")
    above = _initials(foot, draft.language) if draft.initialled else ()
    for line in (head, foot):
        line.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    for line in (head, *above, foot):
        for run in line.runs:
            run.font.size, run.font.color.rgb = Pt(8), SOFT


def _initials(foot: Paragraph, language: str) -> tuple[Paragraph, ...]:
    """A line above the foot of every page, on which both sides write their initials."""
    said = words()[language]
    line = foot.insert_paragraph_before(f"{said['initials']}: {said['controller']} \t  {said['processor']} \t")
    line.paragraph_format.space_after = Pt(10)
    stops = line.paragraph_format.tab_stops
    for at in (_WIDTH * 5 // 8, _WIDTH):
        stops.add_tab_stop(at, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    return (line,)


def _numbering(word: WordFile, language: str) -> None:
    """Articles and clauses count by themselves: "Artikel 4." and under it "4.1"."""
    article = words()[language]["article"].split("{heading}")[0].strip().format(number="%1")
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl>'
        for level, (style, after, text, left) in enumerate(
            (("Heading1", "space", article, 0), ("Clause", "tab", "%1.%2", 680))
        )
    )
    numbering = word.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_ABSTRACT}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    if first is None:
        numbering.append(abstract)
    else:
        first.addprevious(abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_ABSTRACT}"/></w:num>')
    )


def _styles(word: WordFile, language: str) -> None:
    styles = word.styles
    normal = styles["Normal"]
    set_type(normal, 10.5)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(7), 1.15
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LOCALES[language])
    normal.element.get_or_add_rPr().append(spoken)
    set_type(styles["Title"], 19, bold=True)
    borders = styles["Title"].element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        styles["Title"].element.get_or_add_pPr().remove(borders)
    set_type(styles["Heading 1"], 12, ACCENT, bold=True)
    styles["Heading 1"].paragraph_format.space_before, styles["Heading 1"].paragraph_format.space_after = Pt(16), Pt(6)
    _numbered(styles["Heading 1"].element, 0)
    clause = styles.add_style("Clause", WD_STYLE_TYPE.PARAGRAPH)
    clause.base_style = normal
    _numbered(clause.element, 1)
    apart = styles.add_style("Apart", WD_STYLE_TYPE.PARAGRAPH)
    apart.base_style = normal
    _set_apart(apart)
    contents = styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    contents.base_style = normal
    contents.paragraph_format.space_after = Pt(2)
    cell = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = normal
    cell.font.size = Pt(_CELL[False])
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(3)
    cell.paragraph_format.line_spacing = 1.0
    close = styles.add_style("CellClose", WD_STYLE_TYPE.PARAGRAPH)
    close.base_style, close.font.size = cell, Pt(_CELL[True])
    unnumbered = styles.add_style("Unnumbered", WD_STYLE_TYPE.PARAGRAPH)
    unnumbered.base_style = normal
    set_type(unnumbered, 12, ACCENT, bold=True)
    unnumbered.paragraph_format.space_before, unnumbered.paragraph_format.keep_with_next = Pt(18), True
    annex = styles.add_style("Annex", WD_STYLE_TYPE.PARAGRAPH)
    annex.base_style = normal
    set_type(annex, 16, bold=True)
    annex.paragraph_format.page_break_before, annex.paragraph_format.keep_with_next = True, True
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), "0")
    annex.element.get_or_add_pPr().append(outline)


def _set_apart(apart: ParagraphStyle) -> None:
    """Words that take a place in another agreement: indented, with a line before them."""
    form = apart.paragraph_format
    form.left_indent, form.first_line_indent, form.space_after = Mm(27), Mm(-12), Pt(10)
    form.tab_stops.add_tab_stop(Mm(27))
    line = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="12" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    )
    properties = apart.element.get_or_add_pPr()
    properties.insert_element_before(line, "w:shd", "w:tabs", "w:spacing", "w:ind")


def _numbered(style: object, level: int) -> None:
    numbered = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{_NUMBERING}"/></w:numPr>')
    properties = style.get_or_add_pPr()  # type: ignore[attr-defined]
    before = [
        properties.find(qn(f"w:{name}"))
        for name in ("widowControl", "framePr", "pageBreakBefore", "keepLines", "keepNext", "pStyle")
    ]
    last = next((each for each in before if each is not None), None)
    if last is None:
        properties.insert(0, numbered)
    else:
        last.addnext(numbered)


def _signatures(word: WordFile, draft: Draft) -> None:
    table = word.add_table(rows=1, cols=len(draft.signatures))
    table.rows[0].height = Mm(44)
    for cell, lines in zip(table.rows[0].cells, draft.signatures, strict=True):
        cell.paragraphs[0].add_run(lines[0]).bold = True
        for line in lines[1:]:
            cell.add_paragraph(line)


def _annex(word: WordFile, annex: Annex, number: int, draft: Draft) -> None:
    _annex_heading(add_styled(word, "Annex"), annex, number)
    for part in annex.content:
        if isinstance(part, Listing):
            lead = word.add_paragraph(part.lead)
            lead.paragraph_format.keep_with_next = True
            for item in part.items:
                _referring(add_styled(word, "List Bullet"), item, draft)
        elif isinstance(part, Table):
            _table(word, part)
        else:
            word.add_paragraph(part)


def _annex_heading(paragraph: Paragraph, annex: Annex, number: int) -> None:
    """The word and its number, which counts by itself, in a bookmark that references show; then what it is called."""
    word, _, title = annex.title.partition(f" {number}:")
    if not title:
        paragraph.add_run(annex.title)
        bookmark(paragraph, annex_mark(number), _HUNDRED + number)
        return
    paragraph.add_run(f"{word} ")
    add_field(paragraph, "SEQ Annex \\* ARABIC", str(number))
    bookmark(paragraph, annex_mark(number), _HUNDRED + number)
    paragraph.add_run(f":{title}")


@dataclass(frozen=True, slots=True)
class _Cells:
    """How the words of a table's cells are set: their style, and in half points their size where the style's is too large."""

    style: str
    half_points: int


def _table(word: WordFile, part: Table) -> None:
    """A table, parsed as a whole: of each cell by itself, python-docx looks for the place of everything that goes into it."""
    shares = column_widths(part)
    widths = [round(_WIDTH * share / sum(shares) / Twips(1)) for share in shares]
    close = is_close(part)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = _Cells("CellClose" if close else "Cell", _half_points(part, close=close))
    head = _row(part.headings, widths, made, heads=True)
    rows = "".join(_row(cells, widths, made) for cells in part.rows)
    table = parse_xml(
        f"<w:tbl {nsdecls('w')}>{_form_of(close=close)}<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )
    word.element.body.insert_element_before(table, "w:sectPr")


def _form_of(*, close: bool) -> str:
    """Hairlines between rows; where many columns stand close together, between those too."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if close else ("bottom", "insideH")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in sides)
    left, indent = (60, 60) if close else (0, 0)
    return (
        f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblInd w:w="{indent}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/></w:tblPr>'
    )


def _half_points(part: Table, *, close: bool) -> int:
    """How large the words of a table are where its style has them too large for their columns; 0 where it hasn't."""
    size = cell_size(part)
    return round(2 * size) if size < _CELL[close] else 0


def _row(cells: Sequence[str], widths: Sequence[int], made: _Cells, *, heads: bool = False) -> str:
    under = (
        f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/></w:tcBorders>'
        if heads
        else ""
    )
    head = f'<w:b/><w:color w:val="{SOFT}"/>' if heads else ""
    size = f'<w:sz w:val="{made.half_points}"/><w:szCs w:val="{made.half_points}"/>' if made.half_points else ""
    type_ = f"<w:rPr>{head}{size}</w:rPr>" if head or size else ""
    written = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{under}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{made.style}"/></w:pPr>'
        f"<w:r>{type_}{_run_of(text)}</w:r></w:p></w:tc>"
        for text, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heads else ''}</w:trPr>{''.join(written)}</w:tr>"


def _run_of(text: str) -> str:
    """Text in a run, where a tab and the end of a line are elements."""
    said = escape(text)
    for mark, element in (("\t", "tab"), ("\n", "br")):
        said = said.replace(mark, f'</w:t><w:{element}/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{said}</w:t>'
