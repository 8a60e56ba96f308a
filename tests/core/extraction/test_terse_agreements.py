"""Short agreements as they are written in a quarter of an hour: their title, their parties, and who signs on one line."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.naming.persons import person_in
from core.extraction.clauses import agreement_of

PARTIES = """1. Gemeente Wilgendam, gevestigd te Dronten, hierna: "Opdrachtgever";
2. Torenvalk Systemen B.V., gevestigd te Zeewolde, hierna: "Leverancier".
"""
BODY = """
Artikel 1. Verwerking
1.1 Leverancier verwerkt persoonsgegevens uitsluitend op schriftelijke instructie van Opdrachtgever.
1.2 Leverancier beveiligt de persoonsgegevens passend en houdt ze geheim.
1.3 Na het einde wist Leverancier de persoonsgegevens binnen een maand.
"""


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Verwerkersovereenkomst tussen Gemeente Wilgendam en Torenvalk Systemen B.V.",
            "Verwerkersovereenkomst tussen Gemeente Wilgendam en Torenvalk Systemen B.V.",
        ),
        ("Verwerkersovereenkomst tussen Gemeente Wilgendam, gevestigd te Dronten, en", "Verwerkersovereenkomst"),
        ("Verwerkersovereenkomst\ntussen Gemeente Wilgendam en Torenvalk Systemen B.V.", "Verwerkersovereenkomst"),
        ("Verwerkersovereenkomst tussen:", "Verwerkersovereenkomst"),
        ("BIJLAGE VERWERKING PERSOONSGEGEVENS\nbij de opdracht van 3 mei", "BIJLAGE VERWERKING PERSOONSGEGEVENS"),
        ("Privacyafspraken", "Privacyafspraken"),
        (
            "Data Processing Agreement between Harbour Ltd and Dock Ltd",
            "Data Processing Agreement between Harbour Ltd and Dock Ltd",
        ),
    ],
)
def test_the_first_line_is_the_title(opening: str, title: str) -> None:
    assert agreement_of(preamble=f"{opening}\n\nPartijen:\n{PARTIES}{BODY}").value("document.title") == title


def test_a_sentence_on_between_whom_it_is_is_no_title() -> None:
    opening = "Deze verwerkersovereenkomst is gesloten tussen Gemeente Wilgendam en Torenvalk Systemen B.V."
    assert agreement_of(preamble=f"{opening}\n\n{PARTIES}{BODY}").value("document.title") == "Verwerkersovereenkomst"


def test_a_term_in_quotation_marks_names_the_company_before_it() -> None:
    agreement = agreement_of(
        "Kopij bewaart reservekopieën van de systemen van Klant. Gaat er iets mis, dan hoort Klant dat binnen 8 uur.",
        preamble='Verwerkersovereenkomst\n\nTussen Drukkerij Inktvis B.V., gevestigd te Tilburg (KvK 18045678), "Klant",\n'
        'en Kopij Veilig B.V., gevestigd te Breda (KvK 20099887), "Kopij",\ngeldt het volgende.\n\n',
    )
    assert (agreement.value("controller.name"), agreement.value("processor.name")) == (
        "Drukkerij Inktvis B.V.",
        "Kopij Veilig B.V.",
    )
    assert agreement.value("controller.city") == "Tilburg"


def test_what_is_said_of_one_party_is_not_said_of_the_other() -> None:
    agreement = agreement_of(
        "1. Verwerker beheert de website van klant en verwerkt daarbij persoonsgegevens alleen in opdracht van klant.",
        preamble="Verwerkersovereenkomst\n\nTussen:\n- Bakkerij Van Lieshout V.O.F., Dorpsstraat 12, Helmond (klant)\n"
        "- Nulpunt IT, eenmanszaak van J. Verhagen, Kanaaldijk 8, Helmond (verwerker)\n\n",
    )
    assert agreement.value("processor.representative") == "J. Verhagen"
    assert agreement.value("controller.representative") is None


def test_an_address_in_a_promise_is_no_detail_of_the_party_before_it() -> None:
    agreement = agreement_of(
        preamble="Verwerkersovereenkomst\n\nVerwerkingsverantwoordelijke\nNaam: Kroon Installaties B.V.\nKvK: 23094455\n\n"
        "Verwerker\nNaam: Planbord Software B.V.\nKvK-nummer: 24365478\n\nAfspraken\na. Verwerker handelt op instructie.\n"
        "b. Verwerker meldt datalekken binnen 24 uur per e-mail aan w.kroon@kroon.example.\n",
    )
    assert agreement.value("processor.email") is None


def _signed(*lines: str) -> Agreement:
    return agreement_of(preamble=f"Verwerkersovereenkomst\n\n{PARTIES}{BODY}\n" + "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Dronten, 14 september 2023",
            "",
            "Namens Opdrachtgever: K. Ruiter, voorzitter",
            "Namens Leverancier: M. Blom, directeur",
        ),
        (
            "Opdrachtgever: K. Ruiter, voorzitter, 12 september 2023",
            "Leverancier: M. Blom, directeur, 14 september 2023",
        ),
        (
            "Voor Gemeente Wilgendam: K. Ruiter, voorzitter",
            "Voor Torenvalk Systemen B.V.: M. Blom, directeur",
            "14 september 2023",
        ),
        (
            "Datum: 14 september 2023",
            "",
            "Opdrachtgever                    Leverancier",
            "K. Ruiter                        M. Blom",
        ),
        ("Dronten, 14 september 2023", "", "Opdrachtgever, K. Ruiter              Leverancier, M. Blom"),
    ],
)
def test_a_signature_may_be_one_line(lines: tuple[str, ...]) -> None:
    agreement = _signed(*lines)
    assert agreement.value("controller.representative") == "K. Ruiter"
    assert agreement.value("processor.representative") == "M. Blom"
    assert (agreement.value("document.state"), agreement.value("term.signed_on")) == ("signed", "2023-09-14")


@pytest.mark.parametrize(
    "lines",
    [
        ("Contact bij Opdrachtgever: K. Ruiter, voorzitter", "Contact bij Leverancier: M. Blom, directeur"),
        ("Opdrachtgever: ____________", "Leverancier: ____________", "14 september 2023"),
        ("Opdrachtgever: zie boven", "Leverancier: zie boven", "14 september 2023"),
    ],
)
def test_other_lines_sign_nothing(lines: tuple[str, ...]) -> None:
    assert _signed(*lines).value("document.state") != "signed"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("drs. M. Zonneveld", "M. Zonneveld"),
        ("M.E. Vonk-Broekhuis", "M.E. Vonk-Broekhuis"),
        ("M. de Boer", "M. de Boer"),
        ("M. Jean Dupont", "Jean Dupont"),
        ("mr. M. el Idrissi", "M. el Idrissi"),
    ],
)
def test_an_initial_is_no_mister(words: str, name: str) -> None:
    assert person_in(words) == name
