"""Text -> the items it lists: "a, b (x, y) en c" are three."""

import re
from collections.abc import Iterable, Iterator

from art28.document.pattern import lasting
from art28.extraction.layout.blanks import has_gap

# Bullets as a font of symbols leaves them in the text of a PDF.
SYMBOLS = "\uf0b7\uf0a7\uf0d8"
_BULLET = lasting(
    rf"^[\s*_]*(?:[{SYMBOLS}•●○▪■◦‣·−–—☒☑✓-]|\[ ?[x✓] ?\]|o(?=\s)|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)])(?=\s|\*|$)[\s*_]*",
    re.IGNORECASE,
)
_LEAD = lasting(
    r"^(?:(?:zijn|is|betreft|betreffen|omvat(?:ten)?|include[sd]?|are|may include|comprises?|zoals|waaronder|"
    r"onder (?:meer|andere)|in ieder geval|in het bijzonder|"
    r"maar|niet beperkt tot|doch|te weten|namelijk|but|not limited to|are not limited to|such as|including|"
    r"without limitation|inclusief|het gaat om|begrepen|o\.a\.)[\s:,(]+)+",
    re.IGNORECASE,
)
# "de software waarin de gegevens van kinderen en medewerkers staan": the verb of the clause is no part of the last item.
_CLOSING_VERB = lasting(r"\s(?:staan|staat|zitten|voorkomen|terechtkomen)$", re.IGNORECASE)
_LAST = lasting(r"\s(?:en(?:/of)?|and(?:/or)?|alsmede|evenals|alsook|as well as|und|et|of|or)\s", re.IGNORECASE)
# "whatever you put in; usually names and addresses": what a list of what may be anything names.
_TYPICALLY = lasting(
    r"^[^;]{4,80};\s+(?:usually|typically|in particular|meestal|doorgaans|in der regel|typischerweise|généralement)\s+(?=[^;]+$)",
    re.IGNORECASE,
)
_AS_WELL_AS = lasting(r"\s(?:as well as|sowie)\s", re.IGNORECASE)
# What parts items of which one may hold an "und" itself: "Bestell- und Rechnungsdaten sowie Protokolldaten".
_STRONGER = lasting(r"\s(?:sowie(?: ggf\.| gegebenenfalls)?|as well as)\s", re.IGNORECASE)
_LAST_ENGLISH = lasting(r"\s(?:and(?:/or)?|or|as well as)\s", re.IGNORECASE)
_ENGLISH = lasting(r"\b(?:the|and|or|to|by|with|from|users?|customers?|employees|individuals)\b", re.IGNORECASE)
_INSTRUCTION = lasting(
    r"^\W*(?:details?|description|omschrijving|toelichting|beschreibung|einzelheiten)\W*$|^(?:since|because|we (?:can|cannot|do|don)\b)|in te vullen|in te voeren|aan te vullen|weghalen|doorhalen|to be completed|^\W*(?:geen|none|nee|no|ja|yes|"
    r"n\.?v\.?t\.?|n/a|"
    r"not applicable)\W*$|^\(.*(?:indien|wat) .*\)$",
    re.IGNORECASE,
)
_HOW_TO_FILL_IN = lasting(
    r"(?<=\w)\s*\([^()]*(?:doorhalen|weghalen|in te vullen|invullen|delete|strike out|to be completed)[^()]*\)",
    re.IGNORECASE,
)
_AND_SO_ON = lasting(r"(?:^|,?\s+)(?:e\.d|enz|etc|et cetera|en dergelijke|enzovoorts?)\.?\s*$", re.IGNORECASE)
_REFERENCE = lasting(
    r"^(?:geachte|dear|sehr geehrte[rs]?|beste (?:heer|mevrouw|klant|relatie)|siehe|zie|see|voir|as (?:defined|described|set)|zoals (?:opgenomen|beschreven|vermeld|bepaald)|conform|"
    r"volgens|défini\w*|détermin\w*|(?:nader )?(?:te )?bepaald|determined|"
    r"defined|wie unter|gemäß)\b|\.\w\.",
    re.IGNORECASE,
)
# "b; and/or": what leads on to the next item. "The types described at example.com/data": where to look, and no item.
_LEADS_ON = lasting(r"(?<=[;,])\s*(?:and/or|en/of|und/oder|and|or|en|of|und|oder|et|ou)\W*$", re.IGNORECASE)
_ONLY_A_DATE = lasting(
    r"^(?:\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|december) (?:19|20)\d\d$",
    re.IGNORECASE,
)
_AT_AN_ADDRESS = lasting(
    r"\b(?:described|listed|set out|specified|available|found|beschreven|vermeld|opgenomen|te vinden|genoemd|aufgeführt|beschrieben|décrite?s?) "
    r"(?:at|on|op|via|unter|à|sur|in) \S*(?:://|www\.|\w\.[a-z]{2,}/)",
    re.IGNORECASE,
)
_LABELLED = lasting(r"^(?P<label>[^:(]{2,60}):\s+\S")
_BOUNDS = lasting(r"\s*(?:voor zover|in so far as|insofar as|to the extent|soweit)\b", re.IGNORECASE)
# "gegevens die worden verstrekt, door of namens de klant of haar gebruikers": says by whom, and lists nothing.
_BY_WHOM = lasting(r"\s*(?:door|by|durch|par)\s+(?:\(|of\b|or\b|(?:de |the |het |l[ea] |den |die )?[A-Z])")
_AND_OTHER = lasting(r"(?P<and>\s(?:en|and))\s(?=(?:overige|andere|other)\b)", re.IGNORECASE)
_AND_FIRST = lasting(r"^\s*(?:en|and|of|or|alsmede|und|et)\s+", re.IGNORECASE)
_TWO_WORDS = lasting(r"\s*[\w-]+ (?:en|and|und|et) [\w-]+\s*$")
_LONGEST_ITEM = 260
_MOST_WORDS = 9
_LAST_WORDS = 30


