"""Text -> verdict on the nature and the purpose of the processing (Art. 28(3))."""

import re

from art28.checking.judging import Judgement, judged, missing
from art28.checking.words.labels import AT_THE_START, BLANK, LABEL, below, heads_a_table, speaks_of_something_else
from art28.checking.words.phrases import expression
from art28.checking.words.remembering import of_words
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, cue, meeting
from art28.document.outline import Part

# What services consist of. One of these says more than "the services under the main agreement".
DOMAIN = (
    r"\b(?:\w*software\w*|\w*programmatuur|\w*portaal|\w*platform\w*|\w*applicatie\w*|applications?|hosting|ict\w*|it[- ](?:services?|systems?|support|infrastructure|management|solutions?|environment|security|staff|beheer|\w*diensten|\w*dienstverlening|omgeving\w*|systemen|infrastructuur|oplossing\w*|partner|voorziening\w*)|saas|cloud\w*|telecom\w*|telefo\w*|voip|website\w*|web ?\w*|\w*systemen|\w*systeem|drukken|drukwerk|systeembeheer|"
    r"\w*administrati\w*|salaris\w*|payroll|boekhoud\w*|accounting|facturat\w*|billing|marketing|nieuwsbrie\w*|e-?mail\w*|communicat\w*|back-?up\w*|opslag|storage|"
    r"storing|monitor\w*|onderhoud\w*|maintenance|support|helpdesk|beheer|werkplek\w*|advies|consult\w*|analy[st]\w*|rapportage\w*|reporting|onderzoek|"
    r"opleiding\w*|training\w*|leerling\w*|education\w*|\w*plan(?:ning\w*|nen)|registr\w*|uren|rooster\w*|recruit\w*|werving\w*|zorg\w*|dossier\w*|crm|erp|chat\w*|ai|api|\w*(?<!whats)app|"
    r"transfer\w* (?:of )?files|file|video\w*|survey\w*|enquête\w*|payment\w*|betal\w*|vergunning\w*|logistiek\w*|verzend\w*|print\w*|scan\w*|archie\w*|"
    r"identity|authenticat\w*|security|beveilig\w*|netwerk\w*|network\w*|internet\w*|design|ontwikkel\w*|develop\w*|database\w*|verzamelen|formulier\w*|advertis\w*|"
    r"collaborat\w*|project\w*|ticket\w*|document\w*|contact\w*|klantenservice|bestelling\w*|orders?|webshop\w*|leads?|abonnement\w*|wifi|reparatie|installatie|infrastruct\w*|"
    r"lohn\w*|gehalts\w*|\w*abrechnung\w*|\w*buchhaltung\w*|\w*verwaltung|\w*wartung|newsletter\w*|online-?shop\w*|zeiterfassung\w*|termin\w*|kundenservice|rechenzentrum\w*|\w*versand\w*|"
    r"hébergement|boutique en ligne|paie|comptab\w*|facturation|messagerie\w*|logiciels?|sites? (?:internet|web)|rendez-vous|réservations?|inscriptions?|livraisons?|commandes|infolettres?|\w*digitalisier\w*|\w*akten\b|\w*archiv\w*|aktenvernichtung|sauvegardes?|gestion des \w+)\b"
)
_WORDS = (
    "doel", "purpose", "zweck", "verwerk", "process", "verarbeit", "aard van", "nature", "handelingen", "activiteit", "omschrijving", "beschrijving",
    "description", "gebruik", "finalité", "traite", "umfang", "umfasst",
)  # fmt: skip
_OPERATIONS = expression(
    r"\b(?:verzamel\w*|vastlegg\w*|ordenen|structurer\w*|opsla(?:an|g)\w*|bewaren|bijwerk\w*|wijzigen|opvrag\w*|raadpleg\w*|gebruiken|doorzend\w*|verstrekken|verspreid\w*|"
    r"combiner\w*|afscherm\w*|wissen|vernietig\w*|collect\w*|record\w*|organi[sz]\w*|structur\w*|stor(?:e|ing|age)|adapt\w*|alter\w*|retriev\w*|consult\w*|us(?:e|ing)|"
    r"transmi\w*|disseminat\w*|combin\w*|restrict\w*|eras\w*|host\w*|analy[sz]\w*|anonimis\w*|inzien|inzage|loggen|laden|transformer\w*|doorsturen|"
    r"verwijder\w*|opgeslagen|geraadpleegd|verzameld|vastgelegd|getoond|tonen|verzonden|verstuurd|bewerkt|gewijzigd|geordend|stored|shown|sent|erheb\w*|collect\w*|enregistr\w*|speicher\w*|stock\w*|conserv\w*|héberg\w*|anpass\w*|adapt\w*|extraction|indexation|auslesen|consult\w*|envoi|réception|ingestion|verwend\w*|utilis\w*|analys\w*|übermitt(?:l|el)\w*|sichert|abruf\w*|abgerufen|transm\w*|diffus\w*|lösch\w*|supprim\w*|effac\w*|suppression|display\w*|index\w*|backup\w*|back(?:s|ed|ing)?[- ]?up\w*|mak\w+ available|maakt?\b.{0,40}?\b(?:toegankelijk|beschikbaar)|ontsluit\w*|generer\w*|analyser\w*|erfass\w*|bereitstell\w*|vernicht\w*|ordnen|archivier\w*|veränder\w*|abfrag\w*|offenleg\w*|verbreit\w*|abgleich\w*|verknüpf\w*|betreu\w*|berechn\w*|calcul\w*|édition|établi(?:t|r|ssement)|impression|datensicherung\w*|einschränk\w*|organisation|structuration|modif\w*|rapprochement)\b"
)
_NATURE = (
    cue(r"\b(?:aard van de verwerking|aard der verwerking|verwerkingshandeling\w*|verwerkingsactiviteit\w*|soort verwerking\w*|volgende handelingen|processing (?:operations|activities)|art der verarbeitung|verarbeitungstätigkeit\w*)\b", unless=(r"\b(?:rekening houdend|met inachtneming|gelet op|gezien)\b", r"\b(?:register\w*|log(?:ging|s|boek\w*)?|documentatie|records?|bijhoud\w*|bij te houden)\b", r"\bberücksichtigung\b")),
    cue(r"\b(?:gaat|bestaat|bestaan) (?:daarbij |hierbij |met name )?(?:om|uit):? (?:het|de) \w+(?:en|ing)\b", unless=(r"\bSUBPROCESSOR\b",)),
    cue(r"\b(?:verwerking\w*|processing|verarbeitung\w*|traitements?)\b (?:\w+ ){0,4}(?:consists? (?:of|in)|involves?|comprises?|umfasst|besteht (?:in|aus)|consiste\w* (?:à|en))\b"),
    cue(r"\bwat (?:doet|doen) PROCESSOR (?:\w+ ){0,2}(?:met|mee)\b"),
    cue(r"\b(?:omschrijving|beschrijving|description) (?:van|of) (?:de |the )?(?:verwerking\w*|dienst\w*|processing|services?)\b"),
    cue(r"\bnature of (?:the )?(?:processing|data processing)\b", unless=(r"\b(?:taking into account|considering|given|account of)\b",)),
    cue(r"\b(?:verwerkt|process\w*)\b … \b(?:te weten|namelijk|bestaande uit|bestaat uit|namely|consist(?:s|ing)? of|by means of)\b"),
)  # fmt: skip
# What somebody does with data whose work it is: one says little, several say what the processing consists of.
_ACTIVITIES = expression(
    r"\b(?:\w*host(?:en|ing)|\w*beheer|beheren|\w*onderhoud\w*|\w*opslag|opslaan|\w*analys\w*|\w*rapport(?:age|eren|ages|ing)\w*|beoordel\w*|classific\w*|\w*extract\w*|"
    r"\w*verzend\w*|verstur\w*|genere\w*|wer(?:ven|ving)|\w*screen\w*|\w*match(?:en|ing)|bijhoud\w*|administrer\w*|\w*administratie|\w*plann(?:en|ing)\w*|factur(?:eren|atie)\w*|back-?up\w*|"
    r"migr(?:atie|eren)\w*|monitor\w*|\w*support|helpdesk\w*|ondersteun\w*|koppel(?:en|ing)\w*|synchronis\w*|import\w*|export\w*|uitlez\w*|ophalen|doorstur\w*|doorgeven|scannen|digitaliser\w*|"
    r"archiver\w*|vernietig\w*|print(?:en|ing)\w*|drukken|convert\w*|bezorg\w*|transcri\w*|vertal\w*|anonimiser\w*|aggrege\w*|profiler\w*|segment\w*|incident\w*|notific\w*|meldingen|"
    r"authentica\w*|registr(?:eren|atie)\w*|publice\w*|tonen|weerge\w*|inplannen|samenstel\w*|verzamel\w*|raadpleg\w*|herstel\w*|test(?:en|ing)\w*|advis\w*|adviezen|berekenen|berekening\w*|uitbetal\w*|verwerken van|"
    r"storage|stor(?:e|ing)|maint(?:ain|enance)\w*|manag(?:e|ing|ement)|operat(?:e|ing)|review\w*|classify\w*|send\w*|deliver\w*|recruit\w*|schedul\w*|invoic\w*|billing|process payments|sync\w*|read\w*|retriev\w*|"
    r"forward\w*|scanning|digiti[sz]\w*|archiv\w*|conversion|translat\w*|aggregat\w*|profil\w*|publish\w*|display\w*|test(?:s|ing)|troubleshoot\w*|train\w*|speicherung|wartung|betrieb|verwaltung|auswertung|versand|erstellung|abrechnung)\b"
)
_FINITE = expression(
    r"\b(?:verzamelt|ordent|sorteert|sorteren|bewaart|houdt\b.{0,60}?\bbij|beoordeeld|beheerd|uitgezet|gepland|geregistreerd|legt\b.{0,60}?\bvast|geeft\b.{0,60}?\bdoor|voert|belt|stelt\b.{0,80}?\b(?:op|samen|beschikbaar|ter beschikking)|stellt\b.{0,80}?\b(?:bereit|zur verfügung)|maakt|verzorgt|beheert|drukt|berekent|controleert|plant|sla(?:at|an)\b.{0,60}?\bop|overzichten|toont|verstuurt|verzendt|raadpleegt|ontvangt|ontvangen|wijzigt|wist|registreert|verstrekt|bewerkt|bewerken|leest|lezen|analyseert|(?:sla(?:at|an)|bewa(?:ar|ren)) (?:ze|deze|die|hem|het)|tonen|versturen|aggregates?|presents?|transforms?|"
    r"genereert|verwijdert|archiveert|publiceert|importeert|exporteert|synchroniseert|host|collects|stores|sorts|keeps|shows|receives|edits|records|retrieves|generates|publishes|sends|displays|reads|prints|calculates|"
    r"erfasst|erhebt|speichert|liest|zeigt|sendet|übermittelt|empfängt|löscht|druckt|wertet|berechnet|ordnet|prüft|versendet|verschickt|hostet|archiviert|sortiert|"
    r"enregistre|calcule|conserve|restitue|collecte|recueille|transmet|affiche|stocke|héberge|édite|envoie|reçoit|imprime|classe|trie|consulte|met à jour|supprime|archive)\b"
)
_THE_CONTROLLERS_OWN = r"\bCONTROLLER is (?:\w+ ){0,4}(?:verantwoordelijk|responsible|verantwortlich)\b"
_WORKS_ON = cue(
    r"\b(?:PROCESSOR|il|elle|er|sie|it|hij|zij|(?:the|de|het|le|la|der|die|das) (?:services?|platform|software|application|tool|system|dienst|applicatie|systeem|omgeving|website|portaal|app|logiciel|plateforme|anwendung|plattform))\b … (?:\b(?:\w*(?:gegevens|data|bestanden|daten|unterlagen|dokumente|dossiers|documenten|opnamen|berichten|aanvragen|facturen|brieven|formulieren)|records|recordings|calls|messages|documents|files|applications|invoices|letters|données|fichiers|candidatures|dossiers|courriers)\b|\b(?:slaat|bewaart|toont|raadpleegt) (?:deze|ze|die)\b)",
    unless=("{breach}", "{audit}", "{rights} … {request}", "{secrecy}", "{law}", "{end}"),
)
_DONE_WITH = r"\b(?:(?:\w*gegevens|data|daten|données) (?:worden|zijn|are|will be|shall be|werden|sont)|(?:worden|werden) (?:\w+ ){0,3}(?:\w*gegevens|daten))\b"
# "Data are stored and consulted by PROCESSOR for the handling of calls": what is done, and what for, in one sentence.
_DONE_FOR = cue(
    _DONE_WITH
    + r" … \bPROCESSOR\b … \b(?:ten (?:behoeve|dienste) van|voor (?:het|de)|om|teneinde|for the|in order to|so that)\b",
    unless=("{breach}", "{audit}", "{rights} … {request}", "{secrecy}", "{law}", "{end}", "SUBPROCESSOR"),
)
_SEVERAL = 2
_SHORT = 12
_NATURE_HEADING = expression(
    r"\b(?:aard|nature|art (?:und|der)|beschrijving (?:van de )?(?:verwerking|dienst)|omschrijving (?:van de )?(?:verwerking|dienst)|description of (?:the )?(?:processing|services?)|details of (?:the )?processing)\b"
)
# Under these the processor's work is described: what it does for the controller is what happens to the data.
_WORK_HEADING = expression(
    r"\b(?:inleiding|aanleiding|(?:de )?opdracht$|werkzaamheden|onderwerp|voorwerp|achtergrond|omschrijving|beschrijving|description|details of|beschreibung|waar (?:het|deze \w+) over|waar gaat (?:het|dit|deze \w+) over|wat .{0,30}\bdo(?:en|et)\b|what .{0,30}\bdo(?:es)?\b|was wir\b|ce que nous faisons|de dienst\w*|subject[ -]?matter|background|(?:what|which) .{0,40}\b(?:covers?|about)|scope|the services?|"
    r"gegenstand|worum es geht|the processing$|de verwerking(?:en)?$|die verarbeitung$|le traitement$|leistung\w*|objet|contexte|prestations?)\b"
)
_WORKS = expression(
    AT_THE_START
    + r"(?:de |het |the |der |die |le |la )?(?:PROCESSOR|services?|platform|software|application|app|tool|system|dienst|applicatie|systeem|omgeving|logiciel|plateforme|anwendung|plattform|(?:(?:in opdracht|namens|ten behoeve|voor|daartoe|hiervoor) (?:\w+ ){0,4}\w+t PROCESSOR)) (?!is |zijn |zal |zullen |mag |mogen |shall |may |will |ist |darf |est |doit |peut )\w+ \w+"
)
# "PROCESSOR calculates wages, prepares payslips and files returns": work in a row, whatever the verbs.
_ROW_OF_WORK = expression(r"\bPROCESSOR \w+ [^.,;]{3,60}, [^.,;]{3,60} (?:and|en|und|et) \w+ [^.;]{3,}")
_NO_WORK = r"(?:{audit}|{measures}|{law}|SUBPROCESSOR|{liable}|{secrecy}|{instruction})"
_NATURE_AT_START = expression(AT_THE_START + r"(?:aard|nature|art der|nature de)\b")
_NATURE_LABEL = expression(r"\b(?:nature|aard|art)\b.{0,60}?(?::|\bis\b|\bare\b)")
_RENDERS = expression(
    r"\b(?:perform\w*|provid\w*|provision|deliver\w*|render\w*|uitvoer\w*|verlen\w*|lever\w*|erbring\w*|fourni\w*|exécut\w*|réalis\w*|bereitstell\w*|fourni\w*|execut\w*)\b.{0,60}?\b(?:services?|agreement|contract|\w*dienst\w*|\w*overeenkomst|vertrag\w*|contrat\w*|accord|leistung\w*|prestations?|contrat|prestations?)\b"
)
_NAMED = re.compile(DOMAIN)
# The words of "to provide the services under the agreement, order and documentation", which name no service.
_RENDERING = expression(
    r"\b(?:perform\w*|provid\w*|provision\w*|deliver\w*|execut\w*|\w*overeenkomst\w*|\w*dienst\w*|\w*diensten|agreements?|services?|contracts?|vertrag\w*|contrat\w*|accord|leistung\w*|prestations?|"
    r"order(?:s| forms?)?|document\w*|contact\w*|\w*voorwaarden|terms|support\w*|beheer|use|gebruik|uitvoer\w*|nakom\w*|lever\w*|verlen\w*|opdracht\w*|advies)\b"
)
_COUNTED = 3
_STEM = 6
_DEFINES_PROCESSING = expression(r"bewerking of|any operation|geheel van bewerkingen|set of operations|jeden vorgang")
_PURPOSE = r"\bwaarvoor(?=:| worden| gebruik| verwerk)|\b(?:\w*doel(?:en|einden|einde|stelling\w*)?|purposes?|zwecke?n?|finalités?|fins)\b"
_PROCESSED_FOR = cue(
    r"{process} … \b(?:uitsluitend|alleen|slechts|enkel|only|solely|exclusively|nur|uniquement|seulement|exclusivement)\b … \b(?:ten behoeve van|om|teneinde|in order to|to|for|voor|um)\b",
    unless=("{instruction}",),
)
_PROCESSED_TO = cue(
    r"(?:\bverwerk\w* (?:de |alle |deze )?(?:\w*gegevens|data) (?:alleen |uitsluitend |slechts )?om\b|\bverwerk\w*\b … \bgegevens\b … \bom (?:\w+ ){1,9}te\b)"
)
# "The purpose of it is that …", "so that the controller can …": a purpose told in words of its own.
_TOLD_PURPOSE = expression(
    AT_THE_START
    + r"(?:het |de |the |der |die |la |les )?(?:doel(?:einden|en)?|purposes?|zwecke?|finalités?)(?: (?:daarvan|hiervan|van (?:de|deze) (?:\w+ )?\w*verwerking\w*|of (?:the |this )?(?:data )?processing|thereof|(?:der|dieser) (?:daten)?verarbeitung|d[ue] traitement|des traitements?))?(?::| is | zijn | are | ist | sind | est | sont | (?=\w+ing\b))(?P<told>.+)"
)
_SO_THAT = expression(
    r"\b(?:zodat|opdat|teneinde|(?:dient|dienen|strekt) (?:ertoe|om|tot|voor)|met (?:als|het) doel(?: om)?|so that|in order to|does so (?:to|for)|serves to|with the (?:aim|object|purpose|intention) of|mit dem ziel|dans le but d[e']?|damit|um(?= .{0,120}(?:\bzu \w+|\w+zu\w+en\b))|afin (?:de|que|d)|pour que|(?:aux (?:seules )?|à )fins (?:de|d))\b(?P<told>.+)"
)
# What else tells a purpose where PROCESSOR is said to do something with data: "stores them for keeping the roster".
_DONE_TO = expression(
    r"\b(?:ten (?:behoeve|dienste) van(?! CONTROLLER)|voor het(?= \w+en\b)|om(?= [^.;]{3,100}\bte \w+en\b)|to (?:enable|allow)|"
    r"for(?= (?:the )?(?:[\w-]+ ){0,2}(?:\w+(?:ing|tion|ment)|control|support)\b)|zur(?= \w+ung\b))(?P<told>.+)"
)
_ANOTHER_DEED = "(?:{assist}|{consent}|{outside_eea}|{instruction}|SUBPROCESSOR)"
_IN_A_CASE = expression(
    AT_THE_START + r"(?:indien|als|wanneer|mocht\w*|voor ?zover|if|where|should|wenn|falls|sofern|si|lorsqu\w*)\b|"
    r"\b(?:niet|geen|nimmer|nooit|not|never|nicht|kein\w*|pas|aucun\w*)\b"
)
# "For the duration of the agreement", "for the purposes in annex 1": no purpose is named there.
_AIMS_ELSEWHERE = expression(
    r"^.{0,40}\b(?:duration|term|duur|dauer|doel\w*|purposes?|zweck\w*|bijlage\w*|annex\w*|schedule|anlage|\w*overeenkomst\w*|\w*diensten|services?|agreement|contract|vertrag\w*|processing|verwerking\w*)\b"
)
_PURPOSE_HEADING = expression(r"\b(?:\w*doel\w*|purposes?|zwecke?|finalités?)\b")
_FEWEST_WORDS = 2
_PROCESSED_WITHIN = cue(
    r"\b(?:verwerk\w*|process\w*|verarbeit\w*|trait\w*)\b … \b(?:in het kader van|in the context of|in the course of|im rahmen)\b",
    unless=(r"\b(?:audit|melding|verzoek|dit artikel)\w*\b",),
)
_GENERAL_PURPOSE = cue(
    r"\b(?:faciliter\w*|ondersteun\w*|uit te voeren|uitvoer\w*|nakom\w*|verlenen|te leveren|levering|invulling|perform\w*|provid\w*|provision|deliver\w*|fulfil\w*|erbringung|exécution|fourniture|réalisation|erfüllung|exécution)\b … \b(?:\w*overeenkomst\w*|dienst\w*|bedrijfs(?:processen|voering|activiteiten)|business (?:processes|activities)|agreement|services?|contract|vertrag\w*|contrat\w*|accord|leistung\w*|prestations?)\b"
)
_FOR_THIS = cue(
    "{process}",
    r"\b(?:gegevens|data|daten|données|verwerkingen|bewerkingen|operations)\b",
    r"\b(?:in het kader van|ten behoeve van|te weten|volgende (?:verwerkingen|bewerkingen|werkzaamheden)|following (?:processing|operations|activities)|namelijk|uitsluitend (?:om|voor)|voor de volgende|in the context of|in order to|for the purpose|namely|only to|im rahmen|um)\b",
    unless=("SUBPROCESSOR", "{audit}", "{breach}", "{rights} … {request}", "{secrecy}"),
)
_GENERAL_INVERTED = cue(
    r"\b(?:\w*overeenkomst\w*|dienst\w*|agreement|services?|contract)\b (?:\w+ ){0,5}(?:uit te voeren|uitgevoerd|uitvoer\w*|geleverd|leveren|verleend|verlenen|nagekomen|nakomen|performed|provided|delivered)\b"
)
_OPEN_PURPOSE = cue(
    r"\b(?:in ieder geval|waaronder maar niet beperkt|including but not limited|onder andere|onder meer|insbesondere|notamment|tels? que|par exemple)\b",
    _PURPOSE,
)
_NO_PURPOSE = (
    "{infringes}",
    "{measures}",
    "{secrecy}",
    r"\b(?:rekening houdend|taking into account|in aanmerking|marketingdoel\w*)\b",
    r"\b(?:niet|geen|not|no|any|nicht|keine\w*|pas|aucune?) (?:\w+ ){0,4}(?:ander\w*|other|own|eigen\w*|enig\w*|autres?|propres?)\b(?!.{0,60}\b(?:sondern|but only|maar (?:alleen|uitsluitend)|mais (?:uniquement|seulement))\b)",
    "{audit}",
    "{liable}",
    "{breach}",
    r"\bvaststel\w*\b",
    # A copy that may be kept says what that one is for.
    r"\b(?:mag|kan|may|darf|peut)\b … \b(?:kopie\w*|afschrift\w*|copy|copies|kopien?|copies?)\b … \b(?:achterhoud\w*|bewaren|behouden|aanhouden|retain|keep|aufbewahren|conserver)\b",
    r"\b(?:may|mag|peut)\b … \b(?:retain|keep|behouden|conserver)\b … \b(?:copy|copies|kopie\w*|copies?)\b",
    r"\bdetermin\w*\b",
    r"\bin (?:de )?bijlage\b",
    r"\bin annex\b",
    # "For the purposes of this clause" says what words mean, not what data are for.
    r"\bpurposes? of (?:these?|this|the (?:standard|clauses?|sccs?|dpa|agreement|addendum)|articles?|clauses?|sections?|annex\w*|appendix|module|executing|table|interpret\w*|complying|calculating)\b",
    r"\b(?:this|these|its|their|own|eigen|PROCESSOR(?:'s)?) (?:\w+ ){0,3}purposes?\b",
    r"\b(?:as|als|in its role as|in its quality as) (?:an? )?(?:(?!doel\b)\w+ ){0,2}CONTROLLER\b",
    r"\b(?:compatible with|any purpose)\b",
    "SUBPROCESSOR",
)


