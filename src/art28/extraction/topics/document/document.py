"""Reading -> the document itself besides its title: version, language, state, annexes, and repealed laws that it still applies."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind, Span
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.naming.blocks import party_blocks, segments
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.topics.document.title import TITLE_WORD
from art28.extraction.topics.parties.parties import parties
from art28.extraction.topics.signing.signatures import is_signed, signing_lines, signing_passages
from art28.extraction.words.search import AnyCase
from art28.law.repealed import Kind, all_repealed_laws
from art28.terms import Role

_I = re.IGNORECASE
_VERSION = lasting(
    r"(?P<label>\b(?:(?:model|document)?versie(?:nummer)?|version|uitgave|editie|edition|herziening|revisie|revision|release|"
    r"fassung)\b|"
    r"\bmodel(?= \d{4}-[A-Z]\b)|\bv(?=\.? ?\d+\.\d)|(?<=[(,|-])(?<!\w-) ?v(?=\.? ?\d{1,2}(?:[),|]| ?-|"
    r"$)))[\s.:*_]*(?P<number>\d{4}-\d{1,2}/[A-Z]\b|(?<=:\s)\d{1,2}\s(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)\s20\d\d\b|(?:0?[1-9]|1[0-2])/20\d\d\b|20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?\b|\d{4}/\d{1,2}|\d{4}\.\d{1,2}\b|"
    r"\d{4}-[A-Z]\b|[A-Z]{1,3}-?\d+\.\d+|"
    r"\d{1,3}(?:\s?\.\s?\d{1,3}){1,3}|\d{1,3}(?![\d-]| ?[a-z]{3,9} \d{4})|"
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|"
    r"march|may|june|july|august|october|december)\s\d{4})",
    _I,
)
_VERSION_LINES = 8
_VERSION_ROW = AnyCase(r"^\W*(?:versie(?:nummer)?|version|model|fassung|document(?:versie|version)?)\b[^\t]{0,20}\t")
_BESIDE = 24
_OTHER_VERSION = AnyCase(
    r"tls|datum|date\b|bijgewerkt|artikel|article|software|voorwaarden|terms|convenant|"
    r"model (?:ver|pro)|gebaseerd op|based on|clauses|windows|php|protocol",
)


_TITLES = 3


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _version(reading: Reading) -> Iterator[Candidate]:
    """The version label on a line of its own or beside the title; a bare number is kept with its word."""
    opening = reading.lines[:_VERSION_LINES]
    titles = {bare for line in opening[:_TITLES] if (bare := _bare(line.text))}
    yield from _version_in_sentence(reading, opening)
    yield from _version_in_margin(reading)
    for line in reading.lines:
        if (
            len(line.text) > (_LONGEST_VERSION_LINE if line not in opening else _LONGEST_OPENING_LINE)
            or (line.block.cells and not _VERSION_ROW.match(line.text))
            or (line.clause.part is Part.BODY and line.block.kind is not BlockKind.PARAGRAPH)
        ):
            continue
        match = _VERSION.search(line.text)
        if not match:
            continue
        entitled = _bare(line.text[: match.start()]) in titles
        if not entitled and _OTHER_VERSION.search(line.text[max(0, match.start() - _BESIDE) : match.end()]):
            continue
        opens = not re.search(r"\w", line.text[: match.start()])
        titled = bool(re.search(TITLE_WORD, line.text[: match.start()], _I))
        if not (opens or titled or entitled or (line in opening and line.clause.part is not Part.BODY)):
            continue
        strength = Strength.EXPRESS if line.clause.part in (Part.PREAMBLE, Part.RECITALS) else Strength.INFERRED
        place = (line.start + match.start(), line.start + match.end())
        yield Candidate("document.version", _version_of(match), (place,), strength)
        return


def _version_of(match: re.Match[str]) -> str:
    number = re.sub(r"\s+(?=\.)|(?<=\.)\s+", "", match["number"])
    label = match["label"].strip()
    return f"{label}{'' if label.lower() == 'v' else ' '}{number}" if number.isdigit() else number


_LONGEST_VERSION_LINE = 110
_LONGEST_OPENING_LINE = 160
_NAMES_ITSELF = AnyCase(r"^\W*(?:model [\w-]+, )?(?:versie|version|uitgave|editie|edition)\b")


def _version_in_sentence(reading: Reading, opening: Sequence[ReadingLine]) -> Iterator[Candidate]:
    """A sentence of a long opening line that begins with the label: "… Uitgave 2020-C, geldig vanaf …"."""
    for sentence in reading.sentences:
        if sentence.start >= opening[-1].end if opening else True:
            return
        match = _VERSION.search(sentence.text) if _NAMES_ITSELF.match(sentence.text) else None
        if match:
            place = (sentence.start + match.start(), sentence.start + match.end())
            yield Candidate("document.version", _version_of(match), (place,), Strength.PASSING)
            return


def _version_in_margin(reading: Reading) -> Iterator[Candidate]:
    """The label in a page header or footer."""
    document = reading.flow.document
    for block in document.blocks:
        if block.kind not in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER):
            continue
        text = document.text[block.span.start : block.span.end]
        match = _VERSION.search(text)
        if match and not _OTHER_VERSION.search(text[: match.end()]):
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            yield Candidate("document.version", _version_of(match), (), Strength.INFERRED, outside=(span,))
            return


def _language(reading: Reading) -> Iterator[Candidate]:
    longest = max(reading.sentences[:40], key=lambda s: len(s.text), default=None)
    if longest:
        yield proposed("document.language", longest, value=reading.language)


_PLACEHOLDER = lasting(
    r"\[(?i:(?:nog )?aan te vullen)\b|"
    r"\[(?:[A-ZÀ-Þ][A-ZÀ-Þ /&_.-]{2,60}|[^\]\n]{0,40}(?:naam|name|adres|address|invul|in te vullen|datum|date|"
    r"bedrag|plaats|kvk|functie|organisatie|klant|customer|company|gegevens)[^\]\n]{0,40}|\.{2,}|…+|_{2,}|x+)\]|"
    r"<(?:[a-z][\w /-]{2,40})>|\{\{.{1,60}?\}\}|«(?!\s)[^»]{1,60}(?<!\s)»|\bin te vullen(?! door)|\(in te vullen\b|\bINVULLEN\b|"
    r"_{4,}|\.{6,}|…{2,}",
)
_MAY_BE_OPEN = lasting(r"[\[<{\"_…]|\.{6}|invullen|in te vullen|INVULLEN")
_FORM_LINE = AnyCase(
    r"^[\W_]*(?:handtekening|signature|paraaf|datum|date|plaats|place|naam|name|functie|title|"
    r"position)\b",
)


def _state(reading: Reading) -> Iterator[Candidate]:
    """Signed where both parties' dates stand, a template where anything is left open, else unsigned."""
    signed = signing_passages(reading) if is_signed(reading) else ()
    if signed:
        yield Candidate("document.state", "signed", signed)
        return
    blank = _left_open(reading)
    if blank:
        yield Candidate("document.state", "template", (blank,))
        return
    lines = signing_lines(reading)
    anchor = lines[0] if lines else next(iter(reading.lines), None)
    if anchor:
        yield Candidate("document.state", "unsigned", ((anchor.start, anchor.end),))


