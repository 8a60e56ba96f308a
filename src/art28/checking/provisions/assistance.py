"""Text -> verdicts on help: data subjects' requests, security, notification, impact assessment, consultation (28(3)(e), (f))."""

from collections.abc import Sequence

from art28.checking.judging import Judgement, judged, met, missing, partial
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, cue, meeting

_REQUEST_WORDS = (
    "betrokkene",
    "data subject",
    "hoofdstuk iii",
    "chapter iii",
    "privacy rechten",
    "individual",
    "dsr",
    "betroffene",
    "verzoek",
    "request",
    "demande",
    "inzage",
    "personnes concern",
    "droits",
    "anfrage",
)
_NO_REQUEST = (
    "{breach}",
    "{audit}",
    r"\b(?:autoriteit\w*|toezicht\w*|enforcement|government|subpoena|overheid\w*)\b",
    "{dpia}",
)
_PEOPLE_BY_TRADE = (
    r"\b(?:medewerkers|werknemers|ouders|leerlingen|studenten|klanten|cliënten|patiënten|inwoners|burgers|huurders|bewoners|leden|deelnemers|gebruikers|bezoekers|mensen|personen|"
    r"employees|customers|members|residents|tenants|parents|pupils|students|patients|users|people|individuals|beschäftigte\w*|mitarbeite\w*|kunden|patient\w*|mitglieder\w*|nutzer\w*|schüler\w*|eltern|bürger\w*|"
    r"salariés|clients|usagers|élèves|parents|utilisateurs|adhérents|abonnés|personnes)\b"
)
_ABOUT_REQUESTS = (
    "betrokkene",
    "data subject",
    "rechten",
    "rights",
    "verzoek",
    "request",
    "betroffene",
    "personnes concern",
    "droits",
)
_FORWARDS = (
    cue("{forward}", "{request}", "{rights}", r"\bCONTROLLER\b", r"\bPROCESSOR\b|\bdirect(?:ly)?\b|\brechtstreeks\w*\b", unless=(*_NO_REQUEST, r"\bSUBPROCESSOR\b … {forward}", r"\bCONTROLLER (?:zal|shall|will|dient|informeert)\b … {inform} … {rights}")),
    cue(r"\b(?:ontvang\w*|binnenk\w*|bereik\w*|krijgt|richt\w*|wendt|receiv\w*|contact\w*|erhält|reçoit|wendet|reçu\w*|saisi\w*|adress\w*)\b", "{inform}", "{rights}",  r"\bCONTROLLER\b", unless=(*_NO_REQUEST, r"\bvan CONTROLLER ontvang\w*")),
)  # fmt: skip
_FORWARDS_ITSELF = cue(
    r"\bPROCESSOR (?:\w+ ){0,3}(?:zendt|stuurt|leidt|geleidt|geeft|forwards|passes|refers|redirects)\b|\b(?:zal|zullen|shall|will) PROCESSOR\b|\bPROCESSOR zal\b|\b(?:zendt|stuurt|leidt|geleidt|geeft) PROCESSOR\b",
    "{forward}", "{request}", "{rights}", unless=("{breach}", r"\bSUBPROCESSOR\b"),
)  # fmt: skip
_FORWARDS_DIRECT = cue(
    "{forward}", "{request}", r"\b(?:rechtstreeks\w*|direct(?:ly)?|binnenkom\w*|ontvang\w*|bij PROCESSOR|receiv\w*)\b", r"\bCONTROLLER\b",
    unless=(*_NO_REQUEST, r"\bCONTROLLER (?:zal|shall|will|dient)\b"),
)  # fmt: skip
_FORWARDS_UNDER_HEADING = cue("{forward}", "{request}", r"\bCONTROLLER\b", unless=_NO_REQUEST[1:3])
# "What reaches PROCESSOR is passed on": to whom goes without saying.
_ON = r"\b(?:ge(?:eft|ven) … door|door ?(?:te )?(?:ge)?(?:stuur|sturen|zend|zond|geleid|leid|verwez|verwij|geef|gegeven|spe)\w*|(?:stuurt|sturen|zendt|zenden|leidt|geleidt|speelt) … door|doorgestuurd|forward\w*|pass(?:es|ed)? (?:\w+ ){0,5}on|leitet … weiter|weiter(?:geleitet|zuleiten|leiten)|gibt … weiter|reicht … weiter|transm\w*|fait suivre|achemin\w*|renvo\w*)\b"
_PASSES_ON = (
    cue(_ON, "{request}", "{rights}", r"\bPROCESSOR\b", unless=(*_NO_REQUEST, r"\bSUBPROCESSOR\b", r"\bCONTROLLER (?:zal|shall|will|dient|stuurt|forwards)\b")),
)  # fmt: skip
_PASSES_ON_UNDER_HEADING = cue(
    _ON,
    "{request}",
    unless=(*_NO_REQUEST[:3], r"\bSUBPROCESSOR\b", r"\bCONTROLLER (?:zal|shall|will|dient|stuurt|forwards)\b"),
)
_HELPS = (
    cue("{assist}", "{rights}", "{request}", unless=(*_NO_REQUEST[1:3], r"\b(?:niet|not)\b (?:\w+ ){0,3}(?:verplicht|gehouden|obliged|required)\b", r"\bSUBPROCESSOR (?:zal|shall|will)\b", r"\bCONTROLLER (?:zal|shall|will|dient) (?:\w+ ){0,6}{assist}")),
    cue(r"\b(?:maatregelen|measures|functionalit\w+|functions|tools|self-?service|controls|maßnahmen|mesures)\b", "{rights}", r"\b(?:verzoek\w*|requests?|rights|rechten|anträge\w*|demandes?|rechte\w*|droits)\b", r"\b(?:beantwoord\w*|voldoen|respond\w*|fulfil\w*|comply|gevolg|answer\w*|enable\w*|in staat|erfüll\w*|satisf\w*|beantwort\w*|répond\w*)\b", unless=_NO_REQUEST[1:3]),
)  # fmt: skip
_HELPS_UNDER_HEADING = cue("{assist}", r"\bPROCESSOR\b", unless=(*_NO_REQUEST[:3],))
_JOINTLY = cue(r"\b(?:in onderling overleg|gezamenlijk|jointly|gemeinsam)\b", "{rights}", "{request}")
_ONLY_CONTROLLERS_REQUESTS = cue(
    r"\b(?:wanneer|indien|als|when|if)\b … \bCONTROLLER\b … \b(?:krijgt|ontvangt|receives)\b"
)
_PAID_FIRST = cue(
    r"\b(?:na|nadat|after|upon|pas|first|vooraf|in advance)\b … \b(?:betaling|betaald|voldaan|payment|paid)\b",
    unless=("{delete}", r"\b(?:zonder|without)\b (?:\w+ ){0,2}(?:betaling|vergoeding|payment|charge)\b"),
)
_PREPAID = cue(r"\b(?:vooruitbetaling|paid in advance|payment in advance|prepayment|vorkasse|vorauszahlung|paiement préalable)\b", unless=("{delete}", r"\b(?:geen|no|keine?|without|zonder|ohne|sans)\b"))  # fmt: skip
_HELPS_BESIDE = cue(
    "{assist}",
    r"(?:{request}|\b(?:afhandel\w*|beantwoord\w*|daarbij|hierbij|daartoe|hiertoe|daaraan|handling|responding|answering|antwoord|afwikkel\w*|(?:eraan|daaraan|hieraan) te voldoen|bearbeitung|beantwortung|y (?:donner suite|répondre)|gevolg (?:te )?geven|deal(?:ing)? with)\b)",
    unless=(*_NO_REQUEST[1:3], "{breach}", "{dpia}"),
)
_DOES_WHAT_IS_ASKED = cue(
    r"\b(?:do(?:es)? (?:whatever|what|everything|all)|doet (?:al )?wat|doet alles|tut alles|fait tout)\b",
    r"\b(?:beantwoord\w*|answer\w*|respond\w*|reply|beantwort\w*|répond\w*)\b",
    unless=("{audit}", "{breach}"),
)
# "The service has functions by which CONTROLLER can view, correct and delete": help by what it can do itself.
_TOOLS = cue(
    r"\b(?:functies|functionalit\w*|mogelijkheden|tools|controls|functions|features|self-?service|funktionen|fonctionnalités)\b",
    r"\b(?:inzien|inzage|corrig\w*|rectif\w*|verwijder\w*|vernietig\w*|wissen|export\w*|access|retrieve|correct|delete|einsehen|berichtigen|löschen|consulter|supprimer)\b",
    r"\bCONTROLLER\b",
    unless=("{audit}", "{breach}"),
)
# "PROCESSOR gives CONTROLLER what it needs for the answer": help by what is supplied.
_SUPPLIES_THE_ANSWER = cue(
    r"\bPROCESSOR\b",
    "{provide}",
    r"\b(?:informatie|gegevens|information|details|data|angaben|auskünfte|daten|informationen|éléments|informations?|données)\b",
    r"\b(?:beantwoord\w*|antwoord|answer\w*|respond\w*|reply|beantwort\w*|antwort|répond\w*|réponse)\b",
    unless=(*_NO_REQUEST[1:3], "{breach}", "{dpia}"),
)

