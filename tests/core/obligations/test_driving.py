"""The order of facts by what hangs on them holds what duties really rest on."""

from pathlib import Path

import pytest

from art28.obligations.driving import DRIVE_A_CLOCK, UNDER_A_DUTY
from art28.pipeline import carry_out
from art28.reading.limits import Limits
from art28.reading.read import read_document

SAMPLES = sorted((Path(__file__).parents[3] / "samples" / "text").glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_fact_that_a_duty_rests_on_is_in_the_order(path: Path) -> None:
    duties = carry_out(read_document(path.read_bytes(), name=path.name, limits=Limits())).duties
    assert {key for duty in duties for key in duty.facts} <= DRIVE_A_CLOCK | UNDER_A_DUTY
    assert not DRIVE_A_CLOCK & UNDER_A_DUTY
