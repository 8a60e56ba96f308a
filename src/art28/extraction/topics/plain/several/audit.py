"""Turns of several languages on audits, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_AUDIT = r"audit|controle|inspecti|toezicht"

TURNS: tuple[Plain, ...] = (
    Plain(
        "audit.right",
        ("nakijken", "nagaan", "controle", "kijken"),
        (
            r"\bCONTROLLER (?:mag|kan|kunt|heeft het recht)\b|\b(?:mag|kan|kunt) CONTROLLER\b",
            r"\b(?:nakijken|na te kijken|controleren|te controleren|komen kijken|een controle)\b",
            r"\bPROCESSOR\b",
        ),
        under=r"controle|audit|toezicht|nakijken|meekijken",
        unless=(r"SUBPROCESSOR", r"\bgeen\b", r"{breach}"),
    ),
    Plain(
        "audit.existing_reports_first",
        (
            "sufficient",
            "enough",
            "suffice",
            "compliance",
            "aanleiding",
            "voldoende",
            "toereikend",
            "volstaat",
            "volstaan",
        ),
        (
            r"\bif (?:that|this|these|those|they|it|the (?:report|information|documentation)\w*)\b[^.;,]{0,20}(?:\bnot\b|n't\b|\bin)[^.;,]{0,20}(?:sufficient|enough|satisf\w+|suffice|demonstrate|show|establish|prove)\b|"
            r"\b(?:verstrekte|ontvangen|die|deze) (?:informatie|stukken|documentatie|rapport\w*|verklaring\w*)\b[^.;,]{0,30}\b(?:aanleiding geeft|onvoldoende|niet (?:voldoende|toereikend|genoeg) (?:is|zijn)|niet (?:toereikend|voldoende|volstaa[nt]))\b",
            r"\bCONTROLLER (?:may|can|mag|kan)\b|\b(?:may|can|mag|kan) CONTROLLER\b",
        ),
        under=_AUDIT,
    ),
    Plain(
        "audit.evidence_deadline",
        ("bescheiden", "stukken", "informatie"),
        (
            r"\bPROCESSOR (?:verstrekt|levert|overlegt)\b[^.;]{0,20}\b(?:gevraagde|verzochte|benodigde) (?:bescheiden|stukken|informatie|documenten|gegevens)\b[^.;]{0,12}\bbinnen\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.costs",
        ("terecht", "gegrond"),
        (
            r"\bblijkt\b[^.;]{0,60}\b(?:terecht|gegrond)\b[^.;]{0,20}\bdan (?:betaalt|betalen|draagt|dragen|vergoedt) PROCESSOR\b",
        ),
        value="processor_if_noncompliant",
        under=_AUDIT,
        strength=Strength.PASSING,
    ),
    Plain(
        "audit.auditor",
        ("beauftragt", "bestellt", "benannt", "mandaté", "désigné"),
        (
            r"\bCONTROLLER (?:selbst )?oder (?:ein\w* )?(?:von (?:ihm|ihr|diesem|CONTROLLER) )?(?:beauftragte\w*|bestellte\w*|benannte\w*|bevollmächtigte\w*)(?:,[^.;]{3,50})? (?:dritte\w*|prüfer\w*|person\w*|sachverständige\w*|stelle\w*)\b|"
            r"\bCONTROLLER ou (?:un |tout )?(?:tiers|auditeur|expert|mandataire)\b",
            r"{audit}|{examine}|\binspektion\w*|\bprüf\w*|\bkontroll\w*",
        ),
        value="controller_or_third_party",
    ),
)
