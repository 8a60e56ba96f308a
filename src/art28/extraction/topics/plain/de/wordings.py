"""What German paper says in other constructions than the usual ones, as speech.py reads it: passives, nouns for verbs, the duty at the end.

Each is a class of wording by what it means; contracts.py and ends.py have the turns of contracts.
"""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_DPA = r"\b(?:diese[rnms]?|der|die|den|dem|des) (?:vorliegenden? )?(?:avvs?|auftragsverarbeitungsvertrag(?:e?s)?|auftragsverarbeitung\w*|vereinbarung|auftrag(?:e?s)?)\b|\bdiese[rnms]? (?:vertrag(?:e?s)?|anlage)\b"
_MAIN = r"\b(?:hauptvertrag\w*|\w*nutzungsvertrag\w*|dienst(?:leistungs)?vertrag\w*|leistungsvertrag\w*|rahmenvertrag\w*|wartungsvertrag\w*|hauptvereinbarung|grundvertrag\w*|servicevertrag\w*|agb)\b"
_WEISUNG = r"{an_instruction}"
_TELLS_HIM = r"(?:{inform}|\bgibt\b[^.;]{0,60}\b(?:ab|weiter)\b|\bnachricht\b|\bbescheid\b)"
_PASSES_ON = (
    r"\b(?:gibt|geben|gab)\b[^.;]{0,80}\bCONTROLLER (?:ab|weiter)\b|\b(?:reicht|leitet)\b[^.;]{0,80}\bCONTROLLER weiter\b|\b(?:zugeleitet|übermittelt|weitergereicht|weitergegeben|übergeben|weitergeleitet|überstellt)\b|"
    r"\bübermittelt\b[^.;]{0,40}\bCONTROLLER\b"
)
_ANFRAGE = r"\b(?:anfragen?|anliegen|anträge?n?|ersuchen|begehren)\b"
_KONTROLLE = r"kontroll|audit|prüf|nachweis|inspektion"
_KOSTEN = r"\b(?:kontrollen?|prüfung(?:en)?|audits?|inspektionen?|überprüfung(?:en)?)\b"
_MANGEL = r"\b(?:mängel|verst(?:oß|öße|ößen)|datenpanne|verletzung(?:en)?|pflichtverletzung(?:en)?|unregelmäßigkeiten|abweichungen)\b"

