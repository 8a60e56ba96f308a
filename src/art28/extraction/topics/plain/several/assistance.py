"""Turns of several languages on help and what it costs, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain
from art28.extraction.topics.plain.several.words import FREE, FREE_WORDS

_HELP = r"unterstütz|mitwirk|hilfe|assist|help|aide|concours"

TURNS: tuple[Plain, ...] = (
    Plain(
        "assistance.prior_consultation",
        ("raadpleg", "consult"),
        (
            r"\b(?:de ap|autoriteit\w*|toezichthouder)\b[^.;]{0,30}\b(?:raadpleegt?|raadplegen|te raadplegen|geraadpleegd)\b|\braadpleg\w*\b[^.;]{0,30}\b(?:de ap|autoriteit\w*|toezichthouder)\b|"
            r"\bconsult\w*\b[^.;]{0,40}\b(?:supervisory |data protection )?(?:authorit(?:y|ies)|regulator)\b",
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:geeft|geven|geef|levert|leveren|helpt?|helpen|verstrekt|gives?|provides?|helps?|supports?)\b|\b(?:geeft?|geven|levert|leveren|helpt?|helpen|verstrekt) PROCESSOR\b",
        ),
        unless=(r"{breach}", r"\b(?:niet|geen|not)\b"),
    ),
    Plain(
        "assistance.prior_consultation",
        ("cnil", "autorité"),
        (
            r"\b(?:aide[rs]?|assiste[rs]?)\b[^.;]{0,100}\bconsult\w*\b[^.;]{0,20}\b(?:la cnil|l'autorité)\b",
            r"\bPROCESSOR\b",
        ),
        unless=(r"{breach}",),
    ),
    Plain(
        "assistance.costs",
        FREE_WORDS,
        (FREE,),
        value="processor",
        under=_HELP,
        unless=(r"\blösch\w*", r"{audit}"),
    ),
)
