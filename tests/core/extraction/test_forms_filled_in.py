"""Forms that are filled in line by line, answers to a question of the sentence before, lists in other hands."""

import pytest

from art28.agreement.model import Agreement
from core.extraction.clauses import agreement_of, preamble_of, records_of, value_of

FORM = """Verwerkersovereenkomst

1. Naam organisatie : Stichting De Vuurtoren
   Straat           : Zeedijk-West 3
   Postcode         : 1621 KR
   Plaats           : Hoorn
   Vertegenwoordigd door : mevr. P. Zijlstra
   Functie          : bestuurder
   hierna "Opdrachtgever"

2. Naam bedrijf     : Kopieerhuis De Pers V.O.F.
   Straat           : Drukkerslaan ......20........
   Postcode         : 1622 AB
   Plaats           : Hoorn
   KvK              : 36041187
   E-mail           : kantoor@kopieerhuis.example
   hierna "Opdrachtnemer"

Opdrachtnemer verwerkt persoonsgegevens uitsluitend in opdracht van Opdrachtgever, die verantwoordelijke is.

Artikel 1 Doel
1. Opdrachtnemer verwerkt de gegevens enkel voor:
   o  het afdrukken van schoolkranten
   o  het bezorgen van pakketten

Artikel 2 Hulp van derden
Opdrachtnemer mag alleen met toestemming vooraf van Opdrachtgever anderen inschakelen. Toestemming is gegeven voor:
1. Papierstroom B.V. te Zwolle (inbinden)
2. Koeriersbond B.V. te Alkmaar (bezorging)

Een fout van hen is een fout van Opdrachtnemer.
"""


@pytest.fixture(scope="module")
def form() -> Agreement:
    return agreement_of(FORM, preamble="")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("controller.name", "Stichting De Vuurtoren"),
        ("controller.street", "Zeedijk-West 3"),
        ("controller.postcode", "1621 KR"),
        ("controller.city", "Hoorn"),
        ("controller.representative", "P. Zijlstra"),
        ("controller.representative_role", "bestuurder"),
        ("processor.name", "Kopieerhuis De Pers V.O.F."),
        ("processor.street", "Drukkerslaan 20"),
        ("processor.postcode", "1622 AB"),
        ("processor.registration", "36041187"),
        ("processor.email", "kantoor@kopieerhuis.example"),
        ("processing.purposes", ("het afdrukken van schoolkranten", "het bezorgen van pakketten")),
        ("subprocessors.processor_liable", True),
    ],
)
def test_a_party_is_read_from_the_lines_of_a_form_that_end_in_its_term(
    form: Agreement, key: str, value: object
) -> None:
    assert form.value(key) == value


