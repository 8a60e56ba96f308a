"""The processor's secrecy, that of its people, and how often certificates of conduct are renewed (Art. 28(3)(b))."""

import pytest

from core.extraction.clauses import cited, preamble_of, value_of

DUTY, STAFF, SCREENING = "confidentiality.duty", "confidentiality.staff_bound", "confidentiality.screening_interval"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (DUTY, "nl", "Verwerker zal de persoonsgegevens strikt vertrouwelijk behandelen.", True),
        (DUTY, "en", "The Processor shall keep all personal data confidential.", True),
        (DUTY, "nl", "Verwerkingsverantwoordelijke zal de auditbevindingen vertrouwelijk behandelen.", None),
        (DUTY, "en", "Employees shall keep the personal data confidential.", None),
        (
            STAFF,
            "nl",
            "Verwerker laat iedere medewerker een verklaring tot geheimhouding van de gegevens tekenen.",
            True,
        ),
        (
            STAFF,
            "en",
            "The Processor ensures that persons with access to personal data are bound by confidentiality.",
            True,
        ),
        (STAFF, "nl", "Verwerker leidt zijn medewerkers op.", None),
        (SCREENING, "nl", "Iedere 4 jaar vraagt Verwerker voor zijn medewerkers een nieuwe VOG aan.", "P4Y"),
        (SCREENING, "en", "The Processor renews each certificate of conduct every two years.", "P2Y"),
        (SCREENING, "nl", "De VOG van een nieuwe medewerker is niet ouder dan 3 maanden.", None),
    ],
)
def test_confidentiality(key: str, language: str, clause: str, value: bool | str | None) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


def test_duties_that_also_bind_staff_bind_them_to_the_secrecy_beside_them() -> None:
    clauses = (
        "2.1 De verplichtingen van Verwerker gelden ook voor wie onder het gezag van Verwerker "
        "werkt, zoals werknemers.",
        "3.1 Op de persoonsgegevens rust een geheimhoudingsplicht jegens derden.",
    )
    assert value_of(STAFF, *clauses) is True
    assert value_of(STAFF, clauses[0]) is None
