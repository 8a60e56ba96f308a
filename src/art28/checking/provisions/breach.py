"""Text -> verdicts on breaches: told without undue delay, and with what content (Art. 33(2), 28(3)(f), 33(3))."""

from functools import lru_cache

from art28.checking.judging import Judgement, judged, met, missing, partial
from art28.checking.words.labels import AT_THE_START
from art28.checking.words.phrases import expression
from art28.checking.words.remembering import of_words
from art28.checking.words.statements import Statement
from art28.checking.words.text import Cue, Questioned, cue, meeting
from art28.document.outline import Part

_WORDS = (
    "voorval",
    "doorbroken",
    "lek",
    "inbreuk",
    "breach",
    "incident",
    "verletzung",
    "datenpanne",
    "unauthor",
    "compromis",
    "panne",
    "violation",
    "vorfall",
    "vorfäll",
    "mislaid",
    "stolen",
    "gestolen",
    "kwijtgera",
    "zoekgera",
)
_UP_TO_THE_OTHER = r"\b(?:is (?:het )?aan|up to|obliegt|incombe à) CONTROLLER\b|\bCONTROLLER (?:\w+ ){0,3}(?:beoordeelt|beslist|bepaalt|decides?|determines?|entscheidet|beurteilt|décide|apprécie)\b"
# What stands below "CONTROLLER undertakes to:" binds nobody else.
_OWED_BY_THE_CONTROLLER = (
    AT_THE_START
    + r"(?:the |de |die |der |le )?CONTROLLER (?:verpflichtet sich|verbindt zich|is verplicht|undertakes|agrees|s'engage|zal|shall|will)\b"
)
_TELLS = (
    cue("{inform}", "{breach}", r"\bCONTROLLER\b", unless=(_OWED_BY_THE_CONTROLLER, "{rights} … {request}", "{infringes} … {instruction}", "{instruction} … {infringes}", r"\bSUBPROCESSOR (?:zal|shall|will|meldt)\b", "{audit}", r"\bCONTROLLER (?:meldt|zal|shall|will|must|dient) (?:\w+ ){0,6}(?:{inform})", r"\bCONTROLLER (?:becomes|became|is made) aware\b", r"\bCONTROLLER (?:meldt|informeert|notifies|informs|reports|doet (?:een |de )?melding)\b", r"\b(?:toezichthouder|autoriteit\w*|authority)\b … \b(?:door|by) CONTROLLER\b", _UP_TO_THE_OTHER)),
    cue("{inform}", "{breach}", r"\bPROCESSOR\b", "{at_once}", unless=("{infringes} … {instruction}", "{instruction} … {infringes}", "{audit}", "{rights} … {request}")),
    cue(r"\b(?:neemt|nemen|op te nemen|opnemen|contacts?|zoekt)\b (?:\w+ ){0,6}\bcontact|\bcontact (?:\w+ ){0,6}(?:op|opnemen|op te nemen)\b|\bcontacts? CONTROLLER\b", "{breach}", "{at_once}", r"\bPROCESSOR\b", r"\bCONTROLLER\b", unless=(r"\bCONTROLLER (?:zal|neemt|kan|dient|shall|will|may)\b",)),
    cue(r"\b(?:eerste|first|initial)\b … \b(?:melding|notif\w*|waarschuwing)\b", "{at_once}"),
)  # fmt: skip
_ANY_TIME = expression(
    r"(?P<number>\d{1,3}|één|een|twee|drie|vier|vijf|tien|twaalf|vierentwintig|zesendertig|achtenveertig|tweeënzeventig|one|two|three|four|five|ten|twelve|"
    r"twenty-?four|thirty-?six|forty-?eight|seventy-?two)(?: (?P<digits>\d{1,3}))?(?: \w+)? ?(?P<unit>uur|uren|hours?|hrs|stunden|heures?|werkdag\w*|kalenderdag\w*|dag|dagen|"
    r"(?:business |working |calendar )?days?|jours?(?: ouvrés| ouvrables)?|semaines?|(?:werk)?tage?n?|week|weken|weeks?)\b"
)
_NUMBERS = {
    "een": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4, "vijf": 5, "five": 5, "tien": 10, "ten": 10, "twaalf": 12, "twelve": 12,
    "vierentwintig": 24, "twentyfour": 24, "zesendertig": 36, "thirtysix": 36, "achtenveertig": 48, "fortyeight": 48, "tweeenzeventig": 72, "seventytwo": 72,
}  # fmt: skip
_HOURS_A_DAY = 24
_HOURS_A_WEEK = 7 * _HOURS_A_DAY
# What the readers of the reference accept as "without undue delay"; the EDPB recommends at most 24 hours, law.md 2.
_MOST_HOURS = 48
_TOLD = cue("{inform}", unless=(r"\bCONTROLLER (?:becomes|is|wordt|zal|shall|meldt|kennis)\b", "{authority}"))
_SERIOUS_ONLY = (
    cue(r"{best_efforts} … {inform}", "{breach}"),
    cue(r"\b(?:ernstige?|substantiële|significante?|serious|severe|material|schwerwiegende\w*|graves?|meldplichtige?|meldingsplichtige?)\b {breach}"),
    cue(r"{breach} (?:in verband met persoonsgegevens |of personal data )?(?:met|with|mit|avec|dat|die|which|that|das|welche\w*|qui) (?:\w+ ){0,6}(?:nadelig\w*|risico\w*|risks?|harm|adverse|ernstig\w*|significant\w*|risiko\w*|schwerwiegend\w*|risque\w*)\b", "{inform}"),
    cue(r"\b(?:alleen|uitsluitend|slechts|only|solely)\b … \b(?:indien|wanneer|if|when|where)\b … \b(?:risico|risk|nadelig\w*|gevolgen|harm|adverse)\b", "{breach}", "{inform}"),
    cue(r"\b(?:na|nadat|after|following|upon completion of)\b … \b(?:onderzoek|investigation|onderzocht|investigated)\b … \b(?:afgerond|voltooid|complet\w+|conclu\w+|vastgesteld|bevestigd|confirmed)\b", "{inform}"),
)  # fmt: skip


