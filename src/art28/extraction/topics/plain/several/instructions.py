"""Turns of several languages on instructions, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

_IT_SAYS = r"\b(?:hoort|krijgt|laat|laten|zegt|zeggen|meldt|melden|waarschuwt|waarschuwen|vertelt|vertellen)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "instructions.only_on_instruction",
        ("aan wat", "als CONTROLLER", "zoals CONTROLLER"),
        (
            r"\bPROCESSOR (?:houdt|houden) (?:zich|PROCESSOR) (?:\w+ )?aan wat CONTROLLER\b … \b(?:vraagt|opdraagt|zegt|wil|wilt)\b|"
            r"\b(?:doe[nt]|gebruik\w*|verwerk\w*) … \b(?:alleen|pas|uitsluitend) (?:als|wanneer|nadat|zoals) CONTROLLER\b … \b(?:vraagt|opdraagt|opdracht geeft|zegt|wil|wilt)\b|"
            r"\b(?:alleen|pas|uitsluitend) (?:als|wanneer|nadat|zoals) CONTROLLER\b … \b(?:vraagt|opdraagt|opdracht geeft|zegt|wil|wilt)\b … \b(?:doe[nt]|gebruik\w*|verwerk\w*) PROCESSOR\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR", r"{rights}", r"{audit}", r"{delete}", r"\bbuiten de\b"),
    ),
    Plain(
        "instructions.legal_exception",
        ("wet ", "wettelijk"),
        (
            r"\b(?:behalve|tenzij|of|uitzondering) (?:als|wanneer)? ?(?:(?:de|een) wet\b|(?:een )?wettelijk\w*) … \b(?:verplicht\w*|eist|dwingt|voorschrijft|plicht|moet)\b|"
            r"\b(?:dat|dit) is (?:slechts |alleen )?anders (?:wanneer|als|indien) … \b(?:wet|wettelijk\w*)\b … \b(?:verplicht|eist|dwingt|voorschrijft)\b",
            r"\b(?:vraagt|opdracht\w*|opgedragen|opdraagt|instructies?|anders|niets mee|niets anders|al het andere)\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{secrecy}", r"{breach}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("volgens PROCESSOR", "denk", "vind", "van oordeel", "estime", "meen"),
        (
            r"\b(?:volgens|denk(?:t|en)?|vind(?:t|en)?|meen(?:t|en)?|oordeel)\b[^.;]{0,30}\bPROCESSOR\b|\bPROCESSOR\b[^.;]{0,20}\b(?:denkt|vindt|meent|oordeel)\b",
            r"\bniet (?:mag|kan|klopt|deugt)\b[^.;]{0,40}\b(?:avg|wet|regels|privacy\w*)\b|\b(?:tegen|in strijd met|strijdig met) (?:de |het )?(?:\w+ )?(?:\w*regels?|wet\w*|avg|recht)\b",
            r"\b(?:verzoek\w*|vraagt|opdracht\w*|instructie\w*|iets)\b",
            _IT_SAYS,
        ),
        unless=(r"{rights}", r"{breach}", r"{audit}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("wettelijk", "wet ", "recht ", "law"),
        (
            r"\bPROCESSOR\b[^.;]{0,160}\b(?:tenzij|behalve (?:als|wanneer))\b[^.;]{0,60}\b(?:rechter|autoriteit|instantie)\b[^.;]{0,60}\b(?:bevel|vordering|wettelijk\w*)\b|"
            r"\bPROCESSOR (?:kan|mag) (?:daarvan|hiervan|van (?:het|dit) (?:\w+ )?(?:lid|artikel))\b[^.;]{0,30}\b(?:slechts|alleen|uitsluitend)\b[^.;]{0,20}\bafwijken\b[^.;]{0,60}\b(?:recht|wet)\b[^.;]{0,30}\b(?:dwingt|verplicht|voorschrijft|eist)\b|"
            r"\bif (?:a|any|the) law\b[^.;]{0,40}\b(?:obliges?|requires?|forces?|compels?) PROCESSOR to (?:\w+ ){0,3}?(?:something else|otherwise|differently|process\w*)\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{secrecy}", r"{breach}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (
            r"\b(?:halten|hält|sehen|sieht) PROCESSOR\b[^.;]{0,40}\bweisung\b[^.;]{0,60}\b(?:rechtswidrig|unzulässig|verstoß\w*|verstöß\w*)\b",
            r"\b(?:weisen|weist|informieren|informiert|sagen|teilen|teilt|melden)\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("uitzondering",),
        (
            r"\b(?:daarop|hierop|het voorgaande|dit|deze verplichting)\b[^.;]{0,40}\b(?:alleen|slechts|uitsluitend)?\b[^.;]{0,20}\buitzondering\b[^.;]{0,90}\b(?:wet\w*|bepaling|recht)\b[^.;]{0,40}\b(?:voorschrijft|verplicht|eist|dwingt|voorgeschreven)\b",
        ),
        unless=(r"{delete}", r"{keep}", r"{breach}", r"{secrecy}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("zwingt", "verlangt", "verpflichtet", "compels", "requires", "impose", "contrain"),
        (
            r"^[\W\d]*(?:[a-z][.)] )?(?:zwingt|verpflichtet|verlangt|gebietet)\b[^.;,]{0,40}\b(?:recht|gesetz\w*|unionsrecht\w*|rechtsvorschrift\w*)\b[^.;]{0,80}\b(?:ander\w+|weitergehend\w*|abweichend\w*|weiter\w*) verarbeitung|"
            r"\bwhere\b[^.;,]{0,30}\blaws?\b[^.;,]{0,30}\b(?:compels?|requires?|obliges?) PROCESSOR to process otherwise\b",
        ),
    ),
)
