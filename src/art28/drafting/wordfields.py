"""Fields of a Word draft, which the program that opens it brings up to date: numbers, references, the table of contents."""

import re
from collections.abc import Iterator, Sequence

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_BELOW = Pt(18)
Piece = tuple[str, str]
"""A stretch of text, and the instruction of the field whose outcome it is (empty for plain text)."""


def add_styled(word: WordFile, style: str, text: str = "") -> Paragraph:
    """A paragraph in a style, by the style's id: python-docx goes through all styles for each paragraph otherwise."""
    paragraph = word.add_paragraph(text)
    paragraph._p.style = _IDS.get(style, style)
    return paragraph


_IDS = {"Heading 1": "Heading1", "List Bullet": "ListBullet", "toc 1": "toc1"}


def add_field(paragraph: Paragraph, instruction: str, outcome: str = "") -> None:
    """A field with what it comes to for now."""
    add_mark(paragraph, "begin")
    add_code(paragraph, instruction)
    add_mark(paragraph, "separate")
    if outcome:
        paragraph.add_run(outcome)
    add_mark(paragraph, "end")


def add_code(paragraph: Paragraph, instruction: str) -> None:
    """What a field is to show."""
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    paragraph.add_run()._r.append(code)


def add_mark(paragraph: Paragraph, kind: str) -> None:
    """Where a field begins, its outcome begins, or it ends."""
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around all that stands in the paragraph so far."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    runs = paragraph._p.findall(qn("w:r"))
    if runs:
        runs[0].addprevious(start)
    else:
        paragraph._p.append(start)
    paragraph._p.append(end)


def references(text: str, *, annexes: int, articles: int) -> Iterator[Piece]:
    """The text in pieces: what names an annex or an article of this agreement is a reference to it."""
    at = 0
    for found in _NAMED.finditer(text):
        annex, article = found["annex"], found["article"]
        if annex and int(annex) <= annexes:
            yield text[at : found.start("whole")], ""
            yield found["whole"], f"REF {annex_mark(int(annex))} \\h"
            at = found.end("whole")
        elif article and int(article) <= articles:
            # A Dutch article's number shows with its word ("Artikel 4"), so the reference takes that in.
            part, lower = ("said", " \\* Lower") if found["said"].startswith("artikel") else ("article", "")
            yield text[at : found.start(part)], ""
            yield found[part], f"REF {article_mark(int(article))} \\r \\h{lower}"
            at = found.end(part)
    yield text[at:], ""


_NAMED = re.compile(
    r"\b(?P<whole>(?:Bijlage|Annex) (?P<annex>\d{1,2}))\b|"
    r"\b(?P<said>(?:artikel|Article) (?P<article>\d{1,2})) (?:van deze overeenkomst|of this agreement)\b"
)


def annex_mark(number: int) -> str:
    """The bookmark around an annex's word and number."""
    return f"_Annex{number}"


def article_mark(number: int) -> str:
    """The bookmark around an article's heading."""
    return f"_Article{number}"


def add_contents(word: WordFile, after: Paragraph, entries: Sequence[tuple[str, str]]) -> None:
    """A table of contents behind a paragraph: each entry's words and the bookmark of its heading.

    It leads there without numbers of pages (`\\n`), which only a program that lays the file out can know.
    """
    place = after
    for at, (words, mark) in enumerate(entries):
        line = add_styled(word, "toc 1")
        place._p.addnext(line._p)
        if at == 0:
            add_mark(line, "begin")
            add_code(line, 'TOC \\n \\o "1-1" \\h \\z \\u')
            add_mark(line, "separate")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), mark)
        link.append(line.add_run(words)._r)
        line._p.append(link)
        if at == len(entries) - 1:
            add_mark(line, "end")
        place = line
    place.paragraph_format.space_after = _BELOW
