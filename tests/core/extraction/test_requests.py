"""Requests of data subjects and help with impact assessments (Art. 28(3)(e) and (f))."""

import pytest

from core.extraction.clauses import cited, preamble_of, value_of

HANDLING, ASSIST, DEADLINE, COSTS = "requests.handling", "requests.assist", "requests.deadline", "requests.costs"
DPIA, CONSULTATION = "assistance.dpia", "assistance.prior_consultation"


@pytest.mark.parametrize(
    ("key", "language", "clause", "value"),
    [
        (
            HANDLING,
            "nl",
            "Verwerker zendt een verzoek van een betrokkene door aan Verwerkingsverantwoordelijke.",
            "forward",
        ),
        (HANDLING, "en", "The Processor shall forward any request of a data subject to the Controller.", "forward"),
        (HANDLING, "nl", "Partijen behandelen het verzoek van een betrokkene gezamenlijk.", "joint"),
        (HANDLING, "nl", "Verwerkingsverantwoordelijke beantwoordt de verzoeken van betrokkenen.", None),
        (ASSIST, "nl", "Verwerker helpt Verwerkingsverantwoordelijke bij verzoeken van betrokkenen.", True),
        (ASSIST, "en", "The Processor shall assist the Controller in responding to data subject requests.", True),
        (ASSIST, "nl", "Verwerker is niet verplicht te helpen bij verzoeken van betrokkenen.", None),
        (DEADLINE, "nl", "Verwerker verleent binnen 8 dagen medewerking aan een verzoek van een betrokkene.", "P8D"),
        (DEADLINE, "en", "The Processor shall assist with requests of data subjects within ten business days.", "P10D"),
        (
            DEADLINE,
            "nl",
            "Verwerker stuurt verzoeken van betrokkenen binnen twee werkdagen door en verleent binnen tien werkdagen "
            "de gevraagde medewerking.",
            "P10D",
        ),
        (
            DEADLINE,
            "en",
            "The Processor forwards requests of data subjects within two days and assists the Controller within "
            "five days.",
            "P5D",
        ),
        (
            DEADLINE,
            "nl",
            "Verwerker helpt, zodat verzoeken van betrokkenen binnen de wettelijke termijn van 1 "
            "maand worden beantwoord.",
            None,
        ),
        (
            COSTS,
            "nl",
            "De kosten van hulp bij verzoeken van betrokkenen zijn voor rekening van Verwerkingsverantwoordelijke.",
            "controller",
        ),
        (COSTS, "nl", "Verwerker helpt kosteloos bij verzoeken van betrokkenen.", "processor"),
        (DPIA, "nl", "Verwerker ondersteunt Verwerkingsverantwoordelijke bij een DPIA.", True),
        (DPIA, "en", "The Processor shall help the Controller with data protection impact assessments.", True),
        (DPIA, "nl", "Verwerker is niet gehouden om mee te werken aan een DPIA.", False),
        (DPIA, "nl", "Verwerkingsverantwoordelijke voert zo nodig een DPIA uit.", None),
        (
            CONSULTATION,
            "nl",
            "Verwerker verleent bijstand bij een voorafgaande raadpleging van de toezichthouder.",
            True,
        ),
        (CONSULTATION, "en", "The Processor assists in any prior consultation of the authority.", True),
        (CONSULTATION, "nl", "Verwerker ondersteunt Verwerkingsverantwoordelijke bij een DPIA.", None),
        (
            "assistance.costs",
            "nl",
            "Tegen vergoeding van de kosten door Verwerkingsverantwoordelijke werkt Verwerker mee aan een DPIA.",
            "controller",
        ),
    ],
)
def test_requests_and_assistance(key: str, language: str, clause: str, value: object) -> None:
    preamble = preamble_of(language)
    assert value_of(key, clause, preamble=preamble) == value
    assert cited(key, clause, preamble=preamble) == (clause if value is not None else "")
