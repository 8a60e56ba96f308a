"""Text -> verdicts on what the agreement must describe: nature and purpose, data, people (Art. 28(3))."""

import re

from art28.checking.judging import elsewhere, judged, missing, partial
from art28.checking.model import Verdict
from art28.checking.phrases import expression
from art28.checking.statements import Statement
from art28.checking.text import Text, cue, meeting
from art28.document.outline import Part

# What services consist of. One of these says more than "the services under the main agreement".
DOMAIN = (
    r"\b(?:\w*software\w*|\w*platform\w*|\w*applicatie\w*|applications?|hosting|ict\w*|it[- ](?:services?|systems?|support|infrastructure|management|solutions?|environment|security|staff|beheer|\w*diensten|\w*dienstverlening|omgeving\w*|systemen|infrastructuur|oplossing\w*|partner|voorziening\w*)|saas|cloud\w*|telecom\w*|telefon\w*|voip|website\w*|web ?\w*|\w*systemen|systeembeheer|"
    r"\w*administrati\w*|salaris\w*|payroll|boekhoud\w*|accounting|facturat\w*|billing|marketing|nieuwsbrie\w*|e-?mail\w*|communicat\w*|back-?up\w*|opslag|storage|"
    r"storing|monitor\w*|onderhoud\w*|maintenance|support|helpdesk|beheer|werkplek\w*|advies|consult\w*|analy[st]\w*|rapportage\w*|reporting|onderzoek|"
    r"opleiding\w*|training\w*|leerling\w*|education\w*|\w*plan(?:ning\w*|nen)|registr\w*|uren|rooster\w*|recruit\w*|werving\w*|zorg\w*|dossier\w*|crm|erp|chat\w*|ai|api|app|"
    r"transfer\w* (?:of )?files|file|video\w*|survey\w*|enquête\w*|payment\w*|betal\w*|vergunning\w*|logistiek\w*|verzend\w*|print\w*|scan\w*|archie\w*|"
    r"identity|authenticat\w*|security|beveilig\w*|netwerk\w*|network\w*|internet\w*|design|ontwikkel\w*|develop\w*|database\w*|verzamelen|formulier\w*|advertis\w*|"
    r"collaborat\w*|project\w*|ticket\w*|document\w*|contact\w*|klantenservice|bestelling\w*|orders?|webshop\w*|leads?|abonnement\w*|wifi|reparatie|installatie|infrastruct\w*)\b"
)
_WORDS = (
    "doel", "purpose", "zweck", "verwerk", "process", "verarbeit", "aard van", "nature", "handelingen", "activiteit", "omschrijving", "beschrijving",
    "description", "gebruik",
)  # fmt: skip
_OPERATIONS = expression(
    r"\b(?:verzamel\w*|vastlegg\w*|ordenen|structurer\w*|opsla(?:an|g)\w*|bewaren|bijwerk\w*|wijzigen|opvrag\w*|raadpleg\w*|gebruiken|doorzend\w*|verstrekken|verspreid\w*|"
    r"combiner\w*|afscherm\w*|wissen|vernietig\w*|collect\w*|record\w*|organi[sz]\w*|structur\w*|stor(?:e|ing|age)|adapt\w*|alter\w*|retriev\w*|consult\w*|us(?:e|ing)|"
    r"transmi\w*|disseminat\w*|combin\w*|restrict\w*|eras\w*|host\w*|analy[sz]\w*|anonimis\w*|inzien|inzage|loggen|laden|transformer\w*|doorsturen|"
    r"verwijder\w*|opgeslagen|geraadpleegd|verzameld|vastgelegd|getoond|tonen|verzonden|verstuurd|bewerkt|gewijzigd|geordend|stored|shown|sent|erheb\w*|speicher\w*|anpass\w*|auslesen|verwend\w*|übermittl\w*|lösch\w*|display\w*|index\w*|backup\w*|back-?up\w*|generer\w*|analyser\w*)\b"
)
_NATURE = (
    cue(r"\b(?:aard van de verwerking|aard der verwerking|verwerkingshandeling\w*|verwerkingsactiviteit\w*|soort verwerking\w*|volgende handelingen|processing (?:operations|activities)|art der verarbeitung|verarbeitungstätigkeit\w*)\b", unless=(r"\b(?:rekening houdend|met inachtneming|gelet op|gezien)\b", r"\bberücksichtigung\b")),
    cue(r"\b(?:omschrijving|beschrijving|description) (?:van|of) (?:de |the )?(?:verwerking\w*|dienst\w*|processing|services?)\b"),
    cue(r"\bnature of (?:the )?(?:processing|data processing)\b", unless=(r"\b(?:taking into account|considering|given|account of)\b",)),
    cue(r"\b(?:verwerkt|process\w*)\b … \b(?:te weten|namelijk|bestaande uit|bestaat uit|namely|consist(?:s|ing)? of|by means of)\b"),
)  # fmt: skip
_NATURE_LABEL = expression(r"\b(?:nature|aard|art)\b.{0,60}?(?::|\bis\b|\bare\b)")
_RENDERS = expression(
    r"\b(?:perform\w*|provid\w*|provision|deliver\w*|render\w*|uitvoer\w*|verlen\w*|lever\w*|erbring\w*|bereitstell\w*|fourni\w*|execut\w*)\b.{0,60}?\b(?:services?|agreement|contract|\w*dienst\w*|\w*overeenkomst|vertrag\w*|leistung\w*|contrat|prestations?)\b"
)
_NAMED = re.compile(DOMAIN)
# The words of "to provide the services under the agreement, order and documentation", which name no service.
_RENDERING = expression(
    r"\b(?:perform\w*|provid\w*|provision\w*|deliver\w*|execut\w*|\w*overeenkomst\w*|\w*dienst\w*|\w*diensten|agreements?|services?|contracts?|vertrag\w*|leistung\w*|"
    r"order(?:s| forms?)?|document\w*|contact\w*|\w*voorwaarden|terms|support\w*|beheer|use|gebruik|uitvoer\w*|nakom\w*|lever\w*|verlen\w*|opdracht\w*|advies)\b"
)
_DONE_WITH = r"\b(?:gegevens|data) (?:worden|zijn|are|will be|shall be)\b"
_COUNTED = 3
_DEFINES_PROCESSING = expression(r"bewerking of|any operation|geheel van bewerkingen|set of operations|jeden vorgang")
_PURPOSE = r"\b(?:\w*doel(?:en|einden|einde|stelling\w*)?|purposes?|zwecke?n?)\b"
_PROCESSED_FOR = cue(
    r"{process} … \b(?:uitsluitend|alleen|slechts|enkel|only|solely|exclusively|nur)\b … \b(?:ten behoeve van|om|teneinde|in order to|to|for|voor|um)\b",
    unless=("{instruction}",),
)
_PROCESSED_TO = cue(
    r"(?:\bverwerk\w* (?:de |alle |deze )?(?:\w*gegevens|data) (?:alleen |uitsluitend |slechts )?om\b|\bverwerk\w*\b … \bgegevens\b … \bom (?:\w+ ){1,9}te\b)"
)
_PROCESSED_WITHIN = cue(
    r"\b(?:verwerk\w*|process\w*|verarbeit\w*)\b … \b(?:in het kader van|in the context of|in the course of|im rahmen)\b",
    unless=(r"\b(?:audit|melding|verzoek|dit artikel)\w*\b",),
)
_GENERAL_PURPOSE = cue(
    r"\b(?:uit te voeren|uitvoer\w*|nakom\w*|verlenen|te leveren|levering|invulling|perform\w*|provid\w*|provision|deliver\w*|fulfil\w*|erbringung|erfüllung)\b … \b(?:\w*overeenkomst\w*|dienst\w*|agreement|services?|contract|vertrag\w*|leistung\w*)\b"
)
_OPEN_PURPOSE = cue(
    r"\b(?:in ieder geval|waaronder maar niet beperkt|including but not limited|onder andere|onder meer|insbesondere)\b",
    _PURPOSE,
)
_NO_PURPOSE = (
    "{infringes}",
    "{measures}",
    "{secrecy}",
    r"\b(?:rekening houdend|taking into account|in aanmerking|marketingdoel\w*)\b",
    r"\b(?:niet|geen|not|no|any) (?:\w+ ){0,4}(?:ander\w*|other|own|eigen|enig\w*)\b",
    "{audit}",
    "{liable}",
    "{breach}",
    r"\bvaststel\w*\b",
    r"\bdetermin\w*\b",
    r"\bin (?:de )?bijlage\b",
    r"\bin annex\b",
    # "For the purposes of this clause" says what words mean, not what data are for.
    r"\bpurposes? of (?:these?|this|the (?:standard|clauses?|sccs?|dpa|agreement|addendum)|articles?|clauses?|sections?|annex\w*|appendix|module|executing|table|interpret\w*|complying|calculating)\b",
    r"\b(?:this|these|its|their|own|eigen|PROCESSOR(?:'s)?) (?:\w+ ){0,3}purposes?\b",
    r"\b(?:as|als|in its role as|in its quality as) (?:an? )?(?:\w+ ){0,2}CONTROLLER\b",
    r"\b(?:compatible with|any purpose)\b",
    "SUBPROCESSOR",
)


