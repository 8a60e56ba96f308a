"""Document -> Agreement: the whole of extraction."""

from art28.agreement.model import Agreement
from art28.document.flow import flow_of
from art28.document.model import Document
from art28.extraction.prepare import prepare
from art28.extraction.resolve import read_facts
from art28.extraction.rules import RULES


def extract(document: Document) -> Agreement:
    """The agreement that `document` holds: every fact with its passages, and what stays open."""
    reading = prepare(flow_of(document))
    facts, questions = read_facts(reading, RULES)
    return Agreement(reading, facts, questions)
