"""Two agreements side by side: clauses meet by their words, and the words that differ are shown as written."""

import pytest

from art28.families.alignment import Aligned, Change, align
from core.families.texts import ARTICLES, changed, text


def between(one: tuple[str, ...], other: tuple[str, ...]) -> list[Aligned]:
    """What differs."""
    return [each for each in align(text(*one), text(*other)) if each.change is not Change.SAME]


def test_a_text_is_the_same_as_itself() -> None:
    assert between(ARTICLES, ARTICLES) == []


def test_another_number_is_filled_in_otherwise_and_shown() -> None:
    longer = changed(ARTICLES, _3_1=ARTICLES[7].removeprefix("3.1 ").replace("24", "48"))
    (found,) = between(ARTICLES, longer)
    assert found.change is Change.FILLED_IN
    assert [piece.text.strip() for piece in found.pieces if piece.change is Change.MISSING] == ["24"]
    assert [piece.text.strip() for piece in found.pieces if piece.change is Change.ADDED] == ["48"]


def test_words_added_to_a_clause_are_shown() -> None:
    more = changed(
        ARTICLES, _3_2=ARTICLES[8].removeprefix("3.2 ").rstrip(".") + ", tenzij de wet hem daartoe verplicht."
    )
    (found,) = between(ARTICLES, more)
    assert (found.change, found.other and found.other.provision) == (Change.CHANGED, "3.2")
    assert "".join(p.text for p in found.pieces if p.change is Change.ADDED) == "tenzij de wet hem daartoe verplicht."


def test_the_pieces_in_the_other_text_make_up_its_clause() -> None:
    more = changed(
        ARTICLES, _2_2="Verwerker toetst deze maatregelen elk kwartaal en legt de uitkomst schriftelijk vast."
    )
    (found,) = between(ARTICLES, more)
    kept = "".join(piece.text for piece in found.pieces if piece.change is not Change.MISSING)
    assert kept == "2.2 Verwerker toetst deze maatregelen elk kwartaal en legt de uitkomst schriftelijk vast."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Verwerker maakt elke week een kopie van alles", "Verwerker maakt elke week een kopie"),
        ("Verwerker maakt elke week een kopie, en bewaart die elders.", "Verwerker maakt elke week een kopie."),
        ("Verwerker maakt een kopie (elke week) en bewaart die", "Verwerker maakt een kopie (elke dag)"),
        ("Verwerker meldt het binnen 24 uur per mail", "Verwerker meldt het binnen 48 uur"),
    ],
)
def test_the_pieces_in_each_text_keep_its_words_apart(ours: str, theirs: str) -> None:
    (found,) = between(("Artikel 1. Kopie", f"1.1 {ours}"), ("Artikel 1. Kopie", f"1.1 {theirs}"))
    for said, gone in ((ours, Change.ADDED), (theirs, Change.MISSING)):
        kept = "".join(piece.text for piece in found.pieces if piece.change is not gone)
        assert kept.removeprefix("1.1 ").split() == said.split()


def test_a_clause_left_out_is_missing_and_the_others_meet_by_their_words() -> None:
    shorter = tuple(each for each in ARTICLES if not each.startswith("2.1"))
    renumbered = tuple(each.replace("2.2 ", "2.1 ") for each in shorter)
    (found,) = between(ARTICLES, renumbered)
    assert (found.change, found.one and found.one.provision) == (Change.MISSING, "2.1")


def test_an_article_put_in_between_is_added_where_it_stands() -> None:
    added = (*ARTICLES[:9], "3.3 Verwerker houdt een register bij van alle inbreuken.", *ARTICLES[9:])
    everything = align(text(*ARTICLES), text(*added))
    place = next(at for at, each in enumerate(everything) if each.change is Change.ADDED)
    before = everything[place - 1].other
    assert before is not None
    assert before.provision == "3.2"


def test_articles_in_another_order_are_the_same_articles() -> None:
    moved = (*ARTICLES[:3], *ARTICLES[6:], *ARTICLES[3:6])
    assert between(ARTICLES, moved) == []


def test_a_very_long_clause_is_shown_whole() -> None:
    one = ("Artikel 1. Lijst", "1.1 " + " ".join(f"z{chr(97 + n % 26)} en" for n in range(620)))
    other = ("Artikel 1. Lijst", "1.1 " + " ".join(f"z{chr(97 + n % 25)} en" for n in range(620)))
    (found,) = between(one, other)
    assert [piece.change for piece in found.pieces] == [Change.MISSING, Change.ADDED]
