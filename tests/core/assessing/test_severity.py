"""ENISA's method: the score and its level, and that it knows only its own values."""

from decimal import Decimal

import pytest

from art28.assessing import words
from art28.assessing.severity import (
    ADDITIONS,
    BASES,
    IDENTIFICATIONS,
    Circumstance,
    DataClass,
    Flag,
    InvalidScore,
    Level,
    Scored,
    level_of,
    severity,
)
from art28.notices.language import Language

NOTHING = {kind: Decimal(0) for kind in Circumstance}


def scored(context: int, identification: str, **added: str) -> Scored:
    return Scored(
        contexts={DataClass.SIMPLE: context},
        identification=Decimal(identification),
        circumstances={**NOTHING, **{Circumstance(name): Decimal(value) for name, value in added.items()}},
    )


@pytest.mark.parametrize(
    ("given", "score", "level"),
    [
        (scored(1, "1", confidentiality="0.25"), "1.25", Level.LOW),
        (scored(1, "1", confidentiality="0.5", malice="0.5"), "2.0", Level.MEDIUM),
        (scored(4, "1"), "4", Level.VERY_HIGH),
        (scored(4, "0.75", confidentiality="0.5", malice="0.5"), "4.00", Level.VERY_HIGH),
        (scored(2, "0.25", integrity="0.25"), "0.75", Level.LOW),
        (
            scored(4, "1", confidentiality="0.5", integrity="0.5", availability="0.5", malice="0.5"),
            "6",
            Level.VERY_HIGH,
        ),
    ],
)
def test_the_score_is_context_times_identification_plus_circumstances(given: Scored, score: str, level: Level) -> None:
    found = severity(given, people=None, unintelligible=False)
    assert (found.score, found.level) == (Decimal(score), level)


def test_of_several_classes_the_highest_counts() -> None:
    given = Scored(
        contexts={DataClass.SIMPLE: 1, DataClass.SENSITIVE: 3, DataClass.FINANCIAL: 2},
        identification=Decimal("0.5"),
        circumstances=NOTHING,
    )
    assert severity(given, people=None, unintelligible=False).score == Decimal("1.5")


@pytest.mark.parametrize(
    ("score", "level"),
    [("1.99", Level.LOW), ("2", Level.MEDIUM), ("2.75", Level.MEDIUM), ("3", Level.HIGH), ("4", Level.VERY_HIGH)],
)
def test_a_bound_belongs_to_the_class_above_it(score: str, level: Level) -> None:
    assert level_of(Decimal(score)) is level


def test_flags_stand_beside_the_score_and_do_not_change_it() -> None:
    plain = severity(scored(2, "1"), people=100, unintelligible=False)
    flagged = severity(scored(2, "1"), people=101, unintelligible=True)
    assert plain.flags == ()
    assert flagged.flags == (Flag.MANY_PEOPLE, Flag.UNINTELLIGIBLE)
    assert plain.score == flagged.score


@pytest.mark.parametrize(
    ("context", "identification", "added"), [(5, "1", "0"), (0, "1", "0"), (1, "0.3", "0"), (1, "1", "0.4")]
)
def test_values_that_the_method_does_not_know_are_refused(context: int, identification: str, added: str) -> None:
    with pytest.raises(InvalidScore, match="the method knows"):
        scored(context, identification, confidentiality=added)


def test_without_a_class_of_data_there_is_no_score() -> None:
    with pytest.raises(InvalidScore, match="score at least one"):
        Scored(contexts={}, identification=Decimal(1), circumstances=NOTHING)


@pytest.mark.parametrize("language", Language)
def test_every_value_of_the_method_has_words(language: Language) -> None:
    assert BASES.keys() == set(DataClass)
    said = [words.data_class(kind, language) + words.data_class_help(kind, language) for kind in DataClass]
    said += [words.identification(value, language) for value in IDENTIFICATIONS]
    said += [words.circumstance(kind, language) for kind in Circumstance]
    said += [words.addition(kind, value, language) for kind, values in ADDITIONS.items() for value in values]
    said += [words.level(level, language) + words.level_help(level, language) for level in Level]
    said += [words.flag(flag, language) for flag in Flag]
    assert all(said)
    assert "ENISA" in words.source()
