"""Text -> verdicts on the frame of the processing: its subject, its duration, the controller's rights and duties (Art. 28(3))."""

import re

from art28.checking.judging import Judgement, judged, met, missing, partial
from art28.checking.provisions.purpose import DOMAIN, names_purpose, tells_an_aim
from art28.checking.words.labels import AT_THE_START
from art28.checking.words.phrases import expression
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, cue, meeting
from art28.document.outline import Part

_SERVES = r"\b(?:lever\w*|geleverd|verle(?:en|n)\w*|bied\w*|aanbied\w*|verzorg\w*|beheer\w*|beheren|hosten|opdracht gegeven|opgedragen|onderhoud\w*|maakt gebruik|gebruik van|CONTROLLER (?:gebruik(?:t|en)?|uses?) (?:[\w' -]{1,40},? )?PROCESSOR|provid\w*|provision|deliver\w*|offer\w*|suppl(?:y|ies)\w*|host\w*|perform\w*|ontwikkel\w*|develop\w*|dienst\w*|services?|uitvoer\w*|erbring\w*|bereit\w*|betreib\w*|betreu\w*|verwalt\w*|wart(?:et|en)|digitalisier\w*|archivier\w*|bearbeit\w*|pflegt|erstellt|effectu\w*|calculat\w*|unterhält|übernimmt|fourni\w*|exécut\w*|réalis\w*|héberg\w*|assur\w*|gère\w*|exploit\w*|propos\w*|édit\w*|maint(?:ient|enir)\w*)\b"
_SUBJECT = (
    cue(
        AT_THE_START + r"PROCESSOR (?:is|ist|est) (?:een|a|an|ein|eine|une?)\b",
        DOMAIN,
        unless=("{breach}", "{audit}", "SUBPROCESSOR", "{liable}"),
    ),
    cue(r"\b(?:onderwerp|subject[ -]?matter|gegenstand|objet)\b", DOMAIN),
    cue(
        r"\b(?:porte sur|a pour objet|concerne|betrifft|erstreckt sich auf)\b",
        DOMAIN,
        unless=("{breach}", "{audit}", "{measures}", "SUBPROCESSOR", "{liable}"),
    ),
    cue(_SERVES, DOMAIN, unless=("{breach}", "{audit}", "{measures}", "SUBPROCESSOR", "{liable}")),
)
# The first statements say what the parties do for each other, whatever their titles.
_OPENING = 12
_MAIN_AGREEMENT = cue(
    r"\b(?:hoofdovereenkomst|main agreement|master agreement|services? agreement|overeenkomst|agreement|hauptvertrag\w*|dienst\w*|services|vertrag\w*|leistung\w*|contrat|accord|prestations?)\b",
    "{process}",
)


def subject_matter(text: Questioned) -> Judgement:
    """Art. 28(3): what services or activity the processing belongs to."""
    requirement = "subject_matter"
    # Once for each place at which it is looked for: what stands at several goes before a second statement.
    described = tuple(one for one in text.meeting(*_SUBJECT) for _ in range(_scenes(one)))
    left_open = tuple(one for one in text.where(_labels_the_subject) if _left_open(text, one))
    if left_open and not any(one.says(r"\b(?:onderwerp|subject|gegenstand|objet)\b") for one in described):
        return partial(requirement, left_open[:2], "description")
    if described:
        return met(requirement, sorted(described, key=_weight)[:2])
    if named := text.where(_names_the_work):
        return met(requirement, named[:2])
    if headed := text.where(_says_what_is_done):
        return met(requirement, headed[:2])
    if aimed := text.where(_says_what_for):
        return met(requirement, aimed[:2])
    only = text.meeting(_MAIN_AGREEMENT)
    return partial(requirement, only[:2], "description") if only else missing(requirement)


_HEADED = ("onderwerp", "waar het over", "waar gaat het over", "waar gaat dit over", "inleiding", "achtergrond", "introduct", "background", "subject", "voorwerp", "algemeen", "scope", "doel", "purpose", "gegenstand", "objet")  # fmt: skip
_ABOUT = ("onderwerp", "subject", "dienst", "service", "doel", "purpose", "leistung", "gegenstand", "objet", "prestation", "plattform")  # fmt: skip


def _scenes(one: Statement) -> int:
    """At how many of the places `one` stands where work is described."""
    opens = one.index < _OPENING
    beside = one.part in (Part.PREAMBLE, Part.RECITALS, Part.ANNEX) or one.defines
    headed = one.part is not Part.ANNEX and any(word in one.heading for word in _HEADED)
    return opens + beside + headed + (not one.defines and any(word in one.text for word in _ABOUT))


