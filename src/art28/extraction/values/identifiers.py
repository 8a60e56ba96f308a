"""Numbers that name somebody or something: which are well formed, and which are not what they look like.

A number with a check digit that doesn't fit is a slip of the pen or another number: it is not taken for what its label says.
The Dutch register of commerce gives numbers without one, so only their length can be told.
"""

import re
from collections.abc import Callable, Iterator

from stdnum import iban
from stdnum.be import vat as belgian
from stdnum.eu import vat
from stdnum.fr import siren
from stdnum.nl import postcode

_DUTCH = 8
_ESTABLISHMENT = 12
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_TAX = re.compile(r"\b(?:NL ?\d{9} ?B ?\d{2}|(?:BE|DE|FR|LU|AT|IE)[ .]?[0-9A-Z]{1,3}(?:[ .]?\d){6,9})\b")
_CHECKED: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = ((_ACCOUNT, iban.is_valid), (_TAX, vat.is_valid))
# Who registers, by the words of the label before the number.
_FRENCH = re.compile(r"\b(?:RCS|SIREN|registre du commerce)\b", re.IGNORECASE)
_BELGIAN = re.compile(r"ondernemingsnummer|\bKBO\b|\bBCE\b|banque-carrefour|kruispuntbank", re.IGNORECASE)


def registration(label: str, number: str) -> str | None:
    """The digits under which a register lists a party, None where they can't be such a number.

    `label` is what leads to the number: a French or a Belgian one has its check digits checked. Of a Dutch number of an
    establishment, which has four more digits, the company's part is given.
    """
    digits = re.sub(r"\D", "", number)
    if _FRENCH.search(label):
        return digits if siren.is_valid(digits) else None
    if _BELGIAN.search(label):
        return digits if belgian.is_valid(digits) else None
    if len(digits) == _ESTABLISHMENT:
        return digits[:_DUTCH]
    return digits if len(digits) >= _DUTCH else None


def is_dutch_postcode(code: str) -> bool:
    """Whether "1234 AB" can be one: some pairs of letters are never given out."""
    return bool(postcode.is_valid(code))


def accounts_and_tax_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` names a bank account or a number for value added tax that is well formed."""
    for pattern, is_valid in _CHECKED:
        for match in pattern.finditer(text):
            if is_valid(re.sub(r"[ .]", "", match[0])):
                yield match.span()
