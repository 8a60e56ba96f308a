"""Whether an instruction lies within the purposes of its agreement."""

import pytest

from art28.obligations.scoping import Within, purposes, scope
from core.obligations.agreements import agreement, fact

NAMED = agreement(fact("processing.purposes", ("hosting", "back-up"), "voor hosting en back-up", provision="2.1"))


@pytest.mark.parametrize(
    ("purpose", "connection", "consent", "within", "needs"),
    [
        ("hosting", "", "", Within.PURPOSE, False),
        ("reclame", "", "", Within.OUTSIDE, True),
        ("reclame", "beheer", "", Within.CONNECTED, False),
        ("reclame", "", "brief van 12 mei", Within.CONSENTED, False),
        ("reclame", "beheer", "brief van 12 mei", Within.CONSENTED, False),
    ],
)
def test_where_an_instruction_stands(purpose: str, connection: str, consent: str, within: Within, needs: bool) -> None:
    found = scope(NAMED, purpose, connection=connection, consent=consent)
    assert (found.within, found.provision, found.needs) == (within, "2.1", needs)


def test_an_agreement_without_purposes_settles_nothing() -> None:
    found = scope(agreement(), "hosting")
    assert (found.within, found.provision, found.needs, purposes(agreement())) == (Within.UNSAID, "", False, ())
