"""Reading -> at whose cost the processor helps with requests of data subjects, and with all else under one clause on costs."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.assistance.requests import HEADINGS, OF_THEM, WORDS, under_its_heading
from art28.extraction.words.bearing import CONTROLLER, IF_AT_FAULT, PROCESSOR, bearer
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, is_row, statements

_PRICED = (
    "kosten",
    "kosteloos",
    "gratis",
    "tarief",
    "factur",
    "rekenen",
    "rekent",
    "vergoed",
    "charge",
    "cost",
    "rate",
    "vergüt",
    "berechnet",
    "frais",
    "gratuit",
)


def _costs(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, *WORDS, *HEADINGS, *_PRICED):
        if not (under_its_heading(statement) or statement.near(phrase(r"{rights}", reading.language))):
            continue
        if (
            is_row(statement)
            or statement.search(phrase(rf"{{audit}}|{_BY_LETTER}", reading.language))
            or (
                statement.search(phrase(r"{dpia}", reading.language))
                and not statement.search(phrase(rf"{{rights}}|{{request}}|{_THIS_AND}", reading.language))
            )
            or _goes_on_about_dpia(statement, reading)
            or _of_the_check_before(statement, reading)
        ):
            continue
        who = bearer(statement, reading.language)
        if who in (CONTROLLER, PROCESSOR, IF_AT_FAULT):
            value = PROCESSOR if who == PROCESSOR else CONTROLLER
            yield Candidate("requests.costs", value, statement.passages)
    yield from general_costs(reading, "requests.costs")


# "Voor dit werk en voor hulp bij een effectbeoordeling geldt het uurtarief."
_THIS_AND = r"\bvoor (?:dit werk|deze hulp|die hulp|deze werkzaamheden) en (?:voor )?(?:hulp|bijstand|medewerking)\b|\brek(?:ent|enen) (?:PROCESSOR )?(?:daarvoor|hiervoor)\b"
# "De tijd die met de medewerking onder b) en c) is gemoeid": what stands under those letters may be anything.
_BY_LETTER = r"\b(?:onder|sub|under) [a-z]\)"


# "Moet CONTROLLER een DPIA uitvoeren? Ook dan helpt PROCESSOR.", "Frequentie: tweemaal per jaar.": what stands before is what the help is with.
_ADDS = lasting(
    r"^\W*(?:ook (?:dan|daarbij|daarmee)|then too|auch dann|là aussi)\b.{0,40}$|^\W*(?:\w+ ){0,2}\w+: [^:]{2,80}\.$"
)


def _of_the_check_before(statement: Statement, reading: Reading) -> bool:
    """Whether the sentence before lets the controller check, so that bare costs are those of the check."""
    before = statement.before
    return (
        before is not None
        and before.clause is statement.clause
        and before.search(phrase(r"{audit}|{examine}|\bte (?:laten )?controleren\b", reading.language)) is not None
        and before.search(phrase(r"{rights}|{assist}", reading.language)) is None
        and statement.search(phrase(r"{rights}|{request}|{assist}", reading.language)) is None
    )


def _answers(statement: Statement) -> bool:
    """Whether the sentence before asks: "Moet je een DPIA doen? Wij geven je de informatie.", and then what that costs."""
    return statement.before is not None and statement.before.text.rstrip(" *_").endswith("?")


def _goes_on_about_dpia(statement: Statement, reading: Reading) -> bool:
    """Whether `statement` says what the help with an impact assessment costs, which the sentence before it promises."""
    before = statement.before
    while before is not None and (_ADDS.match(before.text) or _answers(before)):
        before = before.before
    return (
        before is not None
        and before.clause is statement.clause
        and before.search(phrase(r"{dpia}|{prior_consultation}|{articles_32_36}", reading.language)) is not None
        and before.search(
            phrase(rf"{{rights}}|(?<!auf.)(?<!on.)(?<!sur.)(?<!op.)(?:{{request}})|{OF_THEM}", reading.language)
        )
        is None
        and statement.search(phrase(r"{rights}|{request}", reading.language)) is None
    )


def general_costs(reading: Reading, key: str) -> Iterator[Candidate]:
    """A clause on the costs of all help under the agreement, as an inference for `key`."""
    for statement in statements(
        reading,
        "ondersteuning",
        "werkzaamheden",
        "medewerking",
        "bijstand",
        "assistance",
        "help",
        "cooperation",
        "unterstützung",
        "hulp",
        "hilfe",
        "aide",
        headings=False,
    ):
        if statement.search(phrase(_ANY_HELP, reading.language)) and bearer(statement, reading.language) in (
            CONTROLLER,
            IF_AT_FAULT,
        ):
            yield Candidate(key, CONTROLLER, statement.passages, Strength.INFERRED)


_ANY_HELP = (
    r"(?:unterstützung|mitwirkung|hilfe)(?:s?leistung\w*)?\b .{0,40}\b(?:hauptvertrag|leistungsbeschreibung|servicevertrag)\b .{0,30}\bnicht\b|"
    r"(?:unterstützung|mitwirkung)(?:s?leistung\w*)?\b .{0,40}\bnicht\b .{0,60}\b(?:leistungsbeschreibung|vertraglich|fehlverhalten|hauptvertrag|geschuldet)\w*|"
    r"(?:{support}|{assist}) .{0,40}\b(?:nach|gemäß|au titre d[eu]|prévue au) (?:diese[rsm] |dieser |ce |cet |présent )(?:ziffer|§|abschnitt|paragraph|vertrag\w*|article|accord)|"
    r"(?:{support}) .{0,60}\b(?:op grond van|onder|under) (?:de )?(?:clauses?|sections?|artikel(?:en)?) \d|"
    r"(?:{support}) .{0,120}\b(?:op grond van|onder|uit hoofde van|in verband met|under|"
    r"pursuant to|in connection with)\b (?:\S+ ){0,4}?"
    r"(?:deze |this )(?:\S+ ){0,4}?(?:\w*overeenkomst|agreement|dpa|addendum)\b"
)


RULES = (Rule("requests-costs", ("requests.costs",), _costs),)
