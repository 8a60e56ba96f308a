"""What tables told by blanks, feet of pages, cells for two parties and sentences with two exceptions say."""

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.markup.html import read_html
from art28.reading.markup.markdown import read_markdown
from core.extraction.clauses import agreement_of, records_of, value_of

ANNEX = """Bijlage 1   Verwerkingen

Onderwerp           Loonverwerking
Betrokkenen         Werknemers
                    Oud-werknemers
Persoonsgegevens    Naam en adres
                    Burgerservicenummer
                    Bankrekening
Doel                Het berekenen van
                    het loon

Subverwerkers

Naam                KvK-nummer    Werkzaamheden     Locatie
Kade Opslag B.V.    12345678      opslag            Nederland
Brugpost GmbH       -             e-mail            Duitsland
"""


def test_each_line_of_a_cell_that_begins_anew_is_an_item() -> None:
    found = agreement_of(ANNEX)
    assert found.value("processing.data_subjects") == ("Werknemers", "Oud-werknemers")
    assert found.value("processing.data_categories") == ("Naam en adres", "Burgerservicenummer", "Bankrekening")


def test_lines_of_a_cell_that_go_on_in_each_other_are_one_item() -> None:
    assert value_of("processing.purposes", ANNEX) == ("Het berekenen van het loon",)


def test_sub_processors_stand_in_a_table_told_by_blanks() -> None:
    assert [
        (record["name"], record["processing_in"]) for record in records_of(agreement_of(ANNEX), "subprocessors.list")
    ] == [
        ("Kade Opslag B.V.", ("NL",)),
        ("Brugpost GmbH", ("DE",)),
    ]


def test_an_annex_may_say_to_which_agreement_it_is_annexed() -> None:
    found = agreement_of(
        "Bijlage 1 bij de verwerkersovereenkomst: Overzicht",
        "Doel van de verwerking",
        "- verzuim bijhouden\n- loon berekenen",
    )
    assert found.value("document.annexes") == ("Bijlage 1 bij de verwerkersovereenkomst: Overzicht",)


def test_a_sentence_on_an_annex_to_the_agreement_opens_none() -> None:
    assert value_of("document.annexes", "Bijlage 1 bij de verwerkersovereenkomst bevat de verwerkingen.") is None


def test_a_cell_may_name_the_contacts_of_both_parties() -> None:
    found = agreement_of(
        "Bijlage 2 Contact",
        "| Onderwerp | Gegevens |\n|---|---|\n| Contact datalekken | Verwerkingsverantwoordelijke: mevrouw A. Vos, "
        "privacy officer, 010-1234567, a.vos@kade.example / Verwerker: dhr. B. Mol, 020-7654321, b.mol@rekenhuis.example |",
    )
    assert [
        (one["party"], one["purpose"], one["name"], one["email"]) for one in records_of(found, "contacts.list")
    ] == [
        ("controller", "breach", "A. Vos", "a.vos@kade.example"),
        ("processor", "breach", "B. Mol", "b.mol@rekenhuis.example"),
    ]


def test_an_officer_of_a_party_is_no_second_contact() -> None:
    found = agreement_of(
        "Bijlage 2 Contact",
        "Contactpersoon voor datalekken van de Verwerker: A. Vos, 010-1234567, a.vos@rekenhuis.example.",
    )
    assert [(one["party"], one["name"]) for one in records_of(found, "contacts.list")] == [("processor", "A. Vos")]


def test_a_sentence_may_carve_out_two_services() -> None:
    found = agreement_of(
        "Artikel 7. Doorgifte",
        "7.1 Verwerker geeft geen persoonsgegevens door buiten de EER zonder toestemming van Verwerkingsverantwoordelijke.",
        "7.2 Het voorgaande geldt niet voor de registratie van domeinnamen en evenmin voor de kaartdienst.",
    )
    assert found.value("transfers.exceptions") == ("de registratie van domeinnamen", "de kaartdienst")


