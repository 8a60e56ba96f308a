"""Who is the controller and who the processor, however the opening says so; and never the other way round."""

import pytest

from art28.extraction.extract import extract
from art28.reading.text import read_text
from art28.terms import Role
from core.extraction.clauses import agreement_of

CARE, QUAY = "Stichting Havenzorg", "Kade IT B.V."
TERMS = (
    "Artikel 1. Verwerker verwerkt persoonsgegevens alleen op schriftelijke instructie van Verwerkingsverantwoordelijke.\n\n"
    "Artikel 2. Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.\n"
)
NAMES = TERMS.replace("Verwerkingsverantwoordelijke", "Havenzorg").replace("Verwerker ", "Kade ")


def parties(title: str, opening: str, body: str) -> tuple[object, object, object]:
    text = f"{title}\n\n{opening}\n\n{body}"
    agreement = extract(read_text(text, name="a.txt", sha256="0" * 64, extraction="test"))
    return tuple(map(agreement.value, ("controller.name", "processor.name", "breach.deadline")))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        # What stands behind a definition is said of it, and not of the next.
        (
            f'1. {CARE}, gevestigd te Zwolle (hierna: "Havenzorg"), verwerkingsverantwoordelijke;\n\n'
            f'2. {QUAY}, gevestigd te Deventer (hierna: "Kade"), verwerker;\n\nkomen overeen:',
            NAMES,
        ),
        (
            f'Tussen {CARE}, KvK 12345678 (hierna: "Havenzorg"), verwerkingsverantwoordelijke, en {QUAY} '
            '(hierna: "Kade"), als verwerker, is het volgende afgesproken.',
            NAMES,
        ),
        (
            f'{CARE} te Zwolle, verwerkingsverantwoordelijke, hierna "Havenzorg",\n\nen\n\n'
            f'{QUAY} te Deventer, verwerker, hierna "Kade",',
            NAMES,
        ),
        (
            f"{CARE} te Zwolle (hierna: Havenzorg) en {QUAY} te Deventer (hierna: Kade), waarbij Havenzorg optreedt als "
            "verwerkingsverantwoordelijke en Kade als verwerker.",
            NAMES,
        ),
        (
            f"de besloten vennootschap {QUAY}, gevestigd te Deventer, hierna te noemen Kade,\n\nen\n\n"
            f"de stichting {CARE}, gevestigd te Zwolle, hierna te noemen Havenzorg,\n\n"
            "in aanmerking nemende dat Kade als verwerker voor Havenzorg persoonsgegevens verwerkt,",
            NAMES,
        ),
        (
            f"De partijen zijn {CARE} (Havenzorg) en {QUAY} (Kade). Havenzorg is verwerkingsverantwoordelijke, "
            "Kade is verwerker.",
            NAMES,
        ),
        # Behind the name alone.
        (
            f"tussen {CARE}, Havenstraat 1 te Zwolle, verwerkingsverantwoordelijke, en {QUAY}, Kade 2, verwerker.",
            TERMS,
        ),
        (f"Partij A: {CARE} (verwerkingsverantwoordelijke)\n\nPartij B: {QUAY} (verwerker)", TERMS),
        # Numbers and letters that count the parties are no part of their names.
        (
            f'ondergetekende 1: {CARE} (hierna "Opdrachtgever")\n\nondergetekende 2: {QUAY} (hierna "Opdrachtnemer")',
            TERMS,
        ),
        (
            f'A. {CARE}, gevestigd te Zwolle, hierna aangeduid als "Opdrachtgever" of "Verwerkingsverantwoordelijke";\n\n'
            f'B. {QUAY}, gevestigd te Deventer, hierna aangeduid als "Opdrachtnemer" of "Verwerker";',
            TERMS,
        ),
    ],
)
def test_dutch_openings(opening: str, body: str) -> None:
    assert parties("Verwerkersovereenkomst", opening, body) == (CARE, QUAY, "PT24H")


