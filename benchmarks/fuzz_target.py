"""One part of art28 under a coverage-guided fuzzer: `fuzz_target.py NAME CORPUS [options of libFuzzer]`.

Bytes come in, a file is made of them, and reading it gives a document or a refusal in clear words. Anything else is a
crash, and so is processor time beyond what a file of that length may cost.
"""

import io
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType

import atheris

# Watching extraction takes seconds to set up, and readers don't call it.
_EXTRACTS = ("extraction", "runs")
_WATCHED = ["art28.document", "art28.extraction" if sys.argv[1:2] and sys.argv[1] in _EXTRACTS else "art28.reading"]

with atheris.instrument_imports(include=_WATCHED):
    from art28.extraction.extract import extract_each
    from art28.reading.errors import UnreadableFile
    from art28.reading.limits import Limits
    from art28.reading.read import read_document

SEPARATOR = b"\n=====\n"
DOCX_PARTS = ("document", "numbering", "styles", "footnotes", "comments")
# What an execution may take: so much in any case, and so much for each character. Watched code is about five times slower.
_SECONDS_AT_LEAST = 1.5
_SECONDS_A_CHARACTER = 100e-6
_RUN_LENGTH = 6_000
# Words, signs and names that patterns look for; a long run of a few of them is what makes an engine try everything twice.
PIECES = (
    *("CONTROLLER", "PROCESSOR", "SUBPROCESSOR", "Verwerker", "Verwerkingsverantwoordelijke", "verwerkt", "niet", "mag"),
    *("binnen", "24 uur", "30 dagen", "€ 1.000", "1 januari 2024", "Acme B.V.", "hierna", "artikel 1", "lid 2", "Bijlage"),
    *("datalek", "meldt", "shall", "not", "the", "of", "and", "of", "en", "de", "Jan", "van", "A", "a", "Aa", "7", "1.1"),
    *(" ", " ", " ", "\n", "\n\n", "\t", ".", ",", ";", ":", "(", ")", "[", "]", '"', "'", "*", "_", "-", "/", "|", "@", "#"),
    *("☐", "…", "\u00a0", "é", "%", "+31", "1234 AB", "NL", "www.", "a@b.example", "Kerkstraat", "(a)", "•", "__", "<", ">"),
)  # fmt: skip


class TooSlow(Exception):
    """An execution took more processor time than its length allows."""


def pdf(data: bytes) -> bytes:
    """A page whose content these bytes are; a whole PDF as it stands."""
    if data.startswith(b"%PDF"):
        return data
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream,
        font,
    )
    out = bytearray(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n")


def docx(data: bytes) -> bytes:
    """A package of the parts that these bytes are, in the order of DOCX_PARTS; a whole package as it stands."""
    if data.startswith(b"PK"):
        return data
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = "".join(
        f'<Relationship Id="{part}" Type="{office}/{part}" Target="{part}.xml"/>' for part in DOCX_PARTS[1:]
    )
    parts = {f"word/{name}.xml": part for name, part in zip(DOCX_PARTS, data.split(SEPARATOR), strict=False)}
    whole = f'<Relationships xmlns="{package}">{relations}</Relationships>'.encode()
    return packed({"[Content_Types].xml": b"<Types/>", "word/_rels/document.xml.rels": whole, **parts})


def odt(data: bytes) -> bytes:
    """A package of the content and the styles that these bytes are; a whole package as it stands."""
    if data.startswith(b"PK"):
        return data
    content, _, styles = data.partition(SEPARATOR)
    kind = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, **({"styles.xml": styles} if styles else {})})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def run(data: bytes) -> bytes:
    """A text that opens with a few pieces and then repeats a few others for long, closed by one more."""
    pieces = [PIECES[byte % len(PIECES)] for byte in data[2:14]]
    opening = data[0] % 4 if data else 0
    before, again = pieces[:opening], "".join(pieces[opening:-1]) or "a"
    text = "".join(before) + again * (_RUN_LENGTH // len(again)) + "".join(pieces[-1:])
    return text.encode()


def _read(data: bytes, name: str) -> None:
    read_document(data, name=name, limits=Limits())


def _extract(data: bytes, name: str) -> None:
    document = read_document(data, name=name, limits=Limits())
    for agreement in extract_each(document):
        for fact in agreement.facts.values():
            for citation in fact.citations:
                assert document.text[citation.start : citation.end] == citation.text, fact.key


def _as_it_is(data: bytes) -> bytes:
    return data


Target = tuple[Callable[[bytes], bytes], str, Callable[[bytes, str], None]]
TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "pdf": (pdf, "x.pdf", _read),
        "docx": (docx, "x.docx", _read),
        "odt": (odt, "x.odt", _read),
        "rtf": (_as_it_is, "x.rtf", _read),
        "html": (_as_it_is, "x.html", _read),
        "markdown": (_as_it_is, "x.md", _read),
        "text": (_as_it_is, "x.txt", _read),
        "extraction": (_as_it_is, "x.txt", _extract),
        "runs": (run, "x.txt", _extract),
    }
)
"""Name -> how its bytes become a file, the file's name, and what is done with it."""


def one_input(target: Target, data: bytes) -> None:
    """Carry out `target` on `data`; raises what goes wrong, TooSlow where it takes too long twice."""
    make, name, act = target
    file = make(data)
    allowed = _SECONDS_AT_LEAST + _SECONDS_A_CHARACTER * len(file)
    for last in (False, True):
        began = time.process_time()
        try:
            act(file, name)
        except UnreadableFile as refusal:
            if not str(refusal).startswith(f"{name}: "):
                raise
        took = time.process_time() - began
        if took <= allowed:
            return
        if last:
            raise TooSlow(f"{took:.1f} s for {len(file)} bytes, at most {allowed:.1f} s")


def main() -> None:
    """Feed the part that is named on the command line until the time is up."""
    name = sys.argv[1]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], lambda data: one_input(TARGETS[name], data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
