"""Agreements as an IT firm types them in a quarter of an hour: bullets, a mail, questions and answers, English headings."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.extraction.naming.roles_beside import roles_beside
from art28.reading.text import read_text
from art28.terms import Role
from core.extraction.clauses import DUTCH, agreement_of, records_of, value_of

BULLETS = """Verwerkersafspraken

tussen Netwerkzaak Van Dalen BV te Zwolle, hierna "wij", en Slagerij De Ham vof te Hattem, hierna "jullie"

Dit spreken we af over de persoonsgegevens die wij voor jullie verwerken:

* wij beheren de werkplekken van jullie; daarin staan gegevens van jullie klanten, zoals namen en adressen
* we doen daar alleen mee wat jullie vragen
* is er iets mis met de gegevens, dan laten we dat binnen 18 uur weten
* bij een fout van ons betalen wij ten hoogste € 10.000

Zwolle, 3 maart 2026

Namens Van Dalen: Erik van Dalen, eigenaar
Namens De Ham: Lies Ham, vennoot
"""
MAIL = """Onderwerp: verwerkersafspraken hosting

Hoi Petra,

Dit spreken Wolkhof B.V. (verwerker) en Tandartspraktijk Pleinzicht (verwerkingsverantwoordelijke) af over de hosting.

1. Een datalek melden wij jullie binnen 48 uur, per mail. Jullie melden zelf bij de Autoriteit Persoonsgegevens.
2. Wij werken samen met anderen. Nu is dat alleen Nordkast B.V. (datacenter, Nederland).
3. Onze mensen houden alles geheim. Wij beveiligen de gegevens.

Groet,
Joris Meijer
"""
QUESTIONS = """Verwerkerovereenkomst opvang en beheerder

1) Stichting Kinderopvang Het Nestje, gevestigd in Assen, hierna: de opvang
2) Kompas ICT, eenmanszaak van Henk Mos, hierna: Kompas

Wat als er een datalek is?

Kompas belt de opvang binnen 12 uur nadat hij het merkt. Kompas vertelt wat er is gebeurd en wat hij eraan doet.

Mag Kompas anderen inschakelen?

Ja, maar alleen als de opvang dat goed vindt.

Wie betaalt de schade?

