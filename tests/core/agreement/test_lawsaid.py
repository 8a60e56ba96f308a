"""Sentences that say what law asks of any processor, and those that speak of a certain one."""

import pytest

from art28.agreement.lawsaid import says_what_law_asks


@pytest.mark.parametrize(
    ("sentence", "is_law"),
    [
        ("Whereas a PROCESSOR shall, under Article 28 GDPR, process on documented instructions only.", True),
        ("Overwegende dat een PROCESSOR ingevolge de AVG alleen op instructie verwerkt.", True),
        ("Le RGPD le veut : un PROCESSOR aide à répondre aux demandes.", True),
        ("Whereas a PROCESSOR shall process on documented instructions only.", False),
        ("As Article 28 GDPR requires, PROCESSOR shall process on documented instructions only.", False),
        ("PROCESSOR, as a PROCESSOR under the GDPR, shall process on instructions only.", False),
        ("PROCESSOR is a PROCESSOR within the meaning of the GDPR.", False),
        ("Onder de AVG schakelt een PROCESSOR geen SUBPROCESSOR in zonder toestemming.", False),
    ],
)
def test_only_what_is_asked_of_any_processor_is_law(sentence: str, is_law: bool) -> None:
    assert says_what_law_asks(sentence) is is_law
