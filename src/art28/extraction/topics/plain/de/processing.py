"""Turns of German on purposes of its own and special categories of data, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import PANNE
from art28.extraction.topics.plain.plain import Plain

_FÜR_SICH = r"\b(?:eigene[nrms]? (?:belange\w*|interessen?|bedarf|rechnung|zwecke\w*|nutzen|vorteil)|für sich (?:selbst )?(?:aus|zu)|selbst zu nutzen)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "processing.own_purposes",
        ("eigene zwecke", "eigenen zwecken", "für uns selbst"),
        (
            r"\bfür (?:eigene zwecke|uns selbst|sich selbst)\b|\bzu eigenen zwecken\b",
            r"\b(?:nicht|nie|niemals)\b",
            r"{data}",
        ),
        value=False,
        unless=(r"\b(?:außer|es sei denn)\b",),
    ),
    Plain(
        "processing.own_purposes",
        ("eigene zwecke", "eigenen zwecken"),
        (
            r"\b(?:verwendung|nutzung|verarbeitung)\b[^.;]{0,30}\beigenen? zwecken?\b[^.;]{0,30}\b(?:ausgeschlossen|untersagt|verboten|unzulässig)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("eigene zwecke",),
        (r"\beigene zwecke (?:darf|verfolgt) (?:PROCESSOR|er|sie)\b[^.;]{0,40}\b(?:nicht|keine)\b",),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("keine anderen zwecke", "keinen anderen zweck"),
        (
            r"\bPROCESSOR (?:verwendet|verarbeitet|nutzt)\b[^.;]{0,20}\bdaten\b[^.;]{0,20}\b(?:für keine anderen zwecke|zu keinen anderen zwecken|zu keinem anderen zweck)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("anonymisiert", "aggregiert", "pseudonymisiert"),
        (
            r"\bPROCESSOR (?:darf|kann|ist berechtigt)\b[^.;]{0,60}\b(?:anonymisiert|aggregiert|pseudonymisiert)\w*\b[^.;]{0,40}\b(?:verbesserung|weiterentwicklung|statisti\w+|eigene\w* zweck\w*)\b",
        ),
        unless=(r"\bnicht\b",),
    ),
    Plain(
        "processing.special_categories",
        ("besondere kategorien", "besonderer kategorien"),
        (
            r"\bbesondere\w? kategorien\b[^.;]{0,60}\b(?:nur|nicht)\b[^.;]{0,100}\b(?:vereinbart|zugestimmt|zustimmung|vereinbarung)\b",
        ),
        value="excluded_unless_agreed",
    ),
    Plain(
        "processing.own_purposes",
        ("training", "trainieren", "werbe", "werbung"),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:nutzt|verwendet|verarbeitet|darf)\b[^.;]{0,40}\bdaten\b[^.;]{0,20}\bnicht\b[^.;]{0,20}\b(?:zum|zu|für)\b[^.;]{0,30}\b(?:training\w*|trainieren|werbung|werbezwecke\w*|werbliche\w*)",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("für sich selbst", "eigene zwecke", "eigenen zwecken", "für sich zu", "eigene rechnung"),
        (
            r"\bnicht für sich (?:selbst)?\b|\b(?:untersagt|verboten|verwehrt|nicht gestattet)\b[^.;]{0,60}\bfür (?:sich(?: selbst)?|eigene zwecke)\b|\beigene zwecke verfolgt\b[^.;]{0,60}\bnicht\b|\bfür eigene zwecke\b[^.;]{0,40}\b(?:nicht|darf\b[^.;]{0,40}\bnicht)\b",
            r"{data}|\bdaten\b",
        ),
        value=False,
        unless=(r"SUBPROCESSOR", r"{breach}"),
    ),
    Plain(
        "processing.own_purposes",
        ("eigene", "für sich"),
        (_FÜR_SICH, r"\b(?:nicht|kein\w*|untersagt|verboten|unzulässig|verwehrt|ausgeschlossen)\b", r"\bdaten\b"),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:darf|nutzt)\b", PANNE),
    ),
)
