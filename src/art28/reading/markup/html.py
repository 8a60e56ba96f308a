"""HTML -> Document: the agreement on a page as its reader sees it, without the site around it.

The text is what a browser shows: white space folded, list items with their numbers or bullets, rows of tables cell by cell.
Scripts, menus, cookie banners and page feet are left out; nothing that the page refers to is fetched.
"""

import re
from collections import deque
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from art28.document.model import BlockKind, Document, NoteCode, ReadingNote
from art28.reading.building.composing import Composer
from art28.reading.building.counting import written
from art28.reading.building.marked import Mark, Marked, Target, joined
from art28.reading.building.openings import opening_of
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.markup.boldtitles import BOLD, LIGHT, emboldens, is_bold, make_headings, without_marks

EXTRACTION = "html/1"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LEFT_OUT_TEXT = """
    script style noscript template svg canvas iframe object embed audio video map head title meta link button select option
    textarea dialog nav math form
"""
_LEFT_OUT = frozenset(_LEFT_OUT_TEXT.split())
_AROUND = frozenset({"header", "footer", "aside"})
_BLOCKS_TEXT = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul menu
"""
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
_HEADINGS = {f"h{depth}": depth - 1 for depth in range(1, 7)}
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr-banner|navbar|nav|navigation|menu|breadcrumbs?|sidebar|footer|newsletter|share|"
    r"social|skip-?link|toc|table-of-contents|pagination|popup|modal|banner|site-header|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FOOT = re.compile(r"(?:^|[\s_-])(?:footer|colophon|colofon)(?:$|[\s_-])", re.IGNORECASE)
_IMPRINT = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b|\b(?:KvK|Kamer van Koophandel|Chamber of Commerce)\b", re.IGNORECASE)
_OF_IMPRINT = re.compile(r"\d|@|\b(?:B\.?V|N\.?V|V\.?O\.?F|Stichting|Coöperatie|Ltd|GmbH)\b")
_LONGEST_FOOT = 1500
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_MOST_ROWS = 1000
_WHITE = re.compile(r"[ \t\r\n\f]+")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_MOST_OF_IT = 0.5
_LITTLE_OF_IT = 0.35
_DEEPEST = 120
_BREAK = "\x00"
# Where a link opens and closes in what is said: characters that no text may hold.
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
_EDGES = re.compile(f"([{_OPENS}{_CLOSES}])")
_HELD = re.compile(f"[{_OPENS}{_CLOSES}{BOLD}{LIGHT}]")


def read_html(text: str, *, name: str, sha256: str, limits: Limits, notes: tuple[ReadingNote, ...] = ()) -> Document:
    """The document that a page makes; raises UnreadableFile."""
    root = _parsed(text, name)
    if sum(1 for _ in root.iter()) > limits.characters // 5:
        raise UnreadableFile(
            name,
            Unreadable.TOO_LARGE,
            "the page has too many parts to be an agreement: save its text alone and send that",
        )
    walker = _Walker(_main(root))
    walker.walk()
    for foot in _feet(root, walker):
        walker.walk_foot(foot)
    composer = walker.composer
    hidden = (ReadingNote(NoteCode.HIDDEN_TEXT, str(walker.hidden)),) if walker.hidden else ()
    return Document(
        name,
        "text/html",
        sha256,
        EXTRACTION,
        composer.text,
        tuple(composer.blocks),
        (),
        (*notes, *hidden),
        links=composer.links(),
    )


def _parsed(text: str, name: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    source = _HELD.sub("\ufffd", _DECLARATION.sub("", text).replace("\x00", " "))
    try:
        return lxml_html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        if "memory" in str(error).lower():
            raise MemoryError from None
        raise UnreadableFile(
            name, Unreadable.DAMAGED, "the page can't be read as HTML: save it from the browser anew and send that"
        ) from None


def _feet(root: etree._Element, walker: "_Walker") -> Iterator[etree._Element]:
    """The feet of the page that `walker` doesn't come by and that say who stands behind it."""
    taken: set[etree._Element] = set()
    for element in root.iter("footer", "div", "section", "address"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag != "footer" and element.get("role") != "contentinfo" and not _FOOT.search(named):
            continue
        if not taken.intersection(element.iterancestors()) and not walker.comes_by(element):
            taken.add(element)
            if _words(element) < _LONGEST_FOOT and _IMPRINT.search(" ".join(map(str, element.itertext()))):
                yield element


def _words(element: etree._Element) -> int:
    """How much text an element holds, scripts and styles aside."""
    total = 0
    for part in element.iter():
        if part.tag not in ("script", "style", "noscript", "template"):
            total += len((part.text or "").strip())
        if part is not element:
            total += len((part.tail or "").strip())
    return total


def _main(root: etree._Element) -> etree._Element:
    """The element that holds the agreement: the page's main part where that holds most of its text."""
    body = root.find("body")
    body = root if body is None else body
    total = _words(body) or 1
    places = [e for e in body.iter("main", "article") if _words(e) > _MOST_OF_IT * total]
    places += [e for e in body.iter() if e.get("role") == "main" and _words(e) > _MOST_OF_IT * total]
    return min(places, key=_words, default=body)


class _Walker:
    """Walks the element that holds the agreement and writes its blocks."""

    def __init__(self, main: etree._Element) -> None:
        self._main = main
        self._total = _words(main) or 1
        self._pieces: list[str] = []
        self._label: tuple[str, int] | None = None
        self._heading: int | None = None
        self._depth = 0
        self._addresses: deque[str] = deque()
        self._leads = ""
        self._bold: list[int] = []
        self._in_foot = False
        self.hidden = 0
        self.composer = Composer()

    def walk(self) -> None:
        """Write the blocks of the whole element."""
        self._element(self._main, 0)
        self._end()
        make_headings(self.composer.blocks, self.composer.text, self._bold)

    def comes_by(self, element: etree._Element) -> bool:
        """Whether `element` is part of what is walked."""
        return self._main in (element, *element.iterancestors()) and not self._is_left_out(element)

    def walk_foot(self, foot: etree._Element) -> None:
        """Write the lines of a foot that say something of whoever stands behind the page."""
        self._in_foot = True
        self._element(foot, 0)
        self._end()
        self._in_foot = False

    def _element(self, element: etree._Element, nesting: int) -> None:
        if nesting > _DEEPEST:
            self._pieces.append(_text_of(element))
            return
        if element.text:
            self._say(element.text, element)
        for part in element:
            if isinstance(part.tag, str) and not self._is_left_out(part):
                self._part(part, nesting)
            if part.tail:
                self._say(part.tail, element)

    def _part(self, part: etree._Element, nesting: int) -> None:
        tag = str(part.tag)
        if tag == "br":
            self._pieces.append(_BREAK)
        elif tag == "table":
            self._end()
            self._table(part, nesting)
        elif tag in ("ol", "ul", "menu"):
            self._end()
            self._list(part, nesting)
        elif tag in _BLOCKS:
            self._end()
            before = self._heading
            self._heading = _HEADINGS.get(tag, before)
            self._element(part, nesting + 1)
            self._end()
            self._heading = before
        elif tag == "a" and part.get("href"):
            self._addresses.append(str(part.get("href")))
            self._pieces.append(_OPENS)
            self._element(part, nesting + 1)
            self._pieces.append(_CLOSES)
        else:
            # The number before a heading's words stands apart by its style alone.
            apart = self._heading is not None and tag == "span"
            bold = tag in ("b", "strong") or emboldens(part.get("style"))
            self._pieces += [" " if apart else "", BOLD if bold else ""]
            self._element(part, nesting + 1)
            self._pieces += [LIGHT if bold else "", " " if apart else ""]

    def _is_left_out(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag == "form":
            return _words(element) < _LITTLE_OF_IT * self._total
        if tag in _LEFT_OUT:
            return True
        if element.get("hidden") is not None or _UNSEEN.search(element.get("style") or ""):
            self.hidden += bool(_words(element))
            return True
        if element.get("aria-hidden") == "true":
            return True
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if tag in _AROUND or element.get("role") in ("navigation", "banner", "contentinfo", "dialog", "alertdialog"):
            titled = tag == "header" and element.find(".//h1") is not None
            return not titled and _words(element) < _LITTLE_OF_IT * self._total
        return bool(_CHROME.search(named)) and _words(element) < _LITTLE_OF_IT * self._total

    def _say(self, text: str, element: etree._Element) -> None:
        kept = element.tag == "pre" or any(above.tag == "pre" for above in element.iterancestors())
        self._pieces.append(text.replace("\n", _BREAK) if kept else _WHITE.sub(" ", text))

    def _end(self) -> None:
        """Write what was said since the last block, a block a line."""
        said = "".join(self._pieces)
        self._pieces.clear()
        depth = 0
        for line in said.split(_BREAK):
            bold, depth = is_bold(line, depth)
            words = self._linked(without_marks(line), folds=True)
            if words.text:
                self._block(words)
                if bold and self._heading is None and not self._depth:
                    self._bold.append(len(self.composer.blocks) - 1)

    def _linked(self, line: str, *, folds: bool) -> Marked:
        """A line without its edges of links, marked with where they lead; a link may go on from the line before."""
        pieces: list[str] = []
        marks: list[Mark] = []
        length = start = 0
        for part in _EDGES.split(line):
            if part == _OPENS:
                self._leads, start = self._addresses.popleft(), length
            elif part == _CLOSES:
                marks.append(Mark(start, length, Target(self._leads)))
                self._leads = ""
            else:
                said = re.sub(r" {2,}", " ", part) if folds else part
                if folds and said.startswith(" ") and pieces and pieces[-1].endswith(" "):
                    said = said[1:]
                if said:
                    pieces.append(said)
                    length += len(said)
        if self._leads:
            marks.append(Mark(start, length, Target(self._leads)))
        return Marked("".join(pieces), tuple(marks)).stripped()

    def _block(self, words: Marked) -> None:
        if self._in_foot:
            if _OF_IMPRINT.search(words.text) and len(words.text) < _LONGEST_FOOT:
                self.composer.block(BlockKind.PAGE_FOOTER, words)
            return
        opened = opening_of(words.text)
        if self._heading is not None:
            self.composer.block(BlockKind.HEADING, words, level=self._heading)
        elif self._label is not None:
            label, level = self._label
            self._label = None
            typed = opened[1] if opened is not None and opened[0] is BlockKind.ITEM else None
            if typed is not None:
                self.composer.block(BlockKind.ITEM, words, label=typed, level=level)
            else:
                self.composer.block(BlockKind.ITEM, words.after(f"{label} "), label=label, level=level)
        else:
            kind, label_or_none = opened if opened is not None else (BlockKind.PARAGRAPH, None)
            self.composer.block(kind, words, label=label_or_none, level=max(self._depth - 1, 0))

    def _list(self, element: etree._Element, nesting: int) -> None:
        self._depth += 1
        numbers = _numbers(element)
        for part in element:
            if part.tag == "li":
                label = next(numbers)
                if isinstance(label, int):
                    value = _whole(part.get("value"))
                    if value is not None:
                        numbers = _numbers(element, value)
                        label = next(numbers)
                    form = _FORMS.get(part.get("type") or element.get("type") or "1", "decimal")
                    shown = f"{written(int(label), form)}."
                else:
                    shown = label
                if not self._is_left_out(part):
                    self._label = (shown, self._depth - 1) if shown else None
                    self._element(part, nesting + 1)
                    self._end()
                    self._label = None
            elif isinstance(part.tag, str) and not self._is_left_out(part):
                self._part(part, nesting + 1)
                self._end()
        self._depth -= 1

    def _table(self, table: etree._Element, nesting: int) -> None:
        if self._in_foot or self._is_layout(table):
            self._element(table, nesting + 1)
            self._end()
            return
        number = self.composer.next_table()
        hanging: dict[int, int] = {}
        for part in table:
            if part.tag == "caption":
                self._element(part, nesting + 1)
                self._end()
        for row in table.iter("tr"):
            cells: list[str | Marked] = []
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while hanging.get(len(cells), 0):
                    hanging[len(cells)] -= 1
                    cells.append("")
                span = _whole(cell.get("rowspan"))
                if span is not None and 1 < span < _MOST_ROWS:
                    hanging[len(cells)] = span - 1
                cells.append(self._cell(cell))
            self.composer.row(cells, table=number)

    def _cell(self, cell: etree._Element) -> Marked:
        """The text of a cell, a line for each of its paragraphs, items and marked line breaks."""
        pieces: list[str] = []
        for event, part in etree.iterwalk(cell, events=("start", "end")):
            blocky = part is not cell and (part.tag in _BLOCKS or part.tag == "br")
            leads = part.tag == "a" and bool(part.get("href"))
            if event == "start":
                if blocky:
                    pieces.append(_BREAK)
                if part.tag == "li":
                    pieces.append("• ")
                if leads:
                    self._addresses.append(str(part.get("href")))
                    pieces.append(_OPENS)
                if part.text and part.tag not in ("script", "style"):
                    pieces.append(_WHITE.sub(" ", part.text))
            else:
                pieces.append(_CLOSES if leads else "")
                if part is not cell:
                    pieces.append(_BREAK if blocky else "")
                    pieces.append(_WHITE.sub(" ", part.tail or ""))
        lines = [self._linked(line, folds=False) for line in "".join(pieces).split(_BREAK)]
        return joined("\n", [line for line in lines if line.text])

    def _is_layout(self, table: etree._Element) -> bool:
        if table.find(".//table") is not None or table.get("role") == "presentation":
            return True
        if any(next(table.iter(tag), None) is not None for tag in ("h1", "h2")):
            return True
        return all(sum(cell.tag in ("td", "th") for cell in row) < 2 for row in table.iter("tr"))


def _numbers(element: etree._Element, start: int | None = None) -> Iterator[int | str]:
    """The labels of a list's items: numbers from its start for an ordered list, bullets for another."""
    if element.tag != "ol" or _UNNUMBERED.search(element.get("style") or ""):
        label = "" if element.tag == "ol" else "•"
        while True:
            yield label
    reverse = element.get("reversed") is not None
    count = start if start is not None else _whole(element.get("start"))
    if count is None:
        count = sum(part.tag == "li" for part in element) if reverse else 1
    while True:
        yield count
        count += -1 if reverse else 1


def _whole(value: str | None) -> int | None:
    """The whole number that an attribute states; None where it states none, or one that nobody counts to."""
    return int(value) if value is not None and _WHOLE.fullmatch(value) else None


def _text_of(element: etree._Element) -> str:
    return _WHITE.sub(" ", "".join(str(text) for text in element.itertext()))
