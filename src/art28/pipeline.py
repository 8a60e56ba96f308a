"""The whole flow: a document -> agreement -> verdicts and findings, and what is promised."""

from collections.abc import Iterator
from dataclasses import dataclass

from art28.agreement.duties import Duty
from art28.agreement.model import Agreement
from art28.checking.check import check
from art28.checking.model import Checked, Finding
from art28.document.model import Document
from art28.extraction.extract import extract, extract_each
from art28.obligations.duties import duties_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What art28 makes of one document."""

    document: Document
    agreement: Agreement
    checked: Checked
    duties: tuple[Duty, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a careful reader would flag, most serious first."""
        return self.checked.findings


def carry_out(document: Document) -> Outcome:
    """Read the agreement in `document`, taken for one, check it, and list what it promises."""
    return _outcome(extract(document))


def carry_out_each(document: Document) -> Iterator[Outcome]:
    """The same for each agreement that the file holds."""
    return map(_outcome, extract_each(document))


def _outcome(agreement: Agreement) -> Outcome:
    return Outcome(agreement.reading.flow.document, agreement, check(agreement), duties_of(agreement))
