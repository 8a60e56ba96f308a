"""Data, people, purposes and sub-processors wherever agreements list them: under asking heads, in sentences, in tables."""

import pytest

from core.extraction.clauses import agreement_of, preamble_of, records_of, value_of

DATA, PEOPLE, PURPOSES = "processing.data_categories", "processing.data_subjects", "processing.purposes"


@pytest.mark.parametrize(
    ("key", "clauses", "value"),
    [
        (
            PEOPLE,
            ("Bijlage 1 Gegevens", "Van wie?\n\n- huurders\n- buren van huurders"),
            ("huurders", "buren van huurders"),
        ),
        (
            PURPOSES,
            ("Bijlage 1 Gegevens", "Waarvoor\n\n- huur innen\n- klachten afhandelen"),
            ("huur innen", "klachten afhandelen"),
        ),
        (
            DATA,
            (
                "Bijlage 1 Gegevens",
                "Welke gegevens\n\n- namen en adressen\n- plaats van het toestel, alleen na diefstal",
            ),
            ("namen en adressen", "plaats van het toestel, alleen na diefstal"),
        ),
        (
            PEOPLE,
            (
                "Artikel 2 Onderwerp",
                "1. Verwerker verwerkt gegevens van de volgende groepen mensen: huurders, kopers en hun gezinsleden.",
            ),
            ("huurders", "kopers", "hun gezinsleden"),
        ),
        (
            DATA,
            ("Artikel 2 Onderwerp", "2. Het betreft naam, huisadres, geboortedatum en bankrekeningnummer."),
            ("naam", "huisadres", "geboortedatum", "bankrekeningnummer"),
        ),
        (DATA, ("Artikel 2 Onderwerp", "2. Het betreft kosten, duur, plaats en aard van het werk."), None),
        (
            PEOPLE,
            (
                "Artikel 3 Betrokkenen en gegevens",
                "De verwerking betreft de gegevens zoals omschreven in Bijlage A, "
                "waaronder gegevens van huurders, kopers en bezoekers.",
            ),
            ("huurders", "kopers", "bezoekers"),
        ),
        (
            PURPOSES,
            (
                "Artikel 2 Onderwerp",
                "3. De verwerking dient de volgende doelen: (i) het innen van huur; en (ii) het plannen van onderhoud.",
            ),
            ("het innen van huur", "het plannen van onderhoud"),
        ),
        (
            PURPOSES,
            (
                "Artikel 2 Onderwerp",
                "Verwerker verwerkt de gegevens om de app te laten werken: "
                "het opslaan van foto's, het sturen van post en het maken van kopieën.",
            ),
            ("het opslaan van foto's", "het sturen van post", "het maken van kopieën"),
        ),
    ],
)
def test_lists_are_found_by_how_they_are_announced(key: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses) == value


TABLE = (
    "Bijlage 1 Overzicht en contact",
    "Dienst\tSoort gegevens\tBetrokkenen\tWaarvoor\tBewaren tot\tLeverancier\n"
    "☐ Postbus\tnaam, huisadres, onderwerp en inhoud van post\thuurders\tbezorgen van post\t1 jaar\tBriefkaart Oost B.V.\n"
    "☐ Kluis\tkopie van sleutels\thuurders en buren\tbewaren van sleutels\teinde huur\tSafe Noord AB (Zweden)\n"
    "☐ [DIENST]\t[GEGEVENS]\t[BETROKKENEN]\t[DOEL]\t[TERMIJN]\t[LEVERANCIER]",
)


def test_a_table_whose_cells_are_divided_by_tabs_is_a_table() -> None:
    found = agreement_of(*TABLE)
    assert found.value("processing.services") == ("☐ Postbus", "☐ Kluis") or found.value("processing.services") == (
        "Postbus",
        "Kluis",
    )
    assert found.value(PEOPLE) == ("huurders", "huurders en buren")
    assert found.value(DATA) == ("naam", "huisadres", "onderwerp en inhoud van post", "kopie van sleutels")
    assert records_of(found, "processing.activities")[1] == {
        "service": "Kluis",
        "data": "kopie van sleutels",
        "purpose": "bewaren van sleutels",
        "data_subjects": "huurders en buren",
        "retention": "einde huur",
        "sub_processor": "Safe Noord AB (Zweden)",
    }
    assert len(records_of(found, "processing.activities")) == 2