def test_a_company_with_its_town_and_its_work_in_brackets_is_a_sub_processor(form: Agreement) -> None:
    entries = records_of(form, "subprocessors.list")
    assert [(entry["name"], entry["service"]) for entry in entries] == [
        ("Papierstroom B.V.", "inbinden"),
        ("Koeriersbond B.V.", "bezorging"),
    ]


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (
            "instructions.infringement_warning",
            "nl",
            ("Is een instructie in strijd met de wet? Dan laat Verwerker dat Verwerkingsverantwoordelijke weten.",),
            True,
        ),
        (
            "breach.authority_notifier",
            "nl",
            (
                "Artikel 5. Datalekken",
                "Verwerkingsverantwoordelijke zorgt voor de melding van een datalek aan de Autoriteit Persoonsgegevens.",
            ),
            "controller",
        ),
        (
            "breach.processor_may_notify_authority",
            "nl",
            (
                "Artikel 5. Datalekken",
                "Verwerkingsverantwoordelijke zorgt voor de melding van een datalek aan de Autoriteit Persoonsgegevens. "
                "Verwerker mag dat niet op eigen houtje doen.",
            ),
            False,
        ),
        (
            "breach.register",
            "nl",
            (
                "Artikel 5. Datalekken",
                "Zowel Verwerkingsverantwoordelijke als Verwerker legt ieder datalek vast in een eigen register.",
            ),
            ("controller", "processor"),
        ),
        (
            "breach.costs",
            "nl",
            ("Artikel 5. Datalekken", "Verwerker verhelpt een datalek op eigen kosten."),
            "processor",
        ),
        (
            "breach.early_warning",
            "en",
            ("5. Data breaches", "Information on a personal data breach may be provided by the Processor in phases."),
            True,
        ),
        (
            "subprocessors.processor_liable",
            "nl",
            (
                "Artikel 7. Subverwerkers",
                "Verwerker blijft tegenover Verwerkingsverantwoordelijke volledig aansprakelijk voor de nakoming.",
            ),
            True,
        ),
        (
            "subprocessors.processor_liable",
            "nl",
            (
                "Artikel 7. Diensten",
                "Verwerker blijft tegenover Verwerkingsverantwoordelijke volledig aansprakelijk voor de nakoming.",
            ),
            None,
        ),
        (
            "subprocessors.change_notice",
            "de",
            (
                "§ 6 Unterauftragnehmer",
                "Weitere Unterauftragnehmer darf der Auftragsverarbeiter beauftragen, wenn er dies dem Verantwortlichen "
                "drei Wochen vorab in Textform anzeigt und dieser nicht widerspricht.",
            ),
            True,
        ),
        (
            "security.measures_change",
            "nl",
            ("Artikel 4. Beveiliging", "Partijen kunnen de maatregelen in onderling overleg aanpassen."),
            "mutual",
        ),
        (
            "audit.auditor",
            "nl",
            (
                "Artikel 9. Audit",
                "Verwerkingsverantwoordelijke mag de naleving zelf nagaan (of laten nagaan).",
            ),
            "controller_or_third_party",
        ),
        (
            "end.data",
            "nl",
            (
                "Artikel 10. Einde",
                "Na het einde wist Verwerker de gegevens, tenzij Verwerkingsverantwoordelijke om teruggave verzoekt.",
            ),
            "delete_unless_return_agreed",
        ),
        (
            "end.deadline",
            "nl",
            (
                "Artikel 10. Einde",
                "Uiterlijk zestig dagen na het einde zijn er bij Verwerker geen persoonsgegevens meer aanwezig.",
            ),
            "P60D",
        ),
        (
            "end.costs",
            "nl",
            (
                "Artikel 10. Einde",
                "Na het einde wist Verwerker alle persoonsgegevens. De kosten hiervan zijn in de prijs begrepen.",
            ),
            "processor",
        ),
        (
            "processing.own_purposes",
            "nl",
            (
                "Verwerker gebruikt de gegevens voor de dienst. Een ander gebruik, zoals voor reclame, is niet toegestaan.",
            ),
            False,
        ),
        (
            "processing.own_purposes",
            "de",
            ("Eine Verwendung der Daten für eigene Zwecke des Auftragsverarbeiters findet nicht statt.",),
            False,
        ),
    ],
)
def test_said_in_the_next_sentence_or_by_another_turn(
    key: str, language: str, clauses: tuple[str, ...], value: object
) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Doel van de verwerking: registratie van uren, beheer van accounts",
            ("registratie van uren", "beheer van accounts"),
        ),
        (
            "Doel van de verwerking: registratie van uren, zowel intern als extern",
            ("registratie van uren, zowel intern als extern",),
        ),
    ],
)
def test_purposes_that_each_open_with_a_doing_are_taken_apart(text: str, values: tuple[str, ...]) -> None:
    assert value_of("processing.purposes", "Bijlage 1 Verwerking", text) == values


SIDE_BY_SIDE = """Verwerkersovereenkomst

| | Verwerkingsverantwoordelijke | Verwerker |
|---|---|---|
| Naam | {open} | Uurwerk Zorg B.V. |
| Adres | {open} | Torenallee 12, 5617 BC Eindhoven |
| KvK-nummer | {open} | 62345118 |
| Vertegenwoordiger | {open} | drs. J.P. Smulders, directeur |

Hierna respectievelijk "Zorginstelling" en "Uurwerk".

Uurwerk verwerkt persoonsgegevens uitsluitend in opdracht van Zorginstelling.
"""


@pytest.mark.parametrize("blank", ["____________________", ""])
def test_a_column_that_is_left_open_is_not_filled_in_by_the_one_beside_it(blank: str) -> None:
    read = agreement_of(SIDE_BY_SIDE.format(open=blank), preamble="")
    told = {key: fact.value for key, fact in read.facts.items() if key.startswith(("processor.", "controller."))}
    assert told == {
        "processor.name": "Uurwerk Zorg B.V.",
        "processor.registration": "62345118",
        "processor.street": "Torenallee 12",
        "processor.postcode": "5617 BC",
        "processor.city": "Eindhoven",
        "processor.representative": "J.P. Smulders",
        "processor.representative_role": "directeur",
    }


def test_terms_that_are_given_to_both_parties_at_once_stand_in_the_order_of_their_roles() -> None:
    read = agreement_of(SIDE_BY_SIDE.format(open="____"), preamble="")
    assert read.value("instructions.only_on_instruction") is True
