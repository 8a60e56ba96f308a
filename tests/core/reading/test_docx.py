"""A Word document as its reader sees it: numbers computed, changes accepted, tables by cell, and no way out to the net."""

import io
import zipfile
from collections.abc import Callable

import pytest

from art28.document.flow import flow_of
from art28.document.model import BlockKind, Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.word.docx import read_docx

MakeDocx = Callable[..., bytes]

NUMBERING = """<w:numbering W_NS>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%4)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Article"/>
  <w:lvlText w:val="Artikel %1"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = """<w:styles W_NS>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="Artikel"/><w:basedOn w:val="Kop1"/>
 <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""


def paragraph(text: str, *, number: tuple[int, int] | None = None, style: str = "") -> str:
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        inside += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{inside}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes, limits: Limits | None = None) -> Document:
    return read_docx(data, name="overeenkomst.docx", sha256="0" * 64, limits=limits or Limits())


def lines(document: Document) -> list[str]:
    flow = flow_of(document)
    return [flow.text[line.start : line.end] for line in flow.lines]


def test_automatic_numbers_stand_in_the_text_as_word_prints_them(make_docx: MakeDocx) -> None:
    body = "".join(
        [
            paragraph("Beveiliging", number=(1, 0)),
            paragraph("Verwerker beveiligt.", number=(1, 1)),
            paragraph("door versleuteling;", number=(1, 2)),
            paragraph("door back-ups, te weten:", number=(1, 2)),
            paragraph("dagelijks;", number=(1, 3)),
            paragraph("Verwerker toetst.", number=(1, 1)),
            paragraph("Datalekken", number=(1, 0)),
            paragraph("Verwerker meldt.", number=(1, 1)),
            paragraph("per e-mail;", number=(1, 2)),
        ]
    )
    document = read(make_docx(body, {"numbering": NUMBERING}))
    assert lines(document) == [
        "1. Beveiliging",
        "1.1 Verwerker beveiligt.",
        "a) door versleuteling;",
        "b) door back-ups, te weten:",
        "(i) dagelijks;",
        "1.2 Verwerker toetst.",
        "2. Datalekken",
        "2.1 Verwerker meldt.",
        "a) per e-mail;",
    ]
    assert [block.label for block in document.blocks][:3] == ["1.", "1.1", "a)"]


def test_a_list_that_overrides_its_start_counts_anew(make_docx: MakeDocx) -> None:
    body = paragraph("een", number=(1, 0)) + paragraph("twee", number=(1, 0)) + paragraph("weer een", number=(4, 0))
    assert lines(read(make_docx(body, {"numbering": NUMBERING}))) == ["1. een", "2. twee", "1. weer een"]


def test_a_style_may_number_its_paragraphs_and_make_them_headings(make_docx: MakeDocx) -> None:
    body = paragraph("Duur", style="Article") + paragraph("Tekst.") + paragraph("Einde", style="Article")
    document = read(make_docx(body, {"numbering": NUMBERING, "styles": STYLES}))
    assert lines(document) == ["Artikel I Duur", "Tekst.", "Artikel II Einde"]
    assert document.blocks[0].kind is BlockKind.HEADING


def test_bullets_of_a_symbol_font_are_bullets(make_docx: MakeDocx) -> None:
    assert lines(read(make_docx(paragraph("namen", number=(3, 0)), {"numbering": NUMBERING}))) == ["• namen"]


def test_a_table_of_contents_stands_outside_the_flow(make_docx: MakeDocx) -> None:
    body = paragraph("Bijlage 1 Verwerkingen 7", style="Inhopg1") + paragraph("Partijen komen overeen.")
    assert lines(read(make_docx(body, {"styles": STYLES}))) == ["Partijen komen overeen."]


def test_tracked_insertions_are_read_deletions_left_out_and_both_noted(make_docx: MakeDocx) -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>binnen </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>48</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>24</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> uur</w:t></w:r></w:p>"
    )
    document = read(make_docx(body))
    assert document.text.strip() == "binnen 24 uur"
    assert [(note.code.value, note.detail) for note in document.notes] == [("tracked_changes", "inserted 1, deleted 1")]


def test_fields_show_their_result_and_not_their_code(make_docx: MakeDocx) -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>zie artikel </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText>REF _Ref123 \\r</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t>4.2</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    assert read(make_docx(body)).text.strip() == "zie artikel 4.2"


