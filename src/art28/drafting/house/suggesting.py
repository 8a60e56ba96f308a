"""The places of a Word file -> its blanks, each with the fact that it seems to ask for.

The file is filled in with made-up values, each of which stands once, and read as any agreement is: a fact that is read
as one of them is what its place asks for. What reading doesn't settle, the words around it may; the rest are fields of
the organisation's own. A person confirms either way.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from art28.agreement import labels
from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Value
from art28.document.model import Document
from art28.drafting.house.form import WordForm
from art28.drafting.house.model import Blank, Use
from art28.drafting.house.worded import UNITS
from art28.extraction.extract import extract
from art28.reading.places import Place, PlaceKind, Places

Reader = Callable[[bytes], Document]

_NEAR = 60
_WORDS = 4
_PARTIES = ("controller", "processor")
_WORD = re.compile(r"[a-zà-ÿ]+|\d+", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;]\s")
_HUMPS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_NAMES_OF_OLD = re.compile(r"(?:text|tekst|dropdown|vervolgkeuzelijst|selectievakje)\d{0,3}", re.IGNORECASE)
_UNIT = {
    unit: re.compile(rf"\s*(?:\([^()]{{1,20}}\)\s*)?(?:{words})\b", re.IGNORECASE) for unit, words in UNITS.items()
}
_EURO = re.compile(r"(?:€|\beur|\beuro)\s*$", re.IGNORECASE)
_EURO_BEHIND = re.compile(r"\s*(?:euro|eur)\b", re.IGNORECASE)
_CONTROLLER = re.compile(
    r"\b(?:klant(?:naam)?|opdrachtgever|afnemer|(?:verwerkings)?verantwoordelijke|controller|customer|client)\b",
    re.IGNORECASE,
)
_PROCESSOR = re.compile(
    r"\b(?:leverancier|opdrachtnemer|dienstverlener|verwerker|processor|supplier|provider)\b", re.IGNORECASE
)
_CALLED = re.compile(r"(?:hierna|hereinafter|referred to as)[^.;\n]{0,60}", re.IGNORECASE)
# What a blank asks for, by words in its own name or just before it; the first that is found there counts.
_KINDS: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("signature", r"\b(?:handtekening|signature|paraaf|initials)\b"),
        (
            "registration",
            r"\b(?:kvk|kamer van koophandel|handelsregister|chamber of commerce|registration|company number)",
        ),
        ("postcode", r"\b(?:postcode|postal code|zip)\b"),
        ("email", r"\be ?-?mail"),
        ("phone", r"\b(?:tel|telefoon\w*|phone|telephone|mobiel)\b"),
        ("date", r"\b(?:datum|dagtekening|date|dated|d\.d\.)\b"),
        (
            "representative_role",
            r"\b(?:functie|hoedanigheid|job title|position|capacity|in (?:zijn|haar) functie van)\b",
        ),
        (
            "representative",
            r"\b(?:vertegenwoordig\w*|represented|representative|tekenbevoegde?|ondertekenaar|signatory|contactpersoon)\b",
        ),
        ("street", r"\b(?:adres|vestigingsadres|address|straat\w*|street|kantoorhoudende?|aan de)\b"),
        ("city", r"\b(?:(?:vestigings|woon)?plaats|stad|city|town|gevestigd(?: te)?|seat|established in|te)\b"),
        ("court", r"\b(?:rechtbank|court)\b"),
        (
            "name",
            r"\b(?:(?:bedrijfs|organisatie|klant)?naam|(?:company )?name|klant|opdrachtgever|leverancier|opdrachtnemer|"
            r"verwerker|verwerkingsverantwoordelijke|controller|processor|customer|supplier|bedrijf|organisatie)\b",
        ),
    )
)
_CITIES = (
    "Delft", "Gouda", "Zwolle", "Assen", "Breda", "Tilburg", "Venlo", "Hoorn", "Leiden", "Almelo", "Deventer", "Roermond",
    "Middelburg", "Dordrecht", "Harderwijk", "Emmen", "Sneek", "Veenendaal", "Woerden", "Zutphen",
)  # fmt: skip
_SOUNDS = ("ba", "ko", "ri", "me", "lu", "va", "do", "ne", "si", "ta")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a group of places seems to ask for, before anything was read, and the value tried for it."""

    numbers: tuple[int, ...]
    kind: str
    unit: str
    tried: str


