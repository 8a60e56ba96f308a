"""Flow -> outline: the preamble, recitals, articles, annexes and signatures of an agreement, clause by clause.

A clause is the smallest numbered unit with what hangs on it (its items, its table). Numbers are those that the document
writes or, in a Word file, computes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from art28.document.flow import Flow
from art28.document.headings import (
    FIELDS_WITHIN,
    ArticleTitle,
    annex_title,
    annex_with_title,
    article_title,
    in_chapters,
    is_no_text,
    is_short_title,
    names_a_day,
    of_topic,
    opens_recitals,
    opens_signatures,
    opens_signing_form,
    own_paragraph_number,
    paragraph_number,
    part_title,
    title_below,
    topic_above,
    untitled_article,
)
from art28.document.model import BlockKind
from art28.document.nesting import nested_items
from art28.document.turns import lettered_in_turn, run_in_turn


class Part(StrEnum):
    """The part of an agreement that a clause belongs to."""

    PREAMBLE = "preamble"
    RECITALS = "recitals"
    BODY = "body"
    ANNEX = "annex"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: `start:end` of the flow.

    `number` is as a reader cites it, without a trailing dot: "4.1", also for what article 4 numbers 1; empty where there
    is none. `heading` is that of the article or annex it stands under ("Artikel 4. Beveiliging"), empty in the preamble;
    `article` the number of that article or annex ("4", "Bijlage 2"), empty where it has none.
    """

    part: Part
    number: str
    article: str
    heading: str
    start: int
    end: int

    @property
    def provision(self) -> str:
        """What a reader would call this clause: "4.1", "Bijlage 2", "preamble"."""
        if self.part is Part.ANNEX and self.number:
            return f"{self.article} {self.number}".strip()
        return self.number or self.article or self.heading or self.part.value


# How many lines on the fields of a signature block are looked for, and how many there must be.
_FURTHEST_JUMP = 3
_ENOUGH_ARTICLES = 3
# A sentence that is an article is longer than a name or an item.
_SENTENCE_AT_LEAST = 40
_WORDS_AT_LEAST = 5


@dataclass(frozen=True, slots=True)
class _State:
    """The clause that is open, and how far the body has counted."""

    part: Part = Part.PREAMBLE
    number: str = ""
    article: str = ""
    heading: str = ""
    level: int = 0
    last_article: int = 0
    # The last paragraph that an article numbers by itself: 2 after "1." and "2." under "Artikel 4".
    last_own: int = 0


def outline_of(flow: Flow) -> tuple[Clause, ...]:
    """The clauses of `flow`, in order, without gaps between lines."""
    reader = _Reader(flow)
    clauses: list[Clause] = []
    state = _State()
    start = end = 0
    for index, line in enumerate(flow.lines):
        opened = reader.opened(index, state)
        if opened is not None:
            if end > start:
                clauses.append(Clause(state.part, state.number, state.article, state.heading, start, end))
            state, start = opened, line.start
        end = line.end
    if end > start:
        clauses.append(Clause(state.part, state.number, state.article, state.heading, start, end))
    return tuple(clauses)


