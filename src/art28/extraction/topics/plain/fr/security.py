"""Turns of French on security measures, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "security.measures_change",
        ("qu'après",),
        (
            r"\bne (?:peut|pourra|saurait)\b[^.;]{0,12}\b(?:modifier|changer|faire évoluer)\b[^.;]{0,20}\bqu'après (?:en )?avoir (?:préalablement )?(?:informé|averti|avisé|prévenu)\b[^.;]{0,12}\bCONTROLLER\b",
        ),
        value="processor_with_notice",
        under=r"sécurité|mesures",
    ),
    Plain(
        "security.periodic_review",
        ("revoit", "réexamine", "réévalue", "actualise", "les teste", "met à jour"),
        (
            r"\b(?:il|elle|PROCESSOR) (?:les )?(?:revoit|réexamine|réévalue|teste|vérifie)\b[^.;]{0,30}\b(?:tous les|toutes les|chaque|une fois par|deux fois par)\b[^.;]{0,12}\b(?:ans?|année|mois|semestre|trimestre)\b",
        ),
        under=r"sécurité|mesures",
    ),
    Plain(
        "security.measures_change",
        ("sans en avoir",),
        (
            r"\bne les modifie(?:ra)? pas sans en avoir (?:préalablement )?(?:informé|averti|avisé|prévenu) (?:le |la )?CONTROLLER\b",
            r"\bmesures\b",
        ),
        value="processor_with_notice",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "security.measures_change",
        ("modification", "évolution", "changement"),
        (
            r"\bPROCESSOR (?:informe|avise|avertit|notifie) (?:le |la )?CONTROLLER\b[^.;]{0,30}\b(?:modification|évolution|changement)s?\b[^.;]{0,30}\bmesures (?:de sécurité|techniques)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "security.periodic_review",
        ("intrusion", "restauration", "vulnérabilité", "audit"),
        (
            r"\b(?:tests?|audits?|scans?) (?:d'intrusion|de restauration|de pénétration|de vulnérabilités?|de sécurité)\b[^.;]{0,40}\b(?:chaque année|annuels?|semestriels?|trimestriels?|tous les ans|une fois par an|réguli\w+)\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        (
            "une fois l'an",
            "chaque année",
            "une fois par an",
            "tous les ans",
            "annuellement",
            "périodiquement",
            "à intervalles",
        ),
        (
            r"\b(?:une fois l'an|chaque année|une fois par an|tous les ans|annuellement|périodiquement|à intervalles (?:réguliers|fixes|définis))\b",
            r"\b(?:efficacité|efficaces?|mesures)\b",
            r"\b(?:contrôlé\w*|vérifi\w+|évalu\w+|test\w+|revue?s?|contrôle|réexamin\w+)\b",
        ),
        under=r"sécurité|mesures",
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:peut|vérifie|contrôle)\b"),
    ),
)
