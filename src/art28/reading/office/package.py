"""The bytes of a zipped Office document -> its parts, unpacked within bounds and parsed without entities or network."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.formats import ARCHIVE_DAMAGE
from art28.reading.limits import Limits

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ENCRYPTED = 0x1
_MOST_PARTS = 5000
_ENDLESS = ("entity", "huge", "depth")
_MIB = 1024 * 1024


def parser() -> etree.XMLParser:
    """A parser that resolves no entity, loads no DTD, opens no connection and refuses deep or huge trees."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )


def parsed(data: bytes, *, name: str) -> etree._Element:
    """The root of an XML file; raises UnreadableFile where it is damaged, declares entities or nests without end."""
    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        said = str(error).lower()
        raise (_bomb(name) if any(word in said for word in _ENDLESS) else _damaged(name)) from None
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        # No office suite writes one; who does has entities in mind.
        raise _damaged(name)
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=2048)
def _bare(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


@lru_cache(maxsize=512)
def _any(name: str) -> str:
    """The pattern that a name has in whichever namespace."""
    return f"{{*}}{name}"


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The value of an attribute by its name without namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if _bare(str(key)) == name:
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name without namespace."""
    return None if element is None else next(element.iterchildren(_any(name)), None)


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that name without namespace."""
    return iter(()) if element is None else element.iterchildren(_any(name))


class Package:
    """The parts of a document, by name; raises UnreadableFile where one is damaged, encrypted or too large unpacked."""

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self._name = name
        self._left = limits.unpacked_bytes
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except ARCHIVE_DAMAGE:
            raise self._damaged() from None
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise UnreadableFile(
                name,
                Unreadable.ENCRYPTED,
                "the document has a password: open it, remove the password and send it again",
            )
        unpacked = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if (
            len(entries) > _MOST_PARTS
            or unpacked > limits.unpacked_bytes
            or (unpacked > 10 * _MIB and unpacked > limits.unpacked_ratio * max(packed, 1))
        ):
            raise self._bomb()
        self._names = {entry.filename for entry in entries}

    def part(self, path: str) -> etree._Element | None:
        """The root of an XML part; None where the document has no such part."""
        path = path.lstrip("/")
        if path not in self._names:
            return None
        return parsed(self._unpack(path), name=self._name)

    def bytes_of(self, path: str) -> bytes | None:
        """A part as it stands; None where the document has no such part."""
        path = path.lstrip("/")
        return self._unpack(path) if path in self._names else None

    def holds(self, path: str, words: bytes) -> bool:
        """Whether a part, read as it stands, has these bytes in it."""
        return path in self._names and words in self._unpack(path)

    def addresses(self, path: str) -> dict[str, str]:
        """Where the links of a part lead outside the document, by relationship id."""
        return {
            relation.get("Id", ""): relation.get("Target", "")
            for relation in self._relations(path)
            if relation.get("TargetMode") == "External" and relation.get("Type", "").endswith("/hyperlink")
        }

    def related(self, path: str) -> dict[str, tuple[str, str]]:
        """The parts that a part refers to: relationship id -> (last word of its type, path); external ones are left out."""
        folder = posixpath.dirname(path.lstrip("/"))
        found: dict[str, tuple[str, str]] = {}
        for relation in self._relations(path):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], whole)
        return found

    def _relations(self, path: str) -> Iterator[etree._Element]:
        folder, base = posixpath.split(path.lstrip("/"))
        if not base and path:
            return iter(())
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return iter(()) if root is None else root.iter(_RELATIONSHIPS)

    def _unpack(self, path: str) -> bytes:
        """A part, read no further than what may still be unpacked: the size that an archive states may be a lie."""
        try:
            with self._archive.open(path) as stream:
                data = stream.read(self._left + 1)
        except ARCHIVE_DAMAGE:
            raise self._damaged() from None
        self._left -= len(data)
        if self._left < 0:
            raise self._bomb()
        return data

    def _damaged(self) -> UnreadableFile:
        return _damaged(self._name)

    def _bomb(self) -> UnreadableFile:
        return _bomb(self._name)


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        Unreadable.DAMAGED,
        "the document is cut off or damaged: open it in a word processor, save it anew and send that",
    )


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        Unreadable.BOMB,
        "unpacked, the document is far larger than an agreement can be: save the text to a new document and send that",
    )
