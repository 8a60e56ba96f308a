"""Reading -> whether the processor tells on request where data are."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.transfers.transfers import TRANSFER_HEADING
from art28.extraction.words.cues import flag, phrase
from art28.extraction.words.statements import Statement, statements

_ON_REQUEST = (
    r"\b(?:op (?:\S+ ){0,4}verzoek|desgevraagd|wilt? CONTROLLER weten|CONTROLLER (?:kan|kunt|mag) [^.;]{0,60}\b(?:opvragen|navragen|vragen (?:in|op|aan) welke)|if asked|when asked|verzoek daartoe|(?:up)?on (?:\S+ ){0,3}request|"
    r"at (?:\S+ ){0,3}request|als CONTROLLER (?:daarom|dat|het) vraagt|auf (?:\S+ ){0,3}(?:anfrage|verlangen|wunsch|anforderung)|"
    r"(?:à|sur) (?:la |simple )*demande)\b"
)
_LOCATION = (
    r"\b(?:waar (?:\S+ ){0,3}\w*gegevens|landen waar(?:in)?|places? (?:at|where|in)|(?:in|om|op|aan) welke? (?:land|landen|plaats|plaatsen|adres|adressen|locaties?|data-?cent\w+)|"
    r"welke? (?:land|landen|locatie)|(?:verwerkings|opslag)?locaties?|(?:in|at) (?:which|what) (?:countr(?:y|ies)|address(?:es)?|places?|data ?cent\w+)|locations?|plaats van verwerking|"
    r"where (?:\S+ ){0,4}(?:data|stored|held|processed)|wo (?:\S+ ){0,4}daten|standorte?|orte? der (?:daten)?verarbeitung|"
    r"où (?:\S+ ){0,4}données|lieux? (?:de|du) (?:traitement|stockage))\b"
)
_TELLS = r"\bvragen (?:in|op|aan) welke\b|\bop ?(?:te )?vragen\b|\bnavragen\b|\binzichtelijk\b|\ba?angeven\b|\bge(?:eft|ven) … \baan\b|{inform}|{announce}|\bverstrek\w*|\bprovide\w*|\bgeeft\b|\bstate\b|\binzicht\b|\bindiqu\w*|\bnenn(?:t|en)\b|\bteilt\b|\bdisclos\w*"


# "… in welke datacentra dat is": what the sentence before says.
_THAT = r"\b(?:dat|dit|that|this|das|cela) (?:is|gebeurt|happens|geschieht|se passe)\b"
# "Wilt u weten waar uw gegevens staan? Vraag het ons.": the question, and the answer in the sentence after it.
_ASKED_HERE = r"\b(?:wilt?|would|do) CONTROLLER (?:like to |want to )?(?:weten|know)\b"
_THEN_TOLD = r"\b(?:vraag|dan|mail|bel|ask|then)\b|{inform}"


def _speaks_of_data(statement: Statement, language: str) -> bool:
    data = phrase(r"{processes}|SUBPROCESSOR|{data}|\bopgeslagen\b|\bom welke? land(?:en)?\b", language)
    before = statement.before if statement.search(phrase(_THAT, language)) else None
    return statement.search(data) is not None or (before is not None and before.search(data) is not None)


def _asked_and_told(statement: Statement, language: str) -> bool:
    after = statement.following
    return (
        after is not None
        and statement.search(phrase(_ASKED_HERE, language)) is not None
        and after.search(phrase(_THEN_TOLD, language)) is not None
    )


def _location(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    words = (
        "land",
        "places",
        "waar ",
        "locati",
        "countr",
        "location",
        "plaats",
        "adres",
        "address",
        "wo ",
        "standort",
        "où ",
        "lieu",
        "ort der",
        "datacent",
        "data cent",
    )
    for statement in statements(reading, *words, headings=False):
        data = _speaks_of_data(statement, language)
        if (
            (data or TRANSFER_HEADING.search(statement.heading))
            and statement.search(phrase(_LOCATION, language))
            and (
                all(statement.search(phrase(p, language)) for p in (_ON_REQUEST, _TELLS))
                or _asked_and_told(statement, language)
            )
            and not statement.search(phrase(r"{audit}", language))
        ):
            yield flag("transfers.location_on_request", statement)


RULES = (Rule("transfers-location", ("transfers.location_on_request",), _location),)
