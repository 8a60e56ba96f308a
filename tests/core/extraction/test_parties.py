"""The parties: who they are, where, under which number, who signs, and how the processor is reached."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.extraction.naming.details import address_in, phones_in, registration_in
from art28.reading.text import read_text
from core.extraction.clauses import agreement_of, cited

BODY = """

Artikel 1. Algemeen

1.1 Verwerker verwerkt persoonsgegevens uitsluitend in opdracht van Verwerkingsverantwoordelijke.
"""


def agreement_with(preamble: str, body: str = BODY) -> Agreement:
    return extract(read_text(preamble + body, name="t.txt", sha256="0" * 64, extraction="test"))


def party(agreement: Agreement, prefix: str) -> dict[str, object]:
    return {key.partition(".")[2]: fact.value for key, fact in agreement.facts.items() if key.startswith(f"{prefix}.")}


def test_a_dutch_preamble_introduces_both() -> None:
    agreement = agreement_with(
        "Verwerkersovereenkomst\n\nDe ondergetekenden:\n\n"
        "1. Stichting Zorghuis Vecht, gevestigd aan de Lindelaan 12b, 3581 XA Utrecht, ingeschreven bij de Kamer van "
        "Koophandel onder nummer 11223344, rechtsgeldig vertegenwoordigd door mevrouw A.B. van der Meer in haar "
        "functie "
        'van bestuurder, hierna te noemen "Verwerkingsverantwoordelijke";\n\nen\n\n'
        "2. de besloten vennootschap met beperkte aansprakelijkheid Databaken B.V., gevestigd te (9712 CD) "
        "Groningen, aan "
        "de Hoge der A 7, KvK 55667788, te dezen vertegenwoordigd door dhr. Kees Smit, directeur, hierna: Verwerker."
    )
    assert party(agreement, "controller") == {
        "name": "Stichting Zorghuis Vecht",
        "registration": "11223344",
        "street": "Lindelaan 12b",
        "postcode": "3581 XA",
        "city": "Utrecht",
        "representative": "A.B. van der Meer",
        "representative_role": "bestuurder",
    }
    assert party(agreement, "processor") == {
        "name": "Databaken B.V.",
        "registration": "55667788",
        "street": "Hoge der A 7",
        "postcode": "9712 CD",
        "city": "Groningen",
        "representative": "Kees Smit",
        "representative_role": "directeur",
    }


def test_an_english_preamble_introduces_both() -> None:
    agreement = agreement_with(
        "Data Processing Agreement\n\nThis agreement is made between:\n\n"
        "(1) Harbour North Ltd, a company registered in Ireland with company number 87654321, represented by Ms "
        "Jane Doe, "
        "Chief Executive Officer (the \u201cController\u201d); and\n\n"
        "(2) Counting House B.V., with its registered office at Kade 4, 3011 AB Rotterdam (the \u201cProcessor\u201d).",
        "\n\n1. General\n\n1.1 The Processor acts on the instructions of the Controller.\n",
    )
    assert party(agreement, "controller") == {
        "name": "Harbour North Ltd",
        "registration": "87654321",
        "representative": "Jane Doe",
        "representative_role": "Chief Executive Officer",
    }
    assert party(agreement, "processor") == {
        "name": "Counting House B.V.",
        "street": "Kade 4",
        "postcode": "3011 AB",
        "city": "Rotterdam",
    }


def test_a_block_under_each_role_introduces_it() -> None:
    agreement = agreement_with(
        "Verwerkersovereenkomst\n\nPartijen\n\nVerwerkingsverantwoordelijke:\n\nNaam: Gemeente Duindorp\n\nAdres: "
        "Raadhuisplein 1\n\n"
        "Postcode en plaats: 1234 AB Duindorp\n\nVerwerker:\n\nWolkenwerk B.V.\n\nLuchtweg 9, 5611 ZZ "
        "Eindhoven\n\nKvK-nummer: 10203040\n\n"
        "E-mail: privacy@wolkenwerk.example\n\nTelefoon: 040-123 45 67"
    )
    assert party(agreement, "controller") == {
        "name": "Gemeente Duindorp",
        "street": "Raadhuisplein 1",
        "postcode": "1234 AB",
        "city": "Duindorp",
    }
    assert party(agreement, "processor") == {
        "name": "Wolkenwerk B.V.",
        "registration": "10203040",
        "street": "Luchtweg 9",
        "postcode": "5611 ZZ",
        "city": "Eindhoven",
        "phone": "0401234567",
        "email": "privacy@wolkenwerk.example",
    }


def test_two_columns_of_signatures_are_told_apart() -> None:
    agreement = agreement_of(
        "Artikel 1. Slot",
        "1.1 Tot zover.",
        "Aldus overeengekomen:\n\nNamens Verwerkingsverantwoordelijke Namens Verwerker\n\nNaam: Naam: Mevr. P. Pauw\n\n"
        "Functie: Functie: Directeur\n\nPlaats: Plaats: Assen",
    )
    assert agreement.value("processor.representative") == "P. Pauw"
    assert agreement.value("processor.representative_role") == "Directeur"
    assert agreement.value("controller.representative") is None
    assert agreement.value("processor.city") is None


@pytest.mark.parametrize(
    "preamble",
    [
        "[NAAM], gevestigd te [PLAATS], KvK [NUMMER], vertegenwoordigd door [NAAM], hierna: "
        "Verwerkingsverantwoordelijke;",
        "<naam klant>, gevestigd aan de <adres>, hierna: Verwerkingsverantwoordelijke;",
        "………………, gevestigd te ………………, hierna: Verwerkingsverantwoordelijke;",
        "de natuurlijke of rechtspersoon die een account heeft, hierna: Verwerkingsverantwoordelijke;",
    ],
)
def test_a_blank_is_no_party(preamble: str) -> None:
    agreement = agreement_with(f"Verwerkersovereenkomst\n\n{preamble}\n\nRekenhuis B.V., hierna: Verwerker.")
    assert party(agreement, "controller") == {}
    assert agreement.value("processor.name") == "Rekenhuis B.V."
    assert agreement.value("document.state") == "template"


def test_a_detail_cites_what_says_it() -> None:
    assert cited("controller.name", "1.1 Partijen werken samen.") == "Kade Noord B.V."


CONTACT = "Bijlage 1: Contactgegevens"


def test_a_form_names_a_contact() -> None:
    agreement = agreement_of(
        CONTACT,
        "Bij een datalek is de contactpersoon van Verwerker:",
        "Naam: Jo Brink\n\nFunctie: Security officer\n\nTelefoon: 06-12345678\n\nE-mail: jo@rekenhuis.example",
    )
    assert agreement.value("contacts.list") == (
        {
            "party": "processor",
            "purpose": "breach",
            "name": "Jo Brink",
            "role": "Security officer",
            "phone": "0612345678",
            "email": "jo@rekenhuis.example",
        },
    )
    assert agreement.value("processor.phone") == "0612345678"


def test_who_is_told_to_call_is_not_the_contact() -> None:
    agreement = agreement_of("12.1 Klant kan voor ondersteuning contact opnemen via hulp@rekenhuis.example.")
    contacts = agreement.value("contacts.list")
    assert isinstance(contacts, tuple)
    assert [(c["party"], c["purpose"]) for c in contacts if not isinstance(c, str)] == [("processor", "support")]


def test_without_an_address_nobody_is_a_contact() -> None:
    assert agreement_of("12.1 Verwerker wijst een contactpersoon aan.").value("contacts.list") is None


@pytest.mark.parametrize(
    ("introduced", "name", "person", "role"),
    [
        (
            "de stichting Woonstichting De Linde, gevestigd te Assen, vertegenwoordigd door haar directeur-bestuurder, de "
            "heer drs. P.H. Smit",
            "Woonstichting De Linde",
            "P.H. Smit",
            "directeur-bestuurder",
        ),
        (
            "de stichting De Linde, gevestigd te Assen, vertegenwoordigd door A. Kuil, bestuurder",
            "stichting De Linde",
            "A. Kuil",
            "bestuurder",
        ),
        (
            "Tandartsenpraktijk De Kroon, Kerkpad 3, vertegenwoordigd door A. Kuil, tandarts-maat",
            "Tandartsenpraktijk De Kroon",
            "A. Kuil",
            "tandarts-maat",
        ),
        (
            "Bakkerij Kuil V.O.F., gevestigd te Assen, vertegenwoordigd door A. Kuil, firmant",
            "Bakkerij Kuil V.O.F.",
            "A. Kuil",
            "firmant",
        ),
    ],
)
def test_who_acts_for_foundations_practices_and_partnerships(
    introduced: str, name: str, person: str, role: str
) -> None:
    agreement = agreement_with(
        f"Verwerkersovereenkomst\n\nDe ondergetekenden:\n\n1. {introduced}, hierna te noemen de "
        "Verwerkingsverantwoordelijke;\n\nen\n\n2. Databaken B.V., gevestigd te Groningen, hierna te noemen de Verwerker."
    )
    assert agreement.value("controller.name") == name
    assert agreement.value("controller.representative") == person
    assert agreement.value("controller.representative_role") == role


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("de eenmanszaak van Anna de Wit aan de Havenkade 14b, 8861 XE Harlingen", "Havenkade 14b"),
        ("kantoorhoudende aan de Weg aan Zee 3, 8861 XE Harlingen", "Weg aan Zee 3"),
        ("gevestigd aan de Boulevard aan de Maas 4, 8861 XE Harlingen", "Boulevard aan de Maas 4"),
    ],
)
def test_a_person_before_an_address_is_no_part_of_the_street(address: str, street: str) -> None:
    assert {d.field: d.value for d in address_in(address)}["street"] == street


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Call +1 415 555 0142 at any time.", "+14155550142"),
        ("Call (312) 555-0145 at any time.", "3125550145"),
        ("Bel 020 555 01 42.", "0205550142"),
        ("Artikel 312-555 lid 2", None),
        ("Order 2023-555-0145-7", None),
    ],
)
def test_telephone_numbers_of_other_countries(text: str, number: str | None) -> None:
    assert next((d.value for d in phones_in(text)), None) == number


def test_a_street_stands_behind_a_postcode_and_its_town() -> None:
    found = {
        each.field: each.value for each in address_in("kantoorhoudende te (3542 AB) Utrecht, Meerweg 50, KvK 30211987")
    }
    assert found == {"postcode": "3542 AB", "city": "Utrecht", "street": "Meerweg 50"}


def test_what_is_no_street_does_not_stand_behind_a_town() -> None:
    found = {each.field: each.value for each in address_in("gevestigd te 3542 AB Utrecht, Bijlage 2")}
    assert "street" not in found


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("a company incorporated in England and Wales under number 09876543", "09876543"),
        ("incorporated in the Republic of Ireland with registered number 612345", "612345"),
        ("a company incorporated in England and Wales whose policy has number 12", None),
    ],
)
def test_a_register_of_britain_or_ireland_is_told_by_its_country(said: str, number: str | None) -> None:
    assert next((each.value for each in registration_in(said)), None) == number


def test_the_menu_of_a_printed_page_names_nobody() -> None:
    agreement = agreement_with(
        "Leskas\n\n- Functies\n- Prijzen\n- Over ons\n\nVerwerkersovereenkomst\n\n"
        "Wij\n\nLeskas V.O.F., Nieuwstraat 8, 7411 LK Deventer, KvK 08213355. Wij zijn de verwerker.\n\n"
        "Jij\n\nDe school die Leskas gebruikt. Jij bent de verwerkingsverantwoordelijke.\n"
    )
    assert agreement.value("processor.name") == "Leskas V.O.F."
