"""A few clauses of text -> an agreement, as every test of checking reads it."""

from art28.agreement.model import Agreement
from art28.document.flow import flow_of
from art28.extraction.extract import extract
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document


def agreement_in(text: str) -> Agreement:
    """The agreement that `text` makes, without facts."""
    return Agreement(prepare(flow_of(read_document(text.encode(), name="case.txt", limits=Limits()))), {})


def agreement_read_in(text: str) -> Agreement:
    """The agreement that `text` makes, with the facts that extraction reads in it."""
    return extract(read_document(text.encode(), name="case.txt", limits=Limits()))
