"""Turns of French on instructions, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import DIT, EVENT
from art28.extraction.topics.plain.plain import Plain

_ILLICITE = r"(?:{infringes}|\b(?:contraires?|illicites?|illégale?s?|méconnaît|méconnaissent|enfreint|enfreindre|non conforme|interdite?s?|incompatible|irrégulière?)\b)"

TURNS: tuple[Plain, ...] = (
    Plain(
        "instructions.legal_exception",
        ("légale", "loi", "droit"),
        (
            r"\b(?:à moins qu|sauf (?:si|lorsqu))\w*'? ?[^.;]{0,40}\b(?:disposition|obligation|exigence|règle|loi|droit)\w*\b[^.;]{0,40}\b(?:oblig\w*|impos\w*|exig\w*|contrai\w*|requi\w*)\b|"
            r"\bsi PROCESSOR est (?:tenu|obligé|contraint)e? de procéder à (?:un|ce) traitement\b[^.;]{0,40}\b(?:disposition|droit|loi)\w*\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{breach}", r"{secrecy}"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("instruction",),
        (
            r"\b(?:ne |n')[^.;]{0,40}\b(?:aucun|pas|nul)\b[^.;]{0,30}\btraitement\b[^.;]{0,60}\b(?:demandé|ordonné|prescrit|prévu)\b[^.;]{0,40}\binstructions?\b|"
            r"\bsans (?:\w+ )?instructions?\b[^.;]{0,80}\b(?:ne |n')[^.;]{0,20}\b(?:aucun|pas)\b|\b(?:ne |n')[^.;]{0,40}\btraitement\b[^.;]{0,30}\bsans (?:\w+ )?instructions?\b|"
            r"\bseules? les instructions?\b[^.;]{0,60}\b(?:autoris\w+|permett\w+|fond\w+|justifi\w+)\b",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}", r"{breach}"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("instruction",),
        (
            r"\b(?:se conforme\w*|conformer|suivre|suit|respecte\w*)\b[^.;]{0,20}\binstructions?\b[^.;]{0,60}\b(?:rien d'autre|uniquement|seules?|exclusivement)\b|\b(?:ne |n')[^.;]{0,40}\bque (?:si|sur|conformément|selon|d'après)\b[^.;]{0,60}\binstructions?\b|\b(?:uniquement|exclusivement|seulement|limiter|limite|sur la seule base)\b[^.;]{0,50}\binstructions?\b",
            r"{processes}|\bdonnées\b|\btraite\w*",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}", EVENT),
    ),
    Plain(
        "instructions.infringement_warning",
        ("instruction",),
        (r"\binstructions?\b", _ILLICITE, DIT, r"\bPROCESSOR\b"),
        unless=(
            r"{audit}",
            r"SUBPROCESSOR",
            r"\bCONTROLLER (?:garantit|s'engage|veille|s'assure|est responsable)\b",
            r"\bn'est pas tenue?\b",
        ),
    ),
)