@pytest.mark.parametrize(
    "opening",
    [
        '1. Harbour Care Foundation (hereinafter "Harbour"), the controller;\n\nand\n\n'
        '2. Quay IT Ltd (hereinafter "Quay"), the processor;',
        'The parties are Harbour Care Foundation ("Harbour") and Quay IT Ltd ("Quay"). Harbour is the data controller. '
        "Quay is the data processor.",
    ],
)
def test_english_openings(opening: str) -> None:
    body = (
        "1. Quay processes personal data only on documented instructions of Harbour.\n\n"
        "2. Quay notifies Harbour of a personal data breach within 24 hours of becoming aware of it.\n"
    )
    expected = ("Harbour Care Foundation", "Quay IT Ltd", "PT24H")
    assert parties("Data Processing Agreement", opening, body) == expected


@pytest.mark.parametrize(
    "opening",
    [
        "zwischen der Hafenpflege gGmbH, Bremen, Verantwortliche, und der Kai IT GmbH, Hamburg, Auftragsverarbeiterin",
        '1. Hafenpflege gGmbH (nachfolgend "Hafenpflege"), Verantwortliche;\n\n'
        '2. Kai IT GmbH (nachfolgend "Kai"), Auftragsverarbeiterin;',
    ],
)
def test_german_openings(opening: str) -> None:
    body = (
        "§ 1 Der Auftragsverarbeiter verarbeitet personenbezogene Daten nur auf dokumentierte Weisung des "
        "Verantwortlichen.\n\n§ 2 Der Auftragsverarbeiter meldet dem Verantwortlichen eine Verletzung des Schutzes "
        "personenbezogener Daten binnen 24 Stunden nach Kenntnis.\n"
    )
    assert parties("Vertrag zur Auftragsverarbeitung", opening, body) == ("Hafenpflege gGmbH", "Kai IT GmbH", "PT24H")


def test_a_town_before_the_role_is_no_party() -> None:
    opening = f"tussen {CARE}, Zwolle, verwerkingsverantwoordelijke, en kade it, Deventer, verwerker."
    assert "Deventer" not in parties("Verwerkersovereenkomst", opening, TERMS)


def test_an_initial_stays_in_a_name_where_no_letters_count_the_parties() -> None:
    opening = (
        f'{CARE}, gevestigd te Zwolle, hierna "Verwerkingsverantwoordelijke";\n\n'
        'B. Kaders B.V., gevestigd te Deventer, hierna "Verwerker";'
    )
    assert parties("Verwerkersovereenkomst", opening, TERMS)[1] == "B. Kaders B.V."


def test_a_role_that_a_sentence_gives_to_somebody_else_isnt_that_of_the_term_before() -> None:
    opening = (
        f'{CARE} (hierna: "Havenzorg"), verwerker van cliëntgegevens voor Kade 2 en anderen, en {QUAY} (hierna: "Kade"). '
        "Havenzorg is verwerkingsverantwoordelijke en Kade is verwerker."
    )
    assert parties("Verwerkersovereenkomst", opening, NAMES)[:2] == (CARE, QUAY)


def test_a_street_in_one_line_with_a_name_is_no_part_of_it() -> None:
    opening = (
        "| Klant (verwerkingsverantwoordelijke) | Transport Noord B.V. Lange Kade 2, 8011 AA Zwolle |\n|---|---|\n"
        "| Leverancier (verwerker) | Rekenhuis Zuid B.V. Markt 14, 5461 JJ Veghel |"
    )
    text = f"Verwerkersovereenkomst\n\n{opening}\n\n{TERMS}"
    agreement = extract(read_text(text, name="a.txt", sha256="0" * 64, extraction="test"))
    found = {key: agreement.value(f"controller.{key}") for key in ("name", "street", "city")}
    assert found == {"name": "Transport Noord B.V.", "street": "Lange Kade 2", "city": "Zwolle"}
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."


