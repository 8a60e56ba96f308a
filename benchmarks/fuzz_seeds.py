"""The samples -> small files that a fuzzer starts from, and the words that it puts together."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lxml import etree

SAMPLES = Path(__file__).parent.parent / "samples"
SEPARATOR = b"\n=====\n"
_DOCX_PARTS = ("document", "numbering", "styles", "footnotes", "comments")
_CHARACTERS = 2_000
_PARAGRAPHS = 8
_LATENT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}latentStyles"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = (
    f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" '
    f'xmlns:table="{_ODF}:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<office:body><office:text><text:h text:outline-level="1">Artikel 1</text:h>'
    '<text:list><text:list-item text:start-value="2"><text:p>Verwerker meldt.</text:p></text:list-item></text:list>'
    '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a<text:s text:c="3"/><text:a xlink:href="https://a.example/b">c</text:a></text:p>'
    "</table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:text></office:body>"
    "</office:document-content>"
).encode()
_RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 A;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Artikel 1\par{\listtext 1.1\tab}"
    rb"Verwerker meldt \u8364? \'eb{\footnote noot}\par\trowd\cellx100\cellx200\intbl a\cell b\cell\row"
    rb'{\field{\*\fldinst HYPERLINK "https://a.example/b"}{\fldrslt x}}{\revised nieuw}{\deleted oud}\par}'
)
_RTF_LISTS = (
    rb"{\rtf1\ansi{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}"
    rb"{\listlevel\levelnfc4{\leveltext\'03\'00.\'01;}{\levelnumbers\'01\'03;}}\listid7}}{\*\listoverridetable"
    rb"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat9}\ls1}}"
    rb"\pard\ls1\ilvl0 Duur\par\pard\ls1\ilvl1 Een jaar\par}"
)
_PAGE = (
    b"BT /F1 10 Tf 70 700 Td (1.1 Verwerker meldt) Tj 0 -14 Td [(elk) -300 (datalek)] TJ ET\n"
    b"70 600 200 60 re S 70 630 m 270 630 l S BT /F1 10 Tf 75 640 Td (a) Tj 100 0 Td (b) Tj ET\n"
)
_DICTIONARY: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "BT ET Tf Td Tj TJ Tm Do re S m l cm q Q ' /F1 obj endobj stream xref trailer /Kids /Count",
        "docx": "<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> <w:tr> <w:tc> w:val= <w:gridSpan <w:vMerge <w:numPr> <w:ilvl "
        "<w:numId <w:start <w:ins <w:del <w:sdt> <w:fldChar <w:lvlText %1 &#0; 99999999999 -1",
        "odt": "<text:p> </text:p> <text:list> <text:list-item> <table:table> <table:table-row> <table:table-cell> text:c= "
        "table:number-columns-repeated= table:number-rows-repeated= text:start-value= 99999999999 -1",
        "rtf": r"{ } \\par \\cell \\row \\trowd \\intbl \\u8364? \\bin99 \\uc \\'eb {\\*\\ {\\footnote \\nestcell "
        r"\\ls1 \\ilvl1 \\leveltext \\levelstartat9 {\\*\\listtable",
        "html": "<p> </p> <table> <tr> <td colspan=99999> rowspan=9999 <ul> <ol start= value= <li> <br> &amp; <!-- <a>",
        "markdown": r"#\x20 ** |a| |---| -\x20 1.\x20 >\x20 ` [a](b) \\ <br> \x0a\x0a \x20\x20\x20\x20",
    }
)
# Words of agreements, as libFuzzer writes white space.
_WORDS = (
    r"Verwerker\x20 Verantwoordelijke\x20 meldt\x20 datalek\x20 binnen\x20 24\x20uur niet\x20 Bijlage\x201 1.1\x20 "
    r"Artikel\x202 B.V. hierna\x20 subverwerker\x20 .\x20 \x0a \x0a\x0a \x0c \x09 (a)\x20 :\x20 EUR\x201.000"
)


def seeds_of(target: str) -> tuple[bytes, ...]:
    """The small files from which `target` starts."""
    if target == "pdf":
        return (
            _PAGE,
            b"%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>",
        )
    if target == "docx":
        return tuple(map(_shortened, sorted((SAMPLES / "docx").glob("*.docx"))))
    if target == "odt":
        return (_ODT, _ODT + SEPARATOR + _ODT)
    if target == "rtf":
        return (_RTF, _RTF_LISTS)
    if target == "runs":
        return tuple(bytes(range(start, start + 14)) for start in range(0, 80, 10))
    kind = target if target in ("html", "markdown") else "text"
    return tuple(_pieces(sorted((SAMPLES / kind).iterdir())))


def dictionary_of(target: str) -> str:
    """What `target` is put together from, as libFuzzer reads it."""
    return "".join('"' + word.replace('"', '\\"') + '"\n' for word in _DICTIONARY.get(target, _WORDS).split())


def _pieces(files: list[Path]) -> list[bytes]:
    """From each file the beginning, and one piece further on, so that together they touch on every part."""
    found = []
    for number, file in enumerate(files):
        text = file.read_text(encoding="utf-8")
        at = len(text) * (number + 1) // (len(files) + 1)
        found += [text[:_CHARACTERS].encode(), text[at : at + _CHARACTERS].encode()]
    return found


def _shortened(file: Path) -> bytes:
    """The parts of a Word document with no more than its first paragraphs and tables."""
    parts = []
    with zipfile.ZipFile(file) as archive:
        for name in _DOCX_PARTS:
            path = f"word/{name}.xml"
            if path not in archive.namelist():
                parts.append(b"<w/>")
                continue
            root = etree.fromstring(archive.read(path), etree.XMLParser(resolve_entities=False))
            body = root[0] if name == "document" else root
            for latent in root.findall(_LATENT):
                root.remove(latent)
            for surplus in body[_PARAGRAPHS:]:
                body.remove(surplus)
            parts.append(etree.tostring(root))
    return SEPARATOR.join(parts)