WORDINGS = (
    Plain(
        "instructions.only_on_instruction",
        ("weisung",),
        (
            r"\bohne (?:\w+ )?(?:dokumentierte |schriftliche )?weisung\w*\b[^.;]{0,140}\b(?:kein\w*|nicht)\b|\bkein\w*\b[^.;]{0,60}\bohne (?:\w+ )?(?:dokumentierte |schriftliche )?weisung\w*\b|"
            r"\bverarbeit\w*\b[^.;]{0,80}\bohne (?:\w+ )?(?:dokumentierte |schriftliche )?weisung\w*\b[^.;]{0,60}\b(?:nicht|kein\w*|unzulässig|untersagt)\b|"
            r"\ballein (?:die |maßgeblich )?[^.;]{0,20}\bweisung\w*\b[^.;]{0,40}\b(?:bestimm\w*|maßgeb\w*|entscheid\w*|zulässig)\b|\bmaßgeb\w*\b[^.;]{0,80}\b(?:allein|nur|ausschließlich)\b[^.;]{0,20}\bweisung\w*\b|"
            r"\ban (?:die|seine|deren|dessen|ihre) (?:\w+ )?weisung\w*\b[^.;]{0,40}\bgebunden\b",
            r"{processes}|\bverarbeit\w*|{data}",
        ),
        unless=(r"{infringes}", r"{audit}", r"\bSUBPROCESSOR\b", r"{breach}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("gesetz", "recht"),
        (
            r"\bausnahmen?\b[^.;]{0,40}\b(?:gelten|gilt|besteht|bestehen|zulässig)\b[^.;]{0,60}\b(?:gesetz\w*|recht\w*)\b[^.;]{0,60}\b(?:vorschreib\w*|verlang\w*|verpflicht\w*|gebiet\w*|forder\w*|zwing\w*)\b|"
            r"\b(?:anderes|abweichendes) (?:gilt|ist)\b[^.;]{0,40}\b(?:gesetz\w*|recht\w*)\b",
        ),
        after=_WEISUNG + r"|\bangewiesen\b",
        unless=(r"{delete}", r"{keep}", r"{breach}", r"{rights}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (
            rf"(?:{_WEISUNG})[^.;]{{0,120}}\b(?:datenschutzwidrig|rechtswidrig|unzulässig|unvereinbar|vereinbar|verstößt|verstoß\w*|verletzt|widerspricht|rechtmäßig\w*)\b",
            r"\b(?:hält|erachtet|zweifel|bedenken|erscheint|auffassung|ansicht|sicht|schluss|meinung|überzeugung|einschätzung|sieht)\b",
            rf"{_TELLS_HIM}|\bweist\b[^.;]{{0,40}}\bhin\b|\bmeldet\b|\bvorzutragen\b|\bvorzubringen\b|\bmitzuteilen\b|\berhält\b[^.;]{{0,60}}\bnachricht\b",
        ),
        unless=(r"{audit}", r"SUBPROCESSOR", r"\bnicht verpflichtet\b"),
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
        "security.periodic_review",
        ("abständen", "regelmäßig", "turnus", "wiederkehrend"),
        (
            r"{regularly}|\bin (?:festen|regelmäßigen|festgelegten|angemessenen|bestimmten) abständen\b|\bturnus\w*\b|\bregelmäßig\w*",
            r"\b(?:geprüft|überprüft|kontrolliert|bewertet|getestet|kontrolle|prüfung|überprüfung|überprüfen|prüfen|testet|prüft)\b",
            r"\bwirksam(?:keit)?\b|\bmaßnahmen\b",
        ),
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:prüft|überprüft|kontrolliert|kann|darf)\b"),
    ),
    *(
        Plain(
            "breach." + key,
            ("kenntnis", "bekannt", "erfahren", "erlangt"),
            (
                r"\b(?:nachdem|sobald|wenn|ab dem zeitpunkt)\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,100}\b(?:kenntnis (?:erlangt|erhalten|hat)|erfahren|bekannt geworden)\b|\bvom bekanntwerden an\b|\bnach bekanntwerden\b",
                r"\bverletzung\w*|\bdatenpanne\w*|\bvorfall\w*|\bvorfälle\w*|\bhierfür\b",
                r"{inform}|\binformiert sein\b|\bvorliegen\b|\bvergehen\b",
                *more,
            ),
            value=value,
            under=r"verletzung|datenpanne|vorfall|meldung|sicherheit|breach|daten",
            unless=(r"\bSUBPROCESSOR\b", r"\baufsichtsbehörde\b", r"\bCONTROLLER (?:meldet|informiert|benachrichtigt|teilt|zeigt|unterrichtet)\b", r"{rights}", r"\bweisung"),
        )
        for key, value, more in (
            ("clock_starts", ("awareness",), ()),
            ("covers", ("personal_data_breach",), (r"\bverletzung\w* des schutzes personenbezogener daten\b",)),
            ("deadline", PERIOD, (r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal)\b[^.;]{0,30}\bstunden\b",)),
            ("wording", "fixed", (r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal)\b[^.;]{0,30}\bstunden\b",)),
        )
    ),
    Plain(
        "breach.authority_notifier",
        ("sache de", "obliegt", "allein de", "selbst", "aufgabe de"),
        (
            r"\b\w*(?:aufsichtsbehörde|behörde)\w*\b",
            r"\b(?:sache|aufgabe) (?:des |der )?CONTROLLER\b|\bobliegt\b[^.;]{0,12}\bCONTROLLER\b|\bCONTROLLER (?:allein|selbst)\b|\ballein (?:der |die )?CONTROLLER\b",
            r"\b(?:meld\w*|unterricht\w*|benachrichtig\w*|informier\w*)\b",
        ),
        value="controller",
        unless=(r"\bweisung\w*", r"{audit}"),
    ),
    Plain(
        "requests.handling",
        ("anfrage", "anliegen", "antrag", "anträge", "ersuchen", "begehren"),
        (
            rf"(?:{_PASSES_ON})|\b(?:so |er |es |PROCESSOR )?(?:gibt|reicht|leitet)\b[^.;]{{0,60}}\ban\b[^.;]{{0,30}}\bCONTROLLER (?:ab|weiter)\b",
            rf"(?:{_ANFRAGE})",
            r"\bbetroffene[nr]?\b|\bbetroffenen\b|\bpersonen?\b",
            r"\bPROCESSOR\b|\bihm\b",
        ),
        value="forward",
        under=r"betroffen|rechte|anfrage",
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "requests.assist",
        ("hilfestellung", "behilflich", "hilft", "unterstütz", "mithilfe"),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:leistet|gibt|gewährt|bietet)\b[^.;]{0,40}\b(?:hilfestellung|hilfe|unterstützung|beistand)\b|\bhilft\b[^.;]{0,20}\bPROCESSOR\b",
            r"\brechten? (?:der |von )?betroffene[nr]?\b|\bbetroffenenrechte\w*|\bbetroffene[nr]?\b[^.;]{0,40}\b(?:rechte|anfragen|anträge)\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR"),
    ),
    Plain(
        "requests.deadline",
        ("tagen", "tage", "tag ", "wochen", "woche", "stunden"),
        (
            r"\b(?:binnen|innerhalb|spätestens|höchstens|längstens)\b[^.;]{0,30}\b(?:\w*tag\w*|wochen?|stunden)\b",
            r"\b(?:zu liefern|überlassen|zur verfügung|bereitzustellen|vorzulegen|zu übermitteln|erhält (?:der |die )?CONTROLLER|zeit, um|zu leisten|liefert|zeit)\b",
            r"\b(?:betroffenenanfragen?|anfragen? (?:von )?betroffener?\w*|unterstützung|auskunft)\b",
        ),
        value=PERIOD,
        under=r"betroffen",
        unless=(r"{breach}", r"{audit}", r"\bweiter\b", r"\bab\b[^.;]{0,3}$"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("allgemein", "generell"),
        (
            r"\b(?:allgemein|generell)\w*\b[^.;]{0,30}\b(?:einverstanden|zustimmung|stimmt|genehmigt|gestattet|erlaubt|form)\b|\b(?:einverstanden|stimmt|gestattet|erlaubt|zustimmung)\b[^.;]{0,40}\b(?:allgemein|generell)\w*\b",
            r"SUBPROCESSOR",
        ),
        value="general",
        unless=(r"\bnicht\b[^.;]{0,20}\b(?:einverstanden|gestattet|erlaubt)\b", r"\bgesondert\w*\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("einverstanden",),
        (r"\bCONTROLLER erklärt sich damit (?:allgemein|generell) einverstanden\b|\bhiermit (?:allgemein|generell) einverstanden\b",),
        value="general",
        under=r"unterauftrag|SUBPROCESSOR|subunternehm",
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\b(?:änderung|änderungen|wechsel|hinzunahme|austausch|ersetzung|aufnahme|einsatz)\b[^.;]{0,40}\bSUBPROCESSOR\b|\bSUBPROCESSOR\b[^.;]{0,40}\b(?:hinzu\w*|ersetz\w*|ausgetauscht|gewechselt|wechsel\w*)\b",
            r"\berfährt\b[^.;]{0,40}\bCONTROLLER\b|\bCONTROLLER\b[^.;]{0,80}\b(?:erfährt|unterrichtet|informiert|angekündigt|angezeigt|mitgeteilt|zu unterrichten|zu informieren|anzukündigen|anzuzeigen|mitzuteilen)\b|\bkündigt\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,60}\ban\b|\bteilt\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,60}\bmit\b",
        ),
        under=r"unterauftrag|SUBPROCESSOR|subunternehm",
        unless=(r"\bnicht\b[^.;]{0,20}\b(?:informiert|angekündigt)\b",),
    ),
    Plain(
        "subprocessors.objection",
        ("einwände", "auszusprechen", "einwendung", "ablehnen", "zurückweisen", "bedenken"),
        (
            r"\b(?:einwände|einwendungen|bedenken)\b[^.;]{0,80}\b(?:erheben|geltend|vorbringen|vorzubringen|erhebt|mitteilen|äußern)\b|\bgegen\b[^.;]{0,40}\bauszusprechen\b|\b(?:kann|darf)\b[^.;]{0,60}\b(?:ablehnen|zurückweisen)\b",
            r"\bCONTROLLER\b",
        ),
        under=r"unterauftrag|SUBPROCESSOR|subunternehm",
        unless=(r"\b(?:nicht|kein\w*)\b[^.;]{0,20}\b(?:einwände|einwendungen|ablehnen|zurückweisen)\b", r"\bkeine\b"),
    ),
    Plain(
        "subprocessors.flow_down",
        ("überträgt", "reicht", "überbindet", "pflichten"),
        (
            r"\b(?:überträgt|reicht|überbindet|gibt)\b[^.;]{0,40}\bpflichten\b[^.;]{0,40}\b(?:auf|an)\b[^.;]{0,12}\bSUBPROCESSOR\b",
        ),
        unless=(r"\bnicht\b",),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("zurechnen", "zuzurechnen", "zugerechnet", "steht"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,60}\bPROCESSOR\b[^.;]{0,80}\b(?:zurechnen|zuzurechnen|zugerechnet)\b|\b(?:handeln|verhalten|verschulden|unterlassen)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,80}\b(?:zurechnen|zuzurechnen|zugerechnet)\b",
        ),
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
        "term.starts",
        ("freischaltung", "aktivier", "freigeschaltet"),
        (
            r"\b(?:mit der (?:freischaltung|aktivierung)|ab dem zeitpunkt|sobald|mit (?:freischaltung|aktivierung))\b[^.;]{0,60}\b(?:zugangs?|kontos?|aktiviert|freigeschaltet|wirksam|gilt)\b",
            rf"(?:{_DPA})[^.;]{{0,60}}\b(?:wirksam|gilt|kraft|bestandteil)\b|\bwirksam\b",
            rf"{_MAIN}",
        ),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("solange", "so lange", "dauer", "laufzeit", "endet", "schicksal"),
        (
            rf"(?:{_DPA}|\bauftrag\b)[^.;]{{0,30}}\b(?:besteht|gilt|läuft|dauert)\b[^.;]{{0,12}}\b(?:solange|so lange wie)\b[^.;]{{0,12}}{_MAIN}|"
            rf"\bmit dem ende (?:des |der )?{_MAIN}[^.;]{{0,12}}\bendet\b[^.;]{{0,12}}(?:{_DPA})|"
            rf"\b(?:eigene laufzeit|eigene dauer)\b[^.;]{{0,30}}\bnicht\b|\bteilt (?:diejenige|die|das schicksal|die laufzeit) (?:des |der )?{_MAIN}|"
            rf"\bmit dem {_MAIN} endet (?:er|sie|es|auch)\b",
            _MAIN,
        ),
        value="main_agreement",
        unless=(r"{secrecy}", r"{keep_by_law}"),
    ),
    Plain(
        "term.survival",
        ("fort", "geschuldet", "hinaus"),
        (
            r"\büber das (?:ende|vertragsende)\b[^.;]{0,20}\bhinaus\b[^.;]{0,20}\b(?:wirken|gelten|bestehen)\b[^.;]{0,60}\bfort\b|\bnach dem (?:vertrags)?ende\b[^.;]{0,120}\bbleibt geschuldet\b",
        ),
        unless=(r"{staff}",),
    ),
    Plain(
        "term.precedence",
        ("weich", "abweich", "widersprech", "widerspruch", "etwas anderes"),
        (
            rf"(?:\bweichen\b|\bweicht\b|\bwiderspr\w+|\babweich\w*|\betwas anderes\b)[^.;]{{0,120}}\b(?:gelten|gilt|gehen|geht|maßgeb\w*|zählt|zählen)\b[^.;]{{0,60}}(?:{_DPA})|(?:{_DPA})[^.;]{{0,60}}\b(?:maßgeb\w*|vor|vorrang\w*)\b",
            _MAIN,
            r"\b(?:weichen|weicht|widerspr\w+|abweich\w*|etwas anderes)\b",
        ),
        value="this_agreement",
        unless=(rf"{_MAIN} (?:geht|gehen|hat|haben) (?:vor|vorrang)\b", r"\bkündig\w*"),
    ),
    Plain(
        "term.amendment",
        ("beiden parteien", "beider parteien", "beide parteien"),
        (
            r"\b(?:geändert|änderungen)\b",
            r"\b(?:nur|wenn|bedürfen|bedarf)\b[^.;]{0,80}\b(?:von beiden parteien|beider parteien|beide parteien)\b[^.;]{0,40}\b(?:unterzeichnet\w*|unterschrieben\w*|unterschrift\w*|urkunde|schriftlich)\b",
        ),
        value="mutual_written",
        unless=(r"\bmaßnahmen\b",),
    ),
    Plain(
        "transfers.rule",
        ("drittland", "drittländer", "außerhalb"),
        (
            r"\b(?:nur (?:gelangen|übermittelt werden|verbracht werden|übertragen werden)|nur\b[^.;]{0,40}\bwenn|bedarf)\b[^.;]{0,60}\b(?:CONTROLLER\b[^.;]{0,30}\b(?:weisung|zustimmung|genehmigung|zugestimmt|angewiesen)|(?:weisung|zustimmung|genehmigung) (?:des |der )?CONTROLLER)\b",
            r"\b(?:drittland|drittländer|außerhalb (?:des|der) (?:ewr|eu|europäischen))\b",
        ),
        value="with_consent",
    ),
    *(
        Plain(
            "law.governing",
            ("deutsches recht", "deutschem recht", "recht der bundesrepublik"),
            (
                r"\b(?:ist|sind) (?:ausschließlich )?(?:deutsches recht|das recht der bundesrepublik deutschland) (?:anzuwenden|anwendbar|maßgeb\w*)\b|\b(?:maßgeb\w*|anwendbar) ist (?:ausschließlich )?(?:deutsches recht|das recht der bundesrepublik deutschland)\b",
            ),
            value="DE",
        ),
    ),
)  # fmt: skip
