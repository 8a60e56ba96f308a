"""Agreements in everyday words: verbs before their party, short sentences that lean on the one before, no lawyer's terms."""

import pytest

from core.extraction.clauses import agreement_of, preamble_of, value_of


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (
            "instructions.only_on_instruction",
            "nl",
            ("Verwerker werkt met de gegevens alleen als Klant daarvoor opdracht heeft gegeven.",),
            None,
        ),
        (
            "instructions.only_on_instruction",
            "nl",
            ("Verwerker verwerkt gegevens alleen zodra Klant daarvoor opdracht heeft gegeven.",),
            True,
        ),
        (
            "instructions.only_on_instruction",
            "nl",
            ("Verwerker doet niets met de gegevens en vraagt Klant alleen om een kopie.",),
            None,
        ),
        (
            "instructions.legal_exception",
            "nl",
            ("Verder raakt Verwerker de gegevens niet aan, tenzij Klant dat vraagt of een wet het eist.",),
            True,
        ),
        (
            "instructions.infringement_warning",
            "en",
            (
                "Should the Processor believe that an instruction violates privacy law, it shall tell the Controller so.",
            ),
            True,
        ),
        (
            "confidentiality.duty",
            "nl",
            ("Verwerker en zijn collega's houden de gegevens en wat zij daarover horen voor zich.",),
            True,
        ),
        (
            "confidentiality.duty",
            "nl",
            ("Verwerker en haar werknemers houden alles wat zij over de klanten horen voor zich.",),
            True,
        ),
        (
            "confidentiality.duty",
            "nl",
            ("Verwerker verstrekt de gegevens niet aan anderen, tenzij een rechter dat beveelt.",),
            True,
        ),
        (
            "confidentiality.staff_bound",
            "nl",
            ("Verwerker houdt de gegevens geheim. Dit geldt ook voor ingehuurde medewerkers.",),
            True,
        ),
        (
            "confidentiality.staff_bound",
            "nl",
            ("Verwerker beveiligt de gegevens. Dit geldt ook voor ingehuurde medewerkers.",),
            None,
        ),
        (
            "security.effectiveness_disclaimed",
            "nl",
            ("Klant begrijpt dat Verwerker niet kan instaan voor een beveiliging die altijd standhoudt.",),
            True,
        ),
        (
            "security.measures_change",
            "nl",
            ("Wij (Verwerker) en de onzen mogen de maatregelen steeds aanpassen.",),
            "processor_alone",
        ),
        (
            "requests.handling",
            "nl",
            (
                "Vraagt een persoon bij Verwerker om zijn gegevens te verbeteren, dan stuurt Verwerker dat door naar Klant.",
            ),
            "forward",
        ),
        (
            "requests.costs",
            "nl",
            ("Artikel 4 Verzoeken van betrokkenen", "4.1 Vier verzoeken per jaar zijn in de vergoeding begrepen."),
            None,
        ),
        (
            "requests.costs",
            "nl",
            ("Artikel 4 Medewerking", "4.1 De medewerking van dit artikel is in de vergoeding begrepen."),
            "processor",
        ),
        (
            "requests.costs",
            "nl",
            (
                "Artikel 4 Verzoeken van betrokkenen",
                "4.1 Verwerker helpt kosteloos bij een verzoek van een betrokkene.",
                "4.2 Verwerker ondersteunt bij een DPIA. Vanaf het derde uur geldt het uurtarief.",
            ),
            "processor",
        ),
        (
            "assistance.dpia",
            "nl",
            ("Wil Klant een DPIA doen, dan verstrekt Verwerker de informatie die daarvoor nodig is.",),
            True,
        ),
        (
            "subprocessors.authorisation",
            "nl",
            ("Een nieuwe leverancier krijgt pas gegevens nadat Klant daarvoor toestemming heeft gegeven.",),
            "specific",
        ),
        (
            "subprocessors.authorisation",
            "nl",
            ("Verwerker mag voor opslag en post andere bedrijven gebruiken.",),
            "general",
        ),
        (
            "subprocessors.change_notice",
            "nl",
            ("Komt er een subverwerker bij, dan krijgt Klant daarover vier weken vooraf een e-mail.",),
            True,
        ),
        (
            "subprocessors.notice_period",
            "nl",
            ("Komt er een subverwerker bij, dan krijgt Klant daarover vier weken vooraf een e-mail.",),
            "P4W",
        ),
        (
            "subprocessors.flow_down",
            "nl",
            ("Met iedere leverancier sluit Verwerker een contract met dezelfde afspraken als in deze overeenkomst.",),
            True,
        ),
        (
            "subprocessors.processor_liable",
            "nl",
            ("Voor fouten van leveranciers is Verwerker verantwoordelijk als waren het de zijne.",),
            True,
        ),
        (
            "transfers.rule",
            "nl",
            (
                "De gegevens blijven binnen de EER.",
                "Gaan gegevens naar een land daarbuiten, dan alleen als daarvoor een adequaatheidsbesluit geldt.",
            ),
            "with_safeguards",
        ),
        (
            "audit.right",
            "nl",
            (
                "Artikel 8 Controle",
                "8.1 Klant mag komen kijken of Verwerker zich aan de afspraken houdt.",
            ),
            True,
        ),
        (
            "audit.evidence_deadline",
            "nl",
            ("Artikel 8 Audit", "8.1 Het laatste rapport wordt binnen acht werkdagen toegezonden."),
            "P8D",
        ),
        (
            "audit.costs",
            "nl",
            (
                "Artikel 8 Audit",
                "8.1 Klant mag een audit laten doen. Klant betaalt de uren.",
            ),
            "controller",
        ),
        (
            "end.choice_window",
            "nl",
            (
                "Artikel 9 Einde",
                "9.1 Verwerker wist de gegevens binnen veertig dagen na afloop. "
                "Wil Klant een kopie van de bestanden, dan laat Klant dat voor die tijd weten.",
            ),
            "P40D",
        ),
        (
            "end.choice_window",
            "nl",
            (
                "Artikel 9 Einde",
                "9.1 Verwerker wist de gegevens binnen veertig dagen na afloop. "
                "Wil Klant een kopie, dan moet Klant dat voor die tijd laten weten.",
            ),
            "P40D",
        ),
        (
            "end.data",
            "nl",
            (
                "Artikel 9 Einde",
                "9.1 Na afloop wist Verwerker de gegevens. Wil Klant een kopie, dan moet Klant dat eerst laten weten.",
            ),
            "return_on_request_then_delete",
        ),
        (
            "end.withheld_until_payment",
            "nl",
            (
                "Artikel 9 Einde",
                "9.1 Na afloop geeft Verwerker de gegevens terug. Openstaande rekeningen moeten eerst betaald zijn.",
            ),
            True,
        ),
        (
            "end.legal_retention_exception",
            "nl",
            ("Artikel 9 Einde", "9.1 Wat Verwerker op grond van de belastingwet langer moet bewaren, blijft staan."),
            True,
        ),
        (
            "main_agreement.reference",
            "nl",
            ("De diensten zijn beschreven in het raamcontract met nummer RC-77.",),
            "raamcontract met nummer RC-77",
        ),
        (
            "term.starts",
            "nl",
            ("Deze overeenkomst begint zodra het vinkje 'akkoord' is aangevinkt en aanvaard.",),
            "on_acceptance",
        ),
        (
            "term.starts",
            "nl",
            ("Deze verwerkersovereenkomst gaat in op de dag dat de Hoofdovereenkomst ingaat.",),
            "with_main_agreement",
        ),
        (
            "term.survival",
            "nl",
            ("Artikelen die naar hun strekking bedoeld zijn om na het einde door te werken, blijven van kracht.",),
            True,
        ),
        (
            "term.precedence",
            "nl",
            (
                "Wijkt de Hoofdovereenkomst in enig opzicht dat de beveiliging van persoonsgegevens betreft af van deze "
                "overeenkomst, dan gaat deze overeenkomst voor.",
            ),
            "this_agreement",
        ),
        ("liability.controller_indemnifies", "nl", ("Voor claims van derden daarover vrijwaart hij Verwerker.",), True),
        (
            "liability.fines_on_processor",
            "en",
            (
                "A fine shall be borne by the party on which it is imposed, unless it is attributable to the other party.",
            ),
            "if_attributable",
        ),
    ],
)
def test_everyday_words_are_read(key: str, language: str, clauses: tuple[str, ...], value: object) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value


