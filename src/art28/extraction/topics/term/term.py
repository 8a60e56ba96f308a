"""Reading -> term: when the agreement starts, how long it lasts and how it ends; survival.py has what outlives it."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.values.references import MAIN, THIS, is_on_this_agreement
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_STARTS = AnyCase(
    rf"\b(?:heeft|hebben|krijgt) (?:de)?zelfde ingangsdatum\b|\b(?:{THIS})[^.;]{{0,20}}\bappl(?:y|ies) (?:from|as of|as soon as|once)\b|\b(?:zodra|als|wanneer|vanaf het moment dat)\b[^.;]{{3,90}}, (?:gelden|geldt|gaan|gaat) (?:ook |meteen |direct )?(?:{THIS})|\bgaa?[nt] (?:{THIS}) in\b|"
    rf"ingangsdatum\b[^.;]{{0,60}}\bis\b|\bontstaat (?:doordat|zodra|wanneer|op|door|bij)\b|wordt (?:zij|hij|deze|het) van kracht|\bis (?:{THIS}) (?:geldig|van kracht)|gaan in op|\b(?:gaat|sluit|aanvaardt|accepteert) (?:CONTROLLER |ook |daarmee |tevens ){{0,3}}(?:{THIS})|"
    r"gaat in (?:zodra|als|wanneer|nadat|met|tegelijk|gelijktijdig)|gaat (?:tegelijk|gelijktijdig|samen) met [^.;]{3,60}? in\b|(?:geldt|gelden) (?:vanaf|zodra|met ingang)|gaan? (?:zij |hij |het )?gelden|(?:treedt|treden|treed) (?:pas )?(?:op [^.;]{0,60})?in werking|in werking tre|wordt van kracht|geldt vanaf|vanaf het moment dat|\bbeginnen\b|vangt\b[^.;]{0,60}\baan\b|komt tot stand|gaat in (?:op|"
    r"per|bij|vanaf)|ingaande|vangt aan|begin(?:t|nen) op (?:die|diezelfde|dezelfde) datum|"
    r"(?:is|wordt) (?:geldig|van kracht|aangegaan|gesloten) (?:vanaf|met ingang|per|op|door|bij)|met ingang van|"
    r"(?:tak|tre)es? effect|\btakes? effect\b|s.applique (?:à compter|dès)|(?:become|be|is|are) effective|(?:enters?|comes?) into (?:force|effect)|commences?\b|shall begin|"
    r"tritt [^;]{0,120}in kraft|inkrafttret|wird [^.;]{0,90}wirksam|beginnt|gilt ab|entre en vigueur|prend effet|ga je (?:tevens )?akkoord|"
    r"wirksam abgeschlossen|\bwird\b[^.;]{0,60}\b(?:ab)?geschlossen\b|kommt\b[^.;]{0,90}\bzustande|entrent en vigueur|prennent effet|\bbegint (?:op|zodra|bij|vanaf|te lopen)|\bbegins\b|\bstarts (?:when|once|as soon as)\b|\blie les parties dès\b|gaat [^.;]{0,60}\bakkoord|\bga CONTROLLER (?:\w+ )?akkoord",
)
_ON_SIGNATURE = AnyCase(
    r"ondertekening|onderteken(?:en|d|t)|\bhandtekening|getekend|\bhebben getekend|\btekent\b|tekening door|signature|\bsign(?:ed|ing|s)?\b|execution (?:of|by)|executed by|"
    r"unterzeichn|unterschrift|unterschrieben",
)
_IS_ACCEPTED = AnyCase(r"\bword(?:t|en) (?:door CONTROLLER )?aanvaard\b")
_WITH_MAIN = AnyCase(
    rf"\b(?:zodra|wanneer|als)\b[^.;]{{0,40}}(?:{MAIN})[^.;]{{0,20}}\b(?:aangaat|sluit|ingaat|begint|start|van kracht)\b|"
    rf"(?:date (?:de (?:prise d.effet|signature|conclusion|notification|début|commencement)|d.entrée en vigueur)|gelijktijdig met|tegelijk met|zeitgleich mit|en même temps que|(?:zelfde|dezelfde) (?:moment|datum|dag|tijdstip)[^.;]{{0,20}}als|même (?:date|jour|moment) que|am selben tag wie|"
    rf"(?:op|vanaf) (?:de|het) (?:dag|datum|tijdstip|moment) (?:dat|waarop)|ingangsdatum\b[^.;]{{0,40}}\bdie van|(?:zelfde|dezelfde) ingangsdatum als|tritt mit (?:dem |der )?|beginnt mit (?:dem |der )?|ingangsdatum van|aanvang van|"
    rf"inwerkingtreding van|datum van (?:ondertekening van )?|totstandkoming van|het (?:sluiten|aangaan) van|effective date of|"
    rf"met ingang van (?=(?:de |het )?{MAIN})|commencement (?:date )?of|on the (?:date|day) (?:on which|that|when)|"
    rf"same (?:date|time) as|together with|(?:mit|ab) (?:dem )?(?:abschluss|beginn|inkrafttreten) de[sr]) ?(?:de |het |the )?[^.;]{{0,30}}?{MAIN}|(?:{MAIN})[^;]{{0,120}}op het (?:tijdstip|moment) waarop (?:die|deze)\b",
)
_ON_ACCEPTANCE = AnyCase(
    r"\baccount\b[^.;]{0,12}\baanmaa?k\w*|\baanma(?:akt|ken)\b[^.;]{0,12}\baccount\b|\bin gebruik (?:neemt|nemen)\b|\bingebruikname\b|"
    r"geaccepteerd|\baccepts?\b|\baccepteert\b|accept(?:eren|eert|atie|ance|ing|s|ed)\b|aanvaard|akkoord|aanmaken van|aan te maken|registrer|"
    r"clicking|(?:vanaf|bij|door) (?:de |het )?(?:bestelling|bestellen)\b|"
    r"click-|agrees? to th|"
    r"\b(?:anlage|anlegen|einrichtung|eröffnung|erstellung) (?:des|eines|ihres|seines) \w*kontos?\b|\b(?:bestellung|registrierungsvorgang|auftragserteilung)\b|"
    r"bestätigung|annahme\b|akzept|en cochant|bestellvorgang|häkchen|aangevinkt|aanvink|accepta|aktivierung|registrierung|zustimmung|\bcreates? (?:an?|your|its) (?:\w+ )?(?:account|workspace|project)|\bbuchung\b|\bbucht\b|acceptation|souscription",
)
# "op het moment dat CONTROLLER de abonnementsovereenkomst accepteert"
_ACCEPTS_IT = AnyCase(
    rf"\b(?:dat|waarop|zodra|wanneer|when|on which|once|that) (?:the )?CONTROLLER\b(?: \w+)?[^.;]{{0,20}}(?:(?:{MAIN})[^.;]{{0,20}}\b(?:accepteert|aanvaardt)\b|"
    rf"\bakkoord gaat met (?:de |het )?(?:{MAIN})|\b(?:accepts|agrees to) (?:the )?(?:{MAIN}))"
)
_THIS = AnyCase(THIS)
_MAIN = AnyCase(MAIN)
_OTHER_SUBJECT = AnyCase(
    r"wijziging|amendment|variation|modification|änderung|change|sub-?processor|modelclausule|standard contractual|\bSCCs?\b|SUBPROCESSOR",
)

_FOR_MAIN = AnyCase(
    rf"(?:(?:zelfde|dezelfde|gelijke) (?:duur|looptijd|termijn|periode) als|loopt gelijk (?:op )?met|same (?:period|term|duration) as|für die (?:gesamte )?(?:dauer|laufzeit)|for the (?:duration|term) (?:set out|laid down|specified|agreed|as (?:set out|determined|agreed)) in|(?:voor|gedurende) de (?:gehele |volledige )?(?:duur|looptijd)(?: zoals [^.;]{{0,20}}in)?|"
    rf"zolang(?: als)?|(?:eben)?so lange,? wie|ebensolange,? wie|(?:die|dieselbe) (?:laufzeit|dauer) (?=des |der )|aussi longtemps que|(?:net )?(?:even|zo) ?lang als|"
    rf"looptijd (?:is|volgt|komt overeen)[^.;]{{0,20}}|duur van|for the (?:full |entire )?(?:duration|term)|(?:as|"
    rf"so) long as|"
    rf"(?:eindigt|vervalt|neemt een einde|endet|terminates?|expires?|ends?|prend fin|s.achève|cesse|expire)\b[^.;]{{0,60}}?(?:avec|en même temps que|bij|zodra|wanneer|als|indien|"
    rf"op het moment|gelijktijdig met|tegelijk met|met|upon|when|with|mit|on)|"
    rf"bis zum ende|laufzeit[^.;]{{0,60}}(?:entspricht|richtet)|dauer[^.;]{{0,40}}(?:entspricht|richtet)|durée(?= d[ue']) ?|wenn der[^.;]{{0,60}}|throughout)\b[^.;]{{0,70}}?(?:{MAIN})|"
    rf"(?:eindigt|vervalt|stopt) (?:de |het )?[^.;,]{{0,20}}(?:{MAIN})[^.;]{{0,40}}\b(?:eindigt|vervalt|stopt|houdt)\b[^.;]{{0,30}}(?:{THIS})|"
    rf"(?:{MAIN})[^;.]{{0,40}}\b(?:even|net zo|zo) ?lang als (?:deze|die)\b|"
    rf"(?:{MAIN})[^;]{{0,120}}\b(?:geldt|loopt|duurt)[^;]{{0,30}}\b(?:voor de duur|zolang als die|"
    rf"gedurende de looptijd) daarvan|(?:{MAIN})[^;]{{0,140}}\b(?:dezelfde|zelfde|same) (?:looptijd|duur|term)\b|"
    rf"(?:beendigung|ende|kündigung) de[rs] (?:{MAIN})[^.;]{{0,60}}\b(?:beendet|endet)\b|\bendet\b[^;]{{0,80}}?(?:{MAIN})|"
    rf"(?:{MAIN})[^;]{{0,120}}\b(?:(?:eindigt|eindigen|vervalt) (?:tegelijk|gelijktijdig|samen) (?:daarmee|hiermee)|"
    rf"(?:eindigt|vervalt) daarmee|ends? (?:together )?with it|endet (?:zugleich |gleichzeitig |zeitgleich )?mit (?:ihm|ihr|diesem|dieser)\b|"
    rf"prend fin (?:en même temps que|avec) (?:lui|elle|celui-ci|celle-ci))\b|"
    r"\bprend fin avec celui-ci\b|"
    rf"\b(?:looptijd|duur)\b[^.;]{{0,30}}\b(?:volgt|gelijk aan|komt overeen met)\b[^.;]{{0,30}}(?:{MAIN})|"
    rf"\b(?:einde|beëindiging|afloop) van (?:{MAIN}|de [^.;]{{0,15}}(?:{MAIN}))[^.;]{{0,40}}\b(?:komt|eindigt|vervalt|loopt|stopt)\b[^.;]{{0,30}}(?:{THIS})|"
    rf"\bzegt\b[^.;]{{0,30}}(?:{MAIN})[^.;]{{0,30}}\b(?:lopen|loopt|eindigen|eindigt|stoppen|stopt|vervallen|vervalt)\b[^.;]{{0,20}}(?:{THIS})|"
    r"\bzolang PROCESSOR (?:de |deze |zijn |haar )?(?:dienst\w*|product\w*)[^.;]{0,30}\b(?:levert|leveren|verleent|biedt)\b|\bzolang CONTROLLER (?:CONTROLLER\b|[^.;]{0,40}\b(?:afneemt|gebruikt|gebruik maakt|abonnement))",
)
_MAIN_ENDS_THIS = AnyCase(
    rf"(?:bij|indien|wanneer|zodra|als|na|upon|if|when|on)\b[^.;]{{0,30}}(?:{MAIN})[^.;]{{0,70}}(?:eindig|einde|"
    rf"beëindig|terminat|expir|ends)"
    rf"[^.;]{{0,60}}(?:{THIS})|"
    rf"(?:bij|upon|on|after) (?:het )?(?:beëindiging|einde|eindigen|afloop|termination|expiry|ontbinding) (?:van|"
    rf"of) [^.;]{{0,30}}(?:{MAIN})"
    rf"[^.;]{{0,60}}(?:eindigt|terminates?|ends?|expires?)[^.;]{{0,40}}(?:{THIS})",
)
_WHILE = AnyCase(
    r"(?:zolang|zo lang|tot (?:het moment|het tijdstip|de dag) (?:waarop|dat)|(?:voor|gedurende) de (?:gehele |volledige )?(?:periode|tijd) (?:dat|waarin|waarover)|(?:as|so) long as|for as long as|solange|so lange,? wie|tant que|aussi longtemps que|until|for as long afterwards as|totdat|tot (?=PROCESSOR)|jusqu'à|bis|sobald)\b[^;]{0,120}?(?:"
    r"no longer (?:holds?|has|retains?)|PROCESSOR (?:has|have)\b[^;]{0,40}\bdata\b|(?:deleted|erased|destroyed|returned)\b[^;]{0,60}\bdata\b|keine\b[^;]{0,30}\bdaten\b[^;]{0,60}\bmehr\b|suppression de[^;]{0,30}données|(?:holds?|keeps?|retains?|stores?)\b[^;]{0,60}\bdata\b|gegevens[^;]{0,60}(?:meer heeft|heeft gewist|gewist|verwijderd|vernietigd|teruggegeven|bewaart)|daten\b[^;]{0,80}(?:herausgegeben)|"
    r"(?:trait|détien|conserv)\w*[^;]{0,60}données|daten\b[^;]{0,80}(?:besitz|gelöscht|zurückgegeben|verarbeite)|données\b[^;]{0,80}(?:trait|détien|conserv|supprim)|"
    r"gegevens[^;.]{0,60}\b(?:heeft|hebben)\b|gegevens[^;]{0,90}(?:verwerk|bewerkt|onder (?:zich|PROCESSOR)|bezit|beschik)|"
    r"verwerkt|(?:terug ?lever|vernietig|verwijder|wissen)[^;]{0,90}niet (?:is |zijn )?(?:voltooid|afgerond)|"
    r"\bprocess(?:es|ing)?\b|retains?|possession|custody|personal data[^.;]{0,60}(?:deleted|returned)|verarbeitet)|"
    r"(?:voor|gedurende) de (?:gehele )?duur van de (?:daadwerkelijke )?verwerking|for the duration of the processing|"
    r"(?:van toepassing|van kracht|gelden|geldt|applies|apply|in force)\b[^;]{0,60}(?:gegevens|data)[^;]{0,60}(?:onder zich|bewaart|bezit|holds?|retains?)|"
    r"eindigt (?:pas |eerst )?(?:wanneer|zodra|als|nadat)\b[^;]{0,80}gegevens[^;]{0,60}(?:gewist|verwijderd|vernietigd|teruggegeven)|"
    r"\bniet eerder dan[^;]{0,40}gegevens[^;]{0,60}(?:gewist|verwijderd|vernietigd|teruggegeven)|eindigt niet (?:eerder |voor)[^;]{0,80}gegevens[^;]{0,90}(?:onder zich|verwijderd|gewist|vernietigd)",
)
_COOPERATION = AnyCase(
    r"loopt (?:mee|gelijk) (?:op )?met de (?:samenwerking|relatie)|(?:(?:voor|gedurende) de (?:duur|looptijd) van|zolang)[^.;]{0,15}\b(?:de )?(?:samenwerking|relatie)|zolang partijen (?:\w+ ){0,2}?samenwerk|"
    r"for the duration of the (?:cooperation|relationship)|zolang PROCESSOR (?:voor CONTROLLER )?(?:samen)?werk|zolang PROCESSOR voor CONTROLLER \w+en?\b(?<!verwerken)(?<!verwerkt)|solange PROCESSOR für CONTROLLER|solange die zusammenarbeit|eindigt (?:als|zodra|wanneer) de (?:samenwerking|"
    r"relatie) (?:eindigt|stopt)",
)
_SECRECY = AnyCase(r"geheimhouding|vertrouwelijk|confidential|vergoeding|verzeker")


_START_WORDS = (
    *(
        "werking",
        "stand",
        "aanvaard",
        "zodra",
        "in gebruik",
        "afspraken in",
        "accepteert",
        "sluit",
        "gaan in",
        "ingang",
        "gaat in",
        "gelijktijdig",
        "tegelijk",
        "geldig",
        "kracht",
        "aangegaan",
        "gesloten",
        "aanvang",
        "vangt",
        "akkoord",
        "begint",
        "beginn",
        "vanaf",
    ),
    *(
        "apply from",
        "applies from",
        "effect",
        "applique",
        "begins",
        "commenc",
        "force",
        "kraft",
        "wirksam",
        "vigueur",
        "zustande",
        "starts ",
        "dès l",
        "geschlossen",
        "effet",
    ),
)
_LENGTH_WORDS = (
    *("duur", "duren", "einde", "zolang", "zo lang", "geldt", "eindig", "looptijd", "kracht", "loopt", "gelden"),
    *(
        "long as",
        "term",
        "ends",
        "until",
        "expir",
        "same period",
        "duration",
        "laufzeit",
        "so lange",
        "dauer",
        "solange",
        "endet",
        "beend",
        "durée",
        "tant que",
        "aussi longtemps",
        "applique",
        "jusqu",
        "prend fin",
        "achève",
    ),
)


_ENDS_TOO = AnyCase(
    r"\b(?:en|and|und|et) (?:zij |het |it )?(?:eindigt|endet|ends|terminates|loopt|duurt|runs|gilt|geldt|prend fin|continues|remains)\b"
)


def _starts(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, *_START_WORDS):
        text = sentence.text
        start = _STARTS.search(text) or _IS_ACCEPTED.search(text)
        on_this = is_on_this_agreement(reading, sentence) or _under_its_term(sentence)
        if not start or not on_this or _OTHER_SUBJECT.search(text, 0, start.start()):
            continue
        after = text[start.end() : start.end() + 160]
        ends = _ENDS_TOO.search(after)
        around = text[max(0, start.start() - 160) : start.end()] + (after[: ends.start()] if ends else after)
        if _WITH_MAIN.search(around) and not _ACCEPTS_IT.search(around):
            yield proposed("term.starts", sentence, value="with_main_agreement")
        elif _ON_SIGNATURE.search(around):
            yield proposed("term.starts", sentence, value="on_signature")
        elif _ON_ACCEPTANCE.search(around):
            # That it is accepted somewhere yields to a sentence on when it comes into force.
            strength = Strength.EXPRESS if _STARTS.search(text) else Strength.PASSING
            yield proposed("term.starts", sentence, value="on_acceptance", strength=strength)


def _under_its_term(sentence: Sentence) -> bool:
    """Whether a sentence under a heading on the term opens with the bare word for the agreement."""
    return bool(_DURATION_HEADING.search(sentence.clause.heading) and _BARE_AGREEMENT.search(sentence.text))


_BARE_AGREEMENT = AnyCase(r"^[\W\d]*(?:de overeenkomst|het contract|the agreement|der vertrag|le contrat)\b")


def _lasts(reading: Reading) -> Iterator[Candidate]:
    """Where several lengths are named, the longest governs: as long as data are processed, then the main agreement's."""
    found: dict[str, list[Sentence]] = {"while_processing": [], "main_agreement": [], "cooperation": []}
    for sentence in sentences_with(reading, *_LENGTH_WORDS):
        text = sentence.text
        about_this = _THIS.search(text)
        if not is_on_this_agreement(reading, sentence) and not _about_term(sentence):
            continue
        if about_this and _SECRECY.search(text[: about_this.end()]):
            continue
        if not re.search(r"geheimhouding|confidential", text, _I) and _WHILE.search(text) and _holds(text):
            found["while_processing"].append(sentence)
        elif (_FOR_MAIN.search(text) or _MAIN_ENDS_THIS.search(text)) and _holds(text):
            found["main_agreement"].append(sentence)
        elif _COOPERATION.search(text) and _holds(text):
            found["cooperation"].append(sentence)
    for value, sentences in found.items():
        if sentences:
            yield proposed("term.lasts", *sentences, value=value)
            return


