"""An agreement that tells a party what to do, "Tell us at once", lays a duty on it."""

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.text import read_text
from core.extraction.clauses import value_of

SCHEDULE = """This schedule belongs to the contract between Millbrook Town Council ("we", "us", the "Council")
and Ferndale Apps Ltd ("you", the "Supplier").

1. We are the controller of the data. You are our processor.
2. Use the data only in the ways that we have set out in writing. Never use it for your own purposes.
3. Phone us as soon as you find out about a data breach, and no later than 10 hours after you found out.
4. If a resident asks you for their data, send the request to us. Do not answer it yourself.
5. Do not bring in another company unless we have agreed in writing.
6. Let us, or an auditor whom we choose, inspect your systems.
7. Use of the office is free.

Signed for the Council: Ada Marsh, Town Clerk and Head of Service, 3 June 2025
Signed for the Supplier: Tom Reid, Managing Director, 4 June 2025
"""


def read() -> Agreement:
    return extract(read_text(SCHEDULE, name="x.txt", sha256="0" * 64, extraction="text/1"))


def test_what_a_party_is_told_to_do_is_its_duty() -> None:
    facts = {key: fact.value for key, fact in read().facts.items()}
    assert facts["instructions.only_on_instruction"] is True
    assert facts["processing.own_purposes"] is False
    assert facts["breach.deadline"] == "PT10H"
    assert facts["breach.channel"] == ("phone",)
    assert facts["requests.handling"] == "forward"
    assert facts["subprocessors.authorisation"] == "specific"


def test_it_is_cited_as_the_agreement_writes_it() -> None:
    (citation,) = read().facts["requests.handling"].citations
    assert citation.text == "4. If a resident asks you for their data, send the request to us."


def test_who_speaks_is_the_controller_where_the_text_says_so() -> None:
    facts = read().facts
    assert facts["controller.name"].value == "Millbrook Town Council"
    assert facts["processor.name"].value == "Ferndale Apps Ltd"


def test_who_signs_and_when_stands_behind_the_party_on_its_line() -> None:
    facts = read().facts
    assert facts["controller.representative"].value == "Ada Marsh"
    assert facts["processor.representative_role"].value == "Managing Director"
    assert facts["term.signed_on"].value == "2025-06-04"


def test_a_text_that_addresses_nobody_is_told_nothing() -> None:
    text = "The Customer is the controller.\n\n1. Use of data: see annex 2.\n2. Report a breach within 10 hours.\n"
    assert value_of("breach.deadline", text) is None
