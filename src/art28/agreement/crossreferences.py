"""Reading -> its cross-references: which provision or annex of the agreement a passage refers to, and where that stands.

What a passage refers to in a law, in standard clauses or in another contract is no cross-reference. One that leads nowhere
has no target: a careful reader flags it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from art28.agreement.passages import Reading, Sentence
from art28.document.outline import Clause, Part


class Target(StrEnum):
    """What a cross-reference names."""

    PROVISION = "provision"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference at `start:end` of the reading text, in `sentence`.

    `name` is what it refers to as the agreement numbers it ("4.1", "Bijlage 2"), `clause` where that stands; None where the
    agreement has no such provision or annex. `own` tells that the passage says it is a provision of this agreement.
    """

    target: Target
    name: str
    start: int
    end: int
    sentence: Sentence
    clause: Clause | None
    own: bool = False


_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_PROVISION = re.compile(
    r"\b(?P<word>artikel(?:lid|en)?|art\.|clauses?|sections?|articles?|paragraphs?|ziffern?|paragraaf|punt)\s+"
    rf"(?P<number>{_NUMBER})(?![\d(])"
    rf"(?P<paragraph>,?\s+(?:lid|leden|paragraph|abs(?:atz|\.)|al(?:inéa|\.))\s+(?P<member>\d{{1,2}})\b)?"
    rf"(?P<more>(?:\s*,\s*{_NUMBER})*\s+(?:en|of|tot en met|t/m|and|or|to|und|oder|bis|et|ou|à)\s+(?:artikel\s+)?{_NUMBER}"
    r"(?![\d(]))?|"
    r"§\s?(?P<german>\d{1,2})(?:\s+Abs(?:atz|\.)\s+(?P<abs>\d{1,2}))?(?!\d)",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"\b(?P<word>bijlagen?|annex(?:es|e)?|appendix|schedule|exhibit|anlagen?|anhang|aanhangsel|beiblatt)\s+(?P<number>\d{1,2}|[A-Z]|[IVX]{1,4})\b(?!\.\d)",
    re.IGNORECASE,
)
# A reference to a provision holds a digit, one to an annex one of these.
_DIGIT = re.compile(r"\d")
_PROVISION_SIGNS = ("art", "clause", "section", "paragra", "ziffer", "punt", "§")
_ANNEX_SIGNS = ("lage", "annex", "appendi", "schedul", "exhibit", "anhang", "aanhang", "beiblatt")
_OF_ANOTHER = re.compile(
    r"(?:\s*,?\s*(?:eerste|tweede|derde|vierde|"
    r"(?:lid|leden|sub|onder|aanhef|paragraph|lit\.?|abs\.?|satz|point|let(?:ter|tre))\s*\w{1,3})\b[,\s]*)*"
    r".{0,40}?\b(?:AVG|GDPR|DSGVO|DS-GVO|RGPD|UAVG|Wbp|BW|BDSG|BGB|UWG|Wet|Verordening|Regulation|Directive|Richtlijn|"
    r"Richtlinie|SCC|"
    r"Standard|Model|Hoofdovereenkomst|Algemene Voorwaarden|voorwaarden|of the (?!agreement|DPA|addendum)|"
    r"van de (?!overeenkomst|"
    r"verwerkersovereenkomst)|van het|Burgerlijk|EU|UK|CCPA|Code)\b",
)
_OF_THIS = re.compile(
    r"\s*(?:,?\s*lid \d+,?\s*)?(?:van|of|in|uit|dieses|der|de) "
    r"(?:deze|this|de (?:onderhavige )?verwerkersovereenkomst|dieses|la présente)\b",
    re.IGNORECASE,
)
_ANNEX_OF_ANOTHER = re.compile(
    r".{0,40}?\b(?:SCC\w*|Standard|Model\w*|Hoofdovereenkomst|of the (?:Agreement|Main|Master|Services?|Clauses|EU|UK)|"
    r"van de (?:Overeenkomst|Hoofd\w+|SCC\w*|Algemene)|to the (?:Clauses|SCC\w*|Standard)|UK|bij (?:de|het)|behorende bij)\b"
)
_STANDARD_CLAUSES = re.compile(
    r"\bSCCs?\b|Standard Contractual|Standaardcontract|modelcontract|Approved Addendum", re.IGNORECASE
)
_OWN_TITLE = re.compile(r"^\W*$")
# "clause 7.2(a) (Right to object)": the title by which a reference calls its provision.
_NAMED = re.compile(r"(?:\([a-z\d]{1,3}\))* \((?P<title>[A-ZÀ-Þ][a-zß-ÿ’'][^()\n]{2,88})\)")
_WORD = re.compile(r"[^\W\d_]{4,}")
# How much of a word tells it, in whatever form; where in a provision its title stands.
_STEM, _BEGINS = 5, 240
# An agreement that numbers has so many articles, an article that numbers so many paragraphs.
_ENOUGH = 3
_MOST_ABSENT = 3
_ROMAN: Mapping[str, str] = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7", "VIII": "8"}


@lru_cache(maxsize=1)
def cross_references(reading: Reading) -> tuple[CrossReference, ...]:
    """The references within the agreement, in order."""
    return tuple(_cross_references(reading))


@lru_cache(maxsize=1)
def leading_nowhere(reading: Reading) -> tuple[CrossReference, ...]:
    """The references to what the agreement doesn't have, in order.

    Of provisions only those that are surely meant to be its own: a paragraph of an article that it has and numbers, an
    article past its last that the passage calls its own. Where many are absent, it numbers in a way that isn't understood,
    and none is told.
    """
    references = cross_references(reading)
    absent = _Absent(reading)
    provisions = [one for one in references if one.target is Target.PROVISION and absent.surely(one)]
    told = provisions if len({one.name for one in provisions}) <= _MOST_ABSENT else []
    annexes = (one for one in references if one.target is Target.ANNEX and one.clause is None)
    return tuple(sorted((*told, *annexes), key=lambda one: one.start))