_DURATION_HEADING = AnyCase(r"\b(?:duur|looptijd|geldigheid|term\b|duration|dauer|laufzeit|durée)")
_LASTS = AnyCase(
    r"\b(?:geld(?:t|en|ig)|duurt|duren|loopt|blijft|van kracht|aangegaan|eindigt|einde|vervalt|duur|looptijd|in force|"
    r"in effect|valent|remains?|continues?|\bstays?\b|it does so\b|"
    r"entered into|terminates?|ends?|expires?|lasts?|runs|effective|applies|valid|gelden|gilt|gelten|endet|beendet|läuft|laufzeit|bleibt|binds?|valable|dure|durée|conclue?|prend fin|s.applique\w*|s.achève|cesse|expire|vigueur)\b",
)


_OPENS_WITH_TERM = AnyCase(
    r"^[\W\d]*(?:(?:(?:seine|ihre|its|the|de|haar|la|sa) )?(?:duur|looptijd|duration|term|dauer|laufzeit|durée)|de overeenkomst|the agreement)\b"
)


_BARE_TERM = AnyCase(r"^[\W\d]*(?:de )?(?:looptijd|duur) (?:is|volgt|komt overeen|loopt) ")


def _about_term(sentence: Sentence) -> bool:
    if _BARE_TERM.search(sentence.text):
        return True
    return bool(_DURATION_HEADING.search(sentence.clause.heading) and _OPENS_WITH_TERM.search(sentence.text))


