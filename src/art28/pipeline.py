"""The whole flow: a file's bytes -> document -> agreement -> findings and duties."""

from dataclasses import dataclass

from art28.agreement.model import Agreement
from art28.document.model import Document
from art28.extraction.extract import extract


@dataclass(frozen=True, slots=True)
class Outcome:
    """What art28 makes of one document."""

    document: Document
    agreement: Agreement


def carry_out(document: Document) -> Outcome:
    """Read the agreement in `document`, check it, and list what it promises."""
    agreement = extract(document)
    return Outcome(document, agreement)
