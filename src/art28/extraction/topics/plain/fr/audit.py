"""Turns of French on audits, as speech.py reads them."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_CONTROLE = r"audit|contrôle|vérif|inspection"
_MANQUEMENT = r"\b(?:manquements?|défaillances?|non-conformités?|violations?|fautes?)\b"
_PAIE = r"\b(?:supporte|supportés?|paie|payés?|prend|prenant|assume|à la charge|aux frais|incombe\w*|règle|rembourse)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "audit.max_frequency",
        ("fois par an", "par année", "par an"),
        (
            r"\b(?:audits?|inspections?|contrôles?)\b[^.;]{0,40}\b(?:limitée?s? à|plus d'|au plus|dans la limite d'|à raison d')[^.;]{0,4}\b(?:un|une|1)(?: seul)?(?: fois| audit)? par (?:an|année)\b",
        ),
        value="P1Y",
    ),
    Plain(
        "audit.notice",
        ("prévenir", "annoncer", "aviser", "avertir", "annoncé"),
        (
            r"\b(?:prévenir|annoncer|aviser|avertir|annoncée?)\b[^.;]{0,40}\b(?:jours?(?: ouvrés)?|semaines?|mois)\b[^.;]{0,6}\b(?:auparavant|avant|à l'avance|au préalable|plus tôt)\b",
        ),
        value=PERIOD,
        under=_CONTROLE,
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "audit.max_frequency",
        ("fois l'an", "par an", "annuel"),
        (r"\b(?:audit|contrôle)\b[^.;]{0,40}\b(?:une fois l'an|une fois par an)\b",),
        value="P1Y",
        under=_CONTROLE,
        unless=(r"\bau moins\b",),
    ),
    Plain(
        "audit.costs",
        ("frais", "charge", "payé"),
        (
            r"\b(?:audit|sur place|contrôle)\b[^.;]{0,180}(?:\bà (?:la charge|ses frais|charge)\b[^.;]{0,12}\bCONTROLLER\b|\baux frais\b[^.;]{0,6}\bCONTROLLER\b)|\bCONTROLLER\b[^.;]{0,160}\b(?:d'en supporter|et en supporte|en supporter)\b[^.;]{0,12}\b(?:frais|coûts?)\b",
        ),
        value="controller",
        under=_CONTROLE,
        unless=(
            r"\b(?:sauf|à moins)\b[^.;]{0,40}" + _MANQUEMENT,
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:supporte|paie|prend)\b",
        ),
    ),
    Plain(
        "audit.costs",
        ("pay", "incombe", "supporte", "charge"),
        (
            r"\b(?:audits?|contrôles?)\b",
            r"\b(?:est|sont) payés? par (?:la |le )?CONTROLLER\b|\b(?:incombe|incombent) (?:à la |au |à )?CONTROLLER\b|\bCONTROLLER (?:paie|supporte|prend)\b|\bà la charge (?:de la |du |de )?CONTROLLER\b",
            rf"\b(?:à moins qu|sauf)\w*'?[^.;]{{0,60}}{_MANQUEMENT}|;[^.;]{{0,30}}{_MANQUEMENT}[^.;]{{0,80}}\b(?:PROCESSOR|elle|lui|il)\b[^.;]{{0,20}}\b(?:paie|supporte|prend|assume)\b",
        ),
        value="processor_if_noncompliant",
        under=_CONTROLE,
    ),
    Plain(
        "audit.right",
        ("audit", "contrôle"),
        (
            r"\bCONTROLLER\b[^.;]{0,20}\b(?:a la possibilité de|a le droit de|a droit à|peut|est libre de)\b[^.;]{0,40}\b(?:contrôler|audits?|auditer|vérifier|inspecter)\b",
        ),
        under=_CONTROLE,
        unless=(r"\bne peut\b",),
    ),
    Plain(
        "audit.auditor",
        ("faire procéder", "faire réaliser", "fait procéder"),
        (
            r"\b(?:procéder|réaliser|effectuer) ou (?:de |à )?(?:faire|fait) (?:procéder|réaliser|effectuer)\b[^.;]{0,12}\bpar un (?:tiers|auditeur|expert)\b",
        ),
        value="controller_or_third_party",
        under=_CONTROLE,
    ),
    Plain(
        "audit.notice",
        ("prévient", "avise", "avertit", "prévenu", "annonce", "averti"),
        (
            r"\b(?:prévient|avise|avertit|annonce|prévenue?|avertie?|avisée?)\b[^.;]{0,40}\b(?:jours?(?: ouvrés)?|semaines?|mois)\b[^.;]{0,12}\b(?:avant|auparavant|à l'avance|plus tôt)\b|\b(?:jours?|semaines?|mois)\b[^.;]{0,12}\bavant le contrôle\b",
        ),
        value=PERIOD,
        under=_CONTROLE,
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "audit.max_frequency",
        ("par an", "chaque année", "l'an"),
        (
            r"\b(?:droit à un (?:audit|contrôle)|contrôler|auditer|vérifier|un (?:audit|contrôle))\b[^.;]{0,80}\b(?:par an|une fois (?:chaque|par) année(?: civile)?|une fois l'an|une fois par an)\b",
        ),
        value="P1Y",
        under=_CONTROLE,
        unless=(r"\bau moins\b", r"\bPROCESSOR (?:contrôle|vérifie|fait)\b"),
    ),
    Plain(
        "audit.frequency_basis",
        ("année civile",),
        (r"\b(?:contrôler|auditer|vérifier|audit|contrôle)\b[^.;]{0,80}\bannée civile\b",),
        value="calendar_year",
        under=_CONTROLE,
    ),
    Plain(
        "audit.costs",
        ("manquement", "faute", "défaillance"),
        (
            r"\b(?:audits?|contrôles?)\b",
            rf"\bCONTROLLER\b[^.;]{{0,20}}{_PAIE}|{_PAIE}[^.;]{{0,16}}\bCONTROLLER\b",
            rf"\bPROCESSOR\b[^.;]{{0,80}}{_MANQUEMENT}|{_MANQUEMENT}[^.;]{{0,80}}\bPROCESSOR\b|\bsauf\b[^.;]{{0,40}}{_MANQUEMENT}",
        ),
        value="processor_if_noncompliant",
        under=_CONTROLE,
    ),
)
