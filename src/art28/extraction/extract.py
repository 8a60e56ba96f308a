"""Document -> Agreement: the whole of extraction."""

from collections.abc import Iterator

from art28.agreement.model import Agreement
from art28.document.flow import Flow, flow_of
from art28.document.model import Document
from art28.extraction.dividing import divided
from art28.extraction.prepare import prepare
from art28.extraction.resolve import read_facts
from art28.extraction.rules import RULES


def extract(document: Document) -> Agreement:
    """The agreement that `document` holds, taken for one: every fact with its passages, and what stays open."""
    return _agreement(flow_of(document))


def extract_each(document: Document) -> Iterator[Agreement]:
    """Each processor agreement that `document` holds, as `extract` reads it: most often one."""
    return map(_agreement, divided(flow_of(document)))


def documents_in(document: Document) -> tuple[Document, ...]:
    """A document for each processor agreement that `document` holds; `document` itself where that is one."""
    return tuple(flow.document for flow in divided(flow_of(document)))


def _agreement(flow: Flow) -> Agreement:
    reading = prepare(flow)
    facts, questions = read_facts(reading, RULES)
    return Agreement(reading, facts, questions)
