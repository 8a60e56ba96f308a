"""Turns of formal and half-formal Dutch that lean on what stands around them, and shapes that such agreements have."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.text import read_text
from core.extraction.clauses import agreement_of, records_of, value_of

# key, value (None: nothing may be read), the clauses
_ROWS = (
    # What the law excepts, from what the sentence before says.
    ("instructions.legal_exception", True,
     "Verwerker verwerkt de gegevens alleen op instructie. Enige uitzondering is een verplichting "
     "uit Nederlands recht."),
    ("instructions.legal_exception", None,
     "Verwerker houdt de gegevens geheim. Enige uitzondering is een verplichting uit Nederlands recht."),
    # Who holds the account is told for the controller; the sentence after says within what time.
    ("breach.deadline", "PT36H",
     "Ontdekt Verwerker een datalek, dan mailt Verwerker de beheerder van het account. Dat doet "
     "Verwerker binnen 36 uur."),
    ("breach.deadline", None,
     "Ontdekt Verwerker een datalek, dan mailt Verwerker de beheerder van het netwerk. Dat doet "
     "Verwerker binnen 36 uur."),
    ("breach.deadline", "PT48H",
     "Verwerker meldt een datalek aan Verwerkingsverantwoordelijke. Verwerker streeft ernaar dat "
     "binnen 24 uur te doen en doet "
     "het in elk geval binnen 48 uur."),
    # The time that the controller had, and not the time to act.
    ("end.choice_window", "P1M",
     "Artikel 9. Einde",
     "Na afloop kiest Verwerkingsverantwoordelijke tussen teruggave en vernietiging. Hoort Verwerker "
     "binnen een maand niets, dan "
     "wist hij alle gegevens."),
    ("end.deadline", None,
     "Artikel 9. Einde",
     "Na afloop kiest Verwerkingsverantwoordelijke tussen teruggave en vernietiging. Hoort Verwerker "
     "binnen een maand niets, dan "
     "wist hij alle gegevens."),
    # What stands before the verb goes before what stands behind it.
    ("term.precedence", "this_agreement",
     "Wat in deze verwerkersovereenkomst staat, gaat voor op wat in de Hoofdovereenkomst staat."),
    ("term.precedence", "main_agreement",
     "Wat in de Hoofdovereenkomst staat, gaat voor op wat in deze verwerkersovereenkomst staat."),
    # Statistics of one's own, and statistics for the customer.
    ("processing.own_purposes", True,
     "Verwerker maakt statistieken over het gebruik van de dienst om haar product te verbeteren."),
    ("processing.own_purposes", None,
     "Verwerker maakt statistieken over het gebruik van de dienst voor Verwerkingsverantwoordelijke."),
    ("liability.indirect_excluded", None,
     "Schade doordat Verwerkingsverantwoordelijke omzet misloopt, vergoedt Verwerker ook."),
)  # fmt: skip


@pytest.mark.parametrize(("key", "value", "clauses"), [(key, value, clauses) for key, value, *clauses in _ROWS])
def test_what_a_turn_settles(key: str, value: object, clauses: list[str]) -> None:
    assert value_of(key, *clauses) == value


_PARTIES = (
    "Verwerkersovereenkomst\n\nGemeente Kade is verwerkingsverantwoordelijke en Rekenhuis Zuid B.V. is verwerker.\n\n"
)


def _read(text: str) -> Agreement:
    return extract(read_text(text, name="agreement.txt", sha256="0" * 64, extraction="test"))


def test_items_are_stacked_below_their_heads() -> None:
    agreement = _read(
        f"{_PARTIES}Bijlage 1 Omschrijving van de verwerking\n\nDoel\nHet vervoeren van leerlingen\nHet "
        "plannen van routes\n\n"
        "Betrokkenen\nLeerlingen\nOuders en verzorgers\n\nPersoonsgegevens\nNaam en adres\nSchool en schooltijden\n"
    )
    assert agreement.value("processing.purposes") == ("Het vervoeren van leerlingen", "Het plannen van routes")
    assert agreement.value("processing.data_subjects") == ("Leerlingen", "Ouders en verzorgers")
    assert agreement.value("processing.data_categories") == ("Naam en adres", "School en schooltijden")


def test_a_head_alone_stacks_nothing() -> None:
    agreement = _read(f"{_PARTIES}Bijlage 1 Omschrijving\n\nDoel\nDeze bijlage\nDe volgende bijlage\n")
    assert agreement.value("processing.purposes") != ("Deze bijlage", "De volgende bijlage")


def test_small_words_belong_to_a_surname() -> None:
    agreement = _read(
        "Verwerkersovereenkomst Studio Van der Kade\n\nStudio Van der Kade (eenmanszaak van Jo van der "
        "Kade, Dam 9, 1551 AB Westzaan, "
        "KvK 72016648) bouwt websites.\n\nOpdrachtgever is verwerkingsverantwoordelijke, Van der Kade "
        "is verwerker.\n\nVan der Kade "
        "verwerkt de gegevens in opdracht van Opdrachtgever. Van der Kade houdt de gegevens geheim. Van "
        "der Kade neemt maatregelen.\n"
    )
    assert agreement.value("processor.name") == "Studio Van der Kade"
    assert agreement.value("processor.registration") == "72016648"
    assert agreement.value("processor.postcode") == "1551 AB"
    assert agreement.value("confidentiality.duty") is True


def test_a_sentence_strings_sub_processors_together() -> None:
    agreement = agreement_of(
        "Artikel 6. Subverwerkers",
        "De servers staan bij Kustcloud B.V. in Nederland, betalingen lopen via Betaalbrug N.V. in "
        "België en de post gaat de deur uit "
        "met Postduif SAS.",
    )
    found = [(r["name"], r["service"]) for r in records_of(agreement, "subprocessors.list")]
    assert found == [("Kustcloud B.V.", "servers"), ("Betaalbrug N.V.", "betalingen"), ("Postduif SAS", "post")]


def test_what_may_once_be_engaged_is_no_list() -> None:
    agreement = agreement_of(
        "Artikel 6. Subverwerkers",
        "De servers kunnen bij Kustcloud B.V. staan, betalingen lopen bijvoorbeeld via Betaalbrug N.V. in België.",
    )
    assert agreement.value("subprocessors.list") is None


def test_any_article_may_stand_before_a_party() -> None:
    agreement = _read(
        "Verwerkersovereenkomst\n\nHet college van de gemeente Kadestad (hierna: het College) is "
        "verwerkingsverantwoordelijke en Rekenhuis "
        "Zuid B.V. (hierna: Vervoerder) is verwerker.\n\nArtikel 5. Datalekken\n\nZowel het College als "
        "de Vervoerder leggen datalekken vast in "
        "een eigen register.\n\nArtikel 9. Toezicht\n\nHet College mag een audit uitvoeren. De kosten "
        "van de audit zijn voor het College. "
        "Blijkt dat de Vervoerder zijn verplichtingen niet is nagekomen, dan kan het College deze "
        "kosten op hem verhalen.\n"
    )
    assert agreement.value("breach.register") == ("controller", "processor")
    assert agreement.value("audit.costs") == "processor_if_noncompliant"


def test_letters_stand_for_the_main_agreement() -> None:
    clauses = "Artikel 9. Duur\n\nDeze overeenkomst loopt gelijk met de ICD."
    main = (
        "De gemeente en haar dienstverlener werken al jaren samen aan de salarisadministratie van de medewerkers "
        "van de gemeente, aan hun opleiding en aan hun verzuim. "
        "Daartoe geldt de Intercompany Dienstverleningsovereenkomst van 2 januari 2024 (de 'ICD')."
    )
    assert _read(f"{_PARTIES}{main}\n\n{clauses}\n").value("term.lasts") == "main_agreement"
    assert _read(f"{_PARTIES}{clauses}\n").value("term.lasts") is None


def test_a_label_before_a_party_in_a_table_is_no_name() -> None:
    agreement = _read(
        "Verwerkersovereenkomst\n\n"
        "| School(bestuur) | Stichting Kade, Kerkstraat 15, 5961 GC Horst, KvK 12065531 (hierna: het Schoolbestuur) |\n"
        "|---|---|\n"
        "| Leverancier | Rekenhuis Zuid B.V., Dam 2, 5611 ZB Eindhoven, KvK 69044187 (hierna: Rekenhuis) |\n\n"
        "Het Schoolbestuur is de verwerkingsverantwoordelijke, Rekenhuis is de verwerker.\n"
    )
    assert agreement.value("controller.name") == "Stichting Kade"
    assert agreement.value("processor.name") == "Rekenhuis Zuid B.V."


def test_a_cell_holds_who_and_as_what() -> None:
    agreement = _read(
        f"{_PARTIES}Bijlage 3 Contactpersonen\n\n|  | Verwerkingsverantwoordelijke | Verwerker |\n|---|---|---|\n"
        "| Naam | mevrouw L. Hermans, functionaris gegevensbescherming | de heer O. Aydin, security officer |\n"
        "| Telefoon | 077-398 20 10 | 040-720 15 15 |\n| E-mail | fg@kade.example | security@rekenhuis.example |\n"
    )
    found = [(r["party"], r["purpose"], r["name"], r["role"]) for r in records_of(agreement, "contacts.list")]
    assert found == [
        ("controller", "privacy", "L. Hermans", "functionaris gegevensbescherming"),
        ("processor", "security", "O. Aydin", "security officer"),
    ]


def test_what_is_held_back_is_no_return() -> None:
    clauses = (
        "Artikel 10. Einde",
        "Na afloop worden de gegevens vernietigd.",
        "Verwerker mag de afgifte van gegevens opschorten.",
    )
    assert value_of("end.data", *clauses) != "return_then_delete"
