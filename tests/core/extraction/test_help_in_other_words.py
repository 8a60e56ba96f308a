"""Instructions, secrecy, requests and assistance in the many wordings of real paper, in four languages."""

import pytest

from core.extraction.clauses import agreement_of, preamble_of, value_of

ONLY, EXCEPTION, WARNING = (
    "instructions.only_on_instruction",
    "instructions.legal_exception",
    "instructions.infringement_warning",
)
DUTY, STAFF, SCREENING = (
    "confidentiality.duty",
    "confidentiality.staff_bound",
    "confidentiality.screening_interval",
)
HANDLING, ASSIST, DEADLINE, COSTS = "requests.handling", "requests.assist", "requests.deadline", "requests.costs"
DPIA, CONSULTATION, HELP_COSTS = "assistance.dpia", "assistance.prior_consultation", "assistance.costs"
NL, EN, DE, FR = "nl", "en", "de", "fr"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        # instructions
        (ONLY, NL, "Verwerker gebruikt de gegevens alleen om te doen wat Klant hem heeft gevraagd.", True),
        (ONLY, NL, "Verwerker verbindt zich om in opdracht van Klant persoonsgegevens te verwerken.", True),
        (ONLY, FR, "Le Sous-traitant n'agit que sur instruction du Responsable de traitement.", True),
        (ONLY, NL, "Klant geeft alleen opdracht tot verwerking als de wet dat toelaat.", None),
        (EXCEPTION, NL, "Het vorige lid lijdt uitzondering indien een wettelijke bepaling Verwerker tot "
         "verwerking verplicht.", True),
        (EXCEPTION, DE, "Zwingende gesetzliche Pflichten zur Verarbeitung bleiben unberührt.", True),
        (EXCEPTION, EN, "If the law obliges the Processor to process the data otherwise, it may do so to "
         "that extent only.", True),
        (EXCEPTION, NL, "Slechts wanneer de wet hem daartoe verplicht bewaart Verwerker de gegevens langer.", None),
        (WARNING, NL, "Acht Verwerker een aanwijzing onverenigbaar met de wet, dan bericht hij Klant daarvan.", True),
        (WARNING, NL, "Meent Verwerker dat een opdracht indruist tegen de AVG, dan deelt hij dat Klant mee.", True),
        (WARNING, DE, "Hält der Auftragsverarbeiter eine Weisung für unvereinbar mit dem Recht, "
         "informiert er den Verantwortlichen.", True),
        # secrecy
        (DUTY, DE, "Der Auftragsverarbeiter wahrt über die Daten Stillschweigen.", True),
        (DUTY, EN, "The Processor keeps the personal data secret.", True),
        (DUTY, FR, "Le Sous-traitant garantit la confidentialité des données.", True),
        (DUTY, NL, "Verwerker en al zijn medewerkers zijn verplicht tot geheimhouding van de gegevens.", True),
        (DUTY, NL, "Klant houdt de tarieven van Verwerker geheim.", None),
        (STAFF, NL, "Consultants en helpdeskmedewerkers tekenen een geheimhoudingsverklaring.", True),
        (STAFF, NL, "Een ieder die onder het gezag van Verwerker handelt, is verplicht tot geheimhouding.", True),
        (STAFF, FR, "Le Sous-traitant est tenu au secret et y astreint son personnel.", True),
        (STAFF, EN, "Access is given only to those who have signed an undertaking of secrecy.", True),
        (SCREENING, NL, "Elke medewerker legt een VOG over, die om de vier jaar wordt ververst.", "P4Y"),
        (SCREENING, EN, "A basic disclosure check is obtained for each operative and renewed every three years.", "P3Y"),
        (SCREENING, NL, "Elke medewerker legt een VOG over die niet ouder is dan vier jaar.", None),
        # requests
        (HANDLING, EN, "Requests under articles 15 to 22 are sent on to the Controller within three days.", "forward"),
        (HANDLING, NL, "Vraagt een werknemer Verwerker om inzage of verbetering, dan stuurt Verwerker "
         "dat aan Klant door.", "forward"),
        (HANDLING, NL, "Verwerker stuurt een verzoek van de toezichthouder om inzage door aan Klant.", None),
        (ASSIST, DE, "Der Auftragsverarbeiter unterstützt den Verantwortlichen bei der Beantwortung von "
         "Auskunftsersuchen.", True),
        (DEADLINE, DE, "Der Auftragsverarbeiter unterstützt den Verantwortlichen bei der Beantwortung von Auskunftsersuchen "
         "binnen fünf Arbeitstagen.", "P5D"),
        (COSTS, DE, "Der Auftragsverarbeiter unterstützt bei Auskunftsersuchen; eine gesonderte "
         "Vergütung erhält er hierfür nicht.", "processor"),
        (COSTS, NL, "Verwerker helpt bij verzoeken van betrokkenen tegen het uurtarief van € 90.", "controller"),
        # impact assessments
        (DPIA, NL, "Moet Klant een gegevensbeschermingseffectbeoordeling doen, dan kan hij op Verwerker rekenen.", True),
        (DPIA, DE, "Hilfe bei einer Datenschutz-Folgenabschätzung leistet der Auftragsverarbeiter.", True),
        (DPIA, NL, "Verwerker werkt mee aan een verzoek om inzage binnen de termijn van artikel 35 Wbp.", None),
        (CONSULTATION, NL, "Verwerker biedt hulp bij voorafgaand overleg met de toezichthouder.", True),
        (CONSULTATION, FR, "Le Sous-traitant n'est pas tenu de participer à la consultation préalable.", False),
        (HELP_COSTS, NL, "Verwerker helpt bij een DPIA tegen vergoeding van zijn uren.", "controller"),
        (HELP_COSTS, NL, "Verwerker werkt zonder nadere vergoeding mee aan een DPIA.", "processor"),
    ],
)  # fmt: skip
def test_a_wording_is_read_by_its_sense(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_a_request_is_sent_on_in_the_article_that_is_about_requests() -> None:
    clauses = (
        "Artikel 6 Rechten van betrokkenen",
        "6.1 Verzoeken die rechtstreeks bij Verwerker binnenkomen geleidt hij onverwijld door.",
        "6.2 Verwerker geeft aan een verzoek van Klant binnen acht werkdagen gevolg.",
    )
    assert value_of(HANDLING, *clauses) == "forward"
    assert value_of(DEADLINE, *clauses) == "P8D"


def test_staff_is_bound_by_the_sentence_after_the_duty() -> None:
    clause = (
        "5.1 Verwerker houdt de gegevens geheim. Ook de medewerkers van Verwerker zijn daartoe schriftelijk verplicht."
    )
    assert value_of(STAFF, clause) is True


def test_a_price_that_holds_only_up_to_a_number_settles_nothing() -> None:
    clause = "Verwerker rekent voor verzoeken van betrokkenen tot vijf verzoeken geen kosten."
    assert value_of(COSTS, clause) is None


def test_the_price_of_help_with_requests_is_not_that_of_help_with_assessments() -> None:
    read = agreement_of(
        "Artikel 6. Bijstand\n\n6.1 Verwerker helpt Verwerkingsverantwoordelijke bij een DPIA.\n\n"
        "6.2 Verwerker verleent medewerking om op zulke verzoeken te beslissen, zonder daarvoor iets in rekening te brengen."
    )
    assert read.value("assistance.dpia") is True
    assert read.value("assistance.costs") is None


def test_what_is_withheld_while_invoices_are_unpaid_is_no_price_of_returning() -> None:
    read = agreement_of(
        "Artikel 9. Einde\n\n9.1 Bij het einde geeft Verwerker de gegevens terug en wist ze.\n\n"
        "9.2 Betaalt Verwerkingsverantwoordelijke zijn facturen niet, dan hoeft Verwerker de gegevens niet vrij te geven."
    )
    assert read.value("end.costs") is None
