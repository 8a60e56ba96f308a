"""Places are read as codes in four languages; instruments, things and people that bear a place's name are none."""

import pytest

from art28.agreement.countries import codes_by_name, spellings
from art28.extraction.values.countries import first_place, places_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nederland en Duitsland", ("NL", "DE")),
        ("the United Kingdom", ("GB",)),
        ("Vereinigte Staaten", ("US",)),
        ("Irlande et Suisse", ("IE", "CH")),
        ("VS / EU", ("US", "EU")),
        ("Europese Economische Ruimte (EER)", ("EEA",)),
        ("EU (Ierland)", ("IE",)),
        ("datacenter Frankfurt", ("DE",)),
        ("wereldwijd", ("worldwide",)),
        ("US (EU SCC's, EU-U.S. Data Privacy Framework)", ("US",)),
        ("let us know", ()),
        ("Kenia, Vietnam en Jordanië", ("KE", "VN", "JO")),
        ("Amman, Jordan", ("JO",)),
        ("opgeslagen in Niger en verwerkt", ("NE",)),
        ("Mali / Chad / Peru", ("ML", "TD", "PE")),
        ("Tbilisi, Georgia", ("GE",)),
        ("US Virgin Islands", ("VI",)),
        ("Papoea-Nieuw-Guinea", ("PG",)),
        ("Land: Jersey", ("JE",)),
        ("Turkey", ("TR",)),
    ],
)
def test_places_in(text: str, codes: tuple[str, ...]) -> None:
    assert places_in(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Smith",
        "contactpersoon Jordan",
        "Michael Jordan",
        "vraag het Chad de Vries",
        "Jersey knitwear",
        "turkey breast",
        "the man in the street",
        "de Man van Atlas",
        "réunion annuelle",
        "Aruba S.p.A.",
        "South Georgia",
        "Guinea pigs",
        "Brazil nuts",
        "een chili",
        "Congo",
    ],
)
def test_people_firms_and_things_are_no_countries(text: str) -> None:
    assert places_in(text) == ()
    assert first_place(text) is None


@pytest.mark.parametrize(
    "text", ["Atlanta, Georgia", "Atlanta, Georgia, USA", "Georgia (US)", "Savannah, Georgia, U.S."]
)
def test_the_state_of_georgia_lies_in_the_united_states(text: str) -> None:
    assert places_in(text) == ("US",)


def test_a_person_beside_a_country_is_none() -> None:
    assert places_in("onderhoud door Jordan, Ierland") == ("IE",)


@pytest.mark.parametrize("shape", ["{}", "in {}", "Nederland, {}", "gevestigd te Teststad, {},", "{} en Nederland"])
def test_every_name_that_a_country_has_is_read(shape: str) -> None:
    assert [name for name, code in spellings() if code not in places_in(shape.format(name))] == []


def test_no_name_stands_for_two_countries() -> None:
    assert [name for name, code in spellings() if codes_by_name()[name.casefold()] != code] == []
