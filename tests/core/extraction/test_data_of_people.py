"""Data and whose they are, said in one list."""

import pytest

from art28.extraction.layout.boxes import ticked_in
from art28.extraction.topics.processing.listing import aims, listed
from core.extraction.clauses import agreement_of


@pytest.mark.parametrize(
    ("clauses", "data", "people"),
    [
        (
            ("De verwerking heeft betrekking op naam, adres en geboortedatum van bewoners.",),
            ("naam", "adres", "geboortedatum"),
            ("bewoners",),
        ),
        (
            (
                "De verwerking heeft betrekking op naam en adres van bewoners en op e-mailadres en telefoonnummer van hun "
                "contactpersonen, en dient het voeren van de administratie.",
            ),
            ("naam", "adres", "e-mailadres", "telefoonnummer"),
            ("bewoners", "contactpersonen"),
        ),
        (
            (
                "Verwerker verwerkt de persoonsgegevens uitsluitend in opdracht van Verwerkingsverantwoordelijke.",
                "Het gaat om naam, adres, geboortedatum en roeiniveau van leden en jeugdleden, voor het plannen van boten.",
            ),
            ("naam", "adres", "geboortedatum", "roeiniveau"),
            ("leden", "jeugdleden"),
        ),
        (
            ("Verwerker verwerkt van medewerkers de naam, het e-mailadres en het personeelsnummer.",),
            ("naam", "e-mailadres", "personeelsnummer"),
            ("medewerkers",),
        ),
        (
            ("Verwerker verwerkt onder meer namen, adressen en telefoonnummers.",),
            ("namen", "adressen", "telefoonnummers"),
            None,
        ),
        (
            ("De te verwerken gegevens betreffen: contactgegevens, inloggegevens, klantnummers.",),
            ("contactgegevens", "inloggegevens", "klantnummers"),
            None,
        ),
        (
            ("De gegevens van leden die Verwerker verwerkt zijn: naam, adres, lidnummer.",),
            ("naam", "adres", "lidnummer"),
            ("leden",),
        ),
    ],
)
def test_what_closes_the_list_says_whose_the_data_are(
    clauses: tuple[str, ...], data: tuple[str, ...], people: tuple[str, ...] | None
) -> None:
    read = agreement_of(*clauses)
    assert read.value("processing.data_categories") == data
    assert read.value("processing.data_subjects") == people


@pytest.mark.parametrize(
    "clause",
    [
        "Verwerker verwerkt naam en adres niet voor andere doelen.",
        "Verwerker verwerkt de gegevens zorgvuldig, behoorlijk en transparant.",
        "De verwerking heeft betrekking op de diensten en producten die zijn afgenomen.",
        "Verwerker verwerkt verzoeken, klachten en vragen over namen en adressen.",
    ],
)
def test_what_lists_no_data_is_none(clause: str) -> None:
    assert agreement_of(clause).value("processing.data_categories") is None


def test_whose_the_last_item_is_stays_with_it_where_it_says_nothing_without() -> None:
    read = agreement_of("De te verwerken persoonsgegevens zijn: naam, geboortedatum en contactgegevens van ouders.")
    assert read.value("processing.data_categories") == ("naam", "geboortedatum", "contactgegevens van ouders")
    assert read.value("processing.data_subjects") is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "contactgegevens (waaronder naam, adres en e-mailadres) en betaalgegevens",
            ["contactgegevens (waaronder naam, adres en e-mailadres)", "betaalgegevens"],
        ),
        ("klanten, medewerkers e.d.", ["klanten", "medewerkers"]),
        ("naam, adres, enz.", ["naam", "adres"]),
    ],
)
def test_items_with_brackets_and_what_goes_on(text: str, items: list[str]) -> None:
    assert listed(text) == items


def test_people_are_announced_by_the_following() -> None:
    annex = (
        "Bijlage 1\n\nDe volgende gegevens worden verwerkt:\n• naam;\n• adres.\n\n"
        "Van de volgende personen:\n• klanten;\n• bezoekers.\n"
    )
    assert agreement_of(annex).value("processing.data_subjects") == ("klanten", "bezoekers")


@pytest.mark.parametrize(
    "line",
    [
        "Persoonsgegevens: naam, adres. Betrokkenen: klanten en bezoekers.",
        "Persoonsgegevens: naam, adres. Opslag: alleen hier. Categorieën betrokkenen: klanten en bezoekers.",
    ],
)
def test_labels_that_follow_in_one_line(line: str) -> None:
    read = agreement_of(f"Bijlage 1 Verwerking\n\n{line}\n")
    assert read.value("processing.data_categories") == ("naam", "adres")
    assert read.value("processing.data_subjects") == ("klanten", "bezoekers")


@pytest.mark.parametrize(
    "annex",
    [
        "Artikel 2 Verwerking\n\n| Vraag | Antwoord |\n|---|---|\n| Welke gegevens? | naam, adres |\n"
        "| Van wie? | klanten, bezoekers |\n",
        "Artikel 2 Wat wij doen\n\n| Welke gegevens verwerken we? | naam, adres |\n|---|---|\n"
        "| Van wie zijn die gegevens? | klanten, bezoekers |\n| Waarvoor? | nieuwsbrieven versturen |\n",
        "Bijlage 1\n\nPersoonsgegevens\n\n☒ naam ☒ adres ☐ BSN\n\nBetrokkenen\n\n☒ klanten ☐ leerlingen ☒ bezoekers\n",
    ],
)
def test_questions_in_a_table_and_boxes_in_a_row(annex: str) -> None:
    read = agreement_of(annex)
    assert read.value("processing.data_categories") == ("naam", "adres")
    assert read.value("processing.data_subjects") == ("klanten", "bezoekers")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("☒ naam ☐ BSN ☒ adres", ("naam", "adres")),
        ("naam ☐ BSN", ("naam",)),
        ("☐ naam ☐ BSN", ()),
        ("naam, adres en telefoonnummer", ()),
        ("Wij verwerken van u in ieder geval ☒ naam", ()),
    ],
)
def test_what_is_ticked_in_a_row(text: str, options: tuple[str, ...]) -> None:
    assert ticked_in(text) == options


def test_what_is_named_among_an_aim_is_no_aim_beside_it() -> None:
    assert aims("het werven van mensen, waaronder analyse, selectie en het voeren van gesprekken") == []
    assert aims("het werven van mensen en het voeren van gesprekken") == [
        "het werven van mensen",
        "het voeren van gesprekken",
    ]
