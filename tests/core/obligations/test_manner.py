"""Every duty that can run says how it is carried out."""

from dataclasses import replace

import pytest

from art28.agreement import labels
from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.manner import manner_of
from art28.terms import Role

DUTY = Duty(
    id="x",
    action=Action.NOTIFY_BREACH,
    trigger=Trigger.BREACH,
    bearer=Role.CONTROLLER,
    beneficiary=Role.CONTROLLER,
    limit=None,
    channels=(),
    content=(),
    citations=(),
    provision="",
    facts=(),
)


@pytest.mark.parametrize("action", Action)
def test_every_duty_has_steps_a_beneficiary_and_evidence_in_words(action: Action) -> None:
    found = manner_of(replace(DUTY, action=action))
    assert found.steps
    assert found.evidence
    assert labels.contact(found.contact, "nl") != found.contact
