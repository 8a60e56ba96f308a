"""Reading -> breaches, around the notice: what follows it, who keeps a register, who consults whom, who pays."""

import re
from collections.abc import Iterator
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.breach.breach import WORDS, about_breach, notices, on_breach
from art28.extraction.words.bearing import (
    CONTROLLER,
    EACH,
    EACH_OWN,
    IF_AT_FAULT,
    PROCESSOR,
    bearer,
    leaves_to_controller,
)
from art28.extraction.words.cues import Reads, cue, flag, phrase, reads, settled
from art28.extraction.words.statements import Statement, is_row, statements
from art28.terms import Role

_FOLLOW_UP: tuple[Reads, ...] = (
    reads(
        "breach.follow_up",
        cue(
            r"{follow_up}",
            unless=(
                r"\bCONTROLLER (?:zal|shall|dient)\b … (?:op de hoogte houden)",
                r"\bnadere instructies\b",
                r"\b(?:notification|notice|report|melding|kennisgeving) (?:by|door) (?:the |de )?CONTROLLER\b|\bmeldung (?:des|durch den) CONTROLLER\b|\bnotification par (?:le )?CONTROLLER\b",
                r"{audit}",
                r"\bbij het contactpunt\b",
                r"\bcontact(?:punt| point)\b … (?:{follow_up})",
                r"\bbij wie\b … (?:{follow_up})",
                # What is brought up to date there are measures.
                r"\b(?:may|can|kan|mag|darf|peut)\b[^.;]{0,60}\b(?:updat|modif|bijwerk|bij te werken|wijzig|aanpas|aktualisier|änder|mettre à jour)\w*",
            ),
            by=Role.PROCESSOR,
        ),
    ),
    reads(
        "breach.follow_up",
        cue(
            r"{assist} … (?:informatie (?:te )?verstrek\w*|provide … information)|"
            r"\b(?:informatie (?:te )?verstrek\w*)\b … {authority}",
            r"{authority}|{people}",
            unless=r":\s*$",
            by=Role.PROCESSOR,
        ),
        strength=Strength.PASSING,
    ),
)
_BOTH_KEEP = r"\b(?:zowel|sowohl) (?:de |het |der )?(?:CONTROLLER|PROCESSOR) als (?:ook )?(?:auch )?(?:de |het |der )?(?:CONTROLLER|PROCESSOR)\b|\b(?:each|both|ieder(?:e)?|elke|beide|jede|beide|chaque|les deux) part(?:y|ies|ij|ijen|ei|eien|ie)\b|\b(?:ieder|elk)(?:e)? (?:der|van de|van beide|van) (?:beide )?partijen\b|\bpartijen\b[^.;]{0,40}\b(?:ieder|beide|elk)\b|\b(?:CONTROLLER|PROCESSOR) (?:en|and|und|et) (?:de |the |der |le )?(?:CONTROLLER|PROCESSOR)\b"
_REGISTER_OF = (
    (
        PROCESSOR,
        r"\b(?:door|by|vom|durch|par) (?:de |the |den |le )?PROCESSOR (?:\w+ ){0,3}?(?:gedocumenteerd|geregistreerd|vastgelegd|"
        r"bijgehouden|documented|recorded|logged|dokumentiert|protokolliert|consign\w+|documentée?s?)\b",
    ),
    (
        CONTROLLER,
        r"\b(?:verantwoordelijkheid van|taak van|zaak van|responsibility of (?:the )?|door|"
        r"by (?:the )?) ?(?:de )?CONTROLLER\b|\bCONTROLLER (?:\w+ ){0,4}(?:register\w*|registreert|"
        r"documenteert|houdt|shall (?:document|keep|maintain)|keeps|führt|tient|documente|consigne|inscri\w+|dokumentiert|enters)|\b(?:houdt|documenteert|registreert|führt|tient) (?:de |der |le )?CONTROLLER\b(?! op de hoogte)",
    ),
    (PROCESSOR, r"\bPROCESSOR\b"),
)
_CONSULTS = r"{consults}"
_FIRST = (
    r"\b(?:voordat|voorafgaande?|alvorens|na|nadat|eerst|vooraf|tenzij|zonder|before|prior|first|without|after|until|in overleg|zal|dient|shall|must|"
    r"in overleg treden|voor (?:hij|zij|CONTROLLER)|vor|vorher|bevor|zuvor|ohne|avant|préalable\w*|sans|après)\b"
)
# "Wij vragen u dat niet te doen zonder ons te raadplegen": the notice of which the sentence before speaks.
_THAT_STEP = (
    r"\b(?:dat|dit|zulks|die melding(?:en)?|zo'n melding|that|this|such (?:a )?(?:notice|notification)) (?:niet |not |eerst |pas )?(?:te |to )?"
    r"(?:doen|doet|verrichten|verricht|do|make|give)\b"
)
_NEED_NOT = r"\bCONTROLLER (?:is|zal|hoeft|need|ist|n'est) (?:\S+ ){0,3}?(?:niet|not|nicht|pas|geenszins)\b|\bCONTROLLER need not\b|\bCONTROLLER hoeft … \bniet\b"
_MAY_CONSULT = r"\bCONTROLLER (?:kan|mag|may|can|kann|darf|peut)\b"
# "Zolang dat overleg loopt zegt CONTROLLER niets tegen derden", "neither party discloses it without consulting the other".
_SAYS_NOTHING = (
    r"\b(?:zolang|zonder|totdat|tot|alvorens|voordat|without|until|unless|before|prior|ohne|bevor|sans|avant)\b[^;]{0,160}\b(?:overleg|instemming|toestemming|akkoord|"
    r"consult\w*|consent|approval|agree\w*|abstimmung|rücksprache|zustimmung|accord|concertation)\b"
)
_NOBODY = r"\b(?:niets|geen|niet|noch|no|not|neither|nothing|nicht|keine\w*|ne|n'|aucune?)\b"
_BOTH_OR_CONTROLLER = (
    r"\bneither party\b|\b(?:geen van (?:beide )?partijen|partijen|the parties|keine partei|aucune des parties)\b|"
    r"\b(?:zegt|doet|verstrekt|zal|mag|geeft|brengt|maakt|shall|will|may|darf|wird) (?:de |the |der )?CONTROLLER\b|\bCONTROLLER (?:zal|mag|doet|zegt|geeft|shall|will|may|must|darf|wird|ne)\b"
)


