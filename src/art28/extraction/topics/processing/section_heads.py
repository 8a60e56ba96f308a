"""Line -> the topic of the list that it announces: the data, the people or the purposes of the processing.

A line announces by its heading, by a lead-in, by a label or within its own words.
"""

import re
from dataclasses import dataclass

from art28.agreement.passages import ReadingLine
from art28.document.outline import Part
from art28.extraction.layout.tables import cells_of
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.topics.processing.listing import aims, doings, listed
from art28.extraction.words.search import AnyCase, word_set

_I = re.IGNORECASE
TOPICS = (
    ("purposes", AnyCase(
                        r"\b(?:verwerkings)?doel(?:en|einden?|eindes|stelling(?:en)?)?\b|\bpurposes?\b|\bzwecke?\b|"
                        r"\bfinalités?\b")),
    ("data_subjects", AnyCase(
                        r"\bbetrokkenen?\b|\bdoelgroep(?:en)?\b|\bdata ?subjects?\b|\bbetroffene\w*|personnes concernées|"
                        r"\bbetroffen sind\b|\bcatégories de personnes\b|\b(?:categories|kinds|types|groups) of (?:people|persons)\b|\bpersonenkreis\b|\bpersonen\b(?= (?:op wie|waarop|van wie|wier|over wie))|individuals")),
    ("data_categories", AnyCase(
                        r"\bpersoonsgegevens\b|\bpersonal ?data\b|customer (?:personal )?data|\bgegevens\b|"
                        r"personenbezogen\w* daten|datenkategorien|datenarten|\b(?:art(?:en)?|kategorien) (?:der|von) daten|(?:catégories|types) de données|"
                        r"\bdonnées (?:traitées|personnelles|collectées|concernées|à caractère personnel)|"
                        r"\bdata\b(?! ?subject)")),
)  # fmt: skip
HEADING_WORDS = word_set(
    """
    aard doel doelen doeleinde doeleinden verwerkingsdoel verwerkingsdoelen verwerkingsdoeleinden doelstelling doelstellingen van de het een der en of te in bij
    verwerking verwerkingen verwerken gegevensverwerking informatieverwerking soort soorten type types typen categorie categorieën categorieen groepen groep doelgroep doelgroepen
    betrokkene betrokkenen persoonsgegevens persoonsgegeven gegevens overzicht specificatie omschrijving beschrijving lijst opsomming welke worden verwerkt
    verwerkte onderwerp omvang nature purpose purposes of the processing and personal data categories category kinds kind type data subject subjects customer
    processed details description scope subject-matter art zweck der verarbeitung kategorien betroffener personen betroffene arten personenbezogener daten
    personen over wie van mensen degenen op von daten kategorie
    datenkategorien datenarten und finalités finalité objet personnes concernées catégories données nature collectées personnelles caractère personnel à sorten persoonsgegevens/betrokkenen individuals for whom concerned affected betroffen betroffenen sind kreis concernées concernés traitées traités
    la le les ou du des sur s sont est traitement traitements opérations réalisées personnes people persons whose is are transferred transfer further
    """
)
"""The words that headings on these topics are made of."""
_FOLLOWING = AnyCase(
    r"\b(?:deze(?= (?:persoons)?gegevens:| mensen:| personen:| doelen:)|volgende|navolgende|onderstaande|following|folgenden?|suivantes?)\b",
)
REPORTS = AnyCase(
    r"for the purposes? of (?:the|this|these)|\bmeld|melding|notif|datalek|inbreuk|breach|"
    r"incident|verzoek|rechten|droits\b|\brights\b|\brechte\b|audit|geheim",
)
"""That a line speaks of reports, requests or audits rather than of the processing."""
_LABEL_LINE = re.compile(
    r"^[\s*_•-]*(?:\(?[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]{0,2}\s+|"
    r"[A-Za-z][.)]\s+)?(?P<label>[^:\t]{3,90}?)[*_]*\s*(?:\([^)]{0,40}\)\s*)?[:\t?][*_]*\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
# "1.2 **Wiens gegevens.** Deelnemers en sprekers": a label that ends like a sentence, in bold or as short as one.
_STOPPED_LABEL = re.compile(
    r"^[\s*_•-]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]{0,2}[\s*_]+|[A-Za-z][.)][\s*_]+)?(?P<label>[A-ZÀ-Þ][^.:;,\t]{3,50})(?P<bold>[*_]{0,2})\."
    r"[*_]*\s+(?P<rest>[^\t]{4,})$",
    re.DOTALL,
)
_LONG_HEADING = 100
_LONGEST_LEAD_IN = 240


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: `start:end` of the reading text; `whole` says that it is running text, to be taken apart."""

    start: int
    end: int
    whole: bool = False


# Labels that ask, in an annex: "Whose: cardholders".
_PLAIN_LABELS = (
    (
        "data_subjects",
        AnyCase(
            r"(?:whose(?: (?:personal )?data)?(?: (?:is|are) (?:it|they|processed|concerned))?|von wem(?: sind die daten)?|wessen daten(?: verarbeite\w* wir)?|de qui|wiens(?: (?:persoons)?gegevens)?(?: (?:zijn|verwerken|gaat) [^.:?\t]{2,30})?|(?:van|over|om|op) wie(?: (?:zijn|verwerken|gaan|gaat|komen|hebben) [^.:?\t]{2,40}| het gaat)?|(?:dit zijn )?(?:de )?(?:mensen|personen|groepen(?: personen)?|betrokkenen) (?:over|van|om|op) wie (?:het (?:daarbij |hierbij )?gaat|PROCESSOR [^.:?\t]{2,40}|[^.:?\t]{2,30} (?:wordt|worden) verwerkt)|"
            r"(?:PROCESSOR (?:verwerkt|verwerken) |het (?:betreft|gaat om) )?(?:persoons)?gegevens (?:van|over)|wie|who|people|persons|personnes)\??$"
        ),
    ),
    (
        "data_categories",
        AnyCase(
            r"(?:(?:what|which)(?: kinds? of)?(?: personal)? data(?: (?:do we|are) process\w*)?|what|"
            r"(?:welche|was für) daten(?: (?:verarbeite\w* wir|werden verarbeitet))?|was|quelles données|wat|"
            r"(?:welke|wat voor|om welke)(?: soorten)? (?:persoons)?gegevens(?: (?:verwerken|worden|zijn|gaat) [^.:?\t]{2,30}| het (?:gaat|betreft))?|"
            r"gegevens|data|daten|données)\??$"
        ),
    ),
    (
        "purposes",
        AnyCase(
            r"(?:why(?: do we process \w+)?|what for|what (?:it|this|the processing) is for|(?:wozu|wofür)(?: verarbeiten wir[^.:?\t]{0,30})?|pourquoi|(?:waarom|waarvoor|waartoe|met welk doel)(?: (?:verwerken|verwerkt|gebruiken|worden|is) [^.:?\t]{2,40})?)\??$"
        ),
    ),
)
# Heads that ask: "Van wie?", "Waarvoor?"
_PLAIN_HEADS = (
    # As the Commission's clauses head it.
    (
        "purposes",
        AnyCase(
            r"(?:[\da-z]{1,2}[.)] )?(?:purpose(?:\(s\)|s)? for which (?:the )?personal data (?:is|are) processed|doeleinden? waarvoor de persoonsgegevens|"
            r"zwecke?(?:\(e\))?, für (?:den|die)(?:\(?/?die\)?)? die personenbezogenen daten|finalités? (?:pour laquelle|pour lesquelles) les données)\b[^.:]{0,70}$"
        ),
    ),
    (
        "data_subjects",
        AnyCase(
            r"(?:[\da-z]{1,2}[.)] )?(?:whose (?:personal )?(?:data|information) (?:it|this|they|PROCESSOR) (?:is|are|uses?|handles?)|who(?:m)? (?:it|the data|the information) (?:is|are) about)\??$"
        ),
    ),
    (
        "data_categories",
        AnyCase(
            r"(?:[\da-z]{1,2}[.)] )?(?:what|which)(?: kinds? of)? (?:personal )?(?:data|information) (?:it|this|they|PROCESSOR) (?:is|are|uses?|handles?|holds?)\??$"
        ),
    ),
    (
        "purposes",
        AnyCase(
            r"(?:[\da-z]{1,2}[.)] )?(?:what (?:PROCESSOR|it|the data) (?:uses?|is used|are used|needs?) (?:it |them |the data )?for|why PROCESSOR (?:uses?|needs?|handles?|has|have) (?:it|them|the data))\??$"
        ),
    ),
    ("data_subjects", AnyCase(r"(?:[\da-z]{1,2}[.)] )?(?:van|over) wie(?: (?:zijn|verwerken)[^.:]{0,30})?\??$")),
    ("data_categories", AnyCase(r"(?:[\da-z]{1,2}[.)] )?welke (?:persoons)?gegevens(?: [^.:]{0,30})?\??$")),
    ("purposes", AnyCase(r"(?:[\da-z]{1,2}[.)] )?waar(?:voor|om|toe)(?: [^.:]{0,30})?\??$")),
)


def asked_by(label: str) -> str | None:
    """The topic that a label asks for in plain words: "Van wie", "Welke gegevens"; None for any other."""
    return next((topic for topic, pattern in _PLAIN_LABELS if pattern.match(label.strip(" *_"))), None)


def heading_topic(line: ReadingLine) -> str | None:
    """The topic of a heading that is made of the words such headings use, None for any other line."""
    text = line.text.strip(" :*_#")
    plain = next((topic for topic, pattern in _PLAIN_HEADS if pattern.match(text)), None)
    asked = asked_by(text)
    if not plain and asked and line.clause.part is Part.ANNEX and line.text.rstrip(" *_").endswith(":"):
        plain = asked
    if plain and not line.block.cells:
        return plain
    if (
        len(text) > _LONG_HEADING
        or line.block.cells
        or line.text.rstrip().endswith((".", ";", ","))
        or REPORTS.search(text)
        or _OF_THE_TEXT.search(text)
        or (_ON_TRANSFERS.search(text) and not _OF_A_TRANSFER.match(text))
    ):
        return None
    text = re.sub(
        r"^(?:(?:artikel|article|bijlage|annex|appendix|"
        r"schedule)\s+)?\(?[\dA-Za-zIVX]{1,4}(?:\.\d{1,2})*[.):]?\s*[-–:]?\s+(?=\w)",
        "",
        text,
        flags=_I,
    )
    words = re.findall(r"[\w/-]+", text.lower())
    known = sum(word in HEADING_WORDS for word in words)
    if not words or known < len(words) - (1 if len(words) > 3 else 0):
        return None
    return _one_topic(text)


# "Purpose and scope": of the agreement, and not of the processing.
_OF_THE_TEXT = AnyCase(
    r"\b(?:purposes? and (?:scope|application)|scope and purposes?|objet et champ|(?:zweck und (?:anwendungs|geltungs)|anwendungs)bereich|doel en (?:toepassing|reikwijdte)\w*)\b"
)
_KINDS_OF_DATA = AnyCase(
    r"données (?:traitées|personnelles|collectées|concernées|à caractère)|persoonsgegevens|\b(?:gevoelige|bijzondere) gegevens\b|personal data|\bart (?:der|von)\b|soort|type|categor|kategor|arten|catégor|kinds?|"
    r"customer data",
)


# "Doeleinden voor het verwerken van gegevens": of the data, and no list of them.
_PURPOSES_OF = AnyCase(
    r"^(?:de |the |die |les )?(?:(?:verwerkings)?doel(?:en|einden?)?|purposes?|zwecke?|finalités?)\b(?!.*\b(?:en|and|und|et)\b)"
)
# "Purpose(s) of the data transfer and further processing", as the Commission's clauses on transfers head it.
_ON_TRANSFERS = AnyCase(r"\b(?:transfers?|transferts?|doorgiften?|übermittlung(?:en)?)\b")
_OF_A_TRANSFER = AnyCase(r"\W*(?:the )?purpose(?:s|\(s\))? of the (?:data )?transfers?\b")


def _one_topic(text: str) -> str | None:
    """The only topic of `text`; purposes go with the nature of the processing, people before their data."""
    found = [name for name, pattern in TOPICS if pattern.search(text)]
    if found == ["purposes", "data_categories"] and _OF_A_TRANSFER.match(text):
        return "purposes"
    if found == ["data_categories"] and not _KINDS_OF_DATA.search(text):
        return None
    if found == ["data_subjects", "data_categories"] and re.match(
        r"^(?:categorie\w*|groepen|categories|kategorien)? ?(?:van |of )?(?:betrokkenen?|"
        r"data subjects?)\b|^(?:personen|mensen|degenen|doelgroepen|groepen) (?:over|van|op) wie\b",
        text,
        _I,
    ):
        return None if re.search(r"\b(?:en|and)\b", text) else "data_subjects"
    if found == ["purposes", "data_categories"] and _PURPOSES_OF.match(text):
        return "purposes"
    return found[0] if len(found) == 1 else None


_ANNOUNCES = AnyCase(
    r"in ieder geval|\bbetref(?:t|fen)\b|\bomvat(?:ten)?\b|\bzijn\b.{0,20}:$|\bare\b.{0,20}:$|\bsind\b.{0,20}:$|\bsont\b.{0,20}:$|\b(?:umfassen|umfasst|comprennent|comprend)\b.{0,20}:$|"
    r"(?<!not )\binclude\b[^;]{0,80}:$",
)


# "The Payroll Data concern the following people:", "The Payroll Data are:".
_DATA_OF_PEOPLE = AnyCase(
    r"\b(?:\w*gegevens|data|daten|données)\b[^:;.]{0,40}\b(?:concerns?|relates? to|are about|betreffen|betreft|hebben betrekking op|beziehen sich auf|concernent|portent sur)\b"
    r"[^:;.]{0,30}\b(?:people|persons|individuals|groups|mensen|personen|groepen|personengruppen|personnes|catégories de personnes)\s*:$|"
    r"^[\W\d]*(?:de |deze |the |these |die )?(?:persoons|personal |personenbezogenen )?(?:gegevens|data|daten) (?:hebben betrekking op|relates? to|are about|beziehen sich auf)\s*:$"
)
# "Van:" under a list of data.
_OF_WHOM = AnyCase(r"^\W*(?:van|of|von|over|about)\s?:$")
# "Van de volgende personen:" under a list of data.
_OF_THE_FOLLOWING = AnyCase(
    r"^\W*(?:van|over|of|about) (?:de |the )?(?:volgende|onderstaande|following) (?:(?:groepen|categorieën|groups|categories) )?(?:van |of )?(?:personen|mensen|groepen|betrokkenen|people|persons|individuals)\s*:$"
)
_DATA_ARE = AnyCase(
    r"^[\W\d]*(?:[a-z][.)] )?(?:the |de |die |les )?(?:[\w-]+ ){0,2}?(?:data|persoonsgegevens|daten|données(?: \w+){0,2}) (?:are|is|include|comprise|consist of|zijn|omvatten|sind|umfassen|sont|comprennent)(?: the following| de volgende| folgende| les suivantes)?\s*:$"
)


# A lead-in that says "gegevens" alone, and that they are processed.
_PROCESSED_DATA = AnyCase(r"\bverwerk\w*\b[^:;]{0,60}\b(?:na)?volgende gegevens(?: van [^:;]{0,40})?:$")


def lead_in_topic(line: ReadingLine) -> str | None:
    """The topic of a sentence that announces a list, named behind "volgende" where that word stands."""
    text = line.text.rstrip(" *_")
    if not text.endswith(":") or len(text) > _LONGEST_LEAD_IN or REPORTS.search(text) or line.block.cells:
        return None
    sentence = re.split(r"(?<=[.;])\s+", text)[-1]
    if _AS_CONTROLLER.search(sentence):
        return None
    following = _FOLLOWING.search(sentence)
    if _OF_WHOM.match(sentence) and line.clause.part is Part.ANNEX:
        return "data_subjects"
    if _DATA_OF_PEOPLE.search(sentence) or _OF_THE_FOLLOWING.match(sentence):
        return "data_subjects"
    if _DATA_ARE.match(sentence):
        return "data_categories"
    if following:
        spoken = sentence[following.end() : following.end() + 60]
        first = min(((m.start(), name) for name, pattern in TOPICS if (m := pattern.search(spoken))), default=None)
        if first and (first[1] != "data_categories" or _KINDS_OF_DATA.search(spoken) or following[0] == "deze"):
            return first[1]
        return "data_categories" if _PROCESSED_DATA.search(sentence) else None
    if re.search(r"te weten:$|namelijk:$|namely:$|to wit:$", sentence, _I):
        return (
            "purposes" if re.search(r"uitsluitend|alleen|only|ten behoeve van|in het kader van", sentence, _I) else None
        )
    if _PROCESSED_FOR.search(sentence):
        return "purposes"
    return _one_topic(sentence) if _ANNOUNCES.search(sentence) else None


# "PROCESSOR may process the data as a controller for the purposes of:" lists purposes of its own.
_AS_CONTROLLER = AnyCase(
    r"\bPROCESSOR\b[^.;:]{0,90}\b(?:as|als|en (?:tant que|qualité de)) (?:an? |een |eine[nr]? |the )?(?:independent |separate |zelfstandige? |eigen |eigenständiger? )?(?:data )?CONTROLLER\b"
)
# "PROCESSOR processes the data in order to:" announces what for.
_PROCESSED_FOR = AnyCase(
    r"\bPROCESSOR\b[^.;:]{0,30}\b(?:verwerkt|verwerken|processes|process)\b[^.;:]{0,60}\b(?:\w*gegevens|data)\b[^.;:]{0,120}"
    r"\b(?:in het kader van|ten behoeve van|om|(?:nodig|noodzakelijk) is voor|in order to|for the purposes? of|(?:alleen|enkel|slechts|uitsluitend) (?:voor|om|ten behoeve van|in het kader van)|only (?:for|to)|solely (?:for|to))\s*:$|"
    r"\b(?:de|deze) (?:persoons)?gegevens (?:dienen|zijn nodig|worden (?:alleen |uitsluitend )?gebruikt)(?: \w+)? (?:voor|tot|om)\s*:$|"
    r"\b(?:de|the|die|le|deze) (?:verwerking|processing|verarbeitung|traitement)(?: van (?:de )?(?:persoons)?gegevens)? (?:vindt (?:\w+ )?plaats|geschiedt|gebeurt|dient|strekt|is nodig|"
    r"takes place|is (?:carried out|necessary)|serves|erfolgt|dient|est effectué|a lieu)\b(?!\W+niet\b)[^.;:]{0,60}?\b(?:voor|ten behoeve van|in het kader van|om|ertoe|tot|for|to|zum zwecke?|für|zu|pour|aux fins de)\s*:$"
)


def label_topic(label: str, *, exactly: bool = False) -> str | None:
    """The topic of a label that is made of the words such labels use, None for any other; one word may be another."""
    words = re.findall(r"[\w/-]+", label.lower())
    known = sum(word in HEADING_WORDS for word in words)
    return _one_topic(label) if words and known >= len(words) - (1 if len(words) > 3 and not exactly else 0) else None


_WHAT_IS_PROCESSED = AnyCase(
    r"^\W*(?:(?:artikel|bijlage|article|annex) )?\w{0,3}[.:]?\s*(?:de |the )?(?:(?:gegevens)?verwerking(?:en)?|processing)\W*$|"
    r"\b(?:what|which|details|description)\b[^.;]{0,30}\bprocess|\b(?:wat|welke|omschrijving|beschrijving)\b[^.;]{0,30}verwerk|\b(?:was|welche|beschreibung)\b[^.;]{0,30}verarbeit|\bles traitements?\b|^\W*(?:\d{1,2}[.)]\s*)?description\W*$"
)
_ON_DATA = AnyCase(r"gegevens|\bdata\b|\bdaten\b|données")
# A label of so many words and more asks by itself, beside its answer in a table: "Van wie zijn de gegevens".
_A_QUESTION = 2


# "Persoonsgegevens: alle informatie over een geïdentificeerde persoon", "Betrokkene: degene op wie …": definitions.
_DEFINES = AnyCase(
    r"\W*(?:de |een |the |an? |het |die |der )?(?:alle informatie|elke informatie|iedere informatie|elk gegeven|ieder gegeven|gegevens? (?:over|betreffende|die betrekking)\b[^.;]{0,30}\b(?:geïdentificeerde|identificeerbare)|degenen? (?:op wie|die|wiens|van wie)|"
    r"(?:geïdentificeerde?|identificeerbare?)\b|(?:levende )?natuurlijke perso(?:on|nen) (?:op|van|wiens|wier|die)|any information|all information|identified\b|natural persons? (?:who|to whom|whose)|alle informationen|toute information|personne physique)"
)
_DEFINES_DATA = AnyCase(
    r"\W*(?:de |alle |die |the |any |all )?(?:persoons)?gegevens (?:in de zin van|als bedoeld|zoals bedoeld|waaruit|waarvan|die (?:de |het )?(?:PROCESSOR|CONTROLLER)\b)"
)


_MADE_FOR = AnyCase(r"^(?:de )?doelgroep(?:en)?\W*$")
# A clause that a label has: "Persoonsgegevens die PROCESSOR verwerkt".
_WHICH_IT_PROCESSES = re.compile(r" (?:die|welke) (?:de |het )?PROCESSOR (?:verwerkt|verwerken|ontvangt|ontvangen)$")


def labelled(line: ReadingLine) -> tuple[str, Entry] | None:
    """ "Betrokkenen: klanten en personeel", in a line or in two cells."""
    match = _LABEL_LINE.match(line.text) if any(mark in line.text for mark in (":", "\t", "?")) else None
    stopped = None if match or line.block.cells else _STOPPED_LABEL.match(line.text)
    match = match or stopped
    if not match or len(cells_of(line)) > 2:
        return None
    label = match["label"].strip(" *_")
    if _DEFINES.match(match["rest"]) or (line.clause.part is not Part.ANNEX and _DEFINES_DATA.match(match["rest"])):
        return None
    # "Doelgroep: primair onderwijs" tells for whom a product is made.
    if _MADE_FOR.match(label) and not PEOPLE.search(match["rest"]):
        return None
    asked = asked_by(label)
    on_processing = any(pattern.search(line.clause.heading) for _, pattern in TOPICS)
    is_question = line.block.cells and (
        len(label.split()) > _A_QUESTION or _WHAT_IS_PROCESSED.search(line.clause.heading)
    )
    on_its_place = line.clause.part is Part.ANNEX or on_processing or is_question or _ON_DATA.search(label)
    if asked and not (on_its_place or _are_of_kind(match["rest"], asked)):
        asked = None
    topic = asked or label_topic(_WHICH_IT_PROCESSES.sub("", label), exactly=stopped is not None)
    if stopped and topic and not (asked or _are_of_kind(match["rest"], topic)):
        return None
    return (topic, Entry(line.start + match.start("rest"), line.end, whole=True)) if topic else None


def _are_of_kind(text: str, topic: str) -> bool:
    """Whether what a label has behind it is of the kind that it asks for."""
    if topic == "purposes":
        return bool(aims(text) or doings(text))
    return known_kinds(text) == topic or (topic == "data_subjects" and all(map(PEOPLE.search, listed(text))))


_ANNOUNCED = AnyCase(
    r"\b(?:(?:de )?volgende|deze|the following|these)\b(?P<kind>[^:.;\t]{2,60}):\s+(?P<list>\S[^\t]{8,600})$"
)
_CONCERNS = AnyCase(
    r"^[\W\d]*(?:[a-z][.)] )?(?:het|dit|it|this)(?: (?:betreft|concerns)| gaat(?: hierbij| daarbij)? om| (?:includes|comprises))(?: onder (?:meer|andere))?:?\s+"
    r"(?:(?:persoons)?gegevens (?:van|over) )?(?P<list>(?:(?!\. [A-ZÀ-Þ])[^:\t]){8,600})(?:$|(?=\. ))"
)
_CONCERNING = ("betreft", "gaat", "concerns", "includes", "comprises")
_PEOPLE_ANNOUNCED = AnyCase(r"betrokkenen|personen|mensen|data subjects|individuals|people")


def announced(line: ReadingLine) -> tuple[str, Entry] | None:
    """ "De volgende groepen personen: klanten en personeel", or "Het betreft naam, adres en telefoonnummer", in running text."""
    if line.block.cells or not (": " in line.text or any(word in line.text[:60] for word in _CONCERNING)):
        return None
    if REPORTS.search(line.text) or line.text.rstrip(" *_").endswith(":"):
        return None
    match = _ANNOUNCED.search(line.text) if ": " in line.text else None
    if match:
        topic = "data_subjects" if _PEOPLE_ANNOUNCED.search(match["kind"]) else _one_topic(match["kind"])
    else:
        match = _CONCERNS.match(line.text)
        topic = known_kinds(match["list"]) if match else None
    if match is None or topic is None:
        return None
    return topic, Entry(line.start + match.start("list"), line.start + match.end("list"), whole=True)


def known_kinds(text: str) -> str | None:
    """The topic of a list that says none, by the words in it."""
    parts = re.split(r",| en | and ", text)
    if len(parts) < _FEWEST_KNOWN:
        return None
    for topic, words in (("data_categories", DATA), ("data_subjects", PEOPLE)):
        if 2 * sum(words.search(part) is not None for part in parts) > len(parts):
            return topic
    return None


_FEWEST_KNOWN = 3
