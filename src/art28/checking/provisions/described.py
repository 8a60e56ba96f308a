"""Text -> verdicts on what the agreement must describe: data, people (Art. 28(3))."""

import re

from art28.checking.judging import Judgement, elsewhere, judged, missing, partial
from art28.checking.words.labels import (
    AT_THE_START,
    BLANK,
    FAR_BELOW,
    IS_ITEM,
    LABEL,
    LISTED,
    ON_BREACHES,
    TOPIC,
    WIDEST_HEAD,
    below,
    speaks_of_something_else,
)
from art28.checking.words.phrases import expression
from art28.checking.words.remembering import of_words
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned
from art28.document.outline import Part

_OPEN = expression(
    r"\bin (?:ieder|elk) geval\b|\b(?:whatever|usually|typically|meestal|doorgaans|gewoonlijk|in der regel|généralement)\b|\bwat CONTROLLER (?:\w+ ){0,3}(?:vraagt|invoert|invult|uploadt)\b|\bonder (?:andere|meer)\b|\bbijvoorbeeld\b|\bniet beperkt tot\b|\bsoortgelijke\b|\betc\b|\benzovoort|\balle (?:\w+ ){0,3}(?:door|volledig|automatisch)\b|\bsuch as\b|"
    r"\bmay include\b|\bnot limited to\b|\bwithout limitation\b|\bfor example\b|\be\.g\b|\bany (?:other )?(?:personal )?(?:data|information)\b|\bother (?:personal )?(?:data|information)\b|\ball (?:categories|types|kinds)\b|\bany (?:natural )?persons?\b|\bany other (?:natural )?(?:person|individual)s?\b|\balle (?:categorieën|soorten|kategorien|arten)\b|\b(?:at|in) (?:its|CONTROLLER|the) (?:sole )?discretion\b|"
    r"\bsole discretion\b|\bdetermined (?:and controlled )?(?:solely )?by\b|\b(?:déterminée?s?|définie?s?|choisie?s?) par\b|\bbestimmt (?:\w+ ){0,3}CONTROLLER|\bback-?up-? ?bestanden\b|\binhoud (?:van )?(?:\w+ )?(?:back|mail|gesynchron)|\bzoals onder\b|\bwaaronder\b|\bkan (?:onder|zijn)\b|"
    r"\bkunnen (?:onder|zijn|betreffen)\b|\binsbesondere\b|\bcontent (?:that|uploaded|of (?!(?:\w+ ){0,2}(?:messages?|e-?mails?|tickets?|calls?|chats?|conversations?|letters?|correspondence|documents?|attachments?|notes?|files?)\b))|\bincluded in the (?:content|services)\b|\bafhankelijk van\b|\bdepend\w* on\b|\bz\.b\.|\b(?:personen|individuen|individuals|persons|people) (?:over wie|van wie|wier|wiens|about whom|whose)\b.{0,80}\b(?:verstrekt|ingevoerd|geüpload|aangeleverd|provided|submitted|uploaded|entered)\b|\bin het bijzonder\b|\bmet name\b|\bin particular\b|\bnotably\b|\bo\.a\b|\balle soorten\b|\ball (?:kinds|types) of\b|\bmeest voorkomende\b|\boverige (?:persoons)?gegevens\b"
)  # fmt: skip
_KINDS = expression(
    r"\b(?:naam|namen?|voornaa?m\w*|voorletters|naw\w*|e-?mail ?-?adres\w*|emailadres\w*|e-?mails?|adres\w*|telefoon\w*|geboorte\w*|geslacht|bsn\w*|burgerservice\w*|iban|bankrekening\w*|rekeningnummer\w*|"
    r"ip-?(?:nummer|adres)\w*|inlog\w*|wachtwoord\w*|gebruikersna\w*|contactgegevens|identiteitsbewij\w*|id bewij\w*|foto\w*|pasfoto\w*|locatie\w*|salaris\w*|financiële gegevens|betaalgegevens|gezondheid\w*|medische|"
    r"functie\w*|personeelsnummer\w*|kenteken\w*|loggegevens|logbestanden|cookies?|mac-?adres|imei\w*|simkaart\w*|gebruikersprofiel\w*|call detail|adresgegevens|identificatiegegevens|klantnummer\w*|"
    r"names?|addresses|address|e-?mail address\w*|phone\w*|telephone|date of birth|birth|gender|bank\w*|account\w* (?:data|details|number\w*)|ip[- ]address\w*|log-?in\w*|password\w*|user ?names?|contact (?:data|details|information)|"
    r"photo\w*|images?|location|salary|payment\w*|health|medical|job title\w*|position|employee number|device\w*|usage data|identif\w+|billing|credentials|social security|passport|kontaktdaten|nom|prénom|adresse\w*|coordonnées|téléphone|courriel|numéro\w*|vorname|identité|photo\w*|identifiants?|santé|anschrift|geburts\w*|naissance|compétences|expériences?|salaires?|rémunération|"
    r"leerling\w*|studieresultaten|cijfers|factuurgegevens|facturatie\w*|bestelgegevens|cv'?s?|curriculum|nationaliteit\w*|communicatiegegevens|transactiegegevens)\b"
)  # fmt: skip
_TYPES_LABEL = expression(
    r"^\W*(?:[\d.]+ |[a-z][.)] )?(?:(?:persoons)?gegevens|(?:personal )?data|données(?: personnelles| traitées| à caractère personnel)? ?|(?:personenbezogene )?daten):|\b(?:the|de|les|die) (?:(?:personal |persoons)?(?:data|gegevens)|(?:personenbezogenen )?daten|données(?: personnelles| à caractère personnel)?) (?:are|zijn|sind|sont)(?= (?:[\w'-]+ ){0,3}(?:names?|addresses|contact|identity|namen?|naam|naw\w*|adres\w*|\w*gegevens|\w+daten|noms?|prénoms?|adresses?|coordonnées)\b)|\bgegevens van [^:;.]{3,60}:|gaat om (?:deze|de volgende) (?:persoons)?gegevens|(?:soort\w*|categorie\w*|type\w*|welke|volgende|aard van de|specificat\w*)(?: \w+){0,3} (?:persoons)?gegevens|persoonsgegevens(?: categorie|:)|^\W*(?:[\d.]+ |[a-z]\. )?(?:\w+ ){0,2}persoonsgegevens\W*$|^\W*(?:[\d.]+ )?persoonsgegevens\b.{0,60}:\W*$|categor(?:y|ies) of (?:\w+ ){0,3}(?:personal )?data\b(?! subject)|types? of (?:\w+ ){0,3}(?:personal )?(?:data|information)|personal data (?:types|categories|transferred)|art(?:en)? der (?:personenbezogenen )?daten|\bdaten(?:kategorien|arten)\b|(?:catégories|types?|nature) (?:de |des )(?:\w+ ){0,2}données|données (?:\w+ ){0,4}traitées|\bverarbeitet werden(?= (?!nur |ausschließlich |dürfen |können )[^.;]{3,200},)|kategorien (?:der )?(?:personenbezogener? )?daten"
)
_PEOPLE = expression(
    r"\b(?:klanten|partners?|gezinsleden|familieleden|nabestaanden|medewerk\w*|\w+plichtigen|werknem\w*|chauffeurs?|ontvangers?|gasten|passagiers|reizigers|verzekerden|cursisten|donateurs?|spelers|drivers?|passengers?|donors?|travell?ers?|personeel\w*|gebruikers?|leveranciers?|sollicitant\w*|patiënt\w*|cliënt\w*|leerling\w*|student\w*|ouders?|docent\w*|leraar|leraren|bezoekers?|websitebezoek\w*|relaties|"
    r"contactperso\w*|prospects?|abonne\w*|leden|huurders?|bewoners?|inwoners?|burgers|aanvragers?|eindgebruik\w*|debiteur\w*|crediteur\w*|deelnemers?|kandidaten|personen die|opdrachtgevers|accounthouders|bestuurders|vrijwilligers|CONTROLLER|"
    r"customers?|employees?|workers?|staff|personnel|users?|suppliers?|vendors?|contractors?|applicants?|candidates?|patients?|students?|pupils?|parents?|teachers?|visitors?|contacts?|subscribers?|members?|tenants?|citizens?|residents?|"
    r"individuals|recipients?|clients?|consumers?|guests?|kunden|clients?|patients?|prospects|beschäftigte\w*|salariés?|employés|candidats?|mitarbeit\w*|collaborateurs|nutzer|utilisateurs?|lieferanten|fournisseurs|bewerber\w*|visiteurs|adhérents|interessenten|abonnés|élèves|étudiants|ansprechpartner)\b"
)  # fmt: skip
_PEOPLE_LABEL = expression(
    r"\b(?:the|de|les|die) (?:personal |persoons)?(?:data|gegevens) (?:are|zijn)(?= (?:CONTROLLER )?(?:\w+ ){1,3}(?:names|namen)\b)|\bgegevens van [^:;.]{3,60}:|\bprocesses (?:\w+[ ,]+){1,8}of (?:customers|employees|users|patients|students|members)\b|(?:gaat |en )?om (?:deze|de volgende) (?:mensen|personen)|categorie\w* (?:van )?(?:de )?betrokkenen|betrokkenen?,? (?:categorie|\()|betrokkenen categorie|soort\w* betrokkenen?|type\w* betrokkenen?|groepen betrokkenen|betrokkenen(?: zijn| betreffen)?:?\s*$|betrokkenen:|^\W*(?:[a-z\d]{1,2}[.)] )?(?:van|over) wie\W*$|^\W*(?:van|over) wie\b.{0,40}:|^\W*whose data\W*$|^\W*(?:[a-z\d]{1,2}[.)] )?(?!(?:personal )?data|records?|systems?|files?)(?:[\w-]+ ){1,2}(?:concerned|affected):|^\W*(?:[a-z\d]{1,2}[.)] )?(?:de )?betrokken (?!\w*gegevens|systemen|partijen|bestanden)\w+:|categor(?:y|ies) of (?:the )?data subjects?|(?:categor(?:y|ies)|groups?|types?) of (?:\w+ ){0,2}(?:data subjects?|individuals|persons|people)\b|data subjects?(?: categories| purpose| nature|:| whose| include| are|\s*$)|types? of data subjects?|kategorien (?:der |von )?betroffene\w*|betroffene\w* (?:personen(?:gruppen|kreis)?|personenkategorien)|personnes concernées|catégories de personnes|(?:they|these|the (?:personal )?data) (?:relate to|concern)\b|(?:ils|elles|les données) concernent|(?:sie|die daten) (?:betreffen|beziehen sich auf)|(?:zij|deze|de gegevens) (?:betreffen|gaan over)|betroffene personen|\bbetroffen sind\b(?! nicht)|\bbetroffene sind\b|personen (?:waarop|van wie|op wie|wiens)"
)
# "Should a customer enter sensitive data, such as …": what may happen opens no list.
_IN_CASE = expression(AT_THE_START + r"(?:si|if|should|wenn|falls|sofern|indien|mocht\w*|wanneer|lorsqu\w*)\b")
_ON_RECORDS = expression(
    r"\b(?:maintain|keep|collect and maintain|houdt|bijhoud\w*|bij te houden|führt|führen|tient|tenir)\b.{0,60}\b(?:records?|register|verzeichnis\w*|registre)\b"
)
_ON_RIGHTS = expression(
    r"\b(?:rechten van|verzoek(?:en)? van|vragen van|rights of|requests? (?:of|from|by)|rechte der) (?:de |the |een )?(?:betrokkene\w*|data subjects?|betroffene\w*)\b"
)
_A_DATA_SUBJECT = expression(AT_THE_START + r"(?:betrokkene|data ?subject|betroffene)")
_DATA_COLUMN = expression(r"\b(?:persoonsgegevens|gegevens|personal data|data(?! subject)|informatie)\b")
_PROCESSES = expression(r"\b(?:verwerk(?:t|en)|bewerk(?:t|en)|processes)\b(?P<what>.{0,80})")
_PEOPLE_COLUMN = expression(r"\b(?:betrokkenen?|data subjects?|personen|people|individuals)\b")
_TITLE = expression(
    r"\bdata processing (?:agreement|addendum|terms|amendment|annex)\b|\b(?:verwerking\w*|verwerkers)overeenkomst\w*"
)