# "PROCESSOR corrects or deletes what CONTROLLER tells it to": help by what is carried out.
_CARRIES_OUT = cue(
    r"\bPROCESSOR\b",
    r"\b(?:voert|voeren|uitvoer\w*|verwerkt|corrigeer\w*|wijzig\w*|verwijder\w*|wist|berichtig\w*|past|carr(?:y|ies) out|makes?|corrects?|deletes?|amends?|rectif\w*|berichtigt|berichtigen|löscht|löschen|nimmt|setzt|führt|effectue\w*|supprime\w*|corrige\w*)\b",
    r"(?:{instruction}|\b(?:op|bij) (?:eerste )?verzoek van CONTROLLER\b|\b(?:at|on|upon) (?:the )?request of CONTROLLER\b|\b(?:at|on|upon) CONTROLLER(?:'s)? (?:\w+ )?request\b|\bauf (?:anforderung|verlangen) des CONTROLLER\b)",
    r"(?:{request}|\b(?:aanpassing\w*|wijziging\w*|correctie\w*|corrections?|changes?|änderung\w*|berichtigung\w*|löschung\w*|rectifications?)\b)",
    unless=(
        *_NO_REQUEST[1:3],
        "{breach}",
        "{dpia}",
        r"\b(?:niet|not|nicht|ne|n) (?:\w+ ){0,3}(?:zelf|itself|selbst|verplicht|obliged|verpflichtet)\b",
    ),
)


