"""What was sought in a statement in vain is kept for those that read the same, and never for others."""

import re

from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.extraction.words.lacking import Lacking
from art28.extraction.words.lasting import Phrase
from art28.extraction.words.statements import Statement, statements
from art28.reading.text import read_text

TEXT = """Verwerkersovereenkomst

1. Verwerker meldt een inbreuk binnen 24 uur aan Verwerkingsverantwoordelijke.

2. Verwerker verwijdert de persoonsgegevens binnen 30 dagen na het einde.
"""


def said_in(text: str) -> list[Statement]:
    """The statements of a text."""
    document = read_text(text, name="t.txt", sha256="0" * 64, extraction="test")
    return list(statements(prepare(flow_of(document)), ""))


def test_the_same_words_share_what_they_lack() -> None:
    lacking = Lacking()
    lacking.of("processor meldt een inbreuk").add(("uur", 32))
    assert ("uur", 32) in lacking.of("processor meldt een inbreuk")
    assert not lacking.of("processor meldt een inbreuk binnen 24 uur")


def test_what_was_seen_long_ago_is_let_go_and_what_comes_again_is_kept() -> None:
    lacking = Lacking(most=3)
    lacking.of("often").add(("uur", 32))
    lacking.of("once").add(("uur", 32))
    for number in range(30):
        lacking.of(f"statement {number}")
        assert lacking.of("often")
    assert not lacking.of("once")


def test_a_process_can_forget() -> None:
    lacking = Lacking()
    lacking.of("processor").add(("uur", 32))
    lacking.forget()
    assert not lacking.of("processor")


def test_one_pattern_of_two_ways_of_minding_case_is_two() -> None:
    (first, *_) = (one for one in said_in(TEXT) if "24 uur" in one.text)
    assert first.search(re.compile("BINNEN 24")) is None
    assert first.search(re.compile("BINNEN 24", re.IGNORECASE)) is not None
    assert first.search(Phrase("binnen 24")) is not None
    assert first.search(Phrase("binnen 48")) is None


def test_a_statement_with_other_numbers_is_sought_through_anew() -> None:
    phrase = Phrase(r"binnen (\d+) uur")
    for hours in ("24", "48", "24"):
        found = [one.search(phrase) for one in said_in(TEXT.replace("24", hours))]
        assert [match[1] for match in found if match is not None] == [hours]
