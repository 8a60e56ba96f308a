"""A filled copy, read as any agreement is -> the facts that aren't read as they went in."""

from art28.document.model import Document
from art28.drafting.house.model import Filled
from art28.extraction.extract import extract


def differing(copy: Filled, document: Document) -> tuple[str, ...]:
    """The keys of the facts that reading gives otherwise, or not at all."""
    facts = extract(document).facts
    return tuple(key for key, value in copy.facts.items() if (found := facts.get(key)) is None or found.value != value)
