"""Reading -> sub-processors: consent general or specific, notice and objection, flow-down, liability (Art. 28(2) and (4))."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.cues import Reads, cue, flag, phrase, reads, settled
from art28.extraction.durations import durations
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "SUBPROCESSOR",
    "subverwerk",
    "sub-verwerk",
    "onderaannem",
    "leverancier",
    "partij wissel",
    "sub-proces",
    "subproces",
    "derde",
    "andere",
    "third part",
    "another",
    "unterauftrag",
    "dritt",
    "inschakel",
    "bezwaar",
    "object",
    "widers",
    "oppos",
    "verzet",
    "sous-trait",
    "hulpverwerk",
    "bedrijven",
    "organisaties",
)
# Words of changes, which a provision on sub-processors may name without naming those again.
_CHANGE_WORDS = (
    *_WORDS,
    "wijziging",
    "toevoeg",
    "vervang",
    "komt er",
    "change",
    "addition",
    "replac",
    "hinzu",
    "änder",
    "ersetz",
    "wechsel",
    "ajout",
    "remplace",
    "modification",
    "reden",
)
_ENGAGING = (
    r"{sub}|\bsub-?contract(?:ing)?\b|\boutsourc\w*|\buit ?(?:te )?bested\w*|\bsous-trait(?:er|ance)\b|\bunterbeauftrag\w*",
    r"{engage}",
)
_ELSEWHERE = (
    r"\bbuiten de (?:eer|eu|europese)\b|\boutside (?:of )?the (?:eea|eu|european)\b|"
    r"\bderde landen\b|\bthird countr\w+",
    r"{secrecy}",
    r"{audit}",
    r"\b(?:verstrek|bekendma|openbaar|disclos|reveal)\w*",
)
_OF_BOTH_KINDS = (
    r"\b(?:specific|specifieke) (?:or|of) (?:general|algemene)\b|\b(?:general|algemene) (?:or|"
    r"of) (?:specific|specifieke)\b|\{\{|\boption 1\b"
)
# What makes a consent less than a general one: it is denied, or given for each case, or on a condition.
_CONSENT_HEDGED = (
    r"\b(?:geen|niet|not|no|kein\w*|nicht|aucun\w*|ne|alleen|uitsluitend|slechts|pas|only|nur|vooraf\w*|prior|previous|vorherig\w*|"
    r"préalable\w*|indien|mits|tenzij|if|unless|provided|wenn|sofern|sauf|telkens|each case|einzelfall\w*|zodra|nadat)\b"
)
_AUTHORISATION: tuple[Reads, ...] = (
    reads(
        "subprocessors.authorisation",
        cue(
            r"{general_consent}",
            r"{sub}",
            unless=(_OF_BOTH_KINDS, r"\b(?:geen|no|not|niet) (?:\S+ ){0,4}(?:{general_consent})"),
        ),
        value="general",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"{specific_consent}",
            *_ENGAGING,
            unless=(
                *_ELSEWHERE,
                _OF_BOTH_KINDS,
                r"{general_consent}",
                r"\bSUBPROCESSOR (?:mag|may|zal|shall|schakelt)\b",
                r"\b(?:toekomstige|future) (?:wijziging|change)\w*",
                r"\bwithout (?:having|needing|being|the need)\b|\bzonder (?:dat|daar|daarvoor)\b",
            ),
        ),
        value="specific",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"\b(?:soweit|sofern|wenn|si|pourvu que|à condition que)\b … (?:{inform}|{announce})",
            r"\b(?:nicht|kein\w*)\b (?:\S+ ){0,6}?(?:widersp\w+|einspr\w+)|\b(?:ne|n')\b … \b(?:pas|aucune)\b … (?:{objection})",
            r"\b(?:zulässig|gestattet|erlaubt|autorisée?|permise?|possible)\b",
            *_ENGAGING,
            unless=(*_ELSEWHERE, r"\b(?:nicht|un)\b ?(?:zulässig|gestattet)\b"),
        ),
        value="general",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"CONTROLLER (?:\S+ ){0,4}?(?:geeft|verleent|stemt|machtigt|autoriseert|staat|authori[sz]es|consents|agrees|permits|allows|"
            r"approves|gestattet|erlaubt|stimmt|ermächtigt|willigt|genehmigt|autorise|accepte)\b|"
            r"PROCESSOR (?:is|are|est|ist|wird) (?:\w+ )?(?:authori[sz]ed|permitted|allowed|entitled|gemachtigd|autorisé|berechtigt|ermächtigt)\b",
            *_ENGAGING,
            unless=(*_ELSEWHERE, _OF_BOTH_KINDS, _CONSENT_HEDGED, r"{specific_consent}"),
        ),
        strength=Strength.PASSING,
        value="general",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"(?:\bstaat (?:het )?PROCESSOR vrij\b|PROCESSOR (?:\S+ ){0,3}?(?:{may})|{may} (?:\S+ ){0,3}?PROCESSOR|\blaat\b|\btoegestaan\b|\bmag\b)",
            *_ENGAGING,
            unless=(*_ELSEWHERE, r"{consent}", r"\b(?:geen|niet|not|no)\b", r"\bCONTROLLER (?:kan|mag|may|can)\b"),
            by=Role.PROCESSOR,
        ),
        strength=Strength.PASSING,
        value="general",
    ),
)
_AUTHORISES = reads(
    "subprocessors.authorisation",
    cue(
        r"\bCONTROLLER (?:hereby )?(?:authori[sz]es|permits|allows) PROCESSOR to (?:engage|use|appoint|subcontract)\b|"
        r"\bCONTROLLER (?:\w+ ){0,2}(?:staat|geeft) PROCESSOR (?:\w+ ){0,2}toe(?:stemming)? … \b(?:in te schakelen|te gebruiken)",
        r"{sub}",
        unless=(*_ELSEWHERE, r"{specific_consent}", r"\b(?:listed|following|vermelde|genoemde|volgende)\b"),
    ),
    strength=Strength.PASSING,
    value="general",
)
_CONSENT_TO_LISTED = cue(
    r"CONTROLLER",
    r"\b(?:geeft|verleent|gives|grants|hereby|stemt)\b",
    r"{consent}",
    r"SUBPROCESSOR",
    r"\b(?:onderstaande|volgende|hieronder|genoemde|vermelde|listed|following|below|bijlage|annex|schedule)\b",
    unless=(*_ELSEWHERE[:1], r"{general_consent}", r"{specific_consent}"),
)
_DIRECTION = (
    r"\b(?:krijgt|hoort) (?:de )?CONTROLLER\b|\bCONTROLLER\b … (?:{inform}|{announce})|(?:{inform}|{announce}) … \bCONTROLLER\b|"
    r"\b(?:wordt|worden|krijgt|krijgen|is|are|be|receives?|wird|werden|erhält|est|sont|sera|seront)\b … (?:{announce})|"
    r"\b(?:krijgt|krijgen|receives?|erhält|reçoit)\b … (?:{inform})|(?:{announce}) … \b(?:wordt|worden|wird|werden)\b"
)
_TOLD = (
    r"\bCONTROLLER (?:wordt|krijgt|hoort|ontvangt|verneemt|(?:will|shall) be|is|receives|wird|erhält|est|sera|reçoit)\b|"
    r"\b(?:wordt|worden|krijgt|hoort|ontvangt|wird|erhält|reçoit) CONTROLLER\b|\b(?:notice|notification) to CONTROLLER\b|\b(?:wie|whoever|subscribers|wer|abonné)\b … \b(?:krijgt|ontvangt|receives?|erhält)\b"
)
_NO_NOTICE = (
    r"{breach}",
    r"{audit}",
    *_ELSEWHERE[:1],
    r"\bCONTROLLER (?:zal|dient|moet|shall|must) … PROCESSOR",
    r"{rights}",
    r"\b(?:niet|not) (?:verplicht|obliged|required)\b",
    r"\bverstrek\w* … inzage",
    r"{infringes}",
    r"\bCONTROLLER (?:may|mag|kan) (?:\w+ )?(?:terminate|opzeg|beëindig)\w*",
)
_NOTICE = reads(
    "subprocessors.change_notice",
    cue(r"{new_sub}", r"{inform}|{announce}", unless=_NO_NOTICE, by=Role.PROCESSOR),
    cue(r"{new_sub}", r"{inform}|{announce}", _TOLD, unless=_NO_NOTICE),
)
_OBJECTION: tuple[Reads, ...] = (
    reads(
        "subprocessors.objection",
        cue(
            r"\b(?:geen recht (?:van|op|om) bezwaar|afstand van het recht om … bezwaar|waives? … right to object|kan geen bezwaar|geen bezwaarrecht|no right (?:to|"
            r"of) object\w*|may not object|kein (?:widerspruchs|einspruchs)recht|(?:ne peut|sans pouvoir) s'opposer)\b|"
            r"\brecht (?:van|op|tot) bezwaar (?:heeft|komt) (?:\S+ ){0,3}(?:niet|geen)\b|\bCONTROLLER (?:kan|mag|heeft) (?:\w+ ){0,3}geen (?:recht (?:van|op|tot) )?bezwaar",
            unless=r"{people}",
        ),
        value=False,
    ),
    reads(
        "subprocessors.objection",
        cue(
            r"{objection}",
            r"CONTROLLER|\bde mogelijkheid\b|\bopportunity\b|\bgelegenheid\b|"
            r"^\W*(?:(?:dan |daarna |then |dann )?(?:kan|may|kann|peut) )?(?:hij|zij|deze|it|they|er|sie|dieser|il|elle|celui-ci)\b",
            unless=(
                r"\b(?:verzoek|recht) (?:of|op|van) bezwaar\b|\bright to object\b(?! to the (?:engag|use|"
                r"appoint|new|chang))",
                r"{rights}",
                r"\binzage\b",
                r"{audit}",
                r"\b(?:rectificatie|rectification|portabil\w+|overdra\w+baarheid|wissing|erasure)\b",
                r"\bgeen recht\b|\bno right\b|\bkan geen\b|\bmay not object\b|\brecht (?:van|op|tot) bezwaar (?:heeft|komt)\b|\bkein\w* \w*recht\b",
                r"\bbeslag\w*|\bboete\w*|\bfactu\w+",
            ),
        ),
    ),
)
_NO_FLOW_DOWN = (
    *_ELSEWHERE[:1],
    r"\b(?:recht|right) (?:om|op|tot|to) … {audit}",
    r"^[^:;]{0,60}{audit}",
    r"{rights}",
    r"\bten minste \d",
    r"\bat least (?:\w+ )?\(?\d",
    r"\bboete\w*",
    r"\bindemn\w*",
    r"(?:^\W*|[,;] )(?:\w\W )?(?:indien|als|wanneer|bij|if|when|where|upon|bei|wenn|si|en cas)\b[^.;]{0,50}{breach}[^.;]{0,80}{inform}",
    r"\bPROCESSOR (?:\w+ ){0,3}(?:niet|not|nicht) (?:verplicht|gehouden|obliged|required|verpflichtet)",
)
_THEM = (
    r"{sub}|\bzij\b|\bdeze partijen\b|\b(?:elk|ieder) van hen\b|\beach of them\b|\b(?:with|on) (?:each|all) of them\b|\bmet (?:elk|ieder) van hen\b|"
    r"\bihnen\b|\bceux-ci\b"
)
_FLOW_DOWN = reads(
    "subprocessors.flow_down",
    cue(
        _THEM,
        r"(?:{same}) .{0,80}?(?:{duties})|(?:{duties}) .{0,100}?(?:{same})|"
        r"\bverplicht\w* … (?:relevante|vastgelegd\w*) … verplicht\w*|\b(?:fulfils?|comply|"
        r"complies) … (?:duties|obligations|terms) … \b(?:this|under)\b|\b(?:voldoen|"
        r"naleven) … (?:bepalingen|eisen|verplichtingen|voorwaarden) … (?:deze|overeenkomst)",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        _THEM,
        r"{held_to}",
        r"{same} … {this_contract}|\b(?:same|hetzelfde|dasselbe|la même chose)\b",
        unless=_NO_FLOW_DOWN,
    ),
    cue(
        r"SUBPROCESSOR",
        r"{held_to} … (?:{duties}|{contract}|what|hetgeen|wat) … {this_contract}|{held_to} … {this_contract}",
        unless=(
            *_NO_FLOW_DOWN,
            r"{specific_consent}|{general_consent}",
            r"\bPROCESSOR (?:blijft|remains|bleibt|demeure|reste)\b",
            r"{liable}",
        ),
    ),
    cue(
        r"(?:{duties}) … {this_contract} … SUBPROCESSOR … \b(?:zu übertragen|weiterzugeben|aufzuerlegen|überträgt|répercut\w*|reporter)\b",
        unless=_NO_FLOW_DOWN,
    ),
)
_LIABLE: tuple[Reads, ...] = (
    reads(
        "subprocessors.processor_liable",
        cue(
            r"PROCESSOR (?:is|blijft|remains)? ?(?:\w+ )?(?:niet|not) (?:aansprakelijk|verantwoordelijk|"
            r"liable|responsible)[^.;]{0,80}SUBPROCESSOR",
            unless=r"\bCONTROLLER zelf\b",
        ),
        value=False,
    ),
    reads(
        "subprocessors.processor_liable",
        cue(
            r"{liable}",
            r"SUBPROCESSOR|\b\w*leveranciers\b|\b(?:deze|die) derden?\b|\b(?:ingeschakelde|engaged) (?:derden|third)\b|"
            r"\b(?:hun|their|its|zij|it|they|sie|deren|dessen|dieser|celui-ci|ses|leurs?)\b",
            r"\b(?:fout(?:en)?|handel\w*|nalaten|nakom\w*|nalev\w*|verplichting\w*|doen en laten|does or omits|acts?|actions?|"
            r"omissions?|performance|fulfil\w*|obligations?|pflicht\w*|exécution|schade|gedrag\w*|"
            r"tekortkom\w*|compliance|uitvoering|daarvoor|als ware\w*|werkzaamheden|does or fails|faults?|failures?|conduct|(?:in )?voor SUBPROCESSOR|voor zichzelf|falsch|fehler|"
            r"handlung\w*|unterlass\w*|verschulden|verstöße|einhaltung|erfüllung|manquements?|fautes?|actes|inexécution|non-respect|dafür)\b",
            unless=(
                r"\b(?:niet|not|nimmer|never) (?:\w+ )?(?:aansprakelijk|liable|responsible|verantwoordelijk)\b",
                r"SUBPROCESSOR (?:is|blijft|remains|shall be) (?:\w+ )?(?:liable|aansprakelijk)",
                r"(?:^\W*|[,;] )(?:(?:dat|waarvoor|that|for which|de|the) )*CONTROLLER (?:is|blijft|remains|shall)\b",
                r"\b(?:boete|fine|penalt|geldbu)\w*",
            ),
        ),
    ),
)
_NOT_TO_INSPECT = (
    r"\b(?:verzekering|polis|insurance|back-?up)\w*",
    r"{delete}",
    r"{rights}",
    r"\baudits?\b",
    r"\bnieuwe? SUBPROCESSOR … (?:inform)",
)
_INSPECTABLE: tuple[Reads, ...] = (
    reads(
        "subprocessors.contracts_inspectable",
        cue(
            r"\b(?:niet|not|no|nicht|keine?|geen|pas|aucune?) (?:\S+ ){0,3}(?:verplicht|gehouden|obligation|obliged|required|verpflichtet|obligé|tenu)\w*"
            r" … (?:{inspect}|disclos\w*|provide|supply|verstrek\w*) … {contract}",
            unless=_NOT_TO_INSPECT,
        ),
        cue(
            r"{contract}",
            r"SUBPROCESSOR",
            r"\b(?:niet|geen|not|nicht|keine) (?:ter )?(?:inzage|available|open|einsehbar)\b|\blig(?:t|gen) niet ter inzage\b",
            unless=_NOT_TO_INSPECT,
        ),
        value=False,
    ),
    reads(
        "subprocessors.contracts_inspectable",
        cue(
            r"{inspect}",
            r"{contract}",
            r"CONTROLLER|{on_request}",
            unless=(
                *_NOT_TO_INSPECT,
                r"\b(?:niet|geen|not|nicht|keine) (?:ter )?(?:inzage|available|open|einsehbar)\b",
                r"\b(?:niet|not|no|nicht|keine?|geen|pas|aucune?) (?:\S+ ){0,3}(?:verplicht|gehouden|obligation|obliged|required|verpflichtet|obligé|tenu)\w*",
            ),
        ),
    ),
)
_SUBS = re.compile(
    r"SUBPROCESSOR|\bhulpleveranciers?\b|\b(?:andere|nieuwe|elke|iedere) (?:leverancier|partij)(?:en|s)?\b|\bleveranciers\b|\bonderleveranciers?\b|\bderden?\b(?! land)|\bthird part(?:y|ies)\b|"
    r"\b(?:die|deze|andere|al deze) (?:bedrijven|organisaties)\b|\bother (?:companies|providers|parties)\b|\bandere (?:dienstleister|unternehmen)\b"
)
_SUBS_HEADING = re.compile(
    r"sub-? ?verwerk|sub-? ?process|onderaannem|sub-?contract|derden|hulplever|leveranciers|inschakel|"
    r"third part|unterauftrag|"
    r"schakel\w*\b.{0,30}\bin\b|subunternehm|sous-traitan|weitere auftrag|(?:hulp|onder|deel)-?(?:ver|be)werk|wie (?:ons|wij|we|PROCESSOR) (?:help|in)|\banderen\b|hulp(?:troepen|partij|bedrij)|"
    r"uitbested|outsourc|\bothers\b|partners"
)
_FLAGS = (_FLOW_DOWN, *_LIABLE)


def _authorisation(reading: Reading) -> Iterator[Candidate]:
    among = statements(reading, *_WORDS)
    found = tuple(settled(reading, among, (*_AUTHORISATION, _AUTHORISES)))
    yield from found
    if found:
        return
    notice = next((s for s in among if _is_notice(s, reading.language)), None)
    for statement in among:
        if notice is not None and _CONSENT_TO_LISTED.meets(statement, reading.language):
            passages = tuple(dict.fromkeys((*statement.passages, *notice.passages)))
            yield Candidate("subprocessors.authorisation", "general", passages, Strength.INFERRED)


def _is_notice(statement: Statement, language: str) -> bool:
    return (
        _about_subs_here(statement)
        and any(one.meets(statement, language) for one in _NOTICE.cues)
        and (statement.subject is Role.PROCESSOR or statement.search(phrase(_DIRECTION, language)) is not None)
    )


# An announcement comes before the change even where no word says so.
_BEFOREHAND = r"{beforehand}|{inform}|{announce}"
_WITHIN = r"\b(?:binnen|within|innerhalb|uiterlijk|gedurende|dans|dans un délai)\b[^.;]{0,30}$"
_THEN_CHANGED = r"^[^.;,]{0,25}?(?:{beforehand})"


def _changes(reading: Reading) -> Iterator[Candidate]:
    among = statements(reading, *_CHANGE_WORDS)
    for statement in among:
        objects = _objects(statement, reading)
        if objects is not None and _about_subs_here(statement):
            yield Candidate("subprocessors.objection", objects, statement.passages)
        notice = _is_notice(statement, reading.language)
        if notice:
            yield flag("subprocessors.change_notice", statement)
        if not notice and not (objects and _about_subs_here(statement)):
            continue
        for duration in durations(statement.text):
            before = statement.text[max(duration.start - 60, 0) : duration.start]
            after = statement.text[duration.end : duration.end + 40]
            answer = bool(phrase(_WITHIN, "nl").search(before)) and not phrase(_THEN_CHANGED, reading.language).search(
                after
            )
            if notice and not answer and statement.search(phrase(_BEFOREHAND, reading.language)):
                yield Candidate("subprocessors.notice_period", duration.iso, statement.passages)
            elif objects and answer:
                yield Candidate("subprocessors.notice_period", duration.iso, statement.passages, Strength.INFERRED)
            break


def _objects(statement: Statement, reading: Reading) -> bool | None:
    """Whether the controller may object; None where `statement` doesn't say."""
    return next(
        (bool(r.value) for r in _OBJECTION if any(one.meets(statement, reading.language) for one in r.cues)), None
    )


