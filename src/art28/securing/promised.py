"""A reading -> the measures that the agreement promises, one by one, each with its words, its place and what it is about.

They stand in the annex on security, wherever that is, and in an article on it that lists them. An item of a list or a row of
a table is one promise, elsewhere a sentence is. Whether two agreements promise the same is told by `key`: the same words with
the parties' names replaced, so that a decision on one holds for all on the same template.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.outline import Part
from art28.securing.topics import OTHER, topic_of

READER = 2
"""Raised when promises are read otherwise, so that what was read before is read again."""
_SECURITY = re.compile(
    r"beveilig|veiligheid|security|maatregel|measures|sicherheit|maßnahmen|sécurité|mesures|\btoms?\b", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"datalek|inbreuk|incident|breach|\baudit|controle(?:recht)?\b|\bmeld|vorfall|violation|subverwerk|sub-?process|doorgifte",
    re.IGNORECASE,
)
_OF_THE_OTHER = re.compile(r"\bCONTROLLER (?:zorgt|dient|moet|zal|is|staat|stelt|shall|must|will|warrants)\b")
_DOES = re.compile(
    r"\b(?:wordt|worden|is|zijn|heeft|hebben|beschikt|beschikken|neemt|treft|gebruikt|maakt|moet|moeten|dient|kan|"
    r"kunnen|voldoet|voldoen|installeert|vindt|vinden|krijgt|krijgen|werkt|werken|has|have|are|uses?|must|shall|will|"
    r"wird|werden|ist|sind|hat|haben|est|sont|a|ont)\b"
)
_TO_FILL_IN = re.compile(r"…{2}|\.{5}|_{4}|\b(?:ja|yes) ?/ ?(?:nee|no)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)]?\s+)?\W*")
_TITLE_AT_MOST = 90
_WORDS_AT_LEAST = 2
_LISTED = frozenset({BlockKind.ITEM, BlockKind.TABLE_ROW, BlockKind.FIELD})
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Promised:
    """One measure as it is promised. `start:end` is its range in the document's text, `words` are the document's own."""

    key: str
    topic: str
    heading: str
    words: str
    start: int
    end: int


def promised(reading: Reading) -> tuple[Promised, ...]:
    """Every measure that the agreement promises, in its order; the same words twice are one promise."""
    found: dict[str, Promised] = {}
    for heading, start, end in _passages(reading):
        made = _promise(reading, heading, start, end)
        if made is not None:
            found.setdefault(made.key, made)
    return tuple(found.values())


def _promise(reading: Reading, heading: str, start: int, end: int) -> Promised | None:
    said = reading.text[start:end]
    cited = reading.citations(start, end)
    words = " ".join(_MARK.sub("", reading.original(start, end)).split())
    if not cited or not words:
        return None
    alike = " ".join(_WORD.findall(said.lower()))
    key = hashlib.sha256(alike.encode()).hexdigest()
    topic = topic_of(said)
    if topic == OTHER and heading:
        topic = topic_of(heading)
    return Promised(key, topic, heading, words, cited[0].start, cited[-1].end)


def _passages(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """The heading that each promise stands under, and its range of the reading text."""
    lines = reading.lines
    last, within, title = "", False, ""
    for place, line in enumerate(lines):
        if line.clause.heading != last:
            last = line.clause.heading
            within, title = _about_security(last), ""
        in_annex = line.clause.part is Part.ANNEX
        if _is_title(line, lines[place + 1] if place + 1 < len(lines) else None):
            words = " ".join(reading.original(line.start, line.end).split()).strip(" :")
            own = words != last
            if in_annex and own and line.block.kind is BlockKind.HEADING:
                within = _about_security(words) or (_about_security(last) and not _OTHERWISE.search(words))
            elif in_annex and own and words[:1].isalnum() and not words.endswith("?") and _about_security(words):
                within = True
            title = words[:_LONGEST_HEADING] if own else ""
            continue
        if within and line.clause.part in (Part.ANNEX, Part.BODY):
            for start, end in _units(reading, line):
                if _counts(reading.text[start:end], line, in_annex=in_annex):
                    yield title or " ".join(last.split())[:_LONGEST_HEADING], start, end


def _about_security(heading: str) -> bool:
    return _SECURITY.search(heading) is not None and _OTHERWISE.search(heading) is None


def _is_title(line: ReadingLine, following: ReadingLine | None) -> bool:
    """Whether a line names what follows: a heading, or a short line without a verb or an end before something else."""
    if line.block.kind is BlockKind.HEADING:
        return True
    text = line.text.strip()
    if line.block.kind in _LISTED or following is None or len(text) > _TITLE_AT_MOST or not text:
        return False
    return text.endswith(":") or (text[-1] not in ".;!?," and _DOES.search(text.lower()) is None)


def _units(reading: Reading, line: ReadingLine) -> Iterator[tuple[int, int]]:
    """A listed line as a whole, else sentence by sentence."""
    if line.block.kind in _LISTED:
        yield line.start, line.end
        return
    for sentence in reading.sentences:
        if line.start <= sentence.start < line.end:
            yield sentence.start, sentence.end


def _counts(said: str, line: ReadingLine, *, in_annex: bool) -> bool:
    """Whether words promise a measure: named under a heading on security, by whom it is promised, and not just a lead-in."""
    words = _WORD.findall(said)
    if (
        (len(words) < _WORDS_AT_LEAST and topic_of(said) == OTHER)
        or said.rstrip().endswith((":", "?"))
        or _OF_THE_OTHER.search(said)
    ):
        return False
    if _TO_FILL_IN.search(said):
        return False
    if in_annex and line.block.kind in _LISTED:
        return True
    return topic_of(said) != OTHER and (in_annex or line.block.kind is BlockKind.ITEM or bool(line.block.label))
