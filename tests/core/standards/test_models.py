"""The files of the standard models hold together."""

import pytest

from art28.standards.model import StandardModel, models


def test_the_models_that_dutch_practice_uses_are_there() -> None:
    assert {model.id for model in models()} >= {
        "scc-2021-915", "scc-2021-914", "nldigital-data-pro", "vng-gemeenten", "boz-zorg", "arbit-rijk",
        "onderwijs-convenant", "surf",
    }  # fmt: skip


@pytest.mark.parametrize("model", models(), ids=lambda model: model.id)
def test_a_model_says_where_it_comes_from_and_what_is_shipped(model: StandardModel) -> None:
    assert model.source.startswith("https://")
    assert model.shipped.startswith("features")
    assert set(model.titles) == {"nl", "en"}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.id)
def test_the_pattern_of_each_clause_fits_its_title(model: StandardModel) -> None:
    wrong = [
        (clause.number, language)
        for clause in model.clauses
        for language, pattern in clause.patterns.items()
        if not pattern.fullmatch(clause.titles[language])
    ]
    assert wrong == []


@pytest.mark.parametrize("model", models(), ids=lambda model: model.id)
def test_clauses_have_a_title_in_every_language_and_a_number_once(model: StandardModel) -> None:
    assert all(set(clause.titles) == set(model.languages) for clause in model.clauses)
    assert len({clause.number for clause in model.clauses}) == len(model.clauses)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.id)
def test_the_hints_of_a_model_are_in_lower_case(model: StandardModel) -> None:
    assert model.hints == tuple(hint.lower() for hint in model.hints) != ()
