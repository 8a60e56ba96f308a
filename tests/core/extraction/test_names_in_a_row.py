"""Sub-processors strung together on one line, with labels between, behind a colon or in a sentence."""

import pytest

from core.extraction.clauses import agreement_of, records_of, value_of

LIST = "subprocessors.list"
HOSTS = ("Leaseweb", "hosting", ("NL",))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Verwerker werkt met de volgende subverwerkers: (a) Leaseweb, hosting, Nederland; "
            "(b) Mailvogel, nieuwsbrieven, Duitsland.",
            [HOSTS, ("Mailvogel", "nieuwsbrieven", ("DE",))],
        ),
        (
            "Verwerker schakelt subverwerkers in. Verwerker maakt gebruik van Leaseweb (hosting, Nederland) "
            "en Mailvogel voor e-mail.",
            [HOSTS, ("Mailvogel", "e-mail", None)],
        ),
        (
            "Bijlage 2 Subverwerkers\n\nNaam: Leaseweb. Taak: hosting. Land: Nederland.",
            [HOSTS],
        ),
    ],
)
def test_each_is_read(clause: str, expected: list[tuple[str, str, tuple[str, ...] | None]]) -> None:
    found = records_of(agreement_of(clause), LIST)
    assert [(one["name"], one["service"], one["processing_in"]) for one in found] == expected


@pytest.mark.parametrize(
    "clause",
    [
        "Verwerker kan gebruikmaken van subverwerkers zoals Leaseweb (hosting, Nederland) en Mailvogel voor e-mail.",
        "Verwerker schakelt subverwerkers in. Verwerker werkt met ISO 27001 voor de beveiliging.",
        "Verwerker maakt gebruik van Leaseweb (hosting, Nederland) niet.",
    ],
)
def test_what_only_may_be_is_none(clause: str) -> None:
    assert value_of(LIST, clause) is None


def test_a_sentence_lists_data_and_people() -> None:
    clause = "Daarbij verwerkt Verwerker namen, adressen en bestellingen van klanten en medewerkers."
    agreement = agreement_of(clause)
    assert agreement.value("processing.data_categories") == ("namen", "adressen", "bestellingen")
    assert agreement.value("processing.data_subjects") == ("klanten", "medewerkers")
