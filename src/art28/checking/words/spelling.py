"""Words of an agreement -> the form that rules search: in lower case, without marks, the parties' roles in capitals."""

import re
from dataclasses import dataclass

from art28.agreement.passages import Reading
from art28.checking.words.acting import acting_name
from art28.checking.words.phrases import folded
from art28.document.pattern import lasting

_MARKS = str.maketrans(dict.fromkeys('"“”„‘*_()[]{}|\\', " "))
_QUOTES = re.compile(r"(?<!\w)['’]|['’](?!\w)")
_SPACE_BEFORE = re.compile(r" +(?=[,.;:])")
_TOKEN = lasting(r"(?:\b(?:de|het|the|der|die|den|dem) )?(?<![a-z-])((?:sub)?(?:processor|controller))(?![a-z])")
# Where the parties are "wij" and "je", these are theirs.
_THEIRS = re.compile(r"\b(?:(onze|ons|our|us|wij|we)|(jouw|jou|uw|your))\b")
_WE = lasting(r"\b(?:[Ww]ij|We|we)\b")
_OFTEN = 6
_PRONOUNS = frozenset({"wij", "we", "jij", "je", "u", "you"})
# What a template leaves to be filled in, before its brackets go: one box stands for it.
_LEFT_OPEN = re.compile(
    r"\{\{[^{}\n]{1,80}\}\}|(?:\\?_){4,}|\[[●•.…_ ]{1,40}\]|\[[A-ZÀ-Þ][A-ZÀ-Þ _/]{3,50}\](?!\()"
    r"|\[(?i:insert|enter|specify|describe|to be |complete|fill|vul |in te vul|invul|nader |bitte|einzu|einfüg|auszu|à compl|à préc|à rempl|compléter|préciser)[^\[\]\n]{0,80}\](?!\()"
)
# One of these is in all that `_LEFT_OPEN` finds.
_OPENS_A_BLANK = ("{{", "[", "_")
_BOX = " □ "
_NAMES_A_SUB = re.compile(
    r"^(?:[a-z\d.]{1,4}\s)?(?P<name>[a-z][\w-]{4,30})(?::| means| betekent) (?:een |an? |de |any |elke |iedere )?(?:derde|third part|partij|party|bedrijf|company|persoon|leverancier|supplier)\b"
    r".{0,80}SUBPROCESSOR"
)


def plain(text: str) -> str:
    """`text` in the form that rules search: in lower case, without marks and accents, the roles in capitals."""
    filled = _LEFT_OPEN.sub(_BOX, text) if any(map(text.__contains__, _OPENS_A_BLANK)) else text
    unquoted = _QUOTES.sub(" ", filled) if "'" in filled or "’" in filled else filled
    words = " ".join(unquoted.translate(_MARKS).split())
    lower = folded(_SPACE_BEFORE.sub("", words).lower().replace("’", "'"))
    if "PROCESSOR" in text or "CONTROLLER" in text:
        lower = _TOKEN.sub(lambda match: match[1].upper(), lower)
    return lower


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an agreement's own words for the parties are searched, besides those that reading knows."""

    acting: re.Pattern[str] | None
    other_name: re.Pattern[str] | None
    speaks_as_we: bool

    def of(self, raw: str) -> str:
        """`raw` in the form that rules search."""
        text = plain(raw if self.acting is None else self.acting.sub("PROCESSOR", raw))
        if self.other_name is not None:
            text = self.other_name.sub("SUBPROCESSOR", text)
        if self.speaks_as_we:
            text = _THEIRS.sub(lambda match: "PROCESSOR" if match[1] else "CONTROLLER", text)
        return text


def spelling_of(reading: Reading) -> Spelling:
    """How the agreement's own words for the parties are searched."""
    speaks_as_we = bool(_PRONOUNS & reading.names.keys()) or len(_WE.findall(reading.text)) >= _OFTEN
    return Spelling(acting_name(reading), _other_name(reading), speaks_as_we)


def _other_name(reading: Reading) -> re.Pattern[str] | None:
    """Another word that the agreement defines for a sub-processor ("Hulpleverancier: een derde die als subverwerker …")."""
    for sentence in reading.sentences:
        match = _NAMES_A_SUB.match(plain(sentence.text)) if "SUBPROCESSOR" in sentence.text else None
        if match:
            return re.compile(rf"\b{re.escape(match['name'])}(?:s|en)?\b")
    return None
