"""Turns of French on places and transfers, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "transfers.rule",
        ("repose", "reposent", "fondé"),
        (
            r"\btransferts?\b[^.;]{0,30}\bpays tiers\b[^.;]{0,12}\b(?:repose|reposent|est fondé|sont fondés)\b[^.;]{0,12}\b(?:décision d'adéquation|clauses contractuelles types|garanties appropriées)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
    Plain(
        "transfers.rule",
        ("n'en sortent pas", "ne quittent pas", "ne sortent pas"),
        (
            r"\bdonnées\b[^.;]{0,80}\b(?:union européenne|espace économique européen|eee|ue)\b[^.;]{0,12}\bn'en sortent pas\b",
        ),
        value="not_outside_eea",
    ),
    Plain(
        "transfers.rule",
        ("garanties", "clauses contractuelles"),
        (
            r"\ben cas de transfert\b[^.;]{0,40}\b(?:hors|en dehors|vers un pays tiers|pays tiers)\b[^.;]{0,60}\b(?:garanties (?:appropriées|adéquates)|clauses contractuelles types)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
    Plain(
        "transfers.region",
        ("territoire",),
        (r"\b(?:uniquement|exclusivement|seulement)\b[^.;]{0,12}\bsur le territoire de l'union européenne\b",),
        value="EU",
        unless=(r"\bespace économique\b",),
    ),
    Plain(
        "transfers.rule",
        ("exclusivement", "uniquement"),
        (
            r"\bdonnées\b[^.;]{0,60}\b(?:exclusivement|uniquement)\b[^.;]{0,12}\b(?:au sein de|dans|en)\b[^.;]{0,6}\b(?:espace économique européen|union européenne|eee|ue)\b",
        ),
        value="not_outside_eea",
        unless=(r"SUBPROCESSOR", r"\bsauf\b"),
    ),
    Plain(
        "transfers.rule",
        ("transfér", "transfert"),
        (
            r"\bpour (?:transférer|tout transfert)\b[^.;]{0,60}\bhors\b[^.;]{0,80}\b(?:doit|devra)\b[^.;]{0,30}\b(?:autorisée?|l'accord|l'autorisation)\b[^.;]{0,30}\bCONTROLLER\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.rule",
        ("transfert",),
        (
            r"\b(?:autorisation|accord|consentement)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,12}\b(?:requise?|nécessaire|exigée?|indispensable)\b[^.;]{0,20}\btout transfert\b[^.;]{0,12}\bhors\b|\b(?:hors|en dehors|à l'extérieur)\b[^.;]{0,60}\btransferts?\b[^.;]{0,30}\b(?:possible|permis|autorisé|licite)\b[^.;]{0,12}\bque si\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,20}\b(?:autorisé|accepté|approuvé|consenti)\b",
        ),
        value="with_consent",
    ),
)