_FOLLOWING = (
    *("vult", "vullen", "become known", "becomes known", "progress", "par la suite", "ultérieurement"),
    "informer", "op de hoogte", "overleg", "de rest", "nog niet alles", "aanvull", "updates", "informed", "up to date", "further", "in phases", "nadere", "laufenden",
    "informationen", "erkenntnisse", "nachreich", "complémentaires", "fur et à mesure",
)  # fmt: skip


@lru_cache(maxsize=1)
def said_around(reading: Reading) -> tuple[Statement, ...]:
    """The statements around the notice of a breach: those that speak of breaches, or of telling the authority."""
    return tuple(
        s
        for s in statements(
            reading,
            *WORDS,
            "meldplicht",
            "autoriteit",
            "authority",
            "toezichthouder",
            "commissioner",
            "behörde",
            "cnil",
            " de ap",
            "33",
            *_FOLLOWING,
        )
        if on_breach(s, reading)
        or s.search(phrase(r"\b(?:obligation|duty) to notify\b", reading.language))
        or s.search(phrase(r"\b(?:articles?|art\.?|artikel(?:en)?) 33\b(?![^.;]{0,12}(?:36|37))", reading.language))
        or s.search(phrase(r"\b(?:ge)?meld\w*\b[^.;]{0,40}(?:{authority})", reading.language))
        or (
            s.search(phrase(r"{authority}|{follow_up}", reading.language))
            and s.before is not None
            and (s.before.near(phrase(r"{breach}", reading.language)) or s.before in frozenset(notices(reading)))
            and not s.search(phrase(r"{rights}|{audit}|{dpia}", reading.language))
        )
        or (
            s.search(phrase(r"{authority}|{follow_up}", reading.language))
            and phrase(r"{breach}", reading.language).search(s.heading)
            and not s.search(phrase(r"{rights}|{audit}|{dpia}", reading.language))
        )
    )


def _duties(reading: Reading) -> Iterator[Candidate]:
    among = said_around(reading)
    yield from settled(reading, tuple(s for s in among if not is_row(s)), _FOLLOW_UP)
    yield from _registers(reading, among)
    yield from _silence(reading, among)


