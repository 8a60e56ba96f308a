"""Files made for a test: PDFs word by word, Word documents part by part, each as small as what it shows allows."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import pytest

Words = Sequence[tuple[float, float, str]]
MakePdf = Callable[..., bytes]
MakeDocx = Callable[..., bytes]

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def rc4(key: bytes, data: bytes) -> bytes:
    """RC4, which the oldest encryption of PDF uses."""
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    found, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        found.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(found)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _references(pages: int, fields: Sequence[str]) -> str:
    return " ".join(f"{4 + 2 * pages + i} 0 R" for i in range(len(fields)))


def _content(words: Words, drawn: str) -> bytes:
    lines = b"".join(b"BT /F1 10 Tf %f %f Td (%s) Tj ET\n" % (x, y, _escaped(text)) for x, y, text in words)
    return lines + drawn.encode()


@pytest.fixture
def make_pdf() -> MakePdf:
    """A PDF of pages, each a list of (x, y, text).

    `drawn` is added to each page, `fields` are the annotations of the first, `password` encrypts the file.
    """

    def make(
        pages: Sequence[Words], *, drawn: str = "", fields: Sequence[str] = (), password: str | None = None
    ) -> bytes:
        count = len(pages)
        kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
        objects: dict[int, bytes] = {
            1: f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{_references(count, fields)}] >> >>".encode(),
            2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        }
        identifier = bytes(16)
        key, encryption = b"", b""
        if password is not None:
            padded = (password.encode() + _PADDING)[:32]
            owner = rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
            key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + identifier, usedforsecurity=False).digest()[:5]
            encryption = (
                b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
                + owner.hex().encode()
                + b"> /U <"
                + rc4(key, _PADDING).hex().encode()
                + b"> >> "
            )
        for i, words in enumerate(pages):
            page, stream = 4 + 2 * i, 5 + 2 * i
            data = _content(words, drawn)
            if key:
                salted = key + stream.to_bytes(3, "little") + b"\x00\x00"
                data = rc4(hashlib.md5(salted, usedforsecurity=False).digest()[:10], data)
            objects[page] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                f"/Contents {stream} 0 R /Annots [{_references(count, fields) if i == 0 else ''}] >>"
            ).encode()
            objects[stream] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
        for i, field in enumerate(fields):
            objects[4 + 2 * count + i] = f"<< /Type /Annot {field} /F 4 >>".encode()
        output = bytearray(b"%PDF-1.4\n")
        places: dict[int, int] = {}
        for number, body in objects.items():
            places[number] = len(output)
            output += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(output)
        output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        output += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
        output += b"trailer << /Size %d /Root 1 0 R %s/ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(objects) + 1, encryption, identifier.hex().encode(), identifier.hex().encode(), start,
        )  # fmt: skip
        return bytes(output)

    return make


@pytest.fixture
def make_docx() -> MakeDocx:
    """A Word document with this body and these parts beside it (styles, numbering, footnotes, comments, header1 …).

    `links` are the addresses of links by their ids; the ids of another part's are written "footnotes/rId1".
    """

    def make(
        body: str,
        parts: Mapping[str, str] | None = None,
        *,
        document: str | None = None,
        links: Mapping[str, str] | None = None,
    ) -> bytes:
        leading: dict[str, str] = {}
        for number, address in (links or {}).items():
            part, _, own = number.rpartition("/")
            leading[part or "document"] = leading.get(part or "document", "") + (
                f'<Relationship Id="{own}" Type="{_RELATIONSHIPS}/hyperlink" Target="{address}" TargetMode="External"/>'
            )
        parts = parts or {}
        relations = "".join(
            f'<Relationship Id="{name}" Type="{_RELATIONSHIPS}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
            for name in parts
        )
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        main = (
            document or f'<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATIONSHIPS}"><w:body>{body}</w:body></w:document>'
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{_RELATIONSHIPS}/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            leading["document"] = relations + leading.get("document", "")
            for part, related in leading.items():
                whole = f'<Relationships xmlns="{package}">{related}</Relationships>'
                archive.writestr(f"word/_rels/{part}.xml.rels", whole)
            archive.writestr("word/document.xml", main)
            for name, part in parts.items():
                archive.writestr(f"word/{name}.xml", part.replace("<w:", "<w:").replace("W_NS", f'xmlns:w="{_WORD}"'))
        return buffer.getvalue()

    return make
