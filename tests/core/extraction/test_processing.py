"""The processing: purposes, data, people, services, activities, special data, the processor's own purposes."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, cited, preamble_of, value_of

DATA, PEOPLE, PURPOSES = "processing.data_categories", "processing.data_subjects", "processing.purposes"
SPECIAL, OWN, SERVICES = "processing.special_categories", "processing.own_purposes", "processing.services"
ANNEX = "Bijlage 1: Verwerking"


def markdown(text: str) -> Agreement:
    return extract(read_document(text.encode(), name="agreement.md", limits=Limits()))


@pytest.mark.parametrize(
    ("key", "clauses", "value"),
    [
        (DATA, (ANNEX, "Soort persoonsgegevens", "- Naam\n- Adres\n- BSN"), ("Naam", "Adres", "BSN")),
        (
            DATA,
            (ANNEX, "Persoonsgegevens: naam, adres (ook e-mail, telefoon) en bankrekening."),
            ("naam", "adres (ook e-mail, telefoon)", "bankrekening"),
        ),
        (
            DATA,
            (
                ANNEX,
                "Verwerker verwerkt de volgende persoonsgegevens:",
                "- Naam;\n- (in te vullen door Klant)\n- Salaris.",
            ),
            ("Naam", "Salaris"),
        ),
        (PEOPLE, (ANNEX, "Categorieën betrokkenen", "- Patiënten\n- Personeel"), ("Patiënten", "Personeel")),
        (
            PEOPLE,
            (ANNEX, "Categories of data subjects", "The data subjects may include patients, staff and visitors."),
            ("patients", "staff", "visitors"),
        ),
        (
            PURPOSES,
            (
                ANNEX,
                "De gegevens worden verwerkt voor de volgende doeleinden:",
                "1) salarissen betalen;\n2) verlof bijhouden.",
            ),
            ("salarissen betalen", "verlof bijhouden"),
        ),
        (
            PURPOSES,
            ("2.1 Het doel van de verwerking is om de loonadministratie te voeren.",),
            ("de loonadministratie te voeren",),
        ),
        (DATA, ("8.1 De melding bevat de categorieën persoonsgegevens:", "- naam\n- adres"), None),
        (PEOPLE, ("1.1 Partijen werken samen.",), None),
    ],
)
def test_lists_are_read_item_by_item(key: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses) == value


def test_an_annex_outranks_the_body() -> None:
    agreement = agreement_of(
        "2.1 Betrokkenen: iedereen.",
        ANNEX,
        "Categorieën betrokkenen",
        "- Leerlingen\n- Ouders",
    )
    assert agreement.value(PEOPLE) == ("Leerlingen", "Ouders")


TABLE = """# Verwerkersovereenkomst

Kade B.V. (hierna: Verwerkingsverantwoordelijke) en Huis B.V. (hierna: Verwerker) spreken af.

## Bijlage 1: Overzicht

