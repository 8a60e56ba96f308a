"""A few clauses in plain text -> the agreement that art28 reads in them."""

from art28.agreement.model import Agreement, Record, Value
from art28.extraction.extract import extract
from art28.reading.text import read_text

DUTCH = """Verwerkersovereenkomst

Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis Zuid B.V. (hierna: Verwerker) komen het volgende overeen.

"""
ENGLISH = """Data Processing Agreement

Harbour North Ltd (the Controller) and Counting House Ltd (the Processor) agree on the following.

"""
GERMAN = """Vertrag zur Auftragsverarbeitung

Hafenkontor Nord GmbH (Verantwortlicher) und Zahlenwerk Süd GmbH (Auftragsverarbeiter) vereinbaren das Folgende für die
personenbezogenen Daten, die verarbeitet werden.

"""
FRENCH = """Accord de traitement des données

La société Quai Nord (responsable de traitement) et la société Compte Sud (sous-traitant) conviennent de ce qui suit pour
les données qui sont traitées.

"""
_PREAMBLES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


GERMAN = (
    '# Vertrag zur Auftragsverarbeitung\n\nZwischen Nordlicht GmbH (nachfolgend "Verantwortlicher") und Delta Hosting GmbH '
    '(nachfolgend "Auftragsverarbeiter") wird Folgendes vereinbart: die Parteien regeln die Verarbeitung der Daten.\n\n'
)
FRENCH = (
    '# Accord de sous-traitance\n\nEntre Lumière SAS (ci-après le "Responsable de traitement") et Delta '
    'Hébergement SAS (ci-après le "Sous-traitant"), il est convenu ce qui suit pour le traitement des données.\n\n'
)
_PREAMBLES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


def agreement_of(*clauses: str, preamble: str = DUTCH) -> Agreement:
    """The agreement that `clauses` make under a preamble, each in a paragraph of its own."""
    text = preamble + "\n\n".join(clauses) + "\n"
    return extract(read_text(text, name="clauses.txt", sha256="0" * 64, extraction="test"))


def value_of(key: str, *clauses: str, preamble: str = DUTCH) -> Value | None:
    """The value of `key` in an agreement of `clauses`; None where they leave it open or say nothing."""
    return agreement_of(*clauses, preamble=preamble).value(key)


def records_of(agreement: Agreement, key: str) -> tuple[Record, ...]:
    """The records that `agreement` holds for `key`."""
    value = agreement.value(key)
    assert isinstance(value, tuple)
    return tuple(record for record in value if not isinstance(record, str))


def cited(key: str, *clauses: str, preamble: str = DUTCH) -> str:
    """The words that settle `key`, white space folded; empty where nothing does."""
    fact = agreement_of(*clauses, preamble=preamble).facts.get(key)
    return " ".join(" ".join(c.text for c in fact.citations).split()) if fact else ""


def preamble_of(language: str) -> str:
    """The preamble in which a test's clauses stand."""
    return _PREAMBLES[language]
