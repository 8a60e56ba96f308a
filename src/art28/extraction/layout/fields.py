"""A line of a form -> its field and what is filled in, in one column or in two that the page set side by side.

"Naam: Naam: J. Jansen" is what becomes of two columns of which the left one was left open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from art28.document.pattern import lasting

_LABELS = (
    ("representative",
                       r"ondertekenaar|naam (?:van )?(?:de )?(?:tekenbevoegde|vertegenwoordiger|ondertekenaar|ondergetekende|"
                       r"contactpersoon)|vertegenwoordigd door|vertegenwoordiger|tekenbevoegde|"
                       r"(?:full )?name \((?:written out )?in full\)|naam \(voluit\)|naam in blokletters|in de persoon van|wettelijk vertegenwoordiger|"
                       r"(?:rechtsgeldig )?vertegenwoordigd(?: door)?|name of (?:the )?signatory|represented by|"
                       r"signatory(?: name)?|authori[sz]ed (?:signatory|representative)|representative|vertreten durch"),
    ("representative_role",
                        r"in (?:de|zijn|haar) hoedanigheid van|in de functie van|functie(?: vertegenwoordiger| ondertekenaar)?|functietitel|hoedanigheid|job title|title|"
                        r"position|function|capacity|role|funktion"),
    ("name",
             r"(?:bedrijfs|praktijk|instellings|organisatie|handels|firma|school|klant)naam|bevoegd gezag|schoolbestuur|"
             r"naam (?:school|klant|opdrachtgever|opdrachtnemer|leverancier|praktijk|stichting|gemeente|schoolbestuur)|"
             r"(?:statutaire )?naam (?:van (?:de )?)?(?:organisatie|"
             r"bedrijf|instelling|onderneming|rechtspersoon|vennootschap|verwerker)|"
             r"naam (?:organisatie|rechtspersoon|onderneming|bedrijf|instelling|partij)|organisatie|onderneming|bedrijf|company(?: name)?|legal name|"
             r"(?:legal )?entity(?: name)?|organi[sz]ation|firma|verein|verband|träger|statutaire naam|rechtspersoon"),
    ("person", r"naam|name"),
    ("registration",
                     r"kvk[- ]?(?:nummer|nr\.?|no\.?)?|(?:nummer )?kamer van koophandel|handelsregister(?:nummer)?|"
                     r"chamber of commerce(?: (?:number|no\.?))?|"
                     r"(?:company )?registration (?:number|no\.?)|company (?:number|no\.?)|inschrijfnummer"),
    ("address",
                r"(?:vestigings|bezoek|kantoor)?adres(?:gegevens)?|(?:registered |business )?address|"
                r"registered office|straat(?:naam)?(?: en (?:huis)?nummer)?|anschrift"),
    ("postcode_city",
                      r"postcode(?: ?(?:en|&|/|,|\+) ?(?:woon)?plaats| ?en vestigingsplaats)?|"
                      r"postal code(?: (?:and|/) city)?"),
    ("city", r"(?:vestigings|woon)?plaats|city|ort|stad"),
    ("phone", r"tel(?:efoon)?(?:nummer|nr)?\.?|phone(?: number)?|telephone"),
    ("email", r"e-?mail(?:adres| address)?|mail(?:adres)?"),
    ("date",
             r"datum(?: ondertekening| van ondertekening)?|(?:locatie|plaats)(?:,| en|/) ?datum|"
             r"date(?: of signature| signed)?"),
    ("signature", r"handtekening|signature|unterschrift|getekend|paraaf"),
)  # fmt: skip
_LABEL = "|".join(f"(?P<{field}>{words})" for field, words in _LABELS)
_FIELD = lasting(
    rf"^[\s|*_•-]*(?:(?:\d{{1,2}}|[a-zA-Z])[.)] +)?(?:(?-i:[A-Z])\w+['’]s +(?=(?:authori[sz]ed )?signatory|representative|(?:registered )?address|signature))?(?P<label>{_LABEL})(?: ?\([^)]{{0,30}}\))? *[*_]{{0,3}} *(?:\t(?=\t)|(?::+|\t|\|)(?:[\s*:]*(?=_{{3,}}[ *_]*\t)|[\s*_:]*))(?:[.…]{{3,}}[ .…]*(?=\w))?(?P<value>.*)$",
    re.IGNORECASE,
)
_SPACED = lasting(rf"^(?P<label>{_LABEL})\s(?P<value>\S.{{0,80}})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filled:
    """A field of a form: which, what was filled in (empty where nothing), `start:end` in the line, and in which column."""

    field: str
    value: str
    start: int
    end: int
    column: int = 0


def fields_in(line: str, *, loose: bool = False) -> Iterator[Filled]:
    """The fields of `line`, none where it is no line of a form; `loose` also takes "Naam Jansen", without a colon."""
    match = _FIELD.match(line) or (_SPACED.match(line) if loose else None)
    if not match:
        return
    field = next(name for name, _ in _LABELS if match[name])
    start, value = match.start("value"), match["value"]
    if "\t" in value:
        beside = re.compile(rf"\t\s*(?:{re.escape(match['label'])}\s*:\s*)?", re.IGNORECASE)
        yield from _columns(field, value, start, beside)
        return
    again = re.compile(rf"\s*\b{re.escape(match['label'])}\s*:\s*", re.IGNORECASE)
    yield from _columns(field, value, start, again)


def _columns(field: str, value: str, start: int, divider: re.Pattern[str]) -> Iterator[Filled]:
    at = 0
    column = 0
    for column, match in enumerate((*divider.finditer(value), None)):
        end = match.start() if match else len(value)
        own = value[at:end]
        stripped = own.strip(" |*\t")
        offset = start + at + (own.index(stripped[0]) if stripped else 0)
        yield Filled(field, stripped, offset, offset + len(stripped), column)
        if match is None:
            return
        at = match.end()
