"""Two agreements by their clauses, and what a comparison leaves out."""

from art28.comparing.compare import compare
from art28.comparing.model import NotCompared
from art28.extraction.extract import extract
from art28.families.alignment import Change
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.comparing.texts import ENGLISH, NEW, OLD, agreement
from office import rich


def test_clauses_meet_by_their_words_and_show_what_changed_in_them() -> None:
    found = compare(agreement(OLD), agreement(NEW))
    changed = {
        (each.one or each.other).provision: each  # type: ignore[union-attr]
        for each in found.clauses
        if each.change is not Change.SAME
    }

    assert {place: each.change for place, each in changed.items()} == {
        "1.1": Change.FILLED_IN,
        "1.2": Change.MISSING,
        "2.2": Change.CHANGED,
        "3.2": Change.ADDED,
    }
    words = [(piece.change, piece.text.strip()) for piece in changed["1.1"].pieces if piece.change is not Change.SAME]
    assert words == [(Change.MISSING, "24"), (Change.ADDED, "48")]


def test_an_agreement_held_against_itself_differs_in_nothing() -> None:
    found = compare(agreement(OLD), agreement(OLD))

    assert found.facts == ()
    assert {each.change for each in found.clauses} == {Change.SAME}


def test_texts_in_different_languages_meet_by_their_facts_alone_and_that_is_said() -> None:
    found = compare(agreement(OLD), agreement(ENGLISH))

    assert found.clauses == ()
    assert found.not_compared[NotCompared.LANGUAGES] == "nl, en"
    assert "breach.deadline" in {each.key for each in found.facts}
    assert "law.governing" in found.same


def test_headers_and_remarks_are_said_to_be_left_out_and_footnotes_and_tables_are_compared() -> None:
    one = extract(read_document(rich(), name="rich.docx", limits=Limits()))

    found = compare(one, agreement(OLD))

    assert {NotCompared.RUNNING_HEADS, NotCompared.COMMENTS, NotCompared.LAYOUT} <= found.not_compared.keys()
    compared = " ".join(
        piece.text for each in found.clauses for piece in each.pieces if piece.change is not Change.ADDED
    )
    assert "Ook in het weekend" in compared
    assert "Wolkenveld" in compared
    assert "Kaderlijn B.V." not in compared


def test_two_plain_texts_leave_out_their_layout_alone() -> None:
    assert tuple(compare(agreement(OLD), agreement(NEW)).not_compared) == (NotCompared.LAYOUT,)