def _says_what_for(one: Statement) -> bool:
    """Whether `one` says under a title of the subject for which work data are processed: "to process data for keeping results"."""
    headed = one.part is not Part.ANNEX and any(word in one.heading for word in _HEADED)
    return headed and one.says("{process}") and not one.defines and (names_purpose(one) or tells_an_aim(one))


_SUBJECT_LABEL = re.compile(
    r"^\W*(?:[\d.]+ |[a-z][.)] )?(?:onderwerp|subject[ -]?matter|gegenstand|objet|objet)\b.{0,50}?(?::|□|$)"
)


def _labels_the_subject(one: Statement) -> bool:
    return _SUBJECT_LABEL.match(one.own) is not None


# "Subject: recovery of municipal taxes", "an agreement for the recovery of municipal taxes": the work, whatever it is called.
_NAMED_SUBJECT = expression(
    AT_THE_START
    + r"(?:onderwerp|subject[ -]?matter|subject|gegenstand|objet)(?: (?:van de verwerking|of (?:the )?processing|der verarbeitung|du traitement))?(?::| (?!(?:en|and|und|et|van|of|der|des|du|is|ist|est)\b))(?P<work>.+)"
)
_CONTRACT_FOR = expression(
    r"\b(?:overeenkomst|contract|agreement|vertrag|contrat)\b(?: (?:hebben )?(?:gesloten|aangegaan|concluded|entered into|geschlossen))? "
    r"(?:voor|tot|inzake|betreffende|met betrekking tot|over|for|on|regarding|concerning|über|zur|zum|pour|portant sur|relatif à) (?P<work>[^;,.:]+)"
)
_SUPPLIES = expression(
    r"\bPROCESSOR (?:supplies|provides|delivers|offers|levert|verzorgt|verricht|biedt|onderhoudt|beheert|liefert|erbringt|betreibt|fournit|assure|propose) (?P<work>.+)"
)
_NOTHING_OF_ITS_OWN = expression(
    r"\b(?:\w*verwerk\w*|\w*gegevens\w*|process\w*|\w*data|daten\w*|\w*verarbeit\w*|données|traitement\w*|personal|personenbezogen\w*|personnelles|\w*diensten|\w*dienstverlening|services?|\w*leistungen?|prestations?|"
    r"\w*overeenkomst\w*|agreement\w*|contract\w*|vertrag\w*|contrat\w*|bijlage\w*|annex\w*|schedule\w*|anlage\w*|onderwerp|duur|duration|dauer|durée|subject|matter|protection|bescherming|schutz|privacy|avg|gdpr|dsgvo|"
    r"tussen|between|zwischen|entre|CONTROLLER|PROCESSOR|partijen|parties|parteien|under|onder|bepaalde|period|tijd|jaar|years?|jahre|general|algemene|voorwaarden|terms|"
    r"artikel|article|nader|verder|which|waarbij|waarvoor|deze|this|these|their|haar|zijn|zoals|omschreven|beschreven|described|beschrieben|genoemd\w*|naar|door)\b"
)
_OWN_WORD = re.compile(r"\b[a-z-]{4,}\b")
_FEWEST_OWN = 2


def _names_the_work(one: Statement) -> bool:
    """Whether `one` names the work behind a label or as what the contract is for, in words of its own."""
    beside = one.part in (Part.PREAMBLE, Part.RECITALS)
    told = _NAMED_SUBJECT.match(one.own) or (
        (_CONTRACT_FOR.search(one.own) or _SUPPLIES.search(one.own)) if beside else None
    )
    if told is None or one.says("{breach}|{audit}|{measures}|SUBPROCESSOR|{liable}") or "□" in one.own:
        return False
    return len(_OWN_WORD.findall(_NOTHING_OF_ITS_OWN.sub(" ", told["work"]))) >= _FEWEST_OWN


def _says_what_is_done(one: Statement) -> bool:
    """Whether a sentence under the heading of the subject says what the processor does, whatever the verb: "liest Zähler aus"."""
    return (
        any(
            word in one.heading
            for word in (
                "onderwerp",
                "voorwerp",
                "waar gaat het over",
                "waar gaat dit over",
                "gegenstand",
                "objet",
                "subject",
            )
        )
        and one.says(
            AT_THE_START
            + r"(?:de |het |the |der |die |le |la )?PROCESSOR (?!is |zal |mag |shall |may |ist |darf |est |doit )\w+ \w+"
        )
        and not one.says("{breach}|{audit}|{measures}|SUBPROCESSOR|{liable}|{instruction}")
        and (not one.says("{process}") or _does_before(one))
    )


