"""Contacts: in tables with a row or a column for each party, in what is left of such tables, in sentences."""

import pytest

from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.extraction.clauses import DUTCH, ENGLISH, agreement_of, records_of

SIDES = (
    "Bijlage 3 Aanspreekpunten",
    "Onderwerp\tVerwerkingsverantwoordelijke\tVerwerker\n"
    "Inbreuken\tPrivacychef: mevr. A. Berghuis, 050 123 45 67, lek@kade.example\t"
    "B. ter Horst, wachtdienst, storing@rekenhuis.example\n"
    "Contract\tDhr. C. Dam, inkoop@kade.example\tadministratie@rekenhuis.example",
)


def test_each_party_may_have_a_column() -> None:
    found = agreement_of(*SIDES)
    assert records_of(found, "contacts.list") == (
        {
            "party": "controller",
            "purpose": "breach",
            "name": "A. Berghuis",
            "role": "Privacychef",
            "phone": "0501234567",
            "email": "lek@kade.example",
        },
        {
            "party": "processor",
            "purpose": "breach",
            "name": "B. ter Horst",
            "role": "wachtdienst",
            "phone": None,
            "email": "storing@rekenhuis.example",
        },
        {
            "party": "controller",
            "purpose": "contract",
            "name": "C. Dam",
            "role": None,
            "phone": None,
            "email": "inkoop@kade.example",
        },
        {
            "party": "processor",
            "purpose": "contract",
            "name": None,
            "role": None,
            "phone": None,
            "email": "administratie@rekenhuis.example",
        },
    )
    assert found.value("processor.email") == "administratie@rekenhuis.example"


def test_columns_that_lost_their_rules_are_told_apart_by_addresses() -> None:
    found = agreement_of(
        "Annex 2 Contacts",
        "Controller Processor\n"
        "Security breaches Ann Berry, Privacy Lead, +31 20 123 4567, ann@harbour.example "
        "Bob Carr, Officer, bob@counting.example\n"
        "Contract Cas Dey, cas@harbour.example Dot Eel, dot@counting.example",
        preamble=ENGLISH,
    )
    assert [(r["party"], r["purpose"], r["name"], r["role"]) for r in records_of(found, "contacts.list")] == [
        ("controller", "breach", "Ann Berry", "Privacy Lead"),
        ("processor", "breach", "Bob Carr", "Officer"),
        ("controller", "contract", "Cas Dey", None),
        ("processor", "contract", "Dot Eel", None),
    ]


def test_rows_may_begin_with_a_company_s_name() -> None:
    preamble = DUTCH.replace("(hierna: Verwerker)", "(hierna: Rekenhuis of verwerker)")
    found = agreement_of(
        "Artikel 1 Begrippen",
        "1.1 Rekenhuis verwerkt gegevens. Rekenhuis meldt datalekken.",
        "Bijlage 2 Contact",
        "Partij Onderwerp Naam Functie Telefoon E-mail\n"
        "Rekenhuis Melden van inbreuken E. de Wit wachtchef 050 123 45 68 wacht@rekenhuis.example\n"
        "Verwerkingsverantwoordelijke Contract F. Zand inkoper 050 123 45 69 f@kade.example",
        preamble=preamble,
    )
    assert [(r["party"], r["purpose"], r["name"], r["role"]) for r in records_of(found, "contacts.list")] == [
        ("processor", "breach", "E. de Wit", "wachtchef"),
        ("controller", "contract", "F. Zand", "inkoper"),
    ]


def test_a_function_may_stand_in_brackets_behind_a_name() -> None:
    found = agreement_of(
        "Bijlage 2 Contact",
        "Voor\tBij\tNaam\tTelefoon\tE-mail\n"
        "Datalekken\tVerwerker\tGerda Hoek op den Akker (wachtchef)\t050 123 45 70\tg@rekenhuis.example\n"
        "Contract\tVerwerker\tHans Iking\t050 123 45 71\th@rekenhuis.example",
    )
    first = records_of(found, "contacts.list")[0]
    assert (first["name"], first["role"]) == ("Gerda Hoek op den Akker", "wachtchef")