def data_types(text: Questioned) -> Judgement:
    """Art. 28(3): the kinds of personal data, named and filled in."""
    return _named(text, "data_types", _TYPES_LABEL, _KINDS)


def data_subject_categories(text: Questioned) -> Judgement:
    """Art. 28(3): the groups of people whose data are processed, named and filled in."""
    return _named(text, "data_subject_categories", _PEOPLE_LABEL, _PEOPLE)


def _named(text: Questioned, requirement: str, label: re.Pattern[str], kinds: re.Pattern[str]) -> Judgement:
    """What stands under or beside a label: named, left open, left blank, or nowhere."""
    behind = bool(text.where(_is_after_the_parties, most=1))
    heads = text.where(_is_head, label, behind)
    labels = text.where(_is_label, label, behind)
    # What completes a label has the label before it, and nothing below.
    region = tuple(
        dict.fromkeys(o for one in labels for o in (one, *(below(text, one) if one in heads or one.has(label) else ())))
    )
    named = tuple(one for one in region if one not in heads and _names(one, label, kinds))
    if any(one.part is Part.ANNEX for one in named):
        labels, named, region = (
            tuple(one for one in ones if one.part is Part.ANNEX) for ones in (labels, named, region)
        )
    if not named:
        named = _announced(text, text.where(_announces, label, behind), kinds)
        region = (*labels, *named)
    if not named:
        named = text.where(_is_list, label, behind, kinds) or _defined(text, label, kinds)
        region = (*labels, *named)
    if not named:
        passing = text.where(_names_in_passing, label, behind, kinds)
        pointing = tuple(one for one in labels if one.says("{elsewhere}"))
        if pointing and not passing:
            return elsewhere(requirement, pointing)
        if labels or passing:
            blank = any(one.has(BLANK) for one in region)
            return partial(requirement, (*labels[:1], *passing[:2]), "filled_in" if blank else "named")
        return missing(requirement)
    near = {one for one in region if one in named or one in labels}
    lacking = []
    if any(one.holds(BLANK) for one in region if one.part is not Part.SIGNATURES):
        lacking.append("filled_in")
    if any(one.holds(_OPEN) and not one.holds(_IN_CASE) for one in near):
        lacking.append("closed")
    return judged(requirement, dict.fromkeys((*labels[:1], *named[:3])), *lacking)