def test_rows_keep_their_cells_also_where_cells_are_merged(make_docx: MakeDocx) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    merged = '<w:vMerge w:val="restart"/>'
    body = (
        "<w:tbl>"
        f"<w:tr>{cell('Subverwerkers', '<w:gridSpan w:val=' + chr(34) + '2' + chr(34) + '/>')}</w:tr>"
        f"<w:tr>{cell('Wolkenveld B.V.', merged)}{cell('Nederland')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('Ierland')}</w:tr>"
        "</w:tbl>"
    )
    document = read(make_docx(body))
    cells = [[document.text[c.start : c.end] for c in block.cells] for block in document.blocks]
    assert cells == [["Subverwerkers"], ["Wolkenveld B.V.", "Nederland"], ["", "Ierland"]]


def test_footnotes_follow_their_paragraph_headers_stand_outside_the_flow(make_docx: MakeDocx) -> None:
    body = (
        "<w:p><w:r><w:t>Verwerker meldt.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:sectPr><w:headerReference r:id='header1'/></w:sectPr>"
    )
    notes = f"<w:footnotes W_NS><w:footnote w:id='2'>{paragraph('Ook in het weekend.')}</w:footnote></w:footnotes>"
    header = f"<w:hdr W_NS>{paragraph('Kaderlijn B.V.')}</w:hdr>"
    document = read(make_docx(body, {"footnotes": notes, "header1": header}))
    assert [block.kind for block in document.blocks] == [BlockKind.PAGE_HEADER, BlockKind.PARAGRAPH, BlockKind.NOTE]
    assert lines(document) == ["Verwerker meldt.", "1 Ook in het weekend."]


def test_hidden_text_is_left_out_and_noted(make_docx: MakeDocx) -> None:
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>intern</w:t></w:r><w:r><w:t>zichtbaar</w:t></w:r></w:p>"
    document = read(make_docx(body))
    assert document.text.strip() == "zichtbaar"
    assert document.notes[0].code.value == "hidden_text"


def refusal(data: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(UnreadableFile) as raised:
        read(data, limits)
    return raised.value.reason


def test_a_zip_bomb_is_refused_before_it_is_unpacked(make_docx: MakeDocx) -> None:
    data = make_docx(paragraph("x" * 20_000_000))
    assert len(data) < 100_000
    assert refusal(data) is Unreadable.BOMB


def test_an_archive_that_lies_about_its_size_is_stopped_while_unpacking(make_docx: MakeDocx) -> None:
    data = bytearray(make_docx(paragraph("x" * 200_000)))
    place = data.rindex(b"word/document.xml") - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(data), Limits(unpacked_bytes=100_000)) in (Unreadable.BOMB, Unreadable.DAMAGED)


@pytest.mark.parametrize(
    "entities",
    [
        "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(9, 0, -1)) + '<!ENTITY e0 "ha">',
        '<!ENTITY e9 SYSTEM "file:///etc/hostname">',
        '<!ENTITY e9 SYSTEM "http://localhost:9/">',
    ],
)
def test_a_part_that_declares_entities_is_refused(make_docx: MakeDocx, entities: str) -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:body><w:p><w:r><w:t>[&e9;]</w:t></w:r></w:p></w:body>"
    document = f'<!DOCTYPE w [{entities}]><w:document xmlns:w="{namespace}">{body}</w:document>'
    assert refusal(make_docx("", document=document)) in (Unreadable.BOMB, Unreadable.DAMAGED)


def test_a_template_or_picture_elsewhere_is_never_fetched(make_docx: MakeDocx) -> None:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    outside = (
        f'<Relationships xmlns="{package}"><Relationship Id="r1" TargetMode="External" Target="http://127.0.0.1:9/x.dotm" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        '<Relationship Id="r2" TargetMode="External" Target="file:///etc/hostname" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
    )
    buffer = io.BytesIO(make_docx(paragraph("Tekst.")))
    with zipfile.ZipFile(buffer) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts |= {"word/_rels/document.xml.rels": outside.encode(), "word/_rels/settings.xml.rels": outside.encode()}
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert read(changed.getvalue()).text == "Tekst.\n"


def test_a_document_cut_off_within_its_parts_is_refused(make_docx: MakeDocx) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document><w:body><w:p>")
    assert refusal(buffer.getvalue()) is Unreadable.DAMAGED
