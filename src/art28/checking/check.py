"""Agreement -> what checking says of it: a verdict on every requirement, and findings."""

from collections.abc import Iterable
from datetime import date

from art28.agreement.model import Agreement
from art28.checking.flags.finer import finer
from art28.checking.flags.flagging import flagged
from art28.checking.gaps import gaps
from art28.checking.itself.conflicts import conflicts
from art28.checking.itself.signing import signing
from art28.checking.itself.supplierlist import supplier_list
from art28.checking.itself.textual import Textual, textual
from art28.checking.model import Checked, Finding, Severity
from art28.checking.provisions.judging import verdicts_on
from art28.checking.words.text import Text, text_of

_WEIGHT = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
# Findings on the document itself come in this order; the facts and open questions have a say in three of them.
_ITSELF = (
    *("repealed", "references", "numbering", "repeated", "blanks", "conflicts", "law_references", "annexes"),
    *("definitions", "party_terms", "retention", "supplier_list", "signing", "doubled_words"),
)


def check(agreement: Agreement, *, on: date = date.max) -> Checked:
    """Judge `agreement` as the law stands on the day `on`; without one, every repeal that art28 knows of counts.

    Findings come by severity, the law before the drafting, and in the order of the text within that.
    """
    return checked(text_of(agreement), on=on)


def checked(text: Text, *, on: date = date.max, known: Textual | None = None) -> Checked:
    """The same for a text that is prepared already; `known` is what its words alone settle, where it was found before."""
    agreement = text.agreement
    verdicts = finer(text, verdicts_on(text))
    itself = {
        **(textual(text, on=on) if known is None else known),
        "conflicts": tuple(conflicts(agreement)),
        "supplier_list": tuple(supplier_list(text, on=on)),
        "signing": tuple(signing(agreement)),
    }
    itself["blanks"] = _besides_signatures(itself["blanks"], itself["signing"])
    found: tuple[Finding, ...] = (
        *gaps(verdicts),
        *flagged(text, verdicts),
        *(finding for name in _ITSELF for finding in itself[name]),
    )
    return Checked(verdicts, tuple(sorted(found, key=lambda finding: _WEIGHT[finding.severity])))


def _besides_signatures(blanks: Iterable[Finding], signing: Iterable[Finding]) -> tuple[Finding, ...]:
    """Without the blanks of a signature block of which another finding says that it isn't filled in."""
    unsigned = {one.provision for one in signing if one.id == "drafting.parties.unsigned"}
    return tuple(one for one in blanks if not one.id.startswith("drafting.blank.") or one.provision not in unsigned)