def nature_and_purpose(text: Text) -> Verdict:
    """Art. 28(3): what is done with the data, and what for."""
    requirement = "nature_and_purpose"
    among = tuple(one for one in text.about(*_WORDS) if not _DEFINES_PROCESSING.search(one.text))
    annexes = tuple(one for one in text.statements if one.part is Part.ANNEX and not one.defines)
    nature = tuple(one for one in dict.fromkeys((*among, *annexes)) if _describes_operations(text, one))
    purposes = tuple(
        one
        for one in among
        if (one.says(_PURPOSE) or _PROCESSED_FOR.meets(one) or _PROCESSED_WITHIN.meets(one) or _PROCESSED_TO.meets(one))
        and not any(one.says(phrase) for phrase in _NO_PURPOSE)
    )
    specific = tuple(one for one in purposes if _is_specific(text, one))
    if not nature and not purposes:
        return missing(text, requirement)
    lacking = []
    if not nature:
        lacking.append("nature")
    if not specific or all(_OPEN_PURPOSE.meets(one) for one in specific):
        lacking.append("purpose")
    return judged(text, requirement, dict.fromkeys((*nature[:1], *(specific or purposes)[:2])), *lacking)


def _describes_operations(text: Text, one: Statement) -> bool:
    if _elsewhere(one):
        return False
    named = {match[0][:6] for match in _OPERATIONS.finditer(one.own)}
    if (
        len(named) >= _COUNTED
        and len(one.own) < 700
        and (one.part is Part.ANNEX or one.says("{process}") or one.says(_DONE_WITH))
    ):
        return not one.says("{measures}")
    if not meeting((one,), *_NATURE) or one.says(r"\b(?:in|zie|see) (?:de )?(?:bijlage|annex|appendix|schedule)\b"):
        return False
    if len(one.own) > _LABEL:
        return not _only_general(_NATURE_LABEL.sub(" ", one.own))
    for other in text.around(one, after=3):
        if _BLANK.search(other.own):
            return False
        if len(other.own) > _SHORT and not _only_general(other.own) and _says_what(other.own):
            return True
    return False