def test_the_suppliers_in_a_table_of_processing_are_its_sub_processors() -> None:
    assert [
        (r["name"], r["service"], r["established_in"]) for r in records_of(agreement_of(*TABLE), "subprocessors.list")
    ] == [
        ("Briefkaart Oost B.V.", "Postbus", None),
        ("Safe Noord AB", "Kluis", "SE"),
    ]


def test_a_list_of_sub_processors_outranks_what_a_table_of_processing_names() -> None:
    found = agreement_of(
        *TABLE,
        "Bijlage 2 Leveranciers",
        "Bedrijf\tWat doet het?\tGevestigd in\tVerwerkt in\n"
        "Briefkaart Oost B.V.\tbezorging\tNederland\tNederland en België\n"
        "(nog te kiezen)\tdrukwerk\t\t",
    )
    assert records_of(found, "subprocessors.list") == (
        {"name": "Briefkaart Oost B.V.", "service": "bezorging", "established_in": "NL", "processing_in": ("NL", "BE")},
    )


def test_a_table_of_contacts_lists_no_purposes() -> None:
    clauses = (
        "Annex 1 Details and contacts",
        "Party\tPurpose\tName\tE-mail\n"
        "Controller\tbreaches\tA. Northwood\ta@harbour.example\nProcessor\tinvoices\tB. Southey\tb@house.example",
    )
    assert value_of(PURPOSES, *clauses, preamble=preamble_of("en")) is None


def test_other_parties_named_in_passing_are_sub_processors() -> None:
    found = agreement_of(
        "Artikel 6 Anderen",
        "6.1 Verwerker mag andere bedrijven gebruiken. Op dit moment zijn dat: "
        "Molenhost (opslag), <naam> en Duifmail (post).",
    )
    assert [(r["name"], r["service"]) for r in records_of(found, "subprocessors.list")] == [
        ("Molenhost", "opslag"),
        ("Duifmail", "post"),
    ]


