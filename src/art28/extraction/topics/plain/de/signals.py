"""What German paper means by the few things that it must name, whatever verb joins them, as speech.py reads it; en/signals.py is its like."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_DPA = r"\b(?:diese[rnms]?|der|die|den|dem|des) (?:vorliegenden? )?(?:avvs?|auftragsverarbeitungsvertrag(?:e?s)?|auftragsverarbeitung\w*|vereinbarung|auftrag(?:e?s)?)\b|\bdiese[rnms]? (?:vertrag(?:e?s)?|anlage)\b"
_MAIN = r"\b(?:hauptvertrag\w*|(?:\w+-)?\w*nutzungsvertrag\w*|dienst(?:leistungs)?vertrag\w*|leistungsvertrag\w*|rahmenvertrag\w*|wartungsvertrag\w*|hauptvereinbarung|grundvertrag\w*|servicevertrag\w*|agb)\b"
_RECHT = r"\b(?:\w*recht\w*|gesetz\w*|dsgvo|datenschutz\w*|vorschrift\w*|rechtmäßig\w*)\b"
_WIDRIG = r"(?:{infringes}|\bnicht (?:rechtmäßig|zulässig|erlaubt|vereinbar|statthaft|in einklang|im einklang)\b|\b(?:verletzt|verstößt|widrig\w*|\w+widrig\w*|unzulässig\w*|rechtswidrig\w*|unvereinbar\w*|widerspricht|zuwiderläuft|unrechtmäßig\w*|zweifel\w*|bedenk\w*)\b)"
_SAGT_ES = r"(?:{inform}|\b(?:weist|wiesen)\b[^.;]{0,60}\bhin\b|\baufzuklären\b|\baufklären\b|\bbeanstand\w*|\bverständig\w*|\bnachricht\b|\bbescheid\b|\bteilt\b|\bmeldet\b|\bmelden\b|\bunterricht\w*|\bbericht\w*|\bvortrag\w*|\banzeig\w*|\bmitteil\w*|\bmitzuteilen\b|\brückfrag\w*|\bhinweis\w*|\bwarn\w*)"
_KONTROLLE = r"kontroll|audit|prüf|nachweis|inspektion"
_UNTER = r"unterauftrag|SUBPROCESSOR|subunternehm"
_PANNE = r"\b(?:verletzung\w*|datenpanne\w*|vorfall\w*|vorfälle\w*|datenschutzvorfall\w*|sicherheitsvorfall\w*)\b"
_WEISS = r"\b(?:bekannt|bekanntwerden|kenntnis|kenntniserlangung|erfährt|erfahren|erfahren hat|weiß)\b"
_MANGEL = r"\b(?:mängel|mangel|verst(?:oß|öße|ößen|oßes)|datenpanne|verletzung(?:en)?|pflichtverletzung(?:en)?|abweichungen)\b"
_ZAHLT = (
    r"\b(?:trägt|tragen|zahlt|bezahlt|bezahlen|erstatten|erstattet|übernimmt|kosten\w*|aufwendungen|zulasten|lasten)\b"
)
_ENDE = r"ende|löschung|rückgabe|beendigung|herausgabe"
_FÜR_SICH = r"\b(?:eigene[nrms]? (?:belange\w*|interessen?|bedarf|rechnung|zwecke\w*|nutzen|vorteil)|für sich (?:selbst )?(?:aus|zu)|selbst zu nutzen)\b"

SIGNALS = (
    Plain(
        "instructions.only_on_instruction",
        ("weisung",),
        (
            r"\b(?:bestimmt sich|richtet sich)\b[^.;]{0,20}\b(?:allein|nur|ausschließlich|einzig)\b[^.;]{0,20}\bweisung\w*|\b(?:nur|allein|ausschließlich|lediglich|einzig)\b[^.;]{0,40}\bweisung\w*\b|\bweisung\w*\b[^.;]{0,40}\bgebunden\b|\bnach maßgabe\b[^.;]{0,20}\bweisung\w*|\bsetzt\b[^.;]{0,40}\bweisung\w*\b[^.;]{0,40}\bvoraus\b|\bbedarf\b[^.;]{0,30}\bweisung\w*",
            r"{processes}|{data}|\bpersonenbezogen\w*|\babweich\w*",
        ),
        unless=(r"{audit}", r"\bSUBPROCESSOR\b", _PANNE, r"\bpersonen\b[^.;]{0,60}\bunterstell\w*", r"\bbefugt\w*", r"\bantwort\w*|\banfrage\w*|\bauskünfte\b|\bauskunft\b"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (r"\bweisung\w*", _WIDRIG, _RECHT + r"|\bunzulässig\w*|\brechtmäßig\w*", _SAGT_ES, r"\bPROCESSOR\b"),
        unless=(r"{audit}", r"SUBPROCESSOR", r"\bCONTROLLER (?:ist|haftet|stellt sicher|gewährleistet|verantwortet|trägt)\b", r"\bnicht verpflichtet\b", r"\bdatenpanne\b"),
    ),
    Plain(
        "processing.own_purposes",
        ("eigene", "für sich"),
        (_FÜR_SICH, r"\b(?:nicht|kein\w*|untersagt|verboten|unzulässig|verwehrt|ausgeschlossen)\b", r"\bdaten\b"),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:darf|nutzt)\b", _PANNE),
    ),
    *(
        Plain(
            "breach." + key,
            ("bekannt", "kenntnis", "erfährt", "erfahren", "weiß"),
            (_PANNE, _WEISS, _SAGT_ES, r"\bCONTROLLER\b", *more),
            value=value,
            unless=(r"\bSUBPROCESSOR\b", r"\baufsichtsbehörde\b", r"\bCONTROLLER (?:meldet|informiert|benachrichtigt|teilt|zeigt|unterrichtet)\b", r"{rights}", r"\bweisung", r"\bCONTROLLER (?:erfährt|kenntnis|bekannt)\b", r"\bbetroffene\w* (?:person|personen) (?:zu )?(?:benachrichtig|informier)\w*"),
        )
        for key, value, more in (
            ("clock_starts", ("awareness",), (r"\bPROCESSOR\b", r"\b(?:unverzüglich|ohne verzögerung|stunden|sofort|umgehend|tag\w*)\b")),
            ("covers", ("personal_data_breach",), (r"\bverletzung\w* des schutzes personenbezogener daten\b",)),
            ("deadline", PERIOD, (r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal|stunden zeit)\b[^.;]{0,30}\b(?:stunden|zeit)\b|\bstunden zeit\b",)),
            ("wording", "fixed", (r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal)\b[^.;]{0,30}\bstunden\b|\bstunden zeit\b",)),
        )
    ),
    Plain(
        "requests.handling",
        ("anfrage", "anliegen", "antrag", "anträge", "ersuchen", "begehren"),
        (
            r"\b(?:anfragen?|anliegen|anträge?n?|ersuchen|begehren)\b",
            r"\b(?:reicht|gibt|leitet|sendet|schickt)\b[^.;]{0,60}\bCONTROLLER (?:durch|ab|weiter|zu)\b|\b(?:reicht|gibt|leitet|sendet|schickt)\b[^.;]{0,40}\ban\b[^.;]{0,20}\bCONTROLLER\b|\bverweist\b[^.;]{0,40}\bCONTROLLER\b|\b(?:anfragen?|anliegen|anträge?|ersuchen|begehren)\b[^.;]{0,80}\b(?:sind|werden|ist|wird)\b[^.;]{0,60}\bCONTROLLER\b[^.;]{0,40}\b(?:zuzuleiten|weiterzuleiten|zu übermitteln|überlassen|weitergeleitet|vorgelegt|vorzulegen|zugeleitet|zu übergeben|abzugeben)\b",
            r"\bbetroffene[nr]?\b|\bbetroffenen\b",
        ),
        value="forward",
        unless=(r"{audit}", _PANNE, r"\bSUBPROCESSOR\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("pauschal", "allgemein", "generell", "grundsätzlich"),
        (r"\b(?:pauschal|allgemein\w*|generell|grundsätzlich)\b", r"\b(?:einverstanden|einverständnis|zustimmung|stimmt|genehmig\w*|gestattet|erlaubt|darf)\b", r"SUBPROCESSOR"),
        value="general",
        unless=(r"\bnicht (?:einverstanden|gestattet|erlaubt)\b", r"\bgesondert\w*\b", r"\bkeine\b", r"\bweisung\w*", r"\ballgemeine\w* geschäftsbedingungen\b"),
    ),
    *(
        Plain(
            key,
            ("wirksam", "zulässig", "erst"),
            (r"\bSUBPROCESSOR\b", r"\berst\b[^.;]{0,30}\b(?:tage?|wochen?|monate?)\b[^.;]{0,10}\bnach\b[^.;]{0,30}\b(?:mitteilung|anzeige|ankündigung|unterrichtung|information)\b"),
            value=value,
            under=_UNTER,
        )
        for key, value in (("subprocessors.change_notice", True), ("subprocessors.notice_period", PERIOD))
    ),
    Plain(
        "subprocessors.flow_down",
        ("SUBPROCESSOR",),
        (
            r"\b(?:vertrag\w*|vertraglich\w*|schriftlich\w*|vereinbarung\w*)\b",
            r"\b(?:\w*pflicht\w*|verpflicht\w*|niveau|datenschutzniveau|regelungen|vorgaben|auferleg\w*)\b",
            rf"{_DPA}|\b(?:dieselben|gleichen|gleiche|entsprechend\w*|denselben|gleichwertig\w*)\b",
        ),
        under=_UNTER,
        unless=(r"\bhaftet\b", r"\bnicht verpflichtet\b", r"\bCONTROLLER (?:kann|darf)\b", r"\bkündig\w*"),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("SUBPROCESSOR",),
        (
            r"\b(?:tun|handeln|handlungen|unterlass\w*|lassen|verschulden|fehler|verhalten|pflichtverletzung\w*|verstöße|leistung\w*|pflichten)\b",
            r"\bPROCESSOR\b[^.;]{0,80}\b(?:verantwort\w*|haftet|einzustehen|steht\b[^.;]{0,80}\bein|zurechnen|zuzurechnen|bürgt|gerade)\b|\b(?:verantwort\w*|haftet|steht)\b[^.;]{0,20}\bPROCESSOR\b",
            r"\b(?:eigene\w*|seine[ns]?|sein|vollumfänglich|voll)\b",
        ),
        under=_UNTER,
        unless=(r"\bhaftet\b[^.;]{0,20}\bnicht\b", r"\bnicht (?:verantwortlich|haftbar)\b", r"\bverantwortliche[nr]?\b[^.;]{0,4}$"),
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
    Plain(
        "end.legal_retention_exception",
        ("gesetz", "recht"),
        (
            r"\b(?:gesetz\w*|recht)\b[^.;]{0,100}\b(?:aufbewahr\w*|aufzubewahren|speicher\w*|vorhalt\w*)\b|\b(?:aufbewahr\w*|aufzubewahren|speicher\w*)\b[^.;]{0,60}\b(?:gesetz\w*|recht)\b",
            r"\b(?:bleiben|bleibt|ausgenommen|dürfen|darf|soweit|sofern|es sei denn|außer|zwingt|verpflichtet|gebietet|insoweit|unberührt)\b",
        ),
        under=_ENDE,
        unless=(r"\bback-?ups?\b", r"{rights}", r"\bSUBPROCESSOR\b", r"\bCONTROLLER (?:ist|bleibt) (?:\w+ )?verantwortlich\b"),
    ),
    Plain(
        "term.lasts",
        (*("gekoppelt", "laufzeit", "dauer", "geltung", "erlischt", "entfällt", "endet", "für die zeit", "solange"), "mit wegfall"),
        (
            rf"(?:{_DPA})[^.;]{{0,60}}\b(?:gekoppelt|geknüpft|gebunden)\b[^.;]{{0,40}}\b(?:endet|erlischt|entfällt)\b|(?:{_DPA})[^.;]{{0,60}}\b(?:endet|erlischt|entfällt)\b[^.;]{{0,12}}\bmit (?:dem |der )?(?:{_MAIN}|ihm|ihr|diesem|dessen)|"
            rf"\bmit (?:dem )?(?:wegfall|ende|ablauf|erlöschen)\b[^.;]{{0,10}}(?:{_MAIN})[^.;]{{0,12}}\b(?:endet|erlischt|entfällt)\b|\b(?:laufzeit|dauer|geltungsdauer|geltung)\b[^.;]{{0,6}}(?:{_DPA})[^.;]{{0,20}}\b(?:deckt sich|stimmt überein|entspricht|ist identisch|fällt zusammen|folgt|richtet sich)\b[^.;]{{0,20}}(?:{_MAIN})|\bfür die zeit\b[^.;]{{0,20}}(?:{_MAIN})[^.;]{{0,60}}\b(?:läuft|besteht|gilt)\b",
            _MAIN,
        ),
        value="main_agreement",
        unless=(r"{secrecy}",),
    ),
    Plain(
        "term.survival",
        ("nach vertragsende", "nach dem ende", "nach beendigung", "über das ende"),
        (r"\b(?:nach (?:vertragsende|dem ende|beendigung|dem vertragsende)|über das (?:vertrags)?ende)\b", r"\b\w*pflichten\b[^.;]{0,80}\b(?:noch|weiter\w*|fort\w*|bestehen|erfüllen|gelten)\b"),
        under=r"laufzeit|dauer|gegenstand|beendigung|schluss",
    ),
    Plain(
        "term.precedence",
        ("gegenüber", "vor", "maßgeb", "vorrang"),
        (
            rf"(?:{_DPA})[^.;]{{0,60}}\b(?:setzt sich\b[^.;]{{0,60}}\b(?:gegenüber|durch)|hat vorrang|genießt vorrang|geht\b[^.;]{{0,40}}\bvor|ist maßgeb\w*|verdrängt)\b",
            _MAIN,
        ),
        value="this_agreement",
        unless=(rf"{_MAIN} (?:geht|gehen|hat|haben) (?:vor|vorrang)\b",),
    ),
    Plain(
        "law.governing",
        ("recht deutschlands", "deutsches recht", "deutschem recht"),
        (r"\bnach deutschem recht\b[^.;]{0,20}\b(?:beurteilen|auszulegen|behandeln)\b|\b(?:unterliegt|gilt|findet|anwendung)\b[^.;]{0,30}\b(?:recht deutschlands|deutschem recht|deutsches recht)\b|\bdeutsches recht (?:gilt|findet anwendung|ist anwendbar)\b",),
        value="DE",
    ),
    Plain(
        "transfers.rule",
        ("drittland", "drittländer", "außerhalb", "aus dem ewr"),
        (
            r"\b(?:nicht|keine\w*)\b[^.;]{0,80}\b(?:drittland|drittländer|außerhalb (?:des|der) (?:ewr|eu|europäischen))\b[^.;]{0,60}\b(?:es sei denn|außer|sofern nicht)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,30}\b(?:angewiesen|zugestimmt|genehmigt|eingewilligt|weisung|zustimmung)\b",
        ),
        value="with_consent",
    ),
)  # fmt: skip