def nature_and_purpose(text: Questioned) -> Judgement:
    """Art. 28(3): what is done with the data, and what for."""
    requirement = "nature_and_purpose"
    headed = text.under("aard", "doel", "waarvoor", "nature", "purpose", "zweck")
    worded = dict.fromkeys((*text.about(*_WORDS), *(one for one in headed if not one.defines)))
    among = tuple(one for one in sorted(worded, key=lambda one: one.index) if not one.holds(_DEFINES_PROCESSING))
    annexes = text.where(_may_describe_in_an_annex)
    working = text.about("gegevens", "bestanden", "gaat om", "bestaat uit", "data", "daten", "données")
    work = text.where(_describes_the_work)
    nature = tuple(
        one
        for one in dict.fromkeys((*among, *annexes, *working, *work))
        if one in work or _describes_operations(text, one)
    )
    behind = (o for one in nature for o in text.around(one, after=1))
    purposes = tuple(
        one
        for one in dict.fromkeys((*among, *nature, *behind))
        if (
            one.says(_PURPOSE)
            or (one.has(_SO_THAT) and (_PURPOSE_HEADING.search(one.heading) or _follows(one, nature)))
            or _PROCESSED_FOR.meets(one)
            or _PROCESSED_WITHIN.meets(one)
            or _PROCESSED_TO.meets(one)
            or _DONE_FOR.meets(one)
            or (one in work and one.has(_NAMED))
            or _is_done_for_something(one, work)
        )
        and not any(one.says(phrase) for phrase in _NO_PURPOSE)
    )
    specific = tuple(one for one in purposes if _is_specific(text, one) or _is_done_for_something(one, work))
    if not nature and not purposes:
        return missing(requirement)
    lacking = []
    if not nature:
        lacking.append("nature")
    opened = [one for one in specific if _OPEN_PURPOSE.meets(one)]
    if len(opened) == len(specific) or any(one.own.rstrip().endswith(":") for one in opened):
        lacking.append("purpose")
    return judged(requirement, dict.fromkeys((*nature[:1], *(specific or purposes)[:2])), *lacking)


