"""Turns of Dutch on help and what it costs, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import A_BREACH, CONTROLLER_PAYS, FREE, NOT_FREE, PROCESSOR_PAYS
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "assistance.prior_consultation",
        ("raadple", "vooraf", "eerst naar"),
        (
            r"\braadple(?:egt|gen) (?:hij|zij|ze|deze|CONTROLLER)\b[^.;]{0,12}\b(?:vooraf|voorafgaand\w*)\b[^.;]{0,20}(?:{authority})|"
            r"(?:{authority})[^.;]{0,20}\bvooraf\b[^.;]{0,20}\b(?:om advies|raadplegen|te raadplegen)\b|"
            r"(?:{authority})[^.;]{0,12}\b(?:raadpleegt|raadplegen)\b[^.;]{0,12}\bvoordat\b|"
            r"\braadpleging\b[^.;]{0,20}\bvan (?:de )?(?:{authority})|"
            r"\beerst naar (?:de )?(?:{authority})[^.;]{0,12}\bmoet\b",
            r"{assist}",
        ),
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "assistance.prior_consultation",
        ("overleg met", "afstemming met"),
        (r"\b(?:overleg|afstemming) met (?:de )?(?:{authority})", r"{assist}", r"{dpia}"),
        unless=(r"{breach}",),
    ),
    Plain(
        "assistance.dpia",
        ("krijg", "verschaft", "levert", "verstrekt", "geeft"),
        (
            r"\bkrijgt? CONTROLLER van PROCESSOR\b[^.;]{0,30}\b(?:informatie|gegevens|hulp|medewerking)\b|"
            r"\bvoor (?:een|de) (?:{dpia}) (?:verschaft|levert|verstrekt|geeft) PROCESSOR\b[^.;]{0,20}\b(?:informatie|gegevens|inlichtingen)\b",
            r"{dpia}",
        ),
    ),
    Plain(
        "assistance.dpia",
        ("dpia", "pia", "effectbeoordeling", "gevolgen", "artikel 35"),
        (
            r"{dpia}|\bbeoorde\w+\b[^.;]{0,60}\b(?:gevolgen|effecten|impact|risico's)\b[^.;]{0,60}\b(?:gegevensbescherming|privacy|bescherming van (?:de )?\w*gegevens)\b",
            r"\bPROCESSOR\b|\bhulp\b|\bmedewerking\b",
            r"{assist}|\b(?:gegevens|informatie|inbreng|inlichtingen|kennis|bijdrage|rekenen|terzijde|steun\w*|bij de dienst|draagt|draag|lever(?:t|en)|verstrek(?:t|ken)|krijgt|meedenk\w*)\b",
        ),
        unless=(
            r"\b(?:niet|geen)\b[^.;]{0,30}\b(?:verplicht|gehouden|bijstand|medewerking|hulp|onderdeel)\b",
            r"\bCONTROLLER (?:levert|verstrekt|staat)\b",
            r"SUBPROCESSOR",
            r"\bCONTROLLER alleen\b",
            r"\bheeft (?:PROCESSOR|CONTROLLER) (?:een|de) dpia\b",
        ),
    ),
    Plain(
        "assistance.prior_consultation",
        ("raadple", "vooraf", "artikel 36"),
        (
            r"{prior_consultation}|\b(?:legt|leggen|voorlegt|voorgelegd)\b[^.;]{0,60}\bvooraf\b[^.;]{0,30}(?:{authority})",
            r"\bPROCESSOR\b|\bhulp\b|\bmedewerking\b",
            r"{assist}|\b(?:gegevens|informatie|inbreng|inlichtingen|kennis|bijdrage|rekenen|terzijde|steun\w*|bij de dienst|draagt|lever(?:t|en)|verstrek(?:t|ken)|krijgt)\b",
        ),
        unless=(
            r"\b(?:niet|geen)\b[^.;]{0,30}\b(?:verplicht|gehouden|bijstand|medewerking|hulp|onderdeel)\b",
            r"SUBPROCESSOR",
            A_BREACH,
        ),
    ),
    Plain(
        "assistance.costs",
        (
            "vergoed",
            "rekening",
            "factur",
            "gefactureerd",
            "doorbere",
            "doorbelast",
            "berekend",
            "betaalt",
            "tarie",
            "reken",
        ),
        (CONTROLLER_PAYS,),
        value="controller",
        after=r"{dpia}|{prior_consultation}",
        unless=(
            FREE,
            PROCESSOR_PAYS,
            r"\b(?:tenzij|behalve|behoudens|voor zover)\b",
            r"\b(?:schade|boete\w*|aansprakelijk\w*)\b",
            r"{audit}",
            r"\b(?:niet|geen)\b",
            A_BREACH,
        ),
    ),
    Plain(
        "assistance.costs",
        ("kost", "gratis", "rekening", "inbegrepen", "begrepen", "hoort bij", "horen bij"),
        (FREE,),
        value="processor",
        after=r"{dpia}|{prior_consultation}",
        unless=(NOT_FREE, r"\b(?:schade|boete\w*|aansprakelijk\w*)\b", r"{audit}", A_BREACH, r"\b(?:uur|uren) per\b"),
    ),
)
