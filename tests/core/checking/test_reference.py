"""The five reference agreements: verdicts and findings held against those of careful readers."""

import csv
from pathlib import Path

import pytest

from art28.checking.check import check
from art28.checking.model import Checked, Kind, Status
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.checking.provisions import FAMILIES, have_one_in_common, names

_SHARED = Path(__file__).resolve().parents[4] / "shared"
_AS = {Status.CONTRADICTED: "partial", Status.COVERED_ELSEWHERE: "partial", Status.RESTATED_ONLY: "met"}
_LEAST_ACCURACY = 0.98
_LEAST_ALARMS = 0.85

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(
        not (_SHARED / "requirements.tsv").exists(), reason="the reference agreements are not beside the checkout"
    ),
]


@pytest.fixture(scope="module")
def checked() -> dict[str, Checked]:
    return {
        path.stem: check(extract(read_document(path.read_bytes(), name=path.name, limits=Limits())))
        for path in sorted((_SHARED / "seeds").glob("*.txt"))
    }


def _pairs(checked: dict[str, Checked]) -> list[tuple[str, str]]:
    """The reader's verdict and ours, requirement by requirement."""
    with (_SHARED / "requirements.tsv").open(encoding="utf-8", newline="") as rows:
        wanted = {(row["agreement"], row["requirement"]): row["status"] for row in csv.DictReader(rows, delimiter="\t")}
    return [
        (wanted[name, verdict.requirement], _AS.get(verdict.status, verdict.status.value))
        for name, each in checked.items()
        for verdict in each.verdicts
    ]


def test_verdicts_agree_with_the_readers(checked: dict[str, Checked]) -> None:
    pairs = _pairs(checked)
    assert sum(wanted == found for wanted, found in pairs) / len(pairs) >= _LEAST_ACCURACY


def test_alarms_are_raised_where_the_readers_raise_them(checked: dict[str, Checked]) -> None:
    pairs = _pairs(checked)
    hits = sum(wanted != "met" and found != "met" for wanted, found in pairs)
    assert hits / sum(found != "met" for _, found in pairs) >= _LEAST_ALARMS
    assert hits / sum(wanted != "met" for wanted, _ in pairs) >= _LEAST_ALARMS


def test_a_finding_quotes_the_agreement(checked: dict[str, Checked]) -> None:
    for name, each in checked.items():
        text = (_SHARED / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
        for citation in (c for finding in each.findings for c in finding.citations):
            assert text[citation.start : citation.end] == citation.text


def test_drafting_flaws_are_those_that_the_readers_found(checked: dict[str, Checked]) -> None:
    found = [finding.id for each in checked.values() for finding in each.findings if finding.kind is not Kind.GDPR]
    assert found.count("drafting.repealed.nl-wbp") == 2
    told = ("coherence.numbering.", "coherence.repeated.")
    assert [name for name in found if name.startswith(told)] == [
        "coherence.numbering.doubled.4.2",
        "coherence.repeated.6.1",
        "coherence.numbering.heading.7",
    ]


_LEAST_FOUND = {"high": 0.8, "medium": 0.5}
_MOST_ALONE = 0.3


def test_what_readers_flagged_is_flagged_and_little_else(checked: dict[str, Checked]) -> None:
    with (_SHARED / "findings.tsv").open(encoding="utf-8", newline="") as rows:
        wanted = list(csv.DictReader(rows, delimiter="\t"))
    hits: dict[str, list[bool]] = {}
    used: set[tuple[str, str]] = set()
    for row in wanted:
        where = names(row["provision"])
        met = [
            finding.id
            for finding in checked[row["agreement"]].findings
            if FAMILIES[finding.kind] == FAMILIES[row["kind"]] and have_one_in_common(where, names(finding.provision))
        ]
        hits.setdefault(row["severity"], []).append(bool(met))
        used.update((row["agreement"], name) for name in met)
    raised = sum(len(each.findings) for each in checked.values())
    assert all(sum(hits[severity]) >= least * len(hits[severity]) for severity, least in _LEAST_FOUND.items())
    assert raised - len(used) <= _MOST_ALONE * raised
