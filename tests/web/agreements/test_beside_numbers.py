"""An agreement whose clauses stand in a table beside their numbers is read, stored and prepared like any other."""

from pathlib import Path

from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.agreements.reading import read

PAGE = Path(__file__).resolve().parents[2] / "agreements" / "nl-w8.html"


def test_an_agreement_whose_clauses_stand_in_a_table_is_read() -> None:
    document = read_document(PAGE.read_bytes(), name=PAGE.name, limits=Limits())
    found = read(document, is_addendum=False)
    assert found.prepared == b""