def _is_done_for_something(one: Statement, work: tuple[Statement, ...]) -> bool:
    """Whether `one` says what PROCESSOR does with data and what for."""
    if not one.has(_DONE_TO) or one.defines or one.holds(_IN_A_CASE) or one.says(_ANOTHER_DEED):
        return False
    return tells_an_aim(one) and _activities(one) >= 1 and (one in work or bool(meeting((one,), _WORKS_ON, _DONE_FOR)))


def _follows(one: Statement, nature: tuple[Statement, ...]) -> bool:
    """Whether `one` comes right behind what is done with the data."""
    return any(other.index <= one.index <= other.index + 1 and one.article == other.article for other in nature)


def _may_describe_in_an_annex(one: Statement) -> bool:
    return one.part is Part.ANNEX and not one.defines and (_tells_operations(one) or _announces_nature(one))


def _describes_operations(text: Questioned, one: Statement) -> bool:
    if _tells_operations(one):
        return True
    if not _announces_nature(one):
        return False
    for other in text.around(one, after=3):
        if other.has(BLANK):
            return False
        if len(other.own) > _SHORT and _says_what(other):
            return True
    return False


def _tells_operations(one: Statement) -> bool:
    """Whether `one` itself says what is done with the data."""
    if _speaks_of_another_matter(one):
        return False
    if _names_operations(one):
        return not one.says("{measures}")
    return _counts_off_activities(one) or (_points_at_nature(one) and len(one.own) > LABEL and bool(_tells_nature(one)))