def _announced(text: Questioned, among: tuple[Statement, ...], kinds: re.Pattern[str]) -> tuple[Statement, ...]:
    """The items of a list that "we process for you:" announces, where several of them name something."""
    for one in among:
        if IS_ITEM.match(_after(text, one)):
            items = [
                other
                for other in text.around(one, after=FAR_BELOW)
                if other.own_at and other.index > one.index and kinds.search(other.own)
            ]
            if len(items) > 1:
                return (one, *items)
    return ()


def _after(text: Questioned, one: Statement) -> str:
    following = text.around(one, after=1)
    return following[-1].own if following else ""


def _defined(text: Questioned, label: re.Pattern[str], kinds: re.Pattern[str]) -> tuple[Statement, ...]:
    """The definition of a data subject that says which people they are."""
    if label is not _PEOPLE_LABEL:
        return ()
    return text.where(_defines_people, kinds)


def _defines_people(one: Statement, kinds: re.Pattern[str]) -> bool:
    return one.defines and one.has(_A_DATA_SUBJECT) and bool(_distinct(one, kinds))


def _is_after_the_parties(one: Statement) -> bool:
    return one.part is not Part.PREAMBLE


def _may_say(one: Statement, label: re.Pattern[str], behind: bool) -> bool:  # noqa: FBT001 - a question's own
    """Whether `one` may say what is processed: not in the preamble, which names the parties, where there is text `behind` it."""
    return not (behind and one.part is Part.PREAMBLE) and _belongs(one, label) and not one.holds(_ON_RIGHTS)


