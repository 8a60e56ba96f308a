"""Finding words in the text of one agreement, and in those of all."""

import re

import pytest
from django.urls import reverse

from art28.document.model import Block, BlockKind, Span
from art28.web.accounts.rights import Role
from art28.web.agreements import browsing, rows
from art28.web.agreements.locating import located
from art28.web.agreements.models import AgreementText
from web.people import Tenant, tenant
from web.samples import TEXT, read_agreement


def text_row(*blocks: tuple[str, BlockKind, bool]) -> AgreementText:
    """A text of blocks; a block may go on from the one before it."""
    whole, found = "", []
    for words, kind, continues in blocks:
        span = Span(len(whole), len(whole) + len(words))
        found.append(rows.of_block(Block(kind=kind, span=span, page=1, continues=continues)))
        whole += f"{words}\n"
    return AgreementText(text=whole, blocks=found, pages=[[1, 0, len(whole)]])


def passages(text: AgreementText, words: str) -> list[tuple[str, ...]]:
    found = located(text, words)
    assert found is not None
    return [tuple(citation.text for citation in place) for place in found.places]


PARAGRAPH = BlockKind.PARAGRAPH


@pytest.mark.parametrize("words", ["reëel", "REEEL", "reeel", "Reëel"])
def test_case_and_accents_make_no_difference(words: str) -> None:
    text = text_row(("Een reëel risico, of een Reëel gevaar.", PARAGRAPH, False))
    assert passages(text, words) == [("reëel",), ("Reëel",)]


def test_a_word_broken_over_a_line_is_found() -> None:
    text = text_row(("De beveili-\nging van de persoons\ngegevens blijft.", PARAGRAPH, False))
    assert passages(text, "beveiliging van") == [("beveili-\nging van",)]


def test_a_sentence_that_a_page_header_parts_is_found_in_both_halves() -> None:
    text = text_row(
        ("Verwerker meldt een inbreuk", PARAGRAPH, False),
        ("Overeenkomst 2025, versie 3", BlockKind.PAGE_HEADER, False),
        ("binnen 24 uur.", PARAGRAPH, True),
    )
    assert passages(text, "inbreuk binnen") == [("inbreuk", "binnen")]


def test_curly_quotation_marks_and_long_dashes_are_like_straight_ones() -> None:
    text = text_row(("De “Dienst” – zoals bedoeld.", PARAGRAPH, False))
    assert passages(text, '"dienst" -') == [("“Dienst” –",)]


@pytest.mark.parametrize("words", ["", " ", "a", "\x00", "\x00 b"])
def test_too_little_to_look_for(words: str) -> None:
    assert located(text_row(("aa bb", PARAGRAPH, False)), words) is None


def test_signs_of_patterns_are_looked_for_as_they_are() -> None:
    text = text_row(("Kosten (ex btw) .* en meer", PARAGRAPH, False))
    assert passages(text, ".*") == [(".*",)]
    assert passages(text, "(ex") == [("(ex",)]


def test_many_places_are_cut_off_and_said_to_be() -> None:
    found = located(text_row(("ja " * 2000, PARAGRAPH, False)), "ja")
    assert found is not None
    assert found.more
    assert len(found.places) == 500


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.mark.django_db
def test_the_page_marks_and_counts_the_places(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.OWNER)
    address = reverse("agreements:detail", args=[agreement.pk])
    shown = client.get(address, {"find": "SCHRIFTELIJKE instructies van verwerkingsverantwoordelijke"}).content.decode()
    assert re.findall(r'data-found="(\d+)"', shown) == ["1"]
    assert "1 plaats" in shown
    assert "Niet gevonden" in client.get(address, {"find": "zeppelin"}).content.decode()
    part = client.get(address, {"find": "audit"}, headers={"HX-Request": "true", "HX-Target": "text"}).content.decode()
    assert part.startswith('<div class="text" id="text">')
    assert 'data-found="2"' in part


@pytest.mark.django_db
def test_agreements_are_found_by_words_without_accents_and_broken_over_lines(ours: Tenant) -> None:
    broken = f"{TEXT}\n3.2 Een reëel risico wordt gemeld bij de geheimhou-\ndingsfunctionaris.\n"
    agreement = read_agreement(ours, broken)
    read_agreement(ours, TEXT, "zonder.txt")
    for words in ("reeel", "REËEL", "geheimhoudingsfunctionaris"):
        found = browsing.listed(ours.organisation, browsing.Filter(words=words))
        assert [each.pk for each in found.page] == [agreement.pk], words


@pytest.mark.django_db
def test_the_list_leads_to_the_word_that_was_searched_for(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.OWNER)
    address = reverse("agreements:detail", args=[agreement.pk])
    listed = client.get(reverse("agreements:list"), {"q": "Ontdekking"}).content.decode()
    assert f'href="{address}?find=ontdekking"' in listed
    for by_name in ("zonnehoek", "ontdekking audit", ""):
        assert f'href="{address}"' in client.get(reverse("agreements:list"), {"q": by_name}).content.decode()
