"""Breaches in the many wordings of real paper, in four languages: what is read, and what only looks like it."""

import pytest

from core.extraction.clauses import preamble_of, value_of

DEADLINE, CLOCK, CHANNEL, EARLY = "breach.deadline", "breach.clock_starts", "breach.channel", "breach.early_warning"
NOTIFIER, MAY, FOLLOW_UP = "breach.authority_notifier", "breach.processor_may_notify_authority", "breach.follow_up"
REGISTER, CONSULT, SILENCE = "breach.register", "breach.duty_to_consult", "breach.controller_silence"
COVERS, COSTS, WORDING = "breach.covers", "breach.costs", "breach.wording"
NL, EN, DE, FR = "nl", "en", "de", "fr"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        # the limit and its start
        (DEADLINE, NL, "Is er een datalek, dan hoort Klant dat van Verwerker binnen 30 uur na de ontdekking.", "PT30H"),
        (DEADLINE, DE, "Der Auftragsverarbeiter teilt dem Verantwortlichen jede Verletzung des Schutzes personenbezogener "
         "Daten unverzüglich, in jedem Fall aber innerhalb von sechsunddreißig (36) Stunden nach Kenntniserlangung, mit.",
         "PT36H"),
        (DEADLINE, FR, "Le Sous-traitant notifie au Responsable de traitement toute violation de données dans un délai de "
        "36 heures.", "PT36H"),
        (DEADLINE, NL, "Verwerker bedingt dat een subverwerker een datalek binnen 8 uur aan Verwerker moet melden.", None),
        (DEADLINE, EN, "The Processor shall notify the Controller within two working days of any breach, "
         "in which case the shorter period of clause 7 applies.", None),
        (CLOCK, DE, "Wird dem Auftragsverarbeiter ein Sicherheitsvorfall bekannt, so meldet er ihn unverzüglich dem "
        "Verantwortlichen.", ("awareness",)),
        (CLOCK, FR, "Le Sous-traitant informe le Responsable de traitement de la violation dans les 48 heures suivant la "
        "prise de connaissance.", ("awareness",)),
        (CLOCK, EN, "The Processor shall notify the Controller of a data breach within 20 hours of having been told of it "
        "by a sub-processor.", ("report_from_sub_processor",)),
        (WORDING, FR, "Le Sous-traitant informe le Responsable de traitement de toute violation sans retard injustifié.",
        "without_undue_delay"),
        (WORDING, EN, "The Processor shall notify the Controller without undue delay if an instruction is in its opinion a "
        "breach of the GDPR.", None),
        # the channel
        (CHANNEL, NL, "Verwerker meldt een datalek met een e-mail aan de contactpersoon van Klant.", ("email",)),
        (CHANNEL, NL, "Verwerker meldt een datalek via een bericht in het platform aan Klant.", ("portal",)),
        (CHANNEL, DE, "Der Auftragsverarbeiter meldet dem Verantwortlichen einen Sicherheitsvorfall fernmündlich.",
        ("phone",)),
        (CHANNEL, EN, "The Processor notifies the Controller of a breach by a call to its duty officer.", ("phone",)),
        (CHANNEL, NL, "Verwerker meldt een datalek aan Klant; daarin staat van wie een e-mail is gelekt.", None),
        # an early warning
        (EARLY, NL, "De eerste melding van een datalek mag onvolledig zijn.", True),
        (EARLY, EN, "A first report of the breach may be summary; the full report follows.", True),
        (EARLY, NL, "Verwerker meldt ieder datalek als eerste aan Klant.", None),
        # who tells the authority
        (NOTIFIER, NL, "De afweging of een datalek bij de toezichthouder wordt gemeld, is aan Klant.", "controller"),
        (NOTIFIER, NL, "Melding van een datalek aan de toezichthouder is voorbehouden aan Klant.", "controller"),
        (NOTIFIER, DE, "Ob ein Sicherheitsvorfall der Aufsichtsbehörde zu melden ist, entscheidet der Verantwortliche.",
        "controller"),
        (NOTIFIER, FR, "La notification de la violation à l'autorité incombe au Responsable de traitement.", "controller"),
        (NOTIFIER, EN, "The Controller, not the Processor, addresses the supervisory authority about a breach.",
        "controller"),
        (NOTIFIER, NL, "De melding van een datalek aan de toezichthouder verzorgt Verwerker namens Klant.", "processor"),
        (MAY, NL, "De melding van een datalek aan de toezichthouder verzorgt Verwerker namens Klant.", True),
        (MAY, NL, "Verwerker onthoudt zich van melding van een datalek aan de toezichthouder.", False),
        (MAY, EN, "The Processor shall make no notification of a breach to a regulator.", False),
        (NOTIFIER, NL, "Verwerker stelt de toezichthouder op verzoek een lijst van datalekken ter beschikking.", None),
        # afterwards
        (FOLLOW_UP, DE, "Der Auftragsverarbeiter hält den Verantwortlichen über den Sicherheitsvorfall auf dem Laufenden.",
        True),
        (FOLLOW_UP, FR, "Le Sous-traitant communique au fur et à mesure les informations sur la violation.", True),
        (FOLLOW_UP, EN, "After a breach the Processor keeps the Controller abreast of its findings.", True),
        (REGISTER, NL, "Verwerker legt datalekken vast in een eigen overzicht.", ("processor",)),
        (REGISTER, DE, "Der Auftragsverarbeiter führt über alle Sicherheitsvorfälle ein Verzeichnis.", ("processor",)),
        (REGISTER, EN, "Both parties enter the breach in their own registers.", ("controller", "processor")),
        (REGISTER, NL, "Verwerker houdt een verwerkingsregister bij en meldt een datalek.", None),
        # together
        (CONSULT, NL, "Klant meldt een datalek bij de toezichthouder, maar pas nadat hij de tekst met Verwerker heeft "
        "besproken.", True),
        (CONSULT, NL, "Klant is niet verplicht de melding van een datalek aan de toezichthouder met Verwerker af "
        "te stemmen.", False),
        (CONSULT, EN, "Before notifying the authority of a breach the Controller shall hear the Processor on the text.",
        True),
        (SILENCE, NL, "Zolang het overleg duurt zegt Klant niets over het datalek tegen derden of de pers.", True),
        (SILENCE, EN, "Neither party discloses the breach to third parties without consulting the other.", True),
        (SILENCE, NL, "Verwerker zal zonder toestemming van Klant niets over het datalek aan derden meedelen.", None),
        # costs and scope
        (COSTS, NL, "Ieder betaalt wat een datalek hem zelf kost.", "each_own"),
        (COSTS, EN, "Each party carries the expense it incurs because of a breach.", "each_own"),
        (COSTS, FR, "Les frais liés à une violation sont à la charge du Sous-traitant.", "processor"),
        (COSTS, DE, "Die Kosten einer Datenpanne trägt der Auftragsverarbeiter.", "processor"),
        (COVERS, DE, "Der Auftragsverarbeiter meldet dem Verantwortlichen jeden Sicherheitsvorfall innerhalb von "
        "20 Stunden.", ("security_incident",)),
        (COVERS, EN, "The Processor shall notify the Controller within 20 hours of an incident affecting the personal data, "
         "such as its loss.", ("personal_data_breach",)),
    ],
)  # fmt: skip
def test_a_wording_is_read_by_its_sense(key: str, language: str, clause: str, value: object) -> None:
    assert value_of(key, clause, preamble=preamble_of(language)) == value


def test_a_limit_may_stand_in_the_sentence_after_the_breach() -> None:
    clauses = (
        "5.1 Verwerker onderzoekt of er sprake is van een datalek. Is dat zo, dan krijgt de contactpersoon van Klant "
        "uiterlijk 40 uur na de ontdekking een e-mail.",
    )
    assert value_of(DEADLINE, *clauses) == "PT40H"
    assert value_of(CHANNEL, *clauses) == ("email",)


def test_the_notice_to_the_authority_may_be_left_to_the_controller_in_the_next_sentence() -> None:
    clause = (
        "5.1 Verwerker levert wat nodig is om een datalek te melden bij de toezichthouder. "
        "Die meldingen blijven de verantwoordelijkheid van Klant."
    )
    assert value_of(NOTIFIER, clause) == "controller"


def test_a_term_and_what_it_means_may_stand_on_two_lines() -> None:
    clauses = (
        '"Security Incident"',
        "means a breach of security by which personal data are accidentally or unlawfully lost or disclosed.",
        "The Processor shall notify the Controller of a Security Incident within 20 hours.",
    )
    assert value_of(COVERS, *clauses, preamble=preamble_of(EN)) == ("personal_data_breach",)