# "It does so within a day", right behind the duty itself.
_DOES_SO = cue(
    r"(?:\b(?:doe(?:t|n)|geschiedt|gebeurt|does|do|happens|erfolgt|geschieht|tut)\b (?:\w+ ){0,2}(?:dat|dit|zulks|so|this|dies|das)\b|\b(?:dat|dit|zulks|this|dies|das) (?:\w+ ){0,2}(?:doe(?:t|n)|geschiedt|gebeurt|happens|erfolgt|geschieht|tut)\b)",
    unless=("{authority}", r"\bCONTROLLER doet\b"),
)


def _hours(one: Statement) -> tuple[int, ...]:
    """Every period that `one` names, in hours."""
    found = []
    for match in _ANY_TIME.finditer(one.text):
        word = (match["digits"] or match["number"]).replace("-", "")
        number = int(word) if word.isdigit() else _NUMBERS[word]
        unit = match["unit"]
        per = (
            1
            if unit.startswith(("uur", "uren", "hour", "hrs", "stund", "heure"))
            else _HOURS_A_WEEK
            if unit[:2] == "we" and "k" in unit[:4] and "werk" not in unit
            else _HOURS_A_DAY
        )
        found.append(number * per)
    return tuple(found)


def without_undue_delay(text: Questioned) -> Judgement:
    """Art. 33(2): tells the controller of every breach without undue delay, or within forty-eight hours at most."""
    requirement = "breach_without_undue_delay"
    tells = meeting(text.about(*_WORDS), *_TELLS)
    if not tells:
        return missing(requirement)
    timed = [one for one in tells if one.says("{at_once}") or _hours(one)]
    near = tuple(o for one in tells for o in text.around(one, after=2) if _hours(o) and _TOLD.meets(o))
    near += tuple(
        o
        for one in (() if timed or near else tells)
        for o in text.around(one, after=1)
        if o.index > one.index and _DOES_SO.meets(o) and (_hours(o) or o.says("{at_once}"))
    )
    by = (*timed[:2], *near[:1]) if timed or near else tells
    hours = [min(_hours(one)) for one in by if _hours(one)]
    lacking = []
    if not timed and not near:
        lacking.append("timing")
    elif hours and min(hours) > _MOST_HOURS:
        lacking.append("forty_eight_hours")
    cut_back = [one for one in tells if meeting((one,), *_SERIOUS_ONLY)]
    if cut_back and len(cut_back) == len(tells):
        lacking.append("every_breach")
    return judged(requirement, (*by[:3], *cut_back[:1]), *lacking)


