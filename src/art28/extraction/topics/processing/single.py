"""Reading -> the one purpose, group of people or service that a sentence names, where nothing lists several.

"De verwerking vindt uitsluitend plaats ten behoeve van het leveren van de software": what is done with the data, in a sentence of
a provision. What a list names goes before it.
"""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.processing.kinds import PEOPLE
from art28.extraction.topics.processing.listing import aims, deeds, doings, item_text, listed
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_ELSEWHERE = AnyCase(
    r"datalek|inbreuk|incident|audit|geheim|SUBPROCESSOR|derden|verzoek|vergoed|aansprakelijk|wordt verstaan|bijzondere categorie|"
    r"verwijder|vernietig|bewaar|gewist|beveilig|maatregel|doorgifte|buiten de e"
)
_NOT = AnyCase(r"\b(?:niet|geen|nimmer|nooit|tenzij|andere?|eigen)\b")
_END = (
    r"(?=[.;:]|$|,? (?:(?:nodig|noodzakelijk|vereist) (?:is|zijn)|zoals|en overigens|een en ander|waarbij|en (?:daarmee|andere|verdere|overige|die|(?:de |alle )?doel\w+|redelijkerwijs)|en (?:alleen|uitsluitend|slechts|enkel)|alsmede die|"
    r"(?:en )?(?:conform|volgens|overeenkomstig|op basis van|op grond van|met inachtneming van|in overeenstemming met|binnen de))\b)"
)
_FOR = r"(?:in het kader van|ten behoeve van|voor|met het oog op|ten dienste van)"
# A deed: "het leveren van x", "de uitvoering van y".
_DEED = r"(?:het (?:\w+ )?(?:\w+(?:en|aan|zien)|beheer|onderhoud|gebruik)\b (?!doel)|de (?:\w+ )?\w+(?:ing|atie|itie|enis)\b (?:van|aan|en|op|door) )"
_PURPOSE = lasting(
    rf"\b(?:persoons)?gegevens\b[^.;:]{{0,60}}\b(?:alleen|uitsluitend|slechts|enkel|worden|wordt|door PROCESSOR)\b[^.;:]{{0,30}}\b(?:verwerkt|gebruikt|verwerken|gebruiken)\b[^.;:]{{0,20}}\b{_FOR} (?P<a>{_DEED}[^.;:]{{4,160}}?){_END}|"
    rf"\bPROCESSOR\b[^.;:]{{0,40}}\b(?:verwerkt|verwerken|gebruikt|gebruiken)\b[^.;:]{{0,40}}\b(?:persoons)?gegevens\b[^.;:]{{0,60}}?\b{_FOR} (?P<b>{_DEED}[^.;:]{{4,160}}?){_END}|"
    rf"\b(?:de )?verwerking\b(?: van (?:de )?persoonsgegevens)?[^.;:]{{0,40}}\b(?:vindt|geschiedt|gebeurt|dient|strekt)\b[^.;:]{{0,60}}?\b(?:{_FOR}|tot) (?P<c>{_DEED}[^.;:]{{4,160}}?){_END}|"
    rf"\b(?:persoons)?gegevens (?:worden|wordt)\b[^.;:]{{0,20}}\b(?:alleen|uitsluitend|slechts|enkel)\b[^.;:]{{0,20}}\b(?:verwerkt|gebruikt) om (?P<d>[^.;:,]{{4,120}}? te \w+n){_END}|"
    rf"\b(?:verwerkt|verwerken|gebruikt|gebruiken)\b[^.;:]{{0,60}}\bgegevens\b[^.;:]{{0,60}}\b(?:instructies?|opdracht|aanwijzingen)(?: van CONTROLLER)? en om (?P<e>[^.;:,]{{4,120}}? te \w+n){_END}",
    _I,
)
_THIS_CONTRACT = AnyCase(r"^(?:het|de) (?:\w+ )?(?:doel|doeleinden|duur|looptijd|\w*overeenkomst|termijn)\b")
_MOST_WORDS = 22


