"""Statement -> statement with its subject: the processor for the pronoun that it begins with."""

import re
from dataclasses import dataclass

from art28.document.outline import Clause

_NUMBERED = r"^(?:[\d.]+\)? |[a-z][.)] |\W+)*+"
_BEGINS = re.compile(
    _NUMBERED + r"(?:(?P<processor>PROCESSOR)|(?P<he>hij|er|it|il|elle)) (?!(?:is|ist|est|wordt|wird|sind|zijn)\b)"
)
_ITS_DUTIES = re.compile(
    r"\b(?:verplichtingen|plichten|taken|pflichten|aufgaben|obligations|engagements|duties|responsibilities)\b.{0,16}\bPROCESSOR$|"
    r"\bPROCESSOR'?s? (?:obligations|duties|responsibilities)$"
)
# All that says so ends in one of these.
_DUTIES_END = ("PROCESSOR", "obligations", "duties", "responsibilities")


@dataclass(slots=True)
class Subject:
    """Whom "hij", "er" or "it" at the beginning of a sentence stands for: the processor, who acted in the sentence before,
    or whose duties the title says to follow.
    """

    acted: bool = False
    duties: bool = False
    clause: Clause | None = None

    def of(self, text: str, clause: Clause) -> str:
        """`text` with the processor for the pronoun that it begins with."""
        if clause is not self.clause and not (self.clause and clause.heading == self.clause.heading):
            self.acted = self.duties = False
        self.clause = clause
        begins = _BEGINS.match(text)
        if begins is None:
            self.duties = self.duties or (text.endswith(_DUTIES_END) and _ITS_DUTIES.search(text) is not None)
            self.acted = self.duties
        elif begins["processor"]:
            self.acted = True
        elif self.acted:
            return f"{text[: begins.start('he')]}PROCESSOR{text[begins.end('he') :]}"
        return text