def test_the_numbers_of_rows_are_no_categories() -> None:
    clauses = (
        "Annex 1 Processing",
        "3. Categories of personal data",
        "No.\tCategory\tExamples\tRetention\n1\tTenancy data\trent, deposit\t2 years\n2\tContact data\taddress\t1 year",
    )
    assert value_of(DATA, *clauses, preamble=preamble_of("en")) == ("Tenancy data", "Contact data")


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        ("processing.special_categories", "nl", "De gegevens omvatten ook medische gegevens van huurders.", "listed"),
        ("processing.own_purposes", "nl", "Verwerker mag de gegevens niet voor zichzelf gebruiken.", False),
        (
            "processing.own_purposes",
            "nl",
            "Het is Verwerker verboden de gegevens te gebruiken voor eigen doeleinden.",
            False,
        ),
        (
            "processing.own_purposes",
            "en",
            "The Processor shall not use personal data for any purpose of its own.",
            False,
        ),
        (
            "processing.own_purposes",
            "en",
            "The Processor shall not use personal data for purposes of its own, save that it may make benchmarks of them.",
            True,
        ),
        (
            "processing.services",
            "en",
            "WHEREAS:\n\n(A) Processor provides bulk storage, parcel tracking and address cleaning to Controller;",
            ("bulk storage", "parcel tracking", "address cleaning"),
        ),
    ],
)
def test_the_bounds_of_processing(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_a_version_may_stand_in_the_page_footer_alone() -> None:
    page = "Verwerkersovereenkomst\n\nHuis B.V. (hierna: Verwerker)\n\nVersie 2.7 - mei 2020   Pagina {0} van 2\n"
    found = agreement_of(
        page.format(1) + "\f" + "Artikel 1 Begrippen\n\nVersie 2.7 - mei 2020   Pagina 2 van 2", preamble=""
    )
    assert found.value("document.version") == "2.7"
    assert found.facts["document.version"].citations[0].text == "Versie 2.7"


@pytest.mark.parametrize(
    ("line", "version"),
    [("Uitgave 2020-C, vanaf 1 mei 2020. Afwijken mag niet zonder dat onze directie daar eerst mee instemt.", "2020-C"),
     ("Model HH-VWO, versie 4.1 (mei 2020). Afwijken mag niet zonder dat onze directie daar eerst mee instemt.", "4.1"),
     ("Model 2020-C", "2020-C")],
)  # fmt: skip
def test_a_version_may_open_a_sentence_at_the_head(line: str, version: str) -> None:
    assert (
        value_of("document.version", "Artikel 1 Begrippen", preamble=f"Verwerkersovereenkomst\n\n{line}\n\n") == version
    )


def test_a_sole_trader_and_a_municipality_are_parties() -> None:
    preamble = (
        "Verwerkersovereenkomst\n\nDe gemeente Veenwolde, gevestigd aan de Brink 2, 9999 XX Veenwolde, "
        "hierna: de Gemeente\n\nen\n\n"
        "Zandweb, eenmanszaak van K. Duinstra, Zandpad 7-c, Veenwolde, KvK 99000001, hierna: Verwerker\n\n"
    )
    found = agreement_of(
        "Verwerker helpt de Gemeente en volgt de Gemeente. Voor de Gemeente geldt de AVG; de Gemeente is "
        "verwerkingsverantwoordelijke.",
        preamble=preamble,
    )
    assert found.value("controller.name") == "gemeente Veenwolde"
    assert found.value("processor.representative") == "K. Duinstra"
    assert (found.value("processor.street"), found.value("processor.city")) == ("Zandpad 7-c", "Veenwolde")


def test_two_parties_may_share_a_paragraph() -> None:
    preamble = (
        "Verwerkersovereenkomst\n\nDe partijen\n\nHuishulp Zuid B.V., Laan 3, 1234 AB Diem, KvK 99000002. "
        "In deze overeenkomst: Huishulp of verwerker. Stichting Woonrecht, Plein 4, 1234 AC Diem."
        " In deze overeenkomst: Woonrecht of verwerkingsverantwoordelijke.\n\n"
    )
    found = agreement_of("1. Huishulp verwerkt gegevens voor Woonrecht.", preamble=preamble)
    assert found.value("processor.name") == "Huishulp Zuid B.V."
    assert found.value("controller.name") == "Stichting Woonrecht"


def test_tabs_between_the_words_of_nearly_every_line_make_no_table() -> None:
    lines = (
        "Betrokkenen zijn huurders",
        "Dienst voor de huurders",
        "Verwerker helpt Klant daarbij",
        "Overige zaken staan niet vast",
    )
    found = agreement_of("\n".join(line.replace(" ", "\t") for line in lines), preamble="")
    assert not any(line.block.cells for line in found.reading.lines)


@pytest.mark.parametrize(
    ("clauses", "value"),
    [
        (
            ("Verwerker verwerkt gegevens van huurders enkel in het kader van: (a) het innen van huur; (b) klachten.",),
            ("het innen van huur", "klachten"),
        ),
        (
            ("Artikel 2 Doel", "1. Verwerker verwerkt gegevens voor Klant en deelt deze niet."),
            None,
        ),
    ],
)
def test_what_data_are_processed_for_stands_behind_the_verb(clauses: tuple[str, ...], value: object) -> None:
    assert value_of(PURPOSES, *clauses) == value


def test_a_row_of_a_table_promises_nothing() -> None:
    found = agreement_of(
        "Bijlage 2 Datalekken en betrokkenen",
        "Onderwerp | Afspraak\nUpdates bij een inbreuk | wekelijks\nKosten | tegen uurtarief",
    )
    assert found.value("breach.follow_up") is None
    assert found.value("requests.costs") is None


def test_a_table_of_many_services_names_one_in_each_row_and_its_bullets_are_those_of_a_font_of_symbols() -> None:
    annex = (
        "| Product | Persoonsgegevens die verwerkt worden zijn onder andere: Softwarematig: "
        "| Dit betreffen persoonsgegevens van: |\n"
        "|---|---|---|\n"
        "| Kassa Op Locatie | namen; adressen | \uf0b7 Kassiers \uf0b7 Klanten, ook oude |\n"
        "| Rooster | werktijden | \uf0b7 Medewerkers |\n"
        "| Loket | vragen; antwoorden | \uf0b7 Klanten, ook oude |"
    )
    agreement = agreement_of("Bijlage 1 Verwerkingen", annex)
    assert agreement.value("processing.services") == ("Kassa Op Locatie", "Rooster", "Loket")
    assert agreement.value(DATA) == ("namen", "adressen", "werktijden", "vragen", "antwoorden")
    assert agreement.value(PEOPLE) == ("Kassiers", "Klanten, ook oude", "Medewerkers")


def test_a_numbered_annex_within_a_document_that_is_an_annex_is_no_annex_of_it() -> None:
    text = "Bijlage\n\nBijlage 3:\n\n- Voor Rooster is een subverwerker toegevoegd."
    annexes = value_of("document.annexes", text)
    assert annexes is None or (isinstance(annexes, tuple) and "Bijlage 3:" not in annexes)