def suggest(data: bytes, places: Places, read: Reader) -> tuple[Blank, ...]:
    """The blanks of a file, in the order of reading; `read` makes a document of a copy, in confinement."""
    asked = [_asked(numbers, places.places, at) for at, numbers in enumerate(_grouped(places.places))]
    copy = WordForm(data, places).filled({number: each.tried for each in asked for number in each.numbers})
    agreement = extract(read(copy))
    said = {key: fact.value for key, fact in agreement.facts.items()}
    found = [(each, _read_as(each, said) or _by_words(each, places.places)) for each in asked]
    blanks = tuple(_blank(each, fact, places.places) for each, fact in _together(found, places.places))
    return _named_apart(tuple(replace(each, key=str(at)) for at, each in enumerate(blanks, start=1)))


def _grouped(places: Sequence[Place]) -> list[tuple[int, ...]]:
    """The places that one value fills in for certain: fields of one name, and what repeats another for older programs."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, place in enumerate(places):
        if place.name and not _is_weak(place):
            key: tuple[str, ...] = ("named", place.name.casefold())
        else:
            key = (place.part, place.shown, place.before, place.after) if place.copy else ("alone", str(number))
            if place.copy:
                twin = next((n for n, each in enumerate(places) if not each.copy and _alike(each, place)), number)
                key = ("alone", str(twin))
        groups.setdefault(key, []).append(number)
    return [tuple(numbers) for numbers in groups.values()]


def _alike(one: Place, other: Place) -> bool:
    return (one.part, one.shown, one.before, one.after) == (other.part, other.shown, other.before, other.after)


def _is_weak(place: Place) -> bool:
    """Whether a name needn't mean the same at another place: what stands in plain brackets, or is a number of Word's."""
    in_brackets = place.kind is PlaceKind.NAMED and place.shown[:1] in "[<" and place.shown[:2] not in ("[[", "<<")
    return in_brackets or _NAMES_OF_OLD.fullmatch(place.name) is not None


def _asked(numbers: tuple[int, ...], places: Sequence[Place], at: int) -> _Asked:
    place = places[numbers[0]]
    unit = next((unit for unit, words in _UNIT.items() if words.match(place.after)), "")
    if not unit and (_EURO.search(place.before) or _EURO_BEHIND.match(place.after)):
        unit = "EUR"
    kind = "" if unit else _kind(place)
    return _Asked(numbers, kind, unit, _tried(kind, unit, at))


def _spaced(name: str) -> str:
    return " ".join(_WORD.findall(_HUMPS.sub(" ", name))).casefold()


def _kind(place: Place) -> str:
    own = "" if _NAMES_OF_OLD.fullmatch(place.name) else _spaced(place.name)
    for said in (own, _SENTENCE.split(place.before.rpartition("…")[2])[-1][-_NEAR:]):
        matches = [(kind, list(words.finditer(said))) for kind, words in _KINDS]
        last = [(found[-1].end(), kind) for kind, found in matches if found]
        if last:
            # Of a name the most telling word counts, of a sentence the one that stands nearest.
            return (
                next(kind for kind, found in matches if found)
                if said is own
                else max(last, key=lambda each: each[0])[1]
            )
    return ""


def _tried(kind: str, unit: str, at: int) -> str:
    """A value that stands nowhere else in the copy."""
    word = "".join(_SOUNDS[int(digit)] for digit in f"{at + 10}").capitalize()
    if unit == "EUR":
        return f"{111_000 + 1_000 * at:,}".replace(",", ".")
    if unit:
        return str(11 + at)
    day = date(2031, 1, 2) + timedelta(days=at)
    return {
        "registration": f"{20_000_000 + 1_117 * at}",
        "postcode": f"{1_100 + at} KX",
        "email": f"{word.lower()}@{word.lower()}.example",
        "phone": f"010 {2_000_000 + 1_117 * at}",
        "date": labels.day(day.isoformat(), "nl"),
        "signature": "",
        "representative_role": f"directeur {word.lower()}zaken",
        "representative": f"A. {word}",
        "street": f"{word}straat {at + 1}",
        "city": _CITIES[at % len(_CITIES)],
        "court": _CITIES[at % len(_CITIES)],
        "name": f"{word} Diensten B.V.",
    }.get(kind, word)


def _read_as(asked: _Asked, said: Mapping[str, Value]) -> str:
    """The fact that was read as what was tried."""
    if not asked.tried:
        return ""
    for key, value in said.items():
        spec = catalogue()[key]
        if spec.type is FactType.DURATION:
            if asked.unit in UNITS and value == _period(asked):
                return key
        elif spec.type is FactType.MONEY:
            if asked.unit == "EUR" and str(value) == asked.tried.replace(".", ""):
                return key
        elif spec.type in (FactType.TEXT, FactType.TEXTS, FactType.DATE) and not asked.unit:
            given = value if isinstance(value, tuple) else (value,)
            if any(_same(str(each), asked.tried, spec.type) for each in given):
                return key
    return ""


def _period(asked: _Asked) -> str:
    return f"PT{asked.tried}{asked.unit[1:]}" if asked.unit.startswith("T") else f"P{asked.tried}{asked.unit}"


def _same(value: str, tried: str, kind: FactType) -> bool:
    if kind is FactType.DATE:
        return labels.day(value, "nl") == tried
    if re.sub(r"\W", "", value).casefold() == re.sub(r"\W", "", tried).casefold():
        return True
    # A list, or a text that the document goes on with, is asked for where it begins with what was tried.
    return kind is FactType.TEXTS and tried.casefold() in value.casefold()


def _by_words(asked: _Asked, places: Sequence[Place]) -> str:
    """The fact that the words around a place name, where they leave no doubt of whose detail it is."""
    place = places[asked.numbers[0]]
    if asked.kind == "signature" or asked.unit or not asked.kind:
        return ""
    if asked.kind == "court":
        return "law.court"
    role = _role(place)
    key = f"{role}.{asked.kind}"
    return key if role and key in catalogue() else ""


def _role(place: Place) -> str:
    """Whose detail it is: by its name, by what the party is called behind it, by whom the words before it spoke of last."""
    own = _spaced(place.name)
    called = _CALLED.search(place.after)
    above, _, line = place.before.rpartition("\n")
    # A short line above is what a table or a block of signatures is headed by; a sentence speaks of whom it likes.
    for said in (own, called[0] if called else "", line, above if len(above) < _NEAR else ""):
        last = {
            role: max((each.end() for each in words.finditer(said)), default=-1)
            for role, words in zip(_PARTIES, (_CONTROLLER, _PROCESSOR), strict=True)
        }
        if max(last.values()) >= 0:
            return max(last, key=lambda role: last[role])
    return ""


def _together(found: Sequence[tuple[_Asked, str]], places: Sequence[Place]) -> Iterator[tuple[_Asked, str]]:
    """Placeholders of one name that ask for one fact, as one; where they ask for several, they stay apart."""
    groups: dict[tuple[str, str], tuple[_Asked, str]] = {}
    for at, (asked, fact) in enumerate(found):
        place = places[asked.numbers[0]]
        same = place.kind is PlaceKind.NAMED and _is_weak(place)
        key = (place.shown.casefold(), f"{fact}{asked.unit}") if same else ("", str(at))
        if key in groups:
            known = groups[key]
            groups[key] = replace(known[0], numbers=(*known[0].numbers, *asked.numbers)), fact
        else:
            groups[key] = asked, fact
    yield from groups.values()


def _blank(asked: _Asked, fact: str, places: Sequence[Place]) -> Blank:
    place = places[asked.numbers[0]]
    use = Use.LEFT if asked.kind == "signature" else Use.FACT if fact else Use.OWN
    return Blank(
        key="",
        name=_name(place),
        places=asked.numbers,
        shown=place.shown[:120],
        before=place.before,
        after=place.after,
        use=use,
        fact=fact,
        unit=asked.unit,
        required=fact in ("controller.name", "processor.name"),
        options=place.options,
    )


def _name(place: Place) -> str:
    """What people call a blank: its own name, else the words in front of it."""
    if place.name and not _NAMES_OF_OLD.fullmatch(place.name):
        return place.name[:80]
    label = re.split(r"[.;…\n\t]", place.before.rstrip(" :\n\t"))[-1].strip(" :(\"'").split()[-_WORDS:]
    behind = re.split(r"[.,;…\n\t]", place.after)[0].split()[:_WORDS]
    if not label or (behind and not place.before.rstrip().endswith(":")):
        label = [*label, "…", *behind]
    return labels.shorten(" ".join(label), 60) if label != ["…"] else place.shown[:20]


def _named_apart(blanks: tuple[Blank, ...]) -> tuple[Blank, ...]:
    """The same, no two fields of the organisation's own of one name."""
    seen: dict[str, int] = {}
    apart = []
    for each in blanks:
        if each.fact:
            apart.append(each)
            continue
        seen[each.name.casefold()] = count = seen.get(each.name.casefold(), 0) + 1
        apart.append(each if count == 1 else replace(each, name=f"{each.name} ({count})"))
    return tuple(apart)