_LIST = cue(
    r"\b(?:meld\w*|kennisgeving|mededeling|bevestiging|confirmation|notif\w*|notice|informatie|information|inlichtingen|report\w*|rapport\w*|vragen|meldung\w*|notification|gegevens|daarbij|hierbij)\b",
    r"\b(?:bevat\w*|vermeld\w*|omvat\w*|behelst|houdt in|minimaal|ten ?minste|in ieder geval|includ\w*|contain\w*|describ\w*|at least|following|volgende|onderstaande|verstrek\w*|states?|names?|nennt|indique|mentionne|"
    r"bestaat|staat|staan|beschrijf\w*|beschreib\w*|décri\w*|geven (?:\w+ ){0,3}(?:aan|op|door)|geeft (?:\w+ ){0,3}(?:aan|op|door)|vertel\w*|omschrij\w*|over|mindestens|au moins|folgende\w*|suivante?s?|enthält|comprend|contient|précis\w*|documente\w*|umfasst|beinhaltet|provide\w*|specify\w*|regarding|set\w* out|details)\b"
)  # fmt: skip
_BY_THE_ARTICLE = cue(
    r"\bart(?:\.|ikel|icle)? ?33 ?(?:\(?3|lid 3|,? derde lid|paragraph 3|abs\. 3|third paragraph)\b|\b33\.3\b",
    unless=(r"\bdefinit\w*",),
)
_CONTACT = r"\b(?:(?:noemt|vermeldt|geeft|names?|nennt) (?:\w+ ){0,3}(?:medewerker|persoon|iemand|person|someone|colleague|person) (?:\w+ ){0,2}(?:die|who|der|welche)|contact(?:gegevens|punt|persoon|personen)?|contact (?:point|person|details?)|functionaris\w*|aanspreekpunt|wie (?:\w+ ){0,3}te bereiken (?:is|zijn)|(?:the )?name of (?:somebody|someone|a person|the person)|names? (?:the|a) (?:[\w-]+ ){1,3}(?:dealing with|handling|in charge of)|wie (?:[\w]+ ){0,3}(?:kan|kunnen|kunt|mag) (?:\w+ )?(?:bellen|benaderen|aanspreken|spreken)|wer (?:\w+ )?(?:auskunft gibt|ansprechbar ist|erreichbar ist)|qui (?:\w+ ){0,2}(?:contacter|appeler|joindre)|wie (?:er )?(?:meer|nadere) informatie|wie (?:is|er|voor vragen) … bereikbaar|bereikbaar voor vragen|(?:bij wie|from whom|where) … (?:inlichtingen|informatie|information)|data protection officer|dpo|fg|anlaufstelle|ansprechp\w*|kontaktdaten|datenschutzbeauftragt\w*|point de contact|coordonnées|délégué|point of contact|(?:whom?|person) (?:\w+ ){0,3}(?:can|may|should) (?:speak|talk|turn|contact)|who to contact|whom? to (?:approach|ask|call|turn to)|auskunftsperson|erreichbarkeit|interlocuteur\w*|personnes? à contacter)\b"
# Whom one turns to with the notice is no part of it: "to the contact person that CONTROLLER named".
_TO_A_CONTACT = r"\b(?:aan|bij|naar|via|to|through|an (?:den|die|das|der|dessen|deren)|beim?|über|au|auprès|à la|aux) (?:(?:(?:de|het|the) )?(?:door |by )?CONTROLLER (?:\w+ ){0,2}|(?:(?!(?:en|and|und|et|CONTROLLER|PROCESSOR)\b)[\w'-]+ ){0,3})(?:contact\w*|functionaris\w*|aanspreekpunt|fg|dpo|ansprechp\w*|anlaufstelle|interlocuteur\w*|datenschutzbeauftragt\w*|data protection officer|délégué)\b|\bcontact(?:gegevens|perso\w+) (?:van|bij) (?:de )?(?:betrokken|CONTROLLER)"
# A row of a form: "Consequences: …".
_CONSEQUENCES_LABEL = r"^\W*(?:\d[\d.]*\)? |[a-z][.)] )?(?:gevolgen|consequences|folgen|conséquences)\b(?: (?:voor|van|of|for|für|pour) .{3,60})?\W*$"
_CONTENT: tuple[tuple[str, tuple[Cue, ...]], ...] = (
    ("nature", (cue(r"\b(?:aard|nature|omschrijving van (?:het|de) (?:incident|datalek|inbreuk|lek)|beschrijving van|samenvatting|kenmerken|wat (?:is er|er is) (?:gebeurd|voorgevallen)|wat zich heeft (?:voorgedaan|afgespeeld)|wat er (?:gebeurd|voorgevallen|misgegaan|aan de hand) is|wat er is gebeurd|description of|describe\w*|details of|circumstances|what (?:has )?happened|art der|(?:la )?nature|beschreibung|ce qui s'est (?:passé|produit)|was (?:geschehen|passiert|vorgefallen) ist|toedracht|umstände|circonstances|étendue)\b"),)),
    ("categories", (cue(r"\b(?:daten|personen|data|gegevens)?(?:categorie\w*|categor(?:y|ies)|soort\w*|types?|kinds? of|arten von|quelles? données|welke (?:persoons)?gegevens|groep\w*|\w*kategorien|betreffende persoonsgegevens|which personal data|personal data (?:concerned|affected|involved))\b", r"\b(?:gegevens|data|betrokkenen?|personen|subjects?|daten|betroffene\w*|données|personnes|records)\b"),)),
    ("numbers", (cue(r"\b(?:aantal\w*|hoeveel\w*|hoeveelheid|how many|wie viele|combien|numbers?|anzahl|nombre|omvang|volume|extent|\w*zahl(?:en)?|mengen?|nombre)\b"),)),
    ("contact", (cue(_CONTACT, unless=(r"\b(?:betrokken personen|data subjects?)\b … \bcontact", r"(?<!\bte\s)\bbereiken\b")),)),
    ("consequences", (cue(_CONSEQUENCES_LABEL), cue(r"\b(?:waarschijnlijke?|verwachte?|mogelijke?|vermoedelijke?|te verwachten|bekende|likely|possible|potential|anticipated|expected|probable|wahrscheinlich\w*|probables?)\b … \b(?:gevolg\w*|consequences?|impact|effects?|risico\w*|risks?|folgen)\b"), cue(r"\b(?:welche|mögliche\w*|zu erwartende\w*) (?:\w+ ){0,2}folgen\b|\bquelles? (?:\w+ ){0,2}conséquences\b"), cue(r"\b(?:te (?:duchten|vrezen)|welke gevolgen|wat de gevolgen|(?:nadelige|schadelijke) (?:gevolgen|effecten)|(?:what|which) (?:harm|damage|risks?)|welke? (?:schade|risico'?s?|nadeel))\b"), cue(r"\bwat (?:zij|ze|hij|de betrokkenen?|CONTROLLER|het) (?:daarvan|ervan|hiervan) … \b(?:merken|merkt|verwachten|ondervinden|betekent)\b"), cue(r"\b(?:likely to (?:follow|result|ensue)|what (?:may|might|could|will) (?:follow|result))\b"), cue(r"\b(?:gevolgen (?:voor|die|heeft|kunnen|zijn)|wat zijn de gevolgen|wat het … gevolg|consequences of|impact of|folgen der|voraussichtlich\w* folgen|conséquences (?:de|probables?|possibles?)|(?:et les |, les )conséquences|suites (?:probables?|possibles?|prévisibles?)|(?:einschätzung|bewertung|abschätzung) der (?:\w+ )?(?:folgen|auswirkungen)|(?:appréciation|évaluation) des (?:conséquences|suites))\b", unless=(r"\b(?:beperk\w*|mitigat\w*|minimi\w*)\b",)), cue(r"\b(?:gevolgen|consequences)(?:\b,|;| en | and )", "{inform}", unless=(r"\bgevolgen (?:te|voor te)\b",)))),
    ("measures", (cue(r"\b(?:maatregel\w*|heeft gedaan|gedaan (?:is|wordt)|is gedaan|(?:is )?ondernomen|ondernomen heeft|eraan doe(?:n|t)|measures?|steps|actions?|(?:has|have) done or (?:proposes?|plans?|intends?)|remed\w*|herstel\w*|abhilfe\w*|(?:has been|have been|is being|will be) (?:or will be )?done|oplossing\w*|\w*maßnahmen|mesures|remèdes?)\b"),)),
)  # fmt: skip
_WHO_TO_ASK = cue(_CONTACT, unless=("{authority}", r"\bCONTROLLER (?:zal|neemt|noemt|shall|will|names|designates)\b"))
_FEWEST = 2
# "All information that it needs to meet its duties": a notice with content, and none of it named.
_AT_LARGE = cue(
    "{provide}",
    r"\b(?:all|alle|any|every|toute?s?|sämtliche)\b … \b(?:necessary|required|relevant|needed|nodige|benodigde|noodzakelijke|relevante|erforderlich\w*|notwendig\w*|nötig\w*|nécessaires?|utiles?|requises?)\b",
    "{information}",
    unless=(
        "{audit}",
        r"\b(?:demonstrat\w*|aan ?(?:te )?to(?:on|nen)\w*|blijk\w*|nachweis\w*|nachzuweisen|démontr\w*)\b",
        "{rights} … {request}",
    ),
)
_ALL_IT_HAS = cue(
    "{provide}",
    r"\b(?:all|alle|any|every|toute?s?|sämtliche)\b … {information}",
    r"\b(?:(?:it|PROCESSOR) has|available|known|waarover (?:\w+ ){1,2}beschikt|bekend\w*|beschikbare?|vorliegende?\w*|bekannt\w*|verfügbar\w*|dont (?:\w+ ){1,2}dispose|disponibles?)\b",
    "{breach}",
    unless=("{audit}", "{show_compliance}", "{rights} … {request}"),
)
# "The notice names …", right behind the sentence that promises it, whatever the heading.
_THE_NOTICE = expression(
    AT_THE_START
    + r"(?:(?:the|this|such|that|de|deze|die|een dergelijke|diese|la|cette|l') ?)?(?:initial |first |written |eerste |schriftelijke |erste |schriftliche )?(?:notification|notice|report|confirmation|melding|kennisgeving|bevestiging|meldung|mitteilung|benachrichtigung|information|it|zij) (?:\w+ )?(?:shall|will|must|includes?|contains?|states?|describes?|bevat|omvat|vermeldt|enthält|umfasst|muss|hat|comprend|contient|précise|mentionne|doit)\b"
)
_HEADINGS = (
    "violation",
    "panne",
    "vorfall",
    "voorval",
    "misgaat",
    "mis gaat",
    "fout gaat",
    "goes wrong",
    "lek",
    "inbreuk",
    "breach",
    "incident",
    "meldplicht",
    "verletzung",
    "datenpanne",
    "notification",
    "meldformulier",
    "meldingsformulier",
)
_BY_THE_CONTROLLER = r"(?:\b(?:by (?:the )?CONTROLLER|door CONTROLLER)\b … \b(?:authority|toezicht\w*|autoriteit\w*)\b|\bCONTROLLER (?:(?:zal|shall|will|wird|must|moet|dient) )?(?:informeert|informeren|meldt|melden|bericht|vertelt|notif(?:y|ies)|informs?|tells?|informiert|informieren|unterrichtet|informe) PROCESSOR\b)"


