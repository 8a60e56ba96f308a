"""Transfers outside the region: the rule, the free region, the exceptions (Art. 44-49)."""

import pytest

from core.extraction.clauses import agreement_of, cited, preamble_of, records_of, value_of

RULE, REGION = "transfers.rule", "transfers.region"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (RULE, "nl", "Verwerker verwerkt de gegevens niet buiten de EER.", "not_outside_eea"),
        (
            RULE,
            "nl",
            "De gegevens kunnen buiten de EER worden verwerkt als aan de eisen van de AVG voor doorgifte is voldaan.",
            "with_safeguards",
        ),
        (RULE, "en", "The Processor shall not transfer personal data outside the EEA.", "not_outside_eea"),
        (
            RULE,
            "nl",
            "Verwerker verwerkt de gegevens niet buiten de EER, tenzij Verwerkingsverantwoordelijke toestemming geeft.",
            "with_consent",
        ),
        (
            RULE,
            "en",
            "The Processor transfers personal data outside the EEA only with the prior consent of the Controller.",
            "with_consent",
        ),
        (
            RULE,
            "nl",
            "Doorgifte buiten de EER vindt alleen plaats op basis van een adequaatheidsbesluit.",
            "with_safeguards",
        ),
        (
            RULE,
            "en",
            "Transfers outside the EEA take place only if standard contractual clauses apply.",
            "with_safeguards",
        ),
        (
            RULE,
            "nl",
            "Doorgifte buiten de EER mag alleen met toestemming van Verwerkingsverantwoordelijke en "
            "passende waarborgen.",
            "with_consent",
        ),
        (
            RULE,
            "nl",
            "Doorgifte buiten de EER mag alleen met toestemming van Verwerkingsverantwoordelijke of "
            "bij een adequaatheidsbesluit.",
            "with_safeguards",
        ),
        (RULE, "nl", "Verwerker verwerkt de gegevens in een beveiligde omgeving.", None),
        (REGION, "nl", "Verwerker verwerkt de gegevens uitsluitend binnen Nederland.", "NL"),
        (REGION, "en", "The Processor shall process personal data within the European Union.", "EU"),
        (REGION, "nl", "Verwerker verwerkt de gegevens niet buiten de Europese Economische Ruimte.", "EEA"),
        (
            "transfers.location_on_request",
            "nl",
            "Verwerker meldt op verzoek in welke landen de gegevens worden verwerkt.",
            True,
        ),
        (
            "transfers.location_on_request",
            "en",
            "The Processor shall on request inform the Controller of the locations where data are processed.",
            True,
        ),
    ],
)
def test_transfers(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


def test_a_ban_that_the_next_sentence_opens_is_weighed_with_it() -> None:
    clause = (
        "3.1 Verwerker geeft geen persoonsgegevens door aan landen buiten de EER. "
        "Doorgifte buiten de EER is wel mogelijk na schriftelijke toestemming van Verwerkingsverantwoordelijke."
    )
    assert value_of(RULE, clause) == "with_consent"


def test_a_service_carved_out_is_an_exception_and_a_record() -> None:
    agreement = agreement_of(
        "3.1 Verwerker verwerkt de gegevens niet buiten de EER, tenzij het een wereldwijde "
        "routeplanner betreft, en behoudens "
        "dwingende wettelijke verplichtingen."
    )
    assert agreement.value("transfers.exceptions") == (
        "wereldwijde routeplanner",
        "dwingende wettelijke verplichtingen",
    )
    assert agreement.value("transfers.carve_outs") == (
        {"service": "wereldwijde routeplanner", "region": None, "condition": None},
        {"service": None, "region": None, "condition": "dwingende wettelijke verplichtingen"},
    )


@pytest.mark.parametrize(
    ("language", "clauses", "record"),
    [
        (
            "nl",
            (
                "7. Waar staan de gegevens?",
                "7.1 Verwerker verwerkt geen gegevens buiten de EER.",
                "7.2 Artikel 7.1 geldt niet voor kaarten van Landmeter die Klant zelf plaatst. "
                "Die kunnen overal ter wereld staan.",
            ),
            {
                "service": "kaarten van Landmeter die Klant zelf plaatst",
                "region": "overal ter wereld",
                "condition": None,
            },
        ),
        (
            "en",
            (
                "9. International transfers",
                "9.1 Processor shall not process personal data outside the EEA without safeguards.",
                "9.2 By way of exception, delivery of parcels to addresses outside the EEA "
                "requires data to be sent to the carrier.",
            ),
            {
                "service": "delivery of parcels to addresses outside the EEA",
                "region": "outside the EEA",
                "condition": None,
            },
        ),
        (
            "nl",
            (
                "7. Waar staan de gegevens?",
                "7.1 Verwerker verwerkt geen gegevens buiten de EER.",
                "7.2 Artikel 7.1 geldt niet voor kaarten van Landmeter. De gegevens daarin zijn "
                "niet herleidbaar. De kaarten van Landmeter worden buiten de EER bewaard.",
            ),
            {"service": "kaarten van Landmeter", "region": "buiten de EER", "condition": None},
        ),
        (
            "nl",
            (
                "9. Doorgifte",
                "9.1 Voor verwerking in een land buiten de EER is voorafgaande toestemming van Klant vereist.",
                "9.2 Die toestemming wordt hierbij gegeven voor het herstellen van toestellen in Japan, "
                "zolang daarvoor een adequaatheidsbesluit geldt.",
            ),
            {
                "service": "het herstellen van toestellen",
                "region": "Japan",
                "condition": "zolang daarvoor een adequaatheidsbesluit geldt",
            },
        ),
    ],
)
def test_exceptions_to_the_rule_on_transfers(
    language: str, clauses: tuple[str, ...], record: dict[str, str | None]
) -> None:
    found = agreement_of(*clauses, preamble=preamble_of(language))
    assert records_of(found, "transfers.carve_outs") == (record,)


def test_where_data_stay_alone_tells_more_than_that_instructions_cover_transfers_too() -> None:
    by_law = (
        "1.1 Verwerker verwerkt alleen volgens schriftelijke instructies van Verwerkingsverantwoordelijke, ook waar het gaat "
        "om doorgifte naar een derde land, tenzij een wettelijk voorschrift Verwerker daartoe verplicht."
    )
    inside = "1.2 Verwerker verwerkt de persoonsgegevens alleen binnen de EER."
    assert value_of(RULE, by_law) == "with_consent"
    assert value_of(RULE, by_law, inside) == "not_outside_eea"
    consent = (
        "1.2 Doorgifte naar een derde land mag alleen met voorafgaande toestemming van Verwerkingsverantwoordelijke."
    )
    assert value_of(RULE, by_law, consent) == "with_consent"


def test_the_sentence_before_says_of_what_the_place_is_told() -> None:
    told = "Verwerker geeft op verzoek aan in welke datacentra dat is."
    assert (
        value_of("transfers.location_on_request", f"De persoonsgegevens worden in Nederland opgeslagen. {told}") is True
    )
    assert value_of("transfers.location_on_request", f"Verwerker levert ook apparatuur. {told}") is None
