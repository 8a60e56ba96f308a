"""Text -> the places it names, as ISO 3166-1 codes or EU, EEA, worldwide; in Dutch, English, German and French."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from art28.document.pattern import lasting

UNION, AREA, WORLD = "EU", "EEA", "worldwide"
# A code, then its names; members of the Union first.
_MEMBERS = """
NL nederland netherlands niederlande pays-bas holland
BE belgië belgie belgium belgien belgique
DE duitsland germany deutschland allemagne
FR frankrijk france frankreich
IE ierland ireland irland irlande
LU luxemburg luxembourg
ES spanje spain spanien espagne
PT portugal
IT italië italie italy italien
AT oostenrijk austria österreich autriche
DK denemarken denmark dänemark danemark
SE zweden sweden schweden suède
FI finland finnland finlande
PL polen poland pologne
CZ tsjechië tsjechie czechia czech_republic tschechien tchéquie
SK slowakije slovakia slowakei slovaquie
SI slovenië slovenia slowenien slovénie
HU hongarije hungary ungarn hongrie
RO roemenië roemenie romania rumänien roumanie
BG bulgarije bulgaria bulgarien bulgarie
HR kroatië croatia kroatien croatie
GR griekenland greece griechenland grèce
EE estland estonia estonie
LV letland latvia lettland lettonie
LT litouwen lithuania litauen lituanie
CY cyprus zypern chypre
MT malta malte
"""
_OTHERS = """
NO noorwegen norway norwegen norvège
IS ijsland iceland island islande
LI liechtenstein
GB verenigd_koninkrijk united_kingdom vereinigtes_königreich royaume-uni groot-brittannië great_britain engeland england northern_ireland noord-ierland scotland schotland wales nordirland schottland irlande_du_nord écosse vk uk u.k.
US verenigde_staten united_states vereinigte_staaten états-unis vs usa u.s. us amerika
CH zwitserland switzerland schweiz suisse
CA canada kanada
JP japan japon
IN india indien inde
AU australië australia australien australie
IL israël israel
SG singapore singapur singapour
ZA zuid-afrika south_africa südafrika
BR brazilië brazil brasilien brésil
CN china chine
KR zuid-korea south_korea südkorea
NZ nieuw-zeeland new_zealand neuseeland
UA oekraïne ukraine
TR turkije turkey türkei turquie
PH filipijnen philippines philippinen
MX mexico mexiko
SR suriname
HK hongkong hong_kong
AR argentinië argentina
RS servië serbia serbien
MA marokko morocco marokko
"""
_REGIONS = """
EU europese_unie european_union europäische_union union_européenne eu
EEA europese_economische_ruimte european_economic_area europäischer_wirtschaftsraum espace_économique_européen eer eea ewr
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
US san_francisco new_york virginia oregon california
CH zürich zurich genève geneva
"""
_CAPITALS_ONLY = frozenset({"us", "vs", "uk", "vk", "eu", "usa", "eer", "eea", "ewr", "u.s.", "u.k."})


def _names(table: str) -> Iterator[tuple[str, str]]:
    for row in table.strip().splitlines():
        code, *names = row.split()
        yield from ((name.replace("_", " "), code) for name in names)


_COUNTRY: Mapping[str, str] = MappingProxyType({**dict(_names(_OTHERS)), **dict(_names(_MEMBERS))})
_REGION: Mapping[str, str] = MappingProxyType(dict(_names(_REGIONS)))
_CITY: Mapping[str, str] = MappingProxyType(dict(_names(_CITIES)))
UNION_MEMBERS = frozenset(code for _, code in _names(_MEMBERS))
_CODES = frozenset(UNION_MEMBERS | {"GB", "US", "CH", "NO", "IS", "LI"})


def _pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    words = "|".join(
        re.escape(n.upper()) if n in _CAPITALS_ONLY else f"(?i:{re.escape(n)})"
        for n in sorted(names, key=len, reverse=True)
    )
    return lasting(rf"(?<![\w-])(?:{words})(?![\w])")


_NAMED = _pattern({**_COUNTRY, **_REGION})
_IN_CITY = _pattern(_CITY)
# Names of instruments, which name places without meaning them.
_INSTRUMENT = lasting(
    r"\bEU[- ](?:U\.?S\.?A?|VS|SCC|standard|standaard|model)[\w.'-]*|\b(?:EU|UK)[- ](?:GDPR|AVG|"
    r"addendum)\b",
    re.IGNORECASE,
)
_CODE = lasting(rf"(?<![\w-])(?:{'|'.join(sorted(_CODES))})(?!\w)")


def places_in(text: str) -> tuple[str, ...]:
    """The places that `text` names, in order and once each.

    A city counts where no country is named; the Union or the Area is left out beside a member of it ("EU (Ireland)").
    """
    text = _INSTRUMENT.sub(lambda match: " " * len(match[0]), text)
    named = {**_COUNTRY, **_REGION}
    found = [(match.start(), named[match[0].lower()]) for match in _NAMED.finditer(text)]
    found += [(match.start(), match[0]) for match in _CODE.finditer(text)]
    if not any(code not in (UNION, AREA) for _, code in found):
        found += [(match.start(), _CITY[match[0].lower()]) for match in _IN_CITY.finditer(text)]
    codes = tuple(dict.fromkeys(code for _, code in sorted(found)))
    if any(code in UNION_MEMBERS for code in codes):
        return tuple(code for code in codes if code not in (UNION, AREA))
    return tuple(code for code in codes if not (code == UNION and AREA in codes))


def first_place(text: str) -> tuple[int, int] | None:
    """Where the first country or region stands in `text`; None where it names none."""
    match = _NAMED.search(text)
    return match.span() if match else None
