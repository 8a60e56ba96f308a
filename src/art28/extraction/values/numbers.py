"""Number words in Dutch, English, German and French -> integers, up to ninety-nine."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

_NL = [
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_NL_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_EN = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_DE = [
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_DE_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_FR = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}


def _dutch() -> Iterator[tuple[str, int]]:
    yield from zip(_NL, range(1, 20), strict=True)
    yield from (("een", 1), ("eén", 1), ("éen", 1))
    for ten, word in enumerate(_NL_TENS, start=2):
        yield word, ten * 10
        for one, unit in enumerate(("een", *_NL[1:9]), start=1):
            joint = "ën" if unit.endswith("e") else "en"
            yield f"{unit}{joint}{word}", ten * 10 + one


def _english() -> Iterator[tuple[str, int]]:
    yield from zip(_EN, range(1, 20), strict=True)
    for ten, word in enumerate(_EN_TENS, start=2):
        yield word, ten * 10
        for one, unit in enumerate(_EN[:9], start=1):
            yield f"{word}-{unit}", ten * 10 + one
            yield f"{word} {unit}", ten * 10 + one


def _german() -> Iterator[tuple[str, int]]:
    yield from zip(_DE, range(1, 20), strict=True)
    yield from (("eine", 1), ("einem", 1), ("einen", 1), ("einer", 1), ("eines", 1), ("zweier", 2), ("dreier", 3))
    for ten, word in enumerate(_DE_TENS, start=2):
        yield word, ten * 10
        for one, unit in enumerate(_DE[:9], start=1):
            yield f"{unit}und{word}", ten * 10 + one


def _french() -> Iterator[tuple[str, int]]:
    yield from zip(_FR, range(1, 20), strict=True)
    yield "une", 1
    for word, ten in _FR_TENS.items():
        yield word, ten
        yield f"{word} et un", ten + 1
        for one, unit in enumerate(_FR[1:9], start=2):
            yield f"{word}-{unit}", ten + one
    for one, unit in enumerate(_FR[9:19], start=10):
        yield f"soixante-{unit}", 60 + one
        yield f"quatre-vingt-{unit}", 80 + one
    yield "quatre-vingts", 80


NUMBER_WORDS: Mapping[str, int] = MappingProxyType(dict((*_dutch(), *_english(), *_german(), *_french())))
"""Every number word in lower case, with its value. Dutch "een" and French "un" are read as one: a unit of time follows."""
