"""Text -> the amounts of money it names, in whole euros.

Dutch and German write 50.000,00 where English writes 50,000.00: the last mark counts as decimal before one or two digits
or a dash, and as thousands before three.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from art28.extraction.values.numbers import NUMBER_WORDS
from art28.extraction.words.search import Wanting

_NUMBER = r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,](?:\d{1,2}(?!\d)|-{1,2}))?|\d+(?:[.,](?:\d{1,2}(?!\d)|-{1,2}))?"
_SCALE = r"(?P<scale{n}>miljoen|mln\.?|millions?|million|millionen|mio\.?|duizend|thousand|tausend|k\b)"
_EURO = r"(?:€|\bEUR\b|\bEURO\b)"
# What agreements write out before "million"; a half stands in one word in Dutch and German.
_IN_WORDS = MappingProxyType({**NUMBER_WORDS, "anderhalf": 1.5, "anderthalb": 1.5, "eineinhalb": 1.5})
_AMOUNT = Wanting(
    rf"{_EURO}\s*(?P<before>{_NUMBER})(?:\s*{_SCALE.format(n=1)})?|"
    rf"(?<![\w.,])(?P<words>{'|'.join(_IN_WORDS)})\s+(?P<scale3>miljoen|million(?:en|s)?)\s+(?:d'|de )?(?:€|euros?\b|EUR\b)|"
    rf"(?<![\w.,])(?P<thousands>{'|'.join(NUMBER_WORDS)})? ?(?P<scale4>duizend|thousand|tausend|honderdduizend|hundred thousand|hunderttausend)\s+(?:€|euros?\b|EUR\b)|"
    rf"(?<![\w.,])(?P<after>{_NUMBER})(?:\s*{_SCALE.format(n=2)})?\s*(?:€|euros?\b|EUR\b)",
    re.IGNORECASE,
)
# "€ 50.000 (zegge vijftigduizend euro)", "twee miljoen vijfhonderdduizend euro": words that repeat a number, or end one.
_REPEATS = re.compile(r"(?:\bzegge\b:?|\([^)]*|\b(?:miljoen|million(?:en)?))\s*$", re.IGNORECASE)
_ABOUT = 30
_HUNDRED = 100
_THOUSAND = 1_000
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of whole `euros` at `start:end` of the text searched."""

    euros: int
    start: int
    end: int


def amounts(text: str) -> Iterator[Amount]:
    """The amounts in euros that `text` names, in order.

    >>> [amount.euros for amount in amounts("EUR 10.000,- of € 2,5 miljoen")]
    [10000, 2500000]
    >>> [amount.euros for amount in amounts("ten hoogste anderhalf miljoen euro")]
    [1500000]
    """
    for match in _AMOUNT.finditer(text):
        if match["scale4"] and _REPEATS.search(text, max(0, match.start() - _ABOUT), match.start()):
            continue
        if match["scale4"]:
            count = int(NUMBER_WORDS[match["thousands"].lower()]) if match["thousands"] else 1
            hundred = _HUNDRED if match["scale4"].lower().startswith(("hon", "hun")) else 1
            yield Amount(count * hundred * _THOUSAND, match.start(), match.end())
            continue
        factor = _factor(match["scale1"] or match["scale2"] or match["scale3"])
        words = match["words"]
        euros = (_IN_WORDS[words.lower()] if words else _value(match["before"] or match["after"])) * factor
        yield Amount(round(euros), match.start(), match.end())


_FOREIGN = Wanting(
    rf"(?:£|\bGBP\b|\bCHF\b|\bFr\.|\bUSD\b|(?:US ?)?\$)\s*(?:{_NUMBER})|"
    rf"(?<![\w.,])(?:{_NUMBER})(?:\s*{_SCALE.format(n=5)})?\s*(?:£|(?:GBP|CHF|USD)\b|pounds?(?: sterling)?\b|(?:francs? suisses?|schweizer franken|swiss francs|us dollars)\b)",
    re.IGNORECASE,
)


def foreign_amounts(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` names an amount in pounds, francs or dollars, which is no number of euros."""
    yield from (match.span() for match in _FOREIGN.finditer(text))


def _value(number: str) -> float:
    decimals = re.search(r"[.,](\d{1,2}|-{1,2})$", number)
    whole = number[: decimals.start()] if decimals else number
    digits = re.sub(r"\D", "", whole)
    cents = decimals[1] if decimals and decimals[1].isdigit() else "0"
    return float(f"{digits}.{cents}")


def _factor(scale: str | None) -> int:
    if not scale:
        return 1
    return _MILLION if scale.lower().startswith(("mil", "mln", "mio")) else _THOUSAND
