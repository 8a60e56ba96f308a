"""`art28 law` over files."""

import json
from pathlib import Path

import pytest

from art28.agreement.model import Record
from art28.cli.main import main
from art28.drafting.draft import draft
from art28.drafting.markdown import as_markdown
from core.drafting.given import GIVEN, MEASURES


def agreement(path: Path, *countries: str) -> Path:
    suppliers: tuple[Record, ...] = (
        {"name": "Wolkenveld Ltd", "service": "hosting", "established_in": "NL", "processing_in": tuple(countries)},
    )
    drafted = draft(
        {**GIVEN["nl"], "subprocessors.list": suppliers}, template="balanced", language="nl", measures=MEASURES["nl"]
    )
    path.write_text(as_markdown(drafted), encoding="utf-8")
    return path


def test_the_agreements_that_a_change_concerns_are_named_with_the_facts_that_rest_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there, here = agreement(tmp_path / "there.md", "GB"), agreement(tmp_path / "here.md", "NL")

    assert (
        main(["law", str(there), str(here), "--since", "2021-01-01", "--until", "2021-01-01", "--format", "json"]) == 0
    )

    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["kind"], change["about"], change["begins"]) == ("eea", "United Kingdom", False)
    assert change["agreements"] == {str(there): ["subprocessors.list"]}


def test_days_the_wrong_way_round_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "--since", "2026-02-01", "--until", "2026-01-01"]) == 2
    assert "name the earlier day first" in capsys.readouterr().err


def test_where_nothing_changes_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "--since", "1960-01-01", "--until", "1960-01-02"]) == 0
    assert "nothing changes" in capsys.readouterr().out
