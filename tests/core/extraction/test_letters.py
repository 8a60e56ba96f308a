"""A letter as an agreement: who writes, who is written to, and how both sign."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.text import read_text

_LETTER = """Drukkerij De Letterkast B.V.
Handelsweg 14
7418 EV Kadestad
info@letterkast.example

{addressee}
Schoolstraat 3
7411 AB Kadestad

Kadestad, 14 februari 2024

Onderwerp: verwerking van persoonsgegevens

Geachte heer Mulder,

Wij drukken uw jaarboeken en verwerken daarvoor persoonsgegevens van uw leerlingen. {roles} Dat leggen wij vast in deze brief.

1. Wij melden u een datalek binnen 24 uur.

Met vriendelijke groet,

Drukkerij De Letterkast B.V.

P. Schouten
directeur

Voor akkoord:

Stichting Openbaar Onderwijs Kadeland

W. Mulder
bestuurssecretaris
21 februari 2024
"""
_ROLES = "U bent de verwerkingsverantwoordelijke en wij zijn uw verwerker."


def letter(addressee: str, roles: str = _ROLES) -> Agreement:
    text = _LETTER.format(addressee=addressee, roles=roles)
    return extract(read_text(text, name="brief.txt", sha256="0" * 64, extraction="test"))


@pytest.mark.parametrize(
    "addressee",
    [
        "Aan: Stichting Openbaar Onderwijs Kadeland\nTer attentie van de heer W. Mulder, bestuurssecretaris",
        "Stichting Openbaar Onderwijs Kadeland\nt.a.v. de heer W. Mulder, bestuurssecretaris",
    ],
)
def test_the_sender_is_we_and_the_addressee_is_you(addressee: str) -> None:
    read = letter(addressee)
    assert read.value("processor.name") == "Drukkerij De Letterkast B.V."
    assert (read.value("processor.street"), read.value("processor.email")) == (
        "Handelsweg 14",
        "info@letterkast.example",
    )
    assert read.value("controller.name") == "Stichting Openbaar Onderwijs Kadeland"
    assert (read.value("controller.street"), read.value("controller.postcode")) == ("Schoolstraat 3", "7411 AB")


def test_both_sign_though_one_closes_the_letter_and_the_other_agrees_below_it() -> None:
    read = letter("Aan: Stichting Openbaar Onderwijs Kadeland")
    assert (read.value("processor.representative"), read.value("processor.representative_role")) == (
        "P. Schouten",
        "directeur",
    )
    assert read.value("controller.representative") == "W. Mulder"
    assert read.value("controller.representative_role") == "bestuurssecretaris"


def test_nobody_is_addressed_where_nobody_is_named_above_the_salutation() -> None:
    assert letter("Per post").value("controller.street") is None


def test_a_salutation_is_no_kind_of_data_and_no_part_of_the_sentence_after_it() -> None:
    read = letter("Aan: Stichting Openbaar Onderwijs Kadeland")
    assert "Mulder" not in str(read.value("processing.data_categories"))
    assert any(sentence.text.startswith("PROCESSOR drukken") for sentence in read.reading.sentences)


def test_what_wij_and_u_are_said_to_stand_for_names_the_parties() -> None:
    read = letter(
        "Per post", "U leest wij als Letterkast Druk B.V. en u als Lyceum Kadeland B.V. Wij zijn uw verwerker."
    )
    assert (read.value("processor.name"), read.value("controller.name")) == (
        "Letterkast Druk B.V.",
        "Lyceum Kadeland B.V.",
    )