def _left_open(reading: Reading) -> tuple[int, int] | None:
    """The first passage that waits to be filled in: a placeholder, or a party that nobody is named as."""
    text = reading.flow.document.text
    signing = {id(line) for line in signing_lines(reading)}
    for line in reading.lines:
        if not _MAY_BE_OPEN.search(line.text):
            continue
        below = reading.layer.below(line.start, line.end)
        source = reading.flow.layer.below(below.start, below.end)
        match = _PLACEHOLDER.search(text, source.start, source.end)
        if not match or (
            match[0][0] in "_.…"
            and (id(line) in signing or _FORM_LINE.match(line.text) or not _speaks_of_a_party(line))
        ):
            continue
        return line.start, line.end
    return _unnamed_party(reading)


def _speaks_of_a_party(line: ReadingLine) -> bool:
    return line.clause.part in (Part.PREAMBLE, Part.RECITALS) or bool(
        re.search(r"\b(?:CONTROLLER|PROCESSOR)\b", line.text[:40])
    )


def _unnamed_party(reading: Reading) -> tuple[int, int] | None:
    """Where the controller is introduced without a name, as agreements for any customer do."""
    from_terms = [s for s in segments(reading) if s.role is Role.CONTROLLER]
    blocks = [b for b in party_blocks(reading) if Role.CONTROLLER in b.roles]
    named = any(candidate.key == "controller.name" for candidate in parties(reading))
    if named:
        return None
    for segment in from_terms:
        if segment.end > segment.start:
            return segment.start, segment.end
    if blocks:
        return blocks[0].lines[0].start, blocks[0].lines[0].end
    opening = next((s for s in reading.sentences if "CONTROLLER" in s.text), None)
    return (opening.start, opening.end) if opening else None