def _about_subs(statement: Statement) -> bool:
    return _SUBS.search(statement.text) is not None or _SUBS_HEADING.search(statement.heading) is not None


def _about_subs_here(statement: Statement) -> bool:
    """Whether a statement, or what it goes on from, is about sub-processors."""
    return _SUBS_HEADING.search(statement.heading) is not None or statement.near(_SUBS)


def _duties(reading: Reading) -> Iterator[Candidate]:
    among = tuple(s for s in statements(reading, *_DUTY_WORDS) if _about_subs_here(s) or "organisaties" in s.text)
    yield from settled(reading, among, (*_FLAGS, *_INSPECTABLE))


_DUTY_WORDS = (
    *_WORDS,
    "zij moeten",
    "zij zich",
    "aansprakelijk",
    "liable",
    "answers",
    "haft",
    "responsable",
    "inzage",
    "verträge",
)


RULES = (
    Rule("sub-processor-authorisation", ("subprocessors.authorisation",), _authorisation),
    Rule(
        "sub-processor-changes",
        ("subprocessors.change_notice", "subprocessors.objection", "subprocessors.notice_period"),
        _changes,
    ),
    Rule(
        "sub-processor-duties",
        ("subprocessors.flow_down", "subprocessors.processor_liable", "subprocessors.contracts_inspectable"),
        _duties,
    ),
)
