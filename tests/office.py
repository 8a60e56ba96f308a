"""Word documents for tests, made with python-docx and XML of our own, and what LibreOffice makes of them."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import docx

BY = 'w:author="M. Jansen" w:date="2024-05-01T10:00:00Z"'
SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NUMBERING = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (form, text) in enumerate(
        (("decimal", "Artikel %1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"), ("lowerRoman", "(%4)"))
    )
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, depth: int) -> str:
    """A paragraph in the list."""
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(text)}</w:p>'


def cell(text: str, properties: str = "") -> str:
    """A cell of a table."""
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>'


def tracked(text: str, *, old: str, new: str, comment: str = "") -> bytes:
    """A Word document of `text`, a paragraph a line, in which `old` was changed to `new` and commented on."""
    made = docx.Document()
    for line in text.splitlines():
        before, found, after = line.partition(old)
        paragraph = made.add_paragraph("" if found else line)
        if not found:
            continue
        removed = f'<w:del w:id="1" {BY}><w:r><w:delText>{old}</w:delText></w:r></w:del>'
        added = f'<w:ins w:id="2" {BY}>{run(new)}</w:ins>'
        whole = parse_xml(f"<w:p {nsdecls('w')}>{run(before)}{removed}{added}{run(after)}</w:p>")
        for part in list(whole):
            paragraph._p.append(part)
        if comment:
            made.add_comment(paragraph.runs[0], text=comment, author="P. Smit", initials="PS")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def rich() -> bytes:
    """A Word document with one of each: a list of four levels, merged cells, notes, a box, a header, changes, a comment."""
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2000000" cy="600000"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Kader"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx><w:txbxContent><w:p>{run('Contact: avg@kaderlijn.example')}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>{grid}'
        f"<w:tr>{cell('Naam')}{cell('Plaats en land', '<w:gridSpan w:val=' + chr(34) + '2' + chr(34) + '/>')}</w:tr>"
        f"<w:tr>{cell('Wolkenveld B.V.', restart)}{cell('Delft')}{cell('Nederland')}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('Gent')}{cell('België')}</w:tr></w:tbl>"
    )
    body = (
        item("Melding", 0)
        + item("Verwerker meldt:", 1)
        + item("per e-mail;", 2)
        + item("te weten:", 2)
        + item("dagelijks.", 3)
        + f'<w:p>{run("Een inbreuk wordt gemeld")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" binnen ")}'
        f'<w:commentRangeStart w:id="0"/><w:del w:id="11" {BY}><w:r><w:delText>48</w:delText></w:r></w:del>'
        f'<w:ins w:id="12" {BY}>{run("24")}</w:ins>{run(" uur")}<w:commentRangeEnd w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r>{run(" na ontdekking.")}{run("Intern.", "<w:vanish/>")}</w:p>'
        + item("Slot", 0)
        + f"<w:p>{run('Tabel:')}{box}</w:p>"
        + table
        + f"<w:p>{run('a')}<w:r><w:tab/></w:r>{run('b')}<w:r><w:br/></w:r>{run('c  d')}</w:p>"
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    )
    parts = {
        "document": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "numbering": f'<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        f'{_NUMBERING}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "footnotes": f'<w:footnotes {_SPACES}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run("Ook in het weekend.")}</w:p></w:footnote></w:footnotes>',
        "comments": f'<w:comments {_SPACES}><w:comment w:id="0" {BY}><w:p>{run("Te kort?")}</w:p></w:comment></w:comments>',
        "header1": f"<w:hdr {_SPACES}><w:p>{run('Kaderlijn B.V.')}</w:p></w:hdr>",
    }
    return _package(parts)


def _package(parts: Mapping[str, str]) -> bytes:
    kinds = {"document": "document.main", "header1": "header"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_PARTS}.{kinds.get(name, name)}+xml"/>' for name in parts
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="{name}" Type="{office}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{relations}</Relationships>'
        )
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return buffer.getvalue()


SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "docx"


@cache
def samples_as(form: str) -> dict[str, bytes]:
    """The Word samples and the document with one of each ("rich") as LibreOffice saves them, by name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "rich.docx"
        source.write_bytes(rich())
        out = converted([*sorted(SAMPLES.glob("*.docx")), source], form, folder)
        return {path.stem: path.read_bytes() for path in sorted(out.glob(f"*.{form}"))}


def converted(paths: list[Path], form: str, folder: Path) -> Path:
    """The folder with what LibreOffice makes of the files in the form `odt`, `rtf` or `docx`."""
    assert SOFFICE is not None
    out = folder / form
    subprocess.run(
        [
            SOFFICE,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            form,
            "--outdir",
            out,
            *paths,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out


# What LibreOffice is asked to do with the tracked changes of a document: its own command for that, then saving.
_SETTLING = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, wanted As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(opened.CurrentController.Frame, ".uno:" &amp; wanted, "", 0, Array())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  opened.storeToURL(ConvertToURL(target), form())
  opened.close(True)
End Sub
</script:module>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""


def settled(path: Path, folder: Path, *, accept: bool) -> bytes:
    """The document with all its tracked changes accepted, or rejected, by LibreOffice itself."""
    assert SOFFICE is not None
    run_office = [SOFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    basic = folder / "profile" / "user" / "basic" / "Standard"
    if not basic.exists():
        # A profile that is made on the spot knows no macros yet.
        subprocess.run([*run_office, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(_SETTLING, encoding="utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (basic.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    wanted = "AcceptAllTrackedChanges" if accept else "RejectAllTrackedChanges"
    out = folder / f"{path.stem}-{wanted}.docx"
    macro = f'macro:///Standard.Module1.Settle("{path}","{out}","{wanted}")'
    subprocess.run([*run_office, macro], check=True, capture_output=True, timeout=120)
    return out.read_bytes()
