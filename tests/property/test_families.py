"""Fingerprints and alignments of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from art28.families.alignment import Change, align
from art28.families.fingerprint import closeness, fingerprint, similarity
from core.families.texts import text

WORDS = (
    "verwerker",
    "meldt",
    "binnen",
    "24",
    "uur",
    "aan",
    "de",
    "klant",
    "geen",
    "tenzij",
    "[naam]",
    "12 maart 2024",
    "a.b@c.example",
)
CLAUSES = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(" ".join), min_size=1, max_size=6).map(
    lambda clauses: tuple(f"1.{number} {each}." for number, each in enumerate(clauses, 1))
)
TEXTS = CLAUSES.map(lambda clauses: ("Artikel 1. Afspraken", *clauses))


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_likeness_is_mutual_and_within_bounds(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    ours, theirs = fingerprint(text(*one)), fingerprint(text(*other))
    assert similarity(ours, ours) == 1.0
    assert similarity(ours, theirs) == similarity(theirs, ours)
    assert 0.0 <= closeness(ours, theirs) == closeness(theirs, ours) <= 1.0


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_each_clause_of_both_texts_is_aligned_once_and_its_pieces_make_it_up(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    ours, theirs = text(*one), text(*other)
    found = align(ours, theirs)
    assert sorted(each.one.start for each in found if each.one) == [wording.start for wording in ours.wordings]
    assert sorted(each.other.start for each in found if each.other) == [wording.start for wording in theirs.wordings]
    for each in found:
        if each.other is not None and each.pieces:
            kept = "".join(piece.text for piece in each.pieces if piece.change is not Change.MISSING)
            assert kept == theirs.reading.original(each.other.start, each.other.end)


def test_a_long_run_without_an_end_costs_no_more_than_its_length() -> None:
    many = text("1.1 " + "a." * 60_000)
    assert fingerprint(many).sketch
