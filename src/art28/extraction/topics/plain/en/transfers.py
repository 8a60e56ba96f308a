"""Turns of English on places and transfers, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import AGREED, NOT
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "transfers.rule",
        ("rely on",),
        (
            r"\b(?:transferred|transfers?)\b[^.;]{0,20}\b(?:out of|outside)\b[^.;]{0,40}\brel(?:y|ies) on\b[^.;]{0,30}\b(?:privacy framework|sccs?|standard contractual clauses)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
    Plain(
        "transfers.rule",
        ("inside", "within", "outside", "leave", "abroad", "elsewhere"),
        (
            rf"{NOT} (?:move|send|take|transfer|keep|store|let|allow|process|use)\b[^.;]{{0,160}}\b(?:elsewhere|outside|abroad|another country|leave)\b[^.;]{{0,60}}\b(?:unless|until|without)\b[^.;]{{0,30}}(?:{AGREED}|\bCONTROLLER (?:prior |written ){{0,2}}(?:consent|agreement|approval|permission)\b)",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.region",
        ("stays in the e", "stay in the e", "remain in the e", "remains in the e"),
        (r"{data}[^.;]{0,12}\b(?:stays?|remains?)\b (?:\w+ )?(?:in|within|inside) the eu\b",),
        value="EU",
        unless=(r"\beea\b",),
    ),
    Plain(
        "transfers.rule",
        ("unless", "only if", "only with", "only after", "without"),
        (
            r"\b(?:shall|may|will|must|do|does) not (?:leave|go outside|be taken out of|be moved from) (?:that|this|the|either) (?:area|region|territory|country|countries|zone)\b[^.;]{0,20}\b(?:unless|without|until)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,30}\b(?:agreed|agrees|consent\w*|approv\w*|permission|authori[sz]\w*)\b|"
            r"\b(?:go|be sent|be moved|be taken|be transferred)\b[^.;]{0,20}\b(?:third countr\w+|outside)\b[^.;]{0,40}\bonly (?:if|with|after|where)\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,30}\b(?:agreed|agrees|consent\w*|approv\w*|permission|authori[sz]\w*)\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.rule",
        ("united states", "countr", "outside"),
        (
            r"\b(?:may|can) be (?:processed|stored|transferred|accessed)\b[^.;]{0,60}\b(?:united states|countr(?:y|ies)|outside)\b[^.;]{0,90}\b(?:provided that|subject to|where|on condition that|as long as)\b[^.;]{0,60}\b(?:adequacy|standard contractual clauses|sccs?|appropriate safeguards|transfer mechanism)\b",
        ),
        value="with_safeguards",
    ),
    Plain(
        "transfers.rule",
        ("adequacy", "standard contractual", "safeguards"),
        (
            r"\boutside the (?:eea|eu|european economic area|european union)\b[^.;]{0,60}\bonly (?:with|if|where|on the basis of|under)\b[^.;]{0,30}\b(?:adequacy|standard contractual clauses|safeguards)\b",
        ),
        value="with_safeguards",
    ),
    Plain(
        "transfers.rule",
        ("asking", "permission", "saying yes", "say-so", "okay"),
        (
            r"\bPROCESSOR (?:will |do |does )?(?:not|never) (?:move|send|transfer|take|store)\b[^.;]{0,12}\b(?:it|them|data|anything)\b[^.;]{0,30}\b(?:outside|out of|beyond)\b[^.;]{0,40}\b(?:eea|eu|europe|european union|european economic area)\b[^.;]{0,20}\b(?:without|unless|until)\b[^.;]{0,40}\b(?:asking|permission|say|says|okay|agree|agrees|yes)\b",
        ),
        value="with_consent",
    ),
)
