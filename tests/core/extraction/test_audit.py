"""Audits: the right, its ground, how often, after what notice, by whom, at whose cost (Art. 28(3)(h))."""

import pytest

from core.extraction.clauses import cited, preamble_of, value_of

RIGHT, TRIGGER, FREQUENCY, BASIS = "audit.right", "audit.trigger", "audit.max_frequency", "audit.frequency_basis"
NOTICE, AUDITOR, COSTS = "audit.notice", "audit.auditor", "audit.costs"
PLAIN = "Verwerkingsverantwoordelijke mag een audit laten uitvoeren."


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (RIGHT, "nl", PLAIN, True),
        (RIGHT, "en", "The Controller is entitled to carry out audits.", True),
        (RIGHT, "nl", "Verwerkingsverantwoordelijke heeft geen recht op een audit.", False),
        (RIGHT, "nl", "Verwerker laat jaarlijks een interne audit uitvoeren.", None),
        (TRIGGER, "nl", PLAIN, "any"),
        (
            TRIGGER,
            "nl",
            "Verwerkingsverantwoordelijke mag uitsluitend bij een concreet vermoeden van misbruik "
            "een audit laten uitvoeren.",
            "suspicion_only",
        ),
        (
            TRIGGER,
            "en",
            "The Controller may audit only where there is a reasonable suspicion of a failure.",
            "suspicion_only",
        ),
        (
            TRIGGER,
            "nl",
            "Verwerkingsverantwoordelijke mag één keer per jaar een audit laten uitvoeren en ook bij "
            "een vermoeden van misbruik.",
            "both",
        ),
        (FREQUENCY, "nl", "Verwerkingsverantwoordelijke mag één keer per jaar een audit laten uitvoeren.", "P1Y"),
        (FREQUENCY, "en", "The Controller may carry out an audit once every two years.", "P2Y"),
        (FREQUENCY, "en", "The Controller may audit the Processor no more than once in any 12 month period.", "P12M"),
        (FREQUENCY, "nl", PLAIN, None),
        (
            BASIS,
            "nl",
            "Verwerkingsverantwoordelijke mag één keer per kalenderjaar een audit laten uitvoeren.",
            "calendar_year",
        ),
        (BASIS, "en", "The Controller may audit the Processor no more than once in any 12 month period.", "rolling"),
        (BASIS, "nl", "Verwerkingsverantwoordelijke mag één keer per jaar een audit laten uitvoeren.", None),
        (NOTICE, "nl", "Verwerkingsverantwoordelijke kondigt een audit drie weken van tevoren aan.", "P3W"),
        (NOTICE, "en", "The Controller shall give 20 days' notice of an audit.", "P20D"),
        (
            AUDITOR,
            "nl",
            "Verwerkingsverantwoordelijke mag een audit laten uitvoeren door een onafhankelijke deskundige.",
            "independent_third_party",
        ),
        (
            AUDITOR,
            "en",
            "The Processor shall allow audits by or on behalf of the Controller.",
            "controller_or_third_party",
        ),
        (AUDITOR, "nl", PLAIN, None),
        (
            "audit.existing_reports_first",
            "nl",
            "Een audit vindt pas plaats nadat Verwerkingsverantwoordelijke de aanwezige auditrapporten heeft gelezen.",
            True,
        ),
        (
            "audit.evidence_deadline",
            "nl",
            "Verwerker stelt de informatie voor een audit binnen 6 dagen ter beschikking.",
            "P6D",
        ),
        (COSTS, "nl", "De kosten van een audit draagt Verwerkingsverantwoordelijke.", "controller"),
        (
            COSTS,
            "en",
            "The Controller shall bear the costs of an audit, unless the audit shows a material "
            "breach by the Processor.",
            "processor_if_noncompliant",
        ),
        (COSTS, "nl", "De kosten van een audit zijn voor rekening van Verwerker.", "processor"),
        (COSTS, "nl", PLAIN, None),
    ],
)
def test_audits(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (RIGHT, "nl", "Verwerkingsverantwoordelijke is bevoegd de nakoming van deze afspraken te doen toetsen.", True),
        (
            RIGHT,
            "nl",
            "Verwerkingsverantwoordelijke kan bij Verwerker op kantoor een deskundige langs laten komen.",
            True,
        ),
        (RIGHT, "nl", "Een audit op locatie is toegestaan na overleg.", True),
        (RIGHT, "nl", "Verwerkingsverantwoordelijke controleert of de aangeleverde bestanden volledig zijn.", None),
        (RIGHT, "nl", "Verwerker kan de beveiliging van een subverwerker onderzoeken.", None),
        (RIGHT, "en", "The Controller may have the Processor's compliance examined.", True),
        (RIGHT, "de", "Der Verantwortliche darf die Einhaltung dieser Pflichten vor Ort prüfen.", True),
        (RIGHT, "de", "Der Verantwortliche überzeugt sich regelmäßig von der Einhaltung der Maßnahmen.", True),
        (RIGHT, "fr", "Le responsable de traitement peut vérifier le respect de ces obligations.", True),
        (RIGHT, "fr", "Le sous-traitant procède chaque mois à un audit interne.", None),
        (
            TRIGGER,
            "nl",
            "Verwerkingsverantwoordelijke mag een audit laten uitvoeren; een aanleiding behoeft niet te worden gemeld.",
            "any",
        ),
        (
            TRIGGER,
            "nl",
            "Heeft Verwerkingsverantwoordelijke gegronde redenen om aan de naleving te twijfelen, dan, en alleen dan, mag "
            "zij een audit laten uitvoeren.",
            "suspicion_only",
        ),
        (
            TRIGGER,
            "en",
            "Once in each contract year the Controller may audit the Processor; where it has reasonable grounds to suspect "
            "a breach, it may also do so at once.",
            "both",
        ),
        (
            TRIGGER,
            "de",
            "Der Verantwortliche darf nur bei begründetem Verdacht eine Prüfung durchführen.",
            "suspicion_only",
        ),
        (FREQUENCY, "nl", "Verwerkingsverantwoordelijke mag tweemaal per jaar een audit laten uitvoeren.", "P6M"),
        (FREQUENCY, "de", "Der Verantwortliche darf einmal je Kalenderjahr eine Prüfung durchführen.", "P1Y"),
        (FREQUENCY, "fr", "Le responsable de traitement peut réaliser un audit par an.", "P1Y"),
        (FREQUENCY, "nl", "Verwerker laat haar systemen jaarlijks aan een audit onderwerpen.", None),
        (BASIS, "de", "Der Verantwortliche darf einmal je Kalenderjahr eine Prüfung durchführen.", "calendar_year"),
        (BASIS, "en", "The Controller may audit the Processor once in each contract year.", "rolling"),
        (NOTICE, "de", "Der Verantwortliche kündigt jede Prüfung zwei Wochen vorher an.", "P2W"),
        (
            AUDITOR,
            "nl",
            "Verwerkingsverantwoordelijke mag een audit verrichten, hetzij door eigen medewerkers, hetzij door een "
            "onafhankelijke accountant.",
            "controller_or_third_party",
        ),
        (
            AUDITOR,
            "en",
            "The Controller may carry out an audit itself or through an independent firm.",
            "controller_or_third_party",
        ),
        (
            AUDITOR,
            "de",
            "Der Verantwortliche darf eigene Prüfungen durchführen oder durch Dritte durchführen lassen.",
            "controller_or_third_party",
        ),
        (
            AUDITOR,
            "de",
            "Der Verantwortliche darf eine Prüfung durch einen unabhängigen Sachverständigen durchführen lassen.",
            "independent_third_party",
        ),
        (
            AUDITOR,
            "nl",
            "Verwerkingsverantwoordelijke mag een audit laten verrichten door een door haar aan te wijzen externe partij.",
            "any_third_party",
        ),
        (
            "audit.existing_reports_first",
            "en",
            "The Controller may carry out an audit only where the reports provided do not suffice.",
            True,
        ),
        (
            "audit.existing_reports_first",
            "nl",
            "Rapporten en certificaten doen aan het recht op een audit niet af.",
            False,
        ),
        (
            "audit.evidence_deadline",
            "de",
            "Nachweise, die für eine Prüfung nötig sind, erteilt der Auftragsverarbeiter innerhalb von acht Tagen.",
            "P8D",
        ),
        (
            COSTS,
            "nl",
            "De kosten van de audit zijn voor Verwerkingsverantwoordelijke, zij het dat Verwerker deze vergoedt wanneer "
            "blijkt dat hij niet volgens deze overeenkomst heeft gehandeld.",
            "processor_if_noncompliant",
        ),
        (
            COSTS,
            "en",
            "Each party bears its own costs of an audit, unless the audit reveals a material default, in which case the "
            "Processor shall reimburse the Controller.",
            "processor_if_noncompliant",
        ),
        (COSTS, "de", "Die Kosten einer Prüfung trägt der Verantwortliche.", "controller"),
        (COSTS, "fr", "L'audit a lieu aux frais du responsable de traitement.", "controller"),
        (COSTS, "nl", "Ieder draagt de eigen kosten van een audit.", None),
    ],
)
def test_audits_in_other_words(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
