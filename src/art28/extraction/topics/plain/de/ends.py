"""What German contracts say of audits, their end, their term and liability, as speech.py reads it."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_AUDIT = r"audit|kontroll|prüf|inspekt|nachweis"
_END = r"ende|beendigung|löschung|rückgabe|herausgabe"
_MAIN = (
    r"(?:haupt|dienst|leistungs|dienstleistungs)?(?:vertrag(?:e?s)?|vereinbarung)|agb|allgemeinen? geschäftsbedingungen"
)
_THIS = r"diese[rsnm]? (?:\w*vertrag(?:e?s)?|\w*vereinbarung|avv|bedingungen|anlage)|(?:der|die|das) (?:vorliegende\w* )?(?:vertrag|vereinbarung)"

_CHECK = r"\b(?:inspektion(?:en)?|(?:über)?prüfung(?:en)?|(?:vor-ort-)?kontrollen?|audits?)\b"

ENDS = (
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
        "instructions.legal_exception",
        ("ohne weisung", "abweichend von", "außerhalb der weisung"),
        (
            r"\b(?:ohne|abweichend von|außerhalb der) (?:einer |eine |der |den )?weisung(?:en)?\b[^.;]{0,30}\bnur\b[^.;]{0,60}\b(?:rechtsvorschrift\w*|gesetz\w*|recht)\b[^.;]{0,60}\b(?:zwing\w*|verpflichte\w*|verlang\w*|vorschreib\w*|vorschreibt|gebiete\w*)",
        ),
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
        "subprocessors.processor_liable",
        ("verschulden", "fehler", "handeln"),
        (
            r"\bfür (?:ihr|ihre|deren|dessen) (?:\w+ )?(?:verschulden|fehler|handeln|verhalten|pflichtverletzungen)\b[^.;]{0,12}\b(?:haftet|steht|einzustehen)\b[^.;]{0,20}\bPROCESSOR\b",
        ),
        under=r"SUBPROCESSOR|unterauftrag|weitere auftrag|subunternehm|dienstleister",
    ),
    Plain(
        "term.amendment",
        ("vorher", "im voraus", "zuvor"),
        (
            r"^[\W\d]*(?:der )?änderungen\b[^.;]{0,30}\b(?:teilt|kündigt|gibt) (?:der |die )?PROCESSOR\b[^.;]{0,60}\b(?:vorher|im voraus|zuvor)\b[^.;]{0,12}\b(?:mit|an|bekannt)\b",
        ),
        value="processor_with_notice",
        under=r"schluss|änderung|sonstig|allgemein",
        unless=(r"SUBPROCESSOR", r"{measures}"),
    ),
    Plain(
        "requests.assist",
        ("beantwortung",),
        (
            r"\bstellt\b[^;]{0,30}\bCONTROLLER\b[^;]{0,20}\bfür die beantwortung\b[^.;]{0,90}\b(?:zur verfügung|bereit)\b|\bPROCESSOR\b[^;]{0,12}\bstellt\b[^;]{0,60}\bfür die beantwortung\b[^.;]{0,90}\b(?:zur verfügung|bereit)\b",
            r"\b(?:anträge\w*|anfragen|ersuchen|begehren|auskünfte)\b",
        ),
        unless=(r"{breach}", r"{audit}"),
    ),
    *(
        Plain(
            key,
            ("abgegolten", "inbegriffen"),
            (
                r"\bunterstützung\w*\b[^;]{0,60}\b(?:ist|sind)\b[^.;]{0,60}\b(?:abgegolten|inbegriffen|enthalten|unentgeltlich|kostenlos|kostenfrei)\b",
            ),
            value="processor",
            unless=(r"\bnicht\b", r"{audit}"),
        )
        for key in ("assistance.costs", "requests.costs")
    ),
    Plain(
        "subprocessors.authorisation",
        ("als erteilt",),
        (r"\bgilt (?:die|seine|ihre) (?:genehmigung|zustimmung|einwilligung) als erteilt\b",),
        value="general",
        under=r"unterauftrag|weitere auftrag|subunternehm|dienstleister",
        unless=(r"\bdrittl[aä]nd",),
    ),
    Plain(
        "subprocessors.flow_down",
        ("weiter",),
        (
            r"\bPROCESSOR gibt (?:seine|die|alle|sämtliche) (?:\w+ )?pflichten\b[^.;]{0,60}\ban (?:die |den |jeden |seine |weitere )?SUBPROCESSOR\b[^.;]{0,12}\bweiter\b",
        ),
    ),
    Plain(
        "liability.regime",
        ("haftungs",),
        (
            rf"\bgelten\b[^.;]{{0,20}}\bhaftungs(?:bestimmungen|beschränkungen|regelungen?|begrenzungen|klauseln?)\b[^.;]{{0,12}}\b(?:des|der)\b[^.;]{{0,4}}(?:{_MAIN})",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "breach.authority_notifier",
        ("art. 33", "artikel 33"),
        (
            r"\b(?:meldungen?|benachrichtigungen?|mitteilungen?)\b[^;]{0,20}\b(?:art\.|artikel) ?33\b[^;]{0,70}\b(?:darf|dürfen|nimmt|führt)\b[^.;]{0,12}\bPROCESSOR\b[^.;]*\bnur (?:nach|auf|mit)\b[^.;]*\b(?:weisung|zustimmung|anweisung)",
        ),
        value="controller",
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
        "end.choice_window",
        ("verlangt", "fordert", "wünscht"),
        (
            r"\b(?:verlangt|fordert|wünscht)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,12}\b(?:binnen|innerhalb)\b[^.;]{0,60}\b(?:herausgabe|rückgabe|export)\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "end.data",
        ("herausgabe", "rückgabe"),
        (
            r"\b(?:verlangt|fordert|wünscht)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,60}\b(?:herausgabe|rückgabe|export)\b[^.;]{0,20}\bstellt (?:der )?PROCESSOR\b[^.;]{0,60}\b(?:bereit|zur verfügung)\b",
        ),
        value="return_on_request_then_delete",
        under=_END,
    ),
    Plain(
        "end.data",
        ("auszuhändigen", "herauszugeben"),
        (
            r"\bCONTROLLER (?:auszuhändigen|herauszugeben|zu übergeben) oder\b[^.;]{0,60}\b(?:nach vorheriger zustimmung|auf (?:dessen|seine) weisung)\b[^.;]{0,40}(?:{delete})",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.certificate",
        ("protokoll",),
        (r"\bprotokoll (?:der|über die) (?:löschung|vernichtung)\b[^.;]{0,40}\bvorzulegen\b",),
    ),
    Plain(
        "end.legal_retention_exception",
        ("aufbewahr", "speicher"),
        (
            r"\bgesetzliche aufbewahrungs\w+\b[^.;]{0,30}\bbleiben\b[^.;]{0,20}\bunberührt\b|\b(?:löschung|löschpflicht) ausgenommen\b[^.;]{0,40}\bgesetzlicher\b[^.;]{0,30}\baufbewahr\w*\b",
        ),
    ),
    Plain(
        "term.lasts",
        ("gekoppelt", "gebunden"),
        (
            rf"\b(?:dauer|laufzeit)\b[^.;]{{0,30}}\ban (?:die|das|den)\b[^.;]{{0,30}}(?:{_MAIN})[^.;]{{0,12}}\b(?:gekoppelt|gebunden|geknüpft)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.survival",
        ("gilt", "besteht"),
        (
            r"\bpflicht zur (?:verschwiegenheit|vertraulichkeit|geheimhaltung)\b[^.;]{0,12}\b(?:gilt|besteht)\b[^.;]{0,20}\b(?:weiter|fort|unbegrenzt)\b",
        ),
        under=_END,
    ),
    Plain(
        "term.starts",
        ("wirksam", "kraft"),
        (
            rf"\b(?:{_THIS})[^.;]{{0,12}}\b(?:wird wirksam|tritt in kraft|gilt)\b[^.;]{{0,12}}\bsobald CONTROLLER\b[^.;]{{0,40}}\b(?:zustimmt|annimmt|akzeptiert|bestätigt)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("laufzeit", "dauer"),
        (
            rf"\b(?:dauer|laufzeit) (?:des auftrags|dieses vertrag(?:e?s)|dieser vereinbarung|der verarbeitung)\b[^.;]{{0,12}}\bentspricht\b[^.;]{{0,12}}\b(?:laufzeit|dauer) (?:des|der) (?:{_MAIN})",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("konto",),
        (
            rf"\b(?:{_THIS})[^.;]{{0,12}}\b(?:gilt|läuft|besteht)\b[^.;]{{0,12}}\bsolange CONTROLLER\b[^.;]{{0,20}}\b(?:konto|account|dienste?|vertrag)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("gelöscht", "zurückgegeben"),
        (
            rf"\b(?:{_THIS})[^.;]{{0,20}}\b(?:kraft|gilt|besteht|läuft)\b[^.;]{{0,12}}\bbis\b[^.;]{{0,30}}\bdaten\b[^.;]{{0,20}}\b(?:gelöscht|zurückgegeben)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.amendment",
        ("ändern", "änderungen"),
        (
            rf"\bPROCESSOR (?:kann|darf) (?:{_THIS})[^.;]{{0,20}}\bändern, (?:wenn|sofern|soweit)\b[^.;]{{0,100}}\b(?:informiert|mitteilt|ankündigt|unterrichtet)\b|"
            rf"\bänderungen (?:dieser (?:bedingungen|vereinbarung)|dieses vertrag(?:e?s))\b[^.;]{{0,12}}\bteilt (?:der )?PROCESSOR\b[^.;]{{0,60}}\bmit\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.precedence",
        ("maßgeblich", "vorrang", "vor"),
        (
            rf"\bwiderspricht\b[^.;]{{0,30}}(?:{_MAIN})[^.;]{{0,12}}\bdieser (?:vereinbarung|anlage), (?:so )?(?:ist|gilt|geht|hat) diese\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("vorrang",),
        (
            rf"\bbestimmungen (?:dieser|dieses) (?:vereinbarung|vertrag(?:e?s))\b[^.]{{0,80}}\bvorrang vor\b[^.;]{{0,40}}\b(?:{_MAIN})",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("geht", "gehen"),
        (
            rf"\b(?:regelungen|bestimmungen) dieser (?:vereinbarung|anlage)\b[^.;]{{0,30}}\b(?:den|denen)\b[^.;]{{0,30}}(?:{_MAIN})[^.;]{{0,12}}\bvor\b|"
            rf"\bdiese (?:vereinbarung|anlage) geht\b[^.;]{{0,40}}\bwiderspr\w+\b[^.;]{{0,40}}\b(?:anderen vereinbarungen|(?:{_MAIN}))[^.;]{{0,20}}\bvor\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "liability.regime",
        ("haftungsregelung",),
        (rf"\bim (?:{_MAIN})[^.;]{{0,12}}\b(?:vereinbarte|getroffene) haftungsregelung\w*\b[^.;]{{0,12}}\bgilt\b",),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("haftungs",),
        (
            rf"\bim (?:{_MAIN})[^.;]{{0,30}}\bhaftungs(?:beschränkungen|regelungen?|begrenzungen)\b[^.;]{{0,12}}\b(?:gelten|finden)\b",
        ),
        value="main_agreement_terms",
    ),
)
"""What a sentence of a German contract settles."""