def _holds(text: str) -> bool:
    return bool(_LASTS.search(text))


_CANNOT_END = AnyCase(
    r"geen CONTROLLER meer|\b(?:kan|mag|kunnen|mogen)\b[^.;]{0,60}?\bniet\b[^.;]{0,60}?(?:opgezegd|beëindigd|ontbonden|opzeggen|beëindigen)|"
    r"(?:opzegg(?:ing|en)|opzeggen|beëindig(?:ing|en))\b[^.;]{0,60}\b(?:is niet (?:mogelijk|toegestaan)|is uitgesloten|kan niet\b(?! worden))|(?:may not|cannot|can not|"
    r"shall not) be (?:\w+ )?terminated|"
    r"(?:geen (?:der |van (?:de |beide )?)?partij(?:en)?|neither party)[^.;]{0,60}(?:opzeggen|beëindigen|terminate)|"
    r"kündigung\b[^.;]{0,60}\b(?:ausgeschlossen|nicht möglich)|\bkann\b[^.;]{0,60}\bnicht\b[^.;]{0,40}gekündigt|ne peut (?:pas )?être résili",
)
_APART = r"(?:afzonderlijk\w*|\bapart\b|\b(?:van )?(?:enkel|alleen|uitsluitend) (?:deze|dit)\b|\bgesonderte\w*|\blosse\b|\blos\b(?: daarvan| van elkaar)?|zelfstandig|separately|independently|isolierte?\w*|gesondert|séparément|isolément|indépendamment|à part)"
_ENDING = r"(?:\bop(?:ge)?z[eg]+\w*|beëindig\w*|opzegging|terminat\w*|\w*künd\w*|résili\w*|dénonc\w*)"
_NOT_APART = AnyCase(
    rf"{_APART}[^.;]{{0,80}}{_ENDING}[^.;]{{0,60}}(?:\bniet\b|\bnot\b|ausgeschlossen|\bnicht\b|\bpas\b)|"
    rf"(?:\bniet\b|\bnot\b|\bnicht\b|cannot|\bne peut\b)[^.;]{{0,40}}{_APART}[^.;]{{0,80}}{_ENDING}|\bne peut\b[^.;]{{0,40}}{_ENDING}[^.;]{{0,20}}{_APART}|"
    rf"{_APART}[^.;]{{0,40}}(?:\bniet\b|\bnot\b|cannot|\bnicht\b)[^.;]{{0,60}}{_ENDING}|"
    rf"{_APART}[^.;]{{0,40}}\bopzegging is uitgesloten|{_ENDING} {_APART} van\b[^.;]{{0,60}}\b(?:uitgesloten|niet (?:mogelijk|toegestaan))|"
    rf"(?:slechts|alleen|uitsluitend|enkel)\b[^.;]{{0,30}}\b(?:tezamen|samen|tegelijk|gelijktijdig|gezamenlijk) met\b[^.;]{{0,60}}{_ENDING}|"
    rf"{_ENDING}[^.;]{{0,60}}\bzonder (?:gelijktijdige |tegelijk )?[^.;]{{0,40}}{_ENDING}[^.;]{{0,80}}\b(?:geen (?:gevolg|effect|werking)|niet mogelijk|uitgesloten)|"
    rf"\bopzegging\b[^.;]{{0,60}}\b(?:afzonderlijk|apart|los daarvan) is (?:niet (?:mogelijk|toegestaan)|uitgesloten)|"
    rf"(?:neither party|no party|geen (?:der |van de |van beide )?partij\w*|keine (?:der )?partei\w*)[^.;]{{0,40}}{_ENDING}[^.;]{{0,40}}{_APART}|"
    rf"(?:neither party|no party|geen (?:der |van de |van beide )?partij\w*|keine (?:der )?partei\w*)[^.;]{{0,60}}{_APART}(?:(?!\b(?:after|when|na|nadat|nach)\b)[^.;]){{0,60}}{_ENDING}"
)
_APART_TOO = AnyCase(
    rf"\b(?<!neither )(?<!no )(?<!geen )(?<!keine )(?:CONTROLLER|partij|party|partei|partie)\b (?:kan|kunt|mag|may|can|kann|darf|peut)\b[^.;]{{0,60}}{_APART}[^.;]{{0,80}}{_ENDING}|"
    rf"\b(?:CONTROLLER|partie)\b peut\b[^.;]{{0,20}}{_ENDING}[^.;]{{0,20}}{_APART}"
)
_CAN_END = AnyCase(
    rf"(?:kan|mag|kunnen|mogen|gerechtigd|bevoegd|het recht|may|can|entitled to|"
    rf"right to)\b[^.;]{{0,60}}?(?:{THIS})[^.;]{{0,140}}?"
    rf"(?:op te zeggen|opzeggen|ontbinden|te beëindigen|beëindigen|opgezegd|\bterminate\b)|"
    rf"(?:may|can|entitled to|right to)[^.;]{{0,20}}terminate (?:{THIS})|(?:{THIS}) (?:may|can) be terminated|"
    rf"(?:{THIS})[^.;]{{0,20}} kan[^.;]{{0,80}}(?:worden opgezegd|opgezegd worden|worden beëindigd)|"
    rf"\brecht\b[^.;]{{0,30}}(?:{THIS})[^.;]{{0,160}}\bzu kündigen\b|"
    rf"\b(?:kann|können|darf)\b[^.;]{{0,60}}(?:{THIS})[^.;]{{0,140}}\bkündigen\b|"
    r"\brecht zu[rm]? (?:außerordentlichen |fristlosen )?kündigung\b[^.;]{0,140}\bunberührt\b|"
    rf"\bpe(?:ut|uvent)\b[^.;]{{0,40}}\brésilier (?:{THIS})",
)
_MAY_END = AnyCase(
    r"\b(?:CONTROLLER|partij|party)\b (?:kan|mag|may)(?: dan| daarom| schriftelijk)? (?:opzeggen\b|"
    r"terminate\b(?! (?:the|any|its|affected)))",
)