def _says_what(words: str) -> bool:
    """Whether `words` name an operation or a service."""
    return bool(_OPERATIONS.search(words) or _NAMED.search(words))


def _only_general(words: str) -> bool:
    """Whether `words` say no more than that the services are rendered."""
    return (
        bool(_RENDERS.search(words)) and not _OPERATIONS.search(_RENDERS.sub(" ", words)) and not _NAMED.search(words)
    )


def _is_specific(text: Text, one: Statement) -> bool:
    """Whether the purpose says more than that the services are rendered."""
    counts_off = bool(_INTRODUCES.search(one.own))
    introduces = counts_off or len(one.own) < _LABEL or one.own.rstrip().endswith(":") or _heads_a_table(one)
    below = text.around(one, after=5) if counts_off else _below(text, one)
    for other in (one, *(below if introduces else ())):
        without = re.sub(_PURPOSE, " ", other.own)
        if _GENERAL_PURPOSE.meets(other):
            without = _RENDERING.sub(" ", without)
        if _NAMED.search(without) and not _BLANK.search(other.own):
            return True
    return False


_INTRODUCES = re.compile(r"\b(?:volgende|following|te weten|namelijk|namely)\b")
_LABEL = 70
_SHORT = 12
_BLANK = expression(
    r"in te vullen|te vullen door|weghalen wat|to be completed|to be filled|(?:svp|hier|nader|zelf) (?:in ?te ?vullen|invullen)|aankruisen|aanvinken|selecteer|please (?:specify|complete|select)|_{3,}|\.{4,}|…{2,}|☐|□|n\.t\.b\.|auszufüllen|bijv\. "
)
_OPEN = expression(
    r"\bin (?:ieder|elk) geval\b|\bonder (?:andere|meer)\b|\bbijvoorbeeld\b|\bniet beperkt tot\b|\bsoortgelijke\b|\betc\b|\benzovoort|\balle (?:\w+ ){0,3}(?:door|volledig|automatisch)\b|\bsuch as\b|"
    r"\bmay include\b|\bnot limited to\b|\bwithout limitation\b|\bfor example\b|\be\.g\b|\bany (?:other )?(?:personal )?(?:data|information)\b|\bother (?:personal )?(?:data|information)\b|\ball (?:categories|types|kinds)\b|\bany (?:natural )?persons?\b|\bany other (?:natural )?(?:person|individual)s?\b|\balle (?:categorieën|soorten|kategorien|arten)\b|\b(?:at|in) (?:its|CONTROLLER|the) (?:sole )?discretion\b|"
    r"\bsole discretion\b|\bdetermined (?:and controlled )?(?:solely )?by\b|\bback-?up-? ?bestanden\b|\binhoud (?:van )?(?:\w+ )?(?:back|mail|gesynchron)|\bzoals onder\b|\bwaaronder\b|\bkan (?:onder|zijn)\b|"
    r"\bkunnen (?:onder|zijn|betreffen)\b|\binsbesondere\b|\bcontent (?:that|uploaded|of)\b|\bincluded in the (?:content|services)\b|\bafhankelijk van\b|\bdepend\w* on\b|\bz\.b\.|\bmeest voorkomende\b|\boverige (?:persoons)?gegevens\b"
)  # fmt: skip
_KINDS = expression(
    r"\b(?:naam|namen?|voornaa?m\w*|voorletters|naw\w*|e-?mail ?-?adres\w*|emailadres\w*|e-?mails?|adres\w*|telefoon\w*|geboorte\w*|geslacht|bsn\w*|burgerservice\w*|iban|bankrekening\w*|rekeningnummer\w*|"
    r"ip-?(?:nummer|adres)\w*|inlog\w*|wachtwoord\w*|gebruikersna\w*|contactgegevens|identiteitsbewij\w*|id bewij\w*|foto\w*|pasfoto\w*|locatie\w*|salaris\w*|financiële gegevens|betaalgegevens|gezondheid\w*|medische|"
    r"functie\w*|personeelsnummer\w*|kenteken\w*|loggegevens|logbestanden|cookies?|mac-?adres|imei\w*|simkaart\w*|gebruikersprofiel\w*|call detail|adresgegevens|identificatiegegevens|klantnummer\w*|"
    r"names?|addresses|address|e-?mail address\w*|phone\w*|telephone|date of birth|birth|gender|bank\w*|account\w* (?:data|details|number\w*)|ip[- ]address\w*|log-?in\w*|password\w*|user ?names?|contact (?:data|details|information)|"
    r"photo\w*|images?|location|salary|payment\w*|health|medical|job title\w*|position|employee number|device\w*|usage data|identif\w+|billing|credentials|social security|passport|kontaktdaten|vorname|anschrift|geburts\w*|"
    r"leerling\w*|studieresultaten|cijfers|factuurgegevens|facturatie\w*|bestelgegevens|cv'?s?|curriculum|nationaliteit\w*|communicatiegegevens|transactiegegevens)\b"
)  # fmt: skip
_TYPES_LABEL = expression(
    r"^\W*(?:[\d.]+ |[a-z][.)] )?(?:(?:persoons)?gegevens|(?:personal )?data):|\bgegevens van [^:;.]{3,60}:|gaat om (?:deze|de volgende) (?:persoons)?gegevens|(?:soort\w*|categorie\w*|type\w*|welke|volgende|aard van de|specificat\w*)(?: \w+){0,3} (?:persoons)?gegevens|persoonsgegevens(?: categorie|:)|^\W*(?:[\d.]+ |[a-z]\. )?(?:\w+ ){0,2}persoonsgegevens\W*$|^\W*(?:[\d.]+ )?persoonsgegevens\b.{0,60}:\W*$|categor(?:y|ies) of (?:\w+ ){0,3}(?:personal )?data\b(?! subject)|types? of (?:\w+ ){0,3}(?:personal )?(?:data|information)|personal data (?:types|categories|transferred)|art(?:en)? der (?:personenbezogenen )?daten|kategorien (?:der )?(?:personenbezogener? )?daten"
)
_PEOPLE = expression(
    r"\b(?:klanten|medewerk\w*|werknem\w*|chauffeurs?|ontvangers?|gasten|passagiers|reizigers|verzekerden|cursisten|donateurs?|spelers|drivers?|passengers?|donors?|travell?ers?|personeel\w*|gebruikers?|leveranciers?|sollicitant\w*|patiënt\w*|cliënt\w*|leerling\w*|student\w*|ouders?|docent\w*|leraar|leraren|bezoekers?|websitebezoek\w*|relaties|"
    r"contactperso\w*|prospects?|abonne\w*|leden|huurders?|bewoners?|inwoners?|burgers|aanvragers?|eindgebruik\w*|debiteur\w*|crediteur\w*|deelnemers?|kandidaten|personen die|opdrachtgevers|accounthouders|bestuurders|vrijwilligers|CONTROLLER|"
    r"customers?|employees?|staff|personnel|users?|suppliers?|vendors?|contractors?|applicants?|candidates?|patients?|students?|pupils?|parents?|teachers?|visitors?|contacts?|subscribers?|members?|tenants?|citizens?|residents?|"
    r"individuals|recipients?|clients?|consumers?|guests?|kunden|beschäftigte\w*|mitarbeit\w*|nutzer|lieferanten|bewerber\w*|interessenten|ansprechpartner)\b"
)  # fmt: skip
_PEOPLE_LABEL = expression(
    r"\bgegevens van [^:;.]{3,60}:|\bprocesses (?:\w+[ ,]+){1,8}of (?:customers|employees|users|patients|students|members)\b|(?:gaat |en )?om (?:deze|de volgende) (?:mensen|personen)|categorie\w* (?:van )?(?:de )?betrokkenen|betrokkenen?,? (?:categorie|\()|betrokkenen categorie|soort\w* betrokkenen?|type\w* betrokkenen?|groepen betrokkenen|betrokkenen(?: zijn| betreffen)?:?\s*$|betrokkenen:|^\W*(?:[a-z\d]{1,2}[.)] )?(?:van|over) wie\W*$|^\W*whose data\W*$|categor(?:y|ies) of (?:the )?data subjects?|(?:categor(?:y|ies)|groups?|types?) of (?:\w+ ){0,2}(?:data subjects?|individuals|persons|people)\b|data subjects?(?: categories| purpose| nature|:| whose| include| are|\s*$)|types? of data subjects?|kategorien (?:der )?betroffene\w*|betroffene personen|personen (?:waarop|van wie|op wie|wiens)"
)
_AFTER = 16
_WIDEST_HEAD = 16
_LISTED = 4
_DATA_COLUMN = expression(r"\b(?:persoonsgegevens|gegevens|personal data|data(?! subject)|informatie)\b")
_PEOPLE_COLUMN = expression(r"\b(?:betrokkenen?|data subjects?|personen|people|individuals)\b")
_TOPIC = expression(
    r"\b(?:dienst\w*|services?|gegevens|categor\w+|soorten?|types?|activiteit\w*|verwerking\w*|processing|data|subjects?|betrokkenen?|persoonsgegevens|bewaartermijn\w*|sub-?verwerkers?|SUBPROCESSOR|doel\w*|aard|maatregelen|contactgegevens|duur|data subjects?|personal data|retention|purposes?|nature|duration|measures)\b"
)
_TITLE = expression(
    r"\bdata processing (?:agreement|addendum|terms|amendment|annex)\b|\b(?:verwerking\w*|verwerkers)overeenkomst\w*"
)
_OF_SUBS = re.compile(r"SUBPROCESSOR|subproc|sub-proc|subverw|sub-verw|subcontract|unterauftr|subuntern|ulterieur")
_OF_DATA = re.compile(r"\bdata\b|gegevens|processing|verwerking|daten|verarbeitung|traitement")
_IS_ITEM = re.compile(r"^(?:[-•●○▪■◦‣·o−–]|[a-z]{1,3}[.)]|\d{1,2}[.)])\s")
_OTHER_HEADINGS = (
    "maatregel",
    "beveilig",
    "security",
    "measures",
    "lek",
    "inbreuk",
    "breach",
    "incident",
    "audit",
    "verzoek",
    "rechten",
    "rights",
)


