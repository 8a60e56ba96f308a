"""English contractions, written out before rules read them; what was written is still what is cited."""

import pytest

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.extraction.words.contractions import contractions_in
from art28.reading.text import read_text

_OPENING = """Data Processing Agreement

In these terms you (the customer) are the controller and we (Counting House Ltd) are the processor. We work for you. We
tell you how we handle your data.

"""


def _written_out(text: str) -> str:
    for start, end, full in reversed(tuple(contractions_in(text))):
        text = text[:start] + full + text[end:]
    return text


def _agreement(clause: str) -> Agreement:
    text = f"{_OPENING}{clause}\n"
    return extract(read_text(text, name="terms.txt", sha256="0" * 64, extraction="test"))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("We'll tell you once you've agreed.", "We will tell you once you have agreed."),
        ("You're the controller; we aren't.", "You are the controller; we are not."),
        ("We won't, can't and shan't.", "We will not, can not and shall not."),
        ("It’s there, and that’s it.", "It is there, and that is it."),
        ("I'm the processor.", "I am the processor."),
    ],
)
def test_each_contraction_is_written_out(short: str, full: str) -> None:
    assert _written_out(short) == full


@pytest.mark.parametrize("text", ["The Customer's data.", "Each party's liability.", "thirty days' notice", "the '90s"])
def test_a_genitive_is_none(text: str) -> None:
    assert _written_out(text) == text


def test_a_promise_in_contractions_is_read_and_cited_as_written() -> None:
    clause = "We won't use a sub-processor unless you've agreed to it in writing."
    fact = _agreement(clause).facts["subprocessors.authorisation"]
    assert (fact.value, fact.citations[0].text) == ("specific", clause)


def test_a_ban_in_contractions_is_no_permission() -> None:
    assert _agreement("We don't transfer your data outside the EU.").value("transfers.rule") == "not_outside_eea"
    assert _agreement("We can't use your data for our own purposes.").value("processing.own_purposes") is False
