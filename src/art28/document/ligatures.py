"""Running text -> what to read in it otherwise: letters that a font draws as one and names wrongly, and accents set apart.

Some programs write PDFs in which "ti" or "fi", drawn as one, is called by a sign that it isn't: "Hos2ng", "certi?cering",
"notiXicatie". Parts of words that every agreement uses tell which letters are meant. One odd word by itself stays as it is.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LIGATURES = ("ti", "tti", "tt", "ft", "fft", "fi", "ff", "ffi", "fl", "ffl", "fj", "f")
# Parts of Dutch, English, German and French words that hold such letters, long enough to tell them.
_PARTS_TEXT = """
    actie actief actieve activ administrat affili afhand afhank afspra afwijk antie artial article artikel atie ating
    ation atisch authent beneficia bevatte bevetti certif certifi cial cific ciënti classif committ conditi confid
    configur conflict continu cryption ctie ctief ction defini differ effect effici eiding ential entit entiteit
    erantie eting exploitati fficier financi flexib funct functi geschäft getroffen gift gifte haftung hosting icatie
    ichting identi identif igatie inform informati itie itief jurisdicti kräft kwalific letten letter lichting melding
    modif nething netting notic notif obligati offert offic organisat organiz otie parti parties partij pflichtig
    plichting practi praktij profiel profil protecti ptie publicat ratie rectific reflect registrati relati respectie
    schaffen schrift sentatie sentials setting software speci specif statie statis stelling stiging sting submitt
    suffic tatie tention ternatief tief tieve tijd titel traffic treffen treft ttelijk ttig unctie utie ution verific
    vernieti verpflicht wettelijk wettig zerti zetting
"""
_PARTS = tuple(
    (letters, part, match.start())
    for part in dict.fromkeys(_PARTS_TEXT.split())
    for letters in _LIGATURES
    for match in re.finditer(letters, part)
)
_SMALL = "a-zß-öø-ÿ"
_SIGN = "[0-9A-Z?!<>=*#&%$+^|:;(]"
_ODD = re.compile(rf"{_SIGN}(?<=[A-Z{_SMALL}]{_SIGN})(?=[{_SMALL}])")
_BEFORE = re.compile(rf"(?<![\w@./=])[A-ZÀ-Þ{_SMALL}][{_SMALL}0-9A-Z?!<>=*#&%$+^|:;(]*\Z")
_AFTER = re.compile(rf"[{_SMALL}]+(?![\w]*[@=])")
_CAPITALISED = re.compile(rf"(?<!\w)[A-Z][{_SMALL}]+")
_LONGEST = 40
# Words that end in "ft" or begin with "ti", with a sign in its place.
_ENDING = re.compile(r"(?<!\w)(?:betre|hee|gee|blij|schrij|tre)([^\w\s.,;:)])(?=\s)", re.IGNORECASE)
_OPENING = re.compile(rf"(?<!\w)({_SIGN})(?=jd(?:en|ens|ig|ige)?\b|tel\b)")
_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_MARK = re.compile("[\u0300-\u036f]")
_DOTLESS = str.maketrans({"\u0131": "i", "\u0237": "j"})
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign within a word, with the letters on both sides."""

    sign: str
    before: str
    after: str


def read_otherwise(text: str) -> tuple[tuple[int, int, str], ...]:
    """The ranges of `text` in order, each with what to read there; they don't overlap."""
    return tuple(sorted([*_accents(text), *_ligatures(text)]))


def _accents(text: str) -> Iterator[tuple[int, int, str]]:
    """A letter and the marks behind it, as the one letter that they are: "e" and a diaeresis."""
    if not _MARK.search(text):
        return
    for match in _MARKED.finditer(text):
        whole = unicodedata.normalize("NFC", match[0].translate(_DOTLESS))
        if len(whole) < len(match[0]):
            yield match.start(), match.end(), whole


def _ligatures(text: str) -> Iterator[tuple[int, int, str]]:
    odd = {match.start(): sign for match in _ODD.finditer(text) if (sign := _sign(text, match.start()))}
    if any(sign.sign.isupper() for sign in odd.values()):
        # "toRegulation" lacks a space, where the text writes "Regulation" elsewhere.
        words = frozenset(_CAPITALISED.findall(text))
        odd = {at: sign for at, sign in odd.items() if sign.sign + sign.after not in words}
    meant = {sign: letters for sign in set(odd.values()) if (letters := _meant(sign))}
    if len({(sign.before.casefold(), sign.after) for sign in meant}) < _LEAST:
        return
    usual = _usual(meant)
    for at, sign in odd.items():
        if letters := meant.get(sign) or usual.get(sign.sign):
            yield at, at + 1, letters
    for pattern, letters in ((_ENDING, "ft"), (_OPENING, "ti")):
        yield from ((*match.span(1), letters) for match in pattern.finditer(text))


def _sign(text: str, at: int) -> _Sign | None:
    """The sign at `at` in its word; None where it stands in an address."""
    before, after = _BEFORE.search(text, max(0, at - _LONGEST), at), _AFTER.match(text, at + 1)
    return _Sign(text[at], before[0], after[0]) if before and after else None


def _meant(sign: _Sign) -> str | None:
    """The letters that make the longest part of a word with those around; None where there are none, or several."""
    before, found = sign.before.casefold(), Counter[str]()
    for letters, part, at in _PARTS:
        if before.endswith(part[:at]) and sign.after.startswith(part[at + len(letters) :]):
            found[letters] = max(found[letters], len(part))
    (most, length), (_, next_length) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    return most if length > next_length else None


def _usual(meant: Mapping[_Sign, str]) -> Mapping[str, str]:
    """What a sign stands for in words that don't tell: what it does in most others, if in several."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sign, letters in meant.items():
        counts[sign.sign][letters] += 1
    return {
        sign: most
        for sign, count in counts.items()
        for most, times in count.most_common(1)
        if times >= _LEAST and times > count.total() - times
    }
