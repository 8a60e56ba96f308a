"""What the columns of tables are headed with in agreements, and how far words look like a cell of a column.

Heads are told by their words in four languages (`columns.toml`), each a kind of column; cells by what such a column holds: a
company's name ends with its legal form, a place is a country, a number has digits. What a purpose or a service says can't be
foreseen, so their cells are told by their neighbours.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from art28.agreement.countries import codes_by_name
from art28.agreement.legalforms import LEGAL_FORM

_REGIONS = (
    *(
        "eu",
        "eer",
        "eea",
        "ewr",
        "eee",
        "europese unie",
        "europese economische ruimte",
        "european union",
        "vk",
        "vs",
        "uk",
    ),
    *("european economic area", "europäische union", "union européenne", "england", "us", "usa", "binnen de eer"),
    *("worldwide", "wereldwijd", "weltweit", "mondial"),
)
_TWO_COLUMNS = re.compile(
    r"(?P<label>item|field|topic|subject|element|onderwerp|veld|kenmerk|onderdeel|gegeven|aspect|punkt|gegenstand|rubrique|"
    r"élément|thema|punt|bepaling|provision|thème) (?:description|details?|omschrijving|beschrijving|invulling|toelichting|"
    r"inhoud|antwoord|specificatie|afspra(?:ak|ken)|regeling|wat (?:wij|we) afspreken|agreement|arrangement|terms|regelung|"
    r"vereinbarung|accord|beschreibung|angaben?|erläuterung|détails?)",
    re.IGNORECASE,
)
# Words that head the columns of an agreement's tables, whatever kind of column that is.
_COLUMN_HEADS = re.compile(
    r"\b(?:naam|name|dienst(?:en)?|services?|sub-?verwerkers?|sub-?processors?|(?:hulp)?leveranciers?|suppliers?|partij|"
    r"party|"
    r"onderwerp|waarvoor|purposes?|functie|role|telefoon\w*|telephone|phone|e-?mail\w*|land(?:en)?|country|locatie|location|"
    r"vestiging\w*|gevestigd|established|verwerk(?:t|ing)|processing|doel(?:einden)?|bewaar\w*|retention|categorie(?:ën)?|"
    r"category|soort|persoonsgegevens|data|gegevens|betrokkenen|subjects?|waarborg|mechanism|maatregel(?:en)?|measures?|"
    r"activiteit\w*|type|werkzaamheden|taak|opslag|versie|version|datum|date|omschrijving|description|examples?|"
    r"voorbeelden|iso|nen)\b",
    re.IGNORECASE,
)
COMPANIES = frozenset({"company", "seated"})
POSTCODE = r"(?:\d{4} ?[A-Z]{2}|\d{4,5})"
_BLANK = re.compile(
    r"\[[^\]]*\]|[.…_]{2,}|[-–—]|(?:n\.?v\.?t\.?|n/a|nicht anwendbar|sans objet|s\.o\.|geen|none|keine|aucune?|"
    r"(?:not|niet) (?:applicable|van toepassing))",
    re.IGNORECASE,
)
_FORM = re.compile(rf" {LEGAL_FORM}(?: \([^)]*\))?(?=[\s,(]|$)")
_WORD_OF_NAME = r"[A-Z0-9À-Þ&(][\w&'’.()+-]*"
_NAME = re.compile(
    rf"{_WORD_OF_NAME}(?: (?:{_WORD_OF_NAME}|[&-]|van|de|der|den|of|en|and|und|et|for|voor|du|la|le|des)){{0,6}},?"
)
_OF_PERSON = rf"(?:{_WORD_OF_NAME}|van|de|der|den|von|el|al|ter|ten|[’']t)"
_PERSON = re.compile(rf"{_OF_PERSON}(?: {_OF_PERSON}){{1,4}}")
# "Acme GmbH, Kiel", "Acme GmbH, Kade 4, 24103 Kiel (Deutschland)".
_SEATED = re.compile(
    rf" {LEGAL_FORM}, (?:[^,]+ \d+\w?, )?(?:{POSTCODE} )?[A-ZÀ-Þ][\w’'-]+(?:,? \([^)]+\)|, [A-ZÀ-Þ][\w ]+)?$"
)
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[,;/]|(?<!-) (?:en|and|und|et|of|or|oder|ou) ")
_PHONE = re.compile(r"[+(]?[\d][\d ()/.-]{6,}\d(?: \(24/7\))?")
_MAIL = re.compile(r"\S+@\S+\.\w+")
_MAIL_LAST = re.compile(r"\S+@\S+\.\w+\)?$")
_NUMBERS = {
    "phone": _PHONE,
    "mail": _MAIL,
    "registered": re.compile(r"\d[\d .]{4,}\d"),
    "number": re.compile(r"\d{1,2}[.)]?"),
}
# What a cell doesn't end with, and what it doesn't begin with.
_DANGLES = re.compile(
    r"(?:[,/&:(-]|(?<![.\w])(?-i:[A-Z]\.)|\b(?:[md]r|[md]rs|ir|ing|prof|mevr|mw|dhr)\.|"
    r"\b(?:en|of|van|de|het|een|voor|met|in|op|te|na|tot|vanaf|uit|bij|naar|door|aan|om|over|"
    r"and|or|of|the|a|for|to|with|by|after|until|from|about|und|oder|der|die|das|von|für|nach|ab|bis|mit|bei|im|zur|zum|"
    r"et|ou|du|la|le|les|des|pour|après|avec|par|au|aux|"
    r"alle|overige|andere|all|other|any|sämtliche|toutes?|tous))$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[,;.()/&]|(?:en|of|van|and|or|und|oder|et|ou|de|du|des|der|tot en met)\b(?! (?:klant|gegevens)))",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:over|met|voor|in|op|aan|bij|door|naar|uit|about|with|for|on|at|by|über|mit|für|bei|sur|avec|pour)\b(?!-)",
    re.IGNORECASE,
)
_CUT_NUMBER = re.compile(r" \d{1,3}$")
_INITIAL = re.compile(r"(?<![.\w])[A-Z]\.(?! ?[A-Z]\.)")
_SENTENCE = re.compile(r"[a-zà-ÿ]{3,}\. [A-ZÀ-Þ]|[a-zà-ÿ]{3,}[.:?!]$")
_LONGEST_PERIOD, _SOON = 90, 14
# So many characters hold what a cell dangles with; so many digits a number to call has.
_LAST, _DIGITS_OF_PHONE = 14, 8
_REMEMBERED = 4096


@cache
def vocabulary() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The patterns of `columns.toml`: by section and kind, each list in the order in which they are tried."""
    found: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
        files("art28.reading.lines").joinpath("columns.toml").read_text(encoding="utf-8")
    )
    return found