def breach_content(text: Questioned) -> Judgement:
    """Guidance on Art. 28(3)(f): what the notice must tell, so that the controller can meet Art. 33(3)."""
    requirement = "breach_content"
    about = text.about(*_WORDS, "33", "meld", "notif")
    by_article = tuple(one for one in meeting(about, _BY_THE_ARTICLE) if one.says("{breach}") or _is_headed(one))
    if by_article:
        return met(requirement, by_article)
    listed = tuple(
        one for one in text.where(_may_be_listed) if _LIST.meets(one) or one.part is Part.ANNEX or _in_list(text, one)
    )
    listed += tuple(
        one
        for one in about
        if one not in listed and one.says("{breach}") and (one.says("{inform}") or _LIST.meets(one))
    )
    listed += tuple(
        other
        for one in meeting(about, *_TELLS)
        for other in text.around(one, after=1)
        if other not in listed and other.has(_THE_NOTICE) and _LIST.meets(other)
    )
    listed += tuple(
        other
        for one in listed
        if _LIST.meets(one)
        for other in text.around(one, after=1)
        if other.index > one.index and other not in listed and other.has(_THE_NOTICE)
    )
    listed = tuple(one for one in listed if not one.says(_BY_THE_CONTROLLER))
    found = {name: meeting(listed, *cues) for name, cues in _CONTENT}
    found["contact"] = tuple(one for one in found["contact"] if not _is_told_to_a_contact(one))
    if not found["contact"]:
        found["contact"] = _contact_beside(text, listed)
    if sum(map(bool, found.values())) < _FEWEST:
        at_large = meeting((*listed, *text.where(_may_be_listed)), _AT_LARGE, _ALL_IT_HAS)
        if at_large:
            return partial(requirement, at_large[:1], *(name for name, by in found.items() if not by))
        return missing(requirement, meeting(about, *_TELLS))
    lacking = [name for name, by in found.items() if not by]
    by = sorted({one for ones in found.values() for one in ones[:1]}, key=lambda one: one.index)
    return judged(requirement, by, *lacking)


