"""What contracts of small German firms say in words of their own, as speech.py reads it; contracts.py has the usual contracts."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = r"SUBPROCESSOR|unterauftrag|dienstleister|firmen|dritte|subunternehm"
_REQUESTS = r"betroffen|anfragen|rechte"
_BREACH = r"verletzung|panne|vorf[aä]ll|passiert|zwischenfall|meldung"
_AUDIT = r"audit|kontroll|prüf|inspekt|nachweis"
_END = r"\bende\b|beendigung|löschung|rückgabe|herausgabe"
_IT = r"(?:PROCESSOR|er|sie|dieser|diese)"

FIRMS = (
    Plain(
        "instructions.only_on_instruction",
        ("verwehrt", "untersagt", "verboten", "nicht gestattet", "ohne weisung"),
        (
            r"\b(?:jede |eine |alle )?(?:verarbeitung|verwendung|nutzung)\b[^.;]{0,30}\b(?:verwehrt|untersagt|verboten|nicht gestattet)\b[^.;]{0,30}\bnicht\b[^.;]{0,60}\bweisung\b|"
            r"\b(?:verwehrt|untersagt|verboten|nicht gestattet)\b[^.;]{0,60}\b(?:ohne|außerhalb)\b[^.;]{0,20}\bweisung|"
            r"\b(?:verarbeitung|verwendung|nutzung)\b[^.;]{0,30}\bnicht\b[^.;]{0,20}\bweisung\b[^.;]{0,60}\b(?:verwehrt|untersagt|verboten|nicht gestattet)\b|"
            r"\bohne (?:\w+ )?weisung\b[^.;]{0,30}\bPROCESSOR\b[^.;]{0,12}\bdaten nicht\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("hinweis", "bedenk", "bescheid", "sagt", "wendet", "zweifel"),
        (
            r"\bweisung\b[^.;]{0,30}\b(?:nicht (?:im|in) (?:einklang|übereinstimmung)|nicht vereinbar|rechtlich bedenklich|mit dem (?:datenschutz)?recht)\b[^.;]{0,60}\b(?:gibt|erteilt|sagt|meldet|teilt|weist)\b[^.;]{0,40}\b(?:hinweis|bedenken|bescheid|mit|hin|dies|das)\b|"
            r"\b(?:zweifel|bedenken)\b[^.;]{0,30}\b(?:zulässigkeit|rechtmäßigkeit)\b[^.;]{0,20}\bweisung\b[^.;]{0,12}\b(?:meldet|teilt|zeigt|äußert|sagt|weist)\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("verpflichtungserklärung", "vertraulichkeitserklärung", "verschwiegenheitserklärung", "geheimhaltungserklärung"),
        (
            r"\b(?:alle|jede[rn]?|sämtliche|personen|mitarbeite\w+|beschäftigte\w*)\b[^.;]{0,100}\b(?:verpflichtungserklärung|vertraulichkeitserklärung|verschwiegenheitserklärung|geheimhaltungserklärung)\b[^.;]{0,40}\b(?:abgegeben|unterzeichnet|unterschrieben|abgeben|unterzeichnen)\b",
        ),
    ),
    Plain(
        "security.measures_described",
        ("anhang", "anlage"),
        (
            r"\bin (?:der |dem )?(?:anhang|anlage)\b[^.;]{0,12}\b(?:aufgezählt|aufgelistet|zusammengestellt|beschrieben|genannt)\w* (?:\w+ )?\w*maßnahmen\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("durch", "nach"),
        (
            r"\b(?:einmal (?:im|pro) jahr|jährlich|jedes jahr|halbjährlich|alle \w+ (?:monate|jahre))\b[^.;]{0,12}\b(?:geht|gehen|sieht|schaut|nimmt)\b[^.;]{0,20}\bmaßnahmen\b",
        ),
    ),
    Plain(
        "subprocessors.authorisation",
        ("zugestimmt", "genehmigt", "eingewilligt"),
        (
            rf"\b(?:weitere|andere|neue|zusätzliche) (?:firmen|dienstleister|unternehmen|SUBPROCESSOR)\b[^.;]{{0,30}}\b(?:der |die )?{_IT} nur\b[^.;]{{0,60}}\b(?:wenn|sofern|nachdem)\b[^.;]{{0,60}}\b(?:zugestimmt|genehmigt|eingewilligt)\b",
        ),
        value="specific",
        under=_SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("entspricht", "entsprechen", "gleichkommt", "nachgebildet"),
        (
            r"\b(?:mit|von) (?:jede[mr] (?:dieser|von) (?:\w+)|ihnen|allen|diesen)\b[^.;]{0,60}\b(?:vertrag|verträge|vereinbarung)\w*\b[^.;]{0,60}\b(?:dieser vereinbarung|diesem vertrag|diesem avv)\b[^.;]{0,20}\b(?:entspricht|entsprechen|gleichkommt|nachgebildet)\b",
        ),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.contracts_inspectable",
        ("hineinsehen", "einsehen", "einblick", "hineinschauen"),
        (r"\b(?:lässt|lassen|gewährt|gibt|gestattet)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,40}\b(?:hineinsehen|einsehen|einblick|hineinschauen|einsicht)\b", r"\b(?:vertrag|verträge|vereinbarung)\w*\b"),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("wie für",),
        (rf"\bfür (?:deren|ihre|dessen|ihr) (?:\w+ )?(?:fehler|verhalten|verschulden|handeln|versäumnisse)\b[^.;]{{0,12}}\b(?:haftet|steht) {_IT} wie für (?:eigene[sn]?|sich selbst)\b",),
        under=_SUBS,
    ),
    Plain(
        "requests.handling",
        ("schreiben", "post", "mails", "anliegen"),
        (
            r"\b(?:schreiben|post|mails|anliegen|eingaben) (?:von |der )?betroffene\w*\b[^.;]{0,20}\b(?:gibt|leitet|reicht|sendet|schickt)\b[^.;]{0,60}\bCONTROLLER\b[^.;]{0,12}\b(?:ab|weiter|zu)\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.assist",
        ("zusammen", "heraus", "bereit", "zur verfügung"),
        (
            rf"^[\W\d]*was (?:dieser|diese|CONTROLLER)\b[^.;]{{0,20}}\b(?:beantwortung|antwort)\b[^.;]{{0,20}}\b(?:braucht|benötigt)\b[^.;]{{0,6}}, (?:stellt|sucht|gibt|liefert) {_IT}\b",
        ),
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("zusammen", "heraus", "bereit", "zur verfügung"),
        (
            rf"^[\W\d]*was (?:dieser|diese|CONTROLLER)\b[^.;]{{0,20}}\b(?:beantwortung|antwort)\b[^.;]{{0,20}}\b(?:braucht|benötigt)\b[^.;]{{0,6}}, (?:stellt|sucht|gibt|liefert) {_IT}\b[^.;]{{0,20}}\b(?:innerhalb|binnen)\b",
        ),
        value=PERIOD,
        under=_REQUESTS,
    ),
    *(
        Plain(
            key,
            ("abhanden", "verloren", "unbefugte"),
            (
                r"\bdaten\b[^.;]{0,40}\b(?:abhanden\w*|verloren\w*|unbefugte\w*|gestohlen|entwendet)\b[^.;]{0,160}\b(?:binnen|innerhalb|spätestens|längstens)\b",
            ),
            value=value,
            under=_BREACH,
        )
        for key, value in (("breach.deadline", PERIOD), ("breach.wording", "fixed"))
    ),
    Plain(
        "breach.covers",
        ("abhanden", "verloren", "unbefugte"),
        (r"\bdaten\b[^.;]{0,40}\b(?:abhanden\w*|verloren\w*|unbefugte\w*|gestohlen|entwendet)\b",),
        value=("personal_data_breach",),
        under=_BREACH,
    ),
    Plain(
        "breach.clock_starts",
        ("stellt",),
        (r"^[\W\d]*stellt (?:die |der )?PROCESSOR fest, dass\b[^.;]{0,20}\bdaten\b", r"\b(?:binnen|innerhalb)\b"),
        value=("discovery",),
        under=_BREACH,
    ),
    Plain(
        "breach.channel",
        ("ruft", "telefon"),
        (
            rf"\bruft {_IT}\b[^.;]{{0,40}}\ban\b[^.;]{{0,12}}\b(?:schickt|sendet|schreibt)\b[^.;]{{0,12}}\b(?:e-?mail|mail)\b",
        ),
        value=("phone", "email"),
        under=_BREACH,
    ),
    Plain(
        "breach.follow_up",
        ("liefert", "reicht", "ergänzt"),
        (rf"^[\W\d]*(?:fehlendes|fehlende angaben|der rest|alles weitere|was noch fehlt)\b[^.;]{{0,6}}\b(?:liefert|reicht|trägt|ergänzt|teilt) {_IT}\b",),
        under=_BREACH,
    ),
    Plain(
        "breach.costs",
        ("kosten auf", "kosten"),
        (
            rf"\b(?:hat|ist)\b[^.;]{{0,12}}\bPROCESSOR\b[^.;]{{0,40}}\b(?:verantworten|vertreten|verursacht|verschuldet|zuzurechnen)\b[^.;]{{0,6}}, (?:so )?(?:kommt|trägt|übernimmt|zahlt|ersetzt|erstattet) {_IT}\b[^.;]{{0,20}}\bkosten\b",
        ),
        value="processor",
        under=_BREACH,
    ),
    *(
        Plain(
            key,
            ("steuert", "trägt", "bei."),
            (r"\b(?:steuert|trägt)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,40}\b(?:angaben|informationen|wissen|unterlagen)\b[^.;]{0,12}\bbei\b", concept),
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
    ),
    Plain(
        "assistance.costs",
        ("je stunde", "pro stunde", "stundensatz"),
        (rf"^[\W\d]*(?:hierfür|dafür|für diese \w+)\b[^.;]{{0,6}}\b(?:berechnet|verlangt|erhält|stellt) {_IT}\b[^.;]{{0,40}}\b(?:je|pro) stunde\b",),
        value="controller",
        under=r"folgenabschätzung|unterstützung|mitwirkung|hilfe",
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
        "end.data",
        ("nach ablauf", "danach", "anschließend"),
        (r"^[\W\d]*(?:nach ablauf (?:dieser|der) frist|danach|anschließend)\b[^.;]{0,12}(?:{delete})",),
        value="return_on_request_then_delete",
        under=_END,
        after=r"\bCONTROLLER\b[^.;]{0,60}\b(?:verlangen|fordern|bitten)\b[^.;]{0,120}\b(?:ausgehändigt|herausgegeben|übergeben|zurückgegeben)\b",
    ),
    Plain(
        "end.legal_retention_exception",
        ("aufzuheben", "aufzubewahren", "aufbewahrt"),
        (
            r"^[\W\d]*was (?:nach|aufgrund)\b[^.;]{0,40}\b(?:\w*recht|\w*gesetz\w*|vorschrift\w*)\b[^.;]{0,12}\b(?:aufzuheben|aufzubewahren|aufbewahrt werden muss)\b",
        ),
        under=_END,
    ),
    Plain(
        "term.precedence",
        ("zählt", "gilt"),
        (
            r"\bwiderspr[uü]ch\w*\b[^.;]{0,60}\bzählt (?:die|diese|der|dieser) (?:vereinbarung|vertrag)\b",
        ),
        value="this_agreement",
    ),
)  # fmt: skip
"""What a sentence of such a contract settles."""
