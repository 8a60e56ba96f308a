"""Turns of French on liability, fines and insurance, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import ANY_CONTRACT, FRENCH_MAIN, MAIN
from art28.extraction.topics.plain.plain import PERIOD, Plain

_CAPS = r"\b(?:plafonds? de responsabilité|limit(?:es|ations?) de (?:la )?responsabilité)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "liability.regime",
        ("limitations", "plafond", "exclusions"),
        (
            rf"\b(?:limitations?|plafonds?|exclusions?)\b[^.;]{{0,30}}\bresponsabilité\b[^.;]{{0,30}}\b(?:prévue?s?|stipulée?s?|figurant|définie?s?|convenue?s?)\b[^.;]{{0,12}}\b(?:{ANY_CONTRACT})\b[^.;]{{0,20}}\b(?:s'applique|s'appliquent|sont applicables|valent)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.claim_period",
        ("réclamation", "action", "demande"),
        (
            r"\b(?:réclamation|action|demande)s?\b[^.;]{0,30}\b(?:formée?s?|introduite?s?|engagée?s?|présentée?s?|intentée?s?)\b[^.;]{0,20}\bdans (?:un délai|l[ae])\b[^.;]{0,50}\b(?:fait|dommage|survenance|connaissance)\w*\b",
        ),
        value=PERIOD,
        unless=(r"{rights}",),
    ),
    Plain(
        "liability.regime",
        ("limitée", "plafonnée"),
        (
            r"\bresponsabilité\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,20}\b(?:est|sera) (?:limitée|plafonnée)\b[^.;]{0,40}\bau (?:montant|prix|total)\b[^.;]{0,30}\b(?:abonnement|redevances?|sommes|prix|services?)\b",
        ),
        value="capped",
    ),
    Plain(
        "liability.regime",
        ("plafond", "limites de", "limitations de"),
        (
            rf"{_CAPS}[^.;]{{0,30}}\b(?:ceux|celles|fixée?s|définie?s|prévue?s)\b[^.;]{{0,30}}\b{FRENCH_MAIN}|"
            rf"{_CAPS} (?:du|de la|de l'|des) {FRENCH_MAIN}[^.;]{{0,12}}\bs'appliquent\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("responsabilité", "limites", "plafond"),
        (
            r"\b(?:responsabilité|indemnis\w+)\b",
            rf"\b(?:limites?|plafonds?|règles|stipulations|clauses)\b[^.;]{{0,30}}\b(?:fixé\w+|prévu\w+|défini\w+|stipulé\w+)\b[^.;]{{0,12}}\b(?:au|dans|par)\b[^.;]{{0,6}}(?:{MAIN})[^.;]{{0,20}}\bs'appliquent\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("responsabilité",),
        (
            rf"\bresponsabilité\b[^.;]{{0,40}}\b(?:renvoyé|renvoie|renvoient|se référer|relève|relèvent|suit|s'apprécie|s'apprécient|s'entend)\b[^.;]{{0,40}}(?:{MAIN})",
        ),
        value="main_agreement_terms",
    ),
)
