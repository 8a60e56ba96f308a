"""Parties that no passage of the usual shape introduces, but that are mentioned with their role."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.extraction.naming.mentions import is_organisation
from art28.reading.text import read_text

BODY = (
    "\n\nArtikel 1. Opdracht\n\n1.1 Verwerker verwerkt persoonsgegevens uitsluitend "
    "in opdracht van Verwerkingsverantwoordelijke.\n"
)


def _read(opening: str, body: str = BODY) -> Agreement:
    return extract(read_text(opening + body, name="t.txt", sha256="0" * 64, extraction="test"))


def test_within_a_sentence_that_goes_on() -> None:
    agreement = _read(
        "Verwerkersovereenkomst\n\nDeze overeenkomst geldt voor alle verwerkingen die "
        "Rekenhuis Zuid B.V., gevestigd aan de Kade 12, "
        "4811 AB Breda en ingeschreven bij de Kamer van Koophandel onder nummer 12345678 "
        '(hierna: "Verwerker"), uitvoert ten '
        "behoeve van haar wederpartij."
    )
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.value("processor.street") == "Kade 12"
    assert agreement.value("processor.postcode") == "4811 AB"
    assert agreement.value("processor.registration") == "12345678"


def test_a_definition_by_quotation_marks() -> None:
    agreement = _read(
        "Voorwaarden\n\nA. Rollen\n\nVerwerker is Rekenhuis Zuid B.V., Kade 12, 4811 AB Breda, KvK-nummer 12345678. "
        "Verwerkingsverantwoordelijke is de organisatie op wier naam het account staat."
    )
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.value("processor.city") == "Breda"
    assert agreement.value("controller.name") is None


def test_addresses_of_other_countries() -> None:
    agreement = _read(
        "Data Processing Agreement\n\nThis agreement is made between (1) Harbour Homes "
        "Limited, a company whose registered office is at "
        'Mill House, 3 Weir Street, Halifax HX1 5QD (the "Controller") and (2) Tally '
        "Works, Inc., with its principal place of business "
        'at 410 Larkin Street, Suite 900, San Felipe, CA 94102 (the "Processor").',
        "\n\n1. Instructions\n\n1.1 The Processor processes personal data only on "
        "instructions of the Controller and shall notify the "
        "Controller of a personal data breach.\n",
    )
    assert agreement.value("controller.city") == "Halifax"
    assert agreement.value("processor.street") == "410 Larkin Street, Suite 900"
    assert agreement.value("processor.city") == "San Felipe"


def test_a_sub_processor_is_no_party() -> None:
    agreement = _read(
        "Verwerkersovereenkomst\n\nPartijen\n\nVerwerker: Rekenhuis Zuid B.V.\n\nDe "
        "subverwerker is Opslag Noord B.V. te Assen."
    )
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.value("controller.name") is None


@pytest.mark.parametrize(
    "name", ["Rekenhuis Zuid B.V.", "gemeente Overwaard", "Stichting Lindehof", "Tally Works, Inc.", "Kern OHG"]
)
def test_organisations_are_known_by_form_or_kind(name: str) -> None:
    assert is_organisation(name)


@pytest.mark.parametrize("words", ["Incidenten", "Contactpersoon", "J. Jansen", "de directie"])
def test_other_words_are_no_organisation(words: str) -> None:
    assert not is_organisation(words)


def test_a_trade_name_without_a_legal_form() -> None:
    agreement = _read(
        "Afspraken\n\nWie is wie?\n\nAls we het hebben over wij of ons, dan bedoelen we Kade & "
        "Kiel, de eenmanszaak van A. de Wit aan de "
        "Havenkade 4, 8861 XE Harlingen, KvK 12345678. Jij bent de verwerkingsverantwoordelijke, wij zijn de verwerker.",
        "\n\nWat beloven wij?\n\nWij melden jou een datalek. Wij beveiligen jouw gegevens. Wij "
        "helpen jou. Wij houden jouw gegevens geheim.\n",
    )
    assert agreement.value("processor.name") == "Kade & Kiel"
    assert agreement.value("processor.city") == "Harlingen"


def test_german_and_french_parties_and_who_acts_for_them() -> None:
    german = _read(
        "Vertrag über die Verarbeitung personenbezogener Daten\n\nzwischen\n\nder Uferwerke "
        "GmbH, Am Ufer 4, 89618 Uferheim, vertreten durch "
        'die Geschäftsführerin Frau Karla Vogel - nachfolgend "Auftraggeber" -\n\nund\n\nder '
        "Rechenstube AG, Hauptstraße 1, 76133 "
        'Karlsruhe - nachfolgend "Auftragnehmer" -',
        "\n\n§ 1 Gegenstand\n\n(1) Der Auftragnehmer verarbeitet personenbezogene Daten nur auf "
        "Weisung des Auftraggebers.\n",
    )
    assert german.value("document.title") == "Vertrag über die Verarbeitung personenbezogener Daten"
    assert german.value("controller.representative") == "Karla Vogel"
    assert german.value("controller.representative_role") == "Geschäftsführerin"
    assert german.value("processor.city") == "Karlsruhe"


def test_a_wbp_era_sentence_gives_both_terms_their_role() -> None:
    agreement = _read(
        "Bewerkersovereenkomst\n\nPartijen\n\nI. de besloten vennootschap met beperkte "
        "aansprakelijkheid Rekenhuis Zuid B.V., met zetel te "
        'Breda, verder aan te duiden als "Leverancier"; en\n\nII. de coöperatie Lindeveiling '
        "U.A., met zetel te Bemmel, verder aan te "
        'duiden als "Afnemer";',
        "\n\nArtikel 1. Rollen\n\n1.1 Afnemer is Verantwoordelijke, Leverancier Bewerker. "
        "Leverancier verwerkt gegevens voor Afnemer.\n",
    )
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.value("controller.name") == "Lindeveiling U.A."


@pytest.mark.parametrize(
    "statement",
    [
        "Deze verklaring is opgesteld door de volgende leverancier van software: Rekenhuis Zuid B.V.\nKade 12\n4811 AB "
        "Breda\nKvK-nummer 12345678",
        "Algemene informatie. Dit blad is opgesteld door de volgende aanbieder:\n\nNaam\n\nRekenhuis Zuid B.V.\n\n"
        "Vestigingsadres\n\nKade 12, 4811 AB Breda\n\nHandelsregister\n\n12345678",
        "Ingevuld door de volgende data processor: Rekenhuis Zuid B.V., Kade 12, 4811 AB Breda, KvK 12345678",
    ],
)
def test_who_drew_up_a_statement_of_processing_is_its_processor(statement: str) -> None:
    agreement = _read(f"Verwerkersovereenkomst\n\nDeel 1: Verwerkingsverklaring\n\n{statement}")
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.value("processor.registration") == "12345678"
    assert agreement.value("processor.street") == "Kade 12"
    assert agreement.value("processor.city") == "Breda"


def test_who_drew_up_another_paper_or_for_whom_is_no_processor() -> None:
    agreement = _read(
        "Verwerkersovereenkomst\n\nDit model is opgesteld door de branchevereniging. Het is opgesteld door de volgende "
        "verwerkingsverantwoordelijke: Lindehof Zorg B.V."
    )
    assert agreement.value("processor.name") is None


def test_a_name_that_a_domain_bears_is_the_processors_own() -> None:
    acts = (
        "\n\n1. Duties\n\nZeewind processes personal data on behalf of Customer. Zeewind will notify Customer of a breach. "
        "Zeewind's sub-processors are listed. Zeewind will delete the data.\n"
    )
    named = _read("Data Processing Addendum", acts + "\nQuestions go to privacy@zeewind.example.\n")
    assert named.value("processor.name") == "Zeewind"
    assert _read("Data Processing Addendum", acts).value("processor.name") is None
    fuller = _read("Data Processing Addendum", acts + "\nZeewind Cloud B.V. answers at privacy@zeewind.example.\n")
    assert fuller.value("processor.name") == "Zeewind Cloud B.V."


def test_nobody_agrees_with_himself() -> None:
    agreement = _read(
        'Data Processing Addendum\n\nbetween Tally Works, Inc. ("Provider") and the customer named in the order '
        '("Customer").',
        "\n\n1. Duties\n\nProvider processes personal data on behalf of Customer only.\n\nSIGNATURES\n\nCustomer\tTALLY "
        "WORKS, INC.\n\nName: ______\tName: Ann Poe\n",
    )
    assert agreement.value("processor.name") == "Tally Works, Inc."
    assert agreement.value("controller.name") is None


LETTER = (
    "Kade en Kruid\n\ntuinen en terrassen\n\nSteenweg 5, 7776 AV Slagharen\n\nhallo@kadekruid.example - 06 10 20 30 "
    "40\n\nKvK 12345678\n\n"
    "AFSPRAKEN\n\n{said}"
)
SPOKEN = (
    "\n\nWij gebruiken de gegevens alleen voor wat jij ons vraagt. Wij mailen jou bij een datalek binnen 24 uur. Wij "
    "helpen je als "
    "iemand jou om zijn gegevens vraagt. Wij wissen je gegevens als jij stopt met ons. Onze mensen zwijgen over jouw "
    "klanten.\n"
)


def test_a_letterhead_tells_of_the_speaker_without_a_legal_form() -> None:
    said = 'Met "wij" bedoelen we Kade en Kruid (dat is Jo Vis). Met "jij" bedoelen we jou.'
    agreement = _read(LETTER.format(said=said), SPOKEN)
    assert agreement.value("processor.name") == "Kade en Kruid"
    assert agreement.value("processor.street") == "Steenweg 5"
    assert agreement.value("processor.registration") == "12345678"
    assert agreement.value("processor.phone") == "0610203040"


def test_a_letterhead_of_nobody_known_tells_nothing() -> None:
    agreement = _read(LETTER.format(said="Met vriendelijke groet."), BODY)
    assert agreement.value("processor.street") is None
