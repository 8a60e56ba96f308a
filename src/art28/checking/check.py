"""Agreement -> what checking says of it: a verdict on every requirement, and findings."""

from datetime import date

from art28.agreement.model import Agreement
from art28.checking.annexes import annexes
from art28.checking.blanks import blanks
from art28.checking.conflicts import conflicts
from art28.checking.definitions import definitions
from art28.checking.doubled import doubled_words
from art28.checking.finer import finer
from art28.checking.flagging import flagged
from art28.checking.gaps import gaps
from art28.checking.judging import verdict
from art28.checking.lawreferences import law_references
from art28.checking.model import Checked, Finding, Severity
from art28.checking.numbering import numbering
from art28.checking.partyterms import party_terms
from art28.checking.recalling import judgements
from art28.checking.references import references
from art28.checking.repealed import repealed
from art28.checking.repeated import repeated
from art28.checking.retention import retention
from art28.checking.settled import settled
from art28.checking.signing import signing
from art28.checking.supplierlist import supplier_list
from art28.checking.text import Text, text_of
from art28.checking.verdicts import JUDGING

_WEIGHT = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def check(agreement: Agreement, *, on: date = date.max) -> Checked:
    """Judge `agreement` as the law stands on the day `on`; without one, every repeal that art28 knows of counts.

    Findings come by severity, the law before the drafting, and in the order of the text within that.
    """
    return checked(text_of(agreement), on=on)


def checked(text: Text, *, on: date = date.max) -> Checked:
    """The same for a text that is prepared already."""
    agreement = text.agreement
    verdicts = finer(text, (settled(text, verdict(text, each)) for each in judgements(text, JUDGING)))
    found: tuple[Finding, ...] = (
        *gaps(verdicts),
        *flagged(text, verdicts),
        *repealed(text, on=on),
        *references(text),
        *numbering(text),
        *repeated(text),
        *blanks(text),
        *conflicts(agreement),
        *law_references(text),
        *annexes(text),
        *definitions(text),
        *party_terms(text),
        *retention(text),
        *supplier_list(text, on=on),
        *signing(agreement),
        *doubled_words(text),
    )
    return Checked(verdicts, tuple(sorted(found, key=lambda finding: _WEIGHT[finding.severity])))
