"""ODT -> Document: paragraphs with the numbers that the office suite computes, tables, notes, headers; as accepted.

The same text as of a Word document: see `docx.py`. A flat document, one XML file, is read like a zipped one.
"""

from collections.abc import Iterator

from lxml import etree

from art28.document.model import BlockKind, Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.odt.body import OdtWalker
from art28.reading.odt.styles import OdtStyles
from art28.reading.odt.text import revisions_of
from art28.reading.office.package import Package, attribute, child, children, local, parsed
from art28.reading.office.remarks import remarks_on

EXTRACTION = "odt/1"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_HEADERS = frozenset({"header", "header-left", "header-first"})
_FOOTERS = frozenset({"footer", "footer-left", "footer-first"})


def read_odt(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """The document that an OpenDocument text makes; raises UnreadableFile."""
    content, styled = _roots(data, name, limits)
    body = child(child(content, "body"), "text")
    if body is None:
        raise UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the OpenDocument file has no text: open it in a word processor, save it as text (ODT) and send that",
        )
    walker = OdtWalker(OdtStyles((styled, content)), revisions_of(child(body, "tracked-changes")))
    _margins(walker, styled, _HEADERS, BlockKind.PAGE_HEADER)
    walker.body(body)
    _margins(walker, styled, _FOOTERS, BlockKind.PAGE_FOOTER)
    composer = walker.composer
    changes = composer.changes()
    comments = composer.comments(walker.reader.remarks)
    return Document(
        name,
        MEDIA_TYPE,
        sha256,
        EXTRACTION,
        composer.text,
        tuple(composer.blocks),
        (),
        remarks_on(changes, comments, walker.reader.seen),
        changes,
        comments,
        composer.links(),
    )


def _roots(data: bytes, name: str, limits: Limits) -> tuple[etree._Element | None, etree._Element | None]:
    """The roots of content and styles, which are one in a flat document."""
    if not data.startswith(b"PK"):
        root = parsed(data, name=name)
        return root, root
    package = Package(data, name=name, limits=limits)
    if package.holds(_MANIFEST, b"encryption-data"):
        raise UnreadableFile(
            name,
            Unreadable.ENCRYPTED,
            "the document has a password: open it, remove the password and send it again",
        )
    return package.part("content.xml"), package.part("styles.xml")


def _margins(walker: OdtWalker, styled: etree._Element | None, names: frozenset[str], kind: BlockKind) -> None:
    """The headers or footers of the document's page styles, each line once, as blocks outside the flow."""
    written: set[str] = set()
    for margin in _shown(styled, names):
        for said in walker.lines(margin):
            line = said.stripped()
            if line.text and line.text not in written:
                written.add(line.text)
                walker.composer.block(kind, line)


def _shown(styled: etree._Element | None, names: frozenset[str]) -> Iterator[etree._Element]:
    for page in children(child(styled, "master-styles"), "master-page"):
        for margin in page:
            if local(margin) in names and attribute(margin, "display") != "false":
                yield margin
