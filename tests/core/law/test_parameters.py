from datetime import date

import pytest

from art28.agreement import labels
from art28.law.parameter import Unit, UnknownParameter, parameter, parameters
from art28.law.provision import Status, UnknownProvision, interval, provision, provisions, refuse_overlap
from art28.law.tables import InvalidTable, parse_rows
from art28.timelimits.period import period_of


def test_the_breach_period_carries_its_provision_and_source() -> None:
    found = parameter("gdpr.breach.authority", date(2026, 11, 10))

    assert (found.value, found.unit) == (72, Unit.HOURS)
    assert (found.provision.source, found.provision.article) == ("Regulation (EU) 2016/679", "Art. 33(1)")
    assert found.status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("id_", "period"),
    [
        ("gdpr.breach.authority", "PT72H"),
        ("gdpr.request.answer", "P1M"),
        ("gdpr.request.extension", "P2M"),
        ("gdpr.request.extended", "P3M"),
        ("gdpr.consultation.answer", "P8W"),
        ("gdpr.consultation.extension", "P6W"),
        ("cbw.early_warning", "PT24H"),
        ("cbw.incident_report", "PT72H"),
        ("cbw.final_report", "P1M"),
        ("awt.longest.days", "P90D"),
        ("r1182.minimum.held", "P2D"),
        ("retention.fiscal_administration", "P7Y"),
    ],
)
def test_a_parameter_becomes_a_period(id_: str, period: str) -> None:
    assert str(period_of(parameter(id_, date(2026, 11, 10)))) == period


def test_a_period_of_an_act_is_unknown_the_day_before_it_enters_into_force() -> None:
    assert parameter("cbw.early_warning", date(2026, 8, 15)).value == 24
    with pytest.raises(UnknownParameter, match="doesn't hold on 2026-08-14; it is known for 2026-08-15 to now"):
        parameter("cbw.early_warning", date(2026, 8, 14))


_ACT = "Algemene termijnenwet"


@pytest.mark.parametrize(
    ("id_", "language", "begins", "place"),
    [
        (
            "cbw.final_report",
            "nl",
            "eindverslag over een significant incident, 1 maand",
            "artikel 29 Cyberbeveiligingswet",
        ),
        ("gdpr.breach.authority", "en", "notification of a breach to the", "Article 33(1) GDPR"),
        ("gdpr.breach.authority", "nl", "melding van een inbreuk aan de", "artikel 33, lid 1, AVG"),
        ("awt.minimum.held", "nl", "werkdagen die ten minste in zo'n termijn vallen, 2 werkdagen", f"artikel 2 {_ACT}"),
        ("awt.longest.days", "nl", "langste termijn in dagen waarvoor de", f"artikel 4, onder a, {_ACT}"),
        ("retention.books_business", "nl", "bewaren van de boekhouding", "artikel 15i Burgerlijk Wetboek, Boek 3"),
        ("retention.wage_tax_statement", "en", "keeping of the wage", "Uitvoeringsregeling loonbelasting 2011"),
    ],
)
def test_a_parameter_is_said_in_words_with_its_article(id_: str, language: str, begins: str, place: str) -> None:
    said = labels.number_of_law(parameter(id_, date(2026, 11, 10)), language)
    assert said.startswith(begins)
    assert said.endswith(f" ({place})")


def test_every_parameter_has_a_name_in_both_languages_that_is_no_key() -> None:
    for versions in parameters().values():
        for each in versions:
            assert set(each.names) == {"nl", "en"}
            assert not any(each.id.split(".")[0] + "." in name for name in each.names.values())


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(UnknownParameter, match=r"no parameter 'gdpr\.lunch'"):
        parameter("gdpr.lunch", date(2026, 1, 1))


def test_every_parameter_has_a_date_of_checking_and_no_period_before_its_provision() -> None:
    for versions in parameters().values():
        for version in versions:
            assert version.valid_from >= version.provision.in_force_from
            assert version.checked_on >= date(2026, 11, 1)


def test_a_provision_is_in_force_from_its_first_day() -> None:
    article = provision("gdpr/33/1")

    assert article.is_in_force(date(2018, 5, 25))
    assert not article.is_in_force(date(2018, 5, 24))


def test_an_unknown_provision_is_named() -> None:
    with pytest.raises(UnknownProvision, match="T-99"):
        provision("T-99")


def test_every_counting_rule_has_its_provision() -> None:
    rules = {f"T-{number}" for number in range(1, 15)} | {f"A-{number}" for number in range(1, 12)}

    assert rules <= set(provisions())


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    (row,) = parse_rows(
        "[[x]]\nvalid_from = 2020-01-02\nvalid_to = 2020-01-01", "x", file="x.toml", keys=("valid_from", "valid_to")
    )

    with pytest.raises(InvalidTable, match="valid_to 2020-01-01 comes before valid_from 2020-01-02"):
        interval(row)


def test_two_answers_for_one_day_are_refused() -> None:
    (row,) = parse_rows("[[x]]\na = 1", "x", file="x.toml", keys=("a",))
    earlier: list[tuple[date, date | None]] = []

    refuse_overlap(row, earlier, date(2020, 1, 1), date(2020, 12, 31))
    refuse_overlap(row, earlier, date(2021, 1, 1), None)
    with pytest.raises(InvalidTable, match="overlaps an earlier row"):
        refuse_overlap(row, earlier, date(2020, 12, 31), date(2020, 12, 31))
