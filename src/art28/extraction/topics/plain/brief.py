"""What short English, German and French terms say in few words, as speech.py reads it."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_END = r"\bend\b|terminat|expir|delet"
_OTHERWISE = (
    "state otherwise", "says otherwise", "provide otherwise", "provides otherwise", "require otherwise", "requires otherwise",
)  # fmt: skip
_LAW_SAYS_OTHERWISE = r"\b(?:except (?:to the extent|insofar|where)(?: that)?|unless)\b[^.;]{0,50}\blaws?\b[^.;]{0,20}\b(?:states?|says?|provides?|requires?) otherwise\b"
_BECOMES_KNOWN = ("nach bekanntwerden", "nach kenntnis", "nach bekannt werden")
_GERMAN_MAIN = (
    r"(?:\w*(?:nutzungs|haupt|dienst|leistungs|service|lizenz)\w*vertrag(?:e?s)?|abonnements?|hauptvereinbarung)\b"
)
_FRENCH_MAIN = r"contrat (?:principal|de (?:services?|prestations?))\b"
_THIS = r"(?:this|the) (?:dpa|agreement|addendum|data processing \w+)"
_CAPS = r"\b(?:plafonds? de responsabilité|limit(?:es|ations?) de (?:la )?responsabilité)\b"

ENGLISH_BRIEF = (
    Plain(
        "confidentiality.duty",
        ("confidentiality", "secret"),
        (
            r"\b(?:shall |will |must )?(?:ensure|maintain|preserve|guarantee)s? the confidentiality of (?:the |all )?{data}\b[^.;]{0,20}\b(?:learns?|becomes? aware|obtains?|receives?)\b",
        ),
        after=r"PROCESSOR",
        unless=(r"\b(?:persons?|personnel|employees|staff|confidentiality, integrity)\b",),
    ),
    Plain(
        "term.amendment",
        ("in writing", "written consent"),
        (
            rf"\b(?:deviations?|additions?|supplements?|derogations?)\b[^.;]{{0,30}}\b{_THIS}\b[^.;]{{0,20}}\b(?:only (?:valid|effective|binding)|valid only)\b[^.;]{{0,40}}\bin writing\b|"
            rf"\b(?:addition|deviation|change|amendment)s?\b[^.;]{{0,12}}\b{_THIS} requires? the (?:prior )?written (?:consent|agreement) of (?:both|the) parties\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "subprocessors.authorisation",
        ("object",),
        (
            r"\bPROCESSOR (?:may|can) (?:use|engage|work with|appoint) (?:other|further|additional) (?:processors|companies|providers)\b[^.]{0,120}\bCONTROLLER (?:may|can) object\b",
        ),
        value="general",
        unless=(r"\b(?:consent|approval)\b",),
    ),
    Plain(
        "subprocessors.change_notice",
        ("before",),
        (
            r"\bPROCESSOR (?:shall |will |must )?(?:provide|give|send)s? (?:\w+ )?(?:notification|notice) of (?:a |any |each )?(?:new|additional|further) SUBPROCESSOR\b[^.;]{0,20}\bbefore\b|"
            r"^[\W\d]*before (?:a|any) (?:new|additional|further|other) SUBPROCESSOR\b[^.;]{0,80}\bPROCESSOR (?:shall |will |must )?(?:notif\w+|inform\w*|tells?) (?:the )?CONTROLLER\b",
        ),
    ),
    Plain(
        "end.data",
        ("prior to such deletion", "before that", "before such deletion", "before deletion", "prior to deletion"),
        (
            r"\b(?:upon|on|at) (?:the )?(?:CONTROLLER'?s?'? )?request\b[^.;]{0,90}\b(?:retrieve|receives?|export|download|copy)\b[^.;]{0,60}\b(?:prior to|before) (?:such |that |the )?(?:deletion|that)\b",
        ),
        value="return_on_request_then_delete",
        after=r"{delete}",
    ),
    Plain(
        "end.legal_retention_exception",
        _OTHERWISE,
        (
            r"{delete}",
            _LAW_SAYS_OTHERWISE,
        ),
        under=_END,
    ),
    Plain(
        "end.legal_retention_exception",
        _OTHERWISE,
        (
            r"{delete}",
            r"\b(?:terminat\w+|after (?:the|this) (?:agreement|dpa|contract) ends|end of (?:the|this)|expir\w+)\b",
            _LAW_SAYS_OTHERWISE,
        ),
    ),
    Plain(
        "liability.indirect_excluded",
        ("direct damage",),
        (
            r"\bPROCESSOR is (?:only )?liable for direct damages? only\b|\bPROCESSOR is only liable for direct damages?\b",
        ),
        unless=(r"\bnot\b",),
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
        "term.starts",
        ("legally binding", "becomes binding", "become binding"),
        (
            rf"\b(?:upon|on|once|after|when)\b[^.;]{{0,30}}\b(?:receipt|received)\b[^.;]{{0,40}}\b(?:signed|completed|executed)\b[^.;]{{0,90}}\b{_THIS} (?:will |shall )?becomes? (?:legally )?binding\b|"
            rf"\b{_THIS} (?:will |shall )?becomes? (?:legally )?binding (?:once|when|upon|after)\b[^.;]{{0,60}}\bsigned\b",
        ),
        value="on_signature",
    ),
)
GERMAN_BRIEF = (
    Plain(
        "breach.wording",
        _BECOMES_KNOWN,
        (
            r"\bPROCESSOR\b",
            r"\b(?:meldet|zeigt|teilt) (?:ihm|ihr|diesem|dieser)\b[^.;]{0,20}(?:{breach})[^.;]{0,60}\b(?:unverzüglich|umgehend|sofort) nach (?:bekanntwerden|kenntnis\w*|bekannt werden)\b",
        ),
        value="immediately",
        after=r"CONTROLLER",
    ),
    Plain(
        "breach.clock_starts",
        _BECOMES_KNOWN,
        (
            r"\bPROCESSOR\b",
            r"\b(?:meldet|zeigt|teilt) (?:ihm|ihr|diesem|dieser)\b[^.;]{0,20}(?:{breach})[^.;]{0,60}\bnach (?:bekanntwerden|kenntnis\w*|bekannt werden)\b",
        ),
        value=("awareness",),
        after=r"CONTROLLER",
    ),
    Plain(
        "breach.authority_notifier",
        ("meldepflicht", "meldung"),
        (
            r"\b(?:meldepflicht(?:en)?|meldungen?)\b[^.;]{0,30}(?:{authority}|\bart(?:ikel|\.)? ?33\b)[^.;]{0,60}\b(?:verbleib\w+|bleib\w+|lieg\w+|obliegt|obliegen)\b[^.;]{0,20}\bCONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "term.lasts",
        ("dauer", "laufzeit"),
        (
            rf"\bdauer (?:des auftrags|der (?:verarbeitung|beauftragung)|dieser vereinbarung|dieses vertrags)\b[^.;]{{0,12}}\b(?:entspricht|gleicht|richtet sich nach)\b[^.;]{{0,60}}\b{_GERMAN_MAIN}|"
            rf"\b(?:auftrag|vereinbarung|vertrag) hat (?:dieselbe|die gleiche) (?:dauer|laufzeit) wie (?:der |die |das )?{_GERMAN_MAIN}|"
            rf"^[\W\d]*(?:dauer|laufzeit)\W+(?:wie |entspricht )(?:der |die |das )?{_GERMAN_MAIN}\W*$",
        ),
        value="main_agreement",
        unless=(r"\b(?:aufbewahrung|speicher)\w*",),
    ),
    Plain(
        "audit.auditor",
        ("prüfer", "dritte", "beauftragten"),
        (
            r"\b(?:über)?(?:prüfung(?:en)?|kontrollen?|inspektion(?:en)?|audits?)\b[^.;]{0,40}\bauch durch (?:einen |eine |die |von )?(?:von CONTROLLER |vom CONTROLLER )?(?:\w+ )?(?:prüfer|dritte\w*|auditor\w*|sachverständige\w*)\b|"
            r"\b(?:über)?(?:prüfung(?:en)?|kontrollen?|inspektion(?:en)?|audits?)\b[^.;]{0,30}\bCONTROLLER selbst oder durch (?:beauftragte |von (?:ihm|ihr) beauftragte )?(?:dritte|prüfer|auditor\w*)\b",
        ),
        value="controller_or_third_party",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "transfers.rule",
        ("drittland", "drittländer"),
        (
            r"\bnur\b[^.;]{0,30}\bdokumentierte\w* weisung\w*\b[^.;]{0,40}\bauch\b[^.;]{0,30}\b(?:drittland\w*|übermittlung\w* in drittländer\w*)",
        ),
        value="with_consent",
    ),
    Plain(
        "liability.regime",
        ("haftungsb",),
        (
            rf"^[\W\d]*(?:im übrigen |es |ferner )?(?:gilt|gelten)\b[^.;]{{0,12}}\bhaftungs(?:begrenzung|beschränkung)(?:en)?\b[^.;]{{0,50}}\b{_GERMAN_MAIN}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "end.choice_window",
        ("nach wahl", "mit, ob"),
        (
            r"\bnach wahl (?:des|der) CONTROLLER\b[^.;]{0,12}\bdie\b[^.;]{0,12}\binnerhalb von\b[^.;]{0,80}\bauszuüben\b|"
            r"\bCONTROLLER teilt\b[^.;]{0,12}\binnerhalb von\b[^.;]{0,60}\bmit, ob\b[^.;]{0,60}\b(?:zurück\w*|herausz\w*)\b[^.;]{0,30}\b(?:lösch|vernicht)\w*",
        ),
        value=PERIOD,
    ),
)
FRENCH_BRIEF = (
    Plain(
        "breach.authority_notifier",
        ("notification à", "démarches"),
        (
            r"\bnotification à (?:la |l'|l’)?(?:cnil|autorité)[^.;]{0,40}\b(?:incombe|revient|appartient)\b[^.;]{0,12}\bCONTROLLER\b|"
            r"\bPROCESSOR (?:assiste|aide|accompagne) (?:le |la |l'|l’)?CONTROLLER\b[^.;]{0,20}\bdans ses (?:démarches|notifications)\b[^.;]{0,40}\barticles? 33\b",
        ),
        value="controller",
    ),
    Plain(
        "term.lasts",
        ("durée",),
        (
            rf"^[\W\d]*durée(?: du traitement| de l'accord)?\W+(?:durée du|celle du|identique (?:à celle )?(?:du|au))\W*{_FRENCH_MAIN}\W*$|"
            rf"\bprésente? (?:accord|contrat|annexe|convention) a (?:la )?même durée que (?:le |la )?{_FRENCH_MAIN}",
        ),
        value="main_agreement",
        unless=(r"\bconservation\b",),
    ),
    Plain(
        "liability.regime",
        ("plafond", "limites de", "limitations de"),
        (
            rf"{_CAPS}[^.;]{{0,30}}\b(?:ceux|celles|fixée?s|définie?s|prévue?s)\b[^.;]{{0,30}}\b{_FRENCH_MAIN}|"
            rf"{_CAPS} (?:du|de la|de l'|des) {_FRENCH_MAIN}[^.;]{{0,12}}\bs'appliquent\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "subprocessors.authorisation",
        ("opposition", "opposer"),
        (
            r"\bPROCESSOR (?:informe|avertit|avise|prévient|notifie)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,20}\b(?:nouveau|nouvel|autre|ajout|changement)\b[^.;]{0,60}[^.]{0,20}\bCONTROLLER peut s'y opposer\b|"
            r"\bà défaut d'opposition\b[^.;]{0,40}\b(?:réputée?|considérée? comme) acceptée?\b",
        ),
        value="general",
        after=r"SUBPROCESSOR|sous-traitant",
    ),
    Plain(
        "subprocessors.authorisation",
        ("opposer",),
        (r"\bCONTROLLER (?:peut|pourra|dispose)\b[^.;]{0,40}\bs'(?:y )?opposer\b",),
        value="general",
        after=r"\bPROCESSOR (?:informe|avertit|avise|prévient|notifie)\b[^.;]{0,40}\b(?:nouveau|nouvel|autre|ajout|changement|remplacement)\b[^.;]{0,40}(?:SUBPROCESSOR|sous-traitant)",
    ),
    Plain(
        "end.data",
        ("selon instruction", "selon les instructions", "selon l'instruction"),
        (
            r"\bPROCESSOR (?:restitue|rend|remet)\b[^.;]{0,60}\bou (?:les |en )?(?:supprime|détruit|efface)\b[^.;]{0,60}\bselon (?:l'|les )?instructions? (?:du|de la|de l'|des) ?CONTROLLER\b",
        ),
        value="controller_chooses",
    ),
)
"""What such a sentence settles, by the language of the terms."""
