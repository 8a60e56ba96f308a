"""A page -> the texts that converters make of it: Markdown, and plain text with a table's cells apart or below each other.

Public agreements are mostly met in such a form: a page copied, or turned into Markdown for a repository.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree, html

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "body",
        "address",
        "blockquote",
        "figure",
        "form",
        "nav",
    }
) | {
    "aside",
    "details",
    "summary",
    "fieldset",
    "caption",
    "ul",
    "ol",
    "table",
    "dl",
    "hr",
    *(f"h{n}" for n in range(1, 7)),
}
_UNSEEN = frozenset({"script", "style", "head", "title"})
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_BREAK = "\ue000"
_RULE = re.compile(r"\|(?:[ -]*\|)+")


def markdown(page: str) -> str:
    """`page`, in HTML, as Markdown: headings, lists, tables with bars, words in bold and italics."""
    return "\n\n".join(filter(None, _blocks(_body(page)))) + "\n"


def plain(page: str, *, between: str) -> str:
    """`page` as text without marks or empty lines, a block a line, with `between` the cells of a row."""
    marked = re.sub(r"\*\*?|^#+ |^(\s*)- |^: ", r"\1", markdown(page), flags=re.MULTILINE)
    lines = (line.strip() for line in marked.splitlines() if line.strip() and not _RULE.fullmatch(line.strip()))
    return "".join(
        f"{between.join(cell.strip() for cell in line.strip('|').split('|')) if line.startswith('|') else line}\n"
        for line in lines
    )


def _body(page: str) -> etree._Element:
    document = html.fromstring(page)
    for line_end in document.iter("br"):
        line_end.tail = _BREAK + (line_end.tail or "")
    body = document.find(".//body")
    return document if body is None else body


def _blocks(element: etree._Element, depth: int = 0) -> Iterator[str]:
    """What `element` says, block by block."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN:
        return
    if re.fullmatch("h[1-6]", tag):
        yield f"{'#' * int(tag[1])} {_words(element)}"
    elif tag in ("ul", "ol"):
        yield "\n".join(_items(element, depth))
    elif tag == "table":
        caption = element.find("caption")
        yield from () if caption is None else (_words(caption),)
        yield "\n".join(_rows(element))
    elif tag == "dl":
        yield from (_words(one) if one.tag == "dt" else f": {_words(one)}" for one in element.iter("dt", "dd"))
    elif tag == "hr":
        yield "---"
    else:
        yield from _parts(element, depth)


def _parts(element: etree._Element, depth: int) -> Iterator[str]:
    """The blocks within `element` and the running words between them, in order."""
    running = html.Element("span")
    running.text = element.text
    for child in element:
        if child.tag in _BLOCKS:
            yield _words(running)
            yield from _blocks(child, depth)
            running = html.Element("span")
            running.text = child.tail
        else:
            running.append(deepcopy(child))
    yield _words(running)


def _items(element: etree._Element, depth: int) -> Iterator[str]:
    first = int(element.get("start") or 1)
    for number, item in enumerate(element.iterchildren("li"), first):
        mark = "- " if element.tag == "ul" else f"{number}. "
        said = "\n".join(filter(None, _parts(item, depth + 1)))
        yield mark + said.replace("\n", "\n   ")


def _rows(table: etree._Element) -> Iterator[str]:
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    rows = [row for row in rows if row]
    width = max((sum(int(cell.get("colspan") or 1) for cell in row) for row in rows), default=0)
    headed = bool(rows) and all(cell.tag == "th" for cell in rows[0])
    lines = [_row(row, width) for row in rows]
    yield from lines[:1] if headed else (f"|{'  |' * width}",)
    yield f"|{' --- |' * width}"
    yield from lines[1:] if headed else lines


def _row(cells: list[etree._Element], width: int) -> str:
    said: list[str] = []
    for cell in cells:
        said += [_words(cell).replace("\n", " ").replace("|", "\\|"), *[""] * (int(cell.get("colspan") or 1) - 1)]
    return f"| {' | '.join([*said, *[''] * (width - len(said))])} |"


def _words(element: etree._Element) -> str:
    """The running words of `element`, a line for each that it ends itself."""
    lines = re.sub(r"\s+", " ", _marked(element)).split(_BREAK)
    return "\n".join(line.strip() for line in lines).strip()


def _marked(element: etree._Element) -> str:
    said = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            within = _marked(child)
            mark = _MARKS.get(child.tag, "") if within.strip() else ""
            said += f"{mark}{within.strip()}{mark}" if mark else within
        said += child.tail or ""
    return said
