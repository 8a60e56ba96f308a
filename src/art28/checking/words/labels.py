"""Labels and what stands below them: where an agreement fills in what it announces."""

import re
from functools import lru_cache

from art28.checking.words.phrases import expression
from art28.checking.words.remembering import of_words
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned
from art28.document.outline import Part

# Numbers, letters and marks before the first word; what was taken isn't given back.
AT_THE_START = r"^(?:\d[\d.]*\)? |[a-z][.)] |\W+)*+"
# A statement of no more characters is a label or a title.
LABEL = 70
BLANK = expression(
    r"in te vullen|te vullen door|weghalen wat|to be completed|to be filled|(?:svp|hier|nader|zelf) (?:in ?te ?vullen|invullen)|aankruisen|aanvinken|selecteer|please (?:specify|complete|select)|_{3,}|\.{4,}|…{2,}|☐|□|n\.t\.b\.|auszufüllen|^\W*bijv\. "
)
ON_BREACHES = r"\b(?:\w*(?:data|beveiligings)lek\w*|lek(?:ken)?|inbreuk\w*|breach\w*)\b"
_ON_OTHER_MATTERS = r"\b(?:incident(?:en|s)?|audits?|auditors?)\b"
FAR_BELOW = 16
# "Personal data: name, …", "Doel van de verwerking: het plannen …": a label with what it announces behind it.
_LABELLED = expression(
    AT_THE_START
    + r"(?:[\w'-]+ ){0,3}(?:\w*gegevens|data|betrokkenen|data subjects?|doel\w*|purposes?|duur|duration|aard|nature|onderwerp|subject[ -]matter|SUBPROCESSOR|bewaartermijn\w*|retention)(?: [\w'-]+){0,3}: \w"
)
WIDEST_HEAD = 16
LISTED = 4
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.? (?=\w)")
TOPIC = expression(
    r"\b(?:dienst\w*|services?|gegevens|categor\w+|soorten?|types?|activiteit\w*|verwerking\w*|processing|data|subjects?|betrokkenen?|persoonsgegevens|bewaartermijn\w*|sub-?verwerkers?|SUBPROCESSOR|doel\w*|aard|maatregelen|contactgegevens|duur|data subjects?|personal data|retention|purposes?|nature|duration|measures)\b"
)
_OF_SUBS = re.compile(r"SUBPROCESSOR|subproc|sub-proc|subverw|sub-verw|subcontract|unterauftr|subuntern|ulterieur")
_OF_DATA = re.compile(r"\bdata\b|gegevens|processing|verwerking|daten|données|verarbeitung|traitement")
IS_ITEM = re.compile(r"^(?:[-•●○▪■◦‣·o−–]|[a-z]{1,3}[.)]|\d{1,2}[.)])\s")
_OTHER_HEADINGS = (
    "maatregel",
    "beveilig",
    "security",
    "measures",
    "lek",
    "inbreuk",
    "breach",
    "incident",
    "misgaat",
    "mis gaat",
    "fout gaat",
    "goes wrong",
    "audit",
    "verzoek",
    "rechten",
    "rights",
)


def below(text: Questioned, one: Statement) -> tuple[Statement, ...]:
    """What stands below a label, up to the next one; nothing where it only points elsewhere."""
    if one.part is not Part.ANNEX and len(one.own) > LABEL and not one.own.rstrip().endswith(":"):
        return ()
    found: list[Statement] = []
    short = 0
    number = _numbered(one)
    for other in text.around(one, after=FAR_BELOW):
        if number and _numbered(other) == number:
            number = None  # The items of a list below it count from one again.
        if number and _numbered(other) == (*number[:-1], number[-1] + 1):
            break
        if other.has(_LABELLED) and (found or one.has(_LABELLED)):
            break
        # A run of short lines is the head of a table that lost its columns, a single one the next label.
        if (
            len(other.own) < LABEL
            and other.has(TOPIC)
            and (not IS_ITEM.match(other.own) or IS_ITEM.match(one.own) or other.own.rstrip().endswith(":"))
            and found
            and (not short or other.own.rstrip().endswith(":"))
        ):
            break
        short = short + 1 if len(other.own) < LABEL and not IS_ITEM.match(other.own) else 0
        if not speaks_of_something_else(other):
            found.append(other)
    return tuple(found)


@of_words
def heads_a_table(one: Statement) -> bool:
    """Whether `one` is little but the names of columns: "data subjects, purpose, nature, retention"."""
    words = one.own.split()
    if len(words) > WIDEST_HEAD:
        return False
    topics = sum(bool(TOPIC.match(word)) for word in words)
    return topics >= LISTED and 2 * topics >= len(words)


def _numbered(one: Statement) -> tuple[int, ...] | None:
    """The number that `one` begins with."""
    match = _NUMBER.match(one.own)
    return tuple(int(part) for part in match[1].split(".")) if match else None


def speaks_of_something_else(one: Statement) -> bool:
    """Whether `one` is about breaches, audits, measures or rights, so describes no processing."""
    return _heads_something_else(one.heading) or one.says(ON_BREACHES) or one.says(_ON_OTHER_MATTERS)


@lru_cache(maxsize=256)
def _heads_something_else(heading: str) -> bool:
    if any(word in heading for word in _OTHER_HEADINGS):
        return True
    return bool(_OF_SUBS.search(heading)) and not _OF_DATA.search(_OF_SUBS.sub(" ", heading))
