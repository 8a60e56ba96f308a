"""Turns of German on personal data breaches, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import IT, PANNE, SAGT_ES
from art28.extraction.topics.plain.plain import PERIOD, Plain

_BECOMES_KNOWN = ("nach bekanntwerden", "nach kenntnis", "nach bekannt werden")
_BREACH = r"verletzung|panne|vorf[aä]ll|passiert|zwischenfall|meldung"
_WEISS = r"\b(?:bekannt|bekanntwerden|kenntnis|kenntniserlangung|erfährt|erfahren|erfahren hat|weiß)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "breach.authority_notifier",
        ("meldung", "behörde"),
        (
            r"\bmeldung\w* (?:an|bei) (?:die|der) (?:\w*behörde)\b[^.;]{0,40}\b(?:ist CONTROLLER sache|obliegt CONTROLLER|übernehmen CONTROLLER|liegt bei CONTROLLER)\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("entscheidet CONTROLLER", "entscheidet die CONTROLLER", "entscheidet der CONTROLLER", "bestimmt"),
        (r"\bob\b[^.;]{0,80}(?:{authority})[^.;]{0,80}\b(?:entscheidet|bestimmt) (?:die |der )?CONTROLLER\b",),
        value="controller",
    ),
    Plain(
        "breach.register",
        ("liste", "verzeichnis", "protokoll"),
        (
            r"\b(?:jede|alle|jeder)\b[^.;]{0,20}(?:{breach}|\bpannen?\b)[^.;]{0,40}\bPROCESSOR\b[^.;]{0,30}\b(?:liste|verzeichnis|protokoll)\w*\b",
        ),
        value=("processor",),
    ),
    Plain(
        "breach.authority_notifier",
        ("art. 33", "artikel 33", "meldung", "meldepflicht"),
        (
            r"\bPROCESSOR (?:darf|kann)\b[^.;]{0,60}\bmeldungen\b[^.;]{0,60}\b(?:für|im namen) (?:de[ns] )?CONTROLLER\b[^.;]{0,20}\bnur (?:nach|auf|mit)\b[^.;]{0,30}\b(?:weisung|zustimmung|auftrag)\b|"
            r"\bPROCESSOR darf\b[^.;]{0,20}\bmeldungen nach art\b[^.]{0,30}\.? ?(?:33|34)\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("äußert sich",),
        (r"{authority}", r"\b(?:äußert|erklärt) sich (?:allein|nur|ausschließlich) (?:der |die )?CONTROLLER\b"),
        value="controller",
    ),
    Plain(
        "breach.costs",
        ("kosten",),
        (
            r"\bkosten\b[^.;]{0,30}\bträgt (?:der )?PROCESSOR, (?:soweit|sofern|wenn) er\b[^.;]{0,40}(?:{breach})[^.;]{0,20}\bvertreten\b",
        ),
        value="processor",
    ),
    Plain(
        "breach.authority_notifier",
        ("meldepflicht", "meldepflichten"),
        (
            r"\bfür (?:den )?CONTROLLER (?:eine )?meldepflicht\w* nach art\w*\b[^;]{0,6}33\b[^;]{0,40}\bbesteh\w*|\b(?:meldepflicht|pflicht zur meldung)\w*\b[^.;]{0,100}\btrifft (?:den )?CONTROLLER\b",
        ),
        value="controller",
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
            rf"\bruft {IT}\b[^.;]{{0,40}}\ban\b[^.;]{{0,12}}\b(?:schickt|sendet|schreibt)\b[^.;]{{0,12}}\b(?:e-?mail|mail)\b",
        ),
        value=("phone", "email"),
        under=_BREACH,
    ),
    Plain(
        "breach.follow_up",
        ("liefert", "reicht", "ergänzt"),
        (
            rf"^[\W\d]*(?:fehlendes|fehlende angaben|der rest|alles weitere|was noch fehlt)\b[^.;]{{0,6}}\b(?:liefert|reicht|trägt|ergänzt|teilt) {IT}\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.costs",
        ("kosten auf", "kosten"),
        (
            rf"\b(?:hat|ist)\b[^.;]{{0,12}}\bPROCESSOR\b[^.;]{{0,40}}\b(?:verantworten|vertreten|verursacht|verschuldet|zuzurechnen)\b[^.;]{{0,6}}, (?:so )?(?:kommt|trägt|übernimmt|zahlt|ersetzt|erstattet) {IT}\b[^.;]{{0,20}}\bkosten\b",
        ),
        value="processor",
        under=_BREACH,
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
            unless=(
                r"\bSUBPROCESSOR\b",
                r"\baufsichtsbehörde\b",
                r"\bCONTROLLER (?:meldet|informiert|benachrichtigt|teilt|zeigt|unterrichtet)\b",
                r"{rights}",
                r"\bweisung",
            ),
        )
        for key, value, more in (
            ("clock_starts", ("awareness",), ()),
            ("covers", ("personal_data_breach",), (r"\bverletzung\w* des schutzes personenbezogener daten\b",)),
            (
                "deadline",
                PERIOD,
                (r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal)\b[^.;]{0,30}\bstunden\b",),
            ),
            (
                "wording",
                "fixed",
                (r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal)\b[^.;]{0,30}\bstunden\b",),
            ),
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
    *(
        Plain(
            "breach." + key,
            ("bekannt", "kenntnis", "erfährt", "erfahren", "weiß"),
            (PANNE, _WEISS, SAGT_ES, r"\bCONTROLLER\b", *more),
            value=value,
            unless=(
                r"\bSUBPROCESSOR\b",
                r"\baufsichtsbehörde\b",
                r"\bCONTROLLER (?:meldet|informiert|benachrichtigt|teilt|zeigt|unterrichtet)\b",
                r"{rights}",
                r"\bweisung",
                r"\bCONTROLLER (?:erfährt|kenntnis|bekannt)\b",
                r"\bbetroffene\w* (?:person|personen) (?:zu )?(?:benachrichtig|informier)\w*",
            ),
        )
        for key, value, more in (
            (
                "clock_starts",
                ("awareness",),
                (r"\bPROCESSOR\b", r"\b(?:unverzüglich|ohne verzögerung|stunden|sofort|umgehend|tag\w*)\b"),
            ),
            ("covers", ("personal_data_breach",), (r"\bverletzung\w* des schutzes personenbezogener daten\b",)),
            (
                "deadline",
                PERIOD,
                (
                    r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal|stunden zeit)\b[^.;]{0,30}\b(?:stunden|zeit)\b|\bstunden zeit\b",
                ),
            ),
            (
                "wording",
                "fixed",
                (
                    r"\b(?:binnen|innerhalb|höchstens|spätestens|längstens|maximal)\b[^.;]{0,30}\bstunden\b|\bstunden zeit\b",
                ),
            ),
        )
    ),
)