_AND_PROCESSES = expression(
    r"^(?P<work>.{20,}?) (?:en|and|und|et) (?:\w+ ){0,2}(?:verwerkt|verwerken|processes|verarbeitet|traite)\b"
)


def _does_before(one: Statement) -> bool:
    """Whether `one` says what is done before it says that data are processed: "collects debts and processes data for it"."""
    told = _AND_PROCESSES.match(one.own)
    return told is not None and len(_OWN_WORD.findall(_NOTHING_OF_ITS_OWN.sub(" ", told["work"]))) >= _FEWEST_OWN


def _left_open(text: Questioned, one: Statement) -> bool:
    """Whether what a label announces was left to be filled in."""
    return "□" in one.own or any(other.own.strip(" .:-") == "□" for other in text.around(one, after=1))


def _weight(one: Statement) -> tuple[bool, bool, int]:
    return (
        not one.says(r"\b(?:onderwerp|subject|gegenstand|objet)\b"),
        one.part is Part.PREAMBLE and len(one.text) < 80,
        one.index,
    )


_THIS = r"\b(?:avv|laufzeit|auftrags?|données|accord|\w*verwerkers ?overeenkomst|deze (?:overeenkomst|bijlage)|\w*overeenkomst|dit stuk|(?:deze|onze) (?:afspraken|voorwaarden|regeling)|these terms|dpa|addendum|this agreement|agreement|data processing|dit contract|verwerking\w*|verwerkt|processing|processed|clauses|av-?vertrag|vertrag\w*|contrat\w*|accord|auftrag\w*|verarbeit\w*|trait\w*)\b"
_LASTS = (
    cue(_THIS, r"\b(?:loopt mee|loopt gelijk|loopt door|duur|looptijd|zolang|gedurende|onbepaalde tijd|bepaalde tijd|van kracht|voortdur\w*|duurt|for the (?:term|duration|period)|as long as|so long as|until|duration|term of|remains? in (?:full )?(?:force|effect)|indefinite|continue\w*|laufzeit|durée|dauer|dauert|durée|solange|pendant|tant que|aussi longtemps)\b", r"\b(?:\w*overeenkomst\w*|verwerk\w*|dienst\w*|samenwerking|agreement|process\w*|services?|term|tijd|jaar|maanden|opzeg\w*|years?|subscription|account|vertrag\w*|contrat\w*|accord|leistung\w*|prestations?|verarbeit\w*|trait\w*|terminat\w*|deletion|relatie|\w*vertrags?\w*|abonnement\w*|nutzung\w*|contrat\w*|prestations?|services?)\b", unless=("{breach}", "{secrecy}", "{audit}", "{delete} … {end}", r"\bmaatregelen\b", "SUBPROCESSOR", "{measures}")),
    cue(_THIS, r"\b(?:eindig(?:t|en)|stop(?:t|pen)|verval(?:t|len)|loopt af|beëindigd|terminates?|expires?|ends|endet|prend fin|expire)\b", r"\b(?:automatisch|van rechtswege|automatically|gelijktijdig|met de|samen met|upon|when|zodra|wanneer|bij|als|na|after|nach|après|automatisch|mit|sobald|zusammen|sowie|avec|en même temps|dès|lorsque|au terme|automatiquement|de plein droit)\b"),
    cue(r"\b(?:stays?|remains?|continues?|bleib(?:t|en)|reste(?:nt)?|demeure(?:nt)?) (?:\w+ )?(?:in (?:full )?(?:force|effect)|in kraft|en vigueur)\b … \b(?:until|as long as|so long as|bis|solange|jusqu|tant que)\b", unless=("{breach}", "{secrecy}", "{audit}", "SUBPROCESSOR", "{measures}")),
    cue(r"\bPROCESSOR (?:keeps? (?:on )?doing|continues?|goe?s? on|blij(?:ft|ven) (?:dit|dat)|doe(?:t|n) (?:dit|dat))\b … \b(?:as long as|until|zolang|totdat)\b", unless=("{breach}", "{secrecy}", "{audit}", "{rights}")),
    cue(r"\bblij(?:ft|ven) (?:\w+ ){0,4}van (?:toepassing|kracht)\b … \b(?:tot|totdat|zolang)\b", _THIS),
    cue(AT_THE_START + r"(?:de |the |die )?(?:duur|looptijd|duration|term|laufzeit|durée|dauer)(?::|\W+)(?:is )?", r"\b(?:zolang|gedurende|voor de duur|tot(?:dat)?|onbepaalde tijd|gelijk aan|as long as|so long as|until|for the (?:term|duration)|indefinite\w*|equal to|solange|pendant|tant que|aussi longtemps|bis|à|unbefristet|celle d[ue]|that of|(?:die|gelijk aan die) (?:van|des|der))\b"),
    cue(r"\b(?:duur|duration|looptijd|laufzeit|durée|dauer|dauert|durée) (?:van de |of (?:the )?|der )?(?:verwerking\w*|processing|overeenkomst|data processing|verarbeitung)\b"),
)  # fmt: skip
_LASTS_THERE = cue(
    r"\b(?:geld(?:t|en)|loopt|lopen|duurt|duren|volgt|van kracht|applies|apply|runs?|lasts?|gilt|gelten|läuft|débute\w*|cess\w*|endet|enden|ends?|eindig\w*|finit|prend fin)\b",
    r"\b(?:totdat|tot en met|tot (?:het moment|de dag|de datum) (?:dat|waarop)|zolang|gedurende|even lang|in duur|for as long|until|while|solange|pendant|tant que|aussi longtemps|bis|à|jusqu|avec|mit|with|met)\b",
)
_STARTS = cue(
    _THIS,
    r"\b(?:treedt in werking|ingangsdatum|vangt aan|gaat in|effective (?:date|as of|from)|enters? into force|commence\w*|tot stand|tritt in kraft|entre en vigueur|prend effet)\b",
)


