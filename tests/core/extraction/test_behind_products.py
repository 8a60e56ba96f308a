"""Parties behind a product, and organs that act for a public body: whose name stands there, and whose doesn't."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.markup.markdown import read_markdown


def _read(opening: str) -> Agreement:
    text = f"# Verwerkersovereenkomst\n\n{opening}\n\n## Opdracht\n\nDe verwerker verwerkt de gegevens alleen in opdracht.\n"
    return extract(read_markdown(text, name="x.md", sha256="0" * 64, extraction="markdown/1"))


def test_who_is_behind_a_product_is_the_party_and_not_the_product() -> None:
    found = _read(
        "Lesbord is een planbord voor rijscholen, gemaakt door Kadewerk Software B.V. (KvK 12345678, Kade 12, 3861 MB Meer), "
        'hierna: "wij". In dit stuk ben jij, de rijschool die een abonnement neemt, "je". Volgens de AVG ben jij de '
        "verwerkingsverantwoordelijke en zijn wij de verwerker."
    )
    assert found.value("processor.name") == "Kadewerk Software B.V."
    assert found.value("processor.registration") == "12345678"
    assert not any(key.startswith("controller.") for key in found.facts)


def test_a_sentence_about_the_product_names_no_customer() -> None:
    found = _read(
        'Bookbird is bookkeeping software from Kade Desk Ltd, 18 Foss Lane, York YO1 9TX, company number 11223344 ("we"). '
        'It is used by accountants ("you"). You are the controller of the personal data; we are your processor.'
    )
    assert found.value("processor.name") == "Kade Desk Ltd"
    assert found.value("controller.name") is None


@pytest.mark.parametrize(
    "name",
    [
        "dagelijks bestuur van de Gemeenschappelijke Regeling Meer",
        "college van burgemeester en wethouders van de gemeente Meer",
        "bestuur van Stichting Meeronderwijs",
    ],
)
def test_an_organ_acts_under_its_own_name(name: str) -> None:
    found = _read(
        f"1. Het {name}, gevestigd te Meerdorp, hierna: verwerkingsverantwoordelijke, en\n\n"
        "2. Kadewerk B.V., gevestigd te Delft, hierna: verwerker;"
    )
    assert found.value("controller.name") == name


def test_a_party_called_again_by_its_name_keeps_its_seat() -> None:
    found = _read(
        'Tussen de Besloten Vennootschap Drukkerij Zegel B.V., gevestigd te Meer (KvK 12345678), "Klant", '
        'en de Besloten Vennootschap Kopie4U B.V., gevestigd te Meerdorp (KvK 87654321), "Kopie4U", de verwerker, '
        "geldt het volgende."
    )
    assert found.value("controller.city") == "Meer"
    assert found.value("processor.city") == "Meerdorp"


def test_a_sentence_that_opens_with_this_is_no_name() -> None:
    text = (
        "# Auftragsverarbeitungsvertrag\n\nder Firma Kornspeicher, Inhaberin Mareike Thal, Deichstr. 4, 26122 Meer\n\n"
        "Dieser AVV ist Bestandteil unserer Allgemeinen Geschäftsbedingungen und gilt, sobald der Kunde ein Paket bucht. "
        "Im Folgenden heißt Kornspeicher „Auftragsverarbeiter“ und der Kunde „Verantwortlicher“.\n"
    )
    found = extract(read_markdown(text, name="x.md", sha256="0" * 64, extraction="markdown/1"))
    assert "Dieser" not in str(found.value("processor.name"))
