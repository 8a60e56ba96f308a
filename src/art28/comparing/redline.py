"""A comparison -> a Word file: agreement A, what makes it B as tracked changes, a remark at each fact that differs.

Accepting all changes gives the words of B, rejecting them those of A. Clauses stand in the order of A; what B adds stands
after the clause that it follows there.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.spoken import item
from art28.comparing.model import Comparison, FactDifference
from art28.comparing.words import said, words
from art28.document.model import BlockKind
from art28.families.alignment import Aligned, Change, Piece
from art28.families.words import Worded, Wording
from art28.typesetting.word import packed, set_type
from docx import Document

_AUTHOR = "art28"
_DEEPEST = 9
_PARTS = re.compile(r"([\n\t])")
# What XML can't hold.
_NOT_WRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def redline(found: Comparison, *, language: str, at: datetime) -> bytes:
    """The Word file, its changes dated `at`; remarks are in `language`, English where that isn't Dutch.

    Raises ValueError for texts in different languages, which have no clauses in common.
    """
    if not found.clauses:
        raise ValueError("the texts are in different languages, or one is empty: only their facts can be compared")
    spoken_in = "nl" if language == "nl" else "en"
    document = _blank(at)
    writer = _Writer(document, at)
    remarks = _Remarks(found, spoken_in)
    for each in found.clauses:
        paragraph = writer.clause(each, found.texts)
        for difference in remarks.at(each, found.texts):
            _remark(document, paragraph, remarks.words(difference), at)
    left = remarks.left()
    if left and document.paragraphs:
        _remark(document, document.paragraphs[0], "\n".join(map(remarks.words, left)), at)
    return packed(document)


def _blank(at: datetime) -> WordFile:
    document = Document()
    set_type(document.styles["Normal"], 10.5)
    properties = document.core_properties
    properties.author, properties.created, properties.modified = _AUTHOR, at, at
    properties.comments = ""
    return document


class _Writer:
    """Writes clauses as paragraphs, what differs in them as tracked changes."""

    def __init__(self, document: WordFile, at: datetime) -> None:
        self._document = document
        self._at = at.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._numbers = count(1)

    def clause(self, each: Aligned, texts: tuple[Worded, Worded]) -> Paragraph:
        """A clause as a paragraph."""
        text, wording = _shown(each, texts)
        paragraph = self._document.add_paragraph(style=_style(text, wording))
        for piece in _numbered(each, texts):
            self._piece(paragraph, piece)
        if each.change in (Change.ADDED, Change.MISSING):
            # The end of the paragraph comes or goes with it.
            properties = paragraph._p.get_or_add_pPr()
            marks = OxmlElement("w:rPr")
            marks.append(self._change("w:ins" if each.change is Change.ADDED else "w:del"))
            properties.append(marks)
        return paragraph

    def _piece(self, paragraph: Paragraph, piece: Piece) -> None:
        text = _NOT_WRITTEN.sub("\ufffd", piece.text)
        if not text:
            return
        if piece.change is Change.SAME:
            paragraph._p.append(_run(text, "w:t"))
            return
        change = self._change("w:ins" if piece.change is Change.ADDED else "w:del")
        change.append(_run(text, "w:t" if piece.change is Change.ADDED else "w:delText"))
        paragraph._p.append(change)

    def _change(self, tag: str) -> etree._Element:
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(next(self._numbers)))
        change.set(qn("w:author"), _AUTHOR)
        change.set(qn("w:date"), self._at)
        return change


def _numbered(each: Aligned, texts: tuple[Worded, Worded]) -> Iterator[Piece]:
    """The pieces of a clause, with the number before its words as a change of its own where that is another in B."""
    text, wording = _shown(each, texts)
    pieces = each.pieces or (Piece(text.reading.original(wording.start, wording.end), Change.SAME),)
    if each.one is None or each.other is None or not each.one.words or not each.other.words:
        yield from pieces
        return
    before, after = (_before_words(text, own) for text, own in zip(texts, (each.one, each.other), strict=True))
    if before.split() == after.split():
        yield from pieces
        return
    yield Piece(before, Change.MISSING)
    yield Piece(after, Change.ADDED)
    # What is the same is written as B writes it, and a clause that is the same as A does.
    leads = {Change.MISSING: before, Change.ADDED: after, Change.SAME: after if each.pieces else before}
    begun: set[Change] = set()
    for piece in pieces:
        begins = piece.change not in begun and Change.SAME not in begun
        begun.add(piece.change)
        yield Piece(piece.text.removeprefix(leads[piece.change]) if begins else piece.text, piece.change)


def _before_words(text: Worded, wording: Wording) -> str:
    first = wording.words[0].start
    return text.reading.original(wording.start, first) if first > wording.start else ""


def _run(text: str, tag: str) -> etree._Element:
    run = OxmlElement("w:r")
    for part in _PARTS.split(text):
        if part == "\n":
            run.append(OxmlElement("w:br"))
        elif part == "\t":
            run.append(OxmlElement("w:tab"))
        elif part:
            words = OxmlElement(tag)
            words.set(qn("xml:space"), "preserve")
            words.text = part
            run.append(words)
    return run


def _shown(each: Aligned, texts: tuple[Worded, Worded]) -> tuple[Worded, Wording]:
    """The text that gives the paragraph its form: that of A where it has the clause."""
    if each.one is not None:
        return texts[0], each.one
    if each.other is None:
        raise ValueError("a clause stands in neither text")
    return texts[1], each.other


def _style(text: Worded, wording: Wording) -> str:
    line = next((line for line in text.reading.lines if line.start <= wording.start < line.end), None)
    if line is None or line.block.kind is not BlockKind.HEADING:
        return "Normal"
    return f"Heading {min(line.block.level + 1, _DEEPEST)}"


class _Remarks:
    """The facts that differ, each said once: at the clause that settles it."""

    def __init__(self, found: Comparison, language: str) -> None:
        self._waiting = list(found.facts)
        self._language = language

    def at(self, each: Aligned, texts: tuple[Worded, Worded]) -> Sequence[FactDifference]:
        """Those that this clause settles, in B or where B is silent in A."""
        here = [difference for difference in self._waiting if _settles(each, difference, texts)]
        self._waiting = [difference for difference in self._waiting if difference not in here]
        return here

    def left(self) -> Sequence[FactDifference]:
        """Those that no clause was found for."""
        return self._waiting

    def words(self, difference: FactDifference) -> str:
        """What the remark says."""
        return "\n".join(self._lines(difference))

    def _lines(self, difference: FactDifference) -> Iterator[str]:
        language, spec = self._language, catalogue()[difference.key]
        label = labels.fact(difference.key, language)
        if difference.lost or difference.gained:
            yield label
            for word, items in (("lost", difference.lost), ("gained", difference.gained)):
                yield from (f"{words()[language][word]}: {item(spec, one, language)}" for one in items)  # type: ignore[arg-type]
        else:
            yield f"{label}: {said(difference.one, language)} \u2192 {said(difference.other, language)}"
        if difference.gains:
            yield words()[language][difference.gains.value]


def _settles(each: Aligned, difference: FactDifference, texts: tuple[Worded, Worded]) -> bool:
    for fact, wording, text in (
        (difference.other, each.other, texts[1]),
        (None if difference.other else difference.one, each.one, texts[0]),
    ):
        if fact is None or wording is None:
            continue
        words = "".join(text.reading.original(wording.start, wording.end).split())
        if any("".join(citation.text.split()) in words for citation in fact.citations):
            return True
    return False


def _remark(document: WordFile, paragraph: Paragraph, words: str, at: datetime) -> None:
    comment = document.comments.add_comment(text=words, author=_AUTHOR, initials="28")
    comment._comment_elm.date = at
    start, end = (OxmlElement(f"w:commentRange{edge}") for edge in ("Start", "End"))
    for edge in (start, end):
        edge.set(qn("w:id"), str(comment.comment_id))
    run = OxmlElement("w:r")
    reference = OxmlElement("w:commentReference")
    reference.set(qn("w:id"), str(comment.comment_id))
    run.append(reference)
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else paragraph._p.index(properties) + 1, start)
    paragraph._p.append(end)
    paragraph._p.append(run)
