"""What a match can begin with is told to the engine, and nothing else changes."""

import re
from pathlib import Path

import pytest

from art28.document import keeping
from art28.document import pattern as making
from art28.document.keeping import Keeper
from art28.document.pattern import compiled, lasting


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


@pytest.fixture
def keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keeper:
    """A file of the test's own."""
    own = Keeper((tmp_path,), "patterns.kept")
    monkeypatch.setattr(keeping, "_keeper", lambda: own)
    return own


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"\b(?:melden|inlichten)\b", 0),
        (r"(?P<day>\d+) dagen|(?P<hour>\d+) uur(?: en (?P=hour))?", 0),
        (r"(a)?(?(1)b|[^\W\d_€]+)", re.IGNORECASE | re.MULTILINE),
        (r"(?x) a b # spaces", 0),
        ("", re.DOTALL),
    ],
)
def test_a_lasting_pattern_is_the_same_when_it_was_kept(keeper: Keeper, pattern: str, flags: int) -> None:
    made, again = lasting(pattern, flags), lasting(pattern, flags)
    assert keeper._new == 1
    assert made == again == compiled(pattern, flags)
    assert (again.pattern, again.flags, again.groups) == (made.pattern, made.flags, made.groups)
    assert again.groupindex == re.compile(pattern, flags).groupindex


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"{}",
        b"[32, 0, {}]\n",
        b"[32, 0, {}]\n\x00\x00\x00",
        b"[32, 0, {}]\n" + b"\xff" * 64,
        b'[32, 9, {"x": 7}]\n\2\0\0\0',
    ],
)
def test_what_is_no_code_of_the_engine_is_made_anew(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, packed: bytes
) -> None:
    monkeypatch.setattr(making, "kept", lambda kind, source, make: packed)
    assert lasting(r"\b(?:meldt|melding)") == compiled(r"\b(?:meldt|melding)")


def test_with_an_engine_of_another_make_nothing_is_kept(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_such(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(making, "import_module", none_such)
    making._maker.cache_clear()
    making.compiled.cache_clear()
    assert lasting(r"\b(?:only|here) twice") == re.compile(r"\b(?:only|here) twice")
    assert not keeper._new
    making._maker.cache_clear()
