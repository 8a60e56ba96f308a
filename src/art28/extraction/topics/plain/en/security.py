"""Turns of English on security measures, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import ACTS, AGREED, NOT, SHALL
from art28.extraction.topics.plain.plain import Plain

_SECURITY = r"secur|safe|measures|protect|controls"
_MAY_NOT = r"\bPROCESSOR (?:shall|must|will|may) not"

TURNS: tuple[Plain, ...] = (
    Plain(
        "security.periodic_review",
        ("penetration", "pen test", "pentest", "audit"),
        (
            r"\b(?:annual|yearly|quarterly|regular|twice-yearly|monthly) (?:\w+ ){0,2}(?:penetration|pen|security|vulnerability) ?-?(?:tests?|testing|scans?|audits?|reviews?|assessments?)\b",
        ),
        unless=(r"CONTROLLER (?:may|can)\b",),
    ),
    Plain(
        "security.measures_change",
        ("change", "lower", "weaken", "alter", "replace"),
        (
            rf"{NOT} (?:change|lower|weaken|alter|replace|drop|remove)\b[^.;]{{0,60}}\b(?:until|unless|without|before)\b[^.;]{{0,30}}(?:{AGREED}|\bCONTROLLER (?:written )?(?:consent|agreement|approval|permission)\b)|"
            rf"{SHALL} (?:ask|get)\b[^.;]{{0,40}}\bCONTROLLER\b[^.;]{{0,40}}\bbefore PROCESSOR changes?\b[^.;]{{0,40}}\b(?:measures?|security|controls)\b",
        ),
        value="mutual",
        under=_SECURITY,
    ),
    Plain(
        "security.measures_change",
        ("change", "replace", "alter"),
        (
            rf"{SHALL} (?:tell|inform|notify|let)\b[^.;]{{0,30}}\bCONTROLLER\b[^.;]{{0,40}}\b(?:before|when|if) PROCESSOR (?:changes?|alters?|replaces?)\b[^.;]{{0,40}}\b(?:measures?|security|controls|them|anything)\b",
        ),
        value="processor_with_notice",
        under=_SECURITY,
    ),
    Plain(
        "security.periodic_review",
        ("year", "month", "quarter"),
        (
            rf"{SHALL} (?:have|get|let|test|check|review)\b[^.;]{{0,60}}\b(?:tested|checked|reviewed|systems|measures|security|back-?ups)\b",
            r"\b(?:once|twice|every|each|per|a)\b[^.;]{0,12}\b(?:years?|months?|quarter)\b",
        ),
        under=_SECURITY,
    ),
    Plain(
        "security.measures_described",
        ("described", "set out", "listed", "read"),
        (
            r"\b(?:what|how) PROCESSOR (?:do|does|keeps?|protects?)\b[^.;]{0,60}\b(?:described|set out|listed|explained|written down)\b[^.;]{0,40}\b(?:page|annex|appendix|document|website|policy|overview)\b|"
            r"\b(?:controls|safeguards) (?:that are )?(?:set out|listed|described|specified) in (?:the )?(?:annex|appendix|schedule)\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("year", "quarter", "months", "annually"),
        (
            r"\bPROCESSOR (?:shall |will |must )?(?:reviews?|tests?|checks?|goes? over|goes? through) (?:them|these|it all|our security)\b[^.;]{0,20}\b(?:year|quarter|months?|annually)\b|"
            r"\bcontrols\b[^.;]{0,40}\b(?:tested|reviewed|assessed|audited)\b[^.;]{0,30}\b(?:annually|every|each|once|year|quarter)\b",
        ),
        under=_SECURITY,
    ),
    Plain(
        "security.measures_change",
        ("weaken", "remove", "lower", "reduce", "change"),
        (
            rf"{_MAY_NOT} (?:weaken|remove|lower|reduce|change|alter|switch off)\b[^.;]{{0,60}}\b(?:without|unless|until)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:agreement|consent|approval|permission|agreed|agrees|approved)\b",
        ),
        value="mutual",
        under=_SECURITY,
    ),
    Plain(
        "security.periodic_review",
        ("every", "each", "a year", "annual"),
        (
            r"\b(?:every|each|once a|once every|per)\b[^.;]{0,12}\b(?:years?|months?|quarter)\b",
            rf"{ACTS}(?:goes|go) through\b[^.;]{{0,30}}\b(?:measures|security|controls)\b|{ACTS}(?:has|have|lets?)\b[^.;]{{0,40}}\b(?:carry out|perform|conduct|do|run)\b[^.;]{{0,20}}\b(?:penetration|security) tests?\b",
        ),
    ),
    Plain(
        "security.measures_change",
        ("improve", "replace", "swap", "exchange", "strengthen"),
        (
            r"\bPROCESSOR (?:may|can)\b[^.;]{0,30}\b(?:improve|replace|swap|exchange|strengthen)\b[^.;]{0,40}\b(?:measures?|them|controls|safeguards)\b",
            r"\b(?:as long as|provided|so long as|at least as (?:good|strong|effective)|not (?:drop|fall|lower|weaken|reduce))\b",
        ),
        value="processor_alone",
        unless=(r"{agreed}", r"{inform}", r"SUBPROCESSOR", r"{breach}"),
    ),
    Plain(
        "security.periodic_review",
        ("regularly", "regular", "periodically"),
        (
            r"\bPROCESSOR (?:shall |will )?(?:regularly|periodically) (?:monitors?|checks?|verif\w+|reviews?) (?:its |the )?compliance with (?:these|the|its|those) (?:\w+ ){0,3}measures\b|"
            r"\bPROCESSOR (?:shall |will )?(?:monitors?|checks?|verif\w+|reviews?)\b[^.;]{0,12}\b(?:at regular intervals|on a regular basis|regularly|periodically)\b[^.;]{0,60}\bmeasures\b[^.;]{0,20}\b(?:complied with|observed|effective)\b|"
            r"\bcompliance with (?:the|these|its) measures\b[^.;]{0,30}\bis (?:regularly |periodically )?(?:monitored|checked|verified)\b[^.;]{0,30}\b(?:on a regular basis|at regular intervals|regularly|PROCESSOR)\b",
        ),
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "security.measures_described",
        ("described in",),
        (r"\bmeasures\b[^.;]{0,12}\b(?:are|is) (?:described|set out|listed|documented) in\b",),
        under=r"secur|measures|safe",
    ),
    Plain(
        "security.measures_described",
        ("what PROCESSOR do", "how PROCESSOR"),
        (
            r"^[\W\d]*(?:here is|this is|here are)\b[^.;:]{0,12}\b(?:what PROCESSOR (?:do|does)|how PROCESSOR (?:do|does|keeps?|protects?))\b[^.;:]{0,30}:",
        ),
        under=r"safe|secur|protect",
    ),
    Plain(
        "security.periodic_review",
        ("test", "audit", "review", "drill"),
        (
            r"\b(?:security|penetration|pen)[ -]?(?:test|audit|review)s?\b[^.;]{0,40}\b(?:every|each|once a|twice a) (?:year|spring|summer|autumn|fall|winter|quarter|month|six months|half-?year)\b|"
            r"\b(?:annual|yearly|quarterly)\b[^.;]{0,12}\b(?:security|penetration|pen)[ -]?(?:test|audit|review)s?\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("interval", "periodic", "from time to time", "put to the test"),
        (
            r"\bat (?:set|regular|fixed|planned|defined) intervals\b|\bperiodically\b",
            r"\b(?:check(?:s|ing|ed)?|verif\w+|assess\w*|tests?|evaluat\w*|review\w*)\b",
            r"\beffective(?:ness)?\b|{measures}|\bwork\b",
        ),
        unless=(r"SUBPROCESSOR", r"{no_warranty}"),
    ),
    Plain(
        "security.periodic_review",
        ("recurring", "recurrent", "regular", "yearly", "every year", "annual", "twice a year"),
        (
            r"\b(?:recurring|recurrent|regular(?:ly)?|yearly|annual(?:ly)?|every (?:year|quarter|month)|twice a year|each year)\b",
            r"\b(?:checks?|check\w*|tests?|test\w*|review\w*|assess\w*|verif\w+|looks? at|evaluat\w+)\b",
            r"\beffective\w*\b|\bmeasures\b[^.;]{0,60}\b(?:still|what they should|suffic\w+|adequa\w+|work)\b",
        ),
        unless=(r"SUBPROCESSOR",),
    ),
)
