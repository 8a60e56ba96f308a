"""A line of a signature -> what it adds to it: who signs, in which function, when, and with what mark."""

import re
from dataclasses import dataclass, field

from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.mentions import is_organisation
from art28.extraction.naming.persons import is_function, person_in
from art28.extraction.values.dates import NamedDate, dates
from art28.extraction.words.search import AnyCase
from art28.terms import Role

GAP = lasting(r"(?<=\S)(?: {4,}|\t[ \t]*\t[ \t]*)(?=\S)")
"""What keeps columns apart that blanks or tabs alone tell."""
_LONGEST = 120
_LABEL = AnyCase(
    r"^\W*(?P<label>naam(?: ondertekenaar| vertegenwoordiger)?|name(?: and title)?|door|by|functie|title|position|function|"
    r"funktion|"
    r"role|hoedanigheid|capacity|datum|date|place|plaats|ort|lieu|handtekening(?: en datum)?|signature(?: and (?:accession )?date| et date)?|unterschrift(?: und datum)?|nom|qualité|fonction|"
    r"print name|"
    r"vertegenwoordigd door|represented by)(?: ?\([^)]{0,20}\))?\s*[:\t]\s*(?P<value>.*)$"
)
KINDS = {
    "person": ("naam", "name", "door", "by", "nom", "print", "vertegenwoordigd", "represented"),
    "function": (
        "functie",
        "title",
        "position",
        "function",
        "funktion",
        "role",
        "hoedanigheid",
        "capacity",
        "qualité",
        "fonction",
    ),
    "date": ("datum", "date", "place", "plaats", "ort", "lieu"),
}
_OF_A_MARK = ("handtekening", "signature", "unterschrift")
_MARK = AnyCase(
    r"\bw\.? ?g\.?(?=\W|$)|\bget\.|[(\[](?:was )?(?:getekend|signed|gezeichnet|signé)[)\]]|"
    r"^[\s*_(]*(?:ondertekend|getekend|signed|gezeichnet|signé)[\s*_.)]*$|/s/|\be\. ?h\.|\bgez\.|"
    r"(?:digitaal|elektronisch|digitally|electronically) (?:onder|ge)?(?:tekend|signed)|docusign"
)
_MARKED = re.compile(r"(?i:\bw\.? ?g\.?|\bget\.|/s/|\be\. ?h\.|\bgez\.)")
_NO_NAME = re.compile(
    r"[\d@]|^IN WITNESS\b|\b(?:Namens|Voor|For|Für|Pour|Signed|On|Aldus|Handtekening|Naam|Bedrijfsnaam|Organisatie|Legal|Company|the|"
    r"CONTROLLER|"
    r"PROCESSOR)\b"
)
FOR_A_PARTY = re.compile(
    r"^\W*(?:(?i:(?:voor )?akkoord|handtekening|ondertekening|agreed(?: and signed)?|signed|getekend):? )?(?:(?i:namens|voor|for and on behalf of|on behalf of|for|für|pour|door|signed for)\s+)?(?i:de |het |the |die |"
    r"der |den |dem |la |le )?"
)
# "B. Jansen, directeur. Datum: 3 maart": what stands behind a function is the next field.
_NEXT_FIELD = re.compile(r"[.;]\s+(?i:datum|date|plaats|place|handtekening|signature|ort|lieu)\b.*$")
_ON_BEHALF = re.compile(r"^\s*(?:namens|voor|on behalf of|for|für|pour) [^,]+,\s*")


@dataclass(slots=True)
class Signature:
    """What one party's signature holds, with places in the flow; None where it holds none of it."""

    role: Role | None = None
    person: Detail | None = None
    function: Detail | None = None
    date: NamedDate | None = None
    marked: bool = False
    scrawled: bool = False
    """Whether the person is known from the mark alone, which may shorten the name."""
    lines: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scrap:
    """A line of one column: its words, and where they begin in the flow."""

    text: str
    start: int


def add(signature: Signature, scrap: Scrap) -> None:
    """What a line adds to a signature."""
    labelled = _LABEL.match(scrap.text)
    start = labelled.start("value") if labelled else 0
    value = scrap.text[start:].strip()
    kind = next((k for k, labels in KINDS.items() if labelled and labelled["label"].split()[0] in labels), None)
    if _MARK.search(scrap.text):
        signature.marked = True
    if not value or is_blank(value):
        return
    found = next(iter(dates(value)), None)
    if found is not None and signature.date is None and kind in (None, "date"):
        at = scrap.start + start
        signature.date = NamedDate(found.iso, at + found.start, at + found.end)
        # A mark and a date under one label: who signs stands before the date.
        value = value[: found.start].rstrip(" ,") if labelled and labelled["label"].startswith(_OF_A_MARK) else ""
        if not value:
            return
    if kind == "date":
        return
    person, _, function = name_and_function(_MARKED.sub("", value).strip(" :,;-()"))
    function = _NEXT_FIELD.sub("", _ON_BEHALF.sub("", function))
    place = (scrap.start + start, scrap.start + start + len(value))
    named = person_in(person) if kind in (None, "person") and reads_as_a_name(person) else None
    scrawled = labelled is not None and labelled["label"].startswith(_OF_A_MARK)
    if named and (signature.person is None or (signature.scrawled and kind == "person")) and not is_function(person):
        signature.person, signature.scrawled = Detail("representative", named, *place), scrawled
        if function.strip() and is_function(function) and signature.function is None:
            signature.function = Detail("representative_role", function.strip(), *place)
    elif named and signature.function is None and not is_function(person) and is_function(function):
        # The name a second time, under the mark: "w.g. J. Vos / mevrouw J. Vos, directeur".
        at = place[0] + value.rfind(function.strip())
        signature.function = Detail("representative_role", function.strip(), at, at + len(function.strip()))
    elif signature.function is None and (
        kind == "function" or (kind is None and is_function(value) and len(value) < _LONGEST // 2)
    ):
        signature.function = Detail("representative_role", value.strip(" .,()"), *place)


def name_and_function(words: str) -> tuple[str, str, str]:
    """A name and the function behind it: behind a comma, or as the words with which a function begins."""
    if "," in words:
        return words.partition(",")
    if _BEFORE_A_FUNCTION.match(words):
        return words, "", ""
    parts = words.split()
    for at in range(2, min(len(parts), 6)):
        name, rest = " ".join(parts[:at]), " ".join(parts[at:])
        if (is_function(parts[at]) or _BEFORE_A_FUNCTION.match(rest)) and is_function(rest) and reads_as_a_name(name):
            return name, ",", rest
    return words, "", ""


_BEFORE_A_FUNCTION = re.compile(
    r"(?:managing|chief|general|algemeen|statutair|financieel|commercieel|operationeel)\b", re.IGNORECASE
)


def reads_as_a_name(words: str) -> bool:
    """Whether words are a person's name and nothing else: a few, capitalised but for particles, not an organisation."""
    parts = words.split()
    capitals = sum(part[:1].isupper() for part in parts)
    return (
        2 <= len(parts) <= 7
        and capitals >= 2
        and not is_organisation(words)
        and not _NO_NAME.search(words)
        and not (parts[0].isupper() and len(parts[0]) > 3 and "." not in parts[0])
    )
