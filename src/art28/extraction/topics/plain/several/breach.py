"""Turns of several languages on personal data breaches, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

_BREACH = r"lek|inbreuk|incident|breach|misga"

TURNS: tuple[Plain, ...] = (
    Plain(
        "breach.register",
        ("lijst", "overzicht", "noteer", "logboek"),
        (
            r"\b(?:houdt|houden|noteert|noteren) (?:\w+ )?PROCESSOR\b|\bPROCESSOR (?:zelf )?(?:houdt|houden|noteert|noteren)\b",
            r"\b(?:alle|ieder\w*|elk\w*)\b … \b(?:\w*lek(?:ken)?|inbreuk(?:en)?|incident(?:en)?)\b",
            r"\b(?:lijst\w*|overzicht|logboek)\b",
        ),
        value=("processor",),
    ),
    Plain(
        "breach.authority_notifier",
        ("doorgeeft", "door te geven", "is aan CONTROLLER", "bepaalt CONTROLLER"),
        (
            r"\bCONTROLLER (?:beslist|bepaalt|besluit) (?:zelf )?of (?:CONTROLLER )?[^.;]{0,60}\b(?:doorgeeft|meldt|melden)\b|\bof CONTROLLER [^.;]{0,80}\bmoet melden is aan CONTROLLER\b",
            r"{authority}",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("regulator", "authorit", "toezichthouder", "autoriteit", "melding"),
        (
            r"\bit is for (?:the )?CONTROLLER (?:alone |only )?to (?:decide|determine|judge)\b … \b(?:told|notified|informed|reported)\b|"
            r"\bmelding(?:en)? (?:aan|bij) (?:de )?(?:autoriteit|toezichthouder)\w*\b[^;]{0,80}\b(?:geschied\w*|gebeur\w*|word\w*|vind\w*)\b[^.;]{0,30}\b(?:uitsluitend|alleen|slechts)\b[^.;]{0,20}\bdoor CONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("such notif", "such report"),
        (
            r"\bsuch (?:notifications?|reports?|notices?)\b[^.;]{0,20}\b(?:are|is|remains?|shall be)\b (?:\w+ ){0,2}?CONTROLLER (?:sole |own )?(?:responsibility|duty|task)\b",
            r"{breach}|{authority}|\bregulators?\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("autoriteit", "toezichthouder", "authorit", "gemeld"),
        (
            r"\bof\b[^.;]{0,120}\b(?:gemeld|melden|meldt|melding)\b[^.;]{0,160}\b(?:bepaalt?|beslist?|beoordeelt?|kiest?) CONTROLLER\b|"
            r"\bCONTROLLER (?:bepaalt?|beslist?|beoordeelt?) (?:zelf )?of\b[^.;]{0,120}\b(?:gemeld|melden|meldt|melding|doorgegeven)\b|"
            r"\bnotif(?:ying|ication (?:of|to))\b[^.;]{0,90}\b(?:is|are|remains?|shall be)\b[^.;]{0,12}\bCONTROLLER (?:\w+ )?(?:responsibility|obligation|duty|decision)\b|"
            r"\bCONTROLLER (?:is|are|remains?) (?:\w+ )?responsible for (?:\w+ )?notif\w+\b",
            r"{authority}|\bsupervisory authorit\w+",
        ),
        value="controller",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("zonder", "without", "niet zelf"),
        (
            r"\bPROCESSOR (?:meldt?|melden|doet|doen|doe) (?:\w+ ){0,2}?(?:niets|niet|geen)\b[^.;]{0,60}\bzonder\b[^.;]{0,40}\b(?:akkoord|toestemming|goedkeuring|opdracht)\b|"
            r"\bPROCESSOR (?:will|shall) not notify\b[^.;]{0,80}\bwithout\b[^.;]{0,40}\b(?:consent|approval|agreement)\b",
        ),
        value=False,
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("phases", "stages", "fasen", "gefaseerd", "delen"),
        (
            r"(?:\bnot\b|n't\b|\bniet\b)[^.;]{0,40}\b(?:all|alles|alle|everything|full|complete)\b",
            r"\bin (?:phases|stages|steps|fasen|stappen|delen)\b|\bgefaseerd\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("nagezonden", "nagestuurd", "nageleverd", "na gezonden"),
        (
            r"\b(?:ontbrekende|overige|nog niet bekende|resterende)\b[^.;]{0,60}\b(?:nagezonden|nagestuurd|nageleverd)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.costs",
        ("kosten",),
        (
            r"\bkosten\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,40}\b(?:maakt|moet maken)\b[^.;]{0,40}\b(?:zijn|haar|voor)\b[^.;]{0,12}\beigen rekening\b",
        ),
        value="controller",
        under=_BREACH,
    ),
    Plain(
        "breach.covers",
        ("gegevens kwijt", "verkeerde handen", "in handen"),
        (
            r"\bgegevens kwijt\b|\bin (?:verkeerde )?handen\b",
            r"\bdan (?:bel\w*|mail\w*|hoort|meld\w*)\b",
            r"\bCONTROLLER\b",
        ),
        value=("personal_data_breach",),
        under=_BREACH,
    ),
)
