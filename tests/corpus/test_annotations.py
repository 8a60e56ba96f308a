"""The annotated agreements: offsets and types hold, and nothing of the agreements' text is stored."""

import datetime as dt
import re
from collections import Counter
from hashlib import sha256
from typing import Any

import pytest

from art28.agreement.catalogue import FactSpec, FactType, catalogue
from corpus.annotations import NAMES, TEXTS, Annotations, is_span, load, rebuild, spans, text_of

DURATION = re.compile(r"P(?:\d+[YMWD])+|PT\d+H")
FREE = (FactType.TEXT, FactType.TEXTS, FactType.RECORDS)
# What a record may say in a code of the catalogue instead of in the document's words.
CODES = {
    "party": {"controller", "processor"},
    "purpose": {"breach", "contract", "support"},
    "kind": {"text", "yes_no", "number", "date", "contact"},
    "basis": {"fixed", "contract_price", "fees_of_month", "fees_of_year", "insurance", "general_terms"},
    "per": {"event", "year", "total"},
}
PLACES = re.compile(r"[A-Z]{2}|EEA|worldwide")


@pytest.fixture(params=NAMES)
def annotations(request: pytest.FixtureRequest) -> Annotations:
    return load(request.param)


@pytest.fixture
def text(annotations: Annotations) -> str:
    if not TEXTS.is_dir():
        pytest.skip("the agreements are not beside this checkout (../shared), and their text is not in the repository")
    found = text_of(annotations)
    assert found is not None, "no text beside this checkout has the digest of the one that was annotated"
    return found


def test_they_are_in_four_languages() -> None:
    count = Counter(load(name).language for name in NAMES)
    assert count == {"nl": 14, "en": 11, "de": 4, "fr": 2}


def test_no_words_of_the_agreements_are_stored(annotations: Annotations) -> None:
    for key, fact in annotations.facts.items():
        assert set(fact) <= {"value", "value_from_spans", "spans", "records", "also", "optional", "why"}, key
        assert ("value" in fact) is (catalogue()[key].type not in FREE), key
        for record in _records(fact):
            assert all(_is_code(name, field) for name, field in record.items()), key


@pytest.mark.reference
def test_every_span_lies_in_the_annotated_text(annotations: Annotations, text: str) -> None:
    assert sha256(text.encode()).hexdigest() == annotations.source_sha256
    for key, fact in annotations.facts.items():
        assert fact["spans"], key
        for start, end in spans(fact):
            assert 0 <= start < end <= len(text), key
            assert text[start:end] == text[start:end].strip(), key


@pytest.mark.reference
def test_every_value_is_of_its_type_in_the_catalogue(annotations: Annotations, text: str) -> None:
    for key, fact in rebuild(annotations, text)["facts"].items():
        for value in [fact["value"], *fact.get("also", [])]:
            assert _is_of_type(catalogue()[key], value), key
    assert rebuild(annotations, text)["facts"]["document.language"]["value"] == annotations.language


@pytest.mark.reference
def test_every_quote_is_verbatim(annotations: Annotations, text: str) -> None:
    for key, fact in rebuild(annotations, text)["facts"].items():
        assert fact["quotes"], key
        for quote in fact["quotes"]:
            assert quote["text"].strip(), key
            assert text[quote["start"] : quote["end"]] == quote["text"], key


def _records(fact: Any) -> list[dict[str, Any]]:
    parts = [fact, *(each for each in fact.get("also", ()) if isinstance(each, dict))]
    return [record["fields"] for part in parts for record in part.get("records", ())]


def _is_code(name: str, field: object) -> bool:
    if field is None or isinstance(field, int) or is_span(field):
        return True
    if name in ("established_in", "processing_in"):
        places = field if isinstance(field, list) else [field]
        return all(isinstance(each, str) and PLACES.fullmatch(each) for each in places)
    return field in CODES.get(name, ())


def _is_of_type(spec: FactSpec, value: Any) -> bool:
    if spec.type in (FactType.TEXTS, FactType.CHOICES, FactType.RECORDS):
        return isinstance(value, list) and bool(value) and all(_is_item(spec, each) for each in value)
    return _is_item(spec, value)


def _is_item(spec: FactSpec, value: Any) -> bool:
    match spec.type:
        case FactType.TEXT | FactType.TEXTS:
            return isinstance(value, str) and bool(value) and value == " ".join(value.split())
        case FactType.CHOICE | FactType.CHOICES:
            return value in spec.values
        case FactType.FLAG:
            return isinstance(value, bool)
        case FactType.DURATION:
            return isinstance(value, str) and bool(DURATION.fullmatch(value))
        case FactType.MONEY:
            return isinstance(value, int) and not isinstance(value, bool)
        case FactType.DATE:
            return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
        case FactType.RECORDS:
            return isinstance(value, dict) and tuple(value) == spec.fields
