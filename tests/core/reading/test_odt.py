"""An OpenDocument text as its reader sees it: numbers by list and outline, spans, sections, fields, and what is refused."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from art28.document.model import BlockKind, Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.read import read_document

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:style="{ODF}:style:1.0" '
    f'xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    f'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
TEXT = "application/vnd.oasis.opendocument.text"


def number(level: int, form: str = "1", *, shown: int = 1, suffix: str = ".", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" text:display-levels="{shown}" '
        f'style:num-suffix="{suffix}" {more}/>'
    )


LISTS = (
    f'<text:list-style style:name="L1">{number(1)}{number(2, shown=2, suffix="")}{number(3, "a", suffix=")")}'
    '</text:list-style><text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/></text:list-style>'
)


def content(body: str, styles: str = LISTS) -> str:
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def packed(main: str, parts: Mapping[str, str] | None = None, *, mimetype: str = TEXT) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("content.xml", main)
        for name, part in (parts or {}).items():
            archive.writestr(name, part)
    return buffer.getvalue()


def read(body: str, styles: str = LISTS, parts: Mapping[str, str] | None = None) -> Document:
    return read_document(packed(content(body, styles), parts), name="overeenkomst.odt", limits=Limits())


def lines(body: str, styles: str = LISTS) -> list[str]:
    return read(body, styles).text.splitlines()


def notes(document: Document) -> dict[str, str]:
    return {note.code.value: note.detail for note in document.notes}


def items(*inside: str) -> str:
    return "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_a_list_counts_by_nesting_and_a_second_paragraph_of_an_item_has_no_number() -> None:
    deepest = f"<text:list>{items(p('door opzegging'))}</text:list>"
    inner = f"<text:list>{items(p('Ingang.') + p('Toelichting.'), p('Einde:') + deepest)}</text:list>"
    body = f'<text:list text:style-name="L1">{items(p("Duur") + inner, p("Slot"))}</text:list>'
    assert lines(body) == ["1. Duur", "1.1 Ingang.", "Toelichting.", "1.2 Einde:", "a) door opzegging", "2. Slot"]


def test_a_list_continues_the_last_of_its_style_or_the_one_it_names_else_starts_anew() -> None:
    body = (
        f'<text:list xml:id="x" text:style-name="L1">{items(p("een"))}</text:list>{p("Tekst.")}'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{items(p("twee"))}</text:list>'
        f'<text:list text:style-name="L1">{items(p("opnieuw"))}</text:list>'
        f'<text:list text:style-name="L1" text:continue-list="x">{items(p("drie"))}</text:list>'
    )
    assert lines(body) == ["1. een", "Tekst.", "2. twee", "1. opnieuw", "3. drie"]


def test_an_item_may_start_elsewhere_and_a_list_header_has_no_number() -> None:
    body = (
        '<text:list text:style-name="L1"><text:list-header><text:p>Kop</text:p></text:list-header>'
        '<text:list-item text:start-value="5"><text:p>vijf</text:p></text:list-item>'
        f"{items(p('zes'))}</text:list>"
    )
    assert lines(body) == ["Kop", "5. vijf", "6. zes"]


def test_bullets_of_a_symbol_font_are_bullets() -> None:
    assert lines(f'<text:list text:style-name="L2">{items(p("namen"))}</text:list>') == ["• namen"]


@pytest.mark.parametrize(("sync", "label"), [("true", "bb."), ("false", "ab.")])
def test_letters_beyond_z_repeat_or_count_on(sync: str, label: str) -> None:
    level = number(1, "a", more=f'style:num-letter-sync="{sync}" text:start-value="28"')
    styles = f'<text:list-style style:name="L1">{level}</text:list-style>'
    assert lines(f'<text:list text:style-name="L1">{items(p("x"))}</text:list>', styles) == [f"{label} x"]


def test_headings_count_by_the_outline_unless_their_style_says_no() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-prefix="Artikel " style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:outline-style>'
        '<style:style style:name="Los" style:family="paragraph" style:list-style-name=""/>'
        '<style:style style:name="Title" style:family="paragraph"/>'
    )
    document = read(
        '<text:p text:style-name="Title">Overeenkomst</text:p>'
        '<text:h text:style-name="Los" text:outline-level="1">Begin</text:h>'
        '<text:h text:outline-level="1">Duur</text:h><text:h text:outline-level="2">Ingang</text:h>'
        '<text:h text:outline-level="1">Slot</text:h>',
        outline,
    )
    assert document.text.splitlines() == ["Overeenkomst", "Begin", "Artikel 1. Duur", "1.1 Ingang", "Artikel 2. Slot"]
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 0),
        (BlockKind.HEADING, 0),
        (BlockKind.HEADING, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 0),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("a<text:s text:c='3'/>b", "a   b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a\n   b", "a b"),
        ("zie <text:bookmark-ref text:reference-format='number'>4.2</text:bookmark-ref>", "zie 4.2"),
        ("<text:a>avg@kaderlijn.example</text:a>", "avg@kaderlijn.example"),
        ("Naam: <text:placeholder>&lt;naam&gt;</text:placeholder>", "Naam: <naam>"),
        ("<loext:content-control loext:showing-place-holder='true'>Kies</loext:content-control>", "[Kies]"),
        ("<loext:content-control loext:checkbox='true' loext:checked='true'></loext:content-control> ja", "☒ ja"),
        ("<text:ruby><text:ruby-base>AVG</text:ruby-base><text:ruby-text>a</text:ruby-text></text:ruby>", "AVG"),
    ],
)
def test_signs_and_fields_are_read_as_a_reader_sees_them(inside: str, text: str) -> None:
    assert read(p(inside)).text == f"{text}\n"


def test_hidden_text_and_sections_are_left_out_and_noted() -> None:
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    )
    body = p('Open<text:span text:style-name="T2"> dicht</text:span>') + (
        f'<text:section text:display="none">{p("Weg.")}</text:section><text:section>{p("Blijft.")}</text:section>'
    )
    document = read(body, styles)
    assert document.text == "Open\nBlijft.\n"
    assert notes(document) == {"hidden_text": "2"}


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text)}</table:table-cell>"


def test_cells_keep_their_column_where_others_span_several() -> None:
    covered = "<table:covered-table-cell/>"
    wide, high = 'table:number-columns-spanned="2"', 'table:number-rows-spanned="2"'
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"{cell('Naam')}{cell('Plaats', wide)}{covered}{cell('Doel')}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('Wolkenveld', high)}{cell('Delft')}{cell('NL')}{cell('Opslag')}</table:table-row>"
        f"<table:table-row>{covered}{cell('Gent')}{cell('BE')}{cell('Kopie')}</table:table-row></table:table>"
    )
    document = read(body)
    cells = [[document.text[c.start : c.end] for c in block.cells] for block in document.blocks]
    assert cells == [
        ["Naam", "Plaats", "", "Doel"],
        ["Wolkenveld", "Delft", "NL", "Opslag"],
        ["", "Gent", "BE", "Kopie"],
    ]


def test_a_row_that_is_repeated_without_end_is_read_within_bounds() -> None:
    row = f'<table:table-row table:number-rows-repeated="1000000000">{cell("a")}{cell("b")}</table:table-row>'
    assert len(read(f"<table:table>{row}</table:table>").blocks) <= 100


def test_boxes_are_read_pictures_and_objects_named_in_notes() -> None:
    frame = "<draw:frame><draw:text-box><text:p>In een kader.</text:p></draw:text-box></draw:frame>"
    picture = "<draw:frame><draw:image/></draw:frame>"
    thing = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    shape = "<draw:custom-shape><text:p>Concept</text:p></draw:custom-shape>"
    document = read(frame + p(f"Tekst.{picture}{thing}{shape}"))
    assert document.text == "In een kader.\nTekst.\nConcept\n"
    assert notes(document) == {"pictures": "1", "embedded_files": "1"}


def test_a_table_of_contents_stands_outside_the_flow() -> None:
    body = (
        f"<text:table-of-content><text:index-body>{p('Duur 2')}</text:index-body></text:table-of-content>{p('Tekst.')}"
    )
    assert [block.kind for block in read(body).blocks] == [BlockKind.CHROME, BlockKind.PARAGRAPH]


def test_an_insertion_over_several_paragraphs_is_kept_by_paragraph() -> None:
    by = "<office:change-info><dc:creator>A</dc:creator><dc:date>2024-05-01T10:00:00</dc:date></office:change-info>"
    region = f'<text:changed-region xml:id="c1"><text:insertion>{by}</text:insertion></text:changed-region>'
    changed = f"<text:tracked-changes>{region}</text:tracked-changes>"
    body = (
        changed
        + p('Een <text:change-start text:change-id="c1"/>twee')
        + p('drie<text:change-end text:change-id="c1"/> vier')
    )
    document = read(body)
    assert [(c.text, document.text[c.span.start : c.span.end]) for c in document.changes] == [
        ("twee", "twee"),
        ("drie", "drie"),
    ]


def test_headers_of_the_page_styles_stand_outside_the_flow() -> None:
    styles = (
        f"<office:document-styles {SPACES}><office:master-styles><style:master-page><style:header>{p('Kop')}</style:header>"
        f"<style:footer style:display='false'>{p('Niet getoond')}</style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    document = read(p("Tekst."), parts={"styles.xml": styles})
    assert [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks] == [
        ("page_header", "Kop"),
        ("paragraph", "Tekst."),
    ]


def test_a_flat_document_reads_like_a_zipped_one() -> None:
    flat = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:mimetype="{TEXT}">'
        f"<office:automatic-styles>{LISTS}</office:automatic-styles><office:body><office:text>"
        f'<text:list text:style-name="L1">{items(p("Duur"))}</text:list></office:text></office:body></office:document>'
    )
    document = read_document(flat.encode(), name="overeenkomst.fodt", limits=Limits())
    assert document.text == "1. Duur\n"


def refusal(data: bytes, limits: Limits | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        read_document(data, name="overeenkomst.odt", limits=limits or Limits())
    return raised.value


def test_an_encrypted_document_is_refused_with_what_to_do() -> None:
    manifest = '<manifest:manifest xmlns:manifest="urn:x"><manifest:encryption-data/></manifest:manifest>'
    error = refusal(packed("garbage", {"META-INF/manifest.xml": manifest}))
    assert error.reason is Unreadable.ENCRYPTED
    assert "password" in error.message


def test_another_kind_of_open_document_is_named() -> None:
    error = refusal(packed("<x/>", mimetype="application/vnd.oasis.opendocument.spreadsheet"))
    assert error.reason is Unreadable.UNKNOWN_FORMAT
    assert "a spreadsheet (OpenDocument)" in error.message


@pytest.mark.parametrize(
    "main",
    [
        content(p("x" * 20_000_000)),
        f'<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 10}">]>' + content(p("&b;")),
        '<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + content(p("&a;")),
        content("<text:section>" * 400 + p("diep") + "</text:section>" * 400),
        content(p("x"))[:200],
    ],
    ids=["bomb", "entities", "external", "nested", "cut off"],
)
def test_hostile_documents_end_in_a_clear_refusal(main: str) -> None:
    assert refusal(packed(main)).reason in (Unreadable.BOMB, Unreadable.DAMAGED)


def test_what_is_nested_too_deep_is_named_in_a_note() -> None:
    document = read(p("Tekst.") + "<text:section>" * 40 + p("Diep.") + "</text:section>" * 40)
    assert notes(document) == {"left_out": "1"}