def data_types(text: Text) -> Verdict:
    """Art. 28(3): the kinds of personal data, named and filled in."""
    return _named(text, "data_types", _TYPES_LABEL, _KINDS)


def data_subject_categories(text: Text) -> Verdict:
    """Art. 28(3): the groups of people whose data are processed, named and filled in."""
    return _named(text, "data_subject_categories", _PEOPLE_LABEL, _PEOPLE)


def _named(text: Text, requirement: str, label: re.Pattern[str], kinds: re.Pattern[str]) -> Verdict:
    """What stands under or beside a label: named, left open, left blank, or nowhere."""
    among = tuple(one for one in _after_the_parties(text) if not one.defines and not _elsewhere(one))
    heads = tuple(one for one in among if _heads_a_column(one, label))
    labels = tuple(one for one in among if label.search(one.text) or one in heads)
    # What completes a label has the label before it, and nothing below.
    region = tuple(
        dict.fromkeys(
            o for one in labels for o in (one, *(_below(text, one) if one in heads or label.search(one.own) else ()))
        )
    )
    named = tuple(one for one in region if one not in heads and kinds.search(label.sub(" ", one.own)))
    if any(one.part is Part.ANNEX for one in named):
        labels, named, region = (
            tuple(one for one in ones if one.part is Part.ANNEX) for ones in (labels, named, region)
        )
    if not named:
        named = tuple(one for one in among if _lists(one, kinds))
        region = (*labels, *named)
    if not named:
        passing = tuple(one for one in among if one.part is Part.ANNEX and len(_distinct(one, kinds)) > 1)
        pointing = tuple(one for one in labels if one.says("{elsewhere}"))
        if pointing and not passing:
            return elsewhere(text, requirement, pointing)
        if labels or passing:
            blank = any(_BLANK.search(one.own) for one in region)
            return partial(text, requirement, (*labels[:1], *passing[:2]), "filled_in" if blank else "named")
        return missing(text, requirement)
    near = {one for one in region if one in named or one in labels}
    lacking = []
    if any(_BLANK.search(one.text) for one in region if one.part is not Part.SIGNATURES):
        lacking.append("filled_in")
    if any(_OPEN.search(one.text) for one in near):
        lacking.append("closed")
    return judged(text, requirement, dict.fromkeys((*labels[:1], *named[:3])), *lacking)