def data_subject_rights(text: Questioned) -> Judgement:
    """Art. 28(3)(e): forwards requests of data subjects, and helps to answer them."""
    requirement = "e_data_subject_rights"
    among = text.about(*_REQUEST_WORDS)
    own_article = tuple(
        one for one in text.under(*_ABOUT_REQUESTS) if not one.says("{dpia}") and not one.says("{audit}")
    )
    forwards = meeting(among, *_FORWARDS, _FORWARDS_ITSELF, _FORWARDS_DIRECT, *_PASSES_ON) or meeting(
        own_article, _FORWARDS_UNDER_HEADING, _PASSES_ON_UNDER_HEADING
    )
    helps = tuple(one for one in meeting(among, *_HELPS) if not _JOINTLY.meets(one))
    helps = helps or meeting(own_article, _HELPS_UNDER_HEADING, _CARRIES_OUT, _TOOLS)
    helps = helps or meeting(
        (other for one in forwards for other in text.around(one, before=1, after=2)),
        _HELPS_BESIDE,
        _SUPPLIES_THE_ANSWER,
        _DOES_WHAT_IS_ASKED,
        _CARRIES_OUT,
    )
    jointly = meeting(among, _JOINTLY)
    if not (forwards or helps or jointly):
        return missing(requirement)
    by = (*forwards[:2], *helps[:2]) or jointly
    paid = meeting((*by, *(o for one in by for o in text.around(one, after=2))), _PAID_FIRST, _PREPAID)
    lacking = [*(() if forwards else ("forward",)), *(() if helps else ("help",)), *(("unpaid",) if paid else ())]
    return judged(requirement, by, *lacking)


