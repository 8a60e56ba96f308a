"""Signatures that only blanks keep apart, whose number a sentence names, and what an exception lets leave the region."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import agreement_of, value_of

SIGNED = """VERWERKERSOVEREENKOMST

De ondergetekenden,

STICHTING HAVENZORG, gevestigd te Harlingen aan de Zuiderhaven 4 (8861 CN), hierna: "Zorginstelling",

en

MEETKUNDE TECHNIEK B.V., gevestigd te Franeker aan de Zilverstraat 9 (8801 KC), hierna: "Leverancier",

komen het volgende overeen, waarbij Zorginstelling verwerkingsverantwoordelijke is en Leverancier verwerker.

Artikel 1   Inbreuken

1.1  Leverancier meldt een inbreuk in verband met persoonsgegevens binnen 20 uur na ontdekking aan de functionaris
     gegevensbescherming van Zorginstelling, telefonisch (0517 - 31 20 44) en per e-mail (fg@havenzorg.example).

Aldus in tweevoud ondertekend,

Zorginstelling,                                     Leverancier,

____________________                                ____________________
drs. E.A. Postma                                    ing. S. van Dijk
voorzitter raad van bestuur                         technisch directeur
"""


@pytest.fixture(scope="module")
def signed() -> Agreement:
    return agreement_of(SIGNED, preamble="")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("controller.name", "STICHTING HAVENZORG"),
        ("controller.postcode", "8861 CN"),
        ("controller.street", "Zuiderhaven 4"),
        ("controller.representative", "E.A. Postma"),
        ("controller.representative_role", "voorzitter raad van bestuur"),
        ("processor.representative", "S. van Dijk"),
        ("processor.representative_role", "technisch directeur"),
        ("processor.phone", None),
        ("processor.email", None),
    ],
)
def test_signatures_and_contacts_side_by_side_are_each_partys_own(signed: Agreement, key: str, value: object) -> None:
    assert signed.value(key) == value


def test_names_that_one_blank_keeps_apart_are_nobodys() -> None:
    text = SIGNED.replace("drs. E.A. Postma                                    ing.", "drs. E.A. Postma ing.")
    agreement = agreement_of(text, preamble="")
    assert agreement.value("processor.representative") is None


@pytest.mark.parametrize(
    ("key", "clauses", "value"),
    [
        (
            "transfers.rule",
            (
                "Artikel 8. Opslag",
                "Persoonsgegevens worden alleen binnen de EER opgeslagen, tenzij Verwerkingsverantwoordelijke vooraf instemt "
                "met een andere plaats.",
            ),
            "with_consent",
        ),
        (
            "transfers.rule",
            ("Artikel 8. Opslag", "Persoonsgegevens worden alleen binnen de EER opgeslagen."),
            "not_outside_eea",
        ),
        ("liability.insurance", ("Verwerker betaalt geleden schade. Hij houdt daarvoor een verzekering aan.",), True),
        (
            "end.costs",
            (
                "Artikel 10. Einde",
                "Na het einde geeft Verwerker de persoonsgegevens terug zonder daarvoor kosten in rekening te brengen.",
            ),
            "processor",
        ),
        (
            "instructions.infringement_warning",
            ("Verwerker attendeert Verwerkingsverantwoordelijke erop als een instructie in strijd is met de AVG.",),
            True,
        ),
        (
            "requests.handling",
            (
                "Artikel 6. Rechten van betrokkenen",
                "Verwerker stelt verzoeken van betrokkenen ter afhandeling in handen van Verwerkingsverantwoordelijke.",
            ),
            "forward",
        ),
        (
            "breach.channel",
            (
                "Artikel 5. Datalekken",
                "Verwerker meldt een datalek binnen 20 uur aan Verwerkingsverantwoordelijke via het in de bijlage vermelde "
                "e-mailadres.",
            ),
            ("email",),
        ),
        (
            "confidentiality.duty",
            ("Verwerker is gehouden tot geheimhouding van de persoonsgegevens en bedingt dat van zijn medewerkers.",),
            True,
        ),
    ],
)
def test_exceptions_and_turns(key: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses) == value


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("| | Onderwijsinstelling | Leverancier |", ("Stichting Lyceum Kadestad", "Rekenhuis Zuid B.V.")),
        ("| | Leverancier | Onderwijsinstelling |", ("Rekenhuis Zuid B.V.", "Stichting Lyceum Kadestad")),
    ],
)
def test_who_stands_beside_a_party_in_a_table_of_both_is_the_other_one(heads: str, names: tuple[str, str]) -> None:
    text = (
        f"# Verwerkersovereenkomst\n\n{heads}\n|---|---|---|\n| Naam | {names[0]} | {names[1]} |\n"
        "| Adres | Kade 3 | Kade 5 |\n| KvK-nummer | 01234567 | 01234568 |\n\nkomen het volgende overeen.\n\n"
        "## Artikel 1: Opdracht\n\nDe Onderwijsinstelling is verwerkingsverantwoordelijke. Verwerker verwerkt de gegevens "
        "uitsluitend op schriftelijke instructie van de Onderwijsinstelling.\n"
    )
    agreement = extract(read_document(text.encode(), name="table.md", limits=Limits()))
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."
    assert agreement.value("controller.name") == "Stichting Lyceum Kadestad"


def test_two_parties_on_one_line_have_the_addresses_of_their_own_columns() -> None:
    text = (
        "VERWERKERSOVEREENKOMST SALARISADMINISTRATIE\n\n"
        "Opdrachtgever:  Bouwbedrijf Kade B.V.               Verwerker:  Rekenhuis Zuid V.O.F.\n"
        "                Steenweg 12                                     Dorpsplein 5\n"
        "                7553 BD Hengelo                                 7571 LM Oldenzaal\n"
        "                KvK 01234567                                    KvK 01234568\n\n"
        "Opdrachtgever is de verwerkingsverantwoordelijke.\n"
    )
    agreement = extract(read_document(text.encode(), name="columns.txt", limits=Limits()))
    assert agreement.value("controller.street") == "Steenweg 12"
    assert agreement.value("processor.street") == "Dorpsplein 5"
    assert (agreement.value("controller.city"), agreement.value("processor.city")) == ("Hengelo", "Oldenzaal")
    assert agreement.value("processor.registration") == "01234568"
