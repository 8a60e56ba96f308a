"""What a draft says, leaves open and refuses."""

import pytest

from art28.agreement.catalogue import catalogue
from art28.drafting.clauses import articles, mandatory, options, templates
from art28.drafting.draft import InvalidDraft, draft
from art28.drafting.model import Draft, Table
from core.drafting.given import GIVEN, MEASURES


def clauses(drafted: Draft) -> list[str]:
    return [clause.text for article in drafted.articles for clause in article.clauses]


def test_what_is_given_goes_above_the_template() -> None:
    drafted = draft({**GIVEN["nl"], "breach.deadline": "PT12H"}, template="provider", language="nl")

    assert any("uiterlijk binnen 12 uur" in text for text in clauses(drafted))
    assert drafted.facts["breach.deadline"] == "PT12H"


def test_a_deadline_left_out_falls_back_on_the_laws_wording() -> None:
    drafted = draft({**GIVEN["en"], "breach.deadline": "-"}, template="customer", language="en")

    assert "The Processor notifies the Controller of a personal data breach without undue delay." in clauses(drafted)
    assert drafted.facts["breach.wording"] == "without_undue_delay"
    assert "breach.deadline" not in drafted.facts


def test_what_nobody_gave_is_a_blank_and_is_named() -> None:
    drafted = draft({}, template="balanced", language="nl")

    assert {"controller.name", "processor.name", "processing.purposes"} <= set(drafted.blanks)
    assert any("[verwerkingsverantwoordelijke]" in paragraph.lower() for paragraph in drafted.opening)


def test_articles_and_clauses_count_on_whatever_is_left_out() -> None:
    whole = draft(GIVEN["nl"], template="balanced", language="nl", measures=MEASURES["nl"])
    fewer = draft({**GIVEN["nl"], "law.governing": "-"}, template="balanced", language="nl")

    assert [article.number for article in whole.articles] == list(range(1, len(whole.articles) + 1))
    assert [article.number for article in fewer.articles] == list(range(1, len(whole.articles)))
    for article in whole.articles:
        assert [clause.number for clause in article.clauses] == [
            f"{article.number}.{at}" for at in range(1, len(article.clauses) + 1)
        ]


def test_every_reason_is_given_at_once() -> None:
    with pytest.raises(InvalidDraft) as refused:
        draft(
            {"liability.cap": "veel", "audit.right": False, "nergens": 1, "breach.deadline": "binnenkort"},
            template="balanced",
            language="nl",
        )
    assert len(refused.value.reasons) == 4
    assert any("500000" in reason for reason in refused.value.reasons)


@pytest.mark.parametrize(("template", "language"), [("niets", "nl"), ("balanced", "de")])
def test_an_unknown_template_or_language_is_refused_with_those_there_are(template: str, language: str) -> None:
    with pytest.raises(InvalidDraft, match="choose"):
        draft({}, template=template, language=language)


def test_what_no_clause_says_is_refused_rather_than_left_out() -> None:
    with pytest.raises(InvalidDraft, match=r"law\.governing"):
        draft({"law.governing": "US"}, template="balanced", language="nl")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_audits_on_suspicion_alone_are_refused_beside_a_frequency_rather_than_left_out(language: str) -> None:
    given = {**GIVEN[language], "audit.trigger": "suspicion_only", "audit.max_frequency": "P1Y"}
    with pytest.raises(InvalidDraft) as refused:
        draft(given, template="balanced", language=language)
    assert {reason.key for reason in refused.value.given} == {"audit.trigger"}
    alone = draft({**given, "audit.max_frequency": "-"}, template="balanced", language=language)
    assert alone.facts["audit.trigger"] == "suspicion_only"


def test_clauses_and_templates_speak_of_facts_and_values_that_exist() -> None:
    for key, values in options().items():
        spec = catalogue()[key]
        for value in values:
            known = (value,) if not isinstance(value, tuple) else value
            assert value == "*" or not spec.values or set(known) <= set(spec.values), key
    assert mandatory() <= set(catalogue())
    for template in templates().values():
        assert set(template.facts) <= set(catalogue())


def test_each_clause_is_in_both_languages_with_a_note_in_plain_words() -> None:
    for article in articles():
        for clause in article.clauses:
            assert all(clause.text[language] and clause.note[language] for language in ("nl", "en"))


def test_sub_processors_have_no_column_in_which_nothing_is_said_and_countries_their_names() -> None:
    suppliers = (
        {"name": "Wolkenveld B.V.", "service": "hosting", "established_in": None, "processing_in": ("IE", "DE")},
        {"name": "Postduif B.V.", "service": "e-mail", "established_in": None, "processing_in": None},
    )
    made = draft({**GIVEN["nl"], "subprocessors.list": suppliers}, template="balanced", language="nl")
    (table,) = next(annex.content for annex in made.annexes if "ubverwerkers" in annex.title)
    assert isinstance(table, Table)
    assert table.headings == ("Subverwerker", "Dienst", "Land van verwerking")
    assert table.rows == (("Wolkenveld B.V.", "hosting", "Ierland, Duitsland"), ("Postduif B.V.", "e-mail", ""))