WARNING = (
    "Artikel 6 Als het misgaat",
    "6.1 Komt Verwerker erachter dat de beveiliging van gegevens is geschonden, dan geeft zij "
    "Klant zo snel mogelijk een eerste waarschuwing.",
    "6.2 Binnen 40 uur na de ontdekking volgt een uitgebreid rapport per e-mail. Het rapport bevat een omschrijving van "
    "wat er is voorgevallen, de soorten gegevens en de systemen waar het om gaat.",
    "6.3 Ontvangt Verwerker bericht van een subverwerker, dan begint de termijn op dat moment.",
    "6.4 Klant meldt zelf bij de Autoriteit Persoonsgegevens. Verwerker is daar niet toe bevoegd.",
    "6.5 Verwerker blijft Klant informeren.",
)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("breach.deadline", "PT40H"),
        ("breach.wording", "fixed"),
        ("breach.clock_starts", ("discovery", "report_from_sub_processor")),
        ("breach.early_warning", True),
        ("breach.channel", ("email",)),
        ("breach.covers", ("personal_data_breach",)),
        ("breach.content", ("description", "data_categories", "system")),
        ("breach.authority_notifier", "controller"),
        ("breach.processor_may_notify_authority", False),
        ("breach.follow_up", True),
    ],
)
def test_an_article_on_breaches_need_not_be_called_so(key: str, value: object) -> None:
    assert value_of(key, *WARNING) == value