_OTHER_HELP = (
    "{rights}",
    "{outside_eea}",
    r"\bCONTROLLER (?:\w+ ){0,3}(?:represents|warrants|acknowledges|garandeert|verklaart|gewährleistet|garantit|s'engage|veille|garantit)\b",
    r"\b(?:help|steps|measures|maatregelen|right)\b.{0,40}\bensure that PROCESSOR\b",
    # A duty to carry out an assessment is that duty only; help "including with assessments" is help at large.
    r"\b(?:obligations?|dut(?:y|ies)|verplichting\w*|plicht\w*|pflicht\w*)\b(?:(?!inclu|waaronder|einschl).){0,60}\b(?:carry out|conduct|perform|undertake|uitvoeren|durchführ\w*)\b.{0,30}{dpia}",
)
# An audit by itself, not one in a row of duties with assessments and consultation.
_AN_AUDIT = r"^(?!.{0,900}(?:{dpia}|{prior_consultation})).{0,900}{audit}"
_GENERAL_HELP = (
    cue("{assist}", "{legal_duty}", r"\b(?:PROCESSOR|wij|we)\b", r"\bCONTROLLER\b", unless=(*_OTHER_HELP, _AN_AUDIT, "SUBPROCESSOR (?:zal|shall|will)", r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}", r"\binstruct\w* … {infringes}", "{breach}")),
    cue("{assist}", "(?:{articles_32_36}|{articles_33_36})"),
    cue("{assist}", r"\b(?:voldoen|comply|complying|nakom\w*|compliance|einhaltung)\b", r"\b(?:avg|gdpr|wet\w*|laws?|privacy\w*|dsgvo|verordening|regulation)\b", r"\b(?:PROCESSOR|wij|we)\b", unless=(*_OTHER_HELP, _AN_AUDIT, r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}", "{breach}")),
)  # fmt: skip


def general_help(text: Questioned) -> tuple[Statement, ...]:
    """The clauses that promise help with the controller's legal duties at large."""
    among = text.about(
        "bijsta", "medewerking", "assist", "ondersteun", "help", "support", "cooperat", "co-operat", "in staat", "unterstütz", "enabl", "steun", "hulp", "staat",
        "meewerk", "werkt mee", "werken mee", "samenwerk", "aide", "contribu", "collabor", "hilf", "permet",
    )  # fmt: skip
    return meeting(among, *_GENERAL_HELP)


# Help "with Articles 32 to 36" names every duty among them; from 33 on, all but security.
_FROM_NOTICE = "(?:{articles_32_36}|{articles_33_36})"
_RANGES = {"f_security_assist": "{articles_32_36}"}


def _helps_with(text: Questioned, requirement: str, named: Sequence[Statement]) -> Judgement:
    """Met where the help is named, partial where only a general clause covers it."""
    if named:
        return met(requirement, named)
    general = general_help(text)
    if requirement == "f_security_assist":
        general = tuple(one for one in general if not one.says("{articles_33_36}"))
    by_article = tuple(one for one in general if one.says(_RANGES.get(requirement, _FROM_NOTICE)))
    if by_article:
        return met(requirement, by_article)
    return partial(requirement, general, "named") if general else missing(requirement, _other_help(text))


def _other_help(text: Questioned) -> tuple[Statement, ...]:
    """The clauses that promise help with something else: where a clause that is missing would stand."""
    among = text.about(*_ASSIST_WORDS)
    return meeting(among, cue("{assist}", "(?:{dpia}|{prior_consultation})")) or meeting(among, *_HELPS)


# Telling of a security breach is no help with security.
_OF_A_LEAK = r"\b(?:beveiligings|sicherheits)(?:incident|lek|inbreuk|vorf[aä]ll|verletzung)\w*\b(?!.{0,200}\b(?:beveiliging|sicherheit)\b)"
_TAKING = r"\b(?:(?:te )?treffen|(?:te )?nemen|invoeren|inrichten|implement\w*|tak(?:e|es|ing)|putting|umsetz\w*|umsetzung|ergreif\w*|treff\w*|mise en|mettre en|prendre)\b"
_HELPS_SECURITY = (
    cue("{assist}", r"\bCONTROLLER\b … \b(?:eigen|diens)\b … {security}", unless=("{audit}", r"\bCONTROLLER (?:zal|dient)\b … {assist}")),
    cue(r"\b(?:nakom\w*|nalev\w*|voldo\w*|vervull\w*|op orde)\b … \bCONTROLLER\b … {security}", "{assist}", unless=("{audit}", _OF_A_LEAK, r"\bCONTROLLER (?:zal|dient)\b … {assist}")),
    cue("{assist} … {security}", r"\bCONTROLLER\b", r"\b(?:verplichting\w*|voldo\w*|nakom\w*|nalev\w*|oblig\w*|compl\w*|waarborg\w*|ensur\w*|plicht\w*|duties|pflichten|obligations)\b", unless=("{audit}", r"SUBPROCESSOR (?:zal|shall|will)", r"\bbeveiligings(?:incident|lek|inbreuk)\w*\b(?!.{0,200}\bbeveiliging\b)", r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}", r"\bsecurity (?:breach|incident)\w*\b(?!.{0,300}\bsecurity of\b)")),
    cue("{assist}", r"\bart(?:\.|ikeln?|ikelen|icles?)? ?32\b"),
    cue("{assist}", r"\bCONTROLLER\b", r"\b(?:\w*verplichting\w*|plichten|obligations?|duties|pflichten)\b … \b(?:met betrekking tot|inzake|op het gebied van|rond(?:om)?|aangaande|regarding|with respect to|in respect of|concerning|relating to|hinsichtlich) (?:\w+ ){0,3}(?:{security})", unless=("{audit}", "SUBPROCESSOR (?:zal|shall|will)", r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}")),
    cue(r"\b(?:il|elle|er|it|hij|zij) (?:l'|lui |also |further |ferner |auch |ihn |ook )?{assist} … {security}", r"\b(?:garantir|assurer|ensur\w*|gewährleist\w*|waarborg\w*|obligations?|pflichten|duties|verplichting\w*)\b", unless=("{audit}",)),
    cue("{assist}", "(?:{dpia}|{prior_consultation})", r"\b(?:duty|duties|obligations?|verplichting\w*|pflichten|obligation)\b … {security}", unless=("{audit}", r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}")),
    cue(r"\bPROCESSOR\b", "{assist} … (?:{dpia}|{prior_consultation}) … {security}", unless=("{audit}", _OF_A_LEAK, r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}")),
    cue(r"\bPROCESSOR\b", "{assist} … {security}", "(?:{dpia}|{prior_consultation})", unless=("{audit}", r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}")),
    cue(rf"{{assist}} … (?:{_TAKING} … {{security}}|{{security}} … {_TAKING})", r"\bCONTROLLER\b", r"\bPROCESSOR\b", unless=("{audit}", "SUBPROCESSOR (?:zal|shall|will)", _OF_A_LEAK, r"\bCONTROLLER (?:zal|shall|will|dient)\b … {assist}")),
    cue("{assist}", r"\bCONTROLLER\b", r"\b(?:de beveiliging van (?:de )?(?:verwerking|persoonsgegevens)|security of (?:the )?(?:processing|personal data)|beveiligingsverplichting\w*|security obligations)\b", unless=("{audit}", "SUBPROCESSOR (?:zal|shall)")),
)  # fmt: skip
_ASSIST_WORDS = (
    "bijsta", "staat", "medewerk", "assist", "ondersteun", "help", "support", "cooperat", "co-operat", "unterstütz", "enabl", "steun", "hulp", "meewerk",
    "samenwerk", "provide", "werkt", "rekenen", "behulpzaam", "mitwirk", "aide", "contribu", "permet", "collabor", "coop", "hilf",
)  # fmt: skip


def helps_with_security(text: Questioned) -> Judgement:
    """Art. 28(3)(f), 32: help with the controller's own security duty."""
    return _helps_with(text, "f_security_assist", meeting(text.about(*_ASSIST_WORDS), *_HELPS_SECURITY))


_HELPS_DPIA = (
    cue("{assist}", "{dpia}", unless=(r"\bCONTROLLER (?:zal|shall|will|dient|is verantwoordelijk)\b … {dpia}",)),
    cue(
        "{dpia}",
        r"\b(?:informatie|inlichtingen|lever(?:t|en)|verschaf\w*|information\w*|verstrek\w*|provid\w*|input|liefer\w*|fourni\w*)\b",
        r"\bPROCESSOR\b",
    ),
)
_EFFORT_ONLY = cue("{best_efforts}")


def helps_with_dpia(text: Questioned) -> Judgement:
    """Art. 28(3)(f), 35: help with impact assessments."""
    requirement = "f_dpia"
    named = meeting(
        text.about(
            "beoordeling",
            "pia",
            "impact",
            "35",
            "geb",
            "folgenabsch",
            "folgen-absch",
            "abschatzung der folgen",
            "aipd",
            "incidence",
        ),
        *_HELPS_DPIA,
    )
    if named and all(_EFFORT_ONLY.meets(one) for one in named):
        return partial(requirement, named, "obligation")
    return _helps_with(text, requirement, named)


_HELPS_CONSULTATION = (
    cue("{assist}", "{prior_consultation}"),
    cue(
        "{prior_consultation}",
        r"\b(?:informatie|gegevens|lever(?:t|en)|input|information\w*|verstrek\w*|provid\w*|liefer\w*|fourni\w*)\b",
        r"\bPROCESSOR\b",
        unless=("{breach}",),
    ),
)


# "The same applies where it consults the authority", behind help with assessments.
_THE_SAME_THERE = cue(
    r"\b(?:hetzelfde|dit|dat|the same|this|dasselbe|gleiches)\b (?:\w+ ){0,2}\b(?:geldt|applies|gilt)\b",
    "{prior_consultation}",
)


def helps_with_consultation(text: Questioned) -> Judgement:
    """Art. 28(3)(f), 36: help with prior consultation."""
    among = text.about(
        "raadpleg", "raadpleeg", "voorafgaande controle", "consult", "36", "konsultation", "voorafgaand overleg"
    )
    named = meeting(among, *_HELPS_CONSULTATION) or tuple(
        one for one in meeting(among, _THE_SAME_THERE) if meeting(text.around(one, before=1), *_HELPS_DPIA)
    )
    return _helps_with(text, "f_prior_consultation", named)


_HELPS_NOTIFY = (
    cue("{assist}", "{breach}", "(?:{authority}|{people})", unless=("{infringes} … {instruction}", "{audit}", r"\bCONTROLLER (?:zal|shall|will)\b … {assist}")),
    cue("{breach}", r"\b(?:informatie|information|inlichtingen|gegevens|informationen|informations?)\b", r"\b(?:zodat|opdat|in staat|enable|allow|so that|order to|om CONTROLLER|ten behoeve|nodig|necessary|required|meet|nécessaires?|utiles?|permet\w*|pour que|afin|erforderlich\w*|benötig\w*|nötig\w*|damit)\b", "(?:{authority}|{people})", unless=("{audit}",)),
    cue("{provide} … {information} … \\bCONTROLLER\\b … \\b(?:meld\\w*|notif\\w*|report\\w*)\\b … (?:{authority}|{people})", r"\b(?:nodig|benodigd\w*|necessary|required|needs?|erforderlich\w*|benötigt|nécessaires?)\b", unless=("{audit}", "{instruction} … {infringes}", "{rights} … {request}", "{dpia}")),
    cue(r"\bPROCESSOR\b", r"\b(?:concept\w*|drafts?|draft\w*|entwurf\w*|entwürfe|projets? de)\b … (?:{authority}|{people})", unless=("{audit}",)),
    cue("{authority}", r"{inform}|\bmeld\w*", "{assist}", unless=("{audit}", "{instruction} … {infringes}")),
    cue("{assist}", r"\bart(?:\.|ikeln?|ikelen|icles?)? ?33 (?:und|and|en|et|bis|to|à|of|or) (?:art\w*\.? )?34\b", unless=("{audit}",)),
    cue("{breach}", r"\b(?:naar aanleiding waarvan|waarna|following which)\b", r"\bCONTROLLER\b", "{authority}"),
)  # fmt: skip
_CONTROLLER_DECIDES = (
    cue("{authority}", "{inform}", r"\b(?:entscheidet|beurteilt|decides?|determines?|beslist|bepaalt|beoordeelt|décide|apprécie|c'est à)\b (?:[\w']+ ){0,3}CONTROLLER\b"),
    cue(r"\bCONTROLLER\b … \b(?:beslist|beoordeelt|besluit|bepaalt|decides?|assess\w*|determines?|must|zelf|doet|itself|verantwoordelijk|responsible|entscheidet|beurteilt|prüft|décide|apprécie|c'est à CONTROLLER)\b", "{authority}", r"\b(?:meld\w*|gemeld|notif\w*|inform\w*)\b"),
    cue(r"\b(?:responsib\w*|verantwoordelijk\w*|beoordeling|berusten|berust|ligt|lies)\b … \bCONTROLLER\b", "(?:{authority}|{people})", r"\b(?:meld\w*|gemeld|notif\w*|inform\w*|communicat\w*)\b"),
)  # fmt: skip
_KEEPS_INFORMING = cue(
    r"\b(?:op de hoogte van|op de hoogte houden|houdt … op de hoogte|aanvul\w*|vult … aan|nadere informatie|aanvullende informatie|verdere informatie|further information|blijft … informer\w*|verslag uit|in (?:phases|stages|stappen|fasen)|phases|up to date|supplement\w*|aanvulling|updates?|additional information|as it becomes)\b"
)
_PEOPLE_TOLD = (
    cue("{authority}", rf"(?:\b(?:en|of|and|or|und|oder|et|ou)\b (?:\w+ ){{0,4}}{_PEOPLE_BY_TRADE})", "{inform}"),
    cue("{people}", r"{inform}|\b(?:meld\w*|inform\w*|informeer\w*|geïnformeerd|stellen|notif\w*|communicat\w*|kennis\w*|mededeling|berichten|benachrichtig\w*|meldplicht\w*|meldplicht en|meldingen)\b"),
    cue(r"\b(?:33 (?:en|of|and|to|,|tot en met|t/m|und|et|bis|à) (?:art\w* )?34|32 (?:to|tot en met|t/m|-) 36|meldplichten|34)\b"),
)  # fmt: skip
_SUPPLIES_FOR_IT = cue(
    r"\b(?:lever(?:t|en)?|verschaf(?:t|fen)?|verstrek(?:t|ken)?|geeft|geven|stuurt|sturen|krijgt?)\b",
    r"\b(?:daarvoor|hiervoor|daartoe|nodige|benodigde|nodig(?= .{0,60}\bkrijgt?\b))\b",
    r"\b(?:alles(?: \w+)? wat|informatie|gegevens|inlichtingen|tekst\w*|\w*voorstel|concept\w*)\b",
    r"\bPROCESSOR\b",
)
_HELPS_THERE = cue(
    "{assist}",
    r"\b(?:daarbij|hierbij|daarin|hierin|daaraan|hieraan|with (?:this|that)|in doing so|in this|in that|(?:with|in) (?:making )?(?:those|such|these) (?:notifications?|reports?|communications?)|bij (?:beide |deze |die |zulke |dergelijke |de )?meldingen|bij (?:allebei|beide)|with both|bij het (?:doen|opstellen|indienen|verrichten) van (?:[\w-]+ ){0,2}melding(?:en)?|in making (?:[\w-]+ ){0,2}(?:notifications?|reports?)|(?:aan|bij|met) (?:een|de|die|deze|haar|zijn|eventuele|CONTROLLER) (?:\w+ ){0,6}melding(?:en)?|daarvoor|bei (?:diesen|den) (?:meldungen|benachrichtigungen)|(?:CONTROLLER|y) (?:y )?aid\w*|aid\w* à (?:le|la|les) faire|hierzu|à cette fin|à cet effet|en cela|dabei|à cette occasion|l'y|to do (?:so|this|that))\b",
    r"\bPROCESSOR\b",
)
_AUTHORITY_TOLD = (
    cue("{authority}"),
    cue(r"\b(?:meldplicht\w*|notification obligations?|wettelijke meld\w*|notify)\b"),
)


# What stands further away than this belongs with a notice only where it speaks of breaches itself.
_BESIDE = 2


def helps_with_notification(text: Questioned) -> Judgement:
    """Art. 28(3)(f), 33, 34: help with notifying the authority and with telling people."""
    requirement = "f_breach_assist"
    among = text.about(
        "lek",
        "inbreuk",
        "breach",
        "incident",
        "33",
        "meldplicht",
        "melden",
        "melding",
        "meldung",
        "benachrichtig",
        "notif",
        "verletzung",
        "datenpanne",
        "violation",
        "vorfall",
        "vorfäll",
        "34",
    )
    among += tuple(
        one
        for one in text.under(
            "voorval", "misgaat", "mis gaat", "goes wrong", "lek", "inbreuk", "breach", "incident", "meldplicht"
        )
        if one not in among
    )
    named = meeting(among, *_HELPS_NOTIFY)
    to_notify = meeting(
        among,
        cue(
            r"(?:{authority}|{people})",
            r"\b(?:meld\w*|gemeld|notif\w*|inform\w*|in te lichten|inlicht\w*|bericht|benachrichtig\w*|unterricht\w*|préven\w*|avert\w*)\b",
        ),
    )
    named += tuple(
        o
        for one in to_notify
        for o in (one, *text.around(one, after=2))
        if (o.index <= one.index + 1 or o in among)
        and o not in named
        and (_HELPS_THERE.meets(o) or _SUPPLIES_FOR_IT.meets(o))
    )
    general = tuple(one for one in general_help(text) if one.says(_FROM_NOTICE))
    decides = meeting(among, *_CONTROLLER_DECIDES)
    informing = tuple(o for one in decides for o in text.around(one, before=10, after=10) if _KEEPS_INFORMING.meets(o))
    named = named or ((*decides[:1], *informing[:1]) if informing else ())
    if not named:
        helping = meeting(among, cue("{assist}", "{breach}", unless=("{audit}", "{rights} … {request}")))
        if helping and not general:
            return partial(requirement, helping, "notification")
        return _helps_with(text, requirement, ())
    article = tuple(
        o
        for one in named
        for o in (one, *text.around(one, before=6, after=6))
        if abs(o.index - one.index) <= _BESIDE or o in among
    )
    told = meeting((*article, *general), *_PEOPLE_TOLD)
    authority = meeting((*article, *general), *_AUTHORITY_TOLD)
    lacking = [*(() if authority else ("authority",)), *(() if told else ("people",))]
    return judged(requirement, named, *lacking)
