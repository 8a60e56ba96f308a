"""Whoever is told of new sub-processors and may object to them has consented in general; rows tell how long before."""

from core.extraction.clauses import agreement_of, value_of

AUTHORISATION, PERIOD = "subprocessors.authorisation", "subprocessors.notice_period"
TOLD = "Verwerker meldt nieuwe subverwerkers een maand vooraf"
OBJECTS = "Verwerkingsverantwoordelijke kan binnen twee weken bezwaar maken"


def test_whoever_is_told_and_may_object_has_consented_in_general() -> None:
    agreement = agreement_of(f"{TOLD}; {OBJECTS}.")
    assert agreement.value(AUTHORISATION) == "general"
    assert len(agreement.facts[AUTHORISATION].citations) == 2


def test_who_must_also_ask_has_not() -> None:
    asked = "Zonder schriftelijke toestemming van Verwerkingsverantwoordelijke schakelt Verwerker geen subverwerker in."
    assert value_of(AUTHORISATION, f"{TOLD}; {OBJECTS}.", asked) != "general"


def test_who_is_only_told_has_not() -> None:
    assert value_of(AUTHORISATION, f"{TOLD}.") is None


def test_rows_tell_it_too() -> None:
    for row in (
        "Wijziging subverwerkers\t30 dagen vooraf gemeld; bezwaar binnen 14 dagen",
        "Subverwerkers\tAankondiging 30 dagen vooraf\nBezwaar\tBinnen 14 dagen",
    ):
        assert value_of(PERIOD, row) == "P30D"