class _Reader:
    """Reads each line for what it opens, with a view of what follows it."""

    def __init__(self, flow: Flow) -> None:
        self._lines = flow.lines
        self._texts = tuple(flow.text[line.start : line.end] for line in flow.lines)
        self._levels = tuple(line.block.level if line.block.kind is BlockKind.HEADING else -1 for line in flow.lines)
        self._running = tuple(
            "" if line.block.cells or line.block.kind is BlockKind.NOTE else text
            for line, text in zip(self._lines, self._texts, strict=True)
        )
        self._articles = tuple(self._title(index) for index in range(len(self._texts)))
        self._annexes = tuple(self._annex(index) for index in range(len(self._texts)))
        self._nested = nested_items([line.block for line in flow.lines], self._texts)
        self._headings: dict[str, str] = {}
        if not any(title is not None and title.worded for title in self._articles) and not self._counts_articles():
            self._articles = lettered_in_turn(self._running) or run_in_turn(self._running) or self._articles
        else:
            self._articles = self._begun_by_words() or self._articles
        self._untitled = self._articles_without_titles()
        worded = sum(title is not None and title.worded for title in self._articles)
        self._worded = worded >= _ENOUGH_ARTICLES
        self._numbered = self._worded or self._counts_articles()
        counted = bool(worded or self._untitled or self._numbered)
        self._bare = frozenset() if counted else self._counted_sentences()
        # What counts behind all chapters are the lists of an annex.
        first = next((index for index, title in enumerate(self._articles) if title and counted), len(self._texts))
        self._chapters = frozenset() if worded or self._untitled or self._bare else in_chapters(self._running[:first])

    def _begun_by_words(self) -> tuple[ArticleTitle | None, ...]:
        """The same where a word goes before the number, "Art. 9. Délais. Le …", and few titles stand alone."""
        worded = sum(title is not None and title.worded for title in self._articles)
        titles = run_in_turn(self._running) if worded else ()
        begun = sum(title is not None and title.worded for title in titles)
        return titles if begun > worded else ()

    def _articles_without_titles(self) -> dict[int, str]:
        """The lines that begin an article with its sentence, "Article 4. Les données …"; none where more bear a title."""
        found: dict[int, str] = {}
        for index, (line, text) in enumerate(zip(self._lines, self._texts, strict=True)):
            title = self._articles[index]
            if line.block.cells or line.block.kind is BlockKind.NOTE or (title is not None and title.run_in):
                continue
            number = untitled_article(text)
            if number == str(len(found) + 1):
                found[index] = number
        titled = sum(title is not None and index not in found for index, title in enumerate(self._articles))
        if len(found) <= max(_ENOUGH_ARTICLES, titled):
            return {}
        self._articles = tuple(None if index in found else title for index, title in enumerate(self._articles))
        return found

    def _counted_sentences(self) -> frozenset[int]:
        """The lines of an agreement that has no articles and counts its sentences: "1. De leverancier …", up to 4 at least.

        Parties and lists count too, but shortly, or anew.
        """
        if any(map(paragraph_number, self._texts)):
            return frozenset()
        found: list[int] = []
        for index, (line, text) in enumerate(zip(self._lines, self._texts, strict=True)):
            label = (line.block.label or "").rstrip(".)")
            if line.block.kind is not BlockKind.ITEM or line.block.level or not label.isdigit():
                continue
            if label == "1" and len(found) < _ENOUGH_ARTICLES:
                found = []
            if label != str(len(found) + 1) or not text.rstrip().endswith("."):
                continue
            if len(text) >= _SENTENCE_AT_LEAST or (found and len(text.split()) >= _WORDS_AT_LEAST):
                found.append(index)
        return frozenset(found) if len(found) > _ENOUGH_ARTICLES else frozenset()

    def _counts_articles(self) -> bool:
        """Whether articles 1, 2 and 3 follow each other, and no annex after a text that is divided by headings alone."""
        expected = 1
        plain = 0
        for line, title, annex in zip(self._lines, self._articles, self._annexes, strict=True):
            if annex is not None and expected == 1 and plain >= _ENOUGH_ARTICLES:
                return False
            plain += line.block.kind is BlockKind.HEADING and title is None and annex is None
            if title is not None and title.count == expected:
                expected += 1
        return expected > _ENOUGH_ARTICLES

    def _title(self, index: int) -> ArticleTitle | None:
        return article_title(self._running[index], heading=self._lines[index].block.kind is BlockKind.HEADING)

    def _annex(self, index: int) -> str | None:
        line = self._lines[index]
        if line.block.cells or (line.block.kind is BlockKind.ITEM and line.block.label):
            return None
        return annex_title(self._texts[index])

    def opened(self, index: int, state: _State) -> _State | None:
        """The clause that line `index` opens; None where it continues the one that is open."""
        line, text = self._lines[index], self._texts[index]
        annex = self._annexes[index]
        if annex is None and line.block.kind is BlockKind.HEADING and self._behind(index, state):
            annex = part_title(text)
        if annex is not None and self._is_the_agreement(index, state):
            return None
        if annex is not None and self._opens_annex(index, annex):
            heading = annex_with_title(self._running[index : index + 2], annex) or text
            return _State(Part.ANNEX, "", annex, heading, line.block.level, state.last_article)
        signed = opens_signatures(text) and (line.block.kind is BlockKind.HEADING or names_a_day(text))
        if (state.part is Part.BODY and self._opens_signatures(index)) or (state.part is Part.ANNEX and signed):
            return _State(Part.SIGNATURES, "", "", text, line.block.level, state.last_article)
        if line.block.cells or line.block.kind is BlockKind.NOTE:
            return None
        if state.part in (Part.PREAMBLE, Part.RECITALS) and opens_recitals(text):
            return _State(Part.RECITALS, "", "", text, line.block.level)
        if index in self._chapters and state.part in (Part.PREAMBLE, Part.RECITALS, Part.BODY):
            return _State(Part.BODY, "", "", text, line.block.level, state.last_article)
        return self._paragraph(index, state) or self._article(index, state) or self._heading(index, state)

    def _behind(self, index: int, state: _State) -> bool:
        """Whether line `index` stands behind the articles, so that a lettered part there is an annex and no chapter."""
        after = self._articles[index + 1 :]
        return state.part in (Part.SIGNATURES, Part.ANNEX) or (
            state.last_article >= _ENOUGH_ARTICLES
            and not any(title is not None and title.count > state.last_article for title in after)
        )

    def _is_the_agreement(self, index: int, state: _State) -> bool:
        """Whether what calls itself an annex, to another contract, is the agreement: nothing stands before its articles."""
        if state.part is not Part.PREAMBLE or state.last_article:
            return False
        if (self._bare or self._untitled) and sum(annex is not None for annex in self._annexes) == 1:
            return True
        own, expected = self._annexes[index], 1
        for at in range(index + 1, len(self._texts)):
            title, annex = self._articles[at], self._annexes[at]
            if annex is not None and (expected > 1 or (annex != own and not self._is_short(index, at))):
                break
            expected += title is not None and title.count == expected
        return expected > _ENOUGH_ARTICLES

    def _opens_annex(self, index: int, annex: str) -> bool:
        """Whether an annex starts here: its title may also stand in a list of annexes, which is followed by the annex."""
        again = any(other is not None and other.casefold() == annex.casefold() for other in self._annexes[index + 1 :])
        if not again:
            return True
        following = next((i for i in range(index + 1, len(self._texts)) if self._annexes[i] is not None), None)
        close = following is not None and following - index <= 2
        listed = index > 0 and self._annexes[index - 1] is not None
        same = following is not None and (self._annexes[following] or "").casefold() == annex.casefold()
        return not (close or listed) and not (same and self._is_short(index, following))

    def _is_short(self, index: int, following: int | None) -> bool:
        """Whether between two titles of one annex there is no more than a list or a signature."""
        return sum(len(text) for text in self._texts[index + 1 : following]) < 400

    def _opens_signatures(self, index: int) -> bool:
        window = self._texts[index : index + FIELDS_WITHIN]
        said = not self._lines[index].block.cells and opens_signatures(window[0], "".join(window[1:2]))
        return said or opens_signing_form(window)

    def _paragraph(self, index: int, state: _State) -> _State | None:
        """A paragraph that writes its article's number before its own: "4.1"."""
        text = self._texts[index]
        untitled = self._untitled.get(index)
        if untitled is not None and state.part in (Part.PREAMBLE, Part.RECITALS, Part.BODY):
            return _State(Part.BODY, "", untitled, "", state.level, int(untitled))
        if index in self._bare and state.part in (Part.PREAMBLE, Part.RECITALS, Part.BODY):
            label = (self._lines[index].block.label or "").rstrip(".)")
            return _State(Part.BODY, label, state.article or label, state.heading, state.level, int(label))
        number = paragraph_number(text)
        if number is None:
            return self._own_paragraph(index, state)
        if state.part is Part.ANNEX:
            return _State(Part.ANNEX, number, state.article, state.heading, state.level, state.last_article)
        first = int(number.split(".")[0])
        if not self._counts_on(first, number, index, state):
            return None
        own = state.part is Part.BODY and state.article == str(first)
        topic = paragraph_number(state.heading)
        own = own and (topic is None or number.startswith(f"{topic}."))
        heading = state.heading if own else self._headings.get(str(first), "")
        if self._lines[index].block.kind is BlockKind.HEADING and is_short_title(text):
            heading = of_topic(text, self._headings.get(str(first), ""))
        return _State(Part.BODY, number, str(first), heading, state.level, max(first, state.last_article))

    def _counts_on(self, first: int, number: str, index: int, state: _State) -> bool:
        """Whether a number follows from those before it, or starts a count of its own that goes on."""
        if state.last_article <= first <= state.last_article + _FURTHEST_JUMP:
            return True
        if state.part is Part.SIGNATURES:
            return False
        after = (self._texts[at] for at in range(index + 1, len(self._texts)))
        following = next(filter(None, map(paragraph_number, after)), None)
        return following is not None and following.split(".")[0] in (str(first), str(first + 1)) and following != number

    def _own_paragraph(self, index: int, state: _State) -> _State | None:
        """A paragraph that an article numbers by itself: "1." under "Artikel 4" is 4.1."""
        line = self._lines[index]
        if state.part is not Part.BODY or not state.article.isdigit() or index in self._nested:
            return None
        named = own_paragraph_number(self._texts[index])
        if named is None and line.block.kind is not BlockKind.ITEM:
            return None
        label = named or (line.block.label or "").rstrip(".)").lstrip("(")
        if label.lstrip("0") != str(state.last_own + 1) or (state.last_own == 0 and state.number):
            return None
        title = self._articles[index]
        if title is not None and not self._worded and title.number == str(state.last_article + 1):
            return None
        return _State(
            Part.BODY,
            f"{state.article}.{label}",
            state.article,
            state.heading,
            state.level,
            state.last_article,
            int(label),
        )

    def _article(self, index: int, state: _State) -> _State | None:
        title, line, text = self._articles[index], self._lines[index], self._texts[index]
        if title is None or not self._is_article(title, index, state):
            return None
        if state.part is Part.ANNEX:
            return _State(Part.ANNEX, title.number, state.article, state.heading, state.level, state.last_article)
        if title.paragraph:
            number = f"{title.number}.{title.paragraph}"
            heading = state.heading if state.article == title.number else ""
            return _State(Part.BODY, number, title.number, heading, line.block.level, title.count)
        heading = title.run_in or title_below(self._texts[index : index + 2]) or text
        self._headings[title.number] = heading
        return _State(Part.BODY, "", title.number, heading, line.block.level, max(title.count, 0))

    def _is_article(self, title: ArticleTitle, index: int, state: _State) -> bool:
        heading = self._lines[index].block.kind is BlockKind.HEADING
        if state.part is Part.ANNEX:
            return heading and not title.worded
        if title.worded:
            return state.part is not Part.SIGNATURES or title.count > state.last_article
        if self._worded or state.part is Part.SIGNATURES:
            return False
        in_turn = title.count - state.last_article in (0, 1, 2) and (title.count > 0 or heading)
        return heading or (in_turn and (bool(title.run_in) or not self._is_listed(index, title)))

    def _is_listed(self, index: int, title: ArticleTitle) -> bool:
        """Whether the next line is the next title, so that both stand in a list."""
        following = self._articles[index + 1] if index + 1 < len(self._articles) else None
        return following is not None and following.count == title.count + 1

    def _heading(self, index: int, state: _State) -> _State | None:
        line, text = self._lines[index], self._texts[index]
        if line.block.kind is not BlockKind.HEADING:
            return None
        if state.part in (Part.PREAMBLE, Part.RECITALS):
            first = all(line.block.kind is not BlockKind.HEADING for line in self._lines[:index])
            title = state.part is Part.PREAMBLE and first and is_no_text(self._texts[:index])
            if title or (self._numbered and state.last_article == 0):
                return None
            return _State(Part.BODY, "", "", text, line.block.level)
        if state.part is Part.BODY:
            below = state.article and line.block.level > state.level
            article, level = (state.article, state.level) if below else ("", line.block.level)
            return _State(
                Part.BODY,
                "",
                article,
                of_topic(text, topic_above(self._levels, self._texts, index)),
                level,
                state.last_article,
            )
        return _State(state.part, "", state.article, state.heading, state.level, state.last_article)


def clause_at(clauses: Sequence[Clause], offset: int) -> Clause | None:
    """The clause that holds an offset of the flow; None before the first."""
    return next((clause for clause in reversed(clauses) if clause.start <= offset), None)
