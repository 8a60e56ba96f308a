"""Places are read as codes in four languages; instruments that bear a place's name are none."""

import pytest

from art28.extraction.countries import places_in


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
    ],
)
def test_places_in(text: str, codes: tuple[str, ...]) -> None:
    assert places_in(text) == codes