def listed(text: str, *, last: bool = True, language: str = "") -> list[str]:
    """The items of a list in running text; the text itself where it lists nothing.

    `last` takes apart what an "en" joins at the end; in the cell of a table it joins what belongs together, unless it stands
    between the last two words of a list. In an English `language` "of" joins no items, as it does in Dutch.
    """
    marked = marked_items(text)
    if marked:
        return marked
    text = _CLOSING_VERB.sub("", _LEAD.sub("", text.strip().rstrip(".;, ")))
    typical = _TYPICALLY.search(text)
    if typical:
        return listed(text[typical.end() :], last=last, language=language)
    if ";" in _bare(text) and not last:
        return [item for part in _split(text, ";") for item in listed(part, last=False, language=language)]
    if ";" in _bare(text):
        return _clean(_AND_FIRST.sub("", part) for part in _split(text, ";"))
    parts = list(_split(text, ","))
    if (
        len(parts) > 1
        and all(len(part.split()) <= _MOST_WORDS + 4 for part in parts[:-1])
        and len(parts[-1].split()) < _LAST_WORDS
    ):
        parts = [_AND_FIRST.sub("", part) for part in parts if not _BOUNDS.match(part)]
        if any(_BY_WHOM.match(part) for part in parts[1:]):
            return _clean([text])
        *others, end = parts
        return _clean((*others, *(_last(end, language) if last or _TWO_WORDS.match(end) else [end])))
    if last and len(parts) == 1 and (len(_bare(text).split()) <= _MOST_WORDS or _AS_WELL_AS.search(_bare(text))):
        return _clean(_last(text, language))
    return _clean([text])


_DASH = lasting(rf"(?:^|\s+)[{SYMBOLS}•–-]\s+")
_STROKE = lasting(r"\s+/\s+")
_NUMERAL = lasting(r"\s*(?:,|;|\b(?:en|and|und|et)\b)?\s*\((?:[ivx]{1,4}|[a-h]|\d)\)\s+")
_FEWEST_STROKES = 2