def _announces_nature(one: Statement) -> bool:
    """Whether what stands below `one` may say it."""
    if _speaks_of_another_matter(one) or _names_operations(one) or len(one.own) > LABEL:
        return False
    return _points_at_nature(one)


def _speaks_of_another_matter(one: Statement) -> bool:
    return (speaks_of_something_else(one) and not one.has(_NATURE_AT_START)) or one.says(_THE_CONTROLLERS_OWN)


def _names_operations(one: Statement) -> bool:
    return (
        _operations(one) >= _COUNTED
        and len(one.own) < 700
        and (one.part is Part.ANNEX or one.says("{process}") or one.says(_DONE_WITH))
    )


def _points_at_nature(one: Statement) -> bool:
    return bool(meeting((one,), *_NATURE)) and not one.says(
        r"\b(?:in|zie|see) (?:de )?(?:bijlage|annex|appendix|schedule)\b"
    )


@of_words
def _tells_nature(one: Statement) -> bool:
    """Whether `one` says more than its label and that the services are rendered."""
    return not _only_general(_NATURE_LABEL.sub(" ", one.own))


@of_words
def _says_what(one: Statement) -> bool:
    """Whether `one` names an operation or a service, and says more than that the services are rendered."""
    return not _only_general(one.own) and bool(_OPERATIONS.search(one.own) or _NAMED.search(one.own))


