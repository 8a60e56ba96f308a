"""Tables of processing of which a text file kept only the words: read where nothing is left to guess, and not otherwise."""

from core.extraction.clauses import ENGLISH, agreement_of, records_of

DATA, PEOPLE, PURPOSES = "processing.data_categories", "processing.data_subjects", "processing.purposes"
WORDS = (
    "Bijlage 1 Verwerkingen\n\n"
    "Dienst Persoonsgegevens Betrokkenen Doel Bewaartermijn Subverwerker\n"
    "Postbus naam, huisadres, rekeningnummer huurders, bezoekers bezorgen van post en pakketten 3 jaar Brief\n"
    "Oost B.V.\n"
    "Sleutelkluis alle gegevens over sleutels huurders bewaren en uitgeven looptijd huur geen\n"
)
CAPITALS = (
    "Bijlage 1 Verwerkingen\n\n"
    "Gegevens Betrokkenen Waarvoor Bewaartermijn\n"
    "Naam, huisadres (BAG) Huurders en medewerkers van de Klant Bezorgen van post Tot 3 maanden na het einde\n"
    "van de huur\n"
    "Rekeningnummer Kopers Innen van huur 7 jaar\n\n"
    "De lijst wordt elk jaar nagelopen.\n"
)


def test_cells_are_known_by_their_words() -> None:
    found = agreement_of(WORDS)
    assert records_of(found, "processing.activities") == (
        {
            "service": "Postbus",
            "data": "naam, huisadres, rekeningnummer",
            "purpose": "bezorgen van post en pakketten",
            "data_subjects": "huurders, bezoekers",
            "retention": "3 jaar",
            "sub_processor": "Brief Oost B.V.",
        },
        {
            "service": "Sleutelkluis",
            "data": "alle gegevens over sleutels",
            "purpose": "bewaren en uitgeven",
            "data_subjects": "huurders",
            "retention": "looptijd huur",
            "sub_processor": None,
        },
    )
    assert found.value(DATA) == ("naam", "huisadres", "rekeningnummer", "alle gegevens over sleutels")


def test_cells_may_each_begin_with_a_capital() -> None:
    found = agreement_of(CAPITALS)
    assert found.value(PURPOSES) == ("Bezorgen van post", "Innen van huur")
    assert found.value(PEOPLE) == ("Huurders en medewerkers van de Klant", "Kopers")
    assert [r["retention"] for r in records_of(found, "processing.activities")] == [
        "Tot 3 maanden na het einde van de huur",
        "7 jaar",
    ]


def test_a_table_with_one_row_that_does_not_come_out_even_is_left_alone() -> None:
    found = agreement_of(CAPITALS.replace("Rekeningnummer Kopers Innen", "Rekeningnummer kopers Innen"))
    assert found.value("processing.activities") is None
    assert found.value(PURPOSES) is None


def test_people_whose_end_cannot_be_told_leave_the_table_alone() -> None:
    found = agreement_of(WORDS.replace("huurders bewaren", "huurders van panden bewaren"))
    assert found.value("processing.activities") is None


def test_two_columns_are_a_label_and_what_it_says() -> None:
    found = agreement_of(
        "Annex 1 Processing\n\nItem Description\nDuration the term of the lease\nPurposes collecting rent; planning repairs\n"
        "Data subjects tenants; neighbours of tenants\nCategories of personal data names; home addresses\n",
        preamble=ENGLISH,
    )
    assert found.value(PURPOSES) == ("collecting rent", "planning repairs")
    assert found.value(PEOPLE) == ("tenants", "neighbours of tenants")
    assert found.value(DATA) == ("names", "home addresses")


def test_the_categories_of_a_numbered_table() -> None:
    found = agreement_of(
        "Annex 1 Processing\n\n2. Categories of personal data\n\nNo. Category Examples Retention\n"
        "1 Tenancy data rent, deposit 2 years\n"
        "2 Contact data address, telephone 1 year\n\nNo data on health are kept.\n",
        preamble=ENGLISH,
    )
    assert found.value(DATA) == ("Tenancy data", "Contact data")