# "Im Fall eines Widerspruchs darf der Anbieter kündigen": what an objection to a sub-processor brings about.
_ON_OBJECTION = AnyCase(
    r"\b(?:im falle? eines widerspruchs|widerspricht|bei (?:einem )?widerspruch|en cas d.opposition|in (?:the )?(?:event|case) of (?:an )?objection|with a refund|refund of|unused (?:months|fees)|bij (?:een )?bezwaar)\b"
)
_ENDING_WORDS = ("opzeg", "opgezegd", "beëindig", "ontbind", "ontbonden", "terminat", "künd", "résili", "dénonc")


def _separately_terminable(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, *_ENDING_WORDS):
        if _NOT_APART.search(sentence.text) or (
            _CANNOT_END.search(sentence.text) and is_on_this_agreement(reading, sentence)
        ):
            yield proposed("term.separately_terminable", sentence, value=False)
        elif _ON_OBJECTION.search(sentence.text):
            continue
        elif _CAN_END.search(sentence.text) or _APART_TOO.search(sentence.text):
            yield proposed("term.separately_terminable", sentence, value=True)
        elif _MAY_END.search(sentence.text) and not _MAIN.search(sentence.text):
            yield proposed("term.separately_terminable", sentence, value=True, strength=Strength.PASSING)


RULES = (
    Rule("term-starts", ("term.starts",), _starts),
    Rule("term-lasts", ("term.lasts",), _lasts),
    Rule("term-separately-terminable", ("term.separately_terminable",), _separately_terminable),
)
