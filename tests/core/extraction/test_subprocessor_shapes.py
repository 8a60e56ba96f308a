"""The same two sub-processors in the shapes in which short agreements list them."""

import pytest

from core.extraction.clauses import agreement_of

LIST = "subprocessors.list"
HEAD = "Bijlage 2 Subverwerkers"


@pytest.mark.parametrize(
    ("clauses", "seats", "places"),
    [
        ((HEAD, "- Hosting: CloudWerk B.V. (Nederland)\n- E-mail: Mailduif Ltd (Ierland)"), (), ("NL", "IE")),
        ((HEAD, "CloudWerk B.V. – hosting – Nederland", "Mailduif Ltd – e-mail – Ierland"), (), ("NL", "IE")),
        ((HEAD, "- CloudWerk B.V. (Nederland): hosting\n- Mailduif Ltd (Ierland): e-mail"), ("NL", "IE"), ()),
        ((HEAD, "- CloudWerk B.V. (Nederland), hosting\n- Mailduif Ltd (Ierland), e-mail"), ("NL", "IE"), ()),
        (
            (
                "Artikel 5. Subverwerkers",
                "Verwerkingsverantwoordelijke geeft algemene toestemming.",
                "- CloudWerk B.V. (Nederland), hosting\n- Mailduif Ltd, Ierland: e-mail",
            ),
            ("NL", "IE"),
            (),
        ),
        (
            (
                "Artikel 5. Subverwerkers",
                "Verwerker schakelt in: CloudWerk B.V. (Nederland) voor hosting en Mailduif Ltd (Ierland) voor e-mail.",
            ),
            ("NL", "IE"),
            (),
        ),
        ((HEAD, "- CloudWerk B.V. (Emmeloord): hosting\n- Mailduif Ltd (Ierland): e-mail"), (None, "IE"), ()),
        (
            (
                "Bijlage 2",
                "Verwerker maakt gebruik van de volgende subverwerkers: CloudWerk B.V. te Utrecht voor hosting en "
                "Mailduif Ltd (Ierland) voor e-mail.",
            ),
            ("NL", "IE"),
            (),
        ),
        (
            ("Bijlage", "Subverwerkers: CloudWerk B.V. (hosting, Nederland) en Mailduif Ltd (e-mail, Ierland)."),
            (),
            ("NL", "IE"),
        ),
        (
            (
                HEAD,
                "Naam subverwerker: CloudWerk B.V.\nDienst: hosting\nLocatie: Nederland",
                "Naam subverwerker: Mailduif Ltd\nDienst: e-mail\nLocatie: Ierland",
            ),
            (),
            ("NL", "IE"),
        ),
        (
            (
                HEAD,
                "1. CloudWerk B.V.\nDoel: hosting\nVestiging: Utrecht, Nederland\nVerwerking: EU",
                "2. Mailduif Ltd\nDoel: e-mail\nVestiging: Dublin, Ierland\nVerwerking: EU",
            ),
            ("NL", "IE"),
            ("EU", "EU"),
        ),
        (
            (
                "Artikel 2 Subverwerkers",
                "2.1 De volgende subverwerkers zijn goedgekeurd:\na. CloudWerk B.V., gevestigd te Utrecht (hosting);\n"
                "b. Mailduif Ltd, gevestigd in Ierland (e-mail).",
            ),
            ("NL", "IE"),
            (),
        ),
        (
            (
                "Artikel 7 Andere bedrijven die ons helpen",
                "Wij werken met deze subverwerkers.",
                "CloudWerk B.V.\nDoet: hosting\nGevestigd in: Nederland\nVerwerkt in: EU",
                "Mailduif Ltd (Ierland)\nWaarvoor: e-mail\nWaar: EU",
            ),
            ("NL", "IE"),
            ("EU", "EU"),
        ),
        (
            (
                HEAD,
                "Naam           Taak            Plaats\nCloudWerk B.V. hosting         Nederland\n"
                "Mailduif Ltd   e-mail          Ierland",
            ),
            (),
            ("NL", "IE"),
        ),
    ],
)
def test_a_name_what_it_does_and_where(
    clauses: tuple[str, ...], seats: tuple[str, ...], places: tuple[str, ...]
) -> None:
    rows = agreement_of(*clauses).value(LIST)
    assert isinstance(rows, tuple)
    found = [tuple(row.values()) for row in rows if not isinstance(row, str)]
    expected = [
        (name, service, seats[n] if seats else None, (places[n],) if places else None)
        for n, (name, service) in enumerate((("CloudWerk B.V.", "hosting"), ("Mailduif Ltd", "e-mail")))
    ]
    assert [(name, str(service).lower(), *rest) for name, service, *rest in found] == expected


def test_a_service_of_a_company_that_the_label_names_stays_what_it_is() -> None:
    agreement = agreement_of(HEAD, "- CloudWerk B.V.: hosting bij Grondstof B.V. (Nederland)")
    rows = agreement.value(LIST)
    assert isinstance(rows, tuple)
    assert [row["name"] for row in rows if not isinstance(row, str)] == ["CloudWerk B.V."]


def test_a_numbered_company_outside_such_a_list_is_nobody() -> None:
    agreement = agreement_of(
        "Bijlage 3 Contactgegevens", "1. CloudWerk B.V.\nDoel: storingen melden\nVestiging: Utrecht"
    )
    assert not agreement.value(LIST)
