"""What a match can begin with is told to the engine, and nothing else changes."""

import re

import pytest

from art28.document import pattern as making
from art28.document.pattern import compiled


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"\b(?:melden|inlichten)\b", 0),
        (r"(?:de |het )?(?:verwerker|leverancier)", 0),
        (r"(?<!sub)(?:\d{1,2}|een) uur", 0),
        (r"(?>[^\W\d_]+|€)\s", 0),
        (r"richtlijn|directive", re.IGNORECASE),
        (r"(?i:kamer|sector) van", 0),
    ],
)
def test_the_engine_is_told_what_a_match_can_begin_with(pattern: str, flags: int) -> None:
    told, plain = compiled(pattern, flags), re.compile(pattern, flags)
    # Patterns are the same where their code is, too.
    assert told != plain
    assert (told.pattern, told.flags, told.groups) == (plain.pattern, plain.flags, plain.groups)


@pytest.mark.parametrize(
    "pattern", [r"^\s*(?:a|\d)", r"\w*", r".(?:a|b)", r"(?:a|b)?", r"abc", r"[ab]c", r"[^a]+|b", r"(a)?(?(1)b|c)"]
)
def test_what_tells_nothing_is_left_as_it_is(pattern: str) -> None:
    assert compiled(pattern) == re.compile(pattern)


def test_what_counts_as_a_letter_where_case_is_not_minded_is_found() -> None:
    assert [
        match[0] for match in compiled(r"\b(?:k|s|i)x", re.IGNORECASE).finditer("Kx \N{KELVIN SIGN}x ſX İx ıX ix")
    ] == [match[0] for match in re.finditer(r"\b(?:k|s|i)x", "Kx \N{KELVIN SIGN}x ſX İx ıX ix", re.IGNORECASE)]


def test_groups_keep_their_names() -> None:
    found = compiled(r"\b(?:(?P<day>\d+) dagen|(?P<hour>\d+) uur)").search("binnen 24 uur")
    assert found is not None
    assert found.groupdict() == {"day": None, "hour": "24"}


def test_a_pattern_that_is_none_is_refused_as_ever() -> None:
    with pytest.raises(re.error):
        compiled("(?:unclosed")


def test_with_an_engine_of_another_make_a_pattern_is_as_re_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_such(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(making, "import_module", none_such)
    making._maker.cache_clear()
    assert compiled(r"\b(?:only|here) once") == re.compile(r"\b(?:only|here) once")
    making._maker.cache_clear()
