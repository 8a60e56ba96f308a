"""Fingerprints: alike for agreements on one template, in whatever format and for whatever party; unlike for others."""

from pathlib import Path

import pytest

from art28.extraction.extract import extract
from art28.families.family import FAMILY_FROM, VERSION_FROM
from art28.families.fingerprint import Fingerprint, closeness, fingerprint, similarity, unpacked
from art28.families.words import worded
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.families.texts import ARTICLES, OTHER_ARTICLES, changed, text

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
FORMATS = {"markdown": "md", "html": "html", "docx": "docx", "pdf": "pdf"}


def of_sample(form: str, suffix: str, name: str) -> Fingerprint:
    path = SAMPLES / form / f"{name}.{suffix}"
    return fingerprint(worded(extract(read_document(path.read_bytes(), name=path.name, limits=Limits()))))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["01-telecom-cloud", "05-hosting-en", "08-gemeente-dienstverlener"])
def test_one_agreement_is_recognised_in_every_format(name: str, form: str) -> None:
    one, other = of_sample("text", "txt", name), of_sample(form, FORMATS[form], name)
    assert similarity(one, other) > 0.95
    assert closeness(one, other) > VERSION_FROM


def test_unrelated_agreements_have_little_in_common() -> None:
    assert similarity(fingerprint(text(*ARTICLES)), fingerprint(text(*OTHER_ARTICLES))) < FAMILY_FROM / 2


def test_another_party_changes_no_mark() -> None:
    one = fingerprint(text(*ARTICLES))
    other = fingerprint(text(*ARTICLES, controller="Stichting Anker Wonen"))
    assert [clause.mark for clause in one.carrying] == [clause.mark for clause in other.carrying]
    assert one.sketch == other.sketch


def test_another_number_keeps_the_mark_of_a_clause_and_changes_its_exact_mark() -> None:
    longer = changed(ARTICLES, _3_1=ARTICLES[7].removeprefix("3.1 ").replace("24", "48"))
    one, other = fingerprint(text(*ARTICLES)).marks, fingerprint(text(*longer)).marks
    assert one.clauses == other.clauses
    assert len(set(one.exact) - set(other.exact)) == 1


def test_renumbering_changes_no_mark() -> None:
    later = tuple(
        each.replace("Artikel 4", "Artikel 9").replace("4.1", "9.1").replace("4.2", "9.2") for each in ARTICLES
    )
    assert set(fingerprint(text(*ARTICLES)).marks.clauses) == set(fingerprint(text(*later)).marks.clauses)


def test_a_blank_is_marked_as_what_fills_it() -> None:
    blank = text("Artikel 1. Duur", "1.1 Zij gaat in op __________ en loopt tot de hoofdovereenkomst eindigt.")
    filled = text("Artikel 1. Duur", "1.1 Zij gaat in op 12 maart 2024 en loopt tot de hoofdovereenkomst eindigt.")
    assert fingerprint(blank).marks.clauses == fingerprint(filled).marks.clauses


def test_two_languages_are_never_compared() -> None:
    english = of_sample("text", "txt", "05-hosting-en")
    assert similarity(english, of_sample("text", "txt", "01-telecom-cloud")) == 0.0


def test_a_sketch_comes_back_from_its_text() -> None:
    given = fingerprint(text(*ARTICLES))
    assert unpacked(given.packed()) == given.sketch


def test_a_text_without_words_has_a_fingerprint_that_is_no_one_elses() -> None:
    empty = fingerprint(text("1.1 12345"))
    assert similarity(empty, fingerprint(text(*ARTICLES))) == 0.0


def test_the_mark_of_a_clause_is_the_same_on_every_machine() -> None:
    clause = next(clause for clause in fingerprint(text(*ARTICLES)).clauses if clause.provision == "3.2")
    assert clause.mark == "324cc9606c0e89e5"
