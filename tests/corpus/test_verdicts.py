"""How far the verdicts on real agreements agree with a careful reader's.

`verdicts.json` holds codes only: of each agreement, known by the SHA-256 of its text, the statuses that a careful reader
accepts for each requirement, the reader's own first and a second where one could go either way. They were written down before
anybody looked at what art28 says.
"""

import json
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from art28.checking.check import check
from art28.checking.model import Status
from art28.checking.requirements import requirements
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from corpus.annotations import TEXTS

_READERS = json.loads((Path(__file__).parent / "verdicts.json").read_text(encoding="utf-8"))
_AS = {Status.CONTRADICTED: "partial", Status.COVERED_ELSEWHERE: "partial", Status.RESTATED_ONLY: "met"}


class Bars(NamedTuple):
    """The least share of verdicts that agree, of our alarms that a reader raises too, and of the reader's that we raise."""

    accuracy: float
    precision: float
    recall: float


_BARS = {
    "nl": Bars(0.98, 0.98, 0.97),
    "en": Bars(0.97, 0.97, 0.96),
    "de": Bars(0.96, 0.89, 0.95),
    "fr": Bars(0.96, 0.95, 0.97),
}


def _pairs(digest: str, data: bytes) -> list[tuple[str, str]]:
    """The reader's verdict and ours, requirement by requirement; where ours is the reader's second, that one."""
    found = check(extract(read_document(data, name="agreement.txt", limits=Limits()))).verdicts
    accepted = _READERS[digest]["accepted"]
    pairs = []
    for verdict in found:
        ours = _AS.get(verdict.status, verdict.status.value)
        first, *second = accepted[verdict.requirement]
        pairs.append((ours if ours in second else first, ours))
    return pairs


@pytest.mark.reference
@pytest.mark.skipif(not TEXTS.is_dir(), reason="the agreements are not beside this checkout (../shared)")
def test_verdicts_agree_with_careful_readers_in_every_language() -> None:
    texts = {sha256(data).hexdigest(): data for data in (path.read_bytes() for path in sorted(TEXTS.glob("*.txt")))}
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for digest, reader in _READERS.items():
        pairs[reader["language"]] += _pairs(digest, texts[digest])
    for language, bars in _BARS.items():
        ours = pairs[language]
        raised, due = [w != "met" for w, g in ours if g != "met"], [g != "met" for w, g in ours if w != "met"]
        reached = Bars(
            sum(wanted == given for wanted, given in ours) / len(ours), sum(raised) / len(raised), sum(due) / len(due)
        )
        assert all(got >= least for got, least in zip(reached, bars, strict=True)), (language, reached)


def test_readers_judged_every_requirement_in_codes_alone() -> None:
    statuses = {"met", "partial", "missing"}
    for digest, reader in _READERS.items():
        assert len(digest) == 64
        assert list(reader["accepted"]) == list(requirements())
        assert all(1 <= len(each) <= 2 and set(each) <= statuses for each in reader["accepted"].values())
