"""Everything that the core names by a key has words in both languages."""

import re

import pytest

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.countries import codes_by_name
from art28.agreement.duties import Action, DutyLimit, LimitSource, Trigger
from art28.agreement.model import QuestionKind
from art28.document.outline import Part
from art28.law.places import memberships
from art28.obligations.settled import Wording
from art28.terms import Role

LANGUAGES = ("nl", "en")
# Names of standards read the same in any language; "post" is Dutch too.
ALIKE = frozenset({"BIO", "post"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_group_value_and_field_has_words(language: str) -> None:
    for spec in catalogue().values():
        assert labels.fact(spec.key, language) != spec.key
        assert labels.group(spec.group, language) != spec.group
        for value in spec.values:
            assert value in ALIKE or labels.choice(spec.key, value, language) != value or language == "en", spec.key
        for name in spec.fields:
            assert labels.field(name, language) != name


def test_every_value_is_labelled_even_where_words_are_alike() -> None:
    for spec in catalogue().values():
        for value in spec.values:
            assert value in labels._tables("values").get(spec.key, {}) or value in labels._tables("values")["shared"], (
                spec.key,
                value,
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_can_be_said(language: str) -> None:
    assert all(labels.action(each, language) != each for each in Action)
    assert all(labels.trigger(each, language) != each for each in Trigger)
    assert all(labels.role(each, language) != each for each in Role)
    assert all(labels.question(each, language) != each for each in QuestionKind)
    for wording in Wording:
        assert wording in labels._table("wordings")
        assert labels.limit(DutyLimit(None, wording, "", LimitSource.LAW), language)


def test_no_label_is_left_without_a_fact() -> None:
    assert set(labels._table("facts")) == set(catalogue())


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("PT24H", "24 uur", "24 hours"),
        ("PT1H", "1 uur", "1 hour"),
        ("P1D", "1 dag", "1 day"),
        ("P30D", "30 dagen", "30 days"),
        ("P2W", "2 weken", "2 weeks"),
        ("P1M", "1 maand", "1 month"),
        ("P1Y6M", "1 jaar en 6 maanden", "1 year and 6 months"),
        ("P1DT12H30M", "1 dag, 12 uur en 30 minuten", "1 day, 12 hours and 30 minutes"),
    ],
)
def test_periods_in_words(text: str, dutch: str, english: str) -> None:
    assert labels.period(text, "nl") == dutch
    assert labels.period(text, "en") == english


@pytest.mark.parametrize("text", ["", "P", "PT", "24 uur", "P1.5D", "-P1D"])
def test_what_is_no_period_is_left_as_it_is(text: str) -> None:
    assert labels.period(text, "nl") == text


def test_limits_in_words() -> None:
    within = DutyLimit("P5D", Wording.FIXED, "contract", LimitSource.AGREEMENT, working_days=True)
    before = DutyLimit("P1M", Wording.FIXED, "contract", LimitSource.AGREEMENT, backward=True)
    assert labels.limit(within, "nl") == "binnen 5 werkdagen"
    assert labels.limit(before, "nl") == "ten minste 1 maand vooraf"
    assert labels.limit(before, "en") == "at least 1 month before"


def test_values_of_each_type_in_words() -> None:
    assert labels.value("liability.cap", 500_000, "nl") == "€ 500.000"
    assert labels.value("term.signed_on", "2024-02-12", "nl") == "12 februari 2024"
    assert labels.value("audit.right", given=True, language="nl") == "ja"
    assert labels.value("breach.channel", ("phone", "email"), "nl") == "telefoon, e-mail"
    assert labels.value("subprocessors.list", ({"name": "Nubora", "service": None},), "nl") == "Nubora"


def test_cells_of_records_in_words() -> None:
    assert labels.cell("subprocessors.list", "processing_in", ("EEA", "worldwide"), "nl") == "EER, wereldwijd"
    assert labels.cell("subprocessors.list", "processing_in", ("IE", "US"), "nl") == "Ierland, Verenigde Staten"
    assert labels.cell("subprocessors.list", "established_in", "IE", "en") == "Ireland"
    assert codes_by_name()["ierland"] == codes_by_name()["ireland"] == "IE"
    assert labels.cell("liability.limits", "amount", 1_000_000, "en") == "€1,000,000"
    assert labels.cell("contacts.list", "party", "controller", "nl") == "Verwerkingsverantwoordelijke"
    assert labels.cell("subprocessors.list", "service", None, "nl") == ""


def test_no_label_shouts_or_is_empty() -> None:
    for table in ("groups", "facts", "fields", "roles", "triggers", "actions", "wordings", "questions", "parts"):
        for entry in labels._table(table).values():
            assert set(entry) == {"nl", "en"}
            assert all(text and not re.search(r"!|  |_", text) for text in entry.values())


def test_a_part_of_an_agreement_without_a_number_has_a_name_in_both_languages() -> None:
    assert {part.value for part in Part} <= set(labels._table("parts"))
    assert labels.place("preamble", "nl") == "aanhef"
    assert labels.place("Bijlage 2", "nl") == "Bijlage 2"


def test_a_title_is_cut_between_words() -> None:
    assert labels.shorten("Overeenkomst inzake de verwerking", 24) == "Overeenkomst inzake de …"
    assert labels.shorten("Verwerkersovereenkomst", 24) == "Verwerkersovereenkomst"


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ("28(3)(g)", "28, lid 3, onder g,"),
        ("33(2)", "33, lid 2,"),
        ("19", "19"),
        ("28(3)(a), 29", "28, lid 3, onder a en 29"),
        ("28(3)(f), 33, 34", "28, lid 3, onder f, 33 en 34"),
        ("28(3), (9)", "28, lid 3 en lid 9,"),
        ("28(3)(e), (f)", "28, lid 3, onder e en f,"),
        ("4(12), 33(2)", "4, punt 12 en 33, lid 2,"),
        ("28(3) last paragraph", "28, lid 3, laatste alinea,"),
        ("2021/915, 7.7", "2021/915, 7.7"),
    ],
)
def test_an_article_is_written_as_lawyers_of_the_language_do(places: str, said: str) -> None:
    assert labels.article(places, "nl") == said
    assert labels.article(places, "en") == places


def test_every_country_that_is_read_or_stands_in_the_law_has_a_name() -> None:
    known = {*codes_by_name().values(), *memberships()}
    assert not [code for code in known if labels.country(code, "nl") == code]
    assert (labels.country("CH", "en"), labels.country("EEA", "nl"), labels.country("QQ", "nl")) == (
        "Switzerland", "EER", "QQ"
    )  # fmt: skip
