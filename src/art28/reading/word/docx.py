"""DOCX -> Document: paragraphs with the numbers that Word computes, tables, notes, headers; as accepted, not as tracked.

The text is what a reader sees: deletions are left out and kept beside it, as comments are; hidden text is left out and
noted; a number that Word prints stands before its paragraph. Word has no pages until it is laid out, so the document has
none.
"""

from lxml import etree

from art28.document.model import BlockKind, Document
from art28.reading.building.composing import Remark
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.office.package import Package, attribute, child, children, local
from art28.reading.office.remarks import remarks_on
from art28.reading.word.body import BodyWalker
from art28.reading.word.styles import Styles
from art28.reading.word.text import ParagraphReader

EXTRACTION = "docx/2"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """The document that a Word file makes; raises UnreadableFile."""
    package = Package(data, name=name, limits=limits)
    main = next((path for kind, path in package.related("").values() if kind == "officeDocument"), "word/document.xml")
    root = package.part(main)
    body = child(root, "body")
    if body is None:
        raise UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the Word document has no text part: open it in Word, save it anew and send that",
        )
    related = package.related(main)
    parts = dict(related.values())
    styles = Styles(_part(package, parts, "styles"))
    walker = BodyWalker(
        styles,
        numbering=_part(package, parts, "numbering"),
        footnotes=_part(package, parts, "footnotes"),
        endnotes=_part(package, parts, "endnotes"),
        links={
            "document": package.addresses(main),
            **{kind: package.addresses(parts.get(f"{kind}s", "")) for kind in ("footnote", "endnote")},
        },
    )
    _margins(walker, package, related, body, "headerReference", BlockKind.PAGE_HEADER)
    walker.body(body)
    _margins(walker, package, related, body, "footerReference", BlockKind.PAGE_FOOTER)
    composer = walker.composer
    changes = composer.changes()
    comments = composer.comments(_comments(_part(package, parts, "comments"), styles))
    return Document(
        name,
        MEDIA_TYPE,
        sha256,
        EXTRACTION,
        composer.text,
        tuple(composer.blocks),
        (),
        remarks_on(changes, comments, walker.seen),
        changes,
        comments,
        composer.links(),
    )


def _part(package: Package, parts: dict[str, str], kind: str) -> etree._Element | None:
    return package.part(parts[kind]) if kind in parts else None


def _margins(
    walker: BodyWalker,
    package: Package,
    related: dict[str, tuple[str, str]],
    body: etree._Element,
    reference: str,
    kind: BlockKind,
) -> None:
    """The headers or footers of the document's sections, each once, as blocks outside the flow."""
    read: set[str] = set()
    written: set[str] = set()
    for element in body.iter(f"{{*}}{reference}"):
        _, path = related.get(attribute(element, "id") or "", ("", ""))
        if path and path not in read:
            read.add(path)
            root = package.part(path)
            for said in () if root is None else walker.lines(root, package.addresses(path)):
                line = said.stripped()
                if line.text and line.text not in written:
                    written.add(line.text)
                    walker.composer.block(kind, line)


def _comments(root: etree._Element | None, styles: Styles) -> dict[str, Remark]:
    """What the comments say, by their ids."""
    reader = ParagraphReader(styles)
    found: dict[str, Remark] = {}
    for comment in children(root, "comment"):
        words = (reader.read(part).said.text.strip() for part in comment.iter() if local(part) == "p")
        text = "\n".join(word for word in words if word)
        found[attribute(comment, "id") or ""] = Remark(
            text, attribute(comment, "author") or "", attribute(comment, "date") or ""
        )
    return found
