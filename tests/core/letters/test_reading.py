"""Reports as data from elsewhere: read where they are sound, refused with every fault where they aren't."""

import json
from typing import Any

import pytest

from art28.letters.data import report_data
from art28.letters.reading import LARGEST_BYTES, RefusedReport, report_read
from art28.notices.breach import Topic
from art28.notices.notice import NoticeKind
from core.letters.test_letters import letter


def content(**changes: Any) -> bytes:
    return json.dumps({**json.loads(report_data(letter())), **changes}).encode()


def faults(data: bytes) -> tuple[str, ...]:
    with pytest.raises(RefusedReport) as refused:
        report_read(data)
    return refused.value.faults


def test_what_one_art28_sends_another_reads() -> None:
    read = report_read(report_data(letter()))
    assert (read.kind, read.reference, read.processor) == (NoticeKind.REPORT, "2026-0007", "Dijkvaart B.V.")
    assert read.sent_at.isoformat() == "2026-11-22T03:40:00+00:00"
    assert [section.topics for section in read.sections] == [(Topic.DESCRIPTION,), ()]
    assert read.sections[0].values == {"description": "Een map stond open."}
    assert read.sections[1].answer is None


def test_a_topic_of_a_newer_version_is_passed_over() -> None:
    sections = [{"number": 1, "question": "?", "answer": "a", "topics": ["moon", "cause"], "values": {}}]
    assert report_read(content(sections=sections)).sections[0].topics == (Topic.CAUSE,)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"format": "art28-report/2"}, '"format" is not'),
        ({"draft": True}, "a draft was never sent"),
        ({"kind": "gossip"}, '"kind" is none of'),
        ({"sent_at": "2026-11-22T03:40:00"}, "not an instant with its offset"),
        ({"sent_at": 5}, "not an instant with its offset"),
        ({"reference": None}, '"reference" is not text'),
        ({"sections": {}}, '"sections" is not a list'),
        ({"sections": [5]}, "section 1: it is no object"),
        ({"sections": [{"number": 1, "question": "a\x00", "answer": 5}]}, 'section 1: "answer" is not text'),
        ({"sections": [{"number": "1", "question": "a", "answer": None}]}, 'section 1: "number" is not a whole number'),
        ({"sections": [{"number": 1, "question": "a", "answer": None, "topics": 5}]}, '"topics" is not a list of text'),
        ({"sections": [{"number": 1, "question": "a", "answer": None, "values": 5}]}, '"values" is no object'),
    ],
)
def test_a_report_that_is_not_sound_is_refused_with_what_is_wrong(changes: dict[str, Any], fault: str) -> None:
    assert any(fault in each for each in faults(content(**changes)))


def test_all_faults_are_named_together() -> None:
    assert len(faults(content(draft=True, kind="x", sent_at="y", reference=1))) == 4


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"nothing", b"[]", b"[" * 100_000, b"1" * (LARGEST_BYTES + 1)])
def test_what_is_no_report_at_all_is_refused(data: bytes) -> None:
    assert faults(data)
