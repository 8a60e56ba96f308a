"""What the columns of a table of sub-processors hold, by their heads, and the entry that a row of it makes."""

import re
from collections.abc import Mapping, Sequence

from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.entry import SUB, Entry, without_address
from art28.extraction.values.countries import places_in

COLUMNS = {
    "established_in": lasting(
        r"^\W*(?:anschrift|adres|address|adresse)\b|vestig|gevestigd|statutai|registered|seat|established|incorporat|hauptsitz|\bsitz(?:land)?\b|"
        r"si[èe]ge|établi|\bestablishment\b|\bzetel\b",
        re.IGNORECASE,
    ),
    "processing_in": lasting(
        r"verwerkings?(?:plaats|land|locatie)|locati|land\b|landen|plaats|regio|country|countries|"
        r"data-?cent|hosting|standort|\bort\b|lieu|pays|localisation|waar\b|opslag|^verwerkt in\b|^(?:data|gegevens) (?:staan )?in\b|"
        r"^servers? (?:staan )?in\b|^servers?$|\bplaces? of (?:processing|storage)\b|^stored in\b|^processed in\b|\bheld in\b|\bstaat\b|^länder$|^waar\b|^where\b|^wo\b|^où\b",
        re.IGNORECASE,
    ),
    "service": lasting(
        r"wat doe[tn]|^doe[tn]$|^does$|^tut$|^fait$|what (?:it|they) do|\bdoes what\b|ingezet|^(?:what )?for(?: what)?$|^waarvoor$|^wofür$|^pour quoi$|used for|eingesetzt|objet|dienst|service|waarvoor|activi|werkzaamhe|doel|purpose|functie|beschrijving|"
        r"omschrijving|description|zweck|leistung|prestation|t[âa]che|categorie|soort|rol\b|role|taak|\btasks?\b|\bmissions?\b|finalit|tätigkeit|aufgabe|"
        r"function|verwerking$",
        re.IGNORECASE,
    ),
    "name": lasting(
        r"sub-?\s?(?:ver|be)werker|sub-?\s?processor|naam|name|leverancier|partij|bedrijf|"
        r"onderaannemer|sub-?contractor|unterauftrag|sous-traitant|entity|entiteit|vendor|supplier|derde|"
        r"organisatie|verwerker|firma|soci[ée]t[ée]|\bnom\b|raison sociale|d[ée]nomination|bezeichnung|unternehmen|anbieter|dienstleister|prestataire|\bprovider\b|company|^wie\b|^who\b|^wer\b",
        re.IGNORECASE,
    ),
}
# "Firma, Sitz", "Naam en vestigingsplaats", "Sub-verwerker (bedrijfsnaam, vestigingsplaats)": a name with its seat in one cell.
_NAME_FIRST = lasting(
    r"^\W*(?:(?:bedrijfs)?naam|name|firma|company|bedrijf|unternehmen|soci[ée]t[ée]|nom|onderneming|(?:sub-?verwerker|sub-?processor)(?: naam)?)"
    r"\s?(?:,|/|&|\+|\ben\b|\band\b|\bund\b|\bet\b|\((?:(?:bedrijfs)?naam|(?:company )?name|firma|nom)?,?)\s?(?:adres|vestiging|land|plaats|zetel|seat|address|country|location|sitz|anschrift|ort|si[èe]ge|pays)",
    re.IGNORECASE,
)
_PROCESSING = lasting(r"^\W*(?:verwerking|processing)(?: in)?\W*$", re.IGNORECASE)
BLANK = lasting(
    r"^\(.*\)$|^(?:\W*\[[^\]]{0,30}\]\W*)+$|^[\W●•]*$|"
    r"^[\s._…\-–\[\]{}<>]*$|^\W*(?:n\.?v\.?t\.?|geen|none|n/?a|in te vullen.*|\[.*\]|\{\{.*|…*)\W*$",
    re.IGNORECASE,
)


def columns_of(header: Sequence[str]) -> Mapping[str, int]:
    """The place of each field among the columns; each column is one field, each field one column."""
    found: dict[str, int] = {}
    for number, title in enumerate(header):
        if "name" not in found and _NAME_FIRST.match(title):
            found["name"] = number
            continue
        for name, words in COLUMNS.items():
            if name not in found and words.search(title) and len(title) < 70:
                found[name] = number
                break
        else:
            if "processing_in" not in found and _PROCESSING.match(title):
                found["processing_in"] = number
    if "name" not in found and header and header[0]:
        return {}
    return found


def entry_of(cells: Sequence[str], columns: Mapping[str, int]) -> Entry | None:
    """The entry that a row makes, by the place of each field among its cells; None where it names nobody."""

    def cell(name: str) -> str | None:
        at = columns.get(name)
        text = cells[at] if at is not None and at < len(cells) else ""
        return None if BLANK.match(text) else text

    name = cell("name")
    if name is None or len(name) > 110 or SUB.fullmatch(name):
        return None
    name, address = without_address(name)
    entry = Entry(name, cell("service"))
    seat, place = cell("established_in"), cell("processing_in")
    entry.established_in = next(iter(places_in(seat)), None) if seat else address
    entry.processing_in = places_in(place) or None if place else None
    return entry
