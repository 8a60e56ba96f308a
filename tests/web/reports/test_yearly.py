"""The yearly report: its numbers are those of the year, beside the year before, on screen and as an accessible document."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import translation

from art28.web.accounts.models import Organisation
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation, State
from art28.web.lifecycle.models import Step
from art28.web.lifecycle.stages import Stage
from art28.web.reports import saying, yearly
from art28.web.reports.drawing import Series, bars
from art28.web.reports.yearly import Pair
from art28.web.requests.models import SubjectRequest
from web.breaches import world as worlds
from web.breaches.world import NOW, World, breach, signed_in
from web.reports.world import request, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def ended(took: timedelta, reasons: str = "") -> None:
    """End our report of the newest breach after a time; its limit is a day."""
    rows = Obligation.objects.filter(subject_kind="breach", action="notify_breach", ended_at=None)
    state = State.LATE if took > timedelta(days=1) else State.MET
    changed = rows.update(state=state, ended_at=NOW + took, ended_by="handed_over", late_reasons=reasons)
    assert changed == 1


def numbers(given: World, year: int = 2026) -> yearly.Year:
    return yearly.year_of(given.organisation, year, now=NOW + timedelta(days=1))


def text_of(document: bytes) -> str:
    pages = pypdfium2.PdfDocument(document)
    found = " ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())
    pages.close()
    return found


def test_what_fell_in_the_year_stands_beside_what_fell_in_the_year_before(given: World) -> None:
    row = request(given, datetime(2025, 3, 9, tzinfo=UTC))
    closed = {"closed_at": datetime(2026, 1, 5, tzinfo=UTC), "state": "closed", "outcome": "granted"}
    SubjectRequest.objects.filter(pk=row.pk).update(**closed)
    found = numbers(given)
    assert [sum(each) for each in found.requests] == [1, 1]
    assert found.requests[1][2] == 1
    assert found.answered["granted"] == Pair(1, 0)
    assert found.breaches[0][10] == 1
    assert found.audits["asked"] == Pair(1, 0)
    assert found.agreements["added"] == Pair(1, 0)


def test_a_year_ends_at_midnight_of_the_organisation(given: World) -> None:
    Breach.objects.update(aware_at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))  # half past midnight in Amsterdam
    assert numbers(given).breaches[0][0] == 1
    Breach.objects.update(aware_at=datetime(2025, 12, 31, 22, 30, tzinfo=UTC))
    found = numbers(given)
    assert sum(found.breaches[0]) == 0
    assert found.breaches[1][11] == 1


def test_the_time_to_tell_stands_against_the_limit_and_what_was_late_has_its_reasons(given: World) -> None:
    ended(timedelta(hours=30), reasons="De dienst lag plat.")
    breach(given)
    ended(timedelta(hours=6))
    found = numbers(given)
    told = found.told[0]
    assert (told.count, told.late, told.longest) == (2, 1, timedelta(hours=30))
    assert [(each.kind, each.met.now, each.late.now) for each in found.kept if each.kind == "breach"] == [
        ("breach", 1, 1)
    ]
    assert (found.met_by_month[10], found.late_by_month[10]) == (1, 1)
    assert [each.late_reasons for each in found.late] == ["De dienst lag plat."]
    assert found.late_count == 1


def test_what_was_only_played_counts_nowhere(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ended(timedelta(hours=30))
    assert numbers(given).late_count == 1
    monkeypatch.setattr(yearly, "PLAYED", ("breach",))
    found = numbers(given)
    assert found.late_count == 0
    assert not found.late


def test_an_agreement_is_in_force_until_the_day_on_which_it_ended(given: World) -> None:
    worlds.agreement(given.organisation, name="Gemeente Waterland")

    def step(stage: Stage, on: date) -> None:
        Step.objects.create(organisation=given.organisation, agreement=given.agreement, stage=stage, on=on, at=NOW)

    step(Stage.ACTIVE, date(2024, 5, 1))
    step(Stage.ENDED, date(2026, 6, 1))
    found = numbers(given).agreements
    assert found["held"] == Pair(1, 1)  # the other one was put in this year; this one was in force the year before
    assert found["ended"] == Pair(1, 0)


def test_another_organisation_counts_nowhere(given: World) -> None:
    elsewhere = Organisation.objects.get(slug="elders")
    from_outside = yearly.year_of(elsewhere, 2026, now=NOW)
    assert sum(map(sum, (*from_outside.breaches, *from_outside.requests))) == 0
    assert from_outside.agreements["held"] == Pair(0, 0)
    assert from_outside.kept == ()


def test_the_report_costs_as_many_queries_at_any_size(
    given: World, django_assert_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_num_queries(21):
        numbers(given)
    for number in range(3):
        worlds.agreement(given.organisation, name=f"Waterschap {number}")
        breach(given)
        request(given)
    with django_assert_num_queries(21):
        numbers(given)


def test_the_page_tells_the_year_with_drawings_that_speak(given: World) -> None:
    ended(timedelta(hours=30), reasons="De dienst lag plat.")
    page = signed_in(given.member).get(reverse("reports:yearly")).content.decode()
    for heading in ("Jaarverslag", "Te laat, met de redenen", "De dienst lag plat.", "Register"):
        assert heading in page
    drawings = re.findall(r"<svg[^>]*>", page)
    assert drawings
    assert all('aria-label="' in each or "aria-labelledby" in each for each in drawings if 'role="img"' in each)


@pytest.mark.parametrize(("language", "words"), [("nl", "Jaarverslag 2026"), ("en", "Yearly report 2026")])
def test_the_document_is_accessible_in_both_languages(given: World, language: str, words: str) -> None:
    ended(timedelta(hours=30), reasons="De dienst lag plat.")
    answer = signed_in(given.owner).get(reverse("reports:yearly_document", args=(2026, language)))
    assert answer.status_code == 200
    document = answer.content
    about = document[document.index(b"<x:xmpmeta") : document.index(b"</x:xmpmeta>")].decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    said = text_of(document)
    assert words in said
    assert "De dienst lag plat." in said


@pytest.mark.parametrize("place", ["2019/nl", "2026/de", "2031/en"])
def test_a_year_or_language_that_there_is_not_is_not_found(given: World, place: str) -> None:
    assert signed_in(given.owner).get(f"/reports/yearly/{place}/").status_code == 404


def test_every_drawing_says_in_words_what_it_draws(given: World) -> None:
    ended(timedelta(hours=30))
    with translation.override("en"):
        found = {each.key: each for each in saying.sections(numbers(given))}
    assert "Late 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0" in found["obligations"].drawings[0].says
    assert "1 after the limit" in found["breaches"].drawings[1].says.replace(": 1, ", ": ")
    assert "2026 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0" in found["requests"].drawings[0].says


def test_bars_stand_on_their_line_within_their_drawing_and_upon_each_other() -> None:
    series = (
        Series("now", "In time", (3, 0, 7, *[1] * 9)),
        Series("late", "Late", (2, 4, 0, *[0] * 9)),
    )
    drawn = bars(series, title="x", stacked=True)
    first, second = drawn.bars[:2]
    assert first.y + first.height == pytest.approx(drawn.base, abs=0.2)
    assert second.y + second.height == pytest.approx(first.y, abs=0.2)
    assert all(bar.y >= 0 and bar.x + bar.width <= drawn.width for bar in drawn.bars)
    assert [value for _y, value in drawn.ticks] == [0, 2, 4, 6, 8]
    assert len(drawn.months) == 12
