"""The whole flow: a document -> agreement -> verdicts and findings, and what is promised."""

from dataclasses import dataclass

from art28.agreement.duties import Duty
from art28.agreement.model import Agreement
from art28.checking.check import check
from art28.checking.model import Checked, Finding
from art28.document.model import Document
from art28.extraction.extract import extract
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
    """Read the agreement in `document`, check it, and list what it promises."""
    agreement = extract(document)
    return Outcome(document, agreement, check(agreement), duties_of(agreement))