def test_a_limit_that_is_only_a_wish_is_none() -> None:
    clause = "Merkt Verwerker een datalek, dan belt hij Klant zo snel mogelijk, liefst binnen een dag."
    found = agreement_of(clause)
    assert found.value("breach.deadline") is None
    assert found.value("breach.wording") == "immediately"
    assert found.value("breach.clock_starts") == ("observation",)
    assert found.value("breach.channel") == ("phone",)


def test_a_term_of_its_own_for_breaches_covers_what_its_definition_says() -> None:
    found = agreement_of(
        'Een "Voorval" is elke inbreuk in verband met persoonsgegevens en ieder ander beveiligingsincident.',
        "Verwerker meldt een Voorval binnen 30 uur aan Klant.",
    )
    assert found.value("breach.covers") == ("personal_data_breach", "security_incident")


def test_who_says_we_and_names_the_other_is_the_processor() -> None:
    terms = "Privacyvoorwaarden\n\n" + "\n\n".join(
        f"Wij {verb} voor de Klant; dat doen wij met onze mensen."
        for verb in ("bewaren gegevens", "maken kopieën", "helpen") * 2
    )
    assert (
        value_of("breach.deadline", "Wij melden een datalek binnen 50 uur aan de Klant.", preamble=terms + "\n\n")
        == "PT50H"
    )


def test_a_paragraph_may_be_numbered_by_a_word() -> None:
    found = agreement_of(
        "Artikel 1 Begrippen",
        "Artikel 2 Melden",
        "Lid 1. Verwerker meldt een datalek binnen 30 uur aan Klant.",
        "Lid 2. Verwerker houdt een register van datalekken bij.",
        "Artikel 3 Slot",
    )
    assert found.facts["breach.register"].provision == "2.2"


@pytest.mark.parametrize(
    ("key", "language", "clauses", "value"),
    [
        (
            "breach.content",
            "nl",
            (
                "Verwerker meldt een datalek binnen 30 uur aan Klant, met wat hij op dat moment weet: wat er is gebeurd, "
                "welke gegevens het raakt en welke maatregelen hij neemt.",
            ),
            ("description", "data_categories", "measures"),
        ),
        (
            "security.measures_change",
            "nl",
            ("Verwerker toetst de maatregelen elk kwartaal en past ze aan zodra de risico's daarom vragen.",),
            "processor_alone",
        ),
        (
            "liability.regime",
            "nl",
            ("De aansprakelijkheidsbepalingen van de Algemene Voorwaarden zijn van overeenkomstige toepassing.",),
            "main_agreement_terms",
        ),
        (
            "breach.authority_notifier",
            "nl",
            ("Verwerker meldt een datalek binnen 30 uur, zodat Klant op tijd kan voldoen aan haar eigen meldplicht.",),
            "controller",
        ),
        (
            "end.choice_window",
            "nl",
            (
                "Artikel 9 Einde",
                "9.1 Na afloop wist Verwerker alles binnen 40 dagen, tenzij Klant voor die tijd om teruggave verzoekt.",
            ),
            "P40D",
        ),
        (
            "subprocessors.authorisation",
            "en",
            ("The Controller hereby authorises the Processor to engage sub-processors on the conditions below.",),
            "general",
        ),
        (
            "subprocessors.processor_liable",
            "en",
            (
                "The Controller authorises the Processor to engage sub-processors on condition that the Processor:",
                "(a) remains liable for the acts of each sub-processor.",
            ),
            True,
        ),
        (
            "assistance.dpia",
            "en",
            ("The Processor shall assist the Controller with its duties under Articles 32 to 36 GDPR.",),
            True,
        ),
        (
            "processing.data_subjects",
            "nl",
            (
                "Bijlage 1 Verwerking",
                "Betrokkenen: huurders van Klant, kopers en andere bezoekers, voor zover zij zich melden.",
            ),
            ("huurders van Klant", "kopers", "andere bezoekers"),
        ),
    ],
)
def test_what_one_sentence_says_beside_its_main_point(
    key: str, language: str, clauses: tuple[str, ...], value: object
) -> None:
    assert value_of(key, *clauses, preamble=preamble_of(language)) == value
