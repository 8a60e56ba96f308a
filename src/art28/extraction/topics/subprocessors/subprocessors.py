"""Reading -> sub-processors: consent general or specific, notice and objection (Art. 28(2))."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.subprocessors.notice_periods import asked_before, to_answer, told_before
from art28.extraction.values.durations import durations
from art28.extraction.words.cues import Reads, cue, flag, phrase, reads, settled
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

WORDS = (
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
    "einspruch",
    "oppos",
    "verzet",
    "sous-trait",
    "hulpverwerk",
    "bedrijven",
    "organisaties",
    "uitbested",
    "subcontract",
    "sub-contract",
    "outsourc",
    "another compan",
    "other compan",
    "uit te bested",
    "subbewerk",
)
"""What statements on sub-processors hold, in lower case but for the role."""
# Words of changes, which a provision on sub-processors may name without naming those again.
_CHANGE_WORDS = (
    *WORDS,
    "nieuwe partij",
    "tevoren",
    "vooraf",
    "wijziging",
    "toevoeg",
    "vervang",
    "komt er",
    "change",
    "addition",
    "replac",
    "om toestemming",
    "om goedkeuring",
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
    r"{sub}|\bsub-?contract(?:ing)?\b|\boutsourc\w*|\buit ?(?:te )?bested\w*|\bbeste(?:edt|den) … \buit\b|\bsous-trait(?:er|ance)\b|\bunterbeauftrag\w*",
    r"{engage}",
)
ELSEWHERE = (
    r"\bbuiten de (?:eer|eu|europese)\b|\boutside (?:of )?the (?:eea|eu|european)\b|"
    r"\bderde landen\b|\bthird countr\w+",
    r"{secrecy}",
    r"{audit}",
    r"\b(?:verstrek|bekendma|openbaar|disclos|reveal)\w*",
)
"""What a statement speaks of that is about transfers, secrecy, audits or disclosure; transfers first."""
_OF_BOTH_KINDS = (
    r"\b(?:specific|specifieke) (?:or|of) (?:general|algemene)\b|\b(?:general|algemene) (?:or|"
    r"of) (?:specific|specifieke)\b|\{\{|\boption 1\b"
)
# What makes a consent less than a general one: it is denied, or given for each case, or on a condition.
_CONSENT_HEDGED = (
    r"\b(?:geen|niet|not|no|kein\w*|nicht|aucun\w*|ne|alleen|uitsluitend|slechts|pas|only|nur|vooraf\w*|prior|previous|vorherig\w*|"
    r"préalable\w*|indien|mits|tenzij|if|unless|provided|wenn|sofern|sauf|telkens|each case|einzelfall\w*|zodra|nadat)\b"
)
# "stimmt der Beauftragung der in Anlage 2 genannten Unterauftragnehmer zu" says nothing of those to come.
_TO_THOSE_NAMED = r"\b(?:where|when|once) (?:the )?CONTROLLER (?:consents?|agrees?|approves?|authori[sz]es)\b|\bstimmt\b[^.;]{0,60}\b(?:nachfolgend\w*|folgenden|genannten|aufgeführten|aufgelisteten|untenstehenden)\b[^.;]{0,40}\b(?:SUBPROCESSOR|unterauftrag\w*|dienstleister)\b"
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
                *ELSEWHERE,
                _OF_BOTH_KINDS,
                r"{general_consent}",
                r"^(?!.*\b(?:no|geen) SUBPROCESSOR\b).*\bSUBPROCESSOR (?:mag|may|zal|shall|schakelt(?! PROCESSOR\b))\b(?! (?:only )?be (?:\w+ )?(?:used|engaged|appointed|involved|brought|taken|changed|added|replaced)\b)",
                r"\b(?:toekomstige|future) (?:wijziging|change)\w*|\bgeen (?:\w+ ){0,2}(?:toestemming|goedkeuring|instemming) (?:van CONTROLLER )?(?:\w+ )?(?:vereist|nodig|benodigd)\b",
                r"^(?!.*\b(?:niet|geen|nimmer|nooit)\b).*\b(?:toegestaan|mag|kan|gerechtigd|bevoegd|vrij)\b.*\bzonder (?:\w+ ){0,2}(?:afzonderlijke|specifieke|nadere|verdere)\b",
                r"\bwithout (?:having|needing|being|the need)\b|\bzonder (?:dat(?! CONTROLLER\b)|daar|daarvoor)\b",
            ),
        ),
        value="specific",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"\bCONTROLLER … \b(?:agrees|accepts|consents|stemt|gaat akkoord|vindt goed)\b … PROCESSOR … \b(?:may|mag|kan|inzet|inschakelt)\b",
            r"\b(?:provided|mits|on condition|op voorwaarde)\b … (?:{inform}|{announce})",
            *_ENGAGING,
            unless=(*ELSEWHERE, r"{specific_consent}"),
        ),
        cue(
            r"\b(?:soweit|sofern|wenn|si|pourvu que|à condition que)\b … (?:{inform}|{announce})",
            r"\b(?:nicht|kein\w*)\b (?:\S+ ){0,6}?(?:widersp\w+|einspr\w+)|\b(?:ne|n')\b … \b(?:pas|aucune)\b … (?:{objection})",
            r"\b(?:zulässig|gestattet|erlaubt|autorisée?|permise?|possible)\b",
            *_ENGAGING,
            unless=(*ELSEWHERE, r"\b(?:nicht|un)\b ?(?:zulässig|gestattet)\b"),
        ),
        value="general",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"\b(?:geeft|verleent|stemt|machtigt|vindt) CONTROLLER\b … \b(?:toestemming|toe|in met|goed)\b|"
            r"CONTROLLER (?:gaat|ga) (?:er ?mee|hiermee|daarmee)? ?akkoord\b|CONTROLLER (?:\S+ ){0,4}?(?:geeft|verleent|keurt|stemt|machtigt|autoriseert|staat|authori[sz]es|consents?|agrees?|permits|allows|"
            r"approves|gestattet|erlaubt|stimmt|ermächtigt|willigt|genehmigt|autorise|accepte)\b|"
            r"PROCESSOR (?:is|are|est|ist|wird) (?:\w+ )?(?:authori[sz]ed|permitted|allowed|entitled|gemachtigd|autorisé|berechtigt|ermächtigt)\b",
            *_ENGAGING,
            unless=(*ELSEWHERE, _OF_BOTH_KINDS, _CONSENT_HEDGED, r"{specific_consent}", _TO_THOSE_NAMED),
        ),
        strength=Strength.PASSING,
        value="general",
    ),
    reads(
        "subprocessors.authorisation",
        cue(
            r"(?:\bstaat (?:het )?PROCESSOR vrij\b|PROCESSOR (?:\S+ ){0,3}?(?:{may})|{may} (?:\S+ ){0,3}?PROCESSOR|\blaat\b|\btoegestaan\b|\bmag\b)",
            *_ENGAGING,
            unless=(
                *ELSEWHERE,
                r"{consent}",
                r"\b(?:geen|niet|not|no|onverlet)\b",
                r"\bCONTROLLER (?:kan|mag|may|can)\b",
            ),
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
        unless=(*ELSEWHERE, r"{specific_consent}", r"\b(?:listed|following|vermelde|genoemde|volgende)\b"),
    ),
    strength=Strength.PASSING,
    value="general",
)
_CONSENT_ASKED = r"{specific_consent}|{consent}"
_CONSENT_TO_LISTED = cue(
    r"CONTROLLER",
    r"\b(?:geeft|verleent|gives|grants|hereby|stemt)\b",
    r"{consent}|\bstemt\b[^.;]{0,12}\bin\b",
    r"SUBPROCESSOR|\b(?:met|in met|voor) (?:de |deze |alle )?(?:partijen|bedrijven|organisaties|leveranciers)\b",
    r"\b(?:onderstaande|volgende|hieronder|genoemde|vermelde|listed|following|below|lijst|\w*bijsluiter|bijlage|annex|schedule)\b",
    unless=(*ELSEWHERE[:1], r"{general_consent}", r"{specific_consent}"),
)
# Consent to those of now, which says nothing of those to come.
_CONSENTED = (
    r"\bCONTROLLER (?:hereby |hierbij )?(?:agrees? to|consents? to|approves?|accepts?|gaat akkoord met|is akkoord met|keurt)\b … SUBPROCESSOR … "
    r"\b(?:listed|named|in|op|uit|van)\b … \b(?:list|lijst|annex|schedule|appendix|bijlage|goed)\b|"
    r"\bgelten (?:\w+ )?als genehmigt\b|\b(?:in (?:der |dem )?(?:anlage|anhang|liste)|hier|nachfolgend|unten)\b[^.;]{0,20}\b(?:aufgeführt|genannt|gelistet|benannt)\w*\b[^.;]{0,60}\b(?:einschaltet|einsetzt|beauftragt|genehmigt|zu)\b"
)
# What third parties are told or given is another matter than whether they are engaged.
_TO_OTHERS = r"{inform}|{announce}|{breach}|{audit}|\bdisclos\w*|\bverstrek\w*"
_DIRECTION = (
    r"\b(?:wil|wenst) PROCESSOR\b … (?:{inform}|{announce})|\b(?:deelt|meldt|kondigt) (?:de )?PROCESSOR\b|\bnotice (?:is|shall be|will be) given\b|\b(?:krijgt|hoort) (?:de )?CONTROLLER\b|\bCONTROLLER\b … (?:{inform}|{announce})|(?:{inform}|{announce}) … \bCONTROLLER\b|"
    r"\b(?:wordt|worden|krijgt|krijgen|is|are|be|receives?|wird|werden|erhält|est|sont|sera|seront)\b … (?:{announce})|"
    r"\b(?:krijgt|krijgen|receives?|erhält|reçoit)\b … (?:{inform})|(?:{announce}) … \b(?:wordt|worden|vindt|geschiedt|wird|werden)\b"
)
_TOLD = (
    r"\b(?:deelt|meldt|kondigt) (?:de )?PROCESSOR\b|\bCONTROLLER (?:wordt|krijgt|hoort|ontvangt|verneemt|(?:will|shall) be|is|receives|wird|erhält|est|sera|reçoit)\b|\b(?:ist|sind) (?:dem |der )?CONTROLLER\b|"
    r"\b(?:wordt|worden|krijgt|hoort|ontvangt|wird|erhält|reçoit) CONTROLLER\b|\bnotice (?:is|shall be|will be) given\b|\b(?:aankondiging|kennisgeving|melding|mededeling) van … \b(?:vindt plaats|vindt … plaats|geschiedt|gebeurt|wordt gedaan)\b|\b(?:notice|notification) to CONTROLLER\b|\b(?:wie|whoever|subscribers|wer|abonné)\b … \b(?:krijgt|ontvangt|receives?|erhält)\b"
)
_NO_NOTICE = (
    r"\bter (?:voorafgaande )?goedkeuring\b",
    r"{breach}",
    r"{audit}",
    *ELSEWHERE[:1],
    r"\bCONTROLLER (?:zal|dient|moet|shall|must) … PROCESSOR",
    r"{rights}",
    r"\b(?:niet|not) (?:verplicht|obliged|required)\b",
    r"\b(?:de|een|elke|iedere|zo'n) (?:controle|inspectie|onderzoek)\b(?! (?:van|op|over))",
    r"\bverstrek\w* … inzage",
    r"(?:{infringes}) … {an_instruction}|{an_instruction} … (?:{infringes})",
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
            r"of) object\w*|(?:may not|cannot) (?:object|contest|oppose)|kein (?:widerspruchs|einspruchs)recht|(?:ne peut|sans pouvoir) (?:contester|s'opposer))\b|"
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
            r"^\W*(?:(?:dan |daarna |then |dann )?(?:heeft|kan|may|kann|peut) )?(?:hij|zij|deze|it|they|er|sie|dieser|il|elle|celui-ci)\b",
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
        cue(
            r"\bbezwa(?:ar|ren) (?:(?:hier|daar)tegen |tegen (?:een|de|die|deze|dit|dat|het) (?:\w+ ){1,3}?)?(?:is mogelijk|kan|maken kan|moet|moeten|dient|dienen|kunnen|binnen|tot|uiterlijk)\b|\bobjections? (?:to (?:a|the|such|any) (?:\w+ ){0,2}?SUBPROCESSOR )?(?:within|until|are|may|must)\b",
            unless=(r"{rights}", r"{people}", r"{audit}", r"\bkan geen\b|\bniet mogelijk\b"),
        ),
    ),
)
_SUBS = lasting(
    r"\bsub-?(?:ver|be)werkersovereenkomst|SUBPROCESSOR|\b(?:een|elke|iedere|nieuwe|de) derde\b(?! land)|\bhulpleveranciers?\b|\b(?:andere|nieuwe|elke|iedere) (?:leverancier|partij)(?:en|s)?\b|\bleveranciers\b|\bonderleveranciers?\b|\bderden?\b(?! land)|\bthird part(?:y|ies)\b|"
    r"\b(?:die|deze|andere|al deze) (?:bedrijven|organisaties)\b|\bother (?:companies|providers|parties)\b|\bandere (?:dienstleister|unternehmen)\b"
)
_SUBS_HEADING = lasting(
    r"sub-? ?verwerk|sub-? ?process|onderaannem|sub-?contract|derden|hulplever|leveranciers|inschakel|"
    r"third part|unterauftrag|"
    r"schakel\w*\b.{0,30}\bin\b|subunternehm|sous-traitan|weitere auftrag|(?:hulp|onder|deel)-?(?:ver|be)werk|wie (?:ons|wij|we|PROCESSOR) (?:help|in)|\banderen\b|hulp(?:troepen|partij|bedrij)|andere (?:ver|be)werker|hulp van|andere bedrijven|other compan|\b(?:compan(?:y|ies)|others) (?:we|PROCESSOR|that help)|ander bedrijf|wie help(?:t|en)\b|"
    r"uitbested|outsourc|\bothers\b|partners"
)


# The model clauses on transfers, annexed, say what holds between an exporter and an importer.
_OF_TRANSFERS = lasting(
    r"\bdata (?:importer|exporter)|\bunder the clauses\b|\bgemäß den klauseln\b|\bdaten(?:im|ex)porteur|\b(?:im|ex)portateur de données|\bgegevens(?:im|ex)porteur"
)


def _authorisation(reading: Reading) -> Iterator[Candidate]:
    among = tuple(s for s in statements(reading, *WORDS) if not (s.in_annex and s.search(_OF_TRANSFERS)))
    found = tuple(settled(reading, among, (*_AUTHORISATION, _AUTHORISES)))
    yield from found
    if found:
        return
    notice = next((s for s in among if _is_notice(s, reading.language)), None)
    objection = next((s for s in among if about_subs_here(s) and _objects(s, reading)), None)
    if notice is not None and objection is not None and not any(_asks_consent(s, reading.language) for s in among):
        # Whoever is told of a change and may object to it has consented in general (Art. 28(2), second sentence).
        passages = tuple(dict.fromkeys((*notice.passages, *objection.passages)))
        yield Candidate("subprocessors.authorisation", "general", passages, Strength.INFERRED)
        return
    for statement in among:
        if notice is not None and _CONSENT_TO_LISTED.meets(statement, reading.language):
            passages = tuple(dict.fromkeys((*statement.passages, *notice.passages)))
            yield Candidate("subprocessors.authorisation", "general", passages, Strength.INFERRED)


def _asks_consent(statement: Statement, language: str) -> bool:
    if not about_subs_here(statement) or statement.search(phrase(_CONSENTED, language)):
        return False
    if "SUBPROCESSOR" not in statement.text and statement.search(phrase(_TO_OTHERS, language)):
        return False
    return statement.search(phrase(_CONSENT_ASKED, language)) is not None


def _is_notice(statement: Statement, language: str) -> bool:
    if not about_subs_here(statement):
        return False
    met = any(one.meets(statement, language) for one in _NOTICE.cues)
    if met and (statement.subject is Role.PROCESSOR or statement.search(phrase(_DIRECTION, language)) is not None):
        return True
    return (met or _goes_on_from_change(statement, language)) and any(told_before(statement.text))


_CHANGED = r"{new_sub}|{engage}"
_BY_PROCESSOR = cue(
    r"{inform}|{announce}", unless=(*_NO_NOTICE, r"\b(?:controle|onderzoek|inspectie)\w*"), by=Role.PROCESSOR
)
# "Zij kondigt dat dertig dagen van tevoren aan": what the sentence before says.
_OF_THAT = r"\b(?:dat|dit|die|deze|daarvan|hiervan|ervan|zulks|this|these|such|dies\w*|cela)\b"


def _goes_on_from_change(statement: Statement, language: str) -> bool:
    """Whether `statement` tells that a sub-processor is engaged, or of such a change in the sentence before it."""
    if not _BY_PROCESSOR.meets(statement, language):
        return False
    before = statement.before if statement.search(phrase(_OF_THAT, language)) else None
    return any(
        one is not None and one.search(phrase(_CHANGED, language)) is not None and _SUBS.search(one.text) is not None
        for one in (statement, before)
    )


# An announcement comes before the change even where no word says so.
_BEFOREHAND = r"{beforehand}|{inform}|{announce}"


def _changes(reading: Reading) -> Iterator[Candidate]:
    among = statements(reading, *_CHANGE_WORDS)
    for statement in among:
        objects = _objects(statement, reading) if about_subs_here(statement) else None
        if objects is not None:
            yield Candidate("subprocessors.objection", objects, statement.passages)
        notice = (
            _is_notice(statement, reading.language)
            or (objects is True and any(told_before(statement.text)))
            or (
                about_subs_here(statement) and statement.subject is not Role.CONTROLLER and asked_before(statement.text)
            )
        )
        if notice:
            yield flag("subprocessors.change_notice", statement)
        if notice or objects:
            yield from _notice_period(statement, reading.language, told=notice, objects=bool(objects))


def _notice_period(statement: Statement, language: str, *, told: bool, objects: bool) -> Iterator[Candidate]:
    """How long before a change it is told; failing that, how long one may object, for a change waits so long."""
    key = "subprocessors.notice_period"
    before = next(told_before(statement.text), None)
    if before is not None:
        yield Candidate(key, before.iso, statement.passages)
        return
    first = next(durations(statement.text), None)
    if first is None:
        return
    if told and not to_answer(statement.text, first) and statement.search(phrase(_BEFOREHAND, language)):
        yield Candidate(key, first.iso, statement.passages)
    elif objects and to_answer(statement.text, first):
        yield Candidate(key, first.iso, statement.passages, Strength.INFERRED)


def _objects(statement: Statement, reading: Reading) -> bool | None:
    """Whether the controller may object; None where `statement` doesn't say."""
    return next(
        (bool(r.value) for r in _OBJECTION if any(one.meets(statement, reading.language) for one in r.cues)), None
    )


def _about_subs(statement: Statement) -> bool:
    return _SUBS.search(statement.text) is not None or _SUBS_HEADING.search(statement.heading) is not None


def is_headed_subs(statement: Statement) -> bool:
    """Whether a statement stands in an article on sub-processors, by its heading."""
    return _SUBS_HEADING.search(statement.heading) is not None


def about_subs_here(statement: Statement) -> bool:
    """Whether a statement, or what it goes on from, is about sub-processors."""
    return _SUBS_HEADING.search(statement.heading) is not None or statement.near(_SUBS)


RULES = (
    Rule("sub-processor-authorisation", ("subprocessors.authorisation",), _authorisation),
    Rule(
        "sub-processor-changes",
        ("subprocessors.change_notice", "subprocessors.objection", "subprocessors.notice_period"),
        _changes,
    ),
)
