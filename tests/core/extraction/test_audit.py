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
