"""How far the verdicts on these agreements agree with those written down before anybody looked what art28 says of them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from art28.checking.check import check
from art28.checking.model import Status
from art28.checking.requirements import requirements
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

HERE = Path(__file__).resolve().parent
_AS = {Status.CONTRADICTED: "partial", Status.COVERED_ELSEWHERE: "partial", Status.RESTATED_ONLY: "met"}
NEWEST = frozenset({"en-t3", "de-t3", "fr-t2"})
"""Read once by rules that were made before they were written, and not all mended since."""
BARS = {"others": (0.97, 0.88, 0.98), "newest": (0.74, 0.38, 0.98), "judged": (0.98, 0.94, 0.97)}
"""The least share of verdicts that agree, of our alarms that a reader raises too, and of the reader's that we raise."""

JUDGED = HERE / "judged"
"""Agreements with a reader's verdicts alone."""
Accepted = dict[str, tuple[str, str]]


def _readers(folder: Path = HERE) -> dict[str, Accepted]:
    """The reader's verdicts by agreement and requirement: the first, and a second that can be defended."""
    found: dict[str, Accepted] = defaultdict(dict)
    with (folder / "verdicts.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            found[row["agreement"]][row["requirement"]] = (row["status"], row["also"] or row["status"])
    return dict(found)


def _pairs(name: str, accepted: Accepted, folder: Path) -> list[tuple[str, str]]:
    """The reader's verdict and ours, requirement by requirement; where ours is the reader's second, that one."""
    page = next(path for path in folder.glob(f"{name}.*") if path.suffix in (".html", ".md", ".txt", ".pdf"))
    verdicts = check(extract(read_document(page.read_bytes(), name=page.name, limits=Limits()))).verdicts
    ours = {verdict.requirement: _AS.get(verdict.status, verdict.status.value) for verdict in verdicts}
    return [(also if ours[key] == also else status, ours[key]) for key, (status, also) in accepted.items()]


def test_every_requirement_is_judged() -> None:
    judged = (*_readers().values(), *_readers(JUDGED).values())
    assert all(list(accepted) == list(requirements()) for accepted in judged)


@pytest.mark.parametrize("which", BARS)
def test_verdicts_agree_with_a_careful_reader(which: str) -> None:
    accuracy, precision, recall = BARS[which]
    folder = JUDGED if which == "judged" else HERE
    readers = _readers(folder).items()
    read = {name: accepted for name, accepted in readers if (name in NEWEST) == (which == "newest")}
    pairs = [pair for name, accepted in read.items() for pair in _pairs(name, accepted, folder)]
    raised = [wanted != "met" for wanted, ours in pairs if ours != "met"]
    due = [ours != "met" for wanted, ours in pairs if wanted != "met"]
    assert sum(wanted == ours for wanted, ours in pairs) >= accuracy * len(pairs)
    assert sum(raised) >= precision * len(raised)
    assert sum(due) >= recall * len(due)