def test_each_sentence_names_a_contact_of_its_own() -> None:
    found = agreement_of(
        "Bijlage 2 Contact",
        "Meld een datalek bij Verwerker via lek@rekenhuis.example. "
        "Voor ondersteuning is er de helpdesk van Verwerker: hulp@rekenhuis.example.",
    )
    assert [(r["purpose"], r["email"]) for r in records_of(found, "contacts.list")] == [
        ("breach", "lek@rekenhuis.example"),
        ("support", "hulp@rekenhuis.example"),
    ]


def test_whom_to_call_when_nobody_answers_is_no_contact_of_its_own() -> None:
    found = agreement_of(
        *SIDES, "Is de privacychef niet bereikbaar, bel dan voor datalekken contact via de receptie: 050 123 45 72."
    )
    assert "0501234572" not in [r["phone"] for r in records_of(found, "contacts.list")]


def test_a_number_without_a_purpose_is_the_processor_s_own() -> None:
    found = agreement_of("Bijlage 2 Gegevens", "Tel. Verwerker: 050-123 45 73 / mail: balie@rekenhuis.example")
    assert found.value("processor.phone") == "0501234573"
    assert found.value("processor.email") == "balie@rekenhuis.example"
    assert found.value("contacts.list") is None


def test_columns_may_be_headed_by_a_party_with_its_article_and_an_empty_corner() -> None:
    page = (
        "<html><body><h1>Verwerkersovereenkomst</h1><p>Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis "
        "Zuid B.V. (hierna: Verwerker) komen overeen.</p><h2>Bijlage 3: Contactgegevens</h2><table>"
        "<tr><th></th><th>De Verwerkingsverantwoordelijke</th><th>Namens Verwerker</th></tr>"
        "<tr><td>Incidenten</td><td>R. Vos, privacy officer, 038-4442209, rv@kade.example</td>"
        "<td>Inkoop, A. Kuil, a.kuil@rekenhuis.example</td></tr></table></body></html>"
    )
    agreement = extract(read_document(page.encode(), name="t.html", limits=Limits()))
    records = records_of(agreement, "contacts.list")
    assert [(r["party"], r["purpose"], r["name"], r["role"]) for r in records] == [
        ("controller", "breach", "R. Vos", "privacy officer"),
        ("processor", "breach", "A. Kuil", "Inkoop"),
    ]
    assert agreement.value("processor.email") == "a.kuil@rekenhuis.example"


@pytest.mark.parametrize("corner", ["", "<td></td>"], ids=["left out", "at the end"])
def test_the_corner_of_such_a_table_may_be_left_out_or_stand_last(corner: str) -> None:
    page = (
        "<html><body><h1>Verwerkersovereenkomst</h1><p>Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis "
        "Zuid B.V. (hierna: Verwerker) komen overeen.</p><h2>Bijlage 3: Contactgegevens</h2><table>"
        f"<tr><td>Verwerkingsverantwoordelijke</td><td>Verwerker</td>{corner}</tr>"
        "<tr><td>Incidenten</td><td>R. Vos, rv@kade.example</td><td>A. Kuil, a.kuil@rekenhuis.example</td></tr>"
        "</table></body></html>"
    )
    agreement = extract(read_document(page.encode(), name="t.html", limits=Limits()))
    records = records_of(agreement, "contacts.list")
    assert [(r["party"], r["name"]) for r in records] == [("controller", "R. Vos"), ("processor", "A. Kuil")]


def test_each_party_may_have_a_column_and_each_thing_said_of_its_contact_a_row() -> None:
    found = agreement_of(
        "Bijlage 3 Contactgegevens bij datalekken",
        "|  | Verwerkingsverantwoordelijke | Verwerker |\n|---|---|---|\n| Naam | D. Dam | C. Kok |\n"
        "| Functie | FG | security officer |\n| E-mail | fg@kade.example | c.kok@rekenhuis.example |\n"
        "| Telefoon | 038-1234567 | [invullen] |",
    )
    assert [tuple(record.values()) for record in records_of(found, "contacts.list")] == [
        ("controller", "breach", "D. Dam", "FG", "0381234567", "fg@kade.example"),
        ("processor", "breach", "C. Kok", "security officer", None, "c.kok@rekenhuis.example"),
    ]
