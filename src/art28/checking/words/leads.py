"""What items of a list complete: their lead-in, told by labels, and by where a list goes on or begins anew."""

import re
from dataclasses import dataclass

from art28.document.outline import Clause

LEAD_END = re.compile(r":[^\w□]*$")
_LABELLED = re.compile(r"^\W{0,3}(?P<label>\d{1,2}|[a-z]|[ivx]{1,4})\\?[.)]\s")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_DEPTH = {"digit": 0, "letter": 1, "roman": 2}


@dataclass(frozen=True, slots=True)
class Label:
    """The label of an item: "(b)" is the second of the letters."""

    series: str
    number: int

    def follows(self, other: "Label") -> bool:
        """Whether this is the next label after `other`."""
        return self.series == other.series and self.number == other.number + 1


@dataclass(slots=True)
class Lead:
    """Words that items complete; `own` is the label of the lead-in itself, `last` that of the item read last."""

    text: str
    span: tuple[int, int]
    clause: Clause
    own: Label | None = None
    last: Label | None = None
    marked: bool = False
    """Whether an item below it began with a mark, so that what has none is no item."""

    def takes(self, label: Label | None) -> bool:
        """Whether an item with `label` may complete this lead-in: no sibling of its own, no list that starts anew."""
        if label is None:
            return True
        if self.last is None:
            return self.own is None or not label.follows(self.own)
        if label.series == self.last.series:
            return label.number > self.last.number
        return _DEPTH[label.series] > _DEPTH[self.last.series]


_GOES_ON = re.compile(r"^\W*\d+(?:\.\d+)+\W+[a-zß-ÿ]")


# Below "(c) help with the following:" what is counted by digits in brackets, whatever article numbers it.
_COUNTED_BELOW = re.compile(r"^\W*\(\d{1,2}\)\s")


def continues(lead: Lead, clause: Clause, raw: str) -> bool:
    """Whether `clause`, which opens with `raw`, is a numbered item below the clause of a lead-in.

    Below the title of an article, "We will:" is completed by what goes on in small letters: "3.1 act only on instructions;".
    """
    above = lead.clause
    if above.number:
        return clause.number.startswith(f"{above.number}.")
    if not above.article or not clause.number.startswith(f"{above.article}.") or clause.heading != above.heading:
        return False
    lettered = lead.own is not None and lead.own.series == "letter"
    return bool(_GOES_ON.match(raw) or (lettered and _COUNTED_BELOW.match(raw)))


_MARK = re.compile(r"^[-•●○▪■◦‣·−–]\s")


def lead_for(leads: list[Lead], *, is_item: bool, text: str, label: Label | None) -> Lead | None:
    """The lead-in that `text` completes. A full sentence or a lead-in that is no item ends the list, and so does a label
    out of turn.
    """
    if not leads:
        return None
    if _MARK.match(text):
        leads[-1].marked = True
    enough = 20 if leads[-1].marked else 60
    if not is_item and ((text.endswith(".") and len(text) > enough) or LEAD_END.search(text)):
        leads.clear()
        return None
    while leads and not leads[-1].takes(label):
        leads.pop()
    if not leads:
        return None
    if label is not None and (leads[-1].last is None or label.series == leads[-1].last.series):
        leads[-1].last = label
    return leads[-1]


def label_of(raw: str, before: Label | None) -> Label | None:
    """The label that `raw` starts with; "(i)" is a letter only right after "(h)"."""
    match = _LABELLED.match(raw[:12].lower())
    if match is None:
        return None
    written = match["label"]
    if written.isdigit():
        return Label("digit", int(written))
    letter = ord(written) - ord("a") + 1 if len(written) == 1 else 0
    if letter and (written not in "ivx" or (before is not None and Label("letter", letter).follows(before))):
        return Label("letter", letter)
    return Label("roman", _ROMAN.index(written) + 1) if written in _ROMAN else None
