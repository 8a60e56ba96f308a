"""The main part of a Word file + an annex -> the part with the annex at the end of its body, every other byte as it was."""

from collections.abc import Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape

from art28.drafting.values import writable_text

_IN_BODY = 2


class NoBody(ValueError):
    """The part has no body that words could stand in."""


def with_annex(raw: bytes, said: Sequence[str]) -> bytes:
    """The part with a heading on a page of its own, a paragraph, and items that are numbered; before what describes the last
    section. Raises `NoBody`."""
    at, prefix = _end_of_body(raw)
    n = f"{prefix}:" if prefix else ""
    heading, lead, *items = said
    kept, wide = f"<{n}keepNext/>", f'<{n}spacing {n}after="160"/>'
    listed = (
        f'<{n}tabs><{n}tab {n}val="left" {n}pos="567"/></{n}tabs><{n}spacing {n}after="120"/>'
        f'<{n}ind {n}left="567" {n}hanging="567"/>'
    )
    paragraphs = [
        _paragraph(n, f"{kept}<{n}pageBreakBefore/>{wide}", heading, type_=f"<{n}rPr><{n}b/></{n}rPr>"),
        _paragraph(n, f"{kept}{wide}", lead),
        *(_paragraph(n, listed, f"{number}.\t{text}") for number, text in enumerate(items, start=1)),
    ]
    return raw[:at] + "".join(paragraphs).encode() + raw[at:]


def _paragraph(n: str, form: str, text: str, *, type_: str = "") -> str:
    opened, closed = f'<{n}t xml:space="preserve">', f"</{n}t>"
    words = escape(writable_text(text))
    for mark, element in (("\t", "tab"), ("\n", "br")):
        words = words.replace(mark, f"{closed}<{n}{element}/>{opened}")
    return f"<{n}p><{n}pPr>{form}</{n}pPr><{n}r>{type_}{opened}{words}{closed}</{n}r></{n}p>"


def _end_of_body(raw: bytes) -> tuple[int, str]:
    """Where the words of the part end, and the prefix of Word's names there."""
    parser = expat.ParserCreate()
    open_: list[str] = []
    found: list[tuple[int, str]] = []

    def opened(name: str, _attributes: object) -> None:
        prefix, _, local = name.rpartition(":")
        if local == "sectPr" and len(open_) == _IN_BODY:
            found.append((parser.CurrentByteIndex, prefix))
        open_.append(name)

    def closed(name: str) -> None:
        open_.pop()
        prefix, _, local = name.rpartition(":")
        if local == "body" and not found:
            found.append((parser.CurrentByteIndex, prefix))

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - it takes it by place alone
    except expat.ExpatError as error:
        raise NoBody from error
    if not found:
        raise NoBody
    return found[0]