def _purposes(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(
        reading, "in het kader van", "ten behoeve van", "voor het", "voor de", "met het oog op", " om "
    ):
        match = _PURPOSE.search(sentence.text)
        if match is None or _NOT.search(match[0]) or _THIS_CONTRACT.search(match[match.lastgroup or "a"]):
            continue
        words = _words(reading, sentence, match)
        values = aims(words) or doings(words) or [item_text(words)]
        if all(value and len(value.split()) <= _MOST_WORDS for value in values):
            yield _said("purposes", values, sentence, match)


_PEOPLE = lasting(
    rf"\b(?:persoons)?gegevens (?:hebben|heeft) (?:\w+ )?betrekking op (?:de )?(?P<a>[^.;:,]{{4,80}}?){_END}|"
    rf"\b(?:de|deze) (?:persoons)?gegevens (?:zijn|komen) (?:afkomstig )?van (?:de )?(?P<b>[^.;:,]{{4,80}}?){_END}|"
    rf"^[\W\d]*de (?:verwerkte |te verwerken )?persoonsgegevens betreffen (?P<c>[^.;:]{{4,120}}?){_END}",
    _I,
)
_LONGEST_GROUP = 6


def _people(reading: Reading) -> Iterator[Candidate]:
    for sentence in _body(
        reading, "betrekking op", "gegevens betreffen", "gegevens zijn van", "gegevens komen van", "afkomstig van"
    ):
        match = _PEOPLE.search(sentence.text)
        if match is None or _NOT.search(match[0]):
            continue
        values = listed(_words(reading, sentence, match))
        alone = len(values) == 1 or match.lastgroup == "c"
        if alone and all(PEOPLE.match(value) and len(value.split()) <= _LONGEST_GROUP for value in values):
            yield _said("data_subjects", values, sentence, match)


_SERVICE = lasting(
    r"\b(?:levert|verleent|verricht|biedt|verzorgt|leveren|verlenen|verrichten|bieden|geleverde|verleende)\b[^.;:]{0,60}\bdienst(?:en|verlening)?\b[^.;:]{0,50}?"
    r"(?:\b(?:te weten|namelijk|zijnde|bestaande uit|bestaat uit)\b:?|:) (?P<a>(?:het|een) [^.;:]{8,240}?)(?=[.;:]|$|,? (?:hierna|verder|waarbij|zoals)\b)|"
    r"\b(?:volgende|onderstaande) dienst(?:en)?\b[^.;:]{0,50}: ?(?P<b>het [^.;:]{8,240}?)(?=[.;:]|$|,? (?:hierna|verder|waarbij|zoals)\b)|"
    r"\bdienst(?:en|verlening)?\b[^.;:]{0,90}\b(?:verricht|verleent|levert|verlenen|leveren)\b,? (?:te weten|namelijk|zijnde|bestaande uit) (?P<c>(?:het|een) [^.;:]{8,240}?)(?=[.;:]|$|,? (?:hierna|verder|waarbij|zoals)\b)|"
    r"^\W*(?:\d[\d.]*\s+)?dienst(?:en)?\W{1,3}de \w*dienst(?:en)?\b[^.;:]{0,90}\b(?:te weten|namelijk|zijnde|bestaande uit)\b:? (?P<d>[^.;:]{8,240}?)(?=[.;:]|$)",
    _I,
)
_A_SERVICE = lasting(r"^(?:het )?[\w-]+(?: [\w-]+){0,11}$", _I)
_WHERE = AnyCase(r"^(?:om|be)schreven\b|^(?:vermeld|genoemd|opgenomen|hetgeen|zoals|als)\b")


def _services(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, "dienst"):
        match = _SERVICE.search(sentence.text) if sentence.clause.part is not Part.SIGNATURES else None
        if match is None or _WHERE.search(match[match.lastgroup or "a"]):
            continue
        words = _words(reading, sentence, match)
        values = deeds(words) or listed(words)
        if values and all(_A_SERVICE.match(value) for value in values):
            yield _said("services", values, sentence, match)


def _body(reading: Reading, *words: str) -> Iterator[Sentence]:
    for sentence in sentences_with(reading, *words):
        if sentence.clause.part is not Part.SIGNATURES and not _ELSEWHERE.search(
            f"{sentence.text} {sentence.clause.heading}"
        ):
            yield sentence


def _words(reading: Reading, sentence: Sentence, match: re.Match[str]) -> str:
    group = match.lastgroup or "a"
    return " ".join(reading.original(sentence.start + match.start(group), sentence.start + match.end(group)).split())


def _said(topic: str, values: list[str], sentence: Sentence, match: re.Match[str]) -> Candidate:
    place = (sentence.start + match.start(), sentence.start + match.end())
    return Candidate(f"processing.{topic}", tuple(values), (place,), Strength.INFERRED)


def _single(reading: Reading) -> Iterator[Candidate]:
    if reading.language != "nl":
        return
    yield from _purposes(reading)
    yield from _people(reading)
    yield from _services(reading)


RULES = (
    Rule(
        "processing-single",
        ("processing.purposes", "processing.data_subjects", "processing.services"),
        _single,
    ),
)