def test_two_terms_with_who_they_are_in_brackets_have_the_roles_said_of_them() -> None:
    text = (
        "Schedule 4\n\n1. The Council (Wether Borough Council, Castle Street, Wether) is the controller and the Depot "
        "(Greenbin Limited, 9 Depot Road, Leeds) is the processor of the data.\n\n"
        "2. The Depot shall notify the Council of a personal data breach within 24 hours of becoming aware of it.\n"
    )
    names = extract(read_text(text, name="a.txt", sha256="0" * 64, extraction="test")).reading.names
    assert (names["Council"], names["Depot"]) == (Role.CONTROLLER, Role.PROCESSOR)


def test_a_title_makes_nobody_the_processor() -> None:
    opening = (
        'Harbour Dental Ltd (the "Practice") and Counting House Ltd ("Counting House") agree. The Practice decides why and '
        "how the data are used and is the data controller; Counting House is the data processor."
    )
    body = "1. Counting House shall telephone the Practice within 24 hours of finding a personal data breach."
    assert parties("DATA PROCESSOR AGREEMENT", opening, body) == ("Harbour Dental Ltd", "Counting House Ltd", "PT24H")


def test_the_customer_who_alone_has_a_number_is_not_the_one_who_writes() -> None:
    opening = (
        "Lohnstube Kern OHG · Innzeile 19 · 94032 Passau · Telefon +49 851 5554 310\n\n"
        "Für unsere Kundin: Bergeralm Gastronomie GmbH, Almweg 2, 5541 Altenmarkt, Firmenbuchnummer FN 418220 k"
    )
    body = "Wir verarbeiten die Daten für Sie. Wir melden Ihnen eine Verletzung innerhalb von 24 Stunden."
    assert parties("Vereinbarung zur Auftragsverarbeitung", opening, body)[1] != "Bergeralm Gastronomie GmbH"


def test_what_a_party_trades_as_behind_its_label_is_a_name_of_it() -> None:
    preamble = (
        "Verwerkersovereenkomst\n\nVerwerker: Stemwerk Labs B.V., handelend onder de naam Notulist.AI, Kade 4, 5611 AB "
        "Eindhoven, KvK 01234567.\n\nVerwerkingsverantwoordelijke: de organisatie die een abonnement afsluit (Klant).\n\n"
    )
    agreement = agreement_of(
        "Notulist.AI meldt een datalek binnen 24 uur na ontdekking aan Klant.",
        "Stemwerk Labs verwerkt de gegevens alleen op schriftelijke instructie van Klant. Stemwerk Labs houdt ze geheim.",
        preamble=preamble,
    )
    assert agreement.value("breach.deadline") == "PT24H"
    assert agreement.value("instructions.only_on_instruction") is True
    assert agreement.value("processor.name") == "Stemwerk Labs B.V."
    assert agreement.value("controller.name") is None


def test_what_stands_behind_the_word_of_the_law_in_quotes_is_what_a_party_is_called() -> None:
    text = (
        "# Verwerkersovereenkomst\n\nDeze overeenkomst wordt aangegaan tussen:\n\n"
        '- Tafelplan B.V., Kade 3, 8911 KL Leeuwarden, KvK 01234567 ("Verwerker" of "Tafelplan");\n'
        '- de horecaonderneming met een account ("Verwerkingsverantwoordelijke" of "Restaurant").\n\n'
        "## 1. Datalekken\n\nTafelplan meldt een datalek binnen 36 uur na ontdekking. Het Restaurant beoordeelt of een "
        "melding aan de Autoriteit Persoonsgegevens nodig is.\n\n"
        "## 2. Audits\n\nHet Restaurant mag eens per jaar een audit laten uitvoeren door een onafhankelijke auditor.\n"
    )
    agreement = extract(read_text(text, name="page.md", sha256="0" * 64, extraction="test"))
    assert agreement.value("breach.authority_notifier") == "controller"
    assert agreement.value("audit.right") is True
    assert agreement.value("processor.name") == "Tafelplan B.V."
