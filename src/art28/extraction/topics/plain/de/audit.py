"""Turns of German on audits, as speech.py reads them."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_AUDIT = r"audit|kontroll|prüf|inspekt|nachweis"
_CHECK = r"\b(?:inspektion(?:en)?|(?:über)?prüfung(?:en)?|(?:vor-ort-)?kontrollen?|audits?)\b"
_KONTROLLE = r"kontroll|audit|prüf|nachweis|inspektion"
_KOSTEN = r"\b(?:kontrollen?|prüfung(?:en)?|audits?|inspektionen?|überprüfung(?:en)?)\b"
_MANGEL = r"\b(?:mängel|mangel|verst(?:oß|öße|ößen|oßes)|datenpanne|verletzung(?:en)?|pflichtverletzung(?:en)?|unregelmäßigkeiten|abweichungen)\b"
_ZAHLT = (
    r"\b(?:trägt|tragen|zahlt|bezahlt|bezahlen|erstatten|erstattet|übernimmt|kosten\w*|aufwendungen|zulasten|lasten)\b"
)

TURNS: tuple[Plain, ...] = (
    Plain(
        "audit.right",
        ("inspektion", "prüfung", "kontroll", "audit"),
        (
            rf"{_CHECK}[^.;]{{0,20}} durch (?:den |die )?CONTROLLER\b[^.;]{{0,230}}\b(?:durchgeführt|statt|stattfinden|vorgenommen|zu ermöglichen|zulässig)\b|"
            rf"\bPROCESSOR (?:\w+ )?(?:duldet|ermöglicht|gestattet|gewährt|erlaubt)\b[^.;]{{0,20}}{_CHECK}[^.;]{{0,20}}\bCONTROLLER\b|"
            rf"\bPROCESSOR (?:duldet|ermöglicht|gestattet|erlaubt) (?:dem |der )?CONTROLLER\b[^.;]{{0,30}}{_CHECK}",
        ),
        unless=(r"SUBPROCESSOR", r"\b(?:nicht|kein\w*) (?:zulässig|gestattet|erlaubt)\b"),
    ),
    Plain(
        "audit.existing_reports_first",
        ("sollten", "erforderlich"),
        (
            rf"\bsollten (?:im einzelfall |darüber hinaus |gleichwohl |dennoch )?{_CHECK}[^.;]{{0,100}}\b(?:erforderlich|notwendig)\b|"
            rf"{_CHECK}[^.;]{{0,60}}\b(?:erst|nur)\b[^.;]{{0,30}}\bwenn (?:die |diese )?(?:nachweise|berichte|zertifikate|unterlagen)\b[^.;]{{0,30}}\bnicht (?:aus|genügen)",
        ),
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "audit.notice",
        ("vorlaufzeit", "anmeldung", "ankündigung"),
        (
            rf"{_CHECK}[^.;]{{0,160}}\b(?:vorlaufzeit|anmeldung|ankündigung|vorankündigung|anmeldefrist) (?:\w+ )?(?:von|mit)\b",
        ),
        value=PERIOD,
        unless=(r"SUBPROCESSOR", r"{breach}"),
    ),
    Plain(
        "audit.notice",
        ("vorlaufzeit", "anzumelden", "anmeldung", "anzukündigen"),
        (
            r"\b(?:prüf\w*|kontroll\w*|\w*kontrollen|inspektion\w*|audits?)\b[^.;]{0,80}\b(?:vorlaufzeit|frist) von\b[^.;]{0,60}\b(?:durchführen|anzumelden|anzukündigen|vornehmen)\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "audit.max_frequency",
        ("kalenderjahr", "jahr"),
        (r"\bauf eine[rn]? (?:pro|je|im) (?:kalender)?jahr (?:begrenzt|beschränkt)\b", r"{audit}|\binspektion\w*"),
        value="P1Y",
    ),
    Plain(
        "audit.max_frequency",
        ("alle zwei jahre",),
        (r"\bCONTROLLER kann alle zwei jahre\b", r"{audit}"),
        value="P2Y",
    ),
    Plain(
        "audit.costs",
        ("aufwand",),
        (
            r"\b(?:aufwand|aufwendungen)\b[^.;]{0,20}\b(?:inspektion|kontrolle|prüfung|audits?)\b[^.;]{0,20}\b(?:wird|werden)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,30}\bin rechnung\b",
        ),
        value="controller",
    ),
    Plain(
        "audit.costs",
        ("verstöße", "mängel", "festgestellt"),
        (
            r"\bwerden bei\b[^.;]{0,20}\b(?:verstöße|mängel|abweichungen) festgestellt, (?:übernimmt|trägt|zahlt) (?:der )?PROCESSOR die kosten\b",
        ),
        value="processor_if_noncompliant",
        under=_AUDIT,
    ),
    Plain(
        "audit.existing_reports_first",
        ("bevor",),
        (
            r"\bbevor CONTROLLER\b[^.;]{0,40}(?:{audit})[^.;]{0,60}\b(?:prüft|sichtet|berücksichtigt)\b[^.;]{0,60}\b\w*(?:berichte?|zertifikate?|testate?)\b",
        ),
    ),
    Plain(
        "audit.auditor",
        ("unabhängig",),
        (
            r"\b(?:audits?|prüfungen|kontrollen)\b[^.;]{0,20}\bwerden\b[^.;]{0,30}\bdurch (?:einen )?unabhängige[nr]? (?:dritten?|prüfer|sachverständigen?)\b",
        ),
        value="independent_third_party",
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
    *(
        Plain(
            key,
            ("ein bild machen", "bild machen", "umsehen", "umschauen"),
            (r"\bCONTROLLER (?:darf|kann)\b[^.;]{0,100}\b(?:ein bild machen|umsehen|umschauen)\b",),
            value=value,
            under=_AUDIT,
        )
        for key, value in (("audit.right", True), ("audit.notice", PERIOD))
    ),
    Plain(
        "audit.auditor",
        ("betrauen", "beauftragen", "schicken"),
        (
            r"\bCONTROLLER (?:darf|kann)\b[^.;]{0,160}\boder (?:einen|eine) (?:\w+ )?(?:fachmann|fachfrau|sachverständige\w*|prüfer\w*|dritte\w*|experte\w*)\b[^.;]{0,20}\b(?:betrauen|beauftragen|schicken|entsenden)\b",
        ),
        value="controller_or_third_party",
        under=_AUDIT,
    ),
    Plain(
        "audit.evidence_deadline",
        ("belegt", "weist", "zeigt"),
        (
            r"\b(?:auf verlangen|auf anfrage|auf anforderung|auf wunsch)\b[^.;]{0,30}\b(?:belegt|weist|zeigt)\b[^.;]{0,12}\bPROCESSOR (?:binnen|innerhalb)\b[^.;]{0,60}\b(?:pflichten|einhaltung|erfüllt|einhält)\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.costs",
        ("kosten trägt",),
        (r"^[\W\d]*(?:seine|ihre|die eigenen) kosten trägt (?:er|sie|der CONTROLLER|CONTROLLER) (?:selbst|allein)\b",),
        value="controller",
        under=_AUDIT,
        after=r"\bCONTROLLER (?:darf|kann)\b",
    ),
    Plain(
        "audit.auditor",
        ("durch dritte",),
        (r"\beigene\b[^.;]{0,12}\boder (?:von|durch) dritte[nr]?\b",),
        value="controller_or_third_party",
        under=_KONTROLLE,
    ),
    Plain(
        "audit.costs",
        ("kosten", "zulasten", "zu lasten", "kommt", "kostenpflichtig"),
        (
            rf"{_KOSTEN}",
            r"\bCONTROLLER\b[^.;]{0,60}\b(?:auf|trägt|kostenpflichtig|selbst auf)\b|\bzu ?lasten (?:des |der )?CONTROLLER\b|\bfür (?:den |die )?CONTROLLER kostenpflichtig\b|\b(?:trägt|zahlt|übernimmt|bezahlt) (?:der |die )?CONTROLLER\b",
            rf"\b(?:es sei denn|sofern nicht|außer)\b[^.;]{{0,80}}{_MANGEL}|;[^.;]{{0,40}}{_MANGEL}[^.;]{{0,80}}\b(?:trägt|zahlt|fallen|übernimmt|lasten?)\b|;[^.;]{{0,40}}\bergeben\b[^.;]{{0,40}}{_MANGEL}",
        ),
        value="processor_if_noncompliant",
        under=_KONTROLLE,
    ),
    *(
        Plain(
            key,
            ("kalenderjahr",),
            (
                r"\b(?:in jedem|je|pro|im|jedes) kalenderjahr (?:höchstens |maximal )?(?:einmal|ein mal)\b",
                r"\bangekündigt\b|\baudit\w*|\bkontroll\w*|\bprüf\w*",
            ),
            value=value,
            under=_KONTROLLE,
            unless=(r"\bmindestens\b", r"\bSUBPROCESSOR\b"),
        )
        for key, value in (("audit.max_frequency", "P1Y"), ("audit.frequency_basis", "calendar_year"))
    ),
    Plain(
        "audit.costs",
        ("kosten", "bezahlt", "zulasten"),
        (
            r"\b(?:kontrollen?|kontrollkosten|prüf(?:ungs)?kosten|auditkosten|prüfung(?:en)?|audits?|inspektion(?:en)?|überprüfung(?:en)?)\b",
            rf"\bCONTROLLER\b[^.;]{{0,80}}{_ZAHLT}|{_ZAHLT}[^.;]{{0,30}}\bCONTROLLER\b",
            rf"(?:\b(?:es sei denn|sofern nicht|außer|soweit nicht)\b|;)[^.;]{{0,80}}{_MANGEL}",
        ),
        value="processor_if_noncompliant",
        under=_KONTROLLE,
    ),
)
