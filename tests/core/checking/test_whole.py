"""Six whole agreements, unlike each other: an office's, a care institution's, a printer's, one in spoken words, one in
German on laboratories, one in French on timekeeping.

They were written with their verdicts before anybody looked what the rules make of them; the first time, 45 of 54
verdicts on the first two were right, 28 of 54 on the two after them, 18 of 27 on the German and 15 of 27 on the French one.
"""

import csv
from pathlib import Path

from art28.checking.check import check
from art28.checking.model import Status
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

_WHOLE = Path(__file__).parents[2] / "law" / "whole"
_AS = {Status.CONTRADICTED: "partial", Status.COVERED_ELSEWHERE: "partial", Status.RESTATED_ONLY: "met"}
_LEAST = 0.95


def _found(path: Path) -> dict[tuple[str, str], str]:
    read = extract(read_document(path.read_bytes(), name=path.name, limits=Limits()))
    return {
        (path.stem, verdict.requirement): _AS.get(verdict.status, verdict.status.value)
        for verdict in check(read).verdicts
    }


def test_whole_agreements_are_judged_as_they_were_written() -> None:
    found: dict[tuple[str, str], str] = {}
    for path in sorted(_WHOLE.glob("*.txt")):
        found |= _found(path)
    with (_WHOLE / "verdicts.tsv").open(encoding="utf-8", newline="") as rows:
        accepted = {
            (row["agreement"], row["requirement"]): {row["status"], row["also"]}
            for row in csv.DictReader(rows, delimiter="\t")
        }
    assert accepted.keys() == found.keys()
    wrong = {key: status for key, status in found.items() if status not in accepted[key]}
    assert len(wrong) <= (1 - _LEAST) * len(found), wrong
