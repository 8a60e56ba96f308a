"""The end: return and deletion, the choice, the windows, the proof (Art. 28(3)(g))."""

import pytest

from core.extraction.clauses import cited, preamble_of, value_of

DATA, WINDOW, DEADLINE, PROOF, KEPT = (
    "end.data",
    "end.choice_window",
    "end.deadline",
    "end.certificate",
    "end.legal_retention_exception",
)


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            DATA,
            "nl",
            "Na beëindiging zal Verwerker de gegevens naar keuze van Verwerkingsverantwoordelijke "
            "wissen of teruggeven.",
            "controller_chooses",
        ),
        (
            DATA,
            "en",
            "Upon termination the Processor shall, at the choice of the Controller, delete or return the data.",
            "controller_chooses",
        ),
        (
            DATA,
            "nl",
            "Na beëindiging retourneert Verwerker de gegevens en vernietigt daarna wat achterblijft.",
            "return_then_delete",
        ),
        (
            DATA,
            "nl",
            "Na beëindiging verwijdert Verwerker de gegevens of geeft hij ze, indien overeengekomen, "
            "terug door retournering.",
            "delete_unless_return_agreed",
        ),
        (
            DATA,
            "nl",
            "Na beëindiging draagt Verwerker de gegevens op verzoek over met een export, waarna "
            "Verwerker ze verwijdert.",
            "return_on_request_then_delete",
        ),
        (DATA, "nl", "Na beëindiging verwijdert Verwerker de persoonsgegevens.", None),
        (
            WINDOW,
            "nl",
            "Na beëindiging maakt Verwerkingsverantwoordelijke haar keuze tussen teruggave en wissen "
            "van de gegevens binnen zes weken kenbaar.",
            "P6W",
        ),
        (WINDOW, "en", "Upon termination the Controller has 45 days to export the personal data.", "P45D"),
        (DEADLINE, "nl", "Verwerker verwijdert de persoonsgegevens binnen 60 dagen na beëindiging.", "P60D"),
        (DEADLINE, "en", "The Processor shall delete all personal data within 60 days after termination.", "P60D"),
        (
            DEADLINE,
            "nl",
            "Na beëindiging bewaart Verwerker de gegevens gedurende 7 jaar, waarna hij ze verwijdert.",
            None,
        ),
        (PROOF, "nl", "Verwerker bevestigt schriftelijk dat de gegevens na beëindiging zijn verwijderd.", True),
        (
            PROOF,
            "en",
            "After termination the Processor shall certify in writing that the personal data were deleted.",
            True,
        ),
        (PROOF, "nl", "Verwerker verwijdert de persoonsgegevens binnen 60 dagen na beëindiging.", None),
        (KEPT, "nl", "Na beëindiging wist Verwerker de gegevens, tenzij een wettelijke bewaarplicht geldt.", True),
        (
            KEPT,
            "en",
            "After termination the Processor deletes the data, unless Union law requires storage of the data.",
            True,
        ),
        (KEPT, "nl", "Na beëindiging wist Verwerker de gegevens.", None),
        (
            "end.costs",
            "nl",
            "De kosten van teruggave van de gegevens na beëindiging zijn voor rekening van Verwerker.",
            "processor",
        ),
        (
            "end.withheld_until_payment",
            "nl",
            "Na beëindiging mag Verwerker eerst betaling verlangen, alvorens de gegevens over te dragen.",
            True,
        ),
    ],
)
def test_the_end(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


def test_the_format_is_cited_by_itself() -> None:
    clause = "Na beëindiging retourneert Verwerker de gegevens in een open digitaal formaat."
    assert value_of("end.return_format", clause) == "open digitaal formaat"
    assert cited("end.return_format", clause) == "open digitaal formaat"
