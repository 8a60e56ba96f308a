"""What sentences say of the processing where no heading, label or table announces a list."""

import pytest

from core.extraction.clauses import agreement_of


@pytest.mark.parametrize(
    ("key", "clauses", "value"),
    [
        (
            "processing.data_subjects",
            ("Verwerker verwerkt daarvoor persoonsgegevens van werknemers, oud-werknemers en uitzendkrachten.",),
            ("werknemers", "oud-werknemers", "uitzendkrachten"),
        ),
        (
            "processing.data_subjects",
            ("De verwerking betreft bewoners en contactpersonen van Verwerkingsverantwoordelijke.",),
            ("bewoners", "contactpersonen van Verwerkingsverantwoordelijke"),
        ),
        (
            "processing.data_categories",
            (
                "Verwerker verwerkt persoonsgegevens van leden.",
                "Het betreft geboortedatum, bankrekeningnummer, e-mailadres en lidnummer.",
            ),
            ("geboortedatum", "bankrekeningnummer", "e-mailadres", "lidnummer"),
        ),
        (
            "processing.data_categories",
            ("De gegevens die daarbij worden verwerkt zijn naam, telefoonnummer en klantnummer.",),
            ("naam", "telefoonnummer", "klantnummer"),
        ),
        (
            "processing.purposes",
            (
                "Verwerker verwerkt deze gegevens om roosters te maken, om vragen van klanten te beantwoorden en "
                "om afspraken in te plannen.",
            ),
            ("roosters te maken", "vragen van klanten te beantwoorden", "afspraken in te plannen"),
        ),
        (
            "processing.purposes",
            (
                "De verwerking vindt uitsluitend plaats in het kader van het beheren van servers, het bieden van hulp en "
                "het maken van reservekopieën, en de doeleinden die daarmee samenhangen.",
            ),
            ("het beheren van servers", "het bieden van hulp", "het maken van reservekopieën"),
        ),
        (
            "processing.services",
            (
                "Verwerker verzorgt voor Verwerkingsverantwoordelijke de salarisadministratie, de jaaropgaven en de "
                "verzuimregistratie.",
            ),
            ("salarisadministratie", "jaaropgaven", "verzuimregistratie"),
        ),
        (
            "processing.services",
            ("Deze verklaring geldt voor de volgende diensten: Roosterplan, Urenstaat en Ruilbeurs.",),
            ("Roosterplan", "Urenstaat", "Ruilbeurs"),
        ),
    ],
)
def test_a_sentence_lists(key: str, clauses: tuple[str, ...], value: tuple[str, ...]) -> None:
    fact = agreement_of(*clauses).facts[key]
    assert fact.value == value
    assert all(citation.text in "\n".join(clauses) for citation in fact.citations)


@pytest.mark.parametrize(
    ("key", "clause"),
    [
        ("processing.data_subjects", "Verwerker verwijdert de gegevens van klanten en leveranciers op verzoek."),
        ("processing.data_subjects", "Verwerker verwerkt gegevens van derden en systemen."),
        ("processing.data_categories", "Het betreft een inspanning, een afspraak en een voornemen."),
        (
            "processing.purposes",
            "Verwerker verwerkt de gegevens om aan een wettelijke plicht te voldoen en om te bewaren.",
        ),
        (
            "processing.services",
            "Verwerker levert aan Verwerkingsverantwoordelijke een maandelijks overzicht van incidenten.",
        ),
    ],
)
def test_a_near_miss_lists_nothing(key: str, clause: str) -> None:
    assert agreement_of(clause).value(key) is None
