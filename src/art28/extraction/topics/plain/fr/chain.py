"""Turns of French on what binds sub-processors and who answers for them, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import SUBS
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.processor_liable",
        ("répond", "garant", "responsabilité"),
        (
            r"\bPROCESSOR\b[^.;]{0,12}\b(?:répond|est garant|se porte garant)\b[^.;]{0,60}\bSUBPROCESSOR\b[^.;]{0,40}\bcomme (?:de son propre fait|pour (?:lui|elle)-même|des siens|des siennes|s'il s'agissait)\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("SUBPROCESSOR",),
        (
            r"\b(?:manquements?|fautes?|faits?|agissements|actes?|défaillances?|inexécution|obligations)\b",
            r"\bimputables? à\b[^.;]{0,6}\bPROCESSOR\b|\bPROCESSOR\b[^.;]{0,80}\b(?:responsable|répond|garant|assume|s'adresser)\b|\bs'adresser (?:à |au )?PROCESSOR\b",
        ),
        under=SUBS,
        unless=(r"\bn'est (?:pas|aucunement) responsable\b", r"\bne (?:répond|saurait)\b"),
    ),
)
