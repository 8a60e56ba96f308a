"""A list item is read with its lead-in, a duty as that of the party who bears it."""

import pytest

from art28.document.flow import flow_of
from art28.extraction.extract import extract
from art28.extraction.prepare import prepare
from art28.extraction.words.statements import statements
from art28.extraction.words.subjects import subject_of
from art28.reading.text import read_text
from art28.terms import Role


def _texts(text: str) -> list[str]:
    document = read_text(text, name="t.txt", sha256="0", extraction="test")
    return [statement.text for statement in statements(prepare(flow_of(document)), "")]


def test_an_item_carries_its_lead_in() -> None:
    found = _texts("De verwerker zal:\n\n- zwijgen over de gegevens;\n\n- sloten plaatsen.\n")
    assert any("PROCESSOR zal:" in text and "zwijgen" in text for text in found)


def test_a_provision_after_a_list_stands_alone() -> None:
    found = _texts("2.1 De verwerker zal:\n\na) zwijgen;\n\n2.2 De klant betaalt de verwerker elke maand.\n")
    assert not any("zal:" in text and "betaalt" in text for text in found)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("PROCESSOR zal CONTROLLER informeren.", Role.PROCESSOR),
        ("om CONTROLLER te helpen, stelt PROCESSOR een map beschikbaar.", Role.PROCESSOR),
        ("the CONTROLLER shall inform the PROCESSOR.", Role.CONTROLLER),
        ("bij vervanging van een SUBPROCESSOR informeert PROCESSOR de CONTROLLER.", Role.PROCESSOR),
        ("de kosten worden gedeeld.", None),
    ],
)
def test_the_subject_of_a_duty_is_the_party_that_bears_it(text: str, role: Role | None) -> None:
    assert subject_of(text) is role


def test_a_citation_is_verbatim() -> None:
    clause = "1.1 Verwerker verwerkt gegevens\nslechts op schriftelijke instructie van Verwerkingsverantwoordelijke."
    document = read_text(clause, name="t.txt", sha256="0", extraction="test")
    (citation,) = extract(document).facts["instructions.only_on_instruction"].citations
    assert document.text[citation.start : citation.end] == citation.text