_FOR_A_PERIOD = cue(
    r"\b(?:aan(?:ge)?ga\w*|gaan|gesloten|geldt|duurt|looptijd|entered|concluded|valid|runs?|lasts?|geschlossen|läuft|gilt|conclu\w*)\b … \b(?:voor|for|für|pour|van|of)\b (?:[\w()]+ ){0,4}{a_period}",
    unless=("{delete}", "{breach}", r"\b(?:opzeg\w*|notice|kündigung\w*|préavis)\b"),
)


def duration(text: Questioned) -> Judgement:
    """Art. 28(3): how long the processing lasts, also by reference to the main agreement or to the processing itself."""
    requirement = "duration"
    headed = text.under(
        "duur",
        "looptijd",
        "term",
        "duration",
        "beëindiging",
        "laufzeit",
        "dauer",
        "durée",
        "inwerkingtreding",
        "geldigheid",
        "ingang",
        "einde",
    )
    lasts = meeting(headed, *_LASTS) or text.meeting(*_LASTS) or meeting(headed, _LASTS_THERE, _FOR_A_PERIOD)
    if lasts:
        return met(requirement, lasts[:2])
    starts = text.meeting(_STARTS)
    return partial(requirement, starts[:2], "end") if starts else missing(requirement)


_SAY = (
    cue(r"\bCONTROLLER:? (?:(?!PROCESSOR\b)\w+ ){0,4}(?:beslist|kiest|houdt de regie|heeft de regie|recht|gerechtigd|(?:mag|kan)(?! (?:\w+ ){0,3}(?:gebruiken|hebben|verzamelen|verwerken|aanleveren|verstrekken|delen)\b)|bepaalt|stelt|heeft|behoudt|right|may|entitled|determines?|can|kann|peut|dispose|demande|darf|peut|berechtigt|dispose|peut|droit)\b", unless=(r"\b(?:geen|niet|not|no) (?:\w+ )?(?:recht|gerechtigd|right|entitled)\b",)),
    cue(r"\bCONTROLLER\b … \b(?:(?:hat|behält sich) (?:\w+ ){0,3}recht|(?:ist|bleibt) (?:\w+ ){0,3}(?:berechtigt|befugt)|(?:a|dispose d[ue]|conserve) (?:\w+ ){0,2}droit)\b", unless=(r"\b(?:kein|nicht|pas|aucun)\b … \b(?:recht|berechtigt|befugt|droit)\b", r"\bPROCESSOR (?:hat|ist|behält|a|dispose) ")),
    cue(r"\bzeggenschap\b", r"\bCONTROLLER\b", unless=(r"\b(?:geen|niet)\b … \bzeggenschap\b",)),
    cue(r"\b(?:instruct\w*|zeggenschap|keuze|toestemming|verzoek) (?:\w+ )?van CONTROLLER\b|\bstelt CONTROLLER in staat\b|\bopdracht van CONTROLLER\b|\b(?:directions?|instructions?|choice|option|request) of CONTROLLER\b|\bCONTROLLER (?:documented |written )?(?:instructions|request|choice)\b|\b(?:choix|accord|instructions?|demande)\b (?:[\w',]+ ){0,6}(?:du|de la|de) CONTROLLER\b|\b(?:wahl|zustimmung|verlangen|anforderung) des CONTROLLER\b|\bweisung\w*\b"),
)  # fmt: skip
_OWES_TOO = cue(
    r"\bCONTROLLER (?:(?!PROCESSOR\b)\w+ ){1,12}(?:en|and|und|et) (?:zorgt|informeert|garandeert|is verantwoordelijk|ensures?|warrants?|informs?|sorgt|gewährleistet|veille|garantit|informe)\b"
)
_OWES = cue(r"\b(?:blijft?|bent?|is) CONTROLLER (?:\w+ ){0,2}verantwoordelijk\b|\bCONTROLLER:? (?!(?:persoons)?gegevens\b|data\b|klanten\b|medewerkers\b|personal data\b)(?:(?!PROCESSOR\b)\w+ ){0,5}(?:informeert|vertelt|licht (?:\w+ ){1,6}in|ziet (?:er(?:op)?|erop) toe|houdt (?:zich|CONTROLLER) aan|zal|dient|moet|garandeert|is (?:\w+ ){0,3}verantwoordelijk|verklaart|staat|zorgt|vrijwaart|verplicht|stelt|draagt|blijft|blijf|shall|will|must|warrants?|represents?|is (?:\w+ ){0,3}responsible|agrees|ensures?|undertakes|verantwortlich|responsable|gewährleistet|garantit|s'engage|veille|hat|doit|ist (?:\w+ ){0,8}verantwortlich|est (?:\w+ ){0,8}responsable|trägt|sorgt|assume|fournit|documente|est tenue?)\b|\bist (?:\w+ ){0,4}CONTROLLER (?:zuständig|verantwortlich)\b|\b(?:zal|dient|shall|will) CONTROLLER\b|\bverantwoordelijkheid van CONTROLLER\b|\b(?:ligt|berust|rust) (?:bij|op) CONTROLLER\b|\bresponsibility of (?:the )?CONTROLLER\b")  # fmt: skip