def _registers(reading: Reading, among: tuple[Statement, ...]) -> Iterator[Candidate]:
    language = reading.language
    keepers: dict[str, Statement] = {}
    for statement in among:
        if not statement.search(
            phrase(
                r"\b(?:data-?lek|incident|inbreuk)\w*(?:register|logboek)\b|(?:{breach})[^.;]{0,40}\bin PROCESSOR \w*(?:logboek|register|lijst|administratie)\b|\b(?:documenteert|registreert|noteert)\b[^.;]{0,20}(?:{breach})|(?:{register})[^.;]{0,30}(?:{breach})|(?:{breach})[^.;]{0,40}\b(?:registers?|geregistreerd|"
                r"registered|recorded|verzeichnis|registre|dokumentiert|protokolliert|documenteert|gedocumenteerd|administratie bij|vastgelegd in een|documented|logged|vast in|logboek)\b|"
                r"\b(?:zijn|haar|hun|eigen|its|own|their|sein\w*|ihr\w*|eigene[ns]?|propre|son) (?:own |eigen |eigene[ns]? )?(?:register|registre|verzeichnis|log)\b|"
                r"\b(?:schrijft|noteert|tekent|notieren)\b[^.;]{0,40}(?:{breach})[^.;]{0,20}\bop\b|"
                r"\bführ(?:t|en)\b[^.;]{0,60}(?:{breach})[^.;]{0,40}\b(?:buch|aufzeichnungen|protokoll|liste)\b|\bführ(?:t|en)\b[^.;]{0,30}\b(?:buch|aufzeichnungen|protokoll|liste)\b[^.;]{0,40}(?:{breach})|(?:{breach})[^.;]{0,40}\bführ(?:t|en)\b[^.;]{0,40}\b(?:buch|aufzeichnungen|protokoll|liste)\b|"
                r"(?:{breach})[^.;]{0,12}\bleg(?:t|gen)\b[^.;]{0,20}\bvast\b|\bleg(?:t|gen) (?:PROCESSOR |hij |zij )?(?:\w+ ){0,3}(?:{breach})[^.;]{0,20}\bvast\b|"
                r"\b(?:lijst|overzicht|list|overview|liste)\b[^.;]{0,20}(?:{breach})|(?:{breach})[^.;]{0,20}\b(?:op een lijst|in een (?:eigen )?overzicht)\b|"
                r"(?:{breach}) (?:houdt|houden)? ?(?:(?:de )?(?:CONTROLLER|PROCESSOR) )?(?:een |an? )?(?:\w+ )?(?:overzicht|lijst|administratie|aantekening|log|list|record)\b",
                language,
            )
        ):
            continue
        if statement.search(
            phrase(
                r"{inform}[^.;]{0,30}CONTROLLER|\bpersoonsgegevensregister\w*|\bverwerkingsregister\b|"
                r"\bprocedure\w*\b|\b(?:personal data )?records concerned\b|\bnumber of\b|\baantal\b",
                language,
            )
        ):
            continue
        if statement.search(phrase(_BOTH_KEEP, language)):
            yield Candidate("breach.register", (CONTROLLER, PROCESSOR), statement.passages)
            return
        who = next((who for who, words in _REGISTER_OF if statement.search(phrase(words, language))), None)
        if who and who not in keepers:
            keepers[who] = statement
    if keepers:
        passages = tuple(passage for statement in keepers.values() for passage in statement.passages)
        yield Candidate("breach.register", tuple(keepers), passages)


def _silence(reading: Reading, among: tuple[Statement, ...]) -> Iterator[Candidate]:
    language = reading.language
    for statement in among:
        if statement.search(phrase(_NEED_NOT, language)):
            if statement.search(phrase(_CONSULTS, language)):
                yield Candidate("breach.duty_to_consult", value=False, passages=statement.passages)
            continue
        if _tells_nobody(statement, language):
            yield flag("breach.controller_silence", statement)
        consults = (
            statement.search(phrase(_CONSULTS, language))
            and ("CONTROLLER" in statement.text or _it_is_the_controller(statement))
            and statement.search(phrase(_FIRST, language))
            and not statement.search(phrase(_MAY_CONSULT, language))
        )
        if not consults:
            continue
        to_authority = statement.search(
            phrase(
                r"{authority}|\b(?:aan een|de|een|the|any|der) (?:melding|notification|meldung)\b|\bCONTROLLER (?:het |dit |dat )?meldt\b",
                language,
            )
        )
        if (
            to_authority is None
            and statement.before is not None
            and statement.before.search(phrase(r"{authority}", language))
        ):
            to_authority = statement.search(phrase(_THAT_STEP, language))
        to_people = statement.search(phrase(r"{people}|\b(?:ingelicht|geïnformeerd)\b", language))
        if to_authority or to_people:
            yield flag("breach.duty_to_consult", statement)
        if (to_authority and to_people) or statement.search(phrase(r"{publicity}", language)):
            yield flag("breach.controller_silence", statement)


# "CONTROLLER beoordeelt of zij meldt. Voordat zij een melding doet, overlegt zij met PROCESSOR."
_IT_REPORTS = re.compile(
    r"^[\W\d]*(?:voordat|alvorens|before|bevor) (?:zij|hij|it|she|he|sie|er)\b[^.;,]{0,60}, \w+ (?:zij|hij|it|sie|er)\b"
)


def _it_is_the_controller(statement: Statement) -> bool:
    """Whether the pronoun that acts in `statement` is the controller of the sentence before."""
    before = statement.before
    return before is not None and before.subject is Role.CONTROLLER and bool(_IT_REPORTS.match(statement.text))