def _only_general(words: str) -> bool:
    """Whether `words` say no more than that the services are rendered."""
    return (
        bool(_RENDERS.search(words)) and not _OPERATIONS.search(_RENDERS.sub(" ", words)) and not _NAMED.search(words)
    )


@of_words
def _operations(one: Statement) -> int:
    return len({match[0][:_STEM] for match in _OPERATIONS.finditer(one.own)})


@of_words
def _activities(one: Statement) -> int:
    return len({m[0][:_STEM] for words in (_ACTIVITIES, _OPERATIONS, _FINITE) for m in words.finditer(one.own)})


def _counts_off_activities(one: Statement) -> bool:
    """Whether `one` says what the work consists of, where the agreement promises to: under a title or label of the nature."""
    if one.says("{measures}") or one.says("SUBPROCESSOR") or one.says(r"\bbewaartermijn\w*|\bretention\b"):
        return False
    if one.has(_NATURE_AT_START) or _NATURE_HEADING.search(one.heading):
        return _activities(one) >= _SEVERAL
    if one.part is Part.ANNEX:
        return False
    if (
        _activities(one) >= _SEVERAL
        and (one.has(_SO_THAT) or _DONE_FOR.meets(one) or _is_done_for_something(one, ()))
        and meeting((one,), _WORKS_ON, _DONE_FOR)
    ):
        return True
    return _activities(one) >= _COUNTED and bool(meeting((one,), _FOR_THIS, _WORKS_ON))


