"""Reading -> requests of data subjects: what the processor does with them, its help, within what time; request_costs.py, at whose cost."""

from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.values.durations import Duration, durations
from art28.extraction.words.cues import cue, flag, phrase, reads, settled
from art28.extraction.words.lasting import Phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

WORDS = (
    "betrokkene",
    "data subject",
    "hoofdstuk iii",
    "chapter iii",
    "betroffene",
    "personnes concernées",
    "personne concernée",
    "privacy rechten",
    "privacyrecht",
    "verzoek",
    "request",
    "ersuchen",
    "anfrage",
    "ansprüche",
    "löschanspr",
    "demande",
    "inzage",
    "gegevens te",
)
_ABOUT = r"(?:{rights}|{request})"
HEADINGS = (
    "medewerking",
    "bijstand",
    "assistance",
    "betrokkene",
    "data subject",
    "verzoeken",
    "betroffene",
    "betroffenen",
    "hun rechten",
    "hun recht",
    "recht uitoefen",
    "iemand zijn gegevens",
    "gegevens wil",
    "zijn gegevens",
    "haar gegevens",
    "vragen van",
    "rechten van",
    "met vragen",
    "inzage",
    "personnes",
    "individuals",
    "unterstützung",
    "hulp aan",
    "droits",
)
_NOT_THEIRS = (
    r"{audit}",
    r"SUBPROCESSOR … (?:{forward})",
    r"(?<!e-)\bmail(?!adres|t iemand|t een betrokkene)\w*|\bdoorgifte\b",
    r"\b(?:authorit|toezichthoud|law enforcement|government|overheid|behörde|autorité)\w*",
)
_REACHES_PROCESSOR = (
    r"\b(?:rechtstreeks|direct(?:ly)?|binnenkom\w*|binnen\b|bereik\w*|richt\w*|wendt|benader\w*|ontvang\w*|krijgt|krijgen|receiv\w*|contact\w*|addressed|"
    r"unmittelbar|erhält|wendet|direkt|toegezonden|auprès d[ue]|reçoi\w*|directement)\b"
)
_HANDLING = (
    reads(
        "requests.handling",
        cue(
            r"{forward}",
            _ABOUT,
            r"CONTROLLER",
            unless=(
                r"{audit}",
                r"SUBPROCESSOR … (?:{forward})",
                r"(?<!e-)\bmail(?!adres|t iemand|t een betrokkene)\w*|\badresse e-mail\b|\bdoorgifte\b",
                r"^(?!.*\b(?:data subjects?|betrokkenen?)\b).*\b(?:authorit|toezichthoud|law enforcement|government)\w*",
                r"\bde concert\b|\bconjointement\b|\bgemeinsam beantwort\w*",
                # "Een afschrift van dat contract wordt op verzoek aan CONTROLLER toegestuurd."
                r"^(?!.*\b(?:betrokkene|rechten))[^.;]*\bop (?:eerste |schriftelijk )?verzoek\b[^.;]{0,30}\baan CONTROLLER (?:toegestuurd|toegezonden|voorgelegd)\b",
            ),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\b(?:ontvang\w*|binnenkom\w*|bereik\w*|benader\w*|krijgt|richt\w*|wendt|receiv\w*|contact\w*|erhält|"
            r"wendet|reçoit|directly to|rechtstreeks|unmittelbar|directement)\b",
            r"{inform}",
            r"{rights}",
            r"CONTROLLER",
            unless=(
                r"\bvan CONTROLLER (?:ontvang|krijg)\w*",
                r"{breach}",
                r"\b(?:authorit|toezichthoud|law enforcement|government|overheid)\w*",
            ),
            by=Role.PROCESSOR,
        ),
        value="forward",
    ),
    reads(
        "requests.handling",
        # "PROCESSOR handelt verzoeken van betrokkenen namens CONTROLLER af."
        cue(
            r"\b(?:handelt|handelen|wikkelt|wikkelen)\b[^.;]{0,90}\bnamens CONTROLLER\b[^.;]{0,20}\baf\b|\bnamens CONTROLLER\b[^.;]{0,40}\b(?:afgehandeld|af te handelen|afhandelen|beantwoorden|beantwoord)\b",
            _ABOUT,
            unless=(r"{audit}", r"{forward}", r"\b(?:niet|geen|zonder)\b"),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\b(?:in onderling overleg|gezamenlijk|samen|jointly|together|in mutual consultation|gemeinsam|de concert|conjointement)\b",
            _ABOUT,
            r"\b(?:regelt|regelen|regel|afwikkel\w*|lost … op|sorts? out)\b|\bafhandel\w*|\bhandelen\b|\bhandelt\b|\bafgehandeld\b|\bbehandel\w*|\bhandle[ds]?\b|\bdeal with\b|\bbeantwoord\w*|\brespond\b|"
            r"\bbearbeit\w*|\bbeantwort\w*|\btraité\w*|\brépon\w*",
            unless=(r"\bgezamenlijk te noemen\b", r"{audit}"),
        ),
        value="joint",
    ),
)
_REFUSED = r"\b(?:niet|not|nicht|pas)\b (?:\S+ ){0,3}(?:verplicht|gehouden|obliged|required|verpflichtet|tenu)"
_ASSIST = (
    reads(
        "requests.assist",
        cue(
            r"{assist}",
            r"{rights}",
            unless=(
                r"SUBPROCESSOR (?:zal|shall|verleent)",
                r"{audit}",
                r"\b(?:wordt|worden) verstaan\b",
                r"\bmeans\b",
                _REFUSED,
                r"{breach} … {inform}",
            ),
            by=Role.PROCESSOR,
        ),
        cue(
            r"\bCONTROLLER\b … \b(?:rekenen|steunen) op (?:de )?(?:hulp|medewerking|steun|bijstand) van PROCESSOR\b|\bCONTROLLER\b … \b(?:steunen op PROCESSOR|beroep (?:\w+ )?op PROCESSOR|op PROCESSOR (?:kunnen )?rekenen)\b",
            r"{rights}",
            unless=_REFUSED,
        ),
    ),
)
_BEFORE_A_LIMIT = (
    r"\b(?:binnen|uiterlijk|maximaal|within|no later than|not later than|in any event|innerhalb|"
    r"spätestens|sous|dans|délai de|au plus tard)\b[^.;]{0,40}$"
)
_REACTS_WITHIN = r"\b(?:reactie|respons|afhandel|doorloop)(?:termijn|tijd)\b[^.;]{0,30}$"
_HELPING = r"{assist}|\b(?:medewerking|hulp|bijstand|ondersteuning|assistance|cooperation|help)\b"
# What one does, and what one does besides: "… binnen twee dagen door en verleent binnen tien dagen …".
_JOINS = lasting(r"[;,]\s|\b(?:en|and|und|et)\s")
_STATUTORY = r"\b(?:wettelijke|statutory|legal)\b[^.;]{0,30}$"


def _requests(reading: Reading) -> Iterator[Candidate]:
    among = tuple(
        s
        for s in statements(reading, *WORDS, *HEADINGS, *_IN_CONTEXT)
        if s.search(phrase(_ABOUT, reading.language))
        or under_its_heading(s)
        or s.near(phrase(r"{rights}", reading.language))
    )
    handled = tuple(settled(reading, among, _HANDLING))
    assisted = tuple(settled(reading, among, _ASSIST))
    if not handled:
        handled = tuple(_sent_on(reading, among))
    yield from handled
    yield from assisted
    if not assisted:
        yield from _help_under_heading(reading, among)
        for candidate in handled:
            if candidate.value == "joint":
                yield Candidate("requests.assist", value=True, passages=candidate.passages, strength=Strength.INFERRED)
    helped = tuple(_help_under_heading(reading, among))
    yield from _deadlines(among, (*assisted, *helped), Strength.EXPRESS, phrase(_HELPING, reading.language))
    yield from _deadlines(among, handled, Strength.PASSING)
    for statement in among:
        if (
            (
                under_its_heading(statement)
                or statement.near(phrase(r"{rights}", reading.language))
                or statement.search(phrase(_ASKED_TO_HELP, reading.language))
            )
            and statement.search(phrase(rf"{_SUPPLIES}|{_REACTS_FOR_HELP}", reading.language))
            and statement.subject is not Role.CONTROLLER
            and not statement.search(phrase(_CONTROLLER_ACTS, reading.language))
        ):
            yield from _own_times(statement, Strength.EXPRESS)


def _sent_on(reading: Reading, among: Sequence[Statement]) -> Iterator[Candidate]:
    """A request that reaches the processor and is sent on, where the article or the sentence before says whose it is."""
    for statement in among:
        if (
            statement.subject is not Role.CONTROLLER
            and statement.search(phrase(rf"{{forward}}|{_TELLS_OF_SUCH}", reading.language))
            and (under_its_heading(statement) or statement.near(phrase(r"{rights}", reading.language)))
            and (
                "CONTROLLER" in statement.text
                or statement.subject is Role.PROCESSOR
                or (statement.before is not None and statement.before.subject is Role.PROCESSOR)
                or statement.search(phrase(f"PROCESSOR|{_REACHES_PROCESSOR}|{_ANSWERS_NOT}", reading.language))
            )
            and not any(statement.search(phrase(words, reading.language)) for words in (*_NOT_THEIRS, r"{breach}"))
        ):
            yield Candidate("requests.handling", "forward", statement.passages)


# "Ontvangt PROCESSOR zo'n verzoek, dan brengt zij CONTROLLER daarvan op de hoogte."
_TELLS_OF_SUCH = r"\b(?:ontvangt|ontvangen|krijgt|krijgen|bereikt|receives?|erhält)\b … \b(?:zo'n|een dergelijk|zulk een|dit|dat|such an?|ein solches) (?:verzoek|vraag|request|ersuchen)\b … {inform}"


def under_its_heading(statement: Statement) -> bool:
    """Whether a statement stands in an article on requests or help, by its heading."""
    return any(word in statement.heading for word in HEADINGS)


def _help_under_heading(reading: Reading, among: Sequence[Statement]) -> Iterator[Candidate]:
    """Help that is promised in the article on requests, without naming them again."""
    for statement in among:
        if (
            (under_its_heading(statement) or statement.near(phrase(r"{rights}", reading.language)))
            and (
                statement.subject is Role.PROCESSOR
                or _it_helps(statement)
                or (statement.search(phrase(_HELPS, reading.language)) and not _CONTROLLER_HELPS.match(statement.text))
                or (
                    statement.subject is not Role.CONTROLLER
                    and statement.search(phrase(_FOR_THE_ANSWER, reading.language))
                )
            )
            and statement.search(phrase(rf"{{assist}}|{_FOR_THE_ANSWER}", reading.language))
            and not statement.search(phrase(rf"{{breach}}|{{audit}}|{_REFUSED}", reading.language))
            and (
                not statement.search(phrase(r"{dpia}", reading.language))
                or statement.search(phrase(rf"{{request}}|{OF_THEM}", reading.language))
            )
        ):
            yield flag("requests.assist", statement, Strength.PASSING)


# "Een verzoek zendt PROCESSOR door. Zij werkt mee aan de uitvoering daarvan."
_IT_HELPS = lasting(
    r"^[\W\d]*(?:zij|hij|it|sie|er|elle|il) (?:werkt|helpt|verleent|biedt|staat|ondersteunt|helps|assists|supports|hilft|unterstützt|leistet|stellt|steht|gives|provides|aide|assiste|met|facilite|procure|fournit|apporte|prête)\b"
)


_CONTROLLER_HELPS = lasting(
    r"^[\W\d]*(?:de |the |der |le )?CONTROLLER (?:helpt|helps|assists|supports|hilft|unterstützt|leistet|stellt|steht|gives|provides|aide|assiste|met|facilite|procure|fournit|apporte|prête)\b"
)


def _it_helps(statement: Statement) -> bool:
    before = statement.before
    if before is None or _IT_HELPS.match(statement.text) is None:
        return False
    return before.subject is Role.PROCESSOR or _THEN_IT.search(before.text) is not None


# "Lorsqu'un salarié s'adresse au PROCESSOR, celui-ci fait suivre": who acts there goes on as "il".
_THEN_IT = lasting(r"\bPROCESSOR, (?:celui-ci|celle-ci|dieser|diese|deze|it|er|sie|il|elle)\b")


def _deadlines(
    among: Sequence[Statement], promises: Sequence[Candidate], strength: Strength, of: Phrase | None = None
) -> Iterator[Candidate]:
    for promise in promises:
        yield from _own_times(next(s for s in among if s.passages == promise.passages), strength, of)


_IN_CONTEXT = (
    "hulp bij",
    "helpen",
    "helpt",
    "help",
    "door",
    "antwoord",
    "lever",
    "verstrek",
    "answer",
    "reply",
    "hilft",
    "unterstütz",
    "weiter",
)
_HELPS = r"\bhulp nodig\b[^.;]{0,20}\bkrijgt\b|\bhulp nodig\b[^.;]{0,30}\b(?:verzoek\w*|vraag|\w*antwoord\w*)\b[^.;]{0,60}\bkrijgt\b|\bop PROCESSOR (?:hulp |medewerking |steun )?(?:kunnen )?rekenen\b|\b(?:helpt|helpen|helps?|assists?|supports?|hilft|helfen|unterstützt|aide|assiste|ondersteunt|ondersteunen) (?:(?:we|wij|wir|nous) )?(?:de |the |der |den |le |la )?(?:PROCESSOR|CONTROLLER|support|hem|haar|it)\b"
_FOR_THE_ANSWER = r"\bhulp bij (?:het |de )?(?:afhandel|beantwoord|behandel)\w*|\b(?:needed|necessary|required) to (?:answer|reply|respond)\b|\b(?:nodig|benodigd) (?:zijn |is )?om (?:een|de|die) betrokkene te (?:antwoorden|informeren)\b|\bnodig (?:heeft|hebben) om te (?:antwoorden|reageren|voldoen)\b|\bvoor (?:de )?(?:afhandeling|beantwoording)\b[^.;]{0,20}\bnodig\b|\bnodig\b[^.;]{0,20}\bvoor (?:de )?(?:afhandeling|beantwoording)\b|\bzorg(?:t|en) (?:PROCESSOR )?(?:ervoor )?dat\b[^.;]{0,60}\b(?:antwoorden|beantwoorden|reageren|voldoen)\b|\b(?:nodig|benodigd|vereist) (?:zijn |is |heeft |hebben |hebt )?(?:om|voor) (?:aan )?(?:het|een|zulk\w*|dat|die|deze) verzoek\w*\b|\b(?:necessary|needed|required) (?:to|for) (?:\w+ ){0,3}requests?\b|\b(?:needs? for|nodig (?:heeft|hebt) voor|benötigt für|nécessaires? à) (?:its |zijn |haar |het |seine |une |la |sa )?(?:reply|answer|response|antwoord|antwort|beantwoording|réponse)\b"
_ASKED_TO_HELP = r"\b(?:verzoek(?:en)?|requests?) (?:om|for|tot) (?:bijstand|hulp|medewerking|assistance|help)\b"
_CONTROLLER_ACTS = r"\b(?:reageert|antwoordt|levert|responds?|antwortet|liefert|stellt) (?:de |the |der )?CONTROLLER\b|\bCONTROLLER (?:niet|not|nicht|fails)\b"
_ANSWERS_NOT = r"\b(?:beantwoordt|behandelt) (?:dit|die|deze|het|dat) (?:\w+ )?(?:niet|zelf niet)\b"
OF_THEM = r"\bzo'n (?:vraag|verzoek)\b|\bsuch a request\b|\b(?:afhandelen|beantwoorden|behandelen|afhandeling|beantwoording|behandeling) (?:daarvan|ervan|hiervan)\b|\b(?:handling|answering) (?:them|it)\b"
_REACTS_FOR_HELP = r"{assist}[^.;]{0,60}\b(?:reactie|respons|afhandel|doorloop)(?:termijn|tijd)\b"
_SUPPLIES = (
    r"\bkrijgt (?:zij|hij|CONTROLLER)\b[^.;]{0,20}\bbinnen\b|\bbinnen\b[^.;]{0,60}\b(?:verricht|levert|verstrekt|doet) (?:hij|zij|PROCESSOR)\b|\b(?:levert|leveren|verstrekt|verstrekken|verricht|verrichten|doet|doen|voert|voeren|reageren|helpt|helpen|supplies|provides|furnishes|shall (?:supply|provide)|reageert|responds|antwortet|répond|communique|stellt|liefert|gevolg)\b"
    r"[^.;]{0,150}\b(?:binnen|within|innerhalb|dans un délai|sous)\b|"
    r"\b(?:binnen|within|innerhalb)\b[^.;]{0,60}\b(?:gevolg|mee|zur verfügung)\b"
)


def _own_times(statement: Statement, strength: Strength, of: Phrase | None = None) -> Iterator[Candidate]:
    """The processor's own time for what it promises, not the law's time for the controller.

    Of several, that of the part of the sentence in which the words of `of` stand: what is sent on in two days is answered in ten.
    """
    times = [each for each in durations(statement.text) if _limits(statement.text[: each.start])]
    told = [each for each in times if of is not None and of.search(_part_around(statement.text, each))]
    for duration in (told or times)[:1]:
        yield Candidate("requests.deadline", duration.iso, statement.passages, strength)


def _limits(before: str) -> bool:
    limits = phrase(_BEFORE_A_LIMIT, "nl").search(before) or phrase(_REACTS_WITHIN, "nl").search(before)
    return bool(limits and not phrase(_STATUTORY, "nl").search(before))


def _part_around(text: str, duration: Duration) -> str:
    """The part of a sentence that a period stands in, between the words that join its verbs."""
    opens = max((each.end() for each in _JOINS.finditer(text, 0, duration.start)), default=0)
    closes = next((each.start() for each in _JOINS.finditer(text, duration.end)), len(text))
    return text[opens:closes]


RULES = (Rule("requests", ("requests.handling", "requests.assist", "requests.deadline"), _requests),)
