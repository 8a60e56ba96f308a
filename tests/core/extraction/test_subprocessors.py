"""Sub-processors: consent, changes, objection, flow-down, liability and the list of them (Art. 28(2) and (4))."""

import pytest

from core.extraction.clauses import agreement_of, cited, preamble_of, value_of

AUTHORISATION, NOTICE, OBJECTION = (
    "subprocessors.authorisation",
    "subprocessors.change_notice",
    "subprocessors.objection",
)
PERIOD, FLOW, LIABLE = "subprocessors.notice_period", "subprocessors.flow_down", "subprocessors.processor_liable"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (AUTHORISATION, "nl", "Verwerkingsverantwoordelijke geeft algemene toestemming voor subverwerkers.", "general"),
        (
            AUTHORISATION,
            "en",
            "The Controller gives a general written authorisation to engage sub-processors.",
            "general",
        ),
        (
            AUTHORISATION,
            "nl",
            "Verwerker schakelt geen subverwerker in zonder voorafgaande toestemming van Verwerkingsverantwoordelijke.",
            "specific",
        ),
        (
            AUTHORISATION,
            "en",
            "The Processor shall not engage a sub-processor without the prior consent of the Controller.",
            "specific",
        ),
        (AUTHORISATION, "nl", "Verwerker mag voor de uitvoering subverwerkers inschakelen.", "general"),
        (
            AUTHORISATION,
            "en",
            "The Processor engages no other processor without specific or general authorisation.",
            None,
        ),
        (AUTHORISATION, "nl", "Verwerker verstrekt zonder toestemming geen gegevens aan derden.", None),
        (NOTICE, "nl", "Verwerker informeert Verwerkingsverantwoordelijke over iedere nieuwe subverwerker.", True),
        (NOTICE, "en", "The Processor shall inform the Controller of any new sub-processor.", True),
        (NOTICE, "nl", "De subverwerkers staan in bijlage 2.", None),
        (OBJECTION, "nl", "Verwerkingsverantwoordelijke kan bezwaar maken tegen een subverwerker.", True),
        (OBJECTION, "en", "The Controller may object to the appointment of a sub-processor.", True),
        (OBJECTION, "nl", "Verwerkingsverantwoordelijke kan geen bezwaar maken tegen een subverwerker.", False),
        (OBJECTION, "nl", "Een betrokkene heeft het recht van bezwaar.", None),
        (
            PERIOD,
            "nl",
            "Verwerker meldt een nieuwe subverwerker 21 dagen van tevoren aan Verwerkingsverantwoordelijke.",
            "P21D",
        ),
        (PERIOD, "en", "The Processor shall notify the Controller 45 days before it adds a sub-processor.", "P45D"),
        (FLOW, "nl", "Verwerker legt iedere subverwerker dezelfde verplichtingen op.", True),
        (
            FLOW,
            "en",
            "The Processor binds each sub-processor to obligations no less strict than its own obligations.",
            True,
        ),
        (FLOW, "nl", "De subverwerker is gevestigd in Assen.", None),
        (LIABLE, "nl", "Verwerker is aansprakelijk voor het handelen van zijn subverwerkers.", True),
        (LIABLE, "en", "The Processor remains liable for the acts of its sub-processors.", True),
        (LIABLE, "nl", "Verwerker is niet aansprakelijk voor fouten van een subverwerker.", False),
        (
            "subprocessors.contracts_inspectable",
            "nl",
            "Verwerkingsverantwoordelijke krijgt op verzoek een afschrift van het contract met een subverwerker.",
            True,
        ),
    ],
)
def test_sub_processors(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


def test_an_objection_s_window_stands_in_only_where_no_notice_has_a_period() -> None:
    window = "Verwerkingsverantwoordelijke kan binnen 9 dagen bezwaar maken tegen een nieuwe subverwerker."
    notice = "Verwerker meldt een nieuwe subverwerker 21 dagen van tevoren aan Verwerkingsverantwoordelijke."
    assert value_of(PERIOD, window) == "P9D"
    assert value_of(PERIOD, window, notice) == "P21D"


LIST = "subprocessors.list"


def test_a_table_lists_sub_processors_with_their_countries() -> None:
    agreement = agreement_of(
        "Bijlage 1: Subverwerkers",
        "| Subverwerker | Dienst | Vestigingsland | Locatie van verwerking |\n|---|---|---|---|\n"
        "| Wolkenhuis B.V. | Hosting | Nederland | Nederland en Duitsland |\n| Postduif Inc. | E-mail | VS | EU |",
    )
    assert agreement.value(LIST) == (
        {"name": "Wolkenhuis B.V.", "service": "Hosting", "established_in": "NL", "processing_in": ("NL", "DE")},
        {"name": "Postduif Inc.", "service": "E-mail", "established_in": "US", "processing_in": ("EU",)},
    )
    assert "Wolkenhuis" in agreement.facts[LIST].citations[0].text


def test_items_list_sub_processors() -> None:
    agreement = agreement_of(
        "4.1 Verwerker maakt gebruik van de volgende subverwerkers:",
        "- Wolkenhuis B.V.: hosting (Nederland);",
        "- Postduif Inc.: e-mail (VS).",
    )
    assert agreement.value(LIST) == (
        {"name": "Wolkenhuis B.V.", "service": "hosting", "established_in": None, "processing_in": ("NL",)},
        {"name": "Postduif Inc.", "service": "e-mail", "established_in": None, "processing_in": ("US",)},
    )


def test_labelled_blocks_list_sub_processors() -> None:
    agreement = agreement_of(
        "Bijlage 1: Subverwerkers",
        "Naam: Wolkenhuis B.V.",
        "Dienst: Hosting",
        "Verwerkingsland: Duitsland",
        "Vestigingsland: Nederland",
    )
    assert agreement.value(LIST) == (
        {"name": "Wolkenhuis B.V.", "service": "Hosting", "established_in": "NL", "processing_in": ("DE",)},
    )


def test_a_table_of_other_things_lists_no_sub_processors() -> None:
    assert value_of(LIST, "Contactpersonen", "| Naam | Functie |\n|---|---|\n| J. Jansen | Directeur |") is None


TOLD_AND_OBJECTED = (
    "The Processor gives at least 30 days' written notice before adding or replacing a sub-processor.",
    "The Controller may object within 15 days of the notice.",
)


@pytest.mark.parametrize(
    ("besides", "value"),
    [
        ("The Controller agrees to the sub-processors in Schedule 3.", "general"),
        ("The Processor will not inform any third party of a breach without the Controller's consent.", "general"),
        ("The Processor engages no sub-processor without the prior written consent of the Controller.", "specific"),
    ],
)
def test_who_is_told_of_changes_and_may_object_has_consented_in_general(besides: str, value: str) -> None:
    agreement = agreement_of("4. Sub-processors", *TOLD_AND_OBJECTED, besides, preamble=preamble_of("en"))
    assert agreement.value(AUTHORISATION) == value
