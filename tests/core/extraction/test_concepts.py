"""What an agreement calls a breach or a sub-processor does not matter: its definition does."""

import pytest

from art28.extraction.words.concepts import Concept, concepts_in
from core.extraction.clauses import cited, value_of

OWN_WORD_FOR_A_BREACH = (
    "Storing: een inbreuk op de beveiliging die leidt tot verlies van persoonsgegevens.",
    "Verwerker meldt een Storing binnen 36 uur na ontdekking aan Verwerkingsverantwoordelijke.",
)


@pytest.mark.parametrize(
    ("text", "term", "concept"),
    [
        (
            "1.2 Lekkage: een inbreuk op de beveiliging van gegevens.\nBij een Lekkage belt men.",
            "Lekkage",
            Concept.BREACH,
        ),
        (
            '"Mishap" means any unauthorised access to or loss of data.\nA Mishap is reported.',
            "Mishap",
            Concept.BREACH,
        ),
        (
            'Een partij die Verwerker inschakelt om gegevens te verwerken (hierna: "Meewerker"). De Meewerker tekent.',
            "Meewerker",
            Concept.SUB_PROCESSOR,
        ),
        (
            "Helper means: a third party engaged by the Processor to process data.\nEach Helper signs.",
            "Helper",
            Concept.SUB_PROCESSOR,
        ),
    ],
)
def test_a_definition_says_what_its_term_stands_for(text: str, term: str, concept: Concept) -> None:
    assert concepts_in(text) == {term: concept}


@pytest.mark.parametrize(
    "text",
    [
        "Derde: een ander dan de betrokkene of de verwerker.\nEen Derde krijgt geen gegevens.",
        "Auditor: een derde die Klant inschakelt om de verwerking van gegevens te beoordelen.\nDe Auditor tekent.",
        "Storing: het uitvallen van de dienst.\nEen Storing wordt opgelost.",
    ],
)
def test_a_definition_of_something_else_says_nothing(text: str) -> None:
    assert not concepts_in(text)


def test_a_breach_by_another_name_is_reported_within_its_time() -> None:
    assert value_of("breach.deadline", *OWN_WORD_FOR_A_BREACH) == "PT36H"
    assert "een Storing binnen 36 uur" in cited("breach.deadline", *OWN_WORD_FOR_A_BREACH)
