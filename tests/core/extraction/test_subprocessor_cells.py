"""A table of sub-processors that lost its shape: heads line by line, then a cell a line."""

from core.extraction.clauses import ENGLISH, agreement_of

LIST = "subprocessors.list"
HEADS = ("Subverwerker", "Dienst", "Datalocatie en doorgifte", "Contract/grondslag")


def test_rows_are_as_long_as_the_heads_though_no_head_ends_them() -> None:
    agreement = agreement_of(
        "Bijlage B Subverwerkers",
        *HEADS,
        *(
            "Wolkenwerk B.V.",
            "Opslag van documenten",
            "EU, datacentrum in Ierland",
            "Overeenkomst van 3 maart 2025",
        ),
        *("Postduif Inc. / Postduif Europe Ltd.", "Verzending van e-mail", "Verenigde Staten", "Modelcontract"),
        *("Klerk AI", "Herkennen van tekst", "Doorgifte volgens de voorwaarden", "[invullen]"),
        "Geen subverwerker is Kassahuis B.V., waarmee Verantwoordelijke zelf een overeenkomst heeft en dat alleen bij "
        "storingen wordt gebeld.",
    )
    assert agreement.value(LIST) == (
        {
            "name": "Wolkenwerk B.V.",
            "service": "Opslag van documenten",
            "established_in": None,
            "processing_in": ("IE",),
        },
        {
            "name": "Postduif Inc. / Postduif Europe Ltd.",
            "service": "Verzending van e-mail",
            "established_in": None,
            "processing_in": ("US",),
        },
        {"name": "Klerk AI", "service": "Herkennen van tekst", "established_in": None, "processing_in": None},
    )
    assert [citation.text.split("\n")[0] for citation in agreement.facts[LIST].citations] == [
        "Wolkenwerk B.V.",
        "Postduif Inc. / Postduif Europe Ltd.",
        "Klerk AI",
    ]


def test_two_columns_are_told_by_the_names_of_companies() -> None:
    agreement = agreement_of(
        "Annex 2: Sub-processors",
        *("Sub-processor", "Service"),
        *("Cloudwork Ltd", "Hosting"),
        *("Pigeon Mail Inc.", "E-mail"),
        preamble=ENGLISH,
    )
    assert [(row["name"], row["service"]) for row in agreement.value(LIST)] == [  # type: ignore[index,union-attr]
        ("Cloudwork Ltd", "Hosting"),
        ("Pigeon Mail Inc.", "E-mail"),
    ]


def test_short_lines_in_which_no_number_of_columns_makes_sense_list_nobody() -> None:
    agreement = agreement_of(
        "Bijlage B Subverwerkers",
        *HEADS,
        "Nog op te vragen",
        "Zie de website",
        "Aanvraag loopt",
        "Volgt in maart",
        "Nog te tekenen",
        "Nader in te vullen",
        "Vraag staat uit",
        "Antwoord volgt",
    )
    assert not agreement.value(LIST)


def test_a_heading_on_sub_processors_above_short_paragraphs_is_no_table() -> None:
    agreement = agreement_of(
        "Artikel 6 Subverwerkers",
        "Subverwerkers",
        "Doel en land",
        "Inschakeling vraagt toestemming",
        "Nederland is het recht dat geldt",
        "Bezwaar binnen een maand",
        "Belgische klanten ook",
    )
    assert not agreement.value(LIST)