def _contact_beside(text: Questioned, listed: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Who may be asked, in the sentence after one that says what a notice tells."""
    behind = (o for one in listed if _LIST.meets(one) for o in text.around(one, after=1) if o.index > one.index)
    return tuple(one for one in behind if _WHO_TO_ASK.meets(one) and not _is_told_to_a_contact(one))


def _is_told_to_a_contact(one: Statement) -> bool:
    """Whether every contact that `one` names is whom the notice goes to."""
    return len(one.ends(_TO_A_CONTACT)) >= len(one.ends(_CONTACT))


def _may_be_listed(one: Statement) -> bool:
    return not one.defines and _is_headed(one)


def _is_headed(one: Statement) -> bool:
    """Whether `one` stands in an article or a list about breaches."""
    return _names_breaches(one.heading) or _completes_breaches(one)


@lru_cache(maxsize=256)
def _names_breaches(heading: str) -> bool:
    return any(word in heading for word in _HEADINGS)


@of_words
def _completes_breaches(one: Statement) -> bool:
    return any(word in one.text[: one.own_at] for word in _HEADINGS)


def _in_list(text: Questioned, one: Statement) -> bool:
    """Whether `one` is an item of a list that says what a notice holds."""
    if one.own_at and all(one.says(phrase) for phrase in _LIST.says):
        return True
    before = text.around(one, before=12)
    lead = next(
        (other for other in reversed(before) if other.index < one.index and other.text.rstrip().endswith(":")), None
    )
    return lead is not None and _LIST.meets(lead)
