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
            "Na afloop kan Verwerkingsverantwoordelijke gedurende dertig dagen kiezen tussen teruggave en verwijdering van "
            "de gegevens.",
            "controller_chooses",
        ),
        (
            DEADLINE,
            "nl",
            "Binnen 45 dagen na het einde wist Verwerker alle gegevens, of geeft die terug, "
            "naar keuze van Verwerkingsverantwoordelijke.",
            "P45D",
        ),
        (
            DEADLINE,
            "en",
            "Within 45 days after termination Processor shall delete or return all data, at the choice of Controller.",
            "P45D",
        ),
        (
            DEADLINE,
            "nl",
            "Verwerkingsverantwoordelijke kiest binnen een maand na het einde of Verwerker de gegevens wist of teruggeeft.",
            None,
        ),
        (
            WINDOW,
            "nl",
            "Binnen 45 dagen na het einde laat Verwerkingsverantwoordelijke weten of Verwerker de gegevens "
            "wist of teruggeeft.",
            "P45D",
        ),
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


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            DATA,
            "nl",
            "Na het einde laat Verwerkingsverantwoordelijke weten of de gegevens moeten worden overgedragen dan wel "
            "vernietigd.",
            "controller_chooses",
        ),
        (
            DATA,
            "de",
            "Nach Beendigung des Vertrags hat der Auftragsverarbeiter die Daten nach Wahl des Verantwortlichen zu "
            "übergeben oder "
            "zu löschen.",
            "controller_chooses",
        ),
        (
            DATA,
            "fr",
            "À la fin du contrat, le sous-traitant restitue les données puis supprime les copies qui restent.",
            "return_then_delete",
        ),
        (
            DATA,
            "de",
            "Nach Vertragsende löscht der Auftragsverarbeiter die Daten, sofern nicht eine Herausgabe der Daten "
            "vereinbart wurde.",
            "delete_unless_return_agreed",
        ),
        (DATA, "nl", "Verwerker maakt elke nacht een kopie van de gegevens en verwijdert oude kopieën.", None),
        (
            DEADLINE,
            "nl",
            "Na het einde worden de gegevens, ook uit de back-ups, binnen vijftig dagen verwijderd.",
            "P50D",
        ),
        (
            DEADLINE,
            "nl",
            "Na het einde vernietigt Verwerker de gegevens binnen acht dagen nadat Verwerkingsverantwoordelijke haar "
            "keuze heeft "
            "gemeld.",
            "P8D",
        ),
        (
            DEADLINE,
            "de",
            "Nach Beendigung des Vertrags löscht der Auftragsverarbeiter die Daten innerhalb von sechs Wochen.",
            "P6W",
        ),
        (
            DEADLINE,
            "nl",
            "Van de vernietiging bij het einde verstrekt Verwerker binnen vijf dagen een verklaring van verwijdering.",
            None,
        ),
        (
            WINDOW,
            "nl",
            "Laat Verwerkingsverantwoordelijke na het einde binnen vier weken niets weten, dan vernietigt Verwerker "
            "de gegevens.",
            "P4W",
        ),
        (
            PROOF,
            "nl",
            "Over de vernietiging van de gegevens na het einde geeft Verwerker geen verklaring af.",
            False,
        ),
        (
            PROOF,
            "de",
            "Nach Vertragsende löscht der Auftragsverarbeiter die Daten und bestätigt die Löschung der Daten in "
            "Textform.",
            True,
        ),
        (
            KEPT,
            "nl",
            "Na het einde worden de gegevens gewist, maar wat Verwerker van de belastingwet moet bewaren, blijft.",
            True,
        ),
        (
            KEPT,
            "de",
            "Nach Vertragsende werden die Daten gelöscht; Daten, die gesetzlichen Aufbewahrungsfristen unterliegen, "
            "bleiben.",
            True,
        ),
        (
            KEPT,
            "fr",
            "À la fin du contrat, les données sont supprimées, sauf si la loi oblige le sous-traitant à les conserver.",
            True,
        ),
        (KEPT, "nl", "Na het einde worden de gegevens zo snel mogelijk gewist en niet bewaard.", None),
        (
            "end.return_format",
            "nl",
            "Na het einde geeft Verwerker de gegevens terug als CSV of XML.",
            "CSV of XML",
        ),
        (
            "end.return_format",
            "de",
            "Nach Vertragsende werden die Daten in einem gängigen Format zurückgegeben.",
            "gängigen Format",
        ),
        (
            "end.return_format",
            "fr",
            "À la fin du contrat, les données sont restituées dans un format lisible par machine.",
            "format lisible par machine",
        ),
        (
            "end.withheld_until_payment",
            "nl",
            "Na het einde mag Verwerker de teruggave van de gegevens tegenhouden tot alle rekeningen zijn betaald.",
            True,
        ),
        (
            "end.withheld_until_payment",
            "de",
            "Nach Vertragsende ist ein Zurückbehaltungsrecht an den Daten, die zurückgegeben werden, ausgeschlossen.",
            False,
        ),
        (
            "end.costs",
            "nl",
            "Voor teruggave van de gegevens na het einde mag Verwerker geen vergoeding vragen.",
            "processor",
        ),
        (
            "end.costs",
            "fr",
            "À la fin du contrat, la restitution des données est aux frais du responsable de traitement.",
            "controller",
        ),
    ],
)
def test_the_end_in_other_words(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value
