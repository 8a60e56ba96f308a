"""Reading -> breaches, around the notice: which events, who tells the authority, follow-up, register, costs, silence."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.bearing import CONTROLLER, EACH_OWN, IF_AT_FAULT, PROCESSOR, bearer
from art28.extraction.breach import WORDS, about_breach, limited, notices, on_breach
from art28.extraction.cues import Reads, cue, flag, phrase, reads, settled
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_BY_LAW = (
    r"\baccidental or unlawful\b|\bper ongeluk of op onrechtmatige\b|\b(?:leidt|leiden|leading|"
    r"die … leid\w*)\b … \b(?:vernietiging|verlies|destruction|loss)\b|\bartikel 4\b|"
    r"\barticle 4\b|\bart\. 4\b"
)
_ADVERSE = r"\bnadelige gevolgen\b|\badverse (?:effects|consequences)\b"
_DATA_BREACH = (
    r"\bdata-?lek\w*|\binbreuk\w* in verband met\b|\b(?:personal )?data breach\w*|"
    r"\bpersonal data (?:\w+ )?breach\w*|"
    r"\binbreuk\w* op de (?:beveiliging van )?persoonsgegevens\b|\bverletzung\w* des schutzes\b|"
    r"\bviolations? de données\b|\binbreuk\w*\b|"
    r"\bbeveiliging van (?:de )?(?:persoons)?gegevens\b[^.;]{0,30}\b(?:doorbroken|geschonden)\b"
)
_INCIDENT = (
    r"\b(?:informatie)?beveiligingsincident\w*|\bbeveiligingslek\w*|\bincident(?:en|s)?\b|"
    r"\bsecurity (?:incident|breach)\w*|\bbeveiligingsinbreuk\w*|\binbreuk op de beveiliging\b"
)


def _covers(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    defined = tuple(_definitions(reading))
    told = tuple(notices(reading))
    for statement in tuple(s for s in told if limited(s, language)) or told:
        if statement.search(phrase(_ADVERSE, language)) and statement.search(
            phrase(r"\b(?:leidt|heeft|leading|likely)\b", language)
        ):
            values: tuple[str, ...] = ("adverse_effects_only",)
            if statement.search(phrase(r"\bincident\b … \btekortkoming\b", language)):
                values = ("security_incident", "adverse_effects_only")
            yield Candidate("breach.covers", values, statement.passages)
            continue
        by_definition = statement.search(phrase(_BY_LAW, language)) is not None
        found = []
        if statement.search(phrase(_DATA_BREACH, language)) or by_definition:
            found.append("personal_data_breach")
        if statement.search(phrase(_INCIDENT, language)) and not by_definition:
            found.append(_meaning_of_incident(defined, language))
        if not found:
            found.extend(_by_its_term(statement, reading))
        if found and found[0] == "personal_data_breach" and _adverse(defined, language):
            found[0] = "adverse_effects_only"
        if found:
            yield Candidate("breach.covers", tuple(dict.fromkeys(found)), statement.passages)


def _by_its_term(notice: Statement, reading: Reading) -> Iterator[str]:
    """What the term that `notice` has for its events is said to be."""
    used = notice.search(phrase(r"{breach}", reading.language))
    if used is None:
        return
    said = phrase(rf"\b{re.escape(used[0])}[\"'*]* (?:is|zijn|betekent|means|wordt verstaan|:)", reading.language)
    for statement in statements(reading, used[0], headings=False):
        if statement.search(said):
            if statement.search(phrase(_DATA_BREACH, reading.language)):
                yield "personal_data_breach"
            if statement.search(phrase(_INCIDENT, reading.language)):
                yield "security_incident"
            return


def _definitions(reading: Reading) -> Iterator[Statement]:
    """The statements that say what a breach or an incident is."""
    for statement in statements(reading, *WORDS, headings=False):
        if statement.search(phrase(rf"{_BY_LAW}|{_ADVERSE}", reading.language)) and statement.search(
            phrase(r"{breach}", reading.language)
        ):
            yield statement


def _meaning_of_incident(defined: tuple[Statement, ...], language: str) -> str:
    named = phrase(
        r"[\"'*(] ?(?:security |beveiligings|\w+ data )?(?:incident|breach) ?[\"'*)]|"
        r"\bincident\*{0,2} ?:|\bsecurity (?:incident|breach)\W{1,4}means\b",
        language,
    )
    if any(s.search(named) and s.search(phrase(_BY_LAW, language)) for s in defined):
        return "personal_data_breach"
    return "security_incident"


def _adverse(defined: tuple[Statement, ...], language: str) -> bool:
    """Whether a breach is one only where it has or may have adverse effects; a definition without that counts first."""
    with_effects = [
        s
        for s in defined
        if s.search(phrase(_ADVERSE, language))
        and s.search(phrase(r"\bdata-?lek\b|\bbreach\b", language))
        and not s.search(phrase(r"{inform}|\bmaatregelen\b", language))
    ]
    plain = [s for s in defined if s.search(phrase(_BY_LAW, language)) and not s.search(phrase(_ADVERSE, language))]
    return bool(with_effects) and not plain


_TO = r"(?:{authority}|{people})"
_REPORTS = (
    r"\b(?:meld\w*|gemeld|informe\w*|notif\w*|report\w*|inform\w*|meldplicht\w*|melding\w*|"
    r"meldung|melden|in kennis|op de hoogte|ingelicht|inlicht\w*|contact|communication\w*)\b"
)
_NOTIFIER: tuple[Reads, ...] = (
    reads(
        "breach.authority_notifier",
        cue(
            r"\b(?:verantwoordelijk\w*|taak|aangelegenheid|verplichting|beoordel\w*|beslis\w*|bepa\w+|"
            r"ligt|berust|responsib\w*|obligation|decide|decision|determin\w*|"
            r"zaak) (?:\S+ ){0,6}?(?:van|bij|of|with|to|by) (?:de |the )?CONTROLLER|"
            r"\bCONTROLLER … (?:is … verantwoordelijk|verantwoordelijk|draagt … zorg|beoordeelt|beslist|"
            r"bepaalt|besluit|meldt|verricht|zal … (?:melden|informeren)|shall … (?:notify|report|"
            r"inform)|is … responsible|responsible|remains|decides|determines|doet)\b|"
            r"\bfor CONTROLLER to (?:decide|determine|judge)\b|\b(?:lies|rests) with (?:the )?CONTROLLER\b|\b(?:door|by) (?:de |the )?CONTROLLER (?:\w+ ){0,3}(?:gedaan|verricht|made|gemeld|"
            r"notified)|\bdoe\w* CONTROLLER\b|\bbij CONTROLLER\b",
            _TO,
            _REPORTS,
            unless=(
                r"\bPROCESSOR (?:zal|shall|will|is|must|dient) … (?:verantwoordelijk|"
                r"notify (?:the )?(?:supervisory|authority)|meldt aan de autoriteit)",
                r"{rights} … {forward}",
                r"\bverzoek\w*\b",
            ),
        ),
        value="controller",
    ),
    reads(
        "breach.authority_notifier",
        cue(
            r"\bPROCESSOR (?:\w+ ){0,3}?(?:meldt|zal|shall|will|must|dient|"
            r"is verantwoordelijk)\b … (?:aan|bij|to|voor|for) (?:de |the )?(?:\w+ ){0,2}(?:autoriteit|"
            r"toezichthouder|supervisory|authority|ap)\b",
            _REPORTS,
            unless=(
                r"{assist}",
                r"\b(?:niet|geen|not|no)\b",
                r"{consent}",
                r"\b(?:CONTROLLER) … (?:autoriteit|toezicht|authorit|supervisory)",
            ),
        ),
        value="processor",
    ),
)
_HELPS = reads(
    "breach.authority_notifier",
    cue(
        r"PROCESSOR",
        r"{assist}|\bin staat\b|\benable\b|\ballow\b",
        r"{authority}|\bmeldplicht\w*|\bmeld\w* … datalek\w*",
        r"\b(?:haar|zijn|diens|de|its|the CONTROLLER|CONTROLLER) (?:\S+ ){0,5}?(?:meldplicht\w*|"
        r"verplichting\w*|obligations?)|\bin verband met het (?:melden|doen van)|"
        r"\bbij het (?:doen van (?:\S+ )?melding\w*|melden)",
        unless=(r"{audit}", r"\b(?:verzoeken|requests?)\b(?!.{0,80}(?:datalek|breach|incident))"),
        by=Role.PROCESSOR,
    ),
    strength=Strength.INFERRED,
    value="controller",
)
_OWN_DUTY = reads(
    "breach.authority_notifier",
    cue(
        r"\bCONTROLLER\b … (?:voldoen aan|nakomen van|meet|comply with|fulfil) (?:\w+ ){0,3}?(?:haar|zijn|its|their) (?:eigen |own )?"
        r"(?:\w*meldplicht\w*|meldingsplicht\w*|(?:\w+ )?(?:notification|reporting) (?:obligations?|dut(?:y|ies)))",
        unless=r"{rights}|{audit}",
    ),
    strength=Strength.INFERRED,
    value="controller",
)
_MAY_NOTIFY: tuple[Reads, ...] = (
    reads(
        "breach.processor_may_notify_authority",
        cue(
            r"PROCESSOR … \b(?:niet toegestaan|niet gerechtigd|mag … (?:niet|geen)|mag (?:niet|geen)|"
            r"zal … (?:niet|geen)|(?:doet|neemt|meldt) … (?:niet|geen)|niet … bevoegd|niet bevoegd|shall not|may not|will not|must not|not (?:permitted|"
            r"entitled|authori[sz]ed))\b|\b(?:niet toegestaan|not permitted)\b … PROCESSOR",
            _REPORTS,
            r"{authority}|{people}|\bthird part(?:y|ies)\b|\bderden\b",
            unless=(r"CONTROLLER (?:zal|mag|shall|may) (?:niet|geen|not)", r"{rights}", r"\btenzij\b … \bwettelijk"),
        ),
        value=False,
    ),
    reads(
        "breach.processor_may_notify_authority",
        cue(
            r"\bPROCESSOR (?:mag|kan|is … gerechtigd|may|is entitled)\b",
            _REPORTS,
            r"\b(?:aan|bij|to) (?:de |the )?(?:\w+ ){0,2}(?:autoriteit|toezichthouder|supervisory|"
            r"authority)",
            unless=(r"\b(?:niet|geen|not|no)\b",),
        ),
    ),
)
_FOLLOW_UP: tuple[Reads, ...] = (
    reads(
        "breach.follow_up",
        cue(
            r"{follow_up}",
            unless=(
                r"\bCONTROLLER (?:zal|shall|dient)\b … (?:op de hoogte houden)",
                r"\bnadere instructies\b",
                r"{audit}",
                r"\bbij het contactpunt\b",
                r"\bcontact(?:punt| point)\b … (?:{follow_up})",
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
_BOTH_KEEP = r"\b(?:each|both|ieder(?:e)?|elke|beide) part(?:y|ies|ij|ijen)\b|\b(?:CONTROLLER|PROCESSOR) (?:en|and) (?:de |the )?(?:CONTROLLER|PROCESSOR)\b"
_REGISTER_OF = (
    (
        CONTROLLER,
        r"\b(?:verantwoordelijkheid van|responsibility of (?:the )?|door|"
        r"by (?:the )?) ?(?:de )?CONTROLLER\b|\bCONTROLLER (?:\w+ ){0,4}(?:register\w*|registreert|"
        r"documenteert|houdt|shall (?:document|keep|maintain)|keeps)",
    ),
    (PROCESSOR, r"\bPROCESSOR\b"),
)
_CONSULTS = r"{consults}"
_FIRST = (
    r"\b(?:voordat|voorafgaand|alvorens|na|pas na|zonder|before|prior to|without|after|in overleg|zal|dient|"
    r"in overleg treden)\b"
)


_FOLLOWING = ("informer", "op de hoogte", "aanvull", "updates", "informed", "up to date")


def _duties(reading: Reading) -> Iterator[Candidate]:
    among = tuple(
        s
        for s in statements(reading, *WORDS, "meldplicht", "autoriteit", "authority", "toezichthouder", *_FOLLOWING)
        if on_breach(s, reading) or s.search(phrase(r"\b(?:ge)?meld\w*\b[^.;]{0,40}(?:{authority})", reading.language))
    )
    told = tuple(settled(reading, among, _NOTIFIER))
    yield from told
    if not told:
        yield from settled(reading, among, (_HELPS, _OWN_DUTY))
    for candidate in settled(reading, among, _MAY_NOTIFY):
        yield candidate
        if candidate.value is False:
            yield from _left_to_controller(reading, among, candidate)
    yield from _barred(reading)
    yield from settled(reading, among, _FOLLOW_UP)
    yield from _registers(reading, among)
    yield from _silence(reading, among)


_NOT_ITSELF = (
    r"\bPROCESSOR\b[^.;]{0,40}\b(?:niet zelf|niet (?:\w+ )?(?:toe )?bevoegd|niet (?:\w+ )?gerechtigd|"
    r"no such notification|(?:doet|does) (?:dit|dat|so|this) (?:uitsluitend|alleen|slechts|only|(?:zelf )?niet)|does not do (?:so|this|that)|"
    r"not itself|not (?:entitled|authori[sz]ed|permitted))\b"
)


def _barred(reading: Reading) -> Iterator[Candidate]:
    """A short ban after a sentence on notifying the authority: "PROCESSOR is not authorised to do so"."""
    for statement in statements(
        reading,
        "bevoegd",
        "niet zelf",
        "gerechtigd",
        "itself",
        "entitled",
        "permitted",
        "no such",
        "doet dit",
        "doet dat",
    ):
        before = statement.before
        if (
            before is not None
            and before.search(phrase(r"{authority}", reading.language))
            and (on_breach(before, reading) or before.search(phrase(_REPORTS, reading.language)))
            and statement.search(phrase(_NOT_ITSELF, reading.language))
        ):
            yield Candidate(
                "breach.processor_may_notify_authority", value=False, passages=(*before.passages, *statement.passages)
            )


_LEFT_TO = (
    r"\b(?:deze|die|this|that)\b[^.;]{0,30}\b(?:verantwoordelijkheid|taak|plicht|responsibility|"
    r"task|duty)\b … CONTROLLER"
)


def _left_to_controller(reading: Reading, among: tuple[Statement, ...], ban: Candidate) -> Iterator[Candidate]:
    """The sentence after a ban on notifying that leaves it to the controller."""
    statement = next(s for s in among if s.passages == ban.passages)
    after = statement.following
    if after is not None and after.search(phrase(_LEFT_TO, reading.language)):
        yield Candidate("breach.authority_notifier", "controller", (*statement.passages, *after.passages))


def _registers(reading: Reading, among: tuple[Statement, ...]) -> Iterator[Candidate]:
    language = reading.language
    for statement in among:
        if not statement.search(
            phrase(
                r"(?:{register})[^.;]{0,30}(?:{breach})|(?:{breach})[^.;]{0,40}\b(?:register|geregistreerd|"
                r"registered|recorded)\b",
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
            continue
        who = next((who for who, words in _REGISTER_OF if statement.search(phrase(words, language))), None)
        if who:
            yield Candidate("breach.register", (who,), statement.passages)


def _silence(reading: Reading, among: tuple[Statement, ...]) -> Iterator[Candidate]:
    language = reading.language
    for statement in among:
        consults = (
            statement.search(phrase(_CONSULTS, language))
            and "CONTROLLER" in statement.text
            and statement.search(phrase(_FIRST, language))
        )
        if not consults:
            continue
        to_authority = statement.search(phrase(r"{authority}|\b(?:aan een|de|een) melding\b", language))
        to_people = statement.search(phrase(r"{people}", language))
        if to_authority or to_people:
            yield flag("breach.duty_to_consult", statement)
        if (to_authority and to_people) or statement.search(phrase(r"{publicity}", language)):
            yield flag("breach.controller_silence", statement)


_SEARCHED = (*WORDS, "kosten", "cost", "expense", "vergoed", "rekening")


def _costs(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, *_SEARCHED):
        if not about_breach(statement, reading.language) or statement.search(
            phrase(
                r"{audit}|{rights}|{dpia}|\bboete\w*|\bschadevergoeding\b|\baansprakelijk\w*|\bliab\w+",
                reading.language,
            )
        ):
            continue
        who = bearer(statement, reading.language)
        if who in (CONTROLLER, PROCESSOR, EACH_OWN, IF_AT_FAULT):
            yield Candidate("breach.costs", CONTROLLER if who == IF_AT_FAULT else who, statement.passages)


RULES = (
    Rule("breach-covers", ("breach.covers",), _covers),
    Rule(
        "breach-duties",
        (
            "breach.authority_notifier",
            "breach.processor_may_notify_authority",
            "breach.follow_up",
            "breach.register",
            "breach.duty_to_consult",
            "breach.controller_silence",
        ),
        _duties,
    ),
    Rule("breach-costs", ("breach.costs",), _costs),
)
