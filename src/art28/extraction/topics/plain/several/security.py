"""Turns of several languages on security measures, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import Plain

_SECURITY = r"beveilig|veilig|maatregel|security|sécurité|sicherheit|technische"

TURNS: tuple[Plain, ...] = (
    Plain(
        "security.effectiveness_disclaimed",
        ("zekerheid", "waterdicht", "honderd procent", "100%", "onkwetsbaar"),
        (
            r"\b(?:volledige|absolute|totale|100%|honderd procent) (?:zekerheid|veiligheid|beveiliging)\b|\b(?:waterdicht|onkwetsbaar)\b",
            r"\b(?:niet|geen|nooit)\b",
        ),
        under=_SECURITY,
    ),
    Plain(
        "security.periodic_review",
        ("jaar", "year", "jähr", "chaque", "année", "annuel"),
        (
            r"\b(?:jaarlijkse?|elk jaar|ieder jaar|eens per jaar|een keer per jaar|annual(?:ly)?|every year|yearly|chaque année|annuel\w*|tous les ans|une fois par an|jährlich\w*)\b",
            r"\b(?:\w*tests?|penetratietest\w*|toets\w*|getoetst|nagelopen|\blop\w* … \bna|test d'intrusion|tests? de pénétration|audit de sécurité|hackers?)\b",
        ),
        under=_SECURITY,
        unless=(r"{staff} … \b(?:training|opleiding)", r"CONTROLLER (?:mag|kan|peut)"),
    ),
    Plain(
        "security.measures_change",
        ("controls", "measures", "maatregelen"),
        (
            r"\bno (?:change|modification|alteration)\b … \b(?:made )?to\b … \b(?:controls|measures)\b … \bwithout (?:\S+ ){0,4}?(?:approval|consent|agreement)\b|"
            r"\b(?:controls|measures)\b … \b(?:may|shall) not be (?:changed|altered|lowered|reduced)\b … \bwithout (?:\S+ ){0,4}?(?:approval|consent|agreement)\b|"
            r"\bgeen (?:wijziging|aanpassing)\b … \bmaatregelen\b … \bzonder (?:\S+ ){0,4}?(?:toestemming|instemming|goedkeuring|akkoord)\b",
        ),
        value="mutual",
    ),
    Plain(
        "security.measures_change",
        ("maatregelen", " ze ", "measures"),
        (
            r"\b(?:past|passen|pas|wijzig\w*|verander\w*|vervang\w*)\b",
            r"\blicht(?:en)? (?:zij |hij |PROCESSOR )?CONTROLLER … \b(?:wijziging\w*|veranderingen)\b[^.;]{0,20}\bin\b|\bover (?:wezenlijke |belangrijke )?(?:wijzigingen|veranderingen)\b … \bCONTROLLER\b … \b(?:bericht|in)\b",
        ),
        value="processor_with_notice",
        under=_SECURITY,
        unless=(r"{breach}", r"SUBPROCESSOR", r"\b(?:toestemming|instemming)\b"),
    ),
    Plain(
        "security.measures_change",
        ("änderungen",),
        (r"\b(?:wesentliche )?änderungen teil(?:t|en) PROCESSOR\b[^.;]{0,20}\bCONTROLLER mit\b",),
        value="processor_with_notice",
        under=_SECURITY,
        strength=Strength.EXPRESS,
    ),
    Plain(
        "security.measures_described",
        ("beveiligd", "versleuteld", "wachtwoord", "https", "back-up"),
        (
            r"\b(?:alarm|wachtwoord\w*|versleuteld|https|tls|back-ups?|tweestaps\w*|tweefactor\w*|firewall\w*|hardwaresleutel)\b",
        ),
        under=r"beveilig",
        unless=(r"\bCONTROLLER\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "security.periodic_review",
        ("ieder jaar", "elk jaar", "jaarlijks"),
        (
            r"\b(?:ieder jaar|elk jaar|jaarlijks) (?:kijken|kijkt|bekijken|bekijkt|gaan|gaat|controleren|controleert) PROCESSOR\b[^.;]{0,40}\bof\b",
        ),
        under=r"beveilig",
    ),
    Plain(
        "security.effectiveness_disclaimed",
        ("perfect", "impenetrable", "infallible", "foolproof", "completely secure"),
        (
            r"\bno (?:\w+ )?(?:measures?|system|method|security|software)\b[^.;]{0,30}\b(?:is|are|can be) (?:\w+ )?(?:perfect|impenetrable|infallible|foolproof|fail-?safe|(?:completely|entirely|totally|100%|absolutely|perfectly) secure)\b",
        ),
    ),
)