def _after_the_parties(text: Text) -> tuple[Statement, ...]:
    """The statements without the preamble, which names the parties; all of them where nothing else could be told apart."""
    after = tuple(one for one in text.statements if one.part is not Part.PREAMBLE)
    return after or text.statements


def _heads_a_column(one: Statement, label: re.Pattern[str]) -> bool:
    """Whether `one` is the head of a table that has a column for what `label` announces."""
    words = _TITLE.sub(" ", one.own).split()
    topics = sum(bool(_TOPIC.match(word)) for word in words)
    column = _DATA_COLUMN if label is _TYPES_LABEL else _PEOPLE_COLUMN
    return topics >= 2 and len(words) <= _WIDEST_HEAD and 2 * topics >= len(words) and bool(column.search(one.own))


def _heads_a_table(one: Statement) -> bool:
    """Whether `one` is little but the names of columns: "data subjects, purpose, nature, retention"."""
    words = one.own.split()
    topics = sum(bool(_TOPIC.match(word)) for word in words)
    return topics >= _LISTED and len(words) <= _WIDEST_HEAD and 2 * topics >= len(words)


def _lists(one: Statement, kinds: re.Pattern[str]) -> bool:
    """Whether `one` says which data are processed, or whose, without any label."""
    if one.part in (Part.PREAMBLE, Part.SIGNATURES):
        return False
    return len(_distinct(one, kinds)) >= _LISTED and (
        one.part is Part.ANNEX or one.says("{process}") or "betreft" in one.own
    )


