"""Files that can't be read, each bad in one way, and one that can."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import hostile

_PAGES_TOO_MANY = 501
_BOMB_BYTES = 40 * 1024 * 1024
GOOD = """Verwerkersovereenkomst

Zorginstelling De Linde, hierna: "Verwerkingsverantwoordelijke";
Dijkvaart Diensten B.V., hierna: "Verwerker";

Artikel 1. Inbreuken

1.1 Verwerker meldt een inbreuk in verband met persoonsgegevens binnen 36 uur nadat hij die heeft ontdekt aan
Verwerkingsverantwoordelijke.
"""


def pdf(*, pages: int = 1, text: str = "Verwerkersovereenkomst", encrypted: bool = False) -> bytes:
    """A PDF with the same line on each page; an encrypted one opens with no password that anybody has."""
    content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        *[
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        ]
        * pages,
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
    sealed = lock % (b"11" * 32, b"22" * 32, b"33" * 16, b"33" * 16) if encrypted else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, sealed, table)
    return bytes(out)


def docx_bomb() -> bytes:
    """A Word document of a few kilobytes that unpacks to forty megabytes of spaces."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * _BOMB_BYTES)
    return packed.getvalue()


def odt_bomb() -> bytes:
    """An OpenDocument text of a few kilobytes that unpacks to forty megabytes of spaces."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", b" " * _BOMB_BYTES)
    return packed.getvalue()


def truncated_pdf() -> bytes:
    """The first part of a PDF whose rest never arrived."""
    return pdf(pages=40)[:600]


def _ebcdic() -> bytes:
    return (GOOD * 5).replace("\n", " ").encode("cp037")


BAD: Mapping[str, tuple[bytes, str]] = MappingProxyType(
    {
        "empty.pdf": (b"", "the file is empty"),
        "truncated.pdf": (truncated_pdf(), "damaged"),
        "encrypted.pdf": (pdf(encrypted=True), "password"),
        "windows-program.pdf": (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(200), "a Windows program"),
        "linux-program.docx": (b"\x7fELF\x02\x01\x01" + bytes(200), "a Linux program"),
        "bomb.docx": (docx_bomb(), "far larger than an agreement"),
        "half-a-document.docx": (docx_bomb()[:500], "damaged"),
        "bomb-in-opendocument.odt": (odt_bomb(), "far larger than an agreement"),
        "half-an-opendocument.odt": (odt_bomb()[:500], "damaged"),
        "nested.rtf": (rb"{\rtf1" + b"{" * 100_000, "nested far deeper"),
        "half-a-rich-text.rtf": (rb"{\rtf1\ansi Verwerker verwerkt", "cut off"),
        "word-2003.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "save it as DOCX"),
        "unknown-encoding.txt": (_ebcdic(), "no text in UTF-8"),
        "too-many-pages.pdf": (pdf(pages=_PAGES_TOO_MANY), "501 pages"),
        "page-tree-cycle.pdf": (hostile.PDFS["page-tree-cycle"], "damaged"),
        "entities-of-a-file.docx": (hostile.OFFICE["entities-of-a-file.docx"], "damaged"),
        "entities-by-the-billion.odt": (hostile.OFFICE["entities-by-the-billion.odt"], "far larger than an agreement"),
        "nested-deep.docx": (hostile.OFFICE["nested.docx"], "far larger than an agreement"),
        "picture-only.pdf": (pdf(text=""), "text"),
    }
)
"""Name -> the bytes, and words of the one line that refuses them."""


def written(folder: Path) -> list[Path]:
    """The bad files in `folder`."""
    folder.mkdir(exist_ok=True)
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in BAD]
