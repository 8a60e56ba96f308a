"""A contact as agreements name one: of which party, for what, who, and how to reach them."""

import re
from dataclasses import dataclass

from art28.agreement.model import Record
from art28.document.pattern import lasting
from art28.extraction.words.search import AnyCase

_PURPOSES = (
    (
        "breach",
        AnyCase(
            r"datalek|inbreuk|voorval|^\W*meldpunt\b|breach|beveiligingsincident|security incident|datenpanne|verletzung|"
            r"\bincident|\bpanne\b|violation|astreinte|duty officer|meldungen nach|vorf[aä]ll"
        ),
    ),
    (
        "privacy",
        AnyCase(
            r"^\W*privacy\W*$|\bprivacy (?:team|desk|office|department)\b|\bdata protection contact\b|\bcontact\w* (?:for|on|about|voor|over) (?:questions (?:on|about) )?(?:privacy|data protection)\b|\bvragen over (?:privacy|gegevensbescherming)\b|functionaris (?:voor )?(?:de )?gegevensbescherming|data protection officer|"
            r"référente? (?:données|rgpd)|privacy officer|\bFG\b|\bDPO\b|privacy ?(?:contact|vragen|zaken)|datenschutzbeauftragt|délégué\w* à la protection"
        ),
    ),
    (
        "security",
        AnyCase(
            r"^\W*(?:(?:informatie|information |it-)?(?:beveiliging|security))\W*$|\bCISO\b|"
            r"(?:security|beveiligings)[ -]?(?:officer|functionaris|manager|lead)|"
            r"(?:contact\w*|aanspreekpunt|vragen|questions?) (?:over|voor|about|on|for) (?:de |the )?(?:informatie|information )?(?:beveiliging|security)\b"
        ),
    ),
    ("support", AnyCase(r"support|ondersteuning|helpdesk|servicedesk|service desk|storing|assistance|\bhilfe\b")),
    (
        "contract",
        AnyCase(
            r"overeenkomst|contract|agreement|addendum|\bDPA\b|vertrag|\bprivacy\b|\bthis (?:schedule|annex)|\b(?:deze|dit) (?:bijlage|stuk|afspraken)"
        ),
    ),
    ("instructions", AnyCase(r"weisungs(?:berechtigt|empf)|\bweisung(?:en)?\b|instructiebevoegd|instructions contact")),
    ("requests", AnyCase(r"verzoeken? van betrokkene|data subject requests?|requests? (?:of|from) data subjects")),
)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact and the range that names it; `general` is false for one that a clause names for its own purpose."""

    party: str | None
    purpose: str | None
    name: str | None
    role: str | None
    phone: str | None
    email: str | None
    start: int
    end: int
    general: bool = True

    def record(self) -> Record:
        """The contact as a record of the catalogue."""
        fields = ("party", "purpose", "name", "role", "phone", "email")
        return {field: getattr(self, field) for field in fields}


# "Head of Support, … (breaches)": what is said behind all else is what the contact is for.
_IN_BRACKETS = re.compile(r"\([^()@\d]{4,40}\)\W*$")


def purpose_of(*texts: str) -> str | None:
    """What a contact is for: by its own words, else by what leads to it."""
    for text in texts:
        told = _IN_BRACKETS.search(text)
        found = next((name for name, pattern in _PURPOSES if told and pattern.search(told[0])), None)
        if found:
            return found
        found = next((name for name, pattern in _PURPOSES if pattern.search(text)), None)
        if found:
            return found
    return None


_TITLES = r"(?:(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?|[Mm]evr\.?|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Dd]r\.?|[Ii]r\.?|[Dd]rs\.?|Herrn?|Frau|M\.|Mme|Mlle|Madame|Monsieur) )*"
_PARTICLE = r"(?:van|de|der|den|el|ten|ter|op|'t|von|zu|le|la|du)"
_WORD = r"[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ][\w'’-]*"
_PERSON = (
    rf"(?:(?:[A-Z]\.\s?)+(?:\([A-Z]\w+\) )?(?:{_PARTICLE} )*{_WORD}(?: (?:{_PARTICLE} )*{_WORD})?|"
    rf"{_WORD}(?: {_PARTICLE})*(?: {_WORD}){{1,2}})"
)
# A person with a function, right before a number or an address.
_WHO = lasting(
    rf"(?:^|[\s:(]){_TITLES}(?P<name>{_PERSON})(?:\s*\((?P<bracketed>[^()\d]{{3,60}})\)|,\s*(?P<role>(?!\s|(?i:tel|phone|mobiel|e-?mail|(?:at|on|via|op|unter|au|per)\b))[^,:;()\d@]{{2,60}}?))?"
    r"[,;:]?\s*(?i:\(?(?:op|via|unter|at|on|per|bereikbaar(?: op| via)?|te bereiken (?:op|via)|erreichbar unter|au|tel|telefoon\w*|telefon|telephone|"
    r"phone|mobiel|mobile|e-?mail|mail)\b\.?:?\s*){0,3}\(?$"
)
_A_PERSON = lasting(rf"{_TITLES}{_PERSON}")
_LABELLED = lasting(r"^\W*(?P<label>[^:@\t]{3,80}?)\s*[:\t]\s*(?P<said>.*)$", re.DOTALL)
_FUNCTION = lasting(
    r"(?:functionaris (?:voor )?(?:de )?gegevensbescherming|data protection officer|data protection lead|privacy officer|security officer|"
    r"duty officer[^:]*|datenschutzbeauftragte[rn]?|délégué\w* à la protection des données|informatiebeveiligingsfunctionaris|ciso)\b",
    re.IGNORECASE,
)
_NOT_A_PERSON = lasting(
    r"\b(?:tel|telefon|telefoon|support|helpdesk|servicedesk|service|desk|meldpunt|mail|bel|officer|protection|privacy|security|compliance|data|cent(?:er|re)|bijlage|annex|artikel|overeenkomst|agreement|postbus)\b|^(?:bij|aan|voor|namens|via|door) ",
    re.IGNORECASE,
)


def who_before(words: str) -> tuple[str | None, str | None]:
    """The person and the function that `words`, which end where a number or an address begins, name; None for what they don't."""
    labelled = _LABELLED.match(words)
    function = (_FUNCTION.search(labelled["label"]) if labelled else None) or _FUNCTION.search(words)
    match = _WHO.search(words)
    name = match["name"] if match and not _NOT_A_PERSON.search(match["name"]) else None
    role = (match["bracketed"] or match["role"]) if match and name else None
    # "Data Protection Officer, Anna Jones": the function stands before the name.
    if match and name is None and match["role"] and _A_PERSON.fullmatch(match["role"].strip(" ,")):
        name, role = match["role"].strip(" ,"), match["name"]
    if function and (not name or function[0] not in name):
        role = role or function[0]
    return name, role.strip(" ,") if role else None