def marked_items(text: str) -> list[str]:
    """The items of a list that was folded into one line with its marks: "- a - b", "a / b / c", "(i) a, (ii) b"; else none."""
    stripped = text.strip()
    if _DASH.match(stripped):
        return _clean(_DASH.split(stripped))
    if len(_STROKE.findall(stripped)) >= _FEWEST_STROKES:
        return _clean(_STROKE.split(stripped))
    numerals = _NUMERAL.findall(stripped)
    return _clean(_NUMERAL.split(stripped)) if len(numerals) > 1 and _NUMERAL.match(stripped) else []


_DETERMINED = lasting(
    r"(?:,\s*|,?\s+(?:en|und|et|and)\s+)(?=(?:om|het|die|der|das|den|la|le|les|to|de la|du)\s\w|l'\w)", re.IGNORECASE
)
_AMONG_IT = lasting(
    r",? (?:waaronder|zoals|met inbegrip van|including|such as|insbesondere|notamment)\b", re.IGNORECASE
)
_DETERMINER = lasting(r"(?:om |het |die |der |das |den |la |le |les |to |l')", re.IGNORECASE)


# "Versand von Rechnungen, Verwaltung von Abmeldungen", "registratie van uren, beheer van accounts": each opens with a doing.
_DOING = lasting(
    r"(?:(?:online|technical|technische|daily|dagelijkse|external|externe|the|de|het|die|der|la|le) )?"
    r"(?:\w{3,}(?:ing|atie|itie|eren|ung|ations?|ments?|tions?)|calcul\w*|beheer\w*|onderhoud|opslag|storage|hosting|support|versand|betrieb|wartung|pflege|verzorg\w*|gestion|envoi|suivi|tenue|mise|prise|paie|analyse|création|fourniture|versturen|verzenden|plannen|bijhouden|maken|opstellen|uitvoeren)\b",
    re.IGNORECASE,
)
_LONGEST_DOING = 10


def doings(text: str) -> list[str]:
    """The parts of a list of which each opens with a word for doing something; none where one doesn't."""
    parts = [part.strip() for part in _split(text.strip(" .;:"), ",")]
    if parts and (last := _last(parts[-1])) != [parts[-1]]:
        parts = [*parts[:-1], *(last if _DOING.match(last[-1].strip()) else [parts[-1]])]
    if len(parts) < 2 or any(len(part.split()) > _LONGEST_DOING or not _DOING.match(part) for part in parts):
        return []
    return _clean(parts)


def aims(text: str) -> list[str]:
    """The parts of a sentence that lists aims, each opening alike: "het a en het b", "die X, der Y und die Z"; none else."""
    marked = marked_items(text)
    if marked:
        return marked
    stripped = text.strip(" .;:")
    if ";" in _bare(stripped):
        return _clean(_AND_FIRST.sub("", part) for part in _split(stripped, ";"))
    parts = _DETERMINED.split(stripped) if _DETERMINER.match(stripped) else []
    # "het werven van x, waaronder a, b en het voeren van c": what is named among it is no aim beside it.
    if any(_AMONG_IT.search(part) for part in parts[:-1]):
        return []
    return [item for part in parts if (item := item_text(part))] if len(parts) > 1 else []


def _last(part: str, language: str = "") -> list[str]:
    """The last element of a list, which "en" may divide in two."""
    part = re.sub(r"^(?:en|and|of|or|alsmede|evenals|und|et)(?:/of|/or)?\s+", "", part.strip(), flags=re.IGNORECASE)
    other = _AND_OTHER.search(_masked(part))
    if other:
        return [part[: other.start()], part[other.end("and") :].strip()]
    stronger = list(_STRONGER.finditer(_masked(part)))
    if len(stronger) == 1:
        return [part[: stronger[0].start()], part[stronger[0].end() :]]
    conjunctions = _LAST_ENGLISH if language == "en" or _ENGLISH.search(part) else _LAST
    divides = list(conjunctions.finditer(_masked(part)))
    if len(divides) != 1:
        return [part]
    left, right = part[: divides[0].start()], part[divides[0].end() :]
    longest = _LONGEST_RELATIVE if _RELATIVE.match(right) else _LONGEST_PART
    if _PARTICIPLES.search(left) and _PARTICIPLES.search(right.split(" ", 1)[0]):
        return [part]
    if left.endswith("-") or not left or max(len(_bare(left).split()), len(_bare(right).split())) > longest:
        return [part]
    return [left, right]