def any_of(patterns: Sequence[str]) -> str:
    """One pattern of several, for a place in a larger one."""
    return f"(?:{'|'.join(patterns)})"


def heads_two_columns(words: str) -> int | None:
    """Where the first of two heads ends that are all of `words`, "Onderdeel Invulling"; None where they are not."""
    match = _TWO_COLUMNS.fullmatch(words)
    return match.end("label") if match else None


def column_heads(words: str) -> int:
    """How many of `words` head columns in agreements."""
    return len(_COLUMN_HEADS.findall(words))


def begins_with_company(words: str) -> bool:
    """Whether a company's name with its legal form stands at the start of `words`."""
    form = _FORM.search(words)
    return form is not None and _NAME.fullmatch(words, 0, form.start()) is not None


def is_name(words: str) -> bool:
    """Whether `words` are all of a name, which may go on below."""
    return _NAME.fullmatch(words) is not None


def likely(kind: str, words: str) -> float:
    """How well `words` would do as a cell of such a column; below nothing where they would not."""
    words = words.rstrip(",") or words if kind in COMPANIES else words
    if _BLANK.fullmatch(words):
        return 1.0 if kind not in {"number", "question"} else -4.0
    uneven = words.count("(") != words.count(")")
    cut = (
        3.0 * bool(_DANGLES.search(words, max(0, len(words) - _LAST)))
        + 2.0 * bool(_GOES_ON.match(words))
        + 2.0 * uneven
    )
    return _fitting(kind, words) - cut


