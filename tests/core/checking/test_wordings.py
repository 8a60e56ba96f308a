"""Wordings: each of `tests/law/wordings.toml` against the verdicts it must get."""

import tomllib
from pathlib import Path

import pytest

from art28.checking.check import check
from art28.checking.model import Status
from core.checking.agreements import agreement_in

_TABLE = tomllib.loads((Path(__file__).parents[2] / "law" / "wordings.toml").read_text(encoding="utf-8"))
_WORDINGS = [pytest.param(one["text"], one["verdicts"], id=one["id"]) for one in _TABLE["wording"]]


@pytest.mark.parametrize(("text", "wanted"), _WORDINGS)
def test_a_wording_gets_its_verdicts(text: str, wanted: dict[str, str]) -> None:
    verdicts = {verdict.requirement: verdict.status for verdict in check(agreement_in(text)).verdicts}
    found = {name: Status.MET if verdicts[name] is Status.RESTATED_ONLY else verdicts[name] for name in wanted}
    assert {name: status.value for name, status in found.items()} == wanted
