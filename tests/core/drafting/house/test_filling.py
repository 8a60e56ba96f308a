"""A house template: its blanks are taken for what they ask, and a filled copy says what went in."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from art28.drafting.house.filling import Template
from art28.drafting.house.form import NotAForm, WordForm
from art28.drafting.house.model import Problem, Refused, Use, Wrong
from art28.drafting.house.verifying import differing
from art28.reading.read import read_document
from core.drafting.house.forms import (
    AGREEMENT,
    GIVEN,
    LIMITS,
    VALUES,
    blanks,
    by_fact,
    document,
    field,
    places,
    plain,
    read,
    run,
    template,
)
from office import converted, needs_libreoffice

DATA = plain(*AGREEMENT)


def test_blanks_are_taken_for_the_facts_that_the_words_around_them_ask() -> None:
    made = template(DATA)

    assert {each.fact for each in made.blanks if each.use is Use.FACT} == set(GIVEN)
    assert [(each.name, each.use) for each in made.blanks if not each.fact] == [
        ("klantnummer", Use.OWN),
        ("Handtekening", Use.LEFT),
    ]
    assert {each.fact: each.unit for each in made.blanks if each.unit} == {
        "breach.deadline": "TH",
        "end.deadline": "D",
        "liability.cap": "EUR",
    }
    assert {each.fact for each in made.blanks if each.required} == {"controller.name", "processor.name"}


def test_merge_fields_of_one_name_are_one_blank_and_brackets_of_two_parties_are_two() -> None:
    merged = field("MERGEFIELD Klant", run("«Klant»"))
    data = document(run("Voor ") + merged, run("Dag ") + merged)

    assert [each.places for each in blanks(data)] == [(0, 1)]
    assert len([each for each in template(DATA).blanks if each.shown == "[adres]"]) == 2


def test_reading_a_filled_document_gives_the_facts_that_went_in() -> None:
    made = template(DATA)
    copy = made.fill(made.values(by_fact(made.blanks, GIVEN)))

    facts = read(copy.data).facts
    assert {key: facts[key].value for key in VALUES} == VALUES
    assert copy.facts == VALUES
    assert [each.name for each in made.blanks if each.key in copy.open] == ["klantnummer"]
    assert differing(copy, read_document(copy.data, name="x.docx", limits=LIMITS)) == ()


@needs_libreoffice
def test_libreoffice_opens_a_filled_document_and_saves_it_without_loss(tmp_path: Path) -> None:
    made = template(DATA)
    copy = made.fill(made.values(by_fact(made.blanks, GIVEN)))
    (tmp_path / "ingevuld.docx").write_bytes(copy.data)

    saved = (converted([tmp_path / "ingevuld.docx"], "docx", tmp_path / "uit") / "ingevuld.docx").read_bytes()

    facts = read(saved).facts
    assert {key: facts[key].value for key in VALUES} == VALUES


@settings(max_examples=25, deadline=None)
@given(
    hours=st.integers(1, 96),
    days=st.integers(1, 365),
    euros=st.integers(1, 9_999).map(lambda thousands: thousands * 1_000),
    number=st.integers(1, 999),
)
def test_whatever_goes_in_comes_back(hours: int, days: int, euros: int, number: int) -> None:
    made = _TEMPLATE
    given_ = {
        **GIVEN,
        "breach.deadline": f"{hours}",
        "end.deadline": f"P{days}D",
        "liability.cap": str(euros),
        "controller.street": f"Lindelaan {number}",
    }
    copy = made.fill(made.values(by_fact(made.blanks, given_)))

    facts = read(copy.data).facts
    assert facts["breach.deadline"].value == f"PT{hours}H"
    assert facts["end.deadline"].value == f"P{days}D"
    assert facts["liability.cap"].value == euros
    assert facts["controller.street"].value == f"Lindelaan {number}"


_TEMPLATE = template(DATA)


@pytest.mark.parametrize(
    ("fact", "given_", "wrong"),
    [
        ("controller.name", "Stichting\nBeukenhof", Wrong.LINE_BREAK),
        ("controller.name", "=HYPERLINK(1)", Wrong.FORMULA),
        ("controller.name", "  ", Wrong.REQUIRED),
        ("controller.name", "a\x01b", Wrong.SIGN),
        ("controller.name", "a" * 4_001, Wrong.TOO_LONG),
        ("breach.deadline", "gauw", Wrong.MISFIT),
        ("breach.deadline", "2 dagen", Wrong.UNIT),
        ("liability.cap", "veel", Wrong.MISFIT),
    ],
)
def test_a_value_that_cannot_go_in_is_refused_with_its_column(fact: str, given_: str, wrong: Wrong) -> None:
    made = template(DATA)
    with pytest.raises(Refused) as refused:
        made.values(by_fact(made.blanks, {**GIVEN, fact: given_}), line=7)

    (problem,) = refused.value.problems
    heading = next(made.headings[each.key] for each in made.blanks if each.fact == fact)
    assert (problem.wrong, problem.line, problem.column) == (wrong, 7, heading)


def test_every_problem_of_a_row_is_named_at_once() -> None:
    made = template(DATA)
    with pytest.raises(Refused) as refused:
        made.values(by_fact(made.blanks, {"controller.name": "=1", "breach.deadline": "gauw"}), line=2)

    assert [each.wrong for each in refused.value.problems] == [Wrong.FORMULA, Wrong.REQUIRED, Wrong.MISFIT]


def test_what_is_required_may_stay_open_where_that_is_asked_for() -> None:
    made = template(DATA)

    assert made.values({}, partial=True) == {}


def test_a_period_without_a_unit_behind_it_is_put_in_in_words() -> None:
    data = plain("Verwerker meldt een inbreuk in verband met persoonsgegevens binnen [termijn] na ontdekking.")
    (blank,) = blanks(data)
    made = Template(data, places(data), [replace(blank, use=Use.FACT, fact="breach.deadline")], language="nl")

    copy = made.fill(made.values({"1": "48 uur"}))
    assert "binnen 48 uur na" in read_document(copy.data, name="x", limits=LIMITS).text


def test_places_of_another_file_are_refused() -> None:
    with pytest.raises(NotAForm):
        WordForm(plain("[a]"), places(plain("Een veel langer document", *AGREEMENT)))
    with pytest.raises(NotAForm):
        WordForm(b"PK no archive", places(plain("[a]")))


def test_a_problem_says_where_it_is() -> None:
    refused = Refused((Problem(Wrong.REQUIRED, 3, "Naam"),))

    assert str(refused) == "3 Naam required"