Is er schade door een fout van Kompas dan betaalt hij die, maar nooit meer dan € 2.500.
"""


def read(text: str) -> Agreement:
    return extract(read_text(text, name="x.txt", sha256="0" * 64, extraction="test"))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (BULLETS, "document.title", "Verwerkersafspraken"),
        (BULLETS, "processor.city", "Zwolle"),
        (BULLETS, "instructions.only_on_instruction", True),
        (BULLETS, "breach.deadline", "PT18H"),
        (BULLETS, "liability.cap", 10_000),
        (BULLETS, "controller.representative", "Lies Ham"),
        (BULLETS, "processor.representative_role", "eigenaar"),
        (BULLETS, "term.signed_on", "2026-03-03"),
        (BULLETS, "document.state", "signed"),
        (MAIL, "document.title", "verwerkersafspraken hosting"),
        (MAIL, "processor.name", "Wolkhof B.V."),
        (MAIL, "controller.name", "Tandartspraktijk Pleinzicht"),
        (MAIL, "breach.deadline", "PT48H"),
        (MAIL, "breach.authority_notifier", "controller"),
        (MAIL, "document.state", "unsigned"),
        (QUESTIONS, "controller.name", "Stichting Kinderopvang Het Nestje"),
        (QUESTIONS, "breach.deadline", "PT12H"),
        (QUESTIONS, "breach.channel", ("phone",)),
        (QUESTIONS, "subprocessors.authorisation", "specific"),
        (QUESTIONS, "liability.cap", 2_500),
    ],
)
def test_what_was_typed_quickly_is_read(text: str, key: str, value: object) -> None:
    assert read(text).facts[key].value == value


def test_a_question_that_heads_a_paragraph_is_what_a_fact_is_cited_by() -> None:
    headings = {clause.heading for clause in read(QUESTIONS).reading.clauses}
    assert "Wat als er een datalek is?" in headings


def test_the_sub_processor_of_now_is_in_the_list() -> None:
    assert [entry["name"] for entry in read(MAIL).facts["subprocessors.list"].value] == ["Nordkast B.V."]  # type: ignore[union-attr,index]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme (leverancier) en Beta Zorg (klant) spreken af", [(Role.PROCESSOR, "Acme"), (Role.CONTROLLER, "Beta Zorg")]),
        ("In deze brief is Kern B.V. (Kade 4, Breda) de verwerker en Restaurant De Ster de verantwoordelijke.",
         [(Role.PROCESSOR, "Kern B.V."), (Role.CONTROLLER, "Restaurant De Ster")]),
        ("Acme (leverancier) levert software. Beta Zorg (klant) betaalt.", []),
        ("Acme (leverancier) en Gamma (leverancier) leveren", []),
        ("Servers staan bij Amazon (verwerker) in Ierland.", []),
    ],
)  # fmt: skip
def test_two_names_with_their_roles_behind_them_are_the_parties(text: str, names: list[tuple[Role, str]]) -> None:
    assert [(beside.role, beside.name) for beside in roles_beside(text)] == names


@pytest.mark.parametrize(
    ("key", "clause", "value"),
    [
        ("breach.deadline", "Is er iets mis met de factuur, dan laat Verwerker dat binnen 18 uur weten.", None),
        ("breach.deadline", "Gaat er iets fout met de beveiliging, dan meldt Verwerker dat binnen 18 uur.", "PT18H"),
        ("breach.deadline", "Bij een datalek binnen 12 uur bellen.", "PT12H"),
        ("breach.deadline", "Bij een storing binnen 12 uur bellen.", None),
        ("breach.deadline", "Verwerker meldt een datalek binnen 24 u aan Verwerkingsverantwoordelijke.", "PT24H"),
        ("liability.cap", "Bij een fout betaalt Verwerker ten hoogste € 4.000.", 4_000),
        ("liability.cap", "Verwerker betaalt de licentie, ten hoogste € 4.000.", None),
        ("liability.cap", "Verwerker is aansprakelijk tot € 4.000 per jaar.", 4_000),
        ("confidentiality.staff_bound", "- geheimhouding, ook door personeel", True),
        ("confidentiality.staff_bound", "- geheimhouding geldt niet voor personeel", None),
        ("subprocessors.authorisation", "- geen subverwerkers zonder toestemming vooraf", "specific"),
        ("processing.own_purposes", "Verwerker mag geanonimiseerde gegevens gebruiken om de dienst te verbeteren.", True),
        ("processing.own_purposes", "Verwerker mag geanonimiseerde gegevens gebruiken om de dienst te leveren.", None),
        ("transfers.rule", "Gegevens worden niet buiten de Europese Unie gebracht.", "not_outside_eea"),
        ("transfers.rule", "Gegevens worden niet buiten kantooruren gebracht.", None),
        ("term.precedence", "Bij strijd met de offerte gaat deze bijlage voor.", "this_agreement"),
        ("term.precedence", "Bij strijd met de wet gaat deze bijlage niet voor.", None),
        ("term.lasts", "Looptijd: gelijk aan offerte 2026-044", "main_agreement"),
        ("transfers.region", "Opslag van gegevens: alleen in Nederland en Belgie.", None),
        ("transfers.region", "Opslag van gegevens: alleen in Nederland en nergens anders.", "NL"),
        ("breach.processor_may_notify_authority", "Verwerker meldt zelf niks bij de Autoriteit Persoonsgegevens.", False),
        ("law.governing", "NL recht. Rechter Den Bosch.", "NL"),
    ],
)  # fmt: skip
def test_notes_say_what_they_say_and_no_more(key: str, clause: str, value: object) -> None:
    assert value_of(key, DUTCH, clause) == value


@pytest.mark.parametrize(
    ("clause", "email"),
    [
        ("Verwerker meldt een datalek binnen 18 uur aan meldpunt@kade.example.", "meldpunt@kade.example"),
        ("Bij een datalek laat Verwerker dat binnen 18 uur weten via lek@kade.example.", "lek@kade.example"),
    ],
)
def test_the_address_to_which_a_breach_is_reported_is_the_other_partys_contact(clause: str, email: str) -> None:
    (entry,) = records_of(agreement_of(clause), "contacts.list")
    assert (entry["party"], entry["purpose"], entry["email"]) == ("controller", "breach", email)


def test_the_address_to_which_a_fault_is_reported_is_no_contact_for_breaches() -> None:
    assert (
        value_of("contacts.list", DUTCH, "Verwerker meldt een storing binnen 18 uur aan meldpunt@kade.example.") is None
    )


def test_the_verb_of_a_clause_is_no_part_of_the_list_that_it_ends() -> None:
    clause = "Verwerker beheert software waarin de gegevens van kinderen, ouders en medewerkers staan."
    assert value_of("processing.data_subjects", DUTCH, clause) == ("kinderen", "ouders", "medewerkers")
