"""Pieces of a text -> the title that each stands under within its clause: "- **Audits.** …", "Audits: …", "| Audits | … |".

Who writes bullets and tables gives each a title of its own and heads them all "Duties"; for a reader that is a heading as any other.
"""

import re
from dataclasses import dataclass

from art28.document.outline import Clause

_MARK = r"(?:[-•●○▪■◦‣·o−–>]\s|\(?[a-z\d]{1,3}[.)]\s|\d+(?:\.\d+)*\.?\s)?"
_WORDS = r"(?P<title>[^\W\d_][^\s.:;]*(?: [^\s.:;]+){0,5})"
# "Audits." with more on its line, "Audits: more", "Audits?", and the first of two cells.
_ALONE = re.compile(rf"{_MARK}{_WORDS}[.?:]?")
_BEFORE_A_COLON = re.compile(rf"{_MARK}{_WORDS} ?: (?=\S+ \S+)")
_FIRST_CELL = re.compile(rf"{_MARK}{_WORDS}[.:?]?\t(?=[^\t]+(?:\t\s*)?$)")
# A short sentence is no title: "The data are kept in Utrecht."
_A_VERB = re.compile(
    rf"^{_MARK}(?:PROCESSOR|CONTROLLER) (?!['’]s)[^\W\d_]+|"
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|mag|mogen|moet|moeten|geldt|gelden|"
    r"are|has|have|will|shall|may|must|can|applies|apply|ist|sind|wird|werden|hat|haben|kann|darf|muss|gilt|est|sont|a|ont|peut|doit)\b"
)
# A sentence of its own behind a title: "Audits: PROCESSOR works with …". What a label names isn't one.
_A_SENTENCE = re.compile(
    r"(?:de |het |the |der |die |das |le |la |les |this |deze |dit |dieser |diese |le présent |la présente |cette |cet )?"
    r"(?:PROCESSOR|CONTROLLER|SUBPROCESSOR|\w*overeenkomst|agreement|\w*vertrag|contrat|accord) [^\W\d_]+ \S+ [^\t]*[.;]$",
    re.IGNORECASE,
)
# What a title on the line of its sentence is followed by.
_GOES_ON = frozenset(" :\t")
# Labels of what the law wants described: their rules look for what stands behind them.
_DESCRIBES = re.compile(r"(?:aard|doel\w*|nature|purposes?|art|zweck\w*|finalités?)\b", re.IGNORECASE)


def _labelled(raw: str) -> re.Match[str] | None:
    """The title before a colon, or in the first of two cells."""
    return (_BEFORE_A_COLON.match(raw) if ": " in raw else None) or (_FIRST_CELL.match(raw) if "\t" in raw else None)


def behind_title(raw: str) -> int:
    """Where the sentence behind a title begins in a piece; 0 where no sentence stands behind one."""
    match = _labelled(raw)
    if match is None or _DESCRIBES.match(match["title"]):
        return 0
    return match.end() if _A_SENTENCE.match(raw, match.end()) else 0


@dataclass(slots=True)
class Titles:
    """The title that counts where one reads, and the clause that it stands in."""

    text: str
    clause: Clause | None = None
    title: str = ""

    def above(self, raw: str, start: int, clause: Clause, *, completes: bool) -> str:
        """The title of the piece `raw` at `start`: that of its line, or of the line whose lead-in it completes."""
        opens_line = start == 0 or self.text[start - 1] == "\n"
        own = self._own(raw, start) if opens_line else None
        if own is not None:
            self.clause, self.title = clause, own
        elif clause is not self.clause or (opens_line and not completes):
            self.clause, self.title = clause, ""
        return self.title

    def _own(self, raw: str, start: int) -> str | None:
        end = start + len(raw)
        match = _labelled(raw)
        if match is None and self.text[end : end + 1] in _GOES_ON:
            match = _ALONE.fullmatch(raw) if raw.endswith("?") or not _A_VERB.search(raw) else None
        return match["title"] if match else None