def _distinct(one: Statement, kinds: re.Pattern[str]) -> set[str]:
    return {match[0] for match in kinds.finditer(one.own)} - {"CONTROLLER"}


def _below(text: Text, one: Statement) -> tuple[Statement, ...]:
    """What stands below a label, up to the next one; nothing where it only points elsewhere."""
    if one.part is not Part.ANNEX and len(one.own) > _LABEL and not one.own.rstrip().endswith(":"):
        return ()
    found: list[Statement] = []
    short = 0
    for other in text.around(one, after=_AFTER):
        # A run of short lines is the head of a table that lost its columns, a single one the next label.
        if (
            len(other.own) < _LABEL
            and _TOPIC.search(other.own)
            and (not _IS_ITEM.match(other.own) or _IS_ITEM.match(one.own) or other.own.rstrip().endswith(":"))
            and found
            and (not short or other.own.rstrip().endswith(":"))
        ):
            break
        short = short + 1 if len(other.own) < _LABEL and not _IS_ITEM.match(other.own) else 0
        if not _elsewhere(other):
            found.append(other)
    return tuple(found)


def _elsewhere(one: Statement) -> bool:
    if any(word in one.heading for word in _OTHER_HEADINGS):
        return True
    if _OF_SUBS.search(one.heading) and not _OF_DATA.search(_OF_SUBS.sub(" ", one.heading)):
        return True
    return one.says(r"\b(?:\w*lek\w*|inbreuk\w*|breach\w*|incident\w*|audit\w*)\b")
