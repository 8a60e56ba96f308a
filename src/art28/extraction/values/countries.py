"""Text -> the places it names, as ISO 3166-1 codes or EU, EEA, worldwide; in Dutch, English, German and French."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from art28.agreement.countries import spellings
from art28.document.pattern import lasting

UNION, AREA, WORLD = "EU", "EEA", "worldwide"
_UNION_MEMBERS = "NL BE DE FR IE LU ES PT IT AT DK SE FI PL CZ SK SI HU RO BG HR GR EE LV LT CY MT"
UNION_MEMBERS = frozenset(_UNION_MEMBERS.split())
_REGIONS = """
EU europese_unie european_union europäische_union union_européenne EU
EEA europese_economische_ruimte european_economic_area europäischer_wirtschaftsraum espace_économique_européen EER EEA EWR
worldwide wereldwijd worldwide weltweit global globally mondiaal
"""
# Cities that agreements write for a country, where data centres stand.
_CITIES = """
NL amsterdam rotterdam utrecht den_haag eindhoven groningen eemshaven middenmeer haarlem leiden arnhem zwolle deventer delft almere
IE dublin
DE frankfurt berlijn berlin münchen munich hamburg neurenberg nürnberg nuremberg falkenstein
FR parijs paris marseille straatsburg strasbourg roubaix gravelines
BE brussel brussels antwerpen saint-ghislain gent
GB londen london
LU bissen
SE stockholm
FI helsinki hamina
ES madrid
IT milaan milan
AT wenen vienna wien
PL warschau warsaw
US san_francisco new_york virginia oregon california atlanta
CH zürich zurich genève geneva
"""
# Names that are words, or names of people and firms, besides: they count where they stand as countries do.
_OTHERS_NAMES = """
aruba benin chad chili chile dominica dominique gambia georgia grenada grenade guadeloupe guam guernsey guinea guinee guinée guyana jamaica jersey jordan kenia kenya
macedonia mali man martinique maurice mauritius mayotte monaco montenegro niger oman palau panama peru reunion réunion saba salvador samoa togo tonga tchad turkey vatican
"""
_AMBIGUOUS = frozenset(_OTHERS_NAMES.split())
_CODES = frozenset(UNION_MEMBERS | {"GB", "US", "CH", "NO", "IS", "LI"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that a text names, and where."""

    start: int
    end: int
    code: str


def _names(table: str) -> Iterator[tuple[str, str]]:
    for row in table.strip().splitlines():
        code, *names = row.split()
        yield from ((name.replace("_", " "), code) for name in names)


_CITY: Mapping[str, str] = MappingProxyType(dict(_names(_CITIES)))
_IN_CITY = lasting(
    rf"(?<![\w-])(?:{'|'.join(re.escape(n) for n in sorted(_CITY, key=len, reverse=True))})(?![\w])", re.IGNORECASE
)
# Names of instruments and things, which name places without meaning them.
_NO_PLACE = lasting(
    r"\bEU[- ](?:U\.?S\.?A?|VS|SCC|standard|standaard|model)[\w.'-]*|\b(?:EU|UK)[- ](?:GDPR|AVG|"
    r"addendum)\b|\bBrazil nuts?\b",
    re.IGNORECASE,
)
_CODE = lasting(rf"(?<![\w-])(?:{'|'.join(sorted(_CODES))})(?!\w)")
_WORD = lasting(r"(?<![\w-])[^\W\d_]+")
# What stands before and behind a country, where the name could be something else.
_OPENS = lasting(
    r"(?:^|[,;/|&(\t\n•]|\s[–—-]|\b(?:land|landen|locaties?|plaats|regio|country|countries|locations?|region|pays|länder)\s?:|"
    r"\b(?:in|te|uit|naar|binnen|vanuit|to|from|within|and|or|en|of|und|oder|et|ou|aus|nach|à|au|aux|en|de|du|the|van|"
    r"republic|republiek|république|republik))\s*$",
    re.IGNORECASE,
)
_CLOSES = lasting(r"\s*(?:$|[,;/|&).:\t\n•]|[–—-]\s|(?:en|of|and|or|und|oder|et|ou)\b)|\s+[a-zà-þ]")
_STANDS_ALONE = lasting(r"\s*(?:$|[,;/|&).:\t\n•]|[–—-]\s|(?:en|of|and|or|und|oder|et|ou)\b)")
_PREPOSITION = lasting(r"\b(?:in|te|uit|naar|binnen|vanuit|to|from|within|aus|nach|à|au|aux)\s+$", re.IGNORECASE)
# Georgia is a state beside its country, or beside a town in it.
_AMERICAN = lasting(r"\b(?:USA?|VS|U\.S\.(?:A\.)?|(?i:united states|verenigde staten|atlanta|savannah|alpharetta))")


def places_in(text: str) -> tuple[str, ...]:
    """The places that `text` names, in order and once each.

    A city counts where no country is named; the Union or the Area is left out beside a member of it ("EU (Ireland)").
    """
    text = _without_things(text)
    places = tuple(_named(text))
    found = [(place.start, place.code) for place in places]
    found += [
        (match.start(), match[0])
        for match in _CODE.finditer(text)
        if not any(place.start <= match.start() < place.end for place in places)
    ]
    if not any(code not in (UNION, AREA) for _, code in found):
        found += [(match.start(), _CITY[match[0].lower()]) for match in _IN_CITY.finditer(text)]
    codes = tuple(dict.fromkeys(code for _, code in sorted(found)))
    if any(code in UNION_MEMBERS for code in codes):
        return tuple(code for code in codes if code not in (UNION, AREA))
    return tuple(code for code in codes if not (code == UNION and AREA in codes))


def first_place(text: str) -> tuple[int, int] | None:
    """Where the first country or region stands in `text`; None where it names none."""
    found = next(_named(_without_things(text)), None)
    return (found.start, found.end) if found else None


def _without_things(text: str) -> str:
    return _NO_PLACE.sub(lambda match: " " * len(match[0]), text)


def _named(text: str) -> Iterator[_Place]:
    """The countries and regions that `text` names, in its order."""
    after = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < after:
            continue
        for name, code in _by_first_word().get(match[0].lower(), ()):
            end = start + len(name)
            if _reads(text, start, end, name) and (name.lower() not in _AMBIGUOUS or _is_country(text, start, end)):
                yield _Place(start, end, code)
                after = end
                break


def _reads(text: str, start: int, end: int, name: str) -> bool:
    """Whether `name` stands there as a word; one in capitals alone, such as "US", only so."""
    given = text[start:end]
    same = given == name if name.isupper() else given.lower() == name.lower()
    return same and not (end < len(text) and (text[end].isalnum() or text[end] == "_"))


def _is_country(text: str, start: int, end: int) -> bool:
    """Whether a name that can be another's stands there as a country: on its own, in a list of places or behind "in"."""
    before = text[:start]
    if not text[start].isupper() or not _OPENS.search(before):
        return False
    if text[start:end].lower() == "georgia" and _AMERICAN.search(text):
        return False
    return bool((_CLOSES if _PREPOSITION.search(before) else _STANDS_ALONE).match(text, end))


@cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Names with their codes by their first word, the longest first."""
    known: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, code in sorted({*spellings(), *_names(_REGIONS)}, key=lambda each: len(each[0]), reverse=True):
        first = _WORD.match(name)
        known[(first[0] if first else name).lower()].append((name, code))
    return known