_THE_OTHER_ACTS = r"\bPROCESSOR (?:\w+ )?(?:shall|will|must|zal|dient|moet|doit|muss|wird)\b"
_OWES_THEN = cue(
    AT_THE_START
    + r"(?:zij|hij|deze|it|they|sie|er) (?:\w+ ){0,5}(?:zal|dient|moet|garandeert|staat|zorgt|vrijwaart|verplicht|draagt|blijft|shall|will|must|warrants?|ensures?|undertakes|gewährleistet|garantit|s'engage|veille)\b"
)


_ITS_DUTIES = re.compile(
    r"\b(?:engagements?|obligations?|responsabilites?|pflichten|aufgaben|mitwirkung\w*|obligations|duties|responsibilities|verplichtingen|plichten|taken) (?:of|du|de|des|van|der) "
)
_ACTS = re.compile(AT_THE_START + r"(?:the |de |het |der |die |le |la |l')?CONTROLLER \w+")


def _under_its_duties(one: Statement) -> bool:
    """Whether `one` says what the controller does, under a heading of somebody's duties: "the customer informs its staff"."""
    return bool(_ITS_DUTIES.search(one.heading)) and _ACTS.match(one.own) is not None


def rights_and_duties(text: Questioned) -> Judgement:
    """Art. 28(3): both the controller's say and its own duties."""
    requirement = "controller_rights_and_duties"
    rights, duties = (_of_the_controller(text.meeting(*cues)) for cues in (_SAY, (_OWES, _OWES_TOO)))
    duties = duties or _of_the_controller(text.where(_under_its_duties))
    duties = duties or tuple(
        o for one in rights if not one.says(_THE_OTHER_ACTS) for o in text.around(one, after=1) if _OWES_THEN.meets(o)
    )
    if not rights and not duties:
        return missing(requirement)
    lacking = [*(() if rights else ("rights",)), *(() if duties else ("duties",))]
    return judged(requirement, dict.fromkeys((*rights[:2], *duties[:2])), *lacking)


def _of_the_controller(found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(one for one in found if "CONTROLLER" in one.text and not one.defines)
