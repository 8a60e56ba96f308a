"""Turns of French on help and what it costs, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

_HANDS = (
    r"\bPROCESSOR (?:remet|fournit|transmet|communique|met à (?:la )?disposition|tient à (?:la )?disposition|donne)\b"
)
_WHAT_IS_NEEDED = r"\b(?:éléments|informations|documents|renseignements|pièces|documentation)\b[^.;]{0,20}\b(?:nécessaires?|utiles?|requis\w*)\b"
_HELP = r"assist|aide|coopér|collabor|accompagn"

TURNS: tuple[Plain, ...] = (
    Plain(
        "assistance.prior_consultation",
        ("consultation",),
        (
            r"\b(?:PROCESSOR|elle|il) (?:coopère|collabore|assiste|aide)\b[^.;]{0,20}\bCONTROLLER\b[^.]{0,120}\bconsultations? préalables?\b",
        ),
    ),
    Plain(
        "assistance.dpia",
        ("impact",),
        (
            r"\b(?:PROCESSOR|elle|il) (?:coopère|collabore|assiste|aide)\b[^.;]{0,20}\bCONTROLLER\b[^.]{0,120}\banalyses? d'impact\b",
        ),
    ),
    Plain(
        "assistance.costs",
        ("facturée", "facturé"),
        (r"\b(?:cette|ladite) (?:assistance|aide)\b[^.;]{0,20}\b(?:est|sera) facturée\b",),
        value="controller",
        under=r"assist|aide|concours|coopér",
    ),
    Plain(
        "assistance.dpia",
        ("analyse d'impact", "analyses d'impact", "analyse d’impact"),
        (rf"{_HANDS}[^.;]{{0,40}}{_WHAT_IS_NEEDED}", r"{dpia}"),
    ),
    Plain(
        "assistance.prior_consultation",
        ("consultation",),
        (
            rf"{_HANDS}[^.;]{{0,40}}{_WHAT_IS_NEEDED}",
            r"\bconsultation (?:préalable )?(?:de la cnil|de l'autorité|de l'apd|préalable)\b",
        ),
    ),
    Plain(
        "assistance.costs",
        ("facturé", "payant"),
        (
            r"\b(?:ce travail|cette (?:aide|assistance|prestation)|ces (?:prestations|travaux)|le temps passé)\b[^.;]{0,20}\b(?:est|sont|sera|seront) (?:facturée?s?|payante?s?)\b",
        ),
        value="controller",
        under=_HELP,
    ),
)
