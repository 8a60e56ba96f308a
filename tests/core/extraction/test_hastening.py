"""A hastened pattern finds what the pattern finds: the same place, by the same alternative."""

import re

import pytest

from art28.extraction.words.hastening import hastened

TEXT = "de verwerker meldt een datalek; meldingen, lekken (a|b) en [x] zijn 'gemeld' door de melder"
PATTERNS = [
    r"\bmeldt\b|\bmeldingen?|lek",
    r"lek|\bmeld\w*|\bdata\w*",
    r"(?:\bdoor\b|\bvan\b) (?:de|het)",
    r"(?P<one>\bmeldt\b|\bmelder\b)|(?P<two>\blekken\b)",
    r"\b|\bmeldt",
    r"[|()\]]|\bzijn\b|\bdoor\b",
    r"\(a\|b\)|\bx\b|\bde\b",
    r"(?<!\bde )verwerker|\blekken\b|\ben\b",
    r"(?i:\bMELDT\b|\bDOOR\b)",
    r"(?=\bde\b|\ben\b)\w+",
    r"[^]\w ]|\bde\b",
    r"(['\"])gemeld\1|\bde\b|\ben\b",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_same_is_found(pattern: str) -> None:
    plain, fast = re.compile(pattern), re.compile(hastened(pattern))
    assert [(m.span(), m.groups(), m.lastgroup) for m in fast.finditer(TEXT)] == [
        (m.span(), m.groups(), m.lastgroup) for m in plain.finditer(TEXT)
    ]


def test_the_edge_of_a_word_is_looked_for_once() -> None:
    assert hastened(r"\bmeldt\b|\bmeldingen?|lek") == r"\b(?:meldt\b|meldingen?)|lek"
    assert hastened(r"(?:\ba|\bb)c") == r"(?:\b(?:a|b))c"


def test_what_looks_behind_is_left_alone() -> None:
    assert hastened(r"(?<!\ba|\bb)c") == r"(?<!\ba|\bb)c"