def _fitting(kind: str, words: str) -> float:
    match kind:
        case "place":
            whole, country = _places()
            return 4.0 if whole.fullmatch(words) else 1.0 if country.search(words) else -3.0
        case "company":
            return _named(words)
        case "seated":
            return _named(words) + (3.0 if _SEATED.search(words) else -2.0)
        case "phone" | "mail" | "registered" | "number":
            halved = kind == "phone" and words[0] not in "0+("
            return 4.0 - 1.5 * halved if _NUMBERS[kind].fullmatch(words) else -4.0
        case "side":
            whole_contact = _MAIL_LAST.search(words) is not None and len(_MAIL.findall(words)) == 1
            return (2.5 if whole_contact else -1.0) - words[0].islower()
        case _:
            return _told(kind, words) - _foreign(words)


def _named(words: str) -> float:
    if words[0].islower():
        return -3.0
    form = _FORM.search(words)
    if form is None:
        return -0.5 - 0.15 * len(words.split())
    if _NAME.fullmatch(words, 0, form.start()) is None:
        return -1.0
    if form.end() == len(words):
        return 4.0
    return 2.0 if words[form.end() :].lstrip().startswith((",", "(")) else -1.0


def _told(kind: str, words: str) -> float:
    match kind:
        case "kept":
            told = _held("kept").search(words)
            if told is None or len(words) > _LONGEST_PERIOD:
                return -2.0
            return 2.0 if told.start() == 0 else 1.5 if told.start() <= _SOON else 0.0
        case "subjects" | "data":
            return _listed(kind, words) - bool(_CUT_NUMBER.search(words))
        case "question":
            return 1.5 if words[-1] in "?." else -1.0
        case "matter" | "party":
            return -0.4 * words.count(" ") - 2.0 * bool(_INITIAL.search(words))
        case "label":
            return (-2.0 if words[0].islower() else -0.4) - 0.4 * max(0, words.count(" ") - 1)
        case "work" | "purpose":
            return -2.0 * (_INITIAL.search(words) is not None or words.isdigit())
        case "person":
            return (0.5 if _PERSON.fullmatch(words) else -0.5) - 2.0 * bool(_DIGIT.search(words))
        case _:
            return 0.0


def _listed(kind: str, words: str) -> float:
    """A good weight where each thing that `words` list is of that sort, less for each that isn't."""
    if _PREPOSITION.match(words):
        return -2.0
    held = "people" if kind == "subjects" else "data"
    items = [item for item in _PARTED.split(words) if item]
    share = sum(_is_held(held, item) for item in items) / len(items) if items else 0.0
    return (3.0 if kind == "subjects" else 2.5) * share - 1.0 + 0.3 * bool(_held(held).match(words))


def _foreign(words: str) -> float:
    """What speaks against a cell of plain words: a company, a place at its end, a number to call, several sentences."""
    told = 4.0 * bool(_FORM.search(words))
    if "@" in words or len(_DIGIT.findall(words)) >= _DIGITS_OF_PHONE:
        told += 2.0 * bool(_PHONE.search(words) or _MAIL.search(words))
    if words[-1] in ".:?!" or ". " in words:
        told += 1.5 * bool(_SENTENCE.search(words))
    return told + 1.5 * _is_place(words[words.rfind(" ") + 1 :])


def forget() -> None:
    """Let go of the words that were looked at: no word of a document outlives its reading."""
    _is_held.cache_clear()
    _is_place.cache_clear()


@lru_cache(maxsize=_REMEMBERED)
def _is_held(kind: str, item: str) -> bool:
    return _held(kind).search(item) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_place(word: str) -> bool:
    return _places()[0].fullmatch(word) is not None


@cache
def _held(kind: str) -> re.Pattern[str]:
    return re.compile(any_of(vocabulary()["cells"][kind]), re.IGNORECASE)


@cache
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that are a place and nothing else; a country anywhere in words."""
    names = sorted({*codes_by_name(), *_REGIONS}, key=len, reverse=True)
    country = rf"{any_of([re.escape(name) for name in names])}(?!\w)"
    one = rf"(?:(?:[A-ZÀ-Þ][\w'’/-]*(?: [\w'’/-]+){{0,3}}, )?{country}(?: \([^)]*\))?|{country})"
    several = rf"{one}(?:(?:, ?| en | and | und | et | of | & | ?/ ?|; ?){one})*\.?"
    return re.compile(several, re.IGNORECASE), re.compile(rf"(?<![\w-]){country}", re.IGNORECASE)