def _is_head(one: Statement, label: re.Pattern[str], behind: bool) -> bool:  # noqa: FBT001
    return _heads_a_column(one, label) and _may_say(one, label, behind)


def _is_label(one: Statement, label: re.Pattern[str], behind: bool) -> bool:  # noqa: FBT001
    return (one.holds(label) or _heads_a_column(one, label)) and _may_say(one, label, behind)


def _announces(one: Statement, label: re.Pattern[str], behind: bool) -> bool:  # noqa: FBT001
    return one.own.rstrip().endswith(":") and one.says("{process}") and _may_say(one, label, behind)


def _is_list(one: Statement, label: re.Pattern[str], behind: bool, kinds: re.Pattern[str]) -> bool:  # noqa: FBT001
    return _may_say(one, label, behind) and _lists(one, kinds)


def _names_in_passing(one: Statement, label: re.Pattern[str], behind: bool, kinds: re.Pattern[str]) -> bool:  # noqa: FBT001
    return one.part is Part.ANNEX and _distinct(one, kinds) > 1 and _may_say(one, label, behind)


@of_words
def _heads_a_column(one: Statement, label: re.Pattern[str]) -> bool:
    """Whether `one` is the head of a table that has a column for what `label` announces."""
    column = _DATA_COLUMN if label is _TYPES_LABEL else _PEOPLE_COLUMN
    if not one.has(column):
        return False
    words = _TITLE.sub(" ", one.own).split()
    if len(words) > WIDEST_HEAD:
        return False
    topics = sum(bool(TOPIC.match(word)) for word in words)
    return topics >= 2 and 2 * topics >= len(words)


