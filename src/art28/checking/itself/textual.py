"""Text -> findings that its words alone settle, whatever its facts are: what can be kept until the words or these rules change."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from art28.checking.itself.annexes import annexes
from art28.checking.itself.blanks import blanks
from art28.checking.itself.definitions import definitions
from art28.checking.itself.doubled import doubled_words
from art28.checking.itself.lawreferences import law_references
from art28.checking.itself.numbering import numbering
from art28.checking.itself.partyterms import party_terms
from art28.checking.itself.references import references
from art28.checking.itself.repealed import repealed
from art28.checking.itself.repeated import repeated
from art28.checking.itself.retention import retention
from art28.checking.model import Finding
from art28.checking.words.text import Text

Textual = Mapping[str, tuple[Finding, ...]]
"""The findings of each rule, by its name."""

_RULES: Mapping[str, Callable[[Text], Iterable[Finding]]] = {
    "references": references,
    "numbering": numbering,
    "repeated": repeated,
    "blanks": blanks,
    "law_references": law_references,
    "annexes": annexes,
    "definitions": definitions,
    "party_terms": party_terms,
    "retention": retention,
    "doubled_words": doubled_words,
}


def textual(text: Text, *, on: date = date.max) -> Textual:
    """What is found in the words of `text` as the law stands on the day `on`; no rule here looks at facts or questions."""
    found = {name: tuple(rule(text)) for name, rule in _RULES.items()}
    return {"repealed": tuple(repealed(text, on=on)), **found}