def _describes_the_work(one: Statement) -> bool:
    """Whether `one` says in several verbs what the processor does, where an agreement tells what it is about."""
    if not (_WORK_HEADING.search(one.heading) and one.has(_WORKS)) or one.part is Part.ANNEX:
        return False
    several = _activities(one) >= _SEVERAL or ((one.has(_SO_THAT) or one.has(_DONE_TO)) and one.has(_ROW_OF_WORK))
    return several and not _speaks_of_another_matter(one) and not one.says(_NO_WORK)


def _is_specific(text: Questioned, one: Statement) -> bool:
    """Whether the purpose says more than that the services are rendered."""
    counts_off = one.has(_INTRODUCES)
    introduces = counts_off or len(one.own) < LABEL or one.own.rstrip().endswith(":") or heads_a_table(one)
    under = text.around(one, after=5) if counts_off else below(text, one)
    among = (one, *(under if introduces else ()))
    if any(names_purpose(other) and not other.has(BLANK) for other in among):
        return True
    labels = one.has(_PURPOSE_LABEL) and len(one.own) < _LONGEST_LABEL and not one.own.rstrip().endswith(".")
    return labels and any(one.index < other.index and _is_an_aim(other) for other in under[:1])


@of_words
def _is_an_aim(one: Statement) -> bool:
    """Whether `one`, below the label of the purpose, names what is striven for: "het bijhouden van de voortgang"."""
    told = _AIM.match(one.own)
    return told is not None and not _only_general(one.own) and not meeting((one,), _GENERAL_PURPOSE, _GENERAL_INVERTED)


