"""Processing on instruction, the law's exception and the warning about unlawful instructions (Art. 28(3)(a))."""

import pytest

from core.extraction.clauses import cited, preamble_of, value_of

ONLY, LAW, WARNING = (
    "instructions.only_on_instruction",
    "instructions.legal_exception",
    "instructions.infringement_warning",
)


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            ONLY,
            "nl",
            "Verwerker verwerkt gegevens alleen op schriftelijke instructie van Verwerkingsverantwoordelijke.",
            True,
        ),
        (
            ONLY,
            "nl",
            "Verwerker zal gegevens niet anders verwerken dan in opdracht van Verwerkingsverantwoordelijke.",
            True,
        ),
        (
            ONLY,
            "en",
            "The Processor shall process personal data solely on documented instructions from the Controller.",
            True,
        ),
        (
            ONLY,
            "en",
            "The Processor shall not process personal data other than on the Controller's instructions.",
            True,
        ),
        (
            ONLY,
            "nl",
            "Verwerkingsverantwoordelijke kan Verwerker instructies geven over de inrichting van het portaal.",
            None,
        ),
        (ONLY, "en", "The Processor processes personal data to provide the services.", None),
        (
            LAW,
            "nl",
            "Verwerker verwerkt gegevens alleen op instructie, tenzij Unierecht hem tot verwerking verplicht.",
            True,
        ),
        (
            LAW,
            "en",
            "The Processor shall act on instructions only, unless required by Member State law to process otherwise.",
            True,
        ),
        (LAW, "nl", "Verwerker verwerkt gegevens alleen op instructie van Verwerkingsverantwoordelijke.", None),
        (
            LAW,
            "nl",
            "Verwerker houdt gegevens geheim, tenzij een wettelijke verplichting tot verstrekking bestaat.",
            None,
        ),
        (
            WARNING,
            "nl",
            "Verwerker waarschuwt Verwerkingsverantwoordelijke direct als een instructie volgens hem de AVG schendt.",
            True,
        ),
        (
            WARNING,
            "en",
            "The Processor shall inform the Controller at once if it finds that an instruction infringes the GDPR.",
            True,
        ),
        (WARNING, "nl", "Verwerker meldt het als een instructie bij een audit volgens hem de AVG schendt.", None),
        (WARNING, "en", "The Processor follows the Controller's instructions.", None),
    ],
)
def test_instructions(key: str, language: str, clause: str, value: bool | None) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")
