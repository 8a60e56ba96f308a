"""Where text hides in a Word document: boxes, controls, fields, symbols, notes, tables in tables, hidden runs."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx.oxml import parse_xml

import docx
from art28.document.model import BlockKind, Document
from art28.reading.limits import Limits
from art28.reading.word.docx import read_docx

MakeDocx = Callable[..., bytes]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def read(data: bytes) -> Document:
    return read_docx(data, name="overeenkomst.docx", sha256="0" * 64, limits=Limits())


def read_body(make_docx: MakeDocx, body: str, parts: dict[str, str] | None = None) -> Document:
    relationships = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    main = f"<w:document {SPACES} {relationships}><w:body>{body}</w:body></w:document>"
    return read(make_docx("", parts, document=main))


def notes(document: Document) -> dict[str, str]:
    return {note.code.value: note.detail for note in document.notes}


def box(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_that_is_written_twice_is_read_once_after_its_paragraph(make_docx: MakeDocx) -> None:
    document = read_body(make_docx, paragraph(run("Partijen:"), box("Kaderlijn B.V.")) + paragraph(run("Slot.")))
    assert document.text == "Partijen:\nKaderlijn B.V.\nSlot.\n"


def test_a_text_box_in_a_text_box_and_one_in_a_header_are_read_once(make_docx: MakeDocx) -> None:
    inner = box("Binnen")
    outer = box("Buiten").replace("</w:t></w:r></w:p></w:txbxContent>", f"</w:t></w:r>{inner}</w:p></w:txbxContent>")
    header = f"<w:hdr {SPACES}>{paragraph(box('Vertrouwelijk'))}</w:hdr>"
    body = paragraph(outer) + "<w:sectPr><w:headerReference r:id='header1'/></w:sectPr>"
    document = read_body(make_docx, body, {"header1": header})
    assert document.text == "Vertrouwelijk\nBuiten\nBinnen\n"
    assert document.blocks[0].kind is BlockKind.PAGE_HEADER


def test_words_drawn_as_a_watermark_are_read(make_docx: MakeDocx) -> None:
    shape = "<w:r><w:pict><v:shape><v:textpath string='CONCEPT'/></v:shape></w:pict></w:r>"
    header = f"<w:hdr {SPACES}>{paragraph(shape)}</w:hdr>"
    body = paragraph(run("Tekst.")) + "<w:sectPr><w:headerReference r:id='header1'/></w:sectPr>"
    document = read_body(make_docx, body, {"header1": header})
    assert document.text == "CONCEPT\nTekst.\n"


def test_pictures_and_embedded_files_are_named_in_a_note(make_docx: MakeDocx) -> None:
    picture = "<w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r>"
    document = read_body(make_docx, paragraph(run("Schema:"), picture) + "<w:altChunk r:id='rId9'/>")
    assert notes(document) == {"pictures": "1", "embedded_files": "1"}


CONTROLS = {
    "inline": paragraph(run("Naam: "), f"<w:sdt><w:sdtContent>{run('Wolkenveld')}</w:sdtContent></w:sdt>"),
    "block": f"<w:sdt><w:sdtContent>{paragraph(run('Naam: Wolkenveld'))}</w:sdtContent></w:sdt>",
    "nested": f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{paragraph(run('Naam: Wolkenveld'))}</w:sdtContent></w:sdt>"
    "</w:sdtContent></w:sdt>",
    "cell": f"<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>{paragraph(run('Naam:'))}</w:tc></w:sdtContent></w:sdt>"
    f"<w:tc>{paragraph(run('Wolkenveld'))}</w:tc></w:tr></w:tbl>",
    "row": f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{paragraph(run('Naam:'))}</w:tc>"
    f"<w:tc>{paragraph(run('Wolkenveld'))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
}


@pytest.mark.parametrize("place", CONTROLS)
def test_a_content_control_shows_its_content_wherever_it_stands(make_docx: MakeDocx, place: str) -> None:
    assert read_body(make_docx, CONTROLS[place]).text.split() == ["Naam:", "Wolkenveld"]


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ("<w:date><w:dateFormat w:val='d MMMM yyyy'/></w:date>", "1 mei 2024"),
        ("<w:dropDownList><w:listItem w:value='nl'/></w:dropDownList>", "Nederland"),
        ("<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>", "☒"),
    ],
)
def test_dates_lists_and_check_boxes_show_what_was_chosen(make_docx: MakeDocx, control: str, shown: str) -> None:
    body = paragraph(f"<w:sdt><w:sdtPr>{control}</w:sdtPr><w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>")
    assert read_body(make_docx, body).text == f"{shown}\n"


def test_a_control_that_still_shows_its_prompt_is_a_blank(make_docx: MakeDocx) -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    inline = f"<w:sdt>{prompt}<w:sdtContent>{run('Vul de naam in')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt>{prompt}<w:sdtContent>{paragraph(run('Kies een datum'))}</w:sdtContent></w:sdt>"
    document = read_body(make_docx, paragraph(run("Naam: "), inline) + block)
    assert document.text == "Naam: [Vul de naam in]\n[Kies een datum]\n"


def test_a_table_of_contents_in_a_control_stands_outside_the_flow(make_docx: MakeDocx) -> None:
    gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    body = f"<w:sdt>{gallery}<w:sdtContent>{paragraph(run('Inhoud'))}</w:sdtContent></w:sdt>{paragraph(run('Tekst.'))}"
    assert [block.kind for block in read_body(make_docx, body).blocks] == [BlockKind.CHROME, BlockKind.PARAGRAPH]


def field(code: str, result: str | None = None, data: str = "") -> str:
    shown = f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run(result)}" if result is not None else ""
    return (
        f"<w:r><w:fldChar w:fldCharType='begin'>{data}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>"
        f"{shown}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (field("REF _Ref1 \\r \\h", "4.2"), "4.2"),
        ("<w:fldSimple w:instr='REF _Ref1'><w:r><w:t>4.2</w:t></w:r></w:fldSimple>", "4.2"),
        ("<w:fldSimple w:instr='MERGEFIELD Klant'/>", "«Klant»"),
        (field("MERGEFIELD Klant \\* MERGEFORMAT", "«Klant»"), "«Klant»"),
        (field('MERGEFIELD "Naam klant"'), "«Naam klant»"),
        (field("MACROBUTTON NoMacro [Klik en typ de naam]"), "[Klik en typ de naam]"),
        (field("MACROBUTTON NoMacro Naam klant"), "[Naam klant]"),
        (field("FORMTEXT", "\u2002\u2002\u2002"), "[…]"),
        (field("FORMTEXT", "Wolkenveld"), "Wolkenveld"),
        (field("FORMCHECKBOX", data="<w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>"), "☒"),
        (field("FORMCHECKBOX", data="<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>"), "☐"),
        (
            field(
                "FORMDROPDOWN",
                data="<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='24 uur'/><w:listEntry w:val='48 uur'/>"
                "</w:ddList></w:ffData>",
            ),
            "48 uur",
        ),
        (field("SYMBOL 254 \\f Wingdings"), "☑"),
        (field('IF "ja" = "ja" "uur" "dag"', "uur"), "uur"),
        (field('INCLUDETEXT "http://files.example/deel.docx"', "Deel"), "Deel"),
        ("<w:hyperlink r:id='rId9'><w:r><w:t>avg@kaderlijn.example</w:t></w:r></w:hyperlink>", "avg@kaderlijn.example"),
    ],
)
def test_a_field_shows_its_result_or_what_stands_in_for_it(make_docx: MakeDocx, inside: str, text: str) -> None:
    document = read_body(make_docx, paragraph(run("- "), inside, run(" -")))
    assert document.text.split() == ["-", *text.split(), "-"]


def test_a_field_inside_a_field_shows_the_result_of_the_outer_one(make_docx: MakeDocx) -> None:
    nested = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>"
        f"{field('MERGEFIELD Soort', 'groot')}<w:r><w:instrText> = groot ja nee</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('ja')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    assert read_body(make_docx, paragraph(nested)).text == "ja\n"


def test_a_field_that_was_never_computed_is_named_in_a_note(make_docx: MakeDocx) -> None:
    document = read_body(make_docx, paragraph(run("zie artikel "), field("REF _Ref1 \\r"), run(".")))
    assert notes(document) == {"empty_fields": "1"}


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>op</w:t><w:softHyphen/><w:t>slag</w:t></w:r>", "opslag"),
        ("<w:r><w:t>AVG</w:t><w:noBreakHyphen/><w:t>kader</w:t></w:r>", "AVG\u2011kader"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t></w:r>", "a\nb c"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t> ja</w:t></w:r>", "☑ ja"),
        ("<w:r><w:sym w:font='Wingdings' w:char='00A8'/><w:t> nee</w:t></w:r>", "☐ nee"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 24</w:t></w:r>", "≥ 24"),
        (run("þ", "<w:rFonts w:ascii='Wingdings'/>") + run(" ja"), "☑ ja"),
        (run("\uf0fe ja"), "☑ ja"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>", "1"),
    ],
)
def test_signs_are_read_as_a_reader_sees_them(make_docx: MakeDocx, inside: str, text: str) -> None:
    assert read_body(make_docx, paragraph(inside)).text == f"{text}\n"


def test_text_that_its_style_hides_is_left_out_and_noted(make_docx: MakeDocx) -> None:
    styles = (
        "<w:styles W_NS><w:style w:type='character' w:styleId='Intern'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Uitleg'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    shown, hidden = run("uitleg", "<w:vanish w:val='0'/>"), "<w:r><w:t>weg</w:t></w:r>"
    body = (
        paragraph(run("Tekst"), run(" intern", "<w:rStyle w:val='Intern'/>"))
        + f"<w:p><w:pPr><w:pStyle w:val='Uitleg'/></w:pPr>{shown}{hidden}</w:p>"
    )
    document = read_body(make_docx, body, {"styles": styles})
    assert document.text == "Tekst\nuitleg\n"
    assert notes(document) == {"hidden_text": "2"}


def test_footnotes_and_endnotes_count_apart(make_docx: MakeDocx) -> None:
    body = paragraph(
        run("Een."), "<w:r><w:endnoteReference w:id='1'/></w:r>", "<w:r><w:footnoteReference w:id='1'/></w:r>"
    )
    parts = {
        "footnotes": f"<w:footnotes W_NS><w:footnote w:id='1'>{paragraph(run('Voet.'))}</w:footnote></w:footnotes>",
        "endnotes": f"<w:endnotes W_NS><w:endnote w:id='1'>{paragraph(run('Eind.'))}</w:endnote></w:endnotes>",
    }
    assert read_body(make_docx, body, parts).text == "Een.\ni Eind.\n1 Voet.\n"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def test_cells_keep_their_column_where_one_before_them_spans_several(make_docx: MakeDocx) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('Naam')}{cell('Plaats', wide)}{cell('Doel')}</w:tr>"
        f"<w:tr>{cell('Wolkenveld')}{cell('Delft')}{cell('NL')}{cell('Opslag')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('Gent')}{cell('BE')}{cell('Kopie')}</w:tr></w:tbl>"
    )
    document = read_body(make_docx, body)
    cells = [[document.text[c.start : c.end] for c in block.cells] for block in document.blocks]
    assert cells == [
        ["Naam", "Plaats", "", "Doel"],
        ["Wolkenveld", "Delft", "NL", "Opslag"],
        ["", "Gent", "BE", "Kopie"],
    ]


def test_a_table_in_a_cell_is_read_row_by_row(make_docx: MakeDocx) -> None:
    inner = f"<w:tbl><w:tr>{cell('Naam')}{cell('Functie')}</w:tr><w:tr>{cell('J. Jansen')}{cell('FG')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell('Contact')}<w:tc>{inner}{paragraph()}</w:tc></w:tr></w:tbl>"
    document = read_body(make_docx, body)
    (row,) = document.blocks
    assert [document.text[c.start : c.end] for c in row.cells] == ["Contact", "Naam Functie\nJ. Jansen FG"]


def test_what_is_nested_too_deep_is_named_in_a_note(make_docx: MakeDocx) -> None:
    body = paragraph(run("Diep."))
    for _ in range(40):
        body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    assert notes(read_body(make_docx, body + paragraph(run("Tekst.")))) == {"left_out": "1"}


def test_the_strict_namespace_reads_like_the_transitional_one() -> None:
    strict = "http://purl.oclc.org/ooxml"
    main = (
        f'<w:document xmlns:w="{strict}/wordprocessingml/main"><w:body>{paragraph(run("Tekst."))}</w:body></w:document>'
    )
    relation = (
        f'<Relationship Id="r1" Type="{strict}/officeDocument/relationships/officeDocument" Target="text/main.xml"/>'
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{relation}</Relationships>')
        archive.writestr("text/main.xml", main)
    assert read(buffer.getvalue()).text == "Tekst.\n"


def test_a_document_of_python_docx_reads_with_its_headings_lists_header_and_table() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Kaderlijn B.V."
    made.add_heading("Verwerkersovereenkomst", 0)
    made.add_heading("Duur", 1)
    made.add_paragraph("Eerste", style="List Number")
    made.add_paragraph("Tweede", style="List Number")
    made.add_paragraph("Punt", style="List Bullet")
    table = made.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Hoog"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Breed"
    table.cell(1, 1).text, table.cell(1, 2).text = "x", "y"
    box_xml = paragraph(box("In een kader.")).replace("<w:p>", f"<w:p {SPACES}>", 1)
    made.element.body.insert(1, parse_xml(box_xml))
    buffer = io.BytesIO()
    made.save(buffer)
    document = read(buffer.getvalue())
    assert document.text.splitlines() == [
        "Kaderlijn B.V.",
        "Verwerkersovereenkomst",
        "In een kader.",
        "Duur",
        "1. Eerste",
        "2. Tweede",
        "• Punt",
        "Hoog\tBreed",
        "\tx\ty",
    ]


def test_suggestions_that_google_docs_wraps_in_controls_are_read(make_docx: MakeDocx) -> None:
    tag = "<w:sdtPr><w:tag w:val='goog_rdk_0'/></w:sdtPr>"
    inside = f"<w:ins w:id='0' w:author='A'>{run('24')}</w:ins>"
    body = paragraph(run("binnen "), f"<w:sdt>{tag}<w:sdtContent>{inside}</w:sdtContent></w:sdt>", run(" uur"))
    document = read_body(make_docx, body)
    assert document.text == "binnen 24 uur\n"
    assert [change.text for change in document.changes] == ["24"]