# "The data stay the customer's": to whom they belong, not about whom they are.
_BELONGS = expression(
    r"\b(?:stays?|remains?|belongs?|is|are|blij(?:ft|ven)|zijn|bleib(?:t|en)|gehört|gehören|rest(?:e|ent)|appart\w*) (?:and (?:stays?|remains?) |en blij(?:ft|ven) )?(?:to |van |bij |the property of |eigendom van |à |au )?CONTROLLER\b"
)
# "Employees of the customer: name, hours, absences", under "Data and people": whose data stand before the colon, which behind it.
_DATA_AND_PEOPLE = expression(
    r"\bdonnées (?:et|,) (?:les )?personnes\b|\b(?:persoons)?gegevens en (?:de )?(?:betrokkenen|personen)\b|"
    r"\bdaten und (?:betroffene|personen)\b|\bdata and (?:data subjects|people|individuals)\b"
)
_ROW = re.compile(r"^(?P<whose>[^:;]{3,120}):(?P<which>[^:]{10,})$")


def _in_a_row(one: Statement, kinds: re.Pattern[str]) -> bool:
    row = _ROW.match(one.own) if _DATA_AND_PEOPLE.search(one.heading) else None
    return row is not None and kinds.search(row["which" if kinds is _KINDS else "whose"]) is not None


def _lists(one: Statement, kinds: re.Pattern[str]) -> bool:
    """Whether `one` says which data are processed, or whose, without any label."""
    if one.part in (Part.PREAMBLE, Part.SIGNATURES):
        return False
    if _in_a_row(one, kinds):
        return True
    if one.part is not Part.ANNEX and _distinct(one, kinds) > 1 and _names_after_processing(one, kinds):
        return True
    if _tells(one, kinds) and "contact" not in one.heading:
        return True
    return _distinct(one, kinds) >= LISTED and (one.part is Part.ANNEX or one.says("{process}") or "betreft" in one.own)