def test_what_else_does_not_apply_carves_out_nothing() -> None:
    found = agreement_of(
        "Artikel 7. Doorgifte",
        "7.1 Verwerker geeft geen persoonsgegevens door buiten de EER zonder toestemming van Verwerkingsverantwoordelijke.",
        "Artikel 8. Geheimhouding",
        "8.1 Verwerker houdt de persoonsgegevens geheim. Het voorgaande geldt niet voor gegevens die openbaar zijn.",
    )
    assert found.value("transfers.exceptions") is None


FOOT = (
    "<footer><p>Kustwal Hosting B.V.<br>Zeedijk 9<br>4331 AB Middelburg</p>"
    "<p>KvK 22012345 | info@kustwal.example</p><a href='/x'>Cookies</a></footer>"
)
TERMS = (
    "<h1>Verwerkersovereenkomst</h1><p>Bij het bestellen gaat u akkoord met deze afspraken. U bent "
    "verwerkingsverantwoordelijke, wij zijn uw verwerker.</p>"
    + "<p>Wij verwerken uw gegevens alleen in uw opdracht. Wij houden ze geheim en beveiligen ze voor u.</p>"
    * 4
)


def _page(foot: str) -> Agreement:
    body = f"<html lang='nl'><body><main>{TERMS}</main>{foot}</body></html>"
    return extract(read_html(body, name="x.html", sha256="0" * 64, limits=Limits()))


def test_the_foot_of_a_page_says_who_speaks_on_it() -> None:
    found = _page(FOOT)
    told = ("name", "street", "postcode", "city", "registration", "email")
    assert [found.value(f"processor.{field}") for field in told] == [
        "Kustwal Hosting B.V.",
        "Zeedijk 9",
        "4331 AB",
        "Middelburg",
        "22012345",
        "info@kustwal.example",
    ]
    assert [citation.text for citation in found.facts["processor.name"].citations] == ["Kustwal Hosting B.V."]


def test_the_last_lines_of_a_text_do_so_too() -> None:
    marked = (
        "# Verwerkersovereenkomst\n\nU bent verwerkingsverantwoordelijke, wij zijn uw verwerker.\n\n## Opdracht\n\n"
        "Wij verwerken uw gegevens alleen in uw opdracht.\n\n## Geheim\n\nWij houden ze geheim.\n\n"
    )
    text = f"{marked}**Kustwal Hosting B.V.**\nZeedijk 9\n4331 AB Middelburg\n\nKvK 22012345\n"
    found = extract(read_markdown(text, name="x.md", sha256="0" * 64, extraction="markdown/1"))
    assert [found.value(f"processor.{field}") for field in ("name", "city")] == ["Kustwal Hosting B.V.", "Middelburg"]


def test_a_foot_without_an_address_says_nothing() -> None:
    assert _page("<footer>© 2026 Kustwal Hosting B.V.</footer>").value("processor.name") is None


def test_a_term_before_its_role_in_brackets_is_the_name_of_that_party() -> None:
    found = agreement_of(
        "| Bureau (Verwerker) | Rekenhuis Zuid B.V. |\n| Relatie (Verwerkingsverantwoordelijke) | Kade Noord B.V. |",
        "Bureau verwerkt de persoonsgegevens uitsluitend op schriftelijke instructie van Relatie.",
        preamble="# Verwerkersovereenkomst\n\n",
    )
    assert found.value("instructions.only_on_instruction") is True


def test_a_label_with_nothing_behind_it_says_nothing() -> None:
    found = agreement_of(
        "Sub-verwerkers:",
        "Verwerker verwerkt de persoonsgegevens uitsluitend op schriftelijke instructie.",
        preamble="Hierna ook: Verwerker\n\n",
    )
    assert found.value("subprocessors.list") is None
    assert found.reading.original(3, 3) == ""
    assert found.reading.citations(3, 3) == ()
