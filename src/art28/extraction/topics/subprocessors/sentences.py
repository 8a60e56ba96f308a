"""Reading -> the sub-processors that a sentence says are engaged: "voor het versturen van mail schakelen wij X B.V. te Y in"."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.entry import FORM, Entry
from art28.extraction.topics.subprocessors.prose import LISTS_SUBS
from art28.extraction.values.countries import places_in
from art28.extraction.words.search import sentences_with

_COMPANY = (
    rf"(?P<name>[A-ZÀ-Þ][\w&'’-]*(?: (?:[A-ZÀ-Þ&][\w&'’.-]*|en|of|van|de|der|den|and)){{0,5}},? {FORM})(?![\w-])"
    r"(?:,? (?:gevestigd )?(?:te|in|uit|based in|from) (?P<seat>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?(?:, [A-ZÀ-Þ][\w-]+)?))?"
)
_SERVICE = r"(?P<service>[^,.;:()]{3,70}?)"
_P = r"(?:[Dd]e |[Tt]he )?PROCESSOR"
_SHAPES = tuple(
    lasting(pattern)
    for pattern in (
        rf"\b[Vv]oor (?:de |het )?{_SERVICE} (?:schakelt|schakelen|gebruikt|gebruiken|zet|zetten|maakt|maken|werkt|werken|huurt|huren) {_P} "
        rf"(?:thans |nu )?(?:gebruik van |samen met |met )?{_COMPANY}",
        rf"\b{_P} (?:schakelt|schakelen|zet|zetten|gebruikt|gebruiken|maakt|maken|werkt|werken) (?:thans |nu )?voor (?:de |het )?{_SERVICE} "
        rf"(?:gebruik van |samen met |met )?{_COMPANY}",
        rf"^\W*(?:\d[\d.]*\W+)?(?:De |Het )?{_SERVICE} (?:neemt|nemen|betrekt|betrekken|huurt|huren|koopt|kopen) {_P} (?:\w+ )?(?:af )?(?:van|bij) {_COMPANY}",
        rf"^\W*(?:\d[\d.]*\W+)?(?P<service>[A-Z][^,.;:()]{{2,50}}? (?:laat|laten) PROCESSOR (?:\w+ ){{0,2}}?\w+) door {_COMPANY}",
        rf"\b[Ff]or (?:the )?{_SERVICE},? {_P} (?:uses?|engages?|relies on|works with) {_COMPANY}",
        rf"\b{_P} (?:uses?|engages?|works with) {_COMPANY} (?:for|to) (?:the )?(?P<service>[^,.;:()]{{3,70}})",
    )
)
_ONLY_PERHAPS = lasting(
    r"\b(?:kan|kunnen|mag|mogen|bijvoorbeeld|zoals|zou|may|might|could|such as|for example|indien|als|if)\b"
)
_ANOTHER_MATTER = lasting(
    r"\b(?:auditor|accountant|advocaat|verzekera\w+|verzekeringen|insurer|lawyer|bank)\b", re.IGNORECASE
)
_SERVERS = lasting(
    r"\b(?:servers?|datacent\w+|opgeslagen|bewaar\w*|gehost|hosted|stored|kept)\b[^.;]{0,40}\b(?:in|te)\b(?P<where>[^.;]{2,60})"
)
_WORDS = (
    "schakel",
    "gebruik",
    "zet ",
    "zetten",
    "werkt ",
    "werken",
    "neemt",
    "nemen",
    "betrek",
    "huur",
    "laat ",
    "laten",
    " use",
    "engage",
    "works with",
)


def engaged_in_sentences(reading: Reading) -> Iterator[Entry]:
    """Companies by their full names, in sentences of the body that say for what the processor has engaged them."""
    for sentence in sentences_with(reading, *_WORDS):
        if sentence.clause.part in (Part.ANNEX, Part.SIGNATURES) or "PROCESSOR" not in sentence.text:
            continue
        yield from _engaged(sentence)


# "De servers staan bij X B.V. in Amsterdam, betalingen lopen via Y N.V. in België": a sentence with one after the other.
_STRUNG = lasting(
    r"^[\W\d]*(?:en |and )?(?P<service>[^,.;:()]{3,60}?) (?P<verb>staat|staan|draait|draaien|loopt|lopen|verloopt|verlopen|gaat|gaan|doet|doen|komt|komen|ligt|liggen|gebeurt|gebeuren|geschiedt|"
    r"regelt|regelen|verzorgt|verzorgen|wordt|worden|hebben PROCESSOR ondergebracht|laten PROCESSOR)\b[^.;:]{0,30}\b(?:bij|via|met|door|aan|op)$"
)
_KEPT_THERE = frozenset({"staat", "staan", "draait", "draaien", "ligt", "liggen"})
_NAMED = lasting(
    rf"(?P<name>[A-ZÀ-Þ][\w&'’-]*(?: (?:[A-ZÀ-Þ&][\w&'’.-]*|en|of|van|de|der|den|and)){{0,5}}? {FORM})(?![\w-])(?: (?:in|te|uit) (?P<place>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?))?"
)
_FEWEST = 2


def strung_in_sentences(reading: Reading) -> Iterator[Entry]:
    """Companies that one sentence strings together, each behind what it does, where an article speaks of others."""
    for sentence in sentences_with(reading, " bij ", " via ", " met ", " door "):
        if sentence.clause.part in (Part.ANNEX, Part.SIGNATURES) or not LISTS_SUBS.search(sentence.clause.heading):
            continue
        words = " ".join(reading.original(sentence.start, sentence.end).split())
        if _ONLY_PERHAPS.search(words) or _ANOTHER_MATTER.search(words):
            continue
        found = []
        at = 0
        for company in _NAMED.finditer(words):
            said = _STRUNG.match(words[at : company.start()].rstrip())
            if said is None:
                break
            found.append((said, company))
            at = company.end()
        else:
            if len(found) >= _FEWEST:
                yield from (_strung(said, company, (sentence.start, sentence.end)) for said, company in found)


def _strung(said: re.Match[str], company: re.Match[str], place: tuple[int, int]) -> Entry:
    entry = Entry(company["name"], _ARTICLE.sub("", said["service"]), passages=[place])
    named = places_in(company["place"] or "") or None
    if said["verb"] in _KEPT_THERE:
        entry.processing_in = named
    else:
        entry.established_in = next(iter(named or ()), None)
    return entry


_ARTICLE = lasting(r"^(?:de|het|een|onze|ons|the|our) ", re.IGNORECASE)


def _engaged(sentence: Sentence) -> Iterator[Entry]:
    words = " ".join(sentence.text.split())
    if _ONLY_PERHAPS.search(words) or _ANOTHER_MATTER.search(words):
        return
    match = next(filter(None, (shape.search(words) for shape in _SHAPES)), None)
    if match is None:
        return
    kept = _SERVERS.search(words, match.end())
    entry = Entry(
        match["name"], match["service"].replace("PROCESSOR ", "wij ").strip(), passages=[(sentence.start, sentence.end)]
    )
    entry.established_in = next(iter(places_in(match["seat"] or "")), None)
    entry.processing_in = (places_in(kept["where"]) or None) if kept else None
    yield entry
