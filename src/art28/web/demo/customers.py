"""Customers that don't exist: names, addresses and people, the same each time."""

import re
from collections.abc import Iterator
from random import Random

from django.utils.text import slugify

from art28.web.demo.world import Customer

_TREES = (
    "Linde",
    "Berken",
    "Esdoorn",
    "Wilgen",
    "Kastanje",
    "Elzen",
    "Olmen",
    "Beuken",
    "Hazel",
    "Meidoorn",
    "Lijster",
    "Vlier",
)
_ENDS = ("hof", "borg", "gaarde", "zoom", "horst", "veld", "dal", "oever")
_WATER = ("Water", "Veen", "Heide", "Duin", "Polder", "Zand", "Klei", "Riet", "Molen", "Brink")
_PLACES = ("rijk", "drecht", "wolde", "meer", "kerke", "dorp")
_FAMILIES = (
    "Okkerse",
    "van Buren",
    "Dekkers",
    "Yilmaz",
    "Haverkort",
    "Pinas",
    "de Bruin",
    "Wolters",
    "Achterberg",
    "Bouali",
    "Ruijs",
    "Tjon",
    "van Essen",
    "Kramer",
    "Zonneveld",
    "Mulder",
    "Ansems",
    "Drenth",
    "Postma",
    "Elzinga",
)
_GIVEN = (
    "Marit",
    "Joost",
    "Fatima",
    "Ruben",
    "Ingrid",
    "Sjoerd",
    "Leyla",
    "Thijs",
    "Noor",
    "Karel",
    "Anouk",
    "Mehmet",
    "Femke",
    "Gijs",
    "Wietske",
    "Omar",
    "Lotte",
    "Pieter",
    "Sanne",
    "Hugo",
)
_CITIES = (
    "Almere",
    "Zwolle",
    "Borne",
    "Culemborg",
    "Doetinchem",
    "Emmeloord",
    "Franeker",
    "Goes",
    "Heerde",
    "IJsselstein",
    "Joure",
    "Kampen",
    "Lochem",
    "Meppel",
    "Nijkerk",
    "Ommen",
    "Putten",
    "Raalte",
    "Sneek",
    "Tiel",
)
_STREETS = (
    "Dorpsweg",
    "Kerkstraat",
    "Stationsweg",
    "Molenlaan",
    "Havenkade",
    "Schoolstraat",
    "Parklaan",
    "Industrieweg",
    "Marktplein",
)
_KINDS = {
    "zorg": (
        "Stichting Zorggroep {place}",
        "Huisartsenpraktijk {place}",
        "Stichting Thuiszorg {place}",
        "Fysiotherapie {place} B.V.",
        "Apotheek {place} B.V.",
    ),
    "onderwijs": ("Stichting Basisscholen {place}", "Stichting {place} College", "Stichting Kinderopvang {place}"),
    "overheid": ("Gemeente {town}", "Waterschap {town}", "Gemeenschappelijke Regeling {town}"),
    "zakelijk": (
        "{place} Accountants B.V.",
        "{place} Installatietechniek B.V.",
        "Bouwbedrijf {place} B.V.",
        "{place} Makelaars B.V.",
        "Drukkerij {place} B.V.",
        "{place} Logistiek B.V.",
        "Stichting {place} Wonen",
        "{place} Advocaten B.V.",
    ),
}
SHARES = {"zorg": 80, "onderwijs": 50, "overheid": 40, "zakelijk": 130}
"""Of three hundred customers, how many are of each sector."""


def customers(count: int, chance: Random) -> Iterator[Customer]:
    """So many customers, of each sector its share, one at least; no two have a name or a number in common."""
    whole = sum(SHARES.values())
    for sector, share in SHARES.items():
        names = list(dict.fromkeys(_names(sector)))
        chance.shuffle(names)
        for number in range(max(1, round(count * share / whole))):
            yield customer(names[number % len(names)], sector, chance)


def customer(name: str, sector: str, chance: Random) -> Customer:
    """One customer of that name."""
    site = slugify(re.sub(r"\b(B\.V\.|Stichting|Inc\.|Ltd|GmbH|AB|AG|SAS|Oy|NV|ApS|AS|OÜ|Lda)", "", name)).replace(
        "-", ""
    )
    return Customer(
        name=name,
        sector=sector,
        city=chance.choice(_CITIES),
        street=f"{chance.choice(_STREETS)} {chance.randint(1, 180)}",
        postcode=f"{chance.randint(1000, 9999)} {chance.choice('ABCDEFGHJK')}{chance.choice('LMNPRTVWXZ')}",
        registration=f"98{chance.randint(0, 999_999):06}",
        person=person(chance),
        site=f"{site}.example",
    )


def person(chance: Random) -> str:
    """Somebody who doesn't exist."""
    return f"{chance.choice(_GIVEN)} {chance.choice(_FAMILIES)}"


def _names(sector: str) -> Iterator[str]:
    places = [f"{tree}{end}" for end in _ENDS for tree in _TREES]
    towns = [f"{water}{place}" for place in _PLACES for water in _WATER]
    for place, town in zip(places, towns * 2, strict=False):
        for kind in _KINDS[sector]:
            yield kind.format(place=place, town=town)