def _tells_nobody(statement: Statement, language: str) -> bool:
    """Whether the controller, or either party, may tell outsiders nothing before the parties have consulted."""
    return all(
        statement.search(phrase(pattern, language)) is not None
        for pattern in (_SAYS_NOTHING, _NOBODY, _BOTH_OR_CONTROLLER, r"{publicity}", r"{breach}")
    ) and not statement.search(phrase(r"\bPROCESSOR (?:zal|mag|shall|may|will|doet)\b", language))


_SEARCHED = (*WORDS, "melding", "kosten", "cost", "expense", "vergoed", "rekening", "betaalt", "frais", "factur")


def _costs(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, *_SEARCHED):
        if not about_breach(statement, reading.language) or statement.search(
            phrase(
                r"{audit}|\bprüfer\w*|{rights}|{dpia}|\bboete\w*|\b(?:namens|voor) (?:hem|haar)\b[^.;]{0,60}\bvergoeding\b|\bschadevergoeding\b|\bis beperkt tot\b|\baansprakelijk\w*|\bliab\w+",
                reading.language,
            )
        ):
            continue
        if _of_requests(statement, reading.language):
            continue
        who = bearer(statement, reading.language)
        if who == IF_AT_FAULT and statement.search(phrase(EACH, reading.language)):
            who = EACH_OWN
        other = statement.following
        if (
            other is not None
            and {who, bearer(other, reading.language)} == {CONTROLLER, PROCESSOR}
            and _pays_its_own(statement, reading.language)
            and _pays_its_own(other, reading.language)
        ):
            # "What PROCESSOR spends is PROCESSOR's; the costs of CONTROLLER are borne by CONTROLLER."
            yield Candidate("breach.costs", EACH_OWN, (*statement.passages, *other.passages), Strength.EXPRESS)
            return
        if who in (CONTROLLER, PROCESSOR, EACH_OWN, IF_AT_FAULT):
            whose = _in_general(statement, reading.language) if who == IF_AT_FAULT else who
            if other is None or not _each_for_the_rest(other, reading.language):
                yield Candidate("breach.costs", whose, statement.passages)


# "PROCESSOR helpt bij verzoeken van betrokkenen. Daarvoor betaalt CONTROLLER niets."
_FOR_THAT = re.compile(r"^[\W\d]*(?:daarvoor|hiervoor)\b")


def _of_requests(statement: Statement, language: str) -> bool:
    """Whether `statement` says what something costs that the sentence before it promises to people or on their requests."""
    before = statement.before
    return (
        before is not None
        and statement.search(_FOR_THAT) is not None
        and before.search(phrase(r"{rights}|{dpia}", language)) is not None
        and before.search(phrase(r"{breach}", language)) is None
    )


# "PROCESSOR dicht het lek op zijn kosten. Iedere partij draagt verder haar eigen kosten."
_FOR_THE_REST = re.compile(
    r"\b(?:verder|overigens|voor het overige|otherwise|for the rest|in all other respects|im übrigen|pour le reste)\b"
)


def _each_for_the_rest(statement: Statement, language: str) -> bool:
    """Whether each party pays its own, apart from what the sentence before says."""
    return statement.search(_FOR_THE_REST) is not None and bearer(statement, language) == EACH_OWN


def _in_general(statement: Statement, language: str) -> str:
    """Who pays by a statement that has the processor pay when it is at fault: the controller, where it pays otherwise."""
    beside = (one for one in (statement.before, statement.following) if one is not None)
    if leaves_to_controller(statement, language) or any(bearer(one, language) == CONTROLLER for one in beside):
        return CONTROLLER
    return PROCESSOR


def _pays_its_own(statement: Statement, language: str) -> bool:
    """Whether a party bears what it spends itself, and what the other spends is left aside."""
    return statement.search(phrase(_ITS_OWN, language)) is not None


_ITS_OWN = (
    r"\b(?:\w*kosten|costs?|expenses|frais)\b (?:van|die|of|incurred by|des|der|du|de la) (?:de |the )?CONTROLLER\b[^.;]{0,60}\bCONTROLLER\b|"
    r"\b(?:\w*kosten|costs?|expenses|frais)\b (?:van|die|of|incurred by|des|der|du|de la) (?:de |the )?PROCESSOR\b[^.;]{0,60}\bPROCESSOR\b|"
    r"\b(?:eigen|own|eigene\w*|propres?)\b[^.;]{0,60}\b(?:PROCESSOR|CONTROLLER)\b (?:zelf|itself|selbst|elle-même|lui-même)"
)


RULES = (
    Rule(
        "breach-duties",
        (
            "breach.follow_up",
            "breach.register",
            "breach.duty_to_consult",
            "breach.controller_silence",
        ),
        _duties,
    ),
    Rule("breach-costs", ("breach.costs",), _costs),
)
