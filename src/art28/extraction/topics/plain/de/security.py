"""Turns of German on security measures, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "security.effectiveness_disclaimed",
        ("schutz", "sicherheit"),
        (
            r"\b(?:lückenlose\w*|absolute\w*|vollständige\w*|hundertprozentige\w*|völlige\w*) (?:schutz|sicherheit)\b",
            r"\b(?:nicht|kein\w*|niemals)\b",
        ),
        under=r"sicherheit|maßnahmen",
    ),
    Plain(
        "security.measures_change",
        ("weiterentwick", "anpass", "änder", "ersetz"),
        (
            r"\bPROCESSOR (?:dürf\w*|darf|kann|können) (?:die|diese) (?:\w+ )?maßnahmen\b[^.;]{0,40}\b(?:weiterentwickel\w*|anpass\w*|änder\w*|ersetz\w*)\b",
        ),
        value="processor_alone",
        unless=(r"\b(?:zustimmung|informier\w*|mitteil\w*|teil\w* … mit|unterricht\w*)\b",),
    ),
    Plain(
        "security.measures_change",
        ("geändert", "ersetzt"),
        (
            r"\bnur mit (?:\w+ ){0,2}?zustimmung (?:der |des )?CONTROLLER\b[^.;]{0,20}\b(?:geändert|ersetzt|angepasst)\b",
        ),
        value="mutual",
        under=r"sicherheit|maßnahmen",
    ),
    Plain(
        "security.measures_described",
        ("maßnahmen",),
        (
            r"\b\w*maßnahmen\b[^.;]{0,12}\b(?:stehen|finden sich|sind)\b[^.;]{0,20}\b(?:am ende|im anhang|in der anlage|unten)\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("penetrationstest", "sicherheitsaudit", "sicherheitsüberprüfung", "notfallübung"),
        (
            r"\b(?:führt|führen|lässt|lassen|erfolgt|wird|werden)\b[^.;]{0,60}\b(?:jedes jahr|jährlich\w*|einmal (?:im|pro) jahr|halbjährlich\w*|alle \w+ (?:monate|jahre))\b[^.;]{0,60}\b(?:penetrationstest|sicherheitsaudit|sicherheitsüberprüfung|notfallübung)\w*",
        ),
    ),
    Plain(
        "security.measures_change",
        ("passt die maßnahmen", "entwickelt die maßnahmen", "passt sie", "aktualisiert die maßnahmen"),
        (
            r"\bPROCESSOR (?:passt|entwickelt|aktualisiert) (?:die maßnahmen|sie|diese)\b[^.;]{0,80}\b(?:stand der technik|technische\w* (?:fortschritt|entwicklung)|an|weiter|fort)\b",
        ),
        value="processor_alone",
        under=r"sicherheit|maßnahmen",
        unless=(r"\b(?:zustimm|einvernehm)\w*", r"{inform}"),
    ),
    Plain(
        "security.measures_change",
        ("stimmen sich",),
        (
            r"\b(?:sollen|müssen) (?:sie|die maßnahmen|diese)\b[^.;]{0,12}\bgeändert werden\b[^.;]{0,12}\bstimmen sich die parteien\b",
        ),
        value="mutual",
        under=r"sicherheit|maßnahmen",
    ),
    Plain(
        "security.measures_change",
        ("vorbehalten", "gestattet"),
        (
            r"\b(?:änderung|anpassung|weiterentwicklung)\w*\b[^.;]{0,30}\b\w*maßnahmen\b[^.;]{0,20}\bbleib(?:en|t)\b[^.;]{0,12}\bPROCESSOR vorbehalten\b",
        ),
        value="processor_alone",
    ),
    Plain(
        "security.measures_change",
        ("anpass", "änder", "weiterentwickel"),
        (
            r"\b(?:er|sie|PROCESSOR) (?:darf|kann) (?:sie|diese|diese maßnahmen)\b[^.;]{0,20}\b(?:anpassen|ändern|weiterentwickeln)\b[^.;]{0,60}\b(?:niveau|schutz\w*)\b",
        ),
        value="processor_alone",
        unless=(r"\bzustimmung\b",),
    ),
    Plain(
        "security.measures_change",
        ("mitteil", "mit.", "informier", "mit,", "mitzuteilen"),
        (
            r"\b(?:wesentliche )?änderungen\b[^.;]{0,60}\b\w*maßnahmen\b[^.;]{0,20}\b(?:teilt PROCESSOR|teilt der PROCESSOR|werden|sind)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,20}\b(?:mit|mitgeteilt|mitzuteilen|anzuzeigen|angezeigt)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "security.measures_change",
        ("vereinbaren", "vereinbart"),
        (
            r"\b(?:wesentliche )?änderungen\b[^.;]{0,60}\b\w*maßnahmen\b[^.;]{0,30}\b(?:zwischen den parteien|schriftlich|gemeinsam)\b[^.;]{0,20}\b(?:zu vereinbaren|vereinbart)\b",
        ),
        value="mutual",
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
        "security.periodic_review",
        ("abständen", "regelmäßig", "turnus", "wiederkehrend"),
        (
            r"{regularly}|\bin (?:festen|regelmäßigen|festgelegten|angemessenen|bestimmten) abständen\b|\bturnus\w*\b|\bregelmäßig\w*",
            r"\b(?:geprüft|überprüft|kontrolliert|bewertet|getestet|kontrolle|prüfung|überprüfung|überprüfen|prüfen|testet|prüft)\b",
            r"\bwirksam(?:keit)?\b|\bmaßnahmen\b",
        ),
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:prüft|überprüft|kontrolliert|kann|darf)\b"),
    ),
)