@lru_cache(maxsize=1)
def misnamed(reading: Reading) -> tuple[tuple[CrossReference, str], ...]:
    """The references with a title in brackets of which no word stands where their provision begins, each with that title."""
    return tuple(_misnamed(reading))


def _misnamed(reading: Reading) -> Iterator[tuple[CrossReference, str]]:
    text = reading.flow.text
    for reference in cross_references(reading):
        # An annex may number for itself.
        in_annex = reference.sentence.clause.part is Part.ANNEX
        if reference.target is not Target.PROVISION or reference.clause is None or in_annex:
            continue
        named = _NAMED.match(text, reading.layer.below(reference.start, reference.end).end)
        if named is None:
            continue
        alike = (one for one in reading.clauses if reference.name in (one.number, one.article))
        begin = " ".join(f"{one.heading} {text[one.start : one.start + _BEGINS]}" for one in alike).lower()
        stems = [word[:_STEM].lower() for word in _WORD.findall(named["title"])]
        if stems and not any(stem in begin for stem in stems):
            yield reference, named["title"]


class _Absent:
    """Tells whether a provision that wasn't found is absent, by how the agreement numbers."""

    def __init__(self, reading: Reading) -> None:
        body = [clause for clause in reading.clauses if clause.part is Part.BODY]
        self._articles = {clause.article for clause in body if clause.article.isdigit()}
        self._numbers = {clause.number for clause in reading.clauses if clause.number}
        self._counts = Counter(number.partition(".")[0] for number in self._numbers if "." in number)
        self._last = max(map(int, self._articles), default=0)

    def surely(self, reference: CrossReference) -> bool:
        """Whether what a reference names is meant to be in the agreement, and isn't."""
        if reference.clause is not None or len(self._articles) < _ENOUGH:
            return False
        article, _, member = reference.name.partition(".")
        if not member:
            return reference.own and int(article) > self._last
        return article in self._articles and self._counts[article] >= _ENOUGH and reference.name not in self._numbers


def _cross_references(reading: Reading) -> Iterator[CrossReference]:
    provisions = _provisions(reading)
    annexes = _annexes(reading)
    for sentence in reading.sentences:
        yield from _to_provisions(sentence, provisions)
        yield from _to_annexes(sentence, annexes)


def _provisions(reading: Reading) -> Mapping[str, Clause]:
    """The provisions of the body by number, an article by the first clause of it."""
    found: dict[str, Clause] = {}
    for clause in reading.clauses:
        if clause.part is Part.BODY:
            for name in (clause.number, clause.article):
                if name:
                    found.setdefault(name, clause)
    return found


def _annexes(reading: Reading) -> Mapping[tuple[str, str], Clause]:
    found: dict[tuple[str, str], Clause] = {}
    for clause in reading.clauses:
        match = _ANNEX.match(clause.article) if clause.part is Part.ANNEX else None
        if match:
            found.setdefault(annex_key(match), clause)
    return found


def _to_provisions(sentence: Sentence, provisions: Mapping[str, Clause]) -> Iterator[CrossReference]:
    if not _DIGIT.search(sentence.text):
        return
    lower = sentence.text.lower()
    if not any([sign in lower for sign in _PROVISION_SIGNS]):  # noqa: C419 - a list is faster here
        return
    for match in _PROVISION.finditer(sentence.text):
        after = sentence.text[match.end() :]
        if _OWN_TITLE.match(sentence.text[: match.start()]) and match.start() < 3 and not match["member"]:
            continue
        own = _OF_THIS.match(after) is not None
        if not own and _OF_ANOTHER.match(after):
            continue
        for name, start, end in _named(match):
            yield CrossReference(
                Target.PROVISION,
                name,
                sentence.start + start,
                sentence.start + end,
                sentence,
                provisions.get(name),
                own,
            )


def _named(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Each provision that one reference names: "artikel 4 lid 1" names 4.1, "artikelen 5, 6 en 8" three."""
    if match["german"]:
        yield f"{match['german']}.{match['abs']}" if match["abs"] else match["german"], match.start(), match.end()
        return
    number, member = match["number"], match["member"]
    until = match.end("paragraph") if member else match.end("number")
    yield f"{number}.{member}" if member and "." not in number else number, match.start(), until
    if match["more"]:
        for other in re.finditer(_NUMBER, match["more"]):
            yield other[0], match.start("more") + other.start(), match.start("more") + other.end()


def _to_annexes(sentence: Sentence, annexes: Mapping[tuple[str, str], Clause]) -> Iterator[CrossReference]:
    lower = sentence.text.lower()
    if not any([sign in lower for sign in _ANNEX_SIGNS]):  # noqa: C419 - a list is faster here
        return
    for match in _ANNEX.finditer(sentence.text):
        if match["number"].islower() or _OWN_TITLE.match(sentence.text[: match.start()]):
            continue
        if _ANNEX_OF_ANOTHER.match(sentence.text, match.end()) or _STANDARD_CLAUSES.search(sentence.text):
            continue
        yield CrossReference(
            Target.ANNEX,
            match[0],
            sentence.start + match.start(),
            sentence.start + match.end(),
            sentence,
            annexes.get(annex_key(match)),
        )


def annex_key(match: re.Match[str]) -> tuple[str, str]:
    """What an annex is found by: its word in the singular and its number in figures or as a letter."""
    word = re.sub(r"(?<=lage)n$|(?<=annex)es?$", "", match["word"].lower())
    number = match["number"].upper()
    return word, _ROMAN.get(number, number)