# "people mentioned or represented in the content": what two participles say of one kind.
_PARTICIPLES = lasting(r"\b[a-z]{3,}ed$")
_LONGEST_PART, _LONGEST_RELATIVE = 5, 11
# "… en wat mensen in een formulier invullen", "… en personen over wie wordt gesproken": a clause is one item, however long.
_RELATIVE = lasting(
    r"(?:alles )?(?:wat|hetgeen)\s|(?:van )?(?:\w+ )?\w+(?: (?:over|van|met|aan|voor|door))? (?:die|wie)\s",
    re.IGNORECASE,
)


def _split(text: str, mark: str) -> Iterator[str]:
    """The parts of `text` between marks that stand outside brackets."""
    depth = start = 0
    for index, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character == mark and depth <= 0 and not (mark == "," and text[index + 1 : index + 2].isdigit()):
            yield text[start:index]
            start = index + 1
    yield text[start:]


def _masked(text: str) -> str:
    return re.sub(r"\([^)]*\)", lambda m: "x" * len(m[0]), text)


def _bare(text: str) -> str:
    return re.sub(r"\([^)]*\)", "", text)


def _clean(parts: Iterable[str]) -> list[str]:
    cleaned = (item_text(part) for part in parts)
    return [part for part in cleaned if part]


def item_text(text: str) -> str:
    """An item without its bullet and closing mark; empty where it is a blank or says how to fill one in."""
    bare = _AND_SO_ON.sub("", _HOW_TO_FILL_IN.sub("", _LEADS_ON.sub("", _BULLET.sub("", text, count=1)))).strip(
        " \t*_;,."
    )
    bare = bare + ")" if bare.count("(") > bare.count(")") else bare
    if (
        not re.search(r"\w", bare)
        or has_gap(bare)
        or _INSTRUCTION.search(bare)
        or _REFERENCE.search(bare)
        or _AT_AN_ADDRESS.search(bare)
        or _ONLY_A_DATE.match(bare)
        or len(bare) > _LONGEST_ITEM
    ):
        return ""
    return re.sub(r"\s+", " ", bare)


def deeds(sentence: str) -> list[str]:
    """The parts of "het leveren van x, het beheren van y en het bieden van z"; none where it is no such list."""
    parts = re.split(r"(?:,\s*|,?\s+en\s+)(?=het \w+(?:en|aan|oen|ien)\b)", sentence.strip(" ."), flags=re.IGNORECASE)
    return [part.strip() for part in parts] if len(parts) > 1 else []


_JOINTS = lasting(r",\s*(?:en\s+)?|\s+en\s+", re.IGNORECASE)
_TO_DO = lasting(r"^(?:[\w'-]+ ){1,8}?(?:te )?[\w-]+(?:en|aan|zien)$", re.IGNORECASE)
_FEWEST_DEEDS = 3


def by_infinitives(sentence: str) -> list[str]:
    """The parts of "afspraken inplannen, herinneringen versturen en facturen opmaken"; none where it is no such list."""
    parts = [part.strip() for part in _JOINTS.split(sentence.strip(" ."))]
    told = len(parts) >= _FEWEST_DEEDS and all(_TO_DO.match(part) for part in parts)
    return parts if told and not re.search(r"\b(?:van|voor)\b", sentence) else []


def label_of(text: str) -> str | None:
    """The label of "Contactgegevens: naam en adres"; None where the text has none."""
    match = _LABELLED.match(text)
    return match["label"].strip(" *_") if match and not _OF_WHOM.match(match["label"]) else None


# "Van medewerkers: naam en functie" labels people, not data.
_OF_WHOM = lasting(r"\W*(?:van|over|about|of|von) (?!de verwerking)", re.IGNORECASE)
