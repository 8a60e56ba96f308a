"""Passages that a person points at: by a selection as a browser counts it, or by words."""

from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from art28.web.accounts.rights import Role
from art28.web.agreements import pointing
from art28.web.agreements.models import Agreement, AgreementText, FactVersion
from art28.web.agreements.rendering import _shown, shown_with_sources
from web.people import Tenant, tenant
from web.samples import TEXT, read_agreement

KEY = "breach.deadline"
LETTERS = st.text(alphabet="ab \n\r\f\t-\u0002🔒é")


def text_row(text: str) -> AgreementText:
    return AgreementText(text=text, blocks=[], pages=[[1, 0, len(text)]])


@given(LETTERS)
def test_the_text_with_its_sources_is_the_text_as_shown(text: str) -> None:
    shown, sources = shown_with_sources(text)
    assert shown == _shown(text)
    assert len(sources) == len(shown)
    assert sources == sorted(sources)
    assert all(text[source] == character for character, source in zip(shown, sources, strict=True) if character != " ")


@given(LETTERS, st.integers(0, 40))
def test_a_place_in_the_shown_text_is_found_by_its_utf_16_units(text: str, index: int) -> None:
    shown, sources = shown_with_sources(text)
    if index >= len(shown):
        return
    units = len(shown[:index].encode("utf-16-le")) // 2
    assert pointing.source_of(text, 0, units) == sources[index]


def test_a_selection_after_characters_outside_the_first_plane_is_what_was_selected() -> None:
    text = text_row("🔒🔒 Verwerker meldt binnen 24 uur.")
    units = len("🔒🔒 Verwerker meldt ".encode("utf-16-le")) // 2
    found = pointing.selected(text, f"0:{units}-0:{units + len('binnen 24 uur')}")
    assert found is not None
    assert text.text[slice(*found)] == "binnen 24 uur"


@pytest.mark.parametrize(
    "marks", ["", "x", "0:0-0:0", "5:0-0:0", "999999:0-999999:5", "0:0-0:999999", "0:-1-0:5", "0:0-0:3;", "²:0-0:3"]
)
def test_a_selection_that_makes_no_sense_is_none(marks: str) -> None:
    assert pointing.selected(text_row("Verwerker meldt."), marks) is None


def test_words_are_found_over_line_ends_and_broken_words() -> None:
    text = text_row("Verwerker meldt een in-\nbreuk\n  binnen   24 uur na ontdekking.")
    ((start, end),) = pointing.verbatim(text, "een inbreuk binnen 24 uur")
    assert text.text[start:end] == "een in-\nbreuk\n  binnen   24 uur"


def test_words_that_stand_there_twice_are_not_one_place() -> None:
    assert len(pointing.verbatim(text_row("24 uur, of 24 uur, of 24 uur"), "24 uur")) == 2
    assert pointing.verbatim(text_row("24 uur"), "   ") == ()
    assert pointing.verbatim(text_row("24 uur"), "25 uur") == ()


def test_passages_of_an_earlier_reading_are_found_where_they_stand_now() -> None:
    text = text_row("Kop. binnen 24 uur. Slot: binnen 24 uur.")
    moved = pointing.anchored([{"text": "binnen 24 uur", "start": 22, "end": 35, "page": None}], text)
    assert [(row["start"], row["page"]) for row in moved] == [(26, 1)]
    assert pointing.anchored([{"text": "binnen 48 uur", "start": 0, "end": 13, "page": None}], text) == []


@pytest.fixture
def ours(db: None) -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    return read_agreement(ours, "🔒 " + TEXT)


def corrected(ours: Tenant, agreement: Agreement, **data: Any) -> tuple[int, FactVersion]:
    address = reverse("agreements:fact", args=[agreement.pk, KEY])
    given = {"decision": "correct", "seen": 1, "words": "24 uur", **data}
    status = ours.client(Role.PRIVACY_OFFICER).post(address, given).status_code
    return status, FactVersion.objects.get(agreement=agreement, key=KEY, current=True)


def test_a_passage_pasted_without_javascript_is_cited_verbatim(ours: Tenant, agreement: Agreement) -> None:
    status, fact = corrected(ours, agreement, passage="recht een  audit te laten\nuitvoeren")
    assert status == 302
    (cited,) = fact.citations
    text = AgreementText.objects.get(agreement=agreement).text
    assert text[cited["start"] : cited["end"]] == cited["text"]
    assert " ".join(cited["text"].split()) == "recht een audit te laten uitvoeren"
    assert (fact.value, fact.provision, fact.rule) == ("PT24H", "3.1", "")


def test_a_passage_selected_in_the_page_is_cited_at_its_code_points(ours: Tenant, agreement: Agreement) -> None:
    text = AgreementText.objects.get(agreement=agreement).text
    start = text.index("recht een audit")
    _, fact = corrected(ours, agreement, passage="recht een audit", marks=f"{start}:0-{start}:15")
    assert [(row["start"], row["text"]) for row in fact.citations] == [(start, "recht een audit")]


def test_a_passage_that_is_not_there_or_not_alone_stays_in_the_form(ours: Tenant, agreement: Agreement) -> None:
    for words in ("binnen 99 uur", "Verwerker"):
        status, fact = corrected(ours, agreement, passage=words)
        assert (status, fact.number) == (400, 1)


def test_a_correction_without_a_passage_keeps_the_one_that_was_read(ours: Tenant, agreement: Agreement) -> None:
    before = FactVersion.objects.get(agreement=agreement, key=KEY, current=True).citations
    _, fact = corrected(ours, agreement)
    assert fact.citations == before