_LONGEST_LABEL = 110
_PURPOSE_LABEL = expression(
    AT_THE_START + r"(?:het |the |der |die |la |les )?(?:doel(?:einden|en)?|purposes?|zwecke?|finalités?)\b"
)
_AIM = expression(
    AT_THE_START
    + r"(?:het |de |the |das |die |der |la |le )?(?:\w{4,}(?:en|ing) (?:van|en|tussen|met|aan)|\w{4,}ing (?:of|and|the)?|\w{4,}ung (?:der|des|von|und)|\w{4,}(?:tion|ment|age) (?:de|des|du)) (?:\w+ )*\w{4,}"
)


@of_words
def names_purpose(one: Statement) -> bool:
    """Whether `one` names a service, or tells a purpose in words of its own."""
    without = re.sub(_PURPOSE, " ", one.own)
    is_general = bool(meeting((one,), _GENERAL_PURPOSE, _GENERAL_INVERTED))
    if is_general:
        without = _RENDERING.sub(" ", without)
        # What stands behind a colon says more than that the services are rendered.
        told = one.own.partition(": ")[2]
        if _AIM.match(told) and len(_CONTENT_WORD.findall(_RENDERING.sub(" ", told))) >= _FEWEST_WORDS:
            return True
    return bool(_NAMED.search(without)) or (not is_general and _tells_purpose(one))


def _tells_purpose(one: Statement) -> bool:
    """Whether `one` tells a purpose in words of its own, whatever they are."""
    told = _TOLD_PURPOSE.search(one.own) or _SO_THAT.search(one.own)
    return told is not None and len(_CONTENT_WORD.findall(told["told"])) >= _FEWEST_WORDS


@of_words
def tells_an_aim(one: Statement) -> bool:
    """Whether `one` tells what something is done for, by what it is done to."""
    told = _DONE_TO.search(one.own)
    if told is None or _AIMS_ELSEWHERE.search(told["told"]):
        return False
    return len(_CONTENT_WORD.findall(told["told"])) >= _FEWEST_WORDS


_CONTENT_WORD = re.compile(r"\b[a-z-]{4,}\b")
_INTRODUCES = re.compile(r"\b(?:volgende|following|te weten|namelijk|namely)\b")