def _annexes(reading: Reading) -> Iterator[Candidate]:
    """The annexes' headings; of one that a table of contents announces, the heading that opens it."""
    found: dict[str, tuple[int, ReadingLine]] = {}
    lines = reading.lines
    for index, line in enumerate(lines):
        clause = line.clause
        if clause.part is not Part.ANNEX or clause.number or line.block.cells or not clause.article:
            continue
        if reading.layer.starts[line.start] != clause.start or not line.text.lower().startswith(
            clause.article.lower()[:5]
        ):
            continue
        if _SEVERAL.match(line.text) or (clause.article.isalpha() and _NUMBERED.match(line.text, len(clause.article))):
            continue
        found.pop(clause.article.upper(), None)
        found[clause.article.upper()] = (index, line)
    titles: list[str] = []
    passages: list[tuple[int, int]] = []
    for index, line in sorted(found.values(), key=lambda item: item[0]):
        end = line.end
        following = lines[index + 1] if index + 1 < len(lines) else None
        bare = len(line.text.strip(" :.-")) <= len(line.clause.article) + 1
        if (
            following
            and not following.block.cells
            and (bare or following.text[:1].islower())
            and not following.block.label
            and not _PART_OF_ANNEX.match(following.text)
            and len(following.text) < (_LONGEST_IN_CAPITALS if following.text.isupper() else _LONGEST_TITLE)
            and not following.text.endswith((".", ":", ";"))
        ):
            end = following.end
        titles.append(re.sub(r"\s+", " ", reading.original(line.start, end)).strip(" *_#"))
        passages.append((line.start, end))
    if titles:
        yield Candidate("document.annexes", tuple(titles), tuple(passages))


_LONGEST_TITLE, _LONGEST_IN_CAPITALS = 90, 160
_PART_OF_ANNEX = lasting(r"(?:Part|Deel|Teil|Partie) (?:\d|[A-Z])\b")
# "Bijlage 3:" within a document that is an annex itself.
_NUMBERED = lasting(r" \d")
_SEVERAL = AnyCase(r"(?:bijlagen|annexes|appendices|schedules|anlagen)\b")
_AS_REPEALED = AnyCase(
    r"intrekking van|oudere|eerdere|ingetrokken|vervallen|voorheen|vervang(?:t|en|ing)|opvolger|repealing|repealed|formerly|"
    r"replac|vervalt|aufhebung|abrogeant|superseded|destijds",
)
_LAWS = (Kind.ACT, Kind.DECREE, Kind.DIRECTIVE, Kind.REGULATION)


def _repealed_law(reading: Reading) -> Iterator[Candidate]:
    """A law that is no more, unless the sentence names it for that."""
    folded = reading.text.lower()
    for law in all_repealed_laws():
        names = (*law.names, *law.abbreviations)
        if law.kind not in _LAWS or not any(name.lower() in folded for name in names):
            continue
        pattern = _mentions(law.names, law.abbreviations)
        others = tuple(f"{name} {after}" for name in names for after in law.unless_followed_by)
        found = [
            sentence
            for sentence in reading.sentences
            if (match := pattern.search(sentence.text))
            and not _AS_REPEALED.search(sentence.text[: match.end() + 40])
            and not any(other in sentence.text for other in others)
        ]
        if found:
            written = next(
                (name for name in law.names if any(name.lower() in s.text.lower() for s in found)), law.names[0]
            )
            yield proposed("document.repealed_law", *found[:3], value=(written,))


def _mentions(names: tuple[str, ...], abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    long = "|".join(re.escape(name) for name in names)
    short = "|".join(re.escape(name) for name in abbreviations)
    return lasting(rf"(?i:{long})" + (rf"|\b(?:{short})\b" if short else ""))


RULES = (
    Rule("document-version", ("document.version",), _version),
    Rule("document-language", ("document.language",), _language),
    Rule("document-state", ("document.state",), _state),
    Rule("document-annexes", ("document.annexes",), _annexes),
    Rule("document-repealed-law", ("document.repealed_law",), _repealed_law),
)
