"""Six short agreements written for this test, five with faults planted by class and one that is sound.

They were written before anybody looked whether the rules find them. The first time, 17 of 38 serious faults were found and
58 of 80 that call for attention, and 42 of 156 findings met none that was planted.
"""

import csv
from pathlib import Path

import pytest

from art28.checking.check import check
from art28.checking.model import Checked, Severity
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.checking.provisions import FAMILIES, have_one_in_common, names

_PLANTED = Path(__file__).parents[2] / "law" / "planted"
_SOUND = "havik"
_LEAST = {"high": 0.9, "medium": 0.9, "low": 0.8}
_MOST_ALONE = 0.2


@pytest.fixture(scope="module")
def checked() -> dict[str, Checked]:
    return {
        path.stem: check(extract(read_document(path.read_bytes(), name=path.name, limits=Limits())))
        for path in sorted(_PLANTED.glob("*.txt"))
    }


def test_planted_faults_are_found_and_few_others(checked: dict[str, Checked]) -> None:
    with (_PLANTED / "planted.tsv").open(encoding="utf-8", newline="") as rows:
        planted = list(csv.DictReader(rows, delimiter="\t"))
    hits: dict[str, list[bool]] = {}
    used: set[tuple[str, str]] = set()
    for row in planted:
        where = names(row["provision"])
        met = [
            finding.id
            for finding in checked[row["agreement"]].findings
            if FAMILIES[finding.kind] == FAMILIES[row["kind"]] and have_one_in_common(where, names(finding.provision))
        ]
        hits.setdefault(row["severity"], []).append(bool(met))
        used.update((row["agreement"], name) for name in met)
    raised = sum(len(each.findings) for name, each in checked.items() if name != _SOUND)
    assert {severity: sum(found) / len(found) >= _LEAST[severity] for severity, found in hits.items()} == dict.fromkeys(
        hits, True
    )
    assert raised - len(used) <= _MOST_ALONE * raised


def test_a_sound_agreement_raises_nothing_serious(checked: dict[str, Checked]) -> None:
    assert not [one.id for one in checked[_SOUND].findings if one.severity is Severity.HIGH]
    assert len(checked[_SOUND].findings) <= 5