# "It is about data of pupils, their parents and teachers"; "names, addresses and results are kept in it".
_TELLS_WHOSE = expression(
    r"\b(?:\w*gegevens|data|daten|données)\b.{0,40}\b(?:hebben betrekking op|betreffen|gaan over|relate to|concern|beziehen sich auf|concernent|portent sur) |\b(?:gaat (?:\w+ ){0,3}om|betreft|betreffen|verwerk(?:t|en)|process(?:es)?|concerns?|relates? to|betrifft|verarbeitet|concerne\w*|traite)\b.{0,60}?\b(?:\w*gegevens|data|daten|données)\b(?: à caractère personnel| personnelles)? (?:van|over|of|about|von|der|des|de|d') |\b(?:worden|wordt|are|werden|sont) (?:hierbij |daarbij )?(?:van|of|von|de|des) .{3,80}\b(?:\w*gegevens|data|daten|données)\b"
)
_TELLS_WHICH = expression(
    r"\b(?:worden|wordt|are|is|werden|sont) .{0,160}?\b(?:vastgelegd|opgeslagen|bewaard|verwerkt|geregistreerd|bijgehouden|stored|recorded|processed|kept|held|gespeichert|erfasst|verarbeitet|enregistrée?s|traitée?s|conservée?s)\b|\b(?:verarbeitet|gespeichert|erfasst) werden\b|\b(?:contains?|bevat(?:ten)?|enth(?:ält|alten)|contien(?:t|nent)) "
)
# "Names, addresses and meter numbers of customers are processed."
_THEIRS = expression(rf"\b(?:van|of|von|der|des|d[eu]) (?:\w+ ){{0,2}}{_PEOPLE.pattern}")
_IT_IS = expression(r"\b(?:het (?:betreft|gaat om)|these are|it concerns|es handelt sich um|il s'agit de)\b")
_TOLD_WHICH = 3


@of_words
def _tells(one: Statement, kinds: re.Pattern[str]) -> bool:
    """Whether `one` says in a sentence whose data are processed, or which, by naming several."""
    if kinds is _KINDS:
        return _distinct(one, kinds) >= _TOLD_WHICH and one.has(_TELLS_WHICH)
    if _distinct(one, _KINDS) >= _TOLD_WHICH and (one.has(_TELLS_WHICH) or one.has(_IT_IS)) and one.has(_THEIRS):
        return True
    return _distinct(one, kinds) > 1 and one.has(_TELLS_WHOSE)


def _after_processing(one: Statement) -> str:
    """The words right behind "PROCESSOR processes": names and addresses of tenants, say."""
    match = _PROCESSES.search(one.own)
    return match["what"] if match and not one.says(r"\b(?:beveilig\w*|bescherm\w*|secur\w*|protect\w*)\b") else ""


@of_words
def _names_after_processing(one: Statement, kinds: re.Pattern[str]) -> bool:
    return kinds.search(_after_processing(one)) is not None


@of_words
def _names(one: Statement, label: re.Pattern[str], kinds: re.Pattern[str]) -> bool:
    """Whether `one` names some of `kinds` besides its label."""
    own = _BELONGS.sub(" ", one.own) if kinds is _PEOPLE and one.has(_BELONGS) else one.own
    return kinds.search(label.sub(" ", own) if one.has(label) else own) is not None


@of_words
def _distinct(one: Statement, kinds: re.Pattern[str]) -> int:
    """How many of `kinds` it names, the controller itself left out."""
    return len({match[0] for match in kinds.finditer(one.own)} - {"CONTROLLER"}) if one.has(kinds) else 0


def _belongs(one: Statement, label: re.Pattern[str]) -> bool:
    """Whether `one` may say what is processed: not where it speaks of something else, save that its own label announces it."""
    if one.defines or one.holds(_ON_RECORDS):
        return False
    return not speaks_of_something_else(one) or _opens_with(one, label)


_BREACHES = (
    "lek",
    "inbreuk",
    "misgaat",
    "mis gaat",
    "fout gaat",
    "goes wrong",
    "breach",
    "incident",
    "verletzung",
    "violation",
)


def _opens_with(one: Statement, label: re.Pattern[str]) -> bool:
    if any(word in one.heading for word in _BREACHES):
        return False
    return one.own_at == 0 and label.search(one.own[:LABEL]) is not None and not one.says(ON_BREACHES)