| Dienst | Doel | Persoonsgegevens | Betrokkenen | Bewaartermijn |
|---|---|---|---|---|
| Loon | Salaris betalen | Naam, IBAN | Personeel | 7 jaar |
| Verlof | Verlof bijhouden | Naam | Personeel | 2 jaar |
"""


def test_a_table_of_processing_gives_records_and_lists() -> None:
    agreement = markdown(TABLE)
    assert agreement.value("processing.activities") == (
        {
            "service": "Loon",
            "data": "Naam, IBAN",
            "purpose": "Salaris betalen",
            "data_subjects": "Personeel",
            "retention": "7 jaar",
            "sub_processor": None,
        },
        {
            "service": "Verlof",
            "data": "Naam",
            "purpose": "Verlof bijhouden",
            "data_subjects": "Personeel",
            "retention": "2 jaar",
            "sub_processor": None,
        },
    )
    assert agreement.value(SERVICES) == ("Loon", "Verlof")
    assert agreement.value(DATA) == ("Naam", "IBAN")
    assert agreement.value(PEOPLE) == ("Personeel",)


def test_a_table_of_categories_gives_its_first_column() -> None:
    agreement = markdown(
        TABLE.split("| Dienst")[0]
        + "De volgende categorieën persoonsgegevens worden verwerkt:\n\n| Categorie | Voorbeelden |\n|---|---|\n|"
        " Contact | Naam, adres |\n| Financieel | IBAN |\n"
    )
    assert agreement.value(DATA) == ("Contact", "Financieel")


def test_a_table_of_sub_processors_lists_no_purposes() -> None:
    agreement = markdown(
        TABLE.split("## Bijlage")[0]
        + "## Bijlage 2: Subverwerkers\n\n| Naam | Doel | Land |\n|---|---|---|\n| Wolk B.V. | Hosting | Nederland |\n"
    )
    assert agreement.value(PURPOSES) is None


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (SPECIAL, "nl", "Er worden geen bijzondere categorieën persoonsgegevens verwerkt.", "excluded_unless_agreed"),
        (
            SPECIAL,
            "nl",
            "De dienst is niet ingericht op bijzondere persoonsgegevens, tenzij anders afgesproken.",
            "excluded_unless_agreed",
        ),
        (
            SPECIAL,
            "en",
            "The Controller shall not submit special categories of data to the service.",
            "excluded_unless_agreed",
        ),
        (SPECIAL, "nl", "Verwerker verwerkt persoonsgegevens.", None),
        (OWN, "nl", "Verwerker mag de persoonsgegevens gebruiken voor statistische doeleinden.", True),
        (OWN, "en", "The Processor may use the personal data to improve its services.", True),
        (OWN, "nl", "Verwerker verwerkt de persoonsgegevens nooit voor eigen doeleinden.", False),
        (OWN, "en", "The Processor shall not process the personal data for any other purpose.", False),
        (OWN, "nl", "Verwerker verwerkt persoonsgegevens in opdracht.", None),
    ],
)
def test_special_data_and_own_purposes(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_an_express_permission_is_the_exception_to_a_ban() -> None:
    clauses = (
        "Verwerker verwerkt de persoonsgegevens niet voor eigen doeleinden.",
        "Verwerker mag de persoonsgegevens echter gebruiken voor kwaliteitsonderzoek.",
    )
    assert value_of(OWN, *clauses) is True
    assert cited(OWN, *clauses) == clauses[1]


def test_services_named_in_the_recitals() -> None:
    preamble = (
        "Verwerkersovereenkomst\n\nKade B.V. (hierna: Verwerkingsverantwoordelijke) en Huis B.V. (hierna: "
        "Verwerker).\n\nOverwegende dat:\n\n"
        "Verwerker diensten levert, waaronder hosting, onderhoud en ondersteuning;\n\nArtikel 1. Algemeen\n\n"
    )
    assert value_of(SERVICES, "1.1 Partijen werken samen.", preamble=preamble) == (
        "hosting",
        "onderhoud",
        "ondersteuning",
    )


def test_one_service_is_named_where_it_is_said_to_be_the_only_one() -> None:
    preamble = (
        "Verwerkersovereenkomst\n\nKade B.V. (hierna: Verwerkingsverantwoordelijke) en Huis B.V. (hierna: "
        "Verwerker).\n\nOverwegende dat:\n\nVerwerker diensten levert, {} salarisverwerking;\n\nArtikel 1. Algemeen\n\n"
    )
    named = value_of(SERVICES, "1.1 Partijen werken samen.", preamble=preamble.format("te weten"))
    among = value_of(SERVICES, "1.1 Partijen werken samen.", preamble=preamble.format("waaronder"))
    assert (named, among) == (("salarisverwerking",), None)


@pytest.mark.parametrize(
    ("lead", "subjects"),
    [
        ("De gegevens hebben betrekking op:", ("leden van de vereniging", "organisten")),
        ("The data relate to:", ("leden van de vereniging", "organisten")),
        ("De kosten hebben betrekking op:", None),
    ],
)
def test_a_list_below_what_the_data_relate_to_names_people(lead: str, subjects: tuple[str, ...] | None) -> None:
    agreement = agreement_of("Artikel 1. Onderwerp", f"{lead}\n- leden van de vereniging\n- organisten")
    assert agreement.value("processing.data_subjects") == subjects
